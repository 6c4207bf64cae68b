/* vlg-catalogue-draft.c — the catalogue of the Leitbild under the hands of a person
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-catalogue-draft-private.h"

#include "vlg-catalogue.h"
#include "vlg-catalogue-rules.h"
#include "vlg-errand.h"
#include "vlg-goal-use.h"
#include "vlg-leitbild-json.h"
#include "vlg-profiles.h"
#include "vlg-string.h"

/* Typing in one field goes on the same step until it rests that long. */
#define TYPING_US (1000 * 1000)

enum {
  PROP_0,
  PROP_FIELDS,
  PROP_VERSIONS,
  PROP_VALID_FROM,
  PROP_CHANGED,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_CAN_SAVE,
  PROP_PROBLEM,
  PROP_OVERTAKEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgCatalogueDraft, vlg_catalogue_draft, G_TYPE_OBJECT)

static void
notify (VlgCatalogueDraft *self,
        guint              prop_id)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

/* What is wrong, and what is used */

gboolean
vlg_catalogue_draft_is_used (VlgCatalogueDraft *self,
                             const char        *field,
                             const char        *code)
{
  for (guint i = 0; i < self->used->len; i++)
    {
      VlgMark *mark = self->used->pdata[i];

      if (field != NULL && g_str_equal (vlg_mark_get_field (mark), field))
        return TRUE;
      if (code != NULL && g_strv_contains (vlg_mark_get_goals (mark), code))
        return TRUE;
    }

  return FALSE;
}

/* The names of the fields that @field stands for, as any stored version has them. Caller owns. */
static char *
describe_replaced (VlgCatalogueDraft *self,
                   VlgCatalogueField *field)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (const char *const *key = vlg_catalogue_field_get_replaces (field); *key != NULL; key++)
    {
      VlgActionField *old = vlg_leitbild_find_field (self->base, *key);

      for (guint i = 0; old == NULL && i < self->known->len; i++)
        old = vlg_leitbild_find_field (self->known->pdata[i], *key);
      g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", old != NULL ? vlg_action_field_get_name (old) : *key);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* All of a field, itself and its goals. */
#define ANY (-2)

/* What is wrong first with the goal of the field at @position, "" for nothing. Caller owns. */
static char *
find_problem (GPtrArray *problems,
              guint      position,
              int        goal)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const VlgCatalogueProblem *problem = problems->pdata[i];

      if (problem->field == position && (goal == ANY || problem->goal == goal))
        return g_strdup (problem->message);
    }

  return g_strdup ("");
}

static void
mark_field (VlgCatalogueDraft *self,
            VlgCatalogueField *field,
            guint              position,
            GPtrArray         *problems)
{
  GListModel *goals = G_LIST_MODEL (vlg_catalogue_field_get_goals (field));
  g_autofree char *problem = find_problem (problems, position, ANY);
  g_autofree char *replaced = describe_replaced (self, field);
  const char *key = vlg_catalogue_field_get_key (field);

  g_object_set (field, "problem", problem, "replaced", replaced, "used", key != NULL && vlg_catalogue_draft_is_used (self, key, NULL), NULL);
  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (VlgCatalogueGoal) goal = g_list_model_get_item (goals, i);
      g_autofree char *wrong = find_problem (problems, position, (int) i);
      const char *code = vlg_catalogue_goal_get_first_code (goal);

      g_object_set (goal, "problem", wrong, "used", code != NULL && vlg_leitbild_get_goal (self->base, code) != NULL && vlg_catalogue_draft_is_used (self, NULL, code), NULL);
    }
}

static gboolean
is_same (VlgLeitbild *a,
         VlgLeitbild *b)
{
  g_autoptr (GBytes) one = vlg_leitbild_to_json (a);
  g_autoptr (GBytes) other = vlg_leitbild_to_json (b);

  return g_bytes_equal (one, other);
}

/* The day is no earlier than that of the version in force, and that of one to come. */
static gboolean
check_day (VlgCatalogueDraft  *self,
           GError            **error)
{
  VlgDay later = VLG_DAY_NONE;

  for (guint i = 0; self->valid_from != VLG_DAY_NONE && i < g_list_model_get_n_items (G_LIST_MODEL (self->versions)); i++)
    {
      g_autoptr (VlgCatalogueVersion) version = g_list_model_get_item (G_LIST_MODEL (self->versions), i);

      if (vlg_catalogue_version_is_present (version))
        return vlg_catalogue_rules_check_day (self->valid_from, vlg_catalogue_version_get_from (version), later, error);
      if (later == VLG_DAY_NONE)
        later = vlg_catalogue_version_get_from (version);
    }

  return TRUE;
}

/* Says of everything what is wrong with it now. */
static void
look (VlgCatalogueDraft *self)
{
  g_autoptr (GPtrArray) problems = vlg_catalogue_rules_list_problems (self->now->leitbild);
  g_autoptr (GError) error = NULL;
  gboolean changed = !is_same (self->now->leitbild, self->base);
  gboolean applying = self->applying;

  self->applying = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->fields)); i++)
    {
      g_autoptr (VlgCatalogueField) field = g_list_model_get_item (G_LIST_MODEL (self->fields), i);

      mark_field (self, field, i, problems);
    }
  self->applying = applying;

  if (vlg_catalogue_rules_check (self->now->leitbild, &error) && (!self->read || vlg_catalogue_rules_check_replaced (self->now->leitbild, self->known, self->used, &error)))
    (void) (vlg_catalogue_rules_check_successor (self->base, self->now->leitbild, self->used, &error) && check_day (self, &error));
  if (vlg_string_set (&self->problem, error != NULL ? error->message : ""))
    notify (self, PROP_PROBLEM);
  if (self->changed != changed)
    {
      self->changed = changed;
      notify (self, PROP_CHANGED);
    }
  notify (self, PROP_CAN_UNDO);
  notify (self, PROP_CAN_REDO);
  notify (self, PROP_CAN_SAVE);
}

/* Steps */

static void
take_step (VlgCatalogueDraft *self,
           gboolean           goes_on)
{
  VlgCatalogueShot *before = self->now;

  self->now = vlg_catalogue_shot_new (G_LIST_MODEL (self->fields));
  if (goes_on)
    vlg_catalogue_shot_free (before);
  else
    g_ptr_array_add (self->undo, before);
  g_ptr_array_set_size (self->redo, 0);
  look (self);
}

static void
note (VlgCatalogueDraft *self,
      gpointer           item,
      const char        *property)
{
  gint64 now = g_get_monotonic_time ();
  gboolean goes_on = property != NULL && item == self->typed_item && property == self->typed_property && now - self->typed_at < TYPING_US && self->undo->len > 0;

  if (self->applying)
    return;
  if (self->group_depth > 0)
    {
      self->group_changed = TRUE;
      return;
    }
  self->typed_item = item;
  self->typed_property = property;
  self->typed_at = now;
  take_step (self, goes_on);
}

void
vlg_catalogue_draft_begin_group (VlgCatalogueDraft *self)
{
  self->group_depth++;
}

void
vlg_catalogue_draft_end_group (VlgCatalogueDraft *self)
{
  if (--self->group_depth > 0 || !self->group_changed)
    return;
  self->group_changed = FALSE;
  self->typed_item = NULL;
  take_step (self, FALSE);
}

/* Watching */

static void watch (VlgCatalogueDraft *self);

static void
item_notify_cb (GObject           *item,
                GParamSpec        *pspec,
                VlgCatalogueDraft *self)
{
  static const char *const ours[] = { "problem", "used", "replaced", NULL };

  if (!g_strv_contains (ours, pspec->name))
    note (self, item, G_IS_PARAM_SPEC_STRING (pspec) ? g_intern_string (pspec->name) : NULL);
}

static void
list_changed_cb (VlgCatalogueDraft *self)
{
  watch (self);
  note (self, NULL, NULL);
}

static void
unwatch (VlgCatalogueDraft *self)
{
  for (guint i = 0; i < self->watched->len; i++)
    g_signal_handlers_disconnect_by_data (self->watched->pdata[i], self);
  g_ptr_array_set_size (self->watched, 0);
}

static void
watch_list (VlgCatalogueDraft *self,
            GListModel        *list)
{
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (list_changed_cb), self);
  g_ptr_array_add (self->watched, g_object_ref (list));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      GObject *item = g_list_model_get_item (list, i);

      g_signal_connect (item, "notify", G_CALLBACK (item_notify_cb), self);
      g_ptr_array_add (self->watched, item);
      if (VLG_IS_CATALOGUE_FIELD (item))
        watch_list (self, G_LIST_MODEL (vlg_catalogue_field_get_goals (VLG_CATALOGUE_FIELD (item))));
    }
}

static void
watch (VlgCatalogueDraft *self)
{
  unwatch (self);
  watch_list (self, G_LIST_MODEL (self->fields));
}

/* What the database holds */

typedef struct {
  GPtrArray *used;
  GPtrArray *times;
} Stored;

static void
stored_free (gpointer data)
{
  Stored *stored = data;

  g_clear_pointer (&stored->used, g_ptr_array_unref);
  g_clear_pointer (&stored->times, g_ptr_array_unref);
  g_free (stored);
}

static gpointer
read_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Stored *stored = g_new0 (Stored, 1);

  stored->used = vlg_goal_use_list (db, error);
  stored->times = stored->used != NULL ? vlg_profiles_list (db, error) : NULL;
  if (stored->times != NULL)
    return stored;
  stored_free (stored);

  return NULL;
}

static void
set_overtaken (VlgCatalogueDraft *self,
               gboolean           overtaken)
{
  if (self->overtaken == overtaken)
    return;
  self->overtaken = overtaken;
  notify (self, PROP_OVERTAKEN);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (VlgCatalogueDraft) self = user_data;
  g_autoptr (GError) error = NULL;
  Stored *stored = vlg_errand_finish (VLG_OFFICE (source), read_job, result, &error);
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func (g_object_unref);
  VlgDay to = VLG_DAY_NONE;

  if (stored == NULL || self->office == NULL)
    {
      g_debug ("What motions chose was not read: %s", error != NULL ? error->message : "the draft is gone");
      g_clear_pointer (&stored, stored_free);
      return;
    }
  g_ptr_array_set_size (self->known, 0);
  for (guint i = 0; i < stored->times->len; i++)
    {
      const VlgProfileTime *time = stored->times->pdata[i];
      VlgLeitbild *leitbild = vlg_profile_get_leitbild (time->profile);

      g_ptr_array_add (self->known, g_object_ref (leitbild));
      /* One that began on the same day as the next was never in force. */
      if (to != VLG_DAY_NONE && to < time->from)
        continue;
      g_ptr_array_add (versions, vlg_catalogue_version_new (leitbild, time->from, to));
      to = time->from - 1;
    }
  g_list_store_splice (self->versions, 0, g_list_model_get_n_items (G_LIST_MODEL (self->versions)), versions->pdata, versions->len);
  g_ptr_array_unref (self->used);
  self->used = g_steal_pointer (&stored->used);
  stored_free (stored);
  self->read = TRUE;
  if (!self->saving && self->changed)
    set_overtaken (self, self->known->len > 0 && !is_same (self->known->pdata[0], self->base));
  look (self);
}

static void
read_stored (VlgCatalogueDraft *self)
{
  if (self->office != NULL)
    vlg_errand_read_async (vlg_errand_new (self->office), self->office, read_job, read_job, stored_free, self->cancellable, read_cb, g_object_ref (self));
}

void
vlg_catalogue_draft_begin_with (VlgCatalogueDraft *self,
                                VlgLeitbild       *leitbild)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < vlg_leitbild_get_n_fields (leitbild); i++)
    g_ptr_array_add (fields, vlg_catalogue_field_new (vlg_leitbild_get_field (leitbild, i)));
  g_list_store_splice (self->fields, 0, g_list_model_get_n_items (G_LIST_MODEL (self->fields)), fields->pdata, fields->len);
}

static void
begin_anew (VlgCatalogueDraft *self)
{
  VlgLeitbild *leitbild = vlg_profile_get_leitbild (vlg_office_get_profile (self->office));

  self->applying = TRUE;
  vlg_catalogue_draft_begin_with (self, leitbild);
  self->applying = FALSE;
  g_set_object (&self->base, leitbild);
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  g_clear_pointer (&self->now, vlg_catalogue_shot_free);
  self->now = vlg_catalogue_shot_new (G_LIST_MODEL (self->fields));
  look (self);
}

static void
profile_cb (VlgCatalogueDraft *self)
{
  if (self->saving)
    return;
  if (!self->changed)
    begin_anew (self);
  else if (!is_same (vlg_profile_get_leitbild (vlg_office_get_profile (self->office)), self->base))
    set_overtaken (self, TRUE);
  read_stored (self);
}

static void
vlg_catalogue_draft_dispose (GObject *object)
{
  VlgCatalogueDraft *self = VLG_CATALOGUE_DRAFT (object);

  g_cancellable_cancel (self->cancellable);
  unwatch (self);
  if (self->office != NULL)
    g_signal_handlers_disconnect_by_data (self->office, self);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (vlg_catalogue_draft_parent_class)->dispose (object);
}

static void
vlg_catalogue_draft_finalize (GObject *object)
{
  VlgCatalogueDraft *self = VLG_CATALOGUE_DRAFT (object);

  g_clear_pointer (&self->now, vlg_catalogue_shot_free);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_ptr_array_unref (self->watched);
  g_ptr_array_unref (self->used);
  g_ptr_array_unref (self->known);
  g_clear_object (&self->base);
  g_object_unref (self->fields);
  g_object_unref (self->versions);
  g_object_unref (self->cancellable);
  g_free (self->problem);

  G_OBJECT_CLASS (vlg_catalogue_draft_parent_class)->finalize (object);
}

static void
vlg_catalogue_draft_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  VlgCatalogueDraft *self = VLG_CATALOGUE_DRAFT (object);

  switch (prop_id)
    {
    case PROP_FIELDS:
      g_value_set_object (value, self->fields);
      break;
    case PROP_VERSIONS:
      g_value_set_object (value, self->versions);
      break;
    case PROP_VALID_FROM:
      g_value_set_uint (value, self->valid_from);
      break;
    case PROP_CHANGED:
      g_value_set_boolean (value, self->changed);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->undo->len > 0);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->redo->len > 0);
      break;
    case PROP_CAN_SAVE:
      g_value_set_boolean (value, vlg_catalogue_draft_get_can_save (self));
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    case PROP_OVERTAKEN:
      g_value_set_boolean (value, self->overtaken);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_catalogue_draft_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  VlgCatalogueDraft *self = VLG_CATALOGUE_DRAFT (object);

  if (prop_id != PROP_VALID_FROM)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (self->valid_from == g_value_get_uint (value))
    return;
  self->valid_from = g_value_get_uint (value);
  g_object_notify_by_pspec (object, pspec);
  look (self);
}

static void
vlg_catalogue_draft_class_init (VlgCatalogueDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = vlg_catalogue_draft_dispose;
  object_class->finalize = vlg_catalogue_draft_finalize;
  object_class->get_property = vlg_catalogue_draft_get_property;
  object_class->set_property = vlg_catalogue_draft_set_property;

  properties[PROP_FIELDS] = g_param_spec_object ("fields", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_VERSIONS] = g_param_spec_object ("versions", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_VALID_FROM] = g_param_spec_uint ("valid-from", NULL, NULL, 0, G_MAXUINT, VLG_DAY_NONE, flags | G_PARAM_WRITABLE);
  properties[PROP_CHANGED] = g_param_spec_boolean ("changed", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_SAVE] = g_param_spec_boolean ("can-save", NULL, NULL, FALSE, flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, "", flags);
  properties[PROP_OVERTAKEN] = g_param_spec_boolean ("overtaken", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vlg_catalogue_draft_init (VlgCatalogueDraft *self)
{
  self->fields = g_list_store_new (VLG_TYPE_CATALOGUE_FIELD);
  self->versions = g_list_store_new (VLG_TYPE_CATALOGUE_VERSION);
  self->watched = g_ptr_array_new_with_free_func (g_object_unref);
  self->undo = g_ptr_array_new_with_free_func (vlg_catalogue_shot_free);
  self->redo = g_ptr_array_new_with_free_func (vlg_catalogue_shot_free);
  self->used = g_ptr_array_new_with_free_func (g_object_unref);
  self->known = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
  self->problem = g_strdup ("");
  self->valid_from = vlg_day_today ();
}

VlgCatalogueDraft *
vlg_catalogue_draft_new (VlgOffice *office)
{
  VlgCatalogueDraft *self;

  g_return_val_if_fail (VLG_IS_OFFICE (office), NULL);

  self = g_object_new (VLG_TYPE_CATALOGUE_DRAFT, NULL);
  self->office = g_object_ref (office);
  begin_anew (self);
  watch (self);
  g_signal_connect_swapped (office, "notify::profile", G_CALLBACK (profile_cb), self);
  read_stored (self);

  return self;
}

GListModel *
vlg_catalogue_draft_get_fields (VlgCatalogueDraft *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_DRAFT (self), NULL);

  return G_LIST_MODEL (self->fields);
}

GListModel *
vlg_catalogue_draft_get_versions (VlgCatalogueDraft *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_DRAFT (self), NULL);

  return G_LIST_MODEL (self->versions);
}

VlgLeitbild *
vlg_catalogue_draft_get_leitbild (VlgCatalogueDraft *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_DRAFT (self), NULL);

  return self->now->leitbild;
}

gboolean
vlg_catalogue_draft_get_changed (VlgCatalogueDraft *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_DRAFT (self), FALSE);

  return self->changed;
}

gboolean
vlg_catalogue_draft_get_can_save (VlgCatalogueDraft *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_DRAFT (self), FALSE);

  return self->changed && !self->saving && *self->problem == '\0' && self->valid_from != VLG_DAY_NONE;
}

const char *
vlg_catalogue_draft_get_problem (VlgCatalogueDraft *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_DRAFT (self), NULL);

  return self->problem;
}

static void
go (VlgCatalogueDraft *self,
    GPtrArray         *from,
    GPtrArray         *to)
{
  VlgCatalogueShot *shot;

  if (from->len == 0)
    return;
  shot = g_ptr_array_steal_index (from, from->len - 1);
  g_ptr_array_add (to, self->now);
  self->now = shot;
  self->typed_item = NULL;
  self->applying = TRUE;
  vlg_catalogue_shot_put (shot, self->fields);
  self->applying = FALSE;
  watch (self);
  look (self);
}

void
vlg_catalogue_draft_undo (VlgCatalogueDraft *self)
{
  g_return_if_fail (VLG_IS_CATALOGUE_DRAFT (self));

  go (self, self->undo, self->redo);
}

void
vlg_catalogue_draft_redo (VlgCatalogueDraft *self)
{
  g_return_if_fail (VLG_IS_CATALOGUE_DRAFT (self));

  go (self, self->redo, self->undo);
}

void
vlg_catalogue_draft_overtake (VlgCatalogueDraft *self)
{
  VlgLeitbild *latest;

  g_return_if_fail (VLG_IS_CATALOGUE_DRAFT (self));

  latest = self->known->len > 0 ? self->known->pdata[0] : vlg_profile_get_leitbild (vlg_office_get_profile (self->office));
  g_set_object (&self->base, latest);
  set_overtaken (self, FALSE);
  look (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  VlgCatalogueDraft *self = g_task_get_source_object (task);
  VlgLeitbild *saved = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean done = vlg_catalogue_put_finish (VLG_OFFICE (source), result, &error);

  self->saving = FALSE;
  if (!done)
    {
      /* What is there by now may be asked about next time. */
      if (g_error_matches (error, VLG_ERROR, VLG_ERROR_CONFLICT))
        read_stored (self);
      look (self);
      g_task_return_error (task, error);
      return;
    }
  g_set_object (&self->base, saved);
  set_overtaken (self, FALSE);
  look (self);
  read_stored (self);
  g_task_return_boolean (task, TRUE);
}

void
vlg_catalogue_draft_save_async (VlgCatalogueDraft   *self,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VLG_IS_CATALOGUE_DRAFT (self));
  g_return_if_fail (self->valid_from != VLG_DAY_NONE);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vlg_catalogue_draft_save_async);
  g_task_set_task_data (task, g_object_ref (self->now->leitbild), g_object_unref);
  self->saving = TRUE;
  notify (self, PROP_CAN_SAVE);
  vlg_catalogue_put_async (self->office, self->now->leitbild, self->base, self->valid_from, NULL, saved_cb, task);
}

gboolean
vlg_catalogue_draft_save_finish (VlgCatalogueDraft  *self,
                                 GAsyncResult       *result,
                                 GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
