/* vlg-catalogue-version.c — a stored version of the catalogue
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-catalogue-version.h"

struct _VlgCatalogueVersion {
  GObject parent_instance;

  /* owned */
  VlgLeitbild *leitbild;

  VlgDay from;
  VlgDay to;
};

G_DEFINE_FINAL_TYPE (VlgCatalogueVersion, vlg_catalogue_version, G_TYPE_OBJECT)

static void
vlg_catalogue_version_finalize (GObject *object)
{
  g_object_unref (VLG_CATALOGUE_VERSION (object)->leitbild);

  G_OBJECT_CLASS (vlg_catalogue_version_parent_class)->finalize (object);
}

static void
vlg_catalogue_version_class_init (VlgCatalogueVersionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vlg_catalogue_version_finalize;
}

static void
vlg_catalogue_version_init (VlgCatalogueVersion *self)
{
}

VlgCatalogueVersion *
vlg_catalogue_version_new (VlgLeitbild *leitbild,
                           VlgDay       from,
                           VlgDay       to)
{
  VlgCatalogueVersion *self = g_object_new (VLG_TYPE_CATALOGUE_VERSION, NULL);

  self->leitbild = g_object_ref (leitbild);
  self->from = from;
  self->to = to;

  return self;
}

VlgLeitbild *
vlg_catalogue_version_get_leitbild (VlgCatalogueVersion *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_VERSION (self), NULL);

  return self->leitbild;
}

VlgDay
vlg_catalogue_version_get_from (VlgCatalogueVersion *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_VERSION (self), VLG_DAY_NONE);

  return self->from;
}

VlgDay
vlg_catalogue_version_get_to (VlgCatalogueVersion *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_VERSION (self), VLG_DAY_NONE);

  return self->to;
}

gboolean
vlg_catalogue_version_is_present (VlgCatalogueVersion *self)
{
  VlgDay today = vlg_day_today ();

  g_return_val_if_fail (VLG_IS_CATALOGUE_VERSION (self), FALSE);

  return self->from <= today && (self->to == VLG_DAY_NONE || self->to >= today);
}
