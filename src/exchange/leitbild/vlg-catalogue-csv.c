/* vlg-catalogue-csv.c — the catalogue of the Leitbild as a table for a spreadsheet
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-catalogue-csv.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vlg-error.h"
#include "vlg-text-decode.h"

typedef enum {
  COLUMN_KEY,
  COLUMN_NAME,
  COLUMN_LETTER,
  COLUMN_COLOUR,
  COLUMN_CODE,
  COLUMN_TEXT,
  COLUMN_RETIRED,
  COLUMN_REPLACES,
  COLUMN_REPLACES_FIELDS,
  N_COLUMNS,
} Column;

static const char *const columns[N_COLUMNS] = { "key", "name", "letter", "colour", "code", "text", "retired", "replaces", "replaces_fields" };

/* A field while its rows are read. */
typedef struct {
  char      *key;
  char      *name;
  char      *letter;
  char      *colour;
  char      *replaces;   /* keys between blanks */
  GPtrArray *goals;
  guint      line;
} Field;

typedef struct {
  /* borrowed */
  const char *at;       /* in the text */

  char  separator;
  guint line;           /* of the record being read, from 1 */
  guint next_line;
  int   places[N_COLUMNS];  /* -1: the table has no such column */
} Reader;

static void
field_free (gpointer data)
{
  Field *field = data;

  g_free (field->key);
  g_free (field->name);
  g_free (field->letter);
  g_free (field->colour);
  g_free (field->replaces);
  g_ptr_array_unref (field->goals);
  g_free (field);
}

/* Writing */

static void
append_row (GString            *out,
            const char *const  *cells)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      if (strpbrk (cells[i], ",;\t\"\r\n") == NULL)
        {
          g_string_append (out, cells[i]);
          continue;
        }
      g_string_append_c (out, '"');
      for (const char *p = cells[i]; *p != '\0'; p++)
        {
          if (*p == '"')
            g_string_append_c (out, '"');
          g_string_append_c (out, *p);
        }
      g_string_append_c (out, '"');
    }
  g_string_append (out, "\r\n");
}

GBytes *
vlg_catalogue_csv_write (VlgLeitbild *leitbild)
{
  GString *out = g_string_new ("\xef\xbb\xbf");
  gsize length;

  g_return_val_if_fail (VLG_IS_LEITBILD (leitbild), NULL);

  append_row (out, columns);
  for (guint i = 0; i < vlg_leitbild_get_n_fields (leitbild); i++)
    {
      VlgActionField *field = vlg_leitbild_get_field (leitbild, i);
      g_autofree char *replaced_fields = g_strjoinv (" ", (char **) vlg_action_field_get_replaces (field));
      const char *cells[N_COLUMNS] = {
        vlg_action_field_get_key (field), vlg_action_field_get_name (field), vlg_action_field_get_letter (field), vlg_action_field_get_colour (field), "", "", "", "", replaced_fields,
      };

      if (vlg_action_field_get_n_goals (field) == 0)
        append_row (out, cells);
      for (guint j = 0; j < vlg_action_field_get_n_goals (field); j++)
        {
          const VlgGoal *goal = vlg_action_field_get_goal (field, j);
          g_autofree char *replaced = g_strjoinv (" ", goal->replaces);

          cells[COLUMN_CODE] = goal->code;
          cells[COLUMN_TEXT] = goal->text;
          cells[COLUMN_RETIRED] = goal->retired ? "yes" : "";
          cells[COLUMN_REPLACES] = replaced;
          append_row (out, cells);
        }
    }
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
  /* Translators: of a table; then what is wrong there. */
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

  return g_strstrip (g_strdup (cell->str));
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
        if (g_ascii_strcasecmp (cells[j], columns[i]) == 0)
          reader->places[i] = (int) j;
      /* Goals are seldom retired or replaced. */
      if (reader->places[i] < 0 && i != COLUMN_RETIRED && i != COLUMN_REPLACES && i != COLUMN_REPLACES_FIELDS)
        return fail (reader, error, _("the column “%s” is missing; the first line names the columns"), columns[i]);
    }

  return TRUE;
}

/* The first row of a field says what it is; the others may leave that out. */
static gboolean
check_same (const Reader  *reader,
            const Field   *field,
            const char    *value,
            const char    *first,
            Column         column,
            GError       **error)
{
  if (*value == '\0' || g_str_equal (value, first))
    return TRUE;

  return fail (reader, error, _("“%s” has another “%s” than in line %u"), field->key, columns[column], field->line);
}

static Field *
ensure_field (const Reader  *reader,
              GPtrArray     *fields,
              GStrv          cells,
              GError       **error)
{
  const char *key = get_cell (reader, cells, COLUMN_KEY);
  const char *name = get_cell (reader, cells, COLUMN_NAME);
  const char *letter = get_cell (reader, cells, COLUMN_LETTER);
  const char *colour = get_cell (reader, cells, COLUMN_COLOUR);
  const char *replaces = get_cell (reader, cells, COLUMN_REPLACES_FIELDS);
  Field *field;

  if (*key == '\0')
    {
      fail (reader, error, _("the key of the field is missing, a short word that never changes"));
      return NULL;
    }
  for (guint i = 0; i < fields->len; i++)
    {
      field = g_ptr_array_index (fields, i);
      if (g_str_equal (field->key, key))
        return check_same (reader, field, name, field->name, COLUMN_NAME, error) && check_same (reader, field, letter, field->letter, COLUMN_LETTER, error) &&
               check_same (reader, field, colour, field->colour, COLUMN_COLOUR, error) &&
               check_same (reader, field, replaces, field->replaces, COLUMN_REPLACES_FIELDS, error) ? field : NULL;
    }
  if (*name == '\0')
    {
      fail (reader, error, _("the name of the field “%s” is missing"), key);
      return NULL;
    }

  field = g_new0 (Field, 1);
  field->key = g_strdup (key);
  field->name = g_strdup (name);
  field->letter = g_strdup (letter);
  field->colour = g_strdup (colour);
  field->replaces = g_strdup (replaces);
  field->goals = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_goal_free);
  field->line = reader->line;
  g_ptr_array_add (fields, field);

  return field;
}

static gboolean
read_retired (const Reader  *reader,
              const char    *text,
              gboolean      *retired,
              GError       **error)
{
  static const char *const yes[] = { "yes", "ja", "x", "1", "true", "wahr", NULL };
  static const char *const no[] = { "", "no", "nein", "0", "false", "falsch", NULL };
  g_autofree char *folded = g_ascii_strdown (text, -1);

  *retired = g_strv_contains (yes, folded);

  return *retired || g_strv_contains (no, folded) || fail (reader, error, _("“%s” in the column “retired” is neither yes nor no"), text);
}

/* "M01 M02", also with commas or semicolons between them. Caller owns. */
static GStrv
split_words (const char *text)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (text, " ,;\t\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);

  return g_strv_builder_end (words);
}

static gboolean
read_row (const Reader  *reader,
          GPtrArray     *fields,
          GStrv          cells,
          GError       **error)
{
  Field *field = ensure_field (reader, fields, cells, error);
  const char *code = get_cell (reader, cells, COLUMN_CODE);
  const char *text = get_cell (reader, cells, COLUMN_TEXT);
  g_auto (GStrv) replaces = split_words (get_cell (reader, cells, COLUMN_REPLACES));
  gboolean retired;
  VlgGoal *goal;

  if (field == NULL || !read_retired (reader, get_cell (reader, cells, COLUMN_RETIRED), &retired, error))
    return FALSE;
  if (*code == '\0')
    return *text == '\0' || fail (reader, error, _("a goal has a text, but no code"));

  for (guint i = 0; i < fields->len; i++)
    for (guint j = 0; j < ((Field *) g_ptr_array_index (fields, i))->goals->len; j++)
      if (g_str_equal (((VlgGoal *) g_ptr_array_index (((Field *) g_ptr_array_index (fields, i))->goals, j))->code, code))
        return fail (reader, error, _("the goal %s stands twice"), code);
  goal = vlg_goal_new (code, text);
  goal->retired = retired;
  vlg_goal_set_replaces (goal, (const char * const *) replaces);
  g_ptr_array_add (field->goals, goal);

  return TRUE;
}

VlgLeitbild *
vlg_catalogue_csv_read (GBytes      *bytes,
                        const char  *name,
                        GError     **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (field_free);
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_object_unref);
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

      if (cells == NULL || (!is_blank (cells) && !read_row (&reader, rows, cells, error)))
        return NULL;
    }

  for (guint i = 0; i < rows->len; i++)
    {
      Field *row = g_ptr_array_index (rows, i);
      g_auto (GStrv) replaces = split_words (row->replaces);

      g_ptr_array_add (fields, vlg_action_field_new_replacing (row->key, row->name, row->letter, row->colour, g_ptr_array_ref (row->goals), (const char * const *) replaces));
    }

  return vlg_leitbild_new (g_steal_pointer (&fields));
}
