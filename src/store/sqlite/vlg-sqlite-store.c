/* vlg-sqlite-store.c — the store in one SQLite file
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-sqlite-store.h"

#include <glib/gi18n.h>
#include <sys/statvfs.h>
#include <glib/gstdio.h>

#include "vlg-day.h"
#include "vlg-sqlite-copy.h"
#include "vlg-sqlite-engine.h"
#include "vlg-sqlite-migrate.h"
#include "vlg-store-private.h"

#define DAILY_BACKUPS_KEPT 14

struct _VlgSqliteStore {
  VlgStore parent_instance;

  /* owned */
  char *path;              /* NULL in memory */

  /* with the mutex held */
  VlgEngine *engine;       /* owned; NULL once closed */
  guint n_inside;          /* callers that use it */
  GMutex mutex;
  GCond left;
};

G_DEFINE_FINAL_TYPE (VlgSqliteStore, vlg_sqlite_store, VLG_TYPE_STORE)

/* Brings `changed` from the engine's threads to the creator's context, once however many commits came meanwhile. */
typedef struct {
  GWeakRef store;
  GMainContext *context;
  int pending;             /* atomic */
} Herald;

static void
herald_clear (gpointer data)
{
  Herald *self = data;

  g_weak_ref_clear (&self->store);
  g_main_context_unref (self->context);
}

static void
herald_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, herald_clear);
}

static gboolean
announce_cb (gpointer data)
{
  Herald *self = data;
  g_autoptr (VlgStore) store = NULL;

  g_atomic_int_set (&self->pending, 0);
  store = g_weak_ref_get (&self->store);
  if (store != NULL)
    vlg_store_emit_changed (store);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (gpointer data)
{
  Herald *self = data;
  g_autoptr (GSource) source = NULL;

  if (!g_atomic_int_compare_and_exchange (&self->pending, 0, 1))
    return;

  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, announce_cb, g_atomic_rc_box_acquire (self), herald_unref);
  g_source_attach (source, self->context);
}

static gpointer
free_engine_cb (gpointer data)
{
  vlg_engine_free (data);
  return NULL;
}

static void
set_closed (GError **error)
{
  g_set_error_literal (error, VLG_ERROR, VLG_ERROR_FAILED, _("The database is closed already"));
}

/* The engine for a caller who says when he has done with it; NULL with an error where it is closed. */
static VlgEngine *
enter_engine (VlgSqliteStore  *self,
              GError         **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->engine == NULL)
    set_closed (error);
  else
    self->n_inside++;

  return self->engine;
}

static void
leave_engine (VlgSqliteStore *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (--self->n_inside == 0)
    g_cond_broadcast (&self->left);
}

/* Lets nobody in any more, and waits for those who are: then it may be freed. NULL where another was first. */
static VlgEngine *
take_engine (VlgSqliteStore *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  VlgEngine *engine = g_steal_pointer (&self->engine);

  while (self->n_inside > 0)
    g_cond_wait (&self->left, &self->mutex);

  return engine;
}

static void
vlg_sqlite_store_dispose (GObject *object)
{
  VlgSqliteStore *self = VLG_SQLITE_STORE (object);
  VlgEngine *engine = take_engine (self);

  /* The last reference may go with a task, in one of the engine's own threads, which cannot wait for itself. */
  if (engine != NULL && vlg_engine_is_inside (engine))
    g_thread_unref (g_thread_new ("vlg-closer", free_engine_cb, engine));
  else if (engine != NULL)
    vlg_engine_free (engine);

  G_OBJECT_CLASS (vlg_sqlite_store_parent_class)->dispose (object);
}

static void
vlg_sqlite_store_finalize (GObject *object)
{
  VlgSqliteStore *self = VLG_SQLITE_STORE (object);

  g_cond_clear (&self->left);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  G_OBJECT_CLASS (vlg_sqlite_store_parent_class)->finalize (object);
}

static void
vlg_sqlite_store_run (VlgStore       *store,
                      gboolean        write,
                      VlgStoreJob     job,
                      gpointer        data,
                      GDestroyNotify  destroy,
                      GDestroyNotify  result_free,
                      GTask          *task)
{
  VlgSqliteStore *self = VLG_SQLITE_STORE (store);
  GError *error = NULL;
  VlgEngine *engine = enter_engine (self, &error);

  if (engine != NULL)
    {
      vlg_engine_push (engine, write, job, data, destroy, result_free, task);
      leave_engine (self);
      return;
    }

  if (destroy != NULL)
    destroy (data);
  g_task_return_error (task, error);
  g_object_unref (task);
}

static gpointer
vlg_sqlite_store_run_blocking (VlgStore      *store,
                               gboolean       write,
                               VlgStoreJob    job,
                               gpointer       data,
                               GCancellable  *cancellable,
                               GError       **error)
{
  VlgSqliteStore *self = VLG_SQLITE_STORE (store);
  VlgEngine *engine = enter_engine (self, error);
  gpointer result;

  if (engine == NULL)
    return NULL;
  g_assert (!vlg_engine_is_inside (engine));
  result = vlg_engine_run (engine, write, job, data, cancellable, error);
  leave_engine (self);

  return result;
}

/* A third connection, so that neither thread has to wait for the copy. It is SQLite's too, so the file's locks stay whole. */
static gboolean
vlg_sqlite_store_backup (VlgStore      *store,
                         const char    *path,
                         GCancellable  *cancellable,
                         GError       **error)
{
  VlgSqliteStore *self = VLG_SQLITE_STORE (store);
  g_autoptr (VlgDb) db = NULL;

  if (enter_engine (self, error) == NULL)
    return FALSE;
  leave_engine (self);
  if (self->path == NULL)
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_FAILED, _("A database in memory has no backup"));
      return FALSE;
    }

  db = vlg_db_open (self->path, VLG_DB_QUERY_ONLY, error);
  return db != NULL && vlg_sqlite_copy (db, path, cancellable, error);
}

static gboolean
vlg_sqlite_store_close (VlgStore  *store,
                        GError   **error)
{
  VlgEngine *engine = take_engine (VLG_SQLITE_STORE (store));

  if (engine == NULL)
    {
      set_closed (error);
      return FALSE;
    }

  vlg_engine_free (engine);
  return TRUE;
}

/* What this person may use: the space kept back for root is not ours. */
static guint64
vlg_sqlite_store_get_free_space (VlgStore *store)
{
  VlgSqliteStore *self = VLG_SQLITE_STORE (store);
  struct statvfs place;

  if (self->path == NULL || statvfs (self->path, &place) != 0)
    return G_MAXUINT64;
  return (guint64) place.f_bavail * place.f_frsize;
}

static void
vlg_sqlite_store_class_init (VlgSqliteStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  VlgStoreClass *store_class = VLG_STORE_CLASS (klass);

  object_class->dispose = vlg_sqlite_store_dispose;
  object_class->finalize = vlg_sqlite_store_finalize;
  store_class->run = vlg_sqlite_store_run;
  store_class->run_blocking = vlg_sqlite_store_run_blocking;
  store_class->backup = vlg_sqlite_store_backup;
  store_class->close = vlg_sqlite_store_close;
  store_class->get_free_space = vlg_sqlite_store_get_free_space;
}

static void
vlg_sqlite_store_init (VlgSqliteStore *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->left);
}

VlgStore *
vlg_sqlite_store_open (const char  *path,
                       GError     **error)
{
  g_autoptr (GPtrArray) migrations = vlg_migrations_load ();
  g_autoptr (VlgSqliteStore) self = NULL;
  g_autofree char *full = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  VlgOpened opened;
  Herald *herald;

  if (!vlg_sqlite_open (full, migrations, &opened, error))
    return NULL;

  self = g_object_new (VLG_TYPE_SQLITE_STORE, NULL);
  self->path = g_steal_pointer (&full);
  herald = g_atomic_rc_box_new0 (Herald);
  g_weak_ref_init (&herald->store, self);
  herald->context = g_main_context_ref_thread_default ();
  self->engine = vlg_engine_new (&opened, changed_cb, herald, herald_unref);
  return VLG_STORE (g_steal_pointer (&self));
}

char *
vlg_sqlite_store_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "vorlage", "vorlage.db", NULL);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* Drops the oldest of the daily backups; those made before an update or a restore have another name and stay. */
static void
rotate (const char *newest)
{
  g_autofree char *folder = g_path_get_dirname (newest);
  g_autofree char *base = g_path_get_basename (newest);
  gsize stem = strlen (base) - strlen ("YYYY-MM-DD.db");
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *day = strlen (name) == strlen (base) ? g_strndup (name + stem, strlen ("YYYY-MM-DD")) : NULL;

      if (day != NULL && strncmp (name, base, stem) == 0 && g_str_has_suffix (name, ".db") && vlg_day_parse_iso (day) != VLG_DAY_NONE)
        g_ptr_array_add (names, g_strdup (name));
    }

  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i + DAILY_BACKUPS_KEPT < names->len; i++)
    {
      g_autofree char *old = g_build_filename (folder, names->pdata[i], NULL);

      g_unlink (old);
    }
}

gboolean
vlg_sqlite_store_backup_daily (VlgSqliteStore  *self,
                               GCancellable    *cancellable,
                               GError         **error)
{
  g_autofree char *today = vlg_day_to_iso (vlg_day_today ());
  g_autofree char *path = NULL;

  g_return_val_if_fail (VLG_IS_SQLITE_STORE (self), FALSE);

  if (self->path == NULL)
    return TRUE;
  path = vlg_sqlite_backup_path (self->path, today, error);
  if (path == NULL)
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!vlg_sqlite_store_backup (VLG_STORE (self), path, cancellable, error))
    return FALSE;

  rotate (path);
  return TRUE;
}
