/* vlg-paper-print.c — a paper on the printer
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-paper-print.h"

#include <glib/gi18n.h>

#include "vlg-platform.h"

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              VlgPaper          *paper)
{
  vlg_paper_draw_page (paper, gtk_print_context_get_cairo_context (context), page);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         GtkWindow               *parent)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  vlg_platform_tell (parent, _("The Paper Could Not Be Printed"), error->message, NULL);
}

GtkPrintOperation *
vlg_paper_print_operation_new (VlgPaper   *paper,
                               const char *title,
                               const char *file_name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, file_name);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_page_setup_set_paper_size (setup, a4);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, vlg_paper_get_n_pages (paper));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* The form brings its own margins. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_object_ref (paper), (GClosureNotify) (GCallback) g_object_unref, 0);

  return operation;
}

void
vlg_paper_print (VlgPaper   *paper,
                 const char *title,
                 const char *file_name,
                 GtkWindow  *parent)
{
  g_autoptr (GtkPrintOperation) operation = vlg_paper_print_operation_new (paper, title, file_name);

  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), parent, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
