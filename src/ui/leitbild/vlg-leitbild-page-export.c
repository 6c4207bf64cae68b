/* vlg-leitbild-page-export.c — the figures shown, as files
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-leitbild-page-private.h"

#include <glib/gi18n.h>

#include "vlg-atomic-file.h"
#include "vlg-leitbild-file.h"
#include "vlg-leitbild-sheet.h"
#include "vlg-platform.h"

static const char *const formats[] = {
  [VLG_LEITBILD_CSV] = "csv",
  [VLG_LEITBILD_SVG] = "svg",
  [VLG_LEITBILD_PDF] = "pdf",
};

typedef struct {
  GFile *file;
  GBytes *bytes;
} Writing;

typedef struct {
  VlgLeitbildPage *page;
  VlgLeitbildFormat format;
} Wish;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_object_unref (writing->file);
  g_bytes_unref (writing->bytes);
  g_free (writing);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Writing *writing = task_data;
  GError *error = NULL;

  if (vlg_atomic_file_write_bytes (writing->file, writing->bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  VlgLeitbildPage *self = VLG_LEITBILD_PAGE (source);
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  if (root == NULL)
    return;
  if (written)
    vlg_platform_add_toast (GTK_WIDGET (self), adw_toast_new (_("Figures exported")));
  else
    vlg_platform_tell (GTK_WINDOW (root), _("The Figures Were Not Written"), error->message, NULL);
}

/* What the words of the program are written in: "de", "de-DE", "en". Caller owns. */
static char *
get_language (void)
{
  const char *name = g_get_language_names ()[0];
  char *language = g_strndup (name, strcspn (name, ".@"));

  if (g_str_equal (language, "C") || g_str_equal (language, "POSIX"))
    {
      g_free (language);
      return g_strdup ("en");
    }

  return g_strdelimit (language, "_", '-');
}

static GBytes *
draw (VlgLeitbildPage    *self,
      VlgLeitbildFormat   format,
      GError            **error)
{
  VlgProfile *profile = vlg_office_get_profile (self->office);
  VlgLeitbild *leitbild = vlg_profile_get_leitbild (profile);
  const VlgReportCount *total = &self->report->total;
  /* Translators: the Leitbild of a municipality. */
  g_autofree char *title = g_strdup_printf (_("Leitbild, %s"), vlg_profile_get_municipality (profile));
  g_autofree char *subtitle = vlg_leitbild_page_describe_query (self);
  g_autofree char *language = get_language ();
  g_autoptr (GString) summary = g_string_new (NULL);
  VlgLeitbildHead head;
  int share = vlg_report_count_get_share (total);

  if (format == VLG_LEITBILD_CSV)
    return vlg_leitbild_file_to_csv (self->report, leitbild);

  g_string_printf (summary, ngettext ("%u motion, %u adopted.", "%u motions, %u adopted.", total->n_motions), total->n_motions, total->n_adopted);
  if (share >= 0)
    {
      g_string_append_c (summary, ' ');
      g_string_append_printf (summary, _("%d %% of those decided are not relevant to the Leitbild."), share);
    }
  head = (VlgLeitbildHead) { title, subtitle, summary->str, vlg_profile_get_municipality (profile), language };

  return format == VLG_LEITBILD_SVG ? vlg_leitbild_sheet_to_svg (self->report, leitbild, &head, error)
                                    : vlg_leitbild_sheet_to_pdf (self->report, leitbild, &head, error);
}

void
vlg_leitbild_page_export_to (VlgLeitbildPage   *self,
                             GFile             *file,
                             VlgLeitbildFormat  format)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  Writing *writing;

  g_return_if_fail (VLG_IS_LEITBILD_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->report != NULL);

  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_source_tag (task, vlg_leitbild_page_export_to);
  bytes = draw (self, format, &error);
  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  writing = g_new0 (Writing, 1);
  writing->file = g_object_ref (file);
  writing->bytes = g_steal_pointer (&bytes);
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_thread);
}

static void
file_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Wish *wish = user_data;
  g_autoptr (VlgLeitbildPage) self = wish->page;
  g_autoptr (GFile) file = wish->format == VLG_LEITBILD_SVG ? vlg_platform_save_file_finish (result, NULL) : vlg_platform_save_pdf_finish (result, NULL);

  if (file != NULL && self->report != NULL)
    vlg_leitbild_page_export_to (self, file, wish->format);
  g_free (wish);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));
  const char *format = g_variant_get_string (parameter, NULL);
  Wish *wish = g_new0 (Wish, 1);

  wish->page = g_object_ref (VLG_LEITBILD_PAGE (widget));
  wish->format = g_str_equal (format, formats[VLG_LEITBILD_CSV]) ? VLG_LEITBILD_CSV : g_str_equal (format, formats[VLG_LEITBILD_SVG]) ? VLG_LEITBILD_SVG : VLG_LEITBILD_PDF;
  if (wish->format == VLG_LEITBILD_CSV)
    vlg_platform_save_table_async (parent, _("Export Figures"), _("leitbild.csv"), file_cb, wish);
  else if (wish->format == VLG_LEITBILD_SVG)
    vlg_platform_save_file_async (parent, _("Export Figures"), _("leitbild.svg"), file_cb, wish);
  else
    vlg_platform_save_pdf_async (parent, _("Export Figures"), _("leitbild.pdf"), file_cb, wish);
}

void
vlg_leitbild_page_class_install_export (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "leitbild.export", "s", export_action);
}
