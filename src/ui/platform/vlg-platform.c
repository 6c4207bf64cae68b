/* vlg-platform.c — the calls that later versions of the toolkits deprecate
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-platform.h"

#include <glib/gi18n.h>

static GtkFileFilter *
papers_filter_new (void)
{
  static const char * const types[] = {
    "application/pdf", "text/plain", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.oasis.opendocument.text",
  };
  static const char * const suffixes[] = { "pdf", "txt", "docx", "docm", "dotx", "odt", "ott" };
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Council papers (PDF, Word, OpenDocument, text)"));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    gtk_file_filter_add_mime_type (filter, types[i]);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);

  return filter;
}

static GtkFileFilter *
pdf_filter_new (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("PDF documents"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");

  return filter;
}

/* The chooser lives as long as its task: nobody else holds a native dialog. */
static GTask *
chooser_task_new (GtkFileChooserNative *chooser,
                  GAsyncReadyCallback   callback,
                  gpointer              user_data)
{
  GTask *task = g_task_new (chooser, NULL, callback, user_data);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return task;
}

static gboolean
chooser_accepted (GTask *task,
                  int    response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    return TRUE;

  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("Cancelled"));
  return FALSE;
}

static void
open_response_cb (GtkNativeDialog *dialog,
                  int              response,
                  gpointer         user_data)
{
  g_autoptr (GTask) task = user_data;

  if (chooser_accepted (task, response))
    g_task_return_pointer (task, gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog)), g_object_unref);
}

static void
save_response_cb (GtkNativeDialog *dialog,
                  int              response,
                  gpointer         user_data)
{
  g_autoptr (GTask) task = user_data;

  if (chooser_accepted (task, response))
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)), g_object_unref);
}

void
vlg_platform_open_papers_async (GtkWindow           *parent,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GtkFileChooserNative) chooser = NULL;
  g_autoptr (GtkFileFilter) papers = papers_filter_new ();

  chooser = gtk_file_chooser_native_new (_("Import Papers"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Import"), NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), papers);
  g_signal_connect (chooser, "response", G_CALLBACK (open_response_cb), chooser_task_new (chooser, callback, user_data));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

GListModel *
vlg_platform_open_papers_finish (GAsyncResult  *result,
                                 GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
vlg_platform_open_files_async (GtkWindow           *parent,
                               const char          *title,
                               const char          *accept,
                               gboolean             several,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GtkFileChooserNative) chooser = NULL;

  chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, accept, NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), several);
  g_signal_connect (chooser, "response", G_CALLBACK (open_response_cb), chooser_task_new (chooser, callback, user_data));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

GListModel *
vlg_platform_open_files_finish (GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
vlg_platform_open_picture_async (GtkWindow           *parent,
                                 const char          *title,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GtkFileChooserNative) chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Pictures (PNG, SVG)"));
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/svg+xml");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  /* One file, as for saving. */
  g_signal_connect (chooser, "response", G_CALLBACK (save_response_cb), chooser_task_new (chooser, callback, user_data));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

GFile *
vlg_platform_open_picture_finish (GAsyncResult  *result,
                                  GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
vlg_platform_choose_folder_async (GtkWindow           *parent,
                                  const char          *title,
                                  const char          *accept,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GtkFileChooserNative) chooser = NULL;
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, accept, NULL);
  if (documents != NULL)
    {
      g_autoptr (GFile) folder = g_file_new_for_path (documents);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
    }
  /* One file, as for saving. */
  g_signal_connect (chooser, "response", G_CALLBACK (save_response_cb), chooser_task_new (chooser, callback, user_data));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

GFile *
vlg_platform_choose_folder_finish (GAsyncResult  *result,
                                   GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
save_async (GtkWindow           *parent,
            const char          *title,
            const char          *name,
            GtkFileFilter       *filter,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  g_autoptr (GtkFileChooserNative) chooser = NULL;
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  if (filter != NULL)
    gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  if (documents != NULL)
    {
      g_autoptr (GFile) folder = g_file_new_for_path (documents);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
    }
  g_signal_connect (chooser, "response", G_CALLBACK (save_response_cb), chooser_task_new (chooser, callback, user_data));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
vlg_platform_save_pdf_async (GtkWindow           *parent,
                             const char          *title,
                             const char          *name,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GtkFileFilter) pdf = pdf_filter_new ();

  save_async (parent, title, name, pdf, callback, user_data);
}

void
vlg_platform_save_table_async (GtkWindow           *parent,
                               const char          *title,
                               const char          *name,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GtkFileFilter) table = gtk_file_filter_new ();

  gtk_file_filter_set_name (table, _("Tables (CSV)"));
  gtk_file_filter_add_suffix (table, "csv");
  save_async (parent, title, name, table, callback, user_data);
}

GFile *
vlg_platform_save_pdf_finish (GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
vlg_platform_save_file_async (GtkWindow           *parent,
                              const char          *title,
                              const char          *name,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  save_async (parent, title, name, NULL, callback, user_data);
}

GFile *
vlg_platform_save_file_finish (GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

#define FOCUS_FRAMES 15
#define QUESTION_KEY "vlg-question"

/* Whatever happens first answers: a button, Escape, or the end of the window below. */
static void
answer_question (GtkWidget  *dialog,
                 const char *answer)
{
  g_autoptr (GTask) task = g_object_steal_data (G_OBJECT (dialog), QUESTION_KEY);

  if (task != NULL)
    g_task_return_pointer (task, g_strdup (answer), g_free);
}

static void
choose_response_cb (GtkWidget  *dialog,
                    const char *response)
{
  answer_question (dialog, response);
}

static void
choose_destroy_cb (GtkWidget *dialog)
{
  answer_question (dialog, adw_message_dialog_get_close_response (ADW_MESSAGE_DIALOG (dialog)));
}

void
vlg_platform_wrap_buttons (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_BUTTON (widget) && GTK_IS_LABEL (gtk_button_get_child (GTK_BUTTON (widget))))
    {
      GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (widget)));

      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
      gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    vlg_platform_wrap_buttons (child);
}

/* The buttons of the layout for little room, one beneath the other; beside each other they are to give way to it. */
static void
wrap_narrow (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_BUTTON (widget))
    {
      if (GTK_IS_BOX (parent) && gtk_orientable_get_orientation (GTK_ORIENTABLE (parent)) == GTK_ORIENTATION_VERTICAL)
        vlg_platform_wrap_buttons (widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    wrap_narrow (child);
}

/* Each answer has a button for either layout; the one that shows gets the focus. */
static gboolean
focus_button (GtkWidget  *widget,
              const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_child_visible (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return gtk_widget_get_mapped (widget) && gtk_widget_grab_focus (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (focus_button (child, label))
      return TRUE;

  return FALSE;
}

/* Which layout shows is known some frames after the dialog is there, before a person can have read it: a quarter of a second. */
static gboolean
focus_tick_cb (GtkWidget     *dialog,
               GdkFrameClock *clock,
               gpointer       label)
{
  guint n = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (dialog), "vlg-frames")) + 1;

  g_object_set_data (G_OBJECT (dialog), "vlg-frames", GUINT_TO_POINTER (n));
  focus_button (dialog, label);

  return n < FOCUS_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
focus_answer (GtkWidget               *dialog,
              const char              *answer,
              const VlgPlatformChoice *choices,
              guint                    n_choices)
{
  for (guint i = 0; i < n_choices; i++)
    if (g_str_equal (choices[i].id, answer))
      gtk_widget_add_tick_callback (dialog, focus_tick_cb, g_strdup (choices[i].label), g_free);
}

void
vlg_platform_choose_async (GtkWindow               *parent,
                           const char              *heading,
                           const char              *body,
                           GtkWidget               *extra,
                           const VlgPlatformChoice *choices,
                           guint                    n_choices,
                           GAsyncReadyCallback      callback,
                           gpointer                 user_data)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);
  const char *answer;

  g_return_if_fail (n_choices > 0);

  answer = choices[0].id;

  for (guint i = 0; i < n_choices; i++)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), choices[i].id, choices[i].label);
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), choices[i].id, choices[i].appearance);
      if (choices[i].appearance == ADW_RESPONSE_SUGGESTED)
        answer = choices[i].id;
    }
  wrap_narrow (dialog);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), choices[0].id);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), answer);
  if (extra != NULL)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), extra);

  g_object_set_data (G_OBJECT (dialog), QUESTION_KEY, g_task_new (NULL, NULL, callback, user_data));
  g_signal_connect (dialog, "response", G_CALLBACK (choose_response_cb), NULL);
  g_signal_connect (dialog, "destroy", G_CALLBACK (choose_destroy_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  /* Where the answers stand one below the other the focus begins at the last choice: Enter would be that, whatever the default is. */
  if (extra == NULL)
    focus_answer (dialog, answer, choices, n_choices);
}

void
vlg_platform_choice_set_enabled (GtkWidget  *extra,
                                 const char *id,
                                 gboolean    enabled)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (extra, ADW_TYPE_MESSAGE_DIALOG);

  g_return_if_fail (dialog != NULL);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), id, enabled);
}

char *
vlg_platform_choose_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
vlg_platform_tell (GtkWindow  *parent,
                   const char *heading,
                   const char *message,
                   GtkWidget  *extra)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  if (extra != NULL)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), extra);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
vlg_platform_open_file (GtkWindow *parent,
                        GFile     *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}

void
vlg_platform_present_about (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", _("Vorlage"),
                         "application-icon", APPLICATION_ID,
                         "version", PACKAGE_VERSION,
                         "developer-name", _("The Vorlage contributors"),
                         "comments", _("Carries council motions from the printed form to the signed resolution, and back to paper."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: put your names here, one a line. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

void
vlg_platform_add_toast (GtkWidget *widget,
                        AdwToast  *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}

void
vlg_platform_leaflet_forward (GtkWidget *leaflet)
{
  adw_leaflet_navigate (ADW_LEAFLET (leaflet), ADW_NAVIGATION_DIRECTION_FORWARD);
}

void
vlg_platform_leaflet_back (GtkWidget *leaflet)
{
  adw_leaflet_navigate (ADW_LEAFLET (leaflet), ADW_NAVIGATION_DIRECTION_BACK);
}

gboolean
vlg_platform_leaflet_is_folded (GtkWidget *leaflet)
{
  return adw_leaflet_get_folded (ADW_LEAFLET (leaflet));
}

void
vlg_platform_leaflet_set_can_unfold (GtkWidget *leaflet,
                                     gboolean   can_unfold)
{
  adw_leaflet_set_can_unfold (ADW_LEAFLET (leaflet), can_unfold);
}

gboolean
vlg_platform_flap_is_folded (GtkWidget *flap)
{
  return adw_flap_get_folded (ADW_FLAP (flap));
}

gboolean
vlg_platform_flap_get_revealed (GtkWidget *flap)
{
  return adw_flap_get_reveal_flap (ADW_FLAP (flap));
}

void
vlg_platform_flap_set_revealed (GtkWidget *flap,
                                gboolean   revealed)
{
  adw_flap_set_reveal_flap (ADW_FLAP (flap), revealed);
}

void
vlg_platform_get_color (GtkWidget *widget,
                        GdkRGBA   *color)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
}

void
vlg_platform_lookup_color (GtkWidget  *widget,
                           const char *name,
                           GdkRGBA    *color)
{
  GdkRGBA found;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &found))
    *color = found;
}
