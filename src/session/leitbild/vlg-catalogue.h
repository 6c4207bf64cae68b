/* vlg-catalogue.h — the office's catalogue of the Leitbild, to and from a file
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-office.h"

G_BEGIN_DECLS

/* The name of a file decides: ".csv" is a table, ".json" is JSON. Blocking where nothing else is said. */

/* Writes the catalogue that is in force to @file, atomically. VLG_ERROR_INVALID for another ending; errors of the disk. */
gboolean     vlg_catalogue_export     (VlgOffice *office, GFile *file, GError **error);
/* Reads a catalogue and checks it. VLG_ERROR_INVALID names the line or place that is wrong. Caller owns. */
VlgLeitbild *vlg_catalogue_read       (GFile *file, GError **error);
/* The same without waiting for the disk. Caller owns. */
void         vlg_catalogue_read_async   (GFile *file, GAsyncReadyCallback callback, gpointer user_data);
VlgLeitbild *vlg_catalogue_read_finish  (GAsyncResult *result, GError **error);
/* Writes @leitbild to @file, atomically; errors as above. */
void         vlg_catalogue_write_async  (VlgLeitbild *leitbild, GFile *file, GAsyncReadyCallback callback, gpointer user_data);
gboolean     vlg_catalogue_write_finish (GAsyncResult *result, GError **error);
/* Makes @leitbild, valid from @from, part of a new version of the council profile; motions keep the version they were made under. VLG_ERROR_CONFLICT where a field or goal that
 * motions chose is left out, and where @base is not NULL and
 * the latest stored version is another one: somebody else saved meanwhile. VLG_ERROR_INVALID also where a version valid from a later day on is stored. */
void         vlg_catalogue_put_async  (VlgOffice *office, VlgLeitbild *leitbild, VlgLeitbild *base, VlgDay from, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean     vlg_catalogue_put_finish (VlgOffice *office, GAsyncResult *result, GError **error);

G_END_DECLS
