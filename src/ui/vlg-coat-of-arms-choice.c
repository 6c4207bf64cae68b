/* vlg-coat-of-arms-choice.c — the person chooses, exchanges or removes the coat of arms
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-coat-of-arms-choice.h"

#include <glib/gi18n.h>

#include "vlg-office-arms.h"
#include "vlg-platform.h"

typedef struct {
  GtkWidget *place;     /* in the window: where a toast can be shown */
  VlgOffice *office;
  GBytes    *before;    /* or NULL */
  gboolean   quiet;     /* an undo says nothing more */
} Choice;

static GtkWindow *
get_window (GtkWidget *place)
{
  return GTK_WINDOW (gtk_widget_get_root (place));
}

static Choice *
choice_new (GtkWidget *place,
            VlgOffice *office)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->place = g_object_ref (place);
  choice->office = g_object_ref (office);
  choice->before = vlg_office_dup_arms (office);

  return choice;
}

static void
choice_free (Choice *choice)
{
  g_object_unref (choice->place);
  g_object_unref (choice->office);
  g_clear_pointer (&choice->before, g_bytes_unref);
  g_free (choice);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choice, choice_free)

static void set_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
undo_cb (AdwToast *toast,
         Choice   *choice)
{
  Choice *undo = choice_new (choice->place, choice->office);

  undo->quiet = TRUE;
  vlg_office_set_arms_async (choice->office, NULL, choice->before, set_cb, undo);
}

static void
set_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (Choice) choice = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) now = NULL;
  AdwToast *toast;

  if (!vlg_office_set_arms_finish (VLG_OFFICE (source), result, &error))
    {
      if (get_window (choice->place) == NULL)
        return;
      vlg_platform_tell (get_window (choice->place), _("The Coat of Arms Could Not Be Changed"), error->message, NULL);
      return;
    }
  if (choice->quiet || get_window (choice->place) == NULL)
    return;

  now = vlg_office_dup_arms (choice->office);
  toast = adw_toast_new (now != NULL ? _("The papers bear this coat of arms from now on") : _("The papers bear no coat of arms any more"));
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), choice, (GClosureNotify) (GCallback) choice_free, 0);
  vlg_platform_add_toast (g_steal_pointer (&choice)->place, toast);
}

void
vlg_coat_of_arms_take (GtkWidget *place,
                       VlgOffice *office,
                       GFile     *file)
{
  g_return_if_fail (GTK_IS_WIDGET (place));
  g_return_if_fail (VLG_IS_OFFICE (office));

  vlg_office_set_arms_async (office, file, NULL, set_cb, choice_new (place, office));
}

static void
picture_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Choice) choice = user_data;
  g_autoptr (GFile) file = vlg_platform_open_picture_finish (result, NULL);

  if (file != NULL)
    vlg_coat_of_arms_take (choice->place, choice->office, file);
}

static void
ask_for_picture (GtkWidget *place,
                 VlgOffice *office)
{
  vlg_platform_open_picture_async (get_window (place), _("Coat of Arms"), picture_cb, choice_new (place, office));
}

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Choice) choice = user_data;
  g_autofree char *answer = vlg_platform_choose_finish (result);

  if (g_str_equal (answer, "remove"))
    vlg_coat_of_arms_take (choice->place, choice->office, NULL);
  else if (g_str_equal (answer, "choose"))
    ask_for_picture (choice->place, choice->office);
}

void
vlg_coat_of_arms_choose (GtkWidget *place,
                         VlgOffice *office)
{
  g_autoptr (GBytes) now = NULL;

  g_return_if_fail (GTK_IS_WIDGET (place));
  g_return_if_fail (VLG_IS_OFFICE (office));

  now = vlg_office_dup_arms (office);
  if (now == NULL)
    ask_for_picture (place, office);
  else
    {
      const VlgPlatformChoice choices[] = {
        { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
        { "remove", _("_Remove"), ADW_RESPONSE_DEFAULT },
        { "choose", _("_Choose Another…"), ADW_RESPONSE_DEFAULT },
      };

      vlg_platform_choose_async (get_window (place), _("Coat of Arms"), _("The papers bear a coat of arms in the head of their first page."), NULL,
                                 choices, G_N_ELEMENTS (choices), answer_cb, choice_new (place, office));
    }
}
