/* vlg-template.c — a motion or a consultation sequence an office begins new ones with
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-template.h"

#include <glib/gi18n.h>

#include "vlg-canonical.h"
#include "vlg-error.h"
#include "vlg-string.h"

#define LONGEST_NAME 100

struct _VlgTemplate {
  GObject parent_instance;

  /* owned */
  char *uid;
  char *name;
  char *kind;
  GBytes *content;

  VlgTemplatePart part;
};

enum {
  PROP_0,
  PROP_UID,
  PROP_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgTemplate, vlg_template, G_TYPE_OBJECT)

static void
vlg_template_finalize (GObject *object)
{
  VlgTemplate *self = VLG_TEMPLATE (object);

  g_free (self->uid);
  g_free (self->name);
  g_free (self->kind);
  g_clear_pointer (&self->content, g_bytes_unref);

  G_OBJECT_CLASS (vlg_template_parent_class)->finalize (object);
}

static void
vlg_template_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  VlgTemplate *self = VLG_TEMPLATE (object);

  switch (prop_id)
    {
    case PROP_UID:
      g_value_set_string (value, self->uid);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_template_class_init (VlgTemplateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = vlg_template_finalize;
  object_class->get_property = vlg_template_get_property;

  properties[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, readable);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vlg_template_init (VlgTemplate *self)
{
}

char *
vlg_template_clean_name (const char  *name,
                         GError     **error)
{
  g_autofree char *normal = NULL;
  g_autofree char *clean = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  normal = vlg_string_normalize (name, -1, error);
  if (normal == NULL)
    return NULL;
  clean = vlg_string_collapse (normal);
  if (*clean != '\0' && g_utf8_strlen (clean, -1) <= LONGEST_NAME)
    return g_steal_pointer (&clean);

  if (*clean == '\0')
    g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID, _("Please give it a name."));
  else
    g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("Please choose a shorter name, of at most %d characters."), LONGEST_NAME);

  return NULL;
}

VlgTemplate *
vlg_template_new (VlgTemplatePart  part,
                  const char      *uid,
                  const char      *name,
                  const char      *kind,
                  GBytes          *content)
{
  VlgTemplate *self;

  g_return_val_if_fail (uid != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (VLG_TYPE_TEMPLATE, NULL);
  self->part = part;
  self->uid = g_strdup (uid);
  self->name = g_strdup (name);
  self->kind = g_strdup (kind != NULL ? kind : "");
  self->content = content != NULL ? g_bytes_ref (content) : NULL;

  return self;
}

static gboolean
has_body (VlgMotion *motion)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (rows, i);

      if (*vlg_consultation_get_body (row) != '\0')
        return TRUE;
    }

  return FALSE;
}

VlgTemplate *
vlg_template_new_from_motion (VlgTemplatePart   part,
                              const char       *name,
                              VlgMotion        *motion,
                              GError          **error)
{
  g_autofree char *clean = NULL;
  g_autofree char *uid = vlg_uid_new ();
  g_autoptr (VlgMotion) content = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (VLG_IS_MOTION (motion), NULL);

  clean = vlg_template_clean_name (name, error);
  if (clean == NULL)
    return NULL;
  if (part == VLG_TEMPLATE_SEQUENCE && !has_body (motion))
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID, _("The sequence names no body yet. Please add one first."));
      return NULL;
    }
  content = part == VLG_TEMPLATE_MOTION ? vlg_motion_duplicate (motion) : vlg_motion_duplicate_sequence (motion);
  node = vlg_motion_to_json (content, NULL);
  bytes = vlg_canonical_serialize (node, error);
  if (bytes == NULL)
    return NULL;

  return vlg_template_new (part, uid, clean, part == VLG_TEMPLATE_MOTION ? vlg_motion_get_kind (motion) : NULL, bytes);
}

const char *
vlg_template_get_uid (VlgTemplate *self)
{
  g_return_val_if_fail (VLG_IS_TEMPLATE (self), NULL);

  return self->uid;
}

VlgTemplatePart
vlg_template_get_part (VlgTemplate *self)
{
  g_return_val_if_fail (VLG_IS_TEMPLATE (self), VLG_TEMPLATE_MOTION);

  return self->part;
}

const char *
vlg_template_get_name (VlgTemplate *self)
{
  g_return_val_if_fail (VLG_IS_TEMPLATE (self), NULL);

  return self->name;
}

const char *
vlg_template_get_kind (VlgTemplate *self)
{
  g_return_val_if_fail (VLG_IS_TEMPLATE (self), NULL);

  return self->kind;
}

GBytes *
vlg_template_get_content (VlgTemplate *self)
{
  g_return_val_if_fail (VLG_IS_TEMPLATE (self), NULL);

  return self->content;
}

VlgMotion *
vlg_template_make_motion (VlgTemplate  *self,
                          GError      **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (VlgMotion) content = NULL;
  const char *bytes;
  gsize length;

  g_return_val_if_fail (VLG_IS_TEMPLATE (self), NULL);
  g_return_val_if_fail (self->content != NULL, NULL);

  bytes = g_bytes_get_data (self->content, &length);
  if (!json_parser_load_from_data (parser, bytes, length, NULL))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_DAMAGED, _("The content of “%s” cannot be read."), self->name);
      return NULL;
    }
  content = vlg_motion_from_json (json_parser_get_root (parser), error);

  /* Once more: what comes of it twice is two motions. */
  return content != NULL ? vlg_motion_duplicate (content) : NULL;
}
