/* vlg-pdf.c — the paper as an accessible PDF
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#include "vlg-paper-private.h"
#include "vlg-pdf-finish.h"

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Bookmarks: the form, then each annex. */
static void
add_outline (VlgPaper        *paper,
             cairo_surface_t *surface)
{
  VlgFlow *flow = vlg_paper_get_flow (paper);
  VlgPages *pages = vlg_paper_get_pages (paper);
  guint seen = 0;

  if (flow->sections->len < 2)
    return;
  /* Whole numbers: Cairo 1.16 reads a fraction with the decimal sign of the locale, and a German one refuses "0.0". */
  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, vlg_paper_get_title (paper), "page=1 pos=[0 0]", 0);
  for (guint i = 0; i < pages->pages->len; i++)
    {
      guint section = g_array_index (pages->pages, VlgPage, i).section;
      g_autofree char *target = NULL;

      if (section == seen)
        continue;
      seen = section;
      target = g_strdup_printf ("page=%u pos=[0 0]", i + 1);
      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, g_array_index (flow->sections, VlgSection, section).title, target, 0);
    }
}

/* Cairo's part: pages, fonts, marks. @marked gets an array of nodes for each page. */
static GBytes *
draw_pdf (VlgPaper   *paper,
          GPtrArray  *marked,
          GError    **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, VLG_PAPER_WIDTH, VLG_PAPER_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  for (guint i = 0; i < vlg_paper_get_n_pages (paper); i++)
    {
      GArray *nodes = g_array_new (FALSE, FALSE, sizeof (guint32));

      g_ptr_array_add (marked, nodes);
      vlg_page_draw (vlg_paper_get_flow (paper), vlg_paper_get_pages (paper), i, cr, nodes);
      cairo_show_page (cr);
    }
  add_outline (paper, surface);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_FAILED, _("The PDF could not be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* The same motion gives the same bytes, so its dates are the motion's own: when it came in, else the first day of its sequence. */
static char *
motion_date (VlgMotion *motion)
{
  GListModel *consultations = G_LIST_MODEL (vlg_motion_get_consultations (motion));
  VlgDay day = vlg_motion_get_received_on (motion);

  for (guint i = 0; day == VLG_DAY_NONE && i < g_list_model_get_n_items (consultations); i++)
    {
      g_autoptr (VlgConsultation) consultation = g_list_model_get_item (consultations, i);

      day = vlg_consultation_get_day (consultation);
    }
  return vlg_day_to_iso (day);
}

static void
find_ends (VlgPaper *paper,
           GArray   *ends)
{
  const GArray *pages = vlg_paper_get_pages (paper)->pages;

  g_array_set_size (ends, vlg_paper_get_flow (paper)->sections->len);
  for (guint i = 0; i < pages->len; i++)
    g_array_index (ends, guint, g_array_index (pages, VlgPage, i).section) = i + 1;
}

GBytes *
vlg_paper_to_pdf (VlgMotion      *motion,
                  VlgProfile     *profile,
                  VlgPaperFlags   flags,
                  VlgDay          as_of,
                  GError        **error)
{
  return vlg_paper_make_pdf (motion, profile, flags, as_of, NULL, error);
}

GBytes *
vlg_paper_make_pdf (VlgMotion      *motion,
                    VlgProfile     *profile,
                    VlgPaperFlags   flags,
                    VlgDay          as_of,
                    GArray         *ends,
                    GError        **error)
{
  g_autoptr (VlgPaper) paper = NULL;
  g_autoptr (GPtrArray) marked = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GBytes) drawn = NULL;
  g_autofree char *date = NULL;
  VlgPdfFacts facts = { 0 };

  g_return_val_if_fail (VLG_IS_MOTION (motion), NULL);
  g_return_val_if_fail (VLG_IS_PROFILE (profile), NULL);

  if ((flags & VLG_PAPER_PUBLIC) != 0 && vlg_motion_get_visibility (motion) == VLG_VISIBILITY_NON_PUBLIC)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_NOT_PUBLIC, _("“%s” is non-public and cannot be published. Export it without the public edition, or change its visibility first."),
                   *vlg_motion_get_number_text (motion) != '\0' ? vlg_motion_get_number_text (motion) : vlg_motion_get_text (motion, VLG_FIELD_TITLE));
      return NULL;
    }

  paper = vlg_paper_new (motion, profile, flags, as_of);
  drawn = draw_pdf (paper, marked, error);
  if (drawn == NULL)
    return NULL;
  if (ends != NULL)
    find_ends (paper, ends);

  facts.title = vlg_paper_get_title (paper);
  facts.language = vlg_paper_get_language (paper);
  facts.figure = vlg_profile_get_municipality (profile);
  if ((flags & VLG_PAPER_PUBLIC) == 0)
    {
      const char *submitter = vlg_motion_get_text (motion, VLG_FIELD_SUBMITTER);

      date = motion_date (motion);
      facts.author = *submitter != '\0' ? submitter : vlg_profile_get_municipality (profile);
      facts.producer = "Vorlage " PACKAGE_VERSION;
      facts.date = date;
    }
  return vlg_pdf_finish (drawn, vlg_paper_get_flow (paper)->nodes, marked, &facts, error);
}
