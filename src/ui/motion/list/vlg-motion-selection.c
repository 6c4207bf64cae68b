/* vlg-motion-selection.c — which motions of the list are chosen
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion-selection.h"

struct _VlgMotionSelection {
  GObject parent_instance;

  /* owned */
  VlgMotionList *motions;
  GHashTable *chosen;   /* gint64 row ids */
};

static void list_model_iface_init (GListModelInterface *iface);
static void selection_model_iface_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VlgMotionSelection, vlg_motion_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_iface_init))

static GType
get_item_type (GListModel *model)
{
  return VLG_TYPE_MOTION_SUMMARY;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (VLG_MOTION_SELECTION (model)->motions));
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (VLG_MOTION_SELECTION (model)->motions), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model,
             guint              position)
{
  VlgMotionSelection *self = VLG_MOTION_SELECTION (model);
  gint64 id = vlg_motion_list_get_id (self->motions, position);

  return id != 0 && g_hash_table_contains (self->chosen, &id);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items)
{
  GtkBitset *result = gtk_bitset_new_empty ();
  guint n = get_n_items (G_LIST_MODEL (model));
  guint end = n_items > n || position > n - n_items ? n : position + n_items;

  for (guint i = position; i < end; i++)
    if (is_selected (model, i))
      gtk_bitset_add (result, i);

  return result;
}

/* All other ways to choose come down to this one. */
static gboolean
set_selection (GtkSelectionModel *model,
               GtkBitset         *selected,
               GtkBitset         *mask)
{
  VlgMotionSelection *self = VLG_MOTION_SELECTION (model);
  guint n = get_n_items (G_LIST_MODEL (model));
  GtkBitsetIter iter;
  guint position;
  guint first = G_MAXUINT;
  guint last = 0;

  for (gboolean valid = gtk_bitset_iter_init_first (&iter, mask, &position); valid && position < n; valid = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = vlg_motion_list_get_id (self->motions, position);
      gboolean wanted = gtk_bitset_contains (selected, position);

      if (wanted == g_hash_table_contains (self->chosen, &id))
        continue;
      if (wanted)
        g_hash_table_add (self->chosen, g_memdup2 (&id, sizeof id));
      else
        g_hash_table_remove (self->chosen, &id);
      first = MIN (first, position);
      last = position;
    }
  if (first != G_MAXUINT)
    gtk_selection_model_selection_changed (model, first, last - first + 1);

  return TRUE;
}

static void
selection_model_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

/* What is not in the list is not chosen: nothing is done to what cannot be seen. */
static void
forget_the_gone (VlgMotionSelection *self)
{
  g_autoptr (GHashTable) here = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n = get_n_items (G_LIST_MODEL (self));

  for (guint i = 0; i < n && g_hash_table_size (here) < g_hash_table_size (self->chosen); i++)
    {
      gint64 id = vlg_motion_list_get_id (self->motions, i);

      if (g_hash_table_contains (self->chosen, &id))
        g_hash_table_add (here, g_memdup2 (&id, sizeof id));
    }
  if (g_hash_table_size (here) == g_hash_table_size (self->chosen))
    return;
  g_hash_table_unref (self->chosen);
  self->chosen = g_steal_pointer (&here);
  /* Whatever was chosen and is still here is as it was: this tells those who count. */
  if (n > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, 1);
}

static void
items_changed_cb (VlgMotionSelection *self,
                  guint               position,
                  guint               removed,
                  guint               added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* A row that moves is taken away and put back: only when all of it is told can be seen what is gone. */
static void
loading_cb (VlgMotionSelection *self)
{
  if (!vlg_motion_list_get_loading (self->motions))
    forget_the_gone (self);
}

static void
vlg_motion_selection_finalize (GObject *object)
{
  VlgMotionSelection *self = VLG_MOTION_SELECTION (object);

  g_clear_object (&self->motions);
  g_hash_table_unref (self->chosen);

  G_OBJECT_CLASS (vlg_motion_selection_parent_class)->finalize (object);
}

static void
vlg_motion_selection_class_init (VlgMotionSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vlg_motion_selection_finalize;
}

static void
vlg_motion_selection_init (VlgMotionSelection *self)
{
  self->chosen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

VlgMotionSelection *
vlg_motion_selection_new (VlgMotionList *motions)
{
  VlgMotionSelection *self;

  g_return_val_if_fail (VLG_IS_MOTION_LIST (motions), NULL);

  self = g_object_new (VLG_TYPE_MOTION_SELECTION, NULL);
  self->motions = g_object_ref (motions);
  g_signal_connect_object (motions, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motions, "notify::loading", G_CALLBACK (loading_cb), self, G_CONNECT_SWAPPED);

  return self;
}

guint
vlg_motion_selection_get_n_chosen (VlgMotionSelection *self)
{
  g_return_val_if_fail (VLG_IS_MOTION_SELECTION (self), 0);

  return g_hash_table_size (self->chosen);
}

GArray *
vlg_motion_selection_get_ids (VlgMotionSelection *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = get_n_items (G_LIST_MODEL (self));

  for (guint i = 0; i < n && ids->len < g_hash_table_size (self->chosen); i++)
    {
      gint64 id = vlg_motion_list_get_id (self->motions, i);

      if (g_hash_table_contains (self->chosen, &id))
        g_array_append_val (ids, id);
    }

  return g_steal_pointer (&ids);
}
