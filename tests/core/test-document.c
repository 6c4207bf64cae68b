/* test-document.c — the block model and the escaping of plain text
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "vlg-document.h"

static void
assert_block (VlgDocument  *document,
              guint         index,
              VlgBlockType  type,
              guint         depth,
              const char   *marker,
              const char   *text)
{
  const VlgTextBlock *block;

  g_assert_cmpuint (index, <, vlg_document_get_n_blocks (document));
  block = vlg_document_get_block (document, index);
  g_assert_cmpint (block->type, ==, type);
  g_assert_cmpuint (block->depth, ==, depth);
  g_assert_cmpstr (block->marker, ==, marker);
  g_assert_cmpstr (block->text, ==, text);
}

static void
test_blocks (void)
{
  g_autoptr(VlgDocument) document = vlg_document_new ("# Anlass\n\nErste Zeile\nzweite Zeile\\\ndritte\n\n> gesagt\n\n    code\n    mehr\n\n***\n\n<b>roh</b>\n");

  g_assert_cmpuint (vlg_document_get_n_blocks (document), ==, 6);
  assert_block (document, 0, VLG_BLOCK_HEADING, 0, NULL, "Anlass");
  g_assert_cmpuint (vlg_document_get_block (document, 0)->level, ==, 1);
  assert_block (document, 1, VLG_BLOCK_PARAGRAPH, 0, NULL, "Erste Zeile zweite Zeile\ndritte");
  g_assert_cmpuint (vlg_document_get_block (document, 1)->source_start, ==, 3);
  g_assert_cmpuint (vlg_document_get_block (document, 1)->source_end, ==, 5);
  assert_block (document, 2, VLG_BLOCK_QUOTE, 0, NULL, "gesagt");
  assert_block (document, 3, VLG_BLOCK_CODE, 0, NULL, "code\nmehr");
  assert_block (document, 4, VLG_BLOCK_RULE, 0, NULL, "");
  assert_block (document, 5, VLG_BLOCK_PARAGRAPH, 0, NULL, "<b>roh</b>");
}

static void
test_lists (void)
{
  g_autoptr(VlgDocument) document = vlg_document_new ("3. eins\n4. zwei\n\n   noch zwei\n   - innen\n     - tiefer\n5.\n6) anders\n\n- # Kopf\n");

  g_assert_cmpuint (vlg_document_get_n_blocks (document), ==, 9);
  assert_block (document, 0, VLG_BLOCK_LIST_ITEM, 1, "3.", "eins");
  g_assert_true (vlg_document_get_block (document, 0)->ordered);
  assert_block (document, 1, VLG_BLOCK_LIST_ITEM, 1, "4.", "zwei");
  assert_block (document, 2, VLG_BLOCK_PARAGRAPH, 1, NULL, "noch zwei");
  assert_block (document, 3, VLG_BLOCK_LIST_ITEM, 2, "•", "innen");
  g_assert_false (vlg_document_get_block (document, 3)->ordered);
  assert_block (document, 4, VLG_BLOCK_LIST_ITEM, 3, "•", "tiefer");
  assert_block (document, 5, VLG_BLOCK_LIST_ITEM, 1, "5.", "");
  assert_block (document, 6, VLG_BLOCK_LIST_ITEM, 1, "6)", "anders");
  assert_block (document, 7, VLG_BLOCK_LIST_ITEM, 1, "•", "");
  assert_block (document, 8, VLG_BLOCK_HEADING, 1, NULL, "Kopf");
}

static void
test_spans (void)
{
  g_autoptr(VlgDocument) document = vlg_document_new ("ein **fettes *und* schräges** Wort, `code`, [Verweis](http://x.invalid/), <i>");
  const VlgTextBlock *block;
  static const VlgSpan expected[] = {
    { 4, 7, VLG_SPAN_STRONG },
    { 11, 3, VLG_SPAN_STRONG | VLG_SPAN_EMPH },
    { 14, 10, VLG_SPAN_STRONG },
    { 31, 4, VLG_SPAN_CODE },
  };

  assert_block (document, 0, VLG_BLOCK_PARAGRAPH, 0, NULL, "ein fettes und schräges Wort, code, Verweis, <i>");
  block = vlg_document_get_block (document, 0);
  g_assert_cmpuint (block->n_spans, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpuint (block->spans[i].start, ==, expected[i].start);
      g_assert_cmpuint (block->spans[i].length, ==, expected[i].length);
      g_assert_cmpint (block->spans[i].style, ==, expected[i].style);
    }
}

static void
test_plain (void)
{
  g_autofree char *plain = vlg_markdown_to_plain ("# Kopf\n\nText **fett**\nweiter\n\n1. eins\n2. zwei\n   - drei\n\n---\n\nSchluss");
  g_autofree char *empty = vlg_markdown_to_plain ("");
  g_autofree char *null = vlg_markdown_to_plain (NULL);
  g_autofree char *broken = vlg_markdown_to_plain ("a\xff\xfe b");

  g_assert_cmpstr (plain, ==, "Kopf\nText fett weiter\n1. eins\n2. zwei\n• drei\nSchluss");
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (null, ==, "");
  g_assert_true (g_utf8_validate (broken, -1, NULL));
}

static void
test_deep (void)
{
  g_autoptr(GString) quotes = g_string_new (NULL);
  g_autoptr(VlgDocument) document = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (quotes, "> ");
  g_string_append (quotes, "tief");
  document = vlg_document_new (quotes->str);

  g_assert_cmpuint (vlg_document_get_n_blocks (document), ==, 1);
  assert_block (document, 0, VLG_BLOCK_QUOTE, 0, NULL, "tief");
}

/* What the escaped text must read back as: lines without blanks at their ends, joined by one blank, paragraphs by a line end. */
static char *
normalise (const char *plain)
{
  GString *out = g_string_new (NULL);
  g_auto(GStrv) lines = g_strsplit (plain, "\n", -1);
  gboolean fresh = TRUE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i] + strspn (lines[i], " \t\v\f");
      gsize length = strlen (line);

      while (length > 0 && strchr (" \t\v\f", line[length - 1]) != NULL)
        length--;
      if (length == 0)
        {
          fresh = TRUE;
          continue;
        }
      if (out->len > 0)
        g_string_append_c (out, fresh ? '\n' : ' ');
      g_string_append_len (out, line, length);
      fresh = FALSE;
    }

  return g_string_free (out, FALSE);
}

static void
assert_reads_back (const char *plain)
{
  g_autofree char *escaped = vlg_markdown_escape (plain);
  g_autofree char *expected = normalise (plain);
  g_autoptr(VlgDocument) document = vlg_document_new (escaped);
  g_autofree char *actual = vlg_document_to_plain (document);

  if (g_strcmp0 (actual, expected) != 0)
    g_test_message ("plain <%s> escaped <%s>", plain, escaped);
  g_assert_cmpstr (actual, ==, expected);
  for (guint i = 0; i < vlg_document_get_n_blocks (document); i++)
    {
      const VlgTextBlock *block = vlg_document_get_block (document, i);

      if (block->type != VLG_BLOCK_PARAGRAPH || block->n_spans > 0)
        g_test_message ("plain <%s> escaped <%s>", plain, escaped);
      g_assert_cmpint (block->type, ==, VLG_BLOCK_PARAGRAPH);
      g_assert_cmpuint (block->n_spans, ==, 0);
      g_assert_cmpuint (block->depth, ==, 0);
    }
}

static void
test_escape_known (void)
{
  static const char * const cases[][2] = {
    { "Der Stadtrat beschließt.", "Der Stadtrat beschließt." },
    { "10. Juli", "10\\. Juli" },
    { "bis zum\n10. Juli", "bis zum\n10. Juli" },
    { "bis\n1. Juli", "bis\n1\\. Juli" },
    { "3) drittens", "3\\) drittens" },
    { "2017. Das", "2017\\. Das" },
    { "10.07.2013 beschlossen", "10.07.2013 beschlossen" },
    { "- Strich", "\\- Strich" },
    { "-5 Grad", "-5 Grad" },
    { "+ plus", "\\+ plus" },
    { "# Kopf", "\\# Kopf" },
    { "#Schlagwort", "#Schlagwort" },
    { "Akteure*innen und Bürger*innen", "Akteure\\*innen und Bürger*innen" },
    { "Akteure*innen", "Akteure*innen" },
    { "eine * allein", "eine * allein" },
    { "datei_name_lang", "datei_name_lang" },
    { "_kursiv_", "\\_kursiv_" },
    { "***", "\\***" },
    { "Text\n===", "Text\n\\===" },
    { "Text\n---", "Text\n\\---" },
    { "a = b", "a = b" },
    { "[  ] offen", "[  ] offen" },
    { "[x]", "[x]" },
    { "[x](y)", "\\[x](y)" },
    { "[x]: y", "\\[x]: y" },
    { "Müller & Söhne", "Müller & Söhne" },
    { "&amp;", "\\&amp;" },
    { "<b>", "\\<b>" },
    { "ein <b> Wort", "ein <b> Wort" },
    { "<div>", "\\<div>" },
    { "a < b > c", "a < b > c" },
    { "> Zitat", "\\> Zitat" },
    { "`code`", "\\`code`" },
    { "```", "\\```" },
    { "C:\\Ordner\\", "C:\\Ordner\\" },
    { "\\*", "\\\\*" },
    { "eins  \nzwei\t", "eins\nzwei" },
    { "    code", "code" },
    { "\n\n eins\n \n\n zwei \n\n", "eins\n\nzwei" },
    { "eins\r\nzwei\r\rdrei", "eins\nzwei\n\ndrei" },
    { "\xef\xbb\xbf# Kopf", "\\# Kopf" },
    { "", "" },
  };
  g_autofree char *null = vlg_markdown_escape (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *escaped = vlg_markdown_escape (cases[i][0]);

      g_assert_cmpstr (escaped, ==, cases[i][1]);
    }
  g_assert_cmpstr (null, ==, "");
}

static void
test_escape_random (void)
{
  static const char * const pieces[] = {
    " ", " ", " ", "\n", "\n", "\n\n", "\t", "  \n", "\\", "\\\n", "`", "``", "```", "~~~", "*", "**", "***", "_", "__", "[", "]", "(", ")",
    "[x]", "[x]: ", "![", "<", ">", "<b>", "</div>", "<div>", "<!--", "-->", "<?", "<script>", "<pre", "http://x.de", "<http://x.de>", "&", "&amp;",
    "&#42;", "&#0;", ";", "#", "##", "-", "- ", "---", "- - -", "+ ", "* ", "=", "===", "1", "1. ", "10. Juli", "1) ", "999999999. ", "1234567890. ", ".",
    "!", "\"", "'", "|", ":", "~", "    code", "a", "b", "Wort", "ä", "ß", "–", "§", "\xc2\xa0", "\xe2\x80\x8b", "\xf0\x9f\x98\x80", "e\xcc\x81", "\f", "\v", "\x01", "\x7f", "\xef\xbf\xbd",
  };

  for (guint i = 0; i < 20000; i++)
    {
      guint n = g_test_rand_int_range (1, 24);
      g_autoptr(GString) plain = g_string_new (NULL);

      for (guint j = 0; j < n; j++)
        g_string_append (plain, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      assert_reads_back (plain->str);
    }
}

/* Taking any one backslash out must change what is read: none is there in vain. */
static void
test_escape_fewest (void)
{
  static const char alphabet[] = "*_`[]()<>&;#+-=~!\\ab 1.)\n ";
  guint needless = 0, total = 0;

  for (guint i = 0; i < 3000; i++)
    {
      guint n = g_test_rand_int_range (1, 16);
      g_autoptr(GString) plain = g_string_new (NULL);
      g_autofree char *escaped = NULL;
      g_autofree char *expected = NULL;

      for (guint j = 0; j < n; j++)
        g_string_append_c (plain, alphabet[g_test_rand_int_range (0, strlen (alphabet))]);
      escaped = vlg_markdown_escape (plain->str);
      expected = normalise (plain->str);

      for (const char *p = strchr (escaped, '\\'); p != NULL; p = strchr (p, '\\'))
        {
          g_autofree char *without = g_strdup_printf ("%.*s%s", (int) (p - escaped), escaped, p + 1);
          g_autoptr(VlgDocument) document = vlg_document_new (without);
          g_autofree char *read = vlg_document_to_plain (document);
          gboolean same = g_str_equal (read, expected);

          for (guint j = 0; same && j < vlg_document_get_n_blocks (document); j++)
            same = vlg_document_get_block (document, j)->type == VLG_BLOCK_PARAGRAPH && vlg_document_get_block (document, j)->n_spans == 0;
          if (same && strstr (without, "<") == NULL)
            needless++;
          total++;
          p += p[1] == '\\' ? 2 : 1;
        }
    }

  g_test_message ("%u of %u backslashes needless", needless, total);
  g_assert_cmpuint (needless * 100, <=, total);
}

static void
test_large (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(VlgDocument) document = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *plain = NULL;
  gint64 start;
  double parse, escape;

  while (text->len < 1024 * 1024)
    g_string_append (text, "Die Verwaltung (siehe BV/024/2013) berichtet den Akteur*innen\nund Bürger*innen bis zum\n10. Juli – mit *Sternen* und [ ] "
                           "Kästchen & mehr. Das ist ein Absatz von üblicher Länge,\nwie er in Anlagen zu Hunderten steht.\n\n");

  start = g_get_monotonic_time ();
  escaped = vlg_markdown_escape (text->str);
  escape = (g_get_monotonic_time () - start) / 1000.0;

  start = g_get_monotonic_time ();
  document = vlg_document_new (escaped);
  parse = (g_get_monotonic_time () - start) / 1000.0;
  plain = vlg_document_to_plain (document);

  g_test_message ("1 MiB: escape %.1f ms, parse %.1f ms", escape, parse);
  g_assert_cmpuint (strlen (plain), >, 1000 * 1000);
  /* Far above what it takes, but below what anything quadratic would. */
  g_assert_cmpfloat (parse, <, 2000);
  g_assert_cmpfloat (escape, <, 5000);
}

/* One enormous paragraph full of marks must not take the reduction to quadratic time. */
static void
test_large_paragraph (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  gint64 start = g_get_monotonic_time ();
  double elapsed;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "*a* _b_ `c` [d](e) ");
  assert_reads_back (text->str);
  elapsed = (g_get_monotonic_time () - start) / 1000.0;

  g_test_message ("%.1f ms", elapsed);
  g_assert_cmpfloat (elapsed, <, 10000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/document/blocks", test_blocks);
  g_test_add_func ("/core/document/lists", test_lists);
  g_test_add_func ("/core/document/spans", test_spans);
  g_test_add_func ("/core/document/plain", test_plain);
  g_test_add_func ("/core/document/deep", test_deep);
  g_test_add_func ("/core/document/escape-known", test_escape_known);
  g_test_add_func ("/core/document/escape-random", test_escape_random);
  g_test_add_func ("/core/document/escape-fewest", test_escape_fewest);
  g_test_add_func ("/core/document/large", test_large);
  g_test_add_func ("/core/document/large-paragraph", test_large_paragraph);

  return g_test_run ();
}
