/* vlg-meetings.h — meetings in the store; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-actor.h"
#include "vlg-calendar-deed.h"
#include "vlg-db.h"
#include "vlg-meeting.h"

G_BEGIN_DECLS

/* Stores a new meeting (revision 0; VLG_ERROR_EXISTS where its uid is known, in the trash too) or a changed one, whose revision must be the stored one: VLG_ERROR_CONFLICT. VLG_ERROR_INVALID without body or day and for a state that cannot follow
 * the stored one; VLG_ERROR_EXISTS where another one has the number; VLG_ERROR_FROZEN for another day of one
 * that was held, for another day or the end of one with results or confirmations, or another body of one with consultations. With another day, its consultations go along; a new one is
 * linked to those unconfirmed that stand on its day before exactly its body with no meeting, where it is the only one. @undo: what was stored before comes back, whatever the states. @deed (may be NULL) gets what was done, caller owns.
 * Texts must be normalised. Sets the revision of @meeting. */
gboolean    vlg_meetings_save        (VlgDb *db, VlgMeeting *meeting, gboolean undo, VlgActor *actor, VlgCalendarDeed **deed, GError **error);
/* Caller owns; VLG_ERROR_NOT_FOUND, for one in the trash too. */
VlgMeeting *vlg_meetings_load        (VlgDb *db, const char *uid, GError **error);
/* The meetings from @from to @to (VLG_DAY_NONE: open) in the order of a calendar. (element-type VlgMeeting), caller owns. */
GPtrArray  *vlg_meetings_list        (VlgDb *db, VlgDay from, VlgDay to, GError **error);
/* The first @limit meetings of a body from @from on that take place; @body_uid may be NULL. (element-type VlgMeeting), caller owns. */
GPtrArray  *vlg_meetings_next        (VlgDb *db, const char *body, const char *body_uid, VlgDay from, guint limit, GError **error);
/* The meetings of a body on @day that take place. (element-type VlgMeeting), caller owns. */
GPtrArray  *vlg_meetings_find        (VlgDb *db, const char *body, const char *body_uid, VlgDay day, GError **error);
/* The number given last (by day) to a meeting of that body before @day; NULL without error where there is none. Caller owns. */
VlgMeetingNumber *vlg_meetings_last_number (VlgDb *db, const char *body, const char *body_uid, VlgDay day, GError **error);
/* Throws a meeting away that is planned or cancelled, as it was at its revision, or brings it back; sets the revision of @meeting. VLG_ERROR_FROZEN for one that was invited or held or has
 * results; VLG_ERROR_CONFLICT where it has another revision, where motions (outside the trash) stand on it, or somebody else wrote its agenda. */
gboolean    vlg_meetings_set_trashed (VlgDb *db, VlgMeeting *meeting, gboolean trashed, VlgActor *actor, GError **error);
/* Whether the meeting @uid lies in the trash; FALSE for one nobody knows. */
gboolean    vlg_meetings_is_trashed  (VlgDb *db, const char *uid, gboolean *trashed, GError **error);
/* How often the meeting changed in what an invited person has to hear of, and the instant what it says changed last, here or where it was imported from. */
gboolean    vlg_meetings_get_sequence (VlgDb *db, const char *uid, gint64 *sequence, gint64 *modified_at, GError **error);
/* Sets both, after an import. */
gboolean    vlg_meetings_set_sequence (VlgDb *db, const char *uid, gint64 sequence, gint64 modified_at, GError **error);
/* The secret of this database with which identities are keyed that leave the house without their meeting. Caller owns. */
GBytes     *vlg_meetings_get_key     (VlgDb *db, GError **error);
/* Whether a meeting and a consultation are of the same body: by uid, or by name where one of them has none. */
gboolean    vlg_meetings_same_body   (const char *body, const char *body_uid, const char *other, const char *other_uid);

G_END_DECLS
