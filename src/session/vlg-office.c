/* vlg-office.c — the open office: store, profile and the person at the program
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-office.h"

#include <glib/gi18n.h>

#include "vlg-atomic-file.h"
#include "vlg-files.h"
#include "vlg-motions.h"
#include "vlg-numbers.h"
#include "vlg-paper.h"
#include "vlg-profiles.h"

struct _VlgOffice {
  GObject parent_instance;

  /* owned */
  VlgStore *store;
  VlgActor *actor;
  VlgProfile *profile;
  VlgSpelling *spelling;   /* or NULL */
};

G_DEFINE_FINAL_TYPE (VlgOffice, vlg_office, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a deed carries into the store's or a worker's thread. It holds no office: its last reference must not go in the store's own thread. */
typedef struct {
  VlgActor *actor;
  VlgProfile *profile;
  GFile *file;
  char *uid;
  char *kind;
  char *origin;
  char *title;
  gboolean flag;
} Deed;

static Deed *
deed_new (VlgOffice  *office,
          const char *uid)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->actor = g_object_ref (office->actor);
  deed->profile = g_object_ref (office->profile);
  deed->uid = g_strdup (uid);

  return deed;
}

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_clear_object (&deed->actor);
  g_clear_object (&deed->profile);
  g_clear_object (&deed->file);
  g_free (deed->uid);
  g_free (deed->kind);
  g_free (deed->origin);
  g_free (deed->title);
  g_free (deed);
}

static gpointer
load_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Deed *deed = data;

  return vlg_motions_load (db, deed->uid, error);
}

static gpointer
find_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  if (g_uuid_string_is_valid (data))
    return vlg_motions_load (db, data, error);

  return vlg_motions_load_by_number (db, data, error);
}

static gpointer
profile_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  if (data != NULL)
    return vlg_profiles_load (db, data, error);

  return vlg_profiles_current (db, error);
}

static gpointer
put_profile_job (VlgDb         *db,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  /* The first profile holds for papers of any age, which an office imports after it began. */
  vlg_profiles_put (db, data, vlg_day_new (1970, 1, 1), error);

  return NULL;
}

static gpointer
trash_job (VlgDb         *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Deed *deed = data;

  vlg_motions_set_trashed (db, deed->uid, deed->flag, deed->actor, error);

  return NULL;
}

static void
add_default_signatories (VlgMotion  *motion,
                         VlgProfile *profile)
{
  GListModel *signatories = vlg_profile_get_signatories (profile);
  VlgDay today = vlg_day_today ();

  for (guint i = 0; i < g_list_model_get_n_items (signatories); i++)
    {
      g_autoptr (VlgSignatory) signatory = g_list_model_get_item (signatories, i);

      if (vlg_signatory_is_valid_on (signatory, today))
        g_list_store_append (vlg_motion_get_signatories (motion), signatory);
    }
}

static gpointer
create_job (VlgDb         *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Deed *deed = data;
  g_autoptr (VlgMotion) motion = vlg_motion_new ();

  vlg_motion_set_kind (motion, deed->kind);
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, deed->title);
  add_default_signatories (motion, deed->profile);
  if (vlg_profile_get_number_time (deed->profile) == VLG_NUMBER_AT_CREATION)
    {
      g_autoptr (VlgMotionNumber) number = NULL;
      guint year;

      vlg_day_get (vlg_day_today (), &year, NULL, NULL);
      number = vlg_numbers_draw (db, deed->profile, deed->kind, year, deed->origin, error);
      if (number == NULL)
        return NULL;
      vlg_motion_set_number (motion, number);
    }
  if (vlg_motions_insert (db, motion, vlg_profile_get_sha256 (deed->profile), deed->actor, "created", error) == 0)
    return NULL;

  return g_steal_pointer (&motion);
}

/* Hands a motion from the store's thread to the deed's task. */
static void
motion_job_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  VlgMotion *motion = vlg_store_run_finish (VLG_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, motion, g_object_unref);
}

static void
plain_job_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  vlg_store_run_finish (VLG_STORE (source), result, &error);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  VlgOffice *self = source;
  Deed *deed = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = vlg_store_read (self->store, load_job, deed, cancellable, &error);

  if (motion != NULL && vlg_office_export (self, motion, deed->file, deed->flag, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

typedef struct {
  VlgStore *store;
  const char *sha256;
} Extraction;

static gboolean
extract_cb (GOutputStream *stream,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Extraction *extraction = data;

  return vlg_files_extract (extraction->store, extraction->sha256, stream, cancellable, error);
}

static void
extract_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  VlgOffice *self = source;
  Deed *deed = task_data;
  Extraction extraction = { self->store, deed->uid };
  g_autoptr (GError) error = NULL;

  if (vlg_atomic_file_write (deed->file, extract_cb, &extraction, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
store_changed_cb (VlgOffice *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
vlg_office_dispose (GObject *object)
{
  VlgOffice *self = VLG_OFFICE (object);

  g_clear_object (&self->store);
  g_clear_object (&self->actor);
  g_clear_object (&self->profile);
  g_clear_object (&self->spelling);

  G_OBJECT_CLASS (vlg_office_parent_class)->dispose (object);
}

static void
vlg_office_class_init (VlgOfficeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vlg_office_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vlg_office_init (VlgOffice *self)
{
}

static VlgProfile *
read_profile (VlgStore  *store,
              GError   **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (VlgProfile) profile = vlg_store_read (store, profile_job, NULL, NULL, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (profile != NULL)
    return g_steal_pointer (&profile);

  profile = vlg_profile_new_default ();
  vlg_store_write (store, put_profile_job, profile, NULL, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&profile);
}

VlgOffice *
vlg_office_new (VlgStore  *store,
                VlgActor  *actor,
                GError   **error)
{
  g_autoptr (VlgProfile) profile = NULL;
  VlgOffice *self;

  g_return_val_if_fail (VLG_IS_STORE (store), NULL);
  g_return_val_if_fail (VLG_IS_ACTOR (actor), NULL);

  profile = read_profile (store, error);
  if (profile == NULL)
    return NULL;

  self = g_object_new (VLG_TYPE_OFFICE, NULL);
  self->store = g_object_ref (store);
  self->actor = g_object_ref (actor);
  self->profile = g_steal_pointer (&profile);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

VlgStore *
vlg_office_get_store (VlgOffice *self)
{
  g_return_val_if_fail (VLG_IS_OFFICE (self), NULL);

  return self->store;
}

VlgProfile *
vlg_office_get_profile (VlgOffice *self)
{
  g_return_val_if_fail (VLG_IS_OFFICE (self), NULL);

  return self->profile;
}

VlgActor *
vlg_office_get_actor (VlgOffice *self)
{
  g_return_val_if_fail (VLG_IS_OFFICE (self), NULL);

  return self->actor;
}

VlgSpelling *
vlg_office_get_spelling (VlgOffice *self)
{
  g_return_val_if_fail (VLG_IS_OFFICE (self), NULL);

  if (self->spelling == NULL)
    self->spelling = vlg_spelling_new ("de_DE");

  return self->spelling;
}

void
vlg_office_load_motion_async (VlgOffice           *self,
                              const char          *uid,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VLG_IS_OFFICE (self));
  g_return_if_fail (uid != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_office_load_motion_async);
  vlg_store_read_async (self->store, load_job, deed_new (self, uid), deed_free, g_object_unref,
                        cancellable, motion_job_cb, task);
}

VlgMotion *
vlg_office_load_motion_finish (VlgOffice     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
vlg_office_create_motion_async (VlgOffice           *self,
                                const char          *kind,
                                const char          *origin,
                                const char          *title,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task;
  Deed *deed;

  g_return_if_fail (VLG_IS_OFFICE (self));
  g_return_if_fail (kind != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_office_create_motion_async);
  deed = deed_new (self, NULL);
  deed->kind = g_strdup (kind);
  deed->origin = g_strdup (origin);
  deed->title = g_strdup (title);
  vlg_store_write_async (self->store, create_job, deed, deed_free, g_object_unref, cancellable, motion_job_cb, task);
}

VlgMotion *
vlg_office_create_motion_finish (VlgOffice     *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
vlg_office_trash_async (VlgOffice           *self,
                        const char          *uid,
                        gboolean             trashed,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;
  Deed *deed;

  g_return_if_fail (VLG_IS_OFFICE (self));
  g_return_if_fail (uid != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_office_trash_async);
  deed = deed_new (self, uid);
  deed->flag = trashed;
  vlg_store_write_async (self->store, trash_job, deed, deed_free, NULL, cancellable, plain_job_cb, task);
}

gboolean
vlg_office_trash_finish (VlgOffice     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
vlg_office_export_async (VlgOffice           *self,
                         const char          *uid,
                         GFile               *file,
                         gboolean             public_edition,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Deed *deed;

  g_return_if_fail (VLG_IS_OFFICE (self));
  g_return_if_fail (uid != NULL);
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_office_export_async);
  deed = deed_new (self, uid);
  deed->file = g_object_ref (file);
  deed->flag = public_edition;
  g_task_set_task_data (task, deed, deed_free);
  g_task_run_in_thread (task, export_thread);
}

gboolean
vlg_office_export_finish (VlgOffice     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
vlg_office_extract_annex_async (VlgOffice           *self,
                                VlgAnnex            *annex,
                                GFile               *file,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  const VlgAnnexFile *stored;
  Deed *deed;

  g_return_if_fail (VLG_IS_OFFICE (self));
  g_return_if_fail (VLG_IS_ANNEX (annex));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_office_extract_annex_async);
  stored = vlg_annex_get_file (annex);
  if (stored == NULL || stored->sha256 == NULL)
    {
      g_task_return_new_error (task, VLG_ERROR, VLG_ERROR_NOT_FOUND,
                               _("The annex “%s” has no stored file."), vlg_annex_get_title (annex));
      return;
    }
  deed = deed_new (self, stored->sha256);
  deed->file = g_object_ref (file);
  g_task_set_task_data (task, deed, deed_free);
  g_task_run_in_thread (task, extract_thread);
}

gboolean
vlg_office_extract_annex_finish (VlgOffice     *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

VlgDay
vlg_office_get_paper_day (VlgMotion *motion)
{
  g_return_val_if_fail (VLG_IS_MOTION (motion), VLG_DAY_NONE);

  switch (vlg_motion_get_stage (motion))
    {
    case VLG_STAGE_DRAFT:
    case VLG_STAGE_RETURNED:
      return vlg_day_today ();
    case VLG_STAGE_SUBMITTED:
    case VLG_STAGE_RELEASED:
    case VLG_STAGE_WITHDRAWN:
    default:
      return VLG_DAY_NONE;
    }
}

VlgMotion *
vlg_office_find_motion (VlgOffice   *self,
                        const char  *number,
                        GError     **error)
{
  g_autoptr (VlgMotionNumber) parsed = NULL;
  g_autoptr (GError) local_error = NULL;
  VlgMotion *motion;

  g_return_val_if_fail (VLG_IS_OFFICE (self), NULL);
  g_return_val_if_fail (number != NULL, NULL);

  parsed = vlg_motion_number_parse (number, error);
  if (parsed == NULL)
    return NULL;
  motion = vlg_store_read (self->store, find_job, (gpointer) vlg_motion_number_get_text (parsed), NULL, &local_error);
  if (g_error_matches (local_error, VLG_ERROR, VLG_ERROR_NOT_FOUND))
    g_set_error (error, VLG_ERROR, VLG_ERROR_NOT_FOUND, _("There is no motion “%s” in this database."),
                 vlg_motion_number_get_text (parsed));
  else if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return motion;
}

VlgProfile *
vlg_office_load_profile (VlgOffice *self,
                         VlgMotion *motion)
{
  const char *version;
  g_autoptr (GError) error = NULL;
  VlgProfile *profile;

  g_return_val_if_fail (VLG_IS_OFFICE (self), NULL);
  g_return_val_if_fail (VLG_IS_MOTION (motion), NULL);

  version = vlg_motion_get_profile_version (motion);
  if (version != NULL && strcmp (version, vlg_profile_get_sha256 (self->profile)) != 0)
    {
      profile = vlg_store_read (self->store, profile_job, (gpointer) version, NULL, &error);
      if (profile != NULL)
        return profile;
      g_debug ("Profile %s not read, today's taken: %s", version, error != NULL ? error->message : "");
    }
  /* A fresh object for the calling thread: list models may be read in one thread at a time. */
  profile = vlg_profile_new_from_json (vlg_profile_get_json (self->profile), NULL);

  return profile != NULL ? profile : g_object_ref (self->profile);
}

gboolean
vlg_office_export (VlgOffice     *self,
                   VlgMotion     *motion,
                   GFile         *file,
                   gboolean       public_edition,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (VlgProfile) profile = NULL;
  g_autoptr (GBytes) pdf = NULL;

  g_return_val_if_fail (VLG_IS_OFFICE (self), FALSE);
  g_return_val_if_fail (VLG_IS_MOTION (motion), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  profile = vlg_office_load_profile (self, motion);
  pdf = vlg_paper_to_pdf (motion, profile, public_edition ? VLG_PAPER_PUBLIC : VLG_PAPER_DEFAULT,
                          vlg_office_get_paper_day (motion), error);
  if (pdf == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  return vlg_atomic_file_write_bytes (file, pdf, cancellable, error);
}
