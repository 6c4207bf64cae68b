/* vlg-body-entry.c — the name of a body, completed from the profile
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-body-entry.h"

#include <string.h>

#include "vlg-string.h"

#define N_OFFERED 8

struct _VlgBodyEntry {
  AdwBin parent_instance;

  /* template widgets */
  GtkEntry   *entry;
  GtkPopover *popover;
  GtkListBox *list_box;

  /* owned */
  VlgProfile *profile;

  VlgDay   day;
  gboolean setting;
};

enum {
  PROP_0,
  PROP_TEXT,
  PROP_PROFILE,
  PROP_DAY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgBodyEntry, vlg_body_entry, ADW_TYPE_BIN)

static gboolean
matches (VlgBody    *body,
         const char *typed,
         VlgDay      day)
{
  g_autofree char *name = vlg_string_fold (vlg_body_get_name (body));
  g_autofree char *abbreviation = vlg_string_fold (vlg_body_get_abbreviation (body));

  if (!vlg_body_is_valid_on (body, day) || g_str_equal (name, typed))
    return FALSE;

  return strstr (name, typed) != NULL || g_str_has_prefix (abbreviation, typed);
}

static GtkWidget *
row_new (VlgBody *body)
{
  GtkWidget *label = gtk_label_new (vlg_body_get_name (body));
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

/* Offers what fits; nothing that fits closes the list. */
static void
offer (VlgBodyEntry *self,
       gboolean      everything)
{
  g_autofree char *typed = vlg_string_fold (everything ? "" : gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  GListModel *bodies = self->profile != NULL ? vlg_profile_get_bodies (self->profile) : NULL;
  guint n_offered = 0;
  GtkListBoxRow *row;

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
  while ((row = gtk_list_box_get_row_at_index (self->list_box, 0)) != NULL)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));

  if (*typed != '\0' || everything)
    for (guint i = 0; bodies != NULL && i < g_list_model_get_n_items (bodies) && (everything || n_offered < N_OFFERED); i++)
      {
        g_autoptr (VlgBody) body = g_list_model_get_item (bodies, i);

        if (!matches (body, typed, self->day))
          continue;
        gtk_list_box_append (self->list_box, row_new (body));
        n_offered++;
      }

  if (n_offered > 0 && gtk_widget_get_mapped (GTK_WIDGET (self->entry)))
    gtk_popover_popup (self->popover);
  else
    gtk_popover_popdown (self->popover);
}

/* Asks for the room its name needs; not while somebody types, whose entry would jump to another line. */
static void
fit (VlgBodyEntry *self)
{
  glong n_chars = g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);

  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), (int) CLAMP (n_chars + 1, 30, 60));
}

/* Whether what stands there asks for no completion: nothing, or the whole name of a body. */
static gboolean
is_settled (VlgBodyEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  return *text == '\0' || (self->profile != NULL && vlg_profile_find_body (self->profile, text) != NULL);
}

static void
take (VlgBodyEntry  *self,
      GtkListBoxRow *row)
{
  g_autofree char *name = g_strdup (gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))));

  gtk_popover_popdown (self->popover);
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), name);
  self->setting = FALSE;
  fit (self);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
row_activated_cb (VlgBodyEntry  *self,
                  GtkListBoxRow *row)
{
  take (self, row);
}

static void
changed_cb (VlgBodyEntry *self)
{
  if (self->setting)
    return;

  offer (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
leave_cb (VlgBodyEntry *self)
{
  gtk_popover_popdown (self->popover);
  fit (self);
}

static void
move_selection (VlgBodyEntry *self,
                int           by)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list_box);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, selected == NULL ? 0 : gtk_list_box_row_get_index (selected) + by);

  if (row != NULL)
    {
      gtk_list_box_select_row (self->list_box, row);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
    }
}

static gboolean
key_cb (VlgBodyEntry    *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  gboolean open = gtk_widget_get_visible (GTK_WIDGET (self->popover));
  GtkListBoxRow *selected = open ? gtk_list_box_get_selected_row (self->list_box) : NULL;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      if (!open)
        offer (self, is_settled (self));
      move_selection (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_selection (self, -1);
      return open;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Tab:
      if (selected != NULL)
        take (self, selected);
      return selected != NULL && keyval != GDK_KEY_Tab;
    case GDK_KEY_Escape:
      gtk_popover_popdown (self->popover);
      return open;
    default:
      return FALSE;
    }
}

static void
vlg_body_entry_dispose (GObject *object)
{
  VlgBodyEntry *self = VLG_BODY_ENTRY (object);

  g_clear_pointer ((GtkWidget **) &self->popover, gtk_widget_unparent);
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (vlg_body_entry_parent_class)->dispose (object);
}

static void
vlg_body_entry_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  VlgBodyEntry *self = VLG_BODY_ENTRY (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_take_string (value, vlg_string_normalize (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1, NULL));
      break;
    case PROP_PROFILE:
      g_value_set_object (value, self->profile);
      break;
    case PROP_DAY:
      g_value_set_uint (value, self->day);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_text (VlgBodyEntry *self,
          const char   *text)
{
  g_autofree char *now = vlg_string_normalize (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1, NULL);

  if (g_strcmp0 (now, text != NULL ? text : "") == 0)
    return;

  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  self->setting = FALSE;
  fit (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
vlg_body_entry_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  VlgBodyEntry *self = VLG_BODY_ENTRY (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      set_text (self, g_value_get_string (value));
      break;
    case PROP_PROFILE:
      if (g_set_object (&self->profile, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_DAY:
      self->day = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Never by way of grab_focus(), which would bring Shift+Tab back to where it leaves. */
static gboolean
vlg_body_entry_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  return child != NULL && gtk_widget_child_focus (child, direction);
}

static gboolean
vlg_body_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (VLG_BODY_ENTRY (widget)->entry));
}

static void
vlg_body_entry_class_init (VlgBodyEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = vlg_body_entry_dispose;
  object_class->get_property = vlg_body_entry_get_property;
  object_class->set_property = vlg_body_entry_set_property;

  widget_class->grab_focus = vlg_body_entry_grab_focus;
  widget_class->focus = vlg_body_entry_focus;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_PROFILE] = g_param_spec_object ("profile", NULL, NULL, VLG_TYPE_PROFILE, flags);
  properties[PROP_DAY] = g_param_spec_uint ("day", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/editor/sequence/vlg-body-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgBodyEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, VlgBodyEntry, popover);
  gtk_widget_class_bind_template_child (widget_class, VlgBodyEntry, list_box);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
vlg_body_entry_init (VlgBodyEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
}
