/* office-maker.c — Word and OpenDocument files made for a test
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "office-maker.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

static la_ssize_t
write_cb (struct archive *archive,
          void           *data,
          const void     *buffer,
          size_t          length)
{
  g_byte_array_append (data, buffer, length);

  return length;
}

GBytes *
make_zip (const char *path,
          ...)
{
  GByteArray *data = g_byte_array_new ();
  struct archive *archive = archive_write_new ();
  va_list arguments;

  archive_write_set_format_zip (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  g_assert_cmpint (archive_write_open (archive, data, NULL, write_cb, NULL), ==, ARCHIVE_OK);
  va_start (arguments, path);
  for (; path != NULL; path = va_arg (arguments, const char *))
    {
      const char *content = va_arg (arguments, const char *);
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, path);
      archive_entry_set_size (entry, strlen (content));
      archive_entry_set_filetype (entry, AE_IFREG);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      archive_write_data (archive, content, strlen (content));
      archive_entry_free (entry);
    }
  va_end (arguments);
  archive_write_close (archive);
  archive_write_free (archive);

  return g_byte_array_free_to_bytes (data);
}

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

static const char word_styles[] =
  "<w:styles " W ">"
  "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Standard\"><w:name w:val=\"Normal\"/></w:style>"
  "<w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:basedOn w:val=\"Standard\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
  "<w:style w:type=\"paragraph\" w:styleId=\"Amtstitel\"><w:basedOn w:val=\"berschrift1\"/></w:style>"
  "<w:style w:type=\"character\" w:styleId=\"Fett\"><w:rPr><w:b/></w:rPr></w:style>"
  "<w:style w:type=\"character\" w:styleId=\"Notiz\"><w:rPr><w:vanish/></w:rPr></w:style>"
  "</w:styles>";

static const char word_lists[] =
  "<w:numbering " W ">"
  "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/></w:lvl>"
  "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/></w:lvl></w:abstractNum>"
  "<w:abstractNum w:abstractNumId=\"8\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum>"
  "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num>"
  "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"4\"/></w:lvlOverride></w:num>"
  "</w:numbering>";

static const char word_relations[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
  "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>"
  "</Relationships>";

GBytes *
make_docx (const char *body)
{
  g_autofree char *document = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document " W "><w:body>%s"
                                               "<w:sectPr><w:headerReference w:type=\"default\"/></w:sectPr></w:body></w:document>", body);

  return make_zip ("[Content_Types].xml", "<Types/>", "_rels/.rels", word_relations, "word/document.xml", document,
                   "word/styles.xml", word_styles, "word/numbering.xml", word_lists,
                   "word/footnotes.xml",
                   "<w:footnotes " W "><w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:t>Strich</w:t></w:r></w:p></w:footnote>"
                   "<w:footnote w:id=\"2\"><w:p><w:pPr><w:pStyle w:val=\"Fett\"/></w:pPr><w:r><w:footnoteRef/><w:t xml:space=\"preserve\"> Erste Note,</w:t></w:r></w:p>"
                   "<w:p><w:r><w:t>weiter</w:t></w:r></w:p></w:footnote></w:footnotes>",
                   "word/endnotes.xml", "<w:endnotes " W "><w:endnote w:id=\"2\"><w:p><w:r><w:t>Am Ende</w:t></w:r></w:p></w:endnote></w:endnotes>",
                   "word/header1.xml", "<w:hdr " W "><w:p><w:r><w:t>Kopf</w:t></w:r></w:p></w:hdr>", NULL);
}

#define ODF "urn:oasis:names:tc:opendocument:xmlns:"
#define NAMESPACES \
  "xmlns:office=\"" ODF "office:1.0\" xmlns:text=\"" ODF "text:1.0\" xmlns:table=\"" ODF "table:1.0\" xmlns:style=\"" ODF "style:1.0\" " \
  "xmlns:fo=\"" ODF "xsl-fo-compatible:1.0\" xmlns:draw=\"" ODF "drawing:1.0\""

GBytes *
make_odt (const char *body)
{
  g_autofree char *content = g_strdup_printf (
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content " NAMESPACES "><office:automatic-styles>"
    "<style:style style:name=\"B\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/></style:style>"
    "<style:style style:name=\"I\" style:family=\"text\"><style:text-properties fo:font-style=\"italic\"/></style:style>"
    "<style:style style:name=\"H\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>"
    "<style:style style:name=\"PB\" style:family=\"paragraph\" style:parent-style-name=\"Grund\"/>"
    "<text:list-style style:name=\"N\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/>"
    "<text:list-level-style-bullet text:level=\"2\"/></text:list-style>"
    "<text:list-style style:name=\"U\"><text:list-level-style-bullet text:level=\"1\"/></text:list-style>"
    "</office:automatic-styles><office:body><office:text>%s</office:text></office:body></office:document-content>", body);

  return make_zip ("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", content,
                   "styles.xml",
                   "<office:document-styles " NAMESPACES "><office:styles><style:style style:name=\"Grund\" style:family=\"paragraph\">"
                   "<style:text-properties fo:font-weight=\"bold\"/></style:style></office:styles><office:master-styles>"
                   "<style:master-page><style:header><text:p>Kopf</text:p></style:header></style:master-page></office:master-styles></office:document-styles>",
                   "META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"" ODF "manifest:1.0\"/>", NULL);
}

/* One description of the form for both; '|' parts the cells of a row. */
static const char * const form[] = {
  "Drucksachen-Nr.: BV/017/2026/I-OB",
  "Einreicher:\tDer Oberbürgermeister",
  "Verantwortlich für die Umsetzung: Amt für Stadtgrün",
  "",
  "Beratungsfolge|Status|Termin|Für|Gegen|Enthaltung|Bestätigung",
  "Haupt- und Personalausschuss|nicht öffentlich|04.03.2026|8|0|01|",
  "Beirat für Bänke|öffentlich||||| ",
  "Stadtrat|öffentlich|18.03.2026||||",
  "",
  "Titel:",
  "Neue Bänke am Fluss",
  "*Beschluss:*",
  "#1. Es werden zehn Bänke aufgestellt.",
  "#2. Die *Pflege* übernimmt das Amt.",
  "Gesetzliche Grundlagen:",
  "§ 45 KVG LSA",
  "Bereits gefasste und/oder zu ändernde Beschlüsse:",
  "keine",
  "Vorliegende Gutachten und/oder Stellungnahmen:",
  "Hinweise zur Veröffentlichung:",
  "Relevanz mit Leitbild",
  "Handlungsfeld|Ziel-Nummer",
  "Wirtschaft, Tourismus, Bildung und Wissenschaft [ ]|",
  "Kultur, Freizeit und Sport [ ]|",
  "Stadtentwicklung, Wohnen und Verkehr [ ]|",
  "Handel und Versorgung [ ]|",
  "Landschaft und Umwelt [ ]|",
  "Soziales Miteinander [x]|M01",
  "Vorlage nicht leitbildrelevant [ ]|",
  "Begründung: Wer am Fluss sitzt,",
  "bleibt *gern* länger.",
  NULL
};

typedef struct {
  const char *paragraph, *item, *item_end, *bold, *bold_end, *text, *text_end, *paragraph_end, *tab;
  const char *table, *row, *cell, *cell_end, *row_end, *table_end;
} Markup;

static const Markup word = {
  "<w:p>", "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>", "</w:p>",
  "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">", "</w:t></w:r>", "<w:r><w:t xml:space=\"preserve\">", "</w:t></w:r>", "</w:p>",
  "</w:t><w:tab/><w:t>",
  "<w:tbl><w:tblPr/>", "<w:tr>", "<w:tc><w:tcPr/>", "</w:tc>", "</w:tr>", "</w:tbl>",
};

static const Markup open_document = {
  "<text:p>", "<text:list text:style-name=\"N\" text:continue-numbering=\"true\"><text:list-item><text:p>", "</text:p></text:list-item></text:list>",
  "<text:span text:style-name=\"B\">", "</text:span>", "", "", "</text:p>", "<text:tab/>",
  "<table:table>", "<table:table-row>", "<table:table-cell>", "</table:table-cell>", "</table:table-row>", "</table:table>",
};

static void
append_words (GString      *out,
              const Markup *markup,
              const char   *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "*", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) stretches = g_strsplit (parts[i], "\t", -1);
      g_autofree char *joined = g_strjoinv (markup->tab, stretches);

      g_string_append (out, i % 2 == 1 ? markup->bold : markup->text);
      g_string_append (out, joined);
      g_string_append (out, i % 2 == 1 ? markup->bold_end : markup->text_end);
    }
}

static void
append_row (GString      *out,
            const Markup *markup,
            const char   *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "|", -1);

  g_string_append (out, markup->row);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_string_append_printf (out, "%s%s", markup->cell, markup->paragraph);
      append_words (out, markup, cells[i]);
      g_string_append_printf (out, "%s%s", markup->paragraph_end, markup->cell_end);
    }
  g_string_append (out, markup->row_end);
}

static char *
make_form (const Markup *markup)
{
  GString *out = g_string_new (NULL);
  gboolean in_table = FALSE;

  for (guint i = 0; form[i] != NULL; i++)
    {
      gboolean is_row = strchr (form[i], '|') != NULL;

      if (is_row != in_table)
        g_string_append (out, is_row ? markup->table : markup->table_end);
      in_table = is_row;
      if (is_row)
        append_row (out, markup, form[i]);
      else if (form[i][0] == '#')
        {
          g_string_append (out, markup->item);
          append_words (out, markup, form[i] + strlen ("#1. "));
          g_string_append (out, markup->item_end);
        }
      else
        {
          g_string_append (out, markup->paragraph);
          append_words (out, markup, form[i]);
          g_string_append (out, markup->paragraph_end);
        }
    }

  return g_string_free (out, FALSE);
}

GBytes *
make_docx_form (void)
{
  g_autofree char *body = make_form (&word);

  return make_docx (body);
}

GBytes *
make_odt_form (void)
{
  g_autofree char *body = make_form (&open_document);

  return make_odt (body);
}
