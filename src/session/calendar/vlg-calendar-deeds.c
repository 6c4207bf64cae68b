/* vlg-calendar-deeds.c — what a person does in the calendar
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-calendar-deeds.h"

#include "vlg-agendas.h"
#include "vlg-body-calendar.h"
#include "vlg-calendar-rows.h"
#include "vlg-errand.h"
#include "vlg-meetings.h"
#include "vlg-string.h"

/* What a deed needs beside an errand. */
typedef struct {
  char *uid;
  char *other;          /* a second uid, or a name */
  gint64 revision;
  VlgDay day;
  VlgWallTime start;
  VlgWallTime end;
  guint n;
  GPtrArray *meetings;
  GListModel *items;    /* copies */
  VlgCalendarDeed *deed;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->uid);
  g_free (request->other);
  g_clear_pointer (&request->meetings, g_ptr_array_unref);
  g_clear_object (&request->items);
  g_clear_pointer (&request->deed, vlg_calendar_deed_unref);
  g_free (request);
}

static VlgErrand *
new_errand (VlgOffice   *office,
            const char  *uid,
            const char  *other,
            Request    **request)
{
  VlgErrand *errand = vlg_errand_new (office);

  *request = g_new0 (Request, 1);
  (*request)->uid = g_strdup (uid);
  (*request)->other = g_strdup (other);
  errand->more = *request;
  errand->free_more = request_free;

  return errand;
}

/* A copy with its texts as they are stored; NULL with @error. Caller owns. */
static VlgMeeting *
normalise (VlgMeeting  *meeting,
           GError     **error)
{
  g_autoptr (VlgMeeting) copy = vlg_meeting_copy (meeting);
  g_autofree char *body = vlg_string_normalize (vlg_meeting_get_body (meeting), -1, error);
  g_autofree char *room = body != NULL ? vlg_string_normalize (vlg_meeting_get_room (meeting), -1, error) : NULL;
  g_autofree char *note = room != NULL ? vlg_string_normalize (vlg_meeting_get_note (meeting), -1, error) : NULL;

  if (note == NULL)
    return NULL;
  vlg_meeting_set_body (copy, body);
  vlg_meeting_set_room (copy, room);
  vlg_meeting_set_note (copy, note);

  return g_steal_pointer (&copy);
}

/* Jobs */

static gpointer
load_meeting_job (VlgDb         *db,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return vlg_meetings_load (db, ((VlgErrand *) data)->uid, error);
}

static gpointer
next_meetings_job (VlgDb         *db,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  Request *request = ((VlgErrand *) data)->more;

  return vlg_meetings_next (db, request->other, request->uid, request->day, request->n, error);
}

static gpointer
load_motions_job (VlgDb         *db,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return vlg_calendar_rows_load_meeting (db, ((VlgErrand *) data)->uid, error);
}

static gpointer
save_meeting_job (VlgDb         *db,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  VlgErrand *errand = data;
  VlgCalendarDeed *deed = NULL;

  vlg_meetings_save (db, VLG_MEETING (errand->object), FALSE, errand->actor, &deed, error);

  return deed;
}

static gpointer
make_meetings_job (VlgDb         *db,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  VlgErrand *errand = data;
  Request *request = errand->more;
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < request->meetings->len; i++)
    {
      VlgMeeting *meeting = request->meetings->pdata[i];
      g_autoptr (GPtrArray) there = vlg_meetings_find (db, vlg_meeting_get_body (meeting), vlg_meeting_get_body_uid (meeting), vlg_meeting_get_day (meeting), error);

      if (there == NULL)
        return NULL;
      if (there->len > 0)
        continue;
      if (!vlg_meetings_save (db, meeting, FALSE, errand->actor, NULL, error))
        return NULL;
      g_ptr_array_add (made, g_object_ref (meeting));
    }

  return g_steal_pointer (&made);
}

static gpointer
trash_meetings_job (VlgDb         *db,
                    gpointer       data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  VlgErrand *errand = data;
  Request *request = errand->more;

  for (guint i = 0; i < request->meetings->len; i++)
    if (!vlg_meetings_set_trashed (db, request->meetings->pdata[i], errand->which, errand->actor, error))
      return NULL;

  return g_ptr_array_ref (request->meetings);
}

static gpointer
move_meeting_job (VlgDb         *db,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  VlgErrand *errand = data;
  Request *request = errand->more;

  return vlg_meeting_deeds_move (db, request->uid, request->revision, request->day, request->start, request->end, errand->actor, error);
}

static gpointer
cancel_meeting_job (VlgDb         *db,
                    gpointer       data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  VlgErrand *errand = data;
  Request *request = errand->more;

  return vlg_meeting_deeds_cancel (db, request->uid, request->revision, errand->which, request->other, errand->actor, error);
}

static gpointer
place_job (VlgDb         *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  VlgErrand *errand = data;
  Request *request = errand->more;

  return vlg_meeting_deeds_place (db, request->uid, request->other, request->day, errand->actor, error);
}

static gpointer
undo_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VlgErrand *errand = data;

  return vlg_meeting_deeds_undo (db, ((Request *) errand->more)->deed, errand->actor, error);
}

static gpointer
load_agenda_job (VlgDb         *db,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  VlgErrand *errand = data;
  Request *request = errand->more;
  g_autoptr (VlgAgenda) agenda = vlg_agendas_load (db, request->uid, NULL, error);
  g_autoptr (GListModel) standard = NULL;
  g_autoptr (GError) local_error = NULL;
  gboolean there;

  if (agenda == NULL || !vlg_agendas_has (db, request->uid, &there, error))
    return NULL;
  /* One that was emptied on purpose stays empty. */
  if (there)
    return g_steal_pointer (&agenda);

  if (request->other != NULL)
    standard = vlg_agendas_load_standard (db, request->other, &local_error);
  if (standard == NULL && local_error == NULL && request->other != NULL)
    {
      g_autoptr (VlgProfile) profile = vlg_errand_load_profile (errand, &local_error);
      VlgBody *body = profile != NULL ? vlg_profile_find_body_by_uid (profile, request->other) : NULL;
      VlgBodyCalendar *calendar = body != NULL ? vlg_body_get_calendar (body) : NULL;

      if (calendar != NULL)
        g_set_object (&standard, vlg_body_calendar_get_agenda (calendar));
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return vlg_agenda_new_standard (standard, NULL);
}

static gpointer
save_agenda_job (VlgDb         *db,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  VlgErrand *errand = data;
  Request *request = errand->more;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (VlgAgenda) agenda = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (request->items); i++)
    g_ptr_array_add (items, g_list_model_get_item (request->items, i));
  agenda = vlg_agenda_new_stored (items, errand->which, NULL);

  return vlg_agendas_save (db, VLG_MEETING (errand->object), agenda, errand->actor, error) ? g_object_ref (errand->object) : NULL;
}

static gpointer
save_standard_agenda_job (VlgDb         *db,
                          gpointer       data,
                          GCancellable  *cancellable,
                          GError       **error)
{
  VlgErrand *errand = data;
  Request *request = errand->more;

  vlg_agendas_save_standard (db, request->uid, request->items, errand->actor, error);

  return NULL;
}

/* Copies for another thread, texts as they are stored; NULL with @error. Caller owns. */
static GListModel *
copy_items (GListModel  *items,
            gboolean     fresh,
            GError     **error)
{
  g_autoptr (GListStore) copies = g_list_store_new (VLG_TYPE_AGENDA_ITEM);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (VlgAgendaItem) item = g_list_model_get_item (items, i);
      g_autoptr (VlgAgendaItem) copy = fresh ? vlg_agenda_item_duplicate (item) : vlg_agenda_item_copy (item);
      g_autofree char *title = vlg_string_normalize (vlg_agenda_item_get_title (item), -1, error);
      g_autofree char *public_title = title != NULL ? vlg_string_normalize (vlg_agenda_item_get_public_title (item), -1, error) : NULL;
      g_autofree char *note = public_title != NULL ? vlg_string_normalize (vlg_agenda_item_get_note (item), -1, error) : NULL;

      if (note == NULL)
        return NULL;
      vlg_agenda_item_set_title (copy, title);
      vlg_agenda_item_set_public_title (copy, public_title);
      vlg_agenda_item_set_note (copy, note);
      g_list_store_append (copies, copy);
    }

  return G_LIST_MODEL (g_steal_pointer (&copies));
}

/* The caller's meetings get the revisions of the copies that were stored: they stay with the result until it is asked for. */

typedef struct {
  GPtrArray *meetings;
  GAsyncReadyCallback callback;
  gpointer user_data;
} Originals;

static gpointer
originals_new (GPtrArray           *meetings,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  Originals *originals = g_new0 (Originals, 1);

  originals->meetings = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < meetings->len; i++)
    g_ptr_array_add (originals->meetings, g_object_ref (meetings->pdata[i]));
  originals->callback = callback;
  originals->user_data = user_data;

  return originals;
}

static void
keep_originals_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autofree Originals *originals = user_data;

  g_object_set_data_full (G_OBJECT (result), "vlg-originals", originals->meetings, (GDestroyNotify) g_ptr_array_unref);
  if (originals->callback != NULL)
    originals->callback (source, result, originals->user_data);
}

static void
take_revision (GAsyncResult *result,
               guint         n,
               VlgMeeting   *stored)
{
  GPtrArray *originals = g_object_get_data (G_OBJECT (result), "vlg-originals");

  if (originals != NULL && stored != NULL)
    vlg_meeting_set_revision (originals->pdata[n], vlg_meeting_get_revision (stored));
}

/* Public API */

void
vlg_calendar_load_meeting_async (VlgOffice           *office,
                                 const char          *uid,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (uid != NULL);

  errand = vlg_errand_new (office);
  errand->uid = g_strdup (uid);
  vlg_errand_read_async (errand, office, vlg_calendar_load_meeting_async, load_meeting_job, g_object_unref, cancellable, callback, user_data);
}

VlgMeeting *
vlg_calendar_load_meeting_finish (VlgOffice     *office,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return vlg_errand_finish (office, vlg_calendar_load_meeting_async, result, error);
}

void
vlg_calendar_next_meetings_async (VlgOffice           *office,
                                  const char          *body,
                                  const char          *body_uid,
                                  VlgDay               from,
                                  guint                limit,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  VlgErrand *errand;
  Request *request;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (body != NULL);
  g_return_if_fail (from != VLG_DAY_NONE);

  errand = new_errand (office, body_uid, body, &request);
  request->day = from;
  request->n = limit;
  vlg_errand_read_async (errand, office, vlg_calendar_next_meetings_async, next_meetings_job, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
vlg_calendar_next_meetings_finish (VlgOffice     *office,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return vlg_errand_finish (office, vlg_calendar_next_meetings_async, result, error);
}

void
vlg_calendar_load_motions_async (VlgOffice           *office,
                                 const char          *uid,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (uid != NULL);

  errand = vlg_errand_new (office);
  errand->uid = g_strdup (uid);
  vlg_errand_read_async (errand, office, vlg_calendar_load_motions_async, load_motions_job, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
vlg_calendar_load_motions_finish (VlgOffice     *office,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return vlg_errand_finish (office, vlg_calendar_load_motions_async, result, error);
}

void
vlg_calendar_save_meeting_async (VlgOffice           *office,
                                 VlgMeeting          *meeting,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (VlgMeeting) stored = NULL;
  GError *error = NULL;
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (VLG_IS_MEETING (meeting));

  stored = normalise (meeting, &error);
  if (stored == NULL)
    {
      g_task_report_error (office, callback, user_data, vlg_calendar_save_meeting_async, error);
      return;
    }
  errand = vlg_errand_new (office);
  errand->object = G_OBJECT (g_steal_pointer (&stored));
  one = g_ptr_array_new ();
  g_ptr_array_add (one, meeting);
  vlg_errand_write_async (errand, office, vlg_calendar_save_meeting_async, save_meeting_job, (GDestroyNotify) vlg_calendar_deed_unref, cancellable,
                          keep_originals_cb, originals_new (one, callback, user_data));
}

VlgCalendarDeed *
vlg_calendar_save_meeting_finish (VlgOffice     *office,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  VlgCalendarDeed *deed = vlg_errand_finish (office, vlg_calendar_save_meeting_async, result, error);

  if (deed != NULL)
    take_revision (result, 0, deed->after);

  return deed;
}

void
vlg_calendar_make_meetings_async (VlgOffice           *office,
                                  GPtrArray           *meetings,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  VlgErrand *errand;
  Request *request;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (meetings != NULL);

  errand = new_errand (office, NULL, NULL, &request);
  request->meetings = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < meetings->len; i++)
    {
      GError *error = NULL;
      VlgMeeting *meeting = normalise (meetings->pdata[i], &error);

      if (meeting == NULL)
        {
          vlg_errand_free (errand);
          g_task_report_error (office, callback, user_data, vlg_calendar_make_meetings_async, error);
          return;
        }
      g_ptr_array_add (request->meetings, meeting);
    }
  vlg_errand_write_async (errand, office, vlg_calendar_make_meetings_async, make_meetings_job, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
vlg_calendar_make_meetings_finish (VlgOffice     *office,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return vlg_errand_finish (office, vlg_calendar_make_meetings_async, result, error);
}

void
vlg_calendar_trash_meetings_async (VlgOffice           *office,
                                   GPtrArray           *meetings,
                                   gboolean             trashed,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  VlgErrand *errand;
  Request *request;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (meetings != NULL);

  errand = new_errand (office, NULL, NULL, &request);
  errand->which = trashed;
  request->meetings = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < meetings->len; i++)
    g_ptr_array_add (request->meetings, vlg_meeting_copy (meetings->pdata[i]));
  vlg_errand_write_async (errand, office, vlg_calendar_trash_meetings_async, trash_meetings_job, (GDestroyNotify) g_ptr_array_unref, cancellable,
                          keep_originals_cb, originals_new (meetings, callback, user_data));
}

gboolean
vlg_calendar_trash_meetings_finish (VlgOffice     *office,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_autoptr (GPtrArray) stored = vlg_errand_finish (office, vlg_calendar_trash_meetings_async, result, error);

  for (guint i = 0; stored != NULL && i < stored->len; i++)
    take_revision (result, i, stored->pdata[i]);

  return stored != NULL;
}

void
vlg_calendar_move_meeting_async (VlgOffice           *office,
                                 const char          *uid,
                                 gint64               revision,
                                 VlgDay               day,
                                 VlgWallTime          start,
                                 VlgWallTime          end,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  VlgErrand *errand;
  Request *request;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (uid != NULL);
  g_return_if_fail (day != VLG_DAY_NONE);

  errand = new_errand (office, uid, NULL, &request);
  request->revision = revision;
  request->day = day;
  request->start = start;
  request->end = end;
  vlg_errand_write_async (errand, office, vlg_calendar_move_meeting_async, move_meeting_job, (GDestroyNotify) vlg_calendar_deed_unref, cancellable, callback, user_data);
}

VlgCalendarDeed *
vlg_calendar_move_meeting_finish (VlgOffice     *office,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return vlg_errand_finish (office, vlg_calendar_move_meeting_async, result, error);
}

void
vlg_calendar_cancel_meeting_async (VlgOffice           *office,
                                   const char          *uid,
                                   gint64               revision,
                                   VlgCancelWay         way,
                                   const char          *to_meeting,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  VlgErrand *errand;
  Request *request;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (uid != NULL);
  g_return_if_fail (way != VLG_CANCEL_TO_MEETING || to_meeting != NULL);

  errand = new_errand (office, uid, to_meeting, &request);
  errand->which = way;
  request->revision = revision;
  vlg_errand_write_async (errand, office, vlg_calendar_cancel_meeting_async, cancel_meeting_job, (GDestroyNotify) vlg_calendar_deed_unref, cancellable, callback, user_data);
}

VlgCalendarDeed *
vlg_calendar_cancel_meeting_finish (VlgOffice     *office,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return vlg_errand_finish (office, vlg_calendar_cancel_meeting_async, result, error);
}

void
vlg_calendar_place_async (VlgOffice           *office,
                          const char          *consultation_uid,
                          const char          *to_meeting,
                          VlgDay               day,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  VlgErrand *errand;
  Request *request;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (consultation_uid != NULL);

  errand = new_errand (office, consultation_uid, to_meeting, &request);
  request->day = day;
  vlg_errand_write_async (errand, office, vlg_calendar_place_async, place_job, (GDestroyNotify) vlg_calendar_deed_unref, cancellable, callback, user_data);
}

VlgCalendarDeed *
vlg_calendar_place_finish (VlgOffice     *office,
                           GAsyncResult  *result,
                           GError       **error)
{
  return vlg_errand_finish (office, vlg_calendar_place_async, result, error);
}

void
vlg_calendar_undo_async (VlgOffice           *office,
                         VlgCalendarDeed     *deed,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  VlgErrand *errand;
  Request *request;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (deed != NULL);

  errand = new_errand (office, NULL, NULL, &request);
  request->deed = vlg_calendar_deed_ref (deed);
  vlg_errand_write_async (errand, office, vlg_calendar_undo_async, undo_job, (GDestroyNotify) vlg_calendar_deed_unref, cancellable, callback, user_data);
}

VlgCalendarDeed *
vlg_calendar_undo_finish (VlgOffice     *office,
                          GAsyncResult  *result,
                          GError       **error)
{
  return vlg_errand_finish (office, vlg_calendar_undo_async, result, error);
}

void
vlg_calendar_load_agenda_async (VlgOffice           *office,
                                VlgMeeting          *meeting,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Request *request;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (VLG_IS_MEETING (meeting));

  vlg_errand_read_async (new_errand (office, vlg_meeting_get_uid (meeting), vlg_meeting_get_body_uid (meeting), &request), office, vlg_calendar_load_agenda_async,
                         load_agenda_job, g_object_unref, cancellable, callback, user_data);
}

VlgAgenda *
vlg_calendar_load_agenda_finish (VlgOffice     *office,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return vlg_errand_finish (office, vlg_calendar_load_agenda_async, result, error);
}

void
vlg_calendar_save_agenda_async (VlgOffice           *office,
                                VlgMeeting          *meeting,
                                VlgAgenda           *agenda,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GError *error = NULL;
  GListModel *items;
  VlgErrand *errand;
  Request *request;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (VLG_IS_MEETING (meeting));
  g_return_if_fail (VLG_IS_AGENDA (agenda));

  items = copy_items (vlg_agenda_get_items (agenda), FALSE, &error);
  if (items == NULL)
    {
      g_task_report_error (office, callback, user_data, vlg_calendar_save_agenda_async, error);
      return;
    }
  errand = new_errand (office, NULL, NULL, &request);
  errand->object = G_OBJECT (vlg_meeting_copy (meeting));
  errand->which = vlg_agenda_get_fixed (agenda);
  request->items = items;
  vlg_errand_write_async (errand, office, vlg_calendar_save_agenda_async, save_agenda_job, g_object_unref, cancellable, callback, user_data);
}

VlgMeeting *
vlg_calendar_save_agenda_finish (VlgOffice     *office,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return vlg_errand_finish (office, vlg_calendar_save_agenda_async, result, error);
}

void
vlg_calendar_save_standard_agenda_async (VlgOffice           *office,
                                         const char          *body_uid,
                                         GListModel          *items,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data)
{
  GListModel *copies = NULL;
  GError *error = NULL;
  VlgErrand *errand;
  Request *request;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (body_uid != NULL);

  if (items != NULL)
    copies = copy_items (items, TRUE, &error);
  if (error != NULL)
    {
      g_task_report_error (office, callback, user_data, vlg_calendar_save_standard_agenda_async, error);
      return;
    }
  errand = new_errand (office, body_uid, NULL, &request);
  request->items = copies;
  vlg_errand_write_async (errand, office, vlg_calendar_save_standard_agenda_async, save_standard_agenda_job, NULL, cancellable, callback, user_data);
}

gboolean
vlg_calendar_save_standard_agenda_finish (VlgOffice     *office,
                                          GAsyncResult  *result,
                                          GError       **error)
{
  return vlg_errand_finish_plain (office, vlg_calendar_save_standard_agenda_async, result, error);
}
