/* vlg-ical-write.c — the calendar into iCalendar
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-ical.h"

#include <libical/ical.h>
#include <string.h>

#include "vlg-core-enums.h"
#include "vlg-derived-uid.h"

/* Summer time in Germany: from 1981 to 1995 until the end of September, since 1996 until the end of October (Directives 94/21/EC and 2000/84/EC). */
static const char berlin[] =
  "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n"
  "BEGIN:DAYLIGHT\r\nTZNAME:CEST\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nDTSTART:19810329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n"
  "BEGIN:STANDARD\r\nTZNAME:CET\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nDTSTART:19810927T030000\r\nRRULE:FREQ=YEARLY;UNTIL=19950924T010000Z;BYMONTH=9;BYDAY=-1SU\r\n"
  "END:STANDARD\r\n"
  "BEGIN:STANDARD\r\nTZNAME:CET\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nDTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n"
  "END:VTIMEZONE\r\n";

static void
add_extra (icalcomponent *event,
           const char    *name,
           const char    *value)
{
  icalproperty *property;

  if (value == NULL || *value == '\0')
    return;
  property = icalproperty_new_x (value);
  icalproperty_set_x_name (property, name);
  icalcomponent_add_property (event, property);
}

static icaltimetype
make_date (VlgDay day)
{
  icaltimetype time = icaltime_null_date ();
  guint year, month, day_of_month;

  vlg_day_get (day, &year, &month, &day_of_month);
  time.year = year;
  time.month = month;
  time.day = day_of_month;

  return time;
}

/* @minutes of @day as the clock on the wall shows them. */
static icaltimetype
make_time (VlgDay      day,
           VlgWallTime minutes)
{
  icaltimetype time = make_date (day + minutes / VLG_MINUTES_A_DAY);

  time.is_date = 0;
  time.hour = minutes % VLG_MINUTES_A_DAY / 60;
  time.minute = minutes % 60;
  time.second = 0;

  return time;
}

static icaltimetype
make_instant (gint64 instant)
{
  return icaltime_from_timet_with_zone (instant / G_USEC_PER_SEC, 0, icaltimezone_get_utc_timezone ());
}

/* The instant of a wall time in another zone than ours, in UTC. */
static icaltimetype
make_utc (icaltimetype  wall,
          const char   *zone)
{
  g_autoptr (GTimeZone) there = g_time_zone_new_identifier (zone);
  g_autoptr (GDateTime) time = g_date_time_new (there != NULL ? there : g_time_zone_new_utc (), wall.year, wall.month, wall.day, wall.hour, wall.minute, 0);

  return make_instant (g_date_time_to_unix (time) * G_USEC_PER_SEC);
}

static void
add_time (icalcomponent *event,
          icalproperty  *property,
          gboolean       ours)
{
  if (ours)
    icalproperty_add_parameter (property, icalparameter_new_tzid (VLG_MEETING_ZONE));
  icalcomponent_add_property (event, property);
}

static void
add_times (icalcomponent *event,
           VlgMeeting    *meeting)
{
  const char *zone = vlg_meeting_get_zone (meeting);
  VlgWallTime start = vlg_meeting_get_start (meeting), end = vlg_meeting_get_end (meeting);
  VlgDay day = vlg_meeting_get_day (meeting);
  gboolean ours = g_strcmp0 (zone, VLG_MEETING_ZONE) == 0;

  if (start == VLG_WALL_TIME_NONE)
    {
      icalcomponent_add_property (event, icalproperty_new_dtstart (make_date (day)));
      return;
    }
  add_time (event, icalproperty_new_dtstart (ours ? make_time (day, start) : make_utc (make_time (day, start), zone)), ours);
  /* An event without an end ends as it begins (3.6.1), which is what a meeting with one minute less than any would be. */
  if (end != VLG_WALL_TIME_NONE && end > start)
    add_time (event, icalproperty_new_dtend (ours ? make_time (day, end) : make_utc (make_time (day, end), zone)), ours);
  if (!ours)
    add_extra (event, "X-VORLAGE-ZONE", zone);
}

static icalcomponent *
new_event (const char *uid,
           gint64      sequence,
           gint64      changed_at)
{
  icalcomponent *event = icalcomponent_new_vevent ();

  icalcomponent_add_property (event, icalproperty_new_uid (uid));
  icalcomponent_add_property (event, icalproperty_new_dtstamp (make_instant (changed_at)));
  if (changed_at != 0)
    icalcomponent_add_property (event, icalproperty_new_lastmodified (make_instant (changed_at)));
  icalcomponent_add_property (event, icalproperty_new_sequence ((int) MIN (sequence, G_MAXINT)));

  return event;
}

static void
add_text (icalcomponent *event,
          icalproperty *(*new_property) (const char *value),
          const char    *value)
{
  if (value != NULL && *value != '\0')
    icalcomponent_add_property (event, new_property (value));
}

static icalproperty_status
get_status (VlgMeeting *meeting)
{
  switch (vlg_meeting_get_state (meeting))
    {
    case VLG_MEETING_STATE_PLANNED:
      return ICAL_STATUS_TENTATIVE;
    case VLG_MEETING_STATE_CANCELLED:
      return ICAL_STATUS_CANCELLED;
    case VLG_MEETING_STATE_INVITED:
    case VLG_MEETING_STATE_HELD:
    default:
      return ICAL_STATUS_CONFIRMED;
    }
}

static icalcomponent *
make_meeting (VlgCalendarEvent *source,
              VlgEdition        edition,
              GBytes           *key)
{
  VlgMeeting *meeting = source->meeting;
  VlgMeetingNumber *number = vlg_meeting_get_number (meeting);
  VlgVisibility visibility = vlg_meeting_get_visibility (meeting);
  gboolean full = edition == VLG_EDITION_FULL;
  /* Whatever is not known to be public. */
  gboolean withheld = !full && visibility != VLG_VISIBILITY_PUBLIC;
  g_autofree char *uid = withheld ? vlg_derived_uid_new_keyed (key, vlg_meeting_get_uid (meeting)) : g_strdup (vlg_meeting_get_uid (meeting));
  icalcomponent *event = new_event (uid, source->sequence, source->changed_at);

  add_times (event, meeting);
  icalcomponent_add_property (event, icalproperty_new_status (get_status (meeting)));
  if (withheld)
    {
      icalcomponent_add_property (event, icalproperty_new_summary (VLG_ICAL_WITHHELD));
      return event;
    }

  add_text (event, icalproperty_new_summary, vlg_meeting_get_body (meeting));
  add_text (event, icalproperty_new_location, vlg_meeting_get_room (meeting));
  if (visibility != VLG_VISIBILITY_UNDECIDED)
    icalcomponent_add_property (event, icalproperty_new_class (visibility == VLG_VISIBILITY_PUBLIC ? ICAL_CLASS_PUBLIC : ICAL_CLASS_CONFIDENTIAL));
  add_extra (event, "X-VORLAGE-NUMBER", number != NULL ? vlg_meeting_number_get_text (number) : NULL);
  if (!full)
    return event;
  add_text (event, icalproperty_new_description, vlg_meeting_get_note (meeting));
  add_extra (event, "X-VORLAGE-BODY", vlg_meeting_get_body (meeting));
  add_extra (event, "X-VORLAGE-BODY-UID", vlg_meeting_get_body_uid (meeting));
  add_extra (event, "X-VORLAGE-STATE", vlg_enum_to_nick (VLG_TYPE_MEETING_STATE, vlg_meeting_get_state (meeting)));

  return event;
}

static gboolean
may_leave (const VlgCalendarFacts *facts)
{
  return facts->visibility == VLG_VISIBILITY_PUBLIC && facts->motion_visibility == VLG_VISIBILITY_PUBLIC && facts->motion_stage == VLG_STAGE_RELEASED;
}

/* NULL for one that must not leave the house. */
static icalcomponent *
make_consultation (VlgCalendarEvent *source,
                   VlgEdition        edition)
{
  const VlgCalendarFacts *facts = vlg_calendar_entry_get_facts (source->consultation);
  g_autofree char *what = *facts->number != '\0' ? g_strdup_printf ("%s %s", facts->number, facts->title) : g_strdup (facts->title);
  g_autofree char *summary = g_strdup_printf ("%s: %s", facts->body, what);
  icalcomponent *event;

  if (facts->day == VLG_DAY_NONE || (edition == VLG_EDITION_PUBLIC && !may_leave (facts)))
    return NULL;

  event = new_event (facts->uid, source->sequence, source->changed_at);
  icalcomponent_add_property (event, icalproperty_new_dtstart (make_date (facts->day)));
  /* It takes nobody's day (3.8.2.7). */
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  add_text (event, icalproperty_new_summary, summary);
  if (facts->visibility != VLG_VISIBILITY_UNDECIDED)
    icalcomponent_add_property (event, icalproperty_new_class (facts->visibility == VLG_VISIBILITY_PUBLIC ? ICAL_CLASS_PUBLIC : ICAL_CLASS_CONFIDENTIAL));
  add_extra (event, "X-VORLAGE-KIND", "consultation");
  add_extra (event, "X-VORLAGE-NUMBER", facts->number);
  if (edition == VLG_EDITION_PUBLIC)
    return event;
  add_extra (event, "X-VORLAGE-BODY", facts->body);
  add_extra (event, "X-VORLAGE-BODY-UID", facts->body_uid);
  add_extra (event, "X-VORLAGE-TITLE", facts->title);
  add_extra (event, "X-VORLAGE-MOTION", facts->motion_uid);

  return event;
}

GBytes *
vlg_ical_write (GPtrArray  *events,
                VlgEdition  edition,
                const char *name,
                GBytes     *key)
{
  icalcomponent *calendar;
  char *text;
  GBytes *bytes;

  g_return_val_if_fail (events != NULL, NULL);
  g_return_val_if_fail (edition != VLG_EDITION_PUBLIC || key != NULL, NULL);

  calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar, icalproperty_new_prodid ("-//Vorlage//Vorlage " PACKAGE_VERSION "//DE"));
  icalcomponent_add_property (calendar, icalproperty_new_calscale ("GREGORIAN"));
  add_extra (calendar, "X-WR-CALNAME", name);
  icalcomponent_add_component (calendar, icalparser_parse_string (berlin));
  for (guint i = 0; i < events->len; i++)
    {
      VlgCalendarEvent *event = events->pdata[i];
      icalcomponent *component = event->meeting != NULL ? make_meeting (event, edition, key) : make_consultation (event, edition);

      if (component != NULL)
        icalcomponent_add_component (calendar, component);
    }
  text = icalcomponent_as_ical_string_r (calendar);
  bytes = g_bytes_new (text, strlen (text));
  icalmemory_free_buffer (text);
  icalcomponent_free (calendar);

  return bytes;
}
