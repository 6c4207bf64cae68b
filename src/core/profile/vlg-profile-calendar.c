/* vlg-profile-calendar.c — how bodies meet, read from profile JSON
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vlg-agenda-item.h"
#include "vlg-core-enums.h"
#include "vlg-profile-private.h"
#include "vlg-string.h"

static const char * const weekdays[] = {
  NULL, "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
};

static const char * const deadline_keys[VLG_N_DEADLINES] = {
  [VLG_DEADLINE_PAPERS] = "papers",
  [VLG_DEADLINE_INVITATION] = "invitation",
  [VLG_DEADLINE_NOTICE] = "notice",
};

static GDateWeekday
read_weekday (VlgProfileReader *reader,
              JsonObject       *object)
{
  g_autofree char *name = vlg_profile_reader_string (reader, object, "weekday", TRUE);

  for (guint i = G_DATE_MONDAY; name != NULL && i <= G_DATE_SUNDAY; i++)
    {
      if (g_str_equal (name, weekdays[i]))
        return i;
    }
  vlg_profile_reader_fail (reader, "weekday", _("must be a day of the week, monday to sunday"));

  return G_DATE_MONDAY;
}

/* The months of the list "months" (1 to 12) as bits; 0 where there is none, which stands for all. */
static guint
read_months (VlgProfileReader *reader,
             JsonObject       *object)
{
  JsonNode *node = vlg_profile_reader_has (reader, object, "months") ? json_object_get_member (object, "months") : NULL;
  JsonArray *array;
  guint months = 0;

  if (node == NULL)
    return 0;

  array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      gint64 month = json_node_get_value_type (element) == G_TYPE_INT64 ? json_node_get_int (element) : 0;

      if (month < 1 || month > 12)
        array = NULL;
      else
        months |= 1u << (month - 1);
    }
  if (array == NULL || months == 0)
    vlg_profile_reader_fail (reader, "months", _("must be a list of months, 1 to 12"));

  return months;
}

/* { "pattern": "monthly", "weekday": "wednesday", "nth": 3 (or "last": true), "months": [1, 2] } or
 * { "pattern": "weekly", "weekday": "tuesday", "weeks": 2, "anchor": "2026-01-06" }, both with "start", "end", "room", "on_holiday", "in_school_holidays". */
static VlgMeetingRule *
read_rule (VlgProfileReader *reader,
           JsonObject       *body)
{
  g_autoptr (VlgMeetingRule) rule = vlg_meeting_rule_new ();
  gsize mark;
  JsonObject *object = vlg_profile_reader_enter (reader, body, "meetings", &mark);

  rule->pattern = vlg_profile_reader_nick (reader, object, "pattern", VLG_TYPE_MEETING_PATTERN, -1);
  rule->weekday = read_weekday (reader, object);
  rule->nth = vlg_profile_reader_boolean (reader, object, "last", FALSE) ? VLG_NTH_LAST
                                                                         : vlg_profile_reader_int (reader, object, "nth", 1, 5, 1);
  rule->months = read_months (reader, object);
  rule->weeks = (guint) vlg_profile_reader_int (reader, object, "weeks", 1, 52, 1);
  rule->anchor = vlg_profile_reader_day (reader, object, "anchor");
  if (rule->pattern == VLG_MEETING_PATTERN_WEEKLY && rule->weeks > 1 && rule->anchor == VLG_DAY_NONE)
    vlg_profile_reader_fail (reader, "anchor", _("missing"));
  rule->start = vlg_profile_reader_time (reader, object, "start");
  rule->end = vlg_profile_reader_time (reader, object, "end");
  g_free (rule->room);
  rule->room = vlg_profile_reader_string (reader, object, "room", FALSE);
  rule->on_holiday = vlg_profile_reader_nick (reader, object, "on_holiday", VLG_TYPE_SHIFT, VLG_SHIFT_LEAVE_OUT);
  rule->in_school_holidays = vlg_profile_reader_nick (reader, object, "in_school_holidays", VLG_TYPE_SHIFT, VLG_SHIFT_LEAVE_OUT);
  vlg_profile_reader_leave (reader, mark);

  return g_steal_pointer (&rule);
}

/* { "papers": { "days": 10, "count": "working", "clear": false, "source": "…", "second_hand": true } } */
static void
read_terms (VlgProfileReader *reader,
            JsonObject       *body,
            VlgDeadlineTerm **terms)
{
  gsize outer;
  JsonObject *deadlines = vlg_profile_reader_enter (reader, body, "deadlines", &outer);

  for (guint i = 0; i < VLG_N_DEADLINES; i++)
    {
      if (vlg_profile_reader_has (reader, deadlines, deadline_keys[i]))
        {
          gsize inner;
          JsonObject *object = vlg_profile_reader_enter (reader, deadlines, deadline_keys[i], &inner);
          int days = vlg_profile_reader_int (reader, object, "days", 0, 366, -1);
          VlgDayCount count = vlg_profile_reader_nick (reader, object, "count", VLG_TYPE_DAY_COUNT, VLG_DAY_COUNT_CALENDAR);
          gboolean clear = vlg_profile_reader_boolean (reader, object, "clear", FALSE);
          g_autofree char *source = vlg_profile_reader_string (reader, object, "source", FALSE);
          gboolean second_hand = vlg_profile_reader_boolean (reader, object, "second_hand", FALSE);

          if (days < 0)
            vlg_profile_reader_fail (reader, "days", _("missing"));
          else
            terms[i] = vlg_deadline_term_new ((guint) days, count, clear, source, second_hand);
          vlg_profile_reader_leave (reader, inner);
        }
    }
  vlg_profile_reader_leave (reader, outer);
}

static void
read_item_cb (VlgProfileReader *reader,
              JsonObject       *element,
              gpointer          user_data)
{
  g_autofree char *title = vlg_profile_reader_string (reader, element, "title", TRUE);
  g_autofree char *public_title = vlg_profile_reader_string (reader, element, "public_title", FALSE);
  VlgAgendaKind kind = vlg_profile_reader_nick (reader, element, "kind", VLG_TYPE_AGENDA_KIND, VLG_AGENDA_KIND_PLAIN);
  VlgVisibility visibility = vlg_profile_reader_nick (reader, element, "visibility", VLG_TYPE_VISIBILITY, VLG_VISIBILITY_PUBLIC);
  guint depth = (guint) vlg_profile_reader_int (reader, element, "depth", 0, VLG_AGENDA_DEPTHS - 1, 0);
  g_autoptr (VlgAgendaItem) item = NULL;

  if (reader->error != NULL)
    return;

  item = vlg_agenda_item_new (title);
  vlg_agenda_item_set_public_title (item, public_title);
  vlg_agenda_item_set_kind (item, kind);
  vlg_agenda_item_set_visibility (item, visibility);
  vlg_agenda_item_set_depth (item, depth);
  g_list_store_append (user_data, item);
}

static gboolean
is_colour (const char *text)
{
  if (*text == '\0')
    return TRUE;
  if (*text++ != '#' || strlen (text) != 6)
    return FALSE;
  while (g_ascii_isxdigit (*text))
    text++;

  return *text == '\0';
}

VlgBodyCalendar *
vlg_profile_read_body_calendar (VlgProfileReader *reader,
                                JsonObject       *object)
{
  static const char * const members[] = { "colour", "mandatory_for", "meetings", "deadlines", "agenda" };
  g_autofree char *colour = vlg_profile_reader_string (reader, object, "colour", FALSE);
  g_auto (GStrv) mandatory_for = vlg_profile_reader_strings (reader, object, "mandatory_for");
  g_autoptr (VlgMeetingRule) rule = NULL;
  g_autoptr (GListStore) agenda = g_list_store_new (VLG_TYPE_AGENDA_ITEM);
  VlgDeadlineTerm *terms[VLG_N_DEADLINES] = { NULL };
  VlgBodyCalendar *calendar = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    any = any || vlg_profile_reader_has (reader, object, members[i]);
  if (!any)
    return NULL;

  if (colour != NULL && !is_colour (colour))
    vlg_profile_reader_fail (reader, "colour", _("must be a colour, such as #1a5fb4"));
  if (vlg_profile_reader_has (reader, object, "meetings"))
    rule = read_rule (reader, object);
  if (vlg_profile_reader_has (reader, object, "deadlines"))
    read_terms (reader, object, terms);
  vlg_profile_reader_each (reader, object, "agenda", FALSE, read_item_cb, agenda);

  if (reader->error == NULL)
    calendar = vlg_body_calendar_new (colour, (const char * const *) mandatory_for, rule, terms, G_LIST_MODEL (agenda));
  for (guint i = 0; i < VLG_N_DEADLINES; i++)
    g_clear_pointer (&terms[i], vlg_deadline_term_free);

  return calendar;
}

static void
read_range_cb (VlgProfileReader *reader,
               JsonObject       *element,
               gpointer          user_data)
{
  g_autofree char *name = vlg_profile_reader_string (reader, element, "name", FALSE);
  VlgDay from = vlg_profile_reader_day (reader, element, "from");
  VlgDay to = vlg_profile_reader_day (reader, element, "to");

  if (from == VLG_DAY_NONE || to == VLG_DAY_NONE)
    vlg_profile_reader_fail (reader, from == VLG_DAY_NONE ? "from" : "to", _("missing"));
  else if (to < from)
    vlg_profile_reader_fail (reader, "to", _("lies before from"));
  if (reader->error == NULL)
    g_ptr_array_add (user_data, vlg_day_range_new (name, from, to));
}

void
vlg_profile_read_calendar (VlgProfile       *self,
                           VlgProfileReader *reader,
                           JsonObject       *root)
{
  VlgAgendaWording *wording = self->agenda_wording;
  const struct { const char *member; char **word; } words[] = {
    { "public_letter", &wording->public_letter },
    { "non_public_letter", &wording->non_public_letter },
    { "public_heading", &wording->public_heading },
    { "non_public_heading", &wording->non_public_heading },
    { "announcement", &wording->announcement },
    { "withheld", &wording->withheld },
  };

  vlg_profile_reader_each (reader, root, "school_holidays", FALSE, read_range_cb, self->school_holidays);
  if (vlg_profile_reader_has (reader, root, "agenda"))
    {
      gsize mark;
      JsonObject *object = vlg_profile_reader_enter (reader, root, "agenda", &mark);

      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        {
          g_autofree char *text = NULL;

          if (!vlg_profile_reader_has (reader, object, words[i].member))
            continue;
          text = vlg_profile_reader_string (reader, object, words[i].member, TRUE);
          if (text != NULL)
            vlg_string_set (words[i].word, text);
        }
      vlg_profile_reader_leave (reader, mark);
    }
}
