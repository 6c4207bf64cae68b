/* vlg-calendar-chip.c — a meeting or a consultation on its day
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-calendar-chip.h"

#include "vlg-calendar-words.h"
#include "vlg-platform.h"

struct _VlgCalendarChip {
  GtkButton parent_instance;

  /* borrowed: its children */
  GtkLabel *label;
  GtkWidget *lock;

  /* owned */
  VlgCalendarEntry *entry;
  char *colour;
};

G_DEFINE_FINAL_TYPE (VlgCalendarChip, vlg_calendar_chip, GTK_TYPE_BUTTON)

static gboolean
is_meeting (VlgCalendarChip *self)
{
  return vlg_calendar_entry_get_facts (self->entry)->kind == VLG_ENTRY_MEETING;
}

static gboolean
is_cancelled (VlgCalendarChip *self)
{
  return is_meeting (self) && vlg_calendar_entry_get_facts (self->entry)->state == VLG_MEETING_STATE_CANCELLED;
}

static GdkContentProvider *
prepare_cb (VlgCalendarChip *self)
{
  const VlgCalendarFacts *facts = self->entry != NULL ? vlg_calendar_entry_get_facts (self->entry) : NULL;

  /* The store refuses it too; not to begin says so sooner. */
  if (facts == NULL || (facts->kind == VLG_ENTRY_MEETING && facts->state == VLG_MEETING_STATE_HELD) ||
      (facts->kind == VLG_ENTRY_CONSULTATION && facts->result != VLG_RESULT_NONE))
    return NULL;

  return gdk_content_provider_new_typed (VLG_TYPE_CALENDAR_ENTRY, self->entry);
}

static void
drag_begin_cb (GtkDragSource   *source,
               GdkDrag         *drag,
               VlgCalendarChip *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 12, 12);
}

/* A tint that letters stand on, and a bar of the full colour at the edge; a consultation is an outline only. */
static void
vlg_calendar_chip_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  VlgCalendarChip *self = VLG_CALENDAR_CHIP (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  GskRoundedRect outline;
  GdkRGBA colour, tint;

  vlg_platform_get_color (widget, &colour);
  if (self->colour != NULL && *self->colour != '\0')
    gdk_rgba_parse (&colour, self->colour);
  tint = colour;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), 5);

  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  if (self->entry != NULL && is_meeting (self))
    {
      tint.alpha = is_cancelled (self) ? .1f : .25f;
      gtk_snapshot_append_color (snapshot, &tint, &GRAPHENE_RECT_INIT (0, 0, width, height));
    }
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - 4 : 0, 0, 4, height));
  gtk_snapshot_pop (snapshot);
  if (self->entry != NULL && !is_meeting (self))
    {
      float widths[4] = { 1, 1, 1, 1 };
      GdkRGBA borders[4] = { colour, colour, colour, colour };

      gtk_snapshot_append_border (snapshot, &outline, widths, borders);
    }

  GTK_WIDGET_CLASS (vlg_calendar_chip_parent_class)->snapshot (widget, snapshot);
}

static void
vlg_calendar_chip_finalize (GObject *object)
{
  VlgCalendarChip *self = VLG_CALENDAR_CHIP (object);

  g_clear_object (&self->entry);
  g_clear_pointer (&self->colour, g_free);

  G_OBJECT_CLASS (vlg_calendar_chip_parent_class)->finalize (object);
}

static void
vlg_calendar_chip_class_init (VlgCalendarChipClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vlg_calendar_chip_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = vlg_calendar_chip_snapshot;
}

static void
vlg_calendar_chip_init (VlgCalendarChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkDragSource *source = gtk_drag_source_new ();

  self->lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");
  gtk_image_set_pixel_size (GTK_IMAGE (self->lock), 12);
  gtk_box_append (GTK_BOX (box), self->lock);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  /* Not the style's padding: the bar at the edge is drawn where the content begins. */
  gtk_widget_set_margin_start (box, 8);
  gtk_widget_set_margin_end (box, 4);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "calendar-chip");
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

GtkWidget *
vlg_calendar_chip_new (void)
{
  return g_object_new (VLG_TYPE_CALENDAR_CHIP, NULL);
}

void
vlg_calendar_chip_set_entry (VlgCalendarChip  *self,
                             VlgCalendarEntry *entry,
                             VlgProfile       *profile)
{
  const VlgCalendarFacts *facts;
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  g_autofree char *details = NULL;
  g_autofree char *name = NULL;
  g_autofree char *day = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;

  g_return_if_fail (VLG_IS_CALENDAR_CHIP (self));
  g_return_if_fail (VLG_IS_CALENDAR_ENTRY (entry));

  /* A profile that comes into force changes no entry, so what stands there is always written anew. */
  g_set_object (&self->entry, entry);
  facts = vlg_calendar_entry_get_facts (entry);
  g_free (self->colour);
  self->colour = g_strdup (vlg_calendar_words_colour (profile, facts));
  text = vlg_calendar_words_chip (profile, facts);
  title = vlg_calendar_words_title (facts);
  details = vlg_calendar_words_details (facts);
  day = vlg_calendar_words_day (facts->day);
  name = g_strdup_printf ("%s\n%s", title, details);

  gtk_label_set_text (self->label, text);
  attributes = pango_attr_list_new ();
  if (is_cancelled (self))
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (self->label, attributes);
  gtk_widget_set_visible (self->lock, facts->visibility == VLG_VISIBILITY_NON_PUBLIC);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  g_free (name);
  name = g_strdup_printf ("%s, %s, %s", title, day, details);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", facts->uid);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "calendar.open");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

VlgCalendarEntry *
vlg_calendar_chip_get_entry (VlgCalendarChip *self)
{
  g_return_val_if_fail (VLG_IS_CALENDAR_CHIP (self), NULL);

  return self->entry;
}
