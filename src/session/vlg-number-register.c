/* vlg-number-register.c — the office's number register: look, reserve, void
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-number-register.h"

#include <glib/gi18n.h>

#include "vlg-errand.h"

static gpointer
list_series_job (VlgDb         *db,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  VlgErrand *errand = data;
  g_autoptr (VlgProfile) profile = vlg_errand_load_profile (errand, error);

  return profile != NULL ? vlg_register_list_series (db, vlg_profile_get_serial_per_origin (profile), error) : NULL;
}

static gpointer
list_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VlgErrand *errand = data;

  return vlg_register_list (db, errand->kind, errand->year, errand->origin, error);
}

static gpointer
void_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VlgErrand *errand = data;

  vlg_register_void (db, errand->number, errand->text, errand->actor, error);

  return NULL;
}

static gpointer
reserve_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  VlgErrand *errand = data;
  g_autoptr (VlgProfile) profile = vlg_errand_load_profile (errand, error);

  if (profile == NULL)
    return NULL;

  return vlg_register_reserve (db, profile, errand->kind, errand->year, errand->origin, errand->n, errand->actor, error);
}

void
vlg_number_register_list_series_async (VlgOffice           *office,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  g_return_if_fail (VLG_IS_OFFICE (office));

  vlg_errand_read_async (vlg_errand_new (office), office, vlg_number_register_list_series_async, list_series_job, (GDestroyNotify) g_ptr_array_unref,
                         cancellable, callback, user_data);
}

GPtrArray *
vlg_number_register_list_series_finish (VlgOffice     *office,
                                        GAsyncResult  *result,
                                        GError       **error)
{
  return vlg_errand_finish (office, vlg_number_register_list_series_async, result, error);
}

void
vlg_number_register_list_async (VlgOffice           *office,
                                const char          *kind,
                                guint                year,
                                const char          *origin,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (kind != NULL);

  errand = vlg_errand_new (office);
  errand->kind = g_strdup (kind);
  errand->year = year;
  errand->origin = g_strdup (origin);
  vlg_errand_read_async (errand, office, vlg_number_register_list_async, list_job, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
vlg_number_register_list_finish (VlgOffice     *office,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return vlg_errand_finish (office, vlg_number_register_list_async, result, error);
}

void
vlg_number_register_void_async (VlgOffice           *office,
                                VlgMotionNumber     *number,
                                const char          *reason,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (number != NULL);

  errand = vlg_errand_new (office);
  errand->number = vlg_motion_number_ref (number);
  errand->text = reason != NULL ? g_strstrip (g_strdup (reason)) : NULL;
  vlg_errand_write_async (errand, office, vlg_number_register_void_async, void_job, NULL, cancellable, callback, user_data);
}

gboolean
vlg_number_register_void_finish (VlgOffice     *office,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return vlg_errand_finish_plain (office, vlg_number_register_void_async, result, error);
}

void
vlg_number_register_reserve_async (VlgOffice           *office,
                                   const char          *kind,
                                   guint                year,
                                   const char          *origin,
                                   guint                n,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (kind != NULL);

  errand = vlg_errand_new (office);
  errand->kind = g_strdup (kind);
  errand->year = year;
  errand->origin = g_strdup (origin);
  errand->n = n;
  vlg_errand_write_async (errand, office, vlg_number_register_reserve_async, reserve_job, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
vlg_number_register_reserve_finish (VlgOffice     *office,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return vlg_errand_finish (office, vlg_number_register_reserve_async, result, error);
}

gboolean
vlg_number_register_can_void (const VlgRegisterEntry *entry)
{
  g_return_val_if_fail (entry != NULL, FALSE);

  return entry->number != NULL && entry->state != VLG_LEDGER_VOID && (entry->motion_uid == NULL || entry->trashed);
}

const char *
vlg_number_register_get_state_label (const VlgRegisterEntry *entry)
{
  g_return_val_if_fail (entry != NULL, "");

  if (entry->number == NULL)
    return C_("number", "Gap");
  switch (entry->state)
    {
    case VLG_LEDGER_RESERVED:
      return C_("number", "Reserved");
    case VLG_LEDGER_ISSUED:
      return C_("number", "Issued");
    case VLG_LEDGER_VOID:
    default:
      return C_("number", "Void");
    }
}

char *
vlg_number_register_explain (const VlgRegisterEntry *entry)
{
  const char *title;

  g_return_val_if_fail (entry != NULL, NULL);

  title = *entry->title != '\0' ? entry->title : _("Untitled");
  if (entry->number == NULL)
    return g_strdup (ngettext ("Never drawn here: it was given out elsewhere, or left out",
                               "Never drawn here: they were given out elsewhere, or left out", entry->last_serial - entry->serial + 1));
  if (entry->state == VLG_LEDGER_VOID)
    return g_strdup_printf (_("Void: %s"), entry->reason);
  if (entry->trashed)
    return g_strdup_printf (_("In the trash: %s"), title);
  if (entry->motion_uid != NULL)
    return g_strdup (title);
  if (*entry->origin != '\0')
    return g_strdup_printf (_("Kept for %s, not used yet"), entry->origin);

  return g_strdup (_("Not used yet"));
}
