/* vlg-matcher.c — finds words in a text
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-matcher.h"

#include <string.h>

struct _VlgMatcher {
  gatomicrefcount ref_count;
  gunichar *wanted;   /* folded */
  glong     length;
  gboolean  match_case;
};

G_DEFINE_BOXED_TYPE (VlgMatcher, vlg_matcher, vlg_matcher_ref, vlg_matcher_unref)

static gunichar
fold (VlgMatcher *self,
      gunichar    c)
{
  if (g_unichar_isspace (c))
    return ' ';

  return self->match_case ? c : g_unichar_tolower (c);
}

VlgMatcher *
vlg_matcher_new (const char *words,
                 gboolean    match_case)
{
  g_autofree char *normalized = NULL;
  VlgMatcher *self;

  g_return_val_if_fail (words != NULL, NULL);

  normalized = g_utf8_normalize (words, -1, G_NORMALIZE_NFC);
  if (normalized == NULL || *normalized == '\0')
    return NULL;

  self = g_new0 (VlgMatcher, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->match_case = match_case;
  self->wanted = g_utf8_to_ucs4_fast (normalized, -1, &self->length);
  for (glong i = 0; i < self->length; i++)
    self->wanted[i] = fold (self, self->wanted[i]);

  return self;
}

VlgMatcher *
vlg_matcher_ref (VlgMatcher *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
vlg_matcher_unref (VlgMatcher *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->wanted);
  g_free (self);
}

gboolean
vlg_matcher_next (VlgMatcher *self,
                  const char *text,
                  gsize       from,
                  gsize      *start,
                  gsize      *end)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text + from; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *q = p;
      glong i = 0;

      while (i < self->length && *q != '\0' && fold (self, g_utf8_get_char (q)) == self->wanted[i])
        {
          q = g_utf8_next_char (q);
          i++;
        }
      if (i < self->length)
        continue;
      *start = p - text;
      *end = q - text;
      return TRUE;
    }

  return FALSE;
}

guint
vlg_matcher_count (VlgMatcher *self,
                   const char *text)
{
  gsize start, end = 0;
  guint n = 0;

  while (vlg_matcher_next (self, text, end, &start, &end))
    n++;

  return n;
}

gboolean
vlg_matcher_equal (VlgMatcher *a,
                   VlgMatcher *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  return a->match_case == b->match_case && a->length == b->length && memcmp (a->wanted, b->wanted, a->length * sizeof *a->wanted) == 0;
}
