/* vlg-motion-details.c — what a list shows of a motion beyond its summary
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion-details.h"

struct _VlgMotionDetails {
  GObject parent_instance;

  /* owned */
  VlgMotionDetailsRecord record;
};

G_DEFINE_FINAL_TYPE (VlgMotionDetails, vlg_motion_details, G_TYPE_OBJECT)

static void
vlg_motion_details_finalize (GObject *object)
{
  VlgMotionDetailsRecord *record = &VLG_MOTION_DETAILS (object)->record;

  g_free (record->kind);
  g_free (record->submitter);
  g_free (record->responsible);
  g_free (record->body);
  g_free (record->number_markup);
  g_free (record->title_markup);
  g_free (record->excerpt);
  g_free (record->place);

  G_OBJECT_CLASS (vlg_motion_details_parent_class)->finalize (object);
}

static void
vlg_motion_details_class_init (VlgMotionDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vlg_motion_details_finalize;
}

static void
vlg_motion_details_init (VlgMotionDetails *self)
{
}

VlgMotionDetails *
vlg_motion_details_new (const VlgMotionDetailsRecord *record)
{
  VlgMotionDetails *self;
  char **never_null[4];

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (VLG_TYPE_MOTION_DETAILS, NULL);
  self->record = *record;
  never_null[0] = &self->record.kind;
  never_null[1] = &self->record.submitter;
  never_null[2] = &self->record.responsible;
  never_null[3] = &self->record.body;
  for (guint i = 0; i < G_N_ELEMENTS (never_null); i++)
    if (*never_null[i] == NULL)
      *never_null[i] = g_strdup ("");

  return self;
}

const VlgMotionDetailsRecord *
vlg_motion_details_get_record (VlgMotionDetails *self)
{
  g_return_val_if_fail (VLG_IS_MOTION_DETAILS (self), NULL);

  return &self->record;
}

gboolean
vlg_motion_details_equal (VlgMotionDetails *a,
                          VlgMotionDetails *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->record.id == b->record.id && a->record.changed_at == b->record.changed_at && a->record.received_on == b->record.received_on
         && g_str_equal (a->record.kind, b->record.kind) && g_str_equal (a->record.submitter, b->record.submitter)
         && g_str_equal (a->record.responsible, b->record.responsible) && g_str_equal (a->record.body, b->record.body)
         && g_strcmp0 (a->record.number_markup, b->record.number_markup) == 0 && g_strcmp0 (a->record.title_markup, b->record.title_markup) == 0
         && g_strcmp0 (a->record.excerpt, b->record.excerpt) == 0 && g_strcmp0 (a->record.place, b->record.place) == 0;
}
