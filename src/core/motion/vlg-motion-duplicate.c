/* vlg-motion-duplicate.c — a new motion made of another
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion.h"

/* Day, votes, result and confirmation are what became of the other motion. */
static void
duplicate_sequence (VlgMotion *from,
                    VlgMotion *to)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (from));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (rows, i);
      g_autoptr (VlgConsultation) copy = vlg_consultation_new ();

      vlg_consultation_set_body (copy, vlg_consultation_get_body (row));
      vlg_consultation_set_body_uid (copy, vlg_consultation_get_body_uid (row));
      vlg_consultation_set_visibility (copy, vlg_consultation_get_visibility (row));
      vlg_consultation_set_role (copy, vlg_consultation_get_role (row));
      g_list_store_append (vlg_motion_get_consultations (to), copy);
    }
}

/* The file a paper was imported from proves that paper and no other. */
static void
duplicate_annexes (VlgMotion *from,
                   VlgMotion *to)
{
  GListModel *annexes = G_LIST_MODEL (vlg_motion_get_annexes (from));

  for (guint i = 0; i < g_list_model_get_n_items (annexes); i++)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (annexes, i);
      g_autoptr (VlgAnnex) copy = vlg_annex_new ();

      if (vlg_annex_get_source (annex))
        continue;
      vlg_annex_set_number (copy, vlg_annex_get_number (annex));
      vlg_annex_set_title (copy, vlg_annex_get_title (annex));
      vlg_annex_set_text (copy, vlg_annex_get_text (annex));
      vlg_annex_set_visibility (copy, vlg_annex_get_visibility (annex));
      vlg_annex_set_file (copy, vlg_annex_get_file (annex));
      g_list_store_append (vlg_motion_get_annexes (to), copy);
    }
}

static void
duplicate_marks (VlgMotion *from,
                 VlgMotion *to)
{
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (from));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);
      g_autoptr (VlgMark) copy = vlg_mark_new (vlg_mark_get_field (mark));

      vlg_mark_set_ticked (copy, vlg_mark_get_ticked (mark));
      vlg_mark_set_goals (copy, vlg_mark_get_goals (mark));
      vlg_mark_set_rationale (copy, vlg_mark_get_rationale (mark));
      g_list_store_append (vlg_motion_get_marks (to), copy);
    }
}

VlgMotion *
vlg_motion_duplicate (VlgMotion *self)
{
  VlgMotion *copy;

  g_return_val_if_fail (VLG_IS_MOTION (self), NULL);

  copy = vlg_motion_new ();
  vlg_motion_set_kind (copy, vlg_motion_get_kind (self));
  vlg_motion_set_visibility (copy, vlg_motion_get_visibility (self));
  vlg_motion_set_relevance (copy, vlg_motion_get_relevance (self));
  for (guint i = 0; i < VLG_N_FIELDS; i++)
    if (vlg_field_is_text ((VlgField) i) && i != VLG_FIELD_UNRECOGNISED)
      vlg_motion_set_text (copy, (VlgField) i, vlg_motion_get_text (self, (VlgField) i));
  duplicate_sequence (self, copy);
  duplicate_annexes (self, copy);
  duplicate_marks (self, copy);

  return copy;
}

VlgMotion *
vlg_motion_duplicate_sequence (VlgMotion *self)
{
  VlgMotion *copy;

  g_return_val_if_fail (VLG_IS_MOTION (self), NULL);

  copy = vlg_motion_new ();
  duplicate_sequence (self, copy);

  return copy;
}
