/* vlg-numbers.c — the ledger of numbers in the store
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-numbers.h"

#include <glib/gi18n.h>

#include "vlg-bind.h"
#include "vlg-numbers-private.h"
#include "vlg-string.h"

static const char * const states[] = {
  [VLG_LEDGER_RESERVED] = "reserved",
  [VLG_LEDGER_ISSUED] = "issued",
  [VLG_LEDGER_VOID] = "void",
};

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static gboolean
set_exists (VlgMotionNumber  *number,
            GError          **error)
{
  g_set_error (error, VLG_ERROR, VLG_ERROR_EXISTS, _("The number %s was given out already and is never used twice"), vlg_motion_number_get_text (number));
  return FALSE;
}

gboolean
vlg_numbers_find (VlgDb            *db,
                  VlgMotionNumber  *number,
                  VlgLedgerState   *state,
                  char            **motion_uid,
                  GError          **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT state, motion_uid FROM ledger WHERE number = ?", error);

  if (row == NULL)
    return FALSE;
  vlg_statement_bind_text (row, 1, vlg_motion_number_get_text (number));
  if (!vlg_statement_step (row, error))
    return FALSE;

  *state = VLG_LEDGER_VOID;
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i], vlg_statement_get_text (row, 0)) == 0)
      *state = i;
  if (motion_uid != NULL)
    *motion_uid = g_strdup (vlg_statement_get_text (row, 1));
  vlg_statement_reset (row);
  return TRUE;
}

static gboolean
insert (VlgDb            *db,
        VlgMotionNumber  *number,
        VlgLedgerState    state,
        const char       *motion_uid,
        GError          **error)
{
  g_autofree char *uid = vlg_uid_new ();
  VlgStatement *statement = vlg_db_prepare (db,
    "INSERT INTO ledger (uid, number, kind, serial, year, origin, state, motion_uid, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 1, uid);
  vlg_statement_bind_text (statement, 2, vlg_motion_number_get_text (number));
  vlg_statement_bind_text (statement, 3, or_empty (vlg_motion_number_get_kind (number)));
  vlg_statement_bind_int (statement, 4, vlg_motion_number_get_serial (number));
  vlg_statement_bind_int (statement, 5, vlg_motion_number_get_year (number));
  vlg_statement_bind_text (statement, 6, or_empty (vlg_motion_number_get_origin (number)));
  vlg_statement_bind_text (statement, 7, states[state]);
  vlg_statement_bind_text (statement, 8, motion_uid);
  vlg_statement_bind_int (statement, 9, vlg_instant_now ());
  return vlg_statement_execute (statement, error);
}

static gboolean
change (VlgDb            *db,
        VlgMotionNumber  *number,
        VlgLedgerState    to,
        const char       *reason,
        GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  VlgLedgerState from;
  VlgStatement *statement;

  if (!vlg_numbers_find (db, number, &from, NULL, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error (error, VLG_ERROR, VLG_ERROR_NOT_FOUND, _("The number %s was never drawn"), vlg_motion_number_get_text (number));
      return FALSE;
    }
  if (from == to && to != VLG_LEDGER_VOID)
    return TRUE;
  if (!vlg_ledger_can_change (from, to))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_FROZEN, _("The number %s is void and stays so"), vlg_motion_number_get_text (number));
      return FALSE;
    }

  statement = vlg_db_prepare (db, "UPDATE ledger SET state = ?, reason = ?, changed_at = ? WHERE number = ?", error);
  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 1, states[to]);
  vlg_statement_bind_text (statement, 2, reason);
  vlg_statement_bind_int (statement, 3, vlg_instant_now ());
  vlg_statement_bind_text (statement, 4, vlg_motion_number_get_text (number));
  return vlg_statement_execute (statement, error);
}

gboolean
vlg_numbers_claim (VlgDb            *db,
                   VlgMotionNumber  *number,
                   const char       *motion_uid,
                   gboolean          issue,
                   GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *owner = NULL;
  VlgLedgerState state;
  VlgStatement *statement;

  if (!vlg_numbers_find (db, number, &state, &owner, &local_error))
    {
      if (local_error == NULL)
        return insert (db, number, issue ? VLG_LEDGER_ISSUED : VLG_LEDGER_RESERVED, motion_uid, error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (state != VLG_LEDGER_RESERVED || owner != NULL)
    return set_exists (number, error);

  statement = vlg_db_prepare (db, "UPDATE ledger SET motion_uid = ?, state = ?, changed_at = ? WHERE number = ?", error);
  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 1, motion_uid);
  vlg_statement_bind_text (statement, 2, states[issue ? VLG_LEDGER_ISSUED : VLG_LEDGER_RESERVED]);
  vlg_statement_bind_int (statement, 3, vlg_instant_now ());
  vlg_statement_bind_text (statement, 4, vlg_motion_number_get_text (number));
  return vlg_statement_execute (statement, error);
}

VlgMotionNumber *
vlg_numbers_draw (VlgDb       *db,
                  VlgProfile  *profile,
                  const char  *kind,
                  guint        year,
                  const char  *origin,
                  GError     **error)
{
  gboolean per_origin = vlg_profile_get_serial_per_origin (profile) && origin != NULL && *origin != '\0';
  VlgStatement *row = vlg_db_prepare (db,
    per_origin ? "SELECT max (serial) FROM ledger WHERE kind = ? AND year = ? AND origin = ?" : "SELECT max (serial) FROM ledger WHERE kind = ? AND year = ?", error);
  g_autoptr (VlgMotionNumber) number = NULL;
  guint last;

  g_return_val_if_fail (kind != NULL, NULL);

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, kind);
  vlg_statement_bind_int (row, 2, year);
  if (per_origin)
    vlg_statement_bind_text (row, 3, origin);
  if (!vlg_statement_step (row, error))
    return NULL;
  last = vlg_statement_get_int (row, 0);
  vlg_statement_reset (row);

  number = vlg_ledger_next (kind, year, origin, last, error);
  return number != NULL && vlg_numbers_take (db, number, VLG_LEDGER_RESERVED, error) ? g_steal_pointer (&number) : NULL;
}

VlgMotionNumber *
vlg_numbers_draw_reserved (VlgDb       *db,
                           VlgProfile  *profile,
                           const char  *kind,
                           guint        year,
                           const char  *origin,
                           GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db,
    "SELECT number FROM ledger WHERE kind = ? AND year = ? AND origin = ? AND state = 'reserved' AND motion_uid IS NULL ORDER BY serial LIMIT 1", error);
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (kind != NULL, NULL);

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, kind);
  vlg_statement_bind_int (row, 2, year);
  vlg_statement_bind_text (row, 3, or_empty (origin));
  if (vlg_statement_step (row, &local_error))
    {
      VlgMotionNumber *number = vlg_motion_number_parse (vlg_statement_get_text (row, 0), error);

      vlg_statement_reset (row);
      return number;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return vlg_numbers_draw (db, profile, kind, year, origin, error);
}

gboolean
vlg_numbers_put_origin (VlgDb       *db,
                        gint64       motion_id,
                        const char  *origin,
                        GError     **error)
{
  VlgStatement *statement = vlg_db_prepare_for (db, "INSERT INTO draft_origin (motion_id, origin) VALUES (?, ?)", motion_id, error);

  g_return_val_if_fail (origin != NULL, FALSE);

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 2, origin);
  return vlg_statement_execute (statement, error);
}

char *
vlg_numbers_get_origin (VlgDb       *db,
                        const char  *motion_uid,
                        GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT o.origin FROM motion m JOIN draft_origin o ON o.motion_id = m.id WHERE m.uid = ?", error);
  char *origin;

  g_return_val_if_fail (motion_uid != NULL, NULL);

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, motion_uid);
  if (!vlg_statement_step (row, error))
    return NULL;
  origin = g_strdup (vlg_statement_get_text (row, 0));
  vlg_statement_reset (row);
  return origin;
}

gboolean
vlg_numbers_take (VlgDb            *db,
                  VlgMotionNumber  *number,
                  VlgLedgerState    state,
                  GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  VlgLedgerState found;

  g_return_val_if_fail (number != NULL, FALSE);
  g_return_val_if_fail (state != VLG_LEDGER_VOID, FALSE);

  if (vlg_numbers_find (db, number, &found, NULL, &local_error))
    return set_exists (number, error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return insert (db, number, state, NULL, error);
}

gboolean
vlg_numbers_issue (VlgDb            *db,
                   VlgMotionNumber  *number,
                   GError          **error)
{
  g_return_val_if_fail (number != NULL, FALSE);

  return change (db, number, VLG_LEDGER_ISSUED, NULL, error);
}

gboolean
vlg_numbers_void (VlgDb            *db,
                  VlgMotionNumber  *number,
                  const char       *reason,
                  GError          **error)
{
  g_return_val_if_fail (number != NULL, FALSE);

  if (reason == NULL || *reason == '\0')
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("Please say why the number %s is void"), vlg_motion_number_get_text (number));
      return FALSE;
    }
  return change (db, number, VLG_LEDGER_VOID, reason, error);
}
