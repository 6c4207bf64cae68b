/* test-snippet.c — text blocks and their placeholders
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-document.h"
#include "vlg-snippet.h"

typedef struct {
  VlgMotion *motion;
  VlgProfile *profile;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (VlgMotionNumber) number = vlg_motion_number_new ("BV", 24, 2031, "I-OB", NULL);

  self->profile = vlg_profile_new_default ();
  self->motion = vlg_motion_new ();
  vlg_motion_set_number (self->motion, number);
  vlg_motion_set_text (self->motion, VLG_FIELD_TITLE, "Laternen *am* Ufer");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_object_unref (self->motion);
  g_object_unref (self->profile);
}

static void
assert_filled (Fixture    *self,
               const char *text,
               const char *expected,
               const char *expected_left)
{
  g_auto (GStrv) left = NULL;
  g_autofree char *filled = vlg_snippet_fill (text, self->motion, self->profile, vlg_day_new (2031, 3, 7), &left);
  g_autofree char *plain = vlg_markdown_to_plain (filled);
  g_autofree char *joined = g_strjoinv (" ", left);

  g_assert_cmpstr (plain, ==, expected);
  g_assert_cmpstr (joined, ==, expected_left);
}

static void
test_fill (Fixture       *self,
           gconstpointer  data)
{
  assert_filled (self, "Nichts.", "Nichts.", "");
  assert_filled (self, "{{number}} vom {{date}}", "BV/024/2031/I-OB vom 07.03.2031", "");
  assert_filled (self, "Der {{council}} beschließt", "Der Stadtrat beschließt", "");
  /* In German, in any case, with blanks. */
  assert_filled (self, "{{Nummer}}, {{ DATUM }}, {{Rat}}", "BV/024/2031/I-OB, 07.03.2031, Stadtrat", "");
  /* The title is words, whatever it is made of. */
  assert_filled (self, "**{{title}}**", "Laternen *am* Ufer", "");
}

static void
test_left (Fixture       *self,
           gconstpointer  data)
{
  assert_filled (self, "{{nonsense}} {{title}} {{nonsense}}", "{{nonsense}} Laternen *am* Ufer {{nonsense}}", "{{nonsense}}");
  /* Nothing to say is said too, not left out without a word. */
  assert_filled (self, "von {{submitter}}", "von {{submitter}}", "{{submitter}}");
  assert_filled (self, "{{", "{{", "");
  assert_filled (self, "{{title", "{{title", "");
  assert_filled (self, "}}{{", "}}{{", "");
  assert_filled (self, "{{ {{number}} }}", "{{ BV/024/2031/I-OB }}", "");
}

static void
test_placeholders (Fixture       *self,
                   gconstpointer  data)
{
  const char *const *placeholders = vlg_snippet_get_placeholders ();
  g_autofree char *all = g_strjoinv (" ", (char **) placeholders);
  g_auto (GStrv) left = NULL;
  g_autofree char *filled = NULL;

  vlg_motion_set_text (self->motion, VLG_FIELD_SUBMITTER, "Tiefbauamt");
  filled = vlg_snippet_fill (all, self->motion, self->profile, vlg_day_today (), &left);
  g_assert_cmpuint (g_strv_length ((char **) placeholders), ==, 5);
  g_assert_cmpuint (g_strv_length (left), ==, 0);
}

static void
test_matches (void)
{
  g_autoptr (VlgSnippet) snippet = vlg_snippet_new (NULL, "  Finanzielle   Auswirkungen ", "Es entstehen **keine** Kosten für die Straße.", 0);

  g_assert_cmpstr (vlg_snippet_get_name (snippet), ==, "Finanzielle Auswirkungen");
  g_assert_true (vlg_snippet_matches (snippet, ""));
  g_assert_true (vlg_snippet_matches (snippet, "auswirk"));
  g_assert_true (vlg_snippet_matches (snippet, " strasse  finanz"));
  g_assert_false (vlg_snippet_matches (snippet, "finanz Brücke"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/snippet/fill", Fixture, NULL, set_up, test_fill, tear_down);
  g_test_add ("/snippet/left", Fixture, NULL, set_up, test_left, tear_down);
  g_test_add ("/snippet/placeholders", Fixture, NULL, set_up, test_placeholders, tear_down);
  g_test_add_func ("/snippet/matches", test_matches);

  return g_test_run ();
}
