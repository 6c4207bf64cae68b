/* vlg-form-roles.h — names and roles as they stand under a form
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-profile.h"

G_BEGIN_DECLS

/* Splits a text that holds nothing but roles ("Vorsitzender des Stadtrates 1. Stellvertreter"), known from the profile or generally.
 * (element-type utf8), caller owns; NULL when anything else stands in it. */
GPtrArray *vlg_form_split_roles   (VlgProfile *profile, const char *text);
/* Whether the text could be one person's name. */
gboolean   vlg_form_is_name       (const char *text);
/* Splits names that stand beside each other into @n_names; each array element of @segments was set apart by a wide gap. @sure becomes FALSE when the
 * words do not come out even. (element-type utf8), caller owns; NULL when there are too few words. */
GPtrArray *vlg_form_split_names   (GPtrArray *segments, guint n_names, gboolean *sure);

G_END_DECLS
