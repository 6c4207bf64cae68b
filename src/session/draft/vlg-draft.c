/* vlg-draft.c — a stored motion under the hands of a person
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-draft.h"

#include <glib/gi18n.h>

#include "vlg-draft-private.h"

G_DEFINE_FINAL_TYPE (VlgDraft, vlg_draft, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_MOTION,
  PROP_SAVE_STATE,
  PROP_SAVE_ERROR,
  PROP_FINDINGS,
  PROP_N_FINDINGS,
  PROP_N_BLOCKING,
  PROP_CONFLICTS,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_FROZEN,
  PROP_PROFILE,
  PROP_CAN_USE_PRESENT,
  N_PROPS
};

enum {
  COLLECT,
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

GType
vlg_save_state_get_type (void)
{
  static gsize type = 0;
  static const GEnumValue values[] = {
    { VLG_SAVE_STATE_SAVED, "VLG_SAVE_STATE_SAVED", "saved" },
    { VLG_SAVE_STATE_PENDING, "VLG_SAVE_STATE_PENDING", "pending" },
    { VLG_SAVE_STATE_SAVING, "VLG_SAVE_STATE_SAVING", "saving" },
    { VLG_SAVE_STATE_FAILED, "VLG_SAVE_STATE_FAILED", "failed" },
    { VLG_SAVE_STATE_CONFLICT, "VLG_SAVE_STATE_CONFLICT", "conflict" },
    { 0, NULL, NULL }
  };

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("VlgSaveState", values));

  return type;
}

static VlgSaveState
find_save_state (VlgDraft *self)
{
  if (self->save_error != NULL)
    return VLG_SAVE_STATE_FAILED;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->conflicts)) > 0)
    return VLG_SAVE_STATE_CONFLICT;
  if (self->saving)
    return VLG_SAVE_STATE_SAVING;
  if (self->announced || g_hash_table_size (self->dirty) > 0 || vlg_draft_is_unsaved (self))
    return VLG_SAVE_STATE_PENDING;

  return VLG_SAVE_STATE_SAVED;
}

static void
set_boolean (VlgDraft *self,
             gboolean *target,
             gboolean  value,
             guint     prop_id)
{
  if (*target == value)
    return;
  *target = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

void
vlg_draft_update (VlgDraft *self)
{
  VlgSaveState state = find_save_state (self);

  if (self->save_state != state)
    {
      gboolean error_changed = self->save_state == VLG_SAVE_STATE_FAILED || state == VLG_SAVE_STATE_FAILED;

      self->save_state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVE_STATE]);
      if (error_changed)
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVE_ERROR]);
    }
  set_boolean (self, &self->can_undo, self->undo->len > 0 || self->announced || g_hash_table_size (self->dirty) > 0, PROP_CAN_UNDO);
  set_boolean (self, &self->can_redo, self->redo->len > 0 && !self->announced && g_hash_table_size (self->dirty) == 0, PROP_CAN_REDO);
}

void
vlg_draft_set_frozen (VlgDraft *self,
                      gboolean  frozen)
{
  set_boolean (self, &self->frozen, frozen, PROP_FROZEN);
  vlg_draft_update_profile (self);
}

VlgConflict *
vlg_draft_find_conflict (VlgDraft   *self,
                         const char *key)
{
  GListModel *conflicts = G_LIST_MODEL (self->conflicts);

  for (guint i = 0; i < g_list_model_get_n_items (conflicts); i++)
    {
      /* Borrowed: the list keeps it. */
      g_autoptr (VlgConflict) conflict = g_list_model_get_item (conflicts, i);

      if (g_str_equal (vlg_conflict_get_key (conflict), key))
        return conflict;
    }

  return NULL;
}

void
vlg_draft_remove_conflict (VlgDraft    *self,
                           VlgConflict *conflict)
{
  guint position;

  if (g_list_store_find (self->conflicts, conflict, &position))
    g_list_store_remove (self->conflicts, position);
}

static void
row_notify_cb (GObject       *row,
               GParamSpec    *pspec,
               VlgDraftWatch *watch)
{
  vlg_draft_note (watch->draft, watch->key, row, pspec);
}

static void
unwatch_row (VlgDraftWatch *watch,
             GObject       *row)
{
  g_signal_handlers_disconnect_by_func (row, row_notify_cb, watch);
}

static void
items_changed_cb (GListModel    *list,
                  guint          position,
                  guint          removed,
                  guint          added,
                  VlgDraftWatch *watch)
{
  for (guint i = 0; i < removed; i++)
    unwatch_row (watch, watch->rows->pdata[position + i]);
  if (removed > 0)
    g_ptr_array_remove_range (watch->rows, position, removed);
  for (guint i = 0; i < added; i++)
    {
      GObject *row = g_list_model_get_item (list, position + i);

      g_ptr_array_insert (watch->rows, (int) (position + i), row);
      g_signal_connect (row, "notify", G_CALLBACK (row_notify_cb), watch);
    }
  vlg_draft_note (watch->draft, watch->key, NULL, NULL);
}

static void
motion_notify_cb (VlgMotion  *motion,
                  GParamSpec *pspec,
                  VlgDraft   *self)
{
  const char *key = vlg_draft_values_key_of (pspec->name);

  if (key != NULL)
    vlg_draft_note (self, key, NULL, pspec);
  if (g_str_equal (pspec->name, "profile-version"))
    vlg_draft_follow_profile (self);
  else if (g_str_equal (pspec->name, "stage"))
    vlg_draft_update_profile (self);
}

static void
watch_list (VlgDraft   *self,
            guint       index,
            const char *key,
            GListStore *list)
{
  VlgDraftWatch *watch = &self->watches[index];
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  watch->draft = self;
  watch->key = vlg_draft_values_key_of (key);
  watch->list = list;
  watch->rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n; i++)
    {
      GObject *row = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_ptr_array_add (watch->rows, row);
      g_signal_connect (row, "notify", G_CALLBACK (row_notify_cb), watch);
    }
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), watch);
}

static void
unwatch (VlgDraft *self)
{
  if (self->motion != NULL)
    g_signal_handlers_disconnect_by_data (self->motion, self);
  for (guint i = 0; i < VLG_DRAFT_N_LISTS; i++)
    {
      VlgDraftWatch *watch = &self->watches[i];

      if (watch->list == NULL)
        continue;
      g_signal_handlers_disconnect_by_data (watch->list, watch);
      for (guint j = 0; j < watch->rows->len; j++)
        unwatch_row (watch, watch->rows->pdata[j]);
      g_clear_pointer (&watch->rows, g_ptr_array_unref);
      watch->list = NULL;
    }
}

static void
findings_changed_cb (VlgDraft *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_FINDINGS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_BLOCKING]);
}

static void
vlg_draft_dispose (GObject *object)
{
  VlgDraft *self = VLG_DRAFT (object);

  if (self->motion != NULL)
    vlg_draft_save_last (self);
  unwatch (self);
  if (self->office != NULL)
    g_signal_handlers_disconnect_by_data (self->office, self);
  g_cancellable_cancel (self->cancellable);
  vlg_draft_clear_save (self);
  vlg_draft_clear_undo (self);
  vlg_draft_clear_checks (self);
  g_clear_object (&self->motion);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (vlg_draft_parent_class)->dispose (object);
}

static void
vlg_draft_finalize (GObject *object)
{
  VlgDraft *self = VLG_DRAFT (object);

  g_clear_object (&self->findings);
  g_clear_object (&self->conflicts);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->profile);
  g_clear_pointer (&self->now, g_hash_table_unref);
  g_clear_pointer (&self->base, g_hash_table_unref);
  g_clear_pointer (&self->undecided, g_hash_table_unref);
  g_clear_pointer (&self->refused, g_hash_table_unref);
  g_clear_pointer (&self->dirty, g_hash_table_unref);
  g_clear_pointer (&self->foreign, g_hash_table_unref);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);
  g_clear_pointer (&self->flushes, g_ptr_array_unref);
  g_clear_error (&self->save_error);

  G_OBJECT_CLASS (vlg_draft_parent_class)->finalize (object);
}

static void
vlg_draft_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  VlgDraft *self = VLG_DRAFT (object);

  switch (prop_id)
    {
    case PROP_MOTION:
      g_value_set_object (value, self->motion);
      break;
    case PROP_SAVE_STATE:
      g_value_set_enum (value, self->save_state);
      break;
    case PROP_SAVE_ERROR:
      g_value_set_boxed (value, self->save_error);
      break;
    case PROP_FINDINGS:
      g_value_set_object (value, self->findings);
      break;
    case PROP_N_FINDINGS:
      g_value_set_uint (value, g_list_model_get_n_items (G_LIST_MODEL (self->findings)));
      break;
    case PROP_N_BLOCKING:
      g_value_set_uint (value, self->n_blocking);
      break;
    case PROP_CONFLICTS:
      g_value_set_object (value, self->conflicts);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->can_undo);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->can_redo);
      break;
    case PROP_FROZEN:
      g_value_set_boolean (value, self->frozen);
      break;
    case PROP_PROFILE:
      g_value_set_object (value, self->own_profile);
      break;
    case PROP_CAN_USE_PRESENT:
      g_value_set_boolean (value, self->can_use_present);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_draft_class_init (VlgDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = vlg_draft_dispose;
  object_class->finalize = vlg_draft_finalize;
  object_class->get_property = vlg_draft_get_property;

  properties[PROP_MOTION] = g_param_spec_object ("motion", NULL, NULL, VLG_TYPE_MOTION, flags);
  properties[PROP_SAVE_STATE] = g_param_spec_enum ("save-state", NULL, NULL, VLG_TYPE_SAVE_STATE, VLG_SAVE_STATE_SAVED, flags);
  properties[PROP_SAVE_ERROR] = g_param_spec_boxed ("save-error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_FINDINGS] = g_param_spec_object ("findings", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_N_FINDINGS] = g_param_spec_uint ("n-findings", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_BLOCKING] = g_param_spec_uint ("n-blocking", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_CONFLICTS] = g_param_spec_object ("conflicts", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_FROZEN] = g_param_spec_boolean ("frozen", NULL, NULL, FALSE, flags);
  properties[PROP_PROFILE] = g_param_spec_object ("profile", NULL, NULL, VLG_TYPE_PROFILE, flags);
  properties[PROP_CAN_USE_PRESENT] = g_param_spec_boolean ("can-use-present", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[COLLECT] = g_signal_new ("collect", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vlg_draft_init (VlgDraft *self)
{
  self->findings = g_list_store_new (VLG_TYPE_FINDING);
  self->conflicts = g_list_store_new (VLG_TYPE_CONFLICT);
  self->cancellable = g_cancellable_new ();
  self->undecided = vlg_draft_table_new ();
  self->refused = vlg_draft_table_new ();
  self->dirty = g_hash_table_new (g_str_hash, g_str_equal);
  self->foreign = g_hash_table_new (g_str_hash, g_str_equal);
  self->undo = vlg_draft_stack_new ();
  self->redo = vlg_draft_stack_new ();
  self->flushes = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_swapped (self->findings, "items-changed", G_CALLBACK (findings_changed_cb), self);
}

VlgDraft *
vlg_draft_new (VlgOffice *office,
               VlgMotion *motion)
{
  VlgDraft *self;

  g_return_val_if_fail (VLG_IS_OFFICE (office), NULL);
  g_return_val_if_fail (VLG_IS_MOTION (motion), NULL);

  self = g_object_new (VLG_TYPE_DRAFT, NULL);
  self->office = g_object_ref (office);
  self->motion = g_object_ref (motion);
  self->base = vlg_draft_table_of (motion);
  self->now = vlg_draft_table_copy (self->base);

  g_signal_connect (motion, "notify", G_CALLBACK (motion_notify_cb), self);
  watch_list (self, 0, "consultations", vlg_motion_get_consultations (motion));
  watch_list (self, 1, "annexes", vlg_motion_get_annexes (motion));
  watch_list (self, 2, "leitbild", vlg_motion_get_marks (motion));
  watch_list (self, 3, "signatories", vlg_motion_get_signatories (motion));
  watch_list (self, 4, "relations", vlg_motion_get_relations (motion));
  g_signal_connect_swapped (office, "changed", G_CALLBACK (vlg_draft_look_outside), self);
  g_signal_connect_swapped (office, "notify::profile", G_CALLBACK (vlg_draft_follow_profile), self);
  vlg_draft_follow_profile (self);

  vlg_draft_read_history (self);
  /* Somebody may have written since the motion was read. */
  vlg_draft_look_outside (self);
  vlg_draft_schedule_check (self);

  return self;
}

VlgOffice *
vlg_draft_get_office (VlgDraft *self)
{
  g_return_val_if_fail (VLG_IS_DRAFT (self), NULL);

  return self->office;
}

VlgMotion *
vlg_draft_get_motion (VlgDraft *self)
{
  g_return_val_if_fail (VLG_IS_DRAFT (self), NULL);

  return self->motion;
}

VlgSaveState
vlg_draft_get_save_state (VlgDraft *self)
{
  g_return_val_if_fail (VLG_IS_DRAFT (self), VLG_SAVE_STATE_SAVED);

  return self->save_state;
}

char *
vlg_draft_get_save_label (VlgDraft *self)
{
  g_return_val_if_fail (VLG_IS_DRAFT (self), NULL);

  switch (self->save_state)
    {
    case VLG_SAVE_STATE_PENDING:
      return g_strdup (_("Changed"));
    case VLG_SAVE_STATE_SAVING:
      return g_strdup (_("Saving…"));
    case VLG_SAVE_STATE_FAILED:
      return g_strdup_printf (_("Not saved: %s"), self->save_error->message);
    case VLG_SAVE_STATE_CONFLICT:
      return g_strdup (_("Changed by somebody else"));
    case VLG_SAVE_STATE_SAVED:
    default:
      return g_strdup (_("Saved"));
    }
}

const GError *
vlg_draft_get_save_error (VlgDraft *self)
{
  g_return_val_if_fail (VLG_IS_DRAFT (self), NULL);

  return self->save_error;
}

GListModel *
vlg_draft_get_findings (VlgDraft *self)
{
  g_return_val_if_fail (VLG_IS_DRAFT (self), NULL);

  return G_LIST_MODEL (self->findings);
}

GListModel *
vlg_draft_get_conflicts (VlgDraft *self)
{
  g_return_val_if_fail (VLG_IS_DRAFT (self), NULL);

  return G_LIST_MODEL (self->conflicts);
}

gboolean
vlg_draft_get_can_undo (VlgDraft *self)
{
  g_return_val_if_fail (VLG_IS_DRAFT (self), FALSE);

  return self->can_undo;
}

gboolean
vlg_draft_get_can_redo (VlgDraft *self)
{
  g_return_val_if_fail (VLG_IS_DRAFT (self), FALSE);

  return self->can_redo;
}

gboolean
vlg_draft_get_frozen (VlgDraft *self)
{
  g_return_val_if_fail (VLG_IS_DRAFT (self), FALSE);

  return self->frozen;
}
