/* vlg-leitbild.c — the council's catalogue of fields of action and goals
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-leitbild.h"

struct _VlgActionField {
  GObject parent_instance;

  /* owned */
  char *key;
  char *name;
  char *letter;
  char *colour;
  GPtrArray *goals;
  char **replaces;
};

G_DEFINE_FINAL_TYPE (VlgActionField, vlg_action_field, G_TYPE_OBJECT)

struct _VlgLeitbild {
  GObject parent_instance;

  /* owned */
  GPtrArray *fields;
};

G_DEFINE_FINAL_TYPE (VlgLeitbild, vlg_leitbild, G_TYPE_OBJECT)

VlgGoal *
vlg_goal_new (const char *code,
              const char *text)
{
  VlgGoal *goal;

  g_return_val_if_fail (code != NULL, NULL);

  goal = g_new0 (VlgGoal, 1);
  goal->code = g_strdup (code);
  goal->text = g_strdup (text != NULL ? text : "");
  goal->replaces = g_new0 (char *, 1);

  return goal;
}

VlgGoal *
vlg_goal_copy (const VlgGoal *self)
{
  VlgGoal *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = vlg_goal_new (self->code, self->text);
  copy->retired = self->retired;
  vlg_goal_set_replaces (copy, (const char * const *) self->replaces);

  return copy;
}

void
vlg_goal_set_replaces (VlgGoal            *self,
                       const char * const *codes)
{
  char **copy;

  g_return_if_fail (self != NULL);

  copy = codes != NULL ? g_strdupv ((char **) codes) : g_new0 (char *, 1);
  g_strfreev (self->replaces);
  self->replaces = copy;
}

void
vlg_goal_free (VlgGoal *goal)
{
  if (goal == NULL)
    return;

  g_free (goal->code);
  g_free (goal->text);
  g_strfreev (goal->replaces);
  g_free (goal);
}

static void
vlg_action_field_finalize (GObject *object)
{
  VlgActionField *self = VLG_ACTION_FIELD (object);

  g_free (self->key);
  g_free (self->name);
  g_free (self->letter);
  g_free (self->colour);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_strfreev (self->replaces);

  G_OBJECT_CLASS (vlg_action_field_parent_class)->finalize (object);
}

static void
vlg_action_field_class_init (VlgActionFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vlg_action_field_finalize;
}

static void
vlg_action_field_init (VlgActionField *self)
{
}

static void
vlg_leitbild_finalize (GObject *object)
{
  VlgLeitbild *self = VLG_LEITBILD (object);

  g_clear_pointer (&self->fields, g_ptr_array_unref);

  G_OBJECT_CLASS (vlg_leitbild_parent_class)->finalize (object);
}

static void
vlg_leitbild_class_init (VlgLeitbildClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vlg_leitbild_finalize;
}

static void
vlg_leitbild_init (VlgLeitbild *self)
{
}

VlgActionField *
vlg_action_field_new (const char *key,
                      const char *name,
                      const char *letter,
                      const char *colour,
                      GPtrArray  *goals)
{
  return vlg_action_field_new_replacing (key, name, letter, colour, goals, NULL);
}

VlgActionField *
vlg_action_field_new_replacing (const char         *key,
                                const char         *name,
                                const char         *letter,
                                const char         *colour,
                                GPtrArray          *goals,
                                const char * const *replaces)
{
  VlgActionField *self;

  g_return_val_if_fail (key != NULL && name != NULL, NULL);

  self = g_object_new (VLG_TYPE_ACTION_FIELD, NULL);
  self->key = g_strdup (key);
  self->name = g_strdup (name);
  self->letter = g_strdup (letter != NULL ? letter : "");
  self->colour = g_strdup (colour != NULL ? colour : "");
  self->goals = goals != NULL ? goals : g_ptr_array_new ();
  g_ptr_array_set_free_func (self->goals, (GDestroyNotify) vlg_goal_free);
  self->replaces = replaces != NULL ? g_strdupv ((char **) replaces) : g_new0 (char *, 1);

  return self;
}

const char *
vlg_action_field_get_key (VlgActionField *self)
{
  g_return_val_if_fail (VLG_IS_ACTION_FIELD (self), NULL);

  return self->key;
}

const char *
vlg_action_field_get_name (VlgActionField *self)
{
  g_return_val_if_fail (VLG_IS_ACTION_FIELD (self), NULL);

  return self->name;
}

const char *
vlg_action_field_get_letter (VlgActionField *self)
{
  g_return_val_if_fail (VLG_IS_ACTION_FIELD (self), NULL);

  return self->letter;
}

const char *
vlg_action_field_get_colour (VlgActionField *self)
{
  g_return_val_if_fail (VLG_IS_ACTION_FIELD (self), NULL);

  return self->colour;
}

const char * const *
vlg_action_field_get_replaces (VlgActionField *self)
{
  g_return_val_if_fail (VLG_IS_ACTION_FIELD (self), NULL);

  return (const char * const *) self->replaces;
}

guint
vlg_action_field_get_n_goals (VlgActionField *self)
{
  g_return_val_if_fail (VLG_IS_ACTION_FIELD (self), 0);

  return self->goals->len;
}

const VlgGoal *
vlg_action_field_get_goal (VlgActionField *self,
                           guint           index)
{
  g_return_val_if_fail (VLG_IS_ACTION_FIELD (self), NULL);
  g_return_val_if_fail (index < self->goals->len, NULL);

  return g_ptr_array_index (self->goals, index);
}

VlgLeitbild *
vlg_leitbild_new (GPtrArray *fields)
{
  VlgLeitbild *self;

  g_return_val_if_fail (fields != NULL, NULL);

  self = g_object_new (VLG_TYPE_LEITBILD, NULL);
  self->fields = fields;
  g_ptr_array_set_free_func (self->fields, g_object_unref);

  return self;
}

guint
vlg_leitbild_get_n_fields (VlgLeitbild *self)
{
  g_return_val_if_fail (VLG_IS_LEITBILD (self), 0);

  return self->fields->len;
}

VlgActionField *
vlg_leitbild_get_field (VlgLeitbild *self,
                        guint        index)
{
  g_return_val_if_fail (VLG_IS_LEITBILD (self), NULL);
  g_return_val_if_fail (index < self->fields->len, NULL);

  return g_ptr_array_index (self->fields, index);
}

VlgActionField *
vlg_leitbild_find_field (VlgLeitbild *self,
                         const char  *key)
{
  g_return_val_if_fail (VLG_IS_LEITBILD (self), NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      VlgActionField *field = g_ptr_array_index (self->fields, i);

      if (g_strcmp0 (field->key, key) == 0)
        return field;
    }

  return NULL;
}

VlgActionField *
vlg_leitbild_find_goal (VlgLeitbild *self,
                        const char  *code)
{
  g_return_val_if_fail (VLG_IS_LEITBILD (self), NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      VlgActionField *field = g_ptr_array_index (self->fields, i);

      for (guint j = 0; j < field->goals->len; j++)
        {
          const VlgGoal *goal = g_ptr_array_index (field->goals, j);

          if (g_strcmp0 (goal->code, code) == 0)
            return field;
        }
    }

  return NULL;
}

const VlgGoal *
vlg_leitbild_get_goal (VlgLeitbild *self,
                       const char  *code)
{
  VlgActionField *field = vlg_leitbild_find_goal (self, code);

  for (guint i = 0; field != NULL && i < field->goals->len; i++)
    {
      const VlgGoal *goal = g_ptr_array_index (field->goals, i);

      if (g_str_equal (goal->code, code))
        return goal;
    }

  return NULL;
}

/* The goal that says it replaces @code. */
static const VlgGoal *
find_successor (VlgLeitbild *self,
                const char  *code)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      VlgActionField *field = g_ptr_array_index (self->fields, i);

      for (guint j = 0; j < field->goals->len; j++)
        {
          const VlgGoal *goal = g_ptr_array_index (field->goals, j);

          if (g_strv_contains ((const char * const *) goal->replaces, code))
            return goal;
        }
    }

  return NULL;
}

static guint
count_goals (VlgLeitbild *self)
{
  guint n = 0;

  for (guint i = 0; i < self->fields->len; i++)
    n += ((VlgActionField *) g_ptr_array_index (self->fields, i))->goals->len;

  return n;
}

const VlgGoal *
vlg_leitbild_follow_goal (VlgLeitbild *self,
                          const char  *code)
{
  const VlgGoal *goal;
  const VlgGoal *next;
  guint left;

  g_return_val_if_fail (VLG_IS_LEITBILD (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  goal = vlg_leitbild_get_goal (self, code);
  /* So many steps at most: a catalogue from elsewhere may go in a circle. */
  for (left = count_goals (self); left > 0 && (next = find_successor (self, code)) != NULL; left--)
    {
      goal = next;
      code = next->code;
    }

  return goal;
}

VlgActionField *
vlg_leitbild_follow_field (VlgLeitbild *self,
                           const char  *key)
{
  g_return_val_if_fail (VLG_IS_LEITBILD (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  /* A field that is replaced is no longer there: one step is enough, for each names all that it stands for. */
  for (guint i = 0; i < self->fields->len; i++)
    {
      VlgActionField *field = g_ptr_array_index (self->fields, i);

      if (g_str_equal (field->key, key) || g_strv_contains ((const char * const *) field->replaces, key))
        return field;
    }

  return NULL;
}

gboolean
vlg_leitbild_has_successors (VlgLeitbild *self)
{
  g_return_val_if_fail (VLG_IS_LEITBILD (self), FALSE);

  for (guint i = 0; i < self->fields->len; i++)
    {
      VlgActionField *field = g_ptr_array_index (self->fields, i);

      if (*field->replaces != NULL)
        return TRUE;
      for (guint j = 0; j < field->goals->len; j++)
        if (*((const VlgGoal *) g_ptr_array_index (field->goals, j))->replaces != NULL)
          return TRUE;
    }

  return FALSE;
}
