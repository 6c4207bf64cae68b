/* vlg-conflict.h — one field that two writers changed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-field.h"

G_BEGIN_DECLS

#define VLG_TYPE_CONFLICT (vlg_conflict_get_type ())
G_DECLARE_FINAL_TYPE (VlgConflict, vlg_conflict, VLG, CONFLICT, GObject)

/* Properties, read only, notified when either side goes on changing: field (VlgField), label, mine, theirs (strings). Texts are as they are;
 * of a list or a choice mine and theirs are its canonical JSON and vlg_conflict_is_text() is FALSE. Made by a draft, which decides it: vlg-draft.h. */

/* @key: the name of vlg_field_to_key(), or "kind", "stage". @base is what both began with. Caller owns. */
VlgConflict *vlg_conflict_new        (const char *key, const char *base, const char *mine, const char *theirs);
const char  *vlg_conflict_get_key    (VlgConflict *self);
/* VLG_FIELD_NUMBER for the kind, VLG_FIELD_NONE for the stage. */
VlgField     vlg_conflict_get_field  (VlgConflict *self);
/* The translated name of the field; static. */
const char  *vlg_conflict_get_label  (VlgConflict *self);
const char  *vlg_conflict_get_base   (VlgConflict *self);
const char  *vlg_conflict_get_mine   (VlgConflict *self);
const char  *vlg_conflict_get_theirs (VlgConflict *self);
void         vlg_conflict_set_mine   (VlgConflict *self, const char *mine);
void         vlg_conflict_set_theirs (VlgConflict *self, const char *theirs);
/* Whether both sides are texts a person can read and join by hand. */
gboolean     vlg_conflict_is_text    (VlgConflict *self);
/* A proposal that loses no word of either: what both changed in different paragraphs merged, and where they changed the same paragraph mine, then theirs.
 * Of a list the rows of both, of a row changed by both mine. Of a choice mine. Caller owns. */
char        *vlg_conflict_join       (VlgConflict *self);

G_END_DECLS
