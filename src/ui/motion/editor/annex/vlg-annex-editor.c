/* vlg-annex-editor.c — the annexes to edit
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-annex-editor.h"

#include <glib/gi18n.h>

#include "vlg-annex-edit-row.h"
#include "vlg-annex-file.h"
#include "vlg-annex-intake.h"
#include "vlg-finding-mark.h"
#include "vlg-list-edit.h"
#include "vlg-platform.h"

struct _VlgAnnexEditor {
  AdwBin parent_instance;

  /* template widgets */
  GtkListBox     *list_box;
  GtkWidget      *add_button;
  GtkWidget      *files_button;
  VlgFindingMark *mark;
  VlgAnnexIntake *intake;

  /* owned */
  VlgDraft     *draft;
  GSignalGroup *findings;    /* signals of the findings */
  GSignalGroup *rows;        /* signals of the list, after the list box has seen to them */
};

enum {
  PROP_0,
  PROP_DRAFT,
  N_PROPS,
};

enum {
  OPEN_TEXT,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgAnnexEditor, vlg_annex_editor, ADW_TYPE_BIN)

static GListStore *
get_list (VlgAnnexEditor *self)
{
  return vlg_motion_get_annexes (vlg_draft_get_motion (self->draft));
}

static void
update_findings (VlgAnnexEditor *self)
{
  GListModel *findings = self->draft != NULL ? vlg_draft_get_findings (self->draft) : NULL;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    vlg_annex_edit_row_update_findings (VLG_ANNEX_EDIT_ROW (row), findings, i);
  vlg_finding_mark_update (self->mark, findings, VLG_FIELD_ANNEXES, -1);
}

/* The paper counts its annexes in their order; the imported paper itself is none of them. */
static void
renumber (GListStore *list)
{
  guint number = 1;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (vlg_annex_get_number (annex) > 0)
        vlg_annex_set_number (annex, number++);
    }
}

void
vlg_annex_editor_jump (VlgAnnexEditor *self,
                       int             position)
{
  GtkListBoxRow *row;

  g_return_if_fail (VLG_IS_ANNEX_EDITOR (self));

  row = gtk_list_box_get_row_at_index (self->list_box, MAX (position, 0));
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->add_button);
}

/* Rows that move are made anew, and the focus has to follow. */
static void
move_to (VlgAnnexEditor *self,
         VlgAnnex       *annex,
         int             to)
{
  GListStore *list = get_list (self);
  guint from = vlg_list_edit_find (G_LIST_MODEL (list), annex);

  if (to < 0 || from == GTK_INVALID_LIST_POSITION || !vlg_list_edit_move (list, from, to))
    return;

  renumber (list);
  vlg_annex_editor_jump (self, to);
}

static void
row_move_cb (VlgAnnexEditor  *self,
             int              by,
             VlgAnnexEditRow *row)
{
  move_to (self, vlg_annex_edit_row_get_annex (row), gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + by);
}

static void
row_drop_cb (VlgAnnexEditor  *self,
             VlgAnnex        *dropped,
             VlgAnnexEditRow *row)
{
  move_to (self, dropped, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
row_open_cb (VlgAnnexEditor  *self,
             VlgAnnexEditRow *row)
{
  g_signal_emit (self, signals[OPEN_TEXT], 0, vlg_annex_edit_row_get_annex (row));
}

static void
row_remove_cb (VlgAnnexEditor  *self,
               VlgAnnexEditRow *row)
{
  VlgAnnex *annex = vlg_annex_edit_row_get_annex (row);
  const char *title = vlg_annex_get_title (annex);
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autofree char *message = g_strdup_printf (_("“%s” removed from the annexes"), *title != '\0' ? title : _("Annex"));

  vlg_list_edit_remove (get_list (self), annex, GTK_WIDGET (self), message, G_CALLBACK (renumber));
  vlg_annex_editor_jump (self, MAX (0, position - 1));
}

/* Files */

/* A chooser that is open, and for which annex; NULL for new ones. */
typedef struct {
  VlgAnnexEditor *editor;
  VlgDraft       *draft;
  VlgAnnex       *annex;
} Choosing;

static void
choosing_free (Choosing *choosing)
{
  g_object_unref (choosing->editor);
  g_object_unref (choosing->draft);
  g_clear_object (&choosing->annex);
  g_free (choosing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choosing, choosing_free)

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Choosing) choosing = user_data;
  g_autoptr (GListModel) files = vlg_platform_open_files_finish (result, NULL);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      vlg_annex_intake_add (choosing->editor->intake, choosing->draft, choosing->annex, file);
    }
}

static void
choose (VlgAnnexEditor *self,
        VlgAnnex       *annex)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->editor = g_object_ref (self);
  choosing->draft = g_object_ref (self->draft);
  g_set_object (&choosing->annex, annex);
  vlg_platform_open_files_async (window, annex != NULL ? _("Replace the File") : _("Add Files as Annexes"), annex != NULL ? _("_Replace") : _("_Add"),
                                 annex == NULL, chosen_cb, choosing);
}

static void
row_replace_cb (VlgAnnexEditor  *self,
                VlgAnnexEditRow *row)
{
  choose (self, vlg_annex_edit_row_get_annex (row));
}

static void
append (VlgDraft *draft,
        VlgAnnex *annex)
{
  VlgMotion *motion = vlg_draft_get_motion (draft);

  vlg_annex_set_number (annex, 1);
  vlg_annex_set_visibility (annex, vlg_motion_get_visibility (motion));
  g_list_store_append (vlg_motion_get_annexes (motion), annex);
  renumber (vlg_motion_get_annexes (motion));
}

static void
stored_cb (VlgAnnexEditor     *self,
           VlgDraft           *draft,
           VlgAnnex           *replaced,
           const VlgAnnexFile *file)
{
  g_autoptr (VlgAnnex) annex = NULL;
  g_autofree char *title = NULL;

  if (replaced != NULL)
    {
      vlg_annex_file_replace (GTK_WIDGET (self), replaced, file);
      return;
    }

  title = vlg_annex_files_title (file);
  annex = vlg_annex_new ();
  vlg_annex_set_title (annex, title);
  vlg_annex_set_file (annex, file);
  append (draft, annex);
}

static void
add_files_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  choose (VLG_ANNEX_EDITOR (widget), NULL);
}

/* Links of a web page are no files. Returns how many were. */
static guint
take_files (VlgAnnexEditor *self,
            GdkFileList    *list)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (list);
  guint n = 0;

  for (GSList *l = files; l != NULL; l = l->next)
    if (!g_file_has_uri_scheme (l->data, "http") && !g_file_has_uri_scheme (l->data, "https"))
      {
        vlg_annex_intake_add (self->intake, self->draft, NULL, l->data);
        n++;
      }

  return n;
}

static gboolean
drop_cb (VlgAnnexEditor *self,
         const GValue   *value)
{
  return self->draft != NULL && G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) && g_value_get_boxed (value) != NULL &&
         take_files (self, g_value_get_boxed (value)) > 0;
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (VlgAnnexEditor) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (value != NULL && drop_cb (self, value))
    return;
  if (focus != NULL)
    gtk_widget_activate_action (focus, "clipboard.paste", NULL);
}

static gboolean
paste_cb (GtkWidget *widget,
          GVariant  *parameter,
          gpointer   user_data)
{
  VlgAnnexEditor *self = VLG_ANNEX_EDITOR (widget);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  g_autoptr (GdkContentFormats) formats = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));

  if (self->draft == NULL || !gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    return FALSE;

  gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, pasted_cb, g_object_ref (self));

  return TRUE;
}

/* In the capture phase: the entries would take the names of the files as text. */
static void
add_drop_and_paste (VlgAnnexEditor *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>v|<Shift>Insert"), gtk_callback_action_new (paste_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  VlgAnnexEditor *self = user_data;
  GtkWidget *row = vlg_annex_edit_row_new (item, vlg_draft_get_office (self->draft));

  g_signal_connect_object (row, "open", G_CALLBACK (row_open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "move", G_CALLBACK (row_move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "drop", G_CALLBACK (row_drop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "replace", G_CALLBACK (row_replace_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (row_remove_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
add_text_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  VlgAnnexEditor *self = VLG_ANNEX_EDITOR (widget);
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();

  append (self->draft, annex);
  vlg_annex_editor_jump (self, (int) g_list_model_get_n_items (G_LIST_MODEL (get_list (self))) - 1);
}

static void
set_draft (VlgAnnexEditor *self,
           VlgDraft       *draft)
{
  if (!g_set_object (&self->draft, draft))
    return;

  gtk_list_box_bind_model (self->list_box, draft != NULL ? G_LIST_MODEL (get_list (self)) : NULL, create_row, self, NULL);
  g_signal_group_set_target (self->rows, draft != NULL ? get_list (self) : NULL);
  g_signal_group_set_target (self->findings, draft != NULL ? vlg_draft_get_findings (draft) : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "annexes.add-text", draft != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "annexes.add-files", draft != NULL);
  update_findings (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT]);
}

static void
vlg_annex_editor_dispose (GObject *object)
{
  VlgAnnexEditor *self = VLG_ANNEX_EDITOR (object);

  g_clear_object (&self->findings);
  g_clear_object (&self->rows);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (vlg_annex_editor_parent_class)->dispose (object);
}

static void
vlg_annex_editor_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (prop_id == PROP_DRAFT)
    g_value_set_object (value, VLG_ANNEX_EDITOR (object)->draft);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_annex_editor_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (prop_id == PROP_DRAFT)
    set_draft (VLG_ANNEX_EDITOR (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_annex_editor_class_init (VlgAnnexEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_annex_editor_dispose;
  object_class->get_property = vlg_annex_editor_get_property;
  object_class->set_property = vlg_annex_editor_set_property;

  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, VLG_TYPE_DRAFT,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPEN_TEXT] = g_signal_new ("open-text", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VLG_TYPE_ANNEX);

  gtk_widget_class_install_action (widget_class, "annexes.add-text", NULL, add_text_action);
  gtk_widget_class_install_action (widget_class, "annexes.add-files", NULL, add_files_action);

  g_type_ensure (VLG_TYPE_ANNEX_INTAKE);
  g_type_ensure (VLG_TYPE_FINDING_MARK);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/editor/annex/vlg-annex-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexEditor, list_box);
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexEditor, add_button);
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexEditor, files_button);
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexEditor, mark);
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexEditor, intake);
  gtk_widget_class_bind_template_callback (widget_class, stored_cb);
}

static void
vlg_annex_editor_init (VlgAnnexEditor *self)
{
  self->findings = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->findings, "items-changed", G_CALLBACK (update_findings), self);
  self->rows = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->rows, "items-changed", G_CALLBACK (update_findings), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  vlg_platform_wrap_buttons (self->files_button);
  add_drop_and_paste (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "annexes.add-text", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "annexes.add-files", FALSE);
}
