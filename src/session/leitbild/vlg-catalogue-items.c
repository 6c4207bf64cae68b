/* vlg-catalogue-items.c — fields of action and goals while a person works on the catalogue
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-catalogue-items.h"

#include "vlg-leitbild-rules.h"
#include "vlg-string.h"

/* Goals */

struct _VlgCatalogueGoal {
  GObject parent_instance;

  /* owned */
  char *first_code;   /* or NULL */
  char *code;
  char *text;
  char *replaces;
  char *problem;

  gboolean retired;
  gboolean used;
};

enum {
  GOAL_0,
  GOAL_CODE,
  GOAL_TEXT,
  GOAL_REPLACES,
  GOAL_RETIRED,
  GOAL_USED,
  GOAL_PROBLEM,
  N_GOAL_PROPS
};

static GParamSpec *goal_properties[N_GOAL_PROPS];

G_DEFINE_FINAL_TYPE (VlgCatalogueGoal, vlg_catalogue_goal, G_TYPE_OBJECT)

/* Takes @value where it is another than before. */
static gboolean
set_text (char         **target,
          const GValue  *value)
{
  const char *text = g_value_get_string (value);
  g_autofree char *normalised = vlg_string_normalize (text != NULL ? text : "", -1, NULL);

  return normalised != NULL && vlg_string_set (target, normalised);
}

static gboolean
set_flag (gboolean     *target,
          const GValue *value)
{
  if (*target == g_value_get_boolean (value))
    return FALSE;
  *target = g_value_get_boolean (value);

  return TRUE;
}

static void
vlg_catalogue_goal_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  VlgCatalogueGoal *self = VLG_CATALOGUE_GOAL (object);
  gboolean changed = FALSE;

  switch (prop_id)
    {
    case GOAL_CODE:
      changed = set_text (&self->code, value);
      break;
    case GOAL_TEXT:
      changed = set_text (&self->text, value);
      break;
    case GOAL_REPLACES:
      changed = set_text (&self->replaces, value);
      break;
    case GOAL_RETIRED:
      changed = set_flag (&self->retired, value);
      break;
    case GOAL_USED:
      changed = set_flag (&self->used, value);
      break;
    case GOAL_PROBLEM:
      changed = set_text (&self->problem, value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  if (changed)
    g_object_notify_by_pspec (object, pspec);
}

static void
vlg_catalogue_goal_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  VlgCatalogueGoal *self = VLG_CATALOGUE_GOAL (object);

  switch (prop_id)
    {
    case GOAL_CODE:
      g_value_set_string (value, self->code);
      break;
    case GOAL_TEXT:
      g_value_set_string (value, self->text);
      break;
    case GOAL_REPLACES:
      g_value_set_string (value, self->replaces);
      break;
    case GOAL_RETIRED:
      g_value_set_boolean (value, self->retired);
      break;
    case GOAL_USED:
      g_value_set_boolean (value, self->used);
      break;
    case GOAL_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_catalogue_goal_finalize (GObject *object)
{
  VlgCatalogueGoal *self = VLG_CATALOGUE_GOAL (object);

  g_free (self->first_code);
  g_free (self->code);
  g_free (self->text);
  g_free (self->replaces);
  g_free (self->problem);

  G_OBJECT_CLASS (vlg_catalogue_goal_parent_class)->finalize (object);
}

#define FLAGS (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY)

static void
vlg_catalogue_goal_class_init (VlgCatalogueGoalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vlg_catalogue_goal_finalize;
  object_class->get_property = vlg_catalogue_goal_get_property;
  object_class->set_property = vlg_catalogue_goal_set_property;

  goal_properties[GOAL_CODE] = g_param_spec_string ("code", NULL, NULL, "", FLAGS);
  goal_properties[GOAL_TEXT] = g_param_spec_string ("text", NULL, NULL, "", FLAGS);
  goal_properties[GOAL_REPLACES] = g_param_spec_string ("replaces", NULL, NULL, "", FLAGS);
  goal_properties[GOAL_RETIRED] = g_param_spec_boolean ("retired", NULL, NULL, FALSE, FLAGS);
  goal_properties[GOAL_USED] = g_param_spec_boolean ("used", NULL, NULL, FALSE, FLAGS);
  goal_properties[GOAL_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, "", FLAGS);
  g_object_class_install_properties (object_class, N_GOAL_PROPS, goal_properties);
}

static void
vlg_catalogue_goal_init (VlgCatalogueGoal *self)
{
  self->code = g_strdup ("");
  self->text = g_strdup ("");
  self->replaces = g_strdup ("");
  self->problem = g_strdup ("");
}

VlgCatalogueGoal *
vlg_catalogue_goal_new (const VlgGoal *goal)
{
  VlgCatalogueGoal *self = g_object_new (VLG_TYPE_CATALOGUE_GOAL, NULL);

  if (goal == NULL)
    return self;
  self->first_code = g_strdup (goal->code);
  vlg_catalogue_goal_put (self, goal);

  return self;
}

const char *
vlg_catalogue_goal_get_code (VlgCatalogueGoal *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_GOAL (self), NULL);

  return self->code;
}

gboolean
vlg_catalogue_goal_get_used (VlgCatalogueGoal *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_GOAL (self), FALSE);

  return self->used;
}

const char *
vlg_catalogue_goal_get_first_code (VlgCatalogueGoal *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_GOAL (self), NULL);

  return self->first_code;
}

VlgGoal *
vlg_catalogue_goal_make (VlgCatalogueGoal *self)
{
  g_autofree char *code = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) replaces = NULL;
  VlgGoal *goal;

  g_return_val_if_fail (VLG_IS_CATALOGUE_GOAL (self), NULL);

  /* "m1" is M01; what is no code stays, and is a problem. */
  code = vlg_leitbild_rules_parse_code (self->code, NULL);
  text = vlg_string_collapse (self->text);
  replaces = vlg_catalogue_split_codes (self->replaces);
  goal = vlg_goal_new (code != NULL ? code : self->code, text);
  goal->retired = self->retired;
  vlg_goal_set_replaces (goal, (const char * const *) replaces);

  return goal;
}

void
vlg_catalogue_goal_put (VlgCatalogueGoal *self,
                        const VlgGoal    *goal)
{
  g_autofree char *replaces = NULL;

  g_return_if_fail (VLG_IS_CATALOGUE_GOAL (self));
  g_return_if_fail (goal != NULL);

  replaces = g_strjoinv (", ", goal->replaces);
  g_object_set (self, "code", goal->code, "text", goal->text, "replaces", replaces, "retired", goal->retired, NULL);
}

/* Fields */

struct _VlgCatalogueField {
  GObject parent_instance;

  /* owned */
  char *key;          /* or NULL */
  char *name;
  char *letter;
  char *colour;
  char *replaced;
  char *problem;
  char **replaces;
  GListStore *goals;

  gboolean used;
};

enum {
  FIELD_0,
  FIELD_NAME,
  FIELD_LETTER,
  FIELD_COLOUR,
  FIELD_REPLACED,
  FIELD_USED,
  FIELD_PROBLEM,
  N_FIELD_PROPS
};

static GParamSpec *field_properties[N_FIELD_PROPS];

G_DEFINE_FINAL_TYPE (VlgCatalogueField, vlg_catalogue_field, G_TYPE_OBJECT)

static char **
find_field_text (VlgCatalogueField *self,
                 guint              prop_id)
{
  switch (prop_id)
    {
    case FIELD_NAME:
      return &self->name;
    case FIELD_LETTER:
      return &self->letter;
    case FIELD_COLOUR:
      return &self->colour;
    case FIELD_REPLACED:
      return &self->replaced;
    case FIELD_PROBLEM:
    default:
      return &self->problem;
    }
}

static void
vlg_catalogue_field_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  VlgCatalogueField *self = VLG_CATALOGUE_FIELD (object);

  if (prop_id == FIELD_USED ? set_flag (&self->used, value) : set_text (find_field_text (self, prop_id), value))
    g_object_notify_by_pspec (object, pspec);
}

static void
vlg_catalogue_field_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  VlgCatalogueField *self = VLG_CATALOGUE_FIELD (object);

  if (prop_id == FIELD_USED)
    g_value_set_boolean (value, self->used);
  else
    g_value_set_string (value, *find_field_text (self, prop_id));
}

static void
vlg_catalogue_field_finalize (GObject *object)
{
  VlgCatalogueField *self = VLG_CATALOGUE_FIELD (object);

  g_free (self->key);
  g_free (self->name);
  g_free (self->letter);
  g_free (self->colour);
  g_free (self->replaced);
  g_free (self->problem);
  g_strfreev (self->replaces);
  g_object_unref (self->goals);

  G_OBJECT_CLASS (vlg_catalogue_field_parent_class)->finalize (object);
}

static void
vlg_catalogue_field_class_init (VlgCatalogueFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vlg_catalogue_field_finalize;
  object_class->get_property = vlg_catalogue_field_get_property;
  object_class->set_property = vlg_catalogue_field_set_property;

  field_properties[FIELD_NAME] = g_param_spec_string ("name", NULL, NULL, "", FLAGS);
  field_properties[FIELD_LETTER] = g_param_spec_string ("letter", NULL, NULL, "", FLAGS);
  field_properties[FIELD_COLOUR] = g_param_spec_string ("colour", NULL, NULL, "", FLAGS);
  field_properties[FIELD_REPLACED] = g_param_spec_string ("replaced", NULL, NULL, "", FLAGS);
  field_properties[FIELD_USED] = g_param_spec_boolean ("used", NULL, NULL, FALSE, FLAGS);
  field_properties[FIELD_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, "", FLAGS);
  g_object_class_install_properties (object_class, N_FIELD_PROPS, field_properties);
}

static void
vlg_catalogue_field_init (VlgCatalogueField *self)
{
  self->name = g_strdup ("");
  self->letter = g_strdup ("");
  self->colour = g_strdup ("");
  self->replaced = g_strdup ("");
  self->problem = g_strdup ("");
  self->replaces = g_new0 (char *, 1);
  self->goals = g_list_store_new (VLG_TYPE_CATALOGUE_GOAL);
}

VlgCatalogueField *
vlg_catalogue_field_new (VlgActionField *field)
{
  VlgCatalogueField *self = g_object_new (VLG_TYPE_CATALOGUE_FIELD, NULL);

  if (field == NULL)
    return self;
  self->key = g_strdup (vlg_action_field_get_key (field));
  g_object_set (self, "name", vlg_action_field_get_name (field), "letter", vlg_action_field_get_letter (field), "colour", vlg_action_field_get_colour (field), NULL);
  vlg_catalogue_field_set_replaces (self, vlg_action_field_get_replaces (field));
  for (guint i = 0; i < vlg_action_field_get_n_goals (field); i++)
    {
      g_autoptr (VlgCatalogueGoal) goal = vlg_catalogue_goal_new (vlg_action_field_get_goal (field, i));

      g_list_store_append (self->goals, goal);
    }

  return self;
}

const char *
vlg_catalogue_field_get_key (VlgCatalogueField *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_FIELD (self), NULL);

  return self->key;
}

const char *
vlg_catalogue_field_get_name (VlgCatalogueField *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_FIELD (self), NULL);

  return self->name;
}

const char *
vlg_catalogue_field_get_letter (VlgCatalogueField *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_FIELD (self), NULL);

  return self->letter;
}

const char *
vlg_catalogue_field_get_colour (VlgCatalogueField *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_FIELD (self), NULL);

  return self->colour;
}

gboolean
vlg_catalogue_field_get_used (VlgCatalogueField *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_FIELD (self), FALSE);

  return self->used;
}

GListStore *
vlg_catalogue_field_get_goals (VlgCatalogueField *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_FIELD (self), NULL);

  return self->goals;
}

const char * const *
vlg_catalogue_field_get_replaces (VlgCatalogueField *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_FIELD (self), NULL);

  return (const char * const *) self->replaces;
}

void
vlg_catalogue_field_set_replaces (VlgCatalogueField  *self,
                                  const char * const *keys)
{
  char **copy;

  g_return_if_fail (VLG_IS_CATALOGUE_FIELD (self));

  copy = g_strdupv ((char **) keys);
  g_strfreev (self->replaces);
  self->replaces = copy;
}

char **
vlg_catalogue_split_codes (const char *text)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  parts = g_strsplit_set (text, " ,;", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *code = *parts[i] != '\0' ? vlg_leitbild_rules_parse_code (parts[i], NULL) : NULL;

      if (*parts[i] != '\0')
        g_strv_builder_add (codes, code != NULL ? code : parts[i]);
    }

  return g_strv_builder_end (codes);
}
