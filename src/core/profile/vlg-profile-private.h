/* vlg-profile-private.h — the inside of a profile, shared by the type and its reading (private to profile/)
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "vlg-profile.h"
#include "vlg-profile-reader.h"

G_BEGIN_DECLS

struct _VlgProfile {
  GObject parent_instance;

  /* owned */
  GBytes *json;
  char *sha256;
  char *name;
  char *municipality;
  char *language;
  char *holiday_rule;
  char *labels[VLG_N_FIELDS];
  char *headings[VLG_N_HEADINGS];
  GPtrArray *kinds;
  GListStore *bodies;
  GHashTable *bodies_by_name;  /* folded name → borrowed VlgBody */
  GHashTable *bodies_by_uid;   /* borrowed uid → borrowed VlgBody */
  VlgLeitbild *leitbild;
  GListStore *signatories;
  GPtrArray *school_holidays;
  VlgAgendaWording *agenda_wording;

  GMutex mutex;
  GBytes *coat_of_arms;        /* guarded by the mutex; or NULL */
  int prints_rationales;       /* atomic */

  guint councillors;
  guint annex_megabytes;
  VlgNumberTime number_time;
  guint mayor_votes : 1;
  guint serial_per_origin : 1;
  guint paper_head : 1;
  guint paper_foot : 1;
};

/* Fills a fresh @self from the root of profile JSON; VLG_ERROR_INVALID names the place that is wrong, VLG_ERROR_NEWER an unknown format. */
gboolean vlg_profile_read      (VlgProfile *self, JsonObject *root, GError **error);
/* The catalogue in the member "fields" of @object, NULL for an empty one. Caller owns; look at the error of @reader. */
VlgLeitbild *vlg_profile_read_fields (VlgProfileReader *reader, JsonObject *object);
/* How a body meets, from the members "colour", "mandatory_for", "meetings", "deadlines" and "agenda" of @object; NULL where it has none of them. Caller owns. */
VlgBodyCalendar *vlg_profile_read_body_calendar (VlgProfileReader *reader, JsonObject *object);
/* School holidays and the words of agendas, from the root. */
void     vlg_profile_read_calendar (VlgProfile *self, VlgProfileReader *reader, JsonObject *root);
/* What a body's name is found under: folded, blanks collapsed. Caller owns. */
char    *vlg_profile_fold_name (const char *name);

G_END_DECLS
