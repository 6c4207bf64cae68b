/* vlg-row-windows.c — rows of a long list, read in windows when they are looked at
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-row-windows.h"

#include "vlg-motions.h"

/* Requests that wait at most; older ones are for rows that were scrolled past. */
#define MAX_REQUESTS 16

typedef struct {
  guint n_rows;      /* rows that still live here */
  gint64 last_used;
} Window;

typedef struct {
  gint64 id;
  guint generation;
  /* owned */
  VlgMotionSummary *summary;
  /* borrowed */
  Window *window;
} Row;

typedef struct {
  guint tag;
  guint generation;
  /* owned */
  GArray *ids;
} Request;

struct _VlgRowWindows {
  GObject parent_instance;

  /* owned */
  VlgStore *store;
  GCancellable *cancellable;
  GHashTable *rows;     /* Row by its id */
  GPtrArray *windows;
  GQueue requests;      /* Request, next first */
  Request *running;     /* what is being read */

  guint generation;
  guint n_reads;
  gint64 clock;
};

G_DEFINE_FINAL_TYPE (VlgRowWindows, vlg_row_windows, G_TYPE_OBJECT)

enum {
  LOADED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void read_next (VlgRowWindows *self);

static void
request_free (gpointer data)
{
  Request *request = data;

  g_array_unref (request->ids);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
row_free (gpointer data)
{
  Row *row = data;

  row->window->n_rows--;
  g_object_unref (row->summary);
  g_free (row);
}

static gboolean
summaries_equal (VlgMotionSummary *a,
                 VlgMotionSummary *b)
{
  return vlg_motion_summary_get_state (a) == vlg_motion_summary_get_state (b)
         && vlg_motion_summary_get_visibility (a) == vlg_motion_summary_get_visibility (b)
         && vlg_motion_summary_get_next_day (a) == vlg_motion_summary_get_next_day (b)
         && g_str_equal (vlg_motion_summary_get_uid (a), vlg_motion_summary_get_uid (b))
         && g_str_equal (vlg_motion_summary_get_number (a), vlg_motion_summary_get_number (b))
         && g_str_equal (vlg_motion_summary_get_title (a), vlg_motion_summary_get_title (b));
}

static gboolean
row_is_in_window (gpointer key,
                  gpointer value,
                  gpointer window)
{
  return ((Row *) value)->window == window;
}

static void
drop_empty_windows (VlgRowWindows *self)
{
  for (guint i = self->windows->len; i > 0; i--)
    if (((Window *) g_ptr_array_index (self->windows, i - 1))->n_rows == 0)
      g_ptr_array_remove_index_fast (self->windows, i - 1);
}

static void
drop_oldest_windows (VlgRowWindows *self)
{
  drop_empty_windows (self);
  while (self->windows->len > VLG_ROW_WINDOWS_KEPT)
    {
      guint oldest = 0;

      for (guint i = 1; i < self->windows->len; i++)
        if (((Window *) g_ptr_array_index (self->windows, i))->last_used
            < ((Window *) g_ptr_array_index (self->windows, oldest))->last_used)
          oldest = i;
      g_hash_table_foreach_remove (self->rows, row_is_in_window, g_ptr_array_index (self->windows, oldest));
      g_ptr_array_remove_index_fast (self->windows, oldest);
    }
}

/* Whether what is shown for this row differs now. */
static gboolean
put_row (VlgRowWindows    *self,
         Window           *window,
         VlgMotionSummary *summary,
         guint             generation)
{
  gint64 id = vlg_motion_summary_get_id (summary);
  Row *row = g_hash_table_lookup (self->rows, &id);
  gboolean differs;

  if (row == NULL)
    {
      row = g_new0 (Row, 1);
      row->id = id;
      row->window = window;
      row->summary = g_object_ref (summary);
      window->n_rows++;
      g_hash_table_add (self->rows, row);
      differs = TRUE;
    }
  else if (row->generation > generation)
    {
      /* Read before what is kept already. */
      return FALSE;
    }
  else
    {
      row->window->n_rows--;
      row->window = window;
      window->n_rows++;
      differs = !summaries_equal (row->summary, summary);
      /* An equal row keeps its object, so that nothing bound to it moves. */
      if (differs)
        g_set_object (&row->summary, summary);
    }
  row->generation = generation;

  return differs;
}

static GArray *
put (VlgRowWindows *self,
     GPtrArray     *summaries,
     guint          generation)
{
  GArray *changed = g_array_new (FALSE, FALSE, sizeof (gint64));
  Window *window = g_new0 (Window, 1);

  window->last_used = ++self->clock;
  g_ptr_array_add (self->windows, window);
  for (guint i = 0; i < summaries->len; i++)
    {
      VlgMotionSummary *summary = g_ptr_array_index (summaries, i);
      gint64 id = vlg_motion_summary_get_id (summary);

      if (id != 0 && put_row (self, window, summary, generation))
        g_array_append_val (changed, id);
    }
  drop_oldest_windows (self);

  return changed;
}

static gpointer
read_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Request *request = data;

  return vlg_motions_load_summaries (db, (const gint64 *) (gpointer) request->ids->data, request->ids->len, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (VlgRowWindows) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) summaries = vlg_store_run_finish (VLG_STORE (source), result, &error);
  g_autoptr (Request) done = g_steal_pointer (&self->running);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  self->n_reads++;
  if (error != NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
    }
  else
    {
      g_autoptr (GArray) changed = put (self, summaries, done->generation);

      if (changed->len > 0)
        g_signal_emit (self, signals[LOADED], 0, done->tag, changed);
    }
  read_next (self);
}

static void
read_next (VlgRowWindows *self)
{
  Request *request;

  if (self->running != NULL)
    return;
  request = g_queue_pop_head (&self->requests);
  if (request == NULL)
    return;
  request->generation = self->generation;
  self->running = g_new0 (Request, 1);
  self->running->tag = request->tag;
  self->running->ids = g_array_ref (request->ids);
  self->running->generation = request->generation;
  vlg_store_read_async (self->store, read_job, request, request_free, (GDestroyNotify) g_ptr_array_unref,
                        self->cancellable, read_cb, g_object_ref (self));
}

static void
vlg_row_windows_finalize (GObject *object)
{
  VlgRowWindows *self = VLG_ROW_WINDOWS (object);

  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->windows, g_ptr_array_unref);
  g_queue_clear_full (&self->requests, request_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (vlg_row_windows_parent_class)->finalize (object);
}

static void
vlg_row_windows_class_init (VlgRowWindowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vlg_row_windows_finalize;

  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_ARRAY);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
vlg_row_windows_init (VlgRowWindows *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, row_free, NULL);
  self->windows = g_ptr_array_new_with_free_func (g_free);
  g_queue_init (&self->requests);
}

VlgRowWindows *
vlg_row_windows_new (VlgStore *store)
{
  VlgRowWindows *self;

  g_return_val_if_fail (VLG_IS_STORE (store), NULL);

  self = g_object_new (VLG_TYPE_ROW_WINDOWS, NULL);
  self->store = g_object_ref (store);

  return self;
}

void
vlg_row_windows_close (VlgRowWindows *self)
{
  g_return_if_fail (VLG_IS_ROW_WINDOWS (self));

  g_cancellable_cancel (self->cancellable);
  g_queue_clear_full (&self->requests, request_free);
}

VlgMotionSummary *
vlg_row_windows_peek (VlgRowWindows *self,
                      gint64         id)
{
  Row *row = g_hash_table_lookup (self->rows, &id);

  if (row == NULL)
    return NULL;
  row->window->last_used = ++self->clock;

  return row->summary;
}

gboolean
vlg_row_windows_is_fresh (VlgRowWindows *self,
                          gint64         id)
{
  Row *row = g_hash_table_lookup (self->rows, &id);

  return row != NULL && row->generation == self->generation;
}

static gboolean
has_ids (Request      *request,
         const gint64 *ids,
         guint         n_ids)
{
  return request->ids->len == n_ids && memcmp (request->ids->data, ids, n_ids * sizeof (gint64)) == 0;
}

void
vlg_row_windows_request (VlgRowWindows *self,
                         guint          tag,
                         const gint64  *ids,
                         guint          n_ids)
{
  Request *request;

  g_return_if_fail (VLG_IS_ROW_WINDOWS (self));

  if (n_ids == 0 || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (self->running != NULL && self->running->generation == self->generation && has_ids (self->running, ids, n_ids))
    return;
  for (GList *link = self->requests.head; link != NULL; link = link->next)
    if (((Request *) link->data)->tag == tag)
      {
        if (has_ids (link->data, ids, n_ids))
          {
            g_queue_unlink (&self->requests, link);
            g_queue_push_head_link (&self->requests, link);
            return;
          }
        request_free (link->data);
        g_queue_delete_link (&self->requests, link);
        break;
      }
  request = g_new0 (Request, 1);
  request->tag = tag;
  request->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);
  g_array_append_vals (request->ids, ids, n_ids);
  g_queue_push_head (&self->requests, request);
  if (self->requests.length > MAX_REQUESTS)
    request_free (g_queue_pop_tail (&self->requests));
  read_next (self);
}

guint
vlg_row_windows_get_generation (VlgRowWindows *self)
{
  g_return_val_if_fail (VLG_IS_ROW_WINDOWS (self), 0);

  return self->generation;
}

GArray *
vlg_row_windows_put (VlgRowWindows *self,
                     GPtrArray     *summaries,
                     guint          generation)
{
  g_return_val_if_fail (VLG_IS_ROW_WINDOWS (self), NULL);
  g_return_val_if_fail (summaries != NULL, NULL);

  return put (self, summaries, generation);
}

void
vlg_row_windows_mark_stale (VlgRowWindows *self)
{
  g_return_if_fail (VLG_IS_ROW_WINDOWS (self));

  self->generation++;
}

gint64
vlg_row_windows_find (VlgRowWindows *self,
                      const char    *uid)
{
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (VLG_IS_ROW_WINDOWS (self), 0);
  g_return_val_if_fail (uid != NULL, 0);

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_str_equal (vlg_motion_summary_get_uid (((Row *) key)->summary), uid))
      return ((Row *) key)->id;

  return 0;
}

guint
vlg_row_windows_get_n_reads (VlgRowWindows *self)
{
  g_return_val_if_fail (VLG_IS_ROW_WINDOWS (self), 0);

  return self->n_reads;
}
