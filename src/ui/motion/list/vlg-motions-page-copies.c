/* vlg-motions-page-copies.c — the motion shown as the beginning of others: duplicated, kept as a template
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motions-page-private.h"

#include <glib/gi18n.h>

#include "vlg-ask-text.h"
#include "vlg-new-motion.h"
#include "vlg-platform.h"
#include "vlg-template-shelf.h"

/* A deed that ends in a callback, by when another motion may be shown. */
typedef struct {
  VlgMotionsPage *page;
  VlgOffice      *office;
  VlgTemplate    *replaced;
  char           *uid;
  char           *name;
} Deed;

static Deed *
deed_new (VlgMotionsPage *page)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->page = g_object_ref (page);
  deed->office = g_object_ref (page->office);
  deed->uid = g_strdup (vlg_motion_get_uid (page->motion));
  deed->name = g_strdup (vlg_motion_get_text (page->motion, VLG_FIELD_TITLE));

  return deed;
}

static void
deed_free (Deed *deed)
{
  g_object_unref (deed->page);
  g_object_unref (deed->office);
  g_clear_object (&deed->replaced);
  g_free (deed->uid);
  g_free (deed->name);
  g_free (deed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deed, deed_free)

static void
tell_error (Deed         *deed,
            const char   *heading,
            const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (deed->page));

  if (root != NULL)
    vlg_platform_tell (GTK_WINDOW (root), heading, error->message, NULL);
}

static AdwToast *
toast_new (const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  return adw_toast_new (markup);
}

/* What stands in the editor is what is copied. */
static void
flush (VlgMotionsPage      *self,
       GAsyncReadyCallback  callback)
{
  vlg_motion_view_commit (self->view);
  vlg_draft_flush_async (vlg_motion_view_get_draft (self->view), NULL, callback, deed_new (self));
}

/* Duplicate */

static void
duplicated_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = vlg_new_motion_finish (VLG_OFFICE (source), result, &error);
  g_autofree char *text = NULL;

  if (motion == NULL)
    {
      tell_error (deed, _("The Motion Was Not Duplicated"), error);
      return;
    }
  if (deed->page->office == NULL)
    return;

  vlg_motions_page_edit (deed->page, vlg_motion_get_uid (motion));
  if (vlg_motion_get_number (motion) != NULL)
    text = g_strdup_printf (_("Duplicated as %s"), vlg_motion_get_number_text (motion));
  else
    text = g_strdup_printf (_("“%s” duplicated"), deed->name);
  vlg_platform_add_toast (GTK_WIDGET (deed->page), toast_new (text));
}

static void
duplicate_flushed_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;
  VlgNewMotion how = { 0 };

  if (!vlg_draft_flush_finish (VLG_DRAFT (source), result, &error))
    {
      tell_error (deed, _("The Motion Was Not Duplicated"), error);
      return;
    }
  how.from_uid = deed->uid;
  vlg_new_motion_async (deed->office, &how, NULL, duplicated_cb, deed);
  g_steal_pointer (&deed);
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  flush (VLG_MOTIONS_PAGE (widget), duplicate_flushed_cb);
}

/* Template */

static void
put_back_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;

  if (!vlg_template_shelf_put_finish (VLG_OFFICE (source), result, NULL, &error))
    tell_error (deed, _("The Template Was Not Restored"), error);
}

static void
undo_clicked_cb (AdwToast *toast,
                 Deed     *deed)
{
  Deed *again = g_new0 (Deed, 1);

  again->page = g_object_ref (deed->page);
  again->office = g_object_ref (deed->office);
  vlg_template_shelf_put_async (deed->office, deed->replaced, NULL, put_back_cb, again);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  VlgMotionsPage *page = deed->page;
  AdwToast *toast;

  if (!vlg_template_shelf_put_finish (VLG_OFFICE (source), result, &deed->replaced, &error))
    {
      tell_error (deed, _("The Template Was Not Saved"), error);
      return;
    }

  text = g_strdup_printf (deed->replaced != NULL ? _("Template “%s” replaced") : _("Template “%s” saved"), deed->name);
  toast = toast_new (text);
  if (deed->replaced != NULL)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), g_steal_pointer (&deed), (GClosureNotify) (GCallback) deed_free, 0);
    }
  vlg_platform_add_toast (GTK_WIDGET (page), toast);
}

static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autofree char *name = vlg_ask_text_finish (result);

  if (name == NULL)
    return;
  g_free (deed->name);
  deed->name = g_steal_pointer (&name);
  vlg_template_shelf_save_async (deed->office, VLG_TEMPLATE_MOTION, deed->name, deed->uid, NULL, saved_cb, deed);
  g_steal_pointer (&deed);
}

static void
template_flushed_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;
  GtkWidget *page = GTK_WIDGET (deed->page);
  const VlgAskText ask = {
    .heading = _("Save as Template"),
    .body = _("New motions can begin with this one: its texts, Leitbild, annexes and sequence, without number, dates and results."),
    .label = _("Name"), .text = deed->name, .answer = _("_Save"), .appearance = ADW_RESPONSE_SUGGESTED,
  };

  if (!vlg_draft_flush_finish (VLG_DRAFT (source), result, &error))
    tell_error (deed, _("The Template Was Not Saved"), error);
  else if (gtk_widget_get_root (page) != NULL)
    vlg_ask_text_async (page, &ask, named_cb, g_steal_pointer (&deed));
}

static void
save_template_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  flush (VLG_MOTIONS_PAGE (widget), template_flushed_cb);
}

void
vlg_motions_page_class_install_copy_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "motion.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "motion.save-template", NULL, save_template_action);
}
