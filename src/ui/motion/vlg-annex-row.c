/* vlg-annex-row.c — an annex in the summary of a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-annex-row.h"

#include <glib/gi18n.h>

#include "vlg-document.h"
#include "vlg-original.h"
#include "vlg-text-dialog.h"

struct _VlgAnnexRow {
  AdwPreferencesRow parent_instance;

  /* owned */
  VlgOffice *office;
  VlgAnnex *annex;
};

enum {
  PROP_0,
  PROP_OFFICE,
  PROP_ANNEX,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgAnnexRow, vlg_annex_row, ADW_TYPE_PREFERENCES_ROW)

static char *
title_label (VlgAnnexRow *self,
             VlgAnnex    *annex)
{
  const char *title;
  guint number;

  if (annex == NULL)
    return NULL;

  title = vlg_annex_get_title (annex);
  number = vlg_annex_get_number (annex);
  if (vlg_annex_get_source (annex))
    return g_strdup (_("Original paper"));
  if (number == 0)
    return g_strdup (*title != '\0' ? title : _("Annex"));
  if (*title == '\0')
    return g_strdup_printf (_("Annex %u"), number);

  return g_strdup_printf (_("Annex %u: %s"), number, title);
}

static char *
subtitle_label (VlgAnnexRow *self,
                VlgAnnex    *annex)
{
  const VlgAnnexFile *file;
  g_autofree char *size = NULL;

  if (annex == NULL)
    return NULL;

  file = vlg_annex_get_file (annex);
  if (file == NULL)
    return g_strdup (_("Text"));

  size = g_format_size (file->size);
  return g_strdup_printf ("%s · %s", file->name != NULL ? file->name : "", size);
}

static gboolean
is_non_public (VlgAnnexRow   *self,
               VlgVisibility  visibility)
{
  return visibility == VLG_VISIBILITY_NON_PUBLIC;
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgAnnexRow *self = VLG_ANNEX_ROW (widget);
  g_autofree char *title = title_label (self, self->annex);
  g_autofree char *text = NULL;

  if (vlg_annex_get_file (self->annex) != NULL)
    {
      vlg_original_open (widget, self->office, self->annex);
      return;
    }

  text = vlg_markdown_to_plain (vlg_annex_get_text (self->annex));
  vlg_text_dialog_present (widget, title, text, FALSE);
}

static void
vlg_annex_row_dispose (GObject *object)
{
  VlgAnnexRow *self = VLG_ANNEX_ROW (object);

  g_clear_object (&self->office);
  g_clear_object (&self->annex);

  G_OBJECT_CLASS (vlg_annex_row_parent_class)->dispose (object);
}

static void
vlg_annex_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  VlgAnnexRow *self = VLG_ANNEX_ROW (object);

  switch (prop_id)
    {
    case PROP_OFFICE:
      g_value_set_object (value, self->office);
      break;
    case PROP_ANNEX:
      g_value_set_object (value, self->annex);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_annex_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  VlgAnnexRow *self = VLG_ANNEX_ROW (object);

  switch (prop_id)
    {
    case PROP_OFFICE:
      if (g_set_object (&self->office, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_ANNEX:
      if (g_set_object (&self->annex, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_annex_row_class_init (VlgAnnexRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = vlg_annex_row_dispose;
  object_class->get_property = vlg_annex_row_get_property;
  object_class->set_property = vlg_annex_row_set_property;

  properties[PROP_OFFICE] = g_param_spec_object ("office", NULL, NULL, VLG_TYPE_OFFICE, flags);
  properties[PROP_ANNEX] = g_param_spec_object ("annex", NULL, NULL, VLG_TYPE_ANNEX, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "annex.open", NULL, open_action);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/vlg-annex-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, title_label);
  gtk_widget_class_bind_template_callback (widget_class, subtitle_label);
  gtk_widget_class_bind_template_callback (widget_class, is_non_public);
}

static void
vlg_annex_row_init (VlgAnnexRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
