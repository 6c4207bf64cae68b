/* vlg-number-lookup.c — what is known of a number: whose it is, how it goes on, who relates to it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-number-lookup.h"

#include "vlg-errand.h"

static gpointer
find_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VlgErrand *errand = data;

  return vlg_references_find (db, errand->more, error);
}

static gpointer
complete_job (VlgDb         *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  VlgErrand *errand = data;

  return vlg_references_complete (db, errand->text, VLG_NUMBER_LOOKUP_MOST, error);
}

static gpointer
incoming_job (VlgDb         *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  VlgErrand *errand = data;

  return vlg_references_list_incoming (db, errand->text, error);
}

/* What was typed, or a number. Caller owns. */
static VlgErrand *
errand_for (VlgOffice  *office,
            const char *text)
{
  VlgErrand *errand = vlg_errand_new (office);

  errand->text = g_strdup (text);

  return errand;
}

void
vlg_number_lookup_find_async (VlgOffice           *office,
                              const char *const   *numbers,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (numbers != NULL);

  errand = vlg_errand_new (office);
  errand->more = g_strdupv ((char **) numbers);
  errand->free_more = (GDestroyNotify) g_strfreev;
  vlg_errand_read_async (errand, office, vlg_number_lookup_find_async, find_job, (GDestroyNotify) g_hash_table_unref, cancellable, callback, user_data);
}

GHashTable *
vlg_number_lookup_find_finish (VlgOffice     *office,
                               GAsyncResult  *result,
                               GError       **error)
{
  return vlg_errand_finish (office, vlg_number_lookup_find_async, result, error);
}

void
vlg_number_lookup_complete_async (VlgOffice           *office,
                                  const char          *typed,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (typed != NULL);

  vlg_errand_read_async (errand_for (office, typed), office, vlg_number_lookup_complete_async, complete_job, (GDestroyNotify) g_ptr_array_unref,
                         cancellable, callback, user_data);
}

GPtrArray *
vlg_number_lookup_complete_finish (VlgOffice     *office,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return vlg_errand_finish (office, vlg_number_lookup_complete_async, result, error);
}

void
vlg_number_lookup_incoming_async (VlgOffice           *office,
                                  const char          *number,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (number != NULL);

  vlg_errand_read_async (errand_for (office, number), office, vlg_number_lookup_incoming_async, incoming_job, (GDestroyNotify) g_ptr_array_unref,
                         cancellable, callback, user_data);
}

GPtrArray *
vlg_number_lookup_incoming_finish (VlgOffice     *office,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return vlg_errand_finish (office, vlg_number_lookup_incoming_async, result, error);
}
