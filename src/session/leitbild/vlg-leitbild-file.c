/* vlg-leitbild-file.c — the figures of the Leitbild as files: a table, a picture, pages
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-leitbild-file.h"

#include <glib/gi18n.h>

#include "vlg-csv.h"

/* The parts, as programs and as people name them. */
static const struct {
  const char *key;
  const char *label;
} parts[] = {
  { "all", NC_("part", "All motions") },
  { "not_relevant", NC_("part", "Not relevant") },
  { "undecided", NC_("part", "Not decided") },
  { "field", NC_("part", "Field of action") },
  { "goal", NC_("part", "Goal") },
};

enum { ALL, NOT_RELEVANT, UNDECIDED, FIELD, GOAL };

static const char *
name_of_part (guint    part,
              gboolean for_people)
{
  return for_people ? g_dpgettext2 (GETTEXT_PACKAGE, "part", parts[part].label) : parts[part].key;
}

static const char *
name_of_field (VlgLeitbild *leitbild,
               const char  *key)
{
  VlgActionField *field = leitbild != NULL ? vlg_leitbild_find_field (leitbild, key) : NULL;

  return field != NULL ? vlg_action_field_get_name (field) : key;
}

static void
add_record (GPtrArray  *records,
            const char *part,
            const char *field,
            const char *goal,
            const char *period,
            guint       n_motions,
            int         n_adopted)
{
  char **cells = g_new0 (char *, VLG_LEITBILD_N_COLUMNS + 1);

  cells[0] = g_strdup (part);
  cells[1] = g_strdup (field);
  cells[2] = g_strdup (goal);
  cells[3] = g_strdup (period);
  cells[4] = g_strdup_printf ("%u", n_motions);
  cells[5] = n_adopted < 0 ? g_strdup ("") : g_strdup_printf ("%d", n_adopted);
  g_ptr_array_add (records, cells);
}

static void
add_header (GPtrArray *records,
            gboolean   for_people)
{
  const char *keys[] = { "part", "field", "goal", "period", "motions", "adopted", NULL };
  const char *labels[] = { C_("column", "Part"), C_("column", "Field of action"), C_("column", "Goal"), C_("column", "Period"), C_("column", "Motions"), C_("column", "Adopted"), NULL };

  g_ptr_array_add (records, g_strdupv ((char **) (for_people ? labels : keys)));
}

GPtrArray *
vlg_leitbild_file_list_records (VlgLeitbildReport *report,
                                VlgLeitbild       *leitbild)
{
  gboolean for_people = leitbild != NULL;
  GPtrArray *records;

  g_return_val_if_fail (report != NULL, NULL);

  records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  add_header (records, for_people);
  for (guint i = 0; i < report->n_periods; i++)
    {
      g_autofree char *period = vlg_report_period_get_label (&report->periods[i]);
      const VlgReportCount *count = &report->counts[i];

      add_record (records, name_of_part (ALL, for_people), "", "", period, count->n_motions, (int) count->n_adopted);
      add_record (records, name_of_part (NOT_RELEVANT, for_people), "", "", period, count->n_not_relevant, -1);
      add_record (records, name_of_part (UNDECIDED, for_people), "", "", period, count->n_undecided, -1);
    }
  for (guint i = 0; i < report->fields->len; i++)
    {
      const VlgReportField *field = report->fields->pdata[i];

      add_record (records, name_of_part (FIELD, for_people), name_of_field (leitbild, field->field), "", "", field->n_motions, (int) field->n_adopted);
    }
  for (guint i = 0; i < report->goals->len; i++)
    for (guint j = 0; j < report->n_periods; j++)
      {
        const VlgReportGoal *goal = report->goals->pdata[i];
        g_autofree char *period = vlg_report_period_get_label (&report->periods[j]);

        add_record (records, name_of_part (GOAL, for_people), name_of_field (leitbild, goal->field), goal->code, period, goal->counts[j], -1);
      }

  return records;
}

GBytes *
vlg_leitbild_file_to_csv (VlgLeitbildReport *report,
                          VlgLeitbild       *leitbild)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GString) out = g_string_new (VLG_CSV_MARK);

  g_return_val_if_fail (report != NULL, NULL);
  g_return_val_if_fail (VLG_IS_LEITBILD (leitbild), NULL);

  records = vlg_leitbild_file_list_records (report, leitbild);
  for (guint i = 0; i < records->len; i++)
    vlg_csv_append (out, ';', VLG_CSV_GUARDED | VLG_CSV_QUOTED, records->pdata[i]);

  return g_string_free_to_bytes (g_steal_pointer (&out));
}
