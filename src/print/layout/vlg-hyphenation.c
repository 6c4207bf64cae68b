/* vlg-hyphenation.c — where a word may be divided
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-hyphenation.h"

#include <stdlib.h>
#include <string.h>

#define MAX_PATTERN 60
#define MAX_WORD    200

/* A beginning of a pattern in a trie; most are no pattern themselves. */
typedef struct {
  guint32 child;    /* newest first; 0 is none */
  guint32 sibling;
  guint32 values;   /* offset in the level's values + 1, 0 when only a beginning */
  guint8  byte;
} Prefix;

/* One level of a pattern file. German has two: the first divides compounds, the second what is between. */
typedef struct {
  GArray     *prefixes;    /* element 0 is the root */
  guint32     first[256];  /* the root's children by byte */
  GByteArray *values;
  char        previous[MAX_PATTERN];
  guint32     path[MAX_PATTERN + 1];  /* the previous pattern's way down */
  guint       n_previous;
} Level;

struct _VlgHyphenation {
  Level levels[2];
  guint n_levels;
  guint compound_left, compound_right;
  gboolean latin1;  /* the patterns are ISO 8859-1, else UTF-8 */
};

static inline guint32
level_child (const Level *level,
             guint32      parent,
             guint8       byte)
{
  const Prefix *prefixes = (const Prefix *) (gpointer) level->prefixes->data;
  guint32 child;

  if (parent == 0)
    return level->first[byte];
  child = prefixes[parent].child;
  while (child != 0 && prefixes[child].byte != byte)
    child = prefixes[child].sibling;
  return child;
}

static guint32
level_add_child (Level   *level,
                 guint32  parent,
                 guint8   byte)
{
  guint32 added = level->prefixes->len;
  Prefix prefix = { .byte = byte, .sibling = g_array_index (level->prefixes, Prefix, parent).child };

  g_array_append_val (level->prefixes, prefix);
  g_array_index (level->prefixes, Prefix, parent).child = added;
  if (parent == 0)
    level->first[byte] = added;
  return added;
}

static void
level_init (Level *level,
            gsize  room)
{
  Prefix root = { 0 };

  level->values = g_byte_array_sized_new ((guint) room);
  level->prefixes = g_array_sized_new (FALSE, FALSE, sizeof (Prefix), (guint) room / 3 + 1);
  g_array_append_val (level->prefixes, root);
}

/* "da1her" is the letters "daher" and the values 0 0 1 0 0 0. */
static void
level_add (Level      *level,
           const char *line,
           gsize       length)
{
  guint8 values[MAX_PATTERN + 1] = { 0 };
  char letters[MAX_PATTERN];
  guint n = 0, same = 0;

  /* A pattern that changes letters would change the text; none of reformed German does. */
  if (length == 0 || length > MAX_PATTERN || memchr (line, '/', length) != NULL)
    return;
  for (gsize i = 0; i < length; i++)
    {
      if (line[i] >= '0' && line[i] <= '9')
        values[n] = (guint8) (line[i] - '0');
      else
        letters[n++] = line[i];
    }
  if (n == 0)
    return;

  /* Files are sorted: what a pattern shares with the one before needs no search. */
  while (same < MIN (n, level->n_previous) && letters[same] == level->previous[same])
    same++;
  for (guint i = same; i < n; i++)
    {
      guint32 child = level_child (level, level->path[i], (guint8) letters[i]);

      if (child == 0)
        child = level_add_child (level, level->path[i], (guint8) letters[i]);
      level->path[i + 1] = child;
    }
  g_array_index (level->prefixes, Prefix, level->path[n]).values = level->values->len + 1;
  g_byte_array_append (level->values, values, n + 1);
  memcpy (level->previous, letters, n);
  level->n_previous = n;
}

static guint
letters_in (const VlgHyphenation *self,
            const char           *text,
            gsize                 length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += self->latin1 || ((guint8) text[i] & 0xc0) != 0x80;
  return n;
}

/* Weighs every place of the word by the patterns that match; an odd weight is a break. At each place only the longest beginning of a pattern that ends
 * there counts, whether it is a pattern or not: libhyphen's rule, which the files are made for. */
static void
apply_patterns (const Level *level,
                const char  *word,
                gsize        length,
                guint8      *weights)
{
  guint8 dotted[MAX_WORD + 2];
  gsize reached = 0;

  dotted[0] = '.';
  memcpy (dotted + 1, word, length);
  dotted[length + 1] = '.';
  memset (weights, 0, length + 3);
  for (gsize start = 0; start < length + 2; start++)
    {
      guint32 prefix = 0;

      for (gsize end = start + 1; end <= length + 2; end++)
        {
          guint32 values;

          prefix = level_child (level, prefix, dotted[end - 1]);
          if (prefix == 0)
            break;
          if (end <= reached)
            continue;
          reached = end;
          values = g_array_index (level->prefixes, Prefix, prefix).values;
          for (gsize i = 0; values != 0 && i <= end - start; i++)
            weights[start + i] = MAX (weights[start + i], level->values->data[values - 1 + i]);
        }
    }
}

static void
find_breaks (const VlgHyphenation *self,
             guint                 depth,
             const char           *word,
             gsize                 length,
             guint8               *breaks)
{
  guint8 weights[MAX_WORD + 3];
  gsize begin = 0;
  gboolean last = depth + 1 == self->n_levels;

  apply_patterns (&self->levels[depth], word, length, weights);
  for (gsize i = 1; i < length; i++)
    {
      /* weights[0] stands before the leading dot. */
      if ((weights[i + 1] & 1) == 0)
        continue;
      if (letters_in (self, word, i) < self->compound_left || letters_in (self, word + i, length - i) < self->compound_right)
        continue;
      breaks[i] = 1;
      if (!last)
        find_breaks (self, depth, word + begin, i - begin, breaks + begin);
      begin = i;
    }
  if (last)
    return;
  if (begin > 0)
    find_breaks (self, depth, word + begin, length - begin, breaks + begin);
  else
    find_breaks (self, depth + 1, word, length, breaks);
}

void
vlg_hyphenation_find (VlgHyphenation *self,
                      const char     *word,
                      gsize           length,
                      guint           minimum,
                      guint8         *breaks)
{
  char coded[MAX_WORD] = { 0 };
  guint8 found[MAX_WORD] = { 0 }, at[MAX_WORD];
  gsize n = 0;

  g_return_if_fail (self != NULL);

  memset (breaks, 0, length);
  if (length < 2 || length > MAX_WORD)
    return;
  /* The word in the patterns' encoding, and where its characters stand. */
  for (const char *p = word; p < word + length; p = self->latin1 ? g_utf8_next_char (p) : p + 1)
    {
      gunichar c = self->latin1 ? g_utf8_get_char (p) : (guint8) *p;

      if (c > 0xff)
        return;
      at[n] = (guint8) (p - word);
      coded[n++] = (char) c;
    }
  find_breaks (self, 0, coded, n, found);
  for (gsize i = 1; i < n; i++)
    if (found[i] && letters_in (self, coded, i) >= minimum && letters_in (self, coded + i, n - i) >= minimum)
      breaks[at[i]] = 1;
}

static void
read_option (VlgHyphenation *self,
             const char     *line,
             gsize           length)
{
  static const char left[] = "COMPOUNDLEFTHYPHENMIN ", right[] = "COMPOUNDRIGHTHYPHENMIN ";

  if (length > strlen (left) && strncmp (line, left, strlen (left)) == 0)
    self->compound_left = (guint) strtoul (line + strlen (left), NULL, 10);
  else if (length > strlen (right) && strncmp (line, right, strlen (right)) == 0)
    self->compound_right = (guint) strtoul (line + strlen (right), NULL, 10);
}

VlgHyphenation *
vlg_hyphenation_new (const char *data,
                     gsize       length)
{
  const char *end = memchr (data, '\n', length), *text_end = data + length;
  g_autofree char *encoding = NULL;
  VlgHyphenation *self;

  if (end == NULL)
    return NULL;
  encoding = g_strstrip (g_strndup (data, (gsize) (end - data)));
  if (!g_str_equal (encoding, "UTF-8") && !g_str_equal (encoding, "ISO8859-1"))
    return NULL;

  self = g_new0 (VlgHyphenation, 1);
  self->latin1 = !g_str_equal (encoding, "UTF-8");
  self->n_levels = 1;
  for (guint i = 0; i < G_N_ELEMENTS (self->levels); i++)
    level_init (&self->levels[i], i == 0 ? MIN (length, 1 << 24) : 0);
  for (const char *line = end + 1; line < text_end; line = end + 1)
    {
      gsize n;

      end = memchr (line, '\n', (gsize) (text_end - line));
      if (end == NULL)
        end = text_end;
      n = (gsize) (end - line);
      while (n > 0 && g_ascii_isspace (line[n - 1]))
        n--;
      if (n == 9 && strncmp (line, "NEXTLEVEL", 9) == 0)
        self->n_levels = MIN (self->n_levels + 1, (guint) G_N_ELEMENTS (self->levels));
      else if (n > 0 && g_ascii_isupper (line[0]))
        read_option (self, line, n);
      else if (n > 0 && line[0] != '#' && line[0] != '%')
        level_add (&self->levels[self->n_levels - 1], line, n);
    }
  return self;
}

void
vlg_hyphenation_free (VlgHyphenation *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->levels); i++)
    {
      g_byte_array_unref (self->levels[i].values);
      g_array_unref (self->levels[i].prefixes);
    }
  g_free (self);
}

static VlgHyphenation *
load_language (const char *language)
{
  g_autofree char *underscored = g_strdelimit (g_strdup (language), "-", '_');
  g_autofree char *primary = g_strndup (underscored, strcspn (underscored, "_"));
  const char *names[] = { underscored, primary };
  g_autoptr (GPtrArray) folders = g_ptr_array_new ();

  g_ptr_array_add (folders, (gpointer) g_get_user_data_dir ());
  for (const char * const *dir = g_get_system_data_dirs (); *dir != NULL; dir++)
    g_ptr_array_add (folders, (gpointer) *dir);
  g_ptr_array_add (folders, (gpointer) "/usr/share");
  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    for (guint i = 0; i < folders->len; i++)
      {
        g_autofree char *name = g_strdup_printf ("hyph_%s.dic", names[n]);
        g_autofree char *path = g_build_filename (g_ptr_array_index (folders, i), "hyphen", name, NULL);
        GMappedFile *file = g_mapped_file_new (path, FALSE, NULL);
        VlgHyphenation *found = NULL;

        if (file != NULL && g_mapped_file_get_length (file) > 0)
          found = vlg_hyphenation_new (g_mapped_file_get_contents (file), g_mapped_file_get_length (file));
        g_clear_pointer (&file, g_mapped_file_unref);
        if (found != NULL)
          return found;
      }
  return NULL;
}

VlgHyphenation *
vlg_hyphenation_get (const char *language)
{
  static GMutex mutex;
  static GHashTable *loaded;
  gpointer found = NULL;

  if (language == NULL || *language == '\0')
    return NULL;
  g_mutex_lock (&mutex);
  if (loaded == NULL)
    loaded = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_lookup_extended (loaded, language, NULL, &found))
    {
      found = load_language (language);
      g_hash_table_insert (loaded, g_strdup (language), found);
    }
  g_mutex_unlock (&mutex);
  return found;
}
