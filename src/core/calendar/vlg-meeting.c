/* vlg-meeting.c — a meeting of a body
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-meeting.h"

#include "vlg-core-enums.h"
#include "vlg-string.h"

struct _VlgMeeting
{
  GObject parent_instance;

  /* owned */
  char *uid;
  VlgMeetingNumber *number;
  char *body;
  char *body_uid;
  char *zone;
  char *room;
  char *note;

  gint64 revision;
  VlgDay day;
  VlgWallTime start;
  VlgWallTime end;
  VlgMeetingState state;
  VlgVisibility visibility;
};

enum {
  PROP_0,
  PROP_UID,
  PROP_NUMBER,
  PROP_BODY,
  PROP_BODY_UID,
  PROP_ZONE,
  PROP_DAY,
  PROP_START,
  PROP_END,
  PROP_ROOM,
  PROP_NOTE,
  PROP_STATE,
  PROP_VISIBILITY,
  PROP_REVISION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgMeeting, vlg_meeting, G_TYPE_OBJECT)

static void
set_string (VlgMeeting  *self,
            char       **target,
            const char  *value,
            guint        prop_id)
{
  if (vlg_string_set (target, value))
    g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
vlg_meeting_finalize (GObject *object)
{
  VlgMeeting *self = VLG_MEETING (object);

  g_free (self->uid);
  g_clear_pointer (&self->number, vlg_meeting_number_unref);
  g_free (self->body);
  g_free (self->body_uid);
  g_free (self->zone);
  g_free (self->room);
  g_free (self->note);

  G_OBJECT_CLASS (vlg_meeting_parent_class)->finalize (object);
}

static void
vlg_meeting_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  VlgMeeting *self = VLG_MEETING (object);

  switch (prop_id)
    {
    case PROP_UID:
      g_value_set_string (value, self->uid);
      break;
    case PROP_NUMBER:
      g_value_set_boxed (value, self->number);
      break;
    case PROP_BODY:
      g_value_set_string (value, self->body);
      break;
    case PROP_BODY_UID:
      g_value_set_string (value, self->body_uid);
      break;
    case PROP_ZONE:
      g_value_set_string (value, self->zone);
      break;
    case PROP_DAY:
      g_value_set_uint (value, self->day);
      break;
    case PROP_START:
      g_value_set_int (value, self->start);
      break;
    case PROP_END:
      g_value_set_int (value, self->end);
      break;
    case PROP_ROOM:
      g_value_set_string (value, self->room);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_VISIBILITY:
      g_value_set_enum (value, self->visibility);
      break;
    case PROP_REVISION:
      g_value_set_int64 (value, self->revision);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_meeting_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  VlgMeeting *self = VLG_MEETING (object);

  switch (prop_id)
    {
    case PROP_UID:
      vlg_meeting_set_uid (self, g_value_get_string (value));
      break;
    case PROP_NUMBER:
      vlg_meeting_set_number (self, g_value_get_boxed (value));
      break;
    case PROP_BODY:
      vlg_meeting_set_body (self, g_value_get_string (value));
      break;
    case PROP_BODY_UID:
      vlg_meeting_set_body_uid (self, g_value_get_string (value));
      break;
    case PROP_ZONE:
      vlg_meeting_set_zone (self, g_value_get_string (value));
      break;
    case PROP_DAY:
      vlg_meeting_set_day (self, g_value_get_uint (value));
      break;
    case PROP_START:
      vlg_meeting_set_start (self, g_value_get_int (value));
      break;
    case PROP_END:
      vlg_meeting_set_end (self, g_value_get_int (value));
      break;
    case PROP_ROOM:
      vlg_meeting_set_room (self, g_value_get_string (value));
      break;
    case PROP_NOTE:
      vlg_meeting_set_note (self, g_value_get_string (value));
      break;
    case PROP_STATE:
      vlg_meeting_set_state (self, (VlgMeetingState) g_value_get_enum (value));
      break;
    case PROP_VISIBILITY:
      vlg_meeting_set_visibility (self, (VlgVisibility) g_value_get_enum (value));
      break;
    case PROP_REVISION:
      vlg_meeting_set_revision (self, g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_meeting_class_init (VlgMeetingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vlg_meeting_finalize;
  object_class->get_property = vlg_meeting_get_property;
  object_class->set_property = vlg_meeting_set_property;

  properties[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, flags);
  properties[PROP_NUMBER] = g_param_spec_boxed ("number", NULL, NULL, VLG_TYPE_MEETING_NUMBER, flags);
  properties[PROP_BODY] = g_param_spec_string ("body", NULL, NULL, "", flags);
  properties[PROP_BODY_UID] = g_param_spec_string ("body-uid", NULL, NULL, NULL, flags);
  properties[PROP_ZONE] = g_param_spec_string ("zone", NULL, NULL, VLG_MEETING_ZONE, flags);
  properties[PROP_DAY] = g_param_spec_uint ("day", NULL, NULL, 0, G_MAXUINT, VLG_DAY_NONE, flags);
  properties[PROP_START] = g_param_spec_int ("start", NULL, NULL, VLG_WALL_TIME_NONE, VLG_MINUTES_A_DAY - 1,
                                             VLG_WALL_TIME_NONE, flags);
  properties[PROP_END] = g_param_spec_int ("end", NULL, NULL, VLG_WALL_TIME_NONE, 2 * VLG_MINUTES_A_DAY,
                                           VLG_WALL_TIME_NONE, flags);
  properties[PROP_ROOM] = g_param_spec_string ("room", NULL, NULL, "", flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, "", flags);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, VLG_TYPE_MEETING_STATE, VLG_MEETING_STATE_PLANNED, flags);
  properties[PROP_VISIBILITY] = g_param_spec_enum ("visibility", NULL, NULL, VLG_TYPE_VISIBILITY,
                                                   VLG_VISIBILITY_UNDECIDED, flags);
  properties[PROP_REVISION] = g_param_spec_int64 ("revision", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vlg_meeting_init (VlgMeeting *self)
{
  self->body = g_strdup ("");
  self->zone = g_strdup (VLG_MEETING_ZONE);
  self->room = g_strdup ("");
  self->note = g_strdup ("");
  self->start = VLG_WALL_TIME_NONE;
  self->end = VLG_WALL_TIME_NONE;
}

VlgMeeting *
vlg_meeting_new (void)
{
  VlgMeeting *self = g_object_new (VLG_TYPE_MEETING, NULL);

  self->uid = vlg_uid_new ();

  return self;
}

VlgMeeting *
vlg_meeting_new_for_body (VlgBody     *body,
                          VlgDay       day,
                          VlgWallTime  start,
                          VlgWallTime  end)
{
  VlgMeeting *self;

  g_return_val_if_fail (VLG_IS_BODY (body), NULL);

  self = vlg_meeting_new ();
  vlg_meeting_set_body (self, vlg_body_get_name (body));
  vlg_meeting_set_body_uid (self, vlg_body_get_uid (body));
  vlg_meeting_set_visibility (self, vlg_body_get_visibility (body));
  vlg_meeting_set_day (self, day);
  vlg_meeting_set_times (self, start, end);

  return self;
}

VlgMeeting *
vlg_meeting_new_by_rule (VlgBody              *body,
                         const VlgMeetingRule *rule,
                         VlgDay                day)
{
  VlgMeeting *self;

  g_return_val_if_fail (VLG_IS_BODY (body), NULL);
  g_return_val_if_fail (rule != NULL, NULL);

  self = vlg_meeting_new_for_body (body, day, rule->start, rule->end);
  vlg_meeting_set_room (self, rule->room);

  return self;
}

const char *
vlg_meeting_get_uid (VlgMeeting *self)
{
  g_return_val_if_fail (VLG_IS_MEETING (self), NULL);

  return self->uid;
}

void
vlg_meeting_set_uid (VlgMeeting *self,
                     const char *uid)
{
  g_return_if_fail (VLG_IS_MEETING (self));

  set_string (self, &self->uid, uid, PROP_UID);
}

VlgMeetingNumber *
vlg_meeting_get_number (VlgMeeting *self)
{
  g_return_val_if_fail (VLG_IS_MEETING (self), NULL);

  return self->number;
}

void
vlg_meeting_set_number (VlgMeeting       *self,
                        VlgMeetingNumber *number)
{
  VlgMeetingNumber *old;

  g_return_if_fail (VLG_IS_MEETING (self));

  if (self->number == number ||
      (self->number != NULL && number != NULL && vlg_meeting_number_equal (self->number, number)))
    return;

  old = self->number;
  self->number = number != NULL ? vlg_meeting_number_ref (number) : NULL;
  g_clear_pointer (&old, vlg_meeting_number_unref);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NUMBER]);
}

const char *
vlg_meeting_get_body (VlgMeeting *self)
{
  g_return_val_if_fail (VLG_IS_MEETING (self), "");

  return self->body;
}

void
vlg_meeting_set_body (VlgMeeting *self,
                      const char *body)
{
  g_return_if_fail (VLG_IS_MEETING (self));

  set_string (self, &self->body, body != NULL ? body : "", PROP_BODY);
}

const char *
vlg_meeting_get_body_uid (VlgMeeting *self)
{
  g_return_val_if_fail (VLG_IS_MEETING (self), NULL);

  return self->body_uid;
}

void
vlg_meeting_set_body_uid (VlgMeeting *self,
                          const char *body_uid)
{
  g_return_if_fail (VLG_IS_MEETING (self));

  set_string (self, &self->body_uid, body_uid, PROP_BODY_UID);
}

const char *
vlg_meeting_get_zone (VlgMeeting *self)
{
  g_return_val_if_fail (VLG_IS_MEETING (self), VLG_MEETING_ZONE);

  return self->zone;
}

void
vlg_meeting_set_zone (VlgMeeting *self,
                      const char *zone)
{
  g_return_if_fail (VLG_IS_MEETING (self));

  set_string (self, &self->zone, zone != NULL ? zone : VLG_MEETING_ZONE, PROP_ZONE);
}

VlgDay
vlg_meeting_get_day (VlgMeeting *self)
{
  g_return_val_if_fail (VLG_IS_MEETING (self), VLG_DAY_NONE);

  return self->day;
}

void
vlg_meeting_set_day (VlgMeeting *self,
                     VlgDay      day)
{
  g_return_if_fail (VLG_IS_MEETING (self));

  if (self->day == day)
    return;

  self->day = day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

VlgWallTime
vlg_meeting_get_start (VlgMeeting *self)
{
  g_return_val_if_fail (VLG_IS_MEETING (self), VLG_WALL_TIME_NONE);

  return self->start;
}

void
vlg_meeting_set_start (VlgMeeting  *self,
                       VlgWallTime  start)
{
  g_return_if_fail (VLG_IS_MEETING (self));
  g_return_if_fail (vlg_wall_time_is_start (start));

  if (self->start == start)
    return;

  self->start = start;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_START]);
}

VlgWallTime
vlg_meeting_get_end (VlgMeeting *self)
{
  g_return_val_if_fail (VLG_IS_MEETING (self), VLG_WALL_TIME_NONE);

  return self->end;
}

void
vlg_meeting_set_end (VlgMeeting  *self,
                     VlgWallTime  end)
{
  g_return_if_fail (VLG_IS_MEETING (self));
  g_return_if_fail (vlg_wall_time_is_end (end));

  if (self->end == end)
    return;

  self->end = end;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_END]);
}

const char *
vlg_meeting_get_room (VlgMeeting *self)
{
  g_return_val_if_fail (VLG_IS_MEETING (self), "");

  return self->room;
}

void
vlg_meeting_set_room (VlgMeeting *self,
                      const char *room)
{
  g_return_if_fail (VLG_IS_MEETING (self));

  set_string (self, &self->room, room != NULL ? room : "", PROP_ROOM);
}

const char *
vlg_meeting_get_note (VlgMeeting *self)
{
  g_return_val_if_fail (VLG_IS_MEETING (self), "");

  return self->note;
}

void
vlg_meeting_set_note (VlgMeeting *self,
                      const char *note)
{
  g_return_if_fail (VLG_IS_MEETING (self));

  set_string (self, &self->note, note != NULL ? note : "", PROP_NOTE);
}

VlgMeetingState
vlg_meeting_get_state (VlgMeeting *self)
{
  g_return_val_if_fail (VLG_IS_MEETING (self), VLG_MEETING_STATE_PLANNED);

  return self->state;
}

void
vlg_meeting_set_state (VlgMeeting      *self,
                       VlgMeetingState  state)
{
  g_return_if_fail (VLG_IS_MEETING (self));

  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

VlgVisibility
vlg_meeting_get_visibility (VlgMeeting *self)
{
  g_return_val_if_fail (VLG_IS_MEETING (self), VLG_VISIBILITY_UNDECIDED);

  return self->visibility;
}

void
vlg_meeting_set_visibility (VlgMeeting    *self,
                            VlgVisibility  visibility)
{
  g_return_if_fail (VLG_IS_MEETING (self));

  if (self->visibility == visibility)
    return;

  self->visibility = visibility;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISIBILITY]);
}

gint64
vlg_meeting_get_revision (VlgMeeting *self)
{
  g_return_val_if_fail (VLG_IS_MEETING (self), 0);

  return self->revision;
}

void
vlg_meeting_set_revision (VlgMeeting *self,
                          gint64      revision)
{
  g_return_if_fail (VLG_IS_MEETING (self));

  if (self->revision == revision)
    return;

  self->revision = revision;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVISION]);
}

void
vlg_meeting_set_times (VlgMeeting  *self,
                       VlgWallTime  start,
                       VlgWallTime  end)
{
  g_return_if_fail (VLG_IS_MEETING (self));

  if (start != VLG_WALL_TIME_NONE && end != VLG_WALL_TIME_NONE && end < start)
    end += VLG_MINUTES_A_DAY;

  g_object_freeze_notify (G_OBJECT (self));
  vlg_meeting_set_start (self, start);
  vlg_meeting_set_end (self, end);
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
vlg_meeting_takes_place (VlgMeeting *self)
{
  g_return_val_if_fail (VLG_IS_MEETING (self), FALSE);

  return self->state != VLG_MEETING_STATE_CANCELLED;
}

VlgMeeting *
vlg_meeting_copy (VlgMeeting *self)
{
  VlgMeeting *copy;

  g_return_val_if_fail (VLG_IS_MEETING (self), NULL);

  copy = g_object_new (VLG_TYPE_MEETING, NULL);
  vlg_string_set (&copy->uid, self->uid);
  copy->number = self->number != NULL ? vlg_meeting_number_ref (self->number) : NULL;
  vlg_string_set (&copy->body, self->body);
  vlg_string_set (&copy->body_uid, self->body_uid);
  vlg_string_set (&copy->zone, self->zone);
  vlg_string_set (&copy->room, self->room);
  vlg_string_set (&copy->note, self->note);
  copy->revision = self->revision;
  copy->day = self->day;
  copy->start = self->start;
  copy->end = self->end;
  copy->state = self->state;
  copy->visibility = self->visibility;

  return copy;
}

gboolean
vlg_meeting_equal (VlgMeeting *a,
                   VlgMeeting *b)
{
  g_return_val_if_fail (VLG_IS_MEETING (a) && VLG_IS_MEETING (b), FALSE);

  if ((a->number == NULL) != (b->number == NULL) ||
      (a->number != NULL && !vlg_meeting_number_equal (a->number, b->number)))
    return FALSE;

  return g_strcmp0 (a->uid, b->uid) == 0 && g_str_equal (a->body, b->body) && g_strcmp0 (a->body_uid, b->body_uid) == 0 &&
         g_str_equal (a->zone, b->zone) && g_str_equal (a->room, b->room) && g_str_equal (a->note, b->note) &&
         a->day == b->day && a->start == b->start && a->end == b->end && a->state == b->state && a->visibility == b->visibility;
}

int
vlg_meeting_compare (VlgMeeting *a,
                     VlgMeeting *b)
{
  int order;

  g_return_val_if_fail (VLG_IS_MEETING (a) && VLG_IS_MEETING (b), 0);

  order = (a->day > b->day) - (a->day < b->day);
  if (order == 0)
    order = (a->start > b->start) - (a->start < b->start);
  if (order == 0)
    order = g_strcmp0 (a->body, b->body);

  return order != 0 ? order : g_strcmp0 (a->uid, b->uid);
}
