/* vlg-docx.c — the text of a Word file (Office Open XML)
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-docx.h"

#include <string.h>

#include "vlg-docx-notes.h"
#include "vlg-docx-styles.h"

/* A paragraph around what is being read. */
typedef struct {
  VlgTextLine  *line;      /* borrowed */
  VlgDocxFormat format;    /* its own, then completed by its style */
  char         *style;
  gboolean      settled;   /* its properties have been read */
} Paragraph;

typedef struct {
  /* borrowed */
  VlgOfficeText *text;
  GHashTable    *footnotes;   /* id → text */
  GHashTable    *endnotes;

  /* owned */
  VlgDocxStyles *styles;
  GArray        *paragraphs;  /* Paragraph, innermost last */
  GArray        *fields;      /* gboolean: whether the code of that field is being read; innermost last */
  char          *run_style;

  VlgDocxFormat run;
  guint    skipped;         /* depth within an element that is left out */
  guint    cell_span;
  gboolean in_paragraph_properties;
  gboolean in_run_properties;
  gboolean in_words;        /* "w:t" and its like */
  gboolean has_box;         /* a box to tick, in the field that begins */
  gboolean box_ticked;
} Reader;

/* ISO/IEC 29500-1: deletions and moves away, codes of fields, what properties were before a tracked change, properties of controls and pages, the copy
 * of a drawing for older programs, the small print of ruby. */
static const char * const left_out[] = {
  "w:del", "w:moveFrom", "w:delText", "w:instrText", "w:delInstrText", "w:rPrChange", "w:pPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange",
  "w:sectPrChange", "w:tblGridChange", "w:sdtPr", "w:sectPr", "mc:Fallback", "w:rt", NULL,
};

static void
clear_paragraph (gpointer data)
{
  g_free (((Paragraph *) data)->style);
}

static Paragraph *
get_paragraph (Reader *self)
{
  return self->paragraphs->len > 0 ? &g_array_index (self->paragraphs, Paragraph, self->paragraphs->len - 1) : NULL;
}

/* Once its properties are known: what it is. */
static void
settle_paragraph (Reader *self)
{
  Paragraph *paragraph = get_paragraph (self);
  VlgTextLine *line = paragraph->line;
  gboolean ordered;
  guint number;

  if (paragraph->settled)
    return;
  paragraph->settled = TRUE;
  vlg_docx_styles_complete (self->styles, paragraph->style, TRUE, &paragraph->format);

  if (paragraph->format.outline >= 0 && paragraph->format.outline < 9)
    {
      line->kind = VLG_LINE_HEADING;
      line->level = MIN (paragraph->format.outline + 1, 6);
    }
  else if (paragraph->format.list > 0
           && vlg_docx_styles_count_item (self->styles, paragraph->format.list, MAX (paragraph->format.level, 0), &ordered, &number))
    {
      line->kind = VLG_LINE_ITEM;
      line->depth = MAX (paragraph->format.level, 0) + 1;
      line->ordered = ordered;
      line->mark = ordered ? '.' : '-';
      line->start = number;
    }
}

/* How what stands here looks; FALSE where nothing of it is seen. */
static gboolean
get_format (Reader        *self,
            VlgDocxFormat *format)
{
  Paragraph *paragraph = get_paragraph (self);

  if (paragraph == NULL || self->in_paragraph_properties)
    return FALSE;
  for (guint i = 0; i < self->fields->len; i++)
    if (g_array_index (self->fields, gboolean, i))
      return FALSE;

  settle_paragraph (self);
  *format = self->run;
  vlg_docx_styles_complete (self->styles, self->run_style, FALSE, format);
  if (format->bold == VLG_TOGGLE_UNSET)
    format->bold = paragraph->format.bold;
  if (format->italic == VLG_TOGGLE_UNSET)
    format->italic = paragraph->format.italic;
  if (format->hidden == VLG_TOGGLE_UNSET)
    format->hidden = paragraph->format.hidden;

  return format->hidden != VLG_TOGGLE_ON;
}

static void
add (Reader     *self,
     const char *words)
{
  VlgDocxFormat format;

  if (get_format (self, &format))
    vlg_office_text_add (self->text, words, format.bold == VLG_TOGGLE_ON, format.italic == VLG_TOGGLE_ON);
}

static void
add_symbol (Reader       *self,
            VlgOfficeXml *xml)
{
  const char *code = vlg_office_xml_get (xml, "w:char");
  char utf8[8] = { 0, };
  gunichar c = code != NULL ? g_ascii_strtoull (code, NULL, 16) : 0;

  if (c == 0 || !g_unichar_validate (c))
    return;
  g_unichar_to_utf8 (c, utf8);
  add (self, utf8);
}

static void
add_break (Reader       *self,
           VlgOfficeXml *xml)
{
  const char *type = vlg_office_xml_get (xml, "w:type");

  if (get_paragraph (self) == NULL || self->in_paragraph_properties)
    return;
  if (g_strcmp0 (type, "page") == 0)
    vlg_office_text_break_page (self->text);
  else
    vlg_office_text_add_break (self->text);
}

/* What is at the foot of the page, or at the end. Each is referred to once; another reference would only copy it. */
static void
add_note (Reader       *self,
          VlgOfficeXml *xml,
          GHashTable   *notes)
{
  const char *id = vlg_office_xml_get (xml, "w:id");
  g_autofree char *key = NULL;
  g_autofree char *note = NULL;
  VlgDocxFormat format;

  if (id == NULL || !get_format (self, &format) || !g_hash_table_steal_extended (notes, id, (gpointer *) &key, (gpointer *) &note))
    return;
  vlg_office_text_add_note (self->text, note);
}

static void
field_char (Reader       *self,
            VlgOfficeXml *xml)
{
  const char *type = vlg_office_xml_get (xml, "w:fldCharType");
  gboolean code = TRUE;

  if (g_strcmp0 (type, "begin") == 0)
    g_array_append_val (self->fields, code);
  else if (self->fields->len > 0 && g_strcmp0 (type, "separate") == 0)
    g_array_index (self->fields, gboolean, self->fields->len - 1) = FALSE;
  else if (self->fields->len > 0 && g_strcmp0 (type, "end") == 0)
    g_array_set_size (self->fields, self->fields->len - 1);
}

static void
begin_paragraph (Reader *self)
{
  Paragraph paragraph = { vlg_office_text_begin_paragraph (self->text), VLG_DOCX_FORMAT_INIT, };

  g_array_append_val (self->paragraphs, paragraph);
}

static gboolean
is_on (const char *value)
{
  return value == NULL || g_str_equal (value, "1") || g_str_equal (value, "true") || g_str_equal (value, "on");
}

static void
start_paragraph_property (Reader       *self,
                          VlgOfficeXml *xml,
                          const char   *element)
{
  Paragraph *paragraph = get_paragraph (self);

  /* Properties of a run there are those of the mark at the paragraph's end. */
  if (g_str_equal (element, "w:rPr"))
    self->in_run_properties = TRUE;
  else if (self->in_run_properties)
    return;
  else if (g_str_equal (element, "w:pStyle"))
    {
      g_free (paragraph->style);
      paragraph->style = g_strdup (vlg_office_xml_get (xml, "w:val"));
    }
  else if (g_str_equal (element, "w:pageBreakBefore") && is_on (vlg_office_xml_get (xml, "w:val")))
    vlg_office_text_break_page (self->text);
  else
    vlg_docx_format_read (&paragraph->format, xml, element);
}

static gboolean
start_table (Reader       *self,
             VlgOfficeXml *xml,
             const char   *element)
{
  if (g_str_equal (element, "w:tbl"))
    vlg_office_text_begin_table (self->text);
  else if (g_str_equal (element, "w:tr"))
    vlg_office_text_begin_row (self->text);
  else if (g_str_equal (element, "w:gridBefore"))
    vlg_office_text_next_cell (self->text, vlg_office_xml_get_int (xml, "w:val", 0, 100));
  else if (g_str_equal (element, "w:tc"))
    self->cell_span = 1;
  else if (g_str_equal (element, "w:gridSpan"))
    self->cell_span = vlg_office_xml_get_int (xml, "w:val", 1, 100);
  else
    return FALSE;

  return TRUE;
}

static void
start_in_run (Reader       *self,
              VlgOfficeXml *xml,
              const char   *element)
{
  if (g_str_equal (element, "w:rStyle"))
    {
      g_free (self->run_style);
      self->run_style = g_strdup (vlg_office_xml_get (xml, "w:val"));
    }
  else if (self->in_run_properties)
    vlg_docx_format_read (&self->run, xml, element);
  else if (g_str_equal (element, "w:t") || g_str_equal (element, "m:t"))
    self->in_words = TRUE;
  else if (g_str_equal (element, "w:tab") || g_str_equal (element, "w:ptab"))
    add (self, "\t");
  else if (g_str_equal (element, "w:br") || g_str_equal (element, "w:cr"))
    add_break (self, xml);
  else if (g_str_equal (element, "w:noBreakHyphen"))
    add (self, "-");
  else if (g_str_equal (element, "w:sym"))
    add_symbol (self, xml);
  else if (g_str_equal (element, "w:footnoteReference"))
    add_note (self, xml, self->footnotes);
  else if (g_str_equal (element, "w:endnoteReference"))
    add_note (self, xml, self->endnotes);
  else if (g_str_equal (element, "w:fldChar"))
    field_char (self, xml);
  else if (g_str_equal (element, "w:checkBox"))
    self->has_box = TRUE;
  else if (self->has_box && (g_str_equal (element, "w:default") || g_str_equal (element, "w:checked")))
    self->box_ticked = is_on (vlg_office_xml_get (xml, "w:val"));
}

static void
start_cb (gpointer      user_data,
          VlgOfficeXml *xml,
          const char   *element)
{
  Reader *self = user_data;

  if (self->skipped > 0 || g_strv_contains (left_out, element))
    self->skipped++;
  else if (g_str_equal (element, "w:p"))
    begin_paragraph (self);
  else if (start_table (self, xml, element) || get_paragraph (self) == NULL)
    return;
  else if (g_str_equal (element, "w:pPr"))
    self->in_paragraph_properties = TRUE;
  else if (self->in_paragraph_properties)
    start_paragraph_property (self, xml, element);
  else if (g_str_equal (element, "w:r"))
    {
      self->run = (VlgDocxFormat) VLG_DOCX_FORMAT_INIT;
      g_clear_pointer (&self->run_style, g_free);
    }
  else if (g_str_equal (element, "w:rPr"))
    self->in_run_properties = TRUE;
  else
    start_in_run (self, xml, element);
}

/* A box to tick that Word keeps in a field prints without text of its own. */
static void
end_box (Reader *self)
{
  gboolean code = TRUE;

  if (!self->has_box)
    return;
  self->has_box = FALSE;
  if (self->fields->len > 0)
    g_array_set_size (self->fields, self->fields->len - 1);
  add (self, self->box_ticked ? "☒" : "☐");
  g_array_append_val (self->fields, code);
  self->box_ticked = FALSE;
}

static void
end_cb (gpointer    user_data,
        const char *element)
{
  Reader *self = user_data;

  if (self->skipped > 0)
    {
      self->skipped--;
      return;
    }

  if (g_str_equal (element, "w:tbl"))
    vlg_office_text_end_table (self->text);
  else if (g_str_equal (element, "w:tc"))
    vlg_office_text_next_cell (self->text, self->cell_span);
  else if (g_str_equal (element, "w:ffData"))
    end_box (self);
  else if (g_str_equal (element, "w:t") || g_str_equal (element, "m:t"))
    self->in_words = FALSE;
  else if (g_str_equal (element, "w:rPr"))
    self->in_run_properties = FALSE;
  else if (g_str_equal (element, "w:pPr"))
    self->in_paragraph_properties = self->in_run_properties = FALSE;
  else if (g_str_equal (element, "w:p") && self->paragraphs->len > 0)
    {
      settle_paragraph (self);
      g_array_set_size (self->paragraphs, self->paragraphs->len - 1);
      vlg_office_text_end_paragraph (self->text);
    }
}

static void
text_cb (gpointer    user_data,
         const char *text)
{
  Reader *self = user_data;

  if (self->skipped == 0 && self->in_words)
    add (self, text);
}

gboolean
vlg_docx_read (GBytes         *document,
               GBytes         *styles,
               GBytes         *numbering,
               GBytes         *footnotes,
               GBytes         *endnotes,
               const char     *name,
               VlgOfficeText  *text,
               GError        **error)
{
  static const VlgOfficeHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (VlgDocxStyles) known = vlg_docx_styles_new (styles, numbering, name, error);
  g_autoptr (GHashTable) feet = known == NULL ? NULL : vlg_docx_notes_read (footnotes, name, "footnotes.xml", error);
  g_autoptr (GHashTable) ends = feet != NULL ? vlg_docx_notes_read (endnotes, name, "endnotes.xml", error) : NULL;
  Reader self = { text, feet, ends, known, };
  gboolean ok;

  if (known == NULL || ends == NULL)
    return FALSE;

  self.paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  g_array_set_clear_func (self.paragraphs, clear_paragraph);
  self.fields = g_array_new (FALSE, FALSE, sizeof (gboolean));
  ok = vlg_office_xml_parse (document, name, "document.xml", &handler, &self, error);
  g_array_unref (self.paragraphs);
  g_array_unref (self.fields);
  g_free (self.run_style);

  return ok;
}
