/* vlg-agenda-numbering.c — the numbers of an agenda, as a pure function
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-agenda-numbering.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (VlgAgendaWording, vlg_agenda_wording, vlg_agenda_wording_copy, vlg_agenda_wording_free)

VlgAgendaWording *
vlg_agenda_wording_new (void)
{
  VlgAgendaWording *self = g_new0 (VlgAgendaWording, 1);

  self->public_letter = g_strdup ("Ö");
  self->non_public_letter = g_strdup ("N");
  self->public_heading = g_strdup ("Öffentlicher Teil");
  self->non_public_heading = g_strdup ("Nichtöffentlicher Teil");
  self->announcement = g_strdup ("Bekanntgabe der in nichtöffentlicher Sitzung gefassten Beschlüsse");
  self->withheld = g_strdup ("Nichtöffentlicher Tagesordnungspunkt");

  return self;
}

VlgAgendaWording *
vlg_agenda_wording_copy (const VlgAgendaWording *self)
{
  VlgAgendaWording *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (VlgAgendaWording, 1);
  copy->public_letter = g_strdup (self->public_letter);
  copy->non_public_letter = g_strdup (self->non_public_letter);
  copy->public_heading = g_strdup (self->public_heading);
  copy->non_public_heading = g_strdup (self->non_public_heading);
  copy->announcement = g_strdup (self->announcement);
  copy->withheld = g_strdup (self->withheld);

  return copy;
}

void
vlg_agenda_wording_free (VlgAgendaWording *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->public_letter);
  g_free (self->non_public_letter);
  g_free (self->public_heading);
  g_free (self->non_public_heading);
  g_free (self->announcement);
  g_free (self->withheld);
  g_free (self);
}

guint *
vlg_agenda_true_depths (const VlgAgendaPlace *places,
                        guint                 n)
{
  guint *depths = g_new0 (guint, n + 1);

  for (guint i = 1; i < n; i++)
    {
      if (!places[i].non_public == !places[i - 1].non_public)
        depths[i] = MIN (places[i].depth, depths[i - 1] + 1);
    }

  return depths;
}

/* The number at the end of "Ö 7.12"; 0 where there is none. */
static guint
last_count (const char *number)
{
  gsize at = strlen (number);

  while (at > 0 && g_ascii_isdigit (number[at - 1]))
    at--;

  return (guint) MIN (g_ascii_strtoull (number + at, NULL, 10), G_MAXINT);
}

/* Under which count a place is numbered: 0 and 1 for the outermost of the two parts, two above its index for those below a place. */
static guint
count_index (const VlgAgendaPlace *places,
             const guint          *depths,
             guint                 i)
{
  if (depths[i] == 0)
    return places[i].non_public ? 1 : 0;

  for (guint j = i; j > 0; j--)
    {
      if (depths[j - 1] == depths[i] - 1)
        return j - 1 + 2;
    }

  g_assert_not_reached ();
}

char **
vlg_agenda_number_places (const VlgAgendaPlace   *places,
                          guint                   n,
                          const VlgAgendaWording *wording)
{
  g_autofree guint *depths = vlg_agenda_true_depths (places, n);
  g_autofree guint *counts = g_new0 (guint, n + 2);
  char **numbers = g_new0 (char *, n + 1);

  g_return_val_if_fail (wording != NULL, numbers);

  for (guint i = 0; i < n; i++)
    {
      if (places[i].fixed != NULL && *places[i].fixed != '\0')
        {
          guint *count = &counts[count_index (places, depths, i)];

          *count = MAX (*count, last_count (places[i].fixed));
        }
    }

  for (guint i = 0; i < n; i++)
    {
      guint index = count_index (places, depths, i);

      if (places[i].fixed != NULL && *places[i].fixed != '\0')
        numbers[i] = g_strdup (places[i].fixed);
      else if (index < 2)
        numbers[i] = g_strdup_printf ("%s %u", index == 0 ? wording->public_letter : wording->non_public_letter, ++counts[index]);
      else
        numbers[i] = g_strdup_printf ("%s.%u", numbers[index - 2], ++counts[index]);
    }

  return numbers;
}
