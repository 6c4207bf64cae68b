/* vlg-comparison.c — what differs between two states of a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-comparison.h"

#include <glib/gi18n.h>

#include "vlg-document.h"

struct _VlgChange {
  GObject parent_instance;

  /* owned */
  char *label;
  char *before;
  char *after;
  GPtrArray *runs;

  VlgField field;
};

G_DEFINE_FINAL_TYPE (VlgChange, vlg_change, G_TYPE_OBJECT)

static void
vlg_change_finalize (GObject *object)
{
  VlgChange *self = VLG_CHANGE (object);

  g_free (self->label);
  g_free (self->before);
  g_free (self->after);
  g_clear_pointer (&self->runs, g_ptr_array_unref);

  G_OBJECT_CLASS (vlg_change_parent_class)->finalize (object);
}

static void
vlg_change_class_init (VlgChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vlg_change_finalize;
}

static void
vlg_change_init (VlgChange *self)
{
}

/* Comparing */

typedef struct {
  GListStore *changes;
  VlgMotion  *from;
  VlgMotion  *to;
  VlgProfile *profile;  /* may be NULL */
} Comparison;

/* Adds a change where the texts differ. */
static void
compare (Comparison *self,
         VlgField    field,
         const char *label,
         const char *before,
         const char *after)
{
  g_autoptr (VlgChange) change = NULL;

  if (g_str_equal (before, after))
    return;
  change = g_object_new (VLG_TYPE_CHANGE, NULL);
  change->field = field;
  change->label = g_strdup (label);
  change->before = g_strdup (before);
  change->after = g_strdup (after);
  change->runs = vlg_word_diff (before, after);
  g_list_store_append (self->changes, change);
}

/* A long text is compared as it reads; where only its marks changed, with them. */
static void
compare_long_text (Comparison *self,
                   VlgField    field,
                   const char *label,
                   const char *before,
                   const char *after)
{
  g_autofree char *plain_before = vlg_markdown_to_plain (before);
  g_autofree char *plain_after = vlg_markdown_to_plain (after);

  if (g_str_equal (plain_before, plain_after))
    compare (self, field, label, before, after);
  else
    compare (self, field, label, plain_before, plain_after);
}

static void
compare_texts (Comparison     *self,
               const VlgField *fields,
               guint           n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    {
      const char *before = vlg_motion_get_text (self->from, fields[i]), *after = vlg_motion_get_text (self->to, fields[i]);

      if (g_str_equal (before, after))
        continue;
      if (vlg_field_is_long_text (fields[i]))
        compare_long_text (self, fields[i], vlg_field_get_label (fields[i]), before, after);
      else
        compare (self, fields[i], vlg_field_get_label (fields[i]), before, after);
    }
}

static void
compare_day (Comparison *self,
             VlgField    field,
             VlgDay      before,
             VlgDay      after)
{
  g_autofree char *from = vlg_day_to_display (before);
  g_autofree char *to = vlg_day_to_display (after);

  compare (self, field, vlg_field_get_label (field), from, to);
}

/* Rows of lists */

typedef struct {
  VlgField field;
  /* The name of a row, and what people read of it; callers own. */
  char     *(*name)   (Comparison *self, gpointer row);
  char     *(*text)   (Comparison *self, gpointer row);
  gboolean  (*same)   (gpointer a, gpointer b);
  /* May be NULL: more than one line to compare. */
  void      (*deeper) (Comparison *self, const char *label, gpointer before, gpointer after);
} Rows;

/* Adds " · @part" to a line, unless there is no part. */
static void
add_part (GString    *line,
          const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

static void
add_count (GString    *line,
           const char *label,
           int         count)
{
  g_autofree char *part = g_strdup_printf ("%s: %d", label, count);

  if (count != VLG_VOTES_ABSENT)
    add_part (line, part);
}

static char *
consultation_name (Comparison *self,
                   gpointer    row)
{
  const char *body = vlg_consultation_get_body (row);

  return g_strdup (*body != '\0' ? body : _("Consultation"));
}

static char *
consultation_text (Comparison *self,
                   gpointer    row)
{
  g_autoptr (GString) line = g_string_new (vlg_consultation_get_body (row));
  g_autofree char *day = vlg_day_to_display (vlg_consultation_get_day (row));
  const VlgVotes *votes = vlg_consultation_get_votes (row);
  VlgResult result = vlg_consultation_get_result (row);

  add_part (line, *day != '\0' ? day : _("no date yet"));
  if (vlg_consultation_get_visibility (row) != VLG_VISIBILITY_UNDECIDED)
    add_part (line, vlg_visibility_get_label (vlg_consultation_get_visibility (row)));
  if (vlg_consultation_get_role (row) != VLG_ROLE_NONE)
    add_part (line, vlg_role_get_label (vlg_consultation_get_role (row)));
  if (result != VLG_RESULT_NONE)
    add_part (line, vlg_result_get_label (result));
  add_part (line, vlg_consultation_get_result_wording (row));
  add_count (line, _("in favour"), votes->in_favour);
  add_count (line, _("against"), votes->against);
  add_count (line, _("abstentions"), votes->abstentions);
  add_count (line, _("excluded"), votes->excluded);
  add_count (line, _("present"), votes->present);
  add_part (line, vlg_consultation_get_confirmed_by (row));

  return g_strdup (line->str);
}

static gboolean
same_consultation (gpointer a,
                   gpointer b)
{
  return g_strcmp0 (vlg_consultation_get_uid (a), vlg_consultation_get_uid (b)) == 0;
}

static char *
annex_name (Comparison *self,
            gpointer    row)
{
  const char *title = vlg_annex_get_title (row);

  if (vlg_annex_get_number (row) == 0)
    return g_strdup (title);
  return *title != '\0' ? g_strdup_printf ("%u – %s", vlg_annex_get_number (row), title) : g_strdup_printf ("%u", vlg_annex_get_number (row));
}

static char *
annex_text (Comparison *self,
            gpointer    row)
{
  g_autofree char *name = annex_name (self, row);
  g_autoptr (GString) line = g_string_new (name);
  const VlgAnnexFile *file = vlg_annex_get_file (row);

  if (vlg_annex_get_visibility (row) != VLG_VISIBILITY_UNDECIDED)
    add_part (line, vlg_visibility_get_label (vlg_annex_get_visibility (row)));
  if (file != NULL)
    {
      g_autofree char *size = g_format_size (file->size);

      add_part (line, file->name);
      add_part (line, size);
    }

  return g_strdup (line->str);
}

static gboolean
same_annex (gpointer a,
            gpointer b)
{
  return g_strcmp0 (vlg_annex_get_uid (a), vlg_annex_get_uid (b)) == 0;
}

/* Other bytes that read alike in the list, by name and size, are another file. */
static void
compare_annex_bytes (Comparison *self,
                     const char *label,
                     gpointer    before,
                     gpointer    after)
{
  const VlgAnnexFile *from = vlg_annex_get_file (before), *to = vlg_annex_get_file (after);
  g_autofree char *text_before = annex_text (self, before);
  g_autofree char *text_after = annex_text (self, after);
  g_autofree char *replaced = NULL;

  if (from == NULL || to == NULL || g_strcmp0 (from->sha256, to->sha256) == 0 || !g_str_equal (text_before, text_after))
    return;
  replaced = g_strdup_printf ("%s · %s", text_after, _("another file of the same name and size"));
  compare (self, VLG_FIELD_ANNEXES, label, text_before, replaced);
}

static void
compare_annex_text (Comparison *self,
                    const char *label,
                    gpointer    before,
                    gpointer    after)
{
  if (before != NULL && after != NULL)
    compare_annex_bytes (self, label, before, after);
  compare_long_text (self, VLG_FIELD_ANNEXES, label, before != NULL ? vlg_annex_get_text (before) : "", after != NULL ? vlg_annex_get_text (after) : "");
}

static char *
mark_name (Comparison *self,
           gpointer    row)
{
  VlgActionField *field = self->profile != NULL ? vlg_leitbild_find_field (vlg_profile_get_leitbild (self->profile), vlg_mark_get_field (row)) : NULL;

  return g_strdup (field != NULL ? vlg_action_field_get_name (field) : vlg_mark_get_field (row));
}

static char *
mark_text (Comparison *self,
           gpointer    row)
{
  g_autoptr (GString) line = g_string_new (vlg_mark_get_ticked (row) ? _("ticked") : _("not ticked"));
  g_autofree char *goals = g_strjoinv (", ", (char **) vlg_mark_get_goals (row));

  add_part (line, goals);
  add_part (line, vlg_mark_get_rationale (row));

  return g_strdup (line->str);
}

static gboolean
same_mark (gpointer a,
           gpointer b)
{
  return g_strcmp0 (vlg_mark_get_field (a), vlg_mark_get_field (b)) == 0;
}

static char *
signatory_text (Comparison *self,
                gpointer    row)
{
  g_autoptr (GString) line = g_string_new (vlg_signatory_get_name (row));

  add_part (line, vlg_signatory_get_role (row));

  return g_strdup (line->str);
}

static gboolean
same_signatory (gpointer a,
                gpointer b)
{
  return vlg_signatory_get_block (a) == vlg_signatory_get_block (b) &&
         g_strcmp0 (vlg_signatory_get_name (a), vlg_signatory_get_name (b)) == 0 && g_strcmp0 (vlg_signatory_get_role (a), vlg_signatory_get_role (b)) == 0;
}

static char *
relation_text (Comparison *self,
               gpointer    row)
{
  return g_strdup_printf ("%s %s", vlg_relation_kind_get_label (vlg_relation_get_kind (row)), vlg_motion_number_get_text (vlg_relation_get_target (row)));
}

static gboolean
same_relation (gpointer a,
               gpointer b)
{
  return vlg_relation_get_kind (a) == vlg_relation_get_kind (b) && vlg_motion_number_equal (vlg_relation_get_target (a), vlg_relation_get_target (b));
}

static const Rows consultation_rows = { VLG_FIELD_CONSULTATIONS, consultation_name, consultation_text, same_consultation, NULL };
static const Rows annex_rows = { VLG_FIELD_ANNEXES, annex_name, annex_text, same_annex, compare_annex_text };
static const Rows mark_rows = { VLG_FIELD_LEITBILD, mark_name, mark_text, same_mark, NULL };
static const Rows signatory_rows = { VLG_FIELD_SIGNATORIES, signatory_text, signatory_text, same_signatory, NULL };
static const Rows relation_rows = { VLG_FIELD_RELATIONS, relation_text, relation_text, same_relation, NULL };

/* Which row of one list is which of the other: by what identifies it, else, as in a paper that was read again, by its name. */
typedef struct {
  int *to;      /* by row of the first list: its place in the second, or -1; owned */
  int *from;    /* the reverse; owned */
  guint n_from;
  guint n_to;
} Pairs;

static void
pairs_clear (Pairs *pairs)
{
  g_free (pairs->to);
  g_free (pairs->from);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pairs, pairs_clear)

static gboolean
same_name (Comparison *self,
           const Rows *rows,
           gpointer    a,
           gpointer    b)
{
  g_autofree char *name_a = rows->name (self, a);
  g_autofree char *name_b = rows->name (self, b);

  return g_str_equal (name_a, name_b);
}

static void
pair_up (Comparison *self,
         const Rows *rows,
         GListModel *from,
         GListModel *to,
         Pairs      *pairs)
{
  pairs->n_from = g_list_model_get_n_items (from);
  pairs->n_to = g_list_model_get_n_items (to);
  pairs->to = g_new (int, pairs->n_from + 1);
  pairs->from = g_new (int, pairs->n_to + 1);
  memset (pairs->to, -1, sizeof (int) * (pairs->n_from + 1));
  memset (pairs->from, -1, sizeof (int) * (pairs->n_to + 1));

  for (guint by_name = 0; by_name < 2; by_name++)
    for (guint i = 0; i < pairs->n_from; i++)
      {
        g_autoptr (GObject) before = g_list_model_get_item (from, i);

        for (guint j = 0; j < pairs->n_to && pairs->to[i] < 0; j++)
          {
            g_autoptr (GObject) after = g_list_model_get_item (to, j);

            if (pairs->from[j] < 0 && (by_name ? same_name (self, rows, before, after) : rows->same (before, after)))
              {
                pairs->to[i] = (int) j;
                pairs->from[j] = (int) i;
              }
          }
      }
}

static void
compare_row (Comparison *self,
             const Rows *rows,
             gpointer    before,
             gpointer    after)
{
  g_autofree char *name = rows->name (self, after != NULL ? after : before);
  g_autofree char *label = g_strdup_printf ("%s: %s", vlg_field_get_label (rows->field), name);
  g_autofree char *from = before != NULL ? rows->text (self, before) : g_strdup ("");
  g_autofree char *to = after != NULL ? rows->text (self, after) : g_strdup ("");

  compare (self, rows->field, label, from, to);
  if (rows->deeper != NULL)
    rows->deeper (self, label, before, after);
}

/* The names of the rows of @list that have a counterpart, one a line. Caller owns. */
static char *
paired_names (Comparison *self,
              const Rows *rows,
              GListModel *list,
              const int  *counterparts)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (list, i);
      g_autofree char *name = rows->name (self, row);

      if (counterparts[i] >= 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "\n" : "", name);
    }

  return g_strdup (names->str);
}

/* Whether the rows both lists have stand in the same order. */
static gboolean
is_same_order (const Pairs *pairs)
{
  int last = -1;

  for (guint i = 0; i < pairs->n_from; i++)
    {
      if (pairs->to[i] >= 0 && pairs->to[i] < last)
        return FALSE;
      last = MAX (last, pairs->to[i]);
    }

  return TRUE;
}

static void
compare_rows (Comparison *self,
              const Rows *rows,
              GListStore *from_list,
              GListStore *to_list,
              gboolean    ordered)
{
  GListModel *from = G_LIST_MODEL (from_list), *to = G_LIST_MODEL (to_list);
  g_auto (Pairs) pairs = { 0 };

  pair_up (self, rows, from, to, &pairs);
  for (guint i = 0; i < pairs.n_from; i++)
    {
      g_autoptr (GObject) before = g_list_model_get_item (from, i);
      g_autoptr (GObject) after = pairs.to[i] >= 0 ? g_list_model_get_item (to, (guint) pairs.to[i]) : NULL;

      compare_row (self, rows, before, after);
    }
  for (guint j = 0; j < pairs.n_to; j++)
    {
      g_autoptr (GObject) after = g_list_model_get_item (to, j);

      if (pairs.from[j] < 0)
        compare_row (self, rows, NULL, after);
    }
  if (ordered && !is_same_order (&pairs))
    {
      g_autofree char *label = g_strdup_printf ("%s: %s", vlg_field_get_label (rows->field), _("order"));
      g_autofree char *before = paired_names (self, rows, from, pairs.to);
      g_autofree char *after = paired_names (self, rows, to, pairs.from);

      compare (self, rows->field, label, before, after);
    }
}

static const char *
relevance_text (VlgMotion *motion)
{
  switch (vlg_motion_get_relevance (motion))
    {
    case VLG_RELEVANCE_RELEVANT:
      return _("Relevant");
    case VLG_RELEVANCE_NOT_RELEVANT:
      return _("Not relevant");
    case VLG_RELEVANCE_UNDECIDED:
    default:
      return "";
    }
}

static const char *
visibility_text (VlgMotion *motion)
{
  VlgVisibility visibility = vlg_motion_get_visibility (motion);

  return visibility != VLG_VISIBILITY_UNDECIDED ? vlg_visibility_get_label (visibility) : "";
}

static void
compare_head (Comparison *self)
{
  static const VlgField people[] = { VLG_FIELD_SUBMITTER, VLG_FIELD_RESPONSIBLE };

  compare (self, VLG_FIELD_NUMBER, vlg_field_get_label (VLG_FIELD_NUMBER), vlg_motion_get_number_text (self->from), vlg_motion_get_number_text (self->to));
  compare (self, VLG_FIELD_NONE, _("Stage"), vlg_stage_get_label (vlg_motion_get_stage (self->from)), vlg_stage_get_label (vlg_motion_get_stage (self->to)));
  compare_texts (self, people, G_N_ELEMENTS (people));
  compare (self, VLG_FIELD_VISIBILITY, vlg_field_get_label (VLG_FIELD_VISIBILITY), visibility_text (self->from), visibility_text (self->to));
  compare_day (self, VLG_FIELD_RECEIVED_ON, vlg_motion_get_received_on (self->from), vlg_motion_get_received_on (self->to));
}

GListModel *
vlg_comparison_new (VlgMotion  *from,
                    VlgMotion  *to,
                    VlgProfile *profile)
{
  static const VlgField passages[] = { VLG_FIELD_TITLE, VLG_FIELD_RESOLUTION, VLG_FIELD_LEGAL_BASIS, VLG_FIELD_RELATED_RESOLUTIONS, VLG_FIELD_EXPERT_OPINIONS,
                                       VLG_FIELD_PUBLICATION_NOTES };
  static const VlgField reasoning[] = { VLG_FIELD_REASONING };
  static const VlgField rest[] = { VLG_FIELD_UNRECOGNISED };
  Comparison self = { NULL, from, to, profile };

  g_return_val_if_fail (VLG_IS_MOTION (from), NULL);
  g_return_val_if_fail (VLG_IS_MOTION (to), NULL);

  self.changes = g_list_store_new (VLG_TYPE_CHANGE);
  compare_head (&self);
  compare_rows (&self, &consultation_rows, vlg_motion_get_consultations (from), vlg_motion_get_consultations (to), TRUE);
  compare_texts (&self, passages, G_N_ELEMENTS (passages));
  compare (&self, VLG_FIELD_LEITBILD, vlg_field_get_label (VLG_FIELD_LEITBILD), relevance_text (from), relevance_text (to));
  compare_rows (&self, &mark_rows, vlg_motion_get_marks (from), vlg_motion_get_marks (to), FALSE);
  compare_texts (&self, reasoning, G_N_ELEMENTS (reasoning));
  compare_rows (&self, &signatory_rows, vlg_motion_get_signatories (from), vlg_motion_get_signatories (to), FALSE);
  compare_day (&self, VLG_FIELD_DECIDED_ON, vlg_motion_get_decided_on (from), vlg_motion_get_decided_on (to));
  compare_rows (&self, &annex_rows, vlg_motion_get_annexes (from), vlg_motion_get_annexes (to), TRUE);
  compare_rows (&self, &relation_rows, vlg_motion_get_relations (from), vlg_motion_get_relations (to), FALSE);
  compare_texts (&self, rest, G_N_ELEMENTS (rest));

  return G_LIST_MODEL (self.changes);
}

VlgField
vlg_change_get_field (VlgChange *self)
{
  g_return_val_if_fail (VLG_IS_CHANGE (self), VLG_FIELD_NONE);

  return self->field;
}

const char *
vlg_change_get_label (VlgChange *self)
{
  g_return_val_if_fail (VLG_IS_CHANGE (self), NULL);

  return self->label;
}

const char *
vlg_change_get_before (VlgChange *self)
{
  g_return_val_if_fail (VLG_IS_CHANGE (self), NULL);

  return self->before;
}

const char *
vlg_change_get_after (VlgChange *self)
{
  g_return_val_if_fail (VLG_IS_CHANGE (self), NULL);

  return self->after;
}

GPtrArray *
vlg_change_get_runs (VlgChange *self)
{
  g_return_val_if_fail (VLG_IS_CHANGE (self), NULL);

  return self->runs;
}
