/* vlg-motion.c — a motion with everything on its form
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion.h"

#include "vlg-core-enums.h"
#include "vlg-string.h"

struct _VlgMotion
{
  GObject parent_instance;

  /* owned */
  char *uid;
  char *kind;
  char *profile_version;
  VlgMotionNumber *number;    /* NULL for a draft without one */
  char *texts[VLG_N_FIELDS];  /* GRefString, set where vlg_field_is_text() holds: copies of a motion share them */
  GListStore *consultations;
  GListStore *annexes;
  GListStore *marks;
  GListStore *signatories;
  GListStore *relations;

  gint64 revision;
  VlgDay received_on;
  VlgDay decided_on;
  VlgStage stage;
  VlgVisibility visibility;
  VlgRelevance relevance;
};

enum {
  PROP_0,
  PROP_UID,
  PROP_NUMBER,
  PROP_KIND,
  PROP_STAGE,
  PROP_VISIBILITY,
  PROP_RELEVANCE,
  PROP_RECEIVED_ON,
  PROP_DECIDED_ON,
  PROP_REVISION,
  PROP_PROFILE_VERSION,
  N_PROPS,
  /* PROP_TEXTS + field: a property for every text field. */
  PROP_TEXTS = 100
};

static GParamSpec *properties[N_PROPS];
static GParamSpec *text_properties[VLG_N_FIELDS];

G_DEFINE_FINAL_TYPE (VlgMotion, vlg_motion, G_TYPE_OBJECT)

static void
notify (VlgMotion *self,
        guint      prop_id)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
vlg_motion_finalize (GObject *object)
{
  VlgMotion *self = VLG_MOTION (object);

  g_free (self->uid);
  g_free (self->kind);
  g_free (self->profile_version);
  g_clear_pointer (&self->number, vlg_motion_number_unref);
  for (guint i = 0; i < VLG_N_FIELDS; i++)
    g_clear_pointer (&self->texts[i], g_ref_string_release);
  g_clear_object (&self->consultations);
  g_clear_object (&self->annexes);
  g_clear_object (&self->marks);
  g_clear_object (&self->signatories);
  g_clear_object (&self->relations);

  G_OBJECT_CLASS (vlg_motion_parent_class)->finalize (object);
}

static void
vlg_motion_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  VlgMotion *self = VLG_MOTION (object);

  if (prop_id > PROP_TEXTS && vlg_field_is_text ((VlgField) (prop_id - PROP_TEXTS)))
    {
      g_value_set_string (value, self->texts[prop_id - PROP_TEXTS]);
      return;
    }

  switch (prop_id)
    {
      case PROP_UID:
        g_value_set_string (value, self->uid);
        break;
      case PROP_NUMBER:
        g_value_set_boxed (value, self->number);
        break;
      case PROP_KIND:
        g_value_set_string (value, self->kind);
        break;
      case PROP_STAGE:
        g_value_set_enum (value, self->stage);
        break;
      case PROP_VISIBILITY:
        g_value_set_enum (value, self->visibility);
        break;
      case PROP_RELEVANCE:
        g_value_set_enum (value, self->relevance);
        break;
      case PROP_RECEIVED_ON:
        g_value_set_uint (value, self->received_on);
        break;
      case PROP_DECIDED_ON:
        g_value_set_uint (value, self->decided_on);
        break;
      case PROP_REVISION:
        g_value_set_int64 (value, self->revision);
        break;
      case PROP_PROFILE_VERSION:
        g_value_set_string (value, self->profile_version);
        break;
      default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_motion_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  VlgMotion *self = VLG_MOTION (object);

  if (prop_id > PROP_TEXTS && vlg_field_is_text ((VlgField) (prop_id - PROP_TEXTS)))
    {
      vlg_motion_set_text (self, (VlgField) (prop_id - PROP_TEXTS), g_value_get_string (value));
      return;
    }

  switch (prop_id)
    {
      case PROP_UID:
        vlg_motion_set_uid (self, g_value_get_string (value));
        break;
      case PROP_NUMBER:
        vlg_motion_set_number (self, g_value_get_boxed (value));
        break;
      case PROP_KIND:
        vlg_motion_set_kind (self, g_value_get_string (value));
        break;
      case PROP_STAGE:
        vlg_motion_set_stage (self, (VlgStage) g_value_get_enum (value));
        break;
      case PROP_VISIBILITY:
        vlg_motion_set_visibility (self, (VlgVisibility) g_value_get_enum (value));
        break;
      case PROP_RELEVANCE:
        vlg_motion_set_relevance (self, (VlgRelevance) g_value_get_enum (value));
        break;
      case PROP_RECEIVED_ON:
        vlg_motion_set_received_on (self, g_value_get_uint (value));
        break;
      case PROP_DECIDED_ON:
        vlg_motion_set_decided_on (self, g_value_get_uint (value));
        break;
      case PROP_REVISION:
        vlg_motion_set_revision (self, g_value_get_int64 (value));
        break;
      case PROP_PROFILE_VERSION:
        vlg_motion_set_profile_version (self, g_value_get_string (value));
        break;
      default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_motion_class_init (VlgMotionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vlg_motion_finalize;
  object_class->get_property = vlg_motion_get_property;
  object_class->set_property = vlg_motion_set_property;

  properties[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, flags);
  properties[PROP_NUMBER] = g_param_spec_boxed ("number", NULL, NULL, VLG_TYPE_MOTION_NUMBER, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, "", flags);
  properties[PROP_STAGE] = g_param_spec_enum ("stage", NULL, NULL, VLG_TYPE_STAGE, VLG_STAGE_DRAFT, flags);
  properties[PROP_VISIBILITY] = g_param_spec_enum ("visibility", NULL, NULL, VLG_TYPE_VISIBILITY,
                                                   VLG_VISIBILITY_UNDECIDED, flags);
  properties[PROP_RELEVANCE] = g_param_spec_enum ("relevance", NULL, NULL, VLG_TYPE_RELEVANCE,
                                                  VLG_RELEVANCE_UNDECIDED, flags);
  properties[PROP_RECEIVED_ON] = g_param_spec_uint ("received-on", NULL, NULL, 0, G_MAXUINT, VLG_DAY_NONE, flags);
  properties[PROP_DECIDED_ON] = g_param_spec_uint ("decided-on", NULL, NULL, 0, G_MAXUINT, VLG_DAY_NONE, flags);
  properties[PROP_REVISION] = g_param_spec_int64 ("revision", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_PROFILE_VERSION] = g_param_spec_string ("profile-version", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  for (guint i = 0; i < VLG_N_FIELDS; i++)
    {
      if (!vlg_field_is_text ((VlgField) i))
        continue;
      /* The name is not static: GObject makes "legal-basis" of the key "legal_basis". */
      text_properties[i] = g_param_spec_string (vlg_field_to_key ((VlgField) i), NULL, NULL, "",
                                                flags & ~G_PARAM_STATIC_NAME);
      g_object_class_install_property (object_class, PROP_TEXTS + i, text_properties[i]);
    }
}

static void
vlg_motion_init (VlgMotion *self)
{
  g_autoptr (GRefString) empty = g_ref_string_new ("");

  self->kind = g_strdup ("");
  for (guint i = 0; i < VLG_N_FIELDS; i++)
    if (vlg_field_is_text ((VlgField) i))
      self->texts[i] = g_ref_string_acquire (empty);

  self->consultations = g_list_store_new (VLG_TYPE_CONSULTATION);
  self->annexes = g_list_store_new (VLG_TYPE_ANNEX);
  self->marks = g_list_store_new (VLG_TYPE_MARK);
  self->signatories = g_list_store_new (VLG_TYPE_SIGNATORY);
  self->relations = g_list_store_new (VLG_TYPE_RELATION);
}

VlgMotion *
vlg_motion_new (void)
{
  VlgMotion *self = g_object_new (VLG_TYPE_MOTION, NULL);

  self->uid = vlg_uid_new ();

  return self;
}

const char *
vlg_motion_get_uid (VlgMotion *self)
{
  g_return_val_if_fail (VLG_IS_MOTION (self), NULL);

  return self->uid;
}

void
vlg_motion_set_uid (VlgMotion  *self,
                    const char *uid)
{
  g_return_if_fail (VLG_IS_MOTION (self));

  if (vlg_string_set (&self->uid, uid))
    notify (self, PROP_UID);
}

VlgMotionNumber *
vlg_motion_get_number (VlgMotion *self)
{
  g_return_val_if_fail (VLG_IS_MOTION (self), NULL);

  return self->number;
}

void
vlg_motion_set_number (VlgMotion       *self,
                       VlgMotionNumber *number)
{
  VlgMotionNumber *old;

  g_return_if_fail (VLG_IS_MOTION (self));

  if (self->number == number ||
      (self->number != NULL && number != NULL && vlg_motion_number_equal (self->number, number)))
    return;

  old = g_steal_pointer (&self->number);
  self->number = number ? vlg_motion_number_ref (number) : NULL;
  g_clear_pointer (&old, vlg_motion_number_unref);

  g_object_freeze_notify (G_OBJECT (self));
  notify (self, PROP_NUMBER);
  if (self->number != NULL && vlg_motion_number_get_kind (self->number) != NULL)
    vlg_motion_set_kind (self, vlg_motion_number_get_kind (self->number));
  g_object_thaw_notify (G_OBJECT (self));
}

const char *
vlg_motion_get_number_text (VlgMotion *self)
{
  g_return_val_if_fail (VLG_IS_MOTION (self), "");

  return self->number ? vlg_motion_number_get_text (self->number) : "";
}

const char *
vlg_motion_get_kind (VlgMotion *self)
{
  g_return_val_if_fail (VLG_IS_MOTION (self), "");

  return self->kind;
}

void
vlg_motion_set_kind (VlgMotion  *self,
                     const char *kind)
{
  g_return_if_fail (VLG_IS_MOTION (self));

  if (vlg_string_set (&self->kind, kind ? kind : ""))
    notify (self, PROP_KIND);
}

VlgStage
vlg_motion_get_stage (VlgMotion *self)
{
  g_return_val_if_fail (VLG_IS_MOTION (self), VLG_STAGE_DRAFT);

  return self->stage;
}

void
vlg_motion_set_stage (VlgMotion *self,
                      VlgStage   stage)
{
  g_return_if_fail (VLG_IS_MOTION (self));

  if (self->stage == stage)
    return;

  self->stage = stage;
  notify (self, PROP_STAGE);
}

VlgVisibility
vlg_motion_get_visibility (VlgMotion *self)
{
  g_return_val_if_fail (VLG_IS_MOTION (self), VLG_VISIBILITY_UNDECIDED);

  return self->visibility;
}

void
vlg_motion_set_visibility (VlgMotion     *self,
                           VlgVisibility  visibility)
{
  g_return_if_fail (VLG_IS_MOTION (self));

  if (self->visibility == visibility)
    return;

  self->visibility = visibility;
  notify (self, PROP_VISIBILITY);
}

VlgRelevance
vlg_motion_get_relevance (VlgMotion *self)
{
  g_return_val_if_fail (VLG_IS_MOTION (self), VLG_RELEVANCE_UNDECIDED);

  return self->relevance;
}

void
vlg_motion_set_relevance (VlgMotion    *self,
                          VlgRelevance  relevance)
{
  g_return_if_fail (VLG_IS_MOTION (self));

  if (self->relevance == relevance)
    return;

  self->relevance = relevance;
  notify (self, PROP_RELEVANCE);
}

const char *
vlg_motion_get_text (VlgMotion *self,
                     VlgField   field)
{
  g_return_val_if_fail (VLG_IS_MOTION (self), "");
  g_return_val_if_fail (vlg_field_is_text (field), "");

  return self->texts[field];
}

static void
take_text (VlgMotion *self,
           VlgField   field,
           char      *text)
{
  char *old = self->texts[field];

  self->texts[field] = text;
  g_ref_string_release (old);
  g_object_notify_by_pspec (G_OBJECT (self), text_properties[field]);
}

void
vlg_motion_set_text (VlgMotion  *self,
                     VlgField    field,
                     const char *text)
{
  g_return_if_fail (VLG_IS_MOTION (self));
  g_return_if_fail (vlg_field_is_text (field));

  if (text == NULL)
    text = "";
  if (!g_str_equal (self->texts[field], text))
    take_text (self, field, g_ref_string_new (text));
}

char *
vlg_motion_ref_text (VlgMotion *self,
                     VlgField   field)
{
  g_return_val_if_fail (VLG_IS_MOTION (self), NULL);
  g_return_val_if_fail (vlg_field_is_text (field), NULL);

  return g_ref_string_acquire (self->texts[field]);
}

void
vlg_motion_share_text (VlgMotion *self,
                       VlgField   field,
                       VlgMotion *from)
{
  g_return_if_fail (VLG_IS_MOTION (self));
  g_return_if_fail (VLG_IS_MOTION (from));
  g_return_if_fail (vlg_field_is_text (field));

  if (self->texts[field] != from->texts[field] && !g_str_equal (self->texts[field], from->texts[field]))
    take_text (self, field, g_ref_string_acquire (from->texts[field]));
}

VlgDay
vlg_motion_get_received_on (VlgMotion *self)
{
  g_return_val_if_fail (VLG_IS_MOTION (self), VLG_DAY_NONE);

  return self->received_on;
}

void
vlg_motion_set_received_on (VlgMotion *self,
                            VlgDay     day)
{
  g_return_if_fail (VLG_IS_MOTION (self));

  if (self->received_on == day)
    return;

  self->received_on = day;
  notify (self, PROP_RECEIVED_ON);
}

VlgDay
vlg_motion_get_decided_on (VlgMotion *self)
{
  g_return_val_if_fail (VLG_IS_MOTION (self), VLG_DAY_NONE);

  return self->decided_on;
}

void
vlg_motion_set_decided_on (VlgMotion *self,
                           VlgDay     day)
{
  g_return_if_fail (VLG_IS_MOTION (self));

  if (self->decided_on == day)
    return;

  self->decided_on = day;
  notify (self, PROP_DECIDED_ON);
}

gint64
vlg_motion_get_revision (VlgMotion *self)
{
  g_return_val_if_fail (VLG_IS_MOTION (self), 0);

  return self->revision;
}

void
vlg_motion_set_revision (VlgMotion *self,
                         gint64     revision)
{
  g_return_if_fail (VLG_IS_MOTION (self));

  if (self->revision == revision)
    return;

  self->revision = revision;
  notify (self, PROP_REVISION);
}

const char *
vlg_motion_get_profile_version (VlgMotion *self)
{
  g_return_val_if_fail (VLG_IS_MOTION (self), NULL);

  return self->profile_version;
}

void
vlg_motion_set_profile_version (VlgMotion  *self,
                                const char *sha256)
{
  g_return_if_fail (VLG_IS_MOTION (self));

  if (vlg_string_set (&self->profile_version, sha256))
    notify (self, PROP_PROFILE_VERSION);
}

GListStore *
vlg_motion_get_consultations (VlgMotion *self)
{
  g_return_val_if_fail (VLG_IS_MOTION (self), NULL);

  return self->consultations;
}

GListStore *
vlg_motion_get_annexes (VlgMotion *self)
{
  g_return_val_if_fail (VLG_IS_MOTION (self), NULL);

  return self->annexes;
}

GListStore *
vlg_motion_get_marks (VlgMotion *self)
{
  g_return_val_if_fail (VLG_IS_MOTION (self), NULL);

  return self->marks;
}

GListStore *
vlg_motion_get_signatories (VlgMotion *self)
{
  g_return_val_if_fail (VLG_IS_MOTION (self), NULL);

  return self->signatories;
}

GListStore *
vlg_motion_get_relations (VlgMotion *self)
{
  g_return_val_if_fail (VLG_IS_MOTION (self), NULL);

  return self->relations;
}
