/* store-fixture.h — motions and databases for the store's tests and benchmarks
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motions.h"
#include "vlg-sqlite-store.h"

G_BEGIN_DECLS

typedef struct {
  char *folder;
  char *path;
  VlgStore *store;   /* open */
  VlgActor *actor;
} Fixture;

/* A database of its own in a folder of its own. */
void       fixture_set_up    (Fixture *self, gconstpointer data);
/* Closes and removes it. */
void       fixture_tear_down (Fixture *self, gconstpointer data);
/* Closes and opens it again. */
void       fixture_reopen    (Fixture *self);
/* A motion with something in every field, the same for the same @n. Caller owns. */
VlgMotion *fixture_motion    (guint n);
/* The number fixture_motion() gives. Caller owns. */
char      *fixture_number    (guint n);

/* Blocking shorthands; those that return gboolean or a pointer set @error. */
gint64     fixture_insert    (Fixture *self, VlgMotion *motion, const char *deed, GError **error);
gboolean   fixture_update    (Fixture *self, VlgMotion *motion, GError **error);
VlgMotion *fixture_load      (Fixture *self, const char *uid, GError **error);
gboolean   fixture_trash     (Fixture *self, const char *uid, gboolean trashed, GError **error);
/* The ids found by @words, "1 2 3" in order. Caller owns. */
char      *fixture_search    (Fixture *self, const char *words);
char      *fixture_query     (Fixture *self, const VlgMotionQuery *query);
/* Entries of the journal after walking the chain; asserts that it holds. */
guint64    fixture_journal   (Fixture *self);
/* The integer @sql yields. */
gint64     fixture_count     (Fixture *self, const char *sql);
/* Runs @sql in a write job. */
gboolean   fixture_execute   (Fixture *self, const char *sql, GError **error);
/* Removes a folder with all that is in it. */
void       fixture_remove_folder (const char *folder);

G_END_DECLS
