/* editor-fixture.h — a motion in its editor, over a database in memory, and the hands on it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motion-editor.h"
#include "window-fixture.h"

typedef struct {
  GtkWidget       *window;   /* borrowed */
  VlgMotionEditor *editor;   /* borrowed */
  VlgOffice       *office;
  VlgMotion       *motion;
  VlgDraft        *draft;
} EditorFixture;

void       editor_fixture_set_up      (EditorFixture *self, gconstpointer data);
/* Closes the window and sees that nothing of it is left. */
void       editor_fixture_tear_down   (EditorFixture *self, gconstpointer data);
/* The motion as it is stored. Caller owns. */
VlgMotion *editor_fixture_load        (EditorFixture *self);
/* Another draft stored, or loaded, in any office. Callers own. */
VlgMotion *editor_fixture_create_in   (VlgOffice *office, const char *title);
VlgMotion *editor_fixture_load_from   (VlgOffice *office, const char *uid);
/* A key where the focus is: what the controllers of that widget and of those around it make of it, as the window would ask them. Whether one took it. */
gboolean   editor_fixture_press       (EditorFixture *self, guint keyval, GdkModifierType state);
/* Types into the entry that has the focus. */
void       editor_fixture_type        (EditorFixture *self, const char *text);
/* Whether the focus is on @widget or inside it. */
gboolean   editor_fixture_has_focus   (EditorFixture *self, GtkWidget *widget);
/* window_fixture_find() that fails the test where there is none. */
GtkWidget *editor_fixture_find        (EditorFixture *self, GType type, const char *text);
void       editor_fixture_await_saved (EditorFixture *self);
