/* vlg-body.c — a body (Gremium) of the municipality
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-body.h"

struct _VlgBody {
  GObject parent_instance;

  /* owned */
  char *uid;
  char *name;
  char *abbreviation;
  VlgBodyCalendar *calendar;

  VlgBodyKind kind;
  guint seats;
  VlgVisibility visibility;
  gboolean decides;
  VlgDay valid_from;
  VlgDay valid_to;
};

G_DEFINE_FINAL_TYPE (VlgBody, vlg_body, G_TYPE_OBJECT)

static void
vlg_body_finalize (GObject *object)
{
  VlgBody *self = VLG_BODY (object);

  g_free (self->uid);
  g_free (self->name);
  g_free (self->abbreviation);
  g_clear_object (&self->calendar);

  G_OBJECT_CLASS (vlg_body_parent_class)->finalize (object);
}

static void
vlg_body_class_init (VlgBodyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vlg_body_finalize;
}

static void
vlg_body_init (VlgBody *self)
{
}

VlgBody *
vlg_body_new (const char *uid, const char *name, const char *abbreviation, VlgBodyKind kind, guint seats,
              VlgVisibility visibility, gboolean decides, VlgDay valid_from, VlgDay valid_to)
{
  VlgBody *self;

  g_return_val_if_fail (uid != NULL && name != NULL, NULL);

  self = g_object_new (VLG_TYPE_BODY, NULL);
  self->uid = g_strdup (uid);
  self->name = g_strdup (name);
  self->abbreviation = g_strdup (abbreviation != NULL ? abbreviation : "");
  self->kind = kind;
  self->seats = seats;
  self->visibility = visibility;
  self->decides = decides;
  self->valid_from = valid_from;
  self->valid_to = valid_to;

  return self;
}

const char *
vlg_body_get_uid (VlgBody *self)
{
  g_return_val_if_fail (VLG_IS_BODY (self), NULL);

  return self->uid;
}

const char *
vlg_body_get_name (VlgBody *self)
{
  g_return_val_if_fail (VLG_IS_BODY (self), NULL);

  return self->name;
}

const char *
vlg_body_get_abbreviation (VlgBody *self)
{
  g_return_val_if_fail (VLG_IS_BODY (self), NULL);

  return self->abbreviation;
}

VlgBodyKind
vlg_body_get_kind (VlgBody *self)
{
  g_return_val_if_fail (VLG_IS_BODY (self), VLG_BODY_COMMITTEE);

  return self->kind;
}

guint
vlg_body_get_seats (VlgBody *self)
{
  g_return_val_if_fail (VLG_IS_BODY (self), 0);

  return self->seats;
}

VlgVisibility
vlg_body_get_visibility (VlgBody *self)
{
  g_return_val_if_fail (VLG_IS_BODY (self), VLG_VISIBILITY_UNDECIDED);

  return self->visibility;
}

gboolean
vlg_body_get_decides (VlgBody *self)
{
  g_return_val_if_fail (VLG_IS_BODY (self), FALSE);

  return self->decides;
}

VlgDay
vlg_body_get_valid_from (VlgBody *self)
{
  g_return_val_if_fail (VLG_IS_BODY (self), VLG_DAY_NONE);

  return self->valid_from;
}

VlgDay
vlg_body_get_valid_to (VlgBody *self)
{
  g_return_val_if_fail (VLG_IS_BODY (self), VLG_DAY_NONE);

  return self->valid_to;
}

gboolean
vlg_body_is_valid_on (VlgBody *self,
                      VlgDay   day)
{
  g_return_val_if_fail (VLG_IS_BODY (self), FALSE);

  if (day == VLG_DAY_NONE)
    return TRUE;

  return (self->valid_from == VLG_DAY_NONE || day >= self->valid_from) &&
         (self->valid_to == VLG_DAY_NONE || day <= self->valid_to);
}

VlgBodyCalendar *
vlg_body_get_calendar (VlgBody *self)
{
  g_return_val_if_fail (VLG_IS_BODY (self), NULL);

  return self->calendar;
}

void
vlg_body_set_calendar (VlgBody         *self,
                       VlgBodyCalendar *calendar)
{
  g_return_if_fail (VLG_IS_BODY (self));

  g_set_object (&self->calendar, calendar);
}

VlgDay
vlg_body_compute_deadline (VlgBody         *self,
                           VlgDeadlineKind  deadline,
                           VlgDay           day,
                           const char      *holiday_rule)
{
  g_return_val_if_fail (VLG_IS_BODY (self), VLG_DAY_NONE);

  if (self->calendar == NULL)
    return VLG_DAY_NONE;

  return vlg_deadline_compute (vlg_body_calendar_get_term (self->calendar, deadline), day, holiday_rule);
}
