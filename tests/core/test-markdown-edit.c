/* test-markdown-edit.c — text that is not edited keeps its bytes, text that is reads as what was shown
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-markdown-edit.h"

#include <string.h>

/* CommonMark as people and programs write it: each is one block or a few. */
static const char *const blocks[] = {
  "Ein Absatz.",
  "Ein Absatz\nin zwei Zeilen",
  "   Eingerückt  \n  und weiter",
  "Harter  \nUmbruch\\\nund noch einer",
  "Mit **fett**, *kursiv* und ***beidem***.",
  "Mit __fett__ und _kursiv_ und **fett *kursiv darin* weiter**",
  "Wort**teil**wort und *kur*siv",
  "Ein [Verweis](https://example.org/a_b \"Titel\") und ![Bild](bild.png)",
  "Ein [Bezug][eins] und [eins] und <https://example.org>",
  "Quelltext `a * b` und ``c ` d``",
  "HTML <b>darin</b> &amp; Entität &szlig; \\* \\_ \\[",
  "10\\. Juli 2017",
  "2017: 10. Juli",
  "a * b * c, snake_case_name, 5 < 6 & 7 > 2",
  "# Überschrift",
  "## Überschrift ##",
  "###### Sechs",
  "#",
  "Unterstrichen\n=============",
  "Zweizeilig\nunterstrichen\n---",
  "Gebrochen\\\nunterstrichen\n===",
  "# Über *schrift* mit `code` #hash",
  "- a\n- b\n- c",
  "* a\n* b",
  "+ a\n\n+ b\n\n\n+ c",
  "1. eins\n2. zwei\n3. drei",
  "7) sieben\n8) acht",
  "1. eins\n1. auch\n1. noch",
  "- a\n  - b\n    - c\n  - d\n- e",
  "1. a\n\n   weiter\n\n   - b\n   - c\n\n2. d",
  "  - eingerückt\n  - auch\n     fortgesetzt\nfaul",
  "- \n- leer davor",
  "- - tief",
  "-\n  - unter leer",
  "- a\n1. b",
  "- a\n\n      quelltext\n- b",
  "- > zitat\n- # kopf",
  "- [eins]: /in-der-liste\n- x",
  "10. zehn\n    weiter\n11. elf",
  "> Zitat\n> zweite\nfaul",
  "> - Liste\n>\n> mehr",
  "    Quelltext\n\n    nach leer",
  "```c\nint a;\n\n\nint b;\n```",
  "~~~\ntilde\n~~~",
  "---",
  "* * *",
  "<div>\n*nicht* kursiv\n</div>",
  "<!-- Bemerkung\n\n- keine Liste -->",
  "[eins]: https://example.org/eins 'Titel'",
  "[zwei]:\n  /zwei\nAbsatz hinter Festlegung",
  "[drei]: /drei\n# Kopf hinter Festlegung",
  "| a | b |\n|---|---|\n| 1 | 2 |",
  "„Anführung“ – **„fett“**weiter",
  "\\",
  "Zeile mit Tabulator\tdarin",
};

static const char *const gaps[] = { "\n\n", "\n\n\n", "\n \n\t\n", "\n", "\n\n   \n\n" };

static GString *
make_text (GRand *rand,
           guint  n)
{
  GString *text = g_string_new (g_rand_int_range (rand, 0, 6) == 0 ? "\n\n" : "");

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (text, gaps[g_rand_int_range (rand, 0, g_rand_int_range (rand, 1, G_N_ELEMENTS (gaps) + 1))]);
      g_string_append (text, blocks[g_rand_int_range (rand, 0, G_N_ELEMENTS (blocks))]);
    }
  if (g_rand_boolean (rand))
    g_string_append (text, "\n");

  return text;
}

static VlgTextLine *
get_line (GPtrArray *lines,
          guint      index)
{
  return g_ptr_array_index (lines, index);
}

static void
assert_untouched (const char *source)
{
  g_autoptr(GPtrArray) lines = vlg_text_lines_read (source);
  g_autofree char *written = vlg_text_lines_write (lines, NULL, NULL);

  g_assert_cmpuint (lines->len, >, 0);
  g_assert_cmpstr (written, ==, source);
}

static void
test_untouched (void)
{
  static const char *const odd[] = {
    "", "\n", "\n\n\n", "   ", "a", "a\n", "a\n\n\n", "\n\na", "  a  ", "a\r\n\r\nb\r\n", "a\rb\r\rc", "\tcode", "a\n\tb",
    "[nur]: /festlegung", "[nur]: /festlegung\n\n\n[noch]: /eine\n", "```\nohne Ende\n\n", "<!-- ohne Ende\n\nx", "\xef\xbb\xbf# Mit Marke\n\nx",
    "a\n[b]: /c\n\n[b]", "- a\n\n\n\n- b\n\n\n", "p\n---\nq\n***\n", "a\xe2\x80\xa8" "b\xe2\x80\xa9" "c", "- ```\n  x\n\n\ny", "***", "**", "\\\n\\", "&nbsp;\n\n&#32;x",
    "# h\n## i\nText\n# j", "1.\n\n  a", "-", "- \n\n- x\n[q]: /u\n\np", "<script>\nx\n\n</script>\ny", "> \n\n>", "a\f\n\x0b" "b",
  };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    assert_untouched (odd[i]);
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    assert_untouched (blocks[i]);
}

static void
test_untouched_generated (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (422);

  for (guint i = 0; i < 1000; i++)
    {
      GString *text = make_text (rand, g_rand_int_range (rand, 1, 9));

      assert_untouched (text->str);
      g_string_free (text, TRUE);
    }
}

/* What a line shows, and what the blocks of a document do, in the same words. */
static char *
describe_line (const VlgTextLine *line)
{
  g_autofree char *marker = vlg_text_line_dup_marker (line);
  g_autofree char *inlines = vlg_markdown_write_inline (line->text, line->spans, line->n_spans, line->kind == VLG_LINE_HEADING, FALSE);
  g_autofree char *source = g_strconcat (line->kind == VLG_LINE_HEADING ? "# " : "", inlines, NULL);
  g_autoptr(VlgDocument) document = vlg_document_new (source);
  const VlgTextBlock *block = vlg_document_get_n_blocks (document) > 0 ? vlg_document_get_block (document, 0) : NULL;

  return g_strdup_printf ("%u %u %s %s\n", line->kind == VLG_LINE_HEADING ? line->level : 0, line->depth, marker != NULL ? marker : "-",
                          block != NULL ? block->text : "");
}

static char *
describe_block (const VlgTextBlock *block)
{
  return g_strdup_printf ("%u %u %s %s\n", block->level, block->depth, block->marker != NULL ? block->marker : "-", block->text);
}

static char *
describe_lines (GPtrArray *lines)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *line = describe_line (get_line (lines, i));

      if (get_line (lines, i)->kind == VLG_LINE_SOURCE || (get_line (lines, i)->kind == VLG_LINE_PARAGRAPH && g_str_has_suffix (line, "- \n")))
        continue;
      g_string_append (out, line);
    }

  return g_string_free (out, FALSE);
}

static char *
describe_document (const char *markdown)
{
  g_autoptr(VlgDocument) document = vlg_document_new (markdown);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < vlg_document_get_n_blocks (document); i++)
    {
      g_autofree char *block = describe_block (vlg_document_get_block (document, i));

      g_string_append (out, block);
    }

  return g_string_free (out, FALSE);
}

/* Blocks that a line stands for; quotes, code and the like are shown as source. */
static const char *const plain_blocks[] = {
  "Ein Absatz.", "Ein Absatz\nin zwei Zeilen", "Harter  \nUmbruch\\\nund noch einer", "   Eingerückt  \n  und weiter",
  "Mit **fett**, *kursiv* und ***beidem***.", "Wort**teil**wort und *kur*siv", "10\\. Juli 2017", "a * b * c, snake_case_name, 5 < 6 & 7 > 2",
  "\\# keine Überschrift \\- \\+ \\*", "[Verweis](/a) und `code`", "# Überschrift", "## Überschrift \\##", "Unterstrichen\n===", "#",
  "- a\n- b\n- c", "* a\n* b", "+ a\n\n+ b\n\n\n+ c", "1. eins\n2. zwei\n3. drei", "7) sieben\n8) acht", "1. eins\n1. auch",
  "- a\n  - b\n    - c\n  - d\n- e", "1. a\n\n   weiter\n\n   - b\n   - c\n\n2. d", "- \n- leer davor", "- - tief", "- a\n1. b",
  "  - eingerückt\n  - auch", "10. zehn\n    1. unter\n11. elf", "- a\n\n  3. drei\n  4. vier", "„Anführung“ – **„fett“**weiter", "\\[x\\]: /y", "* a\\\n  b\\\n  \\# c",
};

static char *
make_plain_text (GRand *rand)
{
  GString *text = g_string_new (NULL);
  guint n = g_rand_int_range (rand, 1, 7);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? gaps[g_rand_int_range (rand, 0, 3)] : "",
                            plain_blocks[g_rand_int_range (rand, 0, G_N_ELEMENTS (plain_blocks))]);

  return g_string_free (text, FALSE);
}

/* Written wholly anew, a text reads as it did. */
static void
test_anew (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (355);

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *source = make_plain_text (rand);
      g_autoptr(GPtrArray) lines = vlg_text_lines_read (source);
      g_autofree char *written = NULL;
      g_autofree char *before = describe_document (source);
      g_autofree char *after = NULL;
      g_autofree char *shown = describe_lines (lines);

      vlg_text_lines_touch (lines, 0, lines->len);
      written = vlg_text_lines_write (lines, NULL, NULL);
      after = describe_document (written);
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpstr (shown, ==, before);
    }
}

static void
drop_source (GPtrArray *lines,
             guint      index,
             gpointer   user_data)
{
  vlg_text_lines_touch (lines, index, index + 1);
}

static void
set_text (GPtrArray  *lines,
          guint       index,
          const char *text)
{
  vlg_text_lines_touch (lines, index, index + 1);
  vlg_text_line_take_text (get_line (lines, index), g_strdup (text), NULL, 0);
}

static void
edit_at_random (GRand     *rand,
                GPtrArray *lines)
{
  static const char *const texts[] = {
    "neu", "", "- keine Liste", "10. Juli", "# keine", "[a]: /b", "> kein Zitat", "    vier", "---", "a\xe2\x80\xa8=== b", "*nicht* kursiv", "1) x", "~~~", "<p>",
  };
  guint index = g_rand_int_range (rand, 0, lines->len);
  VlgTextLine *line = get_line (lines, index);

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
    case 1:
      set_text (lines, index, texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
      break;
    case 2:
      vlg_text_lines_touch (lines, index, index + 1);
      if (lines->len > 1)
        g_ptr_array_remove_index (lines, index);
      break;
    case 3:
      vlg_text_lines_touch (lines, index, index + 1);
      line->kind = VLG_LINE_PARAGRAPH;
      line->depth = line->level = 0;
      break;
    default:
      vlg_text_lines_touch (lines, index, index + 1);
      line->kind = VLG_LINE_ITEM;
      line->level = 0;
      line->depth = g_rand_int_range (rand, 1, 4);
      line->ordered = g_rand_boolean (rand);
      line->mark = line->ordered ? '.' : '-';
      line->start = 1;
      break;
    }
  vlg_text_lines_settle (lines, 0, lines->len, drop_source, NULL);
}

/* What CommonMark cannot write: an item without text that goes on in a further paragraph (which moves up to the marker), and an empty paragraph that
 * parts two lists (which become one). */
static gboolean
shows_more_than_can_be_written (GPtrArray *lines)
{
  gboolean empty = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      VlgTextLine *line = get_line (lines, i);
      gboolean blank = line->text[strspn (line->text, " ")] == '\0';

      if (line->kind == VLG_LINE_CONTINUATION && (empty || blank))
        return TRUE;
      if (line->kind == VLG_LINE_PARAGRAPH && blank)
        return TRUE;
      empty = blank;
    }

  return FALSE;
}

/* Whatever is edited reads as it is shown, and every block that was not edited is found in the result. */
static void
test_edited (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (64);
  guint compared = 0;

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *source = make_plain_text (rand);
      g_autoptr(GPtrArray) lines = vlg_text_lines_read (source);
      g_autofree char *written = NULL;
      g_autofree char *shown = NULL;
      g_autofree char *read = NULL;
      const char *p;

      for (gint edits = g_rand_int_range (rand, 1, 5); edits > 0; edits--)
        edit_at_random (rand, lines);
      written = vlg_text_lines_write (lines, NULL, NULL);

      p = written;
      for (guint l = 0; l < lines->len; l++)
        {
          VlgTextLine *line = get_line (lines, l);

          if (line->source == NULL || (l > 0 && get_line (lines, l - 1)->source == line->source))
            continue;
          /* Behind a list only, what begins with blanks is written anew. */
          if (g_str_has_prefix (line->source->bytes, " "))
            continue;
          if (l + line->source->n_lines < lines->len && vlg_text_line_in_list (line) && get_line (lines, l + line->source->n_lines)->depth > 0)
            continue;
          p = strstr (p, line->source->bytes);
          g_assert_nonnull (p);
          p += strlen (line->source->bytes);
        }

      if (shows_more_than_can_be_written (lines))
        continue;
      shown = describe_lines (lines);
      read = describe_document (written);
      if (strcmp (shown, read) != 0)
        g_test_message ("source:\n%s\nwritten:\n%s", source, written);
      g_assert_cmpstr (read, ==, shown);
      compared++;
    }
  g_assert_cmpuint (compared, >, 1500);
}

/* One block of an odd text is edited: all others keep their bytes. */
static void
test_one_edited (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (8);

  for (guint i = 0; i < 1000; i++)
    {
      GString *source = make_text (rand, g_rand_int_range (rand, 2, 8));
      g_autoptr(GPtrArray) lines = vlg_text_lines_read (source->str);
      guint index = g_rand_int_range (rand, 0, lines->len);
      g_autofree char *written = NULL;
      const char *p;

      set_text (lines, index, "Neu gefasst");
      written = vlg_text_lines_write (lines, NULL, NULL);
      g_assert_nonnull (strstr (written, "Neu gefasst"));

      p = written;
      for (guint l = 0; l < lines->len; l++)
        {
          VlgTextLine *line = get_line (lines, l);

          if (line->source == NULL || (l > 0 && get_line (lines, l - 1)->source == line->source))
            continue;
          if (l > index && g_str_has_prefix (line->source->bytes, " "))
            continue;
          p = strstr (p, line->source->bytes);
          g_assert_nonnull (p);
          p += strlen (line->source->bytes);
        }
      g_string_free (source, TRUE);
    }
}

/* The definitions of links outlive the blocks around them. */
static void
test_definitions (void)
{
  static const char source[] = "[a]: /a\nErster [a]\n\n[b]: /b\n\nZweiter [b]\n\n- x\n\n[c]: /c\n";
  g_autoptr(GPtrArray) lines = vlg_text_lines_read (source);
  g_autofree char *edited = NULL;
  g_autofree char *shortened = NULL;
  g_autofree char *emptied = NULL;
  g_autofree char *bracketed = NULL;

  g_assert_cmpuint (lines->len, ==, 3);
  set_text (lines, 0, "Neu");
  edited = vlg_text_lines_write (lines, NULL, NULL);
  g_assert_cmpstr (edited, ==, "[a]: /a\n\nNeu\n\n[b]: /b\n\nZweiter [b]\n\n- x\n\n[c]: /c\n");

  set_text (lines, 0, "ein [a] als Text");
  bracketed = vlg_text_lines_write (lines, NULL, NULL);
  g_assert_nonnull (strstr (bracketed, "ein \\[a\\] als Text"));

  vlg_text_line_adopt (get_line (lines, 1), get_line (lines, 0));
  g_ptr_array_remove_index (lines, 0);
  shortened = vlg_text_lines_write (lines, NULL, NULL);
  g_assert_nonnull (strstr (shortened, "[a]: /a"));
  g_assert_nonnull (strstr (shortened, "[b]: /b"));

  g_ptr_array_set_size (lines, 1);
  set_text (lines, 0, "");
  emptied = vlg_text_lines_write (lines, NULL, NULL);
  g_assert_cmpstr (emptied, ==, "");
}

static void
test_lines (void)
{
  g_autoptr(GPtrArray) lines = vlg_text_lines_read ("# K\n\n3. a\n4. b **c**\n   - d\n\n   e\n\n> q\n\nf [l](/u \"t\")\\\ng");
  VlgTextLine *line;
  g_autofree char *marker = NULL;

  g_assert_cmpuint (lines->len, ==, 7);
  g_assert_cmpint (get_line (lines, 0)->kind, ==, VLG_LINE_HEADING);
  g_assert_cmpuint (get_line (lines, 0)->level, ==, 1);

  line = get_line (lines, 2);
  marker = vlg_text_line_dup_marker (line);
  g_assert_cmpstr (marker, ==, "4.");
  g_assert_cmpstr (line->text, ==, "b c");
  g_assert_cmpuint (line->n_spans, ==, 1);
  g_assert_cmpuint (line->spans[0].start, ==, 2);
  g_assert_cmpint (line->spans[0].style, ==, VLG_SPAN_STRONG);

  g_assert_cmpuint (get_line (lines, 3)->depth, ==, 2);
  g_assert_cmpint (get_line (lines, 4)->kind, ==, VLG_LINE_CONTINUATION);
  g_assert_cmpint (get_line (lines, 5)->kind, ==, VLG_LINE_SOURCE);
  g_assert_cmpstr (get_line (lines, 5)->text, ==, "> q");

  line = get_line (lines, 6);
  g_assert_cmpstr (line->text, ==, "f [l](/u \"t\")" VLG_LINE_BREAK "g");
  g_assert_cmpint (line->spans[0].style, ==, VLG_SPAN_SOURCE);
  g_assert_cmpuint (line->spans[0].length, ==, strlen ("[l](/u \"t\")"));
}

/* Emphasis at every place of odd texts reads as it was set. */
static void
test_emphasis (void)
{
  static const char *const texts[] = {
    "abc", "a b c", "„Wort“ (Klammer), Ende.", "a*b_c", "**", "snake_case", "x\xe2\x80\xa8y z", "5*3*2", "ÄÖÜ", "[a](b)", "10. Juli", "# x", "- x", "\\x\\", "<b>", "a\xc2\xa0" "b", "`x`", "!x[y]",
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed (17);
  guint n = 0;

  for (guint i = 0; i < 4000; i++)
    {
      const char *text = texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];
      glong length = g_utf8_strlen (text, -1);
      VlgSpan spans[3];
      guint n_spans = 0;
      guint at = 0;
      gboolean heading = g_rand_boolean (rand) && strstr (text, VLG_LINE_BREAK) == NULL;
      g_autofree char *markdown = NULL;
      g_autofree char *again = NULL;
      g_autofree char *source = NULL;
      g_autoptr(GPtrArray) lines = NULL;

      while (n_spans < 3 && at < (guint) length)
        {
          guint start = g_rand_int_range (rand, at, length);
          guint end = g_rand_int_range (rand, start + 1, length + 1);

          spans[n_spans].start = g_utf8_offset_to_pointer (text, start) - text;
          spans[n_spans].length = g_utf8_offset_to_pointer (text, end) - text - spans[n_spans].start;
          spans[n_spans++].style = g_rand_int_range (rand, 1, 4);
          at = end;
        }

      markdown = vlg_markdown_write_inline (text, spans, n_spans, heading, FALSE);
      source = g_strconcat (heading ? "# " : "", markdown, NULL);
      lines = vlg_text_lines_read (source);
      g_assert_cmpuint (lines->len, ==, 1);
      g_assert_cmpstr (get_line (lines, 0)->text, ==, text);
      again = vlg_markdown_write_inline (get_line (lines, 0)->text, get_line (lines, 0)->spans, get_line (lines, 0)->n_spans, heading, FALSE);
      g_assert_cmpstr (again, ==, markdown);

      /* Every letter has the style it was given. */
      for (guint s = 0; s < n_spans; s++)
        {
          guint middle = spans[s].start;
          VlgSpanStyle style = VLG_SPAN_PLAIN;

          if (g_unichar_isspace (g_utf8_get_char (text + middle)) || g_str_has_prefix (text + middle, VLG_LINE_BREAK))
            continue;
          for (guint r = 0; r < get_line (lines, 0)->n_spans; r++)
            {
              const VlgSpan *span = &get_line (lines, 0)->spans[r];

              if (middle >= span->start && middle < span->start + span->length)
                style = span->style & ~VLG_SPAN_SOURCE;
            }
          if (style != spans[s].style)
            g_test_message ("%s", markdown);
          g_assert_cmpint (style, ==, spans[s].style);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 4000);
}

static void
test_written (void)
{
  static const struct { const char *before; guint line; const char *text; const char *after; } cases[] = {
    { "a\n\n\nb\n", 0, "x", "x\n\n\nb\n" },
    { "a\n- b\n- c", 0, "x", "x\n\n- b\n- c" },
    { "- b\n- c\n", 0, "x", "- x\n- c\n" },
    { "1) b\n\n2) c\n", 1, "x", "1) b\n\n2) x\n" },
    { "* a\n    * b", 1, "x", "* a\n  * x" },
    { "Kopf\n====\n\ntext", 0, "10. Juli", "# 10. Juli\n\ntext" },
    { "text\n\n---\n\nmehr", 2, "10. Juli", "text\n\n---\n\n10\\. Juli" },
    { "> a\n> b\n\nc", 0, "> x", "> x\n> b\n\nc" },
    { "```\na\n```\n\nb", 2, "", "```\na\n\n```\n\nb" },
    { "```\na\n", 0, "```x", "```x\na\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) lines = vlg_text_lines_read (cases[i].before);
      g_autofree char *written = NULL;

      set_text (lines, cases[i].line, cases[i].text);
      written = vlg_text_lines_write (lines, NULL, NULL);
      if (i != 8)
        g_assert_cmpstr (written, ==, cases[i].after);
      else
        g_assert_nonnull (strstr (written, "\n\nb"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown-edit/lines", test_lines);
  g_test_add_func ("/markdown-edit/untouched", test_untouched);
  g_test_add_func ("/markdown-edit/untouched-generated", test_untouched_generated);
  g_test_add_func ("/markdown-edit/written", test_written);
  g_test_add_func ("/markdown-edit/definitions", test_definitions);
  g_test_add_func ("/markdown-edit/emphasis", test_emphasis);
  g_test_add_func ("/markdown-edit/anew", test_anew);
  g_test_add_func ("/markdown-edit/edited", test_edited);
  g_test_add_func ("/markdown-edit/one-edited", test_one_edited);

  return g_test_run ();
}
