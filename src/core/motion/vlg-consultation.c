/* vlg-consultation.c — one row of the consultation sequence
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-consultation.h"

#include "vlg-core-enums.h"
#include "vlg-string.h"

struct _VlgConsultation
{
  GObject parent_instance;

  /* owned */
  char *uid;
  char *body;
  char *body_uid;
  char *result_wording;
  char *confirmed_by;
  char *confirmed_role;

  gint64 confirmed_at;
  VlgVotes votes;
  VlgDay day;
  VlgVisibility visibility;
  VlgRole role;
  VlgResult result;
};

enum {
  PROP_0,
  PROP_UID,
  PROP_BODY,
  PROP_BODY_UID,
  PROP_VISIBILITY,
  PROP_ROLE,
  PROP_DAY,
  PROP_VOTES,
  PROP_RESULT,
  PROP_RESULT_WORDING,
  PROP_CONFIRMED_BY,
  PROP_CONFIRMED_ROLE,
  PROP_CONFIRMED_AT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgConsultation, vlg_consultation, G_TYPE_OBJECT)

static void
set_string (VlgConsultation  *self,
            char            **target,
            const char       *value,
            guint             prop_id)
{
  if (vlg_string_set (target, value))
    g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
vlg_consultation_finalize (GObject *object)
{
  VlgConsultation *self = VLG_CONSULTATION (object);

  g_free (self->uid);
  g_free (self->body);
  g_free (self->body_uid);
  g_free (self->result_wording);
  g_free (self->confirmed_by);
  g_free (self->confirmed_role);

  G_OBJECT_CLASS (vlg_consultation_parent_class)->finalize (object);
}

static void
vlg_consultation_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  VlgConsultation *self = VLG_CONSULTATION (object);

  switch (prop_id)
    {
      case PROP_UID:
        g_value_set_string (value, self->uid);
        break;
      case PROP_BODY:
        g_value_set_string (value, self->body);
        break;
      case PROP_BODY_UID:
        g_value_set_string (value, self->body_uid);
        break;
      case PROP_VISIBILITY:
        g_value_set_enum (value, self->visibility);
        break;
      case PROP_ROLE:
        g_value_set_enum (value, self->role);
        break;
      case PROP_DAY:
        g_value_set_uint (value, self->day);
        break;
      case PROP_VOTES:
        g_value_set_boxed (value, &self->votes);
        break;
      case PROP_RESULT:
        g_value_set_enum (value, self->result);
        break;
      case PROP_RESULT_WORDING:
        g_value_set_string (value, self->result_wording);
        break;
      case PROP_CONFIRMED_BY:
        g_value_set_string (value, self->confirmed_by);
        break;
      case PROP_CONFIRMED_ROLE:
        g_value_set_string (value, self->confirmed_role);
        break;
      case PROP_CONFIRMED_AT:
        g_value_set_int64 (value, self->confirmed_at);
        break;
      default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_consultation_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  VlgConsultation *self = VLG_CONSULTATION (object);

  switch (prop_id)
    {
      case PROP_UID:
        vlg_consultation_set_uid (self, g_value_get_string (value));
        break;
      case PROP_BODY:
        vlg_consultation_set_body (self, g_value_get_string (value));
        break;
      case PROP_BODY_UID:
        vlg_consultation_set_body_uid (self, g_value_get_string (value));
        break;
      case PROP_VISIBILITY:
        vlg_consultation_set_visibility (self, (VlgVisibility) g_value_get_enum (value));
        break;
      case PROP_ROLE:
        vlg_consultation_set_role (self, (VlgRole) g_value_get_enum (value));
        break;
      case PROP_DAY:
        vlg_consultation_set_day (self, g_value_get_uint (value));
        break;
      case PROP_VOTES:
        vlg_consultation_set_votes (self, g_value_get_boxed (value));
        break;
      case PROP_RESULT:
        vlg_consultation_set_result (self, (VlgResult) g_value_get_enum (value));
        break;
      case PROP_RESULT_WORDING:
        vlg_consultation_set_result_wording (self, g_value_get_string (value));
        break;
      default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_consultation_class_init (VlgConsultationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  /* Set together, by vlg_consultation_set_confirmation(). */
  GParamFlags confirmed = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vlg_consultation_finalize;
  object_class->get_property = vlg_consultation_get_property;
  object_class->set_property = vlg_consultation_set_property;

  properties[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, flags);
  properties[PROP_BODY] = g_param_spec_string ("body", NULL, NULL, "", flags);
  properties[PROP_BODY_UID] = g_param_spec_string ("body-uid", NULL, NULL, NULL, flags);
  properties[PROP_VISIBILITY] = g_param_spec_enum ("visibility", NULL, NULL, VLG_TYPE_VISIBILITY,
                                                   VLG_VISIBILITY_UNDECIDED, flags);
  properties[PROP_ROLE] = g_param_spec_enum ("role", NULL, NULL, VLG_TYPE_ROLE, VLG_ROLE_NONE, flags);
  properties[PROP_DAY] = g_param_spec_uint ("day", NULL, NULL, 0, G_MAXUINT, VLG_DAY_NONE, flags);
  properties[PROP_VOTES] = g_param_spec_boxed ("votes", NULL, NULL, VLG_TYPE_VOTES, flags);
  properties[PROP_RESULT] = g_param_spec_enum ("result", NULL, NULL, VLG_TYPE_RESULT, VLG_RESULT_NONE, flags);
  properties[PROP_RESULT_WORDING] = g_param_spec_string ("result-wording", NULL, NULL, "", flags);
  properties[PROP_CONFIRMED_BY] = g_param_spec_string ("confirmed-by", NULL, NULL, "", confirmed);
  properties[PROP_CONFIRMED_ROLE] = g_param_spec_string ("confirmed-role", NULL, NULL, "", confirmed);
  properties[PROP_CONFIRMED_AT] = g_param_spec_int64 ("confirmed-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, confirmed);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vlg_consultation_init (VlgConsultation *self)
{
  self->body = g_strdup ("");
  self->result_wording = g_strdup ("");
  self->confirmed_by = g_strdup ("");
  self->confirmed_role = g_strdup ("");
  self->votes = VLG_VOTES_NONE;
}

VlgConsultation *
vlg_consultation_new (void)
{
  VlgConsultation *self = g_object_new (VLG_TYPE_CONSULTATION, NULL);

  self->uid = vlg_uid_new ();

  return self;
}

const char *
vlg_consultation_get_uid (VlgConsultation *self)
{
  g_return_val_if_fail (VLG_IS_CONSULTATION (self), NULL);

  return self->uid;
}

void
vlg_consultation_set_uid (VlgConsultation *self,
                          const char      *uid)
{
  g_return_if_fail (VLG_IS_CONSULTATION (self));

  set_string (self, &self->uid, uid, PROP_UID);
}

const char *
vlg_consultation_get_body (VlgConsultation *self)
{
  g_return_val_if_fail (VLG_IS_CONSULTATION (self), "");

  return self->body;
}

void
vlg_consultation_set_body (VlgConsultation *self,
                           const char      *body)
{
  g_return_if_fail (VLG_IS_CONSULTATION (self));

  set_string (self, &self->body, body ? body : "", PROP_BODY);
}

const char *
vlg_consultation_get_body_uid (VlgConsultation *self)
{
  g_return_val_if_fail (VLG_IS_CONSULTATION (self), NULL);

  return self->body_uid;
}

void
vlg_consultation_set_body_uid (VlgConsultation *self,
                               const char      *body_uid)
{
  g_return_if_fail (VLG_IS_CONSULTATION (self));

  set_string (self, &self->body_uid, body_uid, PROP_BODY_UID);
}

VlgVisibility
vlg_consultation_get_visibility (VlgConsultation *self)
{
  g_return_val_if_fail (VLG_IS_CONSULTATION (self), VLG_VISIBILITY_UNDECIDED);

  return self->visibility;
}

void
vlg_consultation_set_visibility (VlgConsultation *self,
                                 VlgVisibility    visibility)
{
  g_return_if_fail (VLG_IS_CONSULTATION (self));

  if (self->visibility == visibility)
    return;

  self->visibility = visibility;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISIBILITY]);
}

VlgRole
vlg_consultation_get_role (VlgConsultation *self)
{
  g_return_val_if_fail (VLG_IS_CONSULTATION (self), VLG_ROLE_NONE);

  return self->role;
}

void
vlg_consultation_set_role (VlgConsultation *self,
                           VlgRole          role)
{
  g_return_if_fail (VLG_IS_CONSULTATION (self));

  if (self->role == role)
    return;

  self->role = role;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROLE]);
}

VlgDay
vlg_consultation_get_day (VlgConsultation *self)
{
  g_return_val_if_fail (VLG_IS_CONSULTATION (self), VLG_DAY_NONE);

  return self->day;
}

void
vlg_consultation_set_day (VlgConsultation *self,
                          VlgDay           day)
{
  g_return_if_fail (VLG_IS_CONSULTATION (self));

  if (self->day == day)
    return;

  self->day = day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

const VlgVotes *
vlg_consultation_get_votes (VlgConsultation *self)
{
  static const VlgVotes none = VLG_VOTES_NONE;

  g_return_val_if_fail (VLG_IS_CONSULTATION (self), &none);

  return &self->votes;
}

void
vlg_consultation_set_votes (VlgConsultation *self,
                            const VlgVotes  *votes)
{
  static const VlgVotes none = VLG_VOTES_NONE;

  g_return_if_fail (VLG_IS_CONSULTATION (self));

  if (vlg_votes_equal (&self->votes, votes ? votes : &none))
    return;

  self->votes = votes ? *votes : none;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VOTES]);
}

VlgResult
vlg_consultation_get_result (VlgConsultation *self)
{
  g_return_val_if_fail (VLG_IS_CONSULTATION (self), VLG_RESULT_NONE);

  return self->result;
}

void
vlg_consultation_set_result (VlgConsultation *self,
                             VlgResult        result)
{
  g_return_if_fail (VLG_IS_CONSULTATION (self));

  if (self->result == result)
    return;

  self->result = result;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULT]);
}

const char *
vlg_consultation_get_result_wording (VlgConsultation *self)
{
  g_return_val_if_fail (VLG_IS_CONSULTATION (self), "");

  return self->result_wording;
}

void
vlg_consultation_set_result_wording (VlgConsultation *self,
                                     const char      *wording)
{
  g_return_if_fail (VLG_IS_CONSULTATION (self));

  set_string (self, &self->result_wording, wording ? wording : "", PROP_RESULT_WORDING);
}

const char *
vlg_consultation_get_confirmed_by (VlgConsultation *self)
{
  g_return_val_if_fail (VLG_IS_CONSULTATION (self), "");

  return self->confirmed_by;
}

const char *
vlg_consultation_get_confirmed_role (VlgConsultation *self)
{
  g_return_val_if_fail (VLG_IS_CONSULTATION (self), "");

  return self->confirmed_role;
}

gint64
vlg_consultation_get_confirmed_at (VlgConsultation *self)
{
  g_return_val_if_fail (VLG_IS_CONSULTATION (self), 0);

  return self->confirmed_at;
}

void
vlg_consultation_set_confirmation (VlgConsultation *self,
                                   const char      *by,
                                   const char      *role,
                                   gint64           at)
{
  gboolean given = by != NULL && *by != '\0';

  g_return_if_fail (VLG_IS_CONSULTATION (self));

  g_object_freeze_notify (G_OBJECT (self));
  set_string (self, &self->confirmed_by, given ? by : "", PROP_CONFIRMED_BY);
  set_string (self, &self->confirmed_role, given && role ? role : "", PROP_CONFIRMED_ROLE);
  if (self->confirmed_at != (given ? at : 0))
    {
      self->confirmed_at = given ? at : 0;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFIRMED_AT]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}
