/* vlg-motion-extras.c — what of a motion is shown in its editor, but not edited there
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion-extras.h"

#include <glib/gi18n.h>

#include "vlg-text-dialog.h"

struct _VlgMotionExtras {
  AdwBin parent_instance;

  /* borrowed */
  AdwPreferencesGroup *group;

  /* owned */
  VlgDraft        *draft;
  VlgImportReport *report;
  GSignalGroup    *signals;
  GPtrArray       *rows;      /* borrowed: the group's */
  char            *section;
};

enum {
  PROP_0,
  PROP_SECTION,
  PROP_DRAFT,
  PROP_REPORT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgMotionExtras, vlg_motion_extras, ADW_TYPE_BIN)

static AdwActionRow *
add_row (VlgMotionExtras *self,
         const char      *title,
         const char      *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", subtitle != NULL ? subtitle : "", NULL);

  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);

  return ADW_ACTION_ROW (row);
}

static void
make_button (AdwActionRow *row,
             const char   *action)
{
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
}

static void
add_import_notes (VlgMotionExtras *self,
                  VlgMotion       *motion)
{
  g_auto (GStrv) lines = g_strsplit (vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED), "\n", -1);
  guint n_lines = 0;
  guint n_odd = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n_lines += *g_strstrip (lines[i]) != '\0';
  for (guint i = 0; self->report != NULL && i < vlg_import_report_get_n_entries (self->report); i++)
    {
      VlgCertainty certainty = vlg_import_report_get_entry (self->report, i)->certainty;

      n_odd += certainty == VLG_CERTAINTY_GUESSED || certainty == VLG_CERTAINTY_PROBABLE;
    }

  if (self->report != NULL)
    {
      g_autofree char *odd = g_strdup_printf (ngettext ("%u field deserves a look", "%u fields deserve a look", n_odd), n_odd);

      make_button (add_row (self, _("Import Report"), n_odd > 0 ? odd : _("What was found, and where")), "motion.report");
    }
  if (n_lines > 0)
    {
      g_autofree char *missed = g_strdup_printf (ngettext ("%u line was not recognised", "%u lines were not recognised", n_lines), n_lines);

      make_button (add_row (self, missed, _("Kept word for word with the motion")), "extras.unrecognised");
    }
}

static void
update (VlgMotionExtras *self)
{
  static const struct { const char *section; void (*add) (VlgMotionExtras *self, VlgMotion *motion); } parts[] = {
    { "import", add_import_notes },
  };

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < G_N_ELEMENTS (parts) && self->draft != NULL; i++)
    if (g_strcmp0 (self->section, parts[i].section) == 0)
      parts[i].add (self, vlg_draft_get_motion (self->draft));

  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void
unrecognised_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  VlgMotion *motion = vlg_draft_get_motion (VLG_MOTION_EXTRAS (widget)->draft);

  vlg_text_dialog_present (widget, _("Not Recognised"), vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED), TRUE);
}

static void
vlg_motion_extras_dispose (GObject *object)
{
  VlgMotionExtras *self = VLG_MOTION_EXTRAS (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->draft);
  g_clear_object (&self->report);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->section, g_free);

  G_OBJECT_CLASS (vlg_motion_extras_parent_class)->dispose (object);
}

static void
vlg_motion_extras_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  VlgMotionExtras *self = VLG_MOTION_EXTRAS (object);

  switch (prop_id)
    {
    case PROP_SECTION:
      g_value_set_string (value, self->section);
      break;
    case PROP_DRAFT:
      g_value_set_object (value, self->draft);
      break;
    case PROP_REPORT:
      g_value_set_object (value, self->report);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_motion_extras_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  VlgMotionExtras *self = VLG_MOTION_EXTRAS (object);

  switch (prop_id)
    {
    case PROP_SECTION:
      self->section = g_value_dup_string (value);
      break;
    case PROP_DRAFT:
      if (!g_set_object (&self->draft, g_value_get_object (value)))
        return;
      g_signal_group_set_target (self->signals, self->draft != NULL ? vlg_draft_get_motion (self->draft) : NULL);
      update (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_REPORT:
      if (!g_set_object (&self->report, g_value_get_object (value)))
        return;
      update (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_motion_extras_class_init (VlgMotionExtrasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = vlg_motion_extras_dispose;
  object_class->get_property = vlg_motion_extras_get_property;
  object_class->set_property = vlg_motion_extras_set_property;

  properties[PROP_SECTION] = g_param_spec_string ("section", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, VLG_TYPE_DRAFT, flags);
  properties[PROP_REPORT] = g_param_spec_object ("report", NULL, NULL, VLG_TYPE_IMPORT_REPORT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "extras.unrecognised", NULL, unrecognised_action);
}

static void
vlg_motion_extras_init (VlgMotionExtras *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  self->signals = g_signal_group_new (VLG_TYPE_MOTION);
  g_signal_group_connect_swapped (self->signals, "notify::unrecognised", G_CALLBACK (update), self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
