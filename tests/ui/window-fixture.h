/* window-fixture.h — a window over a database in memory
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motions-page-private.h"
#include "vlg-window.h"

typedef struct {
  GtkApplication *application;  /* borrowed */
  VlgWindow      *window;       /* borrowed: the application's */
  VlgMotionsPage *page;         /* borrowed */
  VlgOffice      *office;
} WindowFixture;

/* g_test_init() with the person's folders set aside. */
void      window_fixture_init    (int *argc, char ***argv);
/* Runs the tests from the activation of an application. */
int       window_fixture_run     (int argc, char **argv);
void      window_fixture_set_up  (WindowFixture *self, gconstpointer data);
void      window_fixture_tear_down (WindowFixture *self, gconstpointer data);

/* Lets the main loop run until @condition holds; fails the test after a minute: a busy machine is no failure. */
#define wait_until(condition)                                                                        \
  G_STMT_START {                                                                                     \
    gint64 _deadline = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;                            \
    g_autoptr (GSource) _tick = window_fixture_tick ();                                              \
    while (!(condition) && g_get_monotonic_time () < _deadline)                                      \
      g_main_context_iteration (NULL, TRUE);                                                         \
    g_source_destroy (_tick);                                                                        \
    g_assert_true (condition);                                                                       \
  } G_STMT_END

/* Keeps the loop turning, so that a condition is looked at now and then. */
GSource  *window_fixture_tick    (void);
/* Lets the main loop run dry. */
void      window_fixture_settle  (void);

/* The first mapped widget below @root, depth first, of the type and, unless NULL, with this label, title or tooltip. */
GtkWidget *window_fixture_find   (GtkWidget *root, GType type, const char *text);
/* A message dialog on the screen, or NULL. */
GtkWidget *window_fixture_dialog (void);
/* Imports the shipped sample and waits for it. */
void      window_fixture_import_sample (WindowFixture *self);
guint     window_fixture_get_n_motions (WindowFixture *self);
