/* vlg-catalogue-shot.h — what a catalogue that is worked on was at one moment (private to leitbild/)
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-catalogue-items.h"

G_BEGIN_DECLS

/* Immutable: which fields and goals there were, in which order, and what they were. */
typedef struct {
  GPtrArray   *fields;     /* of the file's own */
  VlgLeitbild *leitbild;   /* the same as a catalogue */
} VlgCatalogueShot;

/* Of @fields (element-type VlgCatalogueField). Caller owns. */
VlgCatalogueShot *vlg_catalogue_shot_new  (GListModel *fields);
/* A GDestroyNotify. */
void              vlg_catalogue_shot_free (gpointer self);
/* Makes @fields what they were; items that stay are the same objects, so that widgets do. */
void              vlg_catalogue_shot_put  (VlgCatalogueShot *self, GListStore *fields);

G_END_DECLS
