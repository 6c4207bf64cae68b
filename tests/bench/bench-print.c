/* bench-print.c — the PDF of one page and of a hundred, beside bare Pango and cairo drawing the same text
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo-pdf.h>
#include <locale.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>

#include "vlg-document.h"
#include "vlg-paper.h"

#define ROUNDS 25

/* The aims. */
#define MOST_RATIO     2.0
#define MOST_ONE_PAGE  60.0

static const char sentence[] = "Die Verwaltung wird beauftragt, bis zum Ende des Jahres eine Bestandsaufnahme der öffentlichen Grünanlagen vorzulegen und die Kosten der Instandsetzung zu ermitteln. ";

static char *
create_text (guint n_paragraphs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_paragraphs; i++)
    {
      g_string_append_printf (text, "%sAbsatz %u. ", i > 0 ? "\n\n" : "", i + 1);
      for (guint k = 0; k < (n_paragraphs > 1 ? 4 : 1); k++)
        g_string_append (text, sentence);
    }
  return g_string_free (text, FALSE);
}

static VlgMotion *
create_motion (guint n_paragraphs)
{
  VlgMotion *motion = vlg_motion_new ();
  g_autoptr (VlgMotionNumber) number = vlg_motion_number_parse ("BV/001/2024/I-OB", NULL);
  g_autofree char *text = create_text (n_paragraphs);

  vlg_motion_set_number (motion, number);
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, "Bestandsaufnahme der Grünanlagen");
  if (n_paragraphs < 10)
    vlg_motion_set_text (motion, VLG_FIELD_RESOLUTION, text);
  else
    {
      g_autoptr (VlgAnnex) annex = vlg_annex_new ();

      vlg_annex_set_number (annex, 1);
      vlg_annex_set_text (annex, text);
      g_list_store_append (vlg_motion_get_annexes (motion), annex);
    }
  return motion;
}

static cairo_status_t
count_bytes (void                *closure,
             const unsigned char *data,
             unsigned int         length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

/* What Pango and cairo alone take for the same words in the same two faces: a layout a paragraph, a line as it fits, no tags, no table. */
static double
time_bare (char **paragraphs)
{
  gint64 start = g_get_monotonic_time ();
  gsize n_bytes = 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (count_bytes, &n_bytes, VLG_PAPER_WIDTH, VLG_PAPER_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Liberation Sans 11px"), *bold = pango_font_description_from_string ("Liberation Sans Bold 11px");
  double y = 71;

  pango_layout_set_width (layout, (int) (165 * 72 / 25.4 * PANGO_SCALE));
  for (; *paragraphs != NULL; paragraphs++)
    {
      pango_layout_set_font_description (layout, strchr (*paragraphs, ':') != NULL ? bold : font);
      pango_layout_set_text (layout, *paragraphs, -1);
      for (int i = 0; i < pango_layout_get_line_count (layout); i++)
        {
          if (y > 770)
            {
              cairo_show_page (cr);
              y = 71;
            }
          cairo_move_to (cr, 71, y);
          pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, i));
          y += 14;
        }
      y += 12;
    }
  cairo_show_page (cr);
  pango_font_description_free (font);
  pango_font_description_free (bold);
  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static double
time_paper (VlgMotion  *motion,
            VlgProfile *profile)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GBytes) pdf = vlg_paper_to_pdf (motion, profile, VLG_PAPER_DEFAULT, VLG_DAY_NONE, NULL);

  g_assert_nonnull (pdf);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static int
compare (const void *a,
         const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

/* Everything a page shows, so that both draw the same words. */
static char **
printed_paragraphs (VlgPaper *paper)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < vlg_paper_get_n_pages (paper); i++)
    {
      g_autofree char *page = vlg_paper_get_page_text (paper, i);

      g_string_append (text, page);
    }
  return g_strsplit (text->str, "\n", -1);
}

static gboolean
run (const char *name,
     guint       n_paragraphs,
     double      most)
{
  g_autoptr (VlgMotion) motion = create_motion (n_paragraphs);
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (VlgPaper) paper = NULL;
  g_auto (GStrv) paragraphs = NULL;
  double ours[ROUNDS], bare[ROUNDS], first = time_paper (motion, profile), ratio;
  guint n_pages;

  paper = vlg_paper_new (motion, profile, VLG_PAPER_DEFAULT, VLG_DAY_NONE);
  paragraphs = printed_paragraphs (paper);
  n_pages = vlg_paper_get_n_pages (paper);
  time_bare (paragraphs);
  for (guint i = 0; i < ROUNDS; i++)
    {
      bare[i] = time_bare (paragraphs);
      ours[i] = time_paper (motion, profile);
    }
  qsort (bare, ROUNDS, sizeof (double), compare);
  qsort (ours, ROUNDS, sizeof (double), compare);
  ratio = ours[ROUNDS / 2] / bare[ROUNDS / 2];
  g_print ("%-12s %3u pages  PDF %7.1f ms (first %.1f)  bare Pango and cairo %7.1f ms  ratio %.2f (aim %.1f)%s\n", name, n_pages, ours[ROUNDS / 2], first, bare[ROUNDS / 2], ratio,
           MOST_RATIO, ratio <= MOST_RATIO && ours[ROUNDS / 2] <= most ? "" : "  MISSED");
  return ratio <= MOST_RATIO && ours[ROUNDS / 2] <= most;
}

/* The 300 pages of a text laid out anew, and after a letter was typed in their middle. */
static void
run_again (void)
{
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autofree char *text = create_text (1620);
  double anew[ROUNDS], again[ROUNDS];
  guint n_pages = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      VlgPaperFlags flags[] = { VLG_PAPER_DEFAULT, VLG_PAPER_AGAIN };
      double *times[] = { &anew[i], &again[i] };

      text[strlen (text) / 2] = 'a' + i;
      vlg_motion_set_text (motion, VLG_FIELD_REASONING, text);
      for (guint k = 0; k < G_N_ELEMENTS (flags); k++)
        {
          gint64 start = g_get_monotonic_time ();
          g_autoptr (VlgPaper) paper = vlg_paper_new (motion, profile, flags[k], VLG_DAY_NONE);

          *times[k] = (double) (g_get_monotonic_time () - start) / 1000;
          n_pages = vlg_paper_get_n_pages (paper);
        }
    }
  qsort (anew, ROUNDS, sizeof (double), compare);
  qsort (again, ROUNDS, sizeof (double), compare);
  g_print ("%-12s %3u pages  laid out anew %7.1f ms, again after a letter %7.1f ms\n", "preview", n_pages, anew[ROUNDS / 2], again[ROUNDS / 2]);
}

int
main (int    argc,
      char **argv)
{
  gboolean met;

  setlocale (LC_ALL, "");
  met = run ("one page", 1, MOST_ONE_PAGE);
  met &= run ("100 pages", 540, G_MAXDOUBLE);
  run_again ();
  return met ? EXIT_SUCCESS : EXIT_FAILURE;
}
