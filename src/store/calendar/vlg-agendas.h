/* vlg-agendas.h — agendas of meetings, and those with which a body's begin; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-actor.h"
#include "vlg-agenda.h"
#include "vlg-db.h"
#include "vlg-meeting.h"

G_BEGIN_DECLS

/* The agenda of the meeting @uid, empty where it has none yet; @wording NULL: the German one. Caller owns; VLG_ERROR_NOT_FOUND. */
VlgAgenda  *vlg_agendas_load          (VlgDb *db, const char *uid, const VlgAgendaWording *wording, GError **error);
/* Whether one was ever stored for the meeting @uid, an empty one too; sets @some. */
gboolean    vlg_agendas_has           (VlgDb *db, const char *uid, gboolean *some, GError **error);
/* Writes the agenda of @meeting, which must be as it is stored (else VLG_ERROR_CONFLICT), and whose revision goes on by it. Texts must be normalised. An item with a motion and without its
 * consultation is given the one of the motion that is linked to the meeting. VLG_ERROR_FROZEN where the stored one is fixed and vlg_agenda_check_change() refuses, or the meeting was held and
 * it is no longer to be fixed. Fixing, and what changes in a fixed agenda, enters the journal. */
gboolean    vlg_agendas_save          (VlgDb *db, VlgMeeting *meeting, VlgAgenda *agenda, VlgActor *actor, GError **error);
/* The office's own standard agenda of a body (element-type VlgAgendaItem), in order; NULL without error where it has none. Caller owns. */
GListModel *vlg_agendas_load_standard (VlgDb *db, const char *body_uid, GError **error);
/* Stores it; @items NULL: the office has none any more. */
gboolean    vlg_agendas_save_standard (VlgDb *db, const char *body_uid, GListModel *items, VlgActor *actor, GError **error);

G_END_DECLS
