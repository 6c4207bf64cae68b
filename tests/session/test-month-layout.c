/* test-month-layout.c — chips on the days of a calendar
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-month-grid.h"
#include "vlg-month-layout.h"

static VlgDay
iso (const char *text)
{
  return vlg_day_parse_iso (text);
}

static VlgChipSource
meeting (const char *uid,
         const char *day,
         int         start,
         const char *label,
         guint       n_motions)
{
  return (VlgChipSource) { VLG_CHIP_MEETING, uid, iso (day), start, label, "#1a5fb4", n_motions, VLG_VISIBILITY_PUBLIC, VLG_MEETING_STATE_PLANNED };
}

static VlgChipSource
consultation (const char *uid,
              const char *day,
              const char *label)
{
  return (VlgChipSource) { VLG_CHIP_CONSULTATION, uid, iso (day), VLG_WALL_TIME_NONE, label, NULL, 1, VLG_VISIBILITY_NON_PUBLIC, VLG_MEETING_STATE_PLANNED };
}

/* "a b +2" */
static void
assert_day (VlgMonthLayout *layout,
            const char     *day,
            const char     *expected)
{
  guint index = iso (day) - vlg_month_layout_get_first (layout);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < vlg_month_layout_get_n_shown (layout, index); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", vlg_month_layout_get_chip (layout, index, i)->uid);
  if (vlg_month_layout_get_n_hidden (layout, index) > 0)
    g_string_append_printf (text, "%s+%u", text->len > 0 ? " " : "", vlg_month_layout_get_n_hidden (layout, index));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_order (void)
{
  VlgMonthGrid grid = vlg_month_grid (2018, 1);
  VlgChipSource sources[] = {
    meeting ("late", "2018-01-16", 1080, "StR", 4), consultation ("paper", "2018-01-16", "BV/001/2018"), meeting ("early", "2018-01-16", 540, "DB OB", 2),
    meeting ("off", "2018-01-16", 480, "AGS", 0), consultation ("other", "2018-01-16", "BV/000/2018"), meeting ("same", "2018-01-16", 1080, "HPA", 1),
    meeting ("before", "2017-12-31", 960, "StR", 1), meeting ("first", "2018-01-01", 960, "StR", 1), meeting ("last", "2018-02-04", 960, "StR", 1),
    meeting ("after", "2018-02-05", 960, "StR", 1), consultation ("none", "", "BV/002/2018"),
  };
  g_autoptr (VlgMonthLayout) layout = NULL;
  guint index, chip;

  sources[3].state = VLG_MEETING_STATE_CANCELLED;
  layout = vlg_month_layout_new (grid.first, grid.n_weeks * 7, sources, G_N_ELEMENTS (sources), 9);
  g_assert_cmpuint (vlg_month_layout_get_n_days (layout), ==, 35);
  assert_day (layout, "2018-01-16", "other paper early same late off");
  assert_day (layout, "2018-01-01", "first");
  assert_day (layout, "2018-02-04", "last");
  assert_day (layout, "2018-01-17", "");
  g_assert_cmpuint (vlg_month_layout_get_n_motions (layout, 15), ==, 9);

  g_assert_true (vlg_month_layout_find (layout, "same", &index, &chip));
  g_assert_cmpuint (index, ==, 15);
  g_assert_cmpuint (chip, ==, 3);
  g_assert_cmpstr (vlg_month_layout_get_chip (layout, index, chip)->label, ==, "HPA");
  g_assert_cmpstr (vlg_month_layout_get_chip (layout, index, 0)->colour, ==, "");
  g_assert_false (vlg_month_layout_find (layout, "after", &index, &chip));
}

static void
test_overflow (void)
{
  VlgChipSource sources[] = {
    meeting ("a", "2020-02-29", 1, "A", 0), meeting ("b", "2020-02-29", 2, "B", 0), meeting ("c", "2020-02-29", 3, "C", 0), meeting ("d", "2020-02-29", 4, "D", 0),
    meeting ("e", "2020-03-01", 1, "E", 0),
  };
  static const struct { guint n_lines; const char *leap_day, *next; } cases[] = {
    { 0, "+4", "+1" }, { 1, "+4", "e" }, { 2, "a +3", "e" }, { 3, "a b +2", "e" }, { 4, "a b c d", "e" }, { 99, "a b c d", "e" },
  };
  g_autoptr (VlgMonthLayout) layout = vlg_month_layout_new (iso ("2020-02-24"), 7, sources, G_N_ELEMENTS (sources), 4);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VlgMonthLayout) fresh = vlg_month_layout_new (iso ("2020-02-24"), 7, sources, G_N_ELEMENTS (sources), cases[i].n_lines);
      g_autoptr (VlgMonthLayout) other = vlg_month_layout_with_lines (layout, cases[i].n_lines);

      assert_day (fresh, "2020-02-29", cases[i].leap_day);
      assert_day (fresh, "2020-03-01", cases[i].next);
      assert_day (other, "2020-02-29", cases[i].leap_day);
      g_assert_true (vlg_month_layout_equal (fresh, other));
      g_assert_cmpint (vlg_month_layout_equal (layout, other), ==, cases[i].n_lines == 4);
      g_assert_cmpint (layout == other, ==, cases[i].n_lines == 4);
    }
}

/* A layout outlives what it was made of, and the one it shares its chips with. */
static void
test_lifetime (void)
{
  g_autofree char *uid = g_strdup ("a");
  g_autofree char *label = g_strdup ("StR");
  VlgChipSource source = meeting (uid, "2020-02-29", 1, label, 3);
  g_autoptr (VlgMonthLayout) other = NULL;

  {
    g_autoptr (VlgMonthLayout) layout = vlg_month_layout_new (iso ("2020-02-29"), 1, &source, 1, 4);

    other = vlg_month_layout_with_lines (layout, 1);
  }
  uid[0] = label[0] = 'x';
  assert_day (other, "2020-02-29", "a");
  g_assert_cmpstr (vlg_month_layout_get_chip (other, 0, 0)->label, ==, "StR");
}

/* Every chip that is drawn is met once, over empty days and what is hidden, and backwards in the reverse order. */
static void
test_step (void)
{
  VlgChipSource sources[] = {
    meeting ("a", "2021-01-04", 1, "A", 0), meeting ("b", "2021-01-04", 2, "B", 0), meeting ("c", "2021-01-06", 1, "C", 0), meeting ("d", "2021-01-06", 2, "D", 0),
    meeting ("e", "2021-01-06", 3, "E", 0), meeting ("f", "2021-01-09", 1, "F", 0),
  };
  g_autoptr (VlgMonthLayout) layout = vlg_month_layout_new (iso ("2021-01-04"), 7, sources, G_N_ELEMENTS (sources), 2);
  g_autoptr (VlgMonthLayout) empty = vlg_month_layout_new (iso ("2021-01-04"), 7, NULL, 0, 2);
  g_autoptr (GString) path = g_string_new (NULL);
  guint index = 0;
  int chip = -1;

  while (vlg_month_layout_step (layout, TRUE, &index, &chip))
    g_string_append (path, vlg_month_layout_get_chip (layout, index, chip)->uid);
  g_assert_cmpstr (path->str, ==, "abcf");
  g_assert_cmpuint (index, ==, 5);
  while (vlg_month_layout_step (layout, FALSE, &index, &chip))
    g_string_append (path, vlg_month_layout_get_chip (layout, index, chip)->uid);
  g_assert_cmpstr (path->str, ==, "abcfcba");

  index = 3;
  chip = -1;
  g_assert_false (vlg_month_layout_step (empty, TRUE, &index, &chip));
  g_assert_false (vlg_month_layout_step (empty, FALSE, &index, &chip));
  g_assert_cmpuint (index, ==, 3);
}

static void
shuffle (VlgChipSource *sources,
         guint          n)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = g_test_rand_int_range (0, i);
      VlgChipSource one = sources[i - 1];

      sources[i - 1] = sources[j];
      sources[j] = one;
    }
}

/* A full year, in any order: nothing is lost, nothing stands twice, the order of the input does not matter. Around the turn of a year with 53 weeks. */
static void
test_random (void)
{
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  g_autofree VlgChipSource *sources = g_new0 (VlgChipSource, 5000);
  VlgDay first = iso ("2020-07-01");

  for (guint i = 0; i < 5000; i++)
    {
      g_ptr_array_add (uids, g_strdup_printf ("uid-%u", i));
      sources[i] = (VlgChipSource) { g_test_rand_int_range (0, 2), g_ptr_array_index (uids, i), first + g_test_rand_int_range (0, 365),
                                     g_test_rand_int_range (-1, 1440), i % 2 ? "StR" : "HPA", "", 1, VLG_VISIBILITY_PUBLIC,
                                     g_test_rand_int_range (0, VLG_MEETING_STATE_CANCELLED + 1) };
    }

  for (guint month = 1; month <= 2; month++)
    {
      VlgMonthGrid grid = vlg_month_grid (2020 + month / 2, month == 1 ? 12 : 1);
      g_autoptr (VlgMonthLayout) layout = vlg_month_layout_new (grid.first, grid.n_weeks * 7, sources, 5000, 5);
      g_autoptr (VlgMonthLayout) again = NULL;
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      guint expected = 0;

      for (guint i = 0; i < 5000; i++)
        expected += sources[i].day >= grid.first && sources[i].day < grid.first + grid.n_weeks * 7;
      for (guint day = 0; day < grid.n_weeks * 7; day++)
        {
          guint n_shown = vlg_month_layout_get_n_shown (layout, day);
          guint n_hidden = vlg_month_layout_get_n_hidden (layout, day);

          g_assert_cmpuint (n_shown + (n_hidden > 0), <=, 5);
          g_assert_cmpuint (n_hidden, !=, 1);
          for (guint chip = 0; chip < vlg_month_layout_get_n_chips (layout, day); chip++)
            {
              const VlgChip *one = vlg_month_layout_get_chip (layout, day, chip);

              g_assert_cmpuint (one->day, ==, grid.first + day);
              g_assert_true (g_hash_table_add (seen, (char *) one->uid));
            }
        }
      g_assert_cmpuint (g_hash_table_size (seen), ==, expected);

      shuffle (sources, 5000);
      again = vlg_month_layout_new (grid.first, grid.n_weeks * 7, sources, 5000, 5);
      g_assert_true (vlg_month_layout_equal (layout, again));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/month-layout/order", test_order);
  g_test_add_func ("/session/month-layout/overflow", test_overflow);
  g_test_add_func ("/session/month-layout/lifetime", test_lifetime);
  g_test_add_func ("/session/month-layout/step", test_step);
  g_test_add_func ("/session/month-layout/random", test_random);

  return g_test_run ();
}
