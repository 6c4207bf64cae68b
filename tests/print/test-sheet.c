/* test-sheet.c — the Leitbild's charts as files: what the eyes see without color, and what a reader is told
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "paper-samples.h"
#include "vlg-field-chart.h"
#include "vlg-heat-chart.h"
#include "vlg-leitbild-sheet.h"

static VlgLeitbildReport *
make_report (VlgProfile *profile,
             guint       n_more)
{
  VlgLeitbildReport *report = vlg_leitbild_report_new (vlg_day_new (2026, 1, 1), vlg_day_new (2026, 12, 31), VLG_REPORT_QUARTERS);

  vlg_leitbild_report_add_motions (report, 2026, 2, VLG_RELEVANCE_RELEVANT, 9, 6);
  vlg_leitbild_report_add_motions (report, 2026, 3, VLG_RELEVANCE_NOT_RELEVANT, 1, 0);
  vlg_leitbild_report_add_field (report, "community", 9, 6);
  vlg_leitbild_report_add_goal (report, "community", "M01", 2026, 1, 8);
  vlg_leitbild_report_add_goal (report, "community", "M01", 2026, 4, 2);
  vlg_leitbild_report_add_goal (report, "community", "M01", 2026, 7, 4);
  vlg_leitbild_report_add_goal (report, "community", "M01", 2026, 10, 6);
  for (guint i = 0; i < n_more; i++)
    {
      g_autofree char *code = g_strdup_printf ("M%02u", i + 2);

      vlg_leitbild_report_add_goal (report, "community", code, 2026, 5, 1);
    }
  vlg_leitbild_report_complete (report, vlg_profile_get_leitbild (profile));

  return report;
}

static const VlgLeitbildHead head = { "Leitbild, Stadt Muster", "01.01.2026 – 31.12.2026", "10 motions, 6 adopted.", "Stadt Muster", "en" };

static GBytes *
print_sheet (guint n_more)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (VlgLeitbildReport) report = make_report (profile, n_more);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = vlg_leitbild_sheet_to_pdf (report, vlg_profile_get_leitbild (profile), &head, &error);

  g_assert_no_error (error);

  return pdf;
}

static void
test_structure (void)
{
  static const char * const parts[] = {
    "Leitbild, Stadt Muster\n", "01.01.2026 – 31.12.2026\n", "10 motions, 6 adopted.\n", "Fields of action\n", "Goals by period\n", "1/2026\n", "4/2026\n", "Total\n",
    "Soziales Miteinander\n", "M01\n", "8\n", "2\n", "4\n", "6\n", "20\n", NULL
  };
  g_autoptr (GBytes) pdf = print_sheet (0);
  g_autoptr (SampleDocument) document = sample_open (pdf);
  g_autoptr (GBytes) plain = sample_uncompress (pdf);
  g_autofree char *structure = sample_structure (document);
  g_autofree char *text = sample_structure_text (document);
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *author = poppler_document_get_author (document);

  g_assert_cmpstr (structure, ==, "Document(H1 P P H2 Figure H2 Table(TR(TD TH TH TH TH TH) TR(TH TD TD TD TD TD) TR(TH TD TD TD TD TD)))");
  sample_assert_order (text, parts);
  g_assert_cmpuint (sample_count (plain, "/Scope /Column"), ==, 5);
  g_assert_cmpuint (sample_count (plain, "/Scope /Row"), ==, 2);
  g_assert_true (sample_contains (plain, "/Alt (Fields of action. Wirtschaft, Tourismus, Bildung und Wissenschaft: 0 motions, 0 adopted; "));
  g_assert_true (sample_contains (plain, "Soziales Miteinander: 9 motions, 6 adopted; "));
  g_assert_cmpstr (title, ==, head.title);
  g_assert_cmpstr (author, ==, head.author);
  g_assert_true (sample_contains (plain, "/Lang (en)"));
  g_assert_true (sample_contains (plain, "/DisplayDocTitle true"));
  g_assert_true (sample_contains (plain, "/Marked true"));
}

/* One table over all pages; the headings that are drawn again are nothing new to a reader. */
static void
test_pages (void)
{
  g_autoptr (GBytes) pdf = print_sheet (120);
  g_autoptr (GBytes) again = print_sheet (120);
  g_autoptr (SampleDocument) document = sample_open (pdf);
  g_autoptr (GBytes) plain = sample_uncompress (pdf);
  g_autofree char *structure = sample_structure (document);
  g_auto (GStrv) last = NULL;
  int n_pages = poppler_document_get_n_pages (document);
  gboolean has_heading = FALSE, has_foot = FALSE;

  g_assert_true (g_bytes_equal (pdf, again));
  g_assert_cmpint (n_pages, >, 2);
  g_assert_cmpuint (sample_count (plain, "/Scope /Column"), ==, 5);
  g_assert_cmpuint (sample_count (plain, "/Scope /Row"), ==, 122);
  g_assert_null (strstr (strstr (structure, "Table(") + 1, "Table("));
  last = sample_page_lines (document, (guint) n_pages - 1);
  for (guint i = 0; last[i] != NULL; i++)
    {
      has_heading |= strstr (last[i], "1/2026") != NULL;
      has_foot |= g_str_has_prefix (last[i], head.title);
    }
  g_assert_true (has_heading);
  g_assert_true (has_foot);
}

typedef struct {
  GArray *distances;   /* of the hatchings in turn */
  guint   n_fills;
} Tally;

static void
count_fill (gpointer       target,
            VlgChartPaint  paint,
            double         strength,
            double         x,
            double         y,
            double         width,
            double         height)
{
  ((Tally *) target)->n_fills++;
}

static void
count_hatch (gpointer       target,
             VlgChartPaint  paint,
             double         strength,
             double         distance,
             double         x,
             double         y,
             double         width,
             double         height)
{
  g_assert_cmpfloat (width, >, 0);
  g_array_append_val (((Tally *) target)->distances, distance);
}

static void
count_text (gpointer       target,
            VlgChartPaint  paint,
            PangoLayout   *layout,
            double         x,
            double         y)
{
}

/* Without any color: the more motions, the closer the lines; a bar is hatched where it is not solid. */
static void
test_patterns (void)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (VlgLeitbildReport) report = make_report (profile, 0);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (VlgHeatChart) map = vlg_heat_chart_new (context, report, vlg_profile_get_leitbild (profile));
  g_autoptr (VlgFieldChart) bars = vlg_field_chart_new (context, report, vlg_profile_get_leitbild (profile));
  g_autoptr (GArray) distances = g_array_new (FALSE, FALSE, sizeof (double));
  Tally tally = { distances, 0 };
  VlgChartPen pen = { &tally, count_fill, count_hatch, count_text, NULL, NULL };
  const double *at;

  vlg_heat_chart_draw_cells (map, &pen);
  at = &g_array_index (distances, double, 0);
  /* 8, 4 and 6 of 8, each at both sides of its number; 2 of 8 has only its tint. */
  g_assert_cmpuint (distances->len, ==, 6);
  g_assert_cmpuint (tally.n_fills, ==, 4);
  g_assert_cmpfloat (at[0], <, at[4]);
  g_assert_cmpfloat (at[4], <, at[2]);

  /* The key, and the one field that has motions. */
  g_array_set_size (distances, 0);
  vlg_field_chart_draw (bars, &pen, 500);
  g_assert_cmpuint (distances->len, ==, 2);
  g_object_unref (context);
}

static void
test_steps (void)
{
  g_assert_cmpuint (vlg_heat_chart_get_step (0, 9), ==, 0);
  g_assert_cmpuint (vlg_heat_chart_get_step (1, 100), ==, 1);
  g_assert_cmpuint (vlg_heat_chart_get_step (25, 100), ==, 1);
  g_assert_cmpuint (vlg_heat_chart_get_step (26, 100), ==, 2);
  g_assert_cmpuint (vlg_heat_chart_get_step (100, 100), ==, 4);
  /* One is few, also where nobody has more. */
  g_assert_cmpuint (vlg_heat_chart_get_step (1, 1), ==, 1);
  g_assert_cmpuint (vlg_heat_chart_get_step (2, 2), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/structure", test_structure);
  g_test_add_func ("/sheet/pages", test_pages);
  g_test_add_func ("/sheet/patterns", test_patterns);
  g_test_add_func ("/sheet/steps", test_steps);
  return g_test_run ();
}
