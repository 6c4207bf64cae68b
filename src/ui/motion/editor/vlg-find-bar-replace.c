/* vlg-find-bar-replace.c — what was found replaced, one by one or all
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-find-bar-private.h"

#include <glib/gi18n.h>

#include "vlg-platform.h"
#include "vlg-text-hits.h"

static void
tell_frozen (VlgFindBar *self)
{
  vlg_platform_add_toast (GTK_WIDGET (self), adw_toast_new (_("This belongs to the imported paper and stays as it came")));
}

static void
replace_current (VlgFindBar          *self,
                 const VlgFinderHit  *hit,
                 const VlgFinderPart *part,
                 const char          *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (vlg_find_bar_get_view (self)));
  gpointer object = vlg_finder_get_object (part, vlg_draft_get_motion (self->draft));

  if (vlg_find_bar_is_open_part (self, part))
    {
      GtkTextIter start, end;

      gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
      vlg_text_buffer_replace_range (VLG_TEXT_BUFFER (buffer), &start, &end, text);
    }
  else if (object != NULL)
    {
      g_autofree char *now = NULL;
      g_autofree char *value = NULL;

      /* What was written since the search is not to be overwritten by what was found then. */
      g_object_get (object, part->property, &now, NULL);
      if (g_strcmp0 (now, part->value) != 0)
        {
          vlg_find_bar_search (self);
          return;
        }
      value = vlg_finder_replace (part, self->matcher, text, hit->ordinal, NULL);

      vlg_draft_end_step (self->draft);
      if (value != NULL)
        g_object_set (object, part->property, value, NULL);
      vlg_draft_end_step (self->draft);
      /* On to what is behind it, also where it is found again in what it became. */
      self->current += (int) vlg_matcher_count (self->matcher, text) - 1;
    }
}

void
vlg_find_bar_replace (VlgFindBar *self)
{
  const VlgFinderHit *hit;
  const VlgFinderPart *part;
  gboolean on_hit = TRUE;

  if (self->matcher == NULL || self->hits == NULL)
    return;
  vlg_find_bar_flush (self);
  self->replacing = self->stale || self->searching != NULL;
  if (self->replacing)
    {
      if (self->searching == NULL)
        vlg_find_bar_search (self);
      return;
    }
  /* What is replaced has been seen. */
  if (self->current < 0)
    {
      vlg_find_bar_move (self, 1);
      return;
    }

  hit = &g_array_index (self->hits, VlgFinderHit, self->current);
  part = g_ptr_array_index (self->parts, hit->part);
  if (vlg_find_bar_is_open_part (self, part))
    vlg_text_hits_locate (vlg_find_bar_get_view (self), self->matcher, &on_hit);
  if (!on_hit)
    {
      vlg_find_bar_move (self, 1);
      return;
    }
  if (part->frozen)
    {
      tell_frozen (self);
      vlg_find_bar_move (self, 1);
      return;
    }

  replace_current (self, hit, part, gtk_editable_get_text (GTK_EDITABLE (self->replacement)));
  self->wanted = 1;
  vlg_find_bar_search (self);
}

static void
undo_cb (VlgReplacement *replacement)
{
  vlg_replacement_take_back (replacement);
}

static void
free_replacement (gpointer  replacement,
                  GClosure *closure)
{
  vlg_replacement_free (replacement);
}

static void
tell_replaced (VlgFindBar     *self,
               VlgReplacement *replacement)
{
  guint n = vlg_replacement_get_n (replacement), n_frozen = vlg_replacement_get_n_frozen (replacement);
  g_autofree char *message = g_strdup_printf (ngettext ("%u replaced", "%u replaced", n), n);
  g_autofree char *left = NULL;
  AdwToast *toast;

  if (n_frozen > 0)
    left = g_strdup_printf (ngettext ("%u left in the imported paper", "%u left in the imported paper", n_frozen), n_frozen);
  if (left != NULL)
    {
      g_autofree char *both = g_strdup_printf ("%s, %s", message, left);

      toast = adw_toast_new (both);
    }
  else
    {
      toast = adw_toast_new (message);
    }
  if (n > 0)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), replacement, free_replacement, G_CONNECT_SWAPPED);
    }
  else
    {
      vlg_replacement_free (replacement);
    }
  vlg_platform_add_toast (GTK_WIDGET (self), toast);
}

void
vlg_find_bar_replace_all (VlgFindBar *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (vlg_find_bar_get_view (self));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter cursor;
  int line;

  if (self->matcher == NULL || self->draft == NULL)
    return;

  vlg_find_bar_flush (self);
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  line = gtk_text_iter_get_line (&cursor);
  tell_replaced (self, vlg_replacement_new (self->draft, self->matcher, gtk_editable_get_text (GTK_EDITABLE (self->replacement))));

  /* The page has been filled anew, and is left where it was. */
  gtk_text_buffer_get_iter_at_line (buffer, &cursor, line);
  gtk_text_buffer_place_cursor (buffer, &cursor);
  gtk_text_view_scroll_to_mark (view, gtk_text_buffer_get_insert (buffer), .15, FALSE, 0, 0);
  self->current = -1;
  vlg_find_bar_search (self);
}
