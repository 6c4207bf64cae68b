/* vlg-register.h — the number register: every number of a series, and why it is what it is; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-actor.h"
#include "vlg-db.h"
#include "vlg-ledger.h"

G_BEGIN_DECLS

/* A series there are numbers of. */
typedef struct {
  char *kind;
  guint year;
  char *origin;            /* whose own series it is, NULL where all origins share one */
  guint n_numbers;
  guint last_serial;
} VlgRegisterSeries;

/* A number of a series, or a run of serials that were never drawn. */
typedef struct {
  char *number;            /* NULL for a gap */
  guint serial;            /* of a gap the first */
  guint last_serial;       /* of a gap the last, else @serial */
  VlgLedgerState state;    /* meaningless for a gap */
  char *reason;            /* why it is void, else "" */
  char *motion_uid;        /* whose it is or was; NULL: nobody's (yet) */
  char *title;             /* of that motion, "" for none */
  char *origin;            /* whom it was drawn or reserved for, "" for none or a gap */
  gboolean trashed;        /* that motion is in the trash */
  gint64 changed_at;       /* instant; 0 for a gap */
} VlgRegisterEntry;

/* All series, the newest year first, then by kind; @per_origin: where the profile counts so, each origin's own. (element-type VlgRegisterSeries), caller owns. */
GPtrArray *vlg_register_list_series (VlgDb *db, gboolean per_origin, GError **error);
/* The series of @kind in @year, by serial, its gaps among them; with @origin that origin's own series. (element-type VlgRegisterEntry), caller owns. */
GPtrArray *vlg_register_list        (VlgDb *db, const char *kind, guint year, const char *origin, GError **error);
/* Voids a number nobody uses, with a reason, which the journal proves; a motion in the trash gives it up. VLG_ERROR_FROZEN where another motion bears it: that is to be withdrawn. */
gboolean   vlg_register_void        (VlgDb *db, VlgMotionNumber *number, const char *reason, VlgActor *actor, GError **error);
/* Reserves the next @n numbers (1 to 500) of the series for @origin. (element-type VlgMotionNumber), caller owns. */
GPtrArray *vlg_register_reserve     (VlgDb *db, VlgProfile *profile, const char *kind, guint year, const char *origin, guint n, VlgActor *actor, GError **error);

G_END_DECLS
