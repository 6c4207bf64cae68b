/* vlg-catalogue-draft.h — the catalogue of the Leitbild under the hands of a person
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-catalogue-items.h"
#include "vlg-catalogue-version.h"
#include "vlg-office.h"

G_BEGIN_DECLS

#define VLG_TYPE_CATALOGUE_DRAFT (vlg_catalogue_draft_get_type ())
G_DECLARE_FINAL_TYPE (VlgCatalogueDraft, vlg_catalogue_draft, VLG, CATALOGUE_DRAFT, GObject)

/**
 * VlgCatalogueDraft:
 *
 * Begins with the catalogue in force. Widgets bind to its fields and goals and change them; the draft watches, gathers what is done in one go into steps to undo, and says what is
 * wrong where it is wrong. Nothing is stored before vlg_catalogue_draft_save_async(). Properties, read only but for valid-from: fields (GListModel of VlgCatalogueField), versions
 * (GListModel of VlgCatalogueVersion, the latest first), valid-from (uint, VlgDay; today), changed, can-undo, can-redo, can-save (boolean), problem (string: the first thing that is
 * wrong, "" for nothing), overtaken (boolean: another version was stored since this draft was begun, and saving is refused until vlg_catalogue_draft_overtake()).
 */
VlgCatalogueDraft *vlg_catalogue_draft_new          (VlgOffice *office);
GListModel        *vlg_catalogue_draft_get_fields   (VlgCatalogueDraft *self);
GListModel        *vlg_catalogue_draft_get_versions (VlgCatalogueDraft *self);
/* The catalogue as it stands. Borrowed. */
VlgLeitbild       *vlg_catalogue_draft_get_leitbild (VlgCatalogueDraft *self);
gboolean           vlg_catalogue_draft_get_changed  (VlgCatalogueDraft *self);
gboolean           vlg_catalogue_draft_get_can_save (VlgCatalogueDraft *self);
const char        *vlg_catalogue_draft_get_problem  (VlgCatalogueDraft *self);
/* At the end; borrowed. */
VlgCatalogueField *vlg_catalogue_draft_add_field    (VlgCatalogueDraft *self);
/* At the end of @field, with the next number behind its letter; borrowed. */
VlgCatalogueGoal  *vlg_catalogue_draft_add_goal     (VlgCatalogueDraft *self, VlgCatalogueField *field);
/* FALSE where there is no such place. */
gboolean           vlg_catalogue_draft_move_field   (VlgCatalogueDraft *self, VlgCatalogueField *field, guint to);
gboolean           vlg_catalogue_draft_move_goal    (VlgCatalogueDraft *self, VlgCatalogueField *field, VlgCatalogueGoal *goal, guint to);
/* FALSE where motions use it. */
gboolean           vlg_catalogue_draft_remove_field (VlgCatalogueDraft *self, VlgCatalogueField *field);
gboolean           vlg_catalogue_draft_remove_goal  (VlgCatalogueDraft *self, VlgCatalogueField *field, VlgCatalogueGoal *goal);
/* @field becomes part of @into, which stands for it from now on and takes its goals. */
void               vlg_catalogue_draft_join_field   (VlgCatalogueDraft *self, VlgCatalogueField *field, VlgCatalogueField *into);
/* Sets what @goal replaces, as typed; the goals named there are retired, for they are no longer offered beside it. */
void               vlg_catalogue_draft_replace      (VlgCatalogueDraft *self, VlgCatalogueGoal *goal, const char *codes);
/* Begins anew with @leitbild, as one step: a file that was read, an earlier version. */
void               vlg_catalogue_draft_load         (VlgCatalogueDraft *self, VlgLeitbild *leitbild);
void               vlg_catalogue_draft_undo         (VlgCatalogueDraft *self);
void               vlg_catalogue_draft_redo         (VlgCatalogueDraft *self);
/* The person was asked, and replaces the version that was saved since this draft was begun. */
void               vlg_catalogue_draft_overtake     (VlgCatalogueDraft *self);
/* Stores it as a new version valid from valid-from. VLG_ERROR_INVALID and VLG_ERROR_CONFLICT as vlg_catalogue_put_async(). */
void               vlg_catalogue_draft_save_async   (VlgCatalogueDraft *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean           vlg_catalogue_draft_save_finish  (VlgCatalogueDraft *self, GAsyncResult *result, GError **error);

G_END_DECLS
