/* vlg-leitbild-checklist.c — "Relevanz mit Leitbild" of a motion, to tick
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-leitbild-checklist.h"

#include <glib/gi18n.h>

#include "vlg-finding-mark.h"
#include "vlg-form-row.h"
#include "vlg-leitbild-row.h"
#include "vlg-leitbild-rules.h"
#include "vlg-leitbild-suggestions.h"
#include "vlg-platform.h"
#include "vlg-wrap-box.h"

/* A goal number is typed in one go; after this pause, in microseconds, a new one begins. */
#define PAUSE (1500 * G_TIME_SPAN_MILLISECOND)

struct _VlgLeitbildChecklist {
  AdwBin parent_instance;

  /* template widgets */
  AdwPreferencesGroup    *group;
  VlgFindingMark         *mark;
  GtkListBox             *list_box;
  GtkWidget              *excluded_row;
  GtkCheckButton         *excluded;
  VlgLeitbildSuggestions *suggestions;
  GtkWidget              *earlier;

  /* owned */
  VlgDraft     *draft;
  GSignalGroup *motion_signals;
  GSignalGroup *list_signals;      /* of the marks' list */
  GSignalGroup *finding_signals;
  GSignalGroup *draft_signals;
  GPtrArray    *watched;           /* owned, the marks whose changes are listened to */
  GPtrArray    *rows;              /* borrowed: the list box's */
  GString      *typed;

  gint64   typed_at;
  gboolean showing;
};

enum {
  PROP_0,
  PROP_DRAFT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgLeitbildChecklist, vlg_leitbild_checklist, ADW_TYPE_BIN)

/* The step a toast offers to take back. */
typedef struct {
  VlgDraft *draft;
  guint     step;
} Deed;

static void
deed_free (Deed     *deed,
           GClosure *closure)
{
  g_object_unref (deed->draft);
  g_free (deed);
}

static GPtrArray *
list_marks (VlgMotion *motion)
{
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (motion));
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    g_ptr_array_add (list, g_list_model_get_item (marks, i));

  return list;
}

/* Of the catalogue the motion was made under; NULL until it is read. Borrowed. */
static VlgLeitbild *
get_leitbild (VlgLeitbildChecklist *self)
{
  VlgProfile *profile = vlg_draft_get_profile (self->draft);

  return profile != NULL ? vlg_profile_get_leitbild (profile) : NULL;
}

static const char *
describe (VlgMotion *motion)
{
  switch (vlg_motion_get_relevance (motion))
    {
    case VLG_RELEVANCE_RELEVANT:
      return _("Relevant to the Leitbild");
    case VLG_RELEVANCE_NOT_RELEVANT:
      return _("Not relevant");
    case VLG_RELEVANCE_UNDECIDED:
    default:
      return _("Not decided yet: tick the fields the motion serves, or “not relevant”");
    }
}

static void
update_findings (VlgLeitbildChecklist *self)
{
  GListModel *findings = self->draft != NULL ? vlg_draft_get_findings (self->draft) : NULL;

  vlg_finding_mark_update (self->mark, findings, VLG_FIELD_LEITBILD, -1);
  for (guint i = 0; i < self->rows->len; i++)
    vlg_leitbild_row_update_findings (g_ptr_array_index (self->rows, i), findings);
}

static void
update (VlgLeitbildChecklist *self)
{
  VlgMotion *motion;

  if (self->draft == NULL)
    return;

  motion = vlg_draft_get_motion (self->draft);
  self->showing = TRUE;
  gtk_check_button_set_active (self->excluded, vlg_motion_get_relevance (motion) == VLG_RELEVANCE_NOT_RELEVANT);
  self->showing = FALSE;
  adw_preferences_group_set_description (self->group, describe (motion));
  for (guint i = 0; i < self->rows->len; i++)
    vlg_leitbild_row_update (g_ptr_array_index (self->rows, i));
}

static void
watch (VlgLeitbildChecklist *self)
{
  for (guint i = 0; i < self->watched->len; i++)
    g_signal_handlers_disconnect_by_func (g_ptr_array_index (self->watched, i), update, self);
  g_clear_pointer (&self->watched, g_ptr_array_unref);
  self->watched = self->draft != NULL ? list_marks (vlg_draft_get_motion (self->draft)) : g_ptr_array_new ();
  for (guint i = 0; i < self->watched->len; i++)
    g_signal_connect_swapped (g_ptr_array_index (self->watched, i), "notify", G_CALLBACK (update), self);
}

static void
marks_changed_cb (VlgLeitbildChecklist *self)
{
  watch (self);
  update (self);
  update_findings (self);
}

/* Whatever was done since stays. */
static void
undo_cb (AdwToast *toast,
         Deed     *deed)
{
  if (deed->step != 0 && vlg_draft_get_last_step (deed->draft) == deed->step)
    vlg_draft_undo (deed->draft);
}

/* Says what the last step did, with Undo as long as it is the last. */
static void
offer_undo (VlgLeitbildChecklist *self,
            const char           *text)
{
  AdwToast *toast = adw_toast_new (text);
  Deed *deed = g_new0 (Deed, 1);

  deed->draft = g_object_ref (self->draft);
  deed->step = vlg_draft_get_last_step (self->draft);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), deed, (GClosureNotify) deed_free, 0);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
  vlg_platform_add_toast (GTK_WIDGET (self), toast);
}

static void
excluded_cb (VlgLeitbildChecklist *self)
{
  VlgMotion *motion;
  gboolean excluded = gtk_check_button_get_active (self->excluded);
  gboolean any;

  if (self->showing || self->draft == NULL)
    return;

  motion = vlg_draft_get_motion (self->draft);
  any = g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_marks (motion))) > 0;
  vlg_draft_begin_group (self->draft);
  vlg_leitbild_rules_set_excluded (motion, excluded);
  vlg_draft_end_group (self->draft);
  if (excluded && any)
    offer_undo (self, _("The ticks were taken back"));
}

/* The row whose header has the focus: not one of the widgets it opens to. */
static VlgLeitbildRow *
get_focused_row (VlgLeitbildChecklist *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  if (focus == NULL || !GTK_IS_LIST_BOX_ROW (focus))
    return NULL;

  row = gtk_widget_get_ancestor (focus, VLG_TYPE_LEITBILD_ROW);

  return row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self)) ? VLG_LEITBILD_ROW (row) : NULL;
}

/* @key: "" for the last row, "not relevant". */
static void
focus_field (VlgLeitbildChecklist *self,
             const char           *key)
{
  GtkWidget *row = self->excluded_row;

  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (vlg_action_field_get_key (vlg_leitbild_row_get_field (g_ptr_array_index (self->rows, i))), key))
      row = g_ptr_array_index (self->rows, i);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

static void
accepted_cb (VlgLeitbildChecklist *self,
             const char           *key)
{
  focus_field (self, key);
}

static void
name_goal (VlgLeitbildChecklist *self,
           const char           *code)
{
  VlgActionField *field = get_leitbild (self) != NULL ? vlg_leitbild_rules_place (get_leitbild (self), code) : NULL;

  if (field == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  vlg_leitbild_rules_name_goal (vlg_draft_get_motion (self->draft), get_leitbild (self), vlg_action_field_get_key (field), code, TRUE);
  focus_field (self, vlg_action_field_get_key (field));
}

/* A goal number has a letter and, on the form, two digits. */
static gboolean
type_code (VlgLeitbildChecklist *self,
           guint                 keyval)
{
  gunichar character = gdk_keyval_to_unicode (keyval);
  gint64 now = g_get_monotonic_time ();
  g_autofree char *code = NULL;

  if (now - self->typed_at > PAUSE)
    g_string_truncate (self->typed, 0);
  if (character > 127 || (self->typed->len == 0 ? !g_ascii_isalpha (character) : !g_ascii_isdigit (character)))
    {
      g_string_truncate (self->typed, 0);
      return FALSE;
    }

  self->typed_at = now;
  g_string_append_c (self->typed, (char) character);
  if (self->typed->len == 3)
    {
      code = vlg_leitbild_rules_parse_code (self->typed->str, NULL);
      g_string_truncate (self->typed, 0);
      if (code != NULL)
        name_goal (self, code);
    }

  return TRUE;
}

/* From field to field: the arrows of a row that opens know only its inside. @row: NULL for the last, "not relevant". */
static gboolean
move (VlgLeitbildChecklist *self,
      VlgLeitbildRow       *row,
      gboolean              down)
{
  guint position = self->rows->len;

  if (row != NULL)
    g_ptr_array_find (self->rows, row, &position);
  if (down ? row == NULL || adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)) : position == 0)
    return FALSE;

  position = down ? position + 1 : position - 1;

  return gtk_widget_child_focus (position < self->rows->len ? g_ptr_array_index (self->rows, position) : self->excluded_row, GTK_DIR_TAB_FORWARD);
}

static gboolean
key_cb (VlgLeitbildChecklist *self,
        guint                 keyval,
        guint                 keycode,
        GdkModifierType       state)
{
  VlgLeitbildRow *row = get_focused_row (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->draft == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (row == NULL && gtk_root_get_focus (root) != self->excluded_row)
    return GDK_EVENT_PROPAGATE;
  if (row != NULL && (keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space))
    {
      vlg_leitbild_row_toggle (row);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down || keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    return move (self, row, keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;

  return type_code (self, keyval) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
make_rows (VlgLeitbildChecklist *self)
{
  VlgLeitbild *leitbild;

  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->list_box, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  if (self->draft == NULL)
    return;

  leitbild = get_leitbild (self);
  for (guint i = 0; leitbild != NULL && i < vlg_leitbild_get_n_fields (leitbild); i++)
    {
      GtkWidget *row = vlg_leitbild_row_new (self->draft, leitbild, vlg_leitbild_get_field (leitbild, i));

      g_ptr_array_add (self->rows, row);
      gtk_list_box_insert (self->list_box, row, (int) i);
    }
}

/* Under another catalogue there are other rows; the focus stays with the table. */
static void
catalogue_cb (VlgLeitbildChecklist *self)
{
  gboolean focused = get_focused_row (self) != NULL;

  make_rows (self);
  marks_changed_cb (self);
  if (focused)
    vlg_leitbild_checklist_jump (self);
}

static void
present_cb (VlgLeitbildChecklist *self)
{
  gtk_widget_set_visible (self->earlier, self->draft != NULL && vlg_draft_get_can_use_present (self->draft));
}

static void
use_present_cb (VlgLeitbildChecklist *self)
{
  /* The button goes, and must not take the focus with it. */
  vlg_leitbild_checklist_jump (self);
  if (vlg_draft_use_present (self->draft))
    offer_undo (self, _("The motion uses the present catalogue"));
}

static void
set_draft (VlgLeitbildChecklist *self,
           VlgDraft             *draft)
{
  VlgMotion *motion = draft != NULL ? vlg_draft_get_motion (draft) : NULL;

  if (!g_set_object (&self->draft, draft))
    return;

  make_rows (self);
  g_signal_group_set_target (self->draft_signals, draft);
  present_cb (self);
  g_signal_group_set_target (self->motion_signals, motion);
  g_signal_group_set_target (self->list_signals, motion != NULL ? vlg_motion_get_marks (motion) : NULL);
  g_signal_group_set_target (self->finding_signals, draft != NULL ? vlg_draft_get_findings (draft) : NULL);
  marks_changed_cb (self);
  vlg_leitbild_suggestions_set_draft (self->suggestions, draft);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT]);
}

static void
vlg_leitbild_checklist_dispose (GObject *object)
{
  VlgLeitbildChecklist *self = VLG_LEITBILD_CHECKLIST (object);

  for (guint i = 0; i < self->watched->len; i++)
    g_signal_handlers_disconnect_by_func (g_ptr_array_index (self->watched, i), update, self);
  g_ptr_array_set_size (self->watched, 0);
  g_clear_object (&self->motion_signals);
  g_clear_object (&self->list_signals);
  g_clear_object (&self->finding_signals);
  g_clear_object (&self->draft_signals);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (vlg_leitbild_checklist_parent_class)->dispose (object);
}

static void
vlg_leitbild_checklist_finalize (GObject *object)
{
  VlgLeitbildChecklist *self = VLG_LEITBILD_CHECKLIST (object);

  g_ptr_array_unref (self->watched);
  g_ptr_array_unref (self->rows);
  g_string_free (self->typed, TRUE);

  G_OBJECT_CLASS (vlg_leitbild_checklist_parent_class)->finalize (object);
}

static void
vlg_leitbild_checklist_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  if (prop_id == PROP_DRAFT)
    g_value_set_object (value, VLG_LEITBILD_CHECKLIST (object)->draft);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_leitbild_checklist_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  if (prop_id == PROP_DRAFT)
    set_draft (VLG_LEITBILD_CHECKLIST (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_leitbild_checklist_class_init (VlgLeitbildChecklistClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_leitbild_checklist_dispose;
  object_class->finalize = vlg_leitbild_checklist_finalize;
  object_class->get_property = vlg_leitbild_checklist_get_property;
  object_class->set_property = vlg_leitbild_checklist_set_property;

  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, VLG_TYPE_DRAFT,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (VLG_TYPE_FINDING_MARK);
  g_type_ensure (VLG_TYPE_FORM_ROW);
  g_type_ensure (VLG_TYPE_WRAP_BOX);
  g_type_ensure (VLG_TYPE_LEITBILD_SUGGESTIONS);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/leitbild/vlg-leitbild-checklist.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildChecklist, group);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildChecklist, mark);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildChecklist, list_box);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildChecklist, excluded_row);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildChecklist, excluded);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildChecklist, suggestions);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildChecklist, earlier);
  gtk_widget_class_bind_template_callback (widget_class, use_present_cb);
  gtk_widget_class_bind_template_callback (widget_class, accepted_cb);
  gtk_widget_class_bind_template_callback (widget_class, excluded_cb);
}

static void
vlg_leitbild_checklist_init (VlgLeitbildChecklist *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->watched = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->typed = g_string_new (NULL);
  self->motion_signals = g_signal_group_new (VLG_TYPE_MOTION);
  g_signal_group_connect_swapped (self->motion_signals, "notify::relevance", G_CALLBACK (update), self);
  self->draft_signals = g_signal_group_new (VLG_TYPE_DRAFT);
  g_signal_group_connect_swapped (self->draft_signals, "notify::profile", G_CALLBACK (catalogue_cb), self);
  g_signal_group_connect_swapped (self->draft_signals, "notify::can-use-present", G_CALLBACK (present_cb), self);
  self->list_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->list_signals, "items-changed", G_CALLBACK (marks_changed_cb), self);
  self->finding_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->finding_signals, "items-changed", G_CALLBACK (update_findings), self);

  gtk_widget_init_template (GTK_WIDGET (self));

  /* Before the rows, which would open themselves on Space. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
vlg_leitbild_checklist_jump (VlgLeitbildChecklist *self)
{
  g_return_if_fail (VLG_IS_LEITBILD_CHECKLIST (self));

  gtk_widget_child_focus (self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : self->excluded_row, GTK_DIR_TAB_FORWARD);
}
