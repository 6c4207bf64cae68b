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
