/* vlg-votes-wording.c — counts of votes as German records word them
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "vlg-string.h"
#include "vlg-votes.h"

#define MAX_COUNT 9999

typedef enum {
  TOKEN_NUMBER,     /* 30, "eine", "keine" */
  TOKEN_LABEL,      /* a word that names a count */
  TOKEN_WEAK_LABEL, /* "für", "gegen": names a count only with a colon */
  TOKEN_COLON,
  TOKEN_BREAK,      /* any other word or mark */
} TokenKind;

typedef struct {
  TokenKind kind;
  int value;      /* of a number */
  gsize count;    /* offset in VlgVotes of a label */
  gboolean used;  /* a number that belongs to a label already */
} Token;

/* Folded beginnings of words; the first that fits counts, so the longer stand before the shorter. */
static const struct {
  const char *beginning;
  gboolean whole;
  TokenKind kind;
  gsize count;
} labels[] = {
  { "ja", TRUE, TOKEN_LABEL, G_STRUCT_OFFSET (VlgVotes, in_favour) },
  { "ja-", FALSE, TOKEN_LABEL, G_STRUCT_OFFSET (VlgVotes, in_favour) },
  { "jastimme", FALSE, TOKEN_LABEL, G_STRUCT_OFFSET (VlgVotes, in_favour) },
  { "dafur", TRUE, TOKEN_LABEL, G_STRUCT_OFFSET (VlgVotes, in_favour) },
  { "dafuer", TRUE, TOKEN_LABEL, G_STRUCT_OFFSET (VlgVotes, in_favour) },
  { "furstimme", FALSE, TOKEN_LABEL, G_STRUCT_OFFSET (VlgVotes, in_favour) },
  { "fur-stimme", FALSE, TOKEN_LABEL, G_STRUCT_OFFSET (VlgVotes, in_favour) },
  { "zustimmung", FALSE, TOKEN_LABEL, G_STRUCT_OFFSET (VlgVotes, in_favour) },
  { "fur", TRUE, TOKEN_WEAK_LABEL, G_STRUCT_OFFSET (VlgVotes, in_favour) },
  { "nein", TRUE, TOKEN_LABEL, G_STRUCT_OFFSET (VlgVotes, against) },
  { "nein-", FALSE, TOKEN_LABEL, G_STRUCT_OFFSET (VlgVotes, against) },
  { "neinstimme", FALSE, TOKEN_LABEL, G_STRUCT_OFFSET (VlgVotes, against) },
  { "dagegen", TRUE, TOKEN_LABEL, G_STRUCT_OFFSET (VlgVotes, against) },
  { "gegenstimme", FALSE, TOKEN_LABEL, G_STRUCT_OFFSET (VlgVotes, against) },
  { "gegen-stimme", FALSE, TOKEN_LABEL, G_STRUCT_OFFSET (VlgVotes, against) },
  { "ablehnung", FALSE, TOKEN_LABEL, G_STRUCT_OFFSET (VlgVotes, against) },
  { "gegen", TRUE, TOKEN_WEAK_LABEL, G_STRUCT_OFFSET (VlgVotes, against) },
  { "enth", FALSE, TOKEN_LABEL, G_STRUCT_OFFSET (VlgVotes, abstentions) },
  { "stimmenthaltung", FALSE, TOKEN_LABEL, G_STRUCT_OFFSET (VlgVotes, abstentions) },
  { "befangen", FALSE, TOKEN_LABEL, G_STRUCT_OFFSET (VlgVotes, excluded) },
  { "mitwirkungsverbot", FALSE, TOKEN_LABEL, G_STRUCT_OFFSET (VlgVotes, excluded) },
  { "ausgeschlossen", FALSE, TOKEN_LABEL, G_STRUCT_OFFSET (VlgVotes, excluded) },
  { "anwesend", FALSE, TOKEN_LABEL, G_STRUCT_OFFSET (VlgVotes, present) },
};

/* Folded number words with their endings. */
static const struct {
  const char *word;
  int value;
} number_words[] = {
  { "kein", 0 }, { "keine", 0 }, { "keiner", 0 }, { "keinen", 0 }, { "ohne", 0 }, { "null", 0 },
  { "eine", 1 }, { "einer", 1 }, { "einem", 1 }, { "einen", 1 }, { "zwei", 2 }, { "drei", 3 }, { "vier", 4 },
  { "funf", 5 }, { "sechs", 6 }, { "sieben", 7 }, { "acht", 8 }, { "neun", 9 }, { "zehn", 10 }, { "elf", 11 },
  { "zwolf", 12 },
};

static void
add_token (GArray    *tokens,
           TokenKind  kind,
           int        value,
           gsize      count)
{
  Token token = { .kind = kind, .value = value, .count = count };

  g_array_append_val (tokens, token);
}

static void
add_word (GArray     *tokens,
          const char *word)
{
  /* "2 Stimmen dafür": the word stands between number and label and says nothing. */
  if (strcmp (word, "stimme") == 0 || strcmp (word, "stimmen") == 0)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (number_words); i++)
    if (strcmp (word, number_words[i].word) == 0)
      {
        add_token (tokens, TOKEN_NUMBER, number_words[i].value, 0);
        return;
      }

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (labels[i].whole ? strcmp (word, labels[i].beginning) == 0 : g_str_has_prefix (word, labels[i].beginning))
      {
        add_token (tokens, labels[i].kind, 0, labels[i].count);
        return;
      }

  add_token (tokens, TOKEN_BREAK, 0, 0);
}

static const char *
add_number (GArray     *tokens,
            const char *p)
{
  gint64 value = 0;

  for (; g_ascii_isdigit (*p); p++)
    value = MIN (value * 10 + (*p - '0'), MAX_COUNT + 1);

  add_token (tokens, value <= MAX_COUNT ? TOKEN_NUMBER : TOKEN_BREAK, (int) value, 0);

  return p;
}

/* Splits folded text. The full stop of "Enth." is part of the word. */
static GArray *
tokenize (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));

  for (const char *p = text; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isdigit (*p))
        {
          p = add_number (tokens, p);
        }
      else if (g_unichar_isalpha (c))
        {
          const char *start = p;
          g_autofree char *word = NULL;

          while (g_unichar_isalpha (g_utf8_get_char (p)) || *p == '-')
            p = g_utf8_next_char (p);
          word = g_strndup (start, p - start);
          if (*p == '.')
            p++;
          add_word (tokens, word);
        }
      else
        {
          if (*p == ':' || *p == '=')
            add_token (tokens, TOKEN_COLON, 0, 0);
          else if (!g_unichar_isspace (c))
            add_token (tokens, TOKEN_BREAK, 0, 0);
          p = g_utf8_next_char (p);
        }
    }

  return tokens;
}

static Token *
number_at (GArray *tokens,
           gsize   i)
{
  Token *token = i < tokens->len ? &g_array_index (tokens, Token, i) : NULL;

  return token != NULL && token->kind == TOKEN_NUMBER && !token->used ? token : NULL;
}

static gboolean
has_colon (GArray *tokens,
           gsize   i)
{
  return i < tokens->len && g_array_index (tokens, Token, i).kind == TOKEN_COLON;
}

/* "Ja: 37", "4 Ja", "Ja 1": a colon decides, then the number before, then the one behind. */
static gboolean
read_counts (const char *text,
             VlgVotes   *votes)
{
  g_autoptr (GArray) tokens = tokenize (text);
  gboolean found = FALSE;

  for (gsize i = 0; i < tokens->len; i++)
    {
      Token *label = &g_array_index (tokens, Token, i);
      Token *number = NULL;
      int *count;

      if (label->kind != TOKEN_LABEL && label->kind != TOKEN_WEAK_LABEL)
        continue;

      if (has_colon (tokens, i + 1))
        number = number_at (tokens, i + 2);
      else if (label->kind == TOKEN_LABEL && i > 0 && number_at (tokens, i - 1))
        number = number_at (tokens, i - 1);
      else if (label->kind == TOKEN_LABEL)
        number = number_at (tokens, i + 1);

      if (number == NULL)
        continue;

      number->used = TRUE;
      count = G_STRUCT_MEMBER_P (votes, label->count);
      if (*count == VLG_VOTES_ABSENT) /* a later count of the same kind is a group's share */
        *count = number->value;
      found = TRUE;
    }

  return found;
}

/* "10 (4 SPD, 3 CDU)": what stands in brackets is a breakdown by groups, but "Ja (30)" is a count. */
static char *
without_brackets (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p++)
    {
      gsize digits;

      if (*p != '(')
        {
          g_string_append_c (out, *p);
          continue;
        }

      digits = strspn (p + 1, " 0123456789");
      if (p[1 + digits] == ')')
        {
          g_string_append_c (out, ' ');
          g_string_append_len (out, p + 1, digits);
          g_string_append_c (out, ' ');
          p += 1 + digits;
        }
      else
        {
          const char *close = strchr (p, ')');

          if (close == NULL)
            break;
          p = close;
        }
    }

  return g_string_free (out, FALSE);
}

gboolean
vlg_votes_parse (const char *wording,
                 VlgVotes   *votes)
{
  g_autofree char *folded = NULL;
  g_autofree char *plain = NULL;
  VlgVotes read = VLG_VOTES_NONE;

  g_return_val_if_fail (wording != NULL && votes != NULL, FALSE);

  folded = vlg_string_fold (wording);
  plain = without_brackets (folded);
  /* "beschlossen (Ja: 30, Nein: 6)": the counts themselves may stand in brackets. */
  if (!read_counts (plain, &read) && !read_counts (folded, &read))
    return FALSE;

  *votes = read;

  return TRUE;
}
