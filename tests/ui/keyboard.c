/* keyboard.c — real keys: through the X server, to whichever of the program's windows is on top
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "keyboard.h"

#include <X11/extensions/XTest.h>
#include <gdk/x11/gdkx.h>

#include "window-fixture.h"

/* The focus is in a part of what a person names, at most so many widgets deep. */
#define DEPTH 8

gboolean
keyboard_use_german (void)
{
  const char *argv[] = { "setxkbmap", "de", NULL };
  int status = 1;

  return GDK_IS_X11_DISPLAY (gdk_display_get_default ()) &&
         g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL) && status == 0;
}

GtkWindow *
keyboard_get_window (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWindow *window = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (toplevels, i);

      if (gtk_widget_get_mapped (GTK_WIDGET (other)) && (window == NULL || gtk_window_get_modal (other)))
        window = other;
    }
  g_assert_nonnull (window);

  return window;
}

static Display *
get_server (void)
{
  return gdk_x11_display_get_xdisplay (gdk_display_get_default ());
}

/* What a window manager would do, and none runs here. */
static void
raise_window (void)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (keyboard_get_window ()));

  XSetInputFocus (get_server (), gdk_x11_surface_get_xid (surface), RevertToParent, CurrentTime);
}

/* The server has seen the keys when it answers; then the program has them. */
static void
let_answer (void)
{
  XSync (get_server (), False);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
keyboard_look_away (void)
{
  XSetInputFocus (get_server (), PointerRoot, RevertToParent, CurrentTime);
  wait_until (!gtk_window_is_active (keyboard_get_window ()));
}

static void
hold (GdkModifierType state,
      gboolean        down)
{
  static const struct { GdkModifierType modifier; KeySym key; } modifiers[] = {
    { GDK_CONTROL_MASK, XK_Control_L }, { GDK_SHIFT_MASK, XK_Shift_L }, { GDK_ALT_MASK, XK_Alt_L },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if ((state & modifiers[i].modifier) != 0)
      XTestFakeKeyEvent (get_server (), XKeysymToKeycode (get_server (), modifiers[i].key), down, CurrentTime);
}

static void
strike (guint           keycode,
        GdkModifierType state)
{
  raise_window ();
  hold (state, TRUE);
  XTestFakeKeyEvent (get_server (), keycode, True, CurrentTime);
  XTestFakeKeyEvent (get_server (), keycode, False, CurrentTime);
  hold (state, FALSE);
  let_answer ();
}

void
keyboard_press (guint           keyval,
                GdkModifierType state)
{
  strike (XKeysymToKeycode (get_server (), keyval), state);
  /* What the key set off may take a turn more. */
  for (guint i = 0; i < 3; i++)
    {
      g_usleep (5 * G_TIME_SPAN_MILLISECOND);
      let_answer ();
    }
}

void
keyboard_type (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint keyval = *p == '\n' ? GDK_KEY_Return : gdk_unicode_to_keyval (g_utf8_get_char (p));
      g_autofree GdkKeymapKey *keys = NULL;
      int n_keys;
      int best = -1;

      g_assert_true (gdk_display_map_keyval (gdk_display_get_default (), keyval, &keys, &n_keys));
      for (int i = 0; i < n_keys; i++)
        if (keys[i].group == 0 && keys[i].level < 2 && (best < 0 || keys[i].level < keys[best].level))
          best = i;
      if (best < 0)
        g_error ("the keyboard has no key for U+%04X", g_utf8_get_char (p));
      strike (keys[best].keycode, keys[best].level == 1 ? GDK_SHIFT_MASK : 0);
    }
}

static gboolean
bears (GtkWidget  *widget,
       const char *name)
{
  static const char *const names[] = { "title", "label", "tooltip-text", "text" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), names[i]);
      g_autofree char *value = NULL;

      if (pspec == NULL || pspec->value_type != G_TYPE_STRING || (pspec->flags & G_PARAM_READABLE) == 0)
        continue;
      g_object_get (widget, names[i], &value, NULL);
      if (g_strcmp0 (value, name) == 0)
        return TRUE;
    }

  return FALSE;
}

gboolean
keyboard_is_at (const char *name)
{
  GtkWidget *widget = gtk_window_get_focus (keyboard_get_window ());

  for (guint i = 0; i < DEPTH && widget != NULL && !GTK_IS_WINDOW (widget); i++)
    {
      if (bears (widget, name))
        return TRUE;
      widget = gtk_widget_get_parent (widget);
    }

  return FALSE;
}

void
keyboard_tab_into (GType type)
{
  GtkWidget *focus = NULL;

  for (guint i = 0; i < 200 && (focus == NULL || gtk_widget_get_ancestor (focus, type) == NULL); i++)
    {
      keyboard_press (GDK_KEY_Tab, 0);
      focus = gtk_window_get_focus (keyboard_get_window ());
    }
  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, type));
}

void
keyboard_tab_to (const char *name)
{
  for (guint i = 0; i < 200; i++)
    {
      GtkWidget *focus;

      keyboard_press (GDK_KEY_Tab, 0);
      if (keyboard_is_at (name))
        return;
      focus = gtk_window_get_focus (keyboard_get_window ());
      g_test_message ("Tab: %s in %s", focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "nothing",
                      focus != NULL ? G_OBJECT_TYPE_NAME (gtk_widget_get_parent (focus)) : "nothing");
    }
  g_error ("Tab does not lead to “%s”", name);
}
