/* vlg-spelling-menu.c — what the menu of a text offers about spelling
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-spelling-menu.h"

#include <glib/gi18n.h>

#define MAX_SUGGESTIONS 5

struct _VlgSpellingMenu {
  GObject parent_instance;

  /* owned */
  VlgSpelling  *spelling;   /* or NULL */
  GMenu        *menu;
  GMenu        *suggestions;
  GMenu        *languages;
  GCancellable *looking;    /* for suggestions */
  char         *word;       /* the menu is about, or NULL */
};

G_DEFINE_FINAL_TYPE (VlgSpellingMenu, vlg_spelling_menu, G_TYPE_OBJECT)

/* As the languages call themselves; for others their tag has to do. */
static const char *
language_label (const char *tag)
{
  static const struct { const char *tag; const char *label; } names[] = {
    { "de_DE", "Deutsch" }, { "de_AT", "Deutsch (Österreich)" }, { "de_BE", "Deutsch (Belgien)" }, { "de_CH", "Deutsch (Schweiz)" },
    { "de_LU", "Deutsch (Luxemburg)" }, { "en", "English" }, { "en_GB", "English (UK)" }, { "en_US", "English (US)" },
    { "fr_FR", "Français" }, { "pl_PL", "Polski" }, { "hsb_DE", "Hornjoserbšćina" }, { "dsb_DE", "Dolnoserbšćina" }, { "da_DK", "Dansk" }, { "nl_NL", "Nederlands" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].tag, tag))
      return names[i].label;

  return tag;
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (VlgSpellingMenu) self = user_data;
  g_auto (GStrv) tags = vlg_spelling_list_finish (VLG_SPELLING (source), result, NULL);

  if (self->languages == NULL)
    return;

  g_menu_remove_all (self->languages);
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (language_label (tags[i]), NULL);

      g_menu_item_set_action_and_target (item, "spelling.language", "s", tags[i]);
      g_menu_append_item (self->languages, item);
    }
}

static void
suggested_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (VlgSpellingMenu) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) found = vlg_spelling_suggest_finish (VLG_SPELLING (source), result, &error);

  if (found == NULL || self->suggestions == NULL)
    return;

  g_menu_remove_all (self->suggestions);
  for (guint i = 0; found[i] != NULL && i < MAX_SUGGESTIONS; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (found[i], NULL);

      g_menu_item_set_action_and_target (item, "spelling.replace", "s", found[i]);
      g_menu_append_item (self->suggestions, item);
    }
  if (found[0] == NULL)
    g_menu_append (self->suggestions, _("No Suggestions"), "spelling.nothing");
}

static void
forget_word (VlgSpellingMenu *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->word, g_free);
}

static void
vlg_spelling_menu_dispose (GObject *object)
{
  VlgSpellingMenu *self = VLG_SPELLING_MENU (object);

  forget_word (self);
  g_clear_object (&self->spelling);
  g_clear_object (&self->menu);
  g_clear_object (&self->suggestions);
  g_clear_object (&self->languages);

  G_OBJECT_CLASS (vlg_spelling_menu_parent_class)->dispose (object);
}

static void
vlg_spelling_menu_class_init (VlgSpellingMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vlg_spelling_menu_dispose;
}

static void
vlg_spelling_menu_init (VlgSpellingMenu *self)
{
  self->menu = g_menu_new ();
  self->suggestions = g_menu_new ();
  self->languages = g_menu_new ();
}

VlgSpellingMenu *
vlg_spelling_menu_new (void)
{
  return g_object_new (VLG_TYPE_SPELLING_MENU, NULL);
}

void
vlg_spelling_menu_set_spelling (VlgSpellingMenu *self,
                                VlgSpelling     *spelling)
{
  g_return_if_fail (VLG_IS_SPELLING_MENU (self));

  vlg_spelling_menu_clear (self);
  g_set_object (&self->spelling, spelling);
}

GMenu *
vlg_spelling_menu_get_menu (VlgSpellingMenu *self)
{
  g_return_val_if_fail (VLG_IS_SPELLING_MENU (self), NULL);

  return self->menu;
}

void
vlg_spelling_menu_clear (VlgSpellingMenu *self)
{
  g_return_if_fail (VLG_IS_SPELLING_MENU (self));

  forget_word (self);
  g_menu_remove_all (self->menu);
}

void
vlg_spelling_menu_fill (VlgSpellingMenu *self,
                        const char      *word)
{
  g_autoptr (GMenu) accept = g_menu_new ();
  g_autoptr (GMenu) settings = g_menu_new ();

  g_return_if_fail (VLG_IS_SPELLING_MENU (self));
  g_return_if_fail (self->spelling != NULL);

  forget_word (self);
  g_menu_remove_all (self->suggestions);
  if (word != NULL)
    {
      self->word = g_strdup (word);
      g_menu_append (self->suggestions, _("Looking for Suggestions…"), "spelling.nothing");
      g_menu_append (accept, _("_Add to Dictionary"), "spelling.add");
      g_menu_append (accept, _("I_gnore"), "spelling.ignore");
      g_menu_append_section (self->menu, NULL, G_MENU_MODEL (self->suggestions));
      g_menu_append_section (self->menu, NULL, G_MENU_MODEL (accept));
      self->looking = g_cancellable_new ();
      vlg_spelling_suggest_async (self->spelling, self->word, self->looking, suggested_cb, g_object_ref (self));
    }
  g_menu_append (settings, _("Check _Spelling"), "spelling.active");
  g_menu_append_submenu (settings, _("Spelling _Language"), G_MENU_MODEL (self->languages));
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (settings));
  if (g_menu_model_get_n_items (G_MENU_MODEL (self->languages)) == 0)
    vlg_spelling_list_async (self->spelling, listed_cb, g_object_ref (self));
}

void
vlg_spelling_menu_accept (VlgSpellingMenu *self,
                          gboolean         for_good)
{
  g_return_if_fail (VLG_IS_SPELLING_MENU (self));

  if (self->word == NULL || self->spelling == NULL)
    return;

  if (for_good)
    vlg_spelling_add (self->spelling, self->word);
  else
    vlg_spelling_ignore (self->spelling, self->word);
}
