/* vlg-checks-visibility.c — rules over what is public
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "vlg-checks-private.h"

void
vlg_checks_visibility_of_rows (VlgMotion  *motion,
                               VlgProfile *profile,
                               GPtrArray  *findings)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));
  VlgVisibility visibility = vlg_motion_get_visibility (motion);
  VlgConsultation *deciding = vlg_motion_get_deciding (motion);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(VlgConsultation) row = g_list_model_get_item (rows, i);
      VlgVisibility own = vlg_consultation_get_visibility (row);

      if (visibility == VLG_VISIBILITY_NON_PUBLIC && own == VLG_VISIBILITY_PUBLIC)
        vlg_checks_add (findings, "row-public", VLG_SEVERITY_WARNING, VLG_FIELD_CONSULTATIONS, i,
                        g_strdup_printf (_("The motion is non-public, but %s consults on it in public."), vlg_consultation_get_body (row)),
                        _("Set the row to non-public, or the motion to public."));
      else if (visibility == VLG_VISIBILITY_PUBLIC && own == VLG_VISIBILITY_NON_PUBLIC && row == deciding)
        vlg_checks_add (findings, "decision-non-public", VLG_SEVERITY_WARNING, VLG_FIELD_CONSULTATIONS, i,
                        g_strdup_printf (_("The motion is public, but %s decides on it in a non-public meeting."), vlg_consultation_get_body (row)),
                        _("Set the row to public, or the motion to non-public."));
    }
}

void
vlg_checks_visibility_of_bodies (VlgMotion  *motion,
                                 VlgProfile *profile,
                                 GPtrArray  *findings)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(VlgConsultation) row = g_list_model_get_item (rows, i);
      VlgBody *body = vlg_checks_find_body (profile, row);

      if (body != NULL && vlg_body_get_visibility (body) == VLG_VISIBILITY_NON_PUBLIC &&
          vlg_consultation_get_visibility (row) == VLG_VISIBILITY_PUBLIC)
        vlg_checks_add (findings, "body-non-public", VLG_SEVERITY_WARNING, VLG_FIELD_CONSULTATIONS, i,
                        g_strdup_printf (_("%s never meets in public, but the row is set to public."), vlg_consultation_get_body (row)),
                        _("Set the row to non-public."));
    }
}

void
vlg_checks_visibility_of_annexes (VlgMotion  *motion,
                                  VlgProfile *profile,
                                  GPtrArray  *findings)
{
  GListModel *annexes = G_LIST_MODEL (vlg_motion_get_annexes (motion));

  if (vlg_motion_get_visibility (motion) != VLG_VISIBILITY_NON_PUBLIC)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (annexes); i++)
    {
      g_autoptr(VlgAnnex) annex = g_list_model_get_item (annexes, i);

      if (vlg_annex_get_visibility (annex) == VLG_VISIBILITY_PUBLIC)
        vlg_checks_add (findings, "annex-public", VLG_SEVERITY_WARNING, VLG_FIELD_ANNEXES, i,
                        g_strdup_printf (_("The motion is non-public, but its annex %u is public."), vlg_annex_get_number (annex)),
                        _("Set the annex to non-public, or the motion to public."));
    }
}
