/* test-blocks.c — text blocks, numbers and relations in the window
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "vlg-block-chooser.h"
#include "vlg-block-dialog.h"
#include "vlg-motion-editor.h"
#include "vlg-relations-editor.h"
#include "vlg-text-blocks.h"
#include "window-fixture.h"

/* What the controllers of the focused widget and of those around it make of a key, as the window would ask them. */

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

      if (gtk_event_controller_get_propagation_phase (controller) == phase && GTK_IS_EVENT_CONTROLLER_KEY (controller) && !GTK_IS_TEXT (widget))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
      if (handled)
        return TRUE;
    }

  return FALSE;
}

static gboolean
press (GtkWidget       *window,
       guint            keyval,
       GdkModifierType  state)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();

  for (GtkWidget *widget = focus; widget != window && widget != NULL; widget = gtk_widget_get_parent (widget))
    g_ptr_array_add (chain, widget);
  for (guint i = chain->len; i > 0; i--)
    if (run_controllers (g_ptr_array_index (chain, i - 1), GTK_PHASE_CAPTURE, keyval, state))
      return TRUE;
  for (guint i = 0; i < chain->len; i++)
    if (run_controllers (g_ptr_array_index (chain, i), GTK_PHASE_BUBBLE, keyval, state))
      return TRUE;

  return FALSE;
}

static void
create_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(VlgMotion **) user_data = vlg_office_create_motion_finish (VLG_OFFICE (source), result, &error);
  g_assert_no_error (error);
}

/* A stored motion; its number is drawn. Caller owns. */
static VlgMotion *
create (WindowFixture *self,
        const char    *title)
{
  VlgMotion *motion = NULL;

  vlg_office_create_motion_async (self->office, "BV", "II-66", title, NULL, create_cb, &motion);
  wait_until (motion != NULL);

  return motion;
}

static void
open_motion (WindowFixture *self,
             VlgMotion     *motion)
{
  vlg_motions_page_show (self->page, vlg_motion_get_uid (motion));
  wait_until (self->page->motion != NULL && g_str_equal (vlg_motion_get_uid (self->page->motion), vlg_motion_get_uid (motion)));
  window_fixture_settle ();
}

static VlgMotionEditor *
get_editor (WindowFixture *self)
{
  GtkWidget *editor;

  wait_until ((editor = window_fixture_find (GTK_WIDGET (self->window), VLG_TYPE_MOTION_EDITOR, NULL)) != NULL);

  return VLG_MOTION_EDITOR (editor);
}

/* The text of the reasoning, opened, with the cursor in it. */
static VlgTextBuffer *
open_text (WindowFixture *self)
{
  GtkWidget *view;

  gtk_widget_activate_action (GTK_WIDGET (get_editor (self)), "motion-editor.open-text", "s", "reasoning");
  window_fixture_settle ();
  view = GTK_WIDGET (vlg_text_editor_get_view (vlg_motion_editor_get_text (get_editor (self))));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == view);

  return VLG_TEXT_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)));
}

static void
type_text (VlgTextBuffer *buffer,
           const char    *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (buffer));
      gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (buffer), TRUE, TRUE);
      gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (buffer), p, g_utf8_next_char (p) - p);
      gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (buffer));
    }
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *text)
{
  GtkWidget *button = window_fixture_find (root, GTK_TYPE_BUTTON, text);

  g_assert_nonnull (button);

  return button;
}

/* The text below the popovers of the window, which are no children to the finder. */
static GtkWidget *
find_popover (GtkWidget  *widget,
              const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (GTK_IS_POPOVER (child) && gtk_widget_get_mapped (child) && window_fixture_find (child, GTK_TYPE_LABEL, text) != NULL)
        return child;
      found = find_popover (child, text);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_offered (WindowFixture *self,
            const char    *number)
{
  return find_popover (GTK_WIDGET (self->window), number) != NULL;
}

/* Numbers */

static void
test_complete (WindowFixture *self,
               gconstpointer  data)
{
  g_autoptr (VlgMotion) other = create (self, "Gehweg am Markt");
  g_autoptr (VlgMotion) motion = create (self, "Radweg am Fluss");
  const char *number = vlg_motion_get_number_text (other);
  g_autofree char *expected = g_strdup_printf ("Siehe %s", number);
  g_autofree char *text = NULL;
  g_autofree char *begun = g_strndup (number, 4);
  GtkWidget *window = GTK_WIDGET (self->window);
  VlgTextBuffer *buffer;

  open_motion (self, motion);
  buffer = open_text (self);

  /* Enter is the text's own as long as nothing is offered. */
  type_text (buffer, "Siehe");
  g_assert_true (press (window, GDK_KEY_Return, 0));
  g_assert_cmpuint (vlg_text_buffer_get_n_lines (buffer), ==, 2);
  vlg_text_buffer_undo (buffer);
  g_assert_cmpuint (vlg_text_buffer_get_n_lines (buffer), ==, 1);

  type_text (buffer, " ");
  type_text (buffer, begun);
  wait_until (is_offered (self, number));
  g_assert_true (is_offered (self, "Gehweg am Markt"));
  /* Itself is not offered. */
  g_assert_false (is_offered (self, vlg_motion_get_number_text (motion)));
  g_assert_true (press (window, GDK_KEY_Return, 0));
  wait_until (!is_offered (self, number));
  text = g_strchomp (g_strdup (vlg_text_buffer_get_markdown (buffer)));
  g_assert_cmpstr (text, ==, expected);

  /* One step back is what was typed. */
  vlg_text_buffer_undo (buffer);
  {
    g_autofree char *before = g_strdup_printf ("Siehe %s", begun);

    g_assert_true (g_str_has_prefix (vlg_text_buffer_get_markdown (buffer), before));
    g_assert_false (g_str_has_prefix (vlg_text_buffer_get_markdown (buffer), expected));
  }
}

static void
test_dismiss (WindowFixture *self,
              gconstpointer  data)
{
  g_autoptr (VlgMotion) other = create (self, "Gehweg am Markt");
  g_autoptr (VlgMotion) motion = create (self, "Radweg am Fluss");
  const char *number = vlg_motion_get_number_text (other);
  GtkWidget *window = GTK_WIDGET (self->window);
  VlgTextBuffer *buffer;

  open_motion (self, motion);
  buffer = open_text (self);
  type_text (buffer, "BV/0");
  wait_until (is_offered (self, number));
  g_assert_true (press (window, GDK_KEY_Escape, 0));
  wait_until (!is_offered (self, number));
  /* The page stays, and the number is left alone. */
  g_assert_nonnull (vlg_motion_editor_get_text (get_editor (self)));
  type_text (buffer, "0");
  window_fixture_settle ();
  g_assert_false (is_offered (self, number));
  /* Nobody has such a number. */
  type_text (buffer, " oder BV/9");
  window_fixture_settle ();
  g_assert_false (is_offered (self, number));
  g_assert_true (press (window, GDK_KEY_Return, 0));
  g_assert_cmpuint (vlg_text_buffer_get_n_lines (buffer), ==, 2);
}

static gboolean
is_link (VlgTextBuffer *buffer,
         int            offset)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (buffer)), "number-link");
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &iter, offset);

  return gtk_text_iter_has_tag (&iter, tag);
}

static void
place_cursor (VlgTextBuffer *buffer,
              int            offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &iter, offset);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), &iter);
}

static void
test_link (WindowFixture *self,
           gconstpointer  data)
{
  g_autoptr (VlgMotion) other = create (self, "Gehweg am Markt");
  g_autoptr (VlgMotion) motion = create (self, "Radweg am Fluss");
  g_autofree char *text = g_strdup_printf ("**Siehe %s** und BV/777/2001.\n", vlg_motion_get_number_text (other));
  int length = strlen (vlg_motion_get_number_text (other));
  GtkWidget *window = GTK_WIDGET (self->window);
  GtkWidget *overlay;
  VlgTextBuffer *buffer;

  vlg_motion_set_text (motion, VLG_FIELD_REASONING, text);
  open_motion (self, motion);
  vlg_motion_set_text (self->page->motion, VLG_FIELD_REASONING, text);
  buffer = open_text (self);
  wait_until (is_link (buffer, 6));
  g_assert_false (is_link (buffer, 5));
  g_assert_true (is_link (buffer, 6 + length - 1));
  g_assert_false (is_link (buffer, 6 + length));
  g_assert_false (is_link (buffer, 6 + length + 5));

  /* It is only seen: nothing to undo, and nothing written, even where the line is written anew. */
  g_assert_false (vlg_text_buffer_get_can_undo (buffer));
  g_assert_cmpstr (vlg_text_buffer_get_markdown (buffer), ==, text);
  place_cursor (buffer, 0);
  type_text (buffer, "x");
  vlg_text_buffer_undo (buffer);
  wait_until (is_link (buffer, 6));
  place_cursor (buffer, 6 + length + 5 + strlen ("BV/777/2001."));
  type_text (buffer, "!");
  {
    g_autofree char *expected = g_strdup_printf ("**Siehe %s** und BV/777/2001.!\n", vlg_motion_get_number_text (other));

    g_assert_cmpstr (vlg_text_buffer_get_markdown (buffer), ==, expected);
  }

  /* What nobody has says so, the other opens. */
  place_cursor (buffer, 6 + length + 8);
  g_assert_true (press (window, GDK_KEY_Return, GDK_CONTROL_MASK));
  overlay = window_fixture_find (window, ADW_TYPE_TOAST_OVERLAY, NULL);
  wait_until (window_fixture_find (overlay, GTK_TYPE_LABEL, "There is no motion BV/777/2001 in this office") != NULL);
  place_cursor (buffer, 8);
  g_assert_true (press (window, GDK_KEY_Return, GDK_CONTROL_MASK));
  wait_until (g_str_equal (vlg_motion_get_uid (self->page->motion), vlg_motion_get_uid (other)));
}

static void
test_menu (WindowFixture *self,
           gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = create (self, "Radweg am Fluss");
  g_autofree char *label = g_strdup_printf ("Open %s", vlg_motion_get_number_text (motion));
  g_autoptr (GMenuModel) section = NULL;
  g_autofree char *shown = NULL;
  VlgTextBuffer *buffer;
  GMenuModel *menu;

  open_motion (self, motion);
  vlg_motion_set_text (self->page->motion, VLG_FIELD_REASONING, vlg_motion_get_number_text (motion));
  buffer = open_text (self);
  wait_until (is_link (buffer, 0));
  place_cursor (buffer, 3);
  press (GTK_WIDGET (self->window), GDK_KEY_Menu, 0);
  menu = gtk_text_view_get_extra_menu (GTK_TEXT_VIEW (vlg_text_editor_get_view (vlg_motion_editor_get_text (get_editor (self)))));
  g_assert_cmpint (g_menu_model_get_n_items (menu), >=, 1);
  section = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  g_menu_model_get_item_attribute (section, 0, G_MENU_ATTRIBUTE_LABEL, "s", &shown);
  g_assert_cmpstr (shown, ==, label);
}

/* Text blocks */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(VlgSnippet **) user_data = vlg_text_blocks_save_finish (VLG_OFFICE (source), result, &error);
  g_assert_no_error (error);
}

static void
add_block (WindowFixture *self,
           const char    *name,
           const char    *text)
{
  g_autoptr (VlgSnippet) block = vlg_snippet_new (NULL, name, text, 0);
  g_autoptr (VlgSnippet) saved = NULL;

  vlg_text_blocks_save_async (self->office, block, NULL, saved_cb, &saved);
  wait_until (saved != NULL);
}

static GtkWidget *
open_chooser (WindowFixture *self)
{
  VlgTextEditor *editor = vlg_motion_editor_get_text (get_editor (self));
  GtkWidget *chooser;

  gtk_widget_activate_action (GTK_WIDGET (vlg_text_editor_get_view (editor)), "editor.blocks", NULL);
  wait_until ((chooser = window_fixture_find (GTK_WIDGET (editor), VLG_TYPE_BLOCK_CHOOSER, NULL)) != NULL);
  window_fixture_settle ();

  return chooser;
}

static void
test_insert (WindowFixture *self,
             gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = create (self, "Radweg am Fluss");
  g_autofree char *expected = g_strdup_printf ("Vorab. Zu %s: **Radweg am Fluss** {{nonsense}}", vlg_motion_get_number_text (motion));
  GtkWidget *chooser;
  GtkWidget *search;
  GtkWidget *list;
  VlgTextBuffer *buffer;

  add_block (self, "Kosten", "Es entstehen keine Kosten.");
  add_block (self, "Betreff", "Zu {{number}}: **{{title}}** {{nonsense}}");
  open_motion (self, motion);
  buffer = open_text (self);
  type_text (buffer, "Vorab. ");

  chooser = open_chooser (self);
  wait_until (window_fixture_find (chooser, GTK_TYPE_LABEL, "Kosten") != NULL);
  search = window_fixture_find (chooser, GTK_TYPE_SEARCH_ENTRY, NULL);
  list = window_fixture_find (chooser, GTK_TYPE_LIST_BOX, NULL);
  g_assert_nonnull (window_fixture_find (chooser, GTK_TYPE_LABEL, "Betreff"));
  gtk_editable_set_text (GTK_EDITABLE (search), "betr");
  wait_until (window_fixture_find (chooser, GTK_TYPE_LABEL, "Kosten") == NULL);
  g_assert_nonnull (gtk_list_box_get_selected_row (GTK_LIST_BOX (list)));
  g_signal_emit_by_name (search, "activate");
  window_fixture_settle ();
  g_assert_cmpstr (vlg_text_buffer_get_markdown (buffer), ==, expected);
  g_assert_false (gtk_widget_get_mapped (chooser));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) ==
                 GTK_WIDGET (vlg_text_editor_get_view (vlg_motion_editor_get_text (get_editor (self)))));
  wait_until (window_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "Not filled in: {{nonsense}}") != NULL);

  /* One step. */
  vlg_text_buffer_undo (buffer);
  g_assert_true (g_str_has_prefix (vlg_text_buffer_get_markdown (buffer), "Vorab."));
  g_assert_null (strstr (vlg_text_buffer_get_markdown (buffer), "Radweg"));

  /* What was used last stands first. */
  chooser = open_chooser (self);
  wait_until (window_fixture_find (chooser, GTK_TYPE_LABEL, "Kosten") != NULL);
  g_assert_true (press (GTK_WIDGET (self->window), GDK_KEY_Down, 0));
  g_signal_emit_by_name (search, "activate");
  window_fixture_settle ();
  g_assert_cmpstr (vlg_text_buffer_get_markdown (buffer), ==, "Vorab. Es entstehen keine Kosten.");
}

/* The window goes while the list is open, and takes everything with it: the fixture waits for the office to be let go of. */
static void
test_close_open (WindowFixture *self,
                 gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = create (self, "Radweg am Fluss");

  add_block (self, "Kosten", "Es entstehen keine Kosten.");
  open_motion (self, motion);
  open_text (self);
  g_assert_true (gtk_widget_get_mapped (open_chooser (self)));
}

static GtkWidget *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) widget = g_list_model_get_item (toplevels, i);

      if (VLG_IS_BLOCK_DIALOG (widget) && gtk_widget_get_mapped (widget))
        return widget;
    }

  return NULL;
}

static void
answer_dialog (const char *label)
{
  GtkWidget *question;

  wait_until ((question = window_fixture_dialog ()) != NULL);
  g_signal_emit_by_name (window_fixture_find (question, GTK_TYPE_BUTTON, label), "clicked");
  wait_until (window_fixture_dialog () == NULL);
  window_fixture_settle ();
}

static void
test_keep (WindowFixture *self,
           gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = create (self, "Radweg am Fluss");
  GtkWidget *chooser;
  GtkWidget *dialog;
  VlgTextBuffer *buffer;
  GtkTextIter start, end;

  open_motion (self, motion);
  vlg_motion_set_text (self->page->motion, VLG_FIELD_REASONING, "Es entstehen **keine** Kosten.\n");
  buffer = open_text (self);
  window_fixture_settle ();
  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (buffer), &start, &end);
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (buffer), &start, &end);

  chooser = open_chooser (self);
  wait_until (window_fixture_find (chooser, GTK_TYPE_LABEL,
                                   "No text blocks yet. Select in a text what the office writes again and again, and save it here: a few keys bring it back.") != NULL);
  g_signal_emit_by_name (find_button (chooser, "_Save Selection as Text Block…"), "clicked");
  wait_until ((dialog = find_dialog ()) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (window_fixture_find (dialog, ADW_TYPE_ENTRY_ROW, NULL)), "Keine Kosten");
  gtk_widget_activate_action (dialog, "dialog.placeholder", "s", "{{title}}");
  gtk_widget_activate_action (dialog, "dialog.save", NULL);
  wait_until (find_dialog () == NULL);

  chooser = open_chooser (self);
  wait_until (window_fixture_find (chooser, GTK_TYPE_LABEL, "Keine Kosten") != NULL);
  g_signal_emit_by_name (find_button (chooser, "Edit “Keine Kosten”"), "clicked");
  wait_until ((dialog = find_dialog ()) != NULL);
  g_assert_cmpstr (vlg_text_editor_get_markdown (VLG_TEXT_EDITOR (window_fixture_find (dialog, VLG_TYPE_TEXT_EDITOR, NULL))), ==,
                   "{{title}}Es entstehen **keine** Kosten.");
  gtk_editable_set_text (GTK_EDITABLE (window_fixture_find (dialog, ADW_TYPE_ENTRY_ROW, NULL)), "Kosten");
  /* Escape takes nothing that was written. */
  gtk_window_close (GTK_WINDOW (dialog));
  answer_dialog ("_Keep Writing");
  g_assert_true (find_dialog () == dialog);
  /* Nor does closing the window below. */
  gtk_window_close (GTK_WINDOW (self->window));
  answer_dialog ("_Keep Writing");
  g_assert_true (find_dialog () == dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  answer_dialog ("_Save");
  wait_until (find_dialog () == NULL);

  chooser = open_chooser (self);
  wait_until (window_fixture_find (chooser, GTK_TYPE_LABEL, "Kosten") != NULL);
  g_signal_emit_by_name (find_button (chooser, "Delete “Kosten”"), "clicked");
  wait_until (window_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, "_Undo") != NULL);
  g_signal_emit_by_name (find_button (GTK_WIDGET (self->window), "_Undo"), "clicked");
  window_fixture_settle ();
  chooser = open_chooser (self);
  wait_until (window_fixture_find (chooser, GTK_TYPE_LABEL, "Kosten") != NULL);
  /* Escape in the entry closes the list, and leaves the page open. */
  g_signal_emit_by_name (window_fixture_find (chooser, GTK_TYPE_SEARCH_ENTRY, NULL), "stop-search");
  window_fixture_settle ();
  g_assert_false (gtk_widget_get_mapped (chooser));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) ==
                 GTK_WIDGET (vlg_text_editor_get_view (vlg_motion_editor_get_text (get_editor (self)))));
  g_assert_nonnull (vlg_motion_editor_get_text (get_editor (self)));
}

/* Relations */

static GtkWidget *
get_relations (WindowFixture *self)
{
  GtkWidget *relations = window_fixture_find (GTK_WIDGET (get_editor (self)), VLG_TYPE_RELATIONS_EDITOR, NULL);

  g_assert_nonnull (relations);

  return relations;
}

static gboolean
has_row (WindowFixture *self,
         const char    *title)
{
  return window_fixture_find (get_relations (self), ADW_TYPE_ACTION_ROW, title) != NULL;
}

static gboolean
is_in_sight (WindowFixture *self,
             GtkWidget     *widget)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, GTK_WIDGET (self->window), &bounds) && bounds.size.height > 0 && bounds.origin.y > 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (GTK_WIDGET (self->window));
}

static void
test_relate (WindowFixture *self,
             gconstpointer  data)
{
  g_autoptr (VlgMotion) other = create (self, "Gehweg am Markt");
  g_autoptr (VlgMotion) motion = create (self, "Radweg am Fluss");
  const char *number = vlg_motion_get_number_text (other);
  g_autofree char *outgoing = g_strdup_printf ("Replaces %s", number);
  g_autofree char *incoming = g_strdup_printf ("Replaced by %s", vlg_motion_get_number_text (motion));
  g_autofree char *begun = g_ascii_strdown (number, 4);
  GtkWidget *window = GTK_WIDGET (self->window);
  GtkWidget *entry;
  GtkWidget *row;

  open_motion (self, motion);
  gtk_widget_activate_action (get_relations (self), "relations.add", NULL);
  window_fixture_settle ();
  entry = window_fixture_find (get_relations (self), GTK_TYPE_ENTRY, NULL);
  /* The form comes to where it can be seen. */
  wait_until (is_in_sight (self, entry));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (window_fixture_find (get_relations (self), GTK_TYPE_DROP_DOWN, NULL)), 1);

  /* Itself is none. */
  gtk_editable_set_text (GTK_EDITABLE (entry), vlg_motion_get_number_text (motion));
  g_signal_emit_by_name (entry, "activate");
  g_assert_nonnull (window_fixture_find (get_relations (self), GTK_TYPE_LABEL, "This is the number of this motion itself."));

  gtk_editable_set_text (GTK_EDITABLE (entry), begun);
  wait_until (is_offered (self, number));
  g_assert_true (press (window, GDK_KEY_Tab, 0));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, number);
  g_signal_emit_by_name (entry, "activate");
  wait_until (has_row (self, outgoing));
  wait_until (window_fixture_find (get_relations (self), GTK_TYPE_LABEL, "Gehweg am Markt") != NULL);
  wait_until (vlg_draft_get_save_state (vlg_motion_view_get_draft (self->page->view)) == VLG_SAVE_STATE_SAVED);

  /* It leads to the other one, which shows it too. */
  row = window_fixture_find (get_relations (self), ADW_TYPE_ACTION_ROW, outgoing);
  gtk_widget_activate (row);
  wait_until (g_str_equal (vlg_motion_get_uid (self->page->motion), vlg_motion_get_uid (other)));
  wait_until (has_row (self, incoming));
  gtk_widget_activate (window_fixture_find (get_relations (self), ADW_TYPE_ACTION_ROW, incoming));
  wait_until (g_str_equal (vlg_motion_get_uid (self->page->motion), vlg_motion_get_uid (motion)));
  wait_until (has_row (self, outgoing));
}

static void
test_unrelate (WindowFixture *self,
               gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = create (self, "Radweg am Fluss");
  g_autoptr (VlgMotionNumber) number = vlg_motion_number_parse ("BV/777/2001", NULL);
  g_autoptr (VlgRelation) relation = vlg_relation_new (VLG_RELATION_REPEALS, number);
  GListModel *list;

  open_motion (self, motion);
  list = G_LIST_MODEL (vlg_motion_get_relations (self->page->motion));
  g_list_store_append (G_LIST_STORE (list), relation);
  wait_until (has_row (self, "Repeals BV/777/2001"));
  /* Somebody else's number is no mistake, and said. */
  wait_until (window_fixture_find (get_relations (self), GTK_TYPE_LABEL, "Not in this office") != NULL);

  g_signal_emit_by_name (find_button (get_relations (self), "Remove the relation to BV/777/2001"), "clicked");
  window_fixture_settle ();
  g_assert_false (has_row (self, "Repeals BV/777/2001"));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (get_editor (self)), "motion-editor.undo", NULL);
  window_fixture_settle ();
  g_assert_true (has_row (self, "Repeals BV/777/2001"));
  gtk_widget_activate_action (GTK_WIDGET (get_editor (self)), "motion-editor.redo", NULL);
  window_fixture_settle ();
  g_assert_false (has_row (self, "Repeals BV/777/2001"));
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/blocks/" path, WindowFixture, NULL, window_fixture_set_up, function, window_fixture_tear_down)
  ADD ("complete", test_complete);
  ADD ("dismiss", test_dismiss);
  ADD ("link", test_link);
  ADD ("menu", test_menu);
  ADD ("close-open", test_close_open);
  ADD ("insert", test_insert);
  ADD ("keep", test_keep);
  ADD ("relate", test_relate);
  ADD ("unrelate", test_unrelate);
#undef ADD

  return window_fixture_run (argc, argv);
}
