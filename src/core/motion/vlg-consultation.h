/* vlg-consultation.h — one row of the consultation sequence
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-day.h"
#include "vlg-votes.h"

G_BEGIN_DECLS

#define VLG_TYPE_CONSULTATION (vlg_consultation_get_type ())
G_DECLARE_FINAL_TYPE (VlgConsultation, vlg_consultation, VLG, CONSULTATION, GObject)

/* Properties, all readable and writable, notified on change only: uid (string), body (string, the printed name),
 * body-uid (string, NULL for a body outside the profile), visibility, role, day (uint, VlgDay), votes (VlgVotes boxed), result,
 * result-wording (string, the record's own words), confirmed-by, confirmed-role (strings), confirmed-at (int64 instant, 0 none).
 * Position is the place in the motion's list. Strings are never NULL but for uids. */

/* With a fresh uid; no body, date, votes or result. */
VlgConsultation *vlg_consultation_new                (void);
const char      *vlg_consultation_get_uid            (VlgConsultation *self);
void             vlg_consultation_set_uid            (VlgConsultation *self, const char *uid);
const char      *vlg_consultation_get_body           (VlgConsultation *self);
void             vlg_consultation_set_body           (VlgConsultation *self, const char *body);
const char      *vlg_consultation_get_body_uid       (VlgConsultation *self);
void             vlg_consultation_set_body_uid       (VlgConsultation *self, const char *body_uid);
VlgVisibility    vlg_consultation_get_visibility     (VlgConsultation *self);
void             vlg_consultation_set_visibility     (VlgConsultation *self, VlgVisibility visibility);
VlgRole          vlg_consultation_get_role           (VlgConsultation *self);
void             vlg_consultation_set_role           (VlgConsultation *self, VlgRole role);
VlgDay           vlg_consultation_get_day            (VlgConsultation *self);
void             vlg_consultation_set_day            (VlgConsultation *self, VlgDay day);
/* Borrowed, valid until the next set. */
const VlgVotes  *vlg_consultation_get_votes          (VlgConsultation *self);
void             vlg_consultation_set_votes          (VlgConsultation *self, const VlgVotes *votes);
VlgResult        vlg_consultation_get_result         (VlgConsultation *self);
void             vlg_consultation_set_result         (VlgConsultation *self, VlgResult result);
const char      *vlg_consultation_get_result_wording (VlgConsultation *self);
void             vlg_consultation_set_result_wording (VlgConsultation *self, const char *wording);
const char      *vlg_consultation_get_confirmed_by   (VlgConsultation *self);
const char      *vlg_consultation_get_confirmed_role (VlgConsultation *self);
gint64           vlg_consultation_get_confirmed_at   (VlgConsultation *self);
/* Sets who confirmed the row, in which role, when (UTC microseconds); by NULL or "" clears all three. */
void             vlg_consultation_set_confirmation   (VlgConsultation *self, const char *by, const char *role, gint64 at);

G_END_DECLS
