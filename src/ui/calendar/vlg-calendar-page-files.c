/* vlg-calendar-page-files.c — the calendar to and from a file
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-calendar-page-private.h"

#include <glib/gi18n.h>

#include "vlg-calendar-file.h"
#include "vlg-platform.h"

/* What the thread does. */
typedef struct {
  VlgOffice         *office;
  GFile             *file;
  VlgEdition         edition;
  VlgCalendarImport  report;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->office);
  g_object_unref (work->file);
  g_free (work);
}

static GTask *
task_new (VlgCalendarPage     *self,
          GFile               *file,
          VlgEdition           edition,
          GAsyncReadyCallback  callback)
{
  GTask *task = g_task_new (self, NULL, callback, NULL);
  Work *work = g_new0 (Work, 1);

  work->office = g_object_ref (self->office);
  work->file = g_object_ref (file);
  work->edition = edition;
  g_task_set_task_data (task, work, work_free);

  return task;
}

static void
fail (VlgCalendarPage *self,
      const char      *heading,
      const GError    *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    vlg_platform_tell (GTK_WINDOW (root), heading, error->message, NULL);
}

static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (vlg_calendar_file_export (work->office, work->file, VLG_DAY_NONE, VLG_DAY_NONE, work->edition, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    vlg_platform_add_toast (GTK_WIDGET (source), adw_toast_new (_("Calendar exported")));
  else
    fail (VLG_CALENDAR_PAGE (source), _("The Calendar Was Not Written"), error);
}

void
vlg_calendar_page_export_to (VlgCalendarPage *self,
                             GFile           *file,
                             gboolean         public_edition)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (VLG_IS_CALENDAR_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  task = task_new (self, file, public_edition ? VLG_EDITION_PUBLIC : VLG_EDITION_FULL, exported_cb);
  g_task_set_source_tag (task, vlg_calendar_page_export_to);
  g_task_run_in_thread (task, export_thread);
}

static void
import_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (vlg_calendar_file_import (work->office, work->file, &work->report, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  const Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *fresh = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *what = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      fail (VLG_CALENDAR_PAGE (source), _("The Meetings Were Not Imported"), error);
      return;
    }
  fresh = g_strdup_printf (ngettext ("%u new meeting", "%u new meetings", work->report.n_new), work->report.n_new);
  changed = g_strdup_printf (ngettext ("%u changed", "%u changed", work->report.n_changed), work->report.n_changed);
  what = g_strdup_printf ("%s, %s", fresh, changed);
  vlg_platform_add_toast (GTK_WIDGET (source), adw_toast_new (what));
}

void
vlg_calendar_page_import_from (VlgCalendarPage *self,
                               GFile           *file)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (VLG_IS_CALENDAR_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  task = task_new (self, file, VLG_EDITION_FULL, imported_cb);
  g_task_set_source_tag (task, vlg_calendar_page_import_from);
  g_task_run_in_thread (task, import_thread);
}

static void
open_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (VlgCalendarPage) self = user_data;
  g_autoptr (GListModel) files = vlg_platform_open_files_finish (result, NULL);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL && self->office != NULL)
    vlg_calendar_page_import_from (self, file);
}

static void
import_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  vlg_platform_open_files_async (GTK_WINDOW (gtk_widget_get_root (widget)), _("Import Meetings (iCalendar or CSV)"), _("_Import"), FALSE, open_cb, g_object_ref (widget));
}

static void
save_file_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (VlgCalendarPage) self = user_data;
  g_autoptr (GFile) file = vlg_platform_save_file_finish (result, NULL);

  if (file != NULL && self->office != NULL)
    vlg_calendar_page_export_to (self, file, FALSE);
}

static void
save_public_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (VlgCalendarPage) self = user_data;
  g_autoptr (GFile) file = vlg_platform_save_file_finish (result, NULL);

  if (file != NULL && self->office != NULL)
    vlg_calendar_page_export_to (self, file, TRUE);
}

static void
save_table_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (VlgCalendarPage) self = user_data;
  g_autoptr (GFile) file = vlg_platform_save_pdf_finish (result, NULL);

  if (file != NULL && self->office != NULL)
    vlg_calendar_page_export_to (self, file, FALSE);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));
  const char *format = g_variant_get_string (parameter, NULL);

  if (g_str_equal (format, "csv"))
    vlg_platform_save_table_async (parent, _("Export Calendar"), _("calendar.csv"), save_table_cb, g_object_ref (widget));
  else if (g_str_equal (format, "public-ics"))
    vlg_platform_save_file_async (parent, _("Export Public Calendar"), _("public-calendar.ics"), save_public_cb, g_object_ref (widget));
  else
    vlg_platform_save_file_async (parent, _("Export Calendar"), _("calendar.ics"), save_file_cb, g_object_ref (widget));
}

void
vlg_calendar_page_class_install_files (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "calendar.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "calendar.export", "s", export_action);
}
