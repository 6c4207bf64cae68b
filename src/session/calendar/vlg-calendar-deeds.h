/* vlg-calendar-deeds.h — what a person does in the calendar
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-agenda.h"
#include "vlg-calendar-deed.h"
#include "vlg-meeting-deeds.h"
#include "vlg-office.h"

G_BEGIN_DECLS

/* What changes the calendar gives what was done, to be shown and taken back as one; caller owns. Errors are those of vlg-meetings.h and vlg-meeting-deeds.h. */

VlgMeeting      *vlg_calendar_load_meeting_finish (VlgOffice *office, GAsyncResult *result, GError **error);
void             vlg_calendar_load_meeting_async  (VlgOffice *office, const char *uid, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* The next @limit meetings of a body from @from on, which the field of a date offers first; @body_uid may be NULL. (element-type VlgMeeting), caller owns. */
void             vlg_calendar_next_meetings_async  (VlgOffice *office, const char *body, const char *body_uid, VlgDay from, guint limit,
                                                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray       *vlg_calendar_next_meetings_finish (VlgOffice *office, GAsyncResult *result, GError **error);
/* What is linked to a meeting, by number. (element-type VlgCalendarEntry), caller owns. */
void             vlg_calendar_load_motions_async  (VlgOffice *office, const char *uid, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray       *vlg_calendar_load_motions_finish (VlgOffice *office, GAsyncResult *result, GError **error);

/* Stores a new or changed meeting; it must not be changed until it is done, and has its new revision after that. Texts are normalised. */
void             vlg_calendar_save_meeting_async  (VlgOffice *office, VlgMeeting *meeting, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
VlgCalendarDeed *vlg_calendar_save_meeting_finish (VlgOffice *office, GAsyncResult *result, GError **error);
/* Stores new meetings (element-type VlgMeeting) in one transaction, as a rule makes them for a year; where a body meets on a day already, none. (element-type VlgMeeting) those that were
 * made, caller owns. */
void             vlg_calendar_make_meetings_async  (VlgOffice *office, GPtrArray *meetings, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray       *vlg_calendar_make_meetings_finish (VlgOffice *office, GAsyncResult *result, GError **error);
/* The same with what was linked to them, to be taken back by vlg_calendar_undo_all_async(): one that motions came to is not thrown away. (element-type VlgCalendarDeed), caller owns. */
GPtrArray       *vlg_calendar_make_meetings_finish_deeds (VlgOffice *office, GAsyncResult *result, GError **error);
/* Takes deeds (element-type VlgCalendarDeed) back in one transaction, the last first. What was done by it, to be taken back in turn (element-type VlgCalendarDeed); caller owns. */
void             vlg_calendar_undo_all_async       (VlgOffice *office, GPtrArray *deeds, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray       *vlg_calendar_undo_all_finish      (VlgOffice *office, GAsyncResult *result, GError **error);
/* Throws meetings (element-type VlgMeeting) away, or brings them back: all or none; they have their new revisions after that. Errors of vlg_meetings_set_trashed(). */
void             vlg_calendar_trash_meetings_async  (VlgOffice *office, GPtrArray *meetings, gboolean trashed, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean         vlg_calendar_trash_meetings_finish (VlgOffice *office, GAsyncResult *result, GError **error);
void             vlg_calendar_move_meeting_async  (VlgOffice *office, const char *uid, gint64 revision, VlgDay day, VlgWallTime start, VlgWallTime end,
                                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
VlgCalendarDeed *vlg_calendar_move_meeting_finish (VlgOffice *office, GAsyncResult *result, GError **error);
void             vlg_calendar_cancel_meeting_async  (VlgOffice *office, const char *uid, gint64 revision, VlgCancelWay way, const char *to_meeting,
                                                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
VlgCalendarDeed *vlg_calendar_cancel_meeting_finish (VlgOffice *office, GAsyncResult *result, GError **error);
/* Links a consultation to a meeting, or (@to_meeting NULL) puts it on a day of its own, VLG_DAY_NONE for none. */
void             vlg_calendar_place_async         (VlgOffice *office, const char *consultation_uid, const char *to_meeting, VlgDay day,
                                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
VlgCalendarDeed *vlg_calendar_place_finish        (VlgOffice *office, GAsyncResult *result, GError **error);
void             vlg_calendar_undo_async          (VlgOffice *office, VlgCalendarDeed *deed, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
VlgCalendarDeed *vlg_calendar_undo_finish         (VlgOffice *office, GAsyncResult *result, GError **error);

/* The agenda of a meeting. Where it has none yet, one that begins with the body's standard agenda, the office's own before the profile's; nothing is stored by that. Caller owns. */
void             vlg_calendar_load_agenda_async   (VlgOffice *office, VlgMeeting *meeting, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
VlgAgenda       *vlg_calendar_load_agenda_finish  (VlgOffice *office, GAsyncResult *result, GError **error);
/* Stores a copy of @agenda as it is now. The meeting with its revision after that; caller owns. */
void             vlg_calendar_save_agenda_async   (VlgOffice *office, VlgMeeting *meeting, VlgAgenda *agenda, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
VlgMeeting      *vlg_calendar_save_agenda_finish  (VlgOffice *office, GAsyncResult *result, GError **error);
/* Stores the items (element-type VlgAgendaItem) as the body's standard agenda; NULL: the profile's holds again. */
void             vlg_calendar_save_standard_agenda_async  (VlgOffice *office, const char *body_uid, GListModel *items,
                                                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean         vlg_calendar_save_standard_agenda_finish (VlgOffice *office, GAsyncResult *result, GError **error);

G_END_DECLS
