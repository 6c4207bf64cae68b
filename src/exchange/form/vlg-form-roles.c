/* vlg-form-roles.c — names and roles as they stand under a form
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-form-roles.h"

#include <string.h>

#include "vlg-form-lines.h"

/* Roles of any municipality; longer ones before those they begin with. Feminine forms end in "in" or "e". */
static const char * const general_roles[] = {
  "Oberbürgermeisterin", "Oberbürgermeister", "Ortsbürgermeisterin", "Ortsbürgermeister", "Bürgermeisterin", "Bürgermeister",
  "Stadtratsvorsitzender", "Stadtratsvorsitzende", "Fraktionsvorsitzender", "Fraktionsvorsitzende", "Vorsitzender", "Vorsitzende",
  "Stellvertreterin", "Stellvertreter", "Stellvertretender Vorsitzender", "Stellvertretende Vorsitzende", "stellv. Vorsitzender",
  "stellv. Vorsitzende", "Beigeordneter", "Beigeordnete", "Dezernentin", "Dezernent", "Amtsleiterin", "Amtsleiter", "Landrätin", "Landrat",
  "Stadträtin", "Stadtrat", "Schriftführerin", "Schriftführer", "Protokollführerin", "Protokollführer", NULL
};

/* Past an ordinal ("1. "), or @text. */
static const char *
skip_ordinal (const char *text)
{
  const char *p = text;

  while (g_ascii_isdigit (*p))
    p++;
  if (p == text || *p != '.' || p[1] != ' ')
    return text;

  return vlg_form_skip_blanks (p + 1);
}

/* The longest role at the start of @text: behind it, or NULL. */
static const char *
match_role (VlgProfile *profile,
            const char *text)
{
  GListModel *signatories = vlg_profile_get_signatories (profile);
  const char *best = NULL;
  const char *bare;

  for (guint i = 0; i < g_list_model_get_n_items (signatories); i++)
    {
      g_autoptr (VlgSignatory) signatory = g_list_model_get_item (signatories, i);
      const char *role = vlg_signatory_get_role (signatory);
      const char *rest = *role != '\0' ? vlg_form_match_label (role, text) : NULL;

      if (rest != NULL && rest > best)
        best = rest;
    }
  if (best != NULL)
    return best;

  bare = skip_ordinal (text);
  for (guint i = 0; general_roles[i] != NULL; i++)
    {
      const char *rest = vlg_form_match_label (general_roles[i], bare);

      if (rest != NULL && *rest != '-')
        return rest;
    }

  return NULL;
}

GPtrArray *
vlg_form_split_roles (VlgProfile *profile,
                      const char *text)
{
  g_autoptr (GPtrArray) roles = g_ptr_array_new_with_free_func (g_free);
  const char *p = vlg_form_skip_blanks (text);

  while (*p != '\0')
    {
      const char *start = p;
      const char *rest = match_role (profile, p);
      gunichar following;

      if (rest == NULL)
        return NULL;
      rest = vlg_form_skip_blanks (rest);
      following = g_utf8_get_char (rest);
      /* "Beigeordneter für Wirtschaft und Kultur": a role goes on in lower case, up to the next. */
      if (*rest != '\0' && match_role (profile, rest) == NULL)
        {
          if (!g_unichar_islower (following) && following != '(')
            return NULL;
          while (*rest != '\0' && match_role (profile, rest) == NULL)
            {
              rest += strcspn (rest, " \t");
              rest = vlg_form_skip_blanks (rest);
            }
        }
      g_ptr_array_add (roles, g_strchomp (g_strndup (start, rest - start)));
      p = rest;
    }

  return roles->len > 0 ? g_steal_pointer (&roles) : NULL;
}

/* Words that stand before the first name or inside the family name, so that they count to the word behind them. */
static gboolean
is_prefix_word (const char *word)
{
  static const char * const prefixes[] = {
    "von", "van", "vom", "zu", "zum", "zur", "de", "der", "den", "ter", "la", "le", "Freiherr", "Freifrau", "Graf", "Gräfin",
    "gez.", "i.", "A.", "V.", "Herr", "Frau", NULL
  };

  if (g_strv_contains (prefixes, word))
    return TRUE;

  /* "Dr.", "Prof.", "med.", "Dipl.-Ing." */
  return g_str_has_suffix (word, ".");
}

gboolean
vlg_form_is_name (const char *text)
{
  g_auto (GStrv) words = NULL;
  gsize length = strlen (text);
  guint n_words;

  if (length < 2 || length > 100 || strchr (".,:;!?", text[length - 1]) != NULL)
    return FALSE;
  words = g_strsplit (text, " ", -1);
  n_words = g_strv_length (words);
  if (n_words > 8)
    return FALSE;
  for (guint i = 0; i < n_words; i++)
    {
      gunichar first = g_utf8_get_char (words[i]);

      if (words[i][0] == '\0' || is_prefix_word (words[i]))
        continue;
      if (!g_unichar_isupper (first))
        return FALSE;
      if (strpbrk (words[i], "0123456789/:;!?") != NULL)
        return FALSE;
    }

  return TRUE;
}

/* The words of a segment put together to units: a title or "von" and what follows count as one. */
static void
append_units (GPtrArray  *units,
              const char *segment)
{
  g_auto (GStrv) words = g_strsplit_set (segment, " \t", -1);
  g_autoptr (GString) unit = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '\0')
        continue;
      if (unit->len > 0)
        g_string_append_c (unit, ' ');
      g_string_append (unit, words[i]);
      if (!is_prefix_word (words[i]))
        {
          g_ptr_array_add (units, g_strdup (unit->str));
          g_string_truncate (unit, 0);
        }
    }
  if (unit->len > 0)
    g_ptr_array_add (units, g_strdup (unit->str));
}

/* Cuts one segment into @n names of as many units each as comes out even. */
static gboolean
cut_segment (GPtrArray  *names,
             const char *segment,
             guint       n,
             gboolean   *sure)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_free);
  guint at = 0;

  if (n == 1)
    {
      g_ptr_array_add (names, g_strdup (segment));
      return TRUE;
    }
  append_units (units, segment);
  if (units->len < n)
    return FALSE;
  if (units->len != 2 * n)
    *sure = FALSE;

  for (guint i = 0; i < n; i++)
    {
      guint end = (guint) ((guint64) units->len * (i + 1) / n);
      GString *name = g_string_new (NULL);

      for (; at < end; at++)
        {
          if (name->len > 0)
            g_string_append_c (name, ' ');
          g_string_append (name, g_ptr_array_index (units, at));
        }
      g_ptr_array_add (names, g_string_free (name, FALSE));
    }

  return TRUE;
}

GPtrArray *
vlg_form_split_names (GPtrArray *segments,
                      guint      n_names,
                      gboolean  *sure)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint *shares = NULL;
  g_autofree guint *n_units = NULL;

  if (segments->len == 0 || segments->len > n_names)
    return NULL;

  shares = g_new0 (guint, segments->len);
  n_units = g_new0 (guint, segments->len);
  for (guint i = 0; i < segments->len; i++)
    {
      g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_free);

      append_units (units, g_ptr_array_index (segments, i));
      n_units[i] = units->len;
      shares[i] = 1;
    }
  /* The names that no gap sets apart stand where the most words share one. */
  for (guint left = n_names - segments->len; left > 0; left--)
    {
      guint most = 0;

      for (guint i = 1; i < segments->len; i++)
        if (n_units[i] * shares[most] > n_units[most] * shares[i])
          most = i;
      shares[most]++;
    }

  for (guint i = 0; i < segments->len; i++)
    if (!cut_segment (names, g_ptr_array_index (segments, i), shares[i], sure))
      return NULL;

  return g_steal_pointer (&names);
}
