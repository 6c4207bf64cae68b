/* vlg-register.c — the number register: every number of a series, and why it is what it is
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-register.h"

#include <glib/gi18n.h>

#include "vlg-bind.h"
#include "vlg-journal.h"
#include "vlg-motions.h"
#include "vlg-numbers-private.h"

#define MOST_RESERVED 500

static void
series_free (gpointer data)
{
  VlgRegisterSeries *self = data;

  g_free (self->kind);
  g_free (self->origin);
  g_free (self);
}

static void
entry_free (gpointer data)
{
  VlgRegisterEntry *self = data;

  g_free (self->number);
  g_free (self->reason);
  g_free (self->motion_uid);
  g_free (self->title);
  g_free (self->origin);
  g_free (self);
}

GPtrArray *
vlg_register_list_series (VlgDb     *db,
                          gboolean   per_origin,
                          GError   **error)
{
  VlgStatement *row = vlg_db_prepare (db, per_origin ?
    "SELECT kind, year, count (*), max (serial), origin FROM ledger WHERE serial > 0 GROUP BY kind, year, origin ORDER BY year DESC, kind, origin" :
    "SELECT kind, year, count (*), max (serial), NULL FROM ledger WHERE serial > 0 GROUP BY kind, year ORDER BY year DESC, kind", error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (series_free);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return NULL;
  while (vlg_statement_step (row, &local_error))
    {
      VlgRegisterSeries *series = g_new0 (VlgRegisterSeries, 1);

      series->kind = g_strdup (vlg_statement_get_text (row, 0));
      series->year = vlg_statement_get_int (row, 1);
      series->n_numbers = vlg_statement_get_int (row, 2);
      series->last_serial = vlg_statement_get_int (row, 3);
      series->origin = g_strdup (vlg_statement_get_text (row, 4));
      g_ptr_array_add (list, series);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&list);
}

static void
add_gap (GPtrArray *entries,
         guint      first,
         guint      last)
{
  VlgRegisterEntry *gap = g_new0 (VlgRegisterEntry, 1);

  gap->serial = first;
  gap->last_serial = last;
  gap->reason = g_strdup ("");
  gap->title = g_strdup ("");
  gap->origin = g_strdup ("");
  g_ptr_array_add (entries, gap);
}

static VlgLedgerState
read_state (const char *text)
{
  if (g_strcmp0 (text, "reserved") == 0)
    return VLG_LEDGER_RESERVED;
  return g_strcmp0 (text, "issued") == 0 ? VLG_LEDGER_ISSUED : VLG_LEDGER_VOID;
}

static void
add_entry (GPtrArray    *entries,
           VlgStatement *row)
{
  VlgRegisterEntry *entry = g_new0 (VlgRegisterEntry, 1);
  const char *reason = vlg_statement_get_text (row, 3), *title = vlg_statement_get_text (row, 5);

  entry->number = g_strdup (vlg_statement_get_text (row, 0));
  entry->serial = entry->last_serial = vlg_statement_get_int (row, 1);
  entry->state = read_state (vlg_statement_get_text (row, 2));
  entry->reason = g_strdup (reason != NULL ? reason : "");
  entry->motion_uid = g_strdup (vlg_statement_get_text (row, 4));
  entry->title = g_strdup (title != NULL ? title : "");
  entry->changed_at = vlg_statement_get_int (row, 6);
  entry->origin = g_strdup (vlg_statement_get_text (row, 7));
  entry->trashed = vlg_statement_get_int (row, 8) != 0;
  g_ptr_array_add (entries, entry);
}

GPtrArray *
vlg_register_list (VlgDb       *db,
                   const char  *kind,
                   guint        year,
                   const char  *origin,
                   GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, origin != NULL ?
    "SELECT l.number, l.serial, l.state, l.reason, l.motion_uid, m.title, l.changed_at, l.origin, coalesce (m.trashed, 0) FROM ledger l LEFT JOIN motion m ON m.uid = l.motion_uid "
    "WHERE l.kind = ? AND l.year = ? AND l.origin = ? AND l.serial > 0 ORDER BY l.serial, l.id" :
    "SELECT l.number, l.serial, l.state, l.reason, l.motion_uid, m.title, l.changed_at, l.origin, coalesce (m.trashed, 0) FROM ledger l LEFT JOIN motion m ON m.uid = l.motion_uid "
    "WHERE l.kind = ? AND l.year = ? AND l.serial > 0 ORDER BY l.serial, l.id", error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GError) local_error = NULL;
  guint last = 0;

  g_return_val_if_fail (kind != NULL, NULL);

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, kind);
  vlg_statement_bind_int (row, 2, year);
  if (origin != NULL)
    vlg_statement_bind_text (row, 3, origin);
  while (vlg_statement_step (row, &local_error))
    {
      guint serial = vlg_statement_get_int (row, 1);

      if (serial > last + 1)
        add_gap (entries, last + 1, serial - 1);
      last = serial;
      add_entry (entries, row);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&entries);
}

/* The uid and title of the motion that bears @number; NULL where none does. */
static gboolean
find_bearer (VlgDb            *db,
             VlgMotionNumber  *number,
             char            **uid,
             char            **title,
             gboolean         *trashed,
             GError          **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT uid, title, trashed FROM motion WHERE number = ?", error);
  g_autoptr (GError) local_error = NULL;

  *uid = *title = NULL;
  *trashed = FALSE;
  if (row == NULL)
    return FALSE;
  vlg_statement_bind_text (row, 1, vlg_motion_number_get_text (number));
  if (vlg_statement_step (row, &local_error))
    {
      *uid = g_strdup (vlg_statement_get_text (row, 0));
      *title = g_strdup (vlg_statement_get_text (row, 1));
      *trashed = vlg_statement_get_int (row, 2) != 0;
      vlg_statement_reset (row);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

/* What lies in the trash may come back, without the number. */
static gboolean
take_number (VlgDb       *db,
             const char  *uid,
             VlgActor    *actor,
             GError     **error)
{
  g_autoptr (VlgMotion) motion = vlg_motions_load (db, uid, error);

  if (motion == NULL)
    return FALSE;
  vlg_motion_set_number (motion, NULL);
  return vlg_motions_update (db, motion, actor, error);
}

gboolean
vlg_register_void (VlgDb            *db,
                   VlgMotionNumber  *number,
                   const char       *reason,
                   VlgActor         *actor,
                   GError          **error)
{
  g_autofree char *uid = NULL;
  g_autofree char *title = NULL;
  gboolean trashed;
  VlgDeed deed = { .deed = "voided", .reason = reason };

  g_return_val_if_fail (number != NULL, FALSE);
  g_return_val_if_fail (VLG_IS_ACTOR (actor), FALSE);

  if (!find_bearer (db, number, &uid, &title, &trashed, error))
    return FALSE;
  if (uid != NULL && !trashed)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_FROZEN, _("The number %s belongs to the motion “%s”. Please withdraw the motion instead."), vlg_motion_number_get_text (number), title);
      return FALSE;
    }
  deed.number = vlg_motion_number_get_text (number);
  return vlg_numbers_void (db, number, reason, error) &&
         (uid == NULL || take_number (db, uid, actor, error)) &&
         vlg_journal_append (db, actor, &deed, error);
}

GPtrArray *
vlg_register_reserve (VlgDb        *db,
                      VlgProfile   *profile,
                      const char   *kind,
                      guint         year,
                      const char   *origin,
                      guint         n,
                      VlgActor     *actor,
                      GError      **error)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_motion_number_unref);

  g_return_val_if_fail (kind != NULL, NULL);

  if (n < 1 || n > MOST_RESERVED)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("Please reserve 1 to %d numbers at a time"), MOST_RESERVED);
      return NULL;
    }
  for (guint i = 0; i < n; i++)
    {
      VlgMotionNumber *number = vlg_numbers_draw (db, profile, kind, year, origin, error);
      VlgDeed deed = { .deed = "reserved" };

      if (number == NULL)
        return NULL;
      g_ptr_array_add (numbers, number);
      deed.number = vlg_motion_number_get_text (number);
      if (!vlg_journal_append (db, actor, &deed, error))
        return NULL;
    }
  return g_steal_pointer (&numbers);
}
