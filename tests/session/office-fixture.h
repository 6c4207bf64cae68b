/* office-fixture.h — an office in a folder of its own, and papers to feed it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-office.h"

G_BEGIN_DECLS

typedef struct {
  char *folder;
  VlgStore *store;
  VlgOffice *office;
} OfficeFixture;

/* For g_test_add(). */
void       office_fixture_set_up     (OfficeFixture *self, gconstpointer data);
void       office_fixture_tear_down  (OfficeFixture *self, gconstpointer data);
/* The text of a form with these values. Caller owns. */
char      *office_fixture_form       (const char *number, const char *title, const char *resolution);
/* Writes a file into the folder; @length -1: a string. Caller owns. */
GFile     *office_fixture_write      (OfficeFixture *self, const char *name, const char *content, gssize length);
/* Writes a form. Caller owns. */
GFile     *office_fixture_write_form (OfficeFixture *self, const char *name, const char *number, const char *title);
/* Motions outside the trash. */
gint64     office_fixture_count      (OfficeFixture *self);
/* Stores @n motions with the numbers BV/001/2031 on and the titles "Vorgang 1" on in one transaction. */
void       office_fixture_fill       (OfficeFixture *self, guint n);
/* Turns the main loop until *@result is set; callback for it. */
void       office_fixture_keep_result (GObject *source, GAsyncResult *result, gpointer user_data);
void       office_fixture_await       (GAsyncResult **result);
/* Turns the main loop until @done says so, at most a minute. */
void       office_fixture_wait_until  (gboolean (*done) (gpointer data), gpointer data);

G_END_DECLS
