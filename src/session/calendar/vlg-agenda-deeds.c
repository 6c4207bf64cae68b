/* vlg-agenda-deeds.c — what a person does with agendas
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-agendas.h"
#include "vlg-body-calendar.h"
#include "vlg-calendar-deeds.h"
#include "vlg-errand.h"
#include "vlg-string.h"

static gpointer
load_agenda_job (VlgDb         *db,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  VlgErrand *errand = data;
  const char *uid = vlg_meeting_get_uid (VLG_MEETING (errand->object));
  const char *body_uid = vlg_meeting_get_body_uid (VLG_MEETING (errand->object));
  g_autoptr (VlgAgenda) agenda = vlg_agendas_load (db, uid, NULL, error);
  g_autoptr (GListModel) standard = NULL;
  g_autoptr (GError) local_error = NULL;
  gboolean there;

  if (agenda == NULL || !vlg_agendas_has (db, uid, &there, error))
    return NULL;
  /* One that was emptied on purpose stays empty. */
  if (there)
    return g_steal_pointer (&agenda);

  if (body_uid != NULL)
    standard = vlg_agendas_load_standard (db, body_uid, &local_error);
  if (standard == NULL && local_error == NULL && body_uid != NULL)
    {
      g_autoptr (VlgProfile) profile = vlg_errand_load_profile (errand, &local_error);
      VlgBody *body = profile != NULL ? vlg_profile_find_body_by_uid (profile, body_uid) : NULL;
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
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (VlgAgenda) agenda = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (errand->more); i++)
    g_ptr_array_add (items, g_list_model_get_item (errand->more, i));
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

  vlg_agendas_save_standard (db, errand->uid, errand->more, errand->actor, error);

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

/* Public API */

void
vlg_calendar_load_agenda_async (VlgOffice           *office,
                                VlgMeeting          *meeting,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (VLG_IS_MEETING (meeting));

  errand = vlg_errand_new (office);
  errand->object = G_OBJECT (vlg_meeting_copy (meeting));
  vlg_errand_read_async (errand, office, vlg_calendar_load_agenda_async, load_agenda_job, g_object_unref, cancellable, callback, user_data);
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

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (VLG_IS_MEETING (meeting));
  g_return_if_fail (VLG_IS_AGENDA (agenda));

  items = copy_items (vlg_agenda_get_items (agenda), FALSE, &error);
  if (items == NULL)
    {
      g_task_report_error (office, callback, user_data, vlg_calendar_save_agenda_async, error);
      return;
    }
  errand = vlg_errand_new (office);
  errand->object = G_OBJECT (vlg_meeting_copy (meeting));
  errand->which = vlg_agenda_get_fixed (agenda);
  errand->more = items;
  errand->free_more = g_object_unref;
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

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (body_uid != NULL);

  if (items != NULL)
    copies = copy_items (items, TRUE, &error);
  if (error != NULL)
    {
      g_task_report_error (office, callback, user_data, vlg_calendar_save_standard_agenda_async, error);
      return;
    }
  errand = vlg_errand_new (office);
  errand->uid = g_strdup (body_uid);
  errand->more = copies;
  errand->free_more = copies != NULL ? g_object_unref : NULL;
  vlg_errand_write_async (errand, office, vlg_calendar_save_standard_agenda_async, save_standard_agenda_job, NULL, cancellable, callback, user_data);
}

gboolean
vlg_calendar_save_standard_agenda_finish (VlgOffice     *office,
                                          GAsyncResult  *result,
                                          GError       **error)
{
  return vlg_errand_finish_plain (office, vlg_calendar_save_standard_agenda_async, result, error);
}
