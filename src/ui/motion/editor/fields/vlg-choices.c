/* vlg-choices.c — the closed sets of words as lists to choose from
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-choices.h"

#include <glib/gi18n.h>

#include "vlg-kinds.h"

GListModel *
vlg_choices_roles (void)
{
  static GtkStringList *roles;

  if (roles == NULL)
    {
      roles = gtk_string_list_new (NULL);
      gtk_string_list_append (roles, C_("role of a body", "No role"));
      for (int role = VLG_ROLE_NONE + 1; role <= VLG_ROLE_INFORMATION; role++)
        gtk_string_list_append (roles, vlg_role_get_label (role));
    }

  return G_LIST_MODEL (roles);
}

GListModel *
vlg_choices_visibilities (void)
{
  static GtkStringList *visibilities;

  if (visibilities == NULL)
    {
      visibilities = gtk_string_list_new (NULL);
      gtk_string_list_append (visibilities, C_("visibility", "Not decided"));
      for (int visibility = VLG_VISIBILITY_UNDECIDED + 1; visibility <= VLG_VISIBILITY_NON_PUBLIC; visibility++)
        gtk_string_list_append (visibilities, vlg_visibility_get_label (visibility));
    }

  return G_LIST_MODEL (visibilities);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

void
vlg_choices_set (GtkDropDown *drop_down,
                 GListModel  *choices)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_factory (drop_down, factory);
  gtk_drop_down_set_model (drop_down, choices);
}
