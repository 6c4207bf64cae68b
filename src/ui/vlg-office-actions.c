/* vlg-office-actions.c — the office's choices, for menus
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-office-actions.h"

#include <glib/gi18n.h>

#include "vlg-office-choices.h"
#include "vlg-paper-choices.h"
#include "vlg-platform.h"

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWindow) window = user_data;
  g_autoptr (GError) error = NULL;

  if (vlg_office_set_prints_rationales_finish (VLG_OFFICE (source), result, &error))
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (window)))
    vlg_platform_tell (window, _("The Choice Could Not Be Stored"), error->message, NULL);
}

static void
change_cb (GtkWindow *window,
           GVariant  *value)
{
  VlgOffice *office = g_object_get_data (G_OBJECT (window), "vlg-office-actions");

  vlg_office_set_prints_rationales_async (office, g_variant_get_boolean (value), chosen_cb, g_object_ref (window));
}

static void
follow_cb (GSimpleAction *action,
           GParamSpec    *pspec,
           VlgProfile    *profile)
{
  g_simple_action_set_state (action, g_variant_new_boolean (vlg_profile_get_prints_rationales (profile)));
}

void
vlg_office_actions_install (GtkWindow *window,
                            VlgOffice *office)
{
  VlgProfile *profile;
  g_autoptr (GSimpleActionGroup) group = NULL;
  g_autoptr (GSimpleAction) rationales = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (VLG_IS_OFFICE (office));

  profile = vlg_office_get_profile (office);
  group = g_simple_action_group_new ();
  rationales = g_simple_action_new_stateful ("print-rationales", NULL, g_variant_new_boolean (vlg_profile_get_prints_rationales (profile)));
  g_signal_connect_object (rationales, "change-state", G_CALLBACK (change_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (profile, "notify::prints-rationales", G_CALLBACK (follow_cb), rationales, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (rationales));
  g_object_set_data_full (G_OBJECT (window), "vlg-office-actions", g_object_ref (office), g_object_unref);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "office", G_ACTION_GROUP (group));
}
