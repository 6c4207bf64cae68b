/* vlg-conflict.c — one field that two writers changed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-conflict.h"

#include "vlg-core-enums.h"
#include "vlg-draft-merge.h"
#include "vlg-draft-values.h"
#include "vlg-motion-fields.h"
#include "vlg-string.h"

struct _VlgConflict {
  GObject parent_instance;

  /* owned */
  char *key;
  char *base;
  char *mine;
  char *theirs;
};

G_DEFINE_FINAL_TYPE (VlgConflict, vlg_conflict, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_FIELD,
  PROP_LABEL,
  PROP_MINE,
  PROP_THEIRS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
vlg_conflict_finalize (GObject *object)
{
  VlgConflict *self = VLG_CONFLICT (object);

  g_free (self->key);
  g_free (self->base);
  g_free (self->mine);
  g_free (self->theirs);

  G_OBJECT_CLASS (vlg_conflict_parent_class)->finalize (object);
}

static void
vlg_conflict_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  VlgConflict *self = VLG_CONFLICT (object);

  switch (prop_id)
    {
    case PROP_FIELD:
      g_value_set_enum (value, vlg_conflict_get_field (self));
      break;
    case PROP_LABEL:
      g_value_set_string (value, vlg_conflict_get_label (self));
      break;
    case PROP_MINE:
      g_value_set_string (value, self->mine);
      break;
    case PROP_THEIRS:
      g_value_set_string (value, self->theirs);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_conflict_class_init (VlgConflictClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = vlg_conflict_finalize;
  object_class->get_property = vlg_conflict_get_property;

  properties[PROP_FIELD] = g_param_spec_enum ("field", NULL, NULL, VLG_TYPE_FIELD, VLG_FIELD_NONE, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_MINE] = g_param_spec_string ("mine", NULL, NULL, NULL, flags);
  properties[PROP_THEIRS] = g_param_spec_string ("theirs", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vlg_conflict_init (VlgConflict *self)
{
}

VlgConflict *
vlg_conflict_new (const char *key,
                  const char *base,
                  const char *mine,
                  const char *theirs)
{
  VlgConflict *self;

  g_return_val_if_fail (key != NULL && base != NULL && mine != NULL && theirs != NULL, NULL);

  self = g_object_new (VLG_TYPE_CONFLICT, NULL);
  self->key = g_strdup (key);
  self->base = g_strdup (base);
  self->mine = g_strdup (mine);
  self->theirs = g_strdup (theirs);

  return self;
}

const char *
vlg_conflict_get_key (VlgConflict *self)
{
  g_return_val_if_fail (VLG_IS_CONFLICT (self), NULL);

  return self->key;
}

VlgField
vlg_conflict_get_field (VlgConflict *self)
{
  g_return_val_if_fail (VLG_IS_CONFLICT (self), VLG_FIELD_NONE);

  return g_str_equal (self->key, "kind") ? VLG_FIELD_NUMBER : vlg_field_from_key (self->key);
}

const char *
vlg_conflict_get_label (VlgConflict *self)
{
  g_return_val_if_fail (VLG_IS_CONFLICT (self), NULL);

  return vlg_motion_fields_label (self->key);
}

const char *
vlg_conflict_get_base (VlgConflict *self)
{
  g_return_val_if_fail (VLG_IS_CONFLICT (self), NULL);

  return self->base;
}

const char *
vlg_conflict_get_mine (VlgConflict *self)
{
  g_return_val_if_fail (VLG_IS_CONFLICT (self), NULL);

  return self->mine;
}

const char *
vlg_conflict_get_theirs (VlgConflict *self)
{
  g_return_val_if_fail (VLG_IS_CONFLICT (self), NULL);

  return self->theirs;
}

void
vlg_conflict_set_mine (VlgConflict *self,
                       const char  *mine)
{
  g_return_if_fail (VLG_IS_CONFLICT (self));

  if (vlg_string_set (&self->mine, mine))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MINE]);
}

void
vlg_conflict_set_theirs (VlgConflict *self,
                         const char  *theirs)
{
  g_return_if_fail (VLG_IS_CONFLICT (self));

  if (vlg_string_set (&self->theirs, theirs))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THEIRS]);
}

gboolean
vlg_conflict_is_text (VlgConflict *self)
{
  g_return_val_if_fail (VLG_IS_CONFLICT (self), FALSE);

  return vlg_draft_values_is_text (self->key);
}

char *
vlg_conflict_join (VlgConflict *self)
{
  char *joined;

  g_return_val_if_fail (VLG_IS_CONFLICT (self), NULL);

  if (vlg_conflict_is_text (self) && strchr (self->mine, '\n') == NULL && strchr (self->theirs, '\n') == NULL &&
      !vlg_field_is_long_text (vlg_field_from_key (self->key)))
    return g_strdup_printf ("%s / %s", self->mine, self->theirs);
  if (vlg_conflict_is_text (self))
    return vlg_draft_merge_text (self->base, self->mine, self->theirs);
  joined = vlg_draft_merge_rows (self->base, self->mine, self->theirs, TRUE);

  return joined != NULL ? joined : g_strdup (self->mine);
}
