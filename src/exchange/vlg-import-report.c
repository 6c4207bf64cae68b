/* vlg-import-report.c — what was found where, and how sure
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-import-report.h"

struct _VlgImportReport
{
  GObject  parent_instance;

  /* owned */
  GArray  *entries;   /* VlgImportEntry */
  char    *encoding;

  guint    n_unrecognised;
};

G_DEFINE_FINAL_TYPE (VlgImportReport, vlg_import_report, G_TYPE_OBJECT)

static void
clear_entry (gpointer data)
{
  VlgImportEntry *entry = data;

  g_clear_pointer (&entry->note, g_free);
}

static void
vlg_import_report_finalize (GObject *object)
{
  VlgImportReport *self = VLG_IMPORT_REPORT (object);

  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->encoding, g_free);

  G_OBJECT_CLASS (vlg_import_report_parent_class)->finalize (object);
}

static void
vlg_import_report_class_init (VlgImportReportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vlg_import_report_finalize;
}

static void
vlg_import_report_init (VlgImportReport *self)
{
  self->entries = g_array_sized_new (FALSE, FALSE, sizeof (VlgImportEntry), VLG_N_FIELDS);
  g_array_set_clear_func (self->entries, clear_entry);
}

VlgImportReport *
vlg_import_report_new (void)
{
  return g_object_new (VLG_TYPE_IMPORT_REPORT, NULL);
}

void
vlg_import_report_add (VlgImportReport *self,
                       VlgField         field,
                       VlgCertainty     certainty,
                       guint            first_line,
                       guint            last_line,
                       const char      *note)
{
  VlgImportEntry entry;
  guint index;

  g_return_if_fail (VLG_IS_IMPORT_REPORT (self));

  entry.field = field;
  entry.certainty = certainty;
  entry.first_line = first_line;
  entry.last_line = last_line;
  entry.note = g_strdup (note);

  /* In the order of the form, whatever was read first. */
  for (index = self->entries->len; index > 0; index--)
    if (g_array_index (self->entries, VlgImportEntry, index - 1).field <= field)
      break;
  g_array_insert_val (self->entries, index, entry);
}

guint
vlg_import_report_get_n_entries (VlgImportReport *self)
{
  g_return_val_if_fail (VLG_IS_IMPORT_REPORT (self), 0);

  return self->entries->len;
}

const VlgImportEntry *
vlg_import_report_get_entry (VlgImportReport *self,
                             guint            index)
{
  g_return_val_if_fail (VLG_IS_IMPORT_REPORT (self), NULL);
  g_return_val_if_fail (index < self->entries->len, NULL);

  return &g_array_index (self->entries, VlgImportEntry, index);
}

const VlgImportEntry *
vlg_import_report_find (VlgImportReport *self,
                        VlgField         field)
{
  g_return_val_if_fail (VLG_IS_IMPORT_REPORT (self), NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const VlgImportEntry *entry = &g_array_index (self->entries, VlgImportEntry, i);

      if (entry->field == field)
        return entry;
    }

  return NULL;
}

gboolean
vlg_import_report_is_paper (VlgImportReport *self)
{
  guint n_found = 0;

  g_return_val_if_fail (VLG_IS_IMPORT_REPORT (self), FALSE);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const VlgImportEntry *entry = &g_array_index (self->entries, VlgImportEntry, i);

      if (entry->certainty == VLG_CERTAINTY_MISSING)
        continue;
      if (entry->field == VLG_FIELD_NUMBER || entry->field == VLG_FIELD_RESOLUTION)
        return TRUE;
      if (entry->field != VLG_FIELD_NONE && entry->field != VLG_FIELD_VISIBILITY && entry->field != VLG_FIELD_RELATIONS)
        n_found++;
    }

  return n_found >= 2;
}

guint
vlg_import_report_get_n_unrecognised (VlgImportReport *self)
{
  g_return_val_if_fail (VLG_IS_IMPORT_REPORT (self), 0);

  return self->n_unrecognised;
}

void
vlg_import_report_set_n_unrecognised (VlgImportReport *self,
                                      guint            n_lines)
{
  g_return_if_fail (VLG_IS_IMPORT_REPORT (self));

  self->n_unrecognised = n_lines;
}

const char *
vlg_import_report_get_encoding (VlgImportReport *self)
{
  g_return_val_if_fail (VLG_IS_IMPORT_REPORT (self), NULL);

  return self->encoding;
}

void
vlg_import_report_set_encoding (VlgImportReport *self,
                                const char      *encoding)
{
  g_return_if_fail (VLG_IS_IMPORT_REPORT (self));

  if (g_strcmp0 (self->encoding, encoding) == 0)
    return;

  g_free (self->encoding);
  self->encoding = g_strdup (encoding);
}
