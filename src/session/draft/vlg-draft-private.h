/* vlg-draft-private.h — what the files of a draft share
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-draft.h"
#include "vlg-draft-history.h"
#include "vlg-draft-steps.h"
#include "vlg-draft-values.h"

G_BEGIN_DECLS

#define VLG_DRAFT_N_LISTS 5

/* A list of the motion and the rows whose changes are listened to. */
typedef struct {
  VlgDraft *draft;     /* borrowed */
  const char *key;
  GListStore *list;    /* borrowed from the motion */
  GPtrArray *rows;     /* owned, in the order of the list */
} VlgDraftWatch;

/* What goes into the store's threads; it holds no draft. */
typedef struct {
  VlgMotion *motion;     /* a copy */
  VlgActor *actor;
  GHashTable *values;    /* what the copy holds, or what the edits led to that are read */
  GHashTable *keep;      /* of fields in conflict: key → value to keep, NULL to forget it */
  char *uid;
  gint64 revision;
  gboolean frozen;       /* as the draft knows it */
} VlgDraftErrand;

/* What comes back. */
typedef struct {
  GHashTable *values;    /* what is stored */
  gint64 revision;
  gboolean refused;      /* a field was in conflict: nothing was written */
  gboolean frozen;       /* of a look: signed by the submitter */
} VlgDraftOutcome;

struct _VlgDraft {
  GObject parent_instance;

  /* owned */
  VlgOffice *office;
  VlgMotion *motion;
  GListStore *findings;
  GListStore *conflicts;
  VlgDraftWatch watches[VLG_DRAFT_N_LISTS];
  GCancellable *cancellable;   /* of reads, when the draft goes */

  /* values by key, owned */
  GHashTable *now;             /* what the motion held when it was last looked at */
  GHashTable *base;            /* what is stored, at the motion's revision */
  GHashTable *undecided;       /* what is kept in the store of fields in conflict */
  GHashTable *refused;         /* what the store does not take, and would keep all the rest from being saved */
  GHashTable *dirty;           /* a set: fields that changed since the motion was last looked at */

  /* undo */
  GPtrArray *undo;             /* owned */
  GPtrArray *redo;             /* owned */
  GHashTable *foreign;         /* a set: fields others changed since the draft was opened */
  VlgDraftStep *step;          /* borrowed, the top of undo, or owned while it has no change yet */
  gboolean step_is_stacked;
  gpointer step_row;           /* compared only */
  const char *step_property;   /* interned; what is being typed in */
  gint64 step_at;
  guint turn_source;
  gboolean turn_is_over;
  guint rest_source;
  guint group_depth;
  gboolean applying;
  gboolean collecting;

  /* saving */
  guint save_source;
  guint retry_source;
  guint retry_seconds;
  gint64 changed_at;
  gint64 unsaved_since;        /* 0: nothing */
  gboolean announced;
  gboolean saving;
  gboolean given_up;           /* nothing is written any more */
  gboolean looking;
  gboolean look_again;
  GError *save_error;          /* owned */
  GPtrArray *flushes;          /* GTask, owned */
  VlgSaveState save_state;

  /* the motion's profile */
  VlgProfile *own_profile;     /* borrowed from the office; or NULL */
  gboolean can_use_present;

  /* checks */
  VlgProfile *profile;         /* owned; of the checking thread */
  guint check_source;
  gboolean checking;
  gboolean check_again;
  guint n_blocking;

  gboolean can_undo;
  gboolean can_redo;
  gboolean frozen;
};

/* vlg-draft.c */

/* Brings save-state, can-undo and can-redo up to date and notifies. */
void         vlg_draft_update          (VlgDraft *self);
/* Sets the property frozen. */
void         vlg_draft_set_frozen      (VlgDraft *self, gboolean frozen);
VlgConflict *vlg_draft_find_conflict   (VlgDraft *self, const char *key);
void         vlg_draft_remove_conflict (VlgDraft *self, VlgConflict *conflict);

/* vlg-draft-undo.c */

/* A field changed: of @row (NULL: the motion itself or a list) the property @pspec (NULL: the rows of a list). */
void     vlg_draft_note           (VlgDraft *self, const char *key, gpointer row, GParamSpec *pspec);
/* Lets editors hand over what they hold back, then looks at all fields that changed. */
void     vlg_draft_look           (VlgDraft *self);
/* Puts values into the motion, as no step of its own. */
void     vlg_draft_put            (VlgDraft *self, GHashTable *values);
/* Records @before → what is now as a step of its own. */
void     vlg_draft_push_step      (VlgDraft *self, const char *key, const char *before);
/* What others changed is out of reach of undo. */
void     vlg_draft_set_foreign    (VlgDraft *self, const char *key);
/* What has left the drafter's desk stays under its catalogue: no step leads to another one. Does nothing where it is there yet. */
void     vlg_draft_keep_profile   (VlgDraft *self);
/* The submitter has signed: no step goes behind that, but what is not saved can be taken back to what was signed. */
void     vlg_draft_freeze_steps   (VlgDraft *self);
/* Takes the steps of earlier sessions in. */
void     vlg_draft_take_history   (VlgDraft *self, VlgDraftHistory *history);
void     vlg_draft_clear_undo     (VlgDraft *self);

/* vlg-draft-save.c */

/* For the motion as it is: its uid, revision and the actor. */
VlgDraftErrand  *vlg_draft_errand_new    (VlgDraft *self);
void             vlg_draft_errand_free   (gpointer errand);
VlgDraftOutcome *vlg_draft_outcome_new   (VlgMotion *motion, gboolean refused);
void             vlg_draft_outcome_free  (gpointer outcome);
/* Something is to be saved some time. */
void             vlg_draft_schedule_save (VlgDraft *self);
/* Saves now, or when the save that is on its way is through if somebody waits for it. */
void             vlg_draft_save_now      (VlgDraft *self);
gboolean         vlg_draft_is_unsaved    (VlgDraft *self);
/* The draft goes: what is not stored is written without it. */
void             vlg_draft_save_last     (VlgDraft *self);
void             vlg_draft_clear_save    (VlgDraft *self);

/* vlg-draft-others.c */

/* Brings what is stored, the values of @values at @revision, and the motion together. */
void             vlg_draft_integrate     (VlgDraft *self, GHashTable *values, gint64 revision);
/* Another writer may have been at work. */
void             vlg_draft_look_outside  (VlgDraft *self);
/* Reads the edits of earlier sessions and what was left undecided. */
void             vlg_draft_read_history  (VlgDraft *self);

/* vlg-draft-profile.c */

/* The motion names another profile, or another one came into force. */
void     vlg_draft_follow_profile (VlgDraft *self);
/* Brings can-use-present up to date. */
void     vlg_draft_update_profile (VlgDraft *self);

/* vlg-draft-checks.c */

void     vlg_draft_schedule_check (VlgDraft *self);
void     vlg_draft_clear_checks   (VlgDraft *self);

G_END_DECLS
