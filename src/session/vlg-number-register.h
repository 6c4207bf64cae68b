/* vlg-number-register.h — the office's number register: look, reserve, void
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-office.h"
#include "vlg-register.h"

G_BEGIN_DECLS

/* All series there are numbers of, the newest year first; each origin's own where the profile counts so. (element-type VlgRegisterSeries), caller owns. */
void       vlg_number_register_list_series_async  (VlgOffice *office, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *vlg_number_register_list_series_finish (VlgOffice *office, GAsyncResult *result, GError **error);
/* The numbers of a series with its gaps; @origin NULL: of all origins. (element-type VlgRegisterEntry), caller owns. */
void       vlg_number_register_list_async     (VlgOffice *office, const char *kind, guint year, const char *origin,
                                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *vlg_number_register_list_finish    (VlgOffice *office, GAsyncResult *result, GError **error);
/* Voids a number that no motion bears, or one in the trash, which gives it up. VLG_ERROR_INVALID without a reason, VLG_ERROR_FROZEN for one in use or void already, VLG_ERROR_NOT_FOUND for one never drawn. */
void       vlg_number_register_void_async     (VlgOffice *office, VlgMotionNumber *number, const char *reason,
                                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean   vlg_number_register_void_finish    (VlgOffice *office, GAsyncResult *result, GError **error);
/* Reserves the next @n numbers (1 to 500) for @origin. (element-type VlgMotionNumber), caller owns. */
void       vlg_number_register_reserve_async  (VlgOffice *office, const char *kind, guint year, const char *origin, guint n,
                                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *vlg_number_register_reserve_finish (VlgOffice *office, GAsyncResult *result, GError **error);

/* Whether vlg_number_register_void_async() would void it: nobody bears it, or only a motion in the trash. */
gboolean    vlg_number_register_can_void        (const VlgRegisterEntry *entry);
/* "Reserved", "Issued", "Void", "Gap"; static. */
const char *vlg_number_register_get_state_label (const VlgRegisterEntry *entry);
/* A sentence that says what became of the number: its motion, whom it is kept for, why it is void, what a gap is. Caller owns. */
char       *vlg_number_register_explain         (const VlgRegisterEntry *entry);

G_END_DECLS
