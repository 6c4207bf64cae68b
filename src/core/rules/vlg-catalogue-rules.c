/* vlg-catalogue-rules.c — what a catalogue of the Leitbild may hold, and what a new version of it may leave out
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-catalogue-rules.h"

#include <glib/gi18n.h>

#include "vlg-error.h"
#include "vlg-leitbild-rules.h"

static gboolean
fail (VlgActionField  *field,
      const char      *value,
      const char      *what,
      GError         **error)
{
  g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, "“%s”: “%s” %s", vlg_action_field_get_name (field), value, what);

  return FALSE;
}

static gboolean
is_colour (const char *text)
{
  return *text == '\0' || (*text == '#' && strlen (text) == 7 && strspn (text + 1, "0123456789abcdefABCDEF") == 6);
}

static gboolean
is_letter (const char *text)
{
  return *text == '\0' || (g_ascii_isupper (*text) && text[1] == '\0');
}

/* FALSE where @value, unless it is empty, is in @seen. */
static gboolean
add_once (GHashTable *seen,
          const char *value)
{
  return *value == '\0' || g_hash_table_add (seen, (gpointer) value);
}

static gboolean
check_goals (VlgActionField  *field,
             GHashTable      *codes,
             GError         **error)
{
  for (guint i = 0; i < vlg_action_field_get_n_goals (field); i++)
    {
      const char *code = vlg_action_field_get_goal (field, i)->code;
      g_autofree char *read = vlg_leitbild_rules_parse_code (code, NULL);

      if (g_strcmp0 (read, code) != 0)
        return fail (field, code, _("is no goal number: one letter and up to three digits, such as M01"), error);
      if (!add_once (codes, code))
        return fail (field, code, _("stands twice"), error);
    }

  return TRUE;
}

gboolean
vlg_catalogue_rules_check (VlgLeitbild  *leitbild,
                           GError      **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) letters = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (VLG_IS_LEITBILD (leitbild), FALSE);

  if (vlg_leitbild_get_n_fields (leitbild) == 0)
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID, _("The catalogue has no field of action."));
      return FALSE;
    }
  for (guint i = 0; i < vlg_leitbild_get_n_fields (leitbild); i++)
    {
      VlgActionField *field = vlg_leitbild_get_field (leitbild, i);

      if (!add_once (keys, vlg_action_field_get_key (field)))
        return fail (field, vlg_action_field_get_key (field), _("stands twice"), error);
      if (!add_once (names, vlg_action_field_get_name (field)))
        return fail (field, vlg_action_field_get_name (field), _("stands twice"), error);
      if (!is_letter (vlg_action_field_get_letter (field)))
        return fail (field, vlg_action_field_get_letter (field), _("is not one letter A to Z"), error);
      if (!add_once (letters, vlg_action_field_get_letter (field)))
        return fail (field, vlg_action_field_get_letter (field), _("stands twice"), error);
      if (!is_colour (vlg_action_field_get_colour (field)))
        return fail (field, vlg_action_field_get_colour (field), _("is no colour such as #1a5fb4"), error);
      if (!check_goals (field, codes, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
vlg_catalogue_rules_check_successor (VlgLeitbild  *now,
                                     VlgLeitbild  *next,
                                     GPtrArray    *used,
                                     GError      **error)
{
  g_return_val_if_fail (VLG_IS_LEITBILD (now), FALSE);
  g_return_val_if_fail (VLG_IS_LEITBILD (next), FALSE);
  g_return_val_if_fail (used != NULL, FALSE);

  for (guint i = 0; i < used->len; i++)
    {
      VlgMark *mark = g_ptr_array_index (used, i);
      VlgActionField *field = vlg_leitbild_find_field (now, vlg_mark_get_field (mark));

      if (field != NULL && vlg_leitbild_find_field (next, vlg_mark_get_field (mark)) == NULL)
        {
          g_set_error (error, VLG_ERROR, VLG_ERROR_CONFLICT, _("The field “%s” is ticked in motions and cannot be left out of the catalogue."),
                       vlg_action_field_get_name (field));
          return FALSE;
        }
      for (const char *const *code = vlg_mark_get_goals (mark); *code != NULL; code++)
        if (vlg_leitbild_find_goal (now, *code) != NULL && vlg_leitbild_find_goal (next, *code) == NULL)
          {
            g_set_error (error, VLG_ERROR, VLG_ERROR_CONFLICT,
                         _("Motions name the goal %s: it cannot be left out of the catalogue. Keep it and mark it as retired, then it is not offered any more."), *code);
            return FALSE;
          }
    }

  return TRUE;
}
