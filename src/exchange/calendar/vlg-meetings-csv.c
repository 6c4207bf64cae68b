/* vlg-meetings-csv.c — meetings as a table for a spreadsheet
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-meetings-csv.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vlg-core-enums.h"
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
  /* borrowed */
  const char *at;           /* in the text */

  char  separator;
  guint line;               /* of the record being read, from 1 */
  guint next_line;
  int   places[N_COLUMNS];  /* -1: the table has no such column */
} Reader;

/* Whether a spreadsheet would calculate the cell (OWASP, "CSV Injection"), or take such a one's apostrophe for its own. */
static gboolean
is_formula (const char *cell)
{
  cell += strspn (cell, "'");

  return *cell != '\0' && strchr ("=+-@\t\r", *cell) != NULL;
}

/* Writing */

static void
append_cell (GString    *out,
             const char *cell,
             gboolean    last)
{
  if (cell == NULL)
    cell = "";
  if (strpbrk (cell, ",;\t\"\r\n") == NULL)
    {
      g_string_append_printf (out, "%s%s", is_formula (cell) ? "'" : "", cell);
    }
  else
    {
      g_string_append (out, is_formula (cell) ? "\"'" : "\"");
      for (const char *p = cell; *p != '\0'; p++)
        {
          if (*p == '"')
            g_string_append_c (out, '"');
          g_string_append_c (out, *p);
        }
      g_string_append_c (out, '"');
    }
  g_string_append (out, last ? "\r\n" : ",");
}

static void
append_meeting (GString    *out,
                VlgMeeting *meeting)
{
  VlgMeetingNumber *number = vlg_meeting_get_number (meeting);
  g_autofree char *day = vlg_day_to_iso (vlg_meeting_get_day (meeting));
  g_autofree char *start = vlg_wall_time_to_text (vlg_meeting_get_start (meeting));
  g_autofree char *end = vlg_wall_time_to_text (vlg_meeting_get_end (meeting));
  const char *cells[N_COLUMNS] = {
    vlg_meeting_get_uid (meeting), number != NULL ? vlg_meeting_number_get_text (number) : NULL, vlg_meeting_get_body (meeting), day, start, end, vlg_meeting_get_room (meeting),
    vlg_enum_to_nick (VLG_TYPE_MEETING_STATE, vlg_meeting_get_state (meeting)), vlg_enum_to_nick (VLG_TYPE_VISIBILITY, vlg_meeting_get_visibility (meeting)),
    vlg_meeting_get_note (meeting),
  };

  for (guint i = 0; i < N_COLUMNS; i++)
    append_cell (out, cells[i], i + 1 == N_COLUMNS);
}

GBytes *
vlg_meetings_csv_write (GPtrArray *events)
{
  GString *out = g_string_new ("\xef\xbb\xbf");
  gsize length;

  g_return_val_if_fail (events != NULL, NULL);

  for (guint i = 0; i < N_COLUMNS; i++)
    append_cell (out, columns[i][0], i + 1 == N_COLUMNS);
  for (guint i = 0; i < events->len; i++)
    if (((VlgCalendarEvent *) events->pdata[i])->meeting != NULL)
      append_meeting (out, ((VlgCalendarEvent *) events->pdata[i])->meeting);
  length = out->len;

  return g_bytes_new_take (g_string_free (out, FALSE), length);
}

/* Reading */

static gboolean G_GNUC_PRINTF (3, 4)
fail (const Reader  *reader,
      GError       **error,
      const char    *format,
      ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("Line %u: %s"), reader->line, what);

  return FALSE;
}

/* The next cell; @more: another one follows in the record. Caller owns; NULL with @error. */
static char *
read_cell (Reader    *reader,
           gboolean  *more,
           GError   **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean quoted = *reader->at == '"';

  if (quoted)
    reader->at++;
  for (; *reader->at != '\0'; reader->at++)
    {
      if (quoted && reader->at[0] == '"' && reader->at[1] == '"')
        reader->at++;
      else if (quoted && reader->at[0] == '"')
        break;
      else if (!quoted && (*reader->at == reader->separator || *reader->at == '\n'))
        break;
      reader->next_line += *reader->at == '\n';
      g_string_append_c (cell, *reader->at);
    }
  if (quoted && *reader->at != '"')
    {
      fail (reader, error, _("a quotation mark is not closed"));
      return NULL;
    }
  reader->at += quoted;
  if (*reader->at != '\0' && *reader->at != '\n' && *reader->at != reader->separator)
    {
      fail (reader, error, _("something stands behind a closing quotation mark"));
      return NULL;
    }
  *more = *reader->at == reader->separator;
  if (*reader->at == '\n')
    reader->next_line++;
  if (*reader->at != '\0')
    reader->at++;

  return g_strstrip (g_strdup (cell->str + (*cell->str == '\'' && is_formula (cell->str))));
}

/* The cells of the next record. Caller owns; NULL with @error. */
static GStrv
read_record (Reader  *reader,
             GError **error)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  gboolean more = TRUE;

  reader->line = reader->next_line;
  while (more)
    {
      g_autofree char *cell = read_cell (reader, &more, error);

      if (cell == NULL)
        return NULL;
      g_strv_builder_add (cells, cell);
    }

  return g_strv_builder_end (cells);
}

static gboolean
is_blank (GStrv cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    if (*cells[i] != '\0')
      return FALSE;

  return TRUE;
}

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
  gsize length = strcspn (reader->at, "\n");
  g_auto (GStrv) cells = NULL;

  reader->separator = memchr (reader->at, ';', length) != NULL ? ';' : memchr (reader->at, '\t', length) != NULL ? '\t' : ',';
  cells = read_record (reader, error);
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
        return fail (reader, error, _("the column “%s” is missing; the first line names the columns"), columns[i][0]);
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
    return fail (reader, error, _("“%s” is no day like 12.06.2030 or 2030-06-12"), text);
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
    return fail (reader, error, _("“%s” is no time of day like 16:00"), start_text);
  if (*end_text != '\0' && (end = vlg_wall_time_parse (end_text)) == VLG_WALL_TIME_NONE)
    return fail (reader, error, _("“%s” is no time of day like 16:00"), end_text);
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

  return *folded == '\0' || fail (reader, error, _("“%s” is not understood"), text);
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
      fail (reader, error, _("the body is missing"));
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
          fail (reader, error, "%s", local_error->message);
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
  Reader reader = { .next_line = 1 };
  const char *encoding;
  gboolean damaged;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = vlg_text_decode (bytes, name, &encoding, &damaged, error);
  if (text == NULL)
    return NULL;
  reader.at = text;
  if (!read_header (&reader, error))
    return NULL;
  while (*reader.at != '\0')
    {
      g_auto (GStrv) cells = read_record (&reader, error);
      g_autoptr (VlgMeeting) meeting = NULL;
      VlgCalendarEvent *event;

      if (cells == NULL)
        return NULL;
      if (is_blank (cells))
        continue;
      meeting = read_row (&reader, cells, error);
      if (meeting == NULL)
        return NULL;
      event = vlg_calendar_event_new (meeting, NULL, -1, 0);
      event->line = reader.line;
      g_ptr_array_add (events, event);
    }

  return g_steal_pointer (&events);
}
