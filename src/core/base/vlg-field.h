/* vlg-field.h — the fields of a motion, in the order of the form
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * VlgField:
 *
 * Names a field of a motion wherever one is meant: a finding, an edit, a conflict, an import report,
 * a heading of the profile, a column of the store, a key of the JSON.
 */
typedef enum {
  VLG_FIELD_NONE,
  VLG_FIELD_NUMBER,
  VLG_FIELD_SUBMITTER,
  VLG_FIELD_RESPONSIBLE,
  VLG_FIELD_CONSULTATIONS,
  VLG_FIELD_TITLE,
  VLG_FIELD_RESOLUTION,
  VLG_FIELD_LEGAL_BASIS,
  VLG_FIELD_RELATED_RESOLUTIONS,
  VLG_FIELD_EXPERT_OPINIONS,
  VLG_FIELD_PUBLICATION_NOTES,
  VLG_FIELD_LEITBILD,
  VLG_FIELD_REASONING,
  VLG_FIELD_SIGNATORIES,
  VLG_FIELD_DECIDED_ON,
  VLG_FIELD_ANNEXES,
  VLG_FIELD_RECEIVED_ON,
  VLG_FIELD_VISIBILITY,
  VLG_FIELD_RELATIONS,
  VLG_FIELD_UNRECOGNISED,
} VlgField;

#define VLG_N_FIELDS (VLG_FIELD_UNRECOGNISED + 1)

/* The JSON key and column name, e.g. "legal_basis"; static. */
const char *vlg_field_to_key       (VlgField field);
/* The reverse; VLG_FIELD_NONE for an unknown key. */
VlgField    vlg_field_from_key     (const char *key);
/* A translated name for messages, e.g. "Legal basis"; static. */
const char *vlg_field_get_label    (VlgField field);
/* Whether the field is one string of the motion: submitter, responsible, title and the long texts, unrecognised. */
gboolean    vlg_field_is_text      (VlgField field);
/* Whether the text is CommonMark: resolution to publication notes, reasoning. */
gboolean    vlg_field_is_long_text (VlgField field);

G_END_DECLS
