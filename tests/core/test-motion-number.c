/* test-motion-number.c — paper numbers: read, written, ordered, found in texts
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "vlg-error.h"
#include "vlg-motion-number.h"

typedef struct {
  const char *text;
  const char *canonical;
  const char *kind;
  guint serial;
  guint year;
  const char *origin;
  const char *suffix;
} Spelling;

static const Spelling spellings[] = {
  { "BV/422/2017/I-OB", "BV/422/2017/I-OB", "BV", 422, 2017, "I-OB", NULL },
  { "BV/355/2021/II-DKT", "BV/355/2021/II-DKT", "BV", 355, 2021, "II-DKT", NULL },
  { "BV/064/2007/V", "BV/064/2007/V", "BV", 64, 2007, "V", NULL },
  { "BV/103/2007", "BV/103/2007", "BV", 103, 2007, NULL, NULL },
  { "BV/002/2023/OR Mosig", "BV/002/2023/OR Mosig", "BV", 2, 2023, "OR Mosig", NULL },
  { "FV/002/2017/StR", "FV/002/2017/StR", "FV", 2, 2017, "StR", NULL },
  { "FV/008/2022/AfD", "FV/008/2022/AfD", "FV", 8, 2022, "AfD", NULL },
  { "FV/007/2019/LBF/GR", "FV/007/2019/LBF/GR", "FV", 7, 2019, "LBF/GR", NULL },
  { "2015/0288-1", "2015/0288-1", NULL, 288, 2015, NULL, "1" },
  { "2015/0288", "2015/0288", NULL, 288, 2015, NULL, NULL },
  /* schemes of other cities, kept as they are */
  { "DS0231/19", "DS0231/19", NULL, 0, 0, NULL, NULL },
  { "VII/2021/02677", "VII/2021/02677", NULL, 0, 0, NULL, NULL },
  { "Vorlage 12 / Teil B", "Vorlage 12 / Teil B", NULL, 0, 0, NULL, NULL },
  { "BV/0/2017", "BV/0/2017", NULL, 0, 0, NULL, NULL },
  { "BV/1/2017//X", "BV/1/2017//X", NULL, 0, 0, NULL, NULL },
  /* loosely typed */
  { "  BV / 422 / 2017 / I-OB ", "BV/422/2017/I-OB", "BV", 422, 2017, "I-OB", NULL },
  { "BV/2/2023/OR  \t Mosig", "BV/002/2023/OR Mosig", "BV", 2, 2023, "OR Mosig", NULL },
  { "BV/422/2017/\nI-OB", "BV/422/2017/I-OB", "BV", 422, 2017, "I-OB", NULL },
  { "BV/103/2007/", "BV/103/2007", "BV", 103, 2007, NULL, NULL },
  { "BV/12345/2017", "BV/12345/2017", "BV", 12345, 2017, NULL, NULL },
};

static void
assert_spelling (VlgMotionNumber *number,
                 const Spelling  *expected)
{
  g_assert_cmpstr (vlg_motion_number_get_text (number), ==, expected->canonical);
  g_assert_cmpstr (vlg_motion_number_get_kind (number), ==, expected->kind);
  g_assert_cmpuint (vlg_motion_number_get_serial (number), ==, expected->serial);
  g_assert_cmpuint (vlg_motion_number_get_year (number), ==, expected->year);
  g_assert_cmpstr (vlg_motion_number_get_origin (number), ==, expected->origin);
  g_assert_cmpstr (vlg_motion_number_get_suffix (number), ==, expected->suffix);
}

static void
test_spellings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VlgMotionNumber) number = vlg_motion_number_parse (spellings[i].text, &error);
      g_autoptr (VlgMotionNumber) again = NULL;

      g_assert_no_error (error);
      assert_spelling (number, &spellings[i]);

      again = vlg_motion_number_parse (vlg_motion_number_get_text (number), &error);
      g_assert_no_error (error);
      assert_spelling (again, &spellings[i]);
      g_assert_true (vlg_motion_number_equal (number, again));
      g_assert_cmpint (vlg_motion_number_compare (number, again), ==, 0);
    }
}

static void
test_refused (void)
{
  g_autofree char *too_long = g_strnfill (65, 'x');
  g_autofree char *longest = g_strnfill (64, 'x');
  const char *texts[] = { "", "  \n ", "Vorlage\n12", "a\tb", too_long, "Ro\337lau/1" };
  g_autoptr (VlgMotionNumber) number = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vlg_motion_number_parse (texts[i], &error));
      g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
    }

  number = vlg_motion_number_parse (longest, NULL);
  g_assert_nonnull (number);
}

static void
test_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotionNumber) number = vlg_motion_number_new ("BV", 7, 2026, " OR  Mosig ", &error);
  g_autoptr (VlgMotionNumber) without = vlg_motion_number_new ("IV", 99999, 2026, "", &error);
  static const struct { const char *kind; guint serial, year; const char *origin; } wrong[] = {
    { NULL, 1, 2026, NULL }, { "", 1, 2026, NULL }, { "B1", 1, 2026, NULL }, { "B/V", 1, 2026, NULL },
    { "BV", 0, 2026, NULL }, { "BV", 100000, 2026, NULL }, { "BV", 1, 26, NULL }, { "BV", 1, 2026, "/x" },
    { "BV", 1, 2026, "an origin that is so long that no column of any paper would ever hold it" },
  };

  g_assert_no_error (error);
  g_assert_cmpstr (vlg_motion_number_get_text (number), ==, "BV/007/2026/OR Mosig");
  g_assert_cmpstr (vlg_motion_number_get_text (without), ==, "IV/99999/2026");
  g_assert_null (vlg_motion_number_get_origin (without));

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_null (vlg_motion_number_new (wrong[i].kind, wrong[i].serial, wrong[i].year, wrong[i].origin, &error));
      g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
      g_clear_error (&error);
    }
}

static void
test_order (void)
{
  static const char * const ordered[] = {
    "BV/103/2007", "BV/103/2007/V", "BV/1000/2007", "2015/0288", "2015/0288-1", "BV/002/2017/StR", "BV/422/2017/I-OB",
    "FV/001/2017", "BV/001/2018", "DS0231/19", "VII/2021/02677",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ordered); j++)
      {
        g_autoptr (VlgMotionNumber) a = vlg_motion_number_parse (ordered[i], NULL);
        g_autoptr (VlgMotionNumber) b = vlg_motion_number_parse (ordered[j], NULL);
        int order = vlg_motion_number_compare (a, b);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
        g_assert_cmpint (vlg_motion_number_equal (a, b), ==, i == j);
      }
}

/* @expected: the numbers, separated by blanks. */
static void
assert_found (const char *text,
              const char *expected)
{
  g_autoptr (GPtrArray) found = vlg_motion_number_find_all (text);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " " : "", vlg_motion_number_get_text (g_ptr_array_index (found, i)));

  g_assert_cmpstr (joined->str, ==, expected);
}

static void
test_find_all (void)
{
  assert_found ("", "");
  assert_found ("BV/024/2013/I-OB", "BV/024/2013/I-OB");
  assert_found ("nach der Vorlage BV/024/2013/I-OB, die im Juli galt", "BV/024/2013/I-OB");
  assert_found ("(siehe BV/024/2013/I-OB).", "BV/024/2013/I-OB");
  assert_found ("BV/103/2007. Danach", "BV/103/2007");
  assert_found ("BV/103/2007/und", "BV/103/2007");
  assert_found ("BV/080/2007/V-40; IV/062/2021/III-66", "BV/080/2007/V-40 IV/062/2021/III-66");
  assert_found ("FV/007/2019/LBF/GR und FV/008/2022/AfD", "FV/007/2019/LBF/GR FV/008/2022/AfD");
  /* each once, in order */
  assert_found ("BV/2/2020, BV/1/2020, BV/002/2020", "BV/002/2020 BV/001/2020");
  /* a line break after a slash or hyphen */
  assert_found ("BV/024/\n2013/I-OB", "BV/024/2013/I-OB");
  assert_found ("BV/024/2013/ \r\n  I-OB wurde", "BV/024/2013/I-OB");
  assert_found ("BV/024/2013/I-\nOB wurde", "BV/024/2013/I-OB");
  assert_found ("BV/024/2013/I-\nund", "BV/024/2013/I");
  assert_found ("BV/103/2007/\nwurde", "BV/103/2007");
  /* a blank ends a number in a text */
  assert_found ("BV/002/2023/OR Mosig", "BV/002/2023/OR");
  assert_found ("FV/005/2022/Grüne\302\240Liste", "FV/005/2022/Grüne");
}

static void
test_find_none (void)
{
  assert_found ("10/12/2013", "");
  assert_found ("Tel. 0340/204-2000, und/oder", "");
  assert_found ("ABV/0/2013 und BV/12/20134", "");
  assert_found ("xBV/024/2013", "");
  assert_found ("ÄBV/024/2013", "");
  assert_found ("https://example.org/BV/024/2013", "");
  assert_found ("BV/", "");
  assert_found ("BV/024/", "");
  assert_found ("BV/024/2013/", "BV/024/2013");
}

static void
add_place (VlgMotionNumber *number,
           gsize            start,
           gsize            end,
           gpointer         user_data)
{
  g_string_append_printf (user_data, "%s@%d-%d ", vlg_motion_number_get_text (number), (int) start, (int) end);
}

static void
test_places (void)
{
  g_autoptr (GString) found = g_string_new (NULL);

  vlg_motion_number_foreach ("für BV/2/2020, BV/103/2007/und BV/2/2020", add_place, found);
  g_assert_cmpstr (found->str, ==, "BV/002/2020@5-14 BV/103/2007@16-27 BV/002/2020@32-41 ");
}

static void
test_unfinished (void)
{
  static const struct { const char *text; int start; } cases[] = {
    { "", -1 }, { "BV", -1 }, { "BV/", 0 }, { "siehe BV/0", 6 }, { "(BV/024/2013/I-O", 1 }, { "für BV/024/", 5 }, { "und/oder", -1 },
    { "BV/024 ", -1 }, { "xBV/0", -1 }, { "ÄBV/0", -1 }, { "A/0", -1 }, { "CDU/SPD", -1 }, { "ABCDE/1", -1 }, { "BV/103/2007.", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *start = vlg_motion_number_find_unfinished (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (start != NULL ? start - cases[i].text : -1, ==, cases[i].start);
    }
}

static void
test_filename (void)
{
  static const struct { const char *text, *name; } cases[] = {
    { "BV/422/2017/I-OB", "BV-422-2017-I-OB" },
    { "BV/002/2023/OR Mosig", "BV-002-2023-OR-Mosig" },
    { "2015/0288-1", "2015-0288-1" },
    { "../etc: <x>", "-.-etc---x-" },
    { "FV/005/2022/Grüne", "FV-005-2022-Grüne" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VlgMotionNumber) number = vlg_motion_number_parse (cases[i].text, NULL);
      g_autofree char *name = vlg_motion_number_to_filename (number);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/motion-number/spellings", test_spellings);
  g_test_add_func ("/motion-number/refused", test_refused);
  g_test_add_func ("/motion-number/new", test_new);
  g_test_add_func ("/motion-number/order", test_order);
  g_test_add_func ("/motion-number/find-all", test_find_all);
  g_test_add_func ("/motion-number/find-none", test_find_none);
  g_test_add_func ("/motion-number/places", test_places);
  g_test_add_func ("/motion-number/unfinished", test_unfinished);
  g_test_add_func ("/motion-number/filename", test_filename);

  return g_test_run ();
}
