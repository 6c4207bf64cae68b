/* test-office-file.c — Word and OpenDocument texts: what is kept, what is left out, what is refused
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>
#include <time.h>

#include "office-maker.h"
#include "vlg-archive.h"
#include "vlg-office-file.h"
#include "vlg-paper-reader.h"

typedef struct {
  const char *name;
  const char *body;
  const char *markdown;
} Case;

#define R(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define P(text) "<w:p>" R (text) "</w:p>"
#define ITEM(list, level, text) \
  "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" list "\"/></w:numPr></w:pPr>" R (text) "</w:p>"

static const Case word_cases[] = {
  { "paragraphs", P ("eins") P ("") P ("zwei"), "eins\n\nzwei" },
  { "emphasis",
    "<w:p>" R ("a ") "<w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r>" R (" ") "<w:r><w:rPr><w:i/><w:b w:val=\"1\"/></w:rPr><w:t>c</w:t></w:r>"
    "<w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t xml:space=\"preserve\"> d </w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"Fett\"/></w:rPr><w:t>e</w:t></w:r></w:p>",
    "a **b** ***c*** d **e**" },
  /* The mark at the end of a paragraph is bold, its words are not. */
  { "mark", "<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr>" R ("nicht fett") "</w:p>", "nicht fett" },
  { "headings", "<w:p><w:pPr><w:pStyle w:val=\"Amtstitel\"/></w:pPr>" R ("Anlass") "</w:p>" P ("Text"), "# Anlass\n\nText" },
  { "lists", ITEM ("1", "0", "eins") ITEM ("1", "0", "zwei") ITEM ("1", "1", "innen") ITEM ("2", "0", "Punkt") P ("Ende"),
    "1. eins\n2. zwei\n   1. innen\n\n- Punkt\n\nEnde" },
  { "list-goes-on", ITEM ("1", "0", "eins") P ("dazwischen") ITEM ("1", "0", "zwei") ITEM ("3", "0", "vier"), "1. eins\n\ndazwischen\n\n2. zwei\n3. vier" },
  { "breaks", "<w:p><w:r><w:t>oben</w:t><w:br/><w:t>unten</w:t><w:tab/><w:t>rechts</w:t></w:r></w:p>", "oben\\\nunten rechts" },
  { "table", "<w:tbl><w:tr><w:tc>" P ("a") "</w:tc><w:tc>" P ("b") "</w:tc></w:tr></w:tbl>" P ("c"), "a\n\nb\n\nc" },
  { "deleted", "<w:p>" R ("neu") "<w:del w:id=\"1\"><w:r><w:delText>alt</w:delText></w:r></w:del><w:ins w:id=\"2\">" R (" dazu") "</w:ins></w:p>", "neu dazu" },
  { "moved", "<w:p><w:moveFrom>" R ("weg") "</w:moveFrom><w:moveTo>" R ("hier") "</w:moveTo></w:p>", "hier" },
  { "hidden", "<w:p>" R ("da") "<w:r><w:rPr><w:vanish/></w:rPr><w:t>weg</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"Notiz\"/></w:rPr><w:t>weg</w:t></w:r></w:p>", "da" },
  { "field",
    "<w:p>" R ("Stand ") "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE \\@ \"d\"</w:instrText></w:r>"
    "<w:r><w:t>Vorrat</w:t></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" R ("heute") "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" R (".") "</w:p>",
    "Stand heute." },
  { "box",
    "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>"
    "<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" R (" ja") "</w:p>",
    "☒ ja" },
  { "text-box",
    "<w:p>" R ("außen") "<w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice><w:txbxContent>" P ("innen")
    "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" P ("innen") "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>",
    "innen\n\naußen" },
  { "notes",
    "<w:p>" R ("Satz") "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" R (" mit") "<w:r><w:endnoteReference w:id=\"2\"/></w:r>" R (".") "</w:p>" P ("Ende"),
    "Satz¹ mit².\n\n¹ Erste Note, weiter\n\n² Am Ende\n\nEnde" },
  /* What is not shown brings no note with it, and a note comes once, however often it is referred to. */
  { "hidden-note",
    "<w:p>" R ("Satz") "<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:endnoteReference w:id=\"2\"/></w:r>"
    "<w:r><w:endnoteReference w:id=\"2\"/></w:r>" R (".") "</w:p>",
    "Satz¹.\n\n¹ Am Ende" },
  { "comment", "<w:p><w:commentRangeStart w:id=\"0\"/>" R ("Satz") "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>", "Satz" },
  { "escaped", P ("10. Juli * 5 &lt; 6") P ("# kein Kopf"), "10\\. Juli * 5 < 6\n\n\\# kein Kopf" },
  { "other-prefix",
    "<x:p xmlns:x=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><x:r><x:rPr><x:b/></x:rPr><x:t>fett</x:t></x:r></x:p>", "**fett**" },
};

static const Case odt_cases[] = {
  { "paragraphs", "<text:p>eins</text:p>\n  <text:p/>\n<text:p>zwei  \n drei</text:p>", "eins\n\nzwei drei" },
  { "emphasis", "<text:p>a <text:span text:style-name=\"B\">b <text:span text:style-name=\"I\">c</text:span></text:span> d</text:p><text:p text:style-name=\"PB\">e</text:p>",
    "a **b *c*** d\n\n**e**" },
  { "headings", "<text:h text:outline-level=\"2\">Anlass</text:h><text:p>Text</text:p>", "## Anlass\n\nText" },
  { "lists",
    "<text:list text:style-name=\"N\"><text:list-item><text:p>eins</text:p><text:p>weiter</text:p></text:list-item><text:list-item><text:p>zwei</text:p>"
    "<text:list><text:list-item><text:p>innen</text:p></text:list-item></text:list></text:list-item></text:list><text:p>Ende</text:p>",
    "1. eins\n\n   weiter\n2. zwei\n   - innen\n\nEnde" },
  { "list-goes-on",
    "<text:list text:style-name=\"N\"><text:list-item><text:p>eins</text:p></text:list-item></text:list><text:p>dazwischen</text:p>"
    "<text:list text:style-name=\"N\" text:continue-numbering=\"true\"><text:list-item><text:p>zwei</text:p></text:list-item></text:list>",
    "1. eins\n\ndazwischen\n\n2. zwei" },
  { "breaks", "<text:p>oben<text:line-break/>unten<text:tab/>rechts<text:s text:c=\"3\"/>Rand</text:p>", "oben\\\nunten rechts Rand" },
  { "table",
    "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>",
    "a\n\nb" },
  { "left-out",
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>alt</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    "<text:p>da<office:annotation><text:p>Zuruf</text:p></office:annotation><text:span text:style-name=\"H\">weg</text:span>"
    "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Fuß</text:p></text:note-body></text:note>.</text:p>"
    "<text:section text:display=\"none\"><text:p>weg</text:p></text:section>",
    "da¹.\n\n¹ Fuß" },
  { "frame", "<text:p>außen<draw:frame><draw:text-box><text:p>innen</text:p></draw:text-box></draw:frame></text:p>", "innen\n\naußen" },
};

static void
check_case (const Case *one,
            GBytes     *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *markdown = vlg_office_file_to_markdown (bytes, "a", &error);

  g_assert_no_error (error);
  g_test_message ("%s", one->name);
  g_assert_cmpstr (markdown, ==, one->markdown);
}

static void
test_word (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (word_cases); i++)
    {
      g_autoptr (GBytes) bytes = make_docx (word_cases[i].body);

      check_case (&word_cases[i], bytes);
    }
}

static void
test_open_document (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (odt_cases); i++)
    {
      g_autoptr (GBytes) bytes = make_odt (odt_cases[i].body);

      check_case (&odt_cases[i], bytes);
    }
}

static void
assert_consultation (VlgMotion     *motion,
                     guint          index,
                     const char    *body,
                     VlgVisibility  visibility,
                     const char    *day,
                     int            in_favour,
                     int            abstentions)
{
  g_autoptr (VlgConsultation) consultation = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (motion)), index);
  VlgVotes votes;

  g_assert_nonnull (consultation);
  g_assert_cmpstr (vlg_consultation_get_body (consultation), ==, body);
  g_assert_cmpint (vlg_consultation_get_visibility (consultation), ==, visibility);
  g_assert_cmpint (vlg_consultation_get_day (consultation), ==, day != NULL ? vlg_day_parse_german (day) : VLG_DAY_NONE);
  votes = *vlg_consultation_get_votes (consultation);
  g_assert_cmpint (votes.in_favour, ==, in_favour);
  g_assert_cmpint (votes.abstentions, ==, abstentions);
}

static void
check_form (GBytes *bytes)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (VlgImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = vlg_paper_reader_read (bytes, "Vorlage.docx", profile, &report, &error);
  g_autoptr (VlgMark) mark = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED), ==, "");
  g_assert_cmpuint (vlg_import_report_get_n_unrecognised (report), ==, 0);
  g_assert_cmpstr (vlg_motion_get_number_text (motion), ==, "BV/017/2026/I-OB");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_SUBMITTER), ==, "Der Oberbürgermeister");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_TITLE), ==, "Neue Bänke am Fluss");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION), ==, "1. Es werden zehn Bänke aufgestellt.\n2. Die **Pflege** übernimmt das Amt.");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_LEGAL_BASIS), ==, "§ 45 KVG LSA");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_EXPERT_OPINIONS), ==, "");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_REASONING), ==, "Wer am Fluss sitzt,\n\nbleibt **gern** länger.");

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_consultations (motion))), ==, 3);
  assert_consultation (motion, 0, "Haupt- und Personalausschuss", VLG_VISIBILITY_NON_PUBLIC, "04.03.2026", 8, 1);
  assert_consultation (motion, 1, "Beirat für Bänke", VLG_VISIBILITY_PUBLIC, NULL, VLG_VOTES_ABSENT, VLG_VOTES_ABSENT);
  assert_consultation (motion, 2, "Stadtrat", VLG_VISIBILITY_PUBLIC, "18.03.2026", VLG_VOTES_ABSENT, VLG_VOTES_ABSENT);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_marks (motion))), ==, 1);
  mark = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_marks (motion)), 0);
  g_assert_cmpstr (vlg_mark_get_field (mark), ==, "community");
  g_assert_cmpstr (vlg_mark_get_goals (mark)[0], ==, "M01");
}

static void
test_word_form (void)
{
  g_autoptr (GBytes) bytes = make_docx_form ();

  check_form (bytes);
}

static void
test_open_document_form (void)
{
  g_autoptr (GBytes) bytes = make_odt_form ();

  check_form (bytes);
}

/* Lists whose numbers somebody typed, a value behind a bold heading, a line break, a whole form in one frame of a table. */
static void
test_typed_form (void)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (GBytes) bytes = make_docx (
    "<w:tbl><w:tr><w:tc>" P ("Drucksachen-Nr.:") "</w:tc><w:tc>" P ("BV/018/2026") "</w:tc></w:tr>"
    "<w:tr><w:tc>" P ("Titel:") "</w:tc><w:tc>" P ("Ein Zaun") "</w:tc></w:tr>"
    "<w:tr><w:tc>" P ("Beschluss:") "</w:tc><w:tc>" P ("1. Der Zaun wird gebaut.") P ("2. Er wird grün.") "</w:tc></w:tr></w:tbl>"
    "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Begründung: </w:t></w:r>" R ("Weil er\xc2\xa0" "fehlt") "<w:r><w:br/><w:t>und weil</w:t></w:r></w:p>");
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = vlg_paper_reader_read (bytes, "a.docx", profile, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (vlg_motion_get_number_text (motion), ==, "BV/018/2026");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_TITLE), ==, "Ein Zaun");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION), ==, "1. Der Zaun wird gebaut.\n2. Er wird grün.");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_REASONING), ==, "Weil er fehlt\\\nund weil");
}

static void
check_refused (const char *what,
               GBytes     *bytes,
               VlgError    code)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = vlg_paper_reader_read (bytes, "schlecht.docx", profile, NULL, &error);

  g_test_message ("%s: %s", what, error != NULL ? error->message : "read");
  g_assert_null (motion);
  g_assert_error (error, VLG_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "schlecht.docx"));
}

/* A whole reasoning in one cell of a table, beside a label: twice the paragraphs are to take twice the time, not four times. */
static void
test_long_row (void)
{
  const guint n = 150000;
  g_autoptr (GString) body = g_string_new ("<w:tbl><w:tr><w:tc>" P ("Sache") "</w:tc><w:tc>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (VlgFormLines) lines = NULL;
  g_autoptr (GError) error = NULL;
  clock_t start;

  for (guint i = 0; i < n; i++)
    g_string_append (body, P ("a"));
  g_string_append (body, "</w:tc></w:tr></w:tbl>");
  bytes = make_docx (body->str);
  start = clock ();
  lines = vlg_office_file_read_lines (bytes, "a.docx", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->lines->len, ==, n);
  g_assert_cmpstr (vlg_form_lines_get (lines, 0)->text, ==, "Sache\ta");
  g_test_message ("%u paragraphs in %.1f s", n, (double) (clock () - start) / CLOCKS_PER_SEC);
  g_assert_cmpfloat ((double) (clock () - start) / CLOCKS_PER_SEC, <, 10);
}

static GBytes *
make_bomb (void)
{
  g_autoptr (GString) body = g_string_sized_new (VLG_ARCHIVE_MEMBER_LIMIT + 200);

  while (body->len <= VLG_ARCHIVE_MEMBER_LIMIT)
    g_string_append (body, P ("0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"));

  return make_docx (body->str);
}

static void
test_refused (void)
{
  static const char wide[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
  g_autoptr (GBytes) word = make_docx (P ("Text"));
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (word, 0, g_bytes_get_size (word) / 2);
  g_autoptr (GBytes) protected = g_bytes_new_static (wide, sizeof wide);
  g_autoptr (GBytes) old = g_bytes_new_static ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" "WordDocument", 20);
  g_autoptr (GBytes) protected_odt = make_zip ("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "garbled", "META-INF/manifest.xml",
                                               "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:encryption-data/></m:manifest>", NULL);
  g_autoptr (GBytes) archive = make_zip ("Bild.txt", "kein Text", NULL);
  g_autoptr (GBytes) table = make_zip ("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<a/>", NULL);
  g_autoptr (GBytes) no_document = make_zip ("[Content_Types].xml", "<Types/>", NULL);
  g_autoptr (GBytes) no_content = make_zip ("mimetype", "application/vnd.oasis.opendocument.text", NULL);
  g_autoptr (GBytes) broken = make_zip ("[Content_Types].xml", "<Types/>", "word/document.xml", "<w:document><w:p>", NULL);
  g_autoptr (GBytes) broken_styles = make_zip ("word/document.xml", "<w:document/>", "word/styles.xml", "<<", NULL);
  g_autoptr (GBytes) empty_part = make_zip ("[Content_Types].xml", "<Types/>", "word/document.xml", "", NULL);
  g_autoptr (GBytes) empty = make_docx (P (" ") "<w:p/>");
  g_autoptr (GBytes) bomb = make_bomb ();

  check_refused ("cut", cut, VLG_ERROR_DAMAGED);
  check_refused ("protected", protected, VLG_ERROR_ENCRYPTED);
  check_refused ("old", old, VLG_ERROR_BINARY);
  check_refused ("protected odt", protected_odt, VLG_ERROR_ENCRYPTED);
  check_refused ("archive", archive, VLG_ERROR_BINARY);
  check_refused ("table", table, VLG_ERROR_BINARY);
  check_refused ("no document", no_document, VLG_ERROR_DAMAGED);
  check_refused ("no content", no_content, VLG_ERROR_DAMAGED);
  check_refused ("broken", broken, VLG_ERROR_DAMAGED);
  check_refused ("broken styles", broken_styles, VLG_ERROR_DAMAGED);
  check_refused ("empty part", empty_part, VLG_ERROR_DAMAGED);
  check_refused ("empty", empty, VLG_ERROR_EMPTY);
  g_assert_cmpuint (g_bytes_get_size (bomb), <, 1024 * 1024);
  check_refused ("bomb", bomb, VLG_ERROR_TOO_LARGE);
}

/* Bytes changed at random are read or refused, and nothing else. */
static void
test_damaged_at_random (void)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (GBytes) word = make_docx_form ();
  g_autoptr (GBytes) open_document = make_odt_form ();

  for (guint i = 0; i < 400; i++)
    {
      gsize length;
      const guint8 *data = g_bytes_get_data (i % 2 == 0 ? word : open_document, &length);
      guint8 *copy = g_memdup2 (data, length);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (VlgMotion) motion = NULL;

      for (int n = g_test_rand_int_range (1, 6); n > 0; n--)
        copy[g_test_rand_int_range (0, length)] = g_test_rand_int_range (0, 256);
      bytes = g_bytes_new_take (copy, length);
      motion = vlg_paper_reader_read (bytes, "a", profile, NULL, &error);
      g_assert_true ((motion != NULL) == (error == NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/office-file/word", test_word);
  g_test_add_func ("/office-file/open-document", test_open_document);
  g_test_add_func ("/office-file/word-form", test_word_form);
  g_test_add_func ("/office-file/open-document-form", test_open_document_form);
  g_test_add_func ("/office-file/typed-form", test_typed_form);
  g_test_add_func ("/office-file/long-row", test_long_row);
  g_test_add_func ("/office-file/refused", test_refused);
  g_test_add_func ("/office-file/damaged-at-random", test_damaged_at_random);

  return g_test_run ();
}
