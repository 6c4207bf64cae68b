/* test-html-text.c — what is left of HTML from office programs and browsers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-html-text.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *html;
  const char *markdown;
} Case;

static const Case cases[] = {
  { "empty", "", "" },
  { "plain", "nur Text", "nur Text" },
  { "paragraphs", "<p>eins</p>\n<p>zwei<br>drei</p>\n<p>&nbsp;</p><p></p>", "eins\n\nzwei\\\ndrei" },
  { "space", "<p>  viel \n\t Raum <b> fett </b>  hier</p>", "viel Raum **fett** hier" },
  { "escaped", "<p>10. Juli * 5 &lt; 6 [x]</p><p>- kein Punkt</p><p># kein Kopf</p>", "10\\. Juli * 5 < 6 [x]\n\n\\- kein Punkt\n\n\\# kein Kopf" },
  { "emphasis", "<p><strong>a</strong> <em>b</em> <i><b>c</b></i> <u>d</u> <span style='font-weight:bold'>e</span></p>", "**a** *b* ***c*** d **e**" },
  { "headings", "<h1>K</h1><h2><b>fett</b> und <i>kursiv</i></h2><h7>n</h7>", "# K\n\n## fett und *kursiv*\n\nn" },
  { "lists", "<ul><li>a</li><li><p>b</p><p>weiter</p><ol start=3><li>c</li><li>d</li></ol></li></ul><p>e</p>",
    "- a\n- b\n\n  weiter\n\n  3. c\n  4. d\n\ne" },
  { "list-in-list", "<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", "- a\n  - b\n- c" },
  { "table", "<table><tr><th>Kopf</th><td>eins</td></tr><tr><td><p>zwei</p></td><td></td></tr></table>", "Kopf\n\neins\n\nzwei" },
  { "dropped", "<style>p{}</style><script>x()</script><!-- weg --><p>da<img src=x><a href='https://example.org'>Verweis</a></p><p style='display:none'>weg</p>",
    "daVerweis" },
  { "pre", "<pre>a  b\n  c</pre>", "a  b\\\nc" },

  /* As LibreOffice Writer puts it on the clipboard. */
  { "writer",
    "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.0 Transitional//EN\">\n<html>\n<head>\n"
    "\t<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"/>\n\t<title></title>\n\t<meta name=\"generator\" content=\"Writer\"/>\n"
    "\t<style type=\"text/css\">\n\t\t@page { size: 21cm 29.7cm; margin: 2cm }\n\t\tp { line-height: 115% }\n\t</style>\n</head>\n"
    "<body lang=\"de-DE\" dir=\"ltr\">\n<h2 class=\"western\" style=\"line-height: 100%\"><font face=\"Sans\"><font size=\"4\">Anlaß</font></font></h2>\n"
    "<p style=\"margin-bottom: 0cm; line-height: 100%\">Der <b>Bau</b> des <i>Weges</i>\nwird <span style=\"font-weight: bold\">sofort</span> begonnen.</p>\n"
    "<ol>\n\t<li><p style=\"margin-bottom: 0cm\">\n\tPlanung</p>\n\t<li><p style=\"margin-bottom: 0cm\">Bau</p>\n\t<ul>\n\t\t<li><p>Norden</p></li>\n\t</ul>\n</ol>\n"
    "<p><br/>\n\n</p>\n</body>\n</html>",
    "## Anlaß\n\nDer **Bau** des *Weges* wird **sofort** begonnen.\n\n1. Planung\n2. Bau\n   - Norden" },

  /* As Word does. */
  { "word",
    "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:w=\"urn:schemas-microsoft-com:office:word\"><head><meta charset=utf-8>"
    "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {margin:0cm} --></style></head>"
    "<body lang=DE style='tab-interval:35.4pt'><!--StartFragment-->"
    "<p class=MsoNormal>Sehr <b style='mso-bidi-font-weight:normal'>wichtig</b><o:p></o:p></p>"
    "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"
    "<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span "
    "style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Erstens<o:p></o:p></p>"
    "<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span "
    "style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>Darunter</p>"
    "<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp; "
    "</span></span><![endif]>Zweitens</p>"
    "<p class=MsoNormal>Ende <span style='mso-hide:all;display:none'>versteckt</span>hier</p><!--EndFragment--></body></html>",
    "Sehr **wichtig**\n\n1. Erstens\n   - Darunter\n2. Zweitens\n\nEnde hier" },

  /* As browsers do. */
  { "browser",
    "<meta charset='utf-8'><span style=\"color: rgb(0, 0, 0); font-weight: 400; display: inline !important;\">Teil eines </span><b>Satzes</b>"
    "<br class=\"Apple-interchange-newline\">",
    "Teil eines **Satzes**" },
  { "web-office",
    "<meta charset=\"utf-8\"><b style=\"font-weight:normal;\" id=\"guid\"><p dir=\"ltr\"><span style=\"font-weight:400\">leicht </span><span "
    "style=\"font-weight:700\">schwer</span><span style=\"font-style:italic\"> schräg</span></p><ul><li dir=\"ltr\" aria-level=\"1\"><p>Punkt</p></li></ul></b>",
    "leicht **schwer** *schräg*\n\n- Punkt" },
};

static void
test_case (gconstpointer data)
{
  const Case *item = data;
  g_autofree char *markdown = vlg_html_to_markdown (item->html, strlen (item->html));

  g_assert_cmpstr (markdown, ==, item->markdown);
}

static void
test_encodings (void)
{
  g_autofree char *utf16 = NULL;
  g_autofree char *framed = NULL;
  g_autofree char *from_utf16 = NULL;
  g_autofree char *from_1252 = NULL;
  g_autofree char *from_ended = NULL;
  gsize length;

  utf16 = g_convert ("<p>Größe</p>", -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  framed = g_malloc (length + 2);
  memcpy (framed, "\xff\xfe", 2);
  memcpy (framed + 2, utf16, length);
  from_utf16 = vlg_html_to_markdown (framed, length + 2);
  g_assert_cmpstr (from_utf16, ==, "Größe");

  from_1252 = vlg_html_to_markdown ("<p>Gr\xf6\xdf" "e \x96 x</p>", 15);
  g_assert_cmpstr (from_1252, ==, "Größe – x");

  from_ended = vlg_html_to_markdown ("<p>a</p>\0\0\0", 11);
  g_assert_cmpstr (from_ended, ==, "a");
}

/* Cut off anywhere, or full of brackets, it is read without harm. */
static void
test_broken (void)
{
  const char *html = cases[G_N_ELEMENTS (cases) - 3].html;
  GString *deep = g_string_new (NULL);
  g_autofree char *result = NULL;

  for (gsize i = 0; i < strlen (html); i += 7)
    {
      g_autofree char *markdown = vlg_html_to_markdown (html, i);

      g_assert_true (g_utf8_validate (markdown, -1, NULL));
    }

  for (guint i = 0; i < 5000; i++)
    g_string_append (deep, "<ul><li>");
  g_string_append (deep, "x");
  result = vlg_html_to_markdown (deep->str, deep->len);
  g_assert_nonnull (result);
  g_string_free (deep, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/html-text/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/html-text/encodings", test_encodings);
  g_test_add_func ("/html-text/broken", test_broken);

  return g_test_run ();
}
