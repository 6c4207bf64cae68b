/* vlg-calendar.c — the days a calendar shows, and what stands on them
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-calendar.h"

#include "vlg-calendar-rows.h"

struct _VlgCalendar {
  GObject parent_instance;

  /* owned */
  VlgOffice *office;
  GListStore *entries;
  GListStore *undated;
  GCancellable *cancellable;   /* of the reading that is under way, or NULL */

  VlgDay from;
  VlgDay to;
  gboolean again;              /* the office changed since that began */
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (VlgCalendar, vlg_calendar, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_LOADING,
  N_PROPS
};

enum {
  LOADED,
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* What was read, on its way to the main thread. */
typedef struct {
  VlgDay from;
  VlgDay to;
  GPtrArray *entries;
  GPtrArray *undated;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->entries, g_ptr_array_unref);
  g_clear_pointer (&reading->undated, g_ptr_array_unref);
  g_free (reading);
}

static gpointer
read_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Reading *asked = data;
  Reading *reading = g_new0 (Reading, 1);

  reading->from = asked->from;
  reading->to = asked->to;
  reading->entries = vlg_calendar_rows_load (db, asked->from, asked->to, error);
  reading->undated = reading->entries != NULL ? vlg_calendar_rows_load_undated (db, VLG_UNDATED_SHOWN, error) : NULL;
  if (reading->undated == NULL)
    g_clear_pointer (&reading, reading_free);

  return reading;
}

static void start (VlgCalendar *self);

static void
set_loading (VlgCalendar *self,
             gboolean     loading)
{
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* Makes @list what @fresh is, leaving alone what is equal at either end. */
static void
take_over (GListStore *list,
           GPtrArray  *fresh)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list)), first = 0, last = 0;

  while (first < n && first < fresh->len)
    {
      g_autoptr (VlgCalendarEntry) old = g_list_model_get_item (G_LIST_MODEL (list), first);

      if (!vlg_calendar_entry_equal (old, fresh->pdata[first]))
        break;
      first++;
    }
  while (last < n - first && last < fresh->len - first)
    {
      g_autoptr (VlgCalendarEntry) old = g_list_model_get_item (G_LIST_MODEL (list), n - 1 - last);

      if (!vlg_calendar_entry_equal (old, fresh->pdata[fresh->len - 1 - last]))
        break;
      last++;
    }
  if (first + last < n || first + last < fresh->len)
    g_list_store_splice (list, first, n - first - last, fresh->pdata + first, fresh->len - first - last);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (VlgCalendar) self = user_data;
  g_autoptr (GError) error = NULL;
  Reading *reading = vlg_store_run_finish (VLG_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* Came just before it was given up. */
  if (reading != NULL && (self->office == NULL || reading->from != self->from || reading->to != self->to))
    {
      reading_free (reading);
      return;
    }
  g_clear_object (&self->cancellable);
  if (reading != NULL)
    {
      take_over (self->entries, reading->entries);
      take_over (self->undated, reading->undated);
      reading_free (reading);
      set_loading (self, FALSE);
      g_signal_emit (self, signals[LOADED], 0);
    }
  else
    {
      set_loading (self, FALSE);
      g_signal_emit (self, signals[FAILED], 0, error);
    }
  if (self->again)
    start (self);
}

static void
start (VlgCalendar *self)
{
  Reading *asked;

  self->again = FALSE;
  self->cancellable = g_cancellable_new ();
  asked = g_new0 (Reading, 1);
  asked->from = self->from;
  asked->to = self->to;
  vlg_store_read_async (vlg_office_get_store (self->office), read_job, asked, reading_free, reading_free, self->cancellable, read_cb, g_object_ref (self));
}

static void
changed_cb (VlgCalendar *self)
{
  if (self->from == VLG_DAY_NONE)
    return;
  if (self->cancellable != NULL)
    self->again = TRUE;
  else
    start (self);
}

static void
vlg_calendar_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, VLG_CALENDAR (object)->loading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_calendar_dispose (GObject *object)
{
  VlgCalendar *self = VLG_CALENDAR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->entries);
  g_clear_object (&self->undated);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (vlg_calendar_parent_class)->dispose (object);
}

static void
vlg_calendar_class_init (VlgCalendarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = vlg_calendar_get_property;
  object_class->dispose = vlg_calendar_dispose;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
vlg_calendar_init (VlgCalendar *self)
{
  self->entries = g_list_store_new (VLG_TYPE_CALENDAR_ENTRY);
  self->undated = g_list_store_new (VLG_TYPE_CALENDAR_ENTRY);
}

VlgCalendar *
vlg_calendar_new (VlgOffice *office)
{
  VlgCalendar *self;

  g_return_val_if_fail (VLG_IS_OFFICE (office), NULL);

  self = g_object_new (VLG_TYPE_CALENDAR, NULL);
  self->office = g_object_ref (office);
  g_signal_connect_object (office, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
vlg_calendar_show (VlgCalendar *self,
                   VlgDay       from,
                   VlgDay       to)
{
  g_return_if_fail (VLG_IS_CALENDAR (self));
  g_return_if_fail (from != VLG_DAY_NONE && from <= to);

  if (from == self->from && to == self->to)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->from = from;
  self->to = to;
  set_loading (self, TRUE);
  start (self);
}

VlgDay
vlg_calendar_get_from (VlgCalendar *self)
{
  g_return_val_if_fail (VLG_IS_CALENDAR (self), VLG_DAY_NONE);

  return self->from;
}

VlgDay
vlg_calendar_get_to (VlgCalendar *self)
{
  g_return_val_if_fail (VLG_IS_CALENDAR (self), VLG_DAY_NONE);

  return self->to;
}

gboolean
vlg_calendar_get_loading (VlgCalendar *self)
{
  g_return_val_if_fail (VLG_IS_CALENDAR (self), FALSE);

  return self->loading;
}

GListModel *
vlg_calendar_get_entries (VlgCalendar *self)
{
  g_return_val_if_fail (VLG_IS_CALENDAR (self), NULL);

  return G_LIST_MODEL (self->entries);
}

GListModel *
vlg_calendar_get_undated (VlgCalendar *self)
{
  g_return_val_if_fail (VLG_IS_CALENDAR (self), NULL);

  return G_LIST_MODEL (self->undated);
}

static gpointer
list_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const VlgDay *days = data;

  return vlg_calendar_rows_load (db, days[0], days[1], error);
}

GPtrArray *
vlg_calendar_list (VlgOffice  *office,
                   VlgDay      from,
                   VlgDay      to,
                   GError    **error)
{
  VlgDay days[] = { from, to };

  g_return_val_if_fail (VLG_IS_OFFICE (office), NULL);

  return vlg_store_read (vlg_office_get_store (office), list_job, days, NULL, error);
}
