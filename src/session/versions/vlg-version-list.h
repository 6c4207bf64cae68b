/* vlg-version-list.h — the versions of a motion: listed, read, restored
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-draft.h"
#include "vlg-office.h"

G_BEGIN_DECLS

#define VLG_TYPE_VERSION (vlg_version_get_type ())
G_DECLARE_FINAL_TYPE (VlgVersion, vlg_version, VLG, VERSION, GObject)

/* Immutable; properties title, subtitle (strings) for rows of a list. */

const char *vlg_version_get_uid      (VlgVersion *self);
/* Counted from 1 within its motion, the oldest first. */
guint       vlg_version_get_number   (VlgVersion *self);
/* UTC microseconds. */
gint64      vlg_version_get_at       (VlgVersion *self);
const char *vlg_version_get_actor    (VlgVersion *self);
/* A translated word for what made it ("Saved", "Submitted"). Static. */
const char *vlg_version_get_deed     (VlgVersion *self);
/* "Version 3 · Submitted". */
const char *vlg_version_get_title    (VlgVersion *self);
/* When, in local time, and who. */
const char *vlg_version_get_subtitle (VlgVersion *self);

/* The versions of the motion @uid, the newest first. (element-type VlgVersion), caller owns. */
void        vlg_version_list_async   (VlgOffice *office, const char *uid, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GListModel *vlg_version_list_finish  (VlgOffice *office, GAsyncResult *result, GError **error);
/* Blocking, for the command line. */
GListModel *vlg_version_list         (VlgOffice *office, const char *uid, GError **error);
/* The version a consultation met with, "what did the committee see?": the last one made before the end of the consultation's day in local time, or, where it is confirmed earlier than
 * that, before the confirmation. NULL where there was none yet or the row has no day. Borrowed from @versions (newest first). */
VlgVersion *vlg_version_list_find_seen (GListModel *versions, VlgConsultation *row);

/* The motion as it was in the version @uid. Caller owns; VLG_ERROR_NOT_FOUND. */
void        vlg_version_load_async   (VlgOffice *office, const char *uid, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
VlgMotion  *vlg_version_load_finish  (VlgOffice *office, GAsyncResult *result, GError **error);
VlgMotion  *vlg_version_load         (VlgOffice *office, const char *uid, GError **error);

/* Makes the motion of @draft again what it was in version @uid, as one step to undo and as a new version; what was written until now becomes a version before. What happened since stays
 * as it happened: number, kind, stage, receipt, the decision's day, signatories, and of each consultation date, votes, result and confirmation once one of them is recorded.
 * VLG_ERROR_FROZEN where the motion is signed. */
void        vlg_version_restore_async  (VlgDraft *draft, const char *uid, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* Sentences about what was left as it is, none where all is as it was. Caller owns; NULL on error. */
GStrv       vlg_version_restore_finish (VlgDraft *draft, GAsyncResult *result, GError **error);

G_END_DECLS
