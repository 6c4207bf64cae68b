/* test-agenda.c — agendas: their numbering and how they may change
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "vlg-agenda.h"
#include "vlg-error.h"

static VlgAgendaItem *
new_item (const char    *title,
          guint          depth,
          gboolean       non_public,
          VlgAgendaKind  kind)
{
  VlgAgendaItem *item = vlg_agenda_item_new (title);

  vlg_agenda_item_set_depth (item, depth);
  vlg_agenda_item_set_visibility (item, non_public ? VLG_VISIBILITY_NON_PUBLIC : VLG_VISIBILITY_PUBLIC);
  vlg_agenda_item_set_kind (item, kind);

  return item;
}

static VlgAgendaItem *
new_late (const char      *title,
          VlgAgendaOrigin  origin)
{
  VlgAgendaItem *item = vlg_agenda_item_new (title);

  vlg_agenda_item_set_origin (item, origin);

  return item;
}

/* A council's agenda with a heading for information and one for decisions, a non-public part, and the end in public. */
static VlgAgenda *
new_agenda (void)
{
  static const struct { const char *title; guint depth; gboolean non_public; VlgAgendaKind kind; } rows[] = {
    { "Opening", 0, FALSE, VLG_AGENDA_KIND_PLAIN },
    { "Reports", 0, FALSE, VLG_AGENDA_KIND_INFORMATION },
    { "Mayor", 1, FALSE, VLG_AGENDA_KIND_PLAIN },
    { "Groups", 1, FALSE, VLG_AGENDA_KIND_PLAIN },
    { "Resolutions", 0, FALSE, VLG_AGENDA_KIND_DECISIONS },
    { "Resolutions", 0, TRUE, VLG_AGENDA_KIND_DECISIONS },
  };
  g_autoptr (GListStore) standard = g_list_store_new (VLG_TYPE_AGENDA_ITEM);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (VlgAgendaItem) item = new_item (rows[i].title, rows[i].depth, rows[i].non_public, rows[i].kind);

      g_list_store_append (standard, item);
    }

  return vlg_agenda_new_standard (G_LIST_MODEL (standard), NULL);
}

static char *
describe (VlgAgenda  *agenda,
          VlgEdition  edition)
{
  g_autoptr (GPtrArray) lines = vlg_agenda_dup_lines (agenda, edition);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      VlgAgendaLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (text, "%s%s %s%s%s", i > 0 ? "\n" : "", line->number, line->title, line->removed ? " (removed)" : "",
                              line->item_uid == NULL ? " (by itself)" : "");
      if (*line->motion_number != '\0')
        g_string_append_printf (text, " [%s]", line->motion_number);
    }

  return g_string_free (text, FALSE);
}

static void
assert_lines (VlgAgenda  *agenda,
              const char *expected)
{
  g_autofree char *text = describe (agenda, VLG_EDITION_FULL);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_numbering (void)
{
  static const VlgAgendaPlace places[] = {
    { FALSE, 2, NULL },    /* nothing above it: outermost */
    { FALSE, 3, "" },      /* one below what is above, not three */
    { FALSE, 1, NULL },
    { FALSE, 2, NULL },
    { FALSE, 0, NULL },
    { FALSE, 1, NULL },
    { TRUE, 1, NULL },     /* another part: outermost */
    { TRUE, 1, NULL },
    { FALSE, 0, NULL },    /* the public part goes on */
    { TRUE, 0, NULL },
  };
  static const char * const expected[] = { "Ö 1", "Ö 1.1", "Ö 1.2", "Ö 1.2.1", "Ö 2", "Ö 2.1", "N 1", "N 1.1", "Ö 3", "N 2", NULL };
  g_autoptr (VlgAgendaWording) wording = vlg_agenda_wording_new ();
  g_auto (GStrv) numbers = vlg_agenda_number_places (places, G_N_ELEMENTS (places), wording);
  g_auto (GStrv) none = vlg_agenda_number_places (NULL, 0, wording);

  g_assert_cmpstrv (numbers, expected);
  g_assert_null (none[0]);
}

/* What is printed stays; the new number is never one that has been used. */
static void
test_numbering_fixed (void)
{
  static const VlgAgendaPlace places[] = {
    { FALSE, 0, "Ö 1" },
    { FALSE, 1, "Ö 1.1" },
    { FALSE, 1, NULL },
    { FALSE, 0, NULL },
    { FALSE, 0, "Ö 9" },
    { FALSE, 1, NULL },
    { FALSE, 1, "Ö 9.4" },
    { FALSE, 1, NULL },
    { TRUE, 0, NULL },
  };
  static const char * const expected[] = { "Ö 1", "Ö 1.1", "Ö 1.2", "Ö 10", "Ö 9", "Ö 9.5", "Ö 9.4", "Ö 9.6", "N 1", NULL };
  g_autoptr (VlgAgendaWording) wording = vlg_agenda_wording_new ();
  g_auto (GStrv) numbers = vlg_agenda_number_places (places, G_N_ELEMENTS (places), wording);

  g_assert_cmpstrv (numbers, expected);
}

/* On random agendas: no number twice, and fixing some of the numbers changes none of the others as long as nothing is added. */
static void
test_numbering_random (void)
{
  g_autoptr (VlgAgendaWording) wording = vlg_agenda_wording_new ();

  for (guint round = 0; round < 500; round++)
    {
      VlgAgendaPlace places[24];
      guint n = g_test_rand_int_range (0, G_N_ELEMENTS (places) + 1);
      g_autofree guint *depths = NULL;
      g_auto (GStrv) numbers = NULL;
      g_auto (GStrv) again = NULL;
      g_auto (GStrv) more = NULL;
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < n; i++)
        places[i] = (VlgAgendaPlace) { g_test_rand_int_range (0, 3) == 0, g_test_rand_int_range (0, 4), NULL };
      numbers = vlg_agenda_number_places (places, n, wording);
      for (guint i = 0; i < n; i++)
        g_assert_true (g_hash_table_add (seen, numbers[i]));

      depths = vlg_agenda_true_depths (places, n);
      for (guint i = 0; i < n; i++)
        places[i] = (VlgAgendaPlace) { places[i].non_public, depths[i], numbers[i] };
      again = vlg_agenda_number_places (places, n, wording);
      g_assert_cmpstrv (numbers, again);

      /* One more in the middle: its number is new, all others stay. */
      if (n > 1 && n < G_N_ELEMENTS (places))
        {
          guint at = g_test_rand_int_range (1, n);

          for (guint i = n; i > at; i--)
            places[i] = places[i - 1];
          places[at] = (VlgAgendaPlace) { places[at - 1].non_public, 0, NULL };
          if (at < n && !places[at + 1].non_public == !places[at].non_public)
            places[at].depth = places[at + 1].depth;
          more = vlg_agenda_number_places (places, n + 1, wording);
          g_assert_false (g_hash_table_contains (seen, more[at]));
          for (guint i = 0; i <= n; i++)
            if (i != at)
              g_assert_cmpstr (more[i], ==, places[i].fixed);
        }
    }
}

static void
test_standard (void)
{
  g_autoptr (VlgAgenda) agenda = new_agenda ();
  g_autoptr (VlgAgenda) empty = vlg_agenda_new_standard (NULL, NULL);

  assert_lines (agenda, "Ö 1 Opening\nÖ 2 Reports\nÖ 2.1 Mayor\nÖ 2.2 Groups\nÖ 3 Resolutions\nN 1 Resolutions\n"
                        "Ö 4 Bekanntgabe der in nichtöffentlicher Sitzung gefassten Beschlüsse (by itself)");
  assert_lines (empty, "");
}

static void
test_motions (void)
{
  g_autoptr (VlgAgenda) agenda = new_agenda ();
  g_autoptr (VlgAgendaItem) paper = vlg_agenda_item_new ("Playground");
  g_autoptr (VlgAgendaItem) report = vlg_agenda_item_new ("Report");
  g_autoptr (VlgAgendaItem) secret = new_item ("Sale of 12 Main Street to Mr Smith", 0, TRUE, VLG_AGENDA_KIND_PLAIN);
  g_autoptr (VlgAgendaItem) plain = new_item ("Personnel", 0, TRUE, VLG_AGENDA_KIND_PLAIN);
  g_autoptr (GError) error = NULL;
  g_autofree char *public_text = NULL;

  vlg_agenda_item_set_motion_number (paper, "BV/001/2022");
  vlg_agenda_item_set_motion_number (report, "IV/002/2022");
  vlg_agenda_item_set_motion_number (secret, "BV/003/2022");
  vlg_agenda_item_set_public_title (secret, "Sale of a plot");

  g_assert_cmpint (vlg_agenda_add_motion (agenda, paper, VLG_ROLE_DECISION, &error), ==, 5);
  g_assert_cmpint (vlg_agenda_add_motion (agenda, report, VLG_ROLE_INFORMATION, &error), ==, 4);
  g_assert_cmpint (vlg_agenda_add_motion (agenda, secret, VLG_ROLE_NONE, &error), ==, 8);
  g_assert_cmpint (vlg_agenda_add_motion (agenda, plain, VLG_ROLE_INFORMATION, &error), ==, 9);
  g_assert_no_error (error);
  assert_lines (agenda, "Ö 1 Opening\nÖ 2 Reports\nÖ 2.1 Mayor\nÖ 2.2 Groups\nÖ 2.3 Report [IV/002/2022]\nÖ 3 Resolutions\nÖ 3.1 Playground [BV/001/2022]\n"
                        "N 1 Resolutions\nN 1.1 Sale of 12 Main Street to Mr Smith [BV/003/2022]\nN 2 Personnel\n"
                        "Ö 4 Bekanntgabe der in nichtöffentlicher Sitzung gefassten Beschlüsse (by itself)");

  public_text = describe (agenda, VLG_EDITION_PUBLIC);
  g_assert_nonnull (strstr (public_text, "N 1.1 Sale of a plot\n"));
  g_assert_nonnull (strstr (public_text, "N 2 Nichtöffentlicher Tagesordnungspunkt\n"));
  g_assert_nonnull (strstr (public_text, "[BV/001/2022]"));
  g_assert_null (strstr (public_text, "Smith"));
  g_assert_null (strstr (public_text, "BV/003/2022"));
  g_assert_null (strstr (public_text, "Personnel"));
}

static void
test_announcement (void)
{
  g_autoptr (VlgAgenda) agenda = vlg_agenda_new (NULL);
  g_autoptr (VlgAgendaItem) a = vlg_agenda_item_new ("A");
  g_autoptr (VlgAgendaItem) b = new_item ("B", 0, TRUE, VLG_AGENDA_KIND_PLAIN);
  g_autoptr (VlgAgendaItem) end = vlg_agenda_item_new ("End");
  g_autoptr (VlgAgendaItem) own = new_item ("Own words", 0, FALSE, VLG_AGENDA_KIND_ANNOUNCEMENT);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) numbers = NULL;

  vlg_agenda_insert (agenda, 0, a, &error);
  assert_lines (agenda, "Ö 1 A");
  vlg_agenda_insert (agenda, 1, b, &error);
  vlg_agenda_insert (agenda, 2, end, &error);
  assert_lines (agenda, "Ö 1 A\nN 1 B\nÖ 2 Bekanntgabe der in nichtöffentlicher Sitzung gefassten Beschlüsse (by itself)\nÖ 3 End");
  numbers = vlg_agenda_dup_numbers (agenda);
  g_assert_cmpuint (g_strv_length (numbers), ==, 3);
  g_assert_cmpstr (numbers[2], ==, "Ö 3");

  /* One before the non-public part announces those of the last meeting: it does not stand for this one's. */
  vlg_agenda_insert (agenda, 0, own, &error);
  assert_lines (agenda, "Ö 1 Own words\nÖ 2 A\nN 1 B\nÖ 3 Bekanntgabe der in nichtöffentlicher Sitzung gefassten Beschlüsse (by itself)\nÖ 4 End");
  vlg_agenda_move (agenda, 0, 3, &error);
  assert_lines (agenda, "Ö 1 A\nN 1 B\nÖ 2 End\nÖ 3 Own words");
  vlg_agenda_remove (agenda, 3);
  vlg_agenda_remove (agenda, 1);
  assert_lines (agenda, "Ö 1 A\nÖ 2 End");
  g_assert_no_error (error);
}

static void
test_changes (void)
{
  g_autoptr (VlgAgenda) agenda = new_agenda ();
  g_autoptr (GError) error = NULL;

  /* An item takes along what lies below it. */
  g_assert_true (vlg_agenda_move (agenda, 1, 0, &error));
  assert_lines (agenda, "Ö 1 Reports\nÖ 1.1 Mayor\nÖ 1.2 Groups\nÖ 2 Opening\nÖ 3 Resolutions\nN 1 Resolutions\n"
                        "Ö 4 Bekanntgabe der in nichtöffentlicher Sitzung gefassten Beschlüsse (by itself)");
  g_assert_true (vlg_agenda_indent (agenda, 3, 1, &error));
  g_assert_true (vlg_agenda_indent (agenda, 0, 3, &error)); /* nothing above it */
  g_assert_true (vlg_agenda_indent (agenda, 4, 2, &error));
  assert_lines (agenda, "Ö 1 Reports\nÖ 1.1 Mayor\nÖ 1.2 Groups\nÖ 1.3 Opening\nÖ 1.3.1 Resolutions\nN 1 Resolutions\n"
                        "Ö 2 Bekanntgabe der in nichtöffentlicher Sitzung gefassten Beschlüsse (by itself)");
  g_assert_true (vlg_agenda_indent (agenda, 3, 0, &error));
  vlg_agenda_remove (agenda, 0);
  assert_lines (agenda, "Ö 1 Opening\nÖ 1.1 Resolutions\nN 1 Resolutions\n"
                        "Ö 2 Bekanntgabe der in nichtöffentlicher Sitzung gefassten Beschlüsse (by itself)");
  g_assert_no_error (error);
}

static void
test_fixed (void)
{
  g_autoptr (VlgAgenda) agenda = new_agenda ();
  g_autoptr (VlgAgendaItem) regular = vlg_agenda_item_new ("Regular");
  g_autoptr (VlgAgendaItem) addendum = new_late ("Addendum", VLG_AGENDA_ORIGIN_ADDENDUM);
  g_autoptr (VlgAgendaItem) urgent = new_late ("Urgent", VLG_AGENDA_ORIGIN_URGENT);
  g_autoptr (VlgAgendaItem) last = new_late ("Late", VLG_AGENDA_ORIGIN_URGENT);
  g_autoptr (GError) error = NULL;

  vlg_agenda_fix (agenda);
  g_assert_true (vlg_agenda_get_fixed (agenda));
  assert_lines (agenda, "Ö 1 Opening\nÖ 2 Reports\nÖ 2.1 Mayor\nÖ 2.2 Groups\nÖ 3 Resolutions\nN 1 Resolutions\n"
                        "Ö 4 Bekanntgabe der in nichtöffentlicher Sitzung gefassten Beschlüsse");

  g_assert_false (vlg_agenda_insert (agenda, 0, regular, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_FROZEN);
  g_clear_error (&error);
  g_assert_cmpint (vlg_agenda_add (agenda, 4, regular, &error), ==, -1);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_FROZEN);
  g_clear_error (&error);
  g_assert_false (vlg_agenda_move (agenda, 0, 1, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_FROZEN);
  g_clear_error (&error);
  g_assert_false (vlg_agenda_indent (agenda, 1, 1, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_FROZEN);
  g_clear_error (&error);

  g_assert_cmpint (vlg_agenda_add (agenda, 4, addendum, &error), ==, 5);
  g_assert_cmpstr (vlg_agenda_item_get_number (addendum), ==, "Ö 3.1");
  vlg_agenda_remove (agenda, 1);
  g_assert_cmpint (vlg_agenda_add_motion (agenda, urgent, VLG_ROLE_DECISION, &error), ==, 6);
  /* The number of the announcement is printed: the next one is after it. */
  g_assert_cmpint (vlg_agenda_add (agenda, -1, last, &error), ==, 7);
  g_assert_no_error (error);
  assert_lines (agenda, "Ö 1 Opening\nÖ 2 Reports (removed)\nÖ 2.1 Mayor (removed)\nÖ 2.2 Groups (removed)\nÖ 3 Resolutions\nÖ 3.1 Addendum\nÖ 3.2 Urgent\n"
                        "Ö 5 Late\nN 1 Resolutions\nÖ 4 Bekanntgabe der in nichtöffentlicher Sitzung gefassten Beschlüsse");
  vlg_agenda_restore (agenda, 1);
  vlg_agenda_unfix (agenda);
  assert_lines (agenda, "Ö 1 Opening\nÖ 2 Reports\nÖ 2.1 Mayor\nÖ 2.2 Groups\nÖ 3 Resolutions\nÖ 3.1 Addendum\nÖ 3.2 Urgent\n"
                        "Ö 4 Late\nN 1 Resolutions\nÖ 5 Bekanntgabe der in nichtöffentlicher Sitzung gefassten Beschlüsse");
}

/* The first non-public item comes as an addendum: the announcement comes with it, and has a number too. */
static void
test_fixed_late_part (void)
{
  g_autoptr (VlgAgenda) agenda = vlg_agenda_new (NULL);
  g_autoptr (VlgAgenda) stored = NULL;
  g_autoptr (VlgAgendaItem) a = vlg_agenda_item_new ("A");
  g_autoptr (VlgAgendaItem) late = new_late ("Late", VLG_AGENDA_ORIGIN_ADDENDUM);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  GListModel *model = vlg_agenda_get_items (agenda);

  vlg_agenda_insert (agenda, 0, a, &error);
  vlg_agenda_fix (agenda);
  vlg_agenda_item_set_visibility (late, VLG_VISIBILITY_NON_PUBLIC);
  g_assert_cmpint (vlg_agenda_add (agenda, -1, late, &error), ==, 1);
  g_assert_no_error (error);
  assert_lines (agenda, "Ö 1 A\nN 1 Late\nÖ 2 Bekanntgabe der in nichtöffentlicher Sitzung gefassten Beschlüsse");

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (items, g_list_model_get_item (model, i));
  stored = vlg_agenda_new_stored (items, TRUE, vlg_agenda_get_wording (agenda));
  g_assert_true (vlg_agenda_get_fixed (stored));
  assert_lines (stored, "Ö 1 A\nN 1 Late\nÖ 2 Bekanntgabe der in nichtöffentlicher Sitzung gefassten Beschlüsse");
}

static void
test_item_copy (void)
{
  g_autoptr (VlgAgendaItem) item = vlg_agenda_item_new ("T");
  g_autoptr (VlgAgendaItem) duplicate = NULL;
  g_autofree GParamSpec **specs = NULL;
  guint n;

  g_object_set (item, "number", "Ö 1", "depth", 2, "visibility", VLG_VISIBILITY_NON_PUBLIC, "kind", VLG_AGENDA_KIND_DECISIONS,
                "origin", VLG_AGENDA_ORIGIN_URGENT, "removed", TRUE, "public-title", "P", "motion-uid", "m", "motion-number", "BV/1",
                "consultation-uid", "c", "note", "N", NULL);
  specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (item), &n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VlgAgendaItem) copy = vlg_agenda_item_copy (item);
      g_auto (GValue) value = G_VALUE_INIT;

      g_assert_true (vlg_agenda_item_equal (item, copy));
      g_object_get_property (G_OBJECT (copy), specs[i]->name, &value);
      g_assert_false (g_param_value_defaults (specs[i], &value));
      g_param_value_set_default (specs[i], &value);
      g_object_set_property (G_OBJECT (copy), specs[i]->name, &value);
      g_assert_false (vlg_agenda_item_equal (item, copy));
    }

  duplicate = vlg_agenda_item_duplicate (item);
  g_assert_false (vlg_agenda_item_equal (item, duplicate));
  vlg_agenda_item_set_uid (duplicate, vlg_agenda_item_get_uid (item));
  g_assert_true (vlg_agenda_item_equal (item, duplicate));
}

/* The agenda of a real meeting, entered item by item, comes out with the numbers of its record. */
static void
enter_record (const char *name,
              guint       least)
{
  const char *folder = g_getenv ("VORLAGE_CASES");
  g_autoptr (VlgAgenda) agenda = vlg_agenda_new (NULL);
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) rows = NULL;

  if (folder == NULL)
    {
      g_test_skip ("VORLAGE_CASES is not set");
      return;
    }
  path = g_build_filename (folder, name, NULL);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  rows = g_strsplit (text, "\n", -1);
  for (guint i = 0; rows[i] != NULL; i++)
    {
      if (g_regex_match_simple ("^[ÖN] [0-9.]+$", rows[i], 0, 0))
        {
          g_autoptr (VlgAgendaItem) item = vlg_agenda_item_new (rows[i + 1]);

          for (const char *p = rows[i]; *p != '\0'; p++)
            if (*p == '.')
              vlg_agenda_item_set_depth (item, vlg_agenda_item_get_depth (item) + 1);
          if (g_str_has_prefix (rows[i], "N"))
            vlg_agenda_item_set_visibility (item, VLG_VISIBILITY_NON_PUBLIC);
          vlg_agenda_insert (agenda, expected->len, item, &error);
          g_assert_no_error (error);
          g_ptr_array_add (expected, g_strdup_printf ("%s\n%s", rows[i], rows[i + 1]));
        }
    }
  g_assert_cmpuint (expected->len, >=, least);

  vlg_agenda_fix (agenda);
  lines = vlg_agenda_dup_lines (agenda, VLG_EDITION_PUBLIC);
  g_assert_cmpuint (lines->len, ==, expected->len);
  for (guint i = 0; i < lines->len; i++)
    {
      VlgAgendaLine *line = g_ptr_array_index (lines, i);
      g_autofree char *got = g_strdup_printf ("%s\n%s", line->number, line->title);

      g_assert_cmpstr (got, ==, g_ptr_array_index (expected, i));
    }
}

static void
test_record_2021 (void)
{
  enter_record ("meeting-dessau-StR-023-2021.txt", 17);
}

static void
test_record_2007 (void)
{
  enter_record ("meeting-dessau-STR-024-2007.txt", 15);
}

/* Of an item nobody decided about the public reads as little as of a non-public one. */
static void
test_undecided (void)
{
  g_autoptr (VlgAgenda) agenda = vlg_agenda_new (NULL);
  g_autoptr (VlgAgendaItem) item = vlg_agenda_item_new ("Grundstück GEHEIM");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  vlg_agenda_item_set_visibility (item, VLG_VISIBILITY_UNDECIDED);
  vlg_agenda_item_set_motion_number (item, "BV/001/2030");
  g_assert_true (vlg_agenda_insert (agenda, 0, item, &error));
  text = describe (agenda, VLG_EDITION_PUBLIC);
  g_assert_null (strstr (text, "GEHEIM"));
  g_assert_null (strstr (text, "BV/001"));
  assert_lines (agenda, "Ö 1 Grundstück GEHEIM [BV/001/2030]");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/agenda/numbering/plain", test_numbering);
  g_test_add_func ("/core/agenda/numbering/fixed", test_numbering_fixed);
  g_test_add_func ("/core/agenda/numbering/random", test_numbering_random);
  g_test_add_func ("/core/agenda/standard", test_standard);
  g_test_add_func ("/core/agenda/motions", test_motions);
  g_test_add_func ("/core/agenda/announcement", test_announcement);
  g_test_add_func ("/core/agenda/changes", test_changes);
  g_test_add_func ("/core/agenda/fixed", test_fixed);
  g_test_add_func ("/core/agenda/fixed-late-part", test_fixed_late_part);
  g_test_add_func ("/core/agenda/item-copy", test_item_copy);
  g_test_add_func ("/core/agenda/undecided", test_undecided);
  g_test_add_func ("/core/agenda/record-2021", test_record_2021);
  g_test_add_func ("/core/agenda/record-2007", test_record_2007);

  return g_test_run ();
}
