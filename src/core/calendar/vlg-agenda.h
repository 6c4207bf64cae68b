/* vlg-agenda.h — the agenda of a meeting
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "vlg-agenda-item.h"
#include "vlg-agenda-numbering.h"

G_BEGIN_DECLS

#define VLG_TYPE_AGENDA (vlg_agenda_get_type ())
G_DECLARE_FINAL_TYPE (VlgAgenda, vlg_agenda, VLG, AGENDA, GObject)

/**
 * VlgAgenda:
 *
 * The items of a meeting in order, and the rules by which they change. Until the meeting is invited anything may be moved and the numbers follow. The invitation names
 * what will be dealt with and in which order (agenda and minutes: § 58 (1) no. 3 KVG LSA; that it is announced beforehand: § 52 (4) KVG LSA as quoted in Landtag
 * paper 7/1686), so from then on the order and the numbers are fixed: items come in as addendum or urgent item with a number of their own, and one taken off keeps its place.
 *
 * Resolutions of a non-public part are announced once the public is back (§ 50 (2) GO LSA, read there; second-hand for its successor § 52 KVG LSA). So after a
 * non-public part the item for it appears by itself, unless the agenda has one; with the invitation it becomes an item like the others.
 *
 * Property: fixed (boolean, read only). The list tells what changes in it, an item what changes in the item.
 */

/* One line of an agenda as it is read. */
typedef struct {
  char            *number;        /* owned; "Ö 7.1" */
  char            *title;         /* owned */
  char            *motion_number; /* owned; "" for none */
  char            *item_uid;      /* owned; NULL for what appeared by itself */
  guint            depth;
  gboolean         non_public;
  gboolean         removed;
  VlgAgendaOrigin  origin;
} VlgAgendaLine;

/* Empty; @wording NULL is vlg_agenda_wording_new(). Caller owns. */
VlgAgenda  *vlg_agenda_new            (const VlgAgendaWording *wording);
/* Begins with copies (fresh uids) of the items (VlgAgendaItem) of a body's standard agenda, which may be NULL. Caller owns. */
VlgAgenda  *vlg_agenda_new_standard   (GListModel *standard, const VlgAgendaWording *wording);
/* As it was stored: takes references to @items (element-type VlgAgendaItem), in order. Caller owns. */
VlgAgenda  *vlg_agenda_new_stored     (GPtrArray *items, gboolean fixed, const VlgAgendaWording *wording);
/* (element-type VlgAgendaItem) borrowed. Titles and notes may be set on the items at any time. */
GListModel *vlg_agenda_get_items      (VlgAgenda *self);
const VlgAgendaWording *vlg_agenda_get_wording (VlgAgenda *self);
gboolean    vlg_agenda_get_fixed      (VlgAgenda *self);
/* The meeting is invited: every item gets its number for good, and the announcement becomes an item where there is to be one. */
void        vlg_agenda_fix            (VlgAgenda *self);
/* The invitation is taken back: numbers follow the order again. */
void        vlg_agenda_unfix          (VlgAgenda *self);
/* Whether the agenda may become @changed: anything may until it is fixed; then every item stays, in its order, with its number, depth, part and origin, and only addenda and urgent items
 * come in. VLG_ERROR_FROZEN. */
gboolean    vlg_agenda_check_change   (VlgAgenda *self, VlgAgenda *changed, GError **error);
/* The number of each item today. Caller owns (g_strfreev()). */
char      **vlg_agenda_dup_numbers    (VlgAgenda *self);

/* Puts @item at @position. VLG_ERROR_FROZEN once the agenda is fixed. */
gboolean    vlg_agenda_insert         (VlgAgenda *self, guint position, VlgAgendaItem *item, GError **error);
/* Puts @item below the item at @parent as the last, or at the end of its part where @parent is -1. Once the agenda is fixed only addenda and urgent items come in
 * (else VLG_ERROR_FROZEN) and get their number at once. Returns its position, -1 on error. */
int         vlg_agenda_add            (VlgAgenda *self, int parent, VlgAgendaItem *item, GError **error);
/* Puts the item of a motion where motions go: below the heading for information where @role says so, else below that for decisions, in the part of @item; without such
 * a heading at the end of the part. Else as vlg_agenda_add(). */
int         vlg_agenda_add_motion     (VlgAgenda *self, VlgAgendaItem *item, VlgRole role, GError **error);
/* Moves the item at @from and those below it so that it stands at @to. VLG_ERROR_FROZEN once the agenda is fixed. */
gboolean    vlg_agenda_move           (VlgAgenda *self, guint from, guint to, GError **error);
/* Sets the depth of the item at @position, and moves those below it along; as deep as the item above allows. VLG_ERROR_FROZEN once the agenda is fixed. */
gboolean    vlg_agenda_indent         (VlgAgenda *self, guint position, guint depth, GError **error);
/* Takes the item at @position and those below it off the agenda: out of the list, or marked as removed once the agenda is fixed. */
void        vlg_agenda_remove         (VlgAgenda *self, guint position);
/* Puts an item marked as removed, and those below it, back. */
void        vlg_agenda_restore        (VlgAgenda *self, guint position);

/* What is printed, in order. The public edition has of an item that is not public (undecided ones too) its public title or, without one, the wording for what is withheld, and never a
 * motion's number. (element-type VlgAgendaLine), caller owns. */
GPtrArray  *vlg_agenda_dup_lines      (VlgAgenda *self, VlgEdition edition);
void        vlg_agenda_line_free      (VlgAgendaLine *line);

G_END_DECLS
