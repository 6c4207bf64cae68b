/* vlg-consultation-row.c — a row of the consultation sequence
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-consultation-row.h"

#include <glib/gi18n.h>

struct _VlgConsultationRow {
  AdwPreferencesRow parent_instance;

  /* owned */
  VlgConsultation *consultation;
};

enum {
  PROP_0,
  PROP_CONSULTATION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgConsultationRow, vlg_consultation_row, ADW_TYPE_PREFERENCES_ROW)

static char *
subtitle_label (VlgConsultationRow *self,
                VlgRole             role,
                VlgVisibility       visibility,
                guint               day)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, day != VLG_DAY_NONE ? vlg_day_to_display (day) : g_strdup (_("No date yet")));
  if (role != VLG_ROLE_NONE)
    g_ptr_array_add (parts, g_strdup (vlg_role_get_label (role)));
  if (visibility != VLG_VISIBILITY_UNDECIDED)
    g_ptr_array_add (parts, g_strdup (vlg_visibility_get_label (visibility)));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static char *
count_label (int count)
{
  return count == VLG_VOTES_ABSENT ? g_strdup ("–") : g_strdup_printf ("%d", count);
}

/* As on the form: in favour, against, abstentions. */
static char *
votes_label (const VlgVotes *votes)
{
  g_autofree char *in_favour = count_label (votes->in_favour);
  g_autofree char *against = count_label (votes->against);
  g_autofree char *abstentions = count_label (votes->abstentions);

  return vlg_votes_is_none (votes) ? NULL : g_strdup_printf ("%s\u00a0:\u00a0%s\u00a0:\u00a0%s", in_favour, against, abstentions);
}

static char *
votes_tooltip (VlgConsultationRow *self,
               VlgConsultation    *consultation)
{
  const VlgVotes *votes = consultation != NULL ? vlg_consultation_get_votes (consultation) : NULL;
  g_autofree char *in_favour = NULL;
  g_autofree char *against = NULL;
  g_autofree char *abstentions = NULL;

  if (votes == NULL || vlg_votes_is_none (votes))
    return NULL;

  in_favour = count_label (votes->in_favour);
  against = count_label (votes->against);
  abstentions = count_label (votes->abstentions);
  return g_strdup_printf (_("In favour: %s, against: %s, abstentions: %s"), in_favour, against, abstentions);
}

/* The result in words, and the votes below it. */
static char *
outcome_label (VlgConsultationRow *self,
               VlgConsultation    *consultation)
{
  g_autofree char *counts = NULL;
  VlgResult result;

  if (consultation == NULL)
    return NULL;

  counts = votes_label (vlg_consultation_get_votes (consultation));
  result = vlg_consultation_get_result (consultation);
  if (result == VLG_RESULT_NONE)
    return g_strdup (counts != NULL ? counts : "");
  if (counts == NULL)
    return g_strdup (vlg_result_get_label (result));

  return g_strdup_printf ("%s\n%s", vlg_result_get_label (result), counts);
}

static gboolean
has_outcome (VlgConsultationRow *self,
             VlgConsultation    *consultation)
{
  if (consultation == NULL)
    return FALSE;

  return vlg_consultation_get_result (consultation) != VLG_RESULT_NONE || !vlg_votes_is_none (vlg_consultation_get_votes (consultation));
}

static void
vlg_consultation_row_dispose (GObject *object)
{
  VlgConsultationRow *self = VLG_CONSULTATION_ROW (object);

  g_clear_object (&self->consultation);

  G_OBJECT_CLASS (vlg_consultation_row_parent_class)->dispose (object);
}

static void
vlg_consultation_row_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  VlgConsultationRow *self = VLG_CONSULTATION_ROW (object);

  switch (prop_id)
    {
    case PROP_CONSULTATION:
      g_value_set_object (value, self->consultation);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_consultation_row_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  VlgConsultationRow *self = VLG_CONSULTATION_ROW (object);

  switch (prop_id)
    {
    case PROP_CONSULTATION:
      if (g_set_object (&self->consultation, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_consultation_row_class_init (VlgConsultationRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = vlg_consultation_row_dispose;
  object_class->get_property = vlg_consultation_row_get_property;
  object_class->set_property = vlg_consultation_row_set_property;

  properties[PROP_CONSULTATION] = g_param_spec_object ("consultation", NULL, NULL, VLG_TYPE_CONSULTATION, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/vlg-consultation-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, subtitle_label);
  gtk_widget_class_bind_template_callback (widget_class, outcome_label);
  gtk_widget_class_bind_template_callback (widget_class, votes_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, has_outcome);
}

static void
vlg_consultation_row_init (VlgConsultationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
