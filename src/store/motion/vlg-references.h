/* vlg-references.h — which motion a number means, and which motions relate to one; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-db.h"
#include "vlg-kinds.h"

G_BEGIN_DECLS

/* A motion of this office that is meant by a number. */
typedef struct {
  char *number;            /* NULL: it has none */
  char *uid;
  char *title;
  VlgRelationKind kind;    /* of vlg_references_list_incoming(); else meaningless */
} VlgReference;

/* A GDestroyNotify. */
void        vlg_reference_free           (gpointer reference);

/* The motions outside the trash that bear these numbers in canonical spelling. (element-type utf8 VlgReference) by number; a number nobody bears is absent. Caller owns. */
GHashTable *vlg_references_find          (VlgDb *db, const char *const *numbers, GError **error);
/* The numbers that begin with @prefix, the newest first, at most @limit, none of the trash. (element-type VlgReference), caller owns. */
GPtrArray  *vlg_references_complete      (VlgDb *db, const char *prefix, guint limit, GError **error);
/* The motions outside the trash that relate to the number @target, by kind and number. (element-type VlgReference), caller owns. */
GPtrArray  *vlg_references_list_incoming (VlgDb *db, const char *target, GError **error);

G_END_DECLS
