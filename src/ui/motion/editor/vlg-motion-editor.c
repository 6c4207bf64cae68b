/* vlg-motion-editor.c — a motion to write, in the order of the form
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion-editor.h"

#include <glib/gi18n.h>

#include "vlg-annex-editor.h"
#include "vlg-choices.h"
#include "vlg-conflict-card.h"
#include "vlg-day-field.h"
#include "vlg-editor-bar.h"
#include "vlg-field-row.h"
#include "vlg-find-bar.h"
#include "vlg-form-row.h"
#include "vlg-finding-mark.h"
#include "vlg-leitbild-checklist.h"
#include "vlg-motion-extras.h"
#include "vlg-platform.h"
#include "vlg-relations-editor.h"
#include "vlg-sequence-editor.h"
#include "vlg-signatory-editor.h"
#include "vlg-text-page.h"
#include "vlg-text-row.h"

struct _VlgMotionEditor {
  AdwBin parent_instance;

  /* template widgets */
  GtkStack          *stack;
  GtkWidget         *scroller;
  GtkBox            *conflicts;
  AdwEntryRow       *number_row;
  AdwComboRow       *visibility_row;
  VlgFindingMark    *visibility_mark;
  VlgDayField       *received_on;
  VlgSequenceEditor *sequence;
  VlgAnnexEditor    *annexes;
  GtkWidget         *relations;
  VlgTextPage       *text_page;
  VlgFindBar        *find_bar;
  GtkWidget         *rows[VLG_N_FIELDS];   /* of the texts */

  /* owned */
  VlgDraft        *draft;
  VlgImportReport *report;
  GSignalGroup    *draft_signals;
  GSignalGroup    *conflict_signals;
  GSignalGroup    *finding_signals;
  GSignalGroup    *motion_signals;
  GSignalGroup    *spelling_signals;   /* of the office's */
  GBindingGroup   *bindings;
  GSettings       *settings;
};

enum {
  PROP_0,
  PROP_DRAFT,
  PROP_REPORT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgMotionEditor, vlg_motion_editor, ADW_TYPE_BIN)

/* The first of each section, for Ctrl+Page Up and Down. */
static const VlgField sections[] = {
  VLG_FIELD_SUBMITTER,
  VLG_FIELD_CONSULTATIONS,
  VLG_FIELD_TITLE,
  VLG_FIELD_LEGAL_BASIS,
  VLG_FIELD_LEITBILD,
  VLG_FIELD_REASONING,
  VLG_FIELD_SIGNATORIES,
  VLG_FIELD_ANNEXES,
  VLG_FIELD_RELATIONS,
};

/* Long texts */

static void
close_text (VlgMotionEditor *self)
{
  gpointer object = vlg_text_page_get_object (self->text_page);
  VlgField field = VLG_FIELD_NONE;
  guint position = 0;

  if (object == NULL)
    return;

  if (VLG_IS_MOTION (object))
    {
      g_autofree char *key = g_strdelimit (g_strdup (vlg_text_page_get_property (self->text_page)), "-", '_');

      field = vlg_field_from_key (key);
    }
  else if (!g_list_store_find (vlg_motion_get_annexes (vlg_draft_get_motion (self->draft)), object, &position))
    {
      position = 0;
    }
  vlg_text_page_release (self->text_page);
  gtk_stack_set_visible_child (self->stack, self->scroller);
  if (field != VLG_FIELD_NONE && self->rows[field] != NULL)
    gtk_widget_grab_focus (self->rows[field]);
  else
    vlg_annex_editor_jump (self->annexes, position);
}

static void
show_text_page (VlgMotionEditor *self)
{
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->text_page));
  gtk_widget_grab_focus (GTK_WIDGET (self->text_page));
}

static void
open_text (VlgMotionEditor *self,
           VlgField         field)
{
  g_autofree char *property = g_strdelimit (g_strdup (vlg_field_to_key (field)), "_", '-');

  if (self->draft == NULL || !vlg_field_is_long_text (field))
    return;

  vlg_text_page_open (self->text_page, self->draft, vlg_draft_get_motion (self->draft), property, vlg_field_get_label (field));
  show_text_page (self);
}

static void
open_annex_cb (VlgMotionEditor *self,
               VlgAnnex        *annex)
{
  const char *title = vlg_annex_get_title (annex);

  vlg_text_page_open (self->text_page, self->draft, annex, "text", *title != '\0' ? title : _("Annex"));
  show_text_page (self);
}

/* Going to a field */

void
vlg_motion_editor_jump (VlgMotionEditor *self,
                        VlgField         field,
                        int              row)
{
  g_return_if_fail (VLG_IS_MOTION_EDITOR (self));

  if (field == VLG_FIELD_NONE)
    return;

  close_text (self);
  if (field == VLG_FIELD_CONSULTATIONS)
    vlg_sequence_editor_jump (self->sequence, row);
  else if (field == VLG_FIELD_ANNEXES)
    vlg_annex_editor_jump (self->annexes, row);
  else if (field == VLG_FIELD_RELATIONS)
    gtk_widget_grab_focus (self->relations);
  else if (field == VLG_FIELD_RECEIVED_ON)
    gtk_widget_grab_focus (GTK_WIDGET (self->received_on));
  else if (field == VLG_FIELD_VISIBILITY)
    gtk_widget_grab_focus (GTK_WIDGET (self->visibility_row));
  else if (field == VLG_FIELD_NUMBER)
    gtk_widget_grab_focus (GTK_WIDGET (self->number_row));
  else if (field == VLG_FIELD_LEITBILD)
    vlg_leitbild_checklist_jump (VLG_LEITBILD_CHECKLIST (self->rows[field]));
  else if (field == VLG_FIELD_SIGNATORIES)
    vlg_signatory_editor_jump (VLG_SIGNATORY_EDITOR (self->rows[field]));
  else if (self->rows[field] != NULL)
    gtk_widget_grab_focus (self->rows[field]);
}

/* The entry alone would be scrolled into sight, and its row cut off. */
static void
reveal_row (VlgMotionEditor *self)
{
  GtkWidget *content = gtk_widget_get_first_child (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller)));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_is_ancestor (row, content) && gtk_widget_compute_bounds (row, content, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height + 12);
}

static void
finding_cb (VlgMotionEditor *self,
            VlgFinding      *finding)
{
  VlgField field = vlg_finding_get_field (finding);

  vlg_motion_editor_jump (self, field, vlg_finding_get_row (finding));
  open_text (self, field);
}

/* Who is far down in the form, or on the page of a text, does not see the cards. */
static void
conflict_cb (VlgMotionEditor *self)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->conflicts));

  close_text (self);
  if (card != NULL)
    gtk_widget_child_focus (card, GTK_DIR_TAB_FORWARD);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
show_hit_cb (VlgMotionEditor *self,
             VlgFinderPart   *part,
             int              start,
             int              length)
{
  gpointer object = vlg_finder_get_object (part, vlg_draft_get_motion (self->draft));

  if (object == NULL)
    return;

  if (part->long_text && part->field == VLG_FIELD_ANNEXES)
    open_annex_cb (self, object);
  else if (part->long_text)
    open_text (self, part->field);
  else
    vlg_motion_editor_jump (self, part->field, part->row);
  if (!part->long_text && GTK_IS_EDITABLE (self->rows[part->field]))
    gtk_editable_select_region (GTK_EDITABLE (self->rows[part->field]), start, start + length);
}

static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgMotionEditor *self = VLG_MOTION_EDITOR (widget);

  if (g_str_equal (action_name, "motion-editor.find-next") || g_str_equal (action_name, "motion-editor.find-previous"))
    vlg_find_bar_go (self->find_bar, g_str_equal (action_name, "motion-editor.find-next"));
  else
    vlg_find_bar_start (self->find_bar, g_str_equal (action_name, "motion-editor.replace"));
}

static gboolean
has_focus (VlgMotionEditor *self,
           GtkWidget       *widget)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* The section the focus is in: the last whose first widget stands not below it. */
static int
current_section (VlgMotionEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_point_t place;
  int current = -1;

  if (focus == NULL || !has_focus (self, self->scroller) ||
      !gtk_widget_compute_point (focus, self->scroller, &GRAPHENE_POINT_INIT (0, 0), &place))
    return -1;

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      GtkWidget *widget = self->rows[sections[i]];
      graphene_point_t start;

      if (sections[i] == VLG_FIELD_CONSULTATIONS)
        widget = GTK_WIDGET (self->sequence);
      else if (sections[i] == VLG_FIELD_ANNEXES)
        widget = GTK_WIDGET (self->annexes);
      else if (sections[i] == VLG_FIELD_RELATIONS)
        widget = self->relations;
      if (gtk_widget_compute_point (widget, self->scroller, &GRAPHENE_POINT_INIT (0, 0), &start) && start.y <= place.y + 1)
        current = i;
    }

  return current;
}

static void
go_by_sections (VlgMotionEditor *self,
                int              by)
{
  int section = CLAMP (current_section (self) + by, 0, (int) G_N_ELEMENTS (sections) - 1);

  vlg_motion_editor_jump (self, sections[section], -1);
  reveal_row (self);
  /* What stands above its first field is not to be cut off. */
  if (section == 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
section_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  if (gtk_widget_get_mapped (widget))
    go_by_sections (VLG_MOTION_EDITOR (widget), g_variant_get_int32 (parameter));
}

/* From anywhere in the window; where no motion is shown the keys keep what they do there. */
static gboolean
section_key_cb (GtkWidget *widget,
                GVariant  *by,
                gpointer   user_data)
{
  if (!gtk_widget_get_mapped (widget) || VLG_MOTION_EDITOR (widget)->draft == NULL)
    return FALSE;

  go_by_sections (VLG_MOTION_EDITOR (widget), g_variant_get_int32 (by));

  return TRUE;
}

/* Undo */

static void
step (VlgMotionEditor *self,
      gboolean         undo)
{
  VlgTextEditor *text = vlg_motion_editor_get_text (self);
  VlgField field;

  if (self->draft == NULL)
    return;

  /* What was written on the page that is open goes back with its cursor and formatting. */
  if (text != NULL)
    {
      VlgTextBuffer *buffer = VLG_TEXT_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (vlg_text_editor_get_view (text))));

      if (undo ? vlg_text_buffer_get_can_undo (buffer) : vlg_text_buffer_get_can_redo (buffer))
        {
          gtk_widget_activate_action (GTK_WIDGET (vlg_text_editor_get_view (text)), undo ? "editor.undo" : "editor.redo", NULL);
          return;
        }
    }

  field = undo ? vlg_draft_undo (self->draft) : vlg_draft_redo (self->draft);
  if (text != NULL && VLG_IS_MOTION (vlg_text_page_get_object (self->text_page)))
    {
      g_autofree char *key = g_strdelimit (g_strdup (vlg_text_page_get_property (self->text_page)), "-", '_');

      if (vlg_field_from_key (key) == field)
        return;
    }
  if (field == VLG_FIELD_CONSULTATIONS && has_focus (self, GTK_WIDGET (self->sequence)))
    return;
  vlg_motion_editor_jump (self, field, -1);
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  step (VLG_MOTION_EDITOR (widget), g_str_equal (action_name, "motion-editor.undo"));
}

/* Rows leave these keys to the window, which has nothing to activate. */
static gboolean
activate_row_cb (GtkWidget *widget,
                 GVariant  *parameter,
                 gpointer   user_data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return GTK_IS_LIST_BOX_ROW (focus) && gtk_widget_activate (focus);
}

static void
open_text_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  open_text (VLG_MOTION_EDITOR (widget), vlg_field_from_key (g_variant_get_string (parameter, NULL)));
}

static void
close_text_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  close_text (VLG_MOTION_EDITOR (widget));
}

static void
close_text_cb (VlgMotionEditor *self)
{
  close_text (self);
}

/* Keeping up with the draft */

static void
update_actions (VlgMotionEditor *self)
{
  VlgTextEditor *text = vlg_motion_editor_get_text (self);

  /* On a page of a text its own steps come first, and are not counted here. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "motion-editor.undo",
                                 self->draft != NULL && (text != NULL || vlg_draft_get_can_undo (self->draft)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "motion-editor.redo",
                                 self->draft != NULL && (text != NULL || vlg_draft_get_can_redo (self->draft)));
}

/* Why a number cannot be taken stands where its label was. */
static void
number_changed_cb (VlgMotionEditor *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->number_row), "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->number_row), _("Paper Number"));
}

static void
update_number (VlgMotionEditor *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->number_row), self->draft != NULL ? vlg_motion_get_number_text (vlg_draft_get_motion (self->draft)) : "");
  number_changed_cb (self);
}

static void
number_apply_cb (VlgMotionEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotionNumber) number = vlg_motion_number_parse (gtk_editable_get_text (GTK_EDITABLE (self->number_row)), &error);

  if (number == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->number_row), "error");
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->number_row), error->message);
      return;
    }

  vlg_motion_set_number (vlg_draft_get_motion (self->draft), number);
  update_number (self);
}

static void
update_findings (VlgMotionEditor *self)
{
  vlg_finding_mark_update (self->visibility_mark, self->draft != NULL ? vlg_draft_get_findings (self->draft) : NULL, VLG_FIELD_VISIBILITY, -1);
}

static void
update_conflicts (VlgMotionEditor *self)
{
  GListModel *conflicts = self->draft != NULL ? vlg_draft_get_conflicts (self->draft) : NULL;
  guint n_conflicts = conflicts != NULL ? g_list_model_get_n_items (conflicts) : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->conflicts))) != NULL)
    gtk_box_remove (self->conflicts, child);
  for (guint i = 0; i < n_conflicts; i++)
    {
      g_autoptr (VlgConflict) conflict = g_list_model_get_item (conflicts, i);

      gtk_box_append (self->conflicts, vlg_conflict_card_new (self->draft, conflict));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->conflicts), n_conflicts > 0);
}

/* Once in a language; then writing goes on without. */
static void
checked_cb (VlgMotionEditor *self,
            gboolean         wrong,
            VlgSpelling     *spelling)
{
  g_autofree char *message = NULL;

  if (!vlg_spelling_take_absence (spelling))
    return;

  message = g_markup_printf_escaped (_("No dictionary for “%s” is installed: spelling is not checked"), vlg_spelling_get_language (spelling));
  vlg_platform_add_toast (GTK_WIDGET (self), adw_toast_new (message));
}

/* Before the fields ask: they are all checked in the person's language. */
static void
take_spelling (VlgMotionEditor *self,
               VlgDraft        *draft)
{
  VlgSpelling *spelling = draft != NULL ? vlg_office_get_spelling (vlg_draft_get_office (draft)) : NULL;

  if (spelling != NULL)
    g_settings_bind (self->settings, "spelling-language", spelling, "language", G_SETTINGS_BIND_DEFAULT);
  g_signal_group_set_target (self->spelling_signals, spelling);
}

void
vlg_motion_editor_set_draft (VlgMotionEditor *self,
                             VlgDraft        *draft)
{
  VlgMotion *motion;

  g_return_if_fail (VLG_IS_MOTION_EDITOR (self));
  g_return_if_fail (draft == NULL || VLG_IS_DRAFT (draft));

  if (self->draft == draft)
    return;

  vlg_text_page_release (self->text_page);
  gtk_stack_set_visible_child (self->stack, self->scroller);

  take_spelling (self, draft);
  g_set_object (&self->draft, draft);
  motion = draft != NULL ? vlg_draft_get_motion (draft) : NULL;
  g_signal_group_set_target (self->draft_signals, draft);
  g_signal_group_set_target (self->conflict_signals, draft != NULL ? vlg_draft_get_conflicts (draft) : NULL);
  g_signal_group_set_target (self->finding_signals, draft != NULL ? vlg_draft_get_findings (draft) : NULL);
  g_signal_group_set_target (self->motion_signals, motion);
  g_binding_group_set_source (self->bindings, motion);
  gtk_widget_set_sensitive (GTK_WIDGET (self), draft != NULL);
  update_actions (self);
  update_number (self);
  update_findings (self);
  update_conflicts (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT]);
}

static void
vlg_motion_editor_dispose (GObject *object)
{
  VlgMotionEditor *self = VLG_MOTION_EDITOR (object);

  g_clear_object (&self->draft_signals);
  g_clear_object (&self->conflict_signals);
  g_clear_object (&self->finding_signals);
  g_clear_object (&self->motion_signals);
  g_clear_object (&self->spelling_signals);
  g_clear_object (&self->bindings);
  g_clear_object (&self->settings);
  g_clear_object (&self->draft);
  g_clear_object (&self->report);

  G_OBJECT_CLASS (vlg_motion_editor_parent_class)->dispose (object);
}

static void
vlg_motion_editor_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  VlgMotionEditor *self = VLG_MOTION_EDITOR (object);

  switch (prop_id)
    {
    case PROP_DRAFT:
      g_value_set_object (value, self->draft);
      break;
    case PROP_REPORT:
      g_value_set_object (value, self->report);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_motion_editor_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  VlgMotionEditor *self = VLG_MOTION_EDITOR (object);

  switch (prop_id)
    {
    case PROP_DRAFT:
      vlg_motion_editor_set_draft (self, g_value_get_object (value));
      break;
    case PROP_REPORT:
      if (g_set_object (&self->report, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* In the capture phase: entries have an undo of their own that knows nothing of the motion. */
static void
add_shortcuts (VlgMotionEditor *self)
{
  static const struct { const char *trigger; const char *action; int by; } shortcuts[] = {
    { "<Control>z", "motion-editor.undo", 0 },
    { "<Control>y|<Control><Shift>z", "motion-editor.redo", 0 },
    { "<Control>f", "motion-editor.find", 0 },
    { "<Control>h", "motion-editor.replace", 0 },
    { "F3|<Control>g", "motion-editor.find-next", 0 },
    { "<Shift>F3|<Control><Shift>g", "motion-editor.find-previous", 0 },
    { "<Control>Page_Up", "motion-editor.section", -1 },
    { "<Control>Page_Down", "motion-editor.section", 1 },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkEventController *anywhere = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].trigger),
                                                gtk_named_action_new (shortcuts[i].action));

      if (shortcuts[i].by != 0)
        {
          GtkShortcut *key = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].trigger),
                                               gtk_callback_action_new (section_key_cb, NULL, NULL));

          gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (shortcuts[i].by));
          gtk_shortcut_set_arguments (key, g_variant_new_int32 (shortcuts[i].by));
          gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (anywhere), key);
        }
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  /* From the list, which has other uses for these keys, and the header, too: the way into the motion. */
  gtk_event_controller_set_propagation_phase (anywhere, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (anywhere), GTK_SHORTCUT_SCOPE_MANAGED);
  gtk_widget_add_controller (GTK_WIDGET (self), anywhere);
}

static void
bind_rows (GtkWidgetClass *widget_class)
{
  static const VlgField fields[] = {
    VLG_FIELD_SUBMITTER, VLG_FIELD_RESPONSIBLE, VLG_FIELD_TITLE, VLG_FIELD_RESOLUTION, VLG_FIELD_LEGAL_BASIS, VLG_FIELD_RELATED_RESOLUTIONS,
    VLG_FIELD_EXPERT_OPINIONS, VLG_FIELD_PUBLICATION_NOTES, VLG_FIELD_LEITBILD, VLG_FIELD_REASONING, VLG_FIELD_SIGNATORIES,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_widget_class_bind_template_child_full (widget_class, vlg_field_to_key (fields[i]), FALSE,
                                               G_STRUCT_OFFSET (VlgMotionEditor, rows) + fields[i] * sizeof (GtkWidget *));
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (VLG_TYPE_ANNEX_EDITOR);
  g_type_ensure (VLG_TYPE_DAY_FIELD);
  g_type_ensure (VLG_TYPE_FORM_ROW);
  g_type_ensure (VLG_TYPE_EDITOR_BAR);
  g_type_ensure (VLG_TYPE_FIELD_ROW);
  g_type_ensure (VLG_TYPE_FIND_BAR);
  g_type_ensure (VLG_TYPE_FINDING_MARK);
  g_type_ensure (VLG_TYPE_LEITBILD_CHECKLIST);
  g_type_ensure (VLG_TYPE_MOTION_EXTRAS);
  g_type_ensure (VLG_TYPE_RELATIONS_EDITOR);
  g_type_ensure (VLG_TYPE_SEQUENCE_EDITOR);
  g_type_ensure (VLG_TYPE_SIGNATORY_EDITOR);
  g_type_ensure (VLG_TYPE_TEXT_PAGE);
  g_type_ensure (VLG_TYPE_TEXT_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/editor/vlg-motion-editor.ui");
  bind_rows (widget_class);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionEditor, conflicts);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionEditor, number_row);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionEditor, visibility_row);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionEditor, visibility_mark);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionEditor, received_on);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionEditor, sequence);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionEditor, annexes);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionEditor, relations);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionEditor, text_page);
  gtk_widget_class_bind_template_child (widget_class, VlgMotionEditor, find_bar);
  gtk_widget_class_bind_template_callback (widget_class, conflict_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_annex_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_hit_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
}

static void
vlg_motion_editor_class_init (VlgMotionEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = vlg_motion_editor_dispose;
  object_class->get_property = vlg_motion_editor_get_property;
  object_class->set_property = vlg_motion_editor_set_property;

  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, VLG_TYPE_DRAFT, flags);
  properties[PROP_REPORT] = g_param_spec_object ("report", NULL, NULL, VLG_TYPE_IMPORT_REPORT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "motion-editor.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "motion-editor.redo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "motion-editor.open-text", "s", open_text_action);
  gtk_widget_class_install_action (widget_class, "motion-editor.close-text", NULL, close_text_action);
  gtk_widget_class_install_action (widget_class, "motion-editor.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "motion-editor.replace", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "motion-editor.find-next", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "motion-editor.find-previous", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "motion-editor.section", "i", section_action);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_row_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_row_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_row_cb, NULL);

  bind_template (widget_class);
}

static void
vlg_motion_editor_init (VlgMotionEditor *self)
{
  self->draft_signals = g_signal_group_new (VLG_TYPE_DRAFT);
  g_signal_group_connect_swapped (self->draft_signals, "notify::can-undo", G_CALLBACK (update_actions), self);
  g_signal_group_connect_swapped (self->draft_signals, "notify::can-redo", G_CALLBACK (update_actions), self);
  self->conflict_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->conflict_signals, "items-changed", G_CALLBACK (update_conflicts), self);
  self->finding_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->finding_signals, "items-changed", G_CALLBACK (update_findings), self);
  self->motion_signals = g_signal_group_new (VLG_TYPE_MOTION);
  g_signal_group_connect_swapped (self->motion_signals, "notify::number", G_CALLBACK (update_number), self);
  self->spelling_signals = g_signal_group_new (VLG_TYPE_SPELLING);
  g_signal_group_connect_swapped (self->spelling_signals, "checked", G_CALLBACK (checked_cb), self);
  self->settings = g_settings_new (APPLICATION_ID);

  gtk_widget_init_template (GTK_WIDGET (self));

  adw_combo_row_set_model (self->visibility_row, vlg_choices_visibilities ());
  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "visibility", self->visibility_row, "selected", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_binding_group_bind (self->bindings, "received-on", self->received_on, "day", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  add_shortcuts (self);
  update_actions (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
}

GtkWidget *
vlg_motion_editor_new (void)
{
  return g_object_new (VLG_TYPE_MOTION_EDITOR, NULL);
}

VlgDraft *
vlg_motion_editor_get_draft (VlgMotionEditor *self)
{
  g_return_val_if_fail (VLG_IS_MOTION_EDITOR (self), NULL);

  return self->draft;
}

void
vlg_motion_editor_commit (VlgMotionEditor *self)
{
  GtkRoot *root;

  g_return_if_fail (VLG_IS_MOTION_EDITOR (self));

  /* An entry takes what was typed when it loses the focus. */
  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (root != NULL && has_focus (self, self->scroller))
    gtk_root_set_focus (root, NULL);
  if (vlg_motion_editor_get_text (self) != NULL)
    vlg_text_editor_flush (vlg_motion_editor_get_text (self));
}

VlgTextEditor *
vlg_motion_editor_get_text (VlgMotionEditor *self)
{
  g_return_val_if_fail (VLG_IS_MOTION_EDITOR (self), NULL);

  return vlg_text_page_get_object (self->text_page) != NULL ? vlg_text_page_get_editor (self->text_page) : NULL;
}
