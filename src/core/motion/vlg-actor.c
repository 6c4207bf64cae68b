/* vlg-actor.c — who sits at the program
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-actor.h"

#include <string.h>
#include <unistd.h>

struct _VlgActor
{
  GObject parent_instance;

  guint login_uid;
  char *name; /* owned */
};

G_DEFINE_FINAL_TYPE (VlgActor, vlg_actor, G_TYPE_OBJECT)

static void
vlg_actor_finalize (GObject *object)
{
  VlgActor *self = VLG_ACTOR (object);

  g_free (self->name);

  G_OBJECT_CLASS (vlg_actor_parent_class)->finalize (object);
}

static void
vlg_actor_class_init (VlgActorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vlg_actor_finalize;
}

static void
vlg_actor_init (VlgActor *self)
{
}

VlgActor *
vlg_actor_new (guint       login_uid,
               const char *name)
{
  VlgActor *self = g_object_new (VLG_TYPE_ACTOR, NULL);

  self->login_uid = login_uid;
  self->name = g_strdup (name ? name : "");

  return self;
}

VlgActor *
vlg_actor_new_for_login (void)
{
  const char *name = g_get_real_name ();
  g_autofree char *normal = NULL;

  /* GLib answers "Unknown" where the account has no real name. */
  if (name == NULL || *name == '\0' || strcmp (name, "Unknown") == 0)
    name = g_get_user_name ();

  normal = g_utf8_make_valid (name ? name : "", -1);

  return vlg_actor_new ((guint) getuid (), normal);
}

guint
vlg_actor_get_login_uid (VlgActor *self)
{
  g_return_val_if_fail (VLG_IS_ACTOR (self), 0);

  return self->login_uid;
}

const char *
vlg_actor_get_name (VlgActor *self)
{
  g_return_val_if_fail (VLG_IS_ACTOR (self), "");

  return self->name;
}
