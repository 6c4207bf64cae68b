/* vlg-agenda.c — the agenda of a meeting
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-agenda.h"

#include <glib/gi18n.h>

#include "vlg-error.h"

struct _VlgAgenda
{
  GObject parent_instance;

  /* owned */
  GListStore *items;
  VlgAgendaWording *wording;

  guint fixed : 1;
};

enum {
  PROP_0,
  PROP_FIXED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgAgenda, vlg_agenda, G_TYPE_OBJECT)

static guint
get_n (VlgAgenda *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

/* Borrowed: the list keeps it. */
static VlgAgendaItem *
peek (VlgAgenda *self,
      guint      position)
{
  g_autoptr (VlgAgendaItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return item;
}

static gboolean
is_non_public (VlgAgendaItem *item)
{
  return vlg_agenda_item_get_visibility (item) == VLG_VISIBILITY_NON_PUBLIC;
}

static void
vlg_agenda_finalize (GObject *object)
{
  VlgAgenda *self = VLG_AGENDA (object);

  g_clear_object (&self->items);
  g_clear_pointer (&self->wording, vlg_agenda_wording_free);

  G_OBJECT_CLASS (vlg_agenda_parent_class)->finalize (object);
}

static void
vlg_agenda_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  VlgAgenda *self = VLG_AGENDA (object);

  switch (prop_id)
    {
    case PROP_FIXED:
      g_value_set_boolean (value, self->fixed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_agenda_class_init (VlgAgendaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vlg_agenda_finalize;
  object_class->get_property = vlg_agenda_get_property;

  properties[PROP_FIXED] = g_param_spec_boolean ("fixed", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vlg_agenda_init (VlgAgenda *self)
{
  self->items = g_list_store_new (VLG_TYPE_AGENDA_ITEM);
}

VlgAgenda *
vlg_agenda_new (const VlgAgendaWording *wording)
{
  VlgAgenda *self = g_object_new (VLG_TYPE_AGENDA, NULL);

  self->wording = wording != NULL ? vlg_agenda_wording_copy (wording) : vlg_agenda_wording_new ();

  return self;
}

/* The places of the items, and where the announcement is to appear by itself (-1: nowhere): after the last non-public item that stands, unless an announcement
 * comes behind it. @n is that of the items. */
static VlgAgendaPlace *
dup_places (VlgAgenda *self,
            int       *announcement)
{
  guint n = get_n (self);
  VlgAgendaPlace *places = g_new0 (VlgAgendaPlace, n + 1);

  *announcement = -1;
  for (guint i = 0; i < n; i++)
    {
      VlgAgendaItem *item = peek (self, i);

      places[i].non_public = is_non_public (item);
      places[i].depth = vlg_agenda_item_get_depth (item);
      places[i].fixed = vlg_agenda_item_get_number (item);

      if (vlg_agenda_item_get_removed (item))
        continue;
      if (places[i].non_public)
        *announcement = i + 1;
      else if (vlg_agenda_item_get_kind (item) == VLG_AGENDA_KIND_ANNOUNCEMENT)
        *announcement = -1;
    }

  /* It comes when the public is back: behind what has been removed from the end of the part, too. */
  while (*announcement >= 0 && (guint) *announcement < n && places[*announcement].non_public)
    (*announcement)++;

  return places;
}

/* Numbers of all lines: those of the items, and at its place that of the announcement. */
static char **
dup_line_numbers (VlgAgenda *self,
                  int       *announcement)
{
  g_autofree VlgAgendaPlace *places = dup_places (self, announcement);
  guint n = get_n (self);

  if (*announcement >= 0)
    {
      for (guint i = n; i > (guint) *announcement; i--)
        places[i] = places[i - 1];
      places[*announcement] = (VlgAgendaPlace) { FALSE, 0, NULL };
      n++;
    }

  return vlg_agenda_number_places (places, n, self->wording);
}

/* Brings the depths to what they can be at their places. */
static void
settle_depths (VlgAgenda *self)
{
  int announcement;
  g_autofree VlgAgendaPlace *places = dup_places (self, &announcement);
  g_autofree guint *depths = vlg_agenda_true_depths (places, get_n (self));

  for (guint i = 0; i < get_n (self); i++)
    vlg_agenda_item_set_depth (peek (self, i), depths[i]);
}

/* The position behind the item at @position and those below it. */
static guint
find_end (VlgAgenda *self,
          guint      position)
{
  VlgAgendaItem *item = peek (self, position);
  guint end = position + 1;

  while (end < get_n (self) && is_non_public (peek (self, end)) == is_non_public (item) &&
         vlg_agenda_item_get_depth (peek (self, end)) > vlg_agenda_item_get_depth (item))
    end++;

  return end;
}

/* Where the part first ends; where an absent part would begin. */
static guint
find_part_end (VlgAgenda *self,
               gboolean   non_public)
{
  guint n = get_n (self);
  guint i = 0;

  while (i < n && is_non_public (peek (self, i)) != non_public)
    i++;
  if (i == n)
    return non_public ? n : 0;
  while (i < n && is_non_public (peek (self, i)) == non_public)
    i++;

  return i;
}

static gboolean
refuse_when_fixed (VlgAgenda  *self,
                   GError    **error)
{
  if (!self->fixed)
    return FALSE;

  g_set_error_literal (error, VLG_ERROR, VLG_ERROR_FROZEN,
                       _("The order of the agenda is fixed since the invitation. Enter an addendum or an urgent item, or take an item off."));

  return TRUE;
}

/* Makes an item of the announcement that would appear by itself. */
static void
make_announcement (VlgAgenda *self)
{
  int position;
  g_autofree VlgAgendaPlace *places = dup_places (self, &position);
  g_autoptr (VlgAgendaItem) item = NULL;

  if (position < 0)
    return;

  item = vlg_agenda_item_new (self->wording->announcement);
  vlg_agenda_item_set_kind (item, VLG_AGENDA_KIND_ANNOUNCEMENT);
  if (self->fixed)
    vlg_agenda_item_set_origin (item, VLG_AGENDA_ORIGIN_ADDENDUM);
  g_list_store_insert (self->items, position, item);
}

static void
set_numbers (VlgAgenda *self)
{
  g_auto (GStrv) numbers = vlg_agenda_dup_numbers (self);

  for (guint i = 0; i < get_n (self); i++)
    vlg_agenda_item_set_number (peek (self, i), numbers[i]);
}

VlgAgenda *
vlg_agenda_new_standard (GListModel             *standard,
                         const VlgAgendaWording *wording)
{
  VlgAgenda *self;

  g_return_val_if_fail (standard == NULL || G_IS_LIST_MODEL (standard), NULL);

  self = vlg_agenda_new (wording);
  for (guint i = 0; standard != NULL && i < g_list_model_get_n_items (standard); i++)
    {
      g_autoptr (VlgAgendaItem) item = g_list_model_get_item (standard, i);
      g_autoptr (VlgAgendaItem) copy = vlg_agenda_item_duplicate (item);

      g_list_store_append (self->items, copy);
    }
  settle_depths (self);

  return self;
}

VlgAgenda *
vlg_agenda_new_stored (GPtrArray              *items,
                       gboolean                fixed,
                       const VlgAgendaWording *wording)
{
  VlgAgenda *self;

  g_return_val_if_fail (items != NULL, NULL);

  self = vlg_agenda_new (wording);
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
  self->fixed = !!fixed;

  return self;
}

GListModel *
vlg_agenda_get_items (VlgAgenda *self)
{
  g_return_val_if_fail (VLG_IS_AGENDA (self), NULL);

  return G_LIST_MODEL (self->items);
}

const VlgAgendaWording *
vlg_agenda_get_wording (VlgAgenda *self)
{
  g_return_val_if_fail (VLG_IS_AGENDA (self), NULL);

  return self->wording;
}

gboolean
vlg_agenda_get_fixed (VlgAgenda *self)
{
  g_return_val_if_fail (VLG_IS_AGENDA (self), FALSE);

  return self->fixed;
}

void
vlg_agenda_fix (VlgAgenda *self)
{
  g_return_if_fail (VLG_IS_AGENDA (self));

  if (self->fixed)
    return;

  make_announcement (self);
  set_numbers (self);
  self->fixed = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIXED]);
}

void
vlg_agenda_unfix (VlgAgenda *self)
{
  g_return_if_fail (VLG_IS_AGENDA (self));

  if (!self->fixed)
    return;

  for (guint i = 0; i < get_n (self); i++)
    vlg_agenda_item_set_number (peek (self, i), "");
  self->fixed = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIXED]);
}

static gboolean
stands_as (VlgAgendaItem *before,
           VlgAgendaItem *after)
{
  return g_strcmp0 (vlg_agenda_item_get_number (before), vlg_agenda_item_get_number (after)) == 0 && vlg_agenda_item_get_depth (before) == vlg_agenda_item_get_depth (after) &&
         vlg_agenda_item_get_visibility (before) == vlg_agenda_item_get_visibility (after) && vlg_agenda_item_get_origin (before) == vlg_agenda_item_get_origin (after);
}

gboolean
vlg_agenda_check_change (VlgAgenda  *self,
                         VlgAgenda  *changed,
                         GError    **error)
{
  guint n;

  g_return_val_if_fail (VLG_IS_AGENDA (self), FALSE);
  g_return_val_if_fail (VLG_IS_AGENDA (changed), FALSE);

  if (!self->fixed)
    return TRUE;

  n = 0;
  for (guint i = 0; i < get_n (changed); i++)
    {
      VlgAgendaItem *item = peek (changed, i);

      if (n < get_n (self) && g_strcmp0 (vlg_agenda_item_get_uid (item), vlg_agenda_item_get_uid (peek (self, n))) == 0)
        {
          if (!stands_as (peek (self, n), item))
            return !refuse_when_fixed (self, error);
          n++;
        }
      else if (vlg_agenda_item_get_origin (item) == VLG_AGENDA_ORIGIN_REGULAR)
        {
          return !refuse_when_fixed (self, error);
        }
    }

  return n == get_n (self) || !refuse_when_fixed (self, error);
}

char **
vlg_agenda_dup_numbers (VlgAgenda *self)
{
  int announcement;
  char **numbers;

  g_return_val_if_fail (VLG_IS_AGENDA (self), NULL);

  numbers = dup_line_numbers (self, &announcement);
  if (announcement >= 0)
    {
      guint n = get_n (self);

      g_free (numbers[announcement]);
      for (guint i = announcement; i <= n; i++)
        numbers[i] = numbers[i + 1];
    }

  return numbers;
}

gboolean
vlg_agenda_insert (VlgAgenda      *self,
                   guint           position,
                   VlgAgendaItem  *item,
                   GError        **error)
{
  g_return_val_if_fail (VLG_IS_AGENDA (self), FALSE);
  g_return_val_if_fail (VLG_IS_AGENDA_ITEM (item), FALSE);
  g_return_val_if_fail (position <= get_n (self), FALSE);

  if (refuse_when_fixed (self, error))
    return FALSE;

  g_list_store_insert (self->items, position, item);
  settle_depths (self);

  return TRUE;
}

int
vlg_agenda_add (VlgAgenda      *self,
                int             parent,
                VlgAgendaItem  *item,
                GError        **error)
{
  guint position;

  g_return_val_if_fail (VLG_IS_AGENDA (self), -1);
  g_return_val_if_fail (VLG_IS_AGENDA_ITEM (item), -1);
  g_return_val_if_fail (parent < (int) get_n (self), -1);

  if (vlg_agenda_item_get_origin (item) == VLG_AGENDA_ORIGIN_REGULAR && refuse_when_fixed (self, error))
    return -1;

  if (parent < 0)
    {
      position = find_part_end (self, is_non_public (item));
      vlg_agenda_item_set_depth (item, 0);
    }
  else
    {
      VlgAgendaItem *above = peek (self, parent);

      position = find_end (self, parent);
      vlg_agenda_item_set_depth (item, MIN (vlg_agenda_item_get_depth (above) + 1, VLG_AGENDA_DEPTHS - 1));
      vlg_agenda_item_set_visibility (item, vlg_agenda_item_get_visibility (above));
    }

  g_list_store_insert (self->items, position, item);
  if (self->fixed)
    {
      make_announcement (self);
      set_numbers (self);
    }

  return (int) position;
}

int
vlg_agenda_add_motion (VlgAgenda      *self,
                       VlgAgendaItem  *item,
                       VlgRole         role,
                       GError        **error)
{
  VlgAgendaKind kind = role == VLG_ROLE_INFORMATION ? VLG_AGENDA_KIND_INFORMATION : VLG_AGENDA_KIND_DECISIONS;
  int parent = -1;

  g_return_val_if_fail (VLG_IS_AGENDA (self), -1);
  g_return_val_if_fail (VLG_IS_AGENDA_ITEM (item), -1);

  for (guint i = 0; parent < 0 && i < get_n (self); i++)
    {
      VlgAgendaItem *heading = peek (self, i);

      if (vlg_agenda_item_get_kind (heading) == kind && is_non_public (heading) == is_non_public (item) &&
          !vlg_agenda_item_get_removed (heading))
        parent = i;
    }

  return vlg_agenda_add (self, parent, item, error);
}

gboolean
vlg_agenda_move (VlgAgenda  *self,
                 guint       from,
                 guint       to,
                 GError    **error)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_moved;

  g_return_val_if_fail (VLG_IS_AGENDA (self), FALSE);
  g_return_val_if_fail (from < get_n (self), FALSE);

  if (refuse_when_fixed (self, error))
    return FALSE;

  n_moved = find_end (self, from) - from;
  g_return_val_if_fail (to + n_moved <= get_n (self), FALSE);

  for (guint i = 0; i < n_moved; i++)
    g_ptr_array_add (moved, g_object_ref (peek (self, from + i)));
  g_list_store_splice (self->items, from, n_moved, NULL, 0);
  g_list_store_splice (self->items, to, 0, moved->pdata, moved->len);
  settle_depths (self);

  return TRUE;
}

gboolean
vlg_agenda_indent (VlgAgenda  *self,
                   guint       position,
                   guint       depth,
                   GError    **error)
{
  guint end, old;

  g_return_val_if_fail (VLG_IS_AGENDA (self), FALSE);
  g_return_val_if_fail (position < get_n (self), FALSE);

  if (refuse_when_fixed (self, error))
    return FALSE;

  end = find_end (self, position);
  old = vlg_agenda_item_get_depth (peek (self, position));
  if (position == 0 || is_non_public (peek (self, position - 1)) != is_non_public (peek (self, position)))
    depth = 0;
  else
    depth = MIN (depth, vlg_agenda_item_get_depth (peek (self, position - 1)) + 1);
  for (guint i = position; i < end; i++)
    {
      VlgAgendaItem *item = peek (self, i);

      vlg_agenda_item_set_depth (item, MIN (vlg_agenda_item_get_depth (item) + depth - old, VLG_AGENDA_DEPTHS - 1));
    }
  settle_depths (self);

  return TRUE;
}

static void
mark_removed (VlgAgenda *self,
              guint      position,
              gboolean   removed)
{
  guint end = find_end (self, position);

  for (guint i = position; i < end; i++)
    vlg_agenda_item_set_removed (peek (self, i), removed);
}

void
vlg_agenda_remove (VlgAgenda *self,
                   guint      position)
{
  g_return_if_fail (VLG_IS_AGENDA (self));
  g_return_if_fail (position < get_n (self));

  if (self->fixed)
    {
      mark_removed (self, position, TRUE);
      return;
    }

  g_list_store_splice (self->items, position, find_end (self, position) - position, NULL, 0);
  settle_depths (self);
}

void
vlg_agenda_restore (VlgAgenda *self,
                    guint      position)
{
  g_return_if_fail (VLG_IS_AGENDA (self));
  g_return_if_fail (position < get_n (self));

  mark_removed (self, position, FALSE);
}

void
vlg_agenda_line_free (VlgAgendaLine *line)
{
  g_return_if_fail (line != NULL);

  g_free (line->number);
  g_free (line->title);
  g_free (line->motion_number);
  g_free (line->item_uid);
  g_free (line);
}

static VlgAgendaLine *
line_new (VlgAgenda     *self,
          VlgAgendaItem *item,
          VlgEdition     edition)
{
  VlgAgendaLine *line = g_new0 (VlgAgendaLine, 1);
  /* Whatever is not known to be public. */
  gboolean withheld = edition == VLG_EDITION_PUBLIC && vlg_agenda_item_get_visibility (item) != VLG_VISIBILITY_PUBLIC;
  const char *title = vlg_agenda_item_get_title (item);

  if (withheld)
    {
      title = vlg_agenda_item_get_public_title (item);
      if (*title == '\0')
        title = self->wording->withheld;
    }

  line->title = g_strdup (title);
  line->motion_number = g_strdup (withheld ? "" : vlg_agenda_item_get_motion_number (item));
  line->item_uid = g_strdup (vlg_agenda_item_get_uid (item));
  line->non_public = is_non_public (item);
  line->removed = vlg_agenda_item_get_removed (item);
  line->origin = vlg_agenda_item_get_origin (item);

  return line;
}

GPtrArray *
vlg_agenda_dup_lines (VlgAgenda  *self,
                      VlgEdition  edition)
{
  int announcement, unused;
  g_auto (GStrv) numbers = NULL;
  g_autofree VlgAgendaPlace *places = NULL;
  g_autofree guint *depths = NULL;
  GPtrArray *lines;
  guint n;

  g_return_val_if_fail (VLG_IS_AGENDA (self), NULL);

  n = get_n (self);
  numbers = dup_line_numbers (self, &announcement);
  places = dup_places (self, &unused);
  depths = vlg_agenda_true_depths (places, n);
  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_agenda_line_free);

  for (guint i = 0; i <= n; i++)
    {
      VlgAgendaLine *line;

      if ((int) i == announcement)
        {
          line = g_new0 (VlgAgendaLine, 1);
          line->title = g_strdup (self->wording->announcement);
          line->motion_number = g_strdup ("");
          line->number = g_strdup (numbers[lines->len]);
          g_ptr_array_add (lines, line);
        }
      if (i == n)
        break;

      line = line_new (self, peek (self, i), edition);
      line->depth = depths[i];
      line->number = g_strdup (numbers[lines->len]);
      g_ptr_array_add (lines, line);
    }

  return lines;
}
