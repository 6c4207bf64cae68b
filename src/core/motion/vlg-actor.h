/* vlg-actor.h — who sits at the program
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define VLG_TYPE_ACTOR (vlg_actor_get_type ())
G_DECLARE_FINAL_TYPE (VlgActor, vlg_actor, VLG, ACTOR, GObject)

/* Immutable: the login uid and display name that every write records. */
VlgActor   *vlg_actor_new          (guint login_uid, const char *name);
/* The person of this login session. Caller owns. */
VlgActor   *vlg_actor_new_for_login (void);
guint       vlg_actor_get_login_uid (VlgActor *self);
const char *vlg_actor_get_name     (VlgActor *self);

G_END_DECLS
