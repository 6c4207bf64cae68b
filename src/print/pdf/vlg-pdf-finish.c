/* vlg-pdf-finish.c — what cairo cannot write into a PDF
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-pdf-finish.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "vlg-error.h"
#include "vlg-qpdf.h"

/* Pages of a PDF whose objects are not packed. */
#define MOST_UNPACKED 3

typedef struct {
  qpdf_data          qpdf;
  GArray            *nodes;   /* VlgNode */
  GPtrArray         *marked;
  const VlgPdfFacts *facts;
  qpdf_oh           *elements;  /* per node, 0 for one that is left out */
  qpdf_oh           *kids;      /* per node its array, 0 while it has none */
  guint             *page_of;   /* per node the page of its first mark + 1 */
  qpdf_oh           *pages;
} Finisher;

static void
set_key (Finisher   *self,
         qpdf_oh     dictionary,
         const char *key,
         qpdf_oh     value)
{
  qpdf_oh_replace_key (self->qpdf, dictionary, key, value);
  qpdf_oh_release (self->qpdf, value);
}

static void
set_name (Finisher   *self,
          qpdf_oh     dictionary,
          const char *key,
          const char *name)
{
  set_key (self, dictionary, key, qpdf_oh_new_name (self->qpdf, name));
}

static qpdf_oh
new_indirect_dictionary (Finisher *self)
{
  qpdf_oh dictionary = qpdf_oh_new_dictionary (self->qpdf);
  qpdf_oh indirect = qpdf_make_indirect_object (self->qpdf, dictionary);

  qpdf_oh_release (self->qpdf, dictionary);
  return indirect;
}

static gboolean
check (Finisher  *self,
       GError   **error)
{
  qpdf_error failure;

  if (!qpdf_has_error (self->qpdf))
    return TRUE;
  failure = qpdf_get_error (self->qpdf);
  g_set_error (error, VLG_ERROR, VLG_ERROR_FAILED, _("The PDF could not be completed: %s"), qpdf_get_error_full_text (self->qpdf, failure));
  return FALSE;
}

/* Cairo writes the operators that begin and end a mark on lines of their own. */
static gboolean
is_begin (const char *line,
          gsize       length)
{
  return length > 6 && line[0] == '/' && memcmp (line + length - 4, " BDC", 4) == 0 && g_strstr_len (line, (gssize) length, "/MCID") != NULL;
}

/* A stretch whose letters are not those of its glyphs, within a mark. */
static gboolean
is_span (const char *line,
         gsize       length)
{
  return length > 6 && memcmp (line, "/Span ", 6) == 0 && memcmp (line + length - 4, " BDC", 4) == 0;
}

static gboolean
is_end (const char *line,
        gsize       length)
{
  return length == 3 && memcmp (line, "EMC", 3) == 0;
}

/* Marks what is outside of any mark as artifact: rules, head and foot. Returns the number of marks there were. */
static guint
mark_artifacts (const char *content,
                gsize       length,
                GString    *out)
{
  static const char begin[] = "/Artifact BMC\n", end[] = "EMC\n";
  guint n = 0, n_open = 0;

  g_string_append (out, begin);
  for (const char *line = content; line < content + length;)
    {
      const char *next = memchr (line, '\n', (gsize) (content + length - line));
      gsize n_bytes = next != NULL ? (gsize) (next - line) : (gsize) (content + length - line);

      if (is_span (line, n_bytes))
        n_open++;
      else if (is_begin (line, n_bytes))
        {
          g_string_append (out, end);
          n++;
        }
      g_string_append_len (out, line, (gssize) n_bytes);
      g_string_append_c (out, '\n');
      if (is_end (line, n_bytes) && n_open == 0)
        g_string_append (out, begin);
      else if (is_end (line, n_bytes))
        n_open--;
      line += n_bytes + 1;
    }
  g_string_append (out, end);
  return n;
}

static gboolean
finish_page (Finisher  *self,
             guint      index,
             GError   **error)
{
  qpdf_oh contents = qpdf_oh_get_key (self->qpdf, self->pages[index], "/Contents");
  const GArray *marked = g_ptr_array_index (self->marked, index);
  g_autoptr (GString) edited = NULL;
  unsigned char *content = NULL;
  size_t length = 0;
  guint n;

  if ((qpdf_oh_get_stream_data (self->qpdf, contents, qpdf_dl_generalized, NULL, &content, &length) & QPDF_ERRORS) != 0)
    return check (self, error);
  edited = g_string_sized_new (length + 1024);
  n = mark_artifacts ((const char *) content, length, edited);
  free (content);
  if (n != marked->len)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_FAILED, _("The PDF could not be completed: page %u has %u marks where %u were drawn."), index + 1, n, marked->len);
      return FALSE;
    }
  qpdf_oh_replace_stream_data (self->qpdf, contents, (const unsigned char *) edited->str, edited->len, qpdf_oh_new_null (self->qpdf), qpdf_oh_new_null (self->qpdf));
  set_name (self, self->pages[index], "/Tabs", "/S");
  set_key (self, self->pages[index], "/StructParents", qpdf_oh_new_integer (self->qpdf, index));
  return check (self, error);
}

/* Elements that nothing was drawn for are left out, but for cells, whose place counts. */
static void
choose_elements (Finisher *self)
{
  g_autofree gboolean *used = g_new0 (gboolean, self->nodes->len);

  used[VLG_NODE_DOCUMENT] = TRUE;
  for (guint i = 0; i < self->marked->len; i++)
    {
      const GArray *marked = g_ptr_array_index (self->marked, i);

      for (guint k = 0; k < marked->len; k++)
        used[g_array_index (marked, guint32, k)] = TRUE;
    }
  for (guint i = self->nodes->len; i-- > 1;)
    {
      const VlgNode *node = &g_array_index (self->nodes, VlgNode, i);

      if (node->tag == VLG_TAG_TD || node->tag == VLG_TAG_TH)
        used[i] = TRUE;
      if (used[i])
        used[node->parent] = TRUE;
    }
  for (guint i = 0; i < self->nodes->len; i++)
    self->elements[i] = used[i] ? new_indirect_dictionary (self) : 0;
}

static void
set_attribute (Finisher     *self,
               qpdf_oh       element,
               VlgAttribute  attribute)
{
  static const char * const dictionaries[] = {
    [VLG_SCOPE_COLUMN] = "<< /O /Table /Scope /Column >>",
    [VLG_SCOPE_ROW] = "<< /O /Table /Scope /Row >>",
    [VLG_LIST_BULLETS] = "<< /O /List /ListNumbering /Disc >>",
    [VLG_LIST_NUMBERS] = "<< /O /List /ListNumbering /Decimal >>",
  };

  if (attribute != VLG_ATTRIBUTE_NONE)
    set_key (self, element, "/A", qpdf_oh_parse (self->qpdf, dictionaries[attribute]));
}

/* Takes over @kid unless it is an element. */
static void
append_kid (Finisher *self,
            guint32   node,
            qpdf_oh   kid,
            gboolean  is_element)
{
  if (self->kids[node] == 0)
    self->kids[node] = qpdf_oh_new_array (self->qpdf);
  qpdf_oh_append_item (self->qpdf, self->kids[node], kid);
  if (!is_element)
    qpdf_oh_release (self->qpdf, kid);
}

static void
link_elements (Finisher *self,
               qpdf_oh   tree)
{
  qpdf_oh type = qpdf_oh_new_name (self->qpdf, "/StructElem"), names[VLG_N_TAGS] = { 0 };

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const VlgNode *node = &g_array_index (self->nodes, VlgNode, i);

      if (self->elements[i] == 0)
        continue;
      if (names[node->tag] == 0)
        {
          g_autofree char *name = g_strconcat ("/", vlg_tag_get_name (node->tag), NULL);

          names[node->tag] = qpdf_oh_new_name (self->qpdf, name);
        }
      qpdf_oh_replace_key (self->qpdf, self->elements[i], "/Type", type);
      qpdf_oh_replace_key (self->qpdf, self->elements[i], "/S", names[node->tag]);
      qpdf_oh_replace_key (self->qpdf, self->elements[i], "/P", i == VLG_NODE_DOCUMENT ? tree : self->elements[node->parent]);
      set_attribute (self, self->elements[i], node->attribute);
      if (node->tag == VLG_TAG_FIGURE && self->facts->figure != NULL)
        set_key (self, self->elements[i], "/Alt", qpdf_oh_new_unicode_string (self->qpdf, self->facts->figure));
      if (i == VLG_NODE_DOCUMENT)
        qpdf_oh_replace_key (self->qpdf, tree, "/K", self->elements[i]);
      else
        append_kid (self, node->parent, self->elements[i], TRUE);
    }
}

/* A mark on its element's page is named by its number alone. */
static qpdf_oh
new_mark (Finisher *self,
          guint32   node,
          guint     page,
          guint     number)
{
  qpdf_oh mark, plain = qpdf_oh_new_integer (self->qpdf, number);

  if (self->page_of[node] == 0)
    {
      self->page_of[node] = page + 1;
      qpdf_oh_replace_key (self->qpdf, self->elements[node], "/Pg", self->pages[page]);
    }
  if (self->page_of[node] == page + 1)
    return plain;
  mark = qpdf_oh_new_dictionary (self->qpdf);
  set_name (self, mark, "/Type", "/MCR");
  qpdf_oh_replace_key (self->qpdf, mark, "/Pg", self->pages[page]);
  set_key (self, mark, "/MCID", plain);
  return mark;
}

/* Ties the marks of a page to their elements; returns the page's entry in the parent tree. */
static qpdf_oh
tie_marks (Finisher *self,
           guint     page)
{
  const GArray *marked = g_ptr_array_index (self->marked, page);
  qpdf_oh parents = qpdf_oh_new_array (self->qpdf);

  for (guint k = 0; k < marked->len; k++)
    {
      guint32 node = g_array_index (marked, guint32, k);

      qpdf_oh_append_item (self->qpdf, parents, self->elements[node]);
      append_kid (self, node, new_mark (self, node, page, k), FALSE);
    }
  return parents;
}

static void
set_structure (Finisher *self,
               qpdf_oh   root)
{
  qpdf_oh tree = new_indirect_dictionary (self), parent_tree = new_indirect_dictionary (self), numbers = qpdf_oh_new_array (self->qpdf);

  choose_elements (self);
  set_name (self, tree, "/Type", "/StructTreeRoot");
  link_elements (self, tree);
  for (guint i = 0; i < self->marked->len; i++)
    {
      qpdf_oh parents = tie_marks (self, i);

      qpdf_oh_append_item (self->qpdf, numbers, qpdf_oh_new_integer (self->qpdf, i));
      qpdf_oh_append_item (self->qpdf, numbers, parents);
      qpdf_oh_release (self->qpdf, parents);
    }
  for (guint i = 0; i < self->nodes->len; i++)
    if (self->kids[i] != 0)
      set_key (self, self->elements[i], "/K", self->kids[i]);
  set_key (self, parent_tree, "/Nums", numbers);
  set_key (self, tree, "/ParentTree", parent_tree);
  set_key (self, tree, "/ParentTreeNextKey", qpdf_oh_new_integer (self->qpdf, self->marked->len));
  set_key (self, root, "/StructTreeRoot", tree);
  set_key (self, root, "/MarkInfo", qpdf_oh_parse (self->qpdf, "<< /Marked true >>"));
}

static char *
create_xmp (const VlgPdfFacts *facts)
{
  GString *xmp = g_string_new ("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                               "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                               " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                               "  <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                               " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n");
  g_autofree char *title = g_markup_printf_escaped ("   <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"
                                                    "   <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n",
                                                    facts->title, facts->language);

  g_string_append (xmp, title);
  if (facts->author != NULL)
    {
      g_autofree char *author = g_markup_printf_escaped ("   <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n"
                                                         "   <pdf:Producer>%s</pdf:Producer>\n",
                                                         facts->author, facts->producer);

      g_string_append (xmp, author);
    }
  if (facts->date != NULL)
    g_string_append_printf (xmp, "   <xmp:CreateDate>%s</xmp:CreateDate>\n   <xmp:ModifyDate>%s</xmp:ModifyDate>\n", facts->date, facts->date);
  g_string_append (xmp, "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
  return g_string_free (xmp, FALSE);
}

/* Cairo's own date would be today's: the dictionary is made anew. */
static void
set_information (Finisher *self,
                 qpdf_oh   root)
{
  qpdf_oh trailer = qpdf_get_trailer (self->qpdf), information = new_indirect_dictionary (self), stream = qpdf_oh_new_stream (self->qpdf), dictionary;
  g_autofree char *xmp = create_xmp (self->facts);

  set_key (self, information, "/Title", qpdf_oh_new_unicode_string (self->qpdf, self->facts->title));
  if (self->facts->author != NULL)
    {
      set_key (self, information, "/Author", qpdf_oh_new_unicode_string (self->qpdf, self->facts->author));
      set_key (self, information, "/Producer", qpdf_oh_new_unicode_string (self->qpdf, self->facts->producer));
    }
  if (self->facts->date != NULL)
    {
      const char *iso = self->facts->date;
      g_autofree char *date = g_strdup_printf ("D:%.4s%.2s%.2s000000Z", iso, iso + 5, iso + 8);

      set_key (self, information, "/CreationDate", qpdf_oh_new_string (self->qpdf, date));
      set_key (self, information, "/ModDate", qpdf_oh_new_string (self->qpdf, date));
    }
  set_key (self, trailer, "/Info", information);

  qpdf_oh_replace_stream_data (self->qpdf, stream, (const unsigned char *) xmp, strlen (xmp), qpdf_oh_new_null (self->qpdf), qpdf_oh_new_null (self->qpdf));
  dictionary = qpdf_oh_get_dict (self->qpdf, stream);
  set_name (self, dictionary, "/Type", "/Metadata");
  set_name (self, dictionary, "/Subtype", "/XML");
  set_key (self, root, "/Metadata", stream);
  set_key (self, root, "/Lang", qpdf_oh_new_unicode_string (self->qpdf, self->facts->language));
  set_key (self, root, "/ViewerPreferences", qpdf_oh_parse (self->qpdf, "<< /DisplayDocTitle true >>"));
}

static gboolean
finish (Finisher  *self,
        GError   **error)
{
  qpdf_oh root;
  int n_pages = qpdf_get_num_pages (self->qpdf);

  if (!check (self, error))
    return FALSE;
  if (n_pages != (int) self->marked->len)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_FAILED, _("The PDF could not be completed: it has %d pages where %u were drawn."), n_pages, self->marked->len);
      return FALSE;
    }
  self->pages = g_new0 (qpdf_oh, self->marked->len);
  for (guint i = 0; i < self->marked->len; i++)
    {
      self->pages[i] = qpdf_get_page_n (self->qpdf, i);
      if (!finish_page (self, i, error))
        return FALSE;
    }
  root = qpdf_get_root (self->qpdf);
  self->elements = g_new0 (qpdf_oh, self->nodes->len);
  self->kids = g_new0 (qpdf_oh, self->nodes->len);
  self->page_of = g_new0 (guint, self->nodes->len);
  set_structure (self, root);
  set_information (self, root);
  if (!check (self, error))
    return FALSE;

  qpdf_init_write_memory (self->qpdf);
  qpdf_set_deterministic_ID (self->qpdf, QPDF_TRUE);
  /* Packing the structure's many small objects takes time that a short paper is better without. */
  qpdf_set_object_stream_mode (self->qpdf, n_pages > MOST_UNPACKED ? qpdf_o_generate : qpdf_o_disable);
  qpdf_set_minimum_pdf_version (self->qpdf, "1.7");
  qpdf_write (self->qpdf);
  return check (self, error);
}

GBytes *
vlg_pdf_finish (GBytes             *pdf,
                GArray             *nodes,
                GPtrArray          *marked,
                const VlgPdfFacts  *facts,
                GError            **error)
{
  Finisher self = { .nodes = nodes, .marked = marked, .facts = facts };
  GBytes *finished = NULL;
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  if (!vlg_qpdf_load (error))
    return NULL;

  self.qpdf = qpdf_init ();
  qpdf_set_suppress_warnings (self.qpdf, QPDF_TRUE);
  qpdf_silence_errors (self.qpdf);
  qpdf_read_memory (self.qpdf, "paper.pdf", data, size, NULL);
  if (check (&self, error) && finish (&self, error))
    finished = g_bytes_new (qpdf_get_buffer (self.qpdf), qpdf_get_buffer_length (self.qpdf));
  qpdf_cleanup (&self.qpdf);
  g_free (self.elements);
  g_free (self.kids);
  g_free (self.page_of);
  g_free (self.pages);
  return finished;
}
