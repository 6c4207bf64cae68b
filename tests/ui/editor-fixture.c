/* editor-fixture.c — a motion in its editor, over a database in memory, and the hands on it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "editor-fixture.h"

#include "vlg-sqlite-store.h"

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(VlgMotion **) user_data = vlg_office_create_motion_finish (VLG_OFFICE (source), result, &error);
  g_assert_no_error (error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(VlgMotion **) user_data = vlg_office_load_motion_finish (VLG_OFFICE (source), result, &error);
  g_assert_no_error (error);
}

VlgMotion *
editor_fixture_load_from (VlgOffice  *office,
                          const char *uid)
{
  VlgMotion *motion = NULL;

  vlg_office_load_motion_async (office, uid, NULL, loaded_cb, &motion);
  wait_until (motion != NULL);

  return motion;
}

VlgMotion *
editor_fixture_load (EditorFixture *self)
{
  return editor_fixture_load_from (self->office, vlg_motion_get_uid (self->motion));
}

VlgMotion *
editor_fixture_create_in (VlgOffice  *office,
                          const char *title)
{
  VlgMotion *motion = NULL;

  vlg_office_create_motion_async (office, "BV", "II-66", title, NULL, created_cb, &motion);
  wait_until (motion != NULL);

  return motion;
}

void
editor_fixture_set_up (EditorFixture *self,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgStore) store = vlg_sqlite_store_open (NULL, &error);
  g_autoptr (VlgActor) actor = vlg_actor_new (1000, "Test");
  GtkWidget *overlay = adw_toast_overlay_new ();

  g_assert_no_error (error);
  self->office = vlg_office_new (store, actor, &error);
  g_assert_no_error (error);
  self->motion = editor_fixture_create_in (self->office, NULL);
  self->draft = vlg_draft_new (self->office, self->motion);
  self->editor = VLG_MOTION_EDITOR (vlg_motion_editor_new ());
  vlg_motion_editor_set_draft (self->editor, self->draft);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (self->editor));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 800, 700);
  gtk_window_set_child (GTK_WINDOW (self->window), overlay);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
  window_fixture_settle ();
}

void
editor_fixture_tear_down (EditorFixture *self,
                          gconstpointer  data)
{
  gpointer editor = self->editor;
  gpointer draft = self->draft;
  gpointer office = self->office;

  g_object_add_weak_pointer (editor, &editor);
  g_object_add_weak_pointer (draft, &draft);
  g_object_add_weak_pointer (office, &office);
  gtk_window_destroy (GTK_WINDOW (self->window));
  window_fixture_settle ();
  g_assert_null (editor);

  g_object_unref (self->draft);
  wait_until (draft == NULL);
  g_object_unref (self->motion);
  g_object_unref (self->office);
  wait_until (office == NULL);
}

/* Keys: what the controllers of the focused widget and of those around it make of them, as the window would ask them. */

static gboolean
run_shortcuts (GtkWidget       *widget,
               GListModel      *shortcuts,
               guint            keyval,
               GdkModifierType  state)
{
  g_autoptr (GtkShortcutTrigger) key = gtk_keyval_trigger_new (keyval, state);

  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      g_autofree char *wanted = gtk_shortcut_trigger_to_string (key);
      g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));
      g_auto (GStrv) triggers = g_strsplit (trigger, "|", -1);

      if (g_strv_contains ((const char *const *) triggers, wanted) &&
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
run_controllers (GtkWidget           *widget,
                 GtkPropagationPhase  phase,
                 guint                keyval,
                 GdkModifierType      state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (gtk_event_controller_get_propagation_phase (controller) != phase)
        continue;
      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        handled = run_shortcuts (widget, G_LIST_MODEL (controller), keyval, state);
      else if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && !GTK_IS_TEXT (widget))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
      if (handled)
        return TRUE;
    }

  return FALSE;
}

gboolean
editor_fixture_press (EditorFixture   *self,
                      guint            keyval,
                      GdkModifierType  state)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();

  /* Not the window's own: in the program the search comes before them. */
  for (GtkWidget *widget = focus; widget != self->window; widget = gtk_widget_get_parent (widget))
    g_ptr_array_add (chain, widget);
  for (guint i = chain->len; i > 0; i--)
    if (run_controllers (g_ptr_array_index (chain, i - 1), GTK_PHASE_CAPTURE, keyval, state))
      return TRUE;
  for (guint i = 0; i < chain->len; i++)
    if (run_controllers (g_ptr_array_index (chain, i), GTK_PHASE_BUBBLE, keyval, state))
      return TRUE;

  return FALSE;
}

/* Types into the entry that has the focus. */
void
editor_fixture_type (EditorFixture *self,
                     const char    *text)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  g_assert_true (GTK_IS_TEXT (focus));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int position = gtk_editable_get_position (GTK_EDITABLE (focus));

      gtk_editable_insert_text (GTK_EDITABLE (focus), p, g_utf8_next_char (p) - p, &position);
      gtk_editable_set_position (GTK_EDITABLE (focus), position);
    }
}

gboolean
editor_fixture_has_focus (EditorFixture *self,
                          GtkWidget     *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

GtkWidget *
editor_fixture_find (EditorFixture *self,
                     GType          type,
                     const char    *text)
{
  GtkWidget *found = window_fixture_find (self->window, type, text);

  g_assert_nonnull (found);

  return found;
}

void
editor_fixture_await_saved (EditorFixture *self)
{
  wait_until (vlg_draft_get_save_state (self->draft) == VLG_SAVE_STATE_SAVED);
}
