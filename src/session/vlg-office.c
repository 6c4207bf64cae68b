/* vlg-office.c — the open office: store, profile and the person at the program
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-office.h"

#include <glib/gi18n.h>

#include "vlg-coat-of-arms.h"
#include "vlg-errand.h"
#include "vlg-motions.h"
#include "vlg-office-arms.h"
#include "vlg-office-choices.h"
#include "vlg-paper-choices.h"
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

static gpointer
load_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VlgErrand *errand = data;

  return vlg_motions_load (db, errand->uid, error);
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
  VlgErrand *errand = data;

  vlg_motions_set_trashed (db, errand->uid, errand->which, errand->actor, error);

  return NULL;
}

static void
store_changed_cb (VlgOffice *self)
{
  vlg_office_follow_choices (self);
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
  if (!vlg_office_load_arms (self, error) || !vlg_office_load_choices (self, error))
    {
      g_object_unref (self);
      return NULL;
    }
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
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (self));
  g_return_if_fail (uid != NULL);

  errand = vlg_errand_new (self);
  errand->uid = g_strdup (uid);
  vlg_errand_read_async (errand, self, vlg_office_load_motion_async, load_job, g_object_unref, cancellable, callback, user_data);
}

VlgMotion *
vlg_office_load_motion_finish (VlgOffice     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return vlg_errand_finish (self, vlg_office_load_motion_async, result, error);
}

void
vlg_office_trash_async (VlgOffice           *self,
                        const char          *uid,
                        gboolean             trashed,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (self));
  g_return_if_fail (uid != NULL);

  errand = vlg_errand_new (self);
  errand->uid = g_strdup (uid);
  errand->which = trashed;
  vlg_errand_write_async (errand, self, vlg_office_trash_async, trash_job, NULL, cancellable, callback, user_data);
}

gboolean
vlg_office_trash_finish (VlgOffice     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return vlg_errand_finish_plain (self, vlg_office_trash_async, result, error);
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

/* The arms and choices are today's, whatever profile a motion was made under. */
static VlgProfile *
with_choices (VlgOffice  *self,
              VlgProfile *profile)
{
  g_autoptr (GBytes) arms = vlg_office_dup_arms (self);

  vlg_profile_set_coat_of_arms (profile, arms);
  vlg_profile_set_prints_rationales (profile, vlg_profile_get_prints_rationales (self->profile));

  return profile;
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
        return with_choices (self, profile);
      g_debug ("Profile %s not read, today's taken: %s", version, error != NULL ? error->message : "");
    }
  /* A fresh object for the calling thread: list models may be read in one thread at a time. */
  profile = vlg_profile_new_from_json (vlg_profile_get_json (self->profile), NULL);

  return profile != NULL ? with_choices (self, profile) : g_object_ref (self->profile);
}
