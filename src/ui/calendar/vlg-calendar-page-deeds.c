/* vlg-calendar-page-deeds.c — meetings and consultations put on another day, and that taken back
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-calendar-page-private.h"

#include <glib/gi18n.h>

#include "vlg-calendar-deeds.h"
#include "vlg-calendar-words.h"
#include "vlg-day-field.h"
#include "vlg-platform.h"

/* A deed on its way to the store: who waits, and what it is called then. */
typedef struct {
  VlgCalendarPage *page;
  char            *title;
} Errand;

static Errand *
errand_new (VlgCalendarPage *page,
            const char      *title)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->page = g_object_ref (page);
  errand->title = g_strdup (title);

  return errand;
}

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->page);
  g_free (errand->title);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
tell (VlgCalendarPage *self,
      const char      *heading,
      const GError    *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    vlg_platform_tell (GTK_WINDOW (root), heading, error->message, NULL);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (VlgCalendarPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgCalendarDeed) deed = vlg_calendar_undo_finish (VLG_OFFICE (source), result, &error);

  if (deed == NULL)
    tell (self, _("It Could Not Be Taken Back"), error);
}

static void
undo_cb (AdwToast        *toast,
         VlgCalendarPage *self)
{
  if (self->office != NULL)
    vlg_calendar_undo_async (self->office, g_object_get_data (G_OBJECT (toast), "deed"), NULL, undone_cb, g_object_ref (self));
}

void
vlg_calendar_page_tell_deed (VlgCalendarPage *self,
                             const char      *what,
                             VlgCalendarDeed *deed)
{
  AdwToast *toast = adw_toast_new (what);

  adw_toast_set_button_label (toast, _("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "deed", vlg_calendar_deed_ref (deed), (GDestroyNotify) vlg_calendar_deed_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, 0);
  vlg_platform_add_toast (GTK_WIDGET (self), toast);
}

/* What nobody sees is not counted. */
static guint
count_steps (const VlgCalendarDeed *deed)
{
  guint n = 0;

  for (guint i = 0; i < deed->steps->len; i++)
    n += !((VlgCalendarStep *) deed->steps->pdata[i])->trashed;

  return n;
}

static void
meeting_moved_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgCalendarDeed) deed = vlg_calendar_move_meeting_finish (VLG_OFFICE (source), result, &error);
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  g_autofree char *what = NULL;
  guint n;

  if (deed == NULL)
    {
      tell (errand->page, _("The Meeting Was Not Moved"), error);
      return;
    }
  n = count_steps (deed);
  day = vlg_day_field_format (vlg_meeting_get_day (deed->after));
  title = g_markup_escape_text (errand->title, -1);
  if (n == 0)
    what = g_strdup_printf (_("%s moved to %s"), title, day);
  else
    what = g_strdup_printf (ngettext ("%s moved to %s, %u consultation with it", "%s moved to %s, %u consultations with it", n), title, day, n);
  vlg_calendar_page_tell_deed (errand->page, what, deed);
}

static void
placed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgCalendarDeed) deed = vlg_calendar_place_finish (VLG_OFFICE (source), result, &error);
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  g_autofree char *what = NULL;

  if (deed == NULL)
    {
      tell (errand->page, _("The Consultation Was Not Moved"), error);
      return;
    }
  if (deed->steps->len == 0)
    return;
  day = vlg_day_field_format (((VlgCalendarStep *) deed->steps->pdata[0])->to_day);
  title = g_markup_escape_text (errand->title, -1);
  what = g_strdup_printf (_("%s moved to %s"), title, day);
  vlg_calendar_page_tell_deed (errand->page, what, deed);
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgCalendarPage *self = VLG_CALENDAR_PAGE (widget);
  g_autoptr (VlgCalendarEntry) entry = NULL;
  const VlgCalendarFacts *facts;
  g_autofree char *title = NULL;
  const char *uid;
  VlgDay day;

  g_variant_get (parameter, "(&su)", &uid, &day);
  entry = vlg_calendar_page_find (self, uid);
  if (entry == NULL)
    return;
  facts = vlg_calendar_entry_get_facts (entry);
  if (facts->day == day)
    return;
  if (facts->kind == VLG_ENTRY_MEETING)
    {
      vlg_calendar_move_meeting_async (self->office, facts->uid, facts->revision, day, facts->start, facts->end, NULL, meeting_moved_cb, errand_new (self, facts->body));
      return;
    }
  title = *facts->number != '\0' ? g_strdup (facts->number) : vlg_calendar_words_title (facts);
  vlg_calendar_place_async (self->office, facts->uid, NULL, day, NULL, placed_cb, errand_new (self, title));
}

void
vlg_calendar_page_class_install_deeds (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "calendar.move", "(su)", move_action);
}
