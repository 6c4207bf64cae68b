/* vlg-calendar-entry.c — one thing that stands in the calendar
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-calendar-entry.h"

struct _VlgCalendarEntry
{
  GObject parent_instance;

  /* owned */
  VlgCalendarFacts facts;
};

G_DEFINE_FINAL_TYPE (VlgCalendarEntry, vlg_calendar_entry, G_TYPE_OBJECT)

static void
vlg_calendar_entry_finalize (GObject *object)
{
  VlgCalendarFacts *facts = &VLG_CALENDAR_ENTRY (object)->facts;

  g_free (facts->uid);
  g_free (facts->body);
  g_free (facts->body_uid);
  g_free (facts->number);
  g_free (facts->room);
  g_free (facts->meeting_uid);
  g_free (facts->motion_uid);
  g_free (facts->title);
  g_free (facts->responsible);

  G_OBJECT_CLASS (vlg_calendar_entry_parent_class)->finalize (object);
}

static void
vlg_calendar_entry_class_init (VlgCalendarEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vlg_calendar_entry_finalize;
}

static void
vlg_calendar_entry_init (VlgCalendarEntry *self)
{
}

static void
ensure_text (char **text)
{
  if (*text == NULL)
    *text = g_strdup ("");
}

VlgCalendarEntry *
vlg_calendar_entry_new (const VlgCalendarFacts *facts)
{
  VlgCalendarEntry *self;

  g_return_val_if_fail (facts != NULL, NULL);

  self = g_object_new (VLG_TYPE_CALENDAR_ENTRY, NULL);
  self->facts = *facts;
  ensure_text (&self->facts.body);
  ensure_text (&self->facts.number);
  ensure_text (&self->facts.room);
  ensure_text (&self->facts.title);
  ensure_text (&self->facts.responsible);

  return self;
}

const VlgCalendarFacts *
vlg_calendar_entry_get_facts (VlgCalendarEntry *self)
{
  g_return_val_if_fail (VLG_IS_CALENDAR_ENTRY (self), NULL);

  return &self->facts;
}

gboolean
vlg_calendar_entry_equal (VlgCalendarEntry *a,
                          VlgCalendarEntry *b)
{
  const VlgCalendarFacts *x, *y;

  g_return_val_if_fail (VLG_IS_CALENDAR_ENTRY (a), FALSE);
  g_return_val_if_fail (VLG_IS_CALENDAR_ENTRY (b), FALSE);

  x = &a->facts;
  y = &b->facts;

  return x->kind == y->kind && x->day == y->day && x->start == y->start && x->end == y->end && x->visibility == y->visibility && x->state == y->state &&
         x->n_motions == y->n_motions && x->revision == y->revision && x->motion_stage == y->motion_stage && x->motion_state == y->motion_state &&
         x->motion_visibility == y->motion_visibility && x->role == y->role && x->result == y->result &&
         g_strcmp0 (x->uid, y->uid) == 0 && g_strcmp0 (x->body, y->body) == 0 && g_strcmp0 (x->body_uid, y->body_uid) == 0 &&
         g_strcmp0 (x->number, y->number) == 0 && g_strcmp0 (x->room, y->room) == 0 && g_strcmp0 (x->meeting_uid, y->meeting_uid) == 0 &&
         g_strcmp0 (x->motion_uid, y->motion_uid) == 0 && g_strcmp0 (x->title, y->title) == 0 && g_strcmp0 (x->responsible, y->responsible) == 0;
}

int
vlg_calendar_entry_compare (VlgCalendarEntry *a,
                            VlgCalendarEntry *b)
{
  const VlgCalendarFacts *x = &a->facts, *y = &b->facts;
  int order;

  if (x->day != y->day)
    return x->day == VLG_DAY_NONE ? 1 : y->day == VLG_DAY_NONE ? -1 : x->day < y->day ? -1 : 1;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind == VLG_ENTRY_MEETING ? -1 : 1;
  order = g_utf8_collate (x->body, y->body);
  if (order == 0)
    order = g_strcmp0 (x->number, y->number);

  return order != 0 ? order : g_strcmp0 (x->uid, y->uid);
}
