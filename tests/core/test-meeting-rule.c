/* test-meeting-rule.c — a year's meetings from a rule
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "vlg-holidays.h"
#include "vlg-meeting-rule.h"

static VlgDay
iso (const char *text)
{
  VlgDay day = vlg_day_parse_iso (text);

  g_assert_cmpuint (day, !=, VLG_DAY_NONE);

  return day;
}

/* "2026-01-21 2026-02-18 … (2026-10-31→2026-11-02) (2026-12-25→)" */
static char *
describe (GPtrArray *proposals)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < proposals->len; i++)
    {
      VlgMeetingProposal *proposal = g_ptr_array_index (proposals, i);
      g_autofree char *ruled = vlg_day_to_iso (proposal->ruled);
      g_autofree char *day = vlg_day_to_iso (proposal->day);

      g_assert_cmpint (*proposal->reason == '\0', ==, proposal->day == proposal->ruled);
      if (proposal->day == proposal->ruled)
        g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ruled);
      else
        g_string_append_printf (text, "%s(%s→%s)", i > 0 ? " " : "", ruled, day != NULL ? day : "");
    }

  return g_string_free (text, FALSE);
}

static void
assert_preview (const VlgMeetingRule *rule,
                const char           *from,
                const char           *to,
                GPtrArray            *school,
                const char           *expected)
{
  g_autoptr (GPtrArray) proposals = vlg_meeting_rule_preview (rule, iso (from), iso (to), "DE-ST", school);
  g_autofree char *text = describe (proposals);

  g_assert_cmpstr (text, ==, expected);
}

static VlgMeetingRule *
monthly (int          nth,
         GDateWeekday weekday)
{
  VlgMeetingRule *rule = vlg_meeting_rule_new ();

  rule->nth = nth;
  rule->weekday = weekday;

  return rule;
}

static VlgMeetingRule *
weekly (guint         weeks,
        GDateWeekday  weekday,
        const char   *anchor)
{
  VlgMeetingRule *rule = vlg_meeting_rule_new ();

  rule->pattern = VLG_MEETING_PATTERN_WEEKLY;
  rule->weeks = weeks;
  rule->weekday = weekday;
  rule->anchor = anchor != NULL ? iso (anchor) : VLG_DAY_NONE;

  return rule;
}

static void
test_monthly (void)
{
  g_autoptr (VlgMeetingRule) third = monthly (3, G_DATE_WEDNESDAY);
  g_autoptr (VlgMeetingRule) fifth = monthly (5, G_DATE_TUESDAY);
  g_autoptr (VlgMeetingRule) last = monthly (VLG_NTH_LAST, G_DATE_SUNDAY);

  assert_preview (third, "2026-01-01", "2026-12-31", NULL,
                  "2026-01-21 2026-02-18 2026-03-18 2026-04-15 2026-05-20 2026-06-17 2026-07-15 2026-08-19 2026-09-16 2026-10-21 2026-11-18 2026-12-16");
  /* From the day itself to the day itself. */
  assert_preview (third, "2026-02-18", "2026-03-18", NULL, "2026-02-18 2026-03-18");
  assert_preview (third, "2026-02-19", "2026-03-17", NULL, "");
  assert_preview (fifth, "2026-01-01", "2026-12-31", NULL, "2026-03-31 2026-06-30 2026-09-29 2026-12-29");
  assert_preview (last, "2028-01-15", "2028-03-15", NULL, "2028-01-30 2028-02-27");
  third->months = 1u << 0 | 1u << 11;
  assert_preview (third, "2025-11-01", "2026-12-31", NULL, "2025-12-17 2026-01-21 2026-12-16");
}

/* The nth weekday against a search day by day. */
static void
test_monthly_slowly (void)
{
  for (guint year = 2024; year <= 2028; year++)
    for (int nth = -1; nth <= 5; nth++)
      for (guint weekday = G_DATE_MONDAY; weekday <= G_DATE_SUNDAY; weekday++)
        {
          g_autoptr (VlgMeetingRule) rule = NULL;
          g_autoptr (GPtrArray) proposals = NULL;
          guint found = 0;

          if (nth == 0)
            continue;
          rule = monthly (nth, weekday);
          proposals = vlg_meeting_rule_preview (rule, vlg_day_new (year, 1, 1), vlg_day_new (year, 12, 31), NULL, NULL);
          for (VlgDay day = vlg_day_new (year, 1, 1); day <= vlg_day_new (year, 12, 31); day++)
            {
              guint y, month, of_month, month_of_next;

              vlg_day_get (day, &y, &month, &of_month);
              vlg_day_get (day + 7, NULL, &month_of_next, NULL);
              if (vlg_day_weekday (day) != weekday ||
                  (nth > 0 ? (int) (of_month + 6) / 7 != nth : month_of_next == month))
                continue;
              g_assert_cmpuint (found, <, proposals->len);
              g_assert_cmpuint (((VlgMeetingProposal *) g_ptr_array_index (proposals, found))->day, ==, day);
              found++;
            }
          g_assert_cmpuint (found, ==, proposals->len);
        }
}

static void
test_weekly (void)
{
  g_autoptr (VlgMeetingRule) every = weekly (1, G_DATE_TUESDAY, NULL);
  /* Counted from a week, over the turn of a year with 53 weeks. */
  g_autoptr (VlgMeetingRule) second = weekly (2, G_DATE_TUESDAY, "2020-12-17");
  g_autoptr (VlgMeetingRule) back = weekly (3, G_DATE_MONDAY, "2026-06-07");

  assert_preview (every, "2026-02-03", "2026-02-24", NULL, "2026-02-03 2026-02-10 2026-02-17 2026-02-24");
  assert_preview (second, "2020-12-01", "2021-01-31", NULL, "2020-12-01 2020-12-15 2020-12-29 2021-01-12 2021-01-26");
  assert_preview (back, "2026-04-01", "2026-07-01", NULL, "2026-04-20 2026-05-11 2026-06-01 2026-06-22");
}

static void
test_holidays (void)
{
  g_autoptr (VlgMeetingRule) rule = monthly (1, G_DATE_FRIDAY);

  /* 1 May 2026 is a Friday. */
  assert_preview (rule, "2026-05-01", "2026-06-30", NULL, "(2026-05-01→) 2026-06-05");
  rule->on_holiday = VLG_SHIFT_KEEP;
  assert_preview (rule, "2026-05-01", "2026-05-31", NULL, "2026-05-01");
  rule->on_holiday = VLG_SHIFT_NEXT_WORKING_DAY;
  assert_preview (rule, "2026-05-01", "2026-05-31", NULL, "(2026-05-01→2026-05-04)");
  rule->on_holiday = VLG_SHIFT_PREVIOUS_WORKING_DAY;
  assert_preview (rule, "2026-05-01", "2026-05-31", NULL, "(2026-05-01→2026-04-30)");
  rule->on_holiday = VLG_SHIFT_WEEK_LATER;
  assert_preview (rule, "2026-05-01", "2026-05-31", NULL, "(2026-05-01→2026-05-08)");
  rule->on_holiday = VLG_SHIFT_WEEK_EARLIER;
  assert_preview (rule, "2026-05-01", "2026-05-31", NULL, "(2026-05-01→2026-04-24)");
}

static void
test_school_holidays (void)
{
  g_autoptr (VlgMeetingRule) rule = monthly (3, G_DATE_WEDNESDAY);
  g_autoptr (GPtrArray) school = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_day_range_free);
  g_autoptr (GPtrArray) proposals = NULL;
  VlgMeetingProposal *proposal;

  /* Made up: they are decreed year by year. */
  g_ptr_array_add (school, vlg_day_range_new ("Sommer", iso ("2030-07-17"), iso ("2030-08-20")));
  g_ptr_array_add (school, vlg_day_range_new ("", iso ("2030-10-10"), iso ("2030-10-16")));

  assert_preview (rule, "2030-07-01", "2030-10-31", school, "(2030-07-17→) 2030-08-21 2030-09-18 (2030-10-16→)");
  proposals = vlg_meeting_rule_preview (rule, iso ("2030-07-01"), iso ("2030-10-31"), "DE-ST", school);
  proposal = g_ptr_array_index (proposals, 0);
  g_assert_nonnull (strstr (proposal->reason, "Sommer"));

  rule->in_school_holidays = VLG_SHIFT_KEEP;
  assert_preview (rule, "2030-07-01", "2030-08-31", school, "2030-07-17 2030-08-21");
  /* Week by week to the end of them, where the next meeting stands already. */
  rule->in_school_holidays = VLG_SHIFT_WEEK_LATER;
  assert_preview (rule, "2030-07-01", "2030-10-31", school, "(2030-07-17→) 2030-08-21 2030-09-18 (2030-10-16→2030-10-23)");
  rule->in_school_holidays = VLG_SHIFT_NEXT_WORKING_DAY;
  assert_preview (rule, "2030-10-01", "2030-10-31", school, "(2030-10-16→2030-10-17)");
  rule->in_school_holidays = VLG_SHIFT_WEEK_EARLIER;
  assert_preview (rule, "2030-07-01", "2030-10-31", school, "(2030-07-17→2030-07-10) 2030-08-21 2030-09-18 (2030-10-16→2030-10-09)");
}

/* A shift that lands in another obstacle goes on, and one that would be sent back is given up. */
static void
test_chain (void)
{
  g_autoptr (VlgMeetingRule) rule = monthly (1, G_DATE_FRIDAY);
  g_autoptr (GPtrArray) school = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_day_range_free);
  g_autoptr (GPtrArray) long_school = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_day_range_free);

  g_ptr_array_add (school, vlg_day_range_new ("Mai", iso ("2026-05-02"), iso ("2026-05-09")));
  rule->on_holiday = VLG_SHIFT_NEXT_WORKING_DAY;
  rule->in_school_holidays = VLG_SHIFT_NEXT_WORKING_DAY;
  assert_preview (rule, "2026-05-01", "2026-05-31", school, "(2026-05-01→2026-05-11)");
  rule->in_school_holidays = VLG_SHIFT_WEEK_EARLIER;
  assert_preview (rule, "2026-05-01", "2026-05-31", school, "(2026-05-01→)");
  rule->in_school_holidays = VLG_SHIFT_LEAVE_OUT;
  assert_preview (rule, "2026-05-01", "2026-05-31", school, "(2026-05-01→)");

  g_ptr_array_add (long_school, vlg_day_range_new ("", iso ("2026-05-01"), iso ("2027-05-01")));
  rule->in_school_holidays = VLG_SHIFT_NEXT_WORKING_DAY;
  assert_preview (rule, "2026-05-01", "2026-05-31", long_school, "(2026-05-01→)");
}

/* Whatever the rule: the ruled days are those of the rule, no day is proposed twice, and none is one on which the body does not meet. */
static void
test_random (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (VlgMeetingRule) rule = g_test_rand_bit () ? monthly (g_test_rand_int_range (1, 6), g_test_rand_int_range (1, 8))
                                                           : weekly (g_test_rand_int_range (1, 6), g_test_rand_int_range (1, 8), "2021-03-04");
      g_autoptr (GPtrArray) school = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_day_range_free);
      g_autoptr (GPtrArray) proposals = NULL;
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      VlgDay from = iso ("2020-01-01") + g_test_rand_int_range (0, 2000);

      for (guint i = 0; i < 4; i++)
        {
          VlgDay start = from + g_test_rand_int_range (0, 360);

          g_ptr_array_add (school, vlg_day_range_new ("", start, start + g_test_rand_int_range (0, 45)));
        }
      rule->on_holiday = g_test_rand_int_range (0, VLG_SHIFT_WEEK_EARLIER + 1);
      rule->in_school_holidays = g_test_rand_int_range (0, VLG_SHIFT_WEEK_EARLIER + 1);
      proposals = vlg_meeting_rule_preview (rule, from, from + 365, "DE-ST", school);
      for (guint i = 0; i < proposals->len; i++)
        {
          VlgMeetingProposal *proposal = g_ptr_array_index (proposals, i);

          g_assert_cmpint (vlg_day_weekday (proposal->ruled), ==, rule->weekday);
          g_assert_cmpuint (proposal->ruled, >=, from);
          g_assert_cmpuint (proposal->ruled, <=, from + 365);
          if (proposal->day == VLG_DAY_NONE)
            continue;
          g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (proposal->day)));
          g_assert_true (rule->on_holiday == VLG_SHIFT_KEEP || vlg_holidays_lookup ("DE-ST", proposal->day) == NULL);
          g_assert_true (rule->in_school_holidays == VLG_SHIFT_KEEP || vlg_day_ranges_find (school, proposal->day) == NULL);
        }
    }
}

static void
test_copy (void)
{
  g_autoptr (VlgMeetingRule) rule = monthly (2, G_DATE_THURSDAY);
  g_autoptr (VlgMeetingRule) copy = NULL;

  g_free (rule->room);
  rule->room = g_strdup ("Saal");
  rule->start = 960;
  copy = vlg_meeting_rule_copy (rule);
  g_assert_cmpstr (copy->room, ==, "Saal");
  g_assert_true (copy->room != rule->room);
  g_assert_cmpint (copy->start, ==, 960);
  g_assert_cmpint (copy->nth, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/meeting-rule/monthly", test_monthly);
  g_test_add_func ("/core/meeting-rule/monthly-slowly", test_monthly_slowly);
  g_test_add_func ("/core/meeting-rule/weekly", test_weekly);
  g_test_add_func ("/core/meeting-rule/holidays", test_holidays);
  g_test_add_func ("/core/meeting-rule/school-holidays", test_school_holidays);
  g_test_add_func ("/core/meeting-rule/chain", test_chain);
  g_test_add_func ("/core/meeting-rule/random", test_random);
  g_test_add_func ("/core/meeting-rule/copy", test_copy);

  return g_test_run ();
}
