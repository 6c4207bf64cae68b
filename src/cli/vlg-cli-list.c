/* vlg-cli-list.c — the list of motions, from a shell
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "vlg-cli-private.h"
#include "vlg-core-enums.h"
#include "vlg-day.h"
#include "vlg-filters.h"
#include "vlg-motions.h"

/* Rows read at once; a hundred thousand are never held together but for the table, whose columns need them all. */
#define CHUNK 1024

typedef struct {
  VlgMotionQuery query;
  GArray *ids;
} Query;

typedef struct {
  const gint64 *ids;
  guint n_ids;
} Chunk;

static gpointer
ids_job (VlgDb         *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  Query *query = data;

  vlg_motions_query_ids (db, &query->query, query->ids, cancellable, error);

  return NULL;
}

static gpointer
chunk_job (VlgDb         *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Chunk *chunk = data;

  return vlg_motions_load_summaries (db, chunk->ids, chunk->n_ids, error);
}

static const char *
visibility_nick (VlgMotionSummary *row)
{
  return vlg_enum_to_nick (VLG_TYPE_VISIBILITY, vlg_motion_summary_get_visibility (row));
}

static const char *
state_nick (VlgMotionSummary *row)
{
  return vlg_enum_to_nick (VLG_TYPE_STATE, vlg_motion_summary_get_state (row));
}

static void
add_table_row (GPtrArray        *rows,
               VlgMotionSummary *row)
{
  g_autofree char *title = g_strdup (vlg_motion_summary_get_title (row));
  char **cells = g_new0 (char *, 5);

  /* A motion without a number is named by its uid, which the other commands take too. */
  cells[0] = g_strdup (*vlg_motion_summary_get_number (row) != '\0' ? vlg_motion_summary_get_number (row) : vlg_motion_summary_get_uid (row));
  cells[1] = g_strdup (vlg_state_get_label (vlg_motion_summary_get_state (row)));
  cells[2] = vlg_day_to_display (vlg_motion_summary_get_next_day (row));
  cells[3] = g_strdelimit (g_steal_pointer (&title), "\n\t", ' ');
  g_ptr_array_add (rows, cells);
}

static void
print_csv_row (VlgCliOutput     *out,
               VlgMotionSummary *row)
{
  g_autofree char *day = vlg_day_to_iso (vlg_motion_summary_get_next_day (row));
  const char *values[] = {
    vlg_motion_summary_get_number (row), vlg_motion_summary_get_title (row), state_nick (row),
    visibility_nick (row), day != NULL ? day : "", NULL
  };

  vlg_cli_output_csv (out, values);
}

static void
add_string (JsonBuilder *builder,
            const char  *key,
            const char  *value)
{
  json_builder_set_member_name (builder, key);
  if (value != NULL && *value != '\0')
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
print_json_row (VlgCliOutput     *out,
                VlgMotionSummary *row,
                gboolean          first)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *day = vlg_day_to_iso (vlg_motion_summary_get_next_day (row));
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  add_string (builder, "uid", vlg_motion_summary_get_uid (row));
  add_string (builder, "number", vlg_motion_summary_get_number (row));
  add_string (builder, "title", vlg_motion_summary_get_title (row));
  add_string (builder, "state", state_nick (row));
  add_string (builder, "visibility", visibility_nick (row));
  add_string (builder, "next_date", day);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  text = json_to_string (node, FALSE);
  vlg_cli_output_raw (out, first ? "\n    " : ",\n    ");
  vlg_cli_output_raw (out, text);
}

static void
begin (VlgCliOutput *out,
       VlgCliFormat  format)
{
  const char *header[] = { "number", "title", "state", "visibility", "next_date", NULL };

  if (format == VLG_FORMAT_CSV)
    vlg_cli_output_csv (out, header);
  else if (format == VLG_FORMAT_JSON)
    vlg_cli_output_raw (out, "{\n  \"format\": 1,\n  \"motions\": [");
}

static void
end (VlgCliOutput *out,
     VlgCliFormat  format,
     GPtrArray    *rows)
{
  const char *header[] = { C_("column", "Number"), C_("column", "State"), C_("column", "Next date"), C_("column", "Title"), NULL };

  if (format == VLG_FORMAT_JSON)
    vlg_cli_output_raw (out, "\n  ]\n}\n");
  else if (format == VLG_FORMAT_TABLE && rows->len > 0)
    vlg_cli_output_table (out, header, rows, 4);
}

static int
print_list (VlgCli       *cli,
            GArray       *ids,
            VlgCliFormat  format)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  gboolean first = TRUE;

  begin (cli->out, format);
  for (guint done = 0; done < ids->len && !vlg_cli_output_is_gone (cli->out); done += CHUNK)
    {
      Chunk chunk = { &g_array_index (ids, gint64, done), MIN (CHUNK, ids->len - done) };
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) summaries = vlg_store_read (cli->store, chunk_job, &chunk, NULL, &error);

      if (summaries == NULL)
        return vlg_cli_fail (NULL, error);
      for (guint i = 0; i < summaries->len; i++)
        {
          VlgMotionSummary *row = g_ptr_array_index (summaries, i);

          /* Gone since the ids were read. */
          if (vlg_motion_summary_get_id (row) == 0)
            continue;
          if (format == VLG_FORMAT_TABLE)
            add_table_row (rows, row);
          else if (format == VLG_FORMAT_CSV)
            print_csv_row (cli->out, row);
          else
            print_json_row (cli->out, row, first);
          first = FALSE;
        }
    }
  end (cli->out, format, rows);

  return VLG_EXIT_OK;
}

static gboolean
parse_order (const char     *name,
             VlgMotionOrder *order)
{
  static const char * const names[] = {
    [VLG_MOTION_ORDER_NEWEST] = "newest",
    [VLG_MOTION_ORDER_NUMBER] = "number",
    [VLG_MOTION_ORDER_TITLE] = "title",
    [VLG_MOTION_ORDER_STATE] = "state",
    [VLG_MOTION_ORDER_NEXT_DAY] = "date",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (name != NULL && g_str_equal (names[i], name))
      {
        *order = i;
        return TRUE;
      }

  return name == NULL;
}

/* What was asked for by options. */
typedef struct {
  char *values[VLG_N_FACETS];        /* of options with a value */
  gboolean flags[VLG_N_FACETS];
  char *name;                        /* of a ready-made or saved filter */
} FilterOptions;

static void
filter_options_clear (FilterOptions *self)
{
  for (guint i = 0; i < VLG_N_FACETS; i++)
    g_free (self->values[i]);
  g_free (self->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FilterOptions, filter_options_clear)

/* The filter that is named; exit status in @status where there is none. */
static VlgMotionFilter *
find_filter (VlgCli     *cli,
             const char *raw_name,
             int        *status)
{
  g_autofree char *name = vlg_cli_to_utf8 (cli, raw_name);
  g_autoptr (GError) error = NULL;
  VlgMotionFilter *filter;
  VlgReadyFilter ready;

  *status = VLG_EXIT_USAGE;
  if (name == NULL)
    return NULL;
  if (vlg_ready_filter_from_key (name, &ready))
    return vlg_motion_filter_new_ready (ready);
  filter = vlg_filters_find (cli->office, name, &error);
  if (error != NULL)
    *status = vlg_cli_fail (NULL, error);
  else if (filter == NULL)
    *status = vlg_cli_misuse (cli, _("There is no filter “%s”. Ready-made ones are all, drafts, received, next-meeting, to-sign and trash."), name);

  return filter;
}

/* What the options ask for together. NULL with @status set. */
static VlgMotionFilter *
make_filter (VlgCli              *cli,
             const FilterOptions *options,
             int                 *status)
{
  g_autoptr (VlgMotionFilter) filter = options->name != NULL ? find_filter (cli, options->name, status) : vlg_motion_filter_new ();

  for (guint i = 0; filter != NULL && i < VLG_N_FACETS; i++)
    {
      g_autofree char *value = NULL;

      if (options->flags[i])
        vlg_motion_filter_set (filter, i, i == VLG_FACET_DUE ? "week" : "yes");
      if (options->values[i] == NULL)
        continue;
      value = vlg_cli_to_utf8 (cli, options->values[i]);
      *status = VLG_EXIT_USAGE;
      if (value == NULL)
        return NULL;
      if (!vlg_motion_filter_set (filter, i, value))
        {
          *status = vlg_cli_misuse (cli, _("“--%s” does not take “%s”."), vlg_facet_to_key (i), value);
          return NULL;
        }
    }

  return g_steal_pointer (&filter);
}

int
vlg_cli_list (VlgCli  *cli,
              int      argc,
              char   **argv)
{
  g_autofree char *raw_words = NULL;
  g_autofree char *words = NULL;
  g_autofree char *format_name = NULL;
  g_autofree char *order_name = NULL;
  g_auto (FilterOptions) options = { { NULL } };
  const GOptionEntry entries[] = {
    { "search", 's', 0, G_OPTION_ARG_FILENAME, &raw_words, N_("Only motions with these words"), N_("WORDS") },
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format_name, N_("How to write the list"), "table|json|csv" },
    { "sort", 0, 0, G_OPTION_ARG_FILENAME, &order_name, N_("In which order"), "newest|number|title|state|date" },
    { "state", 0, 0, G_OPTION_ARG_FILENAME, &options.values[VLG_FACET_STATE], N_("Only motions in one of these states"), "draft,submitted,…" },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &options.values[VLG_FACET_KIND], N_("Only motions of this kind"), "BV" },
    { "year", 0, 0, G_OPTION_ARG_FILENAME, &options.values[VLG_FACET_YEAR], N_("Only motions of this year"), "2026" },
    { "body", 0, 0, G_OPTION_ARG_FILENAME, &options.values[VLG_FACET_BODY], N_("Only motions this body deals with"), N_("NAME") },
    { "origin", 0, 0, G_OPTION_ARG_FILENAME, &options.values[VLG_FACET_ORIGIN], N_("Only motions of this origin"), "I-OB" },
    { "responsible", 0, 0, G_OPTION_ARG_FILENAME, &options.values[VLG_FACET_RESPONSIBLE], N_("Only motions this office is responsible for"), N_("NAME") },
    { "field", 0, 0, G_OPTION_ARG_FILENAME, &options.values[VLG_FACET_FIELD], N_("Only motions with this field of action ticked"), N_("KEY") },
    { "mine", 0, 0, G_OPTION_ARG_NONE, &options.flags[VLG_FACET_MINE], N_("Only motions first or last written by you"), NULL },
    { "due", 0, 0, G_OPTION_ARG_NONE, &options.flags[VLG_FACET_DUE], N_("Only motions with a date within seven days"), NULL },
    { "findings", 0, 0, G_OPTION_ARG_NONE, &options.flags[VLG_FACET_FINDINGS], N_("Only motions in which the checks find something"), NULL },
    { "trash", 0, 0, G_OPTION_ARG_NONE, &options.flags[VLG_FACET_TRASH], N_("The trash instead of the rest"), NULL },
    { "filter", 0, 0, G_OPTION_ARG_FILENAME, &options.name, N_("A ready-made filter (drafts, received, next-meeting, to-sign, trash) or a saved one"), N_("NAME") },
    { NULL }
  };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (VlgMotionFilter) filter = NULL;
  g_autoptr (GError) error = NULL;
  Query query = { { .order = VLG_MOTION_ORDER_NEWEST }, ids };
  VlgCliFormat format;
  int status;

  if (!vlg_cli_parse (cli, entries, argc, argv, 0, 0, &status))
    return status;
  if (!vlg_cli_parse_format (cli, format_name, "table|json|csv", &format, &status))
    return status;
  if (!parse_order (order_name, &query.query.order))
    return vlg_cli_misuse (cli, _("“--sort” takes newest, number, title, state or date, not “%s”."), order_name);
  if (raw_words != NULL)
    {
      words = vlg_cli_to_utf8 (cli, raw_words);
      if (words == NULL)
        return VLG_EXIT_USAGE;
    }
  if (vlg_cli_open (cli, TRUE, &status) == NULL)
    return status;

  filter = make_filter (cli, &options, &status);
  if (filter == NULL)
    return status;
  if (vlg_motion_filter_get (filter, VLG_FACET_FINDINGS) != NULL && !vlg_filters_count_all (cli->office, &error))
    return vlg_cli_fail (NULL, error);
  query.query.words = words;
  query.query.filter = filter;
  query.query.login = vlg_actor_get_login_uid (vlg_office_get_actor (cli->office));
  vlg_store_read (cli->store, ids_job, &query, NULL, &error);
  if (error != NULL)
    return vlg_cli_fail (NULL, error);

  return print_list (cli, ids, format);
}
