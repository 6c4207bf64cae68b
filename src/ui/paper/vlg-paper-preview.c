/* vlg-paper-preview.c — the paper of a motion, beside it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-paper-preview.h"

#include <glib/gi18n.h>

#include "vlg-paper-layout.h"
#include "vlg-paper-view.h"

struct _VlgPaperPreview {
  AdwBin parent_instance;

  /* template widgets */
  VlgPaperView      *view;
  GtkScrolledWindow *scroller;

  /* owned */
  VlgMotion    *motion;
  VlgProfile   *profile;
  GCancellable *cancellable;
  VlgPaperLayouter *layouter;  /* NULL until a paper was asked for */
  VlgMotion    *running;       /* what is laid out just now */

  gboolean stale;    /* what is shown or laid out is not the motion as it is now */
};

enum {
  PROP_0,
  PROP_MOTION,
  PROP_PROFILE,
  PROP_PAPER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgPaperPreview, vlg_paper_preview, ADW_TYPE_BIN)

static void start_layout (VlgPaperPreview *self);

static void
set_paper (VlgPaperPreview *self,
           VlgPaper        *paper)
{
  vlg_paper_view_set_paper (self->view, paper);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAPER]);
}

static gboolean
is_same (VlgMotion *a,
         VlgMotion *b)
{
  return a != NULL && b != NULL && g_strcmp0 (vlg_motion_get_uid (a), vlg_motion_get_uid (b)) == 0;
}

static void
layout_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (VlgPaperPreview) self = user_data;
  g_autoptr (VlgPaper) paper = vlg_paper_layout_finish (result, NULL);
  g_autoptr (VlgMotion) laid_out = g_steal_pointer (&self->running);

  /* Who types without a pause sees the paper grow, a moment behind. */
  if (paper != NULL && is_same (laid_out, self->motion))
    set_paper (self, paper);
  start_layout (self);
}

static void
start_layout (VlgPaperPreview *self)
{
  if (!self->stale || self->running != NULL || self->motion == NULL || self->profile == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->stale = FALSE;
  g_set_object (&self->running, self->motion);
  if (self->layouter == NULL)
    self->layouter = vlg_paper_layouter_new ();
  vlg_paper_layouter_run_async (self->layouter, self->motion, self->profile, self->cancellable, layout_cb, g_object_ref (self));
}

static void
profile_changed_cb (VlgPaperPreview *self)
{
  self->stale = TRUE;
  start_layout (self);
}

static char *
page_label (VlgPaperPreview *self,
            guint            page,
            guint            n_pages)
{
  return g_strdup_printf (_("Page %u of %u"), page, n_pages);
}

static char *
stack_page_name (VlgPaperPreview *self,
                 VlgPaper        *paper)
{
  return g_strdup (paper != NULL ? "paper" : "loading");
}

/* A spinner turns, and lays the whole window out for each frame, also where the stack hides it. */
static gboolean
is_waiting (VlgPaperPreview *self,
            VlgPaper        *paper)
{
  return paper == NULL;
}

static void
zoom_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgPaperPreview *self = VLG_PAPER_PREVIEW (widget);

  if (g_str_equal (action_name, "paper.zoom-fit"))
    vlg_paper_view_set_zoom (self->view, 0);
  else
    vlg_paper_view_zoom_by (self->view, g_str_equal (action_name, "paper.zoom-in") ? 1 : -1);
}

static void
vlg_paper_preview_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vlg_paper_preview_parent_class)->map (widget);

  start_layout (VLG_PAPER_PREVIEW (widget));
}

static void
vlg_paper_preview_dispose (GObject *object)
{
  VlgPaperPreview *self = VLG_PAPER_PREVIEW (object);

  g_cancellable_cancel (self->cancellable);
  self->stale = FALSE;
  g_clear_object (&self->motion);
  g_clear_object (&self->profile);
  g_clear_pointer (&self->layouter, vlg_paper_layouter_free);

  G_OBJECT_CLASS (vlg_paper_preview_parent_class)->dispose (object);
}

static void
vlg_paper_preview_finalize (GObject *object)
{
  g_clear_object (&VLG_PAPER_PREVIEW (object)->cancellable);

  G_OBJECT_CLASS (vlg_paper_preview_parent_class)->finalize (object);
}

static void
vlg_paper_preview_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  VlgPaperPreview *self = VLG_PAPER_PREVIEW (object);

  switch (prop_id)
    {
    case PROP_MOTION:
      g_value_set_object (value, self->motion);
      break;
    case PROP_PROFILE:
      g_value_set_object (value, self->profile);
      break;
    case PROP_PAPER:
      g_value_set_object (value, vlg_paper_preview_get_paper (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_paper_preview_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  VlgPaperPreview *self = VLG_PAPER_PREVIEW (object);

  switch (prop_id)
    {
    case PROP_MOTION:
      vlg_paper_preview_set_motion (self, g_value_get_object (value));
      break;
    case PROP_PROFILE:
      if (self->profile == g_value_get_object (value))
        break;
      if (self->profile != NULL)
        g_signal_handlers_disconnect_by_func (self->profile, profile_changed_cb, self);
      g_set_object (&self->profile, g_value_get_object (value));
      if (self->profile != NULL)
        {
          g_signal_connect_object (self->profile, "notify::coat-of-arms", G_CALLBACK (profile_changed_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (self->profile, "notify::prints-rationales", G_CALLBACK (profile_changed_cb), self, G_CONNECT_SWAPPED);
        }
      profile_changed_cb (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_paper_preview_class_init (VlgPaperPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_paper_preview_dispose;
  object_class->finalize = vlg_paper_preview_finalize;
  object_class->get_property = vlg_paper_preview_get_property;
  object_class->set_property = vlg_paper_preview_set_property;

  widget_class->map = vlg_paper_preview_map;

  properties[PROP_MOTION] =
    g_param_spec_object ("motion", NULL, NULL, VLG_TYPE_MOTION,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PROFILE] =
    g_param_spec_object ("profile", NULL, NULL, VLG_TYPE_PROFILE,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PAPER] =
    g_param_spec_object ("paper", NULL, NULL, VLG_TYPE_PAPER,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "paper.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "paper.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "paper.zoom-fit", NULL, zoom_action);

  g_type_ensure (VLG_TYPE_PAPER_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/paper/vlg-paper-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgPaperPreview, view);
  gtk_widget_class_bind_template_child (widget_class, VlgPaperPreview, scroller);
  gtk_widget_class_bind_template_callback (widget_class, page_label);
  gtk_widget_class_bind_template_callback (widget_class, is_waiting);
  gtk_widget_class_bind_template_callback (widget_class, stack_page_name);
}

static void
vlg_paper_preview_init (VlgPaperPreview *self)
{
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

void
vlg_paper_preview_set_motion (VlgPaperPreview *self,
                              VlgMotion       *motion)
{
  gboolean other;

  g_return_if_fail (VLG_IS_PAPER_PREVIEW (self));
  g_return_if_fail (motion == NULL || VLG_IS_MOTION (motion));

  if (self->motion == motion)
    return;

  other = !is_same (self->motion, motion);
  g_set_object (&self->motion, motion);
  self->stale = motion != NULL;

  /* The same motion changed: its old paper stays until the new one is there, and the place in it. */
  if (other)
    {
      set_paper (self, NULL);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }

  start_layout (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOTION]);
}

VlgPaper *
vlg_paper_preview_get_paper (VlgPaperPreview *self)
{
  g_return_val_if_fail (VLG_IS_PAPER_PREVIEW (self), NULL);

  return self->view != NULL ? vlg_paper_view_get_paper (self->view) : NULL;
}
