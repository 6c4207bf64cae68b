/* vlg-version-list.c — the versions of a motion: listed and read
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-version-list.h"

#include <glib/gi18n.h>

#include "vlg-versions.h"

struct _VlgVersion {
  GObject parent_instance;

  /* owned */
  char *uid;
  char *actor;
  char *title;
  char *subtitle;

  /* borrowed */
  const char *deed;

  gint64 at;
  guint number;
};

enum {
  PROP_0,
  PROP_TITLE,
  PROP_SUBTITLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgVersion, vlg_version, G_TYPE_OBJECT)

static void
vlg_version_finalize (GObject *object)
{
  VlgVersion *self = VLG_VERSION (object);

  g_free (self->uid);
  g_free (self->actor);
  g_free (self->title);
  g_free (self->subtitle);

  G_OBJECT_CLASS (vlg_version_parent_class)->finalize (object);
}

static void
vlg_version_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  VlgVersion *self = VLG_VERSION (object);

  if (prop_id == PROP_TITLE)
    g_value_set_string (value, self->title);
  else if (prop_id == PROP_SUBTITLE)
    g_value_set_string (value, self->subtitle);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_version_class_init (VlgVersionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = vlg_version_finalize;
  object_class->get_property = vlg_version_get_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vlg_version_init (VlgVersion *self)
{
}

/* A word of the journal or of a stage's deed as people read it. */
static const char *
deed_label (const char *word)
{
  static const struct { const char *word; const char *label; } labels[] = {
    { "created", NC_("what made a version", "Created") },
    { "imported", NC_("what made a version", "Imported") },
    { "replaced", NC_("what made a version", "Imported again") },
    { "restored", NC_("what made a version", "Restored") },
    { "submitted", NC_("what made a version", "Submitted") },
    { "returned", NC_("what made a version", "Returned") },
    { "released", NC_("what made a version", "Released") },
    { "withdrawn", NC_("what made a version", "Withdrawn") },
    { "reopened", NC_("what made a version", "Reopened") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].word, word))
      return g_dpgettext2 (NULL, "what made a version", labels[i].label);

  return C_("what made a version", "Edited");
}

static VlgVersion *
version_new (const VlgVersionRecord *record,
             guint                   number)
{
  VlgVersion *self = g_object_new (VLG_TYPE_VERSION, NULL);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (record->at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *when = local != NULL ? g_date_time_format (local, "%x, %H:%M") : g_strdup ("");

  self->uid = g_strdup (record->uid);
  self->actor = g_strdup (record->actor_name);
  self->at = record->at;
  self->number = number;
  self->deed = deed_label (record->deed);
  /* Translators: a version of a motion and what made it, "Version 3 · Submitted". */
  self->title = g_strdup_printf (_("Version %u · %s"), number, self->deed);
  self->subtitle = g_strdup_printf ("%s · %s", when, self->actor);

  return self;
}

static GListModel *
list_new (GPtrArray *records)
{
  GListStore *list = g_list_store_new (VLG_TYPE_VERSION);

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (VlgVersion) version = version_new (records->pdata[i], records->len - i);

      g_list_store_append (list, version);
    }

  return G_LIST_MODEL (list);
}

static gpointer
list_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return vlg_versions_load_records (db, data, error);
}

static gpointer
load_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (VlgVersionContent) content = vlg_versions_load_content (db, data, error);

  return content != NULL ? g_steal_pointer (&content->motion) : NULL;
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) records = vlg_store_run_finish (VLG_STORE (source), result, &error);

  if (records == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, list_new (records), g_object_unref);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  VlgMotion *motion = vlg_store_run_finish (VLG_STORE (source), result, &error);

  if (motion == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, motion, g_object_unref);
}

void
vlg_version_list_async (VlgOffice           *office,
                        const char          *uid,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (uid != NULL);

  task = g_task_new (office, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_version_list_async);
  vlg_store_read_async (vlg_office_get_store (office), list_job, g_strdup (uid), g_free, (GDestroyNotify) g_ptr_array_unref, cancellable, listed_cb, task);
}

GListModel *
vlg_version_list_finish (VlgOffice     *office,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, office), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GListModel *
vlg_version_list (VlgOffice   *office,
                  const char  *uid,
                  GError     **error)
{
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (VLG_IS_OFFICE (office), NULL);
  g_return_val_if_fail (uid != NULL, NULL);

  records = vlg_store_read (vlg_office_get_store (office), list_job, (gpointer) uid, NULL, error);

  return records != NULL ? list_new (records) : NULL;
}

/* The instant at which @day ends in local time. */
static gint64
end_of_day (VlgDay day)
{
  guint year, month, day_of_month;
  g_autoptr (GDateTime) next = NULL;

  vlg_day_get (day + 1, &year, &month, &day_of_month);
  next = g_date_time_new_local ((int) year, (int) month, (int) day_of_month, 0, 0, 0);

  return next != NULL ? g_date_time_to_unix (next) * G_USEC_PER_SEC : G_MAXINT64;
}

VlgVersion *
vlg_version_list_find_seen (GListModel      *versions,
                            VlgConsultation *row)
{
  gint64 until, confirmed_at;

  g_return_val_if_fail (G_IS_LIST_MODEL (versions), NULL);
  g_return_val_if_fail (VLG_IS_CONSULTATION (row), NULL);

  if (vlg_consultation_get_day (row) == VLG_DAY_NONE)
    return NULL;
  until = end_of_day (vlg_consultation_get_day (row));
  confirmed_at = vlg_consultation_get_confirmed_at (row);
  if (confirmed_at > 0)
    until = MIN (until, confirmed_at);

  for (guint i = 0; i < g_list_model_get_n_items (versions); i++)
    {
      /* Borrowed: the list keeps it. */
      g_autoptr (VlgVersion) version = g_list_model_get_item (versions, i);

      if (version->at < until)
        return version;
    }

  return NULL;
}

void
vlg_version_load_async (VlgOffice           *office,
                        const char          *uid,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (uid != NULL);

  task = g_task_new (office, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_version_load_async);
  vlg_store_read_async (vlg_office_get_store (office), load_job, g_strdup (uid), g_free, g_object_unref, cancellable, loaded_cb, task);
}

VlgMotion *
vlg_version_load_finish (VlgOffice     *office,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, office), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

VlgMotion *
vlg_version_load (VlgOffice   *office,
                  const char  *uid,
                  GError     **error)
{
  g_return_val_if_fail (VLG_IS_OFFICE (office), NULL);
  g_return_val_if_fail (uid != NULL, NULL);

  return vlg_store_read (vlg_office_get_store (office), load_job, (gpointer) uid, NULL, error);
}

const char *
vlg_version_get_uid (VlgVersion *self)
{
  g_return_val_if_fail (VLG_IS_VERSION (self), NULL);

  return self->uid;
}

guint
vlg_version_get_number (VlgVersion *self)
{
  g_return_val_if_fail (VLG_IS_VERSION (self), 0);

  return self->number;
}

gint64
vlg_version_get_at (VlgVersion *self)
{
  g_return_val_if_fail (VLG_IS_VERSION (self), 0);

  return self->at;
}

const char *
vlg_version_get_actor (VlgVersion *self)
{
  g_return_val_if_fail (VLG_IS_VERSION (self), NULL);

  return self->actor;
}

const char *
vlg_version_get_deed (VlgVersion *self)
{
  g_return_val_if_fail (VLG_IS_VERSION (self), NULL);

  return self->deed;
}

const char *
vlg_version_get_title (VlgVersion *self)
{
  g_return_val_if_fail (VLG_IS_VERSION (self), NULL);

  return self->title;
}

const char *
vlg_version_get_subtitle (VlgVersion *self)
{
  g_return_val_if_fail (VLG_IS_VERSION (self), NULL);

  return self->subtitle;
}
