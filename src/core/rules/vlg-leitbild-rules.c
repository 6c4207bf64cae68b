/* vlg-leitbild-rules.c — ticks and goals of a motion, kept free of contradictions
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-leitbild-rules.h"

#include <glib/gi18n.h>

#include "vlg-error.h"

static guint
position_of (VlgLeitbild *leitbild,
             const char  *field)
{
  guint n_fields = vlg_leitbild_get_n_fields (leitbild);

  for (guint i = 0; i < n_fields; i++)
    if (g_str_equal (vlg_action_field_get_key (vlg_leitbild_get_field (leitbild, i)), field))
      return i;

  return n_fields;
}

VlgMark *
vlg_leitbild_rules_find (VlgMotion  *motion,
                         const char *field)
{
  GListModel *marks;

  g_return_val_if_fail (VLG_IS_MOTION (motion), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  marks = G_LIST_MODEL (vlg_motion_get_marks (motion));
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);

      if (g_str_equal (vlg_mark_get_field (mark), field))
        return mark;
    }

  return NULL;
}

static void
remove_mark (VlgMotion *motion,
             VlgMark   *mark)
{
  GListStore *marks = vlg_motion_get_marks (motion);
  guint position;

  if (g_list_store_find (marks, mark, &position))
    g_list_store_remove (marks, position);
}

static VlgMark *
ensure_mark (VlgMotion   *motion,
             VlgLeitbild *leitbild,
             const char  *field)
{
  VlgMark *mark = vlg_leitbild_rules_find (motion, field);
  GListStore *marks = vlg_motion_get_marks (motion);
  guint wanted = position_of (leitbild, field);
  guint position = 0;
  g_autoptr (VlgMark) made = NULL;

  if (mark != NULL)
    return mark;

  for (; position < g_list_model_get_n_items (G_LIST_MODEL (marks)); position++)
    {
      g_autoptr (VlgMark) other = g_list_model_get_item (G_LIST_MODEL (marks), position);

      if (position_of (leitbild, vlg_mark_get_field (other)) > wanted)
        break;
    }

  /* Ticked before it is inserted: whoever watches the list never sees a mark without a tick. */
  made = vlg_mark_new (field);
  vlg_mark_set_ticked (made, TRUE);
  g_list_store_insert (marks, position, made);

  return made;
}

/* The relevance follows the marks. */
static void
settle (VlgMotion *motion)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_marks (motion))) > 0;

  if (any)
    vlg_motion_set_relevance (motion, VLG_RELEVANCE_RELEVANT);
  else if (vlg_motion_get_relevance (motion) == VLG_RELEVANCE_RELEVANT)
    vlg_motion_set_relevance (motion, VLG_RELEVANCE_UNDECIDED);
}

void
vlg_leitbild_rules_tick (VlgMotion   *motion,
                         VlgLeitbild *leitbild,
                         const char  *field,
                         gboolean     ticked)
{
  VlgMark *mark;

  g_return_if_fail (VLG_IS_MOTION (motion));
  g_return_if_fail (VLG_IS_LEITBILD (leitbild));
  g_return_if_fail (field != NULL);

  mark = ticked ? ensure_mark (motion, leitbild, field) : vlg_leitbild_rules_find (motion, field);
  if (mark != NULL && ticked)
    vlg_mark_set_ticked (mark, TRUE);
  else if (mark != NULL)
    remove_mark (motion, mark);
  settle (motion);
}

void
vlg_leitbild_rules_name_goal (VlgMotion   *motion,
                              VlgLeitbild *leitbild,
                              const char  *field,
                              const char  *code,
                              gboolean     named)
{
  VlgMark *mark;
  g_autoptr (GStrvBuilder) goals = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  gboolean placed = !named;

  g_return_if_fail (VLG_IS_MOTION (motion));
  g_return_if_fail (VLG_IS_LEITBILD (leitbild));
  g_return_if_fail (field != NULL);
  g_return_if_fail (code != NULL);

  mark = named ? ensure_mark (motion, leitbild, field) : vlg_leitbild_rules_find (motion, field);
  if (mark == NULL)
    return;

  for (const char * const *goal = vlg_mark_get_goals (mark); *goal != NULL; goal++)
    {
      int order = strcmp (*goal, code);

      if (!placed && order > 0)
        {
          g_strv_builder_add (goals, code);
          placed = TRUE;
        }
      if (order != 0)
        g_strv_builder_add (goals, *goal);
    }
  if (!placed)
    g_strv_builder_add (goals, code);
  list = g_strv_builder_end (goals);

  vlg_mark_set_ticked (mark, TRUE);
  vlg_mark_set_goals (mark, (const char * const *) list);
  settle (motion);
}

void
vlg_leitbild_rules_set_excluded (VlgMotion *motion,
                                 gboolean   excluded)
{
  g_return_if_fail (VLG_IS_MOTION (motion));

  if (excluded)
    {
      g_list_store_remove_all (vlg_motion_get_marks (motion));
      vlg_motion_set_relevance (motion, VLG_RELEVANCE_NOT_RELEVANT);
    }
  else if (vlg_motion_get_relevance (motion) == VLG_RELEVANCE_NOT_RELEVANT)
    {
      vlg_motion_set_relevance (motion, VLG_RELEVANCE_UNDECIDED);
    }
}

gboolean
vlg_leitbild_rules_has_hint (VlgMotion             *motion,
                             const VlgLeitbildHint *hint)
{
  VlgMark *mark;

  g_return_val_if_fail (VLG_IS_MOTION (motion), FALSE);
  g_return_val_if_fail (hint != NULL, FALSE);

  if (hint->field == NULL)
    return vlg_motion_get_relevance (motion) == VLG_RELEVANCE_NOT_RELEVANT;

  mark = vlg_leitbild_rules_find (motion, hint->field);
  if (mark == NULL || !vlg_mark_get_ticked (mark))
    return FALSE;
  for (guint i = 0; hint->goals[i] != NULL; i++)
    if (!g_strv_contains (vlg_mark_get_goals (mark), hint->goals[i]))
      return FALSE;

  return TRUE;
}

void
vlg_leitbild_rules_accept (VlgMotion             *motion,
                           VlgLeitbild           *leitbild,
                           const VlgLeitbildHint *hint)
{
  g_return_if_fail (VLG_IS_MOTION (motion));
  g_return_if_fail (VLG_IS_LEITBILD (leitbild));
  g_return_if_fail (hint != NULL);

  if (hint->field == NULL)
    {
      vlg_leitbild_rules_set_excluded (motion, TRUE);
      return;
    }

  vlg_leitbild_rules_tick (motion, leitbild, hint->field, TRUE);
  for (guint i = 0; hint->goals[i] != NULL; i++)
    vlg_leitbild_rules_name_goal (motion, leitbild, hint->field, hint->goals[i], TRUE);
}

char *
vlg_leitbild_rules_parse_code (const char  *text,
                               GError     **error)
{
  g_autofree char *code = NULL;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  code = g_ascii_strup (text, -1);
  g_strstrip (code);
  length = strlen (code);
  if (length < 2 || length > 4 || !g_ascii_isalpha (code[0]) || strspn (code + 1, "0123456789") != length - 1)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("“%s” is no goal number: one letter and up to three digits, such as M01"), text);
      return NULL;
    }
  if (length == 2)
    return g_strdup_printf ("%c0%c", code[0], code[1]);

  return g_steal_pointer (&code);
}

VlgActionField *
vlg_leitbild_rules_place (VlgLeitbild *leitbild,
                          const char  *code)
{
  VlgActionField *field;

  g_return_val_if_fail (VLG_IS_LEITBILD (leitbild), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  field = vlg_leitbild_find_goal (leitbild, code);
  for (guint i = 0; field == NULL && i < vlg_leitbild_get_n_fields (leitbild); i++)
    {
      VlgActionField *other = vlg_leitbild_get_field (leitbild, i);
      const char *letter = vlg_action_field_get_letter (other);

      if (*letter != '\0' && g_str_has_prefix (code, letter))
        field = other;
    }

  return field;
}
