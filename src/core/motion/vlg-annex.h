/* vlg-annex.h — an annex: a text or a file
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-kinds.h"

G_BEGIN_DECLS

/**
 * VlgAnnexFile:
 *
 * The file of an annex; its bytes lie in the store under their SHA-256.
 * While a motion is on its way into the store, @sha256 may be NULL and the bytes travel beside it.
 */
typedef struct {
  char   *sha256;      /* 64 lower-case hex digits, or NULL before it is stored */
  char   *name;        /* base name as the person knows it */
  char   *media_type;  /* e.g. "application/pdf" */
  guint64 size;        /* bytes */
} VlgAnnexFile;

#define VLG_TYPE_ANNEX_FILE (vlg_annex_file_get_type ())
/* Boxed, for the property of an annex. */
GType         vlg_annex_file_get_type (void);
/* Caller owns the copy. */
VlgAnnexFile *vlg_annex_file_copy (const VlgAnnexFile *self);
void          vlg_annex_file_free (VlgAnnexFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgAnnexFile, vlg_annex_file_free)

#define VLG_TYPE_ANNEX (vlg_annex_get_type ())
G_DECLARE_FINAL_TYPE (VlgAnnex, vlg_annex, VLG, ANNEX, GObject)

/* Properties: uid, number (uint; 0 for an annex the paper does not count, such as the imported source file), title (string),
 * text (string, CommonMark; "" when it is a file), visibility, source (boolean: the file a paper was imported from),
 * file (VlgAnnexFile boxed, NULL for a text). */

/* An empty text annex with a fresh uid, number 0. */
VlgAnnex           *vlg_annex_new            (void);
const char         *vlg_annex_get_uid        (VlgAnnex *self);
void                vlg_annex_set_uid        (VlgAnnex *self, const char *uid);
guint               vlg_annex_get_number     (VlgAnnex *self);
void                vlg_annex_set_number     (VlgAnnex *self, guint number);
const char         *vlg_annex_get_title      (VlgAnnex *self);
void                vlg_annex_set_title      (VlgAnnex *self, const char *title);
const char         *vlg_annex_get_text       (VlgAnnex *self);
void                vlg_annex_set_text       (VlgAnnex *self, const char *text);
VlgVisibility       vlg_annex_get_visibility (VlgAnnex *self);
void                vlg_annex_set_visibility (VlgAnnex *self, VlgVisibility visibility);
gboolean            vlg_annex_get_source     (VlgAnnex *self);
void                vlg_annex_set_source     (VlgAnnex *self, gboolean source);
/* NULL for a text; borrowed, valid until the next set. */
const VlgAnnexFile *vlg_annex_get_file       (VlgAnnex *self);
/* Copies @file; NULL makes it a text annex. */
void                vlg_annex_set_file       (VlgAnnex *self, const VlgAnnexFile *file);

G_END_DECLS
