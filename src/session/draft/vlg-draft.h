/* vlg-draft.h — a stored motion under the hands of a person: saved by itself, undone, never overwritten
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-conflict.h"
#include "vlg-office.h"
#include "vlg-stage-rules.h"

G_BEGIN_DECLS

typedef enum {
  VLG_SAVE_STATE_SAVED,     /* what is shown is stored */
  VLG_SAVE_STATE_PENDING,   /* changes wait for the next autosave */
  VLG_SAVE_STATE_SAVING,
  VLG_SAVE_STATE_FAILED,    /* see save-error; the changes are kept here, and it is tried again by itself */
  VLG_SAVE_STATE_CONFLICT,  /* see conflicts; all other fields go on being saved */
} VlgSaveState;

#define VLG_TYPE_SAVE_STATE (vlg_save_state_get_type ())
GType vlg_save_state_get_type (void);

#define VLG_TYPE_DRAFT (vlg_draft_get_type ())
G_DECLARE_FINAL_TYPE (VlgDraft, vlg_draft, VLG, DRAFT, GObject)

/**
 * VlgDraft:
 *
 * Widgets bind to the motion, in both directions, and change it by its setters and list functions; the draft watches it. It belongs to the main thread, where nothing of
 * it blocks. Properties, all read only: motion (VlgMotion, the same for life), save-state (VlgSaveState), save-error (GError boxed, NULL unless failed), findings (GListModel of
 * VlgFinding), n-findings (uint), n-blocking (uint), conflicts (GListModel of VlgConflict), can-undo, can-redo, frozen (boolean), profile (VlgProfile: the version the motion
 * was made under; NULL until it is read, moments after opening, where it is not today's), can-use-present (boolean).
 *
 * What happens in one turn of the main loop is one step to undo; typing in one text goes on the same step until it rests for a second.
 *
 * Signal `changed` (no arguments): something in the motion, or in a row of it, is different now.
 *
 * Signal `collect` (no arguments): the draft is about to look at the motion. An editor that has held back text (see vlg_draft_announce()) sets it now.
 */

/* Drafts @motion, which is stored in @office and was just loaded or made by it; earlier edits become undoable as soon as they are read. Caller owns. */
VlgDraft     *vlg_draft_new             (VlgOffice *office, VlgMotion *motion);
VlgOffice    *vlg_draft_get_office      (VlgDraft *self);
/* Borrowed. */
VlgMotion    *vlg_draft_get_motion      (VlgDraft *self);
VlgSaveState  vlg_draft_get_save_state  (VlgDraft *self);
/* A translated word or two for the header ("Saved", "Not saved: the disk is full"). Caller owns. */
char         *vlg_draft_get_save_label  (VlgDraft *self);
/* Borrowed; NULL unless the last save failed. */
const GError *vlg_draft_get_save_error  (VlgDraft *self);
/* (element-type VlgFinding) borrowed; recomputed when the typing rests. */
GListModel   *vlg_draft_get_findings    (VlgDraft *self);
/* What a button beside @finding is to say; NULL where only a person can mend it. Caller owns. */
char         *vlg_draft_get_mend        (VlgDraft *self, VlgFinding *finding);
/* Mends it, as one step to undo. FALSE where it is not found any more. */
gboolean      vlg_draft_mend            (VlgDraft *self, VlgFinding *finding);
/* (element-type VlgConflict) borrowed. */
GListModel   *vlg_draft_get_conflicts   (VlgDraft *self);

/* For editors that hold back text while keys come in: there is some. Starts the clock of the autosave as a change would. */
void          vlg_draft_announce        (VlgDraft *self);
/* The next change begins a step of its own (a text lost the focus, say). */
void          vlg_draft_end_step        (VlgDraft *self);
/* Changes from begin to end are one step, however many turns of the main loop they take; may be nested. */
void          vlg_draft_begin_group     (VlgDraft *self);
void          vlg_draft_end_group       (VlgDraft *self);
gboolean      vlg_draft_get_can_undo    (VlgDraft *self);
gboolean      vlg_draft_get_can_redo    (VlgDraft *self);
/* Takes the last step back. Returns the field it was about (of several the first), to jump to; VLG_FIELD_NONE where there is nothing to undo.
 * Steps that another writer's change, a signature or a confirmation has overtaken are no longer there. */
VlgField      vlg_draft_undo            (VlgDraft *self);
/* What the next undo takes back, told apart from all other steps as long as the program runs; 0: nothing. */
guint         vlg_draft_get_last_step   (VlgDraft *self);
/* The reverse. */
VlgField      vlg_draft_redo            (VlgDraft *self);

/* Whether the submitter has signed, here or in another program: only results, days of receipt and decision, signatories and stages can be changed, all else is refused. */
gboolean      vlg_draft_get_frozen      (VlgDraft *self);

/* The profile the motion was made under, whose catalogue, kinds and headings are its; see the property. Borrowed. */
VlgProfile   *vlg_draft_get_profile     (VlgDraft *self);
/* Whether the office's catalogue is another than the motion's, and the motion may still be moved to it: unsigned, not submitted. */
gboolean      vlg_draft_get_can_use_present (VlgDraft *self);
/* Moves the motion to the present catalogue, its ticks and goals with it, as one step to undo. FALSE where it cannot be. */
gboolean      vlg_draft_use_present     (VlgDraft *self);

/* Decide a conflict of this draft; each can be undone. */
void          vlg_draft_keep_mine       (VlgDraft *self, VlgConflict *conflict);
void          vlg_draft_take_theirs     (VlgDraft *self, VlgConflict *conflict);
/* @text: the joined text as the person left it, NULL for what vlg_conflict_join() proposes. */
void          vlg_draft_join            (VlgDraft *self, VlgConflict *conflict, const char *text);

/* Saves what is not saved, now, also after a failure ("Try again"). VLG_ERROR_CONFLICT while a conflict waits for a decision, or why the save failed; the changes are kept. */
void          vlg_draft_flush_async     (VlgDraft *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean      vlg_draft_flush_finish    (VlgDraft *self, GAsyncResult *result, GError **error);
/* Flushes and ends the work session: what changed since the last version becomes one. When it is done nothing is unsaved, also of what came meanwhile. On an error the draft is as before, and the window should stay. */
void          vlg_draft_close_async     (VlgDraft *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean      vlg_draft_close_finish    (VlgDraft *self, GAsyncResult *result, GError **error);
/* What is not saved is not to be saved: with @given_up nothing is written and nothing waits to be, so that its window can go; without, all is as it was before. */
void          vlg_draft_set_given_up    (VlgDraft *self, gboolean given_up);
gboolean      vlg_draft_get_given_up    (VlgDraft *self);
/* Flushes, then does a deed of vlg-stages.h to the motion, and shows the outcome in it. @remark, @origin: as there. */
void          vlg_draft_do_stage_async  (VlgDraft *self, VlgStageDeed deed, const char *remark, const char *origin,
                                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean      vlg_draft_do_stage_finish (VlgDraft *self, GAsyncResult *result, GError **error);

G_END_DECLS
