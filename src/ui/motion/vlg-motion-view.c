/* vlg-motion-view.c — one motion: its header bar, its summary, its paper
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion-view.h"

#include <glib/gi18n.h>

#include "vlg-findings-popover.h"
#include "vlg-motion-details.h"
#include "vlg-paper-preview.h"
#include "vlg-platform.h"

struct _VlgMotionView {
  AdwBin parent_instance;

  /* template widgets: see the note in vlg-motions-page-private.h */
  GtkWidget *flap;

  /* owned */
  VlgOffice       *office;
  VlgMotion       *motion;
  VlgImportReport *report;
  GListStore      *findings;

  gboolean folded;
  gboolean preview;
};

enum {
  PROP_0,
  PROP_OFFICE,
  PROP_PROFILE,
  PROP_MOTION,
  PROP_REPORT,
  PROP_FOLDED,
  PROP_PREVIEW,
  PROP_FINDINGS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgMotionView, vlg_motion_view, ADW_TYPE_BIN)

static void
update_findings (VlgMotionView *self)
{
  g_autoptr (GPtrArray) findings = NULL;
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->findings));

  if (self->motion != NULL && self->office != NULL)
    findings = vlg_checks_run (self->motion, vlg_office_get_profile (self->office));

  g_list_store_splice (self->findings, 0, n_old,
                       findings != NULL ? findings->pdata : NULL, findings != NULL ? findings->len : 0);
}

static char *
number_label (VlgMotionView *self,
              VlgMotion     *motion)
{
  const char *number = motion != NULL ? vlg_motion_get_number_text (motion) : "";

  return g_strdup (motion == NULL || *number != '\0' ? number : _("No number yet"));
}

static char *
state_label (VlgMotionView *self,
             VlgMotion     *motion)
{
  return g_strdup (motion != NULL ? vlg_state_get_label (vlg_motion_get_state (motion)) : "");
}

static char *
findings_label (VlgMotionView *self,
                guint          n_findings)
{
  /* Translators: the number of findings of the checks, on a button that lists them. */
  return g_strdup_printf (ngettext ("%u to fix", "%u to fix", n_findings), n_findings);
}

static gboolean
has_findings (VlgMotionView *self,
              guint          n_findings)
{
  return n_findings > 0;
}

/* A flap that lies over the motion starts closed; one beside it is as the person left it. */
static void
flap_folded_cb (VlgMotionView *self)
{
  vlg_platform_flap_set_revealed (self->flap, self->preview && !vlg_platform_flap_is_folded (self->flap));
}

/* What the person wants is remembered; that a narrow window folds the paper away is not his wish. */
static void
revealed_cb (VlgMotionView *self)
{
  gboolean revealed = vlg_platform_flap_get_revealed (self->flap);

  if (vlg_platform_flap_is_folded (self->flap) || self->preview == revealed)
    return;

  self->preview = revealed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PREVIEW]);
}

static void
preview_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  VlgMotionView *self = VLG_MOTION_VIEW (widget);

  vlg_platform_flap_set_revealed (self->flap, !vlg_platform_flap_get_revealed (self->flap));
}

static void
vlg_motion_view_dispose (GObject *object)
{
  VlgMotionView *self = VLG_MOTION_VIEW (object);

  g_clear_object (&self->office);
  g_clear_object (&self->motion);
  g_clear_object (&self->report);

  G_OBJECT_CLASS (vlg_motion_view_parent_class)->dispose (object);
}

static void
vlg_motion_view_finalize (GObject *object)
{
  g_clear_object (&VLG_MOTION_VIEW (object)->findings);

  G_OBJECT_CLASS (vlg_motion_view_parent_class)->finalize (object);
}

static void
vlg_motion_view_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  VlgMotionView *self = VLG_MOTION_VIEW (object);

  switch (prop_id)
    {
    case PROP_OFFICE:
      g_value_set_object (value, self->office);
      break;
    case PROP_PROFILE:
      g_value_set_object (value, self->office != NULL ? vlg_office_get_profile (self->office) : NULL);
      break;
    case PROP_MOTION:
      g_value_set_object (value, self->motion);
      break;
    case PROP_REPORT:
      g_value_set_object (value, self->report);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    case PROP_PREVIEW:
      g_value_set_boolean (value, self->preview);
      break;
    case PROP_FINDINGS:
      g_value_set_object (value, self->findings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_motion_view_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  VlgMotionView *self = VLG_MOTION_VIEW (object);

  switch (prop_id)
    {
    case PROP_OFFICE:
      if (g_set_object (&self->office, g_value_get_object (value)))
        {
          update_findings (self);
          g_object_notify_by_pspec (object, pspec);
          g_object_notify_by_pspec (object, properties[PROP_PROFILE]);
        }
      break;
    case PROP_MOTION:
      vlg_motion_view_set_motion (self, g_value_get_object (value));
      break;
    case PROP_REPORT:
      vlg_motion_view_set_report (self, g_value_get_object (value));
      break;
    case PROP_FOLDED:
      if (self->folded != g_value_get_boolean (value))
        {
          self->folded = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_PREVIEW:
      if (self->preview != g_value_get_boolean (value))
        {
          self->preview = g_value_get_boolean (value);
          flap_folded_cb (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  properties[PROP_OFFICE] = g_param_spec_object ("office", NULL, NULL, VLG_TYPE_OFFICE, writable);
  properties[PROP_PROFILE] = g_param_spec_object ("profile", NULL, NULL, VLG_TYPE_PROFILE, readable);
  properties[PROP_MOTION] = g_param_spec_object ("motion", NULL, NULL, VLG_TYPE_MOTION, writable);
  properties[PROP_REPORT] = g_param_spec_object ("report", NULL, NULL, VLG_TYPE_IMPORT_REPORT, writable);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, writable);
  properties[PROP_PREVIEW] = g_param_spec_boolean ("preview", NULL, NULL, TRUE, writable);
  properties[PROP_FINDINGS] = g_param_spec_object ("findings", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vlg_motion_view_class_init (VlgMotionViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_motion_view_dispose;
  object_class->finalize = vlg_motion_view_finalize;
  object_class->get_property = vlg_motion_view_get_property;
  object_class->set_property = vlg_motion_view_set_property;
  install_properties (object_class);

  gtk_widget_class_install_action (widget_class, "motion.preview", NULL, preview_action);

  g_type_ensure (VLG_TYPE_FINDINGS_POPOVER);
  g_type_ensure (VLG_TYPE_MOTION_DETAILS);
  g_type_ensure (VLG_TYPE_PAPER_PREVIEW);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/vlg-motion-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgMotionView, flap);
  gtk_widget_class_bind_template_callback (widget_class, number_label);
  gtk_widget_class_bind_template_callback (widget_class, state_label);
  gtk_widget_class_bind_template_callback (widget_class, findings_label);
  gtk_widget_class_bind_template_callback (widget_class, has_findings);
  gtk_widget_class_bind_template_callback (widget_class, flap_folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
}

static void
vlg_motion_view_init (VlgMotionView *self)
{
  self->preview = TRUE;
  self->findings = g_list_store_new (VLG_TYPE_FINDING);

  gtk_widget_init_template (GTK_WIDGET (self));
}

void
vlg_motion_view_set_motion (VlgMotionView *self,
                            VlgMotion     *motion)
{
  g_return_if_fail (VLG_IS_MOTION_VIEW (self));
  g_return_if_fail (motion == NULL || VLG_IS_MOTION (motion));

  if (!g_set_object (&self->motion, motion))
    return;

  update_findings (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOTION]);
}

void
vlg_motion_view_set_report (VlgMotionView   *self,
                            VlgImportReport *report)
{
  g_return_if_fail (VLG_IS_MOTION_VIEW (self));
  g_return_if_fail (report == NULL || VLG_IS_IMPORT_REPORT (report));

  if (g_set_object (&self->report, report))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REPORT]);
}

GListModel *
vlg_motion_view_get_findings (VlgMotionView *self)
{
  g_return_val_if_fail (VLG_IS_MOTION_VIEW (self), NULL);

  return G_LIST_MODEL (self->findings);
}
