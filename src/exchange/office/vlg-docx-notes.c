/* vlg-docx-notes.c — footnotes and endnotes of a Word file
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-docx-notes.h"

#include "vlg-office-xml.h"
#include "vlg-string.h"

typedef struct {
  GHashTable *notes;     /* borrowed */

  /* owned */
  char       *id;        /* of the note that is being read, NULL between notes and in the lines that part notes from the text */
  GString    *text;

  guint       skipped;   /* depth within an element that is left out */
  gboolean    in_words;
  gboolean hidden;     /* what the run says is not shown */
} Reader;

static void
begin_note (Reader       *self,
            VlgOfficeXml *xml)
{
  const char *type = vlg_office_xml_get (xml, "w:type");

  g_string_truncate (self->text, 0);
  g_clear_pointer (&self->id, g_free);
  if (type == NULL || g_str_equal (type, "normal"))
    self->id = g_strdup (vlg_office_xml_get (xml, "w:id"));
}

static void
start_cb (gpointer      user_data,
          VlgOfficeXml *xml,
          const char   *element)
{
  static const char * const left_out[] = { "w:del", "w:moveFrom", "w:delText", "w:instrText", "w:rPr", "w:pPr", "mc:Fallback", NULL };
  Reader *self = user_data;

  if (g_str_equal (element, "w:r"))
    self->hidden = FALSE;
  else if (g_str_equal (element, "w:vanish"))
    self->hidden = TRUE;
  if (self->skipped > 0 || g_strv_contains (left_out, element))
    self->skipped++;
  else if (g_str_equal (element, "w:footnote") || g_str_equal (element, "w:endnote"))
    begin_note (self, xml);
  else if (g_str_equal (element, "w:t"))
    self->in_words = TRUE;
  else if (g_str_equal (element, "w:p") || g_str_equal (element, "w:tab") || g_str_equal (element, "w:br"))
    g_string_append_c (self->text, ' ');
  else if (g_str_equal (element, "w:noBreakHyphen"))
    g_string_append_c (self->text, '-');
}

static void
end_cb (gpointer    user_data,
        const char *element)
{
  Reader *self = user_data;

  if (self->skipped > 0)
    self->skipped--;
  else if (g_str_equal (element, "w:t"))
    self->in_words = FALSE;
  else if (self->id != NULL && (g_str_equal (element, "w:footnote") || g_str_equal (element, "w:endnote")))
    g_hash_table_replace (self->notes, g_steal_pointer (&self->id), vlg_string_collapse (self->text->str));
}

static void
text_cb (gpointer    user_data,
         const char *text)
{
  Reader *self = user_data;

  if (self->skipped == 0 && self->in_words && !self->hidden)
    g_string_append (self->text, text);
}

GHashTable *
vlg_docx_notes_read (GBytes      *notes,
                     const char  *name,
                     const char  *part,
                     GError     **error)
{
  static const VlgOfficeHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (GHashTable) read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  Reader self = { read, NULL, text, };
  gboolean ok;

  if (notes == NULL)
    return g_steal_pointer (&read);

  ok = vlg_office_xml_parse (notes, name, part, &handler, &self, error);
  g_free (self.id);
  return ok ? g_steal_pointer (&read) : NULL;
}
