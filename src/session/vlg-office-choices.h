/* vlg-office-choices.h — what an office decides about its papers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-office.h"

G_BEGIN_DECLS

/* Choices are stored in the database, so that all who work with it print alike, and followed when another changes them: see vlg-paper-choices.h for what they are now. */

/* Whether papers have a page with the rationales of their fields of action. */
void     vlg_office_set_prints_rationales_async  (VlgOffice *self, gboolean prints, GAsyncReadyCallback callback, gpointer user_data);
/* Errors of the disk; the choice is then what it was. */
gboolean vlg_office_set_prints_rationales_finish (VlgOffice *self, GAsyncResult *result, GError **error);
/* Reads the choices from the store, into the profile of the office; blocking, once at the start. */
gboolean vlg_office_load_choices                 (VlgOffice *self, GError **error);
/* The same without waiting, when the store has changed. */
void     vlg_office_follow_choices               (VlgOffice *self);

G_END_DECLS
