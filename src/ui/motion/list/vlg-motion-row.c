/* vlg-motion-row.c — a motion in the list
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion-row.h"

#include <glib/gi18n.h>

struct _VlgMotionRow {
  GtkBox parent_instance;

  /* owned */
  VlgMotionSummary *summary;
  GSignalGroup *watch;   /* of the summary's details */
};

enum {
  PROP_0,
  PROP_SUMMARY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgMotionRow, vlg_motion_row, GTK_TYPE_BOX)

static gboolean
is_placeholder (VlgMotionSummary *summary)
{
  return summary == NULL || vlg_motion_summary_get_id (summary) == 0;
}

static const VlgMotionDetailsRecord *
get_record (VlgMotionDetails *details)
{
  return details != NULL ? vlg_motion_details_get_record (details) : NULL;
}

/* The labels of number and title are markup: they show the words found. */
static char *
number_label (VlgMotionRow     *self,
              VlgMotionSummary *summary,
              VlgMotionDetails *details)
{
  const VlgMotionDetailsRecord *record = get_record (details);
  const char *number;

  if (is_placeholder (summary))
    return g_strdup ("");
  if (record != NULL && record->number_markup != NULL)
    return g_strdup (record->number_markup);

  number = vlg_motion_summary_get_number (summary);
  return g_markup_escape_text (number != NULL && *number != '\0' ? number : _("No number yet"), -1);
}

static char *
title_label (VlgMotionRow     *self,
             VlgMotionSummary *summary,
             VlgMotionDetails *details)
{
  const VlgMotionDetailsRecord *record = get_record (details);
  const char *title;

  /* A placeholder is as high as what will stand there. */
  if (is_placeholder (summary))
    return g_strdup (" ");
  if (record != NULL && record->title_markup != NULL)
    return g_strdup_printf ("<span weight=\"normal\">%s</span>", record->title_markup);

  title = vlg_motion_summary_get_title (summary);
  return g_markup_escape_text (title != NULL && *title != '\0' ? title : _("Untitled"), -1);
}

static gboolean
has_excerpt (VlgMotionRow     *self,
             VlgMotionDetails *details)
{
  return details != NULL && get_record (details)->excerpt != NULL;
}

/* Where the words looked for stand: "Reasoning: …the <b>words</b> around…". */
static char *
excerpt_label (VlgMotionRow     *self,
               VlgMotionDetails *details)
{
  const VlgMotionDetailsRecord *record = get_record (details);
  g_autofree char *place = NULL;

  if (!has_excerpt (self, details))
    return g_strdup ("");
  place = g_markup_escape_text (record->place, -1);

  return g_strdup_printf ("%s: %s", place, record->excerpt);
}

static char *
state_label (VlgMotionRow     *self,
             VlgMotionSummary *summary)
{
  return g_strdup (is_placeholder (summary) ? " " : vlg_state_get_label (vlg_motion_summary_get_state (summary)));
}

static char *
date_label (VlgMotionRow     *self,
            VlgMotionSummary *summary)
{
  return is_placeholder (summary) ? g_strdup ("") : vlg_day_to_display (vlg_motion_summary_get_next_day (summary));
}

static gboolean
is_non_public (VlgMotionRow     *self,
               VlgMotionSummary *summary)
{
  return !is_placeholder (summary) && vlg_motion_summary_get_visibility (summary) == VLG_VISIBILITY_NON_PUBLIC;
}

/* What a screen reader says beyond number, title and state. */
static void
describe (VlgMotionRow *self)
{
  VlgMotionDetails *details = self->summary != NULL ? vlg_motion_summary_get_details (self->summary) : NULL;
  g_autofree char *markup = excerpt_label (self, details);
  g_autofree char *plain = NULL;

  if (*markup != '\0' && pango_parse_markup (markup, -1, 0, NULL, &plain, NULL, NULL))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, plain, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
vlg_motion_row_dispose (GObject *object)
{
  g_clear_object (&VLG_MOTION_ROW (object)->watch);
  g_clear_object (&VLG_MOTION_ROW (object)->summary);

  G_OBJECT_CLASS (vlg_motion_row_parent_class)->dispose (object);
}

static void
vlg_motion_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  VlgMotionRow *self = VLG_MOTION_ROW (object);

  switch (prop_id)
    {
    case PROP_SUMMARY:
      g_value_set_object (value, self->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_motion_row_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SUMMARY:
      vlg_motion_row_set_summary (VLG_MOTION_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_motion_row_class_init (VlgMotionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_motion_row_dispose;
  object_class->get_property = vlg_motion_row_get_property;
  object_class->set_property = vlg_motion_row_set_property;

  properties[PROP_SUMMARY] =
    g_param_spec_object ("summary", NULL, NULL, VLG_TYPE_MOTION_SUMMARY,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/list/vlg-motion-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, number_label);
  gtk_widget_class_bind_template_callback (widget_class, title_label);
  gtk_widget_class_bind_template_callback (widget_class, state_label);
  gtk_widget_class_bind_template_callback (widget_class, date_label);
  gtk_widget_class_bind_template_callback (widget_class, is_non_public);
  gtk_widget_class_bind_template_callback (widget_class, has_excerpt);
  gtk_widget_class_bind_template_callback (widget_class, excerpt_label);
}

static void
vlg_motion_row_init (VlgMotionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->watch = g_signal_group_new (VLG_TYPE_MOTION_SUMMARY);
  g_signal_group_connect_swapped (self->watch, "notify::details", G_CALLBACK (describe), self);
}

void
vlg_motion_row_set_summary (VlgMotionRow     *self,
                            VlgMotionSummary *summary)
{
  g_return_if_fail (VLG_IS_MOTION_ROW (self));
  g_return_if_fail (summary == NULL || VLG_IS_MOTION_SUMMARY (summary));

  if (!g_set_object (&self->summary, summary))
    return;

  g_signal_group_set_target (self->watch, summary);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
  describe (self);

  if (!is_placeholder (summary))
    {
      g_autofree char *label = g_strdup_printf ("%s, %s, %s", vlg_motion_summary_get_number (summary),
                                                vlg_motion_summary_get_title (summary),
                                                vlg_state_get_label (vlg_motion_summary_get_state (summary)));

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
}
