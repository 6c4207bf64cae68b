/* vlg-passage.c — a titled text in the summary of a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-passage.h"

#include "vlg-text-dialog.h"

/* Characters shown at once; a reasoning may run over a hundred pages. */
#define EXCERPT 900

struct _VlgPassage {
  AdwBin parent_instance;

  /* owned */
  char *title;
  char *text;
};

enum {
  PROP_0,
  PROP_TITLE,
  PROP_TEXT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgPassage, vlg_passage, ADW_TYPE_BIN)

static gboolean
is_long (VlgPassage *self,
         const char *text)
{
  return text != NULL && g_utf8_strlen (text, -1) > EXCERPT;
}

static char *
excerpt (VlgPassage *self,
         const char *text)
{
  g_autofree char *start = NULL;

  if (!is_long (self, text))
    return g_strdup (text);

  start = g_utf8_substring (text, 0, EXCERPT);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

static void
show_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgPassage *self = VLG_PASSAGE (widget);

  vlg_text_dialog_present (widget, self->title, self->text, FALSE);
}

static void
vlg_passage_finalize (GObject *object)
{
  VlgPassage *self = VLG_PASSAGE (object);

  g_free (self->title);
  g_free (self->text);

  G_OBJECT_CLASS (vlg_passage_parent_class)->finalize (object);
}

static void
vlg_passage_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  VlgPassage *self = VLG_PASSAGE (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_passage_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  VlgPassage *self = VLG_PASSAGE (object);
  char **field = prop_id == PROP_TITLE ? &self->title : &self->text;

  if (prop_id != PROP_TITLE && prop_id != PROP_TEXT)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  if (g_strcmp0 (*field, g_value_get_string (value)) == 0)
    return;

  g_free (*field);
  *field = g_value_dup_string (value);
  /* Not a binding: GTK 4.8 cannot unwatch an expression that is bound to the very widget it looks at. */
  gtk_widget_set_visible (GTK_WIDGET (self), self->text != NULL && *self->text != '\0');
  g_object_notify_by_pspec (object, pspec);
}

static void
vlg_passage_class_init (VlgPassageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = vlg_passage_finalize;
  object_class->get_property = vlg_passage_get_property;
  object_class->set_property = vlg_passage_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "passage.show", NULL, show_action);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/vlg-passage.ui");
  gtk_widget_class_bind_template_callback (widget_class, is_long);
  gtk_widget_class_bind_template_callback (widget_class, excerpt);
}

static void
vlg_passage_init (VlgPassage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
