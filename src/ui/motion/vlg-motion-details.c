/* vlg-motion-details.c — a motion at a glance, in the order of the form
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion-details.h"

#include <glib/gi18n.h>

#include "vlg-annex-row.h"
#include "vlg-consultation-row.h"
#include "vlg-document.h"
#include "vlg-passage.h"
#include "vlg-text-dialog.h"

struct _VlgMotionDetails {
  AdwBin parent_instance;

  /* template widgets */
  GtkListBox *consultations;
  GtkListBox *marks;
  GtkListBox *annexes;
  GtkListBox *relations;

  /* owned */
  VlgOffice       *office;
  VlgMotion       *motion;
  VlgImportReport *report;
};

enum {
  PROP_0,
  PROP_OFFICE,
  PROP_MOTION,
  PROP_REPORT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgMotionDetails, vlg_motion_details, ADW_TYPE_BIN)

/* Rows */

static GtkWidget *
plain_row_new (const char *title,
               const char *subtitle)
{
  return g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", subtitle, NULL);
}

static GtkWidget *
create_consultation_row (gpointer item,
                         gpointer user_data)
{
  return g_object_new (VLG_TYPE_CONSULTATION_ROW, "consultation", item, NULL);
}

static GtkWidget *
create_annex_row (gpointer item,
                  gpointer user_data)
{
  VlgMotionDetails *self = user_data;

  return g_object_new (VLG_TYPE_ANNEX_ROW, "office", self->office, "annex", item, NULL);
}

static GtkWidget *
create_mark_row (gpointer item,
                 gpointer user_data)
{
  VlgMotionDetails *self = user_data;
  VlgLeitbild *leitbild = vlg_profile_get_leitbild (vlg_office_get_profile (self->office));
  VlgActionField *field = vlg_leitbild_find_field (leitbild, vlg_mark_get_field (item));
  g_autofree char *goals = g_strjoinv (", ", (char **) vlg_mark_get_goals (item));

  return plain_row_new (field != NULL ? vlg_action_field_get_name (field) : vlg_mark_get_field (item),
                        *goals != '\0' ? goals : _("No goal named"));
}

static const char *
relation_label (VlgRelationKind kind)
{
  switch (kind)
    {
    case VLG_RELATION_AMENDS:
      return _("Amends");
    case VLG_RELATION_REPLACES:
      return _("Replaces");
    case VLG_RELATION_SUPPLEMENTS:
      return _("Supplements");
    case VLG_RELATION_ANSWERS:
      return _("Answers");
    case VLG_RELATION_REPEALS:
      return _("Repeals");
    case VLG_RELATION_MENTIONS:
    default:
      return _("Mentioned in the text");
    }
}

static GtkWidget *
create_relation_row (gpointer item,
                     gpointer user_data)
{
  return plain_row_new (vlg_motion_number_get_text (vlg_relation_get_target (item)), relation_label (vlg_relation_get_kind (item)));
}

static void
bind_rows (VlgMotionDetails           *self,
           GtkListBox                 *box,
           GListStore                 *items,
           GtkListBoxCreateWidgetFunc  create)
{
  gtk_list_box_bind_model (box, G_LIST_MODEL (items), items != NULL ? create : NULL, self, NULL);
  gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (box), ADW_TYPE_PREFERENCES_GROUP),
                          items != NULL && g_list_model_get_n_items (G_LIST_MODEL (items)) > 0);
}

static void
update_rows (VlgMotionDetails *self)
{
  VlgMotion *motion = self->office != NULL ? self->motion : NULL;

  bind_rows (self, self->consultations, motion != NULL ? vlg_motion_get_consultations (motion) : NULL, create_consultation_row);
  bind_rows (self, self->marks, motion != NULL ? vlg_motion_get_marks (motion) : NULL, create_mark_row);
  bind_rows (self, self->annexes, motion != NULL ? vlg_motion_get_annexes (motion) : NULL, create_annex_row);
  bind_rows (self, self->relations, motion != NULL ? vlg_motion_get_relations (motion) : NULL, create_relation_row);
}

/* Closures of the template */

static char *
title_label (VlgMotionDetails *self,
             const char       *title)
{
  return g_strdup (title != NULL && *title != '\0' ? title : _("Untitled"));
}

static gboolean
has_text (VlgMotionDetails *self,
          const char       *text)
{
  return text != NULL && *text != '\0';
}

static char *
visibility_label (VlgMotionDetails *self,
                  VlgVisibility     visibility)
{
  return g_strdup (vlg_visibility_get_label (visibility));
}

static gboolean
is_non_public (VlgMotionDetails *self,
               VlgVisibility     visibility)
{
  return visibility == VLG_VISIBILITY_NON_PUBLIC;
}

static char *
day_label (VlgMotionDetails *self,
           guint             day)
{
  return vlg_day_to_display (day);
}

static gboolean
has_day (VlgMotionDetails *self,
         guint             day)
{
  return day != VLG_DAY_NONE;
}

/* A group without a row would be a line. */
static gboolean
has_head (VlgMotionDetails *self,
          const char       *submitter,
          const char       *responsible,
          guint             received_on,
          guint             decided_on,
          VlgVisibility     visibility)
{
  return has_text (self, submitter) || has_text (self, responsible) ||
         has_day (self, received_on) || has_day (self, decided_on) || is_non_public (self, visibility);
}

static gboolean
is_not_relevant (VlgMotionDetails *self,
                 VlgRelevance      relevance)
{
  return relevance == VLG_RELEVANCE_NOT_RELEVANT;
}

static char *
plain_text (VlgMotionDetails *self,
            const char       *markdown)
{
  return vlg_markdown_to_plain (markdown != NULL ? markdown : "");
}

static char *
unrecognised_label (VlgMotionDetails *self,
                    const char       *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  guint n_lines = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n_lines += *g_strstrip (lines[i]) != '\0';

  return g_strdup_printf (ngettext ("%u line was not recognised", "%u lines were not recognised", n_lines), n_lines);
}

static gboolean
has_report (VlgMotionDetails *self,
            VlgImportReport  *report)
{
  return report != NULL;
}

static gboolean
has_notes (VlgMotionDetails *self,
           VlgImportReport  *report,
           const char       *unrecognised)
{
  return has_report (self, report) || has_text (self, unrecognised);
}

static char *
number_label (VlgMotionDetails *self,
              VlgMotion        *motion)
{
  const char *number = motion != NULL ? vlg_motion_get_number_text (motion) : "";

  return g_strdup (*number != '\0' ? number : _("No number yet"));
}

static char *
report_label (VlgMotionDetails *self,
              VlgImportReport  *report)
{
  guint n_odd = 0;

  for (guint i = 0; report != NULL && i < vlg_import_report_get_n_entries (report); i++)
    {
      VlgCertainty certainty = vlg_import_report_get_entry (report, i)->certainty;

      n_odd += certainty == VLG_CERTAINTY_GUESSED || certainty == VLG_CERTAINTY_PROBABLE;
    }

  if (n_odd == 0)
    return g_strdup (_("What was found, and where"));

  return g_strdup_printf (ngettext ("%u field deserves a look", "%u fields deserve a look", n_odd), n_odd);
}

static void
unrecognised_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  VlgMotionDetails *self = VLG_MOTION_DETAILS (widget);

  vlg_text_dialog_present (widget, _("Not Recognised"), vlg_motion_get_text (self->motion, VLG_FIELD_UNRECOGNISED), TRUE);
}

static void
vlg_motion_details_dispose (GObject *object)
{
  VlgMotionDetails *self = VLG_MOTION_DETAILS (object);

  g_clear_object (&self->office);
  g_clear_object (&self->motion);
  g_clear_object (&self->report);

  G_OBJECT_CLASS (vlg_motion_details_parent_class)->dispose (object);
}

static void
vlg_motion_details_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  VlgMotionDetails *self = VLG_MOTION_DETAILS (object);

  switch (prop_id)
    {
    case PROP_OFFICE:
      g_value_set_object (value, self->office);
      break;
    case PROP_MOTION:
      g_value_set_object (value, self->motion);
      break;
    case PROP_REPORT:
      g_value_set_object (value, self->report);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_motion_details_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  VlgMotionDetails *self = VLG_MOTION_DETAILS (object);

  switch (prop_id)
    {
    case PROP_OFFICE:
      if (g_set_object (&self->office, g_value_get_object (value)))
        {
          update_rows (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_MOTION:
      vlg_motion_details_set_motion (self, g_value_get_object (value));
      break;
    case PROP_REPORT:
      if (g_set_object (&self->report, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/vlg-motion-details.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgMotionDetails, consultations);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionDetails, marks);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionDetails, annexes);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionDetails, relations);
  gtk_widget_class_bind_template_callback (widget_class, title_label);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, visibility_label);
  gtk_widget_class_bind_template_callback (widget_class, is_non_public);
  gtk_widget_class_bind_template_callback (widget_class, day_label);
  gtk_widget_class_bind_template_callback (widget_class, has_day);
  gtk_widget_class_bind_template_callback (widget_class, has_head);
  gtk_widget_class_bind_template_callback (widget_class, is_not_relevant);
  gtk_widget_class_bind_template_callback (widget_class, plain_text);
  gtk_widget_class_bind_template_callback (widget_class, unrecognised_label);
  gtk_widget_class_bind_template_callback (widget_class, has_report);
  gtk_widget_class_bind_template_callback (widget_class, has_notes);
  gtk_widget_class_bind_template_callback (widget_class, number_label);
  gtk_widget_class_bind_template_callback (widget_class, report_label);
}

static void
vlg_motion_details_class_init (VlgMotionDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = vlg_motion_details_dispose;
  object_class->get_property = vlg_motion_details_get_property;
  object_class->set_property = vlg_motion_details_set_property;

  properties[PROP_OFFICE] = g_param_spec_object ("office", NULL, NULL, VLG_TYPE_OFFICE, flags);
  properties[PROP_MOTION] = g_param_spec_object ("motion", NULL, NULL, VLG_TYPE_MOTION, flags);
  properties[PROP_REPORT] = g_param_spec_object ("report", NULL, NULL, VLG_TYPE_IMPORT_REPORT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "details.unrecognised", NULL, unrecognised_action);

  g_type_ensure (VLG_TYPE_PASSAGE);
  g_type_ensure (VLG_TYPE_MOTION);

  bind_template (widget_class);
}

static void
vlg_motion_details_init (VlgMotionDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
vlg_motion_details_set_motion (VlgMotionDetails *self,
                               VlgMotion        *motion)
{
  gboolean other;

  g_return_if_fail (VLG_IS_MOTION_DETAILS (self));
  g_return_if_fail (motion == NULL || VLG_IS_MOTION (motion));

  if (self->motion == motion)
    return;

  other = self->motion == NULL || motion == NULL || g_strcmp0 (vlg_motion_get_uid (self->motion), vlg_motion_get_uid (motion)) != 0;
  g_set_object (&self->motion, motion);
  update_rows (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOTION]);

  if (other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self)))), 0);
}
