/* test-text-buffer.c — writing in a text with blocks, and what becomes of its source
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "vlg-document.h"
#include "vlg-text-buffer.h"

static const char source[] =
  "Kopf  \n====\n\n"
  "Ein *Absatz* mit\nzwei Zeilen [x](/y)\n\n\n"
  "1) eins\n2) zwei\n   - unter zwei\n\n"
  "> Zitat\n\n"
  "[def]: /ziel\n\n"
  "Letzter __Absatz__.\n";

static void
place_cursor (VlgTextBuffer *buffer,
              guint          line,
              int            column)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (buffer), &iter, line);
  if (column >= 0)
    gtk_text_iter_set_line_offset (&iter, column);
  else if (!gtk_text_iter_ends_line (&iter))
    gtk_text_iter_forward_to_line_end (&iter);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), &iter);
}

static void
select_part (VlgTextBuffer *buffer,
             guint          first,
             int            from,
             guint          last,
             int            to)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line_offset (GTK_TEXT_BUFFER (buffer), &start, first, from);
  gtk_text_buffer_get_iter_at_line_offset (GTK_TEXT_BUFFER (buffer), &end, last, to);
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (buffer), &end, &start);
}

/* Types as the text view does: every letter an action of its own. */
static void
type_text (VlgTextBuffer *buffer,
           const char    *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '\n' && vlg_text_buffer_enter (buffer))
        continue;
      gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (buffer));
      gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (buffer), TRUE, TRUE);
      gtk_text_buffer_insert_interactive_at_cursor (GTK_TEXT_BUFFER (buffer), p, g_utf8_next_char (p) - p, TRUE);
      gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (buffer));
    }
}

static void
backspace (VlgTextBuffer *buffer)
{
  GtkTextIter iter;

  if (vlg_text_buffer_backspace (buffer))
    return;
  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (buffer), &iter, gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (buffer)));
  gtk_text_buffer_backspace (GTK_TEXT_BUFFER (buffer), &iter, TRUE, TRUE);
}

static void
assert_lines (VlgTextBuffer *buffer)
{
  g_assert_cmpuint (vlg_text_buffer_get_n_lines (buffer) + 1, ==, gtk_text_buffer_get_line_count (GTK_TEXT_BUFFER (buffer)));
}

static void
assert_markdown (VlgTextBuffer *buffer,
                 const char    *expected)
{
  assert_lines (buffer);
  g_assert_cmpstr (vlg_text_buffer_get_markdown (buffer), ==, expected);
}

static void
test_untouched (void)
{
  g_autoptr (VlgTextBuffer) buffer = vlg_text_buffer_new ();

  assert_markdown (buffer, "");
  vlg_text_buffer_set_markdown (buffer, source);
  assert_markdown (buffer, source);
  g_assert_cmpuint (vlg_text_buffer_get_n_lines (buffer), ==, 7);
  g_assert_false (vlg_text_buffer_get_can_undo (buffer));

  place_cursor (buffer, 3, 2);
  select_part (buffer, 0, 0, 6, 3);
  assert_markdown (buffer, source);
}

static void
test_one_block (void)
{
  g_autoptr (VlgTextBuffer) buffer = vlg_text_buffer_new ();
  g_autofree char *expected = NULL;
  const char *list = strstr (source, "1) eins");

  vlg_text_buffer_set_markdown (buffer, source);
  place_cursor (buffer, 1, 0);
  type_text (buffer, "Neu: ");
  expected = g_strconcat ("Kopf  \n====\n\nNeu: Ein *Absatz* mit zwei Zeilen [x](/y)\n\n\n", list, NULL);
  assert_markdown (buffer, expected);

  /* Back to the very bytes. */
  while (vlg_text_buffer_get_can_undo (buffer))
    vlg_text_buffer_undo (buffer);
  assert_markdown (buffer, source);
  while (vlg_text_buffer_get_can_redo (buffer))
    vlg_text_buffer_redo (buffer);
  assert_markdown (buffer, expected);
}

static void
test_typing (void)
{
  g_autoptr (VlgTextBuffer) buffer = vlg_text_buffer_new ();

  type_text (buffer, "Am\n10. Juli\n- erstens\nzweitens\n\nEnde");
  assert_markdown (buffer, "Am\n\n10\\. Juli\n\n- erstens\n- zweitens\n\nEnde");

  vlg_text_buffer_set_markdown (buffer, "");
  type_text (buffer, "1. eins\nzwei");
  vlg_text_buffer_indent (buffer, 1);
  type_text (buffer, "\ndrei\n\n");
  assert_markdown (buffer, "1. eins\n   1. zwei\n   2. drei\n2.");
  type_text (buffer, "vier\n\nText");
  assert_markdown (buffer, "1. eins\n   1. zwei\n   2. drei\n2. vier\n\nText");
}

/* What begins a list by itself can be had back as typed. */
static void
test_begin_list (void)
{
  g_autoptr (VlgTextBuffer) buffer = vlg_text_buffer_new ();

  type_text (buffer, "1. ");
  g_assert_cmpint (vlg_text_buffer_get_list (buffer), ==, VLG_TEXT_LIST_NUMBERED);
  vlg_text_buffer_undo (buffer);
  g_assert_cmpint (vlg_text_buffer_get_list (buffer), ==, VLG_TEXT_LIST_NONE);
  type_text (buffer, "Januar");
  assert_markdown (buffer, "1\\. Januar");

  vlg_text_buffer_set_markdown (buffer, "");
  type_text (buffer, "a - b 1. c");
  g_assert_cmpint (vlg_text_buffer_get_list (buffer), ==, VLG_TEXT_LIST_NONE);
  assert_markdown (buffer, "a - b 1. c");
}

static void
test_backspace (void)
{
  g_autoptr (VlgTextBuffer) buffer = vlg_text_buffer_new ();

  vlg_text_buffer_set_markdown (buffer, "1. a\n2. b\n3. c");
  place_cursor (buffer, 1, 0);
  backspace (buffer);
  assert_markdown (buffer, "1. a\n\nb\n\n2. c");
  backspace (buffer);
  assert_markdown (buffer, "1. ab\n2. c");
  vlg_text_buffer_undo (buffer);
  vlg_text_buffer_undo (buffer);
  assert_markdown (buffer, "1. a\n2. b\n3. c");

  /* A paragraph taken away between two keeps the second what it is. */
  vlg_text_buffer_set_markdown (buffer, "# a\n\nb\n\n- c");
  select_part (buffer, 0, 0, 2, 0);
  gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (buffer), TRUE, TRUE);
  assert_markdown (buffer, "- c");
}

static void
test_emphasis (void)
{
  g_autoptr (VlgTextBuffer) buffer = vlg_text_buffer_new ();

  vlg_text_buffer_set_markdown (buffer, "Ein Wort.\n\n* bleibt");
  select_part (buffer, 0, 4, 0, 8);
  vlg_text_buffer_toggle_emphasis (buffer, VLG_SPAN_STRONG);
  assert_markdown (buffer, "Ein **Wort**.\n\n* bleibt");
  g_assert_cmpint (vlg_text_buffer_get_emphasis (buffer), ==, VLG_SPAN_STRONG);
  vlg_text_buffer_toggle_emphasis (buffer, VLG_SPAN_EMPH);
  assert_markdown (buffer, "Ein ***Wort***.\n\n* bleibt");
  vlg_text_buffer_toggle_emphasis (buffer, VLG_SPAN_STRONG);
  assert_markdown (buffer, "Ein *Wort*.\n\n* bleibt");
  vlg_text_buffer_undo (buffer);
  assert_markdown (buffer, "Ein ***Wort***.\n\n* bleibt");
  vlg_text_buffer_undo (buffer);
  vlg_text_buffer_undo (buffer);
  assert_markdown (buffer, "Ein Wort.\n\n* bleibt");

  /* What is typed within bold is bold, and what is chosen before typing too. */
  vlg_text_buffer_set_markdown (buffer, "**fett**");
  place_cursor (buffer, 0, -1);
  type_text (buffer, "er");
  assert_markdown (buffer, "**fetter**");
  vlg_text_buffer_toggle_emphasis (buffer, VLG_SPAN_STRONG);
  type_text (buffer, " nicht");
  assert_markdown (buffer, "**fetter** nicht");

  /* Across blocks. */
  vlg_text_buffer_set_markdown (buffer, "a\n\n- b\n- c");
  select_part (buffer, 0, 0, 2, 1);
  vlg_text_buffer_toggle_emphasis (buffer, VLG_SPAN_EMPH);
  assert_markdown (buffer, "*a*\n\n- *b*\n- *c*");
}

static void
test_blocks (void)
{
  g_autoptr (VlgTextBuffer) buffer = vlg_text_buffer_new ();

  vlg_text_buffer_set_markdown (buffer, "a\n\nb\n\nc");
  select_part (buffer, 0, 0, 2, 1);
  vlg_text_buffer_set_list (buffer, VLG_TEXT_LIST_NUMBERED);
  assert_markdown (buffer, "1. a\n2. b\n3. c");
  place_cursor (buffer, 1, 0);
  vlg_text_buffer_set_heading (buffer, 2);
  assert_markdown (buffer, "1. a\n\n## b\n\n2. c");
  g_assert_cmpuint (vlg_text_buffer_get_heading (buffer), ==, 2);
  vlg_text_buffer_set_heading (buffer, 0);
  assert_markdown (buffer, "1. a\n\nb\n\n2. c");

  place_cursor (buffer, 1, 0);
  type_text (buffer, "x\n");
  assert_markdown (buffer, "1. a\n\nx\n\nb\n\n2. c");

  vlg_text_buffer_set_markdown (buffer, "- a\n- b\n  - c\n- d");
  place_cursor (buffer, 1, 0);
  vlg_text_buffer_indent (buffer, 1);
  assert_markdown (buffer, "- a\n  - b\n    - c\n- d");
  vlg_text_buffer_indent (buffer, -1);
  assert_markdown (buffer, "- a\n- b\n  - c\n- d");
  place_cursor (buffer, 0, 0);
  vlg_text_buffer_indent (buffer, 1);
  assert_markdown (buffer, "- a\n- b\n  - c\n- d");

  /* Enter at the end of a heading goes on with a paragraph. */
  vlg_text_buffer_set_markdown (buffer, "# Kopf");
  place_cursor (buffer, 0, -1);
  type_text (buffer, "\nText");
  vlg_text_buffer_break_line (buffer);
  type_text (buffer, "weiter");
  assert_markdown (buffer, "# Kopf\n\nText\\\nweiter");
}

static void
test_source (void)
{
  g_autoptr (VlgTextBuffer) buffer = vlg_text_buffer_new ();

  vlg_text_buffer_set_markdown (buffer, "a\n\n```\nb\n```\n\n[l](/u) c");
  g_assert_cmpuint (vlg_text_buffer_get_n_lines (buffer), ==, 5);
  place_cursor (buffer, 2, -1);
  type_text (buffer, "*");
  assert_markdown (buffer, "a\n\n```\nb*\n```\n\n[l](/u) c");
  /* Behind a link, what is typed is not part of it; within, it is. */
  place_cursor (buffer, 4, 7);
  type_text (buffer, "*");
  assert_markdown (buffer, "a\n\n```\nb*\n```\n\n[l](/u)* c");
  place_cursor (buffer, 4, 2);
  type_text (buffer, "ink");
  assert_markdown (buffer, "a\n\n```\nb*\n```\n\n[link](/u)* c");
}

static void
test_insert_markdown (void)
{
  g_autoptr (VlgTextBuffer) buffer = vlg_text_buffer_new ();
  g_autofree char *part = NULL;

  vlg_text_buffer_set_markdown (buffer, "vorn hinten\n\n* bleibt");
  place_cursor (buffer, 0, 5);
  vlg_text_buffer_insert_markdown (buffer, "und *kursiv*&#32;");
  assert_markdown (buffer, "vorn und *kursiv* hinten\n\n* bleibt");
  vlg_text_buffer_insert_markdown (buffer, "x\n\n# Kopf\n\n1. a\n2. b");
  assert_markdown (buffer, "vorn und *kursiv* x\n\n# Kopf\n\n1. a\n2. b\n\nhinten\n\n* bleibt");
  type_text (buffer, "!");
  assert_markdown (buffer, "vorn und *kursiv* x\n\n# Kopf\n\n1. a\n2. b!\n\nhinten\n\n* bleibt");
  vlg_text_buffer_undo (buffer);
  vlg_text_buffer_undo (buffer);
  vlg_text_buffer_undo (buffer);
  assert_markdown (buffer, "vorn hinten\n\n* bleibt");

  vlg_text_buffer_set_markdown (buffer, "# Kopf\n\na **b** c\n\n- d");
  part = vlg_text_buffer_dup_range (buffer, 5, 13);
  g_assert_cmpstr (part, ==, "a **b** c\n\n- d");
  g_free (part);
  part = vlg_text_buffer_dup_range (buffer, 6, 9);
  g_assert_cmpstr (part, ==, "&#32;**b**&#32;");
}

static char *
describe (const char *markdown)
{
  g_autoptr (VlgDocument) document = vlg_document_new (markdown);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < vlg_document_get_n_blocks (document); i++)
    {
      const VlgTextBlock *block = vlg_document_get_block (document, i);
      g_autofree char *text = g_strstrip (g_strdup (block->text));

      if (*text != '\0')
        g_string_append_printf (out, "%u %u %s %s\n", block->level, block->depth, block->marker != NULL ? block->marker : "-", text);
    }

  return g_string_free (out, FALSE);
}

/* What the buffer shows, in the words of describe(). */
static char *
describe_buffer (VlgTextBuffer *buffer,
                 gboolean      *writable)
{
  GString *out = g_string_new (NULL);
  gboolean blank_before = FALSE;

  *writable = TRUE;
  for (guint i = 0; i < vlg_text_buffer_get_n_lines (buffer); i++)
    {
      const VlgTextLine *line = vlg_text_buffer_get_line (buffer, i);
      g_autofree char *marker = vlg_text_line_dup_marker (line);
      g_autofree char *text = NULL;
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (buffer), &start, i);
      end = start;
      if (!gtk_text_iter_ends_line (&end))
        gtk_text_iter_forward_to_line_end (&end);
      text = g_strstrip (gtk_text_iter_get_slice (&start, &end));

      /* An empty paragraph that parts lists, or an empty item that goes on, cannot be written. */
      if (*text == '\0' && (line->kind == VLG_LINE_PARAGRAPH || line->kind == VLG_LINE_CONTINUATION))
        *writable = FALSE;
      if (blank_before && line->kind == VLG_LINE_CONTINUATION)
        *writable = FALSE;
      blank_before = *text == '\0';
      if (*text != '\0')
        g_string_append_printf (out, "%u %u %s %s\n", line->kind == VLG_LINE_HEADING ? line->level : 0, line->depth, marker != NULL ? marker : "-", text);
    }

  return g_string_free (out, FALSE);
}

/* Whatever is done, the CommonMark says what is shown, and undoing it all gives back the source. */
static void
test_random (void)
{
  static const char *const words[] = { "a", " ", "b c", "\n", "1. ", "- ", "*", "10. ", "# ", "Ä", "\n\n" };
  static const char text[] = "# Kopf\n\nEin **fetter** Absatz\n\n- a\n- b\n  - c\n\n    d\n- e\n\n3. x\n4. y\n\nEnde *kursiv*\n";
  g_autoptr (GRand) rand = g_rand_new_with_seed (2017);
  guint compared = 0;

  for (guint round = 0; round < 150; round++)
    {
      g_autoptr (VlgTextBuffer) buffer = vlg_text_buffer_new ();

      vlg_text_buffer_set_markdown (buffer, text);
      for (guint i = 0; i < 25; i++)
        {
          int n = gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (buffer));
          int at = g_rand_int_range (rand, 0, n);
          GtkTextIter start, end;
          g_autofree char *shown = NULL;
          g_autofree char *read = NULL;
          gboolean writable;

          gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &start, at);
          end = start;
          if (g_rand_int_range (rand, 0, 3) == 0)
            gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &end, MIN (n, at + g_rand_int_range (rand, 1, 12)));
          gtk_text_buffer_select_range (GTK_TEXT_BUFFER (buffer), &start, &end);

          switch (g_rand_int_range (rand, 0, 10))
            {
            case 0:
              vlg_text_buffer_set_list (buffer, g_rand_int_range (rand, 0, 3));
              break;
            case 1:
              vlg_text_buffer_set_heading (buffer, g_rand_int_range (rand, 0, 4));
              break;
            case 2:
              vlg_text_buffer_indent (buffer, g_rand_boolean (rand) ? 1 : -1);
              break;
            case 3:
              gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (buffer), TRUE, TRUE);
              break;
            case 4:
              vlg_text_buffer_toggle_emphasis (buffer, g_rand_boolean (rand) ? VLG_SPAN_STRONG : VLG_SPAN_EMPH);
              break;
            case 5:
              vlg_text_buffer_insert_markdown (buffer, "p *q*\n\n1. r\n   - s\n\nt");
              break;
            case 6:
              backspace (buffer);
              break;
            default:
              type_text (buffer, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
              break;
            }

          assert_lines (buffer);
          shown = describe_buffer (buffer, &writable);
          read = describe (vlg_text_buffer_get_markdown (buffer));
          if (!writable)
            continue;
          g_assert_cmpstr (read, ==, shown);
          compared++;
        }

      while (vlg_text_buffer_get_can_undo (buffer))
        vlg_text_buffer_undo (buffer);
      assert_markdown (buffer, text);
    }
  g_assert_cmpuint (compared, >, 500);
}

/* What a block loses of its source comes back with undo, whatever tags said in between. */
static void
test_undo_formats (void)
{
  g_autoptr (VlgTextBuffer) buffer = vlg_text_buffer_new ();
  GtkTextIter start, end;

  vlg_text_buffer_set_markdown (buffer, source);
  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (buffer), &start, &end);
  gtk_text_buffer_delete (GTK_TEXT_BUFFER (buffer), &start, &end);
  assert_markdown (buffer, "");
  vlg_text_buffer_undo (buffer);
  assert_markdown (buffer, source);
  select_part (buffer, 1, 4, 1, 10);
  g_assert_cmpint (vlg_text_buffer_get_emphasis (buffer), ==, VLG_SPAN_EMPH);

  /* Typing is undone word by word. */
  vlg_text_buffer_set_markdown (buffer, "");
  type_text (buffer, "eins zwei");
  vlg_text_buffer_undo (buffer);
  assert_markdown (buffer, "eins");
  vlg_text_buffer_undo (buffer);
  assert_markdown (buffer, "");
  vlg_text_buffer_redo (buffer);
  vlg_text_buffer_redo (buffer);
  assert_markdown (buffer, "eins zwei");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-buffer/untouched", test_untouched);
  g_test_add_func ("/text-buffer/one-block", test_one_block);
  g_test_add_func ("/text-buffer/typing", test_typing);
  g_test_add_func ("/text-buffer/begin-list", test_begin_list);
  g_test_add_func ("/text-buffer/backspace", test_backspace);
  g_test_add_func ("/text-buffer/emphasis", test_emphasis);
  g_test_add_func ("/text-buffer/blocks", test_blocks);
  g_test_add_func ("/text-buffer/source", test_source);
  g_test_add_func ("/text-buffer/insert-markdown", test_insert_markdown);
  g_test_add_func ("/text-buffer/undo", test_undo_formats);
  g_test_add_func ("/text-buffer/random", test_random);

  return g_test_run ();
}
