/* vlg-odt.c — the text of an OpenDocument file
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-odt.h"

#include <string.h>

#include "vlg-odt-styles.h"

/* A stretch with formatting: a paragraph, or a span within one. */
typedef struct {
  VlgOdtFormat format;   /* complete */
  gboolean     paragraph;
} Stretch;

/* A list around what is being read. */
typedef struct {
  char    *style;        /* or NULL */
  guint    number;       /* of the last item, 0 before the first */
  guint    next;         /* the number its next item is said to have, 0 when it counts */
  gboolean item_begins;
  gboolean header;       /* within what stands in it without a marker */
} List;

typedef struct {
  /* borrowed */
  VlgOfficeText *text;
  VlgOdtStyles  *styles;

  /* owned */
  GArray     *stretches;  /* Stretch, innermost last */
  GArray     *lists;      /* List, innermost last */
  GHashTable *last;       /* style of an outermost list → number of its last item */

  GString    *note;       /* the one that is being read, or NULL */
  guint       note_depth; /* elements open within it, itself too */

  guint skipped;          /* depth within an element that is left out */
} Reader;

/* OASIS ODF 1.3 part 3: deletions, comments, the marks of notes, controls, what is shown on a condition only, settings of fields, the small print of ruby. */
static const char * const left_out[] = {
  "text:tracked-changes", "office:annotation", "text:note-citation", "office:forms", "text:hidden-text", "text:hidden-paragraph", "text:variable-decls",
  "text:sequence-decls", "text:user-field-decls", "text:ruby-text", "office:binary-data", "text:index-title-template", "text:table-of-content-source", NULL,
};

static void
clear_list (gpointer data)
{
  g_free (((List *) data)->style);
}

static List *
get_list (Reader *self)
{
  return self->lists->len > 0 ? &g_array_index (self->lists, List, self->lists->len - 1) : NULL;
}

static void
make_item (Reader             *self,
           VlgTextLine        *line,
           const VlgOdtFormat *format)
{
  List *list = get_list (self);
  const char *style = list->style != NULL ? list->style : format->list;
  guint start;

  line->depth = self->lists->len;
  line->ordered = vlg_odt_styles_is_ordered (self->styles, style, self->lists->len, &start);
  line->mark = line->ordered ? '.' : '-';
  line->kind = list->item_begins && !list->header ? VLG_LINE_ITEM : VLG_LINE_CONTINUATION;
  if (line->kind != VLG_LINE_ITEM)
    return;

  list->item_begins = FALSE;
  if (list->next > 0)
    list->number = list->next;
  else
    list->number = list->number > 0 ? list->number + 1 : start;
  list->next = 0;
  line->start = list->number;
}

static void
begin_paragraph (Reader       *self,
                 VlgOfficeXml *xml,
                 gboolean      heading)
{
  Stretch stretch = { { VLG_TOGGLE_UNSET, }, TRUE };
  VlgTextLine *line;

  vlg_odt_styles_complete (self->styles, "paragraph", vlg_office_xml_get (xml, "text:style-name"), &stretch.format);
  if (stretch.format.new_page)
    vlg_office_text_break_page (self->text);
  line = vlg_office_text_begin_paragraph (self->text);
  if (heading)
    {
      line->kind = VLG_LINE_HEADING;
      line->level = CLAMP (vlg_office_xml_get_int (xml, "text:outline-level", 1, 6), 1, 6);
    }
  else if (self->lists->len > 0)
    make_item (self, line, &stretch.format);
  g_array_append_val (self->stretches, stretch);
}

static void
begin_span (Reader       *self,
            VlgOfficeXml *xml)
{
  const Stretch *around = &g_array_index (self->stretches, Stretch, self->stretches->len - 1);
  Stretch stretch = { { VLG_TOGGLE_UNSET, }, FALSE };

  vlg_odt_styles_complete (self->styles, "text", vlg_office_xml_get (xml, "text:style-name"), &stretch.format);
  if (stretch.format.bold == VLG_TOGGLE_UNSET)
    stretch.format.bold = around->format.bold;
  if (stretch.format.italic == VLG_TOGGLE_UNSET)
    stretch.format.italic = around->format.italic;
  if (stretch.format.hidden == VLG_TOGGLE_UNSET)
    stretch.format.hidden = around->format.hidden;
  g_array_append_val (self->stretches, stretch);
}

static void
begin_list (Reader       *self,
            VlgOfficeXml *xml)
{
  const List *around = get_list (self);
  const char *style = vlg_office_xml_get (xml, "text:style-name");
  List list = { 0, };

  list.style = g_strdup (style != NULL ? style : around != NULL ? around->style : NULL);
  if (around == NULL && list.style != NULL
      && (g_strcmp0 (vlg_office_xml_get (xml, "text:continue-numbering"), "true") == 0 || vlg_office_xml_get (xml, "text:continue-list") != NULL))
    list.number = GPOINTER_TO_UINT (g_hash_table_lookup (self->last, list.style));
  g_array_append_val (self->lists, list);
}

static void
end_list (Reader *self)
{
  List *list = get_list (self);

  if (list == NULL)
    return;
  if (self->lists->len == 1 && list->style != NULL)
    g_hash_table_replace (self->last, g_strdup (list->style), GUINT_TO_POINTER (list->number));
  g_array_set_size (self->lists, self->lists->len - 1);
}

static gboolean
start_block (Reader       *self,
             VlgOfficeXml *xml,
             const char   *element)
{
  List *list = get_list (self);

  if (g_str_equal (element, "text:p"))
    begin_paragraph (self, xml, FALSE);
  else if (g_str_equal (element, "text:h"))
    begin_paragraph (self, xml, TRUE);
  else if (g_str_equal (element, "text:list"))
    begin_list (self, xml);
  else if (list != NULL && g_str_equal (element, "text:list-item"))
    {
      list->item_begins = TRUE;
      list->header = FALSE;
      list->next = vlg_office_xml_get_int (xml, "text:start-value", 0, 999999);
    }
  else if (list != NULL && g_str_equal (element, "text:list-header"))
    list->header = TRUE;
  else if (g_str_equal (element, "table:table"))
    vlg_office_text_begin_table (self->text);
  else if (g_str_equal (element, "table:table-row"))
    vlg_office_text_begin_row (self->text);
  else if (g_str_equal (element, "table:covered-table-cell"))
    vlg_office_text_next_cell (self->text, vlg_office_xml_get_int (xml, "table:number-columns-repeated", 1, 100));
  else
    return FALSE;

  return TRUE;
}

static void
add (Reader     *self,
     const char *words)
{
  const Stretch *stretch = &g_array_index (self->stretches, Stretch, self->stretches->len - 1);

  if (stretch->format.hidden != VLG_TOGGLE_ON)
    vlg_office_text_add (self->text, words, stretch->format.bold == VLG_TOGGLE_ON, stretch->format.italic == VLG_TOGGLE_ON);
}

/* Whether what begins is not shown: a section or a frame switched off. */
static gboolean
is_hidden (VlgOfficeXml *xml,
           const char   *element)
{
  const char *display = g_str_equal (element, "text:section") ? vlg_office_xml_get (xml, "text:display") : NULL;

  return display != NULL && !g_str_equal (display, "true");
}

static void
start_cb (gpointer      user_data,
          VlgOfficeXml *xml,
          const char   *element)
{
  Reader *self = user_data;

  if (self->skipped > 0 || g_strv_contains (left_out, element) || is_hidden (xml, element))
    self->skipped++;
  else if (self->note != NULL || (g_str_equal (element, "text:note") && self->stretches->len > 0))
    {
      if (self->note == NULL)
        self->note = g_string_new (NULL);
      else if (!g_str_equal (element, "text:span") && !g_str_equal (element, "text:a"))
        g_string_append_c (self->note, ' ');
      self->note_depth++;
    }
  else if (start_block (self, xml, element) || self->stretches->len == 0)
    return;
  else if (g_str_equal (element, "text:span"))
    begin_span (self, xml);
  else if (g_str_equal (element, "text:s"))
    add (self, " ");
  else if (g_str_equal (element, "text:tab"))
    add (self, "\t");
  else if (g_str_equal (element, "text:line-break"))
    vlg_office_text_add_break (self->text);
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
  if (self->note != NULL)
    {
      if (--self->note_depth > 0)
        return;
      if (g_array_index (self->stretches, Stretch, self->stretches->len - 1).format.hidden != VLG_TOGGLE_ON)
        vlg_office_text_add_note (self->text, self->note->str);
      g_string_free (g_steal_pointer (&self->note), TRUE);
      return;
    }

  if (g_str_equal (element, "text:p") || g_str_equal (element, "text:h"))
    {
      g_array_set_size (self->stretches, self->stretches->len - 1);
      vlg_office_text_end_paragraph (self->text);
    }
  else if (g_str_equal (element, "text:span") && self->stretches->len > 0)
    g_array_set_size (self->stretches, self->stretches->len - 1);
  else if (g_str_equal (element, "text:list"))
    end_list (self);
  else if (g_str_equal (element, "table:table"))
    vlg_office_text_end_table (self->text);
  else if (g_str_equal (element, "table:table-cell"))
    vlg_office_text_next_cell (self->text, 1);
}

/* Text stands in paragraphs; what is between them is the file's own indentation. */
static void
text_cb (gpointer    user_data,
         const char *text)
{
  Reader *self = user_data;

  if (self->skipped == 0 && self->stretches->len > 0)
    {
      g_autofree char *flat = g_strdelimit (g_strdup (text), "\t\n\r", ' ');

      if (self->note != NULL)
        g_string_append (self->note, flat);
      else
        add (self, flat);
    }
}

gboolean
vlg_odt_read (GBytes         *content,
              GBytes         *styles,
              const char     *name,
              VlgOfficeText  *text,
              GError        **error)
{
  static const VlgOfficeHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (VlgOdtStyles) known = vlg_odt_styles_new (styles, content, name, error);
  Reader self = { text, known, };
  gboolean ok;

  if (known == NULL)
    return FALSE;

  self.stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  self.lists = g_array_new (FALSE, FALSE, sizeof (List));
  g_array_set_clear_func (self.lists, clear_list);
  self.last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ok = vlg_office_xml_parse (content, name, "content.xml", &handler, &self, error);
  g_array_unref (self.stretches);
  g_array_unref (self.lists);
  g_hash_table_unref (self.last);
  if (self.note != NULL)
    g_string_free (self.note, TRUE);

  return ok;
}
