/* vlg-meetings-csv.c — meetings as a table for a spreadsheet
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-meetings-csv.h"

#include <glib/gi18n.h>

#include "vlg-core-enums.h"
#include "vlg-csv.h"
#include "vlg-derived-uid.h"
#include "vlg-error.h"
#include "vlg-string.h"
#include "vlg-text-decode.h"

typedef enum {
  COLUMN_UID,
  COLUMN_NUMBER,
  COLUMN_BODY,
  COLUMN_DAY,
  COLUMN_START,
  COLUMN_END,
  COLUMN_ROOM,
  COLUMN_STATE,
  COLUMN_VISIBILITY,
  COLUMN_NOTE,
  N_COLUMNS,
} Column;

/* What a column may be called, folded; the first is what is written. */
static const char *const columns[N_COLUMNS][5] = {
  { "uid" }, { "number", "nummer", "sitzungsnummer" }, { "body", "gremium" }, { "day", "datum", "tag", "termin" }, { "start", "beginn", "uhrzeit", "von" },
  { "end", "ende", "bis" }, { "room", "raum", "ort", "sitzungsort" }, { "state", "stand", "zustand" }, { "visibility", "status", "offentlichkeit" },
  { "note", "bemerkung", "hinweis" },
};

typedef struct {
  VlgCsvReader csv;
  int places[N_COLUMNS];  /* -1: the table has no such column */
} Reader;

/* Writing */

static void
append_meeting (GString    *out,
                VlgMeeting *meeting)
{
  VlgMeetingNumber *number = vlg_meeting_get_number (meeting);
  g_autofree char *day = vlg_day_to_iso (vlg_meeting_get_day (meeting));
  g_autofree char *start = vlg_wall_time_to_text (vlg_meeting_get_start (meeting));
  g_autofree char *end = vlg_wall_time_to_text (vlg_meeting_get_end (meeting));
  const char *cells[N_COLUMNS + 1] = {
    vlg_meeting_get_uid (meeting), number != NULL ? vlg_meeting_number_get_text (number) : "", vlg_meeting_get_body (meeting), day != NULL ? day : "", start != NULL ? start : "",
    end != NULL ? end : "", vlg_meeting_get_room (meeting),
    vlg_enum_to_nick (VLG_TYPE_MEETING_STATE, vlg_meeting_get_state (meeting)), vlg_enum_to_nick (VLG_TYPE_VISIBILITY, vlg_meeting_get_visibility (meeting)),
    vlg_meeting_get_note (meeting), NULL,
  };

  vlg_csv_append (out, ',', VLG_CSV_GUARDED, cells);
}

GBytes *
vlg_meetings_csv_write (GPtrArray *events)
{
  const char *header[N_COLUMNS + 1] = { NULL };
  g_autoptr (GString) out = NULL;

  g_return_val_if_fail (events != NULL, NULL);

  out = g_string_new (VLG_CSV_MARK);
  for (guint i = 0; i < N_COLUMNS; i++)
    header[i] = columns[i][0];
  vlg_csv_append (out, ',', VLG_CSV_GUARDED, header);
  for (guint i = 0; i < events->len; i++)
    if (((VlgCalendarEvent *) events->pdata[i])->meeting != NULL)
      append_meeting (out, ((VlgCalendarEvent *) events->pdata[i])->meeting);

  return g_string_free_to_bytes (g_steal_pointer (&out));
}

/* Reading */

static const char *
get_cell (const Reader *reader,
          GStrv         cells,
          Column        column)
{
  int place = reader->places[column];

  return place >= 0 && place < (int) g_strv_length (cells) ? cells[place] : "";
}

static gboolean
is_called (Column      column,
           const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns[column]) && columns[column][i] != NULL; i++)
    if (g_str_equal (columns[column][i], folded))
      return TRUE;

  return FALSE;
}

static gboolean
read_header (Reader  *reader,
             GError **error)
{
  g_auto (GStrv) cells = vlg_csv_reader_next (&reader->csv, error);

  if (cells == NULL)
    return FALSE;
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      reader->places[i] = -1;
      for (guint j = 0; cells[j] != NULL; j++)
        {
          g_autofree char *folded = vlg_string_fold (cells[j]);

          if (reader->places[i] < 0 && is_called (i, folded))
            reader->places[i] = (int) j;
        }
      if (reader->places[i] < 0 && (i == COLUMN_BODY || i == COLUMN_DAY))
        return vlg_csv_reader_fail (&reader->csv, error, _("the column “%s” is missing; the first line names the columns"), columns[i][0]);
    }

  return TRUE;
}

static gboolean
read_day (const Reader  *reader,
          const char    *text,
          VlgMeeting    *meeting,
          GError       **error)
{
  VlgDay day = vlg_day_parse_iso (text);

  if (day == VLG_DAY_NONE)
    day = vlg_day_parse_german (text);
  if (day == VLG_DAY_NONE)
    return vlg_csv_reader_fail (&reader->csv, error, _("“%s” is no day like 12.06.2030 or 2030-06-12"), text);
  vlg_meeting_set_day (meeting, day);

  return TRUE;
}

static gboolean
read_times (const Reader  *reader,
            const char    *start_text,
            const char    *end_text,
            VlgMeeting    *meeting,
            GError       **error)
{
  VlgWallTime start = VLG_WALL_TIME_NONE, end = VLG_WALL_TIME_NONE;

  if (*start_text != '\0' && !vlg_wall_time_parse_range (start_text, &start, &end))
    return vlg_csv_reader_fail (&reader->csv, error, _("“%s” is no time of day like 16:00"), start_text);
  if (*end_text != '\0' && (end = vlg_wall_time_parse (end_text)) == VLG_WALL_TIME_NONE)
    return vlg_csv_reader_fail (&reader->csv, error, _("“%s” is no time of day like 16:00"), end_text);
  if (start != VLG_WALL_TIME_NONE)
    vlg_meeting_set_times (meeting, start, end);

  return TRUE;
}

/* The value of the enumeration @type whose nick or label @text is; an empty one leaves *@value. */
static gboolean
read_kind (const Reader  *reader,
           GType          type,
           const char    *(*get_label) (int value),
           const char    *text,
           int           *value,
           GError       **error)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  g_autofree char *folded = vlg_string_fold (text);

  for (guint i = 0; i < klass->n_values; i++)
    {
      g_autofree char *label = vlg_string_fold (get_label (klass->values[i].value));

      if (g_str_equal (folded, klass->values[i].value_nick) || g_str_equal (folded, label))
        {
          *value = klass->values[i].value;
          return TRUE;
        }
    }

  return *folded == '\0' || vlg_csv_reader_fail (&reader->csv, error, _("“%s” is not understood"), text);
}

static const char *
label_state (int value)
{
  return vlg_meeting_state_get_label (value);
}

static const char *
label_visibility (int value)
{
  return vlg_visibility_get_label (value);
}

/* German words, whatever language the program speaks: the tables come from German offices. */
static const char *
translate (const char *text)
{
  static const char *const words[][2] = {
    { "geplant", "planned" }, { "eingeladen", "invited" }, { "stattgefunden", "held" }, { "durchgefuhrt", "held" }, { "abgesagt", "cancelled" }, { "entfallt", "cancelled" },
    { "offentlich", "public" }, { "nicht offentlich", "non-public" }, { "nichtoffentlich", "non-public" },
  };
  g_autofree char *folded = vlg_string_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i][0], folded))
      return words[i][1];

  return text;
}

static char *
make_uid (const Reader *reader,
          GStrv         cells,
          VlgMeeting   *meeting)
{
  const char *uid = get_cell (reader, cells, COLUMN_UID);
  g_autofree char *name = NULL;

  if (g_uuid_string_is_valid (uid))
    return g_ascii_strdown (uid, -1);
  name = *uid != '\0' ? g_strdup (uid)
    : g_strdup_printf ("%s\n%u\n%d", vlg_meeting_get_body (meeting), vlg_meeting_get_day (meeting), vlg_meeting_get_start (meeting));

  return vlg_derived_uid_new (name);
}

static VlgMeeting *
read_row (const Reader  *reader,
          GStrv          cells,
          GError       **error)
{
  g_autoptr (VlgMeeting) meeting = vlg_meeting_new ();
  g_autofree char *body = vlg_string_collapse (get_cell (reader, cells, COLUMN_BODY));
  const char *number_text = get_cell (reader, cells, COLUMN_NUMBER);
  g_autofree char *uid = NULL;
  int state = VLG_MEETING_STATE_PLANNED, visibility = VLG_VISIBILITY_UNDECIDED;

  if (*body == '\0')
    {
      vlg_csv_reader_fail (&reader->csv, error, _("the body is missing"));
      return NULL;
    }
  vlg_meeting_set_body (meeting, body);
  if (!read_day (reader, get_cell (reader, cells, COLUMN_DAY), meeting, error) ||
      !read_times (reader, get_cell (reader, cells, COLUMN_START), get_cell (reader, cells, COLUMN_END), meeting, error) ||
      !read_kind (reader, VLG_TYPE_MEETING_STATE, label_state, translate (get_cell (reader, cells, COLUMN_STATE)), &state, error) ||
      !read_kind (reader, VLG_TYPE_VISIBILITY, label_visibility, translate (get_cell (reader, cells, COLUMN_VISIBILITY)), &visibility, error))
    return NULL;
  if (*number_text != '\0')
    {
      g_autoptr (GError) local_error = NULL;
      g_autoptr (VlgMeetingNumber) number = vlg_meeting_number_parse (number_text, &local_error);

      if (number == NULL)
        {
          vlg_csv_reader_fail (&reader->csv, error, "%s", local_error->message);
          return NULL;
        }
      vlg_meeting_set_number (meeting, number);
    }
  vlg_meeting_set_state (meeting, state);
  vlg_meeting_set_visibility (meeting, visibility);
  vlg_meeting_set_room (meeting, get_cell (reader, cells, COLUMN_ROOM));
  vlg_meeting_set_note (meeting, get_cell (reader, cells, COLUMN_NOTE));
  uid = make_uid (reader, cells, meeting);
  vlg_meeting_set_uid (meeting, uid);

  return g_steal_pointer (&meeting);
}

GPtrArray *
vlg_meetings_csv_read (GBytes      *bytes,
                       const char  *name,
                       GError     **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_calendar_event_free);
  g_autofree char *text = NULL;
  Reader reader;
  const char *encoding;
  gboolean damaged;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = vlg_text_decode (bytes, name, &encoding, &damaged, error);
  if (text == NULL)
    return NULL;
  vlg_csv_reader_init (&reader.csv, text);
  if (!read_header (&reader, error))
    return NULL;
  while (*reader.csv.at != '\0')
    {
      g_auto (GStrv) cells = vlg_csv_reader_next (&reader.csv, error);
      g_autoptr (VlgMeeting) meeting = NULL;
      VlgCalendarEvent *event;

      if (cells == NULL)
        return NULL;
      if (vlg_csv_is_blank ((const char * const *) cells))
        continue;
      meeting = read_row (&reader, cells, error);
      if (meeting == NULL)
        return NULL;
      event = vlg_calendar_event_new (meeting, NULL, -1, 0);
      event->line = reader.csv.line;
      g_ptr_array_add (events, event);
    }

  return g_steal_pointer (&events);
}
