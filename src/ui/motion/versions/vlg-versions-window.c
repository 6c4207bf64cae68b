/* vlg-versions-window.c — the versions of a motion, two of them compared, any restored
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-versions-window.h"

#include <glib/gi18n.h>

#include "vlg-change-view.h"
#include "vlg-platform.h"
#include "vlg-version-list.h"
#include "vlg-wrap-box.h"

struct _VlgVersionsWindow {
  AdwWindow parent_instance;

  /* template widgets */
  AdwWindowTitle  *title;
  GtkToggleButton *side_by_side;
  GtkWidget       *flap;
  GtkListBox      *list;
  GtkDropDown     *other;
  GtkLabel        *note;
  GtkStack        *stack;
  GtkBox          *changes;

  /* owned */
  VlgDraft        *draft;
  VlgConsultation *seen_by;      /* NULL: none was asked for, or it was shown */
  char            *restored;     /* uid of the version that was restored last: it stays chosen */
  GListModel      *versions;     /* newest first */
  GCancellable    *cancellable;  /* of the comparison that is on its way */

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (VlgVersionsWindow, vlg_versions_window, ADW_TYPE_WINDOW)

/* Comparing, beside the main loop */

typedef struct {
  VlgOffice *office;
  VlgMotion *now;       /* a copy */
  char *from;           /* uids of versions, NULL: @now */
  char *to;
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_object_unref (errand->office);
  g_object_unref (errand->now);
  g_free (errand->from);
  g_free (errand->to);
  g_free (errand);
}

static VlgMotion *
load (Errand      *errand,
      const char  *uid,
      GError     **error)
{
  return uid != NULL ? vlg_version_load (errand->office, uid, error) : g_object_ref (errand->now);
}

static void
compare_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Errand *errand = task_data;
  GError *error = NULL;
  g_autoptr (VlgMotion) from = load (errand, errand->from, &error);
  g_autoptr (VlgMotion) to = from != NULL ? load (errand, errand->to, &error) : NULL;
  g_autoptr (VlgProfile) profile = NULL;

  if (to == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  profile = vlg_office_load_profile (errand->office, errand->now);
  g_task_return_pointer (task, vlg_comparison_new (from, to, profile), g_object_unref);
}

static void
update_sides (VlgVersionsWindow *self)
{
  gboolean active;

  if (self->draft == NULL)
    return;
  /* Two columns need the room of two. */
  active = gtk_toggle_button_get_active (self->side_by_side) && !vlg_platform_flap_is_folded (self->flap);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->changes)); child != NULL; child = gtk_widget_get_next_sibling (child))
    g_object_set (child, "side-by-side", active, NULL);
}

static void
folded_cb (VlgVersionsWindow *self)
{
  gboolean folded;

  if (self->draft == NULL)
    return;
  folded = vlg_platform_flap_is_folded (self->flap);
  vlg_platform_flap_set_revealed (self->flap, !folded);
  gtk_widget_set_visible (GTK_WIDGET (self->side_by_side), !folded);
  update_sides (self);
}

static void
show_changes (VlgVersionsWindow *self,
              GListModel        *changes)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->changes))) != NULL)
    gtk_box_remove (self->changes, child);
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (VlgChange) change = g_list_model_get_item (changes, i);

      gtk_box_append (self->changes, vlg_change_view_new (change));
    }
  update_sides (self);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (changes) > 0 ? "changes" : "same");
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  VlgVersionsWindow *self = VLG_VERSIONS_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) changes = g_task_propagate_pointer (G_TASK (result), &error);

  if (changes != NULL)
    show_changes (self, changes);
  else if (self->draft != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    vlg_platform_tell (GTK_WINDOW (self), _("The Version Cannot Be Read"), error->message, NULL);
}

/* The version chosen in the list; NULL for none. Borrowed. */
static VlgVersion *
get_chosen (VlgVersionsWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  g_autoptr (VlgVersion) version = row != NULL ? g_list_model_get_item (self->versions, (guint) gtk_list_box_row_get_index (row)) : NULL;

  return version;
}

/* The older of the two stands first, whichever was chosen where. */
static void
compare (VlgVersionsWindow *self)
{
  g_autoptr (VlgVersion) other = NULL;
  g_autoptr (GTask) task = NULL;
  VlgVersion *chosen;
  Errand *errand;
  guint selected;

  /* While the window goes its widgets still report, some of which are gone already. */
  if (self->draft == NULL)
    return;
  chosen = !self->filling && self->versions != NULL ? get_chosen (self) : NULL;
  selected = gtk_drop_down_get_selected (self->other);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "versions.restore", chosen != NULL);
  if (chosen == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (selected > 0)
    other = g_list_model_get_item (self->versions, selected - 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  errand = g_new0 (Errand, 1);
  errand->office = g_object_ref (vlg_draft_get_office (self->draft));
  errand->now = vlg_motion_copy (vlg_draft_get_motion (self->draft));
  errand->from = g_strdup (vlg_version_get_uid (chosen));
  errand->to = other != NULL ? g_strdup (vlg_version_get_uid (other)) : NULL;
  if (other != NULL && vlg_version_get_number (other) < vlg_version_get_number (chosen))
    {
      char *older = g_steal_pointer (&errand->to);

      errand->to = g_steal_pointer (&errand->from);
      errand->from = older;
    }
  task = g_task_new (self, self->cancellable, compared_cb, NULL);
  g_task_set_source_tag (task, compare);
  g_task_set_task_data (task, errand, errand_free);
  g_task_run_in_thread (task, compare_thread);
}

/* The list */

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (vlg_version_get_title (item));
  GtkWidget *subtitle = gtk_label_new (vlg_version_get_subtitle (item));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_label_set_wrap (GTK_LABEL (subtitle), TRUE);
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_widget_add_css_class (box, "version-row");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);

  return box;
}

static guint
find_position (VlgVersionsWindow *self,
               const char        *uid)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->versions); i++)
    {
      g_autoptr (VlgVersion) other = g_list_model_get_item (self->versions, i);

      if (g_strcmp0 (vlg_version_get_uid (other), uid) == 0)
        return i;
    }

  return 0;
}

/* The row to begin with; what it means is said. */
static guint
find_first (VlgVersionsWindow *self)
{
  g_autoptr (VlgConsultation) row = g_steal_pointer (&self->seen_by);
  guint n = g_list_model_get_n_items (self->versions);
  g_autofree char *day = row != NULL ? vlg_day_to_display (vlg_consultation_get_day (row)) : NULL;
  g_autofree char *note = NULL;
  VlgVersion *seen;

  if (self->restored != NULL)
    return find_position (self, self->restored);
  if (row == NULL)
    return n > 1 ? 1 : 0;
  seen = vlg_version_list_find_seen (self->versions, row);
  note = seen != NULL ? g_strdup_printf (_("%s met with version %u on %s. What has changed since:"), vlg_consultation_get_body (row), vlg_version_get_number (seen), day)
                      : g_strdup_printf (_("No version is as old as the meeting of %s on %s. This is the oldest one."), vlg_consultation_get_body (row), day);
  gtk_label_set_label (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), TRUE);

  return seen != NULL ? find_position (self, vlg_version_get_uid (seen)) : n - 1;
}

static void
fill (VlgVersionsWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = g_list_model_get_n_items (self->versions);

  self->filling = TRUE;
  gtk_string_list_append (names, _("Today"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VlgVersion) version = g_list_model_get_item (self->versions, i);

      gtk_string_list_append (names, vlg_version_get_title (version));
    }
  gtk_drop_down_set_model (self->other, G_LIST_MODEL (names));
  gtk_list_box_bind_model (self->list, self->versions, create_row, NULL, NULL);
  if (n > 0)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) find_first (self)));
  self->filling = FALSE;
  compare (self);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (VlgVersionsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) versions = vlg_version_list_finish (VLG_OFFICE (source), result, &error);

  if (self->draft == NULL)
    return;
  if (versions == NULL)
    {
      vlg_platform_tell (GTK_WINDOW (self), _("The Versions Cannot Be Read"), error->message, NULL);
      return;
    }
  g_set_object (&self->versions, versions);
  fill (self);
}

static void
read_list (VlgVersionsWindow *self)
{
  vlg_version_list_async (vlg_draft_get_office (self->draft), vlg_motion_get_uid (vlg_draft_get_motion (self->draft)), NULL, listed_cb, g_object_ref (self));
}

/* Restoring */

static void
undo_clicked_cb (VlgVersionsWindow *self)
{
  if (self->draft == NULL)
    return;
  vlg_draft_undo (self->draft);
  compare (self);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (VlgVersionsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) kept = vlg_version_restore_finish (VLG_DRAFT (source), result, &error);
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (self->draft == NULL)
    return;
  if (kept == NULL)
    {
      vlg_platform_tell (GTK_WINDOW (self), _("The Version Was Not Restored"), error->message, NULL);
      return;
    }
  toast = adw_toast_new (_("The version was restored"));
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), self, G_CONNECT_SWAPPED);
  vlg_platform_add_toast (self->flap, toast);
  text = g_strjoinv ("\n", kept);
  gtk_label_set_label (self->note, text);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *text != '\0');
  read_list (self);
}

static void
restore_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  VlgVersionsWindow *self = VLG_VERSIONS_WINDOW (widget);
  VlgVersion *version = self->versions != NULL ? get_chosen (self) : NULL;

  if (version == NULL)
    return;
  g_free (self->restored);
  self->restored = g_strdup (vlg_version_get_uid (version));
  vlg_version_restore_async (self->draft, self->restored, NULL, restored_cb, g_object_ref (self));
}

/* A comparison on its way may keep this window longer than its parent lives, of which GTK is not told. */
static void
vlg_versions_window_unrealize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vlg_versions_window_parent_class)->unrealize (widget);
  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

static void
vlg_versions_window_dispose (GObject *object)
{
  VlgVersionsWindow *self = VLG_VERSIONS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->versions);
  g_clear_object (&self->seen_by);
  g_clear_pointer (&self->restored, g_free);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (vlg_versions_window_parent_class)->dispose (object);
}

static void
vlg_versions_window_class_init (VlgVersionsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vlg_versions_window_dispose;
  widget_class->unrealize = vlg_versions_window_unrealize;

  gtk_widget_class_install_action (widget_class, "versions.restore", NULL, restore_action);

  g_type_ensure (VLG_TYPE_WRAP_BOX);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/versions/vlg-versions-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgVersionsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, VlgVersionsWindow, side_by_side);
  gtk_widget_class_bind_template_child (widget_class, VlgVersionsWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, VlgVersionsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, VlgVersionsWindow, other);
  gtk_widget_class_bind_template_child (widget_class, VlgVersionsWindow, note);
  gtk_widget_class_bind_template_child (widget_class, VlgVersionsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VlgVersionsWindow, changes);
  gtk_widget_class_bind_template_callback (widget_class, compare);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_sides);
}

static void
vlg_versions_window_init (VlgVersionsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vlg_versions_window_new (GtkWindow       *parent,
                         VlgDraft        *draft,
                         VlgConsultation *seen_by)
{
  VlgVersionsWindow *self;
  VlgMotion *motion;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (VLG_IS_DRAFT (draft), NULL);

  self = g_object_new (VLG_TYPE_VERSIONS_WINDOW, "transient-for", parent, NULL);
  self->draft = g_object_ref (draft);
  g_set_object (&self->seen_by, seen_by);
  motion = vlg_draft_get_motion (draft);
  adw_window_title_set_subtitle (self->title, vlg_motion_get_number (motion) != NULL ? vlg_motion_get_number_text (motion) : vlg_motion_get_text (motion, VLG_FIELD_TITLE));
  /* What an editor holds back yet is today's too. */
  vlg_draft_end_step (draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "versions.restore", FALSE);
  read_list (self);

  return GTK_WIDGET (self);
}
