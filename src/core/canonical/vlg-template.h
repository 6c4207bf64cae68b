/* vlg-template.h — a motion or a consultation sequence an office begins new ones with
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motion.h"

G_BEGIN_DECLS

typedef enum {
  VLG_TEMPLATE_MOTION,     /* a whole motion */
  VLG_TEMPLATE_SEQUENCE,   /* a standard sequence: bodies, visibility and roles in order */
} VlgTemplatePart;

#define VLG_TYPE_TEMPLATE (vlg_template_get_type ())
G_DECLARE_FINAL_TYPE (VlgTemplate, vlg_template, VLG, TEMPLATE, GObject)

/* Immutable. Properties, read only: uid, name (string). */

/* A name as it is kept: normalised, blanks collapsed. VLG_ERROR_INVALID for one that is empty or longer than 100 characters. Caller owns. */
char            *vlg_template_clean_name  (const char *name, GError **error);
/* As it was stored; @content may be NULL where only the names are wanted. Caller owns. */
VlgTemplate     *vlg_template_new         (VlgTemplatePart part, const char *uid, const char *name, const char *kind, GBytes *content);
/* A new one of @motion, of which it keeps what vlg_motion_duplicate() keeps, as canonical bytes. VLG_ERROR_INVALID for an empty name, or a sequence without a body. Caller owns. */
VlgTemplate     *vlg_template_new_from_motion (VlgTemplatePart part, const char *name, VlgMotion *motion, GError **error);
const char      *vlg_template_get_uid     (VlgTemplate *self);
VlgTemplatePart  vlg_template_get_part    (VlgTemplate *self);
const char      *vlg_template_get_name    (VlgTemplate *self);
/* The kind of its motion, "" for a sequence. */
const char      *vlg_template_get_kind    (VlgTemplate *self);
/* Borrowed; NULL where only the names were read. */
GBytes          *vlg_template_get_content (VlgTemplate *self);
/* A new draft of its content, with fresh uids. VLG_ERROR_DAMAGED, VLG_ERROR_NEWER or VLG_ERROR_INVALID for content that cannot be read. Caller owns. */
VlgMotion       *vlg_template_make_motion (VlgTemplate *self, GError **error);

G_END_DECLS
