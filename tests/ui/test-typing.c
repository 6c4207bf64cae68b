/* test-typing.c — a whole motion typed from nothing, by keyboard alone, is the one that was read from its form
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "form-projection.h"
#include "keyboard.h"
#include "vlg-day-field.h"
#include "vlg-document.h"
#include "vlg-finding-mark.h"
#include "vlg-import.h"
#include "vlg-sqlite-store.h"
#include "window-fixture.h"

/* An office of its own that has read the form. Caller owns the office and @form. */
static VlgOffice *
read_form (VlgMotion **form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgStore) store = vlg_sqlite_store_open (NULL, &error);
  g_autoptr (VlgActor) actor = vlg_actor_new (1000, "Test");
  g_autoptr (VlgImport) import = NULL;
  g_autoptr (VlgImportResult) result = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("VORLAGE_CASES"), "seed-BV-422-2017-I-OB.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  VlgOffice *office = vlg_office_new (store, actor, &error);

  g_assert_no_error (error);
  import = vlg_import_new (office, VLG_ON_CONFLICT_ASK);
  result = vlg_import_file (import, file, NULL);
  g_assert_cmpint (vlg_import_result_get_outcome (result), ==, VLG_IMPORT_IMPORTED);
  *form = g_object_ref (vlg_import_result_get_motion (result));

  return office;
}

/* Goes on to the row @name and writes into it, in place of what is there. */
static void
fill (const char *name,
      const char *text)
{
  keyboard_tab_to (name);
  keyboard_press (GDK_KEY_a, GDK_CONTROL_MASK);
  keyboard_type (text);
}

/* Goes on to a long text, opens it, writes it and comes back. A blank line on paper is one Return in the editor. */
static void
fill_long (const char *name,
           const char *text)
{
  g_autofree char *plain = vlg_markdown_to_plain (text);
  g_auto (GStrv) paragraphs = g_strsplit (plain, "\n\n", -1);
  g_autofree char *typed = g_strjoinv ("\n", paragraphs);

  keyboard_tab_to (name);
  if (*text == '\0')
    return;

  keyboard_press (GDK_KEY_Return, 0);
  window_fixture_settle ();
  keyboard_type (typed);
  keyboard_press (GDK_KEY_Escape, 0);
  window_fixture_settle ();
}

static void
fill_sequence (VlgMotion *form)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (form));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (rows, i);
      g_autofree char *day = vlg_day_to_german (vlg_consultation_get_day (row));

      keyboard_tab_to ("Add a Consultation");
      keyboard_press (GDK_KEY_Return, 0);
      window_fixture_settle ();
      keyboard_type (vlg_consultation_get_body (row));
      keyboard_tab_into (VLG_TYPE_DAY_FIELD);
      keyboard_type (day);
    }
}

static void
fill_signatories (VlgMotion *form)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_signatories (form));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VlgSignatory) row = g_list_model_get_item (rows, i);

      fill (vlg_signatory_get_role (row), vlg_signatory_get_name (row));
    }
}

static void
fill_annexes (VlgMotion *form)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_annexes (form));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VlgAnnex) row = g_list_model_get_item (rows, i);

      if (vlg_annex_get_source (row))
        continue;

      keyboard_tab_to ("Add a Text as Annex");
      keyboard_press (GDK_KEY_Return, 0);
      window_fixture_settle ();
      keyboard_type (vlg_annex_get_title (row));
      fill_long ("Write", vlg_annex_get_text (row));
    }
}

static void
start_motion (const char *title)
{
  keyboard_tab_to ("_New Motion");
  keyboard_press (GDK_KEY_Return, 0);
  wait_until (gtk_window_get_modal (keyboard_get_window ()));
  window_fixture_settle ();
  keyboard_type (title);
  keyboard_press (GDK_KEY_Return, 0);
  wait_until (!gtk_window_get_modal (keyboard_get_window ()) && keyboard_is_at ("Title"));
  window_fixture_settle ();
}

static void
type_motion (VlgMotion *form)
{
  start_motion (vlg_motion_get_text (form, VLG_FIELD_TITLE));

  /* Up to the head of the form, and down from there. */
  for (guint i = 0; i < 9; i++)
    keyboard_press (GDK_KEY_Page_Up, GDK_CONTROL_MASK);
  g_assert_true (keyboard_is_at ("Submitter"));
  keyboard_type (vlg_motion_get_text (form, VLG_FIELD_SUBMITTER));
  fill ("Responsible", vlg_motion_get_text (form, VLG_FIELD_RESPONSIBLE));
  fill_sequence (form);
  fill_long ("Resolution", vlg_motion_get_text (form, VLG_FIELD_RESOLUTION));
  fill_long ("Legal Basis", vlg_motion_get_text (form, VLG_FIELD_LEGAL_BASIS));
  fill_long ("Related Resolutions", vlg_motion_get_text (form, VLG_FIELD_RELATED_RESOLUTIONS));
  fill_long ("Expert Opinions", vlg_motion_get_text (form, VLG_FIELD_EXPERT_OPINIONS));
  fill_long ("Publication Notes", vlg_motion_get_text (form, VLG_FIELD_PUBLICATION_NOTES));
  keyboard_tab_to ("Soziales Miteinander");
  keyboard_type ("m01");
  fill_long ("Reasoning", vlg_motion_get_text (form, VLG_FIELD_REASONING));
  fill_signatories (form);
  fill_annexes (form);
  fill ("Paper Number", vlg_motion_get_number_text (form));
  keyboard_press (GDK_KEY_Return, 0);
}

/* The deeds of the stage menu, to where the imported paper stands: released. */
static void
release (WindowFixture *self)
{
  static const struct { VlgStageDeed deed; VlgStage stage; } way[] = {
    { VLG_STAGE_DEED_SUBMIT, VLG_STAGE_SUBMITTED },
    { VLG_STAGE_DEED_RELEASE, VLG_STAGE_RELEASED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (way); i++)
    {
      keyboard_tab_to ("Submit, release, withdraw");
      keyboard_press (GDK_KEY_Return, 0);
      window_fixture_settle ();
      for (guint n = 0; n < VLG_N_STAGE_DEEDS && !keyboard_is_at (vlg_stage_rules_get_label (way[i].deed)); n++)
        keyboard_press (GDK_KEY_Down, 0);
      keyboard_press (GDK_KEY_space, 0);
      /* What the deed means. */
      wait_until (window_fixture_dialog () != NULL);
      window_fixture_settle ();
      keyboard_tab_to (vlg_stage_rules_get_label (way[i].deed));
      keyboard_press (GDK_KEY_space, 0);
      wait_until (vlg_motion_get_stage (self->page->motion) == way[i].stage);
      window_fixture_settle ();
    }
}

/* A program's output; fails the test when it fails. Caller owns. */
static char *
run (const char *first,
     ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status = 0;
  va_list more;

  g_ptr_array_add (argv, (gpointer) first);
  va_start (more, first);
  for (const char *argument = va_arg (more, const char *); argument != NULL; argument = va_arg (more, const char *))
    g_ptr_array_add (argv, (gpointer) argument);
  va_end (more);
  g_ptr_array_add (argv, NULL);

  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);

  return output;
}

static char *
export (VlgOffice  *office,
        const char *folder,
        const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = vlg_office_find_motion (office, "BV/422/2017/I-OB", &error);
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_no_error (error);
  g_assert_true (vlg_office_export (office, motion, file, FALSE, NULL, &error));
  g_assert_no_error (error);

  return path;
}

/* Words and pictures of the pages: the files themselves carry the identity of their motions. */
static void
assert_same_paper (const char *folder,
                   const char *ours,
                   const char *theirs)
{
  g_autofree char *our_text = run ("pdftotext", "-layout", ours, "-", NULL);
  g_autofree char *their_text = run ("pdftotext", "-layout", theirs, "-", NULL);
  g_autofree char *our_prefix = g_build_filename (folder, "ours", NULL);
  g_autofree char *their_prefix = g_build_filename (folder, "theirs", NULL);
  guint n_pages = 0;

  g_assert_cmpstr (our_text, ==, their_text);
  g_free (run ("pdftoppm", "-r", "60", ours, our_prefix, NULL));
  g_free (run ("pdftoppm", "-r", "60", theirs, their_prefix, NULL));
  for (;; n_pages++)
    {
      g_autofree char *our_page = g_strdup_printf ("%s-%u.ppm", our_prefix, n_pages + 1);
      g_autofree char *their_page = g_strdup_printf ("%s-%u.ppm", their_prefix, n_pages + 1);
      g_autofree char *our_bytes = NULL;
      g_autofree char *their_bytes = NULL;
      gsize our_length = 0;
      gsize their_length = 0;

      if (!g_file_get_contents (our_page, &our_bytes, &our_length, NULL))
        break;
      g_assert_true (g_file_get_contents (their_page, &their_bytes, &their_length, NULL));
      g_assert_cmpmem (our_bytes, our_length, their_bytes, their_length);
    }
  g_assert_cmpuint (n_pages, >=, 2);
}

static void
test_seed (WindowFixture *self,
           gconstpointer  data)
{
  g_autoptr (VlgOffice) office = NULL;
  g_autoptr (VlgMotion) form = NULL;
  g_autoptr (VlgMotion) typed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *written = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  if (g_getenv ("VORLAGE_CASES") == NULL)
    {
      g_test_skip ("VORLAGE_CASES is not set: no form to type");
      return;
    }
  if (!keyboard_use_german ())
    {
      g_test_skip ("this display has no German keyboard");
      return;
    }

  office = read_form (&form);
  type_motion (form);
  release (self);

  typed = vlg_office_find_motion (self->office, "BV/422/2017/I-OB", &error);
  g_assert_no_error (error);
  expected = form_projection (form, vlg_office_get_profile (office));
  written = form_projection (typed, vlg_office_get_profile (self->office));
  g_assert_cmpstr (written, ==, expected);

  folder = g_dir_make_tmp ("vorlage-typing-XXXXXX", &error);
  g_assert_no_error (error);
  ours = export (self->office, folder, "ours.pdf");
  theirs = export (office, folder, "theirs.pdf");
  assert_same_paper (folder, ours, theirs);
  g_free (run ("rm", "-rf", "--", folder, NULL));
}

/* A telephone rings in the middle of a date: what is half written is not made a whole day of. */
static void
test_look_away (WindowFixture *self,
                gconstpointer  data)
{
  g_autoptr (VlgConsultation) row = NULL;

  if (!keyboard_use_german ())
    {
      g_test_skip ("this display has no German keyboard");
      return;
    }

  start_motion ("Spielplatz");
  keyboard_tab_to ("Add a Consultation");
  keyboard_press (GDK_KEY_Return, 0);
  window_fixture_settle ();
  keyboard_type ("Stadtrat");
  keyboard_tab_into (VLG_TYPE_DAY_FIELD);
  keyboard_type ("19.12.");
  keyboard_look_away ();
  keyboard_type ("2017");
  keyboard_press (GDK_KEY_Tab, 0);

  row = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (self->page->motion)), 0);
  g_assert_cmpuint (vlg_consultation_get_day (row), ==, vlg_day_new (2017, 12, 19));
}

static GtkWidget *
focus_in (WindowFixture *self,
          GType          type)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));

  return focus != NULL ? gtk_widget_get_ancestor (focus, type) : NULL;
}

/* Who goes through the form by Tab writes where he is: never into the search beside it. */
static void
test_rows (WindowFixture *self,
           gconstpointer  data)
{
  GtkWidget *title;

  if (!keyboard_use_german ())
    {
      g_test_skip ("this display has no German keyboard");
      return;
    }

  start_motion ("Spielplatz");
  keyboard_press (GDK_KEY_Tab, 0);
  g_assert_true (keyboard_is_at ("Resolution"));
  keyboard_type ("Der Stadtrat");
  window_fixture_settle ();
  keyboard_press (GDK_KEY_Escape, 0);
  window_fixture_settle ();
  g_assert_cmpstr (vlg_motion_get_text (self->page->motion, VLG_FIELD_RESOLUTION), ==, "Der Stadtrat");
  /* Further writing goes on at the end. */
  keyboard_type (" beschließt");
  window_fixture_settle ();
  keyboard_press (GDK_KEY_Escape, 0);
  window_fixture_settle ();

  /* A row of one field is one stop. */
  keyboard_tab_to ("Responsible");
  keyboard_press (GDK_KEY_Tab, 0);
  keyboard_type ("16.1.2031");
  keyboard_press (GDK_KEY_Tab, 0);
  g_assert_cmpuint (vlg_motion_get_received_on (self->page->motion), ==, vlg_day_new (2031, 1, 16));

  /* A mark that was read leaves the focus where it stands. */
  keyboard_tab_into (VLG_TYPE_FINDING_MARK);
  keyboard_press (GDK_KEY_space, 0);
  keyboard_press (GDK_KEY_Escape, 0);
  g_assert_nonnull (focus_in (self, VLG_TYPE_FINDING_MARK));
  keyboard_type ("x");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (self->page->search_entry)), ==, "");

  /* Return in the list goes into the motion that is open beside it, and has nothing selected that the next key would replace. */
  gtk_widget_grab_focus (GTK_WIDGET (self->page->list_view));
  keyboard_press (GDK_KEY_Return, 0);
  wait_until (keyboard_is_at ("Submitter"));
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (gtk_root_get_focus (GTK_ROOT (self->window))), NULL, NULL));

  /* So do the keys that go by sections. */
  gtk_widget_grab_focus (GTK_WIDGET (self->page->list_view));
  keyboard_press (GDK_KEY_Page_Down, GDK_CONTROL_MASK);
  wait_until (keyboard_is_at ("Submitter"));

  /* What is longer than its row shows its beginning again, once the focus has gone on. */
  keyboard_tab_to ("Title");
  title = gtk_root_get_focus (GTK_ROOT (self->window));
  keyboard_press (GDK_KEY_End, 0);
  keyboard_type (" am Park");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (title)), >, 0);
  keyboard_press (GDK_KEY_Tab, 0);
  wait_until (gtk_editable_get_position (GTK_EDITABLE (title)) == 0);

  /* Not with Shift, which is the inspector of GTK. */
  keyboard_press (GDK_KEY_d, GDK_CONTROL_MASK);
  wait_until (window_fixture_get_n_motions (self) == 2);
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);
  /* GTK 4.8 warns of scroll bars that are drawn while a page slides in. */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);

  g_test_add ("/typing/seed", WindowFixture, NULL, window_fixture_set_up, test_seed, window_fixture_tear_down);
  g_test_add ("/typing/look-away", WindowFixture, NULL, window_fixture_set_up, test_look_away, window_fixture_tear_down);
  g_test_add ("/typing/rows", WindowFixture, NULL, window_fixture_set_up, test_rows, window_fixture_tear_down);

  return window_fixture_run (argc, argv);
}
