/* vlg-pdf-append.c — the annexes that are PDF themselves, behind their headings in the paper
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-pdf-append.h"

#include <glib/gi18n.h>

#include "vlg-paper-private.h"
#include "vlg-qpdf.h"

gboolean
vlg_paper_takes_annex (VlgAnnex      *annex,
                       VlgPaperFlags  flags)
{
  const VlgAnnexFile *file;

  g_return_val_if_fail (VLG_IS_ANNEX (annex), FALSE);

  file = vlg_annex_get_file (annex);

  return file != NULL && g_strcmp0 (file->media_type, "application/pdf") == 0 && vlg_paper_prints_annex (annex, flags) &&
         ((flags & VLG_PAPER_PUBLIC) == 0 || vlg_annex_get_visibility (annex) == VLG_VISIBILITY_PUBLIC);
}

/* The whole, and the PDFs its pages come from: they are read while it is written. */
typedef struct {
  qpdf_data  whole;
  GPtrArray *parts;   /* qpdf_data */
  guint      n_added;
} Appender;

static void
part_free (gpointer data)
{
  qpdf_data part = data;

  qpdf_cleanup (&part);
}

static qpdf_data
open_qpdf (void)
{
  qpdf_data qpdf = qpdf_init ();

  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  qpdf_silence_errors (qpdf);

  return qpdf;
}

static gboolean
check (qpdf_data    qpdf,
       const char  *name,
       GError     **error)
{
  qpdf_error failure;

  if (!qpdf_has_error (qpdf))
    return TRUE;

  failure = qpdf_get_error (qpdf);
  if (name == NULL)
    g_set_error (error, VLG_ERROR, VLG_ERROR_FAILED, _("The PDF could not be completed: %s"), qpdf_get_error_full_text (qpdf, failure));
  else if (qpdf_get_error_code (qpdf, failure) == qpdf_e_password)
    g_set_error (error, VLG_ERROR, VLG_ERROR_ENCRYPTED,
                 _("“%s” asks for a password and cannot be appended. Replace it by a PDF without one, or export without annexes."), name);
  else
    g_set_error (error, VLG_ERROR, VLG_ERROR_DAMAGED, _("“%s” is damaged and cannot be appended: %s"), name,
                 qpdf_get_error_message_detail (qpdf, failure));

  return FALSE;
}

/* Keys that point into the structure of the document the page comes from; in the paper's they would name somebody else. */
static void
forget_structure (qpdf_data qpdf,
                  qpdf_oh   page)
{
  qpdf_oh annotations = qpdf_oh_get_key (qpdf, page, "/Annots");

  qpdf_oh_remove_key (qpdf, page, "/StructParents");
  if (qpdf_oh_is_array (qpdf, annotations))
    for (int i = 0; i < qpdf_oh_get_array_n_items (qpdf, annotations); i++)
      {
        qpdf_oh annotation = qpdf_oh_get_array_item (qpdf, annotations, i);

        if (qpdf_oh_is_dictionary (qpdf, annotation))
          qpdf_oh_remove_key (qpdf, annotation, "/StructParent");
        qpdf_oh_release (qpdf, annotation);
      }
  qpdf_oh_release (qpdf, annotations);
}

/* Puts the pages of the PDF at @path behind the first @end pages of the paper. */
static gboolean
append (Appender    *self,
        const char  *path,
        const char  *name,
        guint        end,
        GError     **error)
{
  qpdf_data part = open_qpdf ();
  int n_pages;

  g_ptr_array_add (self->parts, part);
  qpdf_read (part, path, NULL);
  if (!check (part, name, error))
    return FALSE;
  n_pages = qpdf_get_num_pages (part);
  qpdf_push_inherited_attributes_to_page (part);
  for (int i = 0; i < n_pages && !qpdf_has_error (part) && !qpdf_has_error (self->whole); i++)
    {
      qpdf_oh page = qpdf_get_page_n (part, (size_t) i);
      guint before = end + self->n_added;

      forget_structure (part, page);
      if (before < (guint) qpdf_get_num_pages (self->whole))
        {
          qpdf_oh next = qpdf_get_page_n (self->whole, before);

          qpdf_add_page_at (self->whole, part, page, QPDF_TRUE, next);
          qpdf_oh_release (self->whole, next);
        }
      else
        {
          qpdf_add_page (self->whole, part, page, QPDF_FALSE);
        }
      qpdf_oh_release (part, page);
      self->n_added++;
    }

  return check (part, name, error) && check (self->whole, name, error);
}

static gboolean
append_all (Appender       *self,
            VlgMotion      *motion,
            VlgProfile     *profile,
            VlgPaperFlags   flags,
            GHashTable     *files,
            GArray         *ends,
            GError        **error)
{
  GListModel *annexes = G_LIST_MODEL (vlg_motion_get_annexes (motion));
  guint section = vlg_paper_prints_rationales (motion, profile, flags) ? 1 : 0;

  for (guint i = 0; i < g_list_model_get_n_items (annexes); i++)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (annexes, i);
      const char *path;

      if (!vlg_paper_prints_annex (annex, flags))
        continue;
      section++;
      path = vlg_paper_takes_annex (annex, flags) ? g_hash_table_lookup (files, vlg_annex_get_uid (annex)) : NULL;
      if (path != NULL && !append (self, path, vlg_annex_get_file (annex)->name, g_array_index (ends, guint, section), error))
        return FALSE;
    }

  return TRUE;
}

gboolean
vlg_paper_write_with_annexes (VlgMotion      *motion,
                              VlgProfile     *profile,
                              VlgPaperFlags   flags,
                              VlgDay          as_of,
                              GHashTable     *files,
                              const char     *path,
                              GError        **error)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GBytes) pdf = NULL;
  Appender self = { 0 };
  gboolean done;
  gsize size;
  const char *data;

  g_return_val_if_fail (files != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  pdf = vlg_paper_make_pdf (motion, profile, flags, as_of, ends, error);
  if (pdf == NULL || !vlg_qpdf_load (error))
    return FALSE;

  data = g_bytes_get_data (pdf, &size);
  self.parts = g_ptr_array_new_with_free_func (part_free);
  self.whole = open_qpdf ();
  qpdf_read_memory (self.whole, "paper.pdf", data, size, NULL);
  done = check (self.whole, NULL, error) && append_all (&self, motion, profile, flags, files, ends, error);
  if (done)
    {
      qpdf_init_write (self.whole, path);
      qpdf_set_deterministic_ID (self.whole, QPDF_TRUE);
      qpdf_set_object_stream_mode (self.whole, qpdf_o_generate);
      qpdf_write (self.whole);
      done = check (self.whole, NULL, error);
    }
  qpdf_cleanup (&self.whole);
  g_ptr_array_unref (self.parts);

  return done;
}
