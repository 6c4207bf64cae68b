/* vlg-signatory.c — a person with a role at the foot of the form
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-signatory.h"

#include "vlg-core-enums.h"

struct _VlgSignatory
{
  GObject parent_instance;

  char *name; /* owned */
  char *role; /* owned */
  VlgBlock block;
  VlgDay valid_from;
  VlgDay valid_to;
};

enum {
  PROP_0,
  PROP_NAME,
  PROP_ROLE,
  PROP_BLOCK,
  PROP_VALID_FROM,
  PROP_VALID_TO,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgSignatory, vlg_signatory, G_TYPE_OBJECT)

static void
vlg_signatory_finalize (GObject *object)
{
  VlgSignatory *self = VLG_SIGNATORY (object);

  g_free (self->name);
  g_free (self->role);

  G_OBJECT_CLASS (vlg_signatory_parent_class)->finalize (object);
}

static void
vlg_signatory_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  VlgSignatory *self = VLG_SIGNATORY (object);

  switch (prop_id)
    {
      case PROP_NAME:
        g_value_set_string (value, self->name);
        break;
      case PROP_ROLE:
        g_value_set_string (value, self->role);
        break;
      case PROP_BLOCK:
        g_value_set_enum (value, self->block);
        break;
      case PROP_VALID_FROM:
        g_value_set_uint (value, self->valid_from);
        break;
      case PROP_VALID_TO:
        g_value_set_uint (value, self->valid_to);
        break;
      default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_signatory_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  VlgSignatory *self = VLG_SIGNATORY (object);

  switch (prop_id)
    {
      case PROP_NAME:
        self->name = g_value_dup_string (value);
        break;
      case PROP_ROLE:
        self->role = g_value_dup_string (value);
        break;
      case PROP_BLOCK:
        self->block = (VlgBlock) g_value_get_enum (value);
        break;
      case PROP_VALID_FROM:
        self->valid_from = g_value_get_uint (value);
        break;
      case PROP_VALID_TO:
        self->valid_to = g_value_get_uint (value);
        break;
      default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_signatory_class_init (VlgSignatoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vlg_signatory_finalize;
  object_class->get_property = vlg_signatory_get_property;
  object_class->set_property = vlg_signatory_set_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  properties[PROP_ROLE] = g_param_spec_string ("role", NULL, NULL, "", flags);
  properties[PROP_BLOCK] = g_param_spec_enum ("block", NULL, NULL, VLG_TYPE_BLOCK, VLG_BLOCK_SUBMITTER, flags);
  properties[PROP_VALID_FROM] = g_param_spec_uint ("valid-from", NULL, NULL, 0, G_MAXUINT, VLG_DAY_NONE, flags);
  properties[PROP_VALID_TO] = g_param_spec_uint ("valid-to", NULL, NULL, 0, G_MAXUINT, VLG_DAY_NONE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vlg_signatory_init (VlgSignatory *self)
{
}

VlgSignatory *
vlg_signatory_new (const char *name,
                   const char *role,
                   VlgBlock    block,
                   VlgDay      valid_from,
                   VlgDay      valid_to)
{
  return g_object_new (VLG_TYPE_SIGNATORY,
                       "name", name ? name : "",
                       "role", role ? role : "",
                       "block", block,
                       "valid-from", valid_from,
                       "valid-to", valid_to,
                       NULL);
}

const char *
vlg_signatory_get_name (VlgSignatory *self)
{
  g_return_val_if_fail (VLG_IS_SIGNATORY (self), "");

  return self->name;
}

const char *
vlg_signatory_get_role (VlgSignatory *self)
{
  g_return_val_if_fail (VLG_IS_SIGNATORY (self), "");

  return self->role;
}

VlgBlock
vlg_signatory_get_block (VlgSignatory *self)
{
  g_return_val_if_fail (VLG_IS_SIGNATORY (self), VLG_BLOCK_SUBMITTER);

  return self->block;
}

VlgDay
vlg_signatory_get_valid_from (VlgSignatory *self)
{
  g_return_val_if_fail (VLG_IS_SIGNATORY (self), VLG_DAY_NONE);

  return self->valid_from;
}

VlgDay
vlg_signatory_get_valid_to (VlgSignatory *self)
{
  g_return_val_if_fail (VLG_IS_SIGNATORY (self), VLG_DAY_NONE);

  return self->valid_to;
}

gboolean
vlg_signatory_is_valid_on (VlgSignatory *self,
                           VlgDay        day)
{
  g_return_val_if_fail (VLG_IS_SIGNATORY (self), FALSE);

  if (day == VLG_DAY_NONE)
    return TRUE;

  return (self->valid_from == VLG_DAY_NONE || self->valid_from <= day) &&
         (self->valid_to == VLG_DAY_NONE || day <= self->valid_to);
}
