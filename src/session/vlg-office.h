/* vlg-office.h — the open office: store, profile and the person at the program
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "vlg-actor.h"
#include "vlg-checks.h"
#include "vlg-motion.h"
#include "vlg-profile.h"
#include "vlg-spelling.h"
#include "vlg-store.h"

G_BEGIN_DECLS

typedef enum {
  VLG_EXPORT_DEFAULT      = 0,
  VLG_EXPORT_PUBLIC       = 1 << 0,  /* without what is not public */
  VLG_EXPORT_WITH_ANNEXES = 1 << 1,  /* the pages of annexes that are PDF behind their headings */
} VlgExportFlags;

#define VLG_TYPE_OFFICE (vlg_office_get_type ())
G_DECLARE_FINAL_TYPE (VlgOffice, vlg_office, VLG, OFFICE, GObject)

/* Everything a person can do goes through an office; it is handed down, never global. Signal `changed`: stored motions changed, by this process or another.
 * Property profile (VlgProfile, read only): the version in force today; it is notified when another one came into force, whoever stored it. */

/* Takes a reference on an open @store; loads its profile, storing the default one in a new database. Blocking: called once at start. Caller owns. */
VlgOffice  *vlg_office_new              (VlgStore *store, VlgActor *actor, GError **error);
VlgStore   *vlg_office_get_store        (VlgOffice *self);
/* Borrowed, for the main thread; what was once given out lives as long as the office. */
VlgProfile *vlg_office_get_profile      (VlgOffice *self);
/* For any thread. Caller owns. */
VlgProfile *vlg_office_ref_profile      (VlgOffice *self);
VlgActor   *vlg_office_get_actor        (VlgOffice *self);
/* The dictionary of the person at the program; made when it is first asked for, which costs nothing yet. Borrowed. */
VlgSpelling *vlg_office_get_spelling    (VlgOffice *self);

void        vlg_office_load_motion_async  (VlgOffice *self, const char *uid, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
VlgMotion  *vlg_office_load_motion_finish (VlgOffice *self, GAsyncResult *result, GError **error);
/* A new empty draft of @kind; @origin and @title (normalised) may be NULL. See vlg-new-motion.h. */
void        vlg_office_create_motion_async  (VlgOffice *self, const char *kind, const char *origin, const char *title, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
VlgMotion  *vlg_office_create_motion_finish (VlgOffice *self, GAsyncResult *result, GError **error);
/* Trash, or back out of it (undo). */
void        vlg_office_trash_async        (VlgOffice *self, const char *uid, gboolean trashed, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean    vlg_office_trash_finish       (VlgOffice *self, GAsyncResult *result, GError **error);
/* Writes the paper of a stored motion as PDF to @file, atomically, in a worker thread. */
void        vlg_office_export_async       (VlgOffice *self, const char *uid, GFile *file, VlgExportFlags flags, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean    vlg_office_export_finish      (VlgOffice *self, GAsyncResult *result, GError **error);
/* Streams the stored file of an annex (the imported original, say) to @file, atomically. */
void        vlg_office_extract_annex_async  (VlgOffice *self, VlgAnnex *annex, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean    vlg_office_extract_annex_finish (VlgOffice *self, GAsyncResult *result, GError **error);
/* The day the paper of @motion shows as "Entwurf, Stand …": today for a draft, VLG_DAY_NONE once it was submitted. */
VlgDay      vlg_office_get_paper_day      (VlgMotion *motion);
/* Blocking twins for the command line. Callers own. */
/* @number may be the uid of a motion that bears no number. */
VlgMotion  *vlg_office_find_motion        (VlgOffice *self, const char *number, GError **error);
/* The profile version @motion was made under; the office's own where the store has no other. Blocking, any thread. Caller owns. */
VlgProfile *vlg_office_load_profile       (VlgOffice *self, VlgMotion *motion);
/* The same for the main thread, where it was read before or is today's; NULL where vlg_office_read_profile_async() has to read it. Borrowed. */
VlgProfile *vlg_office_find_profile       (VlgOffice *self, const char *version);
/* Reads the profile version @version. Borrowed; it lives as long as the office. */
void        vlg_office_read_profile_async  (VlgOffice *self, const char *version, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
VlgProfile *vlg_office_read_profile_finish (VlgOffice *self, GAsyncResult *result, GError **error);
gboolean    vlg_office_export             (VlgOffice *self, VlgMotion *motion, GFile *file, VlgExportFlags flags, GCancellable *cancellable, GError **error);

G_END_DECLS
