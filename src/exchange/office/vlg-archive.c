/* vlg-archive.c — members of a ZIP archive, unpacked within limits
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n.h>
#include <string.h>

#include "vlg-error.h"

/* An office file has some dozens, with many pictures some hundreds. */
#define MAX_MEMBERS 20000
#define BLOCK       (64 * 1024)

typedef struct archive Archive;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

gboolean
vlg_archive_is_zip (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length >= 4 && (memcmp (data, "PK\003\004", 4) == 0 || memcmp (data, "PK\005\006", 4) == 0);
}

static void
set_damaged (GError     **error,
             const char  *name,
             Archive     *archive)
{
  const char *reason = archive_error_string (archive);

  g_set_error (error, VLG_ERROR, VLG_ERROR_DAMAGED, _("“%s” is damaged and cannot be unpacked (%s)."), name, reason != NULL ? reason : "ZIP");
}

static void
set_too_large (GError     **error,
               const char  *name)
{
  g_autofree char *limit = g_format_size_full (VLG_ARCHIVE_MEMBER_LIMIT, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, VLG_ERROR, VLG_ERROR_TOO_LARGE, _("“%s” holds more text than can be read (%s)."), name, limit);
}

/* The declared size is not believed: what counts is what comes out. */
static GBytes *
read_member (Archive     *archive,
             const char  *name,
             GError     **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK);
  la_ssize_t n_read;

  while ((n_read = archive_read_data (archive, block, BLOCK)) > 0)
    {
      if (data->len + n_read > VLG_ARCHIVE_MEMBER_LIMIT)
        {
          set_too_large (error, name);
          return NULL;
        }
      g_byte_array_append (data, block, n_read);
    }
  if (n_read < 0)
    {
      set_damaged (error, name, archive);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

static gboolean
take_member (Archive               *archive,
             struct archive_entry  *entry,
             const char            *name,
             const char * const    *wanted,
             GHashTable            *members,
             GError               **error)
{
  const char *path = archive_entry_pathname_utf8 (entry);
  GBytes *content;

  if (path == NULL)
    path = archive_entry_pathname (entry);
  if (path == NULL || !g_strv_contains (wanted, path))
    return TRUE;
  /* Each part once: a directory may name the same bytes as often as it likes. */
  if (g_hash_table_contains (members, path))
    {
      set_damaged (error, name, archive);
      return FALSE;
    }

  if (archive_entry_is_encrypted (entry))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_ENCRYPTED, _("“%s” is protected with a password. Save it without one and try again."), name);
      return FALSE;
    }
  content = read_member (archive, name, error);
  if (content == NULL)
    return FALSE;
  g_hash_table_insert (members, g_strdup (path), content);

  return TRUE;
}

GHashTable *
vlg_archive_read (GBytes              *bytes,
                  const char          *name,
                  const char * const  *wanted,
                  GError             **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  g_autoptr (GHashTable) members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  struct archive_entry *entry;
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  guint n_members = 0;
  int status;

  g_return_val_if_fail (name != NULL && wanted != NULL, NULL);

  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_memory (archive, data, length) != ARCHIVE_OK)
    {
      set_damaged (error, name, archive);
      return NULL;
    }

  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    {
      if (++n_members > MAX_MEMBERS)
        {
          set_too_large (error, name);
          return NULL;
        }
      if (!take_member (archive, entry, name, wanted, members, error))
        return NULL;
    }
  if (status != ARCHIVE_EOF)
    {
      set_damaged (error, name, archive);
      return NULL;
    }

  return g_steal_pointer (&members);
}
