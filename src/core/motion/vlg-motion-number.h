/* vlg-motion-number.h — the Drucksachen-Nr. of a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define VLG_TYPE_MOTION_NUMBER (vlg_motion_number_get_type ())

/**
 * VlgMotionNumber:
 *
 * An immutable, reference-counted paper number. Two schemes are read: `KIND/serial/year[/origin]` (the origin may hold blanks and slashes:
 * `BV/002/2023/OR Mosig`, `FV/007/2019/LBF/GR`) and `year/serial[-suffix]` (`2015/0288-1`). Any other non-empty text up to 64 characters without line
 * end is kept verbatim as a number of foreign scheme with no parts.
 */
typedef struct _VlgMotionNumber VlgMotionNumber;

GType            vlg_motion_number_get_type    (void);
/* Makes `KIND/serial/year[/origin]`; @serial 1 to 99999 is padded to three digits, @origin may be NULL. VLG_ERROR_INVALID names the part that is wrong. Caller owns. */
VlgMotionNumber *vlg_motion_number_new         (const char *kind, guint serial, guint year, const char *origin, GError **error);
/* Reads a number; blanks around and around slashes are dropped, blanks inside the origin collapsed. Caller owns; NULL with VLG_ERROR_INVALID. */
VlgMotionNumber *vlg_motion_number_parse       (const char *text, GError **error);
VlgMotionNumber *vlg_motion_number_ref         (VlgMotionNumber *self);
void             vlg_motion_number_unref       (VlgMotionNumber *self);
/* The canonical spelling, unique in the ledger; owned by @self. */
const char      *vlg_motion_number_get_text    (const VlgMotionNumber *self);
/* NULL for a foreign scheme and `year/serial`. */
const char      *vlg_motion_number_get_kind    (const VlgMotionNumber *self);
/* 0 where there is none. */
guint            vlg_motion_number_get_serial  (const VlgMotionNumber *self);
guint            vlg_motion_number_get_year    (const VlgMotionNumber *self);
/* NULL where there is none. */
const char      *vlg_motion_number_get_origin  (const VlgMotionNumber *self);
const char      *vlg_motion_number_get_suffix  (const VlgMotionNumber *self);
gboolean         vlg_motion_number_equal       (const VlgMotionNumber *a, const VlgMotionNumber *b);
/* Year, then kind, serial, origin, suffix; foreign schemes last, by text. For qsort: below, at, above 0. */
int              vlg_motion_number_compare     (const VlgMotionNumber *a, const VlgMotionNumber *b);
/* Finds numbers of the first scheme in running text, in order, each once; a line break after a slash is bridged.
 * (element-type VlgMotionNumber), caller owns. */
GPtrArray       *vlg_motion_number_find_all    (const char *text);
/* A number found, and the bytes of the text it takes. */
typedef void (*VlgMotionNumberFunc) (VlgMotionNumber *number, gsize start, gsize end, gpointer user_data);
/* Calls @func for each number of the first scheme in running text, in order, repeated ones too. */
void             vlg_motion_number_foreach     (const char *text, VlgMotionNumberFunc func, gpointer user_data);
/* Where in @text the number begins that its end is writing ("siehe BV/02"): at least a kind and a slash. NULL where there is none; borrowed. */
const char      *vlg_motion_number_find_unfinished (const char *text);
/* A file name made of the number: slashes and blanks as '-' ("BV-422-2017-I-OB"). Caller owns. */
char            *vlg_motion_number_to_filename (const VlgMotionNumber *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgMotionNumber, vlg_motion_number_unref)

G_END_DECLS
