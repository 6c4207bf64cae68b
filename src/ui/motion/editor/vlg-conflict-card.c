/* vlg-conflict-card.c — a field that somebody else changed too, to decide
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-conflict-card.h"

#include <glib/gi18n.h>

#include "vlg-wrap-box.h"

struct _VlgConflictCard {
  AdwBin parent_instance;

  /* template widgets */
  GtkLabel *heading;
  GtkLabel *mine;
  GtkLabel *theirs;

  /* owned */
  VlgDraft    *draft;
  VlgConflict *conflict;
};

G_DEFINE_FINAL_TYPE (VlgConflictCard, vlg_conflict_card, ADW_TYPE_BIN)

static void
update (VlgConflictCard *self)
{
  const char *mine = vlg_conflict_get_mine (self->conflict);
  const char *theirs = vlg_conflict_get_theirs (self->conflict);

  if (!vlg_conflict_is_text (self->conflict))
    {
      mine = _("As it is shown here");
      theirs = _("As somebody else saved it");
    }
  gtk_label_set_label (self->mine, *mine != '\0' ? mine : _("Empty"));
  gtk_label_set_label (self->theirs, *theirs != '\0' ? theirs : _("Empty"));
}

static void
decide_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VlgConflictCard *self = VLG_CONFLICT_CARD (widget);
  g_autoptr (VlgDraft) draft = g_object_ref (self->draft);
  g_autoptr (VlgConflict) conflict = g_object_ref (self->conflict);

  /* Deciding takes the card away. */
  if (g_str_equal (action_name, "conflict.keep-mine"))
    vlg_draft_keep_mine (draft, conflict);
  else if (g_str_equal (action_name, "conflict.take-theirs"))
    vlg_draft_take_theirs (draft, conflict);
  else
    vlg_draft_join (draft, conflict, NULL);
}

static void
vlg_conflict_card_dispose (GObject *object)
{
  VlgConflictCard *self = VLG_CONFLICT_CARD (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->conflict);

  G_OBJECT_CLASS (vlg_conflict_card_parent_class)->dispose (object);
}

static void
vlg_conflict_card_class_init (VlgConflictCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vlg_conflict_card_dispose;

  gtk_widget_class_install_action (widget_class, "conflict.keep-mine", NULL, decide_action);
  gtk_widget_class_install_action (widget_class, "conflict.take-theirs", NULL, decide_action);
  gtk_widget_class_install_action (widget_class, "conflict.join", NULL, decide_action);

  g_type_ensure (VLG_TYPE_WRAP_BOX);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/editor/vlg-conflict-card.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgConflictCard, heading);
  gtk_widget_class_bind_template_child (widget_class, VlgConflictCard, mine);
  gtk_widget_class_bind_template_child (widget_class, VlgConflictCard, theirs);
}

static void
vlg_conflict_card_init (VlgConflictCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vlg_conflict_card_new (VlgDraft    *draft,
                       VlgConflict *conflict)
{
  VlgConflictCard *self;
  g_autofree char *heading = NULL;

  g_return_val_if_fail (VLG_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (VLG_IS_CONFLICT (conflict), NULL);

  self = g_object_new (VLG_TYPE_CONFLICT_CARD, NULL);
  self->draft = g_object_ref (draft);
  self->conflict = g_object_ref (conflict);
  /* Translators: %s is the name of a field, "Title". */
  heading = g_strdup_printf (_("%s: changed by somebody else too"), vlg_conflict_get_label (conflict));
  gtk_label_set_label (self->heading, heading);
  g_signal_connect_object (conflict, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
