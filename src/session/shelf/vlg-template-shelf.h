/* vlg-template-shelf.h — the office's templates and standard sequences: list, save, rename, remove
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-office.h"
#include "vlg-template.h"

G_BEGIN_DECLS

/* All of @part by name, without their content. (element-type VlgTemplate), caller owns. */
void         vlg_template_shelf_list_async    (VlgOffice *office, VlgTemplatePart part, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray   *vlg_template_shelf_list_finish   (VlgOffice *office, GAsyncResult *result, GError **error);
/* With its content. VLG_ERROR_NOT_FOUND. Caller owns. */
void         vlg_template_shelf_load_async    (VlgOffice *office, const char *uid, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
VlgTemplate *vlg_template_shelf_load_finish   (VlgOffice *office, GAsyncResult *result, GError **error);
/* Keeps the motion @motion_uid, as it is stored, or its sequence under @name. VLG_ERROR_INVALID for an empty name or sequence. */
void         vlg_template_shelf_save_async    (VlgOffice *office, VlgTemplatePart part, const char *name, const char *motion_uid,
                                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* Puts one back that was removed or replaced. */
void         vlg_template_shelf_put_async     (VlgOffice *office, VlgTemplate *template, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* Of both: FALSE with @error; @replaced (may be NULL) gets the one of the same name that made way, or NULL. Caller owns. */
gboolean     vlg_template_shelf_put_finish    (VlgOffice *office, GAsyncResult *result, VlgTemplate **replaced, GError **error);
/* VLG_ERROR_EXISTS where another has the name. */
void         vlg_template_shelf_rename_async  (VlgOffice *office, const char *uid, const char *name, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean     vlg_template_shelf_rename_finish (VlgOffice *office, GAsyncResult *result, GError **error);
/* The one that was removed, to be put back. Caller owns. */
void         vlg_template_shelf_remove_async  (VlgOffice *office, const char *uid, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
VlgTemplate *vlg_template_shelf_remove_finish (VlgOffice *office, GAsyncResult *result, GError **error);

G_END_DECLS
