/* vlg-register-item.c — a number of the register, or a gap, as a list shows it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-register-item.h"

struct _VlgRegisterItem {
  GObject parent_instance;

  /* owned */
  char *number;
  char *label;
  char *explanation;
  char *motion_uid;

  const char *state_label;   /* static */
  gboolean can_void;
};

enum {
  PROP_0,
  PROP_LABEL,
  PROP_STATE_LABEL,
  PROP_EXPLANATION,
  PROP_CAN_VOID,
  PROP_CAN_OPEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgRegisterItem, vlg_register_item, G_TYPE_OBJECT)

static void
vlg_register_item_finalize (GObject *object)
{
  VlgRegisterItem *self = VLG_REGISTER_ITEM (object);

  g_free (self->number);
  g_free (self->label);
  g_free (self->explanation);
  g_free (self->motion_uid);

  G_OBJECT_CLASS (vlg_register_item_parent_class)->finalize (object);
}

static void
vlg_register_item_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  VlgRegisterItem *self = VLG_REGISTER_ITEM (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_STATE_LABEL:
      g_value_set_static_string (value, self->state_label);
      break;
    case PROP_EXPLANATION:
      g_value_set_string (value, self->explanation);
      break;
    case PROP_CAN_VOID:
      g_value_set_boolean (value, self->can_void);
      break;
    case PROP_CAN_OPEN:
      g_value_set_boolean (value, self->motion_uid != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_register_item_class_init (VlgRegisterItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = vlg_register_item_finalize;
  object_class->get_property = vlg_register_item_get_property;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, readable);
  properties[PROP_STATE_LABEL] = g_param_spec_string ("state-label", NULL, NULL, NULL, readable);
  properties[PROP_EXPLANATION] = g_param_spec_string ("explanation", NULL, NULL, NULL, readable);
  properties[PROP_CAN_VOID] = g_param_spec_boolean ("can-void", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_OPEN] = g_param_spec_boolean ("can-open", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vlg_register_item_init (VlgRegisterItem *self)
{
}

VlgRegisterItem *
vlg_register_item_new (const VlgRegisterEntry *entry)
{
  VlgRegisterItem *self;

  g_return_val_if_fail (entry != NULL, NULL);

  self = g_object_new (VLG_TYPE_REGISTER_ITEM, NULL);
  self->number = g_strdup (entry->number);
  if (entry->number != NULL)
    self->label = g_strdup (entry->number);
  else if (entry->serial == entry->last_serial)
    self->label = g_strdup_printf ("%03u", entry->serial);
  else
    self->label = g_strdup_printf ("%03u–%03u", entry->serial, entry->last_serial);
  self->explanation = vlg_number_register_explain (entry);
  self->state_label = vlg_number_register_get_state_label (entry);
  self->motion_uid = g_strdup (entry->trashed ? NULL : entry->motion_uid);
  self->can_void = vlg_number_register_can_void (entry);

  return self;
}

const char *
vlg_register_item_get_number (VlgRegisterItem *self)
{
  g_return_val_if_fail (VLG_IS_REGISTER_ITEM (self), NULL);

  return self->number;
}

const char *
vlg_register_item_get_label (VlgRegisterItem *self)
{
  g_return_val_if_fail (VLG_IS_REGISTER_ITEM (self), NULL);

  return self->label;
}

const char *
vlg_register_item_get_motion_uid (VlgRegisterItem *self)
{
  g_return_val_if_fail (VLG_IS_REGISTER_ITEM (self), NULL);

  return self->motion_uid;
}
