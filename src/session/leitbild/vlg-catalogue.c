/* vlg-catalogue.c — the office's catalogue of the Leitbild, to and from a file
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-catalogue.h"

#include <glib/gi18n.h>

#include "vlg-atomic-file.h"
#include "vlg-catalogue-csv.h"
#include "vlg-catalogue-rules.h"
#include "vlg-errand.h"
#include "vlg-goal-use.h"
#include "vlg-leitbild-json.h"
#include "vlg-office-private.h"
#include "vlg-profiles.h"

/* A catalogue is a page or two. */
#define LARGEST (4 * 1024 * 1024)

/* Whether @file is a table; FALSE with @error where its name says nothing. */
static gboolean
find_format (GFile     *file,
             gboolean  *table,
             GError   **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = g_ascii_strdown (name, -1);
  g_autofree char *shown = NULL;

  *table = g_str_has_suffix (folded, ".csv");
  if (*table || g_str_has_suffix (folded, ".json"))
    return TRUE;

  shown = g_filename_display_name (name);
  g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("The name of a catalogue ends in .json or .csv, not “%s”."), shown);

  return FALSE;
}

static gboolean
write_file (VlgLeitbild  *leitbild,
            GFile        *file,
            GError      **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gboolean table;

  if (!find_format (file, &table, error))
    return FALSE;
  bytes = table ? vlg_catalogue_csv_write (leitbild) : vlg_leitbild_to_json (leitbild);

  return vlg_atomic_file_write_bytes (file, bytes, NULL, error);
}

gboolean
vlg_catalogue_export (VlgOffice  *office,
                      GFile      *file,
                      GError    **error)
{
  g_return_val_if_fail (VLG_IS_OFFICE (office), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return write_file (vlg_profile_get_leitbild (vlg_office_get_profile (office)), file, error);
}

static GBytes *
load (GFile       *file,
      const char  *name,
      GError     **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *content = NULL;
  gsize length;

  if (stream == NULL)
    return NULL;
  content = g_malloc (LARGEST + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), content, LARGEST + 1, &length, NULL, error))
    return NULL;
  if (length > LARGEST)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_TOO_LARGE, _("%s is too large for a catalogue."), name);
      return NULL;
    }

  return g_bytes_new (content, length);
}

VlgLeitbild *
vlg_catalogue_read (GFile   *file,
                    GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (VlgLeitbild) leitbild = NULL;
  g_autofree char *name = NULL;
  gboolean table;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_parse_name (file);
  if (!find_format (file, &table, error))
    return NULL;
  bytes = load (file, name, error);
  if (bytes == NULL)
    return NULL;
  leitbild = table ? vlg_catalogue_csv_read (bytes, name, error) : vlg_leitbild_new_from_json (bytes, error);
  if (leitbild == NULL || !vlg_catalogue_rules_check (leitbild, error))
    return NULL;

  return g_steal_pointer (&leitbild);
}

/* Without waiting for the disk */

typedef struct {
  GFile *file;
  VlgLeitbild *leitbild;   /* to write; NULL: it is read */
} FileErrand;

static void
file_errand_free (gpointer data)
{
  FileErrand *errand = data;

  g_object_unref (errand->file);
  g_clear_object (&errand->leitbild);
  g_free (errand);
}

static void
file_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  FileErrand *errand = task_data;
  GError *error = NULL;
  VlgLeitbild *read = NULL;

  if (errand->leitbild == NULL)
    read = vlg_catalogue_read (errand->file, &error);
  else
    write_file (errand->leitbild, errand->file, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else if (read != NULL)
    g_task_return_pointer (task, read, g_object_unref);
  else
    g_task_return_boolean (task, TRUE);
}

static void
run_file (GFile               *file,
          VlgLeitbild         *leitbild,
          gpointer             tag,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  FileErrand *errand = g_new0 (FileErrand, 1);

  errand->file = g_object_ref (file);
  errand->leitbild = leitbild != NULL ? g_object_ref (leitbild) : NULL;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, errand, file_errand_free);
  g_task_run_in_thread (task, file_thread);
}

void
vlg_catalogue_read_async (GFile               *file,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (G_IS_FILE (file));

  run_file (file, NULL, vlg_catalogue_read_async, callback, user_data);
}

VlgLeitbild *
vlg_catalogue_read_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, vlg_catalogue_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
vlg_catalogue_write_async (VlgLeitbild         *leitbild,
                           GFile               *file,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (VLG_IS_LEITBILD (leitbild));
  g_return_if_fail (G_IS_FILE (file));

  run_file (file, leitbild, vlg_catalogue_write_async, callback, user_data);
}

gboolean
vlg_catalogue_write_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, vlg_catalogue_write_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* SHA-256 of what it says. Caller owns. */
static char *
fingerprint (VlgLeitbild *leitbild)
{
  g_autoptr (GBytes) json = NULL;

  g_return_val_if_fail (VLG_IS_LEITBILD (leitbild), NULL);

  json = vlg_leitbild_to_json (leitbild);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, json);
}

/* Whether the catalogue may follow what the database holds; @base: the fingerprint of what it was made of, or NULL. */
static gboolean
check_next (VlgDb        *db,
            VlgLeitbild  *next,
            const char   *base,
            VlgDay        from,
            GError      **error)
{
  g_autoptr (GPtrArray) used = vlg_goal_use_list (db, error);
  g_autoptr (GPtrArray) times = used != NULL ? vlg_profiles_list (db, error) : NULL;
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *followed = NULL;
  VlgLeitbild *previous = NULL;
  VlgDay since = VLG_DAY_NONE, later = VLG_DAY_NONE;

  if (times == NULL)
    return FALSE;
  for (guint i = 0; i < times->len; i++)
    {
      const VlgProfileTime *time = times->pdata[i];

      g_ptr_array_add (known, vlg_profile_get_leitbild (time->profile));
      if (time->from > vlg_day_today ())
        later = later != VLG_DAY_NONE ? later : time->from;
      else if (since == VLG_DAY_NONE)
        since = time->from;
    }
  if (!vlg_catalogue_rules_check_day (from, since, later, error))
    return FALSE;

  /* The latest is what it follows. */
  previous = known->len > 0 ? known->pdata[0] : next;
  followed = fingerprint (previous);
  if (base != NULL && !g_str_equal (base, followed))
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_CONFLICT, _("Another version was saved meanwhile. Please take it over to work on, or save again to replace it."));
      return FALSE;
    }

  return vlg_catalogue_rules_check (next, error) && vlg_catalogue_rules_check_replaced (next, known, used, error) &&
         vlg_catalogue_rules_check_successor (previous, next, used, error);
}

static gpointer
put_job (VlgDb         *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  VlgErrand *errand = data;
  g_autoptr (VlgProfile) now = vlg_profiles_current (db, error);
  g_autoptr (VlgProfile) next = NULL;

  if (now == NULL || !check_next (db, VLG_LEITBILD (errand->object), errand->text, (VlgDay) errand->which, error))
    return NULL;
  next = vlg_profile_with_leitbild (now, VLG_LEITBILD (errand->object), error);
  if (next == NULL || !vlg_profiles_put (db, next, (VlgDay) errand->which, error) || !vlg_goal_use_recount (db, error))
    return NULL;

  return vlg_profiles_current (db, error);
}

void
vlg_catalogue_put_async (VlgOffice           *office,
                         VlgLeitbild         *leitbild,
                         VlgLeitbild         *base,
                         VlgDay               from,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (VLG_IS_LEITBILD (leitbild));
  g_return_if_fail (base == NULL || VLG_IS_LEITBILD (base));
  g_return_if_fail (from != VLG_DAY_NONE);

  errand = vlg_errand_new (office);
  errand->object = g_object_ref (G_OBJECT (leitbild));
  errand->text = base != NULL ? fingerprint (base) : NULL;
  errand->which = (int) from;
  vlg_errand_write_async (errand, office, vlg_catalogue_put_async, put_job, g_object_unref, cancellable, callback, user_data);
}

gboolean
vlg_catalogue_put_finish (VlgOffice     *office,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_autoptr (VlgProfile) profile = vlg_errand_finish (office, vlg_catalogue_put_async, result, error);

  if (profile == NULL)
    return FALSE;
  /* At once, so that who goes on from here has it. */
  vlg_office_take_profile (office, profile);

  return TRUE;
}
