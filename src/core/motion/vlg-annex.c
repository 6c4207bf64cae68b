/* vlg-annex.c — an annex: a text or a file
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-annex.h"

#include "vlg-core-enums.h"
#include "vlg-string.h"

struct _VlgAnnex
{
  GObject parent_instance;

  /* owned */
  char *uid;
  char *title;
  char *text;
  VlgAnnexFile *file; /* NULL for a text */

  guint number;
  VlgVisibility visibility;
  gboolean source;
};

enum {
  PROP_0,
  PROP_UID,
  PROP_NUMBER,
  PROP_TITLE,
  PROP_TEXT,
  PROP_VISIBILITY,
  PROP_SOURCE,
  PROP_FILE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgAnnex, vlg_annex, G_TYPE_OBJECT)

void
vlg_annex_file_free (VlgAnnexFile *self)
{
  g_free (self->sha256);
  g_free (self->name);
  g_free (self->media_type);
  g_free (self);
}

VlgAnnexFile *
vlg_annex_file_copy (const VlgAnnexFile *self)
{
  VlgAnnexFile *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (VlgAnnexFile, 1);
  copy->sha256 = g_strdup (self->sha256);
  copy->name = g_strdup (self->name);
  copy->media_type = g_strdup (self->media_type);
  copy->size = self->size;

  return copy;
}

static gboolean
same_file (const VlgAnnexFile *a,
           const VlgAnnexFile *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->size == b->size && g_strcmp0 (a->sha256, b->sha256) == 0 && g_strcmp0 (a->name, b->name) == 0 &&
         g_strcmp0 (a->media_type, b->media_type) == 0;
}

G_DEFINE_BOXED_TYPE (VlgAnnexFile, vlg_annex_file, vlg_annex_file_copy, vlg_annex_file_free)

static void
vlg_annex_finalize (GObject *object)
{
  VlgAnnex *self = VLG_ANNEX (object);

  g_free (self->uid);
  g_free (self->title);
  g_free (self->text);
  g_clear_pointer (&self->file, vlg_annex_file_free);

  G_OBJECT_CLASS (vlg_annex_parent_class)->finalize (object);
}

static void
vlg_annex_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  VlgAnnex *self = VLG_ANNEX (object);

  switch (prop_id)
    {
      case PROP_UID:
        g_value_set_string (value, self->uid);
        break;
      case PROP_NUMBER:
        g_value_set_uint (value, self->number);
        break;
      case PROP_TITLE:
        g_value_set_string (value, self->title);
        break;
      case PROP_TEXT:
        g_value_set_string (value, self->text);
        break;
      case PROP_VISIBILITY:
        g_value_set_enum (value, self->visibility);
        break;
      case PROP_SOURCE:
        g_value_set_boolean (value, self->source);
        break;
      case PROP_FILE:
        g_value_set_boxed (value, self->file);
        break;
      default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_annex_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  VlgAnnex *self = VLG_ANNEX (object);

  switch (prop_id)
    {
      case PROP_UID:
        vlg_annex_set_uid (self, g_value_get_string (value));
        break;
      case PROP_NUMBER:
        vlg_annex_set_number (self, g_value_get_uint (value));
        break;
      case PROP_TITLE:
        vlg_annex_set_title (self, g_value_get_string (value));
        break;
      case PROP_TEXT:
        vlg_annex_set_text (self, g_value_get_string (value));
        break;
      case PROP_VISIBILITY:
        vlg_annex_set_visibility (self, (VlgVisibility) g_value_get_enum (value));
        break;
      case PROP_SOURCE:
        vlg_annex_set_source (self, g_value_get_boolean (value));
        break;
      case PROP_FILE:
        vlg_annex_set_file (self, g_value_get_boxed (value));
        break;
      default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_annex_class_init (VlgAnnexClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vlg_annex_finalize;
  object_class->get_property = vlg_annex_get_property;
  object_class->set_property = vlg_annex_set_property;

  properties[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, flags);
  properties[PROP_NUMBER] = g_param_spec_uint ("number", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_VISIBILITY] = g_param_spec_enum ("visibility", NULL, NULL, VLG_TYPE_VISIBILITY,
                                                   VLG_VISIBILITY_UNDECIDED, flags);
  properties[PROP_SOURCE] = g_param_spec_boolean ("source", NULL, NULL, FALSE, flags);
  properties[PROP_FILE] = g_param_spec_boxed ("file", NULL, NULL, VLG_TYPE_ANNEX_FILE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vlg_annex_init (VlgAnnex *self)
{
  self->title = g_strdup ("");
  self->text = g_strdup ("");
}

VlgAnnex *
vlg_annex_new (void)
{
  VlgAnnex *self = g_object_new (VLG_TYPE_ANNEX, NULL);

  self->uid = vlg_uid_new ();

  return self;
}

const char *
vlg_annex_get_uid (VlgAnnex *self)
{
  g_return_val_if_fail (VLG_IS_ANNEX (self), NULL);

  return self->uid;
}

void
vlg_annex_set_uid (VlgAnnex   *self,
                   const char *uid)
{
  g_return_if_fail (VLG_IS_ANNEX (self));

  if (vlg_string_set (&self->uid, uid))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UID]);
}

guint
vlg_annex_get_number (VlgAnnex *self)
{
  g_return_val_if_fail (VLG_IS_ANNEX (self), 0);

  return self->number;
}

void
vlg_annex_set_number (VlgAnnex *self,
                      guint     number)
{
  g_return_if_fail (VLG_IS_ANNEX (self));

  if (self->number == number)
    return;

  self->number = number;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NUMBER]);
}

const char *
vlg_annex_get_title (VlgAnnex *self)
{
  g_return_val_if_fail (VLG_IS_ANNEX (self), "");

  return self->title;
}

void
vlg_annex_set_title (VlgAnnex   *self,
                     const char *title)
{
  g_return_if_fail (VLG_IS_ANNEX (self));

  if (vlg_string_set (&self->title, title ? title : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

const char *
vlg_annex_get_text (VlgAnnex *self)
{
  g_return_val_if_fail (VLG_IS_ANNEX (self), "");

  return self->text;
}

void
vlg_annex_set_text (VlgAnnex   *self,
                    const char *text)
{
  g_return_if_fail (VLG_IS_ANNEX (self));

  if (vlg_string_set (&self->text, text ? text : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

VlgVisibility
vlg_annex_get_visibility (VlgAnnex *self)
{
  g_return_val_if_fail (VLG_IS_ANNEX (self), VLG_VISIBILITY_UNDECIDED);

  return self->visibility;
}

void
vlg_annex_set_visibility (VlgAnnex      *self,
                          VlgVisibility  visibility)
{
  g_return_if_fail (VLG_IS_ANNEX (self));

  if (self->visibility == visibility)
    return;

  self->visibility = visibility;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISIBILITY]);
}

gboolean
vlg_annex_get_source (VlgAnnex *self)
{
  g_return_val_if_fail (VLG_IS_ANNEX (self), FALSE);

  return self->source;
}

void
vlg_annex_set_source (VlgAnnex *self,
                      gboolean  source)
{
  g_return_if_fail (VLG_IS_ANNEX (self));

  source = !!source;
  if (self->source == source)
    return;

  self->source = source;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOURCE]);
}

const VlgAnnexFile *
vlg_annex_get_file (VlgAnnex *self)
{
  g_return_val_if_fail (VLG_IS_ANNEX (self), NULL);

  return self->file;
}

void
vlg_annex_set_file (VlgAnnex           *self,
                    const VlgAnnexFile *file)
{
  VlgAnnexFile *copy;

  g_return_if_fail (VLG_IS_ANNEX (self));

  if (same_file (self->file, file))
    return;

  copy = file ? vlg_annex_file_copy (file) : NULL; /* @file may be the one that is freed */
  g_clear_pointer (&self->file, vlg_annex_file_free);
  self->file = copy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}
