/* vlg-stage-deed.c — submit, return, release, withdraw, with what has to be asked
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-stage-deed.h"

#include <glib/gi18n.h>

#include "vlg-platform.h"
#include "vlg-string.h"

typedef struct {
  GtkWidget    *widget;
  VlgDraft     *draft;
  GtkEditable  *remark;
  VlgStageDeed  deed;
} Deed;

static void
deed_free (Deed *deed)
{
  g_object_unref (deed->widget);
  g_object_unref (deed->draft);
  g_clear_object (&deed->remark);
  g_free (deed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deed, deed_free)

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (deed->widget);
  g_autofree char *text = NULL;

  if (!vlg_draft_do_stage_finish (VLG_DRAFT (source), result, &error))
    {
      if (root != NULL)
        vlg_platform_tell (GTK_WINDOW (root), _("The Stage Was Not Changed"), error->message, NULL);
      return;
    }

  text = g_markup_escape_text (vlg_stage_get_label (vlg_motion_get_stage (vlg_draft_get_motion (deed->draft))), -1);
  if (root != NULL)
    vlg_platform_add_toast (deed->widget, adw_toast_new (text));
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autofree char *answer = vlg_platform_choose_finish (result);
  g_autofree char *remark = vlg_string_normalize (gtk_editable_get_text (deed->remark), -1, NULL);
  VlgDraft *draft = deed->draft;
  VlgStageDeed which = deed->deed;

  if (!g_str_equal (answer, "do"))
    return;

  vlg_draft_do_stage_async (draft, which, remark != NULL && *remark != '\0' ? remark : NULL, NULL, NULL, done_cb, g_steal_pointer (&deed));
}

static const char *
body_text (VlgStageDeed deed)
{
  switch (deed)
    {
    case VLG_STAGE_DEED_SUBMIT:
      return _("The motion goes to the office that checks it. Today becomes the day of receipt.");
    case VLG_STAGE_DEED_RETURN:
      return _("The motion goes back to its author. Say what is to be revised.");
    case VLG_STAGE_DEED_RELEASE:
      return _("The motion goes to the bodies, and its number is issued for good.");
    case VLG_STAGE_DEED_WITHDRAW:
      return _("No body will deal with the motion any more. Its number stays taken.");
    case VLG_STAGE_DEED_REOPEN:
    default:
      return _("The motion becomes a draft again.");
    }
}

/* Without the remark the deed would only be refused. */
static void
remark_changed_cb (GtkWidget *row)
{
  g_autofree char *remark = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  vlg_platform_choice_set_enabled (row, "do", *remark != '\0');
}

void
vlg_stage_deed_begin (GtkWidget    *widget,
                      VlgDraft     *draft,
                      VlgStageDeed  which)
{
  VlgPlatformChoice choices[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "do", vlg_stage_rules_get_label (which), which == VLG_STAGE_DEED_WITHDRAW ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED },
  };
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_entry_row_new ();
  Deed *deed;

  g_return_if_fail (VLG_IS_DRAFT (draft));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Remark"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, vlg_stage_rules_get_label (which), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);

  deed = g_new0 (Deed, 1);
  deed->widget = g_object_ref (widget);
  deed->draft = g_object_ref (draft);
  deed->remark = GTK_EDITABLE (g_object_ref (row));
  deed->deed = which;
  vlg_platform_choose_async (GTK_WINDOW (gtk_widget_get_root (widget)), vlg_stage_rules_get_label (which), body_text (which), list,
                             choices, G_N_ELEMENTS (choices), answered_cb, deed);
  if (vlg_stage_rules_needs_remark (which))
    {
      g_signal_connect (row, "changed", G_CALLBACK (remark_changed_cb), NULL);
      remark_changed_cb (row);
      gtk_widget_grab_focus (row);
    }
}
