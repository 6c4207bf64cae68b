/* test-text-editor.c — a text written in a window, with keys, tools and the clipboard
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "office-maker.h"
#include "vlg-text-editor.h"

typedef struct {
  GtkWidget *window;
  VlgTextEditor *editor;
  VlgTextBuffer *buffer;
  guint n_changed;
} Fixture;

static void
changed_cb (Fixture *self)
{
  self->n_changed++;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

#define wait_for(condition)                                                   \
  G_STMT_START {                                                              \
    gint64 _deadline = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;     \
    guint _tick = g_timeout_add (5, tick_cb, NULL);                           \
    while (!(condition) && g_get_monotonic_time () < _deadline)               \
      g_main_context_iteration (NULL, TRUE);                                  \
    g_source_remove (_tick);                                                  \
    g_assert_true (condition);                                                \
  } G_STMT_END

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->editor = VLG_TEXT_EDITOR (vlg_text_editor_new ());
  self->buffer = VLG_TEXT_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (vlg_text_editor_get_view (self->editor))));
  g_signal_connect_swapped (self->editor, "changed", G_CALLBACK (changed_cb), self);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 700, 600);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->editor));
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gpointer editor = self->editor;

  /* Not the buffer: one that had a selection lives, in GTK, until something else is selected. */
  g_object_add_weak_pointer (editor, &editor);
  gtk_window_destroy (GTK_WINDOW (self->window));
  wait_for (editor == NULL);
}

/* Hands a key to the view's own controller, as the window does before anything else. */
static gboolean
press (Fixture         *self,
       guint            keyval,
       GdkModifierType  state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (vlg_text_editor_get_view (self->editor)));
  g_autofree GdkKeymapKey *keys = NULL;
  int n_keys = 0;

  gdk_display_map_keyval (gdk_display_get_default (), keyval, &keys, &n_keys);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller) || gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, n_keys > 0 ? keys[0].keycode : 0, state, &handled);
      if (handled)
        return TRUE;
    }

  return FALSE;
}

static void
type_text (Fixture    *self,
           const char *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '\n' && press (self, GDK_KEY_Return, 0))
        continue;
      gtk_text_buffer_begin_user_action (buffer);
      gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
      gtk_text_buffer_insert_interactive_at_cursor (buffer, p, g_utf8_next_char (p) - p, TRUE);
      gtk_text_buffer_end_user_action (buffer);
    }
}

static void
activate (Fixture    *self,
          const char *action,
          const char *target)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (vlg_text_editor_get_view (self->editor)), action,
                                      target != NULL ? g_variant_new_string (target) : NULL);
}

static void
select_all (Fixture *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (self->buffer), &start, &end);
}

static gboolean
get_flag (Fixture    *self,
          const char *name)
{
  gboolean value;

  g_object_get (self->editor, name, &value, NULL);
  return value;
}

static void
test_write (Fixture       *self,
            gconstpointer  data)
{
  activate (self, "editor.block-style", "heading-1");
  type_text (self, "Radweg\nDer Rat ");
  activate (self, "editor.bold", NULL);
  g_assert_true (get_flag (self, "bold"));
  type_text (self, "beschließt");
  activate (self, "editor.bold", NULL);
  type_text (self, ":\n1. Bau\nPflege");
  g_assert_true (press (self, GDK_KEY_Tab, 0));
  type_text (self, "\n");
  g_assert_true (press (self, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  type_text (self, "Ende\n\n");
  g_assert_true (press (self, GDK_KEY_8, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  type_text (self, "Punkt");
  settle ();
  g_assert_true (get_flag (self, "bulleted"));
  g_assert_cmpstr (vlg_text_editor_get_markdown (self->editor), ==,
                   "# Radweg\n\nDer Rat **beschließt**:\n\n1. Bau\n   1. Pflege\n2. Ende\n\n- Punkt");

  /* The tab key leaves a text outside of lists. */
  type_text (self, "\n\n");
  g_assert_false (press (self, GDK_KEY_Tab, 0));
  gtk_test_widget_wait_for_draw (self->window);
}

static void
test_changed (Fixture       *self,
              gconstpointer  data)
{
  vlg_text_editor_set_markdown (self->editor, "a\n");
  settle ();
  g_assert_cmpuint (self->n_changed, ==, 0);
  g_assert_cmpstr (vlg_text_editor_get_markdown (self->editor), ==, "a\n");

  type_text (self, "bcd");
  g_assert_cmpuint (self->n_changed, ==, 0);
  g_assert_cmpstr (vlg_text_editor_get_markdown (self->editor), ==, "bcda\n");
  wait_for (self->n_changed == 1);

  type_text (self, "e");
  vlg_text_editor_flush (self->editor);
  g_assert_cmpuint (self->n_changed, ==, 2);
  vlg_text_editor_flush (self->editor);
  g_assert_cmpuint (self->n_changed, ==, 2);

  activate (self, "editor.undo", NULL);
  g_assert_cmpstr (vlg_text_editor_get_markdown (self->editor), ==, "a\n");
  activate (self, "editor.redo", NULL);
  g_assert_cmpstr (vlg_text_editor_get_markdown (self->editor), ==, "bcdea\n");
}

static void
test_clipboard (Fixture       *self,
                gconstpointer  data)
{
  GtkTextView *view = GTK_TEXT_VIEW (vlg_text_editor_get_view (self->editor));

  vlg_text_editor_set_markdown (self->editor, "# Kopf\n\n1. **eins**\n2. zwei");
  select_all (self);
  g_signal_emit_by_name (view, "copy-clipboard");
  g_signal_emit_by_name (view, "cut-clipboard");
  g_assert_cmpstr (vlg_text_editor_get_markdown (self->editor), ==, "");
  g_signal_emit_by_name (view, "paste-clipboard");
  wait_for (*vlg_text_editor_get_markdown (self->editor) != '\0');
  g_assert_cmpstr (vlg_text_editor_get_markdown (self->editor), ==, "# Kopf\n\n1. **eins**\n2. zwei");
}

static void
test_html (Fixture       *self,
           gconstpointer  data)
{
  static const char html[] = "<html><body><p>Ein <b>Wort</b></p><ul><li>a<ul><li>b</li></ul></li></ul><script>x()</script></body></html>";
  GtkTextView *view = GTK_TEXT_VIEW (vlg_text_editor_get_view (self->editor));
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes ("text/html", bytes);

  vlg_text_editor_set_markdown (self->editor, "Vorher\n\n* bleibt\n");
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (view)), provider);
  g_signal_emit_by_name (view, "paste-clipboard");
  wait_for (!g_str_has_prefix (vlg_text_editor_get_markdown (self->editor), "Vorher"));
  g_assert_cmpstr (vlg_text_editor_get_markdown (self->editor), ==, "Ein **Wort**\n\n- a\n  - b\n\nVorher\n\n* bleibt\n");
  activate (self, "editor.undo", NULL);
  g_assert_cmpstr (vlg_text_editor_get_markdown (self->editor), ==, "Vorher\n\n* bleibt\n");
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_visible (l->data))
      return l->data;

  return NULL;
}

/* What is larger than any text is left where it is, and that is said. */
static void
test_huge_clipboard (Fixture       *self,
                     gconstpointer  data)
{
  GtkTextView *view = GTK_TEXT_VIEW (vlg_text_editor_get_view (self->editor));
  gsize size = 65 * 1024 * 1024;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_strnfill (size, 'a'), size);
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes ("text/html", bytes);
  GtkWidget *dialog = NULL;

  vlg_text_editor_set_markdown (self->editor, "Vorher");
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (view)), provider);
  g_signal_emit_by_name (view, "paste-clipboard");
  wait_for ((dialog = find_dialog ()) != NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "64 MB"));
  g_assert_cmpstr (vlg_text_editor_get_markdown (self->editor), ==, "Vorher");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_plain (Fixture       *self,
            gconstpointer  data)
{
  GtkTextView *view = GTK_TEXT_VIEW (vlg_text_editor_get_view (self->editor));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), "eins\r\n\r\nzwei *Sterne*\ndrei");
  g_signal_emit_by_name (view, "paste-clipboard");
  wait_for (*vlg_text_editor_get_markdown (self->editor) != '\0');
  g_assert_cmpstr (vlg_text_editor_get_markdown (self->editor), ==, "eins\n\nzwei \\*Sterne*\n\ndrei");
  g_assert_cmpuint (vlg_text_buffer_get_n_lines (self->buffer), ==, 3);
}

/* The drop target of a widget for files. */
static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller)
          && gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (GTK_DROP_TARGET (controller)), GDK_TYPE_FILE_LIST))
        return GTK_DROP_TARGET (controller);
    }

  return NULL;
}

static GFile *
write_office_file (void)
{
  g_autoptr (GBytes) bytes = make_docx ("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Fett</w:t></w:r></w:p>"
                                        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>eins</w:t></w:r></w:p>");
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "text.docx", NULL);

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));

  return g_file_new_for_path (path);
}

/* A Word file dropped on a text becomes part of it, with its formatting, in one step to undo. */
static void
test_drop_file (Fixture       *self,
                gconstpointer  data)
{
  GtkWidget *view = GTK_WIDGET (vlg_text_editor_get_view (self->editor));
  g_autoptr (GFile) file = write_office_file ();
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  vlg_text_editor_set_markdown (self->editor, "Vorher");
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  g_signal_emit_by_name (find_drop_target (view), "drop", &value, 20.0, 20.0, &taken);
  g_assert_true (taken);
  wait_for (strstr (vlg_text_editor_get_markdown (self->editor), "eins") != NULL);
  g_assert_nonnull (strstr (vlg_text_editor_get_markdown (self->editor), "**Fett**"));
  g_assert_nonnull (strstr (vlg_text_editor_get_markdown (self->editor), "\n1. eins"));
  activate (self, "editor.undo", NULL);
  g_assert_cmpstr (vlg_text_editor_get_markdown (self->editor), ==, "Vorher");

  /* A text nobody may change takes nothing. */
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  g_signal_emit_by_name (find_drop_target (view), "drop", &value, 20.0, 20.0, &taken);
  g_assert_false (taken);
}

static void
test_paste_file (Fixture       *self,
                 gconstpointer  data)
{
  GtkWidget *view = GTK_WIDGET (vlg_text_editor_get_view (self->editor));
  g_autoptr (GFile) file = write_office_file ();
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GdkContentProvider) provider = NULL;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  provider = gdk_content_provider_new_for_value (&value);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (view), provider);
  g_signal_emit_by_name (view, "paste-clipboard");
  wait_for (*vlg_text_editor_get_markdown (self->editor) != '\0');
  g_assert_cmpstr (vlg_text_editor_get_markdown (self->editor), ==, "**Fett**\n\n1. eins");
}

/* Items are indented, even an empty last one: the cursor stands behind its marker. */
static void
test_indent (Fixture       *self,
             gconstpointer  data)
{
  GtkTextView *view = GTK_TEXT_VIEW (vlg_text_editor_get_view (self->editor));
  GtkTextIter iter;
  GdkRectangle first, last;

  type_text (self, "Text\n- a\n");
  gtk_test_widget_wait_for_draw (self->window);
  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self->buffer), &iter, 0);
  gtk_text_view_get_iter_location (view, &iter, &first);
  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self->buffer), &iter, gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)));
  g_assert_cmpint (gtk_text_iter_get_line (&iter), ==, 2);
  gtk_text_view_get_iter_location (view, &iter, &last);
  g_assert_cmpint (last.x, >=, first.x + VLG_TEXT_INDENT);

  /* The line behind the text cannot be reached. */
  gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (self->buffer), &iter);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self->buffer), &iter);
  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self->buffer), &iter, gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)));
  g_assert_cmpint (gtk_text_iter_get_line (&iter), ==, 2);
}

static void
test_read_only (Fixture       *self,
                gconstpointer  data)
{
  vlg_text_editor_set_markdown (self->editor, "- a");
  g_object_set (self->editor, "editable", FALSE, NULL);
  g_assert_false (press (self, GDK_KEY_BackSpace, 0));
  activate (self, "editor.bold", NULL);
  activate (self, "editor.numbered", NULL);
  activate (self, "editor.block-style", "heading-1");
  g_assert_cmpstr (vlg_text_editor_get_markdown (self->editor), ==, "- a");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, func) g_test_add ("/text-editor/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("write", test_write);
  ADD ("changed", test_changed);
  ADD ("clipboard", test_clipboard);
  ADD ("html", test_html);
  ADD ("huge-clipboard", test_huge_clipboard);
  ADD ("plain", test_plain);
  ADD ("drop-file", test_drop_file);
  ADD ("paste-file", test_paste_file);
  ADD ("indent", test_indent);
  ADD ("read-only", test_read_only);
#undef ADD

  return g_test_run ();
}
