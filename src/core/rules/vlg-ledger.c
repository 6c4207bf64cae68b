/* vlg-ledger.c — the rules by which numbers are drawn
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-ledger.h"

#include <glib/gi18n.h>

#include "vlg-error.h"

#define LAST_SERIAL 99999

gboolean
vlg_ledger_can_change (VlgLedgerState from,
                       VlgLedgerState to)
{
  switch (from)
    {
    case VLG_LEDGER_RESERVED:
      return to == VLG_LEDGER_ISSUED || to == VLG_LEDGER_VOID;
    case VLG_LEDGER_ISSUED:
      return to == VLG_LEDGER_VOID;
    case VLG_LEDGER_VOID:
    default:
      return FALSE;
    }
}

char *
vlg_ledger_series (VlgProfile *profile,
                   const char *kind,
                   guint       year,
                   const char *origin)
{
  g_return_val_if_fail (VLG_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  if (vlg_profile_get_serial_per_origin (profile) && origin != NULL && *origin != '\0')
    return g_strdup_printf ("%s/%u/%s", kind, year, origin);

  return g_strdup_printf ("%s/%u", kind, year);
}

VlgMotionNumber *
vlg_ledger_next (const char  *kind,
                 guint        year,
                 const char  *origin,
                 guint        last_serial,
                 GError     **error)
{
  g_return_val_if_fail (kind != NULL, NULL);

  if (last_serial >= LAST_SERIAL)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID,
                   _("No number is left for %s in %u: the last one, %u, has been drawn. Use another kind."), kind, year, LAST_SERIAL);
      return NULL;
    }

  return vlg_motion_number_new (kind, last_serial + 1, year, origin, error);
}
