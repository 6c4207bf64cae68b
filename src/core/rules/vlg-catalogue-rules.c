/* vlg-catalogue-rules.c — what a catalogue of the Leitbild may hold, and what a new version of it may leave out
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-catalogue-rules.h"

#include <glib/gi18n.h>

#include "vlg-error.h"
#include "vlg-leitbild-rules.h"

static void
problem_free (gpointer data)
{
  VlgCatalogueProblem *problem = data;

  g_free (problem->message);
  g_free (problem);
}

/* Where the walk through a catalogue is. */
typedef struct {
  VlgLeitbild *leitbild;     /* borrowed */
  GPtrArray   *problems;     /* borrowed */
  GHashTable  *keys;
  GHashTable  *names;
  GHashTable  *letters;
  GHashTable  *codes;
  GHashTable  *replaced_keys;
  GHashTable  *replaced_codes;
  guint        field;
  int          goal;
} Walk;

static void
add (Walk             *walk,
     VlgCataloguePart  part,
     const char       *value,
     const char       *what)
{
  VlgCatalogueProblem *problem = g_new0 (VlgCatalogueProblem, 1);

  problem->field = walk->field;
  problem->goal = walk->goal;
  problem->part = part;
  /* Translators: what stands there, and what is wrong with it: “W01” stands twice. */
  problem->message = g_strdup_printf (_("“%s” %s"), value, what);
  g_ptr_array_add (walk->problems, problem);
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

/* Whether one comes back to @code by what is replaced. */
static gboolean
goes_in_a_circle (VlgLeitbild *leitbild,
                  const char  *code)
{
  const VlgGoal *end = vlg_leitbild_follow_goal (leitbild, code);

  /* Where the way has an end nothing replaces what stands there. */
  for (guint i = 0; end != NULL && i < vlg_leitbild_get_n_fields (leitbild); i++)
    {
      VlgActionField *field = vlg_leitbild_get_field (leitbild, i);

      for (guint j = 0; j < vlg_action_field_get_n_goals (field); j++)
        if (g_strv_contains ((const char *const *) vlg_action_field_get_goal (field, j)->replaces, end->code))
          return TRUE;
    }

  return FALSE;
}

static void
check_replaced_code (Walk          *walk,
                     const VlgGoal *goal,
                     const char    *code)
{
  const VlgGoal *old = vlg_leitbild_get_goal (walk->leitbild, code);
  g_autofree char *read = vlg_leitbild_rules_parse_code (code, NULL);

  if (g_strcmp0 (read, code) != 0)
    add (walk, VLG_CATALOGUE_REPLACES, code, _("is no goal number: one letter and up to three digits, such as M01"));
  else if (g_str_equal (goal->code, code))
    add (walk, VLG_CATALOGUE_REPLACES, code, _("cannot replace itself"));
  else if (!add_once (walk->replaced_codes, code))
    add (walk, VLG_CATALOGUE_REPLACES, code, _("is replaced twice"));
  else if (old != NULL && !old->retired)
    add (walk, VLG_CATALOGUE_REPLACES, code, _("is replaced and still offered: please retire it"));
  else if (goes_in_a_circle (walk->leitbild, code))
    add (walk, VLG_CATALOGUE_REPLACES, code, _("is replaced in a circle"));
}

static void
check_goals (Walk           *walk,
             VlgActionField *field)
{
  for (guint i = 0; i < vlg_action_field_get_n_goals (field); i++)
    {
      const VlgGoal *goal = vlg_action_field_get_goal (field, i);
      g_autofree char *read = vlg_leitbild_rules_parse_code (goal->code, NULL);

      walk->goal = (int) i;
      if (g_strcmp0 (read, goal->code) != 0)
        add (walk, VLG_CATALOGUE_CODE, goal->code, _("is no goal number: one letter and up to three digits, such as M01"));
      else if (!add_once (walk->codes, goal->code))
        add (walk, VLG_CATALOGUE_CODE, goal->code, _("stands twice"));
      for (guint j = 0; goal->replaces[j] != NULL; j++)
        check_replaced_code (walk, goal, goal->replaces[j]);
    }
}

static void
check_field (Walk           *walk,
             VlgActionField *field)
{
  const char *key = vlg_action_field_get_key (field), *name = vlg_action_field_get_name (field);
  const char *letter = vlg_action_field_get_letter (field), *colour = vlg_action_field_get_colour (field);
  const char *const *replaces = vlg_action_field_get_replaces (field);

  walk->goal = -1;
  if (!add_once (walk->keys, key))
    add (walk, VLG_CATALOGUE_NAME, key, _("stands twice"));
  if (*name == '\0')
    add (walk, VLG_CATALOGUE_NAME, key, _("has no name"));
  else if (!add_once (walk->names, name))
    add (walk, VLG_CATALOGUE_NAME, name, _("stands twice"));
  if (!is_letter (letter))
    add (walk, VLG_CATALOGUE_LETTER, letter, _("is not one letter A to Z"));
  else if (!add_once (walk->letters, letter))
    add (walk, VLG_CATALOGUE_LETTER, letter, _("stands twice"));
  if (!is_colour (colour))
    add (walk, VLG_CATALOGUE_COLOUR, colour, _("is no colour such as #1a5fb4"));
  for (; *replaces != NULL; replaces++)
    {
      if (vlg_leitbild_find_field (walk->leitbild, *replaces) != NULL)
        add (walk, VLG_CATALOGUE_REPLACES, *replaces, _("is replaced and still a field of the catalogue"));
      else if (!add_once (walk->replaced_keys, *replaces))
        add (walk, VLG_CATALOGUE_REPLACES, *replaces, _("is replaced twice"));
    }
  check_goals (walk, field);
}

GPtrArray *
vlg_catalogue_rules_list_problems (VlgLeitbild *leitbild)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (problem_free);
  Walk walk = { .leitbild = leitbild, .problems = problems };
  GHashTable **sets[] = { &walk.keys, &walk.names, &walk.letters, &walk.codes, &walk.replaced_keys, &walk.replaced_codes };

  g_return_val_if_fail (VLG_IS_LEITBILD (leitbild), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    *sets[i] = g_hash_table_new (g_str_hash, g_str_equal);
  for (walk.field = 0; walk.field < vlg_leitbild_get_n_fields (leitbild); walk.field++)
    check_field (&walk, vlg_leitbild_get_field (leitbild, walk.field));
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    g_hash_table_unref (*sets[i]);

  return g_steal_pointer (&problems);
}

gboolean
vlg_catalogue_rules_check (VlgLeitbild  *leitbild,
                           GError      **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  const VlgCatalogueProblem *first;
  VlgActionField *field;

  g_return_val_if_fail (VLG_IS_LEITBILD (leitbild), FALSE);

  if (vlg_leitbild_get_n_fields (leitbild) == 0)
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID, _("The catalogue has no field of action."));
      return FALSE;
    }
  problems = vlg_catalogue_rules_list_problems (leitbild);
  if (problems->len == 0)
    return TRUE;
  first = problems->pdata[0];
  field = vlg_leitbild_get_field (leitbild, first->field);
  if (*vlg_action_field_get_name (field) != '\0')
    /* Translators: a field of action, and what is wrong in it. */
    g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("“%s”: %s"), vlg_action_field_get_name (field), first->message);
  else
    g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID, first->message);

  return FALSE;
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
      VlgActionField *field = vlg_leitbild_follow_field (now, vlg_mark_get_field (mark));

      if (field != NULL && vlg_leitbild_follow_field (next, vlg_mark_get_field (mark)) == NULL)
        {
          g_set_error (error, VLG_ERROR, VLG_ERROR_CONFLICT, _("The field “%s” is ticked in motions and cannot be left out of the catalogue unless another one replaces it."),
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

static gboolean
knows_field (VlgLeitbild *leitbild,
             const char  *key)
{
  return vlg_leitbild_follow_field (leitbild, key) != NULL;
}

static gboolean
knows_goal (VlgLeitbild *leitbild,
            const char  *code)
{
  return vlg_leitbild_follow_goal (leitbild, code) != NULL;
}

/* Whether @name is a field, or with @goal a goal, that was ever there. */
static gboolean
was_there (const char *name,
           gboolean    goal,
           GPtrArray  *known,
           GPtrArray  *used)
{
  for (guint i = 0; i < known->len; i++)
    if (goal ? knows_goal (known->pdata[i], name) : knows_field (known->pdata[i], name))
      return TRUE;
  for (guint i = 0; i < used->len; i++)
    if (goal ? g_strv_contains (vlg_mark_get_goals (used->pdata[i]), name) : g_str_equal (vlg_mark_get_field (used->pdata[i]), name))
      return TRUE;

  return FALSE;
}

static gboolean
check_all_known (VlgLeitbild         *next,
                 VlgActionField      *field,
                 const char          *who,
                 const char * const  *replaces,
                 gboolean             goals,
                 GPtrArray           *known,
                 GPtrArray           *used,
                 GError             **error)
{
  for (; *replaces != NULL; replaces++)
    {
      if (was_there (*replaces, goals, known, used) || (goals && vlg_leitbild_get_goal (next, *replaces) != NULL))
        continue;
      /* Translators: a field of action, a goal or field, and what it is to replace. */
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("“%s”: %s replaces “%s”, which no catalogue of this office has."), vlg_action_field_get_name (field), who, *replaces);
      return FALSE;
    }

  return TRUE;
}

gboolean
vlg_catalogue_rules_check_replaced (VlgLeitbild  *next,
                                    GPtrArray    *known,
                                    GPtrArray    *used,
                                    GError      **error)
{
  g_return_val_if_fail (VLG_IS_LEITBILD (next), FALSE);
  g_return_val_if_fail (known != NULL, FALSE);
  g_return_val_if_fail (used != NULL, FALSE);

  for (guint i = 0; i < vlg_leitbild_get_n_fields (next); i++)
    {
      VlgActionField *field = vlg_leitbild_get_field (next, i);

      if (!check_all_known (next, field, vlg_action_field_get_name (field), vlg_action_field_get_replaces (field), FALSE, known, used, error))
        return FALSE;
      for (guint j = 0; j < vlg_action_field_get_n_goals (field); j++)
        {
          const VlgGoal *goal = vlg_action_field_get_goal (field, j);

          if (!check_all_known (next, field, goal->code, (const char *const *) goal->replaces, TRUE, known, used, error))
            return FALSE;
        }
    }

  return TRUE;
}

gboolean
vlg_catalogue_rules_check_day (VlgDay   day,
                               VlgDay   since,
                               VlgDay   later,
                               GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (day != VLG_DAY_NONE, FALSE);

  if (later != VLG_DAY_NONE && day < later)
    {
      text = vlg_day_to_display (later);
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID,
                   _("A version valid from %s on is stored already and would drop what is saved before it: please take that one over to work on and save it for that day."), text);
      return FALSE;
    }
  if (since == VLG_DAY_NONE || day >= since)
    return TRUE;
  text = vlg_day_to_display (since);
  g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("The catalogue in force is valid from %s on: please choose that day or a later one."), text);

  return FALSE;
}

gboolean
vlg_catalogue_rules_may_move (VlgMotion *motion)
{
  g_return_val_if_fail (VLG_IS_MOTION (motion), FALSE);

  return vlg_motion_get_stage (motion) == VLG_STAGE_DRAFT || vlg_motion_get_stage (motion) == VLG_STAGE_RETURNED;
}

/* The field and code that stand for a goal of @mark now; @code NULL: for its field alone. */
static void
follow (VlgLeitbild  *leitbild,
        VlgMark      *mark,
        const char  **field,
        const char  **code)
{
  VlgActionField *known = vlg_leitbild_follow_field (leitbild, vlg_mark_get_field (mark));
  const VlgGoal *goal = *code != NULL ? vlg_leitbild_follow_goal (leitbild, *code) : NULL;

  *field = known != NULL ? vlg_action_field_get_key (known) : vlg_mark_get_field (mark);
  /* A goal that is the same as ever stays where the person named it: a wrong field is another finding. */
  if (goal == NULL || g_str_equal (goal->code, *code))
    return;
  *code = goal->code;
  *field = vlg_action_field_get_key (vlg_leitbild_find_goal (leitbild, goal->code));
}

gboolean
vlg_catalogue_rules_is_outdated (VlgMotion   *motion,
                                 VlgLeitbild *leitbild)
{
  GListModel *marks;

  g_return_val_if_fail (VLG_IS_MOTION (motion), FALSE);
  g_return_val_if_fail (VLG_IS_LEITBILD (leitbild), FALSE);

  marks = G_LIST_MODEL (vlg_motion_get_marks (motion));
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);
      const char *const *goals = vlg_mark_get_goals (mark);
      const char *field, *code = NULL;

      follow (leitbild, mark, &field, &code);
      if (!g_str_equal (field, vlg_mark_get_field (mark)))
        return TRUE;
      for (; *goals != NULL; goals++)
        {
          code = *goals;
          follow (leitbild, mark, &field, &code);
          if (code != *goals)
            return TRUE;
        }
    }

  return FALSE;
}

static void
move_rationale (VlgMotion  *motion,
                const char *field,
                const char *rationale)
{
  VlgMark *mark = vlg_leitbild_rules_find (motion, field);
  const char *there = vlg_mark_get_rationale (mark);
  g_autofree char *both = *there != '\0' ? g_strconcat (there, " ", rationale, NULL) : g_strdup (rationale);

  vlg_mark_set_rationale (mark, both);
}

/* What @mark chose, in the fields that stand for it now; ticked are those in @ticked and where @mark is. */
static void
move_mark (VlgMotion   *motion,
           VlgLeitbild *leitbild,
           VlgMark     *mark,
           GHashTable  *ticked)
{
  const char *const *goals = vlg_mark_get_goals (mark);
  const char *home, *code = NULL;
  const char *first = NULL;

  follow (leitbild, mark, &home, &code);
  for (; *goals != NULL; goals++)
    {
      const char *field;

      code = *goals;
      follow (leitbild, mark, &field, &code);
      vlg_leitbild_rules_name_goal (motion, leitbild, field, code, TRUE);
      if (vlg_mark_get_ticked (mark))
        g_hash_table_add (ticked, g_strdup (field));
      if (first == NULL || g_str_equal (field, home))
        first = field;
    }
  /* A field whose goals all went elsewhere goes with them. */
  if (first == NULL)
    {
      vlg_leitbild_rules_tick (motion, leitbild, home, TRUE);
      first = home;
    }
  if (vlg_mark_get_ticked (mark))
    g_hash_table_add (ticked, g_strdup (first));
  if (*vlg_mark_get_rationale (mark) != '\0')
    move_rationale (motion, first, vlg_mark_get_rationale (mark));
}

void
vlg_catalogue_rules_move (VlgMotion   *motion,
                          VlgLeitbild *leitbild)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) ticked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  VlgRelevance relevance;
  GListStore *list;

  g_return_if_fail (VLG_IS_MOTION (motion));
  g_return_if_fail (VLG_IS_LEITBILD (leitbild));

  if (!vlg_catalogue_rules_is_outdated (motion, leitbild))
    return;
  relevance = vlg_motion_get_relevance (motion);
  list = vlg_motion_get_marks (motion);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    g_ptr_array_add (marks, g_list_model_get_item (G_LIST_MODEL (list), i));
  g_list_store_remove_all (list);
  for (guint i = 0; i < marks->len; i++)
    move_mark (motion, leitbild, marks->pdata[i], ticked);

  /* Naming a goal ticks its field and makes the motion relevant; a move decides neither. */
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (G_LIST_MODEL (list), i);

      vlg_mark_set_ticked (mark, g_hash_table_contains (ticked, vlg_mark_get_field (mark)));
    }
  vlg_motion_set_relevance (motion, relevance);
}
