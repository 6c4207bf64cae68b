/* vlg-leitbild-suggestions.c — what similar motions chose, to take over with one click
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-leitbild-suggestions.h"

#include <glib/gi18n.h>

#include "vlg-leitbild-desk.h"
#include "vlg-leitbild-rules.h"

/* Who goes through the list of motions does not have each looked up. */
#define OPENED_MS 300
/* Typing rests that long before what it is like is looked up anew. */
#define REST_MS 1000

struct _VlgLeitbildSuggestions {
  AdwBin parent_instance;

  /* template widgets */
  GtkListBox *list_box;

  /* owned */
  VlgDraft         *draft;
  GSignalGroup     *draft_signals;
  GSignalGroup     *motion_signals;
  VlgLeitbildHints *hints;          /* or NULL */
  GCancellable     *asking;         /* or NULL */
  GPtrArray        *rows;           /* borrowed: the list box's, with their hint as "hint" */

  guint rest_source;
};

enum {
  ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgLeitbildSuggestions, vlg_leitbild_suggestions, ADW_TYPE_BIN)

/* The motion's own; NULL until it is read. Borrowed. */
static VlgLeitbild *
get_leitbild (VlgLeitbildSuggestions *self)
{
  VlgProfile *profile = vlg_draft_get_profile (self->draft);

  return profile != NULL ? vlg_profile_get_leitbild (profile) : NULL;
}

static const VlgLeitbildHint *
get_hint (VlgLeitbildSuggestions *self,
          guint                   row)
{
  return g_object_get_data (g_ptr_array_index (self->rows, row), "hint");
}

/* What was chosen, "Soziales Miteinander, M01". Caller owns; NULL where the catalogue has no such field any more. */
static char *
describe (VlgLeitbildSuggestions *self,
          const VlgLeitbildHint  *hint)
{
  VlgActionField *field;
  g_autofree char *goals = g_strjoinv (", ", hint->goals);

  if (hint->field == NULL)
    return g_strdup (_("Not relevant to the Leitbild"));
  field = get_leitbild (self) != NULL ? vlg_leitbild_find_field (get_leitbild (self), hint->field) : NULL;
  if (field == NULL)
    return NULL;

  return *goals == '\0' ? g_strdup (vlg_action_field_get_name (field)) : g_strconcat (vlg_action_field_get_name (field), ", ", goals, NULL);
}

/* "Not relevant" is no suggestion to somebody who has ticked fields: it would take them away. */
static gboolean
is_wanted (VlgMotion             *motion,
           const VlgLeitbildHint *hint)
{
  if (hint->field == NULL && vlg_motion_get_relevance (motion) != VLG_RELEVANCE_UNDECIDED)
    return FALSE;

  return !vlg_leitbild_rules_has_hint (motion, hint);
}

static void
update (VlgLeitbildSuggestions *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      gboolean wanted = !vlg_draft_get_frozen (self->draft) && is_wanted (vlg_draft_get_motion (self->draft), get_hint (self, i));

      gtk_widget_set_visible (g_ptr_array_index (self->rows, i), wanted);
      any |= wanted;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}

static void
clear (VlgLeitbildSuggestions *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->list_box, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->hints, vlg_leitbild_hints_free);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* To the first suggestion below @row, else above it, that is left. */
static gboolean
focus_next (VlgLeitbildSuggestions *self,
            GtkWidget              *row)
{
  guint position = 0;

  g_ptr_array_find (self->rows, row, &position);
  for (guint i = 1; i <= self->rows->len; i++)
    {
      GtkWidget *other = g_ptr_array_index (self->rows, (position + i) % self->rows->len);

      if (other != row && is_wanted (vlg_draft_get_motion (self->draft), g_object_get_data (G_OBJECT (other), "hint")))
        return gtk_widget_grab_focus (g_object_get_data (G_OBJECT (other), "accept"));
    }

  return FALSE;
}

static void
accept_cb (GtkButton *button,
           GtkWidget *row)
{
  g_autoptr (VlgLeitbildSuggestions) self = g_object_ref (VLG_LEITBILD_SUGGESTIONS (gtk_widget_get_ancestor (row, VLG_TYPE_LEITBILD_SUGGESTIONS)));
  const VlgLeitbildHint *hint = g_object_get_data (G_OBJECT (row), "hint");
  g_autofree char *field = g_strdup (hint->field != NULL ? hint->field : "");

  /* Before the row goes, for it takes the focus with it. */
  vlg_draft_end_step (self->draft);
  vlg_draft_begin_group (self->draft);
  vlg_leitbild_rules_accept (vlg_draft_get_motion (self->draft), get_leitbild (self), hint);
  vlg_draft_end_group (self->draft);
  vlg_draft_end_step (self->draft);
  if (!focus_next (self, row))
    g_signal_emit (self, signals[ACCEPTED], 0, field);
  update (self);
}

static GtkWidget *
motion_row_new (const VlgSimilarMotion *motion)
{
  const char *title = *motion->title != '\0' ? motion->title : _("Untitled");
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", motion->number != NULL ? motion->number : title,
                                 "subtitle", motion->number != NULL ? title : "", "title-lines", 2, "subtitle-lines", 2, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "motions.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", motion->uid);

  return row;
}

static void
add_row (VlgLeitbildSuggestions *self,
         VlgLeitbildHint        *hint)
{
  g_autofree char *title = describe (self, hint);
  g_autofree char *name = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *row, *button;

  if (title == NULL)
    return;

  /* Translators: how many of the motions with similar words chose what stands above. */
  subtitle = g_strdup_printf (_("Chosen by %u of %u similar motions"), hint->n, self->hints->similar->len);
  /* Translators: a button's name for the screen reader; %s is such as "Soziales Miteinander, M01". */
  name = g_strdup_printf (_("Accept %s"), title);
  row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", title, "subtitle", subtitle, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  button = gtk_button_new_with_label (_("Accept"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (accept_cb), row, 0);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), button);

  for (guint i = 0; i < hint->motions->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), motion_row_new (g_ptr_array_index (hint->motions, i)));
  g_object_set_data (G_OBJECT (row), "hint", hint);
  g_object_set_data (G_OBJECT (row), "accept", button);
  g_ptr_array_add (self->rows, row);
  gtk_list_box_append (self->list_box, row);
}

/* Whether both suggest the same from the same motions: then the rows stay, one of which may be open or have the focus. */
static gboolean
are_alike (const VlgLeitbildHints *one,
           const VlgLeitbildHints *other)
{
  if (one->similar->len != other->similar->len || one->hints->len != other->hints->len)
    return FALSE;
  for (guint i = 0; i < one->hints->len; i++)
    {
      const VlgLeitbildHint *first = one->hints->pdata[i], *second = other->hints->pdata[i];

      if (g_strcmp0 (first->field, second->field) != 0 || !g_strv_equal ((const char *const *) first->goals, (const char *const *) second->goals) ||
          first->motions->len != second->motions->len)
        return FALSE;
      for (guint j = 0; j < first->motions->len; j++)
        if (!g_str_equal (((VlgSimilarMotion *) first->motions->pdata[j])->uid, ((VlgSimilarMotion *) second->motions->pdata[j])->uid))
          return FALSE;
    }

  return TRUE;
}

static void
suggested_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (VlgLeitbildSuggestions) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgLeitbildHints) hints = vlg_leitbild_desk_suggest_finish (VLG_OFFICE (source), result, &error);

  if (hints == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_message ("Similar motions could not be looked up: %s", error->message);
      return;
    }
  if (self->hints != NULL && are_alike (self->hints, hints))
    return;

  clear (self);
  self->hints = g_steal_pointer (&hints);
  for (guint i = 0; i < self->hints->hints->len; i++)
    add_row (self, self->hints->hints->pdata[i]);
  update (self);
}

static gboolean
ask (gpointer data)
{
  VlgLeitbildSuggestions *self = data;

  self->rest_source = 0;
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  vlg_leitbild_desk_suggest_async (vlg_draft_get_office (self->draft), vlg_draft_get_motion (self->draft), self->asking, suggested_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
ask_later (VlgLeitbildSuggestions *self,
           guint                   delay)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (self->draft != NULL && !vlg_draft_get_frozen (self->draft))
    self->rest_source = g_timeout_add (delay, ask, self);
}

static void
words_changed_cb (VlgLeitbildSuggestions *self)
{
  ask_later (self, REST_MS);
}

/* Another catalogue: what could be chosen then is no suggestion now. */
static void
catalogue_cb (VlgLeitbildSuggestions *self)
{
  clear (self);
  ask_later (self, OPENED_MS);
}

static void
frozen_cb (VlgLeitbildSuggestions *self)
{
  update (self);
  ask_later (self, OPENED_MS);
}

static void
vlg_leitbild_suggestions_dispose (GObject *object)
{
  VlgLeitbildSuggestions *self = VLG_LEITBILD_SUGGESTIONS (object);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->draft_signals);
  g_clear_object (&self->motion_signals);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (vlg_leitbild_suggestions_parent_class)->dispose (object);
}

static void
vlg_leitbild_suggestions_finalize (GObject *object)
{
  VlgLeitbildSuggestions *self = VLG_LEITBILD_SUGGESTIONS (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->hints, vlg_leitbild_hints_free);

  G_OBJECT_CLASS (vlg_leitbild_suggestions_parent_class)->finalize (object);
}

static void
vlg_leitbild_suggestions_class_init (VlgLeitbildSuggestionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_leitbild_suggestions_dispose;
  object_class->finalize = vlg_leitbild_suggestions_finalize;

  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/leitbild/vlg-leitbild-suggestions.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildSuggestions, list_box);
}

static void
vlg_leitbild_suggestions_init (VlgLeitbildSuggestions *self)
{
  self->rows = g_ptr_array_new ();
  self->draft_signals = g_signal_group_new (VLG_TYPE_DRAFT);
  g_signal_group_connect_swapped (self->draft_signals, "changed", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->draft_signals, "notify::frozen", G_CALLBACK (frozen_cb), self);
  g_signal_group_connect_swapped (self->draft_signals, "notify::profile", G_CALLBACK (catalogue_cb), self);
  g_signal_group_connect_swapped (self->draft_signals, "notify::can-use-present", G_CALLBACK (catalogue_cb), self);
  self->motion_signals = g_signal_group_new (VLG_TYPE_MOTION);
  g_signal_group_connect_swapped (self->motion_signals, "notify::title", G_CALLBACK (words_changed_cb), self);
  g_signal_group_connect_swapped (self->motion_signals, "notify::resolution", G_CALLBACK (words_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
}

void
vlg_leitbild_suggestions_set_draft (VlgLeitbildSuggestions *self,
                                    VlgDraft               *draft)
{
  g_return_if_fail (VLG_IS_LEITBILD_SUGGESTIONS (self));
  g_return_if_fail (draft == NULL || VLG_IS_DRAFT (draft));

  if (!g_set_object (&self->draft, draft))
    return;

  clear (self);
  g_signal_group_set_target (self->draft_signals, draft);
  g_signal_group_set_target (self->motion_signals, draft != NULL ? vlg_draft_get_motion (draft) : NULL);
  ask_later (self, OPENED_MS);
}
