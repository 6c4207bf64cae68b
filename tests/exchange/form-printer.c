/* form-printer.c — a motion's form as text, and what the form prints of it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "form-generator.h"
#include "vlg-document.h"
#include "vlg-string.h"

/* Ends lines at @width characters as paper does: at blanks, else inside the word with U+2010, which stands only there. */
static void
append_wrapped (GString    *out,
                const char *text,
                guint       first_column,
                guint       width)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint column = first_column;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i];
      guint length = g_utf8_strlen (word, -1);
      /* A word that ends in a hyphen or dash stays with the next. */
      gboolean glued = i > 0 && *words[i - 1] != '\0' && strchr ("-/", words[i - 1][strlen (words[i - 1]) - 1]) != NULL;

      if (column > 0 && column + length > width && !glued && strcmp (word, "–") != 0)
        {
          g_string_append (out, " \n");
          column = 0;
        }
      while (length > width)
        {
          const char *cut = g_utf8_offset_to_pointer (word, width - 1);

          while (cut > word && !g_unichar_isalnum (g_utf8_get_char (cut)))
            cut = g_utf8_prev_char (cut);
          if (cut == word)
            break;
          g_string_append_len (out, word, cut - word);
          g_string_append (out, "\xe2\x80\x90\n");
          word = cut;
          length = g_utf8_strlen (word, -1);
          column = 0;
        }
      g_string_append (out, word);
      column += length;
      if (words[i + 1] != NULL && column > 0)
        {
          g_string_append_c (out, ' ');
          column++;
        }
    }
}

static void
print_text (GString    *out,
            const char *label,
            const char *markdown,
            guint       width)
{
  g_autoptr (VlgDocument) document = vlg_document_new (markdown);

  g_string_append (out, label);
  for (guint i = 0; i < vlg_document_get_n_blocks (document); i++)
    {
      const VlgTextBlock *block = vlg_document_get_block (document, i);

      g_string_append (out, i == 0 ? " \n" : "\n\n");
      if (block->marker != NULL)
        g_string_append_printf (out, "%s ", block->marker);
      append_wrapped (out, block->text, block->marker != NULL ? 3 : 0, width);
    }
  g_string_append (out, " \n\n");
}

static void
print_line (GString    *out,
            const char *label,
            const char *value,
            guint       width)
{
  g_string_append (out, label);
  g_string_append_c (out, ' ');
  append_wrapped (out, value, g_utf8_strlen (label, -1) + 1, width);
  g_string_append (out, " \n\n");
}

static char *
format_count (int count)
{
  return count == VLG_VOTES_ABSENT ? g_strdup ("") : g_strdup_printf ("%02d", count);
}

/* Appends @text and fills up to @column. */
static void
append_padded (GString    *out,
               const char *text,
               guint       width)
{
  guint length = g_utf8_strlen (text, -1);

  g_string_append (out, text);
  for (guint i = length; i < width; i++)
    g_string_append_c (out, ' ');
}

static void
print_row (GString         *out,
           VlgConsultation *consultation,
           VlgProfile      *profile,
           FormStyle        style)
{
  const VlgVotes *votes = vlg_consultation_get_votes (consultation);
  g_autofree char *date = vlg_day_to_german (vlg_consultation_get_day (consultation));
  g_autofree char *in_favour = format_count (votes->in_favour);
  g_autofree char *against = format_count (votes->against);
  g_autofree char *abstentions = format_count (votes->abstentions);
  const char *counts[] = { in_favour, against, abstentions };
  gboolean public = vlg_consultation_get_visibility (consultation) == VLG_VISIBILITY_PUBLIC;
  g_autoptr (GString) body = g_string_new (NULL);
  g_auto (GStrv) body_lines = NULL;

  append_wrapped (body, vlg_consultation_get_body (consultation), 0, 26);
  body_lines = g_strsplit (body->str, "\n", -1);

  if (style == FORM_STYLE_CELLS)
    {
      g_string_append_printf (out, "%s \n\n%s \n\n%s %s %s %s %s \n \n\n", body->str,
                              public ? vlg_profile_get_heading (profile, VLG_HEADING_PUBLIC) : "nicht \nöffentlich",
                              date, counts[0], counts[1], counts[2], vlg_consultation_get_confirmed_by (consultation));
    }
  else
    {
      for (guint i = 0; i < 2 || body_lines[i] != NULL; i++)
        {
          append_padded (out, body_lines[0] != NULL && i < g_strv_length (body_lines) ? g_strchomp (body_lines[i]) : "", 30);
          append_padded (out, public ? i == 0 ? "öffentlich" : "" : i == 0 ? "nicht" : i == 1 ? "öffentlich" : "", 14);
          append_padded (out, i == 0 ? date : "", 14);
          for (guint count = 0; count < 3; count++)
            append_padded (out, i == 0 ? counts[count] : "", count == 2 ? 14 : 8);
          g_string_append_printf (out, "%s\n", i == 0 ? vlg_consultation_get_confirmed_by (consultation) : "");
          if (i + 1 >= g_strv_length (body_lines) && (public || i >= 1))
            break;
        }
      g_string_append_c (out, '\n');
    }
}

static void
print_sequence (GString    *out,
                VlgMotion  *motion,
                VlgProfile *profile,
                FormStyle   style)
{
  static const guint columns[] = { 14, 14, 8, 8, 14, 0 };
  GListModel *consultations = G_LIST_MODEL (vlg_motion_get_consultations (motion));

  append_padded (out, vlg_profile_get_label (profile, VLG_FIELD_CONSULTATIONS), style == FORM_STYLE_LAYOUT ? 30 : 0);
  for (VlgHeading heading = VLG_HEADING_STATUS; heading <= VLG_HEADING_CONFIRMATION; heading++)
    {
      if (style == FORM_STYLE_CELLS)
        g_string_append_c (out, ' ');
      append_padded (out, vlg_profile_get_heading (profile, heading), style == FORM_STYLE_LAYOUT ? columns[heading - VLG_HEADING_STATUS] : 0);
    }
  g_string_append (out, " \n\n");
  for (guint i = 0; i < g_list_model_get_n_items (consultations); i++)
    {
      g_autoptr (VlgConsultation) consultation = g_list_model_get_item (consultations, i);

      print_row (out, consultation, profile, style);
    }
}

static VlgMark *
find_mark (VlgMotion  *motion,
           const char *field)
{
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (motion));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);

      if (strcmp (vlg_mark_get_field (mark), field) == 0)
        return mark;
    }

  return NULL;
}

static void
print_leitbild (GString    *out,
                VlgMotion  *motion,
                VlgProfile *profile)
{
  static const char * const ticks[] = { "[x]", "[ x]", "[x ]", "[X]", "☒" };
  static const char * const blanks[] = { "[ ]", "[  ]", "[]", "☐" };
  VlgLeitbild *leitbild = vlg_profile_get_leitbild (profile);
  guint n = vlg_leitbild_get_n_fields (leitbild);

  g_string_append_printf (out, "%s \n \n%s  %s \n\n", vlg_profile_get_label (profile, VLG_FIELD_LEITBILD),
                          vlg_profile_get_heading (profile, VLG_HEADING_FIELD_OF_ACTION), vlg_profile_get_heading (profile, VLG_HEADING_GOAL_NUMBER));
  for (guint i = 0; i < n; i++)
    {
      VlgActionField *field = vlg_leitbild_get_field (leitbild, i);
      VlgMark *mark = find_mark (motion, vlg_action_field_get_key (field));
      g_autofree char *goals = mark != NULL ? g_strjoinv (", ", (char **) vlg_mark_get_goals (mark)) : g_strdup ("");

      g_string_append_printf (out, "%s %s %s \n\n", vlg_action_field_get_name (field),
                              mark != NULL && vlg_mark_get_ticked (mark) ? ticks[i % G_N_ELEMENTS (ticks)] : blanks[i % G_N_ELEMENTS (blanks)], goals);
    }
  g_string_append_printf (out, "%s %s \n\n\n", vlg_profile_get_heading (profile, VLG_HEADING_NOT_RELEVANT),
                          vlg_motion_get_relevance (motion) == VLG_RELEVANCE_NOT_RELEVANT ? "[x]" : "[  ]");
}

static void
print_signatories (GString   *out,
                   VlgMotion *motion,
                   VlgBlock   block,
                   FormStyle  style)
{
  GListModel *signatories = G_LIST_MODEL (vlg_motion_get_signatories (motion));
  g_autoptr (GString) roles = g_string_new (NULL);
  guint n = 0;

  g_string_append (out, "\n\n\n");
  for (guint i = 0; i < g_list_model_get_n_items (signatories); i++)
    {
      g_autoptr (VlgSignatory) signatory = g_list_model_get_item (signatories, i);
      guint width;

      if (vlg_signatory_get_block (signatory) != block)
        continue;
      width = MAX (g_utf8_strlen (vlg_signatory_get_name (signatory), -1), g_utf8_strlen (vlg_signatory_get_role (signatory), -1)) + 3;
      append_padded (out, vlg_signatory_get_name (signatory), width);
      append_padded (roles, vlg_signatory_get_role (signatory), style == FORM_STYLE_LAYOUT ? width : 0);
      if (style == FORM_STYLE_CELLS)
        g_string_append_c (roles, ' ');
      n++;
    }
  if (n > 0)
    g_string_append_printf (out, "\n%s\n", roles->str);
}

char *
form_generator_print (VlgMotion  *motion,
                      VlgProfile *profile,
                      FormStyle   style,
                      guint       width)
{
  GString *out = g_string_new (" ");
  GListModel *annexes = G_LIST_MODEL (vlg_motion_get_annexes (motion));
  g_autofree char *decided_on = vlg_day_to_german (vlg_motion_get_decided_on (motion));

  g_string_append_printf (out, "%s %s \n\n", vlg_profile_get_label (profile, VLG_FIELD_NUMBER), vlg_motion_get_number_text (motion));
  print_line (out, vlg_profile_get_label (profile, VLG_FIELD_SUBMITTER), vlg_motion_get_text (motion, VLG_FIELD_SUBMITTER), width);
  print_line (out, vlg_profile_get_label (profile, VLG_FIELD_RESPONSIBLE), vlg_motion_get_text (motion, VLG_FIELD_RESPONSIBLE), width);
  print_sequence (out, motion, profile, style);
  print_line (out, vlg_profile_get_label (profile, VLG_FIELD_TITLE), vlg_motion_get_text (motion, VLG_FIELD_TITLE), width);
  for (VlgField field = VLG_FIELD_RESOLUTION; field <= VLG_FIELD_PUBLICATION_NOTES; field++)
    print_text (out, vlg_profile_get_label (profile, field), vlg_motion_get_text (motion, field), width);
  print_leitbild (out, motion, profile);
  print_text (out, vlg_profile_get_label (profile, VLG_FIELD_REASONING), vlg_motion_get_text (motion, VLG_FIELD_REASONING), width);
  print_signatories (out, motion, VLG_BLOCK_SUBMITTER, style);
  g_string_append_printf (out, "\n\n\n%s %s \n", vlg_profile_get_label (profile, VLG_FIELD_DECIDED_ON), decided_on);
  print_signatories (out, motion, VLG_BLOCK_COUNCIL, style);

  for (guint i = 0; i < g_list_model_get_n_items (annexes); i++)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (annexes, i);
      g_autofree char *label = g_strdup_printf ("\f%s %u: %s", vlg_profile_get_heading (profile, VLG_HEADING_ANNEX),
                                                vlg_annex_get_number (annex), vlg_annex_get_title (annex));

      print_text (out, label, vlg_annex_get_text (annex), width);
    }

  return g_string_free (out, FALSE);
}
