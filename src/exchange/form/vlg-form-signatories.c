/* vlg-form-signatories.c — the blocks of names and roles, and the day of the decision
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-form-reading.h"
#include "vlg-form-roles.h"

#include <glib/gi18n.h>
#include <string.h>

/* No block has more lines than this, nor blocks beside each other more columns. */
#define MAX_BLOCK_LINES 8
#define MAX_COLUMNS     8
/* So many empty lines before a block are room for ink. */
#define INK_LINES 3

typedef struct {
  float    x0, x1;
  GString *lines[MAX_BLOCK_LINES];
  guint    n_lines;
} Cluster;

typedef struct {
  VlgFormReading *reading;
  GPtrArray      *found;      /* (element-type VlgSignatory) */
  gboolean        guessed;
  guint           first, end; /* lines, for the report */
} Blocks;

static void
add_signatory (Blocks     *self,
               const char *name,
               const char *role,
               VlgBlock    block)
{
  g_ptr_array_add (self->found, vlg_signatory_new (name, role, block, VLG_DAY_NONE, VLG_DAY_NONE));
}

static void
note_lines (Blocks *self,
            guint   first,
            guint   end)
{
  vlg_form_lines_take (self->reading->lines, first, end);
  self->first = self->end == 0 ? first : MIN (self->first, first);
  self->end = MAX (self->end, end);
}

/* The segment of words @first to before @end of line @index. Caller owns. */
static char *
dup_segment (Blocks *self,
             guint   index,
             guint   first,
             guint   end)
{
  const VlgFormLine *line = vlg_form_lines_get (self->reading->lines, index);
  const VlgFormWord *start = &g_array_index (self->reading->words, VlgFormWord, first);
  const VlgFormWord *last = &g_array_index (self->reading->words, VlgFormWord, end - 1);

  return g_strndup (line->text + start->start, last->start + last->length - start->start);
}

/* Sorts the segments of a group of lines into columns by their places; FALSE when one stands under two. */
static gboolean
find_clusters (Blocks  *self,
               guint    first,
               guint    end,
               Cluster *clusters,
               guint   *n_clusters)
{
  for (guint i = first; i < end; i++)
    {
      guint stop;

      vlg_form_lines_get_words (self->reading->lines, i, self->reading->words);
      for (guint word = 0; word < self->reading->words->len; word = stop)
        {
          g_autofree char *text = NULL;
          Cluster *hit = NULL;
          float x0, x1;

          stop = vlg_form_words_segment (self->reading->words, word);
          x0 = g_array_index (self->reading->words, VlgFormWord, word).x0;
          x1 = g_array_index (self->reading->words, VlgFormWord, stop - 1).x1;
          for (guint c = 0; c < *n_clusters; c++)
            {
              if (x0 >= clusters[c].x1 || x1 <= clusters[c].x0)
                continue;
              if (hit != NULL)
                return FALSE;
              hit = &clusters[c];
            }
          if (hit == NULL)
            {
              if (*n_clusters == MAX_COLUMNS)
                return FALSE;
              hit = &clusters[(*n_clusters)++];
              hit->x0 = x0;
              hit->x1 = x1;
            }
          if (hit->n_lines == MAX_BLOCK_LINES)
            return FALSE;
          text = dup_segment (self, i, word, stop);
          hit->lines[hit->n_lines++] = g_string_new (text);
          hit->x0 = MIN (hit->x0, x0);
          hit->x1 = MAX (hit->x1, x1);
        }
    }

  return *n_clusters > 0;
}

static int
compare_clusters (const void *a,
                  const void *b)
{
  const Cluster *left = a;
  const Cluster *right = b;

  return left->x0 < right->x0 ? -1 : left->x0 > right->x0;
}

/* The lines from @first on as one text. Caller owns. */
static char *
join_cluster (const Cluster *cluster,
              guint          first,
              guint          end)
{
  GString *joined = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    vlg_form_join_line (joined, cluster->lines[i]->str);

  return g_string_free (joined, FALSE);
}

/* The first line of the role in a column, or the number of lines when none is known. */
static guint
find_role_line (Blocks        *self,
                const Cluster *cluster)
{
  for (guint i = 0; i < cluster->n_lines; i++)
    {
      g_autofree char *text = join_cluster (cluster, i, cluster->n_lines);
      g_autoptr (GPtrArray) roles = vlg_form_split_roles (self->reading->profile, text);

      if (roles != NULL && roles->len == 1)
        return i;
    }

  return cluster->n_lines;
}

/* One block a column: names above roles. With @guess a role nobody knows is taken from its place. */
static gboolean
read_clusters (Blocks  *self,
               Cluster *clusters,
               guint    n_clusters,
               VlgBlock block,
               gboolean guess)
{
  guint role_lines[MAX_COLUMNS];
  gboolean any_known = FALSE;
  gboolean all = TRUE;

  for (guint i = 0; i < n_clusters; i++)
    {
      role_lines[i] = find_role_line (self, &clusters[i]);
      if (role_lines[i] < clusters[i].n_lines)
        {
          any_known = TRUE;
          if (role_lines[i] == 1 && !guess && n_clusters == 1 && !vlg_form_is_name (clusters[i].lines[0]->str))
            return FALSE;
          continue;
        }
      if (clusters[i].n_lines >= 2 && vlg_form_is_name (clusters[i].lines[0]->str))
        role_lines[i] = 1;
      else if (!vlg_form_is_name (clusters[i].lines[0]->str))
        all = FALSE;
    }
  if (!all || (!any_known && !guess))
    return FALSE;

  for (guint i = 0; i < n_clusters; i++)
    {
      g_autofree char *name = join_cluster (&clusters[i], 0, role_lines[i]);
      g_autofree char *role = join_cluster (&clusters[i], role_lines[i], clusters[i].n_lines);

      add_signatory (self, name, role, block);
    }
  self->guessed |= !any_known;

  return TRUE;
}

static gboolean
read_columns (Blocks  *self,
              guint    first,
              guint    end,
              VlgBlock block,
              gboolean guess)
{
  Cluster clusters[MAX_COLUMNS] = { { 0, }, };
  guint n_clusters = 0;
  gboolean done;

  if (end - first > MAX_BLOCK_LINES)
    return FALSE;

  done = find_clusters (self, first, end, clusters, &n_clusters);
  if (done)
    {
      qsort (clusters, n_clusters, sizeof (Cluster), compare_clusters);
      done = read_clusters (self, clusters, n_clusters, block, guess);
    }
  for (guint i = 0; i < n_clusters; i++)
    for (guint j = 0; j < clusters[i].n_lines; j++)
      g_string_free (clusters[i].lines[j], TRUE);

  return done;
}

/* Names in one line and their roles in the next, whatever the gaps: the roles say how many names there are. */
static gboolean
read_rows (Blocks  *self,
           guint    names_line,
           guint    roles_line,
           VlgBlock block)
{
  VlgFormLines *lines = self->reading->lines;
  g_autoptr (GPtrArray) roles = vlg_form_split_roles (self->reading->profile, vlg_form_lines_get (lines, roles_line)->text);
  g_autoptr (GPtrArray) segments = NULL;
  g_autoptr (GPtrArray) names = NULL;
  gboolean sure = TRUE;
  guint stop;

  if (roles == NULL)
    return FALSE;

  segments = g_ptr_array_new_with_free_func (g_free);
  vlg_form_lines_get_words (lines, names_line, self->reading->words);
  for (guint word = 0; word < self->reading->words->len; word = stop)
    {
      stop = vlg_form_words_segment (self->reading->words, word);
      g_ptr_array_add (segments, dup_segment (self, names_line, word, stop));
    }
  names = vlg_form_split_names (segments, roles->len, &sure);
  if (names == NULL)
    return FALSE;

  for (guint i = 0; i < roles->len; i++)
    add_signatory (self, g_ptr_array_index (names, i), g_ptr_array_index (roles, i), block);
  self->guessed |= !sure;

  return TRUE;
}

/* One group of lines without an empty one. */
static gboolean
read_group (Blocks  *self,
            guint    first,
            guint    end,
            VlgBlock block,
            gboolean guess)
{
  if (read_columns (self, first, end, block, FALSE))
    return TRUE;
  if (end - first == 2 && read_rows (self, first, first + 1, block))
    return TRUE;

  return guess && read_columns (self, first, end, block, TRUE);
}

static guint
find_group_end (VlgFormLines *lines,
                guint         first,
                guint         end)
{
  guint i = first + 1;

  while (i < end && vlg_form_lines_get (lines, i)->blanks == 0 && !vlg_form_lines_get (lines, i)->page_start)
    i++;

  return i;
}

/* The blocks below the decision line. */
static void
read_council (Blocks *self,
              guint   first,
              guint   end)
{
  VlgFormLines *lines = self->reading->lines;

  while (first < end)
    {
      guint stop = find_group_end (lines, first, end);
      guint next = stop < end ? find_group_end (lines, stop, end) : stop;
      g_autoptr (GPtrArray) alone = NULL;

      if (stop - first == 1)
        alone = vlg_form_split_roles (self->reading->profile, vlg_form_lines_get (lines, first)->text);

      /* An empty line may stand between names and roles. */
      if (stop - first == 1 && alone == NULL && next - stop == 1
          && (read_rows (self, first, stop, VLG_BLOCK_COUNCIL) || read_columns (self, first, next, VLG_BLOCK_COUNCIL, FALSE)))
        stop = next;
      else if (!read_group (self, first, stop, VLG_BLOCK_COUNCIL, TRUE))
        {
          first = stop;
          continue;
        }
      note_lines (self, first, stop);
      first = stop;
    }
}

/* Which block a role belongs to where no decision line parts them. */
static VlgBlock
find_block (Blocks     *self,
            const char *role)
{
  GListModel *signatories = vlg_profile_get_signatories (self->reading->profile);

  for (guint i = 0; i < g_list_model_get_n_items (signatories); i++)
    {
      g_autoptr (VlgSignatory) signatory = g_list_model_get_item (signatories, i);

      if (vlg_form_match_label (vlg_signatory_get_role (signatory), role) != NULL)
        return vlg_signatory_get_block (signatory);
    }

  return VLG_BLOCK_SUBMITTER;
}

/* The first line of the group of lines that ends before @end. */
static guint
find_group_start (VlgFormLines *lines,
                  guint         first,
                  guint         end)
{
  guint i = end - 1;

  while (i > first && vlg_form_lines_get (lines, i)->blanks == 0 && !vlg_form_lines_get (lines, i)->page_start)
    i--;

  return i;
}

/* Whether every segment of the line could be a name. */
static gboolean
is_names (Blocks *self,
          guint   index)
{
  guint stop;

  vlg_form_lines_get_words (self->reading->lines, index, self->reading->words);
  for (guint word = 0; word < self->reading->words->len; word = stop)
    {
      g_autofree char *text = NULL;

      stop = vlg_form_words_segment (self->reading->words, word);
      text = dup_segment (self, index, word, stop);
      if (!vlg_form_is_name (text))
        return FALSE;
    }

  return TRUE;
}

/* Where the block of roles, and names above them, at the end of lines @first to before @end begins, or @end when there is none. */
static guint
find_roles_block (Blocks *self,
                  guint   first,
                  guint   end)
{
  VlgFormLines *lines = self->reading->lines;
  g_autoptr (GString) text = g_string_new (NULL);
  guint start = end;

  for (guint i = end; i > first && end - i < 3; i--)
    {
      const VlgFormLine *line = vlg_form_lines_get (lines, i - 1);
      g_autoptr (GPtrArray) roles = NULL;

      g_string_assign (text, "");
      for (guint j = i - 1; j < end; j++)
        vlg_form_join_line (text, vlg_form_lines_get (lines, j)->text);
      roles = vlg_form_split_roles (self->reading->profile, text->str);
      if (roles != NULL)
        start = i - 1;
      if (line->blanks > 0 || line->page_start)
        break;
    }
  if (start == end || start == first)
    return start;

  if (vlg_form_lines_get (lines, start)->blanks == 0 && !vlg_form_lines_get (lines, start)->page_start)
    return is_names (self, start - 1) ? start - 1 : end;

  /* A role alone, without a name above, stands apart. */
  return start;
}

/* Reads the block that ends before line @end; where it begins, or @end when there is none. */
static guint
read_tail_block (Blocks *self,
                 guint   first,
                 guint   end)
{
  VlgFormLines *lines = self->reading->lines;
  guint group = find_group_start (lines, first, end);
  const VlgFormLine *line = vlg_form_lines_get (lines, group);
  guint start;

  /* Below room for ink, or on a page of its own. A role nobody knows is believed only there, and only with a name. */
  if (end - group <= MAX_BLOCK_LINES && (line->blanks >= INK_LINES || line->page_start)
      && read_group (self, group, end, VLG_BLOCK_SUBMITTER, end - group >= 2 && line->blanks >= INK_LINES))
    return group;

  start = find_roles_block (self, first, end);
  if (start < end && read_group (self, start, end, VLG_BLOCK_SUBMITTER, FALSE))
    return start;

  return end;
}

/* Moves those of the signatories from @from on to the council's block whose roles belong there. */
static void
sort_by_role (Blocks *self,
              guint   from)
{
  for (guint i = from; i < self->found->len; i++)
    {
      VlgSignatory *signatory = g_ptr_array_index (self->found, i);
      const char *role = vlg_signatory_get_role (signatory);

      if (find_block (self, role) != VLG_BLOCK_COUNCIL)
        continue;
      g_ptr_array_index (self->found, i) = vlg_signatory_new (vlg_signatory_get_name (signatory), role, VLG_BLOCK_COUNCIL,
                                                              VLG_DAY_NONE, VLG_DAY_NONE);
      g_object_unref (signatory);
    }
}

/* Takes blocks off the end of a section. */
static void
read_tail (Blocks         *self,
           VlgFormSection *section,
           gboolean        decision_found)
{
  /* Beside the heading stands its value. */
  guint first = section->range.first + 1;

  while (section->range.end > first)
    {
      guint before = self->found->len;
      guint start = read_tail_block (self, first, section->range.end);

      if (start == section->range.end)
        return;
      if (!decision_found)
        sort_by_role (self, before);
      note_lines (self, start, section->range.end);
      section->range.end = start;

      /* Found from the bottom up: what was found last stands first. */
      for (guint i = before, to = 0; before > 0 && i < self->found->len; i++, to++)
        g_ptr_array_insert (self->found, to, g_ptr_array_steal_index (self->found, i));
    }
}

/* "beschlossen im Stadtrat am: 28.02.2018"; returns the line behind it. */
static guint
read_decided_on (VlgFormReading *reading)
{
  const VlgFormSection *section = &reading->sections.sections[VLG_FIELD_DECIDED_ON];
  guint index = section->range.first;
  const char *text = vlg_form_skip_blanks (vlg_form_lines_get (reading->lines, index)->text + section->range.offset);
  VlgDay day = VLG_DAY_NONE;

  if (*text == '\0' && index + 1 < section->range.end)
    {
      /* The date may have slipped into the next line. */
      const char *next = vlg_form_lines_get (reading->lines, index + 1)->text;

      if (vlg_form_match_date (next) == strlen (next))
        {
          text = next;
          index++;
        }
    }

  if (*text != '\0')
    {
      day = vlg_day_parse_german (text);
      if (day != VLG_DAY_NONE)
        vlg_form_lines_take (reading->lines, index, index + 1);
    }
  vlg_motion_set_decided_on (reading->motion, day);
  vlg_form_report (reading, VLG_FIELD_DECIDED_ON, *text != '\0' && day == VLG_DAY_NONE ? VLG_CERTAINTY_PROBABLE : VLG_CERTAINTY_CERTAIN,
                   section->heading, index + 1, *text != '\0' && day == VLG_DAY_NONE ? _("This is no date.") : NULL);

  return index + 1;
}

/* The section whose end the submitter's block stands at: the last that begins before the decision line. */
static VlgFormSection *
find_last_section (VlgFormReading *reading)
{
  const VlgFormSection *decision = &reading->sections.sections[VLG_FIELD_DECIDED_ON];
  VlgFormSection *last = NULL;

  for (guint i = 0; i < VLG_N_FIELDS; i++)
    {
      VlgFormSection *section = &reading->sections.sections[i];

      if (!section->found || section == decision || (decision->found && section->heading > decision->heading))
        continue;
      if (last == NULL || section->heading > last->heading)
        last = section;
    }

  return last;
}

void
vlg_form_read_signatories (VlgFormReading *reading)
{
  const VlgFormSection *decision = &reading->sections.sections[VLG_FIELD_DECIDED_ON];
  VlgFormSection *last = find_last_section (reading);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  Blocks self = { reading, found, };

  if (last != NULL)
    read_tail (&self, last, decision->found);
  if (decision->found)
    read_council (&self, read_decided_on (reading), decision->range.end);
  else
    vlg_form_report (reading, VLG_FIELD_DECIDED_ON, VLG_CERTAINTY_MISSING, 0, 0, NULL);

  for (guint i = 0; i < found->len; i++)
    g_list_store_append (vlg_motion_get_signatories (reading->motion), g_ptr_array_index (found, i));

  if (found->len == 0)
    vlg_form_report (reading, VLG_FIELD_SIGNATORIES, VLG_CERTAINTY_MISSING, 0, 0, NULL);
  else
    vlg_form_report (reading, VLG_FIELD_SIGNATORIES, self.guessed ? VLG_CERTAINTY_GUESSED : VLG_CERTAINTY_CERTAIN, self.first, self.end,
                     self.guessed ? _("Which name belongs to which role is a guess.") : NULL);
}
