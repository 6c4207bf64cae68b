/* vlg-import-result.c — what became of one file
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-import-private.h"

struct _VlgImportResult {
  GObject parent_instance;

  /* owned */
  GFile *file;
  VlgMotion *motion;
  VlgImportReport *report;
  GError *error;

  VlgImportOutcome outcome;
};

G_DEFINE_FINAL_TYPE (VlgImportResult, vlg_import_result, G_TYPE_OBJECT)

static void
vlg_import_result_finalize (GObject *object)
{
  VlgImportResult *self = VLG_IMPORT_RESULT (object);

  g_clear_object (&self->file);
  g_clear_object (&self->motion);
  g_clear_object (&self->report);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (vlg_import_result_parent_class)->finalize (object);
}

static void
vlg_import_result_class_init (VlgImportResultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vlg_import_result_finalize;
}

static void
vlg_import_result_init (VlgImportResult *self)
{
}

VlgImportResult *
vlg_import_result_new (GFile            *file,
                       VlgImportOutcome  outcome,
                       VlgMotion        *motion,
                       VlgImportReport  *report,
                       const GError     *error)
{
  VlgImportResult *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (VLG_TYPE_IMPORT_RESULT, NULL);
  self->file = g_object_ref (file);
  self->outcome = outcome;
  g_set_object (&self->motion, motion);
  g_set_object (&self->report, report);
  self->error = error != NULL ? g_error_copy (error) : NULL;

  return self;
}

GFile *
vlg_import_result_get_file (VlgImportResult *self)
{
  g_return_val_if_fail (VLG_IS_IMPORT_RESULT (self), NULL);

  return self->file;
}

VlgImportOutcome
vlg_import_result_get_outcome (VlgImportResult *self)
{
  g_return_val_if_fail (VLG_IS_IMPORT_RESULT (self), VLG_IMPORT_FAILED);

  return self->outcome;
}

VlgMotion *
vlg_import_result_get_motion (VlgImportResult *self)
{
  g_return_val_if_fail (VLG_IS_IMPORT_RESULT (self), NULL);

  return self->motion;
}

VlgImportReport *
vlg_import_result_get_report (VlgImportResult *self)
{
  g_return_val_if_fail (VLG_IS_IMPORT_RESULT (self), NULL);

  return self->report;
}

const GError *
vlg_import_result_get_error (VlgImportResult *self)
{
  g_return_val_if_fail (VLG_IS_IMPORT_RESULT (self), NULL);

  return self->error;
}
