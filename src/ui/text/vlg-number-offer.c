/* vlg-number-offer.c — stored numbers offered while one is typed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-number-offer.h"

#include <glib/gi18n.h>

#include "vlg-number-lookup.h"

#define WIDTH 280

struct _VlgNumberOffer {
  GObject parent_instance;

  /* owned */
  GtkWidget    *popover;
  VlgDraft     *draft;
  GCancellable *asking;
  char         *typed;

  /* borrowed */
  GtkListBox   *list_box;
};

G_DEFINE_FINAL_TYPE (VlgNumberOffer, vlg_number_offer, G_TYPE_OBJECT)

enum {
  TAKEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
row_new (const VlgReference *reference)
{
  GtkWidget *number = gtk_label_new (reference->number);
  GtkWidget *title = gtk_label_new (*reference->title != '\0' ? reference->title : _("Untitled"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (number), 0);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), title);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "vlg-number", g_strdup (reference->number), g_free);

  return row;
}

static const char *
row_number (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "vlg-number");
}

/* Who has written a whole number may mean it: nothing is chosen for him then. */
static gboolean
is_whole (const char *typed)
{
  g_autoptr (VlgMotionNumber) number = vlg_motion_number_parse (typed, NULL);

  return number != NULL && vlg_motion_number_get_kind (number) != NULL;
}

static void
stop_asking (VlgNumberOffer *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

/* What was offered for less than is typed now may not fit any more. */
static void
narrow (VlgNumberOffer *self)
{
  GtkListBoxRow *row;
  const char *own = vlg_motion_get_number_text (vlg_draft_get_motion (self->draft));
  int i = 0;

  while ((row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL)
    {
      if (g_str_has_prefix (row_number (row), self->typed) && !g_str_equal (row_number (row), self->typed) && !g_str_equal (row_number (row), own))
        i++;
      else
        gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
    }
  if (i == 0)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else if (is_whole (self->typed))
    gtk_list_box_unselect_all (self->list_box);
  else if (gtk_list_box_get_selected_row (self->list_box) == NULL)
    gtk_list_box_select_row (self->list_box, gtk_list_box_get_row_at_index (self->list_box, 0));
}

static void
show (VlgNumberOffer *self,
      GPtrArray      *references)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list_box, 0)) != NULL)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
  for (guint i = 0; i < references->len; i++)
    gtk_list_box_append (self->list_box, row_new (references->pdata[i]));
  narrow (self);
  if (gtk_list_box_get_row_at_index (self->list_box, 0) != NULL)
    gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* What is scrolled out of the window may lie beyond every monitor, and GDK asks the monitor where to put the popover. */
static gboolean
is_in_sight (VlgNumberOffer *self)
{
  GtkWidget *parent = gtk_widget_get_parent (self->popover);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (parent));
  graphene_point_t point;
  GdkRectangle at;

  if (root == NULL || !gtk_widget_get_mapped (parent) || !gtk_popover_get_pointing_to (GTK_POPOVER (self->popover), &at) ||
      !gtk_widget_compute_point (parent, root, &GRAPHENE_POINT_INIT (at.x, at.y), &point))
    return FALSE;

  return at.width > 0 && at.height > 0 && point.x + at.width > 0 && point.x < gtk_widget_get_width (root) &&
         point.y + at.height > 0 && point.y < gtk_widget_get_height (root);
}

static void
completed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (VlgNumberOffer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) references = vlg_number_lookup_complete_finish (VLG_OFFICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->popover == NULL || self->draft == NULL || self->typed == NULL)
    return;

  g_clear_object (&self->asking);
  if (references != NULL && is_in_sight (self))
    show (self, references);
  else if (error != NULL)
    g_message ("No numbers to offer: %s", error->message);
}

static void
take (VlgNumberOffer *self,
      GtkListBoxRow  *row)
{
  g_autofree char *number = g_strdup (row_number (row));

  vlg_number_offer_close (self);
  g_signal_emit (self, signals[TAKEN], 0, number);
}

static void
row_activated_cb (VlgNumberOffer *self,
                  GtkListBoxRow  *row)
{
  take (self, row);
}

static void
move_selection (VlgNumberOffer *self,
                int             by)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list_box);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, selected == NULL ? 0 : gtk_list_box_row_get_index (selected) + by);

  if (row != NULL)
    gtk_list_box_select_row (self->list_box, row);
}

static void
vlg_number_offer_dispose (GObject *object)
{
  VlgNumberOffer *self = VLG_NUMBER_OFFER (object);

  stop_asking (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->typed, g_free);

  G_OBJECT_CLASS (vlg_number_offer_parent_class)->dispose (object);
}

static void
vlg_number_offer_class_init (VlgNumberOfferClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vlg_number_offer_dispose;

  signals[TAKEN] = g_signal_new ("taken", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
vlg_number_offer_init (VlgNumberOffer *self)
{
  self->list_box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list_box, GTK_SELECTION_BROWSE);
  gtk_widget_set_size_request (GTK_WIDGET (self->list_box), WIDTH, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Numbers of motions"), -1);
  g_signal_connect_swapped (self->list_box, "row-activated", G_CALLBACK (row_activated_cb), self);

  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_add_css_class (self->popover, "offer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Numbers of motions"), -1);
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->list_box));
}

VlgNumberOffer *
vlg_number_offer_new (GtkWidget *widget)
{
  VlgNumberOffer *self = g_object_new (VLG_TYPE_NUMBER_OFFER, NULL);

  gtk_widget_set_parent (self->popover, widget);

  return self;
}

void
vlg_number_offer_set_draft (VlgNumberOffer *self,
                            VlgDraft       *draft)
{
  g_return_if_fail (VLG_IS_NUMBER_OFFER (self));
  g_return_if_fail (draft == NULL || VLG_IS_DRAFT (draft));

  if (g_set_object (&self->draft, draft))
    vlg_number_offer_close (self);
}

void
vlg_number_offer_ask (VlgNumberOffer     *self,
                      const char         *typed,
                      const GdkRectangle *at)
{
  g_return_if_fail (VLG_IS_NUMBER_OFFER (self));
  g_return_if_fail (typed != NULL);

  stop_asking (self);
  if (self->draft == NULL || self->popover == NULL)
    return;

  g_free (self->typed);
  self->typed = g_strdup (typed);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), at);
  narrow (self);
  self->asking = g_cancellable_new ();
  vlg_number_lookup_complete_async (vlg_draft_get_office (self->draft), typed, self->asking, completed_cb, g_object_ref (self));
}

void
vlg_number_offer_close (VlgNumberOffer *self)
{
  g_return_if_fail (VLG_IS_NUMBER_OFFER (self));

  stop_asking (self);
  g_clear_pointer (&self->typed, g_free);
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

gboolean
vlg_number_offer_is_open (VlgNumberOffer *self)
{
  g_return_val_if_fail (VLG_IS_NUMBER_OFFER (self), FALSE);

  return self->popover != NULL && gtk_widget_get_visible (self->popover);
}

gboolean
vlg_number_offer_press (VlgNumberOffer  *self,
                        guint            keyval,
                        GdkModifierType  state)
{
  GtkListBoxRow *selected;

  g_return_val_if_fail (VLG_IS_NUMBER_OFFER (self), FALSE);

  if (!vlg_number_offer_is_open (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;

  selected = gtk_list_box_get_selected_row (self->list_box);
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_selection (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_selection (self, -1);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      take (self, selected != NULL ? selected : gtk_list_box_get_row_at_index (self->list_box, 0));
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (selected == NULL)
        return FALSE;
      take (self, selected);
      return TRUE;
    case GDK_KEY_Escape:
      vlg_number_offer_close (self);
      return TRUE;
    default:
      return FALSE;
    }
}
