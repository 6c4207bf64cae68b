/* vlg-errand.h — a deed on its way from an office to its store and back
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-office.h"

G_BEGIN_DECLS

/**
 * VlgErrand:
 *
 * What a deed carries into the store's threads: who does it, the profile it is done under, and its arguments, each as far as the deed has one. It holds no office: the last
 * reference of that must not go in the store's own thread. Every member is owned.
 */
typedef struct {
  VlgActor *actor;
  GBytes *profile_json;
  GObject *object;
  VlgMotionNumber *number;
  char *uid;
  char *kind;
  char *origin;
  char *text;          /* a title, a name, a reason, a remark */
  char *template_uid;
  guint year;
  guint n;
  int which;           /* of an enumeration */
  gpointer more;       /* what fits none of these, freed with free_more */
  GDestroyNotify free_more;
} VlgErrand;

/* Caller owns. */
VlgErrand  *vlg_errand_new          (VlgOffice *office);
void        vlg_errand_free         (VlgErrand *self);
/* The profile, as an object of the calling thread's own: list models may be read in one thread at a time. Caller owns. */
VlgProfile *vlg_errand_load_profile (VlgErrand *self, GError **error);

/* Runs @job on the reader thread with @errand, which it takes over; the result goes with @result_free. @tag: the public function that began it. */
void        vlg_errand_read_async   (VlgErrand *errand, VlgOffice *office, gpointer tag, VlgStoreJob job, GDestroyNotify result_free,
                                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* The same on the writer thread. What was done counts as done, however late the caller gave up. */
void        vlg_errand_write_async  (VlgErrand *errand, VlgOffice *office, gpointer tag, VlgStoreJob job, GDestroyNotify result_free,
                                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* The job's result, owned by the caller; NULL may be one: look at @error. */
gpointer    vlg_errand_finish       (VlgOffice *office, gpointer tag, GAsyncResult *result, GError **error);
/* For a job without a result: FALSE with @error. */
gboolean    vlg_errand_finish_plain (VlgOffice *office, gpointer tag, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgErrand, vlg_errand_free)

G_END_DECLS
