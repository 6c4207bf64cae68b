/* vlg-catalogue-draft-deeds.c — what a person can do to the catalogue
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-catalogue-draft-private.h"

static guint
find (GListStore *list,
      gpointer    item)
{
  guint position;

  return g_list_store_find (list, item, &position) ? position : G_MAXUINT;
}

VlgCatalogueField *
vlg_catalogue_draft_add_field (VlgCatalogueDraft *self)
{
  g_autoptr (VlgCatalogueField) field = NULL;

  g_return_val_if_fail (VLG_IS_CATALOGUE_DRAFT (self), NULL);

  field = vlg_catalogue_field_new (NULL);
  g_list_store_append (self->fields, field);

  return field;
}

/* Whether any stored version has the goal, or one that stands for it. */
static gboolean
was_known (VlgCatalogueDraft *self,
           const char        *code)
{
  for (guint i = 0; i < self->known->len; i++)
    if (vlg_leitbild_follow_goal (self->known->pdata[i], code) != NULL)
      return TRUE;

  return FALSE;
}

VlgCatalogueGoal *
vlg_catalogue_draft_add_goal (VlgCatalogueDraft *self,
                              VlgCatalogueField *field)
{
  g_autoptr (VlgCatalogueGoal) goal = NULL;
  const char *letter;

  g_return_val_if_fail (VLG_IS_CATALOGUE_DRAFT (self), NULL);
  g_return_val_if_fail (VLG_IS_CATALOGUE_FIELD (field), NULL);

  goal = vlg_catalogue_goal_new (NULL);
  letter = vlg_catalogue_field_get_letter (field);
  for (guint n = 1; *letter != '\0' && n < 1000; n++)
    {
      g_autofree char *code = g_strdup_printf ("%c%02u", g_ascii_toupper (*letter), n);

      /* A number that was given once is never given again. */
      if (vlg_leitbild_follow_goal (self->now->leitbild, code) != NULL || vlg_leitbild_follow_goal (self->base, code) != NULL ||
          vlg_catalogue_draft_is_used (self, NULL, code) || was_known (self, code))
        continue;
      g_object_set (goal, "code", code, NULL);
      break;
    }
  g_list_store_append (vlg_catalogue_field_get_goals (field), goal);

  return goal;
}

static gboolean
move (VlgCatalogueDraft *self,
      GListStore        *list,
      gpointer           item,
      guint              to)
{
  guint from = find (list, item);

  if (from == G_MAXUINT || from == to || to >= g_list_model_get_n_items (G_LIST_MODEL (list)))
    return FALSE;
  vlg_catalogue_draft_begin_group (self);
  g_object_ref (item);
  g_list_store_remove (list, from);
  g_list_store_insert (list, to, item);
  g_object_unref (item);
  vlg_catalogue_draft_end_group (self);

  return TRUE;
}

gboolean
vlg_catalogue_draft_move_field (VlgCatalogueDraft *self,
                                VlgCatalogueField *field,
                                guint              to)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_DRAFT (self), FALSE);

  return move (self, self->fields, field, to);
}

gboolean
vlg_catalogue_draft_move_goal (VlgCatalogueDraft *self,
                               VlgCatalogueField *field,
                               VlgCatalogueGoal  *goal,
                               guint              to)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_DRAFT (self), FALSE);
  g_return_val_if_fail (VLG_IS_CATALOGUE_FIELD (field), FALSE);

  return move (self, vlg_catalogue_field_get_goals (field), goal, to);
}

gboolean
vlg_catalogue_draft_remove_field (VlgCatalogueDraft *self,
                                  VlgCatalogueField *field)
{
  GListModel *goals;
  guint position;

  g_return_val_if_fail (VLG_IS_CATALOGUE_DRAFT (self), FALSE);
  g_return_val_if_fail (VLG_IS_CATALOGUE_FIELD (field), FALSE);

  position = find (self->fields, field);
  if (position == G_MAXUINT || vlg_catalogue_field_get_used (field))
    return FALSE;
  /* A goal of it may have been named in another field. */
  goals = G_LIST_MODEL (vlg_catalogue_field_get_goals (field));
  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (VlgCatalogueGoal) goal = g_list_model_get_item (goals, i);

      if (vlg_catalogue_goal_get_used (goal))
        return FALSE;
    }
  g_list_store_remove (self->fields, position);

  return TRUE;
}

gboolean
vlg_catalogue_draft_remove_goal (VlgCatalogueDraft *self,
                                 VlgCatalogueField *field,
                                 VlgCatalogueGoal  *goal)
{
  GListStore *goals;
  guint position;

  g_return_val_if_fail (VLG_IS_CATALOGUE_DRAFT (self), FALSE);
  g_return_val_if_fail (VLG_IS_CATALOGUE_FIELD (field), FALSE);
  g_return_val_if_fail (VLG_IS_CATALOGUE_GOAL (goal), FALSE);

  goals = vlg_catalogue_field_get_goals (field);
  position = find (goals, goal);
  if (position == G_MAXUINT || vlg_catalogue_goal_get_used (goal))
    return FALSE;
  g_list_store_remove (goals, position);

  return TRUE;
}

void
vlg_catalogue_draft_join_field (VlgCatalogueDraft *self,
                                VlgCatalogueField *field,
                                VlgCatalogueField *into)
{
  g_autoptr (GStrvBuilder) keys = NULL;
  g_auto (GStrv) replaces = NULL;
  GListModel *goals;
  guint position;

  g_return_if_fail (VLG_IS_CATALOGUE_DRAFT (self));
  g_return_if_fail (VLG_IS_CATALOGUE_FIELD (field));
  g_return_if_fail (VLG_IS_CATALOGUE_FIELD (into));

  position = find (self->fields, field);
  if (position == G_MAXUINT || field == into)
    return;

  vlg_catalogue_draft_begin_group (self);
  keys = g_strv_builder_new ();
  g_strv_builder_addv (keys, (const char **) vlg_catalogue_field_get_replaces (into));
  if (vlg_catalogue_field_get_key (field) != NULL)
    g_strv_builder_add (keys, vlg_catalogue_field_get_key (field));
  g_strv_builder_addv (keys, (const char **) vlg_catalogue_field_get_replaces (field));
  replaces = g_strv_builder_end (keys);
  vlg_catalogue_field_set_replaces (into, (const char * const *) replaces);

  goals = G_LIST_MODEL (vlg_catalogue_field_get_goals (field));
  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (VlgCatalogueGoal) goal = g_list_model_get_item (goals, i);

      g_list_store_append (vlg_catalogue_field_get_goals (into), goal);
    }
  g_list_store_remove (self->fields, position);
  vlg_catalogue_draft_end_group (self);
}

void
vlg_catalogue_draft_replace (VlgCatalogueDraft *self,
                             VlgCatalogueGoal  *goal,
                             const char        *codes)
{
  g_auto (GStrv) list = NULL;

  g_return_if_fail (VLG_IS_CATALOGUE_DRAFT (self));
  g_return_if_fail (VLG_IS_CATALOGUE_GOAL (goal));
  g_return_if_fail (codes != NULL);

  list = vlg_catalogue_split_codes (codes);
  vlg_catalogue_draft_begin_group (self);
  g_object_set (goal, "replaces", codes, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->fields)); i++)
    {
      g_autoptr (VlgCatalogueField) field = g_list_model_get_item (G_LIST_MODEL (self->fields), i);
      GListModel *goals = G_LIST_MODEL (vlg_catalogue_field_get_goals (field));

      for (guint j = 0; j < g_list_model_get_n_items (goals); j++)
        {
          g_autoptr (VlgCatalogueGoal) other = g_list_model_get_item (goals, j);

          if (other != goal && g_strv_contains ((const char * const *) list, vlg_catalogue_goal_get_code (other)))
            g_object_set (other, "retired", TRUE, NULL);
        }
    }
  vlg_catalogue_draft_end_group (self);
}

void
vlg_catalogue_draft_load (VlgCatalogueDraft *self,
                          VlgLeitbild       *leitbild)
{
  g_return_if_fail (VLG_IS_CATALOGUE_DRAFT (self));
  g_return_if_fail (VLG_IS_LEITBILD (leitbild));

  /* Who takes the latest over goes on from it. */
  if (self->known->len > 0 && self->known->pdata[0] == leitbild)
    vlg_catalogue_draft_overtake (self);
  vlg_catalogue_draft_begin_group (self);
  vlg_catalogue_draft_begin_with (self, leitbild);
  vlg_catalogue_draft_end_group (self);
}
