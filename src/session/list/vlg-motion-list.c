/* vlg-motion-list.c — the list of motions as a GListModel of any length
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion-list.h"

#include "vlg-id-diff.h"
#include "vlg-row-details.h"
#include "vlg-row-windows.h"
#include "vlg-string.h"

/* Windows that are read again at once after a change: those that were looked at last, which holds what is on the screen. */
#define N_RECENT 6
/* A store that changes all the time is followed so often (milliseconds). */
#define REFRESH_INTERVAL 250
/* After the first page its rows are drawn before all the ids are asked for; a key that follows at once spares the query (milliseconds). */
#define REST_DELAY 50

struct _VlgMotionList {
  GObject parent_instance;

  /* owned */
  VlgOffice *office;
  VlgRowWindows *rows;
  VlgRowDetails *details;
  GArray *ids;                   /* gint64, the order */
  char *words;
  VlgMotionFilter *filter;
  GCancellable *query;           /* of the running query, NULL when none runs */

  VlgMotionOrder order;
  guint serial;                  /* of the vector, bumped whenever positions move */
  guint recent[N_RECENT];        /* first positions of windows, latest first; G_MAXUINT is none */
  guint refresh_source;
  gint64 refreshed_at;
  guint loading : 1;
  guint dirty : 1;               /* the store changed while a query was running */
};

enum {
  PROP_0,
  PROP_WORDS,
  PROP_ORDER,
  PROP_LOADING,
  PROP_NARROWED,
  PROP_N_ITEMS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum {
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);
static void start_query (VlgMotionList *self, gboolean first_page);
static gboolean refresh_cb (gpointer user_data);

G_DEFINE_FINAL_TYPE_WITH_CODE (VlgMotionList, vlg_motion_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* A query on its way through the reader's thread. */
typedef struct {
  /* owned */
  char *words;
  VlgMotionFilter *filter;
  GArray *ids;
  GPtrArray *summaries;   /* of the first page, NULL otherwise */

  VlgMotionOrder order;
  gint64 login;
  guint generation;       /* of the rows when it was asked */
  gboolean first_page;
} Query;

static void
query_free (gpointer data)
{
  Query *query = data;

  g_free (query->words);
  vlg_motion_filter_free (query->filter);
  g_clear_pointer (&query->ids, g_array_unref);
  g_clear_pointer (&query->summaries, g_ptr_array_unref);
  g_free (query);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Query, query_free)

/* Who asked; the list may be gone, or ask for something else, when the answer comes. */
typedef struct {
  GWeakRef list;
  GCancellable *cancellable;
} Caller;

static void
caller_free (Caller *caller)
{
  g_weak_ref_clear (&caller->list);
  g_object_unref (caller->cancellable);
  g_free (caller);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Caller, caller_free)

static const gint64 *
ids_of (GArray *ids)
{
  return (const gint64 *) (gpointer) ids->data;
}

static gpointer
query_job (VlgDb         *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Query *asked = data;
  VlgMotionQuery terms = { .words = asked->words, .order = asked->order, .filter = asked->filter, .login = asked->login };
  g_autoptr (Query) answer = g_new0 (Query, 1);

  answer->first_page = asked->first_page;
  answer->generation = asked->generation;
  answer->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!asked->first_page)
    return vlg_motions_query_ids (db, &terms, answer->ids, cancellable, error) ? g_steal_pointer (&answer) : NULL;

  if (!vlg_motions_query_first_ids (db, &terms, VLG_ROW_WINDOW, answer->ids, cancellable, error))
    return NULL;
  /* The rows of the first page come along, so that it shows after one way through the thread. */
  answer->summaries = vlg_motions_load_summaries (db, ids_of (answer->ids), answer->ids->len, error);

  return answer->summaries != NULL ? g_steal_pointer (&answer) : NULL;
}

static void
set_loading (VlgMotionList *self,
             gboolean       loading)
{
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
request_window (VlgMotionList *self,
                guint          start)
{
  if (start < self->ids->len)
    vlg_row_windows_request (self->rows, start, ids_of (self->ids) + start, MIN (VLG_ROW_WINDOW, self->ids->len - start));
}

static void
remember_window (VlgMotionList *self,
                 guint          start)
{
  guint i;

  if (self->recent[0] == start)
    return;
  for (i = 1; i < N_RECENT - 1 && self->recent[i] != start; i++)
    ;
  memmove (self->recent + 1, self->recent, i * sizeof self->recent[0]);
  self->recent[0] = start;
}

static gboolean
window_is_fresh (VlgMotionList *self,
                 guint          start)
{
  guint end = MIN (start + VLG_ROW_WINDOW, self->ids->len);

  for (guint i = start; i < end; i++)
    if (!vlg_row_windows_is_fresh (self->rows, ids_of (self->ids)[i]))
      return FALSE;

  return TRUE;
}

/* Reads again what is looked at; the latest window last, because the latest request is served first. */
static void
refresh_recent_windows (VlgMotionList *self)
{
  for (int i = N_RECENT - 1; i >= 0; i--)
    if (self->recent[i] < self->ids->len && !window_is_fresh (self, self->recent[i]))
      request_window (self, self->recent[i]);
}

/* Positions that show something else now, as few signals as there are runs of them. */
static void
emit_rows_changed (VlgMotionList *self,
                   guint          from,
                   guint          to,
                   GArray        *changed)
{
  g_autoptr (GHashTable) set = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint serial = self->serial;

  for (guint i = 0; i < changed->len; i++)
    g_hash_table_add (set, &g_array_index (changed, gint64, i));
  to = MIN (to, self->ids->len);
  for (guint i = from; i < to; i++)
    {
      guint start = i;

      while (i < to && g_hash_table_contains (set, ids_of (self->ids) + i))
        i++;
      if (i == start)
        continue;
      g_list_model_items_changed (G_LIST_MODEL (self), start, i - start, i - start);
      /* A handler may have set other words. */
      if (serial != self->serial)
        return;
    }
}

static void
rows_loaded_cb (VlgMotionList *self,
                guint          tag,
                GArray        *changed)
{
  guint end = MIN (tag + VLG_ROW_WINDOW, self->ids->len);
  guint found = 0;

  /* Nearly always the rows still stand where they were asked for. */
  for (guint i = tag; i < end; i++)
    for (guint j = 0; j < changed->len; j++)
      if (ids_of (self->ids)[i] == g_array_index (changed, gint64, j))
        {
          found++;
          break;
        }
  if (found == changed->len)
    emit_rows_changed (self, tag, end, changed);
  else
    emit_rows_changed (self, 0, self->ids->len, changed);
}

static void
rows_failed_cb (VlgMotionList *self,
                const GError  *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
set_ids (VlgMotionList *self,
         GArray        *ids)
{
  g_autoptr (GArray) edits = vlg_id_diff (ids_of (self->ids), self->ids->len, ids_of (ids), ids->len);
  guint old_length = self->ids->len;

  for (guint i = 0; i < edits->len; i++)
    {
      const VlgIdEdit *edit = &g_array_index (edits, VlgIdEdit, i);

      self->serial++;
      if (edit->removed > 0)
        g_array_remove_range (self->ids, edit->position, edit->removed);
      if (edit->added > 0)
        g_array_insert_vals (self->ids, edit->position, ids_of (ids) + edit->position, edit->added);
      g_list_model_items_changed (G_LIST_MODEL (self), edit->position, edit->removed, edit->added);
    }
  if (old_length != self->ids->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void
end_query (VlgMotionList *self)
{
  g_clear_object (&self->query);
  self->refreshed_at = g_get_monotonic_time ();
  set_loading (self, FALSE);
}

static void
take_answer (VlgMotionList *self,
             Query         *answer)
{
  gboolean complete = !answer->first_page || answer->ids->len < VLG_ROW_WINDOW;

  g_clear_object (&self->query);
  if (answer->summaries != NULL)
    {
      g_autoptr (GArray) changed = vlg_row_windows_put (self->rows, answer->summaries, answer->generation);

      if (changed->len > 0)
        emit_rows_changed (self, 0, self->ids->len, changed);
    }
  if (self->query != NULL)
    return;
  set_ids (self, answer->ids);
  if (self->query != NULL)
    return;
  refresh_recent_windows (self);
  if (complete && !self->dirty)
    end_query (self);
  else if (answer->first_page && !self->dirty)
    self->refresh_source = g_timeout_add_full (G_PRIORITY_LOW, REST_DELAY, refresh_cb, self, NULL);
  else
    start_query (self, FALSE);
}

static void
query_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Caller) caller = user_data;
  g_autoptr (VlgMotionList) self = g_weak_ref_get (&caller->list);
  g_autoptr (GError) error = NULL;
  g_autoptr (Query) answer = vlg_store_run_finish (VLG_STORE (source), result, &error);

  if (self == NULL || self->query != caller->cancellable)
    return;
  if (answer != NULL)
    {
      take_answer (self, answer);
      return;
    }
  end_query (self);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
start_query (VlgMotionList *self,
             gboolean       first_page)
{
  Query *query = g_new0 (Query, 1);
  Caller *caller = g_new0 (Caller, 1);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (self->query != NULL)
    {
      g_cancellable_cancel (self->query);
      g_clear_object (&self->query);
    }
  self->query = g_cancellable_new ();
  /* What is asked for now sees every change up to now. */
  self->dirty = FALSE;
  query->words = g_strdup (self->words);
  query->filter = vlg_motion_filter_copy (self->filter);
  query->order = self->order;
  query->login = vlg_actor_get_login_uid (vlg_office_get_actor (self->office));
  query->first_page = first_page;
  query->generation = vlg_row_windows_get_generation (self->rows);
  g_weak_ref_init (&caller->list, self);
  caller->cancellable = g_object_ref (self->query);
  vlg_store_read_async (vlg_office_get_store (self->office), query_job, query, query_free, query_free,
                        self->query, query_cb, caller);
  set_loading (self, TRUE);
}

static gboolean
refresh_cb (gpointer user_data)
{
  VlgMotionList *self = user_data;

  self->refresh_source = 0;
  start_query (self, FALSE);

  return G_SOURCE_REMOVE;
}

static void
office_changed_cb (VlgMotionList *self)
{
  gint64 due;

  vlg_row_windows_mark_stale (self->rows);
  vlg_row_details_mark_stale (self->details);
  if (self->query != NULL)
    {
      self->dirty = TRUE;
      return;
    }
  if (self->refresh_source != 0)
    return;
  due = self->refreshed_at + REFRESH_INTERVAL * G_TIME_SPAN_MILLISECOND - g_get_monotonic_time ();
  self->refresh_source = g_timeout_add (due > 0 ? (guint) (due / G_TIME_SPAN_MILLISECOND) : 0, refresh_cb, self);
}

static GType
vlg_motion_list_get_item_type (GListModel *model)
{
  return VLG_TYPE_MOTION_SUMMARY;
}

static guint
vlg_motion_list_get_n_items (GListModel *model)
{
  return VLG_MOTION_LIST (model)->ids->len;
}

static gpointer
vlg_motion_list_get_item (GListModel *model,
                          guint       position)
{
  VlgMotionList *self = VLG_MOTION_LIST (model);
  guint start = position - position % VLG_ROW_WINDOW;
  VlgMotionSummary *summary;

  if (position >= self->ids->len)
    return NULL;
  remember_window (self, start);
  summary = vlg_row_windows_peek (self->rows, ids_of (self->ids)[position]);
  if (summary == NULL || !vlg_row_windows_is_fresh (self->rows, ids_of (self->ids)[position]))
    request_window (self, start);

  /* Each its own: a list view takes an object that stands twice for a mistake. */
  return summary != NULL ? g_object_ref (summary) : vlg_motion_summary_new_placeholder ();
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = vlg_motion_list_get_item_type;
  iface->get_n_items = vlg_motion_list_get_n_items;
  iface->get_item = vlg_motion_list_get_item;
}

static void
vlg_motion_list_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  VlgMotionList *self = VLG_MOTION_LIST (object);

  switch (property_id)
    {
    case PROP_WORDS:
      g_value_set_string (value, self->words);
      break;
    case PROP_ORDER:
      g_value_set_int (value, self->order);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_NARROWED:
      g_value_set_boolean (value, vlg_motion_list_is_narrowed (self));
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->ids->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
vlg_motion_list_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  VlgMotionList *self = VLG_MOTION_LIST (object);

  switch (property_id)
    {
    case PROP_WORDS:
      vlg_motion_list_set_words (self, g_value_get_string (value));
      break;
    case PROP_ORDER:
      vlg_motion_list_set_order (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
vlg_motion_list_dispose (GObject *object)
{
  VlgMotionList *self = VLG_MOTION_LIST (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (self->query != NULL)
    g_cancellable_cancel (self->query);
  g_clear_object (&self->query);
  if (self->rows != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->rows, self);
      vlg_row_windows_close (self->rows);
    }
  g_clear_object (&self->rows);
  if (self->details != NULL)
    vlg_row_details_close (self->details);
  g_clear_object (&self->details);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (vlg_motion_list_parent_class)->dispose (object);
}

static void
vlg_motion_list_finalize (GObject *object)
{
  VlgMotionList *self = VLG_MOTION_LIST (object);

  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->filter, vlg_motion_filter_free);

  G_OBJECT_CLASS (vlg_motion_list_parent_class)->finalize (object);
}

static void
vlg_motion_list_class_init (VlgMotionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = vlg_motion_list_get_property;
  object_class->set_property = vlg_motion_list_set_property;
  object_class->dispose = vlg_motion_list_dispose;
  object_class->finalize = vlg_motion_list_finalize;

  properties[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, "", writable);
  properties[PROP_ORDER] = g_param_spec_int ("order", NULL, NULL, VLG_MOTION_ORDER_NEWEST, VLG_N_MOTION_ORDERS - 1,
                                             VLG_MOTION_ORDER_NEWEST, writable);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, readable);
  properties[PROP_NARROWED] = g_param_spec_boolean ("narrowed", NULL, NULL, FALSE, readable);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
vlg_motion_list_init (VlgMotionList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->words = g_strdup ("");
  self->filter = vlg_motion_filter_new ();
  for (guint i = 0; i < N_RECENT; i++)
    self->recent[i] = G_MAXUINT;
}

VlgMotionList *
vlg_motion_list_new (VlgOffice *office)
{
  VlgMotionList *self;

  g_return_val_if_fail (VLG_IS_OFFICE (office), NULL);

  self = g_object_new (VLG_TYPE_MOTION_LIST, NULL);
  self->office = g_object_ref (office);
  self->rows = vlg_row_windows_new (vlg_office_get_store (office));
  self->details = vlg_row_details_new (vlg_office_get_store (office));
  g_signal_connect_swapped (self->rows, "loaded", G_CALLBACK (rows_loaded_cb), self);
  g_signal_connect_swapped (self->rows, "failed", G_CALLBACK (rows_failed_cb), self);
  g_signal_connect_object (office, "changed", G_CALLBACK (office_changed_cb), self, G_CONNECT_SWAPPED);
  start_query (self, TRUE);

  return self;
}

const char *
vlg_motion_list_get_words (VlgMotionList *self)
{
  g_return_val_if_fail (VLG_IS_MOTION_LIST (self), NULL);

  return self->words;
}

void
vlg_motion_list_set_words (VlgMotionList *self,
                           const char    *words)
{
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  g_return_if_fail (VLG_IS_MOTION_LIST (self));

  if (words == NULL)
    words = "";
  if (g_str_equal (self->words, words))
    return;
  old = vlg_string_collapse (self->words);
  new = vlg_string_collapse (words);
  g_free (self->words);
  self->words = g_strdup (words);
  vlg_row_details_set_words (self->details, new);
  /* A blank more or less asks nothing new. */
  if (!g_str_equal (old, new))
    start_query (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROWED]);
}

const VlgMotionFilter *
vlg_motion_list_get_filter (VlgMotionList *self)
{
  g_return_val_if_fail (VLG_IS_MOTION_LIST (self), NULL);

  return self->filter;
}

void
vlg_motion_list_set_filter (VlgMotionList         *self,
                            const VlgMotionFilter *filter)
{
  g_return_if_fail (VLG_IS_MOTION_LIST (self));

  if (vlg_motion_filter_equal (self->filter, filter))
    return;
  vlg_motion_filter_free (self->filter);
  self->filter = vlg_motion_filter_copy (filter);
  start_query (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROWED]);
}

gboolean
vlg_motion_list_is_narrowed (VlgMotionList *self)
{
  g_return_val_if_fail (VLG_IS_MOTION_LIST (self), FALSE);

  return *self->words != '\0' || !vlg_motion_filter_is_empty (self->filter);
}

VlgMotionOrder
vlg_motion_list_get_order (VlgMotionList *self)
{
  g_return_val_if_fail (VLG_IS_MOTION_LIST (self), VLG_MOTION_ORDER_NEWEST);

  return self->order;
}

void
vlg_motion_list_set_order (VlgMotionList  *self,
                           VlgMotionOrder  order)
{
  g_return_if_fail (VLG_IS_MOTION_LIST (self));

  if (self->order == order)
    return;
  self->order = order;
  start_query (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

gboolean
vlg_motion_list_get_loading (VlgMotionList *self)
{
  g_return_val_if_fail (VLG_IS_MOTION_LIST (self), FALSE);

  return self->loading;
}

guint
vlg_motion_list_find (VlgMotionList *self,
                      const char    *uid)
{
  gint64 id;

  g_return_val_if_fail (VLG_IS_MOTION_LIST (self), G_MAXUINT);

  id = uid != NULL ? vlg_row_windows_find (self->rows, uid) : 0;
  for (guint i = 0; id != 0 && i < self->ids->len; i++)
    if (ids_of (self->ids)[i] == id)
      return i;

  return G_MAXUINT;
}

gint64
vlg_motion_list_get_id (VlgMotionList *self,
                        guint          position)
{
  g_return_val_if_fail (VLG_IS_MOTION_LIST (self), 0);

  return position < self->ids->len ? ids_of (self->ids)[position] : 0;
}

void
vlg_motion_list_look_at (VlgMotionList *self,
                         guint          position,
                         guint          n_rows)
{
  g_autoptr (GPtrArray) summaries = g_ptr_array_new ();
  guint end;

  g_return_if_fail (VLG_IS_MOTION_LIST (self));

  end = position < self->ids->len ? position + MIN (n_rows, self->ids->len - position) : position;
  for (guint i = position; i < end; i++)
    {
      VlgMotionSummary *summary = vlg_row_windows_peek (self->rows, ids_of (self->ids)[i]);

      if (summary != NULL)
        g_ptr_array_add (summaries, summary);
    }
  vlg_row_details_look_at (self->details, summaries);
}
