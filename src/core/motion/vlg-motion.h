/* vlg-motion.h — a motion with everything on its form
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "vlg-annex.h"
#include "vlg-consultation.h"
#include "vlg-day.h"
#include "vlg-field.h"
#include "vlg-kinds.h"
#include "vlg-mark.h"
#include "vlg-motion-number.h"
#include "vlg-relation.h"
#include "vlg-signatory.h"

G_BEGIN_DECLS

#define VLG_TYPE_MOTION (vlg_motion_get_type ())
G_DECLARE_FINAL_TYPE (VlgMotion, vlg_motion, VLG, MOTION, GObject)

/**
 * VlgMotion:
 *
 * Properties, notified on change only: uid, number (VlgMotionNumber boxed, NULL for a draft without one), kind (string, "BV"), stage, visibility, relevance,
 * the text fields by their key with '-' for '_' (submitter … unrecognised), received-on, decided-on (uint, VlgDay), revision (int64),
 * profile-version (string, SHA-256 of the profile it was made under, NULL before it is stored).
 * A motion may be built in any thread and handed over; after that it belongs to one thread.
 */

/* A draft with a fresh uid, empty texts (texts are never NULL), stage draft, visibility undecided, relevance undecided, revision 0. */
VlgMotion       *vlg_motion_new              (void);
const char      *vlg_motion_get_uid          (VlgMotion *self);
void             vlg_motion_set_uid          (VlgMotion *self, const char *uid);
/* Borrowed; NULL for a draft without a number. */
VlgMotionNumber *vlg_motion_get_number       (VlgMotion *self);
void             vlg_motion_set_number       (VlgMotion *self, VlgMotionNumber *number);
/* The number's text or "". */
const char      *vlg_motion_get_number_text  (VlgMotion *self);
/* The key of the profile's kind ("BV"); follows the number when one is set. */
const char      *vlg_motion_get_kind         (VlgMotion *self);
void             vlg_motion_set_kind         (VlgMotion *self, const char *kind);
VlgStage         vlg_motion_get_stage        (VlgMotion *self);
void             vlg_motion_set_stage        (VlgMotion *self, VlgStage stage);
VlgVisibility    vlg_motion_get_visibility   (VlgMotion *self);
void             vlg_motion_set_visibility   (VlgMotion *self, VlgVisibility visibility);
VlgRelevance     vlg_motion_get_relevance    (VlgMotion *self);
void             vlg_motion_set_relevance    (VlgMotion *self, VlgRelevance relevance);
/* The text of a field for which vlg_field_is_text() holds; never NULL, borrowed. */
const char      *vlg_motion_get_text         (VlgMotion *self, VlgField field);
/* @text must be normalised (vlg_string_normalize()); NULL is "". */
void             vlg_motion_set_text         (VlgMotion *self, VlgField field, const char *text);
/* The text as a GRefString, for who keeps it beside a motion that goes on changing. Caller releases. */
char            *vlg_motion_ref_text         (VlgMotion *self, VlgField field);
/* Sets the text to that of @from without copying it, however long it is; the two motions may belong to different threads. */
void             vlg_motion_share_text       (VlgMotion *self, VlgField field, VlgMotion *from);
VlgDay           vlg_motion_get_received_on  (VlgMotion *self);
void             vlg_motion_set_received_on  (VlgMotion *self, VlgDay day);
VlgDay           vlg_motion_get_decided_on   (VlgMotion *self);
void             vlg_motion_set_decided_on   (VlgMotion *self, VlgDay day);
gint64           vlg_motion_get_revision     (VlgMotion *self);
void             vlg_motion_set_revision     (VlgMotion *self, gint64 revision);
/* The uids of the profile and catalogue versions the motion was made under; NULL before it is stored. */
const char      *vlg_motion_get_profile_version (VlgMotion *self);
void             vlg_motion_set_profile_version (VlgMotion *self, const char *sha256);

/* The children, in order; the models belong to the motion and may be edited with GListStore's functions. */
GListStore      *vlg_motion_get_consultations (VlgMotion *self);  /* VlgConsultation */
GListStore      *vlg_motion_get_annexes       (VlgMotion *self);  /* VlgAnnex */
GListStore      *vlg_motion_get_marks         (VlgMotion *self);  /* VlgMark */
GListStore      *vlg_motion_get_signatories   (VlgMotion *self);  /* VlgSignatory */
GListStore      *vlg_motion_get_relations     (VlgMotion *self);  /* VlgRelation */

/* What a person reads as the motion's state: withdrawn, then the result of the deciding consultation (see vlg_motion_get_deciding()): the recorded one or, without one, what its votes say
 * (a tie is a rejection), or adopted where only "decided on" is set; then in consultation once a released motion has a result or a date not in the future, else the stage. */
VlgState         vlg_motion_get_state         (VlgMotion *self);
/* The consultation that decides: the last with role decision, else the last of the sequence; NULL for an empty one. Borrowed. */
VlgConsultation *vlg_motion_get_deciding      (VlgMotion *self);
/* The day of the first dated consultation that has no result yet (a postponed row has had its day); VLG_DAY_NONE when there is none or the motion is decided. */
VlgDay           vlg_motion_get_next_day      (VlgMotion *self);
/* A deep copy with the same uids. Caller owns. */
VlgMotion       *vlg_motion_copy              (VlgMotion *self);
/* A new draft like this one, all uids fresh: kind, visibility, texts, Leitbild, annexes (files by reference) and the planned sequence. Not what became of it (number, stage, days,
 * votes, results, confirmations, signatories, relations) and not what belongs to an imported paper (its file, what was not recognised in it). Caller owns. */
VlgMotion       *vlg_motion_duplicate        (VlgMotion *self);
/* Only its planned sequence: bodies, visibility and roles in order. Caller owns. */
VlgMotion       *vlg_motion_duplicate_sequence (VlgMotion *self);
/* Whether all fields and children are equal (revision and profile version aside). */
gboolean         vlg_motion_equal             (VlgMotion *a, VlgMotion *b);

G_END_DECLS
