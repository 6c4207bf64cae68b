/* vlg-body.h — a body (Gremium) of the municipality
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-body-calendar.h"
#include "vlg-day.h"
#include "vlg-kinds.h"

G_BEGIN_DECLS

#define VLG_TYPE_BODY (vlg_body_get_type ())
G_DECLARE_FINAL_TYPE (VlgBody, vlg_body, VLG, BODY, GObject)

/* Immutable. @seats 0: unknown. @visibility is the default of its consultations. @decides: may take final decisions. */
VlgBody      *vlg_body_new            (const char *uid, const char *name, const char *abbreviation, VlgBodyKind kind, guint seats,
                                       VlgVisibility visibility, gboolean decides, VlgDay valid_from, VlgDay valid_to);
const char   *vlg_body_get_uid          (VlgBody *self);
const char   *vlg_body_get_name         (VlgBody *self);
const char   *vlg_body_get_abbreviation (VlgBody *self);
VlgBodyKind   vlg_body_get_kind         (VlgBody *self);
guint         vlg_body_get_seats        (VlgBody *self);
VlgVisibility vlg_body_get_visibility   (VlgBody *self);
gboolean      vlg_body_get_decides      (VlgBody *self);
/* First and last day on which the body exists; VLG_DAY_NONE: open. */
VlgDay        vlg_body_get_valid_from   (VlgBody *self);
VlgDay        vlg_body_get_valid_to     (VlgBody *self);
/* VLG_DAY_NONE asks for no particular day: TRUE. */
gboolean      vlg_body_is_valid_on      (VlgBody *self, VlgDay day);
/* How it meets; NULL where the profile says nothing. Borrowed. */
VlgBodyCalendar *vlg_body_get_calendar  (VlgBody *self);
/* Only by whoever makes the body, before anybody else sees it. */
void          vlg_body_set_calendar     (VlgBody *self, VlgBodyCalendar *calendar);
/* The last day for @deadline before a meeting on @day; VLG_DAY_NONE where the body has no such term. */
VlgDay        vlg_body_compute_deadline (VlgBody *self, VlgDeadlineKind deadline, VlgDay day, const char *holiday_rule);

G_END_DECLS
