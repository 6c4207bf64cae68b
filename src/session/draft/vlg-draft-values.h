/* vlg-draft-values.h — one field of a motion as a value that can be kept, compared and put back
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motion.h"

G_BEGIN_DECLS

/* Keys and values are those of vlg-motion-fields.h: texts as they are, the rest as canonical JSON. A table maps keys to values, both of them GRefString. */

/* Every key of a motion; static, NULL-terminated, borrowed. */
const char * const *vlg_draft_values_keys     (void);
/* The key, in the spelling of that list, that the motion's property @name belongs to; NULL for those that are no content. Static. */
const char         *vlg_draft_values_key_of   (const char *name);
/* Whether the value is a text a person wrote, not JSON. */
gboolean            vlg_draft_values_is_text  (const char *key);
/* The value of @key. A GRefString; caller owns. */
char               *vlg_draft_values_get      (VlgMotion *motion, const char *key);
/* Puts a value back; rows that stay (by uid, of a mark by its field) keep their objects, so that widgets do. VLG_ERROR_INVALID for what is none. */
gboolean            vlg_draft_values_set      (VlgMotion *motion, const char *key, const char *value, GError **error);
/* Who confirmed which row, of a value of "consultations": an undo must not go past a change of it. Caller owns. */
char               *vlg_draft_values_confirmations (const char *value);

/* An empty table. Caller owns. */
GHashTable         *vlg_draft_table_new       (void);
/* All values of @motion. Caller owns. */
GHashTable         *vlg_draft_table_of        (VlgMotion *motion);
/* Takes references on the values. Caller owns. */
GHashTable         *vlg_draft_table_copy      (GHashTable *table);
/* Sets @key, a static one, to a reference on the GRefString @value. */
void                vlg_draft_table_set       (GHashTable *table, const char *key, char *value);
/* Whether both have the same value of @key. */
gboolean            vlg_draft_table_same      (GHashTable *a, GHashTable *b, const char *key);

G_END_DECLS
