/* vlg-spelling-menu.h — what the menu of a text offers about spelling
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-spelling.h"

G_BEGIN_DECLS

#define VLG_TYPE_SPELLING_MENU (vlg_spelling_menu_get_type ())
/* Suggestions for one word, own words, whether and in which language is checked. The text has the actions: spelling.replace (s), spelling.add, spelling.ignore, spelling.active (state b),
 * spelling.language (state s), and spelling.nothing, which is never enabled. */
G_DECLARE_FINAL_TYPE (VlgSpellingMenu, vlg_spelling_menu, VLG, SPELLING_MENU, GObject)

/* Caller owns. */
VlgSpellingMenu *vlg_spelling_menu_new          (void);
void             vlg_spelling_menu_set_spelling (VlgSpellingMenu *self, VlgSpelling *spelling);
/* Borrowed, the same for good; others may put what is theirs before it is filled. */
GMenu           *vlg_spelling_menu_get_menu     (VlgSpellingMenu *self);
void             vlg_spelling_menu_clear        (VlgSpellingMenu *self);
/* Appends what there is for @word, which is misspelt, or NULL: the settings alone. Suggestions follow when they are found. There must be a spelling. */
void             vlg_spelling_menu_fill         (VlgSpellingMenu *self, const char *word);
/* The word becomes right: for good, or until the program ends. */
void             vlg_spelling_menu_accept       (VlgSpellingMenu *self, gboolean for_good);

G_END_DECLS
