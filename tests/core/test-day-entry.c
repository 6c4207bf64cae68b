/* test-day-entry.c — days as people type them
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-day-entry.h"

/* A Tuesday. */
#define TODAY vlg_day_new (2018, 1, 16)

typedef struct {
  const char *text;
  const char *iso; /* NULL: none */
} Case;

static void
check (const Case *cases,
       guint       n_cases,
       VlgDay      today)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *iso = vlg_day_to_iso (vlg_day_parse_entry (cases[i].text, today));

      if (g_strcmp0 (iso, cases[i].iso) != 0)
        {
          g_autofree char *shown = g_strescape (cases[i].text, NULL);

          g_error ("“%s” was read as %s, not %s", shown, iso, cases[i].iso);
        }
    }
}

static void
test_words (void)
{
  static const Case cases[] = {
    { "heute", "2018-01-16" }, { " Heute ", "2018-01-16" }, { "today", "2018-01-16" }, { "morgen", "2018-01-17" }, { "Tomorrow", "2018-01-17" },
    { "übermorgen", "2018-01-18" }, { "ÜBERMORGEN", "2018-01-18" }, { "uebermorgen", "2018-01-18" }, { "gestern", "2018-01-15" },
    { "Mi", "2018-01-17" }, { "mi.", "2018-01-17" }, { "Mittwoch", "2018-01-17" }, { "wed", "2018-01-17" }, { "Di", "2018-01-23" }, { "Dienstag", "2018-01-23" },
    { "Mo", "2018-01-22" }, { "So", "2018-01-21" }, { "Sonnabend", "2018-01-20" }, { "Samstag", "2018-01-20" }, { "nächsten Do", "2018-01-18" },
    { "next friday", "2018-01-19" }, { "Mittwoch heute", NULL }, { "heute morgen", NULL }, { "irgendwann", NULL }, { "am", NULL },
  };

  check (cases, G_N_ELEMENTS (cases), TODAY);
}

static void
test_offsets (void)
{
  static const Case cases[] = {
    { "+14", "2018-01-30" }, { "+ 14", "2018-01-30" }, { "-3", "2018-01-13" }, { "+0", "2018-01-16" }, { "+2w", "2018-01-30" }, { "+2 Wochen", "2018-01-30" },
    { "+3 Tage", "2018-01-19" }, { "+1m", "2018-02-16" }, { "-1m", "2017-12-16" }, { "+14x", NULL }, { "+", NULL }, { "+99999", NULL }, { "+14 14", NULL },
  };
  static const Case at_month_end[] = { { "+1m", "2018-02-28" }, { "+2m", "2018-03-31" }, { "+13m", "2019-02-28" } };

  check (cases, G_N_ELEMENTS (cases), TODAY);
  check (at_month_end, G_N_ELEMENTS (at_month_end), vlg_day_new (2018, 1, 31));
}

static void
test_dates (void)
{
  static const Case cases[] = {
    { "16.1.", "2018-01-16" }, { "16.1", "2018-01-16" }, { "15.1.", "2019-01-15" }, { "17.1.", "2018-01-17" }, { "29.2.", "2020-02-29" },
    { "16.", "2018-01-16" }, { "15.", "2018-02-15" }, { "31.", "2018-01-31" }, { "16.1.18", "2018-01-16" }, { "16.01.2018", "2018-01-16" }, { "16. 1. 2018", "2018-01-16" },
    { "16/1/18", "2018-01-16" }, { "16.1.47", "2047-01-16" }, { "16.1.48", "1948-01-16" }, { "16.1.99", "1999-01-16" },
    { "160118", "2018-01-16" }, { "16012018", "2018-01-16" }, { "310217", NULL }, { "1601", NULL }, { "2018-01-16", "2018-01-16" },
    { "16. Januar", "2018-01-16" }, { "16 Jan 2018", "2018-01-16" }, { "3. März 2019", "2019-03-03" }, { "3. Maerz 19", "2019-03-03" }, { "3 march", "2018-03-03" },
    { "24. Dez.", "2018-12-24" }, { "Di, 16.1.18", "2018-01-16" }, { "Dienstag, den 16.01.2018", "2018-01-16" }, { "am 17.1.", "2018-01-17" },
    { "Mi, 16.1.18", NULL }, { "31.2.2018", NULL }, { "16.13.", NULL }, { "0.1.", NULL }, { "16.1.018", NULL }, { "16.1.20188", NULL }, { "16.1.18 Uhr", NULL },
    { "", NULL }, { "16", NULL }, { "x", NULL }, { "16.1.18.", NULL }, { "2018-02-30", NULL }, { "\xff", NULL },
  };

  check (cases, G_N_ELEMENTS (cases), TODAY);
  g_assert_cmpuint (vlg_day_parse_entry (NULL, TODAY), ==, VLG_DAY_NONE);
}

/* What the program prints it also reads. */
static void
test_round_trip (void)
{
  for (VlgDay day = vlg_day_new (2015, 12, 20); day < vlg_day_new (2016, 3, 10); day++)
    {
      g_autofree char *iso = vlg_day_to_iso (day);
      g_autofree char *german = vlg_day_to_german (day);

      g_assert_cmpuint (vlg_day_parse_entry (iso, TODAY), ==, day);
      g_assert_cmpuint (vlg_day_parse_entry (german, TODAY), ==, day);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day-entry/words", test_words);
  g_test_add_func ("/day-entry/offsets", test_offsets);
  g_test_add_func ("/day-entry/dates", test_dates);
  g_test_add_func ("/day-entry/round-trip", test_round_trip);

  return g_test_run ();
}
