/* vlg-leitbild.h — the council's catalogue of fields of action and goals
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A goal: code ("M01") and text; the text is "" until the council enters it, none is ever invented. */
typedef struct {
  char *code;
  char *text;
  gboolean retired;   /* not offered any more; kept for the motions that name it */
  char **replaces;    /* the old codes it stands for now; NULL-terminated, never NULL */
} VlgGoal;

#define VLG_TYPE_ACTION_FIELD (vlg_action_field_get_type ())
G_DECLARE_FINAL_TYPE (VlgActionField, vlg_action_field, VLG, ACTION_FIELD, GObject)

/* A field of action (Handlungsfeld). Immutable. */
/* @goals: (element-type VlgGoal), taken over. */
VlgActionField  *vlg_action_field_new         (const char *key, const char *name, const char *letter, const char *colour, GPtrArray *goals);
/* The same with the keys of the fields it stands for now, because it was renamed or they were joined into it; NULL for none. */
VlgActionField  *vlg_action_field_new_replacing (const char *key, const char *name, const char *letter, const char *colour, GPtrArray *goals, const char * const *replaces);
/* Never NULL; NULL-terminated, borrowed. */
const char * const *vlg_action_field_get_replaces (VlgActionField *self);
const char      *vlg_action_field_get_key     (VlgActionField *self);
const char      *vlg_action_field_get_name    (VlgActionField *self);
const char      *vlg_action_field_get_letter  (VlgActionField *self);
const char      *vlg_action_field_get_colour  (VlgActionField *self);
guint            vlg_action_field_get_n_goals (VlgActionField *self);
/* Borrowed. */
const VlgGoal   *vlg_action_field_get_goal    (VlgActionField *self, guint index);
VlgGoal         *vlg_goal_new                 (const char *code, const char *text);
/* Caller owns. */
VlgGoal         *vlg_goal_copy                (const VlgGoal *self);
/* NULL for none. */
void             vlg_goal_set_replaces        (VlgGoal *self, const char * const *codes);
void             vlg_goal_free                (VlgGoal *goal);

#define VLG_TYPE_LEITBILD (vlg_leitbild_get_type ())
G_DECLARE_FINAL_TYPE (VlgLeitbild, vlg_leitbild, VLG, LEITBILD, GObject)

/* Immutable catalogue, the fields in the order of the form. @fields: (element-type VlgActionField), taken over. */
VlgLeitbild     *vlg_leitbild_new          (GPtrArray *fields);
guint            vlg_leitbild_get_n_fields (VlgLeitbild *self);
VlgActionField  *vlg_leitbild_get_field    (VlgLeitbild *self, guint index);
/* By key, or NULL; borrowed. */
VlgActionField  *vlg_leitbild_find_field   (VlgLeitbild *self, const char *key);
/* The field whose catalogue holds the goal @code, or NULL; borrowed. */
VlgActionField  *vlg_leitbild_find_goal    (VlgLeitbild *self, const char *code);
/* The goal with the code @code, retired ones too, or NULL; borrowed. */
const VlgGoal   *vlg_leitbild_get_goal     (VlgLeitbild *self, const char *code);
/* What an old code came to: the goal that replaces @code, and whatever replaces that; else the goal itself, retired or not. NULL where the catalogue knows nothing of it; borrowed. */
const VlgGoal   *vlg_leitbild_follow_goal  (VlgLeitbild *self, const char *code);
/* What the field with the key @key came to; NULL as above; borrowed. */
VlgActionField  *vlg_leitbild_follow_field (VlgLeitbild *self, const char *key);
/* Whether a goal or a field replaces something. */
gboolean         vlg_leitbild_has_successors (VlgLeitbild *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgGoal, vlg_goal_free)

G_END_DECLS
