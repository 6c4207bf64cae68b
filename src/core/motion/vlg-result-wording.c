/* vlg-result-wording.c — results as German records word them
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "vlg-kinds.h"
#include "vlg-string.h"
#include "vlg-votes.h"

/* Folded beginnings of words. "zieht … zurück" is looked for apart. */
static const char * const withdrawn_words[] = { "zuruckgezogen", "zuruckziehung", "zurucknahme", "zuruckgenommen", NULL };
static const char * const removed_words[] = { "abgesetzt", "absetzung", "von der tagesordnung", NULL };
static const char * const held_back_words[] = { "zuruckgestellt", "zuruckstellung", NULL };
static const char * const postponed_words[] = { "vertagt", "vertagung", NULL };
static const char * const not_dealt_words[] = { "nichtbehandlung", "nicht behandelt", "nicht zu behandeln", "nicht beraten", NULL };
static const char * const referred_words[] = { "verwiesen", "verweisung", "uberwiesen", "zuruckverwiesen", NULL };
static const char * const rejected_words[] = {
  "abgelehnt", "ablehnung", "nicht beschlossen", "nicht angenommen", "nicht zugestimmt", "nicht empfohlen",
  "nicht bestatigt", "einstimmig dagegen", "mehrheitlich dagegen", NULL
};
static const char * const noted_words[] = { "kenntnis", NULL };
static const char * const recommended_words[] = { "empfohlen", "empfehlung", "empfiehlt", NULL };
static const char * const adopted_words[] = {
  "beschlossen", "angenommen", "zugestimmt", "bestatigt", "genehmigt", "gebilligt",
  "einstimmig dafur", "mehrheitlich dafur", NULL
};
static const char * const changed_words[] = { "geandert", "abgeandert", "mit anderung", "modifiziert", NULL };

/* Whether one of @words begins a word of @text, so that "ungeändert" is not "geändert". */
static gboolean
has_any (const char         *text,
         const char * const *words)
{
  for (; *words != NULL; words++)
    for (const char *p = strstr (text, *words); p != NULL; p = strstr (p + 1, *words))
      {
        const char *previous = g_utf8_find_prev_char (text, p);

        if (previous == NULL || !g_unichar_isalpha (g_utf8_get_char (previous)))
          return TRUE;
      }

  return FALSE;
}

/* "nicht beschlossen" must not be found as "beschlossen" too. */
static char *
without_negations (const char *text)
{
  GString *out = g_string_new (text);

  for (const char * const *word = rejected_words; *word != NULL; word++)
    if (g_str_has_prefix (*word, "nicht "))
      g_string_replace (out, *word, "", 0);

  return g_string_free (out, FALSE);
}

/* "Die Fraktion zieht ihren Antrag daraufhin zurück." */
static gboolean
is_withdrawal (const char *text)
{
  const char *verb = strstr (text, "zieht ");

  return has_any (text, withdrawn_words) || (verb != NULL && strstr (verb, " zuruck") != NULL);
}

/* What kept the item from a decision. */
static VlgResult
parse_procedure (const char *text)
{
  if (is_withdrawal (text))
    return VLG_RESULT_WITHDRAWN;
  if (has_any (text, removed_words))
    return VLG_RESULT_REMOVED;
  if (has_any (text, held_back_words))
    return VLG_RESULT_HELD_BACK;
  if (has_any (text, postponed_words))
    return VLG_RESULT_POSTPONED;
  if (has_any (text, not_dealt_words))
    return VLG_RESULT_NOT_DEALT_WITH;
  if (has_any (text, referred_words))
    return VLG_RESULT_REFERRED;

  return VLG_RESULT_NONE;
}

VlgResult
vlg_result_parse (const char *wording)
{
  g_autofree char *folded = NULL;
  g_autofree char *text = NULL;
  g_autofree char *positive = NULL;
  VlgResult procedure;
  gboolean rejected, adopted, recommended, changed;
  VlgVotes votes;

  g_return_val_if_fail (wording != NULL, VLG_RESULT_NONE);

  folded = vlg_string_fold (wording);
  text = vlg_string_collapse (folded);
  positive = without_negations (text);

  procedure = parse_procedure (text);
  rejected = has_any (text, rejected_words);
  recommended = has_any (positive, recommended_words);
  adopted = has_any (positive, adopted_words);
  changed = has_any (positive, changed_words);

  /* "Der Antrag auf Vertagung wird abgelehnt", "Teil A abgelehnt, im Übrigen beschlossen": a person has to read that. */
  if (rejected && (procedure != VLG_RESULT_NONE || adopted))
    return VLG_RESULT_NONE;
  if (procedure != VLG_RESULT_NONE)
    return procedure;
  if (rejected)
    return VLG_RESULT_REJECTED;
  if (recommended)
    return changed ? VLG_RESULT_RECOMMENDED_WITH_CHANGES : VLG_RESULT_RECOMMENDED;
  if (adopted)
    return changed ? VLG_RESULT_ADOPTED_WITH_CHANGES : VLG_RESULT_ADOPTED;
  if (has_any (text, noted_words))
    return VLG_RESULT_NOTED;

  return vlg_votes_parse (wording, &votes) ? vlg_votes_outcome (&votes) : VLG_RESULT_NONE;
}
