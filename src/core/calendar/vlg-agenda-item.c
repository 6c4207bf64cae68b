/* vlg-agenda-item.c — one item of an agenda
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-agenda-item.h"

#include "vlg-core-enums.h"
#include "vlg-string.h"

struct _VlgAgendaItem
{
  GObject parent_instance;

  /* owned */
  char *uid;
  char *number;
  char *title;
  char *public_title;
  char *motion_uid;
  char *motion_number;
  char *consultation_uid;
  char *note;

  guint depth;
  VlgVisibility visibility;
  VlgAgendaKind kind;
  VlgAgendaOrigin origin;
  guint removed : 1;
};

enum {
  PROP_0,
  PROP_UID,
  PROP_NUMBER,
  PROP_DEPTH,
  PROP_VISIBILITY,
  PROP_KIND,
  PROP_ORIGIN,
  PROP_REMOVED,
  PROP_TITLE,
  PROP_PUBLIC_TITLE,
  PROP_MOTION_UID,
  PROP_MOTION_NUMBER,
  PROP_CONSULTATION_UID,
  PROP_NOTE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgAgendaItem, vlg_agenda_item, G_TYPE_OBJECT)

static void
set_string (VlgAgendaItem  *self,
            char          **target,
            const char     *value,
            guint           prop_id)
{
  if (vlg_string_set (target, value))
    g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
vlg_agenda_item_finalize (GObject *object)
{
  VlgAgendaItem *self = VLG_AGENDA_ITEM (object);

  g_free (self->uid);
  g_free (self->number);
  g_free (self->title);
  g_free (self->public_title);
  g_free (self->motion_uid);
  g_free (self->motion_number);
  g_free (self->consultation_uid);
  g_free (self->note);

  G_OBJECT_CLASS (vlg_agenda_item_parent_class)->finalize (object);
}

static void
vlg_agenda_item_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  VlgAgendaItem *self = VLG_AGENDA_ITEM (object);

  switch (prop_id)
    {
    case PROP_UID:
      g_value_set_string (value, self->uid);
      break;
    case PROP_NUMBER:
      g_value_set_string (value, self->number);
      break;
    case PROP_DEPTH:
      g_value_set_uint (value, self->depth);
      break;
    case PROP_VISIBILITY:
      g_value_set_enum (value, self->visibility);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_ORIGIN:
      g_value_set_enum (value, self->origin);
      break;
    case PROP_REMOVED:
      g_value_set_boolean (value, self->removed);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_PUBLIC_TITLE:
      g_value_set_string (value, self->public_title);
      break;
    case PROP_MOTION_UID:
      g_value_set_string (value, self->motion_uid);
      break;
    case PROP_MOTION_NUMBER:
      g_value_set_string (value, self->motion_number);
      break;
    case PROP_CONSULTATION_UID:
      g_value_set_string (value, self->consultation_uid);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_agenda_item_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  VlgAgendaItem *self = VLG_AGENDA_ITEM (object);

  switch (prop_id)
    {
    case PROP_UID:
      vlg_agenda_item_set_uid (self, g_value_get_string (value));
      break;
    case PROP_NUMBER:
      vlg_agenda_item_set_number (self, g_value_get_string (value));
      break;
    case PROP_DEPTH:
      vlg_agenda_item_set_depth (self, g_value_get_uint (value));
      break;
    case PROP_VISIBILITY:
      vlg_agenda_item_set_visibility (self, (VlgVisibility) g_value_get_enum (value));
      break;
    case PROP_KIND:
      vlg_agenda_item_set_kind (self, (VlgAgendaKind) g_value_get_enum (value));
      break;
    case PROP_ORIGIN:
      vlg_agenda_item_set_origin (self, (VlgAgendaOrigin) g_value_get_enum (value));
      break;
    case PROP_REMOVED:
      vlg_agenda_item_set_removed (self, g_value_get_boolean (value));
      break;
    case PROP_TITLE:
      vlg_agenda_item_set_title (self, g_value_get_string (value));
      break;
    case PROP_PUBLIC_TITLE:
      vlg_agenda_item_set_public_title (self, g_value_get_string (value));
      break;
    case PROP_MOTION_UID:
      vlg_agenda_item_set_motion_uid (self, g_value_get_string (value));
      break;
    case PROP_MOTION_NUMBER:
      vlg_agenda_item_set_motion_number (self, g_value_get_string (value));
      break;
    case PROP_CONSULTATION_UID:
      vlg_agenda_item_set_consultation_uid (self, g_value_get_string (value));
      break;
    case PROP_NOTE:
      vlg_agenda_item_set_note (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_agenda_item_class_init (VlgAgendaItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vlg_agenda_item_finalize;
  object_class->get_property = vlg_agenda_item_get_property;
  object_class->set_property = vlg_agenda_item_set_property;

  properties[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, flags);
  properties[PROP_NUMBER] = g_param_spec_string ("number", NULL, NULL, "", flags);
  properties[PROP_DEPTH] = g_param_spec_uint ("depth", NULL, NULL, 0, VLG_AGENDA_DEPTHS - 1, 0, flags);
  properties[PROP_VISIBILITY] = g_param_spec_enum ("visibility", NULL, NULL, VLG_TYPE_VISIBILITY, VLG_VISIBILITY_PUBLIC, flags);
  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, VLG_TYPE_AGENDA_KIND, VLG_AGENDA_KIND_PLAIN, flags);
  properties[PROP_ORIGIN] = g_param_spec_enum ("origin", NULL, NULL, VLG_TYPE_AGENDA_ORIGIN, VLG_AGENDA_ORIGIN_REGULAR, flags);
  properties[PROP_REMOVED] = g_param_spec_boolean ("removed", NULL, NULL, FALSE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_PUBLIC_TITLE] = g_param_spec_string ("public-title", NULL, NULL, "", flags);
  properties[PROP_MOTION_UID] = g_param_spec_string ("motion-uid", NULL, NULL, NULL, flags);
  properties[PROP_MOTION_NUMBER] = g_param_spec_string ("motion-number", NULL, NULL, "", flags);
  properties[PROP_CONSULTATION_UID] = g_param_spec_string ("consultation-uid", NULL, NULL, NULL, flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vlg_agenda_item_init (VlgAgendaItem *self)
{
  self->number = g_strdup ("");
  self->title = g_strdup ("");
  self->public_title = g_strdup ("");
  self->motion_number = g_strdup ("");
  self->note = g_strdup ("");
  self->visibility = VLG_VISIBILITY_PUBLIC;
}

VlgAgendaItem *
vlg_agenda_item_new (const char *title)
{
  VlgAgendaItem *self = g_object_new (VLG_TYPE_AGENDA_ITEM, NULL);

  self->uid = vlg_uid_new ();
  vlg_string_set (&self->title, title != NULL ? title : "");

  return self;
}

const char *
vlg_agenda_item_get_uid (VlgAgendaItem *self)
{
  g_return_val_if_fail (VLG_IS_AGENDA_ITEM (self), NULL);

  return self->uid;
}

void
vlg_agenda_item_set_uid (VlgAgendaItem *self,
                         const char    *uid)
{
  g_return_if_fail (VLG_IS_AGENDA_ITEM (self));

  set_string (self, &self->uid, uid, PROP_UID);
}

const char *
vlg_agenda_item_get_number (VlgAgendaItem *self)
{
  g_return_val_if_fail (VLG_IS_AGENDA_ITEM (self), "");

  return self->number;
}

void
vlg_agenda_item_set_number (VlgAgendaItem *self,
                            const char    *number)
{
  g_return_if_fail (VLG_IS_AGENDA_ITEM (self));

  set_string (self, &self->number, number != NULL ? number : "", PROP_NUMBER);
}

guint
vlg_agenda_item_get_depth (VlgAgendaItem *self)
{
  g_return_val_if_fail (VLG_IS_AGENDA_ITEM (self), 0);

  return self->depth;
}

void
vlg_agenda_item_set_depth (VlgAgendaItem *self,
                           guint          depth)
{
  g_return_if_fail (VLG_IS_AGENDA_ITEM (self));
  g_return_if_fail (depth < VLG_AGENDA_DEPTHS);

  if (self->depth == depth)
    return;

  self->depth = depth;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DEPTH]);
}

VlgVisibility
vlg_agenda_item_get_visibility (VlgAgendaItem *self)
{
  g_return_val_if_fail (VLG_IS_AGENDA_ITEM (self), VLG_VISIBILITY_PUBLIC);

  return self->visibility;
}

void
vlg_agenda_item_set_visibility (VlgAgendaItem *self,
                                VlgVisibility  visibility)
{
  g_return_if_fail (VLG_IS_AGENDA_ITEM (self));

  if (self->visibility == visibility)
    return;

  self->visibility = visibility;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISIBILITY]);
}

VlgAgendaKind
vlg_agenda_item_get_kind (VlgAgendaItem *self)
{
  g_return_val_if_fail (VLG_IS_AGENDA_ITEM (self), VLG_AGENDA_KIND_PLAIN);

  return self->kind;
}

void
vlg_agenda_item_set_kind (VlgAgendaItem *self,
                          VlgAgendaKind  kind)
{
  g_return_if_fail (VLG_IS_AGENDA_ITEM (self));

  if (self->kind == kind)
    return;

  self->kind = kind;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

VlgAgendaOrigin
vlg_agenda_item_get_origin (VlgAgendaItem *self)
{
  g_return_val_if_fail (VLG_IS_AGENDA_ITEM (self), VLG_AGENDA_ORIGIN_REGULAR);

  return self->origin;
}

void
vlg_agenda_item_set_origin (VlgAgendaItem   *self,
                            VlgAgendaOrigin  origin)
{
  g_return_if_fail (VLG_IS_AGENDA_ITEM (self));

  if (self->origin == origin)
    return;

  self->origin = origin;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORIGIN]);
}

gboolean
vlg_agenda_item_get_removed (VlgAgendaItem *self)
{
  g_return_val_if_fail (VLG_IS_AGENDA_ITEM (self), FALSE);

  return self->removed;
}

void
vlg_agenda_item_set_removed (VlgAgendaItem *self,
                             gboolean       removed)
{
  g_return_if_fail (VLG_IS_AGENDA_ITEM (self));

  if (self->removed == !!removed)
    return;

  self->removed = !!removed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REMOVED]);
}

const char *
vlg_agenda_item_get_title (VlgAgendaItem *self)
{
  g_return_val_if_fail (VLG_IS_AGENDA_ITEM (self), "");

  return self->title;
}

void
vlg_agenda_item_set_title (VlgAgendaItem *self,
                           const char    *title)
{
  g_return_if_fail (VLG_IS_AGENDA_ITEM (self));

  set_string (self, &self->title, title != NULL ? title : "", PROP_TITLE);
}

const char *
vlg_agenda_item_get_public_title (VlgAgendaItem *self)
{
  g_return_val_if_fail (VLG_IS_AGENDA_ITEM (self), "");

  return self->public_title;
}

void
vlg_agenda_item_set_public_title (VlgAgendaItem *self,
                                  const char    *public_title)
{
  g_return_if_fail (VLG_IS_AGENDA_ITEM (self));

  set_string (self, &self->public_title, public_title != NULL ? public_title : "", PROP_PUBLIC_TITLE);
}

const char *
vlg_agenda_item_get_motion_uid (VlgAgendaItem *self)
{
  g_return_val_if_fail (VLG_IS_AGENDA_ITEM (self), NULL);

  return self->motion_uid;
}

void
vlg_agenda_item_set_motion_uid (VlgAgendaItem *self,
                                const char    *motion_uid)
{
  g_return_if_fail (VLG_IS_AGENDA_ITEM (self));

  set_string (self, &self->motion_uid, motion_uid, PROP_MOTION_UID);
}

const char *
vlg_agenda_item_get_motion_number (VlgAgendaItem *self)
{
  g_return_val_if_fail (VLG_IS_AGENDA_ITEM (self), "");

  return self->motion_number;
}

void
vlg_agenda_item_set_motion_number (VlgAgendaItem *self,
                                   const char    *motion_number)
{
  g_return_if_fail (VLG_IS_AGENDA_ITEM (self));

  set_string (self, &self->motion_number, motion_number != NULL ? motion_number : "", PROP_MOTION_NUMBER);
}

const char *
vlg_agenda_item_get_consultation_uid (VlgAgendaItem *self)
{
  g_return_val_if_fail (VLG_IS_AGENDA_ITEM (self), NULL);

  return self->consultation_uid;
}

void
vlg_agenda_item_set_consultation_uid (VlgAgendaItem *self,
                                      const char    *consultation_uid)
{
  g_return_if_fail (VLG_IS_AGENDA_ITEM (self));

  set_string (self, &self->consultation_uid, consultation_uid, PROP_CONSULTATION_UID);
}

const char *
vlg_agenda_item_get_note (VlgAgendaItem *self)
{
  g_return_val_if_fail (VLG_IS_AGENDA_ITEM (self), "");

  return self->note;
}

void
vlg_agenda_item_set_note (VlgAgendaItem *self,
                          const char    *note)
{
  g_return_if_fail (VLG_IS_AGENDA_ITEM (self));

  set_string (self, &self->note, note != NULL ? note : "", PROP_NOTE);
}

static VlgAgendaItem *
item_copy (VlgAgendaItem *self,
           const char    *uid)
{
  VlgAgendaItem *copy = g_object_new (VLG_TYPE_AGENDA_ITEM, NULL);

  vlg_string_set (&copy->uid, uid);
  vlg_string_set (&copy->number, self->number);
  vlg_string_set (&copy->title, self->title);
  vlg_string_set (&copy->public_title, self->public_title);
  vlg_string_set (&copy->motion_uid, self->motion_uid);
  vlg_string_set (&copy->motion_number, self->motion_number);
  vlg_string_set (&copy->consultation_uid, self->consultation_uid);
  vlg_string_set (&copy->note, self->note);
  copy->depth = self->depth;
  copy->visibility = self->visibility;
  copy->kind = self->kind;
  copy->origin = self->origin;
  copy->removed = self->removed;

  return copy;
}

VlgAgendaItem *
vlg_agenda_item_copy (VlgAgendaItem *self)
{
  g_return_val_if_fail (VLG_IS_AGENDA_ITEM (self), NULL);

  return item_copy (self, self->uid);
}

VlgAgendaItem *
vlg_agenda_item_duplicate (VlgAgendaItem *self)
{
  g_autofree char *uid = vlg_uid_new ();

  g_return_val_if_fail (VLG_IS_AGENDA_ITEM (self), NULL);

  return item_copy (self, uid);
}

gboolean
vlg_agenda_item_equal (VlgAgendaItem *a,
                       VlgAgendaItem *b)
{
  g_return_val_if_fail (VLG_IS_AGENDA_ITEM (a) && VLG_IS_AGENDA_ITEM (b), FALSE);

  return g_strcmp0 (a->uid, b->uid) == 0 && g_str_equal (a->number, b->number) && g_str_equal (a->title, b->title) &&
         g_str_equal (a->public_title, b->public_title) && g_strcmp0 (a->motion_uid, b->motion_uid) == 0 &&
         g_str_equal (a->motion_number, b->motion_number) && g_strcmp0 (a->consultation_uid, b->consultation_uid) == 0 &&
         g_str_equal (a->note, b->note) && a->depth == b->depth && a->visibility == b->visibility && a->kind == b->kind &&
         a->origin == b->origin && a->removed == b->removed;
}
