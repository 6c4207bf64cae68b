/* vlg-catalogue-csv.c — the catalogue of the Leitbild as a table for a spreadsheet
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-catalogue-csv.h"

#include <glib/gi18n.h>

#include "vlg-csv.h"
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

static const char *const columns[N_COLUMNS + 1] = { "key", "name", "letter", "colour", "code", "text", "retired", "replaces", "replaces_fields", NULL };

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
  VlgCsvReader csv;
  int places[N_COLUMNS];  /* -1: the table has no such column */
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

GBytes *
vlg_catalogue_csv_write (VlgLeitbild *leitbild)
{
  g_autoptr (GString) out = NULL;

  g_return_val_if_fail (VLG_IS_LEITBILD (leitbild), NULL);

  out = g_string_new (VLG_CSV_MARK);
  vlg_csv_append (out, ',', VLG_CSV_GUARDED, columns);
  for (guint i = 0; i < vlg_leitbild_get_n_fields (leitbild); i++)
    {
      VlgActionField *field = vlg_leitbild_get_field (leitbild, i);
      g_autofree char *replaced_fields = g_strjoinv (" ", (char **) vlg_action_field_get_replaces (field));
      const char *cells[N_COLUMNS + 1] = {
        vlg_action_field_get_key (field), vlg_action_field_get_name (field), vlg_action_field_get_letter (field), vlg_action_field_get_colour (field), "", "", "", "", replaced_fields, NULL,
      };

      if (vlg_action_field_get_n_goals (field) == 0)
        vlg_csv_append (out, ',', VLG_CSV_GUARDED, cells);
      for (guint j = 0; j < vlg_action_field_get_n_goals (field); j++)
        {
          const VlgGoal *goal = vlg_action_field_get_goal (field, j);
          g_autofree char *replaced = g_strjoinv (" ", goal->replaces);

          cells[COLUMN_CODE] = goal->code;
          cells[COLUMN_TEXT] = goal->text;
          cells[COLUMN_RETIRED] = goal->retired ? "yes" : "";
          cells[COLUMN_REPLACES] = replaced;
          vlg_csv_append (out, ',', VLG_CSV_GUARDED, cells);
        }
    }

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
        if (g_ascii_strcasecmp (cells[j], columns[i]) == 0)
          reader->places[i] = (int) j;
      /* Goals are seldom retired or replaced. */
      if (reader->places[i] < 0 && i != COLUMN_RETIRED && i != COLUMN_REPLACES && i != COLUMN_REPLACES_FIELDS)
        return vlg_csv_reader_fail (&reader->csv, error, _("the column “%s” is missing; the first line names the columns"), columns[i]);
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

  return vlg_csv_reader_fail (&reader->csv, error, _("“%s” has another “%s” than in line %u"), field->key, columns[column], field->line);
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
      vlg_csv_reader_fail (&reader->csv, error, _("the key of the field is missing, a short word that never changes"));
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
      vlg_csv_reader_fail (&reader->csv, error, _("the name of the field “%s” is missing"), key);
      return NULL;
    }

  field = g_new0 (Field, 1);
  field->key = g_strdup (key);
  field->name = g_strdup (name);
  field->letter = g_strdup (letter);
  field->colour = g_strdup (colour);
  field->replaces = g_strdup (replaces);
  field->goals = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_goal_free);
  field->line = reader->csv.line;
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

  return *retired || g_strv_contains (no, folded) || vlg_csv_reader_fail (&reader->csv, error, _("“%s” in the column “retired” is neither yes nor no"), text);
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
    return *text == '\0' || vlg_csv_reader_fail (&reader->csv, error, _("a goal has a text, but no code"));

  for (guint i = 0; i < fields->len; i++)
    for (guint j = 0; j < ((Field *) g_ptr_array_index (fields, i))->goals->len; j++)
      if (g_str_equal (((VlgGoal *) g_ptr_array_index (((Field *) g_ptr_array_index (fields, i))->goals, j))->code, code))
        return vlg_csv_reader_fail (&reader->csv, error, _("the goal %s stands twice"), code);
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

      if (cells == NULL || (!vlg_csv_is_blank ((const char * const *) cells) && !read_row (&reader, rows, cells, error)))
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
