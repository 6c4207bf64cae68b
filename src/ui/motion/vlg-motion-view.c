/* vlg-motion-view.c — one motion: its header bar, its editor, its paper
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion-view.h"

#include <glib/gi18n.h>

#include "vlg-motion-editor.h"
#include "vlg-paper-preview.h"
#include "vlg-platform.h"
#include "vlg-versions-window.h"
#include "vlg-width-gauge.h"

struct _VlgMotionView {
  AdwBin parent_instance;

  /* template widgets: see the note in vlg-motions-page-private.h */
  GtkWidget       *flap;
  VlgMotionEditor *editor;
  VlgPaperPreview *paper;

  /* owned */
  VlgOffice       *office;
  VlgMotion       *motion;
  VlgImportReport *report;
  VlgDraft        *draft;      /* of the motion */
  GPtrArray       *leaving;    /* VlgDraft: of motions shown before, until they are saved */
  VlgMotion       *unsaved;    /* why the last closing failed, or NULL */
  GSignalGroup    *draft_signals;
  GSignalGroup    *motion_signals;
  guint            paper_source;

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
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgMotionView, vlg_motion_view, ADW_TYPE_BIN)

/* Changes that come together make one paper. */
#define PAPER_MS 20

/* The paper is of a copy: the motion goes on changing. */
static gboolean
paper_cb (gpointer user_data)
{
  VlgMotionView *self = user_data;
  g_autoptr (VlgMotion) copy = vlg_motion_copy (self->motion);

  self->paper_source = 0;
  vlg_paper_preview_set_motion (self->paper, copy);

  return G_SOURCE_REMOVE;
}

static void
queue_paper (VlgMotionView *self)
{
  if (self->motion != NULL && self->paper_source == 0)
    self->paper_source = g_timeout_add (PAPER_MS, paper_cb, self);
}

/* A motion that is no longer shown */

typedef struct {
  VlgMotionView *view;
  VlgDraft      *draft;
} Leaving;

static VlgDraft *
find_leaving (VlgMotionView *self,
              const char    *uid)
{
  for (guint i = 0; i < self->leaving->len; i++)
    {
      VlgDraft *draft = g_ptr_array_index (self->leaving, i);

      if (g_strcmp0 (vlg_motion_get_uid (vlg_draft_get_motion (draft)), uid) == 0)
        return draft;
    }

  return NULL;
}

/* What the person calls it. Borrowed. */
static const char *
find_name (VlgDraft *draft)
{
  VlgMotion *motion = vlg_draft_get_motion (draft);
  const char *title = vlg_motion_get_text (motion, VLG_FIELD_TITLE);
  VlgMotionNumber *number = vlg_motion_get_number (motion);

  if (*title != '\0')
    return title;

  return number != NULL ? vlg_motion_number_get_text (number) : _("Untitled");
}

static void
left_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (VlgMotionView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  VlgDraft *draft = VLG_DRAFT (source);

  if (vlg_draft_close_finish (draft, result, &error))
    {
      if (self->leaving != NULL)
        g_ptr_array_remove (self->leaving, draft);
      return;
    }
  if (self->leaving == NULL || draft == self->draft)
    return;

  /* It is kept, tries again by itself, and is taken up again when its motion is. */
  text = g_markup_printf_escaped (_("“%s” is not saved yet: %s"), find_name (draft), error->message);
  vlg_platform_add_toast (GTK_WIDGET (self), adw_toast_new (text));
}

static void
leave_draft (VlgMotionView *self)
{
  g_autoptr (VlgDraft) draft = NULL;

  if (self->draft == NULL)
    return;

  vlg_motion_editor_commit (self->editor);
  vlg_motion_editor_set_draft (self->editor, NULL);
  draft = g_steal_pointer (&self->draft);
  g_ptr_array_add (self->leaving, g_object_ref (draft));
  vlg_draft_close_async (draft, NULL, left_cb, g_object_ref (self));
}

/* The paper is in the words of the profile the motion was made under. */
static void
profile_cb (VlgMotionView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROFILE]);
}

static void
take_draft (VlgMotionView *self)
{
  if (self->draft == NULL && self->motion != NULL && self->office != NULL)
    {
      self->draft = vlg_draft_new (self->office, self->motion);
      vlg_motion_editor_set_draft (self->editor, self->draft);
    }
  g_signal_group_set_target (self->draft_signals, self->draft);
  g_signal_group_set_target (self->motion_signals, self->motion);
  profile_cb (self);
}

static char *
number_label (VlgMotionView   *self,
              VlgMotionNumber *number)
{
  return g_strdup (number != NULL ? vlg_motion_number_get_text (number) : _("No number yet"));
}

static char *
state_label (VlgMotionView *self,
             VlgMotion     *motion,
             VlgStage       stage)
{
  return g_strdup (motion != NULL ? vlg_state_get_label (vlg_motion_get_state (motion)) : "");
}

/* In a narrow window the number of the motion needs the room of the buttons that nobody needs there. NULL: what the desktop says. Caller owns. */
static char *
decoration_layout (VlgMotionView *self,
                   gboolean       narrow)
{
  g_autofree char *layout = NULL;
  g_auto (GStrv) sides = NULL;

  if (!narrow)
    return NULL;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-decoration-layout", &layout, NULL);
  sides = g_strsplit (layout != NULL ? layout : "", ":", -1);
  for (guint i = 0; sides[i] != NULL; i++)
    {
      g_auto (GStrv) buttons = g_strsplit (sides[i], ",", -1);
      g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
      g_auto (GStrv) names = NULL;

      for (guint j = 0; buttons[j] != NULL; j++)
        {
          if (!g_str_equal (buttons[j], "minimize") && !g_str_equal (buttons[j], "maximize"))
            g_strv_builder_add (kept, buttons[j]);
        }
      names = g_strv_builder_end (kept);
      g_free (sides[i]);
      sides[i] = g_strjoinv (",", names);
    }

  return g_strjoinv (":", sides);
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
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  vlg_motion_view_find (VLG_MOTION_VIEW (widget));
}

/* "motion.versions" without a row; "motion.seen" with the uid of a consultation: what that body saw. */
static void
versions_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  VlgMotionView *self = VLG_MOTION_VIEW (widget);
  GListModel *rows = self->motion != NULL ? G_LIST_MODEL (vlg_motion_get_consultations (self->motion)) : NULL;
  const char *uid = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;
  g_autoptr (VlgConsultation) seen_by = NULL;

  if (self->draft == NULL)
    return;
  for (guint i = 0; uid != NULL && i < g_list_model_get_n_items (rows) && seen_by == NULL; i++)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (rows, i);

      if (g_strcmp0 (vlg_consultation_get_uid (row), uid) == 0)
        seen_by = g_steal_pointer (&row);
    }
  vlg_motion_editor_commit (self->editor);
  gtk_window_present (GTK_WINDOW (vlg_versions_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->draft, seen_by)));
}

static gboolean
ignore_key_cb (GtkWidget *widget,
               GVariant  *parameter,
               gpointer   user_data)
{
  return TRUE;
}

static void
vlg_motion_view_dispose (GObject *object)
{
  VlgMotionView *self = VLG_MOTION_VIEW (object);

  g_clear_handle_id (&self->paper_source, g_source_remove);
  g_clear_object (&self->draft_signals);
  g_clear_object (&self->motion_signals);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->leaving, g_ptr_array_unref);
  g_clear_object (&self->unsaved);
  g_clear_object (&self->office);
  g_clear_object (&self->motion);
  g_clear_object (&self->report);

  G_OBJECT_CLASS (vlg_motion_view_parent_class)->dispose (object);
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
      g_value_set_object (value, self->draft != NULL ? vlg_draft_get_profile (self->draft) : self->office != NULL ? vlg_office_get_profile (self->office) : NULL);
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
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vlg_motion_view_class_init (VlgMotionViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_motion_view_dispose;
  object_class->get_property = vlg_motion_view_get_property;
  object_class->set_property = vlg_motion_view_set_property;
  install_properties (object_class);

  gtk_widget_class_install_action (widget_class, "motion.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "motion.preview", NULL, preview_action);
  gtk_widget_class_install_action (widget_class, "motion.versions", NULL, versions_action);
  gtk_widget_class_install_action (widget_class, "motion.seen", "s", versions_action);
  /* In the list it throws a motion away; among fields it was meant for what stands in one. */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, ignore_key_cb, NULL);

  g_type_ensure (VLG_TYPE_MOTION_EDITOR);
  g_type_ensure (VLG_TYPE_PAPER_PREVIEW);
  g_type_ensure (VLG_TYPE_WIDTH_GAUGE);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/vlg-motion-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgMotionView, flap);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionView, editor);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionView, paper);
  gtk_widget_class_bind_template_callback (widget_class, decoration_layout);
  gtk_widget_class_bind_template_callback (widget_class, number_label);
  gtk_widget_class_bind_template_callback (widget_class, state_label);
  gtk_widget_class_bind_template_callback (widget_class, flap_folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
}

static void
vlg_motion_view_init (VlgMotionView *self)
{
  self->preview = TRUE;
  self->leaving = g_ptr_array_new_with_free_func (g_object_unref);
  self->draft_signals = g_signal_group_new (VLG_TYPE_DRAFT);
  g_signal_group_connect_swapped (self->draft_signals, "changed", G_CALLBACK (queue_paper), self);
  g_signal_group_connect_swapped (self->draft_signals, "notify::profile", G_CALLBACK (profile_cb), self);
  self->motion_signals = g_signal_group_new (VLG_TYPE_MOTION);
  g_signal_group_connect_swapped (self->motion_signals, "notify", G_CALLBACK (queue_paper), self);

  gtk_widget_init_template (GTK_WIDGET (self));
}

void
vlg_motion_view_set_motion (VlgMotionView *self,
                            VlgMotion     *motion)
{
  VlgDraft *unsaved;

  g_return_if_fail (VLG_IS_MOTION_VIEW (self));
  g_return_if_fail (motion == NULL || VLG_IS_MOTION (motion));

  if (self->motion == motion)
    return;

  leave_draft (self);
  g_clear_handle_id (&self->paper_source, g_source_remove);

  /* What could not be saved when it was left is still as it was written. */
  unsaved = motion != NULL ? find_leaving (self, vlg_motion_get_uid (motion)) : NULL;
  if (unsaved != NULL)
    motion = vlg_draft_get_motion (unsaved);
  g_set_object (&self->motion, motion);
  if (unsaved != NULL)
    {
      self->draft = g_object_ref (unsaved);
      g_ptr_array_remove (self->leaving, unsaved);
      vlg_motion_editor_set_draft (self->editor, self->draft);
    }
  take_draft (self);

  if (self->motion != NULL)
    paper_cb (self);
  else
    vlg_paper_preview_set_motion (self->paper, NULL);
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

VlgMotion *
vlg_motion_view_get_motion (VlgMotionView *self)
{
  g_return_val_if_fail (VLG_IS_MOTION_VIEW (self), NULL);

  return self->motion;
}

VlgDraft *
vlg_motion_view_get_draft (VlgMotionView *self)
{
  g_return_val_if_fail (VLG_IS_MOTION_VIEW (self), NULL);

  return self->draft;
}

void
vlg_motion_view_commit (VlgMotionView *self)
{
  g_return_if_fail (VLG_IS_MOTION_VIEW (self));

  vlg_motion_editor_commit (self->editor);
}

void
vlg_motion_view_jump (VlgMotionView *self,
                      VlgField       field)
{
  g_return_if_fail (VLG_IS_MOTION_VIEW (self));

  vlg_motion_editor_jump (self->editor, field, -1);
}

void
vlg_motion_view_find (VlgMotionView *self)
{
  g_return_if_fail (VLG_IS_MOTION_VIEW (self));

  gtk_widget_activate_action (GTK_WIDGET (self->editor), "motion-editor.find", NULL);
}

/* Closing: one draft after the other, those left before first. */

static void close_next (GTask *task);

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  VlgMotionView *self = g_task_get_source_object (task);
  GPtrArray *closed = g_task_get_task_data (task);
  VlgDraft *draft = VLG_DRAFT (source);
  g_autoptr (GError) error = NULL;

  if (vlg_draft_close_finish (draft, result, &error))
    {
      g_ptr_array_add (closed, g_object_ref (draft));
      if (self->leaving != NULL && draft != self->draft)
        g_ptr_array_remove (self->leaving, draft);
      close_next (g_steal_pointer (&task));
      return;
    }

  g_set_object (&self->unsaved, vlg_draft_get_motion (draft));
  g_task_return_new_error (task, error->domain, error->code, _("“%s” is not saved yet: %s"), find_name (draft), error->message);
}

/* A draft that was closed may have been written in while another one was. */
static gboolean
is_closed (GPtrArray *closed,
           VlgDraft  *draft)
{
  return vlg_draft_get_given_up (draft) ||
         (g_ptr_array_find (closed, draft, NULL) && vlg_draft_get_save_state (draft) == VLG_SAVE_STATE_SAVED);
}

static void
close_next (GTask *task)
{
  VlgMotionView *self = g_task_get_source_object (task);
  GPtrArray *closed = g_task_get_task_data (task);
  VlgDraft *next = NULL;

  for (guint i = 0; self->leaving != NULL && i < self->leaving->len && next == NULL; i++)
    if (!is_closed (closed, g_ptr_array_index (self->leaving, i)))
      next = g_ptr_array_index (self->leaving, i);
  if (next == NULL && self->draft != NULL)
    {
      vlg_motion_editor_commit (self->editor);
      if (!is_closed (closed, self->draft))
        next = self->draft;
    }

  if (next != NULL)
    {
      vlg_draft_close_async (next, NULL, closed_cb, task);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

void
vlg_motion_view_close_async (VlgMotionView       *self,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VLG_IS_MOTION_VIEW (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vlg_motion_view_close_async);
  g_task_set_task_data (task, g_ptr_array_new_with_free_func (g_object_unref), (GDestroyNotify) g_ptr_array_unref);
  g_clear_object (&self->unsaved);
  close_next (task);
}

gboolean
vlg_motion_view_close_finish (VlgMotionView  *self,
                              GAsyncResult   *result,
                              VlgMotion     **unsaved,
                              GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  *unsaved = self->unsaved;

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
vlg_motion_view_give_up (VlgMotionView *self,
                         gboolean       given_up)
{
  g_return_if_fail (VLG_IS_MOTION_VIEW (self));

  for (guint i = 0; i <= self->leaving->len; i++)
    {
      VlgDraft *draft = i < self->leaving->len ? g_ptr_array_index (self->leaving, i) : self->draft;

      if (draft != NULL && (!given_up || vlg_draft_get_motion (draft) == self->unsaved))
        vlg_draft_set_given_up (draft, given_up);
    }
}
