/* vlg-body-calendar.c — how a body meets
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-body-calendar.h"

#include "vlg-agenda-item.h"

struct _VlgBodyCalendar
{
  GObject parent_instance;

  /* owned */
  char *colour;
  GStrv mandatory_for;
  VlgMeetingRule *rule;
  VlgDeadlineTerm *terms[VLG_N_DEADLINES];
  GListModel *agenda;
};

G_DEFINE_FINAL_TYPE (VlgBodyCalendar, vlg_body_calendar, G_TYPE_OBJECT)

static void
vlg_body_calendar_finalize (GObject *object)
{
  VlgBodyCalendar *self = VLG_BODY_CALENDAR (object);

  g_free (self->colour);
  g_strfreev (self->mandatory_for);
  g_clear_pointer (&self->rule, vlg_meeting_rule_free);
  for (guint i = 0; i < VLG_N_DEADLINES; i++)
    g_clear_pointer (&self->terms[i], vlg_deadline_term_free);
  g_clear_object (&self->agenda);

  G_OBJECT_CLASS (vlg_body_calendar_parent_class)->finalize (object);
}

static void
vlg_body_calendar_class_init (VlgBodyCalendarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vlg_body_calendar_finalize;
}

static void
vlg_body_calendar_init (VlgBodyCalendar *self)
{
}

VlgBodyCalendar *
vlg_body_calendar_new (const char              *colour,
                       const char * const      *mandatory_for,
                       const VlgMeetingRule    *rule,
                       VlgDeadlineTerm * const *terms,
                       GListModel              *agenda)
{
  VlgBodyCalendar *self = g_object_new (VLG_TYPE_BODY_CALENDAR, NULL);

  self->colour = g_strdup (colour != NULL ? colour : "");
  self->mandatory_for = g_strdupv ((GStrv) mandatory_for);
  self->rule = rule != NULL ? vlg_meeting_rule_copy (rule) : NULL;
  for (guint i = 0; terms != NULL && i < VLG_N_DEADLINES; i++)
    self->terms[i] = terms[i] != NULL ? vlg_deadline_term_copy (terms[i]) : NULL;
  self->agenda = agenda != NULL ? g_object_ref (agenda) : G_LIST_MODEL (g_list_store_new (VLG_TYPE_AGENDA_ITEM));

  return self;
}

const char *
vlg_body_calendar_get_colour (VlgBodyCalendar *self)
{
  g_return_val_if_fail (VLG_IS_BODY_CALENDAR (self), "");

  return self->colour;
}

gboolean
vlg_body_calendar_is_mandatory_for (VlgBodyCalendar *self,
                                    const char      *kind)
{
  g_return_val_if_fail (VLG_IS_BODY_CALENDAR (self), FALSE);

  return self->mandatory_for != NULL && kind != NULL && g_strv_contains ((const char * const *) self->mandatory_for, kind);
}

const VlgMeetingRule *
vlg_body_calendar_get_rule (VlgBodyCalendar *self)
{
  g_return_val_if_fail (VLG_IS_BODY_CALENDAR (self), NULL);

  return self->rule;
}

const VlgDeadlineTerm *
vlg_body_calendar_get_term (VlgBodyCalendar *self,
                            VlgDeadlineKind  deadline)
{
  g_return_val_if_fail (VLG_IS_BODY_CALENDAR (self), NULL);
  g_return_val_if_fail ((guint) deadline < VLG_N_DEADLINES, NULL);

  return self->terms[deadline];
}

GListModel *
vlg_body_calendar_get_agenda (VlgBodyCalendar *self)
{
  g_return_val_if_fail (VLG_IS_BODY_CALENDAR (self), NULL);

  return self->agenda;
}
