/* vlg-new-motion.h — new motions: empty, from another one, from a template
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-office.h"

G_BEGIN_DECLS

/* How a new motion begins; what is NULL is left to the rest. */
typedef struct {
  const char *kind;           /* NULL: that of what it is made of, else the profile's first */
  const char *origin;         /* NULL: that of the motion it is made of; "": none */
  const char *title;          /* normalised; NULL or "": that of what it is made of */
  const char *from_uid;       /* the motion it is made of: see vlg_motion_duplicate() */
  const char *template_uid;   /* or the template */
} VlgNewMotion;

/* Makes and stores a new draft after @how (copied), with the profile's signatories of today and, where the profile draws numbers at creation, a number: one that was reserved for its origin
 * before a fresh one. VLG_ERROR_NOT_FOUND where what it is made of is gone, VLG_ERROR_INVALID for a kind the profile has not or an origin that fits no number. */
void       vlg_new_motion_async  (VlgOffice *office, const VlgNewMotion *how, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* The motion as it is stored. Caller owns. */
VlgMotion *vlg_new_motion_finish (VlgOffice *office, GAsyncResult *result, GError **error);

G_END_DECLS
