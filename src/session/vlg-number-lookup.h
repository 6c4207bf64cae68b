/* vlg-number-lookup.h — what is known of a number: whose it is, how it goes on, who relates to it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-office.h"
#include "vlg-references.h"

G_BEGIN_DECLS

/* All three read only, on the reader thread: a cancelled one is interrupted. */

/* The motions that bear these numbers (canonical spelling). (element-type utf8 VlgReference) by number; caller owns. */
void        vlg_number_lookup_find_async      (VlgOffice *office, const char *const *numbers, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GHashTable *vlg_number_lookup_find_finish     (VlgOffice *office, GAsyncResult *result, GError **error);
/* At most VLG_NUMBER_LOOKUP_MOST numbers that begin with what was typed, the newest first. (element-type VlgReference), caller owns. */
#define VLG_NUMBER_LOOKUP_MOST 8
void        vlg_number_lookup_complete_async  (VlgOffice *office, const char *typed, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray  *vlg_number_lookup_complete_finish (VlgOffice *office, GAsyncResult *result, GError **error);
/* The motions that relate to @number. (element-type VlgReference), caller owns. */
void        vlg_number_lookup_incoming_async  (VlgOffice *office, const char *number, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray  *vlg_number_lookup_incoming_finish (VlgOffice *office, GAsyncResult *result, GError **error);

G_END_DECLS
