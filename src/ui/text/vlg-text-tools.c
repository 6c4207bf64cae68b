/* vlg-text-tools.c — what a text being written has from its motion: text blocks, links, completed numbers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-text-tools.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "vlg-block-chooser.h"
#include "vlg-block-dialog.h"
#include "vlg-number-offer.h"
#include "vlg-platform.h"
#include "vlg-text-blocks.h"
#include "vlg-text-links.h"

/* No number is longer. */
#define MOST_TYPED 64

struct _VlgTextTools {
  GObject parent_instance;

  /* owned */
  VlgDraft       *draft;
  VlgNumberOffer *offer;
  VlgTextLinks   *links;

  /* borrowed */
  GtkWidget       *editor;
  VlgTextView     *view;
  GtkMenuButton   *button;
  VlgBlockChooser *chooser;   /* the popover's; NULL until it was opened */

  int      typed;             /* characters the last change put in, or took out if negative */
  int      dismissed;         /* where the number begins that nothing is offered for; -1 */
  gboolean taking;
};

G_DEFINE_FINAL_TYPE (VlgTextTools, vlg_text_tools, G_TYPE_OBJECT)

static GtkTextBuffer *
get_buffer (VlgTextTools *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

/* Numbers */

/* The number being written before the cursor, and where it begins; NULL for none. Caller owns. */
static char *
dup_unfinished (VlgTextTools *self,
                GtkTextIter  *start)
{
  GtkTextIter cursor;
  g_autofree char *text = NULL;
  const char *number;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &cursor, gtk_text_buffer_get_insert (get_buffer (self)));
  *start = cursor;
  gtk_text_iter_backward_chars (start, MIN (MOST_TYPED, gtk_text_iter_get_line_offset (&cursor)));
  text = gtk_text_iter_get_slice (start, &cursor);
  number = vlg_motion_number_find_unfinished (text);
  if (number == NULL)
    return NULL;

  gtk_text_iter_forward_chars (start, g_utf8_pointer_to_offset (text, number));

  return g_strdup (number);
}

static void
offer (VlgTextTools *self)
{
  g_autofree char *typed = NULL;
  graphene_point_t point;
  GtkTextIter start;
  GdkRectangle place;
  int x, y;

  typed = dup_unfinished (self, &start);
  if (typed == NULL)
    {
      self->dismissed = -1;
      vlg_number_offer_close (self->offer);
      return;
    }
  if (self->dismissed == gtk_text_iter_get_offset (&start))
    return;

  self->dismissed = -1;
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &start, &place);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &x, &y);
  if (gtk_widget_compute_point (GTK_WIDGET (self->view), self->editor, &GRAPHENE_POINT_INIT (x, y), &point))
    vlg_number_offer_ask (self->offer, typed, &(GdkRectangle) { point.x, point.y, 1, place.height });
}

/* A key was typed, or taken back while something is offered; not what is pasted, undone or done by others. */
static void
edited_cb (VlgTextTools *self)
{
  int typed = self->typed;

  self->typed = 0;
  if (self->draft == NULL || self->taking)
    return;

  if (gtk_widget_is_focus (GTK_WIDGET (self->view)) && (typed == 1 || (typed == -1 && vlg_number_offer_is_open (self->offer))))
    offer (self);
  else
    vlg_number_offer_close (self->offer);
}

static void
inserted_cb (VlgTextTools *self,
             GtkTextIter  *iter,
             const char   *text,
             int           length)
{
  self->typed = g_utf8_strlen (text, length);
}

static void
deleted_range_cb (VlgTextTools *self,
                  GtkTextIter  *start,
                  GtkTextIter  *end)
{
  self->typed = gtk_text_iter_get_offset (start) - gtk_text_iter_get_offset (end);
}

static void
moved_cb (VlgTextTools *self)
{
  g_autofree char *typed = NULL;
  GtkTextIter start;

  if (!vlg_number_offer_is_open (self->offer))
    return;

  typed = dup_unfinished (self, &start);
  if (typed == NULL)
    vlg_number_offer_close (self->offer);
}

static void
leave_cb (VlgTextTools *self)
{
  vlg_number_offer_close (self->offer);
}

static void
taken_cb (VlgTextTools *self,
          const char   *number)
{
  GtkTextBuffer *buffer = get_buffer (self);
  g_autofree char *typed = NULL;
  GtkTextIter start, cursor;

  typed = dup_unfinished (self, &start);
  if (typed == NULL)
    return;

  self->taking = TRUE;
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &cursor);
  gtk_text_buffer_insert (buffer, &start, number, -1);
  gtk_text_buffer_end_user_action (buffer);
  self->taking = FALSE;
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (buffer));
}

static gboolean
key_cb (VlgTextTools    *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  g_autofree char *typed = NULL;
  GtkTextIter start;

  if (!gtk_widget_is_focus (GTK_WIDGET (self->view)) || !vlg_number_offer_press (self->offer, keyval, state))
    return FALSE;

  if (keyval == GDK_KEY_Escape && (typed = dup_unfinished (self, &start)) != NULL)
    self->dismissed = gtk_text_iter_get_offset (&start);

  return TRUE;
}

/* Text blocks */

static void
tell (VlgTextTools *self,
      const char   *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  if (self->editor != NULL)
    vlg_platform_add_toast (self->editor, adw_toast_new (markup));
}

static void
insert_cb (VlgTextTools *self,
           VlgSnippet   *block)
{
  VlgOffice *office;
  g_auto (GStrv) left = NULL;
  g_autofree char *text = NULL;

  gtk_menu_button_popdown (self->button);
  if (self->draft == NULL || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)))
    return;

  office = vlg_draft_get_office (self->draft);
  text = vlg_snippet_fill (vlg_snippet_get_text (block), vlg_draft_get_motion (self->draft),
                           vlg_draft_get_profile (self->draft) != NULL ? vlg_draft_get_profile (self->draft) : vlg_office_get_profile (office), vlg_day_today (), &left);
  vlg_text_buffer_insert_markdown (VLG_TEXT_BUFFER (get_buffer (self)), text);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (get_buffer (self)));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  vlg_text_blocks_touch (office, block);

  if (*left != NULL)
    {
      g_autofree char *names = g_strjoinv (", ", left);
      g_autofree char *message = g_strdup_printf (_("Not filled in: %s"), names);

      tell (self, message);
    }
}

static void
write_block (VlgTextTools *self,
             VlgSnippet   *block)
{
  gtk_menu_button_popdown (self->button);
  gtk_window_present (GTK_WINDOW (vlg_block_dialog_new (GTK_WINDOW (gtk_widget_get_root (self->editor)), vlg_draft_get_office (self->draft), block)));
}

static void
edit_cb (VlgTextTools *self,
         VlgSnippet   *block)
{
  if (self->draft != NULL)
    write_block (self, block);
}

static void
save_cb (VlgTextTools *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autoptr (VlgSnippet) block = NULL;

  if (self->draft == NULL)
    return;

  if (gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    text = vlg_text_buffer_dup_range (VLG_TEXT_BUFFER (get_buffer (self)), gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end));
  block = vlg_snippet_new (NULL, "", text != NULL ? text : "", 0);
  write_block (self, block);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (VlgTextTools) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgSnippet) restored = vlg_text_blocks_save_finish (VLG_OFFICE (source), result, &error);

  if (restored == NULL)
    tell (self, error->message);
}

typedef struct {
  VlgTextTools *tools;
  VlgOffice    *office;
  VlgSnippet   *block;
} Deleted;

static void
deleted_free (Deleted *deleted)
{
  g_object_unref (deleted->tools);
  g_object_unref (deleted->office);
  g_object_unref (deleted->block);
  g_free (deleted);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deleted, deleted_free)

static void
undo_cb (AdwToast *toast,
         Deleted  *deleted)
{
  vlg_text_blocks_save_async (deleted->office, deleted->block, NULL, restored_cb, g_object_ref (deleted->tools));
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Deleted) deleted = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;
  GtkWidget *editor = deleted->tools->editor;
  AdwToast *toast;

  if (!vlg_text_blocks_delete_finish (VLG_OFFICE (source), result, &error))
    {
      tell (deleted->tools, error->message);
      return;
    }
  if (editor == NULL)
    return;

  text = g_strdup_printf (_("Text block “%s” deleted"), vlg_snippet_get_name (deleted->block));
  markup = g_markup_escape_text (text, -1);
  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), g_steal_pointer (&deleted), (GClosureNotify) (GCallback) deleted_free, 0);
  vlg_platform_add_toast (editor, toast);
}

static void
delete_cb (VlgTextTools *self,
           VlgSnippet   *block)
{
  Deleted *deleted;

  if (self->draft == NULL)
    return;

  deleted = g_new0 (Deleted, 1);
  deleted->tools = g_object_ref (self);
  deleted->office = g_object_ref (vlg_draft_get_office (self->draft));
  deleted->block = g_object_ref (block);
  gtk_menu_button_popdown (self->button);
  vlg_text_blocks_delete_async (deleted->office, block, NULL, deleted_cb, deleted);
}

static void
shown_cb (VlgTextTools *self)
{
  vlg_block_chooser_begin (self->chooser, gtk_text_buffer_get_has_selection (get_buffer (self)));
}

/* Not to the button, which the popover would give it to. */
static void
closed_cb (VlgTextTools *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Made when it is opened: most texts are written without. */
static void
create_popover (GtkMenuButton *button,
                gpointer       user_data)
{
  VlgTextTools *self = user_data;
  GtkWidget *popover;

  if (self->chooser != NULL || self->draft == NULL)
    return;

  self->chooser = VLG_BLOCK_CHOOSER (vlg_block_chooser_new (vlg_draft_get_office (self->draft)));
  g_signal_connect_object (self->chooser, "insert", G_CALLBACK (insert_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chooser, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chooser, "delete", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chooser, "save", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->chooser));
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Text blocks"), -1);
  g_signal_connect_object (popover, "show", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

/* Life */

static void
vlg_text_tools_dispose (GObject *object)
{
  VlgTextTools *self = VLG_TEXT_TOOLS (object);

  if (self->offer != NULL)
    g_object_run_dispose (G_OBJECT (self->offer));
  if (self->links != NULL)
    g_object_run_dispose (G_OBJECT (self->links));
  if (self->button != NULL)
    gtk_menu_button_set_create_popup_func (self->button, NULL, NULL, NULL);
  g_clear_object (&self->offer);
  g_clear_object (&self->links);
  g_clear_object (&self->draft);
  self->editor = NULL;
  self->button = NULL;
  self->chooser = NULL;

  G_OBJECT_CLASS (vlg_text_tools_parent_class)->dispose (object);
}

static void
vlg_text_tools_class_init (VlgTextToolsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vlg_text_tools_dispose;
}

static void
vlg_text_tools_init (VlgTextTools *self)
{
  self->dismissed = -1;
}

static void
add_controllers (VlgTextTools *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* Around the view, so that the keys come here before its own. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->editor, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
}

VlgTextTools *
vlg_text_tools_new (GtkWidget     *editor,
                    VlgTextView   *view,
                    GtkMenuButton *button)
{
  VlgTextTools *self = g_object_new (VLG_TYPE_TEXT_TOOLS, NULL);

  self->editor = editor;
  self->view = view;
  self->button = button;
  self->offer = vlg_number_offer_new (editor);
  self->links = vlg_text_links_new (view);
  g_signal_connect_object (self->offer, "taken", G_CALLBACK (taken_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "insert-text", G_CALLBACK (inserted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "delete-range", G_CALLBACK (deleted_range_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "notify::cursor-position", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  add_controllers (self);
  gtk_menu_button_set_create_popup_func (button, create_popover, self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (button), FALSE);

  return self;
}

void
vlg_text_tools_set_draft (VlgTextTools *self,
                          VlgDraft     *draft)
{
  VlgOffice *office = draft != NULL ? vlg_draft_get_office (draft) : NULL;

  g_return_if_fail (VLG_IS_TEXT_TOOLS (self));
  g_return_if_fail (draft == NULL || VLG_IS_DRAFT (draft));

  self->dismissed = -1;
  if (!g_set_object (&self->draft, draft))
    return;

  if (draft == NULL)
    gtk_menu_button_popdown (self->button);
  vlg_number_offer_set_draft (self->offer, draft);
  vlg_text_links_set_office (self->links, office);
  gtk_widget_set_visible (GTK_WIDGET (self->button), draft != NULL);
}
