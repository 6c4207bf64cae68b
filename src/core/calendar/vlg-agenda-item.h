/* vlg-agenda-item.h — one item of an agenda
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-calendar-kinds.h"
#include "vlg-kinds.h"

G_BEGIN_DECLS

#define VLG_TYPE_AGENDA_ITEM (vlg_agenda_item_get_type ())
G_DECLARE_FINAL_TYPE (VlgAgendaItem, vlg_agenda_item, VLG, AGENDA_ITEM, GObject)

/* How deep items nest: 7, 7.1, 7.1.1, 7.1.1.1. */
#define VLG_AGENDA_DEPTHS 4

/**
 * VlgAgendaItem:
 *
 * Properties, all readable and writable, notified on change only: uid (string), number (string, "" until the meeting is invited, then what was printed),
 * depth (uint, 0 for the outermost; the items it lies in are those above it in the list), visibility (the part it stands in: non-public, or public for anything
 * else), kind, origin, removed (boolean), title, public-title (strings; what the public reads of a non-public item), motion-uid (string, NULL without motion),
 * motion-number (string, as printed beside the title), consultation-uid (string, the row of the motion's sequence), note (string).
 * Strings are never NULL but for uids. Position is the place in the agenda.
 */

/* With a fresh uid; public, outermost, regular, without motion. @title may be NULL. Caller owns. */
VlgAgendaItem   *vlg_agenda_item_new                  (const char *title);
const char      *vlg_agenda_item_get_uid              (VlgAgendaItem *self);
void             vlg_agenda_item_set_uid              (VlgAgendaItem *self, const char *uid);
const char      *vlg_agenda_item_get_number           (VlgAgendaItem *self);
void             vlg_agenda_item_set_number           (VlgAgendaItem *self, const char *number);
guint            vlg_agenda_item_get_depth            (VlgAgendaItem *self);
/* Below VLG_AGENDA_DEPTHS. */
void             vlg_agenda_item_set_depth            (VlgAgendaItem *self, guint depth);
VlgVisibility    vlg_agenda_item_get_visibility       (VlgAgendaItem *self);
void             vlg_agenda_item_set_visibility       (VlgAgendaItem *self, VlgVisibility visibility);
VlgAgendaKind    vlg_agenda_item_get_kind             (VlgAgendaItem *self);
void             vlg_agenda_item_set_kind             (VlgAgendaItem *self, VlgAgendaKind kind);
VlgAgendaOrigin  vlg_agenda_item_get_origin           (VlgAgendaItem *self);
void             vlg_agenda_item_set_origin           (VlgAgendaItem *self, VlgAgendaOrigin origin);
/* Taken off the agenda after the invitation: it keeps its place and number. */
gboolean         vlg_agenda_item_get_removed          (VlgAgendaItem *self);
void             vlg_agenda_item_set_removed          (VlgAgendaItem *self, gboolean removed);
const char      *vlg_agenda_item_get_title            (VlgAgendaItem *self);
void             vlg_agenda_item_set_title            (VlgAgendaItem *self, const char *title);
const char      *vlg_agenda_item_get_public_title     (VlgAgendaItem *self);
void             vlg_agenda_item_set_public_title     (VlgAgendaItem *self, const char *public_title);
const char      *vlg_agenda_item_get_motion_uid       (VlgAgendaItem *self);
void             vlg_agenda_item_set_motion_uid       (VlgAgendaItem *self, const char *motion_uid);
const char      *vlg_agenda_item_get_motion_number    (VlgAgendaItem *self);
void             vlg_agenda_item_set_motion_number    (VlgAgendaItem *self, const char *motion_number);
const char      *vlg_agenda_item_get_consultation_uid (VlgAgendaItem *self);
void             vlg_agenda_item_set_consultation_uid (VlgAgendaItem *self, const char *consultation_uid);
const char      *vlg_agenda_item_get_note             (VlgAgendaItem *self);
void             vlg_agenda_item_set_note             (VlgAgendaItem *self, const char *note);
/* A copy with the same uid. Caller owns. */
VlgAgendaItem   *vlg_agenda_item_copy                 (VlgAgendaItem *self);
/* A copy with a fresh uid, as an item of a standard agenda becomes one of a meeting's. Caller owns. */
VlgAgendaItem   *vlg_agenda_item_duplicate            (VlgAgendaItem *self);
gboolean         vlg_agenda_item_equal                (VlgAgendaItem *a, VlgAgendaItem *b);

G_END_DECLS
