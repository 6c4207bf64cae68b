/* vlg-typesetter.c — words into glyphs
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-line-cache.h"

#include <pango/pangocairo.h>
#include <string.h>

/* A thread's words are given up and begun anew beyond this many, so that a long session does not grow. */
#define MOST_WORDS 60000

struct _VlgWords {
  gatomicrefcount ref_count;
  GStringChunk   *texts;
  GPtrArray      *words;   /* VlgWord, owned */
  GPtrArray      *fonts;   /* VlgFont, owned */
  const VlgWord  *blanks[VLG_N_FACES];
};

struct _VlgTypesetter {
  /* owned */
  PangoFontMap  *font_map;
  PangoContext  *contexts[VLG_N_FACES];
  PangoAttrList *attributes;
  VlgWords      *words;
  GHashTable    *by_text;   /* Key to VlgWord, both owned by words */
  GHashTable    *by_font;   /* PangoFont to VlgFont */
  char          *language;
  VlgLineCache  *lines;     /* NULL until it is asked for; made of words */
};

static const struct {
  const char *description;
  double      size, leading;
} faces[VLG_N_FACES] = {
#define SANS "Liberation Sans,Arimo,Helvetica,sans-serif"
#define MONO "Liberation Mono,Cousine,monospace"
  [VLG_FACE_TEXT] = { SANS, 11, 14 },
  [VLG_FACE_BOLD] = { SANS " Bold", 11, 14 },
  [VLG_FACE_ITALIC] = { SANS " Italic", 11, 14 },
  [VLG_FACE_BOLD_ITALIC] = { SANS " Bold Italic", 11, 14 },
  [VLG_FACE_CODE] = { MONO, 9.5, 12 },
  [VLG_FACE_TABLE] = { SANS, 10, 12.5 },
  [VLG_FACE_TABLE_BOLD] = { SANS " Bold", 9.5, 12.5 },
  [VLG_FACE_ANNEX] = { SANS " Bold", 14, 18 },
  [VLG_FACE_HEADING] = { SANS " Bold", 12.5, 16 },
  [VLG_FACE_SUBHEADING] = { SANS " Bold", 11.5, 14.5 },
  [VLG_FACE_MUNICIPALITY] = { SANS, 11, 14 },
  [VLG_FACE_KIND] = { SANS " Bold", 18, 22 },
  [VLG_FACE_FOOT] = { SANS, 8.5, 11 },
};

double
vlg_face_size (VlgFace face)
{
  return faces[face].size;
}

double
vlg_face_leading (VlgFace face)
{
  return faces[face].leading;
}

/* Keys are words themselves: text, length and face are what counts. */
static guint
word_hash (gconstpointer key)
{
  const VlgWord *word = key;
  guint hash = 2166136261u ^ word->face;

  for (guint i = 0; i < word->length; i++)
    hash = (hash ^ (guint8) word->text[i]) * 16777619u;
  return hash;
}

static gboolean
word_equal (gconstpointer a,
            gconstpointer b)
{
  const VlgWord *one = a, *other = b;

  return one->face == other->face && one->length == other->length && memcmp (one->text, other->text, one->length) == 0;
}

static void
word_free (gpointer data)
{
  VlgWord *word = data;

  for (guint i = 0; i < word->n_runs; i++)
    {
      g_free (word->runs[i].glyphs);
      g_free (word->runs[i].clusters);
    }
  g_free (word->runs);
  g_free (word);
}

static void
font_free (gpointer data)
{
  VlgFont *font = data;

  cairo_font_face_destroy (font->face);
  cairo_font_options_destroy (font->options);
  g_free (font);
}

static VlgWords *
vlg_words_new (void)
{
  VlgWords *self = g_new0 (VlgWords, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->texts = g_string_chunk_new (16 * 1024);
  self->words = g_ptr_array_new_with_free_func (word_free);
  self->fonts = g_ptr_array_new_with_free_func (font_free);
  return self;
}

VlgWords *
vlg_words_ref (VlgWords *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
vlg_words_unref (VlgWords *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->fonts);
  g_free (self);
}

static void
forget_words (VlgTypesetter *self)
{
  g_clear_pointer (&self->lines, vlg_line_cache_free);
  g_clear_pointer (&self->by_text, g_hash_table_unref);
  g_clear_pointer (&self->by_font, g_hash_table_unref);
  g_clear_pointer (&self->words, vlg_words_unref);
}

static void
begin_words (VlgTypesetter *self)
{
  self->words = vlg_words_new ();
  self->by_text = g_hash_table_new (word_hash, word_equal);
  self->by_font = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  for (guint face = 0; face < VLG_N_FACES; face++)
    vlg_typesetter_blank (self, face);
}

static void
typesetter_free (gpointer data)
{
  VlgTypesetter *self = data;

  forget_words (self);
  for (guint i = 0; i < VLG_N_FACES; i++)
    g_clear_object (&self->contexts[i]);
  pango_attr_list_unref (self->attributes);
  g_object_unref (self->font_map);
  g_free (self->language);
  g_free (self);
}

static PangoContext *
create_context (PangoFontMap *font_map,
                VlgFace       face,
                const char   *language)
{
  PangoContext *context = pango_font_map_create_context (font_map);
  PangoFontDescription *description = pango_font_description_from_string (faces[face].description);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* What is measured must not depend on the device: the same lines on screen, printer and PDF. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (language));
  pango_font_description_set_size (description, (int) (faces[face].size * PANGO_SCALE));
  pango_context_set_font_description (context, description);
  cairo_font_options_destroy (options);
  pango_font_description_free (description);
  return context;
}

static VlgTypesetter *
typesetter_new (const char *language)
{
  VlgTypesetter *self = g_new0 (VlgTypesetter, 1);

  self->language = g_strdup (language);
  self->font_map = pango_cairo_font_map_new ();
  self->attributes = pango_attr_list_new ();
  /* Ligatures would cut the text layer of the PDF. */
  pango_attr_list_insert (self->attributes, pango_attr_font_features_new ("liga=0, clig=0, dlig=0"));
  for (guint i = 0; i < VLG_N_FACES; i++)
    self->contexts[i] = create_context (self->font_map, i, language);
  begin_words (self);
  return self;
}

VlgTypesetter *
vlg_typesetter_get (const char *language)
{
  static GPrivate key = G_PRIVATE_INIT (typesetter_free);
  VlgTypesetter *self = g_private_get (&key);

  if (self == NULL || g_strcmp0 (self->language, language) != 0)
    {
      self = typesetter_new (language);
      g_private_replace (&key, self);
    }
  else if (self->words->words->len > MOST_WORDS)
    {
      forget_words (self);
      begin_words (self);
    }
  return self;
}

VlgWords *
vlg_typesetter_get_words (VlgTypesetter *self)
{
  return self->words;
}

VlgLineCache *
vlg_typesetter_get_line_cache (VlgTypesetter *self)
{
  if (self->lines == NULL)
    self->lines = vlg_line_cache_new ();
  return self->lines;
}

const char *
vlg_typesetter_get_language (VlgTypesetter *self)
{
  return self->language;
}

static const VlgFont *
remember_font (VlgTypesetter *self,
               PangoFont     *pango_font)
{
  VlgFont *font = g_hash_table_lookup (self->by_font, pango_font);
  cairo_scaled_font_t *scaled;

  if (font != NULL)
    return font;
  scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (pango_font));
  font = g_new0 (VlgFont, 1);
  font->options = cairo_font_options_create ();
  font->face = cairo_font_face_reference (cairo_scaled_font_get_font_face (scaled));
  cairo_scaled_font_get_font_matrix (scaled, &font->matrix);
  cairo_scaled_font_get_font_options (scaled, font->options);
  g_ptr_array_add (self->words->fonts, font);
  g_hash_table_insert (self->by_font, g_object_ref (pango_font), font);
  return font;
}

/* Groups glyphs into clusters; pango names each glyph's first byte, counted within the item. An empty glyph is not drawn. */
static void
set_clusters (VlgRun                 *run,
              const PangoGlyphString *glyphs)
{
  guint n = 0;

  run->clusters = g_new0 (cairo_text_cluster_t, run->n_glyphs);
  for (guint i = 0; i < run->n_glyphs;)
    {
      guint end = i + 1, next;

      while (end < run->n_glyphs && glyphs->log_clusters[end] == glyphs->log_clusters[i])
        end++;
      if (run->backward)
        next = i == 0 ? run->length : (guint) glyphs->log_clusters[i - 1];
      else
        next = end < run->n_glyphs ? (guint) glyphs->log_clusters[end] : run->length;
      run->clusters[n].num_bytes = (int) (next - (guint) glyphs->log_clusters[i]);
      for (guint g = i; g < end; g++)
        run->clusters[n].num_glyphs += glyphs->glyphs[g].glyph != PANGO_GLYPH_EMPTY;
      n++;
      i = end;
    }
  run->n_clusters = n;
  /* Cairo takes the clusters of a backward run in the order of the text. */
  for (guint i = 0; run->backward && i < n / 2; i++)
    {
      cairo_text_cluster_t swap = run->clusters[i];

      run->clusters[i] = run->clusters[n - 1 - i];
      run->clusters[n - 1 - i] = swap;
    }
}

static double
fill_run (VlgTypesetter *self,
          VlgRun        *run,
          const char    *text,
          gsize          length,
          PangoItem     *item,
          double         x)
{
  PangoGlyphString *glyphs = pango_glyph_string_new ();

  pango_shape_full (text + item->offset, item->length, text, (int) length, &item->analysis, glyphs);
  run->font = remember_font (self, item->analysis.font);
  run->start = (guint) item->offset;
  run->length = (guint) item->length;
  run->n_glyphs = (guint) glyphs->num_glyphs;
  run->backward = (item->analysis.level & 1) != 0;
  set_clusters (run, glyphs);
  run->glyphs = g_new (VlgGlyph, run->n_glyphs);
  run->n_glyphs = 0;
  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];
      VlgGlyph *glyph = &run->glyphs[run->n_glyphs];

      if (info->glyph == PANGO_GLYPH_EMPTY)
        continue;
      /* A character no font has is drawn as the font's own box, so that the text stays whole. */
      glyph->index = (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 ? 0 : info->glyph;
      glyph->x = (float) (x + pango_units_to_double (info->geometry.x_offset));
      glyph->y = (float) pango_units_to_double (info->geometry.y_offset);
      x += pango_units_to_double (info->geometry.width);
      run->n_glyphs++;
    }
  pango_glyph_string_free (glyphs);
  return x;
}

static gboolean
prints_nothing (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad || c == 0x200b || c == 0x2060 || c == 0xfeff || (c >= 0x200e && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

/* Only texts with bytes that no plain letter has need a second look. */
static char *
clean_text (VlgTypesetter *self,
            const char    *text,
            gsize          length,
            gsize         *cleaned)
{
  g_autoptr (GString) string = g_string_sized_new (length);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0xa0 || c == 0x202f || (c >= 0x2000 && c <= 0x200a))
        g_string_append_c (string, ' ');
      else if (!prints_nothing (c))
        g_string_append_unichar (string, c);
    }
  *cleaned = string->len;
  return g_string_chunk_insert_len (self->words->texts, string->str, (gssize) string->len);
}

static const VlgWord *
shape_anew (VlgTypesetter *self,
            VlgFace        face,
            const char    *text,
            gsize          length)
{
  VlgWord *word = g_new0 (VlgWord, 1);
  GList *items, *link;
  double x = 0;

  word->text = (char *) text;
  word->length = (guint) length;
  word->face = face;
  if (length > 0)
    {
      items = pango_itemize_with_base_dir (self->contexts[face], PANGO_DIRECTION_LTR, text, 0, (int) length, self->attributes, NULL);
      items = pango_reorder_items (link = items);
      g_list_free (link);
      word->runs = g_new0 (VlgRun, g_list_length (items));
      for (link = items; link != NULL; link = link->next)
        x = fill_run (self, &word->runs[word->n_runs++], text, length, link->data, x);
      g_list_free_full (items, (GDestroyNotify) pango_item_free);
    }
  word->width = (float) x;
  g_ptr_array_add (self->words->words, word);
  return word;
}

const VlgWord *
vlg_typesetter_shape (VlgTypesetter *self,
                      VlgFace        face,
                      const char    *text,
                      gsize          length)
{
  VlgWord key = { .text = (char *) text, .length = (guint) length, .face = face };
  VlgWord *named;
  const VlgWord *word = g_hash_table_lookup (self->by_text, &key);
  gsize cleaned;
  char *clean;

  if (word != NULL)
    return word;
  clean = clean_text (self, text, length, &cleaned);
  key.text = clean;
  key.length = (guint) cleaned;
  word = g_hash_table_lookup (self->by_text, &key);
  if (word == NULL)
    {
      word = shape_anew (self, face, clean, cleaned);
      g_hash_table_insert (self->by_text, (gpointer) word, (gpointer) word);
    }
  /* Known under its raw spelling too. */
  if (cleaned != length || memcmp (clean, text, length) != 0)
    {
      named = g_memdup2 (&key, sizeof key);
      named->text = g_string_chunk_insert_len (self->words->texts, text, (gssize) length);
      named->length = (guint) length;
      g_ptr_array_add (self->words->words, named);
      g_hash_table_insert (self->by_text, named, (gpointer) word);
    }
  return word;
}

double
vlg_typesetter_blank (VlgTypesetter *self,
                      VlgFace        face)
{
  if (self->words->blanks[face] == NULL)
    self->words->blanks[face] = vlg_typesetter_shape (self, face, " ", 1);
  return (double) self->words->blanks[face]->width;
}

const VlgWord *
vlg_words_get_blank (const VlgWords *self,
                     VlgFace         face)
{
  return self->blanks[face];
}
