/* vlg-office-arms.h — the coat of arms in the head of the paper
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-office.h"

G_BEGIN_DECLS

/* A larger picture is refused. */
#define VLG_ARMS_LIMIT (2 * 1024 * 1024)

/* What the papers of @self show now, or NULL. Caller owns. */
GBytes  *vlg_office_dup_arms         (VlgOffice *self);
/* Takes the picture of @file, or @picture again, or with neither removes it. It prints on all papers from then on. */
void     vlg_office_set_arms_async   (VlgOffice *self, GFile *file, GBytes *picture, GAsyncReadyCallback callback, gpointer user_data);
/* VLG_ERROR_DAMAGED: no picture the program can draw; TOO_LARGE; errors of the disk. */
gboolean vlg_office_set_arms_finish  (VlgOffice *self, GAsyncResult *result, GError **error);
/* Reads it from the store, into the profile of the office; blocking, once at the start. */
gboolean vlg_office_load_arms        (VlgOffice *self, GError **error);

G_END_DECLS
