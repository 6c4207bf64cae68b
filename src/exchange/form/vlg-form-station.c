/* vlg-form-station.c — one row of the consultation sequence while it is read
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-form-station.h"

#include <string.h>

/* A body's name is no longer than this many bytes, and is no sentence. */
#define MAX_BODY_LENGTH 400

void
vlg_station_init (VlgStation *self)
{
  self->body = g_string_new (NULL);
  self->status = g_string_new (NULL);
  self->confirmation = g_string_new (NULL);
  self->tabular = FALSE;
  vlg_station_reset (self);
}

void
vlg_station_clear (VlgStation *self)
{
  g_string_free (self->body, TRUE);
  g_string_free (self->status, TRUE);
  g_string_free (self->confirmation, TRUE);
}

void
vlg_station_reset (VlgStation *self)
{
  g_string_truncate (self->body, 0);
  g_string_truncate (self->status, 0);
  g_string_truncate (self->confirmation, 0);
  self->visibility = VLG_VISIBILITY_UNDECIDED;
  self->role = VLG_ROLE_NONE;
  self->day = VLG_DAY_NONE;
  self->votes = VLG_VOTES_NONE;
  self->n_votes = 0;
  self->first = self->end = 0;
}

gboolean
vlg_station_is_empty (VlgStation *self)
{
  return self->body->len == 0 && self->status->len == 0 && self->visibility == VLG_VISIBILITY_UNDECIDED && self->day == VLG_DAY_NONE;
}

/* A row with nothing but words may be a stray line instead. */
static gboolean
is_row (VlgStation *self)
{
  if (self->body->len > MAX_BODY_LENGTH)
    return FALSE;
  if (self->body->len == 0)
    return self->tabular && self->day != VLG_DAY_NONE;
  if (self->visibility != VLG_VISIBILITY_UNDECIDED || self->day != VLG_DAY_NONE || !vlg_votes_is_none (&self->votes))
    return TRUE;

  return strchr (".:;,", self->body->str[self->body->len - 1]) == NULL;
}

/* The last cell holds who confirmed the row, or in some offices what came of it. */
static void
set_confirmation (VlgConsultation *consultation,
                  const char      *text)
{
  VlgResult result;

  if (*text == '\0')
    return;

  result = vlg_result_parse (text);
  if (result != VLG_RESULT_NONE)
    {
      vlg_consultation_set_result (consultation, result);
      vlg_consultation_set_result_wording (consultation, text);
    }
  else
    vlg_consultation_set_confirmation (consultation, text, "", 0);
}

void
vlg_station_commit (VlgStation      *self,
                    VlgFormReading  *reading,
                    VlgStationTally *tally)
{
  g_autoptr (VlgConsultation) consultation = NULL;
  VlgBody *body;

  if (!is_row (self))
    {
      vlg_station_reset (self);
      return;
    }

  consultation = vlg_consultation_new ();
  vlg_consultation_set_body (consultation, self->body->str);
  body = reading->foreign ? NULL : vlg_profile_find_body (reading->profile, self->body->str);
  if (body != NULL)
    vlg_consultation_set_body_uid (consultation, vlg_body_get_uid (body));
  else if (self->body->len > 0)
    tally->n_unknown++;
  vlg_consultation_set_visibility (consultation, self->visibility);
  vlg_consultation_set_role (consultation, self->role);
  vlg_consultation_set_day (consultation, self->day);
  vlg_consultation_set_votes (consultation, &self->votes);
  set_confirmation (consultation, self->confirmation->str);
  g_list_store_append (vlg_motion_get_consultations (reading->motion), consultation);
  tally->n_stations++;

  vlg_form_lines_take (reading->lines, self->first, self->end);
  vlg_station_reset (self);
}

gboolean
vlg_station_names_body (VlgStation     *self,
                        VlgFormReading *reading,
                        const char     *more)
{
  g_autoptr (GString) joined = NULL;

  if (self->body->len == 0)
    return FALSE;
  if (more == NULL)
    return vlg_profile_find_body (reading->profile, self->body->str) != NULL;

  joined = g_string_new (self->body->str);
  vlg_form_join_line (joined, more);

  return vlg_profile_find_body (reading->profile, joined->str) != NULL;
}

const char *
vlg_form_match_status (VlgProfile    *profile,
                       const char    *text,
                       VlgVisibility *visibility)
{
  static const char * const non_public[] = { "nicht öffentlich", "nichtöffentlich", "nicht-öffentlich", "nicht- öffentlich", "nö" };
  const char *label = vlg_profile_get_heading (profile, VLG_HEADING_NON_PUBLIC);
  const char *rest = label != NULL && *label != '\0' ? vlg_form_match_label (label, text) : NULL;

  for (guint i = 0; rest == NULL && i < G_N_ELEMENTS (non_public); i++)
    rest = vlg_form_match_label (non_public[i], text);
  if (rest != NULL)
    {
      *visibility = VLG_VISIBILITY_NON_PUBLIC;
      return rest;
    }

  label = vlg_profile_get_heading (profile, VLG_HEADING_PUBLIC);
  rest = label != NULL && *label != '\0' ? vlg_form_match_label (label, text) : NULL;
  if (rest == NULL)
    rest = vlg_form_match_label ("öffentlich", text);
  if (rest != NULL)
    *visibility = VLG_VISIBILITY_PUBLIC;

  return rest;
}

const char *
vlg_form_match_role (const char *text,
                     VlgRole    *role)
{
  static const struct { const char *word; VlgRole role; } words[] = {
    { "Vorberatung", VLG_ROLE_PRELIMINARY },
    { "Beratung", VLG_ROLE_PRELIMINARY },
    { "Empfehlung", VLG_ROLE_PRELIMINARY },
    { "Entscheidung", VLG_ROLE_DECISION },
    { "Beschlussfassung", VLG_ROLE_DECISION },
    { "Anhörung", VLG_ROLE_HEARING },
    { "Kenntnisnahme", VLG_ROLE_INFORMATION },
    { "zur Kenntnis", VLG_ROLE_INFORMATION },
    { "Information", VLG_ROLE_INFORMATION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *rest = vlg_form_match_label (words[i].word, text);

      if (rest != NULL)
        {
          *role = words[i].role;
          return rest;
        }
    }

  return NULL;
}

const char *
vlg_form_match_count (const char *text,
                      int        *count)
{
  const char *p = text;
  char cell[8];

  while (g_ascii_isdigit (*p) && p - text < 5)
    p++;
  if (p == text || (*p != '\0' && *p != ' ' && *p != '\t'))
    return NULL;
  memcpy (cell, text, p - text);
  cell[p - text] = '\0';

  return vlg_votes_parse_cell (cell, count) ? p : NULL;
}
