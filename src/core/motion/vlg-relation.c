/* vlg-relation.c — a motion's reference to another
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-relation.h"

struct _VlgRelation
{
  GObject parent_instance;

  VlgRelationKind kind;
  VlgMotionNumber *target; /* owned */
};

G_DEFINE_FINAL_TYPE (VlgRelation, vlg_relation, G_TYPE_OBJECT)

static void
vlg_relation_finalize (GObject *object)
{
  VlgRelation *self = VLG_RELATION (object);

  g_clear_pointer (&self->target, vlg_motion_number_unref);

  G_OBJECT_CLASS (vlg_relation_parent_class)->finalize (object);
}

static void
vlg_relation_class_init (VlgRelationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vlg_relation_finalize;
}

static void
vlg_relation_init (VlgRelation *self)
{
}

VlgRelation *
vlg_relation_new (VlgRelationKind  kind,
                  VlgMotionNumber *target)
{
  VlgRelation *self;

  g_return_val_if_fail (target != NULL, NULL);

  self = g_object_new (VLG_TYPE_RELATION, NULL);
  self->kind = kind;
  self->target = vlg_motion_number_ref (target);

  return self;
}

VlgRelationKind
vlg_relation_get_kind (VlgRelation *self)
{
  g_return_val_if_fail (VLG_IS_RELATION (self), VLG_RELATION_MENTIONS);

  return self->kind;
}

VlgMotionNumber *
vlg_relation_get_target (VlgRelation *self)
{
  g_return_val_if_fail (VLG_IS_RELATION (self), NULL);

  return self->target;
}
