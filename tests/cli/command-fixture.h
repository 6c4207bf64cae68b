/* command-fixture.h — the built program, run without a display
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct {
  char *folder;
  char *database;
  char *out;
  char *errors;
  int status;
} Fixture;

/* g_test_init(), and the program's path from the arguments. */
void                 command_init          (int *argc, char ***argv);
/* A folder of its own, and no database in it yet. */
void                 command_set_up        (Fixture *self, gconstpointer data);
void                 command_tear_down     (Fixture *self, gconstpointer data);
/* Without display and bus, its folders in that of the test. Caller owns. */
GSubprocessLauncher *command_launcher_new  (Fixture *self);
/* Runs the program with the arguments up to NULL; what it said is in @self afterwards. */
int                  command_run           (Fixture *self, ...) G_GNUC_NULL_TERMINATED;
void                 command_expect_status (Fixture *self, int expected);
void                 command_expect_in     (const char *text, const char *part);
/* A paper with this number and title; its path, caller owns. */
char                *command_write_form    (Fixture *self, const char *name, const char *number, const char *title);
/* What was said, as JSON. Borrowed from @parser. */
JsonObject          *command_parse         (Fixture *self, JsonParser *parser);
/* Imports such a paper, BV/017/2030/II-66. */
void                 command_import_bridge (Fixture *self);

#define RUN(...) command_run (self, "--database", self->database, __VA_ARGS__, NULL)

G_END_DECLS
