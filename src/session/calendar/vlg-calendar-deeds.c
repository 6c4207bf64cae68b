/* vlg-calendar-deeds.c — what a person does in the calendar
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-calendar-deeds.h"

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
  GPtrArray *meetings;  /* or deeds */
  VlgCalendarDeed *deed;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->uid);
  g_free (request->other);
  g_clear_pointer (&request->meetings, g_ptr_array_unref);
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
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_calendar_deed_unref);

  for (guint i = 0; i < request->meetings->len; i++)
    {
      VlgMeeting *meeting = request->meetings->pdata[i];
      g_autoptr (GPtrArray) there = vlg_meetings_find (db, vlg_meeting_get_body (meeting), vlg_meeting_get_body_uid (meeting), vlg_meeting_get_day (meeting), error);

      VlgCalendarDeed *deed = NULL;

      if (there == NULL)
        return NULL;
      if (there->len > 0)
        continue;
      if (!vlg_meetings_save (db, meeting, FALSE, errand->actor, &deed, error))
        return NULL;
      g_ptr_array_add (made, deed);
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
undo_all_job (VlgDb         *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  VlgErrand *errand = data;
  GPtrArray *deeds = ((Request *) errand->more)->meetings;
  g_autoptr (GPtrArray) undone = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_calendar_deed_unref);

  for (guint i = deeds->len; i > 0; i--)
    {
      VlgCalendarDeed *deed = vlg_meeting_deeds_undo (db, deeds->pdata[i - 1], errand->actor, error);

      if (deed == NULL)
        return NULL;
      g_ptr_array_add (undone, deed);
    }

  return g_steal_pointer (&undone);
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
  g_autoptr (GPtrArray) deeds = vlg_calendar_make_meetings_finish_deeds (office, result, error);
  GPtrArray *made;

  if (deeds == NULL)
    return NULL;
  made = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < deeds->len; i++)
    g_ptr_array_add (made, g_object_ref (((VlgCalendarDeed *) deeds->pdata[i])->after));

  return made;
}

GPtrArray *
vlg_calendar_make_meetings_finish_deeds (VlgOffice     *office,
                                         GAsyncResult  *result,
                                         GError       **error)
{
  return vlg_errand_finish (office, vlg_calendar_make_meetings_async, result, error);
}

void
vlg_calendar_undo_all_async (VlgOffice           *office,
                             GPtrArray           *deeds,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  VlgErrand *errand;
  Request *request;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (deeds != NULL);

  errand = new_errand (office, NULL, NULL, &request);
  request->meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_calendar_deed_unref);
  for (guint i = 0; i < deeds->len; i++)
    g_ptr_array_add (request->meetings, vlg_calendar_deed_ref (deeds->pdata[i]));
  vlg_errand_write_async (errand, office, vlg_calendar_undo_all_async, undo_all_job, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
vlg_calendar_undo_all_finish (VlgOffice     *office,
                              GAsyncResult  *result,
                              GError       **error)
{
  return vlg_errand_finish (office, vlg_calendar_undo_all_async, result, error);
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
