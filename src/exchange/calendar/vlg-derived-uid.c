/* vlg-derived-uid.c — identities for what comes in without one of ours
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-derived-uid.h"

/* Writes the first 16 of @digest as a UUID of @version. */
static char *
format_uuid (guint8 *digest,
             guint8  version)
{
  digest[6] = (digest[6] & 0x0f) | (version << 4);
  digest[8] = (digest[8] & 0x3f) | 0x80;

  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", digest[0], digest[1], digest[2], digest[3], digest[4], digest[5], digest[6],
                          digest[7], digest[8], digest[9], digest[10], digest[11], digest[12], digest[13], digest[14], digest[15]);
}

char *
vlg_derived_uid_new_keyed (GBytes     *key,
                           const char *uid)
{
  gsize n_key, length = 32;
  const guint8 *bytes = g_bytes_get_data (key, &n_key);
  GHmac *hmac = g_hmac_new (G_CHECKSUM_SHA256, bytes, n_key);
  guint8 digest[32];

  g_hmac_update (hmac, (const guchar *) uid, -1);
  g_hmac_get_digest (hmac, digest, &length);
  g_hmac_unref (hmac);

  return format_uuid (digest, 8);
}

char *
vlg_derived_uid_new (const char *text)
{
  /* Of this program's own; chosen at random. */
  static const guint8 space[16] = { 0x5c, 0x1e, 0x0c, 0x8e, 0x37, 0x5b, 0x4f, 0x0e, 0x9d, 0x1f, 0x0a, 0x6b, 0x42, 0xd7, 0x63, 0x90 };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize length = sizeof digest;

  g_checksum_update (checksum, space, sizeof space);
  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_get_digest (checksum, digest, &length);

  return format_uuid (digest, 5);
}
