/* vlg-meeting-number.c — the number of a meeting
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-meeting-number.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vlg-error.h"
#include "vlg-string.h"

#define MAX_LENGTH 64 /* characters */
#define MAX_SERIAL 99999
#define FIRST_YEAR 1900
#define LAST_YEAR 2199

struct _VlgMeetingNumber
{
  char *text;   /* owned */
  char *body;   /* owned; NULL for a foreign scheme */
  char *series; /* owned: the body without regard to capitals; NULL for a foreign scheme */
  guint serial;
  guint year;
};

G_DEFINE_BOXED_TYPE (VlgMeetingNumber, vlg_meeting_number, vlg_meeting_number_ref, vlg_meeting_number_unref)

static VlgMeetingNumber *
number_new (const char *body,
            guint       serial,
            guint       year)
{
  VlgMeetingNumber *self = g_atomic_rc_box_new0 (VlgMeetingNumber);

  self->body = g_strdup (body);
  self->series = g_utf8_casefold (body, -1);
  self->serial = serial;
  self->year = year;
  self->text = g_strdup_printf ("%s/%03u/%04u", body, serial, year);

  return self;
}

/* Neither empty nor with an empty part between slashes nor with control characters. */
static gboolean
is_body (const char *text)
{
  if (*text == '\0' || *text == '/' || g_str_has_suffix (text, "/") || strstr (text, "//") != NULL)
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

static gboolean
is_year (guint year)
{
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

static char *
tidy (const char *text)
{
  g_autofree char *collapsed = vlg_string_collapse (text);
  GString *out = g_string_new (collapsed);

  g_string_replace (out, " /", "/", 0);
  g_string_replace (out, "/ ", "/", 0);

  return g_string_free (out, FALSE);
}

/* Cuts the last part off @text, which must be nothing but digits up to @max of them; FALSE where it is not. */
static gboolean
cut_number (char  *text,
            guint  max,
            guint *value)
{
  char *slash = strrchr (text, '/');
  guint n = 0;

  if (slash == NULL)
    return FALSE;

  *value = 0;
  for (const char *p = slash + 1; *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p) || ++n > max)
        return FALSE;
      *value = *value * 10 + (guint) (*p - '0');
    }
  *slash = '\0';

  return n > 0;
}

static gboolean
too_long (const char  *text,
          GError     **error)
{
  if (g_utf8_strlen (text, -1) <= MAX_LENGTH)
    return FALSE;

  g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("The number of a meeting has at most %d characters."), MAX_LENGTH);

  return TRUE;
}

VlgMeetingNumber *
vlg_meeting_number_new (const char  *body,
                        guint        serial,
                        guint        year,
                        GError     **error)
{
  g_autofree char *tidy_body = body != NULL ? tidy (body) : g_strdup ("");
  g_autoptr (VlgMeetingNumber) self = NULL;

  if (!is_body (tidy_body))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID,
                   _("“%s” cannot begin the number of a meeting: write the abbreviation of the body, such as StR."), tidy_body);
      return NULL;
    }
  if (serial < 1 || serial > MAX_SERIAL)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID,
                   _("%u is no serial number: it runs from 1 to %u."), serial, MAX_SERIAL);
      return NULL;
    }
  if (!is_year (year))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID,
                   _("%u is no year of a meeting: it runs from %u to %u."), year, FIRST_YEAR, LAST_YEAR);
      return NULL;
    }

  self = number_new (tidy_body, serial, year);
  if (too_long (self->text, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* Read from the end, for the abbreviation may hold slashes of its own. */
static VlgMeetingNumber *
parse_scheme (const char *text)
{
  g_autofree char *rest = g_strdup (text);
  guint serial, year;

  if (!cut_number (rest, 4, &year) || !is_year (year) ||
      !cut_number (rest, 5, &serial) || serial == 0 || !is_body (rest))
    return NULL;

  return number_new (rest, serial, year);
}

VlgMeetingNumber *
vlg_meeting_number_parse (const char  *text,
                          GError     **error)
{
  g_autofree char *normal = NULL;
  g_autofree char *tidied = NULL;
  VlgMeetingNumber *self;

  g_return_val_if_fail (text != NULL, NULL);

  normal = vlg_string_normalize (text, -1, error);
  if (normal == NULL)
    return NULL;

  g_strstrip (normal);
  if (*normal == '\0')
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID, _("The number of the meeting is empty."));
      return NULL;
    }

  tidied = tidy (normal);
  if (too_long (tidied, error))
    return NULL;

  self = parse_scheme (tidied);
  if (self != NULL)
    return self;

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (p)))
        {
          g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID,
                               _("The number of a meeting holds no line end and no control character."));
          return NULL;
        }
    }

  self = g_atomic_rc_box_new0 (VlgMeetingNumber);
  self->text = g_steal_pointer (&normal);

  return self;
}

VlgMeetingNumber *
vlg_meeting_number_next (const VlgMeetingNumber  *last,
                         guint                    year,
                         GError                 **error)
{
  g_return_val_if_fail (last != NULL, NULL);

  if (last->body == NULL)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID,
                   _("What follows “%s” is not known: write the number by hand."), last->text);
      return NULL;
    }

  return vlg_meeting_number_new (last->body, last->serial + 1, year, error);
}

VlgMeetingNumber *
vlg_meeting_number_ref (VlgMeetingNumber *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
number_clear (gpointer data)
{
  VlgMeetingNumber *self = data;

  g_free (self->text);
  g_free (self->body);
  g_free (self->series);
}

void
vlg_meeting_number_unref (VlgMeetingNumber *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, number_clear);
}

const char *
vlg_meeting_number_get_text (const VlgMeetingNumber *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->text;
}

const char *
vlg_meeting_number_get_body (const VlgMeetingNumber *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->body;
}

guint
vlg_meeting_number_get_serial (const VlgMeetingNumber *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->serial;
}

guint
vlg_meeting_number_get_year (const VlgMeetingNumber *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->year;
}

gboolean
vlg_meeting_number_equal (const VlgMeetingNumber *a,
                          const VlgMeetingNumber *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return strcmp (a->text, b->text) == 0;
}

gboolean
vlg_meeting_number_same_series (const VlgMeetingNumber *a,
                                const VlgMeetingNumber *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->series != NULL && g_strcmp0 (a->series, b->series) == 0;
}

static int
compare_uint (guint a,
              guint b)
{
  return (a > b) - (a < b);
}

int
vlg_meeting_number_compare (const VlgMeetingNumber *a,
                            const VlgMeetingNumber *b)
{
  int order;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if ((a->series == NULL) != (b->series == NULL))
    return a->series == NULL ? 1 : -1;

  order = g_strcmp0 (a->series, b->series);
  if (order == 0)
    order = compare_uint (a->year, b->year);
  if (order == 0)
    order = compare_uint (a->serial, b->serial);

  return order != 0 ? order : strcmp (a->text, b->text);
}
