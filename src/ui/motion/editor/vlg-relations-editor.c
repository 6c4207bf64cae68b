/* vlg-relations-editor.c — what a motion does to others, and what others do to it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-relations-editor.h"

#include <glib/gi18n.h>

#include "vlg-choices.h"
#include "vlg-list-edit.h"
#include "vlg-number-lookup.h"
#include "vlg-number-offer.h"
#include "vlg-form-row.h"
#include "vlg-wrap-box.h"

/* How long a form that was just shown is kept in sight. */
#define SCROLL_US (300 * 1000)

struct _VlgRelationsEditor {
  AdwBin parent_instance;

  /* template widgets */
  GtkListBox  *list_box;
  GtkWidget   *add_button;
  GtkWidget   *form;
  GtkDropDown *kind;
  GtkEntry    *entry;
  GtkLabel    *problem;

  /* owned */
  VlgDraft       *draft;
  GSignalGroup   *list_signals;
  GSignalGroup   *motion_signals;
  GSignalGroup   *office_signals;
  VlgNumberOffer *offer;
  GCancellable   *looking;
  GHashTable     *known;      /* number → VlgReference: of what the motion relates to, as far as looked up */
  GPtrArray      *incoming;   /* VlgReference */
  char          **pending;    /* numbers being looked up */
  char          **looked_up;  /* numbers of which it is known whether they are */
  char           *shown;      /* what the rows say, to make them anew only when that changes */

  gboolean setting;
};

enum {
  PROP_0,
  PROP_DRAFT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgRelationsEditor, vlg_relations_editor, ADW_TYPE_BIN)

static GListStore *
get_list (VlgRelationsEditor *self)
{
  return vlg_motion_get_relations (vlg_draft_get_motion (self->draft));
}

/* Translators: %s is the number of the other motion. */
static char *
outgoing_label (VlgRelationKind  kind,
                const char      *number)
{
  switch (kind)
    {
    case VLG_RELATION_AMENDS:
      return g_strdup_printf (_("Amends %s"), number);
    case VLG_RELATION_REPLACES:
      return g_strdup_printf (_("Replaces %s"), number);
    case VLG_RELATION_SUPPLEMENTS:
      return g_strdup_printf (_("Supplements %s"), number);
    case VLG_RELATION_ANSWERS:
      return g_strdup_printf (_("Answers %s"), number);
    case VLG_RELATION_REPEALS:
      return g_strdup_printf (_("Repeals %s"), number);
    case VLG_RELATION_MENTIONS:
    default:
      return g_strdup_printf (_("Mentions %s"), number);
    }
}

static char *
incoming_label (VlgRelationKind  kind,
                const char      *number)
{
  switch (kind)
    {
    case VLG_RELATION_AMENDS:
      return g_strdup_printf (_("Amended by %s"), number);
    case VLG_RELATION_REPLACES:
      return g_strdup_printf (_("Replaced by %s"), number);
    case VLG_RELATION_SUPPLEMENTS:
      return g_strdup_printf (_("Supplemented by %s"), number);
    case VLG_RELATION_ANSWERS:
      return g_strdup_printf (_("Answered by %s"), number);
    case VLG_RELATION_REPEALS:
      return g_strdup_printf (_("Repealed by %s"), number);
    case VLG_RELATION_MENTIONS:
    default:
      return g_strdup_printf (_("Mentioned in %s"), number);
    }
}

/* Positions are the values of the enumeration from VLG_RELATION_AMENDS on: that a text mentions a number is found, not set. */
static GListModel *
get_kinds (void)
{
  static GtkStringList *kinds;

  if (kinds == NULL)
    {
      kinds = gtk_string_list_new (NULL);
      gtk_string_list_append (kinds, C_("relation", "Amends"));
      gtk_string_list_append (kinds, C_("relation", "Replaces"));
      gtk_string_list_append (kinds, C_("relation", "Supplements"));
      gtk_string_list_append (kinds, C_("relation", "Answers"));
      gtk_string_list_append (kinds, C_("relation", "Repeals"));
    }

  return G_LIST_MODEL (kinds);
}

/* Rows */

static void
remove_cb (GtkButton          *button,
           VlgRelationsEditor *self)
{
  VlgRelation *relation = g_object_get_data (G_OBJECT (button), "vlg-relation");
  const char *number = vlg_motion_number_get_text (vlg_relation_get_target (relation));
  g_autofree char *message = g_strdup_printf (_("Relation to %s removed"), number);

  gtk_widget_grab_focus (self->add_button);
  vlg_list_edit_remove (get_list (self), relation, GTK_WIDGET (self), message, NULL);
}

static gboolean
is_looked_up (VlgRelationsEditor *self,
              const char         *number)
{
  return self->looked_up != NULL && g_strv_contains ((const char *const *) self->looked_up, number);
}

static GtkWidget *
row_new (const char         *title,
         const VlgReference *reference,
         gboolean            looked_up)
{
  const char *subtitle = !looked_up ? "" : reference == NULL ? _("Not in this office") : *reference->title != '\0' ? reference->title : _("Untitled");
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", subtitle, "title-lines", 2, "subtitle-lines", 2, NULL);

  if (reference != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "motions.open");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", reference->uid);
    }

  return row;
}

static void
add_row (VlgRelationsEditor *self,
         GtkWidget          *row,
         gboolean            leads)
{
  if (leads)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  /* Before the form. */
  gtk_list_box_insert (self->list_box, row, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->form)));
}

static void
add_outgoing (VlgRelationsEditor *self,
              VlgRelation        *relation)
{
  const char *number = vlg_motion_number_get_text (vlg_relation_get_target (relation));
  const VlgReference *reference = g_hash_table_lookup (self->known, number);
  g_autofree char *title = outgoing_label (vlg_relation_get_kind (relation), number);
  g_autofree char *name = g_strdup_printf (_("Remove the relation to %s"), number);
  GtkWidget *row = row_new (title, reference, is_looked_up (self, number));
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "vlg-relation", g_object_ref (relation), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  add_row (self, row, reference != NULL);
}

static void
add_incoming (VlgRelationsEditor *self,
              VlgReference       *reference)
{
  g_autofree char *title = incoming_label (reference->kind, reference->number != NULL ? reference->number : _("a motion without a number"));

  add_row (self, row_new (title, reference, TRUE), TRUE);
}

/* What the rows will say. Caller owns. */
static char *
describe (VlgRelationsEditor *self)
{
  GString *text = g_string_new (NULL);
  GListModel *list = self->draft != NULL ? G_LIST_MODEL (get_list (self)) : NULL;

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (VlgRelation) relation = g_list_model_get_item (list, i);
      const char *number = vlg_motion_number_get_text (vlg_relation_get_target (relation));
      const VlgReference *reference = g_hash_table_lookup (self->known, number);

      g_string_append_printf (text, "%p %d\n%s\n%s\n", relation, is_looked_up (self, number), reference != NULL ? reference->uid : "", reference != NULL ? reference->title : "");
    }
  for (guint i = 0; self->incoming != NULL && i < self->incoming->len; i++)
    {
      const VlgReference *reference = self->incoming->pdata[i];

      g_string_append_printf (text, "<%d\n%s\n%s\n%s\n", reference->kind, reference->uid, reference->number != NULL ? reference->number : "", reference->title);
    }

  return g_string_free (text, FALSE);
}

static void
show_rows (VlgRelationsEditor *self)
{
  g_autofree char *text = describe (self);
  GListModel *list = self->draft != NULL ? G_LIST_MODEL (get_list (self)) : NULL;
  GtkListBoxRow *row;

  if (g_strcmp0 (text, self->shown) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
  while ((row = gtk_list_box_get_row_at_index (self->list_box, 0)) != NULL && GTK_WIDGET (row) != self->form)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (VlgRelation) relation = g_list_model_get_item (list, i);

      add_outgoing (self, relation);
    }
  for (guint i = 0; self->incoming != NULL && i < self->incoming->len; i++)
    add_incoming (self, self->incoming->pdata[i]);
}

/* Looking up */

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (VlgRelationsEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  GHashTable *known = vlg_number_lookup_find_finish (VLG_OFFICE (source), result, &error);

  if (known == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_message ("The related motions could not be looked up: %s", error->message);
      return;
    }

  g_clear_pointer (&self->known, g_hash_table_unref);
  self->known = known;
  g_strfreev (self->looked_up);
  self->looked_up = g_steal_pointer (&self->pending);
  show_rows (self);
}

static void
incoming_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (VlgRelationsEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *incoming = vlg_number_lookup_incoming_finish (VLG_OFFICE (source), result, &error);

  if (incoming == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_message ("The related motions could not be looked up: %s", error->message);
      return;
    }

  g_clear_pointer (&self->incoming, g_ptr_array_unref);
  self->incoming = incoming;
  show_rows (self);
}

static void
look_up (VlgRelationsEditor *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  VlgOffice *office;
  const char *own;

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (self->draft == NULL)
    return;

  self->looking = g_cancellable_new ();
  office = vlg_draft_get_office (self->draft);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (get_list (self))); i++)
    {
      g_autoptr (VlgRelation) relation = g_list_model_get_item (G_LIST_MODEL (get_list (self)), i);

      g_strv_builder_add (builder, vlg_motion_number_get_text (vlg_relation_get_target (relation)));
    }
  g_strfreev (self->pending);
  self->pending = g_strv_builder_end (builder);
  if (*self->pending != NULL)
    vlg_number_lookup_find_async (office, (const char *const *) self->pending, self->looking, found_cb, g_object_ref (self));
  own = vlg_motion_get_number_text (vlg_draft_get_motion (self->draft));
  if (*own != '\0')
    vlg_number_lookup_incoming_async (office, own, self->looking, incoming_cb, g_object_ref (self));
  else if (self->incoming != NULL)
    {
      g_clear_pointer (&self->incoming, g_ptr_array_unref);
      show_rows (self);
    }
}

static void
changed_rows_cb (VlgRelationsEditor *self)
{
  show_rows (self);
  look_up (self);
}

/* The form */

static void
close_form (VlgRelationsEditor *self)
{
  vlg_number_offer_close (self->offer);
  gtk_widget_set_visible (self->form, FALSE);
  gtk_widget_grab_focus (self->add_button);
}

/* What was typed, its kind in capitals. Caller owns. */
static char *
dup_typed (VlgRelationsEditor *self)
{
  char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  char *slash = strchr (typed, '/');

  for (char *p = typed; slash != NULL && p < slash; p++)
    *p = g_ascii_toupper (*p);

  return typed;
}

static void
tell_problem (VlgRelationsEditor *self,
              const char         *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static gboolean
is_there (VlgRelationsEditor *self,
          VlgRelationKind     kind,
          VlgMotionNumber    *number)
{
  GListModel *list = G_LIST_MODEL (get_list (self));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (VlgRelation) relation = g_list_model_get_item (list, i);

      if (vlg_relation_get_kind (relation) == kind && vlg_motion_number_equal (vlg_relation_get_target (relation), number))
        return TRUE;
    }

  return FALSE;
}

static void
add_cb (VlgRelationsEditor *self)
{
  VlgRelationKind kind = VLG_RELATION_AMENDS + gtk_drop_down_get_selected (self->kind);
  g_autofree char *typed = dup_typed (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotionNumber) number = NULL;
  g_autoptr (VlgRelation) relation = NULL;
  VlgMotionNumber *own;

  if (self->draft == NULL)
    return;

  number = vlg_motion_number_parse (typed, &error);
  own = vlg_motion_get_number (vlg_draft_get_motion (self->draft));
  if (number == NULL)
    tell_problem (self, *typed != '\0' ? error->message : _("Please type the number of the other motion."));
  else if (own != NULL && vlg_motion_number_equal (number, own))
    tell_problem (self, _("This is the number of this motion itself."));
  else if (is_there (self, kind, number))
    tell_problem (self, _("This relation is there already."));
  else
    {
      relation = vlg_relation_new (kind, number);
      close_form (self);
      g_list_store_append (get_list (self), relation);
    }
}

static void
changed_cb (VlgRelationsEditor *self)
{
  g_autofree char *typed = dup_typed (self);
  graphene_rect_t bounds;

  tell_problem (self, NULL);
  if (self->setting)
    return;

  /* A word without a slash is no beginning of a number: "a" would offer half the office. */
  if (strchr (typed, '/') == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (self->entry), GTK_WIDGET (self), &bounds))
    vlg_number_offer_close (self->offer);
  else
    vlg_number_offer_ask (self->offer, typed, &(GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height });
}

static void
taken_cb (VlgRelationsEditor *self,
          const char         *number)
{
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), number);
  self->setting = FALSE;
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
leave_cb (VlgRelationsEditor *self)
{
  vlg_number_offer_close (self->offer);
}

static gboolean
key_cb (VlgRelationsEditor *self,
        guint               keyval,
        guint               keycode,
        GdkModifierType     state)
{
  if (vlg_number_offer_press (self->offer, keyval, state))
    return TRUE;
  if (keyval != GDK_KEY_Escape)
    return FALSE;

  close_form (self);

  return TRUE;
}

/* Focus scrolls to where a widget is, and the form that was just shown has no place yet; what stands above it may find its height some frames later. */
static gboolean
scroll_cb (GtkWidget     *form,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (form, GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment = viewport != NULL ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)) : NULL;
  gint64 *until = user_data;
  graphene_rect_t bounds;

  if (*until == 0)
    *until = gdk_frame_clock_get_frame_time (clock) + SCROLL_US;
  if (adjustment == NULL || !gtk_widget_get_visible (form))
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_mapped (form) && gtk_widget_get_height (form) > 0 &&
      gtk_widget_compute_bounds (form, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);

  return gdk_frame_clock_get_frame_time (clock) < *until;
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  VlgRelationsEditor *self = VLG_RELATIONS_EDITOR (widget);

  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  self->setting = FALSE;
  tell_problem (self, NULL);
  gtk_widget_set_visible (self->form, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_widget_add_tick_callback (self->form, scroll_cb, g_new0 (gint64, 1), g_free);
}

/* Never by way of grab_focus(), which would bring Shift+Tab back to where it leaves. */
static gboolean
vlg_relations_editor_focus (GtkWidget        *widget,
                            GtkDirectionType  direction)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  return child != NULL && gtk_widget_child_focus (child, direction);
}

static gboolean
vlg_relations_editor_grab_focus (GtkWidget *widget)
{
  VlgRelationsEditor *self = VLG_RELATIONS_EDITOR (widget);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, 0);

  return gtk_widget_grab_focus (row != NULL && GTK_WIDGET (row) != self->form ? GTK_WIDGET (row) : self->add_button);
}

static void
set_draft (VlgRelationsEditor *self,
           VlgDraft           *draft)
{
  if (!g_set_object (&self->draft, draft))
    return;

  vlg_number_offer_set_draft (self->offer, draft);
  gtk_widget_set_visible (self->form, FALSE);
  g_hash_table_remove_all (self->known);
  g_clear_pointer (&self->incoming, g_ptr_array_unref);
  g_clear_pointer (&self->looked_up, g_strfreev);
  g_signal_group_set_target (self->list_signals, draft != NULL ? get_list (self) : NULL);
  g_signal_group_set_target (self->motion_signals, draft != NULL ? vlg_draft_get_motion (draft) : NULL);
  g_signal_group_set_target (self->office_signals, draft != NULL ? vlg_draft_get_office (draft) : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "relations.add", draft != NULL);
  changed_rows_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT]);
}

static void
vlg_relations_editor_dispose (GObject *object)
{
  VlgRelationsEditor *self = VLG_RELATIONS_EDITOR (object);

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_object (&self->list_signals);
  g_clear_object (&self->motion_signals);
  g_clear_object (&self->office_signals);
  if (self->offer != NULL)
    g_object_run_dispose (G_OBJECT (self->offer));
  g_clear_object (&self->offer);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->incoming, g_ptr_array_unref);
  g_clear_pointer (&self->pending, g_strfreev);
  g_clear_pointer (&self->looked_up, g_strfreev);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (vlg_relations_editor_parent_class)->dispose (object);
}

static void
vlg_relations_editor_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (prop_id == PROP_DRAFT)
    g_value_set_object (value, VLG_RELATIONS_EDITOR (object)->draft);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_relations_editor_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  if (prop_id == PROP_DRAFT)
    set_draft (VLG_RELATIONS_EDITOR (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_relations_editor_class_init (VlgRelationsEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_relations_editor_dispose;
  object_class->get_property = vlg_relations_editor_get_property;
  object_class->set_property = vlg_relations_editor_set_property;
  widget_class->grab_focus = vlg_relations_editor_grab_focus;
  widget_class->focus = vlg_relations_editor_focus;

  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, VLG_TYPE_DRAFT,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "relations.add", NULL, add_action);

  g_type_ensure (VLG_TYPE_FORM_ROW);
  g_type_ensure (VLG_TYPE_WRAP_BOX);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/editor/vlg-relations-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgRelationsEditor, list_box);
  gtk_widget_class_bind_template_child (widget_class, VlgRelationsEditor, add_button);
  gtk_widget_class_bind_template_child (widget_class, VlgRelationsEditor, form);
  gtk_widget_class_bind_template_child (widget_class, VlgRelationsEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, VlgRelationsEditor, entry);
  gtk_widget_class_bind_template_child (widget_class, VlgRelationsEditor, problem);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

static void
vlg_relations_editor_init (VlgRelationsEditor *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, vlg_reference_free);
  self->list_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->list_signals, "items-changed", G_CALLBACK (changed_rows_cb), self);
  self->motion_signals = g_signal_group_new (VLG_TYPE_MOTION);
  g_signal_group_connect_swapped (self->motion_signals, "notify::number", G_CALLBACK (look_up), self);
  self->office_signals = g_signal_group_new (VLG_TYPE_OFFICE);
  g_signal_group_connect_swapped (self->office_signals, "changed", G_CALLBACK (look_up), self);

  gtk_widget_init_template (GTK_WIDGET (self));

  vlg_choices_set (self->kind, get_kinds ());
  self->offer = vlg_number_offer_new (GTK_WIDGET (self));
  g_signal_connect_object (self->offer, "taken", G_CALLBACK (taken_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "relations.add", FALSE);
}
