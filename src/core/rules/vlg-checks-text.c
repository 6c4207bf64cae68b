/* vlg-checks-text.c — rules over the texts of a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vlg-checks-private.h"
#include "vlg-document.h"
#include "vlg-string.h"

static gboolean
is_empty (const char *text)
{
  g_autofree char *collapsed = vlg_string_collapse (text);

  return *collapsed == '\0';
}

void
vlg_checks_title_missing (VlgMotion  *motion,
                          VlgProfile *profile,
                          GPtrArray  *findings)
{
  if (is_empty (vlg_motion_get_text (motion, VLG_FIELD_TITLE)))
    vlg_checks_add (findings, "title-missing", VLG_SEVERITY_BLOCKING, VLG_FIELD_TITLE, -1,
                    g_strdup (_("The motion has no title.")), _("Enter the title under which it stands on the agenda."));
}

void
vlg_checks_resolution_missing (VlgMotion  *motion,
                               VlgProfile *profile,
                               GPtrArray  *findings)
{
  g_autofree char *plain = vlg_markdown_to_plain (vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION));

  if (is_empty (plain))
    vlg_checks_add (findings, "resolution-missing", VLG_SEVERITY_BLOCKING, VLG_FIELD_RESOLUTION, -1,
                    g_strdup (_("The resolution has no wording.")), _("Enter the wording that is voted on."));
}

void
vlg_checks_reasoning_missing (VlgMotion  *motion,
                              VlgProfile *profile,
                              GPtrArray  *findings)
{
  g_autofree char *plain = vlg_markdown_to_plain (vlg_motion_get_text (motion, VLG_FIELD_REASONING));

  if (is_empty (plain))
    vlg_checks_add (findings, "reasoning-missing", VLG_SEVERITY_WARNING, VLG_FIELD_REASONING, -1,
                    g_strdup (_("The motion gives no reasoning.")), _("Enter the reasoning, or refer to the annex that holds it."));
}

/* Whether the motion has an annex @number; 0 asks for any that the paper counts. */
static gboolean
has_annex (VlgMotion *motion,
           guint      number)
{
  GListModel *annexes = G_LIST_MODEL (vlg_motion_get_annexes (motion));

  for (guint i = 0; i < g_list_model_get_n_items (annexes); i++)
    {
      g_autoptr(VlgAnnex) annex = g_list_model_get_item (annexes, i);
      guint own = vlg_annex_get_number (annex);

      if (own > 0 && (number == 0 || own == number))
        return TRUE;
    }

  return FALSE;
}

static void
report_annex (VlgMotion  *motion,
              VlgField    field,
              guint       number,
              GHashTable *seen,
              GPtrArray  *findings)
{
  if (has_annex (motion, number) || !g_hash_table_add (seen, GUINT_TO_POINTER (number)))
    return;

  vlg_checks_add (findings, "annex-absent", VLG_SEVERITY_WARNING, field, -1,
                  number == 0 ? g_strdup (_("The text refers to an annex, but there is none."))
                              : g_strdup_printf (_("The text refers to annex %u, which is missing."), number),
                  _("Add the annex, or take the reference out of the text."));
}

/* Skips blanks, then one of the words that join numbers ("1, 2 und 3", "1 bis 3"); NULL when the list ends here. */
static const char *
skip_joint (const char *p,
            gboolean   *range)
{
  static const struct {
    const char *word;
    gboolean range;
  } joints[] = { { ",", FALSE }, { "und ", FALSE }, { "u. ", FALSE }, { "sowie ", FALSE }, { "bis ", TRUE }, { "–", TRUE }, { "-", TRUE } };

  p += strspn (p, " \n");
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      if (g_str_has_prefix (p, joints[i].word))
        {
          *range = joints[i].range;
          p += strlen (joints[i].word);
          p += strspn (p, " \n");
          return g_ascii_isdigit (*p) ? p : NULL;
        }
    }

  return NULL;
}

/* Reads the numbers after "siehe Anlage" at @p. */
static void
check_reference (VlgMotion  *motion,
                 VlgField    field,
                 const char *p,
                 GHashTable *seen,
                 GPtrArray  *findings)
{
  guint64 last = 0;
  gboolean range = FALSE;

  p += strspn (p, "n");
  p += strspn (p, " \n");
  if (!g_ascii_isdigit (*p))
    {
      report_annex (motion, field, 0, seen, findings);
      return;
    }

  while (p != NULL)
    {
      char *end;
      guint64 number = g_ascii_strtoull (p, &end, 10);

      /* An annex with a three-digit number is a slip or something else, such as a year. */
      if (number == 0 || number > 99)
        return;
      for (guint64 n = range && last < number ? last + 1 : number; n <= number; n++)
        report_annex (motion, field, (guint) n, seen, findings);
      last = number;
      p = skip_joint (end, &range);
    }
}

void
vlg_checks_annex_absent (VlgMotion  *motion,
                         VlgProfile *profile,
                         GPtrArray  *findings)
{
  static const VlgField fields[] = {
    VLG_FIELD_RESOLUTION, VLG_FIELD_LEGAL_BASIS, VLG_FIELD_RELATED_RESOLUTIONS,
    VLG_FIELD_EXPERT_OPINIONS, VLG_FIELD_PUBLICATION_NOTES, VLG_FIELD_REASONING,
  };
  g_autofree char *words = g_utf8_strdown (vlg_profile_get_heading (profile, VLG_HEADING_SEE_ANNEX), -1);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = vlg_motion_get_text (motion, fields[i]);
      g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
      g_autofree char *plain = NULL;
      g_autofree char *lower = NULL;

      if (*text == '\0')
        continue;

      plain = vlg_markdown_to_plain (text);
      lower = g_utf8_strdown (plain, -1);
      for (const char *p = strstr (lower, words); p != NULL; p = strstr (p, words))
        {
          p += strlen (words);
          check_reference (motion, fields[i], p, seen, findings);
        }
    }
}

void
vlg_checks_unrecognised_kept (VlgMotion  *motion,
                              VlgProfile *profile,
                              GPtrArray  *findings)
{
  g_auto(GStrv) lines = g_strsplit (vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED), "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (!is_empty (lines[i]))
        n++;
    }

  if (n > 0)
    vlg_checks_add (findings, "unrecognised-kept", VLG_SEVERITY_HINT, VLG_FIELD_UNRECOGNISED, -1,
                    g_strdup_printf (ngettext ("%u line was not recognised.", "%u lines were not recognised.", n), n),
                    _("Look whether they belong into a field, and move them there."));
}
