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
#include "vlg-pdf-finish.h"

#define MARGIN 56.0
#define WIDTH (VLG_PAPER_WIDTH - 2 * MARGIN)
#define BOTTOM (VLG_PAPER_HEIGHT - MARGIN)
#define FOOT (VLG_PAPER_HEIGHT - 40)
#define GAP 18.0

/* Words in points, alike whatever screen there is. */
typedef struct {
  cairo_t         *cr;        /* owned */
  cairo_surface_t *surface;   /* owned */
  PangoContext    *context;   /* owned */
  VlgChartPen      pen;       /* tells the structure too where there is one */
  VlgChartPen      bare;
  const char      *title;     /* of the foot, borrowed */
  gboolean         has_pages;
  double           y;         /* what is drawn next */

  /* of a PDF; NULL else */
  GArray          *nodes;     /* VlgNode, owned: the structure */
  GPtrArray       *marked;    /* GArray of guint32, owned: for each page the node of each of its marks */
  guint32          table;
  guint32          row;
  guint32          node;      /* of the text that is drawn */
} Sheet;

static guint32
add_node (Sheet        *sheet,
          guint32       parent,
          VlgTag        tag,
          VlgAttribute  attribute)
{
  VlgNode node = { .tag = (guint8) tag, .attribute = (guint8) attribute, .parent = parent };

  if (sheet->nodes == NULL)
    return VLG_NODE_ARTIFACT;
  g_array_append_val (sheet->nodes, node);

  return sheet->nodes->len - 1;
}

/* What is drawn until close_mark() belongs to @node. */
static void
open_mark (Sheet   *sheet,
           guint32  node)
{
  if (node == VLG_NODE_ARTIFACT)
    return;
  cairo_tag_begin (sheet->cr, vlg_tag_get_name (g_array_index (sheet->nodes, VlgNode, node).tag), NULL);
  g_array_append_val (g_ptr_array_index (sheet->marked, sheet->marked->len - 1), node);
}

static void
close_mark (Sheet   *sheet,
            guint32  node)
{
  if (node != VLG_NODE_ARTIFACT)
    cairo_tag_end (sheet->cr, vlg_tag_get_name (g_array_index (sheet->nodes, VlgNode, node).tag));
}

static void
fill (gpointer       target,
      VlgChartPaint  paint,
      double         strength,
      double         x,
      double         y,
      double         width,
      double         height)
{
  Sheet *sheet = target;

  sheet->bare.fill (sheet->bare.target, paint, strength, x, y, width, height);
}

static void
hatch (gpointer       target,
       VlgChartPaint  paint,
       double         strength,
       double         distance,
       double         x,
       double         y,
       double         width,
       double         height)
{
  Sheet *sheet = target;

  sheet->bare.hatch (sheet->bare.target, paint, strength, distance, x, y, width, height);
}

static void
text (gpointer       target,
      VlgChartPaint  paint,
      PangoLayout   *layout,
      double         x,
      double         y)
{
  Sheet *sheet = target;

  open_mark (sheet, sheet->node);
  sheet->bare.text (sheet->bare.target, paint, layout, x, y);
  close_mark (sheet, sheet->node);
}

static void
begin (gpointer     target,
       VlgChartRole role)
{
  Sheet *sheet = target;

  switch (role)
    {
    case VLG_CHART_ROW:
      sheet->row = add_node (sheet, sheet->table, VLG_TAG_TR, VLG_ATTRIBUTE_NONE);
      break;
    case VLG_CHART_COLUMN_HEAD:
      sheet->node = add_node (sheet, sheet->row, VLG_TAG_TH, VLG_SCOPE_COLUMN);
      break;
    case VLG_CHART_ROW_HEAD:
      sheet->node = add_node (sheet, sheet->row, VLG_TAG_TH, VLG_SCOPE_ROW);
      break;
    case VLG_CHART_CELL:
    default:
      sheet->node = add_node (sheet, sheet->row, VLG_TAG_TD, VLG_ATTRIBUTE_NONE);
    }
}

static void
end (gpointer     target,
     VlgChartRole role)
{
  ((Sheet *) target)->node = VLG_NODE_ARTIFACT;
}

static void
begin_page (Sheet *sheet)
{
  sheet->y = MARGIN;
  if (sheet->marked != NULL)
    g_ptr_array_add (sheet->marked, g_array_new (FALSE, FALSE, sizeof (guint32)));
}

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
            gboolean         is_pdf)
{
  PangoFontDescription *font = pango_font_description_from_string ("Liberation Sans, Arial, sans-serif 9");

  sheet->surface = surface != NULL ? surface : cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  sheet->cr = cairo_create (sheet->surface);
  sheet->context = pango_cairo_create_context (sheet->cr);
  pango_cairo_context_set_resolution (sheet->context, 72);
  pango_context_set_font_description (sheet->context, font);
  pango_font_description_free (font);
  sheet->bare = vlg_chart_pen_for_cairo (sheet->cr);
  sheet->pen = (VlgChartPen) { sheet, fill, hatch, text, NULL, NULL };
  sheet->has_pages = is_pdf;
  sheet->nodes = NULL;
  sheet->marked = NULL;
  sheet->node = VLG_NODE_ARTIFACT;
  if (is_pdf)
    {
      sheet->nodes = g_array_new (FALSE, FALSE, sizeof (VlgNode));
      sheet->marked = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
      sheet->pen.begin = begin;
      sheet->pen.end = end;
      add_node (sheet, VLG_NODE_DOCUMENT, VLG_TAG_DOCUMENT, VLG_ATTRIBUTE_NONE);
    }
  begin_page (sheet);
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

static PangoLayout *
layout_new (Sheet      *sheet,
            const char *words,
            double      size,
            gboolean    bold)
{
  PangoLayout *layout = pango_layout_new (sheet->context);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (sheet->context));

  pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (WIDTH * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, words, -1);

  return layout;
}

static void
draw_line (Sheet         *sheet,
           VlgTag         tag,
           const char    *words,
           double         size,
           gboolean       bold,
           VlgChartPaint  paint)
{
  g_autoptr (PangoLayout) layout = layout_new (sheet, words, size, bold);
  int height;

  pango_layout_get_size (layout, NULL, &height);
  sheet->node = add_node (sheet, VLG_NODE_DOCUMENT, tag, VLG_ATTRIBUTE_NONE);
  sheet->pen.text (sheet->pen.target, paint, layout, MARGIN, sheet->y);
  sheet->node = VLG_NODE_ARTIFACT;
  sheet->y += (double) height / PANGO_SCALE + 4;
}

/* What the page belongs to and its number, for a leaf that lies about alone. */
static void
end_page (Sheet *sheet)
{
  g_autofree char *number = g_strdup_printf ("%u", sheet->marked->len);
  g_autoptr (PangoLayout) right = layout_new (sheet, number, 8, FALSE);
  g_autoptr (PangoLayout) left = layout_new (sheet, sheet->title, 8, FALSE);

  pango_layout_set_alignment (right, PANGO_ALIGN_RIGHT);
  sheet->bare.text (sheet->bare.target, VLG_CHART_SOFT, right, MARGIN, FOOT);
  if (sheet->marked->len > 1)
    sheet->bare.text (sheet->bare.target, VLG_CHART_SOFT, left, MARGIN, FOOT);
  cairo_show_page (sheet->cr);
}

/* Makes room for so much; a picture has it always. */
static void
need (Sheet  *sheet,
      double  height)
{
  if (!sheet->has_pages || sheet->y + height <= BOTTOM)
    return;
  end_page (sheet);
  begin_page (sheet);
}

static void
draw_fields (Sheet             *sheet,
             VlgLeitbildReport *report,
             VlgLeitbild       *leitbild)
{
  g_autoptr (VlgFieldChart) chart = vlg_field_chart_new (sheet->context, report, leitbild);
  double height = vlg_field_chart_get_height (chart);
  guint32 figure;

  sheet->y += GAP;
  /* A heading stays with its chart. */
  need (sheet, height + GAP);
  draw_line (sheet, VLG_TAG_H2, _("Fields of action"), 11, TRUE, VLG_CHART_INK);
  figure = add_node (sheet, VLG_NODE_DOCUMENT, VLG_TAG_FIGURE, VLG_ATTRIBUTE_NONE);
  open_mark (sheet, figure);
  cairo_save (sheet->cr);
  cairo_translate (sheet->cr, MARGIN, sheet->y);
  vlg_field_chart_draw (chart, &sheet->bare, WIDTH);
  cairo_restore (sheet->cr);
  close_mark (sheet, figure);
  sheet->y += height;
}

static void
draw_goals (Sheet             *sheet,
            VlgLeitbildReport *report,
            VlgLeitbild       *leitbild)
{
  g_autoptr (VlgHeatChart) chart = vlg_heat_chart_new (sheet->context, report, leitbild);
  double scale = MIN (1, WIDTH / vlg_heat_chart_get_least_width (chart));
  double line = vlg_heat_chart_get_line_height (chart) * scale;
  guint n_lines = vlg_heat_chart_get_n_lines (chart);

  if (n_lines == 0)
    return;
  vlg_heat_chart_set_width (chart, WIDTH);
  sheet->y += GAP;
  need (sheet, GAP + 5 * line);
  draw_line (sheet, VLG_TAG_H2, _("Goals by period"), 11, TRUE, VLG_CHART_INK);
  sheet->table = add_node (sheet, VLG_NODE_DOCUMENT, VLG_TAG_TABLE, VLG_ATTRIBUTE_NONE);
  for (guint first = 0; first < n_lines;)
    {
      guint n = n_lines - first;

      need (sheet, 3 * line);
      if (sheet->has_pages)
        n = MIN (n, MAX (1, (guint) ((BOTTOM - sheet->y) / line) - 1));
      /* The name of a field goes with its goals. */
      if (n > 1 && first + n < n_lines && vlg_heat_chart_is_field (chart, first + n - 1))
        n--;
      cairo_save (sheet->cr);
      cairo_translate (sheet->cr, MARGIN, sheet->y);
      cairo_scale (sheet->cr, scale, scale);
      /* On the pages that follow the headings are there for the eyes. */
      vlg_heat_chart_draw_columns (chart, first == 0 ? &sheet->pen : &sheet->bare);
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
  draw_line (sheet, VLG_TAG_H1, head->title, 16, TRUE, VLG_CHART_INK);
  draw_line (sheet, VLG_TAG_P, head->subtitle, 9, FALSE, VLG_CHART_SOFT);
  draw_line (sheet, VLG_TAG_P, head->summary, 10, FALSE, VLG_CHART_INK);
  draw_fields (sheet, report, leitbild);
  draw_goals (sheet, report, leitbild);
}

static gboolean
is_drawn (Sheet   *sheet,
          GError **error)
{
  cairo_status_t status = sheet_clear (sheet);

  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, VLG_ERROR, VLG_ERROR_FAILED, _("The figures could not be drawn: %s"), cairo_status_to_string (status));

  return FALSE;
}

/* What the bars show, for those who do not see them. Caller owns. */
static char *
describe_fields (Sheet             *sheet,
                 VlgLeitbildReport *report,
                 VlgLeitbild       *leitbild)
{
  g_autoptr (VlgFieldChart) chart = vlg_field_chart_new (sheet->context, report, leitbild);
  GString *words = g_string_new (_("Fields of action"));

  for (guint i = 0; i < vlg_field_chart_get_n_bars (chart); i++)
    {
      const VlgFieldBar *bar = vlg_field_chart_get_bar (chart, i);
      g_autofree char *figures = vlg_field_bar_get_figures (bar);

      g_string_append (words, i == 0 ? ". " : "; ");
      g_string_append_printf (words, _("%s: %s"), bar->name, figures);
    }

  return g_string_free (words, FALSE);
}

GBytes *
vlg_leitbild_sheet_to_pdf (VlgLeitbildReport      *report,
                           VlgLeitbild            *leitbild,
                           const VlgLeitbildHead  *head,
                           GError                **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  g_autoptr (GBytes) drawn = NULL;
  g_autoptr (GArray) nodes = NULL;
  g_autoptr (GPtrArray) marked = NULL;
  g_autofree char *figure = NULL;
  VlgPdfFacts facts = { 0 };
  Sheet sheet;

  g_return_val_if_fail (report != NULL, NULL);
  g_return_val_if_fail (VLG_IS_LEITBILD (leitbild), NULL);
  g_return_val_if_fail (head != NULL, NULL);

  bytes = g_byte_array_new ();
  sheet_init (&sheet, cairo_pdf_surface_create_for_stream (append_bytes, bytes, VLG_PAPER_WIDTH, VLG_PAPER_HEIGHT), TRUE);
  nodes = sheet.nodes;
  marked = sheet.marked;
  figure = describe_fields (&sheet, report, leitbild);
  sheet.title = head->title;
  draw_all (&sheet, report, leitbild, head);
  end_page (&sheet);
  if (!is_drawn (&sheet, error))
    return NULL;

  drawn = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  facts.title = head->title;
  facts.language = head->language;
  facts.author = head->author;
  facts.producer = "Vorlage " PACKAGE_VERSION;
  facts.figure = figure;

  return vlg_pdf_finish (drawn, nodes, marked, &facts, error);
}

GBytes *
vlg_leitbild_sheet_to_svg (VlgLeitbildReport      *report,
                           VlgLeitbild            *leitbild,
                           const VlgLeitbildHead  *head,
                           GError                **error)
{
  g_autoptr (GByteArray) bytes = NULL;
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
  if (!is_drawn (&sheet, error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
