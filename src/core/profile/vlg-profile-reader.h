/* vlg-profile-reader.h — reads values of profile JSON and knows where it is (private to profile/)
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "vlg-day.h"
#include "vlg-wall-time.h"

G_BEGIN_DECLS

/**
 * VlgProfileReader:
 *
 * Walks a tree of JSON and remembers the path, so that an error names the place ("bodies[2].name: missing"). After the first error every
 * further call returns an empty value and does nothing: callers check once at the end of a section.
 */
typedef struct {
  GString *path;   /* owned */
  GError  *error;  /* owned; the first error met */
} VlgProfileReader;

/* Called for each element of an array; @element is never NULL. */
typedef void (*VlgProfileElementFunc) (VlgProfileReader *reader, JsonObject *element, gpointer user_data);

void        vlg_profile_reader_init     (VlgProfileReader *reader);
void        vlg_profile_reader_clear    (VlgProfileReader *reader);
/* Sets the first error: "<path>.<member>: <what>"; @member may be NULL. */
void        vlg_profile_reader_fail     (VlgProfileReader *reader, const char *member, const char *what);
/* A normalised string. @required: it must be there and not blank; otherwise absent and null are "". Caller owns, NULL after an error. */
char       *vlg_profile_reader_string   (VlgProfileReader *reader, JsonObject *object, const char *member, gboolean required);
/* A list of normalised strings, none of them blank; absent and null are none. Caller owns, NULL after an error. */
char      **vlg_profile_reader_strings  (VlgProfileReader *reader, JsonObject *object, const char *member);
gboolean    vlg_profile_reader_boolean  (VlgProfileReader *reader, JsonObject *object, const char *member, gboolean fallback);
/* Whole numbers between 0 and 99999; absent and null are @fallback. */
guint       vlg_profile_reader_count    (VlgProfileReader *reader, JsonObject *object, const char *member, guint fallback);
/* Whole numbers from @least to @most; absent and null are @fallback. */
int         vlg_profile_reader_int      (VlgProfileReader *reader, JsonObject *object, const char *member, int least, int most, int fallback);
/* A time of day, `16:00`; absent and null are VLG_WALL_TIME_NONE. */
VlgWallTime vlg_profile_reader_time     (VlgProfileReader *reader, JsonObject *object, const char *member);
/* Whether the member is there and not null. */
gboolean    vlg_profile_reader_has      (VlgProfileReader *reader, JsonObject *object, const char *member);
/* `YYYY-MM-DD`; absent and null are VLG_DAY_NONE. */
VlgDay      vlg_profile_reader_day      (VlgProfileReader *reader, JsonObject *object, const char *member);
/* The nick of an enumeration; absent and null are @fallback, or an error where that is negative. */
int         vlg_profile_reader_nick     (VlgProfileReader *reader, JsonObject *object, const char *member, GType type, int fallback);
/* Enters a member that is an object; NULL when it is absent or wrong. Leave with vlg_profile_reader_leave() in either case. */
JsonObject *vlg_profile_reader_enter    (VlgProfileReader *reader, JsonObject *object, const char *member, gsize *mark);
void        vlg_profile_reader_leave    (VlgProfileReader *reader, gsize mark);
/* Calls @func for each element of the array @member, all of which must be objects; absent is empty unless @required. */
void        vlg_profile_reader_each     (VlgProfileReader *reader, JsonObject *object, const char *member, gboolean required,
                                         VlgProfileElementFunc func, gpointer user_data);

G_END_DECLS
