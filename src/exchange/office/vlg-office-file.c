/* vlg-office-file.c — Word and OpenDocument texts
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-office-file.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vlg-archive.h"
#include "vlg-docx.h"
#include "vlg-error.h"
#include "vlg-odt.h"
#include "vlg-office-xml.h"

/* What begins an OLE compound file: old office files, and new ones with a password. */
static const char ole_mark[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

static const char word_main[] = "word/document.xml";

static gboolean
is_ole (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length >= 8 && memcmp (data, ole_mark, 8) == 0;
}

gboolean
vlg_office_file_is_one (GBytes *bytes)
{
  return vlg_archive_is_zip (bytes) || is_ole (bytes);
}

/* [MS-OFFCRYPTO] keeps a protected file in a stream of this name; names are UTF-16. */
static void
set_ole_error (GBytes      *bytes,
               const char  *name,
               GError     **error)
{
  static const char stream[] = "EncryptedPackage";
  char wide[2 * (sizeof stream - 1)];
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < sizeof stream - 1; i++)
    {
      wide[2 * i] = stream[i];
      wide[2 * i + 1] = '\0';
    }
  if (memmem (data, length, wide, sizeof wide) != NULL)
    g_set_error (error, VLG_ERROR, VLG_ERROR_ENCRYPTED, _("“%s” is protected with a password. Save it without one and try again."), name);
  else
    g_set_error (error, VLG_ERROR, VLG_ERROR_BINARY, _("“%s” is in an old office format. Save it as .docx or .odt and try again."), name);
}

static void
set_missing (const char  *name,
             const char  *part,
             GError     **error)
{
  g_set_error (error, VLG_ERROR, VLG_ERROR_DAMAGED, _("“%s” is damaged: its part “%s” is missing."), name, part);
}

/* Where the package says its main part is. */
static void
find_main (gpointer      user_data,
           VlgOfficeXml *xml,
           const char   *element)
{
  char **main_part = user_data;
  const char *type, *target;

  if (!g_str_equal (element, "rel:Relationship"))
    return;
  type = vlg_office_xml_get (xml, "rel:Type");
  target = vlg_office_xml_get (xml, "rel:Target");
  if (type == NULL || target == NULL || !g_str_has_suffix (type, "/officeDocument"))
    return;
  g_free (*main_part);
  *main_part = g_strdup (*target == '/' ? target + 1 : target);
}

static gboolean
read_docx (GBytes         *bytes,
           GHashTable     *parts,
           const char     *name,
           VlgOfficeText  *text,
           GError        **error)
{
  static const VlgOfficeHandler handler = { find_main, NULL, NULL };
  GBytes *relations = g_hash_table_lookup (parts, "_rels/.rels");
  GBytes *document;
  g_autoptr (GHashTable) more = NULL;
  g_autofree char *main_part = g_strdup (word_main);

  if (relations != NULL && !vlg_office_xml_parse (relations, name, "_rels/.rels", &handler, &main_part, error))
    return FALSE;
  if (!g_str_has_prefix (main_part, "word/"))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_BINARY, _("“%s” is an office file, but not a text."), name);
      return FALSE;
    }
  if (!g_str_equal (main_part, word_main))
    {
      const char * const wanted[] = { main_part, NULL };

      more = vlg_archive_read (bytes, name, wanted, error);
      if (more == NULL)
        return FALSE;
    }
  document = g_hash_table_lookup (more != NULL ? more : parts, main_part);
  if (document == NULL)
    {
      set_missing (name, main_part, error);
      return FALSE;
    }

  return vlg_docx_read (document, g_hash_table_lookup (parts, "word/styles.xml"), g_hash_table_lookup (parts, "word/numbering.xml"),
                        g_hash_table_lookup (parts, "word/footnotes.xml"), g_hash_table_lookup (parts, "word/endnotes.xml"), name, text, error);
}

static void
find_encryption (gpointer      user_data,
                 VlgOfficeXml *xml,
                 const char   *element)
{
  gboolean *encrypted = user_data;

  *encrypted |= g_str_equal (element, "manifest:encryption-data");
}

static gboolean
read_odt (GHashTable     *parts,
          const char     *name,
          VlgOfficeText  *text,
          GError        **error)
{
  static const VlgOfficeHandler handler = { find_encryption, NULL, NULL };
  GBytes *manifest = g_hash_table_lookup (parts, "META-INF/manifest.xml");
  GBytes *content = g_hash_table_lookup (parts, "content.xml");
  gboolean encrypted = FALSE;

  if (manifest != NULL && !vlg_office_xml_parse (manifest, name, "META-INF/manifest.xml", &handler, &encrypted, error))
    return FALSE;
  if (encrypted)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_ENCRYPTED, _("“%s” is protected with a password. Save it without one and try again."), name);
      return FALSE;
    }
  if (content == NULL)
    {
      set_missing (name, "content.xml", error);
      return FALSE;
    }

  return vlg_odt_read (content, g_hash_table_lookup (parts, "styles.xml"), name, text, error);
}

static gboolean
says (GBytes     *part,
      const char *prefix)
{
  gsize length;
  const char *data = part != NULL ? g_bytes_get_data (part, &length) : NULL;

  return data != NULL && length >= strlen (prefix) && memcmp (data, prefix, strlen (prefix)) == 0;
}

static gboolean
read_parts (GBytes         *bytes,
            const char     *name,
            VlgOfficeText  *text,
            GError        **error)
{
  static const char * const wanted[] = {
    "[Content_Types].xml", "_rels/.rels", word_main, "word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "word/endnotes.xml",
    "mimetype", "META-INF/manifest.xml", "content.xml", "styles.xml", NULL
  };
  g_autoptr (GHashTable) parts = NULL;

  if (is_ole (bytes))
    {
      set_ole_error (bytes, name, error);
      return FALSE;
    }
  parts = vlg_archive_read (bytes, name, wanted, error);
  if (parts == NULL)
    return FALSE;

  if (says (g_hash_table_lookup (parts, "mimetype"), "application/vnd.oasis.opendocument.text"))
    return read_odt (parts, name, text, error);
  if (g_hash_table_contains (parts, "[Content_Types].xml") || g_hash_table_contains (parts, word_main))
    return read_docx (bytes, parts, name, text, error);

  g_set_error (error, VLG_ERROR, VLG_ERROR_BINARY,
               g_hash_table_contains (parts, "mimetype") ? _("“%s” is an office file, but not a text.") : _("“%s” is an archive, but not a Word or OpenDocument text."),
               name);
  return FALSE;
}

static void
set_empty (const char  *name,
           GError     **error)
{
  g_set_error (error, VLG_ERROR, VLG_ERROR_EMPTY, _("“%s” is empty."), name);
}

VlgFormLines *
vlg_office_file_read_lines (GBytes      *bytes,
                            const char  *name,
                            GError     **error)
{
  g_autoptr (VlgOfficeText) text = vlg_office_text_new (TRUE);
  g_autoptr (VlgFormLines) lines = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  if (!read_parts (bytes, name, text, error))
    return NULL;
  lines = vlg_office_text_to_lines (text);
  if (lines->lines->len == 0)
    {
      set_empty (name, error);
      return NULL;
    }

  return g_steal_pointer (&lines);
}

char *
vlg_office_file_to_markdown (GBytes      *bytes,
                             const char  *name,
                             GError     **error)
{
  g_autoptr (VlgOfficeText) text = vlg_office_text_new (FALSE);
  g_autofree char *markdown = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  if (!read_parts (bytes, name, text, error))
    return NULL;
  markdown = vlg_office_text_to_markdown (text);
  if (*markdown == '\0')
    {
      set_empty (name, error);
      return NULL;
    }

  return g_steal_pointer (&markdown);
}
