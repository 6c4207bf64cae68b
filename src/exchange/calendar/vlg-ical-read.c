/* vlg-ical-read.c — the calendar out of iCalendar
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-ical.h"

#include <glib/gi18n.h>
#include <libical/ical.h>
#include <string.h>

#include "vlg-core-enums.h"
#include "vlg-derived-uid.h"
#include "vlg-error.h"
#include "vlg-string.h"
#include "vlg-text-decode.h"

#define DEEPEST 8

static gboolean G_GNUC_PRINTF (3, 4)
fail (guint         line,
      GError      **error,
      const char   *format,
      ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Translators: of a file; then what is wrong there. */
  g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("Line %u: %s"), line, what);

  return FALSE;
}

/* The lines. The parser behind goes over what it does not understand and tells no place, so its grammar is looked at first. */

typedef struct {
  GPtrArray *open;   /* (element-type utf8) components, the innermost last */
  guint      lines[DEEPEST];
  GArray    *events; /* (element-type guint) the line each event of the calendar begins in */
} Scan;

static gboolean
scan_component (Scan        *scan,
                const char  *text,
                gboolean     begin,
                guint        line,
                GError     **error)
{
  g_autofree char *name = g_ascii_strup (text, -1);
  const char *innermost = scan->open->len > 0 ? scan->open->pdata[scan->open->len - 1] : NULL;

  g_strstrip (name);
  if (begin)
    {
      if (scan->open->len == DEEPEST)
        return fail (line, error, _("components are nested too deep"));
      if (scan->open->len == 0 && strcmp (name, "VCALENDAR") != 0)
        return fail (line, error, _("this is no iCalendar file; one begins with BEGIN:VCALENDAR"));
      if (scan->open->len == 1 && strcmp (name, "VEVENT") == 0)
        g_array_append_val (scan->events, line);
      scan->lines[scan->open->len] = line;
      g_ptr_array_add (scan->open, g_steal_pointer (&name));
      return TRUE;
    }
  if (innermost == NULL || strcmp (name, innermost) != 0)
    return fail (line, error, _("END:%s closes what was not begun"), name);
  g_ptr_array_set_size (scan->open, scan->open->len - 1);

  return TRUE;
}

static gboolean
scan_line (Scan        *scan,
           const char  *text,
           guint        line,
           GError     **error)
{
  gsize length = strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");

  if (*text == '\0' || ((*text == ' ' || *text == '\t') && scan->open->len > 0))
    return TRUE;
  if (g_ascii_strncasecmp (text, "BEGIN:", 6) == 0)
    return scan_component (scan, text + 6, TRUE, line, error);
  if (scan->open->len == 0)
    return fail (line, error, _("this is no iCalendar file; one begins with BEGIN:VCALENDAR"));
  if (g_ascii_strncasecmp (text, "END:", 4) == 0)
    return scan_component (scan, text + 4, FALSE, line, error);
  if (length == 0 || (text[length] != ':' && text[length] != ';'))
    {
      g_autofree char *shown = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 40));

      return fail (line, error, _("this is no property of a calendar: “%s”"), shown);
    }

  return TRUE;
}

/* The lines the events begin in, in order. Caller owns; NULL with @error. */
static GArray *
scan_text (const char  *text,
           GError     **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (guint));
  Scan scan = { .open = open, .events = events };

  for (guint i = 0; lines[i] != NULL; i++)
    if (!scan_line (&scan, lines[i], i + 1, error))
      return NULL;
  if (open->len > 0)
    {
      fail (scan.lines[open->len - 1], error, _("BEGIN:%s is never closed; the file is not whole"), (char *) open->pdata[open->len - 1]);
      return NULL;
    }

  return g_steal_pointer (&events);
}

/* Identity */

static char *
get_uid (icalcomponent *event)
{
  const char *uid = icalcomponent_get_uid (event);
  const char *summary = icalcomponent_get_summary (event);
  g_autofree char *name = NULL;

  if (uid != NULL && g_uuid_string_is_valid (uid))
    return g_ascii_strdown (uid, -1);
  /* An event must have one; where it has none, what and when tell it from the others. */
  name = uid != NULL && *uid != '\0' ? g_strdup (uid)
    : g_strdup_printf ("%s\n%s", summary != NULL ? summary : "", icaltime_as_ical_string (icalcomponent_get_dtstart (event)));

  return vlg_derived_uid_new (name);
}

/* The value of an extra property, NULL for none; borrowed. */
static const char *
get_extra (icalcomponent *event,
           const char    *name)
{
  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_X_PROPERTY); property != NULL;
       property = icalcomponent_get_next_property (event, ICAL_X_PROPERTY))
    if (g_ascii_strcasecmp (icalproperty_get_x_name (property), name) == 0)
      return icalproperty_get_x (property);

  return NULL;
}

/* Time */

typedef struct {
  VlgDay      day;
  VlgWallTime time;  /* VLG_WALL_TIME_NONE: the whole day */
} Moment;

static gboolean
from_instant (time_t       instant,
              const char  *zone,
              Moment      *moment)
{
  g_autoptr (GTimeZone) there = g_time_zone_new_identifier (zone);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr (GDateTime) local = there != NULL && utc != NULL ? g_date_time_to_timezone (utc, there) : NULL;

  if (local == NULL)
    return FALSE;
  moment->day = vlg_day_new (g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local));
  moment->time = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);

  return TRUE;
}

/* A time of @property in *@zone (NULL: not decided yet, and then decided here). */
static gboolean
read_moment (icalcomponent  *event,
             icalproperty   *property,
             guint           line,
             char          **zone,
             Moment         *moment,
             GError        **error)
{
  icaltimetype time = icalproperty_get_datetime_with_component (property, event);
  const char *tzid = icalproperty_get_parameter_as_string (property, "TZID");
  g_autoptr (GTimeZone) known = tzid != NULL ? g_time_zone_new_identifier (tzid) : NULL;
  const char *name = icalproperty_get_property_name (property);

  if (icaltime_is_null_time (time) || !icaltime_is_valid_time (time) || vlg_day_new (MAX (time.year, 0), time.month, time.day) == VLG_DAY_NONE)
    return fail (line, error, _("the event that begins here has no valid %s"), name);
  moment->day = vlg_day_new (time.year, time.month, time.day);
  moment->time = VLG_WALL_TIME_NONE;
  if (time.is_date)
    return TRUE;

  moment->time = vlg_wall_time_new (time.hour, time.minute);
  if (icaltime_is_utc (time))
    {
      const char *there = *zone != NULL ? *zone : get_extra (event, "X-VORLAGE-ZONE");

      if (!from_instant (icaltime_as_timet (time), there != NULL ? there : VLG_MEETING_ZONE, moment))
        return fail (line, error, _("the time zone “%s” is not known"), there != NULL ? there : VLG_MEETING_ZONE);
      if (*zone == NULL)
        *zone = g_strdup (there != NULL ? there : VLG_MEETING_ZONE);
      return TRUE;
    }
  if (tzid == NULL || (known != NULL && (*zone == NULL || g_str_equal (*zone, tzid))))
    {
      if (*zone == NULL)
        *zone = g_strdup (tzid != NULL ? tzid : VLG_MEETING_ZONE);
      return TRUE;
    }
  if (time.zone == NULL)
    return fail (line, error, _("the time zone “%s” is not known"), tzid);
  if (*zone == NULL)
    *zone = g_strdup (VLG_MEETING_ZONE);

  return from_instant (icaltime_as_timet_with_zone (time, time.zone), *zone, moment) || fail (line, error, _("the time zone “%s” is not known"), *zone);
}

static gboolean
read_end (icalcomponent  *event,
          VlgMeeting     *meeting,
          guint           line,
          char          **zone,
          GError        **error)
{
  icalproperty *property = icalcomponent_get_first_property (event, ICAL_DTEND_PROPERTY);
  VlgWallTime start = vlg_meeting_get_start (meeting), end;
  Moment moment = { 0 };

  if (property != NULL && start != VLG_WALL_TIME_NONE)
    {
      if (!read_moment (event, property, line, zone, &moment, error))
        return FALSE;
      if (moment.time == VLG_WALL_TIME_NONE)
        return fail (line, error, _("the event that begins here has an end without a time of day"));
      end = ((int) moment.day - (int) vlg_meeting_get_day (meeting)) * VLG_MINUTES_A_DAY + moment.time;
    }
  else if (start != VLG_WALL_TIME_NONE && (property = icalcomponent_get_first_property (event, ICAL_DURATION_PROPERTY)) != NULL)
    {
      int seconds = icaldurationtype_as_int (icalproperty_get_duration (property));

      /* A meeting of more days than one is found below. */
      end = seconds < 0 || seconds > 3 * 24 * 3600 ? -1 : start + seconds / 60;
    }
  else
    {
      return TRUE;
    }
  if (end < start || !vlg_wall_time_is_end (end))
    return fail (line, error, _("the event that begins here ends before it begins, or more than a day later"));
  if (end > start)
    vlg_meeting_set_end (meeting, end);

  return TRUE;
}

/* Events */

static VlgVisibility
read_visibility (icalcomponent *event)
{
  icalproperty *property = icalcomponent_get_first_property (event, ICAL_CLASS_PROPERTY);

  if (property == NULL)
    return VLG_VISIBILITY_UNDECIDED;

  return icalproperty_get_class (property) == ICAL_CLASS_PUBLIC ? VLG_VISIBILITY_PUBLIC : VLG_VISIBILITY_NON_PUBLIC;
}

static gboolean
read_words (icalcomponent  *event,
            VlgMeeting     *meeting,
            guint           line,
            GError        **error)
{
  const char *body = get_extra (event, "X-VORLAGE-BODY"), *number = get_extra (event, "X-VORLAGE-NUMBER"), *nick = get_extra (event, "X-VORLAGE-STATE");
  const char *room = icalcomponent_get_location (event), *note = icalcomponent_get_description (event);
  g_autofree char *collapsed = NULL;
  int state = icalcomponent_get_status (event) == ICAL_STATUS_CANCELLED ? VLG_MEETING_STATE_CANCELLED : VLG_MEETING_STATE_PLANNED;

  if (body == NULL)
    body = icalcomponent_get_summary (event);
  collapsed = vlg_string_collapse (body != NULL ? body : "");
  if (*collapsed == '\0')
    return fail (line, error, _("the event that begins here has no SUMMARY, which names the body"));
  vlg_meeting_set_body (meeting, collapsed);
  vlg_meeting_set_body_uid (meeting, get_extra (event, "X-VORLAGE-BODY-UID"));
  vlg_meeting_set_room (meeting, room != NULL ? room : "");
  vlg_meeting_set_note (meeting, note != NULL ? note : "");
  vlg_meeting_set_visibility (meeting, read_visibility (event));
  /* Other programs change STATUS and leave ours alone: cancelled is cancelled. */
  if (nick != NULL && state != VLG_MEETING_STATE_CANCELLED && vlg_enum_from_nick (VLG_TYPE_MEETING_STATE, nick, &state) && state == VLG_MEETING_STATE_CANCELLED)
    state = VLG_MEETING_STATE_PLANNED;
  vlg_meeting_set_state (meeting, state);
  if (number != NULL)
    {
      g_autoptr (GError) local_error = NULL;
      g_autoptr (VlgMeetingNumber) parsed = vlg_meeting_number_parse (number, &local_error);

      if (parsed == NULL)
        return fail (line, error, "%s", local_error->message);
      vlg_meeting_set_number (meeting, parsed);
    }

  return TRUE;
}

static VlgMeeting *
read_meeting (icalcomponent  *event,
              const Moment   *start,
              char          **zone,
              guint           line,
              GError        **error)
{
  g_autoptr (VlgMeeting) meeting = vlg_meeting_new ();
  g_autofree char *uid = get_uid (event);

  vlg_meeting_set_uid (meeting, uid);
  vlg_meeting_set_day (meeting, start->day);
  vlg_meeting_set_start (meeting, start->time);
  if (!read_end (event, meeting, line, zone, error) || !read_words (event, meeting, line, error))
    return NULL;
  vlg_meeting_set_zone (meeting, *zone);

  return g_steal_pointer (&meeting);
}

static VlgCalendarEntry *
read_consultation (icalcomponent *event,
                   const Moment  *start)
{
  const char *title = get_extra (event, "X-VORLAGE-TITLE"), *summary = icalcomponent_get_summary (event);
  VlgCalendarFacts facts = {
    .kind = VLG_ENTRY_CONSULTATION,
    .uid = get_uid (event),
    .day = start->day,
    .start = VLG_WALL_TIME_NONE,
    .end = VLG_WALL_TIME_NONE,
    .body = g_strdup (get_extra (event, "X-VORLAGE-BODY")),
    .body_uid = g_strdup (get_extra (event, "X-VORLAGE-BODY-UID")),
    .number = g_strdup (get_extra (event, "X-VORLAGE-NUMBER")),
    .title = g_strdup (title != NULL ? title : summary),
    .motion_uid = g_strdup (get_extra (event, "X-VORLAGE-MOTION")),
    .visibility = read_visibility (event),
  };

  return vlg_calendar_entry_new (&facts);
}

static gint64
read_changed_at (icalcomponent *event)
{
  icalproperty *property = icalcomponent_get_first_property (event, ICAL_LASTMODIFIED_PROPERTY);

  return property != NULL ? (gint64) icaltime_as_timet (icalproperty_get_lastmodified (property)) * G_USEC_PER_SEC : 0;
}

static VlgCalendarEvent *
read_event (icalcomponent  *event,
            guint           line,
            GError        **error)
{
  icalproperty *property = icalcomponent_get_first_property (event, ICAL_DTSTART_PROPERTY);
  icalproperty *wrong = icalcomponent_get_first_property (event, ICAL_XLICERROR_PROPERTY);
  const char *kind = get_extra (event, "X-VORLAGE-KIND");
  g_autofree char *zone = NULL;
  VlgCalendarEvent *read;
  Moment start = { 0 };

  if (wrong != NULL)
    {
      fail (line, error, _("the event that begins here is damaged: %s"), icalproperty_get_xlicerror (wrong));
      return NULL;
    }
  if (icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY) != NULL || icalcomponent_get_first_property (event, ICAL_RDATE_PROPERTY) != NULL)
    {
      fail (line, error, _("the event that begins here repeats itself. Please export its meetings one by one."));
      return NULL;
    }
  if (property == NULL)
    {
      fail (line, error, _("the event that begins here has no valid %s"), "DTSTART");
      return NULL;
    }
  if (!read_moment (event, property, line, &zone, &start, error))
    return NULL;

  read = g_new0 (VlgCalendarEvent, 1);
  read->line = line;
  read->sequence = icalcomponent_get_first_property (event, ICAL_SEQUENCE_PROPERTY) != NULL ? MAX (icalcomponent_get_sequence (event), 0) : -1;
  read->changed_at = read_changed_at (event);
  if (kind != NULL && g_ascii_strcasecmp (kind, "consultation") == 0)
    read->consultation = read_consultation (event, &start);
  else
    read->meeting = read_meeting (event, &start, &zone, line, error);
  if (read->consultation == NULL && read->meeting == NULL)
    g_clear_pointer (&read, vlg_calendar_event_free);

  return read;
}

static GPtrArray *
read_calendar (icalcomponent  *calendar,
               GArray         *lines,
               guint          *n,
               GError        **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_calendar_event_free);

  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT), (*n)++)
    {
      VlgCalendarEvent *read = read_event (event, *n < lines->len ? g_array_index (lines, guint, *n) : 1, error);

      if (read == NULL)
        return NULL;
      g_ptr_array_add (events, read);
    }

  return g_steal_pointer (&events);
}

GPtrArray *
vlg_ical_read (GBytes      *bytes,
               const char  *name,
               GError     **error)
{
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *text = NULL;
  const char *encoding;
  gboolean damaged;
  icalcomponent *root;
  guint n = 0;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = vlg_text_decode (bytes, name, &encoding, &damaged, error);
  lines = text != NULL ? scan_text (text, error) : NULL;
  if (lines == NULL)
    return NULL;
  root = icalparser_parse_string (text);
  if (root == NULL)
    {
      fail (1, error, _("this is no iCalendar file; one begins with BEGIN:VCALENDAR"));
      return NULL;
    }
  if (icalcomponent_isa (root) == ICAL_VCALENDAR_COMPONENT)
    {
      events = read_calendar (root, lines, &n, error);
    }
  else
    {
      /* Several calendars in one file stand below a component of the parser's own. */
      events = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_calendar_event_free);
      for (icalcomponent *calendar = icalcomponent_get_first_component (root, ICAL_VCALENDAR_COMPONENT); events != NULL && calendar != NULL;
           calendar = icalcomponent_get_next_component (root, ICAL_VCALENDAR_COMPONENT))
        {
          g_autoptr (GPtrArray) more = read_calendar (calendar, lines, &n, error);

          if (more != NULL)
            g_ptr_array_extend_and_steal (events, g_steal_pointer (&more));
          else
            g_clear_pointer (&events, g_ptr_array_unref);
        }
    }
  icalcomponent_free (root);

  return g_steal_pointer (&events);
}
