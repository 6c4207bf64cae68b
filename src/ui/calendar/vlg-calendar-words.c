/* vlg-calendar-words.c — what the calendar calls days and what stands on them
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-calendar-words.h"

#include <glib/gi18n.h>

/* Apart from each other for people who see colours differently; the abbreviation says the same. */
static const char *const colours[] = { "#3584e4", "#c64600", "#26a269", "#813d9c", "#a51d2d", "#986a44", "#1c71d8", "#63452c" };

static char *
format_day (VlgDay      day,
            const char *format)
{
  g_autoptr (GDateTime) time = NULL;
  guint year, month, day_of_month;

  vlg_day_get (day, &year, &month, &day_of_month);
  time = g_date_time_new_utc ((int) year, (int) month, (int) day_of_month, 12, 0, 0);

  return g_date_time_format (time, format);
}

char *
vlg_calendar_words_day (VlgDay day)
{
  g_return_val_if_fail (day != VLG_DAY_NONE, NULL);

  /* Translators: a day as it is read aloud, see g_date_time_format(): “Tuesday, 19 December 2017”. */
  return format_day (day, _("%A, %-d %B %Y"));
}

char *
vlg_calendar_words_month (VlgDay day)
{
  g_return_val_if_fail (day != VLG_DAY_NONE, NULL);

  /* Translators: a month as a heading, see g_date_time_format(): “December 2017”. */
  return format_day (day, _("%OB %Y"));
}

gboolean
vlg_calendar_words_is_drawn (const VlgCalendarFacts *facts)
{
  g_return_val_if_fail (facts != NULL, FALSE);

  return facts->kind == VLG_ENTRY_MEETING || facts->meeting_uid == NULL;
}

static VlgBody *
find_body (VlgProfile             *profile,
           const VlgCalendarFacts *facts)
{
  VlgBody *body = facts->body_uid != NULL ? vlg_profile_find_body_by_uid (profile, facts->body_uid) : NULL;

  return body != NULL ? body : vlg_profile_find_body (profile, facts->body);
}

const char *
vlg_calendar_words_abbreviation (VlgProfile             *profile,
                                 const VlgCalendarFacts *facts)
{
  VlgBody *body;

  g_return_val_if_fail (VLG_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (facts != NULL, NULL);

  body = find_body (profile, facts);

  return body != NULL && *vlg_body_get_abbreviation (body) != '\0' ? vlg_body_get_abbreviation (body) : facts->body;
}

const char *
vlg_calendar_words_colour (VlgProfile             *profile,
                           const VlgCalendarFacts *facts)
{
  GListModel *bodies;
  VlgBody *body;

  g_return_val_if_fail (VLG_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (facts != NULL, NULL);

  bodies = vlg_profile_get_bodies (profile);
  body = find_body (profile, facts);
  if (body == NULL)
    return "";
  if (vlg_body_get_calendar (body) != NULL && *vlg_body_calendar_get_colour (vlg_body_get_calendar (body)) != '\0')
    return vlg_body_calendar_get_colour (vlg_body_get_calendar (body));
  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++)
    {
      g_autoptr (VlgBody) at = g_list_model_get_item (bodies, i);

      if (at == body)
        return colours[i % G_N_ELEMENTS (colours)];
    }

  return "";
}

char *
vlg_calendar_words_chip (VlgProfile             *profile,
                         const VlgCalendarFacts *facts)
{
  const char *abbreviation = vlg_calendar_words_abbreviation (profile, facts);
  g_autofree char *start = vlg_wall_time_to_text (facts->start);
  GString *text = g_string_new (NULL);

  if (facts->kind == VLG_ENTRY_CONSULTATION)
    {
      if (*abbreviation != '\0')
        g_string_append_printf (text, "%s · ", abbreviation);
      g_string_append (text, *facts->number != '\0' ? facts->number : facts->title);
      return g_string_free (text, FALSE);
    }
  if (start != NULL)
    g_string_append_printf (text, "%s ", start);
  g_string_append (text, abbreviation);
  if (facts->n_motions > 0)
    g_string_append_printf (text, " · %u", facts->n_motions);

  return g_string_free (text, FALSE);
}

char *
vlg_calendar_words_title (const VlgCalendarFacts *facts)
{
  g_return_val_if_fail (facts != NULL, NULL);

  if (facts->kind == VLG_ENTRY_MEETING)
    return g_strdup (facts->body);
  if (*facts->title == '\0')
    return g_strdup (*facts->number != '\0' ? facts->number : _("Motion without title"));

  return *facts->number != '\0' ? g_strdup_printf ("%s %s", facts->number, facts->title) : g_strdup (facts->title);
}

static void
take (GPtrArray *parts,
      char      *part)
{
  if (part != NULL && *part != '\0')
    g_ptr_array_add (parts, part);
  else
    g_free (part);
}

char *
vlg_calendar_words_details (const VlgCalendarFacts *facts)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  g_return_val_if_fail (facts != NULL, NULL);

  start = vlg_wall_time_to_text (facts->start);
  end = vlg_wall_time_to_text (facts->end);
  if (start != NULL)
    take (parts, end != NULL ? g_strdup_printf ("%s–%s", start, end) : g_strdup (start));
  if (facts->kind == VLG_ENTRY_MEETING)
    {
      take (parts, g_strdup (facts->number));
      take (parts, g_strdup (facts->room));
      if (facts->n_motions > 0)
        take (parts, g_strdup_printf (ngettext ("%u motion", "%u motions", facts->n_motions), facts->n_motions));
      if (facts->state != VLG_MEETING_STATE_PLANNED)
        take (parts, g_strdup (vlg_meeting_state_get_label (facts->state)));
    }
  else
    {
      take (parts, g_strdup (facts->body));
      if (facts->role != VLG_ROLE_NONE)
        take (parts, g_strdup (vlg_role_get_label (facts->role)));
    }
  if (facts->visibility == VLG_VISIBILITY_NON_PUBLIC)
    take (parts, g_strdup (_("not public")));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}
