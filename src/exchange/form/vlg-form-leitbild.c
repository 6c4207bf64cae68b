/* vlg-form-leitbild.c — the Leitbild table: fields of action, boxes, goals
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-form-reading.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  VlgFormReading *reading;
  GString        *name;        /* words before a box */
  guint           name_first;  /* their first line */
  VlgActionField *field;       /* of the last row, or NULL when the catalogue has none such */
  char           *unknown;     /* its name then */
  GPtrArray      *goals;       /* (element-type utf8), of the last row */
  gboolean        ticked;
  gboolean        not_relevant;
  gboolean        seen_not_relevant;
  gboolean        in_row;      /* goals may go on in the next line */
  guint           n_rows;
  guint           n_unknown;
} Leitbild;

/* Finds a box in @text: "[x]", "[ x]", "[  ]", "☒", "☐". Its start and @end, or NULL. */
static const char *
find_box (const char  *text,
          const char **end,
          gboolean    *ticked)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '[')
        {
          const char *inner = vlg_form_skip_blanks (p + 1);
          gboolean mark = FALSE;

          if (*inner != ']' && *inner != '\0')
            {
              gunichar c = g_utf8_get_char (inner);

              mark = c == 'x' || c == 'X' || c == 0x00d7 || c == 0x2713 || c == 0x2714 || c == 0x2717 || c == 0x2718;
              if (!mark)
                continue;
              inner = vlg_form_skip_blanks (g_utf8_next_char (inner));
            }
          if (*inner == ']')
            {
              *end = inner + 1;
              *ticked = mark;
              return p;
            }
        }
      else if ((guchar) *p >= 0xe2)
        {
          gunichar c = g_utf8_get_char (p);

          /* Ballot boxes, squares, and the private places of Wingdings. */
          if (c == 0x2610 || c == 0x25a1 || c == 0xf0a8 || c == 0xf06f)
            *ticked = FALSE;
          else if (c == 0x2611 || c == 0x2612 || c == 0x25a0 || c == 0xf0fe || c == 0xf078 || c == 0xf0fd)
            *ticked = TRUE;
          else
            continue;
          *end = g_utf8_next_char (p);
          return p;
        }
    }

  return NULL;
}

/* A goal's code: one to three capitals and one to three digits ("M01", "WT12a"). */
static gboolean
is_goal_code (const char *word,
              gsize       length)
{
  gsize i = 0, letters, digits;

  while (i < length && g_ascii_isupper (word[i]))
    i++;
  letters = i;
  if (i < length && (word[i] == '-' || word[i] == '.') && letters > 0)
    i++;
  digits = i;
  while (i < length && g_ascii_isdigit (word[i]))
    i++;
  digits = i - digits;
  if (i < length && g_ascii_islower (word[i]))
    i++;

  return i == length && letters >= 1 && letters <= 3 && digits >= 1 && digits <= 3;
}

/* Whether the catalogue knows the word as a code, however it is spelled. */
static gboolean
is_goal (Leitbild   *self,
         const char *word,
         gsize       length)
{
  g_autofree char *code = NULL;

  if (is_goal_code (word, length))
    return TRUE;
  code = g_strndup (word, length);

  return vlg_leitbild_find_goal (vlg_profile_get_leitbild (self->reading->profile), code) != NULL;
}

/* Reads @text as a list of goal codes into the row's goals; FALSE, and nothing added, when it is something else. */
static gboolean
read_goals (Leitbild   *self,
            const char *text)
{
  guint before = self->goals->len;
  const char *p = text;

  while (*(p += strspn (p, " \t,;/+")) != '\0')
    {
      gsize length = strcspn (p, " \t,;/+");

      if ((length == 3 && strncmp (p, "und", 3) == 0) || (length == 1 && *p == 'u'))
        {
          p += length;
          continue;
        }
      if (!is_goal (self, p, length))
        {
          g_ptr_array_set_size (self->goals, before);
          return FALSE;
        }
      g_ptr_array_add (self->goals, g_strndup (p, length));
      p += length;
    }

  return TRUE;
}

/* The field of action of this name, or the one it is the beginning of when @prefix. */
static VlgActionField *
find_field (Leitbild   *self,
            const char *name,
            gboolean    prefix)
{
  VlgLeitbild *leitbild = vlg_profile_get_leitbild (self->reading->profile);
  gsize length = strlen (name);

  if (length == 0)
    return NULL;
  for (guint i = 0; i < vlg_leitbild_get_n_fields (leitbild); i++)
    {
      VlgActionField *field = vlg_leitbild_get_field (leitbild, i);
      const char *known = vlg_action_field_get_name (field);

      if (vlg_form_equals_label (known, name))
        return field;
      if (prefix && length >= 4 && strncmp (known, name, length) == 0)
        return field;
    }

  return NULL;
}

/* Where the codes begin with which @text ends ("Wissenschaft M02, M03"), or its end. */
static const char *
find_goal_tail (Leitbild   *self,
                const char *text)
{
  const char *end = text + strlen (text);
  const char *tail = end;

  while (tail > text)
    {
      const char *stop = tail;
      const char *start;

      while (stop > text && strchr (" \t,;/+", stop[-1]) != NULL)
        stop--;
      start = stop;
      while (start > text && strchr (" \t,;/+", start[-1]) == NULL)
        start--;
      if (start == stop || !is_goal (self, start, stop - start))
        break;
      tail = start;
    }

  return tail;
}

/* The row that is complete becomes a mark, if it has a tick or goals. */
static void
flush_row (Leitbild *self)
{
  if ((self->field != NULL || self->unknown != NULL) && (self->ticked || self->goals->len > 0))
    {
      /* A field of a catalogue that has since been revised keeps the name it was printed with. */
      g_autoptr (VlgMark) mark = vlg_mark_new (self->field != NULL ? vlg_action_field_get_key (self->field) : self->unknown);

      vlg_mark_set_ticked (mark, self->ticked);
      g_ptr_array_add (self->goals, NULL);
      vlg_mark_set_goals (mark, (const char * const *) self->goals->pdata);
      g_list_store_append (vlg_motion_get_marks (self->reading->motion), mark);
    }
  g_ptr_array_set_size (self->goals, 0);
  self->field = NULL;
  g_clear_pointer (&self->unknown, g_free);
  self->ticked = FALSE;
  self->in_row = FALSE;
}

/* The line "Vorlage nicht leitbildrelevant [x]". */
static gboolean
read_not_relevant (Leitbild   *self,
                   const char *text)
{
  const char *label = vlg_profile_get_heading (self->reading->profile, VLG_HEADING_NOT_RELEVANT);
  g_autofree char *before = NULL;
  const char *box, *end, *rest;
  gboolean ticked = FALSE;

  if (label == NULL || *label == '\0')
    return FALSE;
  box = find_box (text, &end, &ticked);
  if (box == NULL)
    {
      if (!vlg_form_equals_label (label, text))
        return FALSE;
      self->seen_not_relevant = TRUE;
      return TRUE;
    }

  before = g_strchomp (g_strndup (text, box - text));
  rest = vlg_form_skip_blanks (end);
  if (*before == '\0' ? !vlg_form_equals_label (label, rest) : *rest != '\0' || !vlg_form_equals_label (label, before))
    return FALSE;

  self->seen_not_relevant = TRUE;
  self->not_relevant = ticked;

  return TRUE;
}

static gboolean
is_table_head (Leitbild   *self,
               const char *text)
{
  const char *field = vlg_profile_get_heading (self->reading->profile, VLG_HEADING_FIELD_OF_ACTION);
  const char *goal = vlg_profile_get_heading (self->reading->profile, VLG_HEADING_GOAL_NUMBER);
  const char *label = vlg_profile_get_label (self->reading->profile, VLG_FIELD_LEITBILD);
  const char *rest = field != NULL ? vlg_form_match_label (field, text) : NULL;

  if (rest != NULL)
    {
      rest = vlg_form_skip_blanks (rest);
      return *rest == '\0' || (goal != NULL && vlg_form_equals_label (goal, rest));
    }

  return (goal != NULL && vlg_form_equals_label (goal, text)) || (label != NULL && vlg_form_equals_label (label, text));
}

/* A row "name [x] codes"; the name may have begun in lines before, or stand behind the box. */
static void
read_box_row (Leitbild   *self,
              guint       index,
              const char *text,
              const char *box,
              const char *end,
              gboolean    ticked)
{
  g_autofree char *before = g_strchomp (g_strndup (text, box - text));
  const char *rest = vlg_form_skip_blanks (end);

  flush_row (self);
  vlg_form_join_line (self->name, before);
  self->n_rows++;

  if (self->name->len == 0)
    {
      /* The box stands before the name. */
      gsize length = strlen (rest);

      while (length > 0 && self->field == NULL)
        {
          g_autofree char *name = g_strchomp (g_strndup (rest, length));

          self->field = find_field (self, name, FALSE);
          if (self->field != NULL)
            break;
          while (length > 0 && rest[length - 1] != ' ')
            length--;
          while (length > 0 && rest[length - 1] == ' ')
            length--;
        }
      rest += length;
    }
  else
    self->field = find_field (self, self->name->str, TRUE);

  self->ticked = ticked;
  if (self->field == NULL && self->name->len > 0)
    {
      self->n_unknown++;
      self->unknown = g_strdup (self->name->str);
    }
  if (!read_goals (self, rest) || (self->field == NULL && !ticked && self->goals->len == 0))
    {
      /* The line is kept verbatim, beside the tick where the field has a name. */
      g_string_truncate (self->name, 0);
      return;
    }

  self->in_row = TRUE;
  vlg_form_lines_take (self->reading->lines, self->name_first, index + 1);
  if (self->field == NULL)
    {
      g_string_truncate (self->name, 0);
      return;
    }

  /* What was only the beginning of a name waits for its end. */
  if (self->name->len == 0 || vlg_form_equals_label (vlg_action_field_get_name (self->field), self->name->str))
    g_string_truncate (self->name, 0);
}

static void
read_leitbild_line (Leitbild *self,
                    guint     index)
{
  VlgFormLines *lines = self->reading->lines;
  const char *text = vlg_form_lines_get (lines, index)->text;
  const char *box, *end;
  gboolean ticked;

  if (is_table_head (self, text))
    {
      vlg_form_lines_take (lines, index, index + 1);
      return;
    }
  if (read_not_relevant (self, text))
    {
      flush_row (self);
      g_string_truncate (self->name, 0);
      vlg_form_lines_take (lines, index, index + 1);
      return;
    }

  box = find_box (text, &end, &ticked);
  if (box != NULL)
    {
      if (self->in_row)
        g_string_truncate (self->name, 0);
      if (self->name->len == 0)
        self->name_first = index;
      read_box_row (self, index, text, box, end, ticked);
      return;
    }

  /* No box: goals that go on, the rest of a name whose box stood in its first line, or the beginning of one. */
  if (self->in_row && read_goals (self, text))
    {
      vlg_form_lines_take (lines, index, index + 1);
      return;
    }
  if (self->in_row && self->name->len > 0 && self->field != NULL)
    {
      g_autoptr (GString) joined = g_string_new (self->name->str);
      const char *tail = find_goal_tail (self, text);
      g_autofree char *rest = g_strchomp (g_strndup (text, tail - text));

      vlg_form_join_line (joined, rest);
      if (find_field (self, joined->str, TRUE) == self->field && read_goals (self, tail))
        {
          g_string_assign (self->name, joined->str);
          vlg_form_lines_take (lines, index, index + 1);
          return;
        }
    }
  if (self->in_row)
    {
      flush_row (self);
      g_string_truncate (self->name, 0);
    }
  if (self->name->len == 0)
    self->name_first = index;
  vlg_form_join_line (self->name, text);
}

/* Ends with what the boxes say about relevance. */
static void
finish (Leitbild      *self,
        guint          first,
        guint          end)
{
  VlgMotion *motion = self->reading->motion;
  g_autofree char *note = NULL;
  VlgCertainty certainty = VLG_CERTAINTY_CERTAIN;

  flush_row (self);
  if (self->not_relevant)
    vlg_motion_set_relevance (motion, VLG_RELEVANCE_NOT_RELEVANT);
  else if (g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_marks (motion))) > 0)
    vlg_motion_set_relevance (motion, VLG_RELEVANCE_RELEVANT);

  if (self->n_unknown > 0)
    {
      certainty = VLG_CERTAINTY_PROBABLE;
      note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u field of action is not in the catalogue.",
                                           "%u fields of action are not in the catalogue.", self->n_unknown),
                              self->n_unknown);
    }
  else if (self->n_rows == 0 && !self->seen_not_relevant)
    {
      certainty = VLG_CERTAINTY_PROBABLE;
      note = g_strdup (_("The heading is there, but no box."));
    }
  vlg_form_report (self->reading, VLG_FIELD_LEITBILD, certainty, first, end, note);
}

void
vlg_form_read_leitbild (VlgFormReading *reading)
{
  const VlgFormSection *section = &reading->sections.sections[VLG_FIELD_LEITBILD];
  g_autoptr (GString) name = NULL;
  g_autoptr (GPtrArray) goals = NULL;
  Leitbild self = { reading, };
  guint last = section->heading;

  if (!section->found)
    {
      vlg_form_report (reading, VLG_FIELD_LEITBILD, VLG_CERTAINTY_MISSING, 0, 0, NULL);
      return;
    }

  self.name = name = g_string_new (NULL);
  self.goals = goals = g_ptr_array_new_with_free_func (g_free);
  for (guint i = section->range.first; i < section->range.end; i++)
    {
      if (i == section->heading && vlg_form_lines_get (reading->lines, i)->taken)
        continue;
      read_leitbild_line (&self, i);
      if (vlg_form_lines_get (reading->lines, i)->taken)
        last = i;
    }
  finish (&self, section->heading, last + 1);
}
