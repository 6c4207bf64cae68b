/* vlg-draft-steps.h — steps that can be undone: patches of fields
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motion-fields.h"

G_BEGIN_DECLS

/* What a step did to one field. */
typedef struct {
  const char *key;   /* static, of vlg_draft_values_keys() */
  VlgPatch patch;
} VlgDraftChange;

/* A step: its changes, each of another field. */
typedef struct {
  GPtrArray *changes;    /* VlgDraftChange, owned */
  guint serial;          /* no other step has it */
  gint64 at;             /* of the history: instant of the last change */
  guint64 state_before;  /* of the history: what all values came to before and after */
  guint64 state_after;
} VlgDraftStep;

VlgDraftStep *vlg_draft_step_new    (void);
void          vlg_draft_step_free   (VlgDraftStep *self);
/* A stack of steps that owns them. Caller owns. */
GPtrArray    *vlg_draft_stack_new   (void);
/* Adds that the value of @key went from @before to @after; a further change of a field the step has changed already joins it, and what comes back to where it began leaves the step. */
void          vlg_draft_step_add    (VlgDraftStep *self, const char *key, const char *before, const char *after);
/* Joins @next, which follows this step, into it where both are changes of one and the same text and touch each other; FALSE and nothing changed where they are not. */
gboolean      vlg_draft_step_join   (VlgDraftStep *self, VlgDraftStep *next);
/* What the fields of the step would be in @values without the step (@forward: with it): a table of vlg-draft-values.h, NULL where it does not fit them. Caller owns. */
GHashTable   *vlg_draft_step_values (VlgDraftStep *self, GHashTable *values, gboolean forward);
/* Drops the steps of @stack (top last) that touch one of the fields @keys (a set, which grows), and those that only fit below such a one. TRUE when one was dropped. */
gboolean      vlg_draft_stack_block (GPtrArray *stack, GHashTable *keys);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgDraftStep, vlg_draft_step_free)

G_END_DECLS
