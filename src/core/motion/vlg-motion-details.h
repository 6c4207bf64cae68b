/* vlg-motion-details.h — what a list shows of a motion beyond its summary
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "vlg-day.h"

G_BEGIN_DECLS

/* Read only for rows that are looked at. Strings are never NULL unless it is said. */
typedef struct {
  gint64 id;             /* of the row */
  char *kind;            /* its key */
  char *submitter;
  char *responsible;
  char *body;            /* that of the next date, else the last of the sequence; "" for none */
  VlgDay received_on;
  gint64 changed_at;     /* instant */

  /* Of a search, as Pango markup with the words found in <b>; NULL where there is none. */
  char *number_markup;
  char *title_markup;
  char *excerpt;         /* the passage, for what the title and the number do not hold */
  char *place;           /* plain: where the passage stands, such as "Reasoning" */
} VlgMotionDetailsRecord;

#define VLG_TYPE_MOTION_DETAILS (vlg_motion_details_get_type ())
G_DECLARE_FINAL_TYPE (VlgMotionDetails, vlg_motion_details, VLG, MOTION_DETAILS, GObject)

/* Immutable. Takes over the strings of @record, NULL for "" where none may be missing. Caller owns. */
VlgMotionDetails             *vlg_motion_details_new        (const VlgMotionDetailsRecord *record);
/* Borrowed. */
const VlgMotionDetailsRecord *vlg_motion_details_get_record (VlgMotionDetails *self);
/* Whether both show the same; NULL is nothing to show. */
gboolean                      vlg_motion_details_equal      (VlgMotionDetails *a, VlgMotionDetails *b);

G_END_DECLS
