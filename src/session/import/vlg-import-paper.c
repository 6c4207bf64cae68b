/* vlg-import-paper.c — one paper: read, then stored in one transaction
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-import-private.h"

#include <glib/gi18n.h>

#include "vlg-files.h"
#include "vlg-motions.h"
#include "vlg-numbers.h"
#include "vlg-paper-reader.h"
#include "vlg-string.h"

/* One write job and what it did. */
typedef struct {
  /* borrowed */
  const VlgImportTarget *target;
  VlgReadPaper *paper;
  VlgMotion *motion;

  /* owned */
  char *source_sha256;       /* of the paper's own bytes while they are still to be stored, NULL otherwise */

  gboolean copy;             /* draw a new number whatever stands on the paper */
  VlgImportOutcome outcome;

  VlgPaperStored stored;
  gpointer user_data;
} StoreJob;

static char *
display_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_basename (base != NULL ? base : "");
  char *normalized = vlg_string_normalize (name, -1, NULL);

  return normalized != NULL ? normalized : g_steal_pointer (&name);
}

VlgReadPaper *
vlg_read_paper_new (GFile        *file,
                    VlgProfile   *profile,
                    GCancellable *cancellable)
{
  VlgReadPaper *paper = g_new0 (VlgReadPaper, 1);
  g_autofree char *name = display_name (file);

  paper->file = g_object_ref (file);
  paper->bytes = vlg_paper_reader_load (file, cancellable, &paper->error);
  if (paper->bytes != NULL)
    paper->motion = vlg_paper_reader_read (paper->bytes, name, profile, &paper->report, &paper->error);

  return paper;
}

void
vlg_read_paper_free (VlgReadPaper *paper)
{
  g_clear_object (&paper->file);
  g_clear_pointer (&paper->bytes, g_bytes_unref);
  g_clear_object (&paper->motion);
  g_clear_object (&paper->report);
  g_clear_error (&paper->error);
  g_free (paper);
}

/* The motion with the number of @motion, NULL without error where there is none. */
static VlgMotion *
find_existing (VlgDb      *db,
               VlgMotion  *motion,
               GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  VlgMotion *existing;

  if (vlg_motion_get_number (motion) == NULL)
    return NULL;
  existing = vlg_motions_load_by_number (db, vlg_motion_get_number_text (motion), &local_error);
  if (existing == NULL && !g_error_matches (local_error, VLG_ERROR, VLG_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local_error));

  return existing;
}

static gboolean
draw_number (VlgDb           *db,
             const StoreJob  *job,
             GError         **error)
{
  VlgProfile *profile = job->target->profile;
  VlgMotionNumber *old = vlg_motion_get_number (job->motion);
  const char *kind = old != NULL ? vlg_motion_number_get_kind (old) : NULL;
  const char *origin = old != NULL ? vlg_motion_number_get_origin (old) : NULL;
  g_autoptr (VlgMotionNumber) number = NULL;
  guint year;

  if (kind == NULL)
    kind = vlg_motion_get_kind (job->motion);
  if ((kind == NULL || *kind == '\0') && vlg_profile_get_n_kinds (profile) > 0)
    kind = vlg_profile_get_kind (profile, 0)->key;
  /* A copy is a motion of today: the series of the paper's own year may have numbers this database has not seen. */
  vlg_day_get (vlg_day_today (), &year, NULL, NULL);
  number = vlg_numbers_draw (db, profile, kind, year, origin, error);
  if (number == NULL)
    return FALSE;
  vlg_motion_set_number (job->motion, number);

  return TRUE;
}

/* A paper that bears a number went out of some office's hands: it is no draft any more. A copy of it is one, of this office. */
static void
set_stage (VlgMotion        *motion,
           VlgImportOutcome  outcome)
{
  if (outcome == VLG_IMPORT_COPIED)
    vlg_motion_set_stage (motion, VLG_STAGE_DRAFT);
  else if (vlg_motion_get_number (motion) != NULL && vlg_motion_get_stage (motion) == VLG_STAGE_DRAFT)
    vlg_motion_set_stage (motion, VLG_STAGE_RELEASED);
}

static gboolean
put_source (VlgDb           *db,
            const StoreJob  *job,
            GError         **error)
{
  return job->source_sha256 == NULL || vlg_files_put (db, job->paper->bytes, job->source_sha256, error);
}

static VlgMotion *
insert (VlgDb             *db,
        StoreJob          *job,
        VlgImportOutcome   outcome,
        GError           **error)
{
  const VlgImportTarget *target = job->target;

  set_stage (job->motion, outcome);
  if (!put_source (db, job, error))
    return NULL;
  if (vlg_motions_insert (db, job->motion, vlg_profile_get_sha256 (target->profile), target->actor, "imported", error) == 0)
    return NULL;
  job->outcome = outcome;

  return g_object_ref (job->motion);
}

static gpointer
replace (VlgDb         *db,
         StoreJob      *job,
         VlgMotion     *existing,
         GError       **error)
{
  const char *uid = vlg_motion_get_uid (existing);

  vlg_motion_set_stage (job->motion, vlg_motion_get_stage (existing));
  if (!put_source (db, job, error) || !vlg_motions_replace (db, uid, job->motion, job->target->actor, error))
    return NULL;
  job->outcome = VLG_IMPORT_REPLACED;

  return vlg_motions_load (db, uid, error);
}

static gpointer
store_job (VlgDb         *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  StoreJob *job = data;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (VlgMotion) existing = NULL;

  if (job->copy)
    return draw_number (db, job, error) ? insert (db, job, VLG_IMPORT_COPIED, error) : NULL;

  existing = find_existing (db, job->motion, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (existing == NULL)
    return insert (db, job, VLG_IMPORT_IMPORTED, error);

  switch (job->target->on_conflict)
    {
    case VLG_ON_CONFLICT_SKIP:
      job->outcome = VLG_IMPORT_SKIPPED;
      return g_steal_pointer (&existing);
    case VLG_ON_CONFLICT_REPLACE:
      return replace (db, job, existing, error);
    case VLG_ON_CONFLICT_COPY:
      return draw_number (db, job, error) ? insert (db, job, VLG_IMPORT_COPIED, error) : NULL;
    case VLG_ON_CONFLICT_ASK:
    default:
      g_set_error (error, VLG_ERROR, VLG_ERROR_EXISTS,
                   _("The number %s exists already (“%s”). Skip the paper, replace the motion or import it as a copy with a new number."),
                   vlg_motion_get_number_text (existing), vlg_motion_get_text (existing, VLG_FIELD_TITLE));
      return NULL;
    }
}

static gpointer
find_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return find_existing (db, data, error);
}

/* A long file goes into the store ahead of its motion, so it is asked first whether the number would be refused. */
static gboolean
would_be_stored (const VlgReadPaper    *paper,
                 const VlgImportTarget *target,
                 GCancellable          *cancellable)
{
  g_autoptr (VlgMotion) existing = NULL;

  if (target->on_conflict != VLG_ON_CONFLICT_ASK && target->on_conflict != VLG_ON_CONFLICT_SKIP)
    return TRUE;
  existing = vlg_store_read (target->store, find_job, paper->motion, cancellable, NULL);

  return existing == NULL;
}

static char *
guess_media_type (const char *name,
                  GBytes     *bytes)
{
  gsize length;
  const guchar *content = g_bytes_get_data (bytes, &length);
  g_autofree char *type = g_content_type_guess (name, content, MIN (length, 4096), NULL);
  char *media_type = g_content_type_get_mime_type (type);

  return media_type != NULL ? media_type : g_strdup ("application/octet-stream");
}

static gboolean
is_small (GBytes *bytes)
{
  return g_bytes_get_size (bytes) <= VLG_FILES_CHUNK;
}

/* The paper itself as an annex. A long one is stored at once; a small one goes along with its motion, which saves a transaction. Returns its digest, caller owns. */
static char *
add_source_annex (VlgReadPaper           *paper,
                  const VlgImportTarget  *target,
                  GCancellable           *cancellable,
                  GError                **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (paper->bytes);
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();
  g_autofree char *name = display_name (paper->file);
  g_autofree char *media_type = guess_media_type (name, paper->bytes);
  g_autofree char *sha256 = NULL;
  VlgAnnexFile file = { NULL, name, media_type, g_bytes_get_size (paper->bytes) };

  if (is_small (paper->bytes))
    sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, paper->bytes);
  else
    sha256 = vlg_files_add (target->store, stream, VLG_PAPER_LIMIT, NULL, cancellable, error);
  if (sha256 == NULL)
    return NULL;
  file.sha256 = sha256;
  vlg_annex_set_number (annex, 0);
  vlg_annex_set_title (annex, name);
  vlg_annex_set_visibility (annex, VLG_VISIBILITY_NON_PUBLIC);
  vlg_annex_set_source (annex, TRUE);
  vlg_annex_set_file (annex, &file);
  g_list_store_append (vlg_motion_get_annexes (paper->motion), annex);

  return g_steal_pointer (&sha256);
}

/* Makes all ready for the write job: the source file's annex, and a long file's bytes. */
static gboolean
prepare (StoreJob      *job,
         GCancellable  *cancellable,
         GError       **error)
{
  VlgReadPaper *paper = job->paper;
  g_autofree char *sha256 = NULL;

  job->outcome = VLG_IMPORT_FAILED;
  if (is_small (paper->bytes) || would_be_stored (paper, job->target, cancellable))
    {
      sha256 = add_source_annex (paper, job->target, cancellable, error);
      if (sha256 == NULL)
        return FALSE;
    }
  if (is_small (paper->bytes))
    job->source_sha256 = g_steal_pointer (&sha256);
  else
    /* The content is in the store now, or not wanted there: up to 200 MB are free for the next paper. */
    g_clear_pointer (&paper->bytes, g_bytes_unref);

  return TRUE;
}

/* A number may be taken without a motion that bears it (void, or in the trash): a copy then draws another one. */
static gboolean
wants_another_try (StoreJob     *job,
                   const GError *error)
{
  if (job->copy || job->target->on_conflict != VLG_ON_CONFLICT_COPY || !g_error_matches (error, VLG_ERROR, VLG_ERROR_EXISTS))
    return FALSE;
  job->copy = TRUE;

  return TRUE;
}

static VlgImportResult *
conclude (StoreJob     *job,
          VlgMotion    *stored,
          const GError *error)
{
  gboolean exists = g_error_matches (error, VLG_ERROR, VLG_ERROR_EXISTS);

  if (exists && job->target->on_conflict == VLG_ON_CONFLICT_SKIP)
    return vlg_import_result_new (job->paper->file, VLG_IMPORT_SKIPPED, NULL, job->paper->report, NULL);
  if (error != NULL)
    return vlg_import_result_new (job->paper->file, exists ? VLG_IMPORT_CONFLICT : VLG_IMPORT_FAILED, NULL, job->paper->report, error);

  return vlg_import_result_new (job->paper->file, job->outcome, stored, job->paper->report, NULL);
}

/* What can be said of a paper without asking the store, or NULL. Caller owns. */
static VlgImportResult *
refuse (VlgReadPaper          *paper,
        const VlgImportTarget *target)
{
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  if (paper->motion == NULL)
    return vlg_import_result_new (paper->file, VLG_IMPORT_FAILED, NULL, paper->report, paper->error);
  if (target->any || paper->report == NULL || vlg_import_report_is_paper (paper->report))
    return NULL;

  name = display_name (paper->file);
  g_set_error (&error, VLG_ERROR, VLG_ERROR_INVALID,
               _("“%s” does not look like a council paper: neither a number nor a resolution was found in it."), name);

  return vlg_import_result_new (paper->file, VLG_IMPORT_NOT_A_PAPER, NULL, paper->report, error);
}

VlgImportResult *
vlg_read_paper_store (VlgReadPaper          *paper,
                      const VlgImportTarget *target,
                      GCancellable          *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) stored = NULL;
  StoreJob job = { .target = target, .paper = paper, .motion = paper->motion };
  VlgImportResult *result = refuse (paper, target);

  if (result != NULL)
    return result;

  if (prepare (&job, cancellable, &error))
    {
      /* Not cancellable: what was committed must be reported. */
      stored = vlg_store_write (target->store, store_job, &job, NULL, &error);
      if (stored == NULL && wants_another_try (&job, error))
        {
          g_clear_error (&error);
          stored = vlg_store_write (target->store, store_job, &job, NULL, &error);
        }
    }
  result = conclude (&job, stored, error);
  g_free (job.source_sha256);

  return result;
}

/* Ends an asynchronous job. */
static void
finish (StoreJob        *job,
        VlgImportResult *result)
{
  job->stored (result, job->user_data);
  vlg_read_paper_free (job->paper);
  g_free (job->source_sha256);
  g_free (job);
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  StoreJob *job = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) stored = vlg_store_run_finish (VLG_STORE (source), result, &error);

  if (stored == NULL && wants_another_try (job, error))
    vlg_store_write_async (VLG_STORE (source), store_job, job, NULL, g_object_unref, NULL, stored_cb, job);
  else
    finish (job, conclude (job, stored, error));
}

void
vlg_read_paper_store_async (VlgReadPaper          *paper,
                            const VlgImportTarget *target,
                            GCancellable          *cancellable,
                            VlgPaperStored         stored,
                            gpointer               user_data)
{
  g_autoptr (GError) error = NULL;
  StoreJob *job = g_new0 (StoreJob, 1);
  VlgImportResult *refused = refuse (paper, target);

  job->target = target;
  job->paper = paper;
  job->motion = paper->motion;
  job->stored = stored;
  job->user_data = user_data;
  if (refused != NULL)
    finish (job, refused);
  else if (!prepare (job, cancellable, &error))
    finish (job, conclude (job, NULL, error));
  else
    vlg_store_write_async (target->store, store_job, job, NULL, g_object_unref, NULL, stored_cb, job);
}
