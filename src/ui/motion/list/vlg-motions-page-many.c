/* vlg-motions-page-many.c — what can be done with the motions chosen
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motions-page-private.h"

#include <glib/gi18n.h>

#include "vlg-batch.h"
#include "vlg-platform.h"

/* A batch on its way. */
typedef struct {
  VlgMotionsPage *page;
  VlgBatch       *batch;
  GArray         *ids;       /* gint64 */
  char           *shown;     /* uid of the motion shown when it began, NULL for none */
} Run;

static Run *
run_new (VlgMotionsPage *page,
         VlgBatch       *batch,
         GArray         *ids)
{
  Run *run = g_new0 (Run, 1);

  run->page = g_object_ref (page);
  run->batch = g_object_ref (batch);
  run->ids = g_array_ref (ids);
  run->shown = g_strdup (page->uid);

  return run;
}

static void
run_free (Run *run)
{
  g_object_unref (run->page);
  g_object_unref (run->batch);
  g_array_unref (run->ids);
  g_free (run->shown);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static void begin (VlgMotionsPage *self, VlgBatch *batch, GArray *ids);

/* What became of it */

static char *
done_text (VlgBatch *batch,
           guint     n)
{
  switch (vlg_batch_get_deed (batch))
    {
    case VLG_BATCH_EXPORT:
      return g_strdup_printf (ngettext ("%'u motion exported", "%'u motions exported", n), n);
    case VLG_BATCH_DUPLICATE:
      return g_strdup_printf (ngettext ("%'u motion duplicated", "%'u motions duplicated", n), n);
    case VLG_BATCH_TRASH:
      return g_strdup_printf (ngettext ("%'u motion moved to the trash", "%'u motions moved to the trash", n), n);
    case VLG_BATCH_RESTORE:
      return g_strdup_printf (ngettext ("%'u motion restored", "%'u motions restored", n), n);
    case VLG_BATCH_STAGE:
    default:
      break;
    }
  switch (vlg_batch_get_stage_deed (batch))
    {
    case VLG_STAGE_DEED_SUBMIT:
      return g_strdup_printf (ngettext ("%'u motion submitted", "%'u motions submitted", n), n);
    case VLG_STAGE_DEED_RELEASE:
      return g_strdup_printf (ngettext ("%'u motion released", "%'u motions released", n), n);
    default:
      return g_strdup_printf (ngettext ("%'u motion withdrawn", "%'u motions withdrawn", n), n);
    }
}

/* "2 of 5 could not be …". */
static char *
failed_text (VlgBatch *batch)
{
  guint n = vlg_batch_get_failures (batch)->len;
  guint all = vlg_batch_get_n_motions (batch);

  switch (vlg_batch_get_deed (batch))
    {
    case VLG_BATCH_EXPORT:
      return g_strdup_printf (ngettext ("%u of %u Could Not Be Exported", "%u of %u Could Not Be Exported", n), n, all);
    case VLG_BATCH_DUPLICATE:
      return g_strdup_printf (ngettext ("%u of %u Could Not Be Duplicated", "%u of %u Could Not Be Duplicated", n), n, all);
    case VLG_BATCH_TRASH:
      return g_strdup_printf (ngettext ("%u of %u Could Not Be Moved to the Trash", "%u of %u Could Not Be Moved to the Trash", n), n, all);
    case VLG_BATCH_RESTORE:
      return g_strdup_printf (ngettext ("%u of %u Could Not Be Restored", "%u of %u Could Not Be Restored", n), n, all);
    case VLG_BATCH_STAGE:
    default:
      break;
    }
  switch (vlg_batch_get_stage_deed (batch))
    {
    case VLG_STAGE_DEED_SUBMIT:
      return g_strdup_printf (ngettext ("%u of %u Could Not Be Submitted", "%u of %u Could Not Be Submitted", n), n, all);
    case VLG_STAGE_DEED_RELEASE:
      return g_strdup_printf (ngettext ("%u of %u Could Not Be Released", "%u of %u Could Not Be Released", n), n, all);
    default:
      return g_strdup_printf (ngettext ("%u of %u Could Not Be Withdrawn", "%u of %u Could Not Be Withdrawn", n), n, all);
    }
}

static GtkWidget *
failure_list_new (GPtrArray *failures)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < failures->len; i++)
    {
      const VlgBatchFailure *failure = g_ptr_array_index (failures, i);

      gtk_list_box_append (GTK_LIST_BOX (list), g_object_new (ADW_TYPE_ACTION_ROW,
                                                              "use-markup", FALSE,
                                                              "title", failure->name,
                                                              "subtitle", failure->message,
                                                              NULL));
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);

  return scroller;
}

static void
undo_clicked_cb (AdwToast *toast,
                 Run      *run)
{
  g_autoptr (VlgBatch) batch = NULL;

  if (run->page->office == NULL || run->page->many != NULL)
    return;
  batch = vlg_batch_new (run->page->office, VLG_BATCH_RESTORE);
  begin (run->page, batch, vlg_batch_get_done (run->batch));
}

static void
open_clicked_cb (AdwToast *toast,
                 Run      *run)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (run->page));

  if (root != NULL)
    vlg_platform_open_file (GTK_WINDOW (root), vlg_batch_get_folder (run->batch));
}

static void
tell_done (Run *run)
{
  guint n = vlg_batch_get_done (run->batch)->len;
  g_autofree char *text = done_text (run->batch, n);
  VlgBatchDeed deed = vlg_batch_get_deed (run->batch);
  AdwToast *toast;

  if (n == 0)
    return;
  toast = adw_toast_new (text);
  if (deed == VLG_BATCH_TRASH || deed == VLG_BATCH_EXPORT)
    {
      adw_toast_set_button_label (toast, deed == VLG_BATCH_TRASH ? _("_Undo") : _("_Open"));
      g_signal_connect_data (toast, "button-clicked", deed == VLG_BATCH_TRASH ? G_CALLBACK (undo_clicked_cb) : G_CALLBACK (open_clicked_cb),
                             run_new (run->page, run->batch, run->ids), (GClosureNotify) (GCallback) run_free, 0);
    }
  vlg_platform_add_toast (GTK_WIDGET (run->page), toast);
}

static void
tell_failed (Run          *run,
             const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (run->page));
  g_autofree char *heading = failed_text (run->batch);

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    vlg_platform_tell (GTK_WINDOW (root), _("Not All of It Was Done"), error->message, NULL);
  else if (vlg_batch_get_failures (run->batch)->len > 0)
    vlg_platform_tell (GTK_WINDOW (root), heading, _("They are as they were; the others were handled."),
                       failure_list_new (vlg_batch_get_failures (run->batch)));
}

/* What went into the trash is not shown any longer. */
static void
clear_trashed (Run *run)
{
  VlgMotionsPage *page = run->page;
  guint position;
  gint64 id;

  if (vlg_batch_get_deed (run->batch) != VLG_BATCH_TRASH || page->uid == NULL || page->motions == NULL)
    return;
  position = vlg_motion_list_find (page->motions, page->uid);
  id = position != G_MAXUINT ? vlg_motion_list_get_id (page->motions, position) : 0;
  for (guint i = 0; i < vlg_batch_get_done (run->batch)->len; i++)
    if (id == 0 || g_array_index (vlg_batch_get_done (run->batch), gint64, i) == id)
      {
        vlg_motions_page_clear (page);
        return;
      }
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Run) run = user_data;
  g_autoptr (GError) error = NULL;
  VlgMotionsPage *self = run->page;

  vlg_batch_run_finish (VLG_BATCH (source), result, &error);
  g_clear_object (&self->many);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (self->many_stack != NULL)
    gtk_stack_set_visible_child_name (self->many_stack, "deeds");
  clear_trashed (run);
  tell_done (run);
  tell_failed (run, error);
  /* What could not be done stays chosen, so that it can be seen and tried again. */
  if (error == NULL && vlg_batch_get_failures (run->batch)->len == 0)
    vlg_motions_page_set_selecting (self, FALSE);
  vlg_motions_page_update_many_actions (self);
}

/* Doing it */

static void
handled_cb (VlgMotionsPage *self,
            GParamSpec     *pspec,
            VlgBatch       *batch)
{
  guint n = vlg_batch_get_n_handled (batch);
  guint all = vlg_batch_get_n_motions (batch);
  g_autofree char *text = g_strdup_printf (_("Motion %u of %u…"), MIN (n + 1, all), all);

  if (self->many_progress == NULL || all == 0)
    return;
  gtk_label_set_label (self->many_label, text);
  gtk_progress_bar_set_fraction (self->many_progress, n / (double) all);
}

static void
run (VlgMotionsPage *self,
     VlgBatch       *batch,
     GArray         *ids)
{
  g_signal_connect_object (batch, "notify::n-handled", G_CALLBACK (handled_cb), self, G_CONNECT_SWAPPED);
  vlg_batch_run_async (batch, (const gint64 *) (gpointer) ids->data, ids->len, self->many, finished_cb, run_new (self, batch, ids));
}

static void
flushed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Run) pending = user_data;
  g_autoptr (GError) error = NULL;
  VlgMotionsPage *self = pending->page;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (vlg_draft_flush_finish (VLG_DRAFT (source), result, &error))
    {
      run (self, pending->batch, pending->ids);
      return;
    }
  g_clear_object (&self->many);
  if (self->many_stack != NULL)
    gtk_stack_set_visible_child_name (self->many_stack, "deeds");
  vlg_motions_page_update_many_actions (self);
  if (root != NULL)
    vlg_platform_tell (GTK_WINDOW (root), vlg_motions_page_get_unsaved_heading (error), error->message, NULL);
}

/* What stands in the editor is what it is done to. */
static void
begin (VlgMotionsPage *self,
       VlgBatch       *batch,
       GArray         *ids)
{
  VlgDraft *draft = self->view != NULL ? vlg_motion_view_get_draft (self->view) : NULL;

  self->many = g_cancellable_new ();
  vlg_motions_page_update_many_actions (self);
  if (self->many_stack != NULL)
    {
      gtk_progress_bar_set_fraction (self->many_progress, 0);
      gtk_label_set_label (self->many_label, "");
      gtk_stack_set_visible_child_name (self->many_stack, "progress");
    }
  if (draft == NULL)
    {
      run (self, batch, ids);
      return;
    }
  vlg_motion_view_commit (self->view);
  vlg_draft_flush_async (draft, NULL, flushed_cb, run_new (self, batch, ids));
}

static void
begin_chosen (VlgMotionsPage *self,
              VlgBatch       *batch)
{
  g_autoptr (GArray) ids = vlg_motion_selection_get_ids (self->chosen);

  if (ids->len > 0)
    begin (self, batch, ids);
}

static void
simple_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VlgMotionsPage *self = VLG_MOTIONS_PAGE (widget);
  VlgBatchDeed deed = g_str_equal (action_name, "many.duplicate") ? VLG_BATCH_DUPLICATE
                      : g_str_equal (action_name, "many.trash")   ? VLG_BATCH_TRASH
                                                                  : VLG_BATCH_RESTORE;
  g_autoptr (VlgBatch) batch = vlg_batch_new (self->office, deed);

  begin_chosen (self, batch);
}

void
vlg_motions_page_export_chosen_to (VlgMotionsPage *self,
                                   GFile          *folder)
{
  g_autoptr (VlgBatch) batch = NULL;

  g_return_if_fail (VLG_IS_MOTIONS_PAGE (self));
  g_return_if_fail (self->chosen != NULL && self->many == NULL);
  g_return_if_fail (G_IS_FILE (folder));

  batch = vlg_batch_new (self->office, VLG_BATCH_EXPORT);
  vlg_batch_set_folder (batch, folder);
  begin_chosen (self, batch);
}

static void
folder_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (VlgMotionsPage) self = user_data;
  g_autoptr (GFile) folder = vlg_platform_choose_folder_finish (result, NULL);

  if (folder != NULL && self->chosen != NULL && self->many == NULL)
    vlg_motions_page_export_chosen_to (self, folder);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  vlg_platform_choose_folder_async (GTK_WINDOW (gtk_widget_get_root (widget)), _("Export PDFs to a Folder"), _("_Export"),
                                    folder_cb, g_object_ref (widget));
}

/* The stages: asked first, because a number that was issued stays issued. */

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Run) asked = user_data;
  g_autofree char *answer = vlg_platform_choose_finish (result);

  if (g_str_equal (answer, "do") && asked->page->many == NULL && asked->page->office != NULL)
    begin (asked->page, asked->batch, asked->ids);
}

static char *
question (VlgStageDeed deed,
          guint        n)
{
  switch (deed)
    {
    case VLG_STAGE_DEED_SUBMIT:
      return g_strdup_printf (ngettext ("Submit %'u Motion?", "Submit %'u Motions?", n), n);
    case VLG_STAGE_DEED_RELEASE:
      return g_strdup_printf (ngettext ("Release %'u Motion?", "Release %'u Motions?", n), n);
    default:
      return g_strdup_printf (ngettext ("Withdraw %'u Motion?", "Withdraw %'u Motions?", n), n);
    }
}

static const char *
consequence (VlgStageDeed deed)
{
  switch (deed)
    {
    case VLG_STAGE_DEED_SUBMIT:
      return _("They go to the office that checks them. Today becomes the day of receipt.");
    case VLG_STAGE_DEED_RELEASE:
      return _("They go to the bodies, and their numbers are issued for good.");
    default:
      return _("No body will deal with them any more. Their numbers stay taken.");
    }
}

static void
stage_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  VlgMotionsPage *self = VLG_MOTIONS_PAGE (widget);
  VlgStageDeed deed = g_variant_get_uint32 (parameter);
  const VlgPlatformChoice choices[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "do", vlg_stage_rules_get_label (deed), deed == VLG_STAGE_DEED_WITHDRAW ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED },
  };
  g_autoptr (GArray) ids = vlg_motion_selection_get_ids (self->chosen);
  g_autoptr (VlgBatch) batch = vlg_batch_new (self->office, VLG_BATCH_STAGE);
  g_autofree char *heading = question (deed, ids->len);

  vlg_batch_set_stage_deed (batch, deed);
  vlg_platform_choose_async (GTK_WINDOW (gtk_widget_get_root (widget)), heading, consequence (deed), NULL, choices, G_N_ELEMENTS (choices),
                             answered_cb, run_new (self, batch, ids));
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_cancellable_cancel (VLG_MOTIONS_PAGE (widget)->many);
}

/* The bar */

void
vlg_motions_page_fill_many (VlgMotionsPage *self,
                            GtkBuilder     *builder)
{
  static const VlgStageDeed deeds[] = { VLG_STAGE_DEED_SUBMIT, VLG_STAGE_DEED_RELEASE, VLG_STAGE_DEED_WITHDRAW };
  gboolean in_trash = vlg_motions_page_is_in_trash (self);
  g_autoptr (GMenu) menu = NULL;
  GtkButton *trash;

  if (builder == NULL)
    {
      self->many_stack = NULL;
      self->many_progress = NULL;
      self->many_label = NULL;
      self->many_stage = NULL;
      return;
    }

  self->many_stack = GTK_STACK (gtk_builder_get_object (builder, "bar"));
  self->many_progress = GTK_PROGRESS_BAR (gtk_builder_get_object (builder, "progress"));
  self->many_label = GTK_LABEL (gtk_builder_get_object (builder, "progress_label"));
  self->many_stage = GTK_WIDGET (gtk_builder_get_object (builder, "stage"));
  trash = GTK_BUTTON (gtk_builder_get_object (builder, "trash"));
  gtk_button_set_label (trash, in_trash ? _("_Restore") : _("Move to _Trash"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (trash), in_trash ? "many.restore" : "many.trash");
  menu = g_menu_new ();
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autofree char *action = g_strdup_printf ("many.stage(uint32 %u)", deeds[i]);

      g_menu_append (menu, vlg_stage_rules_get_label (deeds[i]), action);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->many_stage), G_MENU_MODEL (menu));
}

void
vlg_motions_page_update_many_actions (VlgMotionsPage *self)
{
  static const char *const deeds[] = { "many.export", "many.duplicate", "many.trash", "many.restore", "many.stage" };
  gboolean possible = self->chosen != NULL && self->many == NULL && vlg_motion_selection_get_n_chosen (self->chosen) > 0;

  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), deeds[i], possible);
  if (self->many_stage != NULL)
    gtk_widget_set_sensitive (self->many_stage, possible);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "many.cancel", self->many != NULL);
}

void
vlg_motions_page_class_install_many_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "many.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "many.duplicate", NULL, simple_action);
  gtk_widget_class_install_action (widget_class, "many.trash", NULL, simple_action);
  gtk_widget_class_install_action (widget_class, "many.restore", NULL, simple_action);
  gtk_widget_class_install_action (widget_class, "many.stage", "u", stage_action);
  gtk_widget_class_install_action (widget_class, "many.cancel", NULL, cancel_action);
}
