/* vlg-catalogue-items.h — fields of action and goals while a person works on the catalogue
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-leitbild.h"

G_BEGIN_DECLS

#define VLG_TYPE_CATALOGUE_GOAL (vlg_catalogue_goal_get_type ())
G_DECLARE_FINAL_TYPE (VlgCatalogueGoal, vlg_catalogue_goal, VLG, CATALOGUE_GOAL, GObject)

/* Properties, to bind to: code, text, replaces (string, "M01, M02"), retired (boolean); and as the draft sets them: used (boolean: motions name it, so that it keeps its code and
 * can only be retired), problem (string, "" where all is well). */
VlgCatalogueGoal *vlg_catalogue_goal_new           (const VlgGoal *goal);
const char       *vlg_catalogue_goal_get_code      (VlgCatalogueGoal *self);
gboolean          vlg_catalogue_goal_get_used      (VlgCatalogueGoal *self);
/* The code it had when the draft began with it, NULL for a new one. */
const char       *vlg_catalogue_goal_get_first_code (VlgCatalogueGoal *self);
/* What it is now. Caller owns. */
VlgGoal          *vlg_catalogue_goal_make          (VlgCatalogueGoal *self);
/* Makes it what @goal is. */
void              vlg_catalogue_goal_put           (VlgCatalogueGoal *self, const VlgGoal *goal);

#define VLG_TYPE_CATALOGUE_FIELD (vlg_catalogue_field_get_type ())
G_DECLARE_FINAL_TYPE (VlgCatalogueField, vlg_catalogue_field, VLG, CATALOGUE_FIELD, GObject)

/* Properties, to bind to: name, letter, colour ("#1a5fb4" or ""), and as the draft sets them: used (boolean), problem (string), replaced (string: the names of the fields it stands for). */
VlgCatalogueField *vlg_catalogue_field_new          (VlgActionField *field);
/* NULL for a new one, which gets its key from its name when it is saved. */
const char        *vlg_catalogue_field_get_key      (VlgCatalogueField *self);
const char        *vlg_catalogue_field_get_name     (VlgCatalogueField *self);
const char        *vlg_catalogue_field_get_letter   (VlgCatalogueField *self);
const char        *vlg_catalogue_field_get_colour   (VlgCatalogueField *self);
gboolean           vlg_catalogue_field_get_used     (VlgCatalogueField *self);
/* (element-type VlgCatalogueGoal) borrowed; to be changed through the draft. */
GListStore        *vlg_catalogue_field_get_goals    (VlgCatalogueField *self);
/* Keys; never NULL, borrowed. */
const char * const *vlg_catalogue_field_get_replaces (VlgCatalogueField *self);
void               vlg_catalogue_field_set_replaces (VlgCatalogueField *self, const char * const *keys);

/* The codes in @text, "M1, m02" is M01 and M02; what is no code stays as it is typed. Caller owns. */
char             **vlg_catalogue_split_codes        (const char *text);

G_END_DECLS
