/* vlg-month-layout.h — which chips stand on which day of a calendar
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "vlg-calendar-kinds.h"
#include "vlg-day.h"
#include "vlg-kinds.h"
#include "vlg-wall-time.h"

G_BEGIN_DECLS

typedef enum {
  VLG_CHIP_MEETING,
  VLG_CHIP_CONSULTATION, /* of a motion, on a day of its own: not linked to a meeting */
} VlgChipKind;

/**
 * VlgChipSource:
 * @kind: what it stands for
 * @uid: of the meeting or the consultation
 * @day: where it stands; one without a day is passed over
 * @start: when it begins, or none
 * @label: what it says: the body's abbreviation, or the number of the motion
 * @colour: of the body, "#rrggbb" or ""
 * @n_motions: how many motions stand on the meeting's agenda; 1 for a consultation
 * @visibility: non-public ones are marked
 * @state: of the meeting
 *
 * One thing to show. Strings are borrowed; the layout copies what it keeps.
 */
typedef struct {
  VlgChipKind      kind;
  const char      *uid;
  VlgDay           day;
  VlgWallTime      start;
  const char      *label;
  const char      *colour;
  guint            n_motions;
  VlgVisibility    visibility;
  VlgMeetingState  state;
} VlgChipSource;

/* A chip of a layout, with the fields of its source. Strings belong to the layout. */
typedef VlgChipSource VlgChip;

#define VLG_TYPE_MONTH_LAYOUT (vlg_month_layout_get_type ())

/**
 * VlgMonthLayout:
 *
 * An immutable, reference-counted value: days in a row, and the chips of each in the order in which they are drawn. A day has room for so many lines; what
 * does not fit is counted in a last line "+3".
 */
typedef struct _VlgMonthLayout VlgMonthLayout;

GType           vlg_month_layout_get_type     (void);
/**
 * vlg_month_layout_new:
 * @first: the first day
 * @n_days: how many days, 1 or more
 * @sources: (array length=n_sources): in any order; those of other days are passed over
 * @n_lines: how many lines a day has room for
 *
 * A pure function of its arguments: the order on a day is by beginning (without one first), then meetings before consultations, then label, then uid, so
 * that nothing jumps when something else changes. Meetings that are cancelled come last, for they are the first that may be hidden.
 *
 * Returns: (transfer full): the layout
 */
VlgMonthLayout *vlg_month_layout_new          (VlgDay first, guint n_days, const VlgChipSource *sources, guint n_sources, guint n_lines);
/* The same chips where there is room for another number of lines; @self itself where it is the same. Caller owns a reference. */
VlgMonthLayout *vlg_month_layout_with_lines   (VlgMonthLayout *self, guint n_lines);
VlgMonthLayout *vlg_month_layout_ref          (VlgMonthLayout *self);
void            vlg_month_layout_unref        (VlgMonthLayout *self);
VlgDay          vlg_month_layout_get_first    (const VlgMonthLayout *self);
guint           vlg_month_layout_get_n_days   (const VlgMonthLayout *self);
guint           vlg_month_layout_get_n_lines  (const VlgMonthLayout *self);
/* All chips of the day at @index, drawn or not. */
guint           vlg_month_layout_get_n_chips  (const VlgMonthLayout *self, guint index);
/* The first so many are drawn. */
guint           vlg_month_layout_get_n_shown  (const VlgMonthLayout *self, guint index);
/* How many are not: the n of "+n", 0 for no such line. That line takes the place of a chip, so n is 2 or more wherever there is room for a line at all. */
guint           vlg_month_layout_get_n_hidden (const VlgMonthLayout *self, guint index);
const VlgChip  *vlg_month_layout_get_chip     (const VlgMonthLayout *self, guint index, guint chip);
/* How many motions the day has, those that are hidden too. */
guint           vlg_month_layout_get_n_motions (const VlgMonthLayout *self, guint index);
/* Where the chip of @uid stands; FALSE where it does not. */
gboolean        vlg_month_layout_find         (const VlgMonthLayout *self, const char *uid, guint *index, guint *chip);
/* The next chip that is drawn in reading order, from the one at @index and @chip, forwards or backwards, over empty days; FALSE at the end. @chip -1 with
 * @forwards begins before the first of the day. For Ctrl+arrows. */
gboolean        vlg_month_layout_step         (const VlgMonthLayout *self, gboolean forwards, guint *index, int *chip);
gboolean        vlg_month_layout_equal        (const VlgMonthLayout *a, const VlgMonthLayout *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgMonthLayout, vlg_month_layout_unref)

G_END_DECLS
