/* vlg-draft-history.h — the steps of earlier sessions, out of the stored edits
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-actor.h"
#include "vlg-edits.h"

G_BEGIN_DECLS

typedef struct {
  GPtrArray *undo;        /* stacks of vlg-draft-steps.h, top last; owned */
  GPtrArray *redo;
  GHashTable *undecided;  /* what a conflict kept back, by key; NULL: nothing; owned */
} VlgDraftHistory;

/* Folds @edits (element-type VlgEdit, newest first), which led to @values, into the steps of @actor: a save is a step, typing that went on is one; saves that lead back to where
 * an earlier one began are undos of it and become redo steps. What others, a deed or a confirmation changed is a border for its fields. Caller owns. */
VlgDraftHistory *vlg_draft_history_new  (GPtrArray *edits, GHashTable *values, VlgActor *actor);
void             vlg_draft_history_free (VlgDraftHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgDraftHistory, vlg_draft_history_free)

G_END_DECLS
