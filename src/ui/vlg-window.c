/* vlg-window.c — the main window
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-window.h"

#include <glib/gi18n.h>

#include "vlg-calendar-page.h"
#include "vlg-catalogue-window.h"
#include "vlg-coat-of-arms-choice.h"
#include "vlg-import-bar.h"
#include "vlg-import-outcome.h"
#include "vlg-leitbild-page.h"
#include "vlg-office-actions.h"
#include "vlg-new-motion-dialog.h"
#include "vlg-platform.h"
#include "vlg-register-window.h"

struct _VlgWindow {
  AdwApplicationWindow parent_instance;

  /* template widgets */
  AdwViewStack   *views;
  AdwBin         *calendar_bin;
  AdwBin         *leitbild_bin;
  GtkWidget      *switcher;
  GtkStack       *stack;
  VlgMotionsPage *page;
  VlgImportBar   *import_bar;
  GtkWidget      *drop_hint;

  /* owned */
  VlgOffice *office;
  GSettings *settings;
  GPtrArray *waiting;   /* GFile: to be imported once the database is open */

  gboolean closing;
};

/* What is chosen in one window is how the next one begins; it does not move the others. */
#define REMEMBERED (G_SETTINGS_BIND_GET | G_SETTINGS_BIND_SET | G_SETTINGS_BIND_GET_NO_CHANGES)

G_DEFINE_FINAL_TYPE (VlgWindow, vlg_window, ADW_TYPE_APPLICATION_WINDOW)

/* What is rarely seen is built when it is: nothing of it belongs into the time to the first frame. */
static GtkWidget *
ensure_status_page (VlgWindow  *self,
                    const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, name);
  g_autofree char *resource = NULL;
  g_autoptr (GtkBuilder) builder = NULL;

  if (page != NULL)
    return page;

  resource = g_strdup_printf (RESOURCE_PATH "/ui/vlg-%s-page.ui", name);
  builder = gtk_builder_new_from_resource (resource);
  page = GTK_WIDGET (gtk_builder_get_object (builder, "page"));
  gtk_stack_add_named (self->stack, page, name);
  vlg_platform_wrap_buttons (page);

  return page;
}

/* The views */

static gboolean
shows_motions (VlgWindow *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "motions") == 0;
}

/* To where the motions are, from whatever view. */
static void
show_motions (VlgWindow *self)
{
  adw_view_stack_set_visible_child_name (self->views, "motions");
}

/* Puts the list of the motions behind a figure in front. */
static void
open_filter_cb (VlgWindow             *self,
                const VlgMotionFilter *filter)
{
  show_motions (self);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motions.back", NULL);
  /* Words that are still looked for would hide some of them. */
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motions.unfilter", NULL);
  vlg_motions_page_set_filter (self->page, filter);
  gtk_widget_grab_focus (GTK_WIDGET (self->page));
}

static void
open_cb (VlgWindow  *self,
         const char *uid)
{
  show_motions (self);
  vlg_motions_page_show (self->page, uid);
}

/* A view is built when it is first asked for. */
static void
view_changed_cb (VlgWindow *self)
{
  const gboolean calendar = g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "calendar") == 0;
  AdwBin *bin = calendar ? self->calendar_bin : self->leitbild_bin;
  GtkWidget *page;

  if (shows_motions (self) || self->office == NULL)
    return;
  vlg_motions_page_flush (self->page);
  if (adw_bin_get_child (bin) != NULL)
    return;
  page = calendar ? vlg_calendar_page_new (self->office) : vlg_leitbild_page_new (self->office);
  g_signal_connect_object (page, "open", calendar ? G_CALLBACK (open_cb) : G_CALLBACK (open_filter_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (bin, page);
}

/* There is nothing to change to before there are motions. */
static void
update_switcher (VlgWindow *self)
{
  gboolean has_motions = self->office != NULL && gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->page);

  gtk_widget_set_visible (self->switcher, has_motions);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.view", has_motions);
  if (!has_motions)
    show_motions (self);
}

static void
view_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgWindow *self = VLG_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->views, g_variant_get_string (parameter, NULL));
  if (adw_view_stack_get_visible_child (self->views) == GTK_WIDGET (self->calendar_bin))
    gtk_widget_grab_focus (adw_bin_get_child (self->calendar_bin));
  else
    gtk_widget_child_focus (adw_view_stack_get_visible_child (self->views), GTK_DIR_TAB_FORWARD);
}

static void
update_view (VlgWindow *self)
{
  VlgMotionList *motions = vlg_motions_page_get_motions (self->page);
  gboolean empty = motions != NULL && !vlg_motion_list_get_loading (motions) &&
                   g_list_model_get_n_items (G_LIST_MODEL (motions)) == 0 && !vlg_motion_list_is_narrowed (motions);

  if (empty)
    gtk_stack_set_visible_child (self->stack, ensure_status_page (self, "welcome"));
  else if (motions != NULL && gtk_stack_get_visible_child (self->stack) != GTK_WIDGET (self->page) &&
           (g_list_model_get_n_items (G_LIST_MODEL (motions)) > 0 || vlg_motion_list_is_narrowed (motions)))
    {
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->page));
      /* The arrow keys begin in the list, not at the first button of the header. */
      gtk_widget_grab_focus (GTK_WIDGET (self->page));
    }
  update_switcher (self);
}

/* Importing */

static void
finished_cb (VlgWindow *self,
             GPtrArray *results)
{
  show_motions (self);
  vlg_import_outcome_tell (self->page, results);
}

void
vlg_window_import (VlgWindow *self,
                   GPtrArray *files)
{
  g_return_if_fail (VLG_IS_WINDOW (self));
  g_return_if_fail (files != NULL);

  if (self->office != NULL)
    vlg_import_bar_run (self->import_bar, self->office, files);
  else
    g_ptr_array_extend (self->waiting, files, (GCopyFunc) (GCallback) g_object_ref, NULL);
}

static void
open_papers_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (VlgWindow) self = user_data;
  g_autoptr (GListModel) files = vlg_platform_open_papers_finish (result, NULL);
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (array, g_list_model_get_item (files, i));

  vlg_window_import (self, array);
}

static void
import_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  vlg_platform_open_papers_async (GTK_WINDOW (widget), open_papers_cb, g_object_ref (widget));
}

static void
import_sample_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_file_new_for_uri ("resource://" RESOURCE_PATH "/sample/sample.txt"));
  vlg_window_import (VLG_WINDOW (widget), files);
}

static gboolean
drop_cb (VlgWindow    *self,
         const GValue *value)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = list; l != NULL; l = l->next)
    g_ptr_array_add (files, g_object_ref (l->data));
  gtk_widget_set_visible (self->drop_hint, FALSE);
  vlg_window_import (self, files);

  return TRUE;
}

static gboolean
takes_files (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      GdkContentFormats *formats = GTK_IS_DROP_TARGET (controller) ? gtk_drop_target_get_formats (GTK_DROP_TARGET (controller)) : NULL;

      if (formats != NULL && gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
        return TRUE;
    }

  return FALSE;
}

/* Annexes and texts take files themselves: there nothing is imported, and nothing is said of it. */
static void
drop_motion_cb (GtkDropControllerMotion *controller,
                double                   x,
                double                   y,
                VlgWindow               *self)
{
  GtkWidget *overlay = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GdkDrop *drop = gtk_drop_controller_motion_get_drop (controller);
  gboolean files = drop == NULL || gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), GDK_TYPE_FILE_LIST);

  for (GtkWidget *at = gtk_widget_pick (overlay, x, y, GTK_PICK_DEFAULT); files && at != NULL && at != overlay; at = gtk_widget_get_parent (at))
    files = !takes_files (at);
  gtk_widget_set_visible (self->drop_hint, files);
}

static void
drop_leave_cb (VlgWindow *self)
{
  gtk_widget_set_visible (self->drop_hint, FALSE);
}

/* Other deeds */

static void
created_cb (VlgWindow  *self,
            const char *uid)
{
  show_motions (self);
  vlg_motions_page_edit (self->page, uid);
}

static void
new_motion_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  VlgWindow *self = VLG_WINDOW (widget);
  GtkWidget *dialog;

  /* What stands in the editor is what may be copied. */
  vlg_motions_page_flush (self->page);
  dialog = vlg_new_motion_dialog_new (GTK_WINDOW (self), self->office, self->settings, vlg_motions_page_get_motion (self->page));

  g_signal_connect_object (dialog, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
number_register_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  VlgWindow *self = VLG_WINDOW (widget);
  GtkWidget *window = vlg_register_window_new (GTK_WINDOW (self), self->office, self->settings);

  g_signal_connect_object (window, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
catalogue_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (vlg_catalogue_window_new (GTK_WINDOW (widget), VLG_WINDOW (widget)->office)));
}

static void
coat_of_arms_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  VlgWindow *self = VLG_WINDOW (widget);

  vlg_coat_of_arms_choose (GTK_WIDGET (self->page), self->office);
}

/* Another window */

static VlgWindow *
open_window (VlgWindow *self)
{
  VlgWindow *window = vlg_window_new (gtk_window_get_application (GTK_WINDOW (self)));

  vlg_window_set_office (window, self->office);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
new_window_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  open_window (VLG_WINDOW (widget));
}

static void
show_in_new_window_action (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *parameter)
{
  VlgWindow *window;

  /* What stands in the editor here is what is shown there. */
  vlg_motions_page_flush (VLG_WINDOW (widget)->page);
  window = open_window (VLG_WINDOW (widget));
  vlg_motions_page_show (window->page, g_variant_get_string (parameter, NULL));
}

static void
shortcuts_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCE_PATH "/ui/vlg-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

static void
about_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  vlg_platform_present_about (GTK_WINDOW (widget));
}

/* Closing */

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (VlgWindow) self = user_data;

  self->closing = FALSE;
  if (vlg_motions_page_close_finish (VLG_MOTIONS_PAGE (source), result, NULL))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_motions (self);
}

/* Nothing that was written is lost: the window closes when it is saved, and stays when that fails unless the person says otherwise. */
/* Closes what stands above this window; FALSE where one of them stays, because what is written in it would be lost. */
static gboolean
close_dialogs (VlgWindow *self)
{
  GtkWindowGroup *group = gtk_window_get_group (GTK_WINDOW (self));
  GList *dialogs = gtk_window_group_list_windows (group);
  gboolean closed = TRUE;

  /* One may take others with it. */
  g_list_foreach (dialogs, (GFunc) (GCallback) g_object_ref, NULL);
  for (GList *l = dialogs; l != NULL; l = l->next)
    if (l->data != self && gtk_widget_get_visible (l->data))
      {
        gtk_window_close (l->data);
        closed = closed && !gtk_widget_get_visible (l->data);
      }
  g_list_free_full (dialogs, g_object_unref);

  return closed;
}

static gboolean
vlg_window_close_request (GtkWindow *window)
{
  VlgWindow *self = VLG_WINDOW (window);

  if (!self->closing && close_dialogs (self))
    {
      self->closing = TRUE;
      vlg_motions_page_close_async (self->page, closed_cb, g_object_ref (self));
    }

  return TRUE;
}

/* A popover that is open when its window goes asks its surface for a monitor there is none of any more, and keeps what it shows. */
static void
close_popovers (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      close_popovers (child);
      if (GTK_IS_POPOVER (child) && gtk_widget_get_mapped (child))
        gtk_popover_popdown (GTK_POPOVER (child));
    }
}

static void
vlg_window_unmap (GtkWidget *widget)
{
  close_popovers (widget);

  GTK_WIDGET_CLASS (vlg_window_parent_class)->unmap (widget);
}

/* Class */

static void
update_actions (VlgWindow *self)
{
  static const char *const need_office[] = { "win.import", "win.import-sample", "win.new-motion", "win.number-register", "win.leitbild-catalogue", "win.coat-of-arms",
                                             "win.new-window", "win.show-in-new-window" };

  for (gsize i = 0; i < G_N_ELEMENTS (need_office); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), need_office[i], self->office != NULL);
}

static void
vlg_window_dispose (GObject *object)
{
  VlgWindow *self = VLG_WINDOW (object);

  g_clear_object (&self->office);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);

  G_OBJECT_CLASS (vlg_window_parent_class)->dispose (object);
}

static void
vlg_window_class_init (VlgWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vlg_window_dispose;
  widget_class->unmap = vlg_window_unmap;
  GTK_WINDOW_CLASS (klass)->close_request = vlg_window_close_request;

  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.import-sample", NULL, import_sample_action);
  gtk_widget_class_install_action (widget_class, "win.new-motion", NULL, new_motion_action);
  gtk_widget_class_install_action (widget_class, "win.number-register", NULL, number_register_action);
  gtk_widget_class_install_action (widget_class, "win.leitbild-catalogue", NULL, catalogue_action);
  gtk_widget_class_install_action (widget_class, "win.coat-of-arms", NULL, coat_of_arms_action);
  gtk_widget_class_install_action (widget_class, "win.new-window", NULL, new_window_action);
  gtk_widget_class_install_action (widget_class, "win.show-in-new-window", "s", show_in_new_window_action);
  gtk_widget_class_install_action (widget_class, "win.view", "s", view_action);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, about_action);

  g_type_ensure (VLG_TYPE_MOTIONS_PAGE);
  g_type_ensure (VLG_TYPE_IMPORT_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/vlg-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgWindow, views);
  gtk_widget_class_bind_template_child (widget_class, VlgWindow, calendar_bin);
  gtk_widget_class_bind_template_child (widget_class, VlgWindow, leitbild_bin);
  gtk_widget_class_bind_template_child (widget_class, VlgWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, VlgWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VlgWindow, page);
  gtk_widget_class_bind_template_child (widget_class, VlgWindow, import_bar);
  gtk_widget_class_bind_template_child (widget_class, VlgWindow, drop_hint);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_leave_cb);
}

static void
vlg_window_init (VlgWindow *self)
{
  g_autoptr (GtkWindowGroup) group = gtk_window_group_new ();

  /* What is modal to one window leaves the others alone. */
  gtk_window_group_add_window (group, GTK_WINDOW (self));
  self->settings = g_settings_new (APPLICATION_ID);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_widget_init_template (GTK_WIDGET (self));

  g_settings_bind (self->settings, "window-width", self, "default-width", REMEMBERED);
  g_settings_bind (self->settings, "window-height", self, "default-height", REMEMBERED);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", REMEMBERED);
  g_settings_bind (self->settings, "preview-visible", self->page, "preview", REMEMBERED);
  g_settings_bind (self->settings, "motion-order", self->page, "order", REMEMBERED);
  g_settings_bind (self->settings, "motion-table", self->page, "table", REMEMBERED);
  g_settings_bind (self->settings, "motion-columns", self->page, "columns", REMEMBERED);

  update_actions (self);
  update_switcher (self);
}

VlgWindow *
vlg_window_new (GtkApplication *application)
{
  return g_object_new (VLG_TYPE_WINDOW, "application", application, NULL);
}

void
vlg_window_set_office (VlgWindow *self,
                       VlgOffice *office)
{
  VlgMotionList *motions;
  g_autoptr (GPtrArray) waiting = NULL;

  g_return_if_fail (VLG_IS_WINDOW (self));
  g_return_if_fail (VLG_IS_OFFICE (office));

  if (!g_set_object (&self->office, office))
    return;

  update_actions (self);
  vlg_office_actions_install (GTK_WINDOW (self), office);
  vlg_motions_page_set_office (self->page, office);

  motions = vlg_motions_page_get_motions (self->page);
  g_signal_connect_object (motions, "notify::n-items", G_CALLBACK (update_view), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motions, "notify::loading", G_CALLBACK (update_view), self, G_CONNECT_SWAPPED);
  update_view (self);

  waiting = g_steal_pointer (&self->waiting);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  vlg_import_bar_run (self->import_bar, office, waiting);
}

void
vlg_window_set_failed (VlgWindow  *self,
                       const char *message)
{
  GtkWidget *page;

  g_return_if_fail (VLG_IS_WINDOW (self));

  page = ensure_status_page (self, "failed");
  adw_status_page_set_description (ADW_STATUS_PAGE (gtk_widget_get_last_child (page)), message);
  gtk_stack_set_visible_child (self->stack, page);
  update_switcher (self);
}

VlgMotionsPage *
vlg_window_get_page (VlgWindow *self)
{
  g_return_val_if_fail (VLG_IS_WINDOW (self), NULL);

  return self->page;
}

const char *
vlg_window_get_view (VlgWindow *self)
{
  g_return_val_if_fail (VLG_IS_WINDOW (self), NULL);

  return shows_motions (self) ? gtk_stack_get_visible_child_name (self->stack) : adw_view_stack_get_visible_child_name (self->views);
}

gboolean
vlg_window_is_busy (VlgWindow *self)
{
  g_return_val_if_fail (VLG_IS_WINDOW (self), FALSE);

  return vlg_import_bar_is_busy (self->import_bar);
}
