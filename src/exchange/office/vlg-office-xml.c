/* vlg-office-xml.c — the XML of office files, its names by namespace and not by prefix
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-office-xml.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vlg-error.h"

#define ODF "urn:oasis:names:tc:opendocument:xmlns:"

struct _VlgOfficeXml {
  /* borrowed */
  const VlgOfficeHandler *handler;
  gpointer self;
  const char **names;     /* of the element that begins */
  const char **values;

  /* owned */
  GHashTable *prefixes;   /* of the file → usual prefix (static) */
  GHashTable *canonical;  /* name in the file → name */
};

/* ISO/IEC 29500 part 1 (strict) and part 4 (transitional), and OASIS ODF 1.3 part 3. */
static const struct { const char *uri; const char *prefix; } namespaces[] = {
  { "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w" },
  { "http://purl.oclc.org/ooxml/wordprocessingml/main", "w" },
  { "http://schemas.openxmlformats.org/officeDocument/2006/math", "m" },
  { "http://purl.oclc.org/ooxml/officeDocument/math", "m" },
  { "http://schemas.openxmlformats.org/markup-compatibility/2006", "mc" },
  { "http://schemas.openxmlformats.org/package/2006/relationships", "rel" },
  { ODF "office:1.0", "office" },
  { ODF "text:1.0", "text" },
  { ODF "table:1.0", "table" },
  { ODF "style:1.0", "style" },
  { ODF "drawing:1.0", "draw" },
  { ODF "form:1.0", "form" },
  { ODF "manifest:1.0", "manifest" },
  { ODF "xsl-fo-compatible:1.0", "fo" },
};

/* A prefix keeps its meaning through a file: none of the programs that write them binds one twice. */
static void
learn_namespaces (VlgOfficeXml *xml)
{
  for (guint i = 0; xml->names[i] != NULL; i++)
    {
      const char *prefix;

      if (g_str_equal (xml->names[i], "xmlns"))
        prefix = "";
      else if (g_str_has_prefix (xml->names[i], "xmlns:"))
        prefix = xml->names[i] + strlen ("xmlns:");
      else
        continue;

      for (guint j = 0; j < G_N_ELEMENTS (namespaces); j++)
        if (g_str_equal (xml->values[i], namespaces[j].uri))
          {
            g_hash_table_replace (xml->prefixes, g_strdup (prefix), (gpointer) namespaces[j].prefix);
            g_hash_table_remove_all (xml->canonical);
          }
    }
}

static const char *
canonical_name (VlgOfficeXml *xml,
                const char   *name)
{
  const char *known = g_hash_table_lookup (xml->canonical, name);
  const char *colon, *usual;
  g_autofree char *prefix = NULL;
  char *result;

  if (known != NULL)
    return known;

  colon = strchr (name, ':');
  prefix = colon != NULL ? g_strndup (name, colon - name) : g_strdup ("");
  usual = g_hash_table_lookup (xml->prefixes, prefix);
  result = usual != NULL ? g_strconcat (usual, ":", colon != NULL ? colon + 1 : name, NULL) : g_strdup (name);
  g_hash_table_replace (xml->canonical, g_strdup (name), result);

  return result;
}

static void
start_cb (GMarkupParseContext  *context,
          const char           *element,
          const char          **names,
          const char          **values,
          gpointer              user_data,
          GError              **error)
{
  VlgOfficeXml *xml = user_data;

  xml->names = names;
  xml->values = values;
  learn_namespaces (xml);
  if (xml->handler->start != NULL)
    xml->handler->start (xml->self, xml, canonical_name (xml, element));
  xml->names = xml->values = NULL;
}

static void
end_cb (GMarkupParseContext  *context,
        const char           *element,
        gpointer              user_data,
        GError              **error)
{
  VlgOfficeXml *xml = user_data;

  if (xml->handler->end != NULL)
    xml->handler->end (xml->self, canonical_name (xml, element));
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  VlgOfficeXml *xml = user_data;

  /* The text of a CDATA section goes on behind its length. */
  g_autofree char *own = g_strndup (text, length);

  if (xml->handler->text != NULL)
    xml->handler->text (xml->self, own);
}

gboolean
vlg_office_xml_parse (GBytes                  *content,
                      const char              *name,
                      const char              *part,
                      const VlgOfficeHandler  *handler,
                      gpointer                 self,
                      GError                 **error)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  VlgOfficeXml xml = { handler, self, };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (content, &length);
  gboolean ok;

  g_return_val_if_fail (handler != NULL, FALSE);

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }

  xml.prefixes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  xml.canonical = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &xml, NULL);
  /* An empty part is no XML either. */
  ok = length > 0 && g_markup_parse_context_parse (context, data, length, &local_error) && g_markup_parse_context_end_parse (context, &local_error);
  if (!ok)
    {
      int line;

      g_markup_parse_context_get_position (context, &line, NULL);
      g_set_error (error, VLG_ERROR, VLG_ERROR_DAMAGED, _("“%s” is damaged: its part “%s” cannot be read (line %d)."), name, part, line);
    }
  g_hash_table_unref (xml.prefixes);
  g_hash_table_unref (xml.canonical);

  return ok;
}

const char *
vlg_office_xml_get (VlgOfficeXml *xml,
                    const char   *attribute)
{
  for (guint i = 0; xml->names[i] != NULL; i++)
    if (g_str_equal (canonical_name (xml, xml->names[i]), attribute))
      return xml->values[i];

  return NULL;
}

guint
vlg_office_xml_get_int (VlgOfficeXml *xml,
                        const char   *attribute,
                        guint         fallback,
                        guint         limit)
{
  const char *value = vlg_office_xml_get (xml, attribute);
  guint64 number;

  if (value == NULL || !g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT, &number, NULL))
    return fallback;

  return MIN (number, limit);
}
