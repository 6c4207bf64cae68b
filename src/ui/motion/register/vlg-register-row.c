/* vlg-register-row.c — a number of the register in its list
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-register-row.h"

#include <glib/gi18n.h>

struct _VlgRegisterRow {
  AdwBin parent_instance;

  /* template widgets */
  GtkWidget *void_button;

  /* owned */
  VlgRegisterItem *item;
};

enum {
  PROP_0,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgRegisterRow, vlg_register_row, ADW_TYPE_BIN)

static void
void_cb (VlgRegisterRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "register.void", "s", vlg_register_item_get_number (self->item));
}

static void
set_item (VlgRegisterRow  *self,
          VlgRegisterItem *item)
{
  if (!g_set_object (&self->item, item))
    return;

  if (item != NULL && vlg_register_item_get_number (item) != NULL)
    {
      g_autofree char *name = g_strdup_printf (_("Void %s"), vlg_register_item_get_number (item));

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->void_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

static void
vlg_register_row_dispose (GObject *object)
{
  g_clear_object (&VLG_REGISTER_ROW (object)->item);

  G_OBJECT_CLASS (vlg_register_row_parent_class)->dispose (object);
}

static void
vlg_register_row_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_ITEM)
    g_value_set_object (value, VLG_REGISTER_ROW (object)->item);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_register_row_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  if (prop_id == PROP_ITEM)
    set_item (VLG_REGISTER_ROW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_register_row_class_init (VlgRegisterRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_register_row_dispose;
  object_class->get_property = vlg_register_row_get_property;
  object_class->set_property = vlg_register_row_set_property;

  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, VLG_TYPE_REGISTER_ITEM, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/register/vlg-register-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgRegisterRow, void_button);
  gtk_widget_class_bind_template_callback (widget_class, void_cb);
}

static void
vlg_register_row_init (VlgRegisterRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
