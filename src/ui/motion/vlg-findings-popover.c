/* vlg-findings-popover.c — what the checks found in a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-findings-popover.h"

#include "vlg-finding-row.h"

struct _VlgFindingsPopover {
  GtkPopover parent_instance;

  /* template widgets */
  GtkListBox *list_box;
};

enum {
  PROP_0,
  PROP_FINDINGS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgFindingsPopover, vlg_findings_popover, GTK_TYPE_POPOVER)

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return g_object_new (VLG_TYPE_FINDING_ROW, "finding", item, NULL);
}

static void
vlg_findings_popover_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  VlgFindingsPopover *self = VLG_FINDINGS_POPOVER (object);

  switch (prop_id)
    {
    case PROP_FINDINGS:
      gtk_list_box_bind_model (self->list_box, g_value_get_object (value), create_row, NULL, NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_findings_popover_class_init (VlgFindingsPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = vlg_findings_popover_set_property;

  properties[PROP_FINDINGS] =
    g_param_spec_object ("findings", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/vlg-findings-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgFindingsPopover, list_box);
}

static void
vlg_findings_popover_init (VlgFindingsPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
