/* vlg-motion-text.c — what is written in a motion, as one plain text to keep
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion-text.h"

#include <glib/gi18n.h>

static void
add_text (GString    *text,
          const char *heading,
          const char *words)
{
  if (*words != '\0')
    g_string_append_printf (text, "%s%s\n\n%s\n", text->len > 0 ? "\n" : "", heading, words);
}

static void
add_consultations (GString   *text,
                   VlgMotion *motion)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (rows, i);
      g_autofree char *day = vlg_day_to_display (vlg_consultation_get_day (row));

      g_string_append_printf (lines, "%s%s, %s", i > 0 ? "\n" : "", vlg_consultation_get_body (row), *day != '\0' ? day : _("no date yet"));
      if (vlg_consultation_get_result (row) != VLG_RESULT_NONE)
        g_string_append_printf (lines, ", %s", vlg_result_get_label (vlg_consultation_get_result (row)));
    }
  add_text (text, vlg_field_get_label (VLG_FIELD_CONSULTATIONS), lines->str);
}

static void
add_annexes (GString   *text,
             VlgMotion *motion)
{
  GListModel *annexes = G_LIST_MODEL (vlg_motion_get_annexes (motion));

  for (guint i = 0; i < g_list_model_get_n_items (annexes); i++)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (annexes, i);
      const VlgAnnexFile *file = vlg_annex_get_file (annex);
      g_autofree char *heading = NULL;

      if (vlg_annex_get_source (annex))
        continue;
      heading = g_strdup_printf ("%s %u: %s", _("Annex"), vlg_annex_get_number (annex), vlg_annex_get_title (annex));
      add_text (text, heading, file != NULL && file->name != NULL ? file->name : vlg_annex_get_text (annex));
    }
}

char *
vlg_motion_text_make (VlgMotion *motion)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (VLG_IS_MOTION (motion), NULL);

  add_text (text, vlg_field_get_label (VLG_FIELD_NUMBER), vlg_motion_get_number_text (motion));
  for (VlgField field = VLG_FIELD_NONE + 1; field <= VLG_FIELD_UNRECOGNISED; field++)
    if (field == VLG_FIELD_CONSULTATIONS)
      add_consultations (text, motion);
    else if (vlg_field_is_text (field))
      add_text (text, vlg_field_get_label (field), vlg_motion_get_text (motion, field));
  add_annexes (text, motion);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
