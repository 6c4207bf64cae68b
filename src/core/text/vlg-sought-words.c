/* vlg-sought-words.c — the words of a search, found again in a text as the index found them
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-sought-words.h"

#include <string.h>

#include "vlg-string.h"

/* As the index: a pasted page is searched by its beginning. */
#define BYTES_MAX 1000
/* A shorter word is not looked for inside of others. */
#define INSIDE_CHARACTERS 3
/* Letters of European languages, folded once. */
#define N_KNOWN 0x250
#define FOLDED_MAX 16
/* Whether the search was given up is asked every so many bytes. */
#define BETWEEN_ASKING (64 * 1024)

typedef struct {
  char **tokens;      /* "bv/422/2017" is three */
  guint n_tokens;
  gboolean prefix;    /* its last token may be the beginning of one */
  gboolean inside;    /* long enough to be looked for inside of others */
} Word;

struct _VlgSoughtWords {
  GArray *words;      /* Word */
};

/* A word of the text: its letters folded, and where each byte of that comes from. */
typedef struct {
  const char *text;
  GString *folded;
  GArray *places;     /* guint32 from the start of the word */
  gsize start;
  gsize end;
} Token;

static const char *
fold_known (gunichar c)
{
  static char known[N_KNOWN][8];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 1; i < N_KNOWN; i++)
        {
          char one[8] = { 0 };
          g_autofree char *folded = NULL;

          g_unichar_to_utf8 (i, one);
          folded = vlg_string_fold (one);
          g_strlcpy (known[i], folded, sizeof known[i]);
        }
      g_once_init_leave (&ready, 1);
    }

  return known[c];
}

static void
append_folded (Token    *token,
               gunichar  c,
               gsize     place)
{
  char folded[FOLDED_MAX];
  guint32 offset = place - token->start;

  if (c < N_KNOWN)
    {
      g_strlcpy (folded, fold_known (c), sizeof folded);
    }
  else
    {
      char one[8] = { 0 };
      g_autofree char *slow = NULL;

      g_unichar_to_utf8 (c, one);
      slow = vlg_string_fold (one);
      g_strlcpy (folded, slow, sizeof folded);
    }
  for (const char *p = folded; *p != '\0'; p++)
    {
      g_string_append_c (token->folded, *p);
      g_array_append_val (token->places, offset);
    }
}

/* What the tokenizer takes for a part of a word; a mark only behind a letter. */
static gboolean
is_word_character (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum ((char) c) : g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* The next word from @from on; FALSE at the end. */
static gboolean
next_token (Token *token,
            gsize  from,
            gsize  length)
{
  const char *p = token->text + from;
  const char *end = token->text + length;

  while (p < end && !is_word_character (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (p >= end)
    return FALSE;
  g_string_truncate (token->folded, 0);
  g_array_set_size (token->places, 0);
  token->start = p - token->text;
  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_word_character (c))
        break;
      append_folded (token, c, p - token->text);
    }
  token->end = p - token->text;

  return TRUE;
}

static void
token_init (Token      *token,
            const char *text)
{
  token->text = text;
  token->folded = g_string_sized_new (64);
  token->places = g_array_sized_new (FALSE, FALSE, sizeof (guint32), 64);
}

static void
token_clear (Token *token)
{
  g_string_free (token->folded, TRUE);
  g_array_unref (token->places);
}

static gsize
token_place (const Token *token,
             gsize        index)
{
  return token->start + g_array_index (token->places, guint32, index);
}

/* Behind the letter that the folded byte before @index comes from, with its marks: half an ß is an ß. */
static gsize
token_place_end (const Token *token,
                 gsize        index)
{
  const char *p = g_utf8_next_char (token->text + token_place (token, index - 1));

  while (p < token->text + token->end && g_unichar_ismark (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p - token->text;
}

static void
clear_word (gpointer data)
{
  g_strfreev (((Word *) data)->tokens);
}

static void
add_word (GArray     *words,
          const char *part)
{
  g_autoptr (GPtrArray) tokens = g_ptr_array_new ();
  gsize length = strlen (part);
  Word word = { NULL, 0, FALSE, FALSE };
  Token token;

  token_init (&token, part);
  for (gsize at = 0; next_token (&token, at, length); at = token.end)
    if (token.folded->len > 0)
      g_ptr_array_add (tokens, g_strdup (token.folded->str));
  token_clear (&token);
  if (tokens->len == 0)
    return;
  word.n_tokens = tokens->len;
  g_ptr_array_add (tokens, NULL);
  word.tokens = (char **) g_ptr_array_free (g_steal_pointer (&tokens), FALSE);
  word.inside = word.n_tokens == 1 && g_utf8_strlen (word.tokens[0], -1) >= INSIDE_CHARACTERS;
  g_array_append_val (words, word);
}

VlgSoughtWords *
vlg_sought_words_new (const char *typed)
{
  VlgSoughtWords *self = g_new0 (VlgSoughtWords, 1);
  g_autofree char *valid = g_utf8_make_valid (typed != NULL ? typed : "", strnlen (typed != NULL ? typed : "", BYTES_MAX));
  g_autofree char *collapsed = vlg_string_collapse (valid);
  g_auto (GStrv) parts = g_strsplit (collapsed, " ", -1);

  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (self->words, clear_word);
  for (guint i = 0; parts[i] != NULL && self->words->len < VLG_SOUGHT_WORDS_MAX; i++)
    add_word (self->words, parts[i]);
  if (self->words->len > 0)
    g_array_index (self->words, Word, self->words->len - 1).prefix = TRUE;

  return self;
}

void
vlg_sought_words_free (VlgSoughtWords *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->words);
  g_free (self);
}

guint32
vlg_sought_words_get_all (const VlgSoughtWords *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (1u << self->words->len) - 1;
}

/* How far a word of several tokens has been met. */
typedef struct {
  guint n_met;
  gsize start;
} Progress;

static gboolean
token_fits (const Token *token,
            const Word  *word,
            guint        index)
{
  const char *wanted = word->tokens[index];

  if (word->prefix && index + 1 == word->n_tokens)
    return g_str_has_prefix (token->folded->str, wanted);

  return g_str_equal (token->folded->str, wanted);
}

static gboolean
tell_inside (const Token   *token,
             const Word    *word,
             guint          index,
             VlgSoughtFunc  func,
             gpointer       data)
{
  gsize length = strlen (word->tokens[0]);

  for (const char *at = strstr (token->folded->str, word->tokens[0]); at != NULL; at = strstr (at + length, word->tokens[0]))
    {
      gsize from = at - token->folded->str;
      VlgSoughtHit hit = { index, token_place (token, from), token_place_end (token, from + length) };

      if (!func (&hit, data))
        return FALSE;
    }

  return TRUE;
}

static gboolean
meet (const Token   *token,
      const Word    *word,
      Progress      *progress,
      guint          index,
      VlgSoughtFunc  func,
      gpointer       data)
{
  if (progress->n_met > 0 && !token_fits (token, word, progress->n_met))
    progress->n_met = 0;
  if (progress->n_met == 0)
    {
      if (!token_fits (token, word, 0))
        return TRUE;
      progress->start = token->start;
    }
  if (++progress->n_met == word->n_tokens)
    {
      VlgSoughtHit hit = { index, progress->start, token_place_end (token, strlen (word->tokens[word->n_tokens - 1])) };

      progress->n_met = 0;
      return func (&hit, data);
    }

  return TRUE;
}

gboolean
vlg_sought_words_scan (const VlgSoughtWords *self,
                       const char           *text,
                       gsize                 length,
                       VlgSoughtFlags        flags,
                       VlgSoughtFunc         func,
                       gpointer              data,
                       GCancellable         *cancellable)
{
  Progress progress[VLG_SOUGHT_WORDS_MAX] = { { 0, 0 } };
  gsize ask = BETWEEN_ASKING;
  gboolean going_on = TRUE;
  Token token;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  token_init (&token, text);
  for (gsize at = 0; going_on && next_token (&token, at, length); at = token.end)
    {
      for (guint i = 0; going_on && i < self->words->len; i++)
        {
          const Word *word = &g_array_index (self->words, Word, i);

          if ((flags & VLG_SOUGHT_INSIDE) && word->inside)
            going_on = tell_inside (&token, word, i, func, data);
          else if (token.folded->len > 0)
            going_on = meet (&token, word, progress + i, i, func, data);
        }
      if (token.end >= ask)
        {
          ask = token.end + BETWEEN_ASKING;
          going_on = going_on && !g_cancellable_is_cancelled (cancellable);
        }
    }
  token_clear (&token);

  return going_on;
}
