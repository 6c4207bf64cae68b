/* vlg-finding-mark.c — a sign that something was found where it stands
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-finding-mark.h"

#include "vlg-finding.h"

struct _VlgFindingMark {
  AdwBin parent_instance;

  /* borrowed: template widgets */
  GtkMenuButton *button;
  GtkLabel      *label;
};

G_DEFINE_FINAL_TYPE (VlgFindingMark, vlg_finding_mark, ADW_TYPE_BIN)

static const char *
icon_name (VlgSeverity severity)
{
  switch (severity)
    {
    case VLG_SEVERITY_BLOCKING:
      return "dialog-error-symbolic";
    case VLG_SEVERITY_WARNING:
      return "dialog-warning-symbolic";
    case VLG_SEVERITY_HINT:
    default:
      return "dialog-information-symbolic";
    }
}

/* Nothing in the popover takes the focus but the popover itself, and GTK lets go of it with that. */
static void
closed_cb (VlgFindingMark *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->button));
}

static void
vlg_finding_mark_class_init (VlgFindingMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/editor/fields/vlg-finding-mark.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgFindingMark, button);
  gtk_widget_class_bind_template_child (widget_class, VlgFindingMark, label);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
vlg_finding_mark_init (VlgFindingMark *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vlg_finding_mark_new (void)
{
  return g_object_new (VLG_TYPE_FINDING_MARK, NULL);
}

void
vlg_finding_mark_update (VlgFindingMark *self,
                         GListModel     *findings,
                         VlgField        field,
                         int             row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  VlgSeverity worst = VLG_SEVERITY_HINT;

  g_return_if_fail (VLG_IS_FINDING_MARK (self));

  for (guint i = 0; findings != NULL && i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (VlgFinding) finding = g_list_model_get_item (findings, i);
      const char *remedy = vlg_finding_get_remedy (finding);

      if (vlg_finding_get_field (finding) != field || vlg_finding_get_row (finding) != row)
        continue;

      worst = MAX (worst, vlg_finding_get_severity (finding));
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", vlg_finding_get_message (finding));
      if (remedy != NULL && *remedy != '\0')
        g_string_append_printf (text, "\n%s", remedy);
    }

  gtk_widget_set_visible (GTK_WIDGET (self), text->len > 0);
  if (text->len == 0 || g_str_equal (gtk_label_get_label (self->label), text->str))
    return;

  gtk_label_set_label (self->label, text->str);
  gtk_menu_button_set_icon_name (self->button, icon_name (worst));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), text->str);
}
