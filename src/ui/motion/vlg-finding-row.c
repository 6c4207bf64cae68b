/* vlg-finding-row.c — a finding of the checks
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-finding-row.h"

#include <glib/gi18n.h>

struct _VlgFindingRow {
  GtkListBoxRow parent_instance;

  /* owned */
  VlgFinding *finding;
  char       *mend;
};

enum {
  PROP_0,
  PROP_FINDING,
  PROP_MEND,
  N_PROPS,
};

enum {
  MEND,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgFindingRow, vlg_finding_row, GTK_TYPE_LIST_BOX_ROW)

static char *
message_label (VlgFindingRow *self,
               VlgFinding    *finding)
{
  return finding != NULL ? g_strdup (vlg_finding_get_message (finding)) : NULL;
}

static char *
remedy_label (VlgFindingRow *self,
              VlgFinding    *finding)
{
  return finding != NULL ? g_strdup (vlg_finding_get_remedy (finding)) : NULL;
}

static gboolean
has_remedy (VlgFindingRow *self,
            VlgFinding    *finding)
{
  const char *remedy = finding != NULL ? vlg_finding_get_remedy (finding) : NULL;

  return remedy != NULL && *remedy != '\0';
}

static char *
severity_icon (VlgFindingRow *self,
               VlgFinding    *finding)
{
  switch (finding != NULL ? vlg_finding_get_severity (finding) : VLG_SEVERITY_HINT)
    {
    case VLG_SEVERITY_BLOCKING:
      return g_strdup ("dialog-error-symbolic");
    case VLG_SEVERITY_WARNING:
      return g_strdup ("dialog-warning-symbolic");
    case VLG_SEVERITY_HINT:
    default:
      return g_strdup ("dialog-information-symbolic");
    }
}

static char *
severity_label (VlgFindingRow *self,
                VlgFinding    *finding)
{
  return finding != NULL ? g_strdup (vlg_severity_get_label (vlg_finding_get_severity (finding))) : NULL;
}

static gboolean
has_mend (VlgFindingRow *self,
          const char    *mend)
{
  return mend != NULL;
}

static void
mend_clicked_cb (VlgFindingRow *self)
{
  g_signal_emit (self, signals[MEND], 0, self->finding);
}

static void
vlg_finding_row_dispose (GObject *object)
{
  VlgFindingRow *self = VLG_FINDING_ROW (object);

  g_clear_object (&self->finding);
  g_clear_pointer (&self->mend, g_free);

  G_OBJECT_CLASS (vlg_finding_row_parent_class)->dispose (object);
}

static void
vlg_finding_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  VlgFindingRow *self = VLG_FINDING_ROW (object);

  switch (prop_id)
    {
    case PROP_FINDING:
      g_value_set_object (value, self->finding);
      break;
    case PROP_MEND:
      g_value_set_string (value, self->mend);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_finding_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  VlgFindingRow *self = VLG_FINDING_ROW (object);

  switch (prop_id)
    {
    case PROP_FINDING:
      if (g_set_object (&self->finding, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_MEND:
      if (g_strcmp0 (self->mend, g_value_get_string (value)) != 0)
        {
          g_free (self->mend);
          self->mend = g_value_dup_string (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_finding_row_class_init (VlgFindingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = vlg_finding_row_dispose;
  object_class->get_property = vlg_finding_row_get_property;
  object_class->set_property = vlg_finding_row_set_property;

  properties[PROP_FINDING] = g_param_spec_object ("finding", NULL, NULL, VLG_TYPE_FINDING, flags);
  properties[PROP_MEND] = g_param_spec_string ("mend", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[MEND] = g_signal_new ("mend", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VLG_TYPE_FINDING);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/vlg-finding-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, message_label);
  gtk_widget_class_bind_template_callback (widget_class, remedy_label);
  gtk_widget_class_bind_template_callback (widget_class, has_remedy);
  gtk_widget_class_bind_template_callback (widget_class, has_mend);
  gtk_widget_class_bind_template_callback (widget_class, mend_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, severity_icon);
  gtk_widget_class_bind_template_callback (widget_class, severity_label);
}

static void
vlg_finding_row_init (VlgFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
