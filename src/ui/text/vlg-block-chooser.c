/* vlg-block-chooser.c — the office's text blocks to choose from
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-block-chooser.h"

#include <glib/gi18n.h>

#include "vlg-document.h"
#include "vlg-string.h"
#include "vlg-text-blocks.h"

struct _VlgBlockChooser {
  AdwBin parent_instance;

  /* template widgets */
  GtkWidget  *search;
  GtkListBox *list_box;
  GtkLabel   *placeholder;
  GtkButton  *save_button;

  /* owned */
  VlgOffice *office;
  GPtrArray *blocks;   /* VlgSnippet; NULL until they are read */
};

enum {
  INSERT,
  EDIT,
  DELETE,
  SAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgBlockChooser, vlg_block_chooser, ADW_TYPE_BIN)

static VlgSnippet *
row_block (gpointer row)
{
  return g_object_get_data (row, "vlg-block");
}

static void
edit_cb (GtkButton       *button,
         VlgBlockChooser *self)
{
  g_signal_emit (self, signals[EDIT], 0, row_block (button));
}

static void
delete_cb (GtkButton       *button,
           VlgBlockChooser *self)
{
  g_signal_emit (self, signals[DELETE], 0, row_block (button));
}

static GtkWidget *
button_new (VlgBlockChooser *self,
            VlgSnippet      *block,
            const char      *icon,
            const char      *name,
            GCallback        callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "vlg-block", g_object_ref (block), g_object_unref);
  g_signal_connect_object (button, "clicked", callback, self, 0);

  return button;
}

static GtkWidget *
label_new (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
row_new (VlgBlockChooser *self,
         VlgSnippet      *block)
{
  g_autofree char *plain = vlg_markdown_to_plain (vlg_snippet_get_text (block));
  g_autofree char *excerpt = vlg_string_collapse (plain);
  g_autofree char *edit = g_strdup_printf (_("Edit “%s”"), vlg_snippet_get_name (block));
  g_autofree char *delete = g_strdup_printf (_("Delete “%s”"), vlg_snippet_get_name (block));
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *text = label_new (excerpt, "caption");

  gtk_widget_add_css_class (text, "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), label_new (vlg_snippet_get_name (block), "heading"));
  gtk_box_append (GTK_BOX (words), text);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), button_new (self, block, "document-edit-symbolic", edit, G_CALLBACK (edit_cb)));
  gtk_box_append (GTK_BOX (box), button_new (self, block, "user-trash-symbolic", delete, G_CALLBACK (delete_cb)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, vlg_snippet_get_name (block), -1);
  g_object_set_data_full (G_OBJECT (row), "vlg-block", g_object_ref (block), g_object_unref);

  return row;
}

static void
show_blocks (VlgBlockChooser *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list_box, 0)) != NULL)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
  for (guint i = 0; self->blocks != NULL && i < self->blocks->len; i++)
    if (vlg_snippet_matches (self->blocks->pdata[i], typed))
      gtk_list_box_append (self->list_box, row_new (self, self->blocks->pdata[i]));
  row = gtk_list_box_get_row_at_index (self->list_box, 0);
  if (row != NULL)
    gtk_list_box_select_row (self->list_box, row);
  /* Tab does not stop where there is nothing. */
  gtk_widget_set_can_focus (GTK_WIDGET (self->list_box), row != NULL);

  if (self->blocks == NULL)
    gtk_label_set_label (self->placeholder, "");
  else if (self->blocks->len == 0)
    gtk_label_set_label (self->placeholder, _("No text blocks yet. Select in a text what the office writes again and again, and save it here: a few keys bring it back."));
  else
    gtk_label_set_label (self->placeholder, _("No text block has these words"));
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (VlgBlockChooser) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = vlg_text_blocks_list_finish (VLG_OFFICE (source), result, &error);

  /* It may be gone meanwhile. */
  if (self->office == NULL)
    return;
  if (blocks == NULL)
    {
      gtk_label_set_label (self->placeholder, error->message);
      return;
    }

  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  self->blocks = g_steal_pointer (&blocks);
  show_blocks (self);
}

static void
reload (VlgBlockChooser *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    vlg_text_blocks_list_async (self->office, NULL, listed_cb, g_object_ref (self));
}

static void
search_changed_cb (VlgBlockChooser *self)
{
  show_blocks (self);
}

static void
row_activated_cb (VlgBlockChooser *self,
                  GtkListBoxRow   *row)
{
  g_autoptr (VlgSnippet) block = g_object_ref (row_block (row));

  g_signal_emit (self, signals[INSERT], 0, block);
}

static void
activate_cb (VlgBlockChooser *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list_box);

  if (row != NULL)
    row_activated_cb (self, row);
}

/* Escape, which the entry does not leave to the popover. */
static void
stop_cb (VlgBlockChooser *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
save_cb (VlgBlockChooser *self)
{
  g_signal_emit (self, signals[SAVE], 0);
}

static gboolean
key_cb (VlgBlockChooser *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list_box);
  GtkListBoxRow *row;
  int by;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    by = 1;
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    by = -1;
  else
    return FALSE;

  row = gtk_list_box_get_row_at_index (self->list_box, selected != NULL ? gtk_list_box_row_get_index (selected) + by : 0);
  if (row != NULL)
    {
      GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->list_box);
      graphene_rect_t bounds;

      gtk_list_box_select_row (self->list_box, row);
      if (adjustment != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list_box), &bounds))
        gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
    }

  return TRUE;
}

static void
vlg_block_chooser_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vlg_block_chooser_parent_class)->map (widget);

  reload (VLG_BLOCK_CHOOSER (widget));
}

static void
vlg_block_chooser_dispose (GObject *object)
{
  VlgBlockChooser *self = VLG_BLOCK_CHOOSER (object);

  g_clear_object (&self->office);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);

  G_OBJECT_CLASS (vlg_block_chooser_parent_class)->dispose (object);
}

static void
vlg_block_chooser_class_init (VlgBlockChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vlg_block_chooser_dispose;
  widget_class->map = vlg_block_chooser_map;

  signals[INSERT] = g_signal_new ("insert", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VLG_TYPE_SNIPPET);
  signals[EDIT] = g_signal_new ("edit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VLG_TYPE_SNIPPET);
  signals[DELETE] = g_signal_new ("delete", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VLG_TYPE_SNIPPET);
  signals[SAVE] = g_signal_new ("save", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/text/vlg-block-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgBlockChooser, search);
  gtk_widget_class_bind_template_child (widget_class, VlgBlockChooser, list_box);
  gtk_widget_class_bind_template_child (widget_class, VlgBlockChooser, placeholder);
  gtk_widget_class_bind_template_child (widget_class, VlgBlockChooser, save_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
vlg_block_chooser_init (VlgBlockChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vlg_block_chooser_new (VlgOffice *office)
{
  VlgBlockChooser *self;

  g_return_val_if_fail (VLG_IS_OFFICE (office), NULL);

  self = g_object_new (VLG_TYPE_BLOCK_CHOOSER, NULL);
  self->office = g_object_ref (office);
  g_signal_connect_object (office, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
vlg_block_chooser_begin (VlgBlockChooser *self,
                         gboolean         selection)
{
  g_return_if_fail (VLG_IS_BLOCK_CHOOSER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_button_set_label (self->save_button, selection ? _("_Save Selection as Text Block…") : _("_New Text Block…"));
  gtk_widget_grab_focus (self->search);
}
