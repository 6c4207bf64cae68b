/* vlg-annex-intake.c — files on their way into the annexes, one after the other
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-annex-intake.h"

#include <glib/gi18n.h>

#include "vlg-platform.h"

typedef struct {
  VlgDraft *draft;
  VlgAnnex *annex;   /* NULL for a new one */
  GFile    *file;
} Errand;

struct _VlgAnnexIntake {
  AdwBin parent_instance;

  /* template widgets */
  GtkLabel       *label;
  GtkProgressBar *bar;

  /* owned */
  GQueue       *waiting;      /* Errand */
  Errand       *errand;       /* on its way, or NULL */
  GCancellable *cancellable;
  GString      *failures;     /* what to tell in the end */

  guint n_begun;
};

enum {
  STORED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgAnnexIntake, vlg_annex_intake, ADW_TYPE_BIN)

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_object_unref (errand->draft);
  g_clear_object (&errand->annex);
  g_object_unref (errand->file);
  g_free (errand);
}

static void
update (VlgAnnexIntake *self)
{
  guint n_all = self->n_begun + self->waiting->length;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), self->errand != NULL);
  if (self->errand == NULL)
    return;

  base = g_file_get_basename (self->errand->file);
  name = g_filename_display_basename (base != NULL ? base : "");
  if (n_all > 1)
    label = g_strdup_printf (_("Adding “%s” (%u of %u)…"), name, self->n_begun, n_all);
  else
    label = g_strdup_printf (_("Adding “%s”…"), name);
  gtk_label_set_label (self->label, label);
}

static void
progress_cb (goffset  done,
             goffset  total,
             gpointer data)
{
  VlgAnnexIntake *self = data;

  if (self->errand == NULL)
    return;
  if (total > 0)
    gtk_progress_bar_set_fraction (self->bar, CLAMP ((double) done / (double) total, 0, 1));
  else
    gtk_progress_bar_pulse (self->bar);
}

static void
tell_failures (VlgAnnexIntake *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *failures = g_strdup (self->failures->str);

  g_string_truncate (self->failures, 0);
  if (*failures != '\0' && root != NULL)
    vlg_platform_tell (GTK_WINDOW (root), _("Not Added to the Annexes"), failures, NULL);
}

static void next (VlgAnnexIntake *self);

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (VlgAnnexIntake) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgAnnexFile) file = vlg_annex_files_add_finish (VLG_OFFICE (source), result, &error);

  if (self->errand == NULL)
    return; /* The window is gone. */

  if (file != NULL)
    g_signal_emit (self, signals[STORED], 0, self->errand->draft, self->errand->annex, file);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_string_append_printf (self->failures, "%s%s", self->failures->len > 0 ? "\n\n" : "", error->message);
  g_clear_pointer (&self->errand, errand_free);
  next (self);
}

static void
next (VlgAnnexIntake *self)
{
  if (self->errand != NULL)
    return;

  self->errand = g_queue_pop_head (self->waiting);
  if (self->errand == NULL)
    {
      self->n_begun = 0;
      update (self);
      tell_failures (self);
      return;
    }
  self->n_begun++;
  gtk_progress_bar_set_fraction (self->bar, 0);
  update (self);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  vlg_annex_files_add_async (vlg_draft_get_office (self->errand->draft), self->errand->file, progress_cb, self, self->cancellable, added_cb, g_object_ref (self));
}

/* One press gives up all that waits, too. */
static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VlgAnnexIntake *self = VLG_ANNEX_INTAKE (widget);

  g_queue_clear_full (self->waiting, errand_free);
  g_cancellable_cancel (self->cancellable);
}

void
vlg_annex_intake_add (VlgAnnexIntake *self,
                      VlgDraft       *draft,
                      VlgAnnex       *annex,
                      GFile          *file)
{
  Errand *errand;

  g_return_if_fail (VLG_IS_ANNEX_INTAKE (self));
  g_return_if_fail (VLG_IS_DRAFT (draft));
  g_return_if_fail (annex == NULL || VLG_IS_ANNEX (annex));
  g_return_if_fail (G_IS_FILE (file));

  errand = g_new0 (Errand, 1);
  errand->draft = g_object_ref (draft);
  g_set_object (&errand->annex, annex);
  errand->file = g_object_ref (file);
  g_queue_push_tail (self->waiting, errand);
  next (self);
  update (self);
}

static void
vlg_annex_intake_dispose (GObject *object)
{
  VlgAnnexIntake *self = VLG_ANNEX_INTAKE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->errand, errand_free);
  g_queue_clear_full (self->waiting, errand_free);

  G_OBJECT_CLASS (vlg_annex_intake_parent_class)->dispose (object);
}

static void
vlg_annex_intake_finalize (GObject *object)
{
  VlgAnnexIntake *self = VLG_ANNEX_INTAKE (object);

  g_queue_free (self->waiting);
  g_string_free (self->failures, TRUE);

  G_OBJECT_CLASS (vlg_annex_intake_parent_class)->finalize (object);
}

static void
vlg_annex_intake_class_init (VlgAnnexIntakeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_annex_intake_dispose;
  object_class->finalize = vlg_annex_intake_finalize;

  signals[STORED] = g_signal_new ("stored", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                  VLG_TYPE_DRAFT, VLG_TYPE_ANNEX, VLG_TYPE_ANNEX_FILE);

  gtk_widget_class_install_action (widget_class, "intake.cancel", NULL, cancel_action);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/editor/annex/vlg-annex-intake.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexIntake, label);
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexIntake, bar);
}

static void
vlg_annex_intake_init (VlgAnnexIntake *self)
{
  self->waiting = g_queue_new ();
  self->failures = g_string_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
}
