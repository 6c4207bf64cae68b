/* vlg-import-bar.c — papers on their way in: progress, questions, outcome
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-import-bar.h"

#include <glib/gi18n.h>

#include "vlg-platform.h"

/* What is done sooner needs no bar (milliseconds). */
#define PATIENCE 500

struct _VlgImportBar {
  AdwBin parent_instance;

  /* borrowed */
  GtkRevealer *revealer;       /* our child */

  /* owned */
  VlgOffice    *office;
  VlgImport    *import;        /* running */
  GCancellable *cancellable;
  GPtrArray    *waiting;       /* GFile: dropped while a batch ran */
  GPtrArray    *results;       /* VlgImportResult of the batch so far */
  GPtrArray    *questions;     /* VlgImportResult still to be asked about: conflicts, and what does not look like a paper */
  GtkWidget    *apply_to_all;  /* the question's check button */

  guint    patience;
  gboolean busy;
};

enum {
  PROP_0,
  PROP_IMPORT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgImportBar, vlg_import_bar, ADW_TYPE_BIN)

static void ask_or_finish (VlgImportBar *self);

/* A running import holds a reference, so that the bar may outlive its window. */
static gboolean
is_gone (VlgImportBar *self)
{
  return gtk_widget_get_root (GTK_WIDGET (self)) == NULL;
}

static gboolean
patience_cb (gpointer user_data)
{
  VlgImportBar *self = user_data;

  self->patience = 0;
  gtk_revealer_set_reveal_child (self->revealer, TRUE);

  return G_SOURCE_REMOVE;
}

static void
set_import (VlgImportBar *self,
            VlgImport    *import)
{
  if (g_set_object (&self->import, import))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IMPORT]);
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (VlgImportBar) self = user_data;
  g_autoptr (GPtrArray) results = vlg_import_run_finish (VLG_IMPORT (source), result, NULL);

  g_clear_handle_id (&self->patience, g_source_remove);
  if (is_gone (self))
    return;

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  set_import (self, NULL);

  for (guint i = 0; results != NULL && i < results->len; i++)
    {
      VlgImportResult *one = g_ptr_array_index (results, i);
      VlgImportOutcome outcome = vlg_import_result_get_outcome (one);
      gboolean question = outcome == VLG_IMPORT_CONFLICT || outcome == VLG_IMPORT_NOT_A_PAPER;

      g_ptr_array_add (question ? self->questions : self->results, g_object_ref (one));
    }

  ask_or_finish (self);
}

static void
start (VlgImportBar  *self,
       GPtrArray     *files,
       VlgOnConflict  on_conflict,
       gboolean       any)
{
  g_autoptr (VlgImport) import = vlg_import_new (self->office, on_conflict);

  vlg_import_set_any (import, any);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_import (self, import);
  self->patience = g_timeout_add (PATIENCE, patience_cb, self);
  vlg_import_run_async (import, (GFile *const *) files->pdata, files->len, self->cancellable, run_cb, g_object_ref (self));
}

static VlgImportOutcome
get_matter (VlgImportBar *self,
            guint         index)
{
  return vlg_import_result_get_outcome (g_ptr_array_index (self->questions, index));
}

/* Takes the first question, or all about the same matter, off; the files, to be tried again. */
static GPtrArray *
take_questions (VlgImportBar *self,
                gboolean      all)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  VlgImportOutcome matter = get_matter (self, 0);
  gboolean taken = FALSE;

  for (guint i = 0; i < self->questions->len && (all || !taken);)
    {
      if (get_matter (self, i) != matter)
        {
          i++;
          continue;
        }
      g_ptr_array_add (files, g_object_ref (vlg_import_result_get_file (g_ptr_array_index (self->questions, i))));
      g_ptr_array_remove_index (self->questions, i);
      taken = TRUE;
    }

  return g_steal_pointer (&files);
}

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (VlgImportBar) self = user_data;
  g_autofree char *answer = vlg_platform_choose_finish (result);
  g_autoptr (GPtrArray) files = NULL;
  gboolean all = self->apply_to_all != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->apply_to_all));

  g_clear_object (&self->apply_to_all);
  if (is_gone (self))
    return;

  files = take_questions (self, all);
  /* With a number it is a paper, and without one there is no conflict: nothing is asked twice. */
  if (g_str_equal (answer, "replace"))
    start (self, files, VLG_ON_CONFLICT_REPLACE, FALSE);
  else if (g_str_equal (answer, "copy"))
    start (self, files, VLG_ON_CONFLICT_COPY, FALSE);
  else if (g_str_equal (answer, "any"))
    start (self, files, VLG_ON_CONFLICT_ASK, TRUE);
  else
    ask_or_finish (self);
}

static void
ask (VlgImportBar *self)
{
  const VlgPlatformChoice conflict_choices[] = {
    { "skip", _("_Skip"), ADW_RESPONSE_DEFAULT },
    { "replace", _("_Replace"), ADW_RESPONSE_DESTRUCTIVE },
    { "copy", _("Import as _Copy"), ADW_RESPONSE_DEFAULT },
  };
  const VlgPlatformChoice any_choices[] = {
    { "skip", _("_Leave Out"), ADW_RESPONSE_DEFAULT },
    { "any", _("Import as _Draft Anyway"), ADW_RESPONSE_DEFAULT },
  };
  VlgImportResult *question = g_ptr_array_index (self->questions, 0);
  gboolean conflict = get_matter (self, 0) == VLG_IMPORT_CONFLICT;
  g_autofree char *name = g_file_get_basename (vlg_import_result_get_file (question));
  const GError *error = vlg_import_result_get_error (question);
  guint n_more = 0;
  /* Translators: what the matter is, and the file's name. */
  g_autofree char *body = conflict ? g_strdup_printf (_("%s\n\nPaper: %s"), error != NULL ? error->message : "", name) : NULL;

  for (guint i = 1; i < self->questions->len; i++)
    n_more += get_matter (self, i) == get_matter (self, 0);
  if (n_more > 0)
    {
      g_autofree char *label = g_strdup_printf (ngettext ("_Do the same for %u more paper", "_Do the same for %u more papers", n_more), n_more);

      self->apply_to_all = g_object_ref_sink (gtk_check_button_new_with_mnemonic (label));
    }

  vlg_platform_choose_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                             conflict ? _("This Number Exists Already") : _("Not a Council Paper?"),
                             conflict ? body : error->message, self->apply_to_all,
                             conflict ? conflict_choices : any_choices, conflict ? G_N_ELEMENTS (conflict_choices) : G_N_ELEMENTS (any_choices),
                             answer_cb, g_object_ref (self));
}

static void
ask_or_finish (VlgImportBar *self)
{
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GPtrArray) waiting = NULL;

  if (self->questions->len > 0 && !g_cancellable_is_cancelled (self->cancellable))
    {
      ask (self);
      return;
    }

  results = g_steal_pointer (&self->results);
  waiting = g_steal_pointer (&self->waiting);
  self->results = g_ptr_array_new_with_free_func (g_object_unref);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_set_size (self->questions, 0);
  self->busy = waiting->len > 0;

  g_signal_emit (self, signals[FINISHED], 0, results);
  if (waiting->len > 0)
    start (self, waiting, VLG_ON_CONFLICT_ASK, FALSE);
}

static char *
progress_label (VlgImportBar *self,
                guint         n_done,
                guint         n_files)
{
  return g_strdup_printf (ngettext ("Reading the paper…", "Reading paper %u of %u…", n_files), MIN (n_done + 1, n_files), n_files);
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_cancellable_cancel (VLG_IMPORT_BAR (widget)->cancellable);
}

static void
vlg_import_bar_unroot (GtkWidget *widget)
{
  VlgImportBar *self = VLG_IMPORT_BAR (widget);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->patience, g_source_remove);

  GTK_WIDGET_CLASS (vlg_import_bar_parent_class)->unroot (widget);
}

static void
vlg_import_bar_dispose (GObject *object)
{
  VlgImportBar *self = VLG_IMPORT_BAR (object);

  g_clear_object (&self->import);
  g_clear_object (&self->office);
  g_clear_object (&self->apply_to_all);

  G_OBJECT_CLASS (vlg_import_bar_parent_class)->dispose (object);
}

static void
vlg_import_bar_finalize (GObject *object)
{
  VlgImportBar *self = VLG_IMPORT_BAR (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->waiting);
  g_ptr_array_unref (self->results);
  g_ptr_array_unref (self->questions);

  G_OBJECT_CLASS (vlg_import_bar_parent_class)->finalize (object);
}

static void
vlg_import_bar_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_IMPORT:
      g_value_set_object (value, VLG_IMPORT_BAR (object)->import);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_import_bar_class_init (VlgImportBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_import_bar_dispose;
  object_class->finalize = vlg_import_bar_finalize;
  object_class->get_property = vlg_import_bar_get_property;

  widget_class->unroot = vlg_import_bar_unroot;

  properties[PROP_IMPORT] =
    g_param_spec_object ("import", NULL, NULL, VLG_TYPE_IMPORT,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_action);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/import/vlg-import-bar.ui");
  gtk_widget_class_bind_template_callback (widget_class, progress_label);
}

static void
vlg_import_bar_init (VlgImportBar *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->results = g_ptr_array_new_with_free_func (g_object_unref);
  self->questions = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->revealer = GTK_REVEALER (adw_bin_get_child (ADW_BIN (self)));
}

void
vlg_import_bar_run (VlgImportBar *self,
                    VlgOffice    *office,
                    GPtrArray    *files)
{
  g_return_if_fail (VLG_IS_IMPORT_BAR (self));
  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (files != NULL);

  if (files->len == 0)
    return;

  g_set_object (&self->office, office);
  if (self->busy)
    {
      g_ptr_array_extend (self->waiting, files, (GCopyFunc) (GCallback) g_object_ref, NULL);
      return;
    }

  self->busy = TRUE;
  start (self, files, VLG_ON_CONFLICT_ASK, FALSE);
}

gboolean
vlg_import_bar_is_busy (VlgImportBar *self)
{
  g_return_val_if_fail (VLG_IS_IMPORT_BAR (self), FALSE);

  return self->busy;
}
