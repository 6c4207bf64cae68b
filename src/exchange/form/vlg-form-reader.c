/* vlg-form-reader.c — the text of a form into a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-paper-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vlg-document.h"
#include "vlg-form-reading.h"

/* With fewer headings of the profile than this it is another city's paper. */
#define MIN_HEADINGS 3

void
vlg_form_report (VlgFormReading *reading,
                 VlgField        field,
                 VlgCertainty    certainty,
                 guint           first,
                 guint           end,
                 const char     *note)
{
  guint first_line = 0;
  guint last_line = 0;

  if (end > first)
    {
      first_line = vlg_form_lines_get (reading->lines, first)->number;
      last_line = vlg_form_lines_get (reading->lines, end - 1)->number;
    }
  vlg_import_report_add (reading->report, field, certainty, first_line, last_line, note);
}

static void
report_missing (VlgFormReading *reading,
                VlgField        field)
{
  vlg_form_report (reading, field, VLG_CERTAINTY_MISSING, 0, 0, NULL);
}

static void
read_number (VlgFormReading *reading)
{
  const VlgFormSection *section = &reading->sections.sections[VLG_FIELD_NUMBER];
  g_autoptr (VlgMotionNumber) number = NULL;
  g_autofree char *text = NULL;
  VlgFormRange range;

  if (!section->found)
    {
      report_missing (reading, VLG_FIELD_NUMBER);
      return;
    }

  /* Only the line of the heading, or the one below: what follows is no number. */
  range = section->range;
  range.end = MIN (range.end, range.first + 1);
  if (vlg_form_range_is_empty (reading->lines, &range) && section->range.end > range.end
      && vlg_form_lines_get (reading->lines, range.end)->blanks <= 1)
    range.end++;

  text = vlg_form_range_to_line (reading->lines, &range);
  if (*text == '\0')
    {
      vlg_form_report (reading, VLG_FIELD_NUMBER, VLG_CERTAINTY_CERTAIN, section->heading, range.end, _("The paper has no number yet."));
      return;
    }

  number = vlg_motion_number_parse (text, NULL);
  if (number == NULL)
    {
      vlg_form_lines_get (reading->lines, range.end - 1)->taken = FALSE;
      vlg_form_report (reading, VLG_FIELD_NUMBER, VLG_CERTAINTY_PROBABLE, section->heading, range.end, _("This cannot be a number."));
      return;
    }
  vlg_motion_set_number (reading->motion, number);
  vlg_form_report (reading, VLG_FIELD_NUMBER,
                   vlg_motion_number_get_year (number) > 0 ? VLG_CERTAINTY_CERTAIN : VLG_CERTAINTY_PROBABLE,
                   section->heading, range.end, NULL);
}

static void
read_text (VlgFormReading *reading,
           VlgField        field)
{
  const VlgFormSection *section = &reading->sections.sections[field];
  g_autofree char *text = NULL;

  if (!section->found)
    {
      report_missing (reading, field);
      return;
    }

  if (vlg_field_is_long_text (field))
    text = vlg_form_range_to_markdown (reading->lines, &section->range);
  else
    text = vlg_form_range_to_line (reading->lines, &section->range);
  vlg_motion_set_text (reading->motion, field, text);
  vlg_form_report (reading, field, VLG_CERTAINTY_CERTAIN, section->heading, section->range.end, NULL);
}

static void
add_mentions (VlgFormReading *reading,
              GHashTable     *seen,
              const char     *text)
{
  g_autoptr (GPtrArray) numbers = NULL;

  /* Most texts name none. */
  if (strchr (text, '/') == NULL)
    return;

  numbers = vlg_motion_number_find_all (text);
  for (guint i = 0; i < numbers->len; i++)
    {
      VlgMotionNumber *number = g_ptr_array_index (numbers, i);
      g_autoptr (VlgRelation) relation = NULL;

      if (!g_hash_table_add (seen, g_strdup (vlg_motion_number_get_text (number))))
        continue;
      relation = vlg_relation_new (VLG_RELATION_MENTIONS, number);
      g_list_store_append (vlg_motion_get_relations (reading->motion), relation);
    }
}

/* Numbers of other papers that the texts mention. */
static void
read_mentions (VlgFormReading *reading)
{
  static const VlgField fields[] = {
    VLG_FIELD_TITLE, VLG_FIELD_RESOLUTION, VLG_FIELD_LEGAL_BASIS, VLG_FIELD_RELATED_RESOLUTIONS, VLG_FIELD_EXPERT_OPINIONS,
    VLG_FIELD_PUBLICATION_NOTES, VLG_FIELD_REASONING,
  };
  GListModel *annexes = G_LIST_MODEL (vlg_motion_get_annexes (reading->motion));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_add (seen, g_strdup (vlg_motion_get_number_text (reading->motion)));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_relations (reading->motion))); i++)
    {
      g_autoptr (VlgRelation) relation = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_relations (reading->motion)), i);

      g_hash_table_add (seen, g_strdup (vlg_motion_number_get_text (vlg_relation_get_target (relation))));
    }

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_mentions (reading, seen, vlg_motion_get_text (reading->motion, fields[i]));
  for (guint i = 0; i < g_list_model_get_n_items (annexes); i++)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (annexes, i);

      add_mentions (reading, seen, vlg_annex_get_title (annex));
      add_mentions (reading, seen, vlg_annex_get_text (annex));
    }
}

/* Whatever no part took is kept word for word. */
static void
keep_the_rest (VlgFormReading *reading)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  guint n_lines = 0;

  for (guint i = 0; i < reading->lines->lines->len; i++)
    {
      const VlgFormLine *line = vlg_form_lines_get (reading->lines, i);

      if (line->taken)
        continue;
      if (rest->len > 0)
        g_string_append_c (rest, '\n');
      g_string_append (rest, line->raw);
      n_lines++;
    }

  vlg_motion_set_text (reading->motion, VLG_FIELD_UNRECOGNISED, rest->str);
  vlg_import_report_set_n_unrecognised (reading->report, n_lines);
}

static void
read_form (VlgFormReading *reading)
{
  read_number (reading);
  /* Signatories first: their block ends the section before the decision line. */
  vlg_form_read_signatories (reading);
  read_text (reading, VLG_FIELD_SUBMITTER);
  read_text (reading, VLG_FIELD_RESPONSIBLE);
  vlg_form_read_sequence (reading);
  for (VlgField field = VLG_FIELD_TITLE; field <= VLG_FIELD_PUBLICATION_NOTES; field++)
    read_text (reading, field);
  vlg_form_read_leitbild (reading);
  vlg_form_read_rationales (reading);
  read_text (reading, VLG_FIELD_REASONING);
  vlg_form_read_annexes (reading);
}

VlgMotion *
vlg_form_read_lines (VlgFormLines    *lines,
                     VlgProfile      *profile,
                     VlgImportReport *report)
{
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (VlgFormWord));
  VlgFormFurniture furniture = { FALSE, NULL };
  VlgFormReading reading = { lines, profile, motion, report, };

  reading.words = words;
  vlg_form_furniture_remove (lines, profile, &furniture);
  vlg_form_sections_find (lines, profile, &reading.sections);

  if (reading.sections.n_found >= MIN_HEADINGS)
    read_form (&reading);
  else
    {
      for (guint i = 0; i < lines->lines->len; i++)
        vlg_form_lines_get (lines, i)->taken = FALSE;
      vlg_form_read_foreign (&reading);
    }

  if (furniture.non_public)
    vlg_motion_set_visibility (motion, VLG_VISIBILITY_NON_PUBLIC);
  if (furniture.kind != NULL && vlg_motion_get_number (motion) == NULL)
    vlg_motion_set_kind (motion, furniture.kind);
  read_mentions (&reading);
  keep_the_rest (&reading);

  return g_steal_pointer (&motion);
}

VlgMotion *
vlg_form_read (const char       *text,
               VlgProfile       *profile,
               VlgImportReport **report,
               GError          **error)
{
  g_autoptr (VlgFormLines) lines = NULL;
  g_autoptr (VlgImportReport) found = NULL;
  VlgMotion *motion;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (VLG_IS_PROFILE (profile), NULL);

  lines = vlg_form_lines_new (text);
  if (lines->lines->len == 0)
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_EMPTY, _("The paper is empty."));
      return NULL;
    }

  found = vlg_import_report_new ();
  motion = vlg_form_read_lines (lines, profile, found);
  if (report != NULL)
    *report = g_steal_pointer (&found);

  return motion;
}
