/* vlg-field.c — the fields of a motion, in the order of the form
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-field.h"

#include <glib/gi18n.h>

typedef enum {
  TEXT_NO,
  TEXT_SHORT,
  TEXT_LONG,
} TextKind;

static const struct {
  const char *key;
  const char *label;
  TextKind text;
} fields[VLG_N_FIELDS] = {
  [VLG_FIELD_NONE]                = { "", "", TEXT_NO },
  [VLG_FIELD_NUMBER]              = { "number", N_("Paper number"), TEXT_NO },
  [VLG_FIELD_SUBMITTER]           = { "submitter", N_("Submitter"), TEXT_SHORT },
  [VLG_FIELD_RESPONSIBLE]         = { "responsible", N_("Responsible"), TEXT_SHORT },
  [VLG_FIELD_CONSULTATIONS]       = { "consultations", N_("Consultation sequence"), TEXT_NO },
  [VLG_FIELD_TITLE]               = { "title", N_("Title"), TEXT_SHORT },
  [VLG_FIELD_RESOLUTION]          = { "resolution", N_("Resolution"), TEXT_LONG },
  [VLG_FIELD_LEGAL_BASIS]         = { "legal_basis", N_("Legal basis"), TEXT_LONG },
  [VLG_FIELD_RELATED_RESOLUTIONS] = { "related_resolutions", N_("Related resolutions"), TEXT_LONG },
  [VLG_FIELD_EXPERT_OPINIONS]     = { "expert_opinions", N_("Expert opinions"), TEXT_LONG },
  [VLG_FIELD_PUBLICATION_NOTES]   = { "publication_notes", N_("Publication notes"), TEXT_LONG },
  [VLG_FIELD_LEITBILD]            = { "leitbild", N_("Leitbild"), TEXT_NO },
  [VLG_FIELD_REASONING]           = { "reasoning", N_("Reasoning"), TEXT_LONG },
  [VLG_FIELD_SIGNATORIES]         = { "signatories", N_("Signatories"), TEXT_NO },
  [VLG_FIELD_DECIDED_ON]          = { "decided_on", N_("Decided on"), TEXT_NO },
  [VLG_FIELD_ANNEXES]             = { "annexes", N_("Annexes"), TEXT_NO },
  [VLG_FIELD_RECEIVED_ON]         = { "received_on", N_("Received on"), TEXT_NO },
  [VLG_FIELD_VISIBILITY]          = { "visibility", N_("Visibility"), TEXT_NO },
  [VLG_FIELD_RELATIONS]           = { "relations", N_("Related papers"), TEXT_NO },
  [VLG_FIELD_UNRECOGNISED]        = { "unrecognised", N_("Not recognised"), TEXT_SHORT },
};

const char *
vlg_field_to_key (VlgField field)
{
  g_return_val_if_fail ((guint) field < VLG_N_FIELDS, "");

  return fields[field].key;
}

VlgField
vlg_field_from_key (const char *key)
{
  for (guint i = VLG_FIELD_NONE + 1; i < VLG_N_FIELDS; i++)
    if (g_strcmp0 (fields[i].key, key) == 0)
      return (VlgField) i;

  return VLG_FIELD_NONE;
}

const char *
vlg_field_get_label (VlgField field)
{
  g_return_val_if_fail ((guint) field < VLG_N_FIELDS, "");

  /* gettext ("") would give the header of the catalogue. */
  return field == VLG_FIELD_NONE ? "" : _(fields[field].label);
}

gboolean
vlg_field_is_text (VlgField field)
{
  return (guint) field < VLG_N_FIELDS && fields[field].text != TEXT_NO;
}

gboolean
vlg_field_is_long_text (VlgField field)
{
  return (guint) field < VLG_N_FIELDS && fields[field].text == TEXT_LONG;
}
