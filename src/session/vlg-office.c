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
#include "vlg-office-private.h"
#include "vlg-paper-choices.h"
#include "vlg-profiles.h"

struct _VlgOffice {
  GObject parent_instance;

  /* owned */
  VlgStore *store;
  VlgActor *actor;
  GMutex mutex;
  VlgProfile *profile;     /* changed under the mutex, by the main thread alone */
  GHashTable *versions;    /* SHA-256 → VlgProfile: all that were given out */
  GCancellable *looking;   /* or NULL */
  VlgSpelling *spelling;   /* or NULL */

  gboolean look_again;
};

G_DEFINE_FINAL_TYPE (VlgOffice, vlg_office, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_PROFILE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

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
read_profile_job (VlgDb         *db,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  VlgErrand *errand = data;

  return vlg_profiles_load (db, errand->uid, error);
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

/* The profile in force, where it is another than the one whose SHA-256 is given. */
static gpointer
newer_profile_job (VlgDb         *db,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autofree char *version = vlg_profiles_current_version (db, error);

  return version != NULL && !g_str_equal (version, data) ? vlg_profiles_load (db, version, error) : NULL;
}

/* The arms and choices are today's, whatever profile a motion was made under. */
static VlgProfile *
with_choices (VlgProfile *profile,
              VlgProfile *present)
{
  g_autoptr (GBytes) arms = vlg_profile_dup_coat_of_arms (present);

  vlg_profile_set_coat_of_arms (profile, arms);
  vlg_profile_set_prints_rationales (profile, vlg_profile_get_prints_rationales (present));

  return profile;
}

static VlgProfile *
keep_profile (VlgOffice  *self,
              VlgProfile *profile)
{
  const char *version = vlg_profile_get_sha256 (profile);
  VlgProfile *kept = g_hash_table_lookup (self->versions, version);

  if (kept != NULL)
    return kept;
  g_hash_table_insert (self->versions, (gpointer) version, g_object_ref (with_choices (profile, self->profile)));

  return profile;
}

void
vlg_office_take_profile (VlgOffice  *self,
                         VlgProfile *profile)
{
  VlgProfile *before = self->profile;

  profile = keep_profile (self, profile);
  if (profile == before)
    return;
  g_mutex_lock (&self->mutex);
  self->profile = profile;
  g_mutex_unlock (&self->mutex);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROFILE]);
}

static void look_at_profile (VlgOffice *self);

static void
profile_looked_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (VlgOffice) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgProfile) profile = vlg_store_run_finish (VLG_STORE (source), result, &error);

  g_clear_object (&self->looking);
  if (error != NULL)
    g_debug ("The profile in force was not read: %s", error->message);
  if (self->store == NULL)
    return;
  if (profile != NULL)
    vlg_office_take_profile (self, profile);
  if (self->look_again)
    look_at_profile (self);
}

/* Another version may have come into force: stored here or elsewhere, or its day has come. */
static void
look_at_profile (VlgOffice *self)
{
  self->look_again = self->looking != NULL;
  if (self->look_again)
    return;
  self->looking = g_cancellable_new ();
  vlg_store_read_async (self->store, newer_profile_job, g_strdup (vlg_profile_get_sha256 (self->profile)), g_free, g_object_unref, self->looking,
                        profile_looked_cb, g_object_ref (self));
}

static void
store_changed_cb (VlgOffice *self)
{
  vlg_office_follow_choices (self);
  look_at_profile (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
vlg_office_dispose (GObject *object)
{
  VlgOffice *self = VLG_OFFICE (object);

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->store);
  g_clear_object (&self->actor);
  g_clear_object (&self->spelling);

  G_OBJECT_CLASS (vlg_office_parent_class)->dispose (object);
}

static void
vlg_office_finalize (GObject *object)
{
  VlgOffice *self = VLG_OFFICE (object);

  g_clear_object (&self->looking);
  g_hash_table_unref (self->versions);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (vlg_office_parent_class)->finalize (object);
}

static void
vlg_office_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  if (prop_id == PROP_PROFILE)
    g_value_set_object (value, VLG_OFFICE (object)->profile);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_office_class_init (VlgOfficeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vlg_office_dispose;
  object_class->finalize = vlg_office_finalize;
  object_class->get_property = vlg_office_get_property;

  properties[PROP_PROFILE] = g_param_spec_object ("profile", NULL, NULL, VLG_TYPE_PROFILE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vlg_office_init (VlgOffice *self)
{
  g_mutex_init (&self->mutex);
  self->versions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
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
  self->profile = profile;
  g_hash_table_insert (self->versions, (gpointer) vlg_profile_get_sha256 (profile), g_object_ref (profile));
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

VlgProfile *
vlg_office_ref_profile (VlgOffice *self)
{
  VlgProfile *profile;

  g_return_val_if_fail (VLG_IS_OFFICE (self), NULL);

  g_mutex_lock (&self->mutex);
  profile = g_object_ref (self->profile);
  g_mutex_unlock (&self->mutex);

  return profile;
}

VlgProfile *
vlg_office_find_profile (VlgOffice  *self,
                         const char *version)
{
  g_return_val_if_fail (VLG_IS_OFFICE (self), NULL);

  return version != NULL ? g_hash_table_lookup (self->versions, version) : self->profile;
}

void
vlg_office_read_profile_async (VlgOffice           *self,
                               const char          *version,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (self));
  g_return_if_fail (version != NULL);

  errand = vlg_errand_new (self);
  errand->uid = g_strdup (version);
  vlg_errand_read_async (errand, self, vlg_office_read_profile_async, read_profile_job, g_object_unref, cancellable, callback, user_data);
}

VlgProfile *
vlg_office_read_profile_finish (VlgOffice     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_autoptr (VlgProfile) profile = vlg_errand_finish (self, vlg_office_read_profile_async, result, error);

  return profile != NULL ? keep_profile (self, profile) : NULL;
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

VlgProfile *
vlg_office_load_profile (VlgOffice *self,
                         VlgMotion *motion)
{
  const char *version;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgProfile) present = NULL;
  VlgProfile *profile;

  g_return_val_if_fail (VLG_IS_OFFICE (self), NULL);
  g_return_val_if_fail (VLG_IS_MOTION (motion), NULL);

  present = vlg_office_ref_profile (self);
  version = vlg_motion_get_profile_version (motion);
  if (version != NULL && strcmp (version, vlg_profile_get_sha256 (present)) != 0)
    {
      profile = vlg_store_read (self->store, profile_job, (gpointer) version, NULL, &error);
      if (profile != NULL)
        return with_choices (profile, present);
      g_debug ("Profile %s not read, today's taken: %s", version, error != NULL ? error->message : "");
    }
  /* A fresh object for the calling thread: list models may be read in one thread at a time. */
  profile = vlg_profile_new_from_json (vlg_profile_get_json (present), NULL);

  return profile != NULL ? with_choices (profile, present) : g_steal_pointer (&present);
}

void
vlg_office_show_arms (VlgOffice *self,
                      GBytes    *picture)
{
  GHashTableIter iter;
  gpointer profile;

  g_hash_table_iter_init (&iter, self->versions);
  while (g_hash_table_iter_next (&iter, NULL, &profile))
    vlg_profile_set_coat_of_arms (profile, picture);
}

void
vlg_office_show_rationales (VlgOffice *self,
                            gboolean   shown)
{
  GHashTableIter iter;
  gpointer profile;

  g_hash_table_iter_init (&iter, self->versions);
  while (g_hash_table_iter_next (&iter, NULL, &profile))
    vlg_profile_set_prints_rationales (profile, shown);
}
