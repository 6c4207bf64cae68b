/* vlg-motion-compare.c — copies of motions, and whether two are equal
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion.h"

typedef gpointer (*CopyItem)  (gpointer item);
typedef gboolean (*EqualItem) (gpointer a, gpointer b);

static gpointer
copy_consultation (gpointer item)
{
  VlgConsultation *copy = vlg_consultation_new ();

  vlg_consultation_set_uid (copy, vlg_consultation_get_uid (item));
  vlg_consultation_set_body (copy, vlg_consultation_get_body (item));
  vlg_consultation_set_body_uid (copy, vlg_consultation_get_body_uid (item));
  vlg_consultation_set_visibility (copy, vlg_consultation_get_visibility (item));
  vlg_consultation_set_role (copy, vlg_consultation_get_role (item));
  vlg_consultation_set_day (copy, vlg_consultation_get_day (item));
  vlg_consultation_set_votes (copy, vlg_consultation_get_votes (item));
  vlg_consultation_set_result (copy, vlg_consultation_get_result (item));
  vlg_consultation_set_result_wording (copy, vlg_consultation_get_result_wording (item));
  vlg_consultation_set_confirmation (copy, vlg_consultation_get_confirmed_by (item),
                                     vlg_consultation_get_confirmed_role (item),
                                     vlg_consultation_get_confirmed_at (item));

  return copy;
}

static gboolean
equal_consultation (gpointer a,
                    gpointer b)
{
  return g_strcmp0 (vlg_consultation_get_uid (a), vlg_consultation_get_uid (b)) == 0 &&
         g_strcmp0 (vlg_consultation_get_body (a), vlg_consultation_get_body (b)) == 0 &&
         g_strcmp0 (vlg_consultation_get_body_uid (a), vlg_consultation_get_body_uid (b)) == 0 &&
         vlg_consultation_get_visibility (a) == vlg_consultation_get_visibility (b) &&
         vlg_consultation_get_role (a) == vlg_consultation_get_role (b) &&
         vlg_consultation_get_day (a) == vlg_consultation_get_day (b) &&
         vlg_votes_equal (vlg_consultation_get_votes (a), vlg_consultation_get_votes (b)) &&
         vlg_consultation_get_result (a) == vlg_consultation_get_result (b) &&
         g_strcmp0 (vlg_consultation_get_result_wording (a), vlg_consultation_get_result_wording (b)) == 0 &&
         g_strcmp0 (vlg_consultation_get_confirmed_by (a), vlg_consultation_get_confirmed_by (b)) == 0 &&
         g_strcmp0 (vlg_consultation_get_confirmed_role (a), vlg_consultation_get_confirmed_role (b)) == 0 &&
         vlg_consultation_get_confirmed_at (a) == vlg_consultation_get_confirmed_at (b);
}

static gpointer
copy_annex (gpointer item)
{
  VlgAnnex *copy = vlg_annex_new ();

  vlg_annex_set_uid (copy, vlg_annex_get_uid (item));
  vlg_annex_set_number (copy, vlg_annex_get_number (item));
  vlg_annex_set_title (copy, vlg_annex_get_title (item));
  vlg_annex_set_text (copy, vlg_annex_get_text (item));
  vlg_annex_set_visibility (copy, vlg_annex_get_visibility (item));
  vlg_annex_set_source (copy, vlg_annex_get_source (item));
  vlg_annex_set_file (copy, vlg_annex_get_file (item));

  return copy;
}

static gboolean
equal_file (const VlgAnnexFile *a,
            const VlgAnnexFile *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strcmp0 (a->sha256, b->sha256) == 0 && g_strcmp0 (a->name, b->name) == 0 &&
         g_strcmp0 (a->media_type, b->media_type) == 0 && a->size == b->size;
}

static gboolean
equal_annex (gpointer a,
             gpointer b)
{
  return g_strcmp0 (vlg_annex_get_uid (a), vlg_annex_get_uid (b)) == 0 &&
         vlg_annex_get_number (a) == vlg_annex_get_number (b) &&
         g_strcmp0 (vlg_annex_get_title (a), vlg_annex_get_title (b)) == 0 &&
         g_strcmp0 (vlg_annex_get_text (a), vlg_annex_get_text (b)) == 0 &&
         vlg_annex_get_visibility (a) == vlg_annex_get_visibility (b) &&
         vlg_annex_get_source (a) == vlg_annex_get_source (b) &&
         equal_file (vlg_annex_get_file (a), vlg_annex_get_file (b));
}

static gpointer
copy_mark (gpointer item)
{
  VlgMark *copy = vlg_mark_new (vlg_mark_get_field (item));

  vlg_mark_set_ticked (copy, vlg_mark_get_ticked (item));
  vlg_mark_set_goals (copy, vlg_mark_get_goals (item));
  vlg_mark_set_rationale (copy, vlg_mark_get_rationale (item));

  return copy;
}

static gboolean
equal_mark (gpointer a,
            gpointer b)
{
  return g_strcmp0 (vlg_mark_get_field (a), vlg_mark_get_field (b)) == 0 &&
         vlg_mark_get_ticked (a) == vlg_mark_get_ticked (b) &&
         g_strv_equal (vlg_mark_get_goals (a), vlg_mark_get_goals (b)) &&
         g_strcmp0 (vlg_mark_get_rationale (a), vlg_mark_get_rationale (b)) == 0;
}

static gboolean
equal_signatory (gpointer a,
                 gpointer b)
{
  return g_strcmp0 (vlg_signatory_get_name (a), vlg_signatory_get_name (b)) == 0 &&
         g_strcmp0 (vlg_signatory_get_role (a), vlg_signatory_get_role (b)) == 0 &&
         vlg_signatory_get_block (a) == vlg_signatory_get_block (b) &&
         vlg_signatory_get_valid_from (a) == vlg_signatory_get_valid_from (b) &&
         vlg_signatory_get_valid_to (a) == vlg_signatory_get_valid_to (b);
}

static gboolean
equal_relation (gpointer a,
                gpointer b)
{
  return vlg_relation_get_kind (a) == vlg_relation_get_kind (b) &&
         vlg_motion_number_equal (vlg_relation_get_target (a), vlg_relation_get_target (b));
}

/* @copy_item NULL shares the items, which is right for immutable ones. */
static void
copy_list (GListStore *from,
           GListStore *to,
           CopyItem    copy_item)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (from)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (from), i);
      g_autoptr (GObject) copy = copy_item ? copy_item (item) : g_object_ref (item);

      g_list_store_append (to, copy);
    }
}

static gboolean
equal_list (GListStore *a,
            GListStore *b,
            EqualItem   equal_item)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (a));

  if (n != g_list_model_get_n_items (G_LIST_MODEL (b)))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item_a = g_list_model_get_item (G_LIST_MODEL (a), i);
      g_autoptr (GObject) item_b = g_list_model_get_item (G_LIST_MODEL (b), i);

      if (!equal_item (item_a, item_b))
        return FALSE;
    }

  return TRUE;
}

VlgMotion *
vlg_motion_copy (VlgMotion *self)
{
  VlgMotion *copy;

  g_return_val_if_fail (VLG_IS_MOTION (self), NULL);

  copy = vlg_motion_new ();
  vlg_motion_set_uid (copy, vlg_motion_get_uid (self));
  vlg_motion_set_number (copy, vlg_motion_get_number (self));
  vlg_motion_set_kind (copy, vlg_motion_get_kind (self));
  vlg_motion_set_stage (copy, vlg_motion_get_stage (self));
  vlg_motion_set_visibility (copy, vlg_motion_get_visibility (self));
  vlg_motion_set_relevance (copy, vlg_motion_get_relevance (self));
  vlg_motion_set_received_on (copy, vlg_motion_get_received_on (self));
  vlg_motion_set_decided_on (copy, vlg_motion_get_decided_on (self));
  vlg_motion_set_revision (copy, vlg_motion_get_revision (self));
  vlg_motion_set_profile_version (copy, vlg_motion_get_profile_version (self));
  for (guint i = 0; i < VLG_N_FIELDS; i++)
    if (vlg_field_is_text ((VlgField) i))
      vlg_motion_share_text (copy, (VlgField) i, self);

  copy_list (vlg_motion_get_consultations (self), vlg_motion_get_consultations (copy), copy_consultation);
  copy_list (vlg_motion_get_annexes (self), vlg_motion_get_annexes (copy), copy_annex);
  copy_list (vlg_motion_get_marks (self), vlg_motion_get_marks (copy), copy_mark);
  copy_list (vlg_motion_get_signatories (self), vlg_motion_get_signatories (copy), NULL);
  copy_list (vlg_motion_get_relations (self), vlg_motion_get_relations (copy), NULL);

  return copy;
}

static gboolean
equal_texts (VlgMotion *a,
             VlgMotion *b)
{
  for (guint i = 0; i < VLG_N_FIELDS; i++)
    if (vlg_field_is_text ((VlgField) i) &&
        g_strcmp0 (vlg_motion_get_text (a, (VlgField) i), vlg_motion_get_text (b, (VlgField) i)) != 0)
      return FALSE;

  return TRUE;
}

gboolean
vlg_motion_equal (VlgMotion *a,
                  VlgMotion *b)
{
  g_return_val_if_fail (VLG_IS_MOTION (a) && VLG_IS_MOTION (b), FALSE);

  return g_strcmp0 (vlg_motion_get_uid (a), vlg_motion_get_uid (b)) == 0 &&
         g_strcmp0 (vlg_motion_get_number_text (a), vlg_motion_get_number_text (b)) == 0 &&
         g_strcmp0 (vlg_motion_get_kind (a), vlg_motion_get_kind (b)) == 0 &&
         vlg_motion_get_stage (a) == vlg_motion_get_stage (b) &&
         vlg_motion_get_visibility (a) == vlg_motion_get_visibility (b) &&
         vlg_motion_get_relevance (a) == vlg_motion_get_relevance (b) &&
         vlg_motion_get_received_on (a) == vlg_motion_get_received_on (b) &&
         vlg_motion_get_decided_on (a) == vlg_motion_get_decided_on (b) &&
         equal_texts (a, b) &&
         equal_list (vlg_motion_get_consultations (a), vlg_motion_get_consultations (b), equal_consultation) &&
         equal_list (vlg_motion_get_annexes (a), vlg_motion_get_annexes (b), equal_annex) &&
         equal_list (vlg_motion_get_marks (a), vlg_motion_get_marks (b), equal_mark) &&
         equal_list (vlg_motion_get_signatories (a), vlg_motion_get_signatories (b), equal_signatory) &&
         equal_list (vlg_motion_get_relations (a), vlg_motion_get_relations (b), equal_relation);
}
