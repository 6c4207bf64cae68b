/* vlg-profiles.h — versioned profiles in the store; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-db.h"
#include "vlg-profile.h"

G_BEGIN_DECLS

/* Writes @profile as a version valid from @valid_from unless the newest one has its SHA-256. */
gboolean    vlg_profiles_put     (VlgDb *db, VlgProfile *profile, VlgDay valid_from, GError **error);
/* The version in force today; NULL without error where none was stored. Caller owns. */
VlgProfile *vlg_profiles_current (VlgDb *db, GError **error);
/* The SHA-256 of the version in force today; NULL without error for none. Caller owns. */
char       *vlg_profiles_current_version (VlgDb *db, GError **error);
/* A time during which a version was in force, as it is known today. */
typedef struct {
  VlgProfile *profile;
  VlgDay      from;
} VlgProfileTime;
/* All versions that bring another catalogue than the one before them, the latest first. (element-type VlgProfileTime), caller owns. */
GPtrArray  *vlg_profiles_list    (VlgDb *db, GError **error);
/* A given version. Caller owns; VLG_ERROR_NOT_FOUND. */
VlgProfile *vlg_profiles_load    (VlgDb *db, const char *sha256, GError **error);
/* The version @sha256, NULL for the one in force today, kept by the connection and borrowed from it: for the checks beside each write.
 * NULL without error where none is stored. */
VlgProfile *vlg_profiles_keep    (VlgDb *db, const char *sha256, GError **error);

G_END_DECLS
