/* vlg-relation.h — a motion's reference to another
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-kinds.h"
#include "vlg-motion-number.h"

G_BEGIN_DECLS

#define VLG_TYPE_RELATION (vlg_relation_get_type ())
G_DECLARE_FINAL_TYPE (VlgRelation, vlg_relation, VLG, RELATION, GObject)

/* Immutable: the kind and the number of the other motion, which need not be in this database. */
VlgRelation     *vlg_relation_new        (VlgRelationKind kind, VlgMotionNumber *target);
VlgRelationKind  vlg_relation_get_kind   (VlgRelation *self);
/* Borrowed. */
VlgMotionNumber *vlg_relation_get_target (VlgRelation *self);

G_END_DECLS
