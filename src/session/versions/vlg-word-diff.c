/* vlg-word-diff.c — two texts compared word by word
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-word-diff.h"

#include <git2.h>
#include <string.h>

#include "vlg-on-demand.h"
#include "vlg-sonames.h"

/* Of libgit2, which is loaded for the first comparison. */
#define GIT_FUNCTIONS(F) \
  F (git_libgit2_init) \
  F (git_patch_free) \
  F (git_patch_from_buffers) \
  F (git_patch_get_line_in_hunk) \
  F (git_patch_num_hunks) \
  F (git_patch_num_lines_in_hunk)

static struct {
  GIT_FUNCTIONS (VLG_ON_DEMAND_MEMBER)
} git;

/* The library compares lines, so each token becomes one. */
typedef struct {
  const char *text;     /* borrowed */
  GArray *ends;         /* gsize: byte at which each token ends; owned */
  gboolean *changed;    /* by token: only this text has it; owned */
  GString *lines;       /* owned */
} Side;

typedef enum { CLASS_WORD, CLASS_BLANK, CLASS_SINGLE } Class;

static Class
class_of (gunichar character)
{
  if (g_unichar_isalnum (character) || g_unichar_ismark (character))
    return CLASS_WORD;
  return character != '\n' && g_unichar_isspace (character) ? CLASS_BLANK : CLASS_SINGLE;
}

static void
side_init (Side       *side,
           const char *text)
{
  side->text = text;
  side->ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  side->lines = g_string_new (NULL);
  for (const char *start = text; *start != '\0';)
    {
      Class class = class_of (g_utf8_get_char (start));
      const char *end = g_utf8_next_char (start);
      gsize offset;

      while (class != CLASS_SINGLE && *end != '\0' && class_of (g_utf8_get_char (end)) == class)
        end = g_utf8_next_char (end);
      /* No token but this one begins with a backslash and goes on. */
      if (*start == '\n')
        g_string_append (side->lines, "\\n");
      else
        g_string_append_len (side->lines, start, end - start);
      g_string_append_c (side->lines, '\n');
      offset = (gsize) (end - text);
      g_array_append_val (side->ends, offset);
      start = end;
    }
  side->changed = g_new0 (gboolean, side->ends->len + 1);
}

static void
side_clear (Side *side)
{
  g_array_unref (side->ends);
  g_string_free (side->lines, TRUE);
  g_free (side->changed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

static const char *
side_token (Side  *side,
            guint  index,
            gsize *length)
{
  gsize start = index > 0 ? g_array_index (side->ends, gsize, index - 1) : 0;

  *length = g_array_index (side->ends, gsize, index) - start;
  return side->text + start;
}

static gboolean
side_is_blank (Side  *side,
               guint  index)
{
  gsize length;

  return class_of (g_utf8_get_char (side_token (side, index, &length))) == CLASS_BLANK;
}

static gpointer
start_library (gpointer data)
{
  static const char *const names[] = { GIT_FUNCTIONS (VLG_ON_DEMAND_NAME) };
  g_autoptr (GError) error = NULL;

  if (vlg_on_demand_load (GIT2_SONAME, names, (gpointer *) &git, G_N_ELEMENTS (names), &error))
    return GINT_TO_POINTER (git.git_libgit2_init () > 0);

  g_warning ("%s", error->message);
  return NULL;
}

static void
mark_changes (Side *from,
              Side *to)
{
  static GOnce once = G_ONCE_INIT;
  git_diff_options options = GIT_DIFF_OPTIONS_INIT;
  git_patch *patch = NULL;
  gsize n_hunks;

  options.flags = GIT_DIFF_FORCE_TEXT | GIT_DIFF_PATIENCE;
  options.context_lines = 0;
  options.max_size = -1;
  if (g_once (&once, start_library, NULL) == NULL ||
      git.git_patch_from_buffers (&patch, from->lines->str, from->lines->len, NULL, to->lines->str, to->lines->len, NULL, &options) != 0)
    {
      /* The library is missing, or memory is short: then all of it is shown as changed, which is true as well. */
      memset (from->changed, 1, sizeof (gboolean) * from->ends->len);
      memset (to->changed, 1, sizeof (gboolean) * to->ends->len);
      return;
    }
  n_hunks = git.git_patch_num_hunks (patch);
  for (gsize i = 0; i < n_hunks; i++)
    for (int j = 0; j < git.git_patch_num_lines_in_hunk (patch, i); j++)
      {
        const git_diff_line *line;

        if (git.git_patch_get_line_in_hunk (&line, patch, i, (gsize) j) != 0)
          continue;
        if (line->origin == GIT_DIFF_LINE_DELETION)
          from->changed[line->old_lineno - 1] = TRUE;
        else if (line->origin == GIT_DIFF_LINE_ADDITION)
          to->changed[line->new_lineno - 1] = TRUE;
      }
  git.git_patch_free (patch);
}

static void
run_free (gpointer data)
{
  VlgRun *run = data;

  g_free (run->text);
  g_free (run);
}

static void
add_run (GPtrArray  *runs,
         VlgRunKind  kind,
         const char *text,
         gsize       length)
{
  VlgRun *run;

  if (length == 0)
    return;
  run = g_new0 (VlgRun, 1);
  run->kind = kind;
  run->text = g_strndup (text, length);
  g_ptr_array_add (runs, run);
}

/* A blank between two changes is part of them: "two words" replaced is one change, not two. */
static void
bridge_blanks (Side *from,
               Side *to)
{
  guint i = 0, j = 0, n = from->ends->len, m = to->ends->len;
  gboolean after_change = FALSE;

  while (i < n || j < m)
    {
      if (i < n && from->changed[i])
        {
          i++;
          after_change = TRUE;
        }
      else if (j < m && to->changed[j])
        {
          j++;
          after_change = TRUE;
        }
      else
        {
          gboolean before_change = (i + 1 < n && from->changed[i + 1]) || (j + 1 < m && to->changed[j + 1]);

          if (after_change && before_change && side_is_blank (from, i))
            from->changed[i] = to->changed[j] = TRUE;
          else
            after_change = FALSE;
          i++;
          j++;
        }
    }
}

GPtrArray *
vlg_word_diff (const char *from,
               const char *to)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func (run_free);
  g_auto (Side) a = { 0 };
  g_auto (Side) b = { 0 };
  guint i = 0, j = 0;

  g_return_val_if_fail (from != NULL && to != NULL, runs);

  side_init (&a, from);
  side_init (&b, to);
  mark_changes (&a, &b);
  bridge_blanks (&a, &b);
  while (i < a.ends->len || j < b.ends->len)
    {
      gsize start_a = i > 0 ? g_array_index (a.ends, gsize, i - 1) : 0, start_b = j > 0 ? g_array_index (b.ends, gsize, j - 1) : 0;
      gsize end_a = start_a, end_b = start_b;

      while (i < a.ends->len && a.changed[i])
        end_a = g_array_index (a.ends, gsize, i++);
      add_run (runs, VLG_RUN_REMOVED, from + start_a, end_a - start_a);
      while (j < b.ends->len && b.changed[j])
        end_b = g_array_index (b.ends, gsize, j++);
      add_run (runs, VLG_RUN_ADDED, to + start_b, end_b - start_b);

      start_a = end_a;
      for (; i < a.ends->len && !a.changed[i] && j < b.ends->len && !b.changed[j]; i++, j++)
        end_a = g_array_index (a.ends, gsize, i);
      add_run (runs, VLG_RUN_EQUAL, from + start_a, end_a - start_a);
    }

  return runs;
}

/* The place near @text's character @at where a word ends or begins. */
static const char *
cut_at (const char *text,
        glong       at,
        gboolean    forward)
{
  const char *place = g_utf8_offset_to_pointer (text, at);

  for (guint i = 0; i < 20 && *place != '\0' && place > text && !g_unichar_isspace (g_utf8_get_char (place)); i++)
    place = forward ? g_utf8_next_char (place) : g_utf8_prev_char (place);

  return place;
}

GPtrArray *
vlg_word_diff_trim (GPtrArray *runs,
                    guint      context)
{
  GPtrArray *trimmed = g_ptr_array_new_with_free_func (run_free);

  g_return_val_if_fail (runs != NULL, trimmed);

  for (guint i = 0; i < runs->len; i++)
    {
      const VlgRun *run = runs->pdata[i];
      glong head = i > 0 ? context : 0, tail = i + 1 < runs->len ? context : 0, length = g_utf8_strlen (run->text, -1);
      const char *head_end, *tail_start;
      g_autofree char *text = NULL;

      if (run->kind != VLG_RUN_EQUAL || length <= head + tail + (glong) context)
        {
          add_run (trimmed, run->kind, run->text, strlen (run->text));
          continue;
        }
      head_end = head > 0 ? cut_at (run->text, head, TRUE) : run->text;
      tail_start = tail > 0 ? cut_at (run->text, length - tail, FALSE) : run->text + strlen (run->text);
      text = g_strdup_printf ("%.*s%s…%s%s", (int) (head_end - run->text), run->text, head > 0 ? " " : "", tail > 0 ? " " : "",
                              tail > 0 && g_unichar_isspace (g_utf8_get_char (tail_start)) ? g_utf8_next_char (tail_start) : tail_start);
      add_run (trimmed, VLG_RUN_EQUAL, text, strlen (text));
    }

  return trimmed;
}
