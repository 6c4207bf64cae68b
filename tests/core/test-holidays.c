/* test-holidays.c — Easter and the public holidays of Saxony-Anhalt
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-holidays.h"

static void
test_easter (void)
{
  static const struct { guint year, month, day; } easters[] = {
    { 1583, 4, 10 }, { 1818, 3, 22 }, { 1943, 4, 25 }, { 1954, 4, 18 }, { 1961, 4, 2 }, { 1981, 4, 19 }, { 2000, 4, 23 },
    { 2008, 3, 23 }, { 2017, 4, 16 }, { 2019, 4, 21 }, { 2024, 3, 31 }, { 2026, 4, 5 }, { 2038, 4, 25 }, { 2285, 3, 22 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (easters); i++)
    g_assert_cmpuint (vlg_holidays_easter (easters[i].year), ==, vlg_day_new (easters[i].year, easters[i].month, easters[i].day));

  g_assert_cmpuint (vlg_holidays_easter (1582), ==, VLG_DAY_NONE);
  g_assert_cmpuint (vlg_holidays_easter (10000), ==, VLG_DAY_NONE);
  for (guint year = 1583; year <= 9999; year++)
    {
      VlgDay easter = vlg_holidays_easter (year);

      g_assert_cmpint (vlg_day_weekday (easter), ==, G_DATE_SUNDAY);
      g_assert_cmpuint (easter, >=, vlg_day_new (year, 3, 22));
      g_assert_cmpuint (easter, <=, vlg_day_new (year, 4, 25));
    }
}

static void
test_saxony_anhalt (void)
{
  static const struct { const char *day, *name; } holidays[] = {
    { "2018-01-01", "Neujahrstag" },
    { "2018-01-06", "Heilige Drei Könige" },
    { "2018-03-30", "Karfreitag" },
    { "2018-04-02", "Ostermontag" },
    { "2018-05-01", "1. Mai" },
    { "2018-05-10", "Christi Himmelfahrt" },
    { "2018-05-21", "Pfingstmontag" },
    { "2018-10-03", "Tag der Deutschen Einheit" },
    { "2018-10-31", "Reformationstag" },
    { "2018-12-25", "1. Weihnachtsfeiertag" },
    { "2018-12-26", "2. Weihnachtsfeiertag" },
  };
  guint found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
    g_assert_cmpstr (vlg_holidays_lookup ("DE-ST", vlg_day_parse_iso (holidays[i].day)), ==, holidays[i].name);

  for (VlgDay day = vlg_day_new (2018, 1, 1); day <= vlg_day_new (2018, 12, 31); day++)
    found += vlg_holidays_lookup ("DE-ST", day) != NULL;
  g_assert_cmpuint (found, ==, G_N_ELEMENTS (holidays));

  /* Corpus Christi and All Saints' Day are none here; nor is any Sunday. */
  g_assert_null (vlg_holidays_lookup ("DE-ST", vlg_day_parse_iso ("2018-05-31")));
  g_assert_null (vlg_holidays_lookup ("DE-ST", vlg_day_parse_iso ("2018-11-01")));
  g_assert_null (vlg_holidays_lookup ("DE-ST", vlg_day_parse_iso ("2018-04-01")));
}

static void
test_other (void)
{
  VlgDay day = vlg_day_parse_iso ("2018-01-01");

  g_assert_null (vlg_holidays_lookup ("", day));
  g_assert_null (vlg_holidays_lookup (NULL, day));
  g_assert_null (vlg_holidays_lookup ("DE-BY", day));
  g_assert_null (vlg_holidays_lookup ("DE-ST", VLG_DAY_NONE));
  g_assert_cmpstr (vlg_holidays_lookup ("DE-ST", vlg_day_new (1, 1, 1)), ==, "Neujahrstag");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/holidays/easter", test_easter);
  g_test_add_func ("/core/holidays/saxony-anhalt", test_saxony_anhalt);
  g_test_add_func ("/core/holidays/other", test_other);

  return g_test_run ();
}
