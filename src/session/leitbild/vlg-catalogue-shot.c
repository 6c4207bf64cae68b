/* vlg-catalogue-shot.c — what a catalogue that is worked on was at one moment
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-catalogue-shot.h"

#include "vlg-string.h"

typedef struct {
  VlgCatalogueField *field;   /* owned */
  VlgActionField *value;      /* owned */
  GPtrArray *goals;           /* VlgCatalogueGoal, owned */
} FieldShot;

static void
field_shot_free (gpointer data)
{
  FieldShot *shot = data;

  g_object_unref (shot->field);
  g_object_unref (shot->value);
  g_ptr_array_unref (shot->goals);
  g_free (shot);
}

static gboolean
is_taken (GListModel *fields,
          GPtrArray  *shots,
          const char *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (VlgCatalogueField) field = g_list_model_get_item (fields, i);

      if (g_strcmp0 (vlg_catalogue_field_get_key (field), key) == 0)
        return TRUE;
    }
  for (guint i = 0; i < shots->len; i++)
    if (g_str_equal (vlg_action_field_get_key (((FieldShot *) shots->pdata[i])->value), key))
      return TRUE;

  return FALSE;
}

/* The key of a new field: its name in small letters without accents, and a number where that is taken. Caller owns. */
static char *
make_key (GListModel *fields,
          GPtrArray  *shots,
          const char *name)
{
  g_autofree char *plain = g_str_to_ascii (name, "de");
  g_autoptr (GString) key = g_string_new (NULL);
  gsize length;

  for (const char *p = plain; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (key, g_ascii_tolower (*p));
      else if (key->len > 0 && key->str[key->len - 1] != '-')
        g_string_append_c (key, '-');
    }
  while (key->len > 0 && key->str[key->len - 1] == '-')
    g_string_truncate (key, key->len - 1);
  if (key->len == 0)
    g_string_assign (key, "field");
  length = key->len;
  for (guint n = 2; is_taken (fields, shots, key->str); n++)
    {
      g_string_truncate (key, length);
      g_string_append_printf (key, "-%u", n);
    }

  return g_string_free (g_steal_pointer (&key), FALSE);
}

static FieldShot *
take_field (GListModel        *fields,
            GPtrArray         *shots,
            VlgCatalogueField *field)
{
  GListModel *goals = G_LIST_MODEL (vlg_catalogue_field_get_goals (field));
  g_autofree char *name = vlg_string_collapse (vlg_catalogue_field_get_name (field));
  g_autofree char *letter = g_ascii_strup (vlg_catalogue_field_get_letter (field), -1);
  g_autofree char *key = g_strdup (vlg_catalogue_field_get_key (field));
  GPtrArray *values = g_ptr_array_new ();
  FieldShot *shot = g_new0 (FieldShot, 1);

  if (key == NULL)
    key = make_key (fields, shots, name);
  shot->field = g_object_ref (field);
  shot->goals = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      VlgCatalogueGoal *goal = g_list_model_get_item (goals, i);

      g_ptr_array_add (shot->goals, goal);
      g_ptr_array_add (values, vlg_catalogue_goal_make (goal));
    }
  shot->value = vlg_action_field_new_replacing (key, name, g_strstrip (letter), vlg_catalogue_field_get_colour (field), values, vlg_catalogue_field_get_replaces (field));

  return shot;
}

VlgCatalogueShot *
vlg_catalogue_shot_new (GListModel *fields)
{
  VlgCatalogueShot *self = g_new0 (VlgCatalogueShot, 1);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_object_unref);

  self->fields = g_ptr_array_new_with_free_func (field_shot_free);
  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (VlgCatalogueField) field = g_list_model_get_item (fields, i);
      FieldShot *shot = take_field (fields, self->fields, field);

      g_ptr_array_add (self->fields, shot);
      g_ptr_array_add (values, g_object_ref (shot->value));
    }
  self->leitbild = vlg_leitbild_new (g_steal_pointer (&values));

  return self;
}

void
vlg_catalogue_shot_free (gpointer data)
{
  VlgCatalogueShot *self = data;

  g_ptr_array_unref (self->fields);
  g_object_unref (self->leitbild);
  g_free (self);
}

/* Makes @list hold @wanted by one change of what lies between the items that stay where they are. */
static void
put_list (GListStore *list,
          GPtrArray  *wanted)
{
  GListModel *model = G_LIST_MODEL (list);
  guint n = g_list_model_get_n_items (model), shorter = MIN (n, wanted->len), start = 0, end = 0;
  g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (old, g_list_model_get_item (model, i));
  while (start < shorter && old->pdata[start] == wanted->pdata[start])
    start++;
  while (end < shorter - start && old->pdata[n - 1 - end] == wanted->pdata[wanted->len - 1 - end])
    end++;
  if (n - end > start || wanted->len - end > start)
    g_list_store_splice (list, start, n - start - end, wanted->pdata + start, wanted->len - start - end);
}

void
vlg_catalogue_shot_put (VlgCatalogueShot *self,
                        GListStore       *fields)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();

  for (guint i = 0; i < self->fields->len; i++)
    {
      FieldShot *shot = self->fields->pdata[i];

      g_object_set (shot->field, "name", vlg_action_field_get_name (shot->value), "letter", vlg_action_field_get_letter (shot->value),
                    "colour", vlg_action_field_get_colour (shot->value), NULL);
      vlg_catalogue_field_set_replaces (shot->field, vlg_action_field_get_replaces (shot->value));
      put_list (vlg_catalogue_field_get_goals (shot->field), shot->goals);
      for (guint j = 0; j < shot->goals->len; j++)
        vlg_catalogue_goal_put (shot->goals->pdata[j], vlg_action_field_get_goal (shot->value, j));
      g_ptr_array_add (wanted, shot->field);
    }
  put_list (fields, wanted);
}
