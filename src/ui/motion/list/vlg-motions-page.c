/* vlg-motions-page.c — the list of motions, and one of them beside it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motions-page-private.h"

#include <glib/gi18n.h>

#include "vlg-motion-row.h"
#include "vlg-platform.h"

/* Painted before anything is built that can wait. */
#define FIRST_FRAMES 3

enum {
  PROP_0,
  PROP_OFFICE,
  PROP_MOTIONS,
  PROP_MOTION,
  PROP_ORDER,
  PROP_PREVIEW,
  PROP_FOLDED,
  PROP_TABLE,
  PROP_COLUMNS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgMotionsPage, vlg_motions_page, ADW_TYPE_BIN)

/* What a person may have chosen last; stored as the setting motion-order. */
static const char *const order_nicks[] = {
  [VLG_MOTION_ORDER_NEWEST] = "newest",
  [VLG_MOTION_ORDER_NUMBER] = "number",
  [VLG_MOTION_ORDER_TITLE] = "title",
  [VLG_MOTION_ORDER_STATE] = "state",
  [VLG_MOTION_ORDER_NEXT_DAY] = "next-day",
  [VLG_MOTION_ORDER_OLDEST] = "oldest",
  [VLG_MOTION_ORDER_NUMBER_ASCENDING] = "number-ascending",
  [VLG_MOTION_ORDER_TITLE_DESCENDING] = "title-descending",
  [VLG_MOTION_ORDER_STATE_DESCENDING] = "state-descending",
  [VLG_MOTION_ORDER_LAST_DAY] = "last-day",
};

void
vlg_motions_page_set_order (VlgMotionsPage *self,
                            VlgMotionOrder  order)
{
  if (self->order == order)
    return;

  self->order = order;
  if (self->motions != NULL)
    vlg_motion_list_set_order (self->motions, self->order);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

static void
set_order (VlgMotionsPage *self,
           const char     *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (order_nicks); i++)
    if (g_strcmp0 (nick, order_nicks[i]) == 0)
      vlg_motions_page_set_order (self, i);
}

static char *
list_page_name (VlgMotionsPage *self,
                guint           n_motions,
                gboolean        loading)
{
  if (n_motions == 0 && !loading && self->motions != NULL && vlg_motion_list_is_narrowed (self->motions))
    return g_strdup ("nothing");

  return g_strdup ("list");
}

/* Also asked for when another question has the same answer: that goes through loading. */
static char *
nothing_text (VlgMotionsPage *self,
              guint           n_motions,
              gboolean        loading)
{
  return g_strdup (self->motions != NULL && n_motions == 0 ? vlg_motions_page_get_nothing_text (self) : "");
}

static char *
count_label (VlgMotionsPage *self,
             guint           n_motions)
{
  if (n_motions == 0)
    return g_strdup ("");

  return g_strdup_printf (ngettext ("%'u motion", "%'u motions", n_motions), n_motions);
}

static VlgMotionView *
ensure_view (VlgMotionsPage *self)
{
  if (self->view == NULL)
    {
      self->view = g_object_new (VLG_TYPE_MOTION_VIEW, NULL);
      g_object_bind_property (self, "office", self->view, "office", G_BINDING_SYNC_CREATE);
      g_object_bind_property (self, "folded", self->view, "folded", G_BINDING_SYNC_CREATE);
      g_object_bind_property (self, "preview", self->view, "preview", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
      gtk_stack_add_named (self->content_stack, GTK_WIDGET (self->view), "motion");
    }

  return self->view;
}

static void
set_motion (VlgMotionsPage *self,
            VlgMotion      *motion)
{
  if (self->motion == motion)
    return;

  if (motion != NULL)
    {
      VlgMotionView *view = ensure_view (self);

      vlg_motion_view_set_motion (view, motion);
      g_set_object (&self->motion, vlg_motion_view_get_motion (view));
      vlg_motion_view_set_report (view, g_hash_table_lookup (self->reports, self->uid));
      gtk_stack_set_visible_child (self->content_stack, GTK_WIDGET (view));
    }
  else
    {
      if (self->view != NULL)
        vlg_motion_view_set_motion (self->view, NULL);
      g_clear_object (&self->motion);
      gtk_stack_set_visible_child_name (self->content_stack, "none");
    }

  vlg_motions_page_update_motion_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOTION]);
}

void
vlg_motions_page_clear (VlgMotionsPage *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->uid, g_free);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  set_motion (self, NULL);
  vlg_platform_leaflet_back (self->leaflet);
}

/* GtkListView makes two hundred rows at once where a dozen are seen; the rest waits until those have been. */
static void
grow (VlgMotionsPage *self)
{
  if (self->frames >= FIRST_FRAMES && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
}

/* Keeps the row of the motion shown selected, whatever became of the rows around it. */
static gboolean
sync_selection_cb (gpointer user_data)
{
  VlgMotionsPage *self = user_data;
  guint position = GTK_INVALID_LIST_POSITION;

  self->sync_source = 0;

  if (self->motions == NULL)
    return G_SOURCE_REMOVE;

  grow (self);
  if (self->placeholder != GTK_INVALID_LIST_POSITION)
    position = self->placeholder;
  else if (self->uid != NULL)
    position = vlg_motion_list_find (self->motions, self->uid);

  if (position != GTK_INVALID_LIST_POSITION && position != gtk_single_selection_get_selected (self->selection))
    gtk_single_selection_set_selected (self->selection, position);

  return G_SOURCE_REMOVE;
}

static void
queue_sync_selection (VlgMotionsPage *self)
{
  if (self->sync_source == 0)
    self->sync_source = g_idle_add (sync_selection_cb, self);
}

/* At the head of the form; nothing is selected there that the next key would replace. */
static void
enter_view (VlgMotionsPage *self)
{
  GtkWidget *focus;

  vlg_motion_view_jump (self->view, VLG_FIELD_SUBMITTER);
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  if (GTK_IS_EDITABLE (focus))
    gtk_editable_set_position (GTK_EDITABLE (focus), -1);
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (VlgMotionsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = vlg_office_load_motion_finish (VLG_OFFICE (source), result, &error);

  if (motion != NULL)
    {
      /* The motion shown already keeps itself up to date, as a draft. */
      if (self->motion == NULL || g_strcmp0 (vlg_motion_get_uid (motion), vlg_motion_get_uid (self->motion)) != 0)
        set_motion (self, motion);
      else
        vlg_motions_page_update_motion_actions (self);
      if (self->edit)
        vlg_motion_view_jump (self->view, VLG_FIELD_TITLE);
      else if (self->enter)
        enter_view (self);
      self->edit = FALSE;
      self->enter = FALSE;
      queue_sync_selection (self);
      return;
    }

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  vlg_motions_page_clear (self);
  if (!g_error_matches (error, VLG_ERROR, VLG_ERROR_NOT_FOUND))
    vlg_platform_tell (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("The Motion Could Not Be Opened"), error->message, NULL);
}

/* Only the last motion asked for counts: a held arrow key runs through the list. */
static void
load (VlgMotionsPage *self,
      const char     *uid)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();

  if (g_strcmp0 (self->uid, uid) != 0)
    {
      g_free (self->uid);
      self->uid = g_strdup (uid);
    }
  vlg_office_load_motion_async (self->office, self->uid, self->loading, load_cb, g_object_ref (self));
}

static void
selected_cb (VlgMotionsPage *self)
{
  VlgMotionSummary *summary = gtk_single_selection_get_selected_item (self->selection);

  if (summary == NULL)
    return;

  if (vlg_motion_summary_get_id (summary) == 0)
    {
      self->placeholder = gtk_single_selection_get_selected (self->selection);
      return;
    }

  self->placeholder = GTK_INVALID_LIST_POSITION;
  if (!vlg_platform_leaflet_is_folded (self->leaflet) && g_strcmp0 (self->uid, vlg_motion_summary_get_uid (summary)) != 0)
    load (self, vlg_motion_summary_get_uid (summary));
}

void
vlg_motions_page_activate (VlgMotionsPage *self,
                           guint           position)
{
  g_autoptr (VlgMotionSummary) summary = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (summary == NULL || vlg_motion_summary_get_id (summary) == 0)
    return;

  vlg_motions_page_show (self, vlg_motion_summary_get_uid (summary));
  /* Beside the list the motion is in sight already: who activates the row wants to write in it. */
  self->enter = !vlg_platform_leaflet_is_folded (self->leaflet);
}

static void
search_changed_cb (VlgMotionsPage *self)
{
  if (self->motions == NULL)
    return;

  vlg_motion_list_set_words (self->motions, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_activate_cb (VlgMotionsPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;

  gtk_single_selection_set_selected (self->selection, 0);
  vlg_motions_page_activate (self, 0);
  self->enter = FALSE;
  gtk_widget_grab_focus (vlg_motions_page_get_rows (self));
}

static void
stop_search_cb (VlgMotionsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (vlg_motions_page_get_rows (self));
}

static void
search_started_cb (VlgMotionsPage *self)
{
  vlg_platform_leaflet_back (self->leaflet);
}

static void
folded_cb (VlgMotionsPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
failed_cb (VlgMotionsPage *self,
           GError         *error)
{
  vlg_platform_add_toast (GTK_WIDGET (self), adw_toast_new (error->message));
}

/* Somebody wrote: what is shown may be another revision by now. */
static void
office_changed_cb (VlgMotionsPage *self)
{
  if (self->uid != NULL)
    load (self, self->uid);
}

static void
fill_bin (AdwBin     *bin,
          const char *resource)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (resource);

  adw_bin_set_child (bin, GTK_WIDGET (gtk_builder_get_object (builder, "page")));
}

static void
bind_nothing_text (VlgMotionsPage *self)
{
  GtkExpression *motions = gtk_property_expression_new (VLG_TYPE_MOTIONS_PAGE, NULL, "motions");
  GtkExpression *counts[] = {
    gtk_property_expression_new (VLG_TYPE_MOTION_LIST, gtk_expression_ref (motions), "n-items"),
    gtk_property_expression_new (VLG_TYPE_MOTION_LIST, motions, "loading"),
  };
  GtkExpression *text = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, G_N_ELEMENTS (counts), counts, G_CALLBACK (nothing_text), NULL, NULL);

  gtk_expression_bind (text, adw_bin_get_child (self->nothing_bin), "description", self);
}

/* A menu is a widget for each of its items: none is built before somebody opens it. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

/* What the first frame can do without: a page that says that there is nothing costs as much as the list. */
static gboolean
later_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  VlgMotionsPage *self = VLG_MOTIONS_PAGE (widget);

  if (++self->frames < FIRST_FRAMES)
    return G_SOURCE_CONTINUE;

  fill_bin (self->placeholder_bin, RESOURCE_PATH "/ui/motion/list/vlg-no-motion.ui");
  fill_bin (self->nothing_bin, RESOURCE_PATH "/ui/motion/list/vlg-nothing-found.ui");
  bind_nothing_text (self);
  grow (self);

  return G_SOURCE_REMOVE;
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VlgMotionsPage *self = VLG_MOTIONS_PAGE (widget);

  vlg_platform_leaflet_back (self->leaflet);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* Finds in the motion where the focus is in it, else in the list. */
static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgMotionsPage *self = VLG_MOTIONS_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->motion != NULL && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    vlg_motion_view_find (self->view);
  else
    search_action (widget, action_name, parameter);
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  vlg_platform_leaflet_back (VLG_MOTIONS_PAGE (widget)->leaflet);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgMotionsPage *self = VLG_MOTIONS_PAGE (widget);

  if (self->office != NULL)
    vlg_motions_page_show (self, g_variant_get_string (parameter, NULL));
}

static void
vlg_motions_page_unroot (GtkWidget *widget)
{
  VlgMotionsPage *self = VLG_MOTIONS_PAGE (widget);

  g_cancellable_cancel (self->loading);
  g_cancellable_cancel (self->many);
  g_clear_handle_id (&self->sync_source, g_source_remove);
  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_handle_id (&self->width_source, g_source_remove);

  GTK_WIDGET_CLASS (vlg_motions_page_parent_class)->unroot (widget);
}

static void
vlg_motions_page_dispose (GObject *object)
{
  VlgMotionsPage *self = VLG_MOTIONS_PAGE (object);

  g_clear_pointer (&self->row_menu, gtk_widget_unparent);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->sync_source, g_source_remove);
  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_handle_id (&self->width_source, g_source_remove);
  g_clear_object (&self->motion);
  g_clear_object (&self->many);
  g_clear_object (&self->chosen);
  g_clear_object (&self->plain_factory);
  g_clear_object (&self->motions);
  g_clear_object (&self->office);
  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->reports, g_hash_table_unref);
  g_clear_pointer (&self->columns, g_strfreev);
  g_clear_pointer (&self->all_columns, g_ptr_array_unref);

  G_OBJECT_CLASS (vlg_motions_page_parent_class)->dispose (object);
}

static void
vlg_motions_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  VlgMotionsPage *self = VLG_MOTIONS_PAGE (object);

  switch (prop_id)
    {
    case PROP_OFFICE:
      g_value_set_object (value, self->office);
      break;
    case PROP_MOTIONS:
      g_value_set_object (value, self->motions);
      break;
    case PROP_MOTION:
      g_value_set_object (value, self->motion);
      break;
    case PROP_ORDER:
      g_value_set_static_string (value, order_nicks[self->order]);
      break;
    case PROP_PREVIEW:
      g_value_set_boolean (value, self->preview);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->leaflet != NULL && vlg_platform_leaflet_is_folded (self->leaflet));
      break;
    case PROP_TABLE:
      g_value_set_boolean (value, self->table);
      break;
    case PROP_COLUMNS:
      g_value_set_boxed (value, self->columns);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_motions_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  VlgMotionsPage *self = VLG_MOTIONS_PAGE (object);

  switch (prop_id)
    {
    case PROP_OFFICE:
      vlg_motions_page_set_office (self, g_value_get_object (value));
      break;
    case PROP_ORDER:
      set_order (self, g_value_get_string (value));
      break;
    case PROP_TABLE:
      vlg_motions_page_set_table (self, g_value_get_boolean (value));
      break;
    case PROP_COLUMNS:
      vlg_motions_page_set_columns (self, g_value_get_boxed (value));
      break;
    case PROP_PREVIEW:
      if (self->preview != g_value_get_boolean (value))
        {
          self->preview = g_value_get_boolean (value);
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

  properties[PROP_OFFICE] = g_param_spec_object ("office", NULL, NULL, VLG_TYPE_OFFICE, readable | G_PARAM_WRITABLE);
  properties[PROP_MOTIONS] = g_param_spec_object ("motions", NULL, NULL, VLG_TYPE_MOTION_LIST, readable);
  properties[PROP_MOTION] = g_param_spec_object ("motion", NULL, NULL, VLG_TYPE_MOTION, readable);
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, order_nicks[0], readable | G_PARAM_WRITABLE);
  properties[PROP_PREVIEW] = g_param_spec_boolean ("preview", NULL, NULL, TRUE, readable | G_PARAM_WRITABLE);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, readable);
  properties[PROP_TABLE] = g_param_spec_boolean ("table", NULL, NULL, FALSE, readable | G_PARAM_WRITABLE);
  properties[PROP_COLUMNS] = g_param_spec_boxed ("columns", NULL, NULL, G_TYPE_STRV, readable | G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static gboolean
vlg_motions_page_grab_focus (GtkWidget *widget)
{
  VlgMotionsPage *self = VLG_MOTIONS_PAGE (widget);

  /* A new motion, the first of all, may be open with the focus in its title before the list knows of it. */
  return self->motion == NULL && gtk_widget_grab_focus (vlg_motions_page_get_rows (self));
}

static void
vlg_motions_page_class_init (VlgMotionsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_motions_page_dispose;
  object_class->get_property = vlg_motions_page_get_property;
  object_class->set_property = vlg_motions_page_set_property;
  install_properties (object_class);

  widget_class->grab_focus = vlg_motions_page_grab_focus;
  widget_class->unroot = vlg_motions_page_unroot;

  gtk_widget_class_install_action (widget_class, "motions.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "motions.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "motions.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "motions.open", "s", open_action);
  gtk_widget_class_install_property_action (widget_class, "motions.order", "order");
  gtk_widget_class_install_property_action (widget_class, "motions.table", "table");
  vlg_motions_page_class_install_motion_actions (widget_class);
  vlg_motions_page_class_install_filter_actions (widget_class);
  vlg_motions_page_class_install_copy_actions (widget_class);
  vlg_motions_page_class_install_select_actions (widget_class);
  vlg_motions_page_class_install_many_actions (widget_class);
  vlg_motions_page_class_install_menu_actions (widget_class);

  g_type_ensure (VLG_TYPE_MOTION_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/list/vlg-motions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgMotionsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionsPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionsPage, slice);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionsPage, content_stack);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionsPage, placeholder_bin);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionsPage, nothing_bin);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionsPage, chips_bin);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionsPage, primary_button);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionsPage, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionsPage, sort_button);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionsPage, sort_menu);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionsPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionsPage, select_bin);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionsPage, rows_stack);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionsPage, table_button);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionsPage, columns_button);
  gtk_widget_class_bind_template_callback (widget_class, list_page_name);
  gtk_widget_class_bind_template_callback (widget_class, count_label);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "activate_cb", G_CALLBACK (vlg_motions_page_activate));
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
}

static void
vlg_motions_page_init (VlgMotionsPage *self)
{
  self->preview = TRUE;
  self->placeholder = GTK_INVALID_LIST_POSITION;
  self->reports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->leaflet = adw_bin_get_child (ADW_BIN (self));
  gtk_menu_button_set_create_popup_func (self->primary_button, create_menu_cb, self->primary_menu, NULL);
  gtk_menu_button_set_create_popup_func (self->sort_button, create_menu_cb, self->sort_menu, NULL);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), later_cb, NULL, NULL);
  vlg_motions_page_init_filter (self);
  vlg_motions_page_init_select (self);
  vlg_motions_page_init_look (self);
  vlg_motions_page_init_table (self);
  vlg_motions_page_watch_menu (self, GTK_WIDGET (self->list_view));
  vlg_motions_page_update_motion_actions (self);
  /* Letters begin a search where its hits are seen, and never out of the form beside it. */
  gtk_search_entry_set_key_capture_widget (self->search_entry, self->list_pane);
}

void
vlg_motions_page_set_office (VlgMotionsPage *self,
                             VlgOffice      *office)
{
  g_return_if_fail (VLG_IS_MOTIONS_PAGE (self));
  g_return_if_fail (office == NULL || VLG_IS_OFFICE (office));

  if (!g_set_object (&self->office, office))
    return;

  g_clear_object (&self->motions);
  if (office != NULL)
    {
      self->motions = vlg_motion_list_new (office);
      vlg_motion_list_set_order (self->motions, self->order);
      g_signal_connect_object (self->motions, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->motions, "items-changed", G_CALLBACK (queue_sync_selection), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->motions, "items-changed", G_CALLBACK (vlg_motions_page_queue_look), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->motions, "notify::loading", G_CALLBACK (vlg_motions_page_queue_look), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->motions, "notify::words", G_CALLBACK (vlg_motions_page_show_order), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (office, "changed", G_CALLBACK (office_changed_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_slice_list_model_set_model (self->slice, G_LIST_MODEL (self->motions));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OFFICE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOTIONS]);
}

VlgMotionList *
vlg_motions_page_get_motions (VlgMotionsPage *self)
{
  g_return_val_if_fail (VLG_IS_MOTIONS_PAGE (self), NULL);

  return self->motions;
}

VlgMotion *
vlg_motions_page_get_motion (VlgMotionsPage *self)
{
  g_return_val_if_fail (VLG_IS_MOTIONS_PAGE (self), NULL);

  return self->motion;
}

void
vlg_motions_page_show (VlgMotionsPage *self,
                       const char     *uid)
{
  g_return_if_fail (VLG_IS_MOTIONS_PAGE (self));
  g_return_if_fail (uid != NULL);

  self->placeholder = GTK_INVALID_LIST_POSITION;
  /* The row selected now may move when that of a new motion arrives, and would be taken for a wish. */
  if (self->motions != NULL && vlg_motion_list_find (self->motions, uid) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  ensure_view (self);
  load (self, uid);
  vlg_platform_leaflet_forward (self->leaflet);
}

void
vlg_motions_page_edit (VlgMotionsPage *self,
                       const char     *uid)
{
  vlg_motions_page_show (self, uid);
  self->edit = TRUE;
}

void
vlg_motions_page_flush (VlgMotionsPage *self)
{
  VlgDraft *draft;

  g_return_if_fail (VLG_IS_MOTIONS_PAGE (self));

  draft = self->view != NULL ? vlg_motion_view_get_draft (self->view) : NULL;
  if (draft == NULL)
    return;

  vlg_motion_view_commit (self->view);
  vlg_draft_flush_async (draft, NULL, NULL, NULL);
}

void
vlg_motions_page_add_report (VlgMotionsPage  *self,
                             const char      *uid,
                             VlgImportReport *report)
{
  g_return_if_fail (VLG_IS_MOTIONS_PAGE (self));
  g_return_if_fail (VLG_IS_IMPORT_REPORT (report));

  g_hash_table_insert (self->reports, g_strdup (uid), g_object_ref (report));
  if (self->motion != NULL && g_strcmp0 (vlg_motion_get_uid (self->motion), uid) == 0)
    {
      vlg_motion_view_set_report (self->view, report);
      vlg_motions_page_update_motion_actions (self);
    }
}
