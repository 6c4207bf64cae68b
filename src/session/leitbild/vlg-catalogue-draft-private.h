/* vlg-catalogue-draft-private.h — what the files of a catalogue draft share (private to leitbild/)
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-catalogue-draft.h"
#include "vlg-catalogue-shot.h"

G_BEGIN_DECLS

struct _VlgCatalogueDraft {
  GObject parent_instance;

  /* owned */
  VlgOffice *office;
  GListStore *fields;
  GListStore *versions;
  GPtrArray *watched;        /* GObject: all items and lists whose changes are listened to */
  GPtrArray *undo;           /* VlgCatalogueShot, the last on top */
  GPtrArray *redo;
  VlgCatalogueShot *now;
  VlgLeitbild *base;         /* in force when the draft was begun, or stored by it */
  GPtrArray *used;           /* VlgMark: what motions chose; empty until it is read */
  GPtrArray *known;          /* VlgLeitbild: every stored version; empty until they are read */
  GCancellable *cancellable;
  char *problem;

  /* what is being typed in, compared only */
  gpointer typed_item;
  const char *typed_property;
  gint64 typed_at;

  VlgDay valid_from;
  guint group_depth;
  gboolean group_changed;
  gboolean applying;
  gboolean saving;
  gboolean read;             /* used and known */
  gboolean changed;
  gboolean overtaken;
};

/* Whether motions chose the field with the key @field, or named the goal @code; NULL for either. */
gboolean vlg_catalogue_draft_is_used     (VlgCatalogueDraft *self, const char *field, const char *code);
/* What is changed from begin to end is one step; may be nested. */
void     vlg_catalogue_draft_begin_group (VlgCatalogueDraft *self);
void     vlg_catalogue_draft_end_group   (VlgCatalogueDraft *self);
/* Puts the fields of @leitbild in place of what is there. */
void     vlg_catalogue_draft_begin_with  (VlgCatalogueDraft *self, VlgLeitbild *leitbild);

G_END_DECLS
