/* vlg-motion-number.c — the Drucksachen-Nr. of a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion-number.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vlg-error.h"
#include "vlg-string.h"

#define MAX_LENGTH 64      /* characters */
#define MAX_KIND_LENGTH 8  /* characters */
#define MAX_SERIAL 99999
#define FIRST_YEAR 1900
#define LAST_YEAR 2199

struct _VlgMotionNumber
{
  char *text;   /* owned */
  char *kind;   /* owned; NULL outside the first scheme */
  char *origin; /* owned; NULL for none */
  char *suffix; /* owned; NULL for none */
  guint serial;
  guint year;
};

G_DEFINE_BOXED_TYPE (VlgMotionNumber, vlg_motion_number, vlg_motion_number_ref, vlg_motion_number_unref)

/* Reads @text as nothing but @min to @max digits. */
static gboolean
read_number (const char *text,
             guint       min,
             guint       max,
             guint      *value)
{
  guint n = 0;

  *value = 0;
  for (; g_ascii_isdigit (text[n]); n++)
    {
      if (n == max)
        return FALSE;
      *value = *value * 10 + (guint) (text[n] - '0');
    }

  return n >= min && text[n] == '\0';
}

static gboolean
is_kind (const char *text)
{
  glong length = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), length++)
    if (!g_unichar_isalpha (g_utf8_get_char (p)))
      return FALSE;

  return length >= 1 && length <= MAX_KIND_LENGTH;
}

static gboolean
is_year (guint year)
{
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/* No empty part between slashes, no control characters. */
static gboolean
is_origin (const char *text)
{
  if (*text == '\0' || *text == '/' || g_str_has_suffix (text, "/") || strstr (text, "//"))
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/* Drops blanks and line ends around the slashes of @text, collapses the others. */
static char *
tidy (const char *text)
{
  g_autofree char *collapsed = vlg_string_collapse (text);
  GString *out = g_string_new (collapsed);

  g_string_replace (out, " /", "/", 0);
  g_string_replace (out, "/ ", "/", 0);

  return g_string_free (out, FALSE);
}

static VlgMotionNumber *
number_alloc (void)
{
  return g_atomic_rc_box_new0 (VlgMotionNumber);
}

static VlgMotionNumber *
number_new_first_scheme (const char *kind,
                         guint       serial,
                         guint       year,
                         const char *origin)
{
  VlgMotionNumber *self = number_alloc ();

  self->kind = g_strdup (kind);
  self->serial = serial;
  self->year = year;
  self->origin = g_strdup (origin);
  self->text = origin ? g_strdup_printf ("%s/%03u/%04u/%s", kind, serial, year, origin)
                      : g_strdup_printf ("%s/%03u/%04u", kind, serial, year);

  return self;
}

/* KIND/serial/year[/origin] */
static VlgMotionNumber *
parse_first_scheme (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 4);
  guint n_parts = g_strv_length (parts);
  const char *origin = NULL;
  guint serial, year;

  if (n_parts < 3 || !is_kind (parts[0]) ||
      !read_number (parts[1], 1, 5, &serial) || serial == 0 ||
      !read_number (parts[2], 4, 4, &year) || !is_year (year))
    return NULL;

  /* "BV/103/2007/": a slash that nothing follows is a slip of the pen. */
  if (n_parts == 4 && *parts[3] != '\0')
    {
      if (!is_origin (parts[3]))
        return NULL;
      origin = parts[3];
    }

  return number_new_first_scheme (parts[0], serial, year, origin);
}

/* year/serial[-suffix]; the text is kept as written, for how many zeros pad the serial is the other city's affair. */
static VlgMotionNumber *
parse_second_scheme (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 3);
  VlgMotionNumber *self;
  guint serial, year;
  char *suffix;

  if (g_strv_length (parts) != 2)
    return NULL;

  suffix = strchr (parts[1], '-');
  if (suffix != NULL)
    *suffix++ = '\0';

  if (!read_number (parts[0], 4, 4, &year) || !is_year (year) ||
      !read_number (parts[1], 1, 6, &serial) || serial == 0)
    return NULL;

  for (const char *p = suffix; p != NULL && *p != '\0'; p++)
    if (!g_ascii_isalnum (*p))
      return NULL;
  if (suffix != NULL && *suffix == '\0')
    return NULL;

  self = number_alloc ();
  self->year = year;
  self->serial = serial;
  self->suffix = g_strdup (suffix);
  self->text = g_strdup (text);

  return self;
}

VlgMotionNumber *
vlg_motion_number_new (const char  *kind,
                       guint        serial,
                       guint        year,
                       const char  *origin,
                       GError     **error)
{
  g_autofree char *tidy_origin = origin ? tidy (origin) : NULL;
  g_autoptr (VlgMotionNumber) self = NULL;

  if (kind == NULL || !is_kind (kind))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID,
                   _("“%s” is no kind of motion: write one to eight letters, such as BV."), kind ? kind : "");
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
                   _("%u is no year of a paper number: it runs from %u to %u."), year, FIRST_YEAR, LAST_YEAR);
      return NULL;
    }
  if (tidy_origin != NULL && *tidy_origin == '\0')
    g_clear_pointer (&tidy_origin, g_free);
  if (tidy_origin != NULL && !is_origin (tidy_origin))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID,
                   _("“%s” is no origin of a paper number: no part between slashes may be empty."), tidy_origin);
      return NULL;
    }

  self = number_new_first_scheme (kind, serial, year, tidy_origin);
  if (g_utf8_strlen (self->text, -1) > MAX_LENGTH)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID,
                   _("The paper number is longer than %d characters."), MAX_LENGTH);
      return NULL;
    }

  return g_steal_pointer (&self);
}

VlgMotionNumber *
vlg_motion_number_parse (const char  *text,
                         GError     **error)
{
  g_autofree char *normal = NULL;
  g_autofree char *tidied = NULL;
  VlgMotionNumber *self;

  g_return_val_if_fail (text != NULL, NULL);

  normal = vlg_string_normalize (text, -1, error);
  if (normal == NULL)
    return NULL;

  g_strstrip (normal);
  if (*normal == '\0')
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID, _("The paper number is empty."));
      return NULL;
    }

  tidied = tidy (normal);
  if (g_utf8_strlen (tidied, -1) > MAX_LENGTH)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID,
                   _("The paper number is longer than %d characters."), MAX_LENGTH);
      return NULL;
    }

  self = parse_first_scheme (tidied);
  if (self == NULL)
    self = parse_second_scheme (tidied);
  if (self != NULL)
    return self;

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (p)))
        {
          g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID,
                               _("A paper number holds no line end and no control character."));
          return NULL;
        }
    }

  self = number_alloc ();
  self->text = g_steal_pointer (&normal);

  return self;
}

VlgMotionNumber *
vlg_motion_number_ref (VlgMotionNumber *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
number_clear (gpointer data)
{
  VlgMotionNumber *self = data;

  g_free (self->text);
  g_free (self->kind);
  g_free (self->origin);
  g_free (self->suffix);
}

void
vlg_motion_number_unref (VlgMotionNumber *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, number_clear);
}

const char *
vlg_motion_number_get_text (const VlgMotionNumber *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->text;
}

const char *
vlg_motion_number_get_kind (const VlgMotionNumber *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kind;
}

guint
vlg_motion_number_get_serial (const VlgMotionNumber *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->serial;
}

guint
vlg_motion_number_get_year (const VlgMotionNumber *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->year;
}

const char *
vlg_motion_number_get_origin (const VlgMotionNumber *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->origin;
}

const char *
vlg_motion_number_get_suffix (const VlgMotionNumber *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->suffix;
}

gboolean
vlg_motion_number_equal (const VlgMotionNumber *a,
                         const VlgMotionNumber *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return strcmp (a->text, b->text) == 0;
}

static int
compare_uint (guint a,
              guint b)
{
  return (a > b) - (a < b);
}

int
vlg_motion_number_compare (const VlgMotionNumber *a,
                           const VlgMotionNumber *b)
{
  int order;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  /* Year 0 is a foreign scheme: last. */
  if ((a->year == 0) != (b->year == 0))
    return a->year == 0 ? 1 : -1;

  order = compare_uint (a->year, b->year);
  if (order == 0)
    order = g_strcmp0 (a->kind, b->kind);
  if (order == 0)
    order = compare_uint (a->serial, b->serial);
  if (order == 0)
    order = g_strcmp0 (a->origin, b->origin);
  if (order == 0)
    order = g_strcmp0 (a->suffix, b->suffix);

  return order != 0 ? order : strcmp (a->text, b->text);
}

char *
vlg_motion_number_to_filename (const VlgMotionNumber *self)
{
  GString *name;

  g_return_val_if_fail (self != NULL, NULL);

  /* What no file system the office meets forbids; a leading dot would hide the file. */
  name = g_string_sized_new (strlen (self->text));
  for (const char *p = self->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || (c < 0x80 && strchr ("/\\:*?\"<>|", (int) c)) ||
          (c == '.' && name->len == 0))
        g_string_append_c (name, '-');
      else
        g_string_append_unichar (name, c);
    }

  return g_string_free (name, FALSE);
}
