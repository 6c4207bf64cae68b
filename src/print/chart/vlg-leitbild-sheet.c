/* vlg-leitbild-sheet.c — the charts of the Leitbild on paper and as a picture
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-leitbild-sheet.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#include "vlg-field-chart.h"
#include "vlg-heat-chart.h"
#include "vlg-paper.h"

#define MARGIN 56.0
#define WIDTH (VLG_PAPER_WIDTH - 2 * MARGIN)
#define BOTTOM (VLG_PAPER_HEIGHT - MARGIN)
#define GAP 18.0

/* Words in points, alike whatever screen there is. */
typedef struct {
  cairo_t         *cr;        /* owned */
  cairo_surface_t *surface;   /* owned */
  PangoContext    *context;   /* owned */
  VlgChartPen      pen;
  gboolean         has_pages;
  double           y;         /* what is drawn next */
} Sheet;

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Without @surface one to measure on, which draws nothing. */
static void
sheet_init (Sheet           *sheet,
            cairo_surface_t *surface,
            gboolean         has_pages)
{
  PangoFontDescription *font = pango_font_description_from_string ("Liberation Sans, Arial, sans-serif 9");

  sheet->surface = surface != NULL ? surface : cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  sheet->cr = cairo_create (sheet->surface);
  sheet->context = pango_cairo_create_context (sheet->cr);
  pango_cairo_context_set_resolution (sheet->context, 72);
  pango_context_set_font_description (sheet->context, font);
  pango_font_description_free (font);
  sheet->pen = vlg_chart_pen_for_cairo (sheet->cr);
  sheet->has_pages = has_pages;
  sheet->y = MARGIN;
}

/* Whether all could be drawn. */
static cairo_status_t
sheet_clear (Sheet *sheet)
{
  cairo_status_t status = cairo_status (sheet->cr);

  g_object_unref (sheet->context);
  cairo_destroy (sheet->cr);
  cairo_surface_finish (sheet->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (sheet->surface);
  cairo_surface_destroy (sheet->surface);

  return status;
}

static void
draw_line (Sheet         *sheet,
           const char    *text,
           double         size,
           gboolean       bold,
           VlgChartPaint  paint)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (sheet->context);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (sheet->context));
  int height;

  pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (WIDTH * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, NULL, &height);
  sheet->pen.text (sheet->pen.target, paint, layout, MARGIN, sheet->y);
  sheet->y += (double) height / PANGO_SCALE + 4;
}

/* Makes room for so much; a picture has it always. */
static void
need (Sheet  *sheet,
      double  height)
{
  if (!sheet->has_pages || sheet->y + height <= BOTTOM)
    return;
  cairo_show_page (sheet->cr);
  sheet->y = MARGIN;
}

static void
draw_fields (Sheet             *sheet,
             VlgLeitbildReport *report,
             VlgLeitbild       *leitbild)
{
  g_autoptr (VlgFieldChart) chart = vlg_field_chart_new (sheet->context, report, leitbild);
  double height = vlg_field_chart_get_height (chart);

  sheet->y += GAP;
  draw_line (sheet, _("Fields of action"), 11, TRUE, VLG_CHART_INK);
  need (sheet, height);
  cairo_save (sheet->cr);
  cairo_translate (sheet->cr, MARGIN, sheet->y);
  vlg_field_chart_draw (chart, &sheet->pen, WIDTH);
  cairo_restore (sheet->cr);
  sheet->y += height;
}

static void
draw_goals (Sheet             *sheet,
            VlgLeitbildReport *report,
            VlgLeitbild       *leitbild)
{
  g_autoptr (VlgHeatChart) chart = vlg_heat_chart_new (sheet->context, report, leitbild);
  double scale = MIN (1, WIDTH / vlg_heat_chart_get_width (chart));
  double line = vlg_heat_chart_get_line_height (chart) * scale;
  guint n_lines = vlg_heat_chart_get_n_lines (chart);

  if (n_lines == 0)
    return;
  sheet->y += GAP;
  need (sheet, GAP + 5 * line);
  draw_line (sheet, _("Goals by period"), 11, TRUE, VLG_CHART_INK);
  for (guint first = 0; first < n_lines;)
    {
      guint n = n_lines - first;

      need (sheet, 3 * line);
      if (sheet->has_pages)
        n = MIN (n, MAX (1, (guint) ((BOTTOM - sheet->y) / line) - 1));
      cairo_save (sheet->cr);
      cairo_translate (sheet->cr, MARGIN, sheet->y);
      cairo_scale (sheet->cr, scale, scale);
      vlg_heat_chart_draw_columns (chart, &sheet->pen);
      vlg_heat_chart_draw_lines (chart, &sheet->pen, WIDTH / scale, first, n);
      cairo_restore (sheet->cr);
      sheet->y += (n + 1) * line;
      first += n;
    }
}

static void
draw_all (Sheet                 *sheet,
          VlgLeitbildReport     *report,
          VlgLeitbild           *leitbild,
          const VlgLeitbildHead *head)
{
  draw_line (sheet, head->title, 16, TRUE, VLG_CHART_INK);
  draw_line (sheet, head->subtitle, 9, FALSE, VLG_CHART_SOFT);
  draw_line (sheet, head->summary, 10, FALSE, VLG_CHART_INK);
  draw_fields (sheet, report, leitbild);
  draw_goals (sheet, report, leitbild);
}

static GBytes *
finish (Sheet       *sheet,
        GByteArray  *bytes,
        GError     **error)
{
  cairo_status_t status = sheet_clear (sheet);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_FAILED, _("The figures could not be drawn: %s"), cairo_status_to_string (status));
      g_byte_array_unref (bytes);
      return NULL;
    }

  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
vlg_leitbild_sheet_to_pdf (VlgLeitbildReport      *report,
                           VlgLeitbild            *leitbild,
                           const VlgLeitbildHead  *head,
                           GError                **error)
{
  GByteArray *bytes;
  Sheet sheet;

  g_return_val_if_fail (report != NULL, NULL);
  g_return_val_if_fail (VLG_IS_LEITBILD (leitbild), NULL);
  g_return_val_if_fail (head != NULL, NULL);

  bytes = g_byte_array_new ();
  sheet_init (&sheet, cairo_pdf_surface_create_for_stream (append_bytes, bytes, VLG_PAPER_WIDTH, VLG_PAPER_HEIGHT), TRUE);
  cairo_pdf_surface_set_metadata (sheet.surface, CAIRO_PDF_METADATA_TITLE, head->title);
  cairo_pdf_surface_set_metadata (sheet.surface, CAIRO_PDF_METADATA_CREATOR, "Vorlage " PACKAGE_VERSION);
  draw_all (&sheet, report, leitbild, head);
  cairo_show_page (sheet.cr);

  return finish (&sheet, bytes, error);
}

GBytes *
vlg_leitbild_sheet_to_svg (VlgLeitbildReport      *report,
                           VlgLeitbild            *leitbild,
                           const VlgLeitbildHead  *head,
                           GError                **error)
{
  GByteArray *bytes;
  Sheet sheet;
  double height;

  g_return_val_if_fail (report != NULL, NULL);
  g_return_val_if_fail (VLG_IS_LEITBILD (leitbild), NULL);
  g_return_val_if_fail (head != NULL, NULL);

  sheet_init (&sheet, NULL, FALSE);
  draw_all (&sheet, report, leitbild, head);
  height = sheet.y + MARGIN;
  sheet_clear (&sheet);

  bytes = g_byte_array_new ();
  sheet_init (&sheet, cairo_svg_surface_create_for_stream (append_bytes, bytes, VLG_PAPER_WIDTH, height), FALSE);
  cairo_set_source_rgb (sheet.cr, 1, 1, 1);
  cairo_paint (sheet.cr);
  draw_all (&sheet, report, leitbild, head);

  return finish (&sheet, bytes, error);
}
