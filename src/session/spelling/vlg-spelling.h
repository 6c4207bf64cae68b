/* vlg-spelling.h — a dictionary asked from the window, which never waits for it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "vlg-spelling-words.h"

G_BEGIN_DECLS

typedef enum {
  VLG_SPELLING_STATE_LOADING,  /* nothing is known yet */
  VLG_SPELLING_STATE_READY,
  VLG_SPELLING_STATE_ABSENT,   /* no dictionary of that language is installed; everything counts as right */
} VlgSpellingState;

typedef enum {
  VLG_SPELLING_UNKNOWN,  /* the dictionary has been asked; ::checked tells when it has answered */
  VLG_SPELLING_RIGHT,
  VLG_SPELLING_WRONG,
} VlgSpellingVerdict;

#define VLG_TYPE_SPELLING (vlg_spelling_get_type ())
/* Loading a dictionary takes a second, a suggestion up to several: both happen in a thread. Belongs to the main thread. The words a person adds are in the person's own list of
 * enchant, which other programs share, and survive.
 * Properties: language (string, a tag such as "de_DE"; what is not known is asked anew when it changes). Signals:
 * ::checked (wrong: gboolean): something that was unknown is known now, and wrong, or only right; ::changed: what was known may be otherwise now. */
G_DECLARE_FINAL_TYPE (VlgSpelling, vlg_spelling, VLG, SPELLING, GObject)

/* Nothing is loaded before the first question. Caller owns. */
VlgSpelling        *vlg_spelling_new             (const char *language);
const char         *vlg_spelling_get_language    (VlgSpelling *self);
void                vlg_spelling_set_language    (VlgSpelling *self, const char *language);
VlgSpellingState    vlg_spelling_get_state       (VlgSpelling *self);
/* TRUE once for each language that turned out to be absent: then it is to be said. */
gboolean            vlg_spelling_take_absence    (VlgSpelling *self);
/* The verdict on a question of vlg_spelling_words_ask(). Cheap. */
VlgSpellingVerdict  vlg_spelling_look            (VlgSpelling *self, const char *question);
/* The words of @text known to be wrong. @typing is the byte where typing goes on, or -1: the word that ends there is not judged. @complete (nullable) becomes FALSE
 * where that left one out, or the dictionary has to be asked first. Cheap. (element-type VlgSpellingWord) Caller owns. */
GArray             *vlg_spelling_find_wrong      (VlgSpelling *self, const char *text, int typing, gboolean *complete);
/* A word (no question) becomes right: for good, in the person's own list, or until the program ends. */
void                vlg_spelling_add             (VlgSpelling *self, const char *word);
void                vlg_spelling_ignore          (VlgSpelling *self, const char *word);
/* Proposals for a word, best first, at most eight; empty when there are none. */
void                vlg_spelling_suggest_async   (VlgSpelling *self, const char *word, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* Caller owns; NULL with G_IO_ERROR_CANCELLED. */
char              **vlg_spelling_suggest_finish  (VlgSpelling *self, GAsyncResult *result, GError **error);
/* The tags of the dictionaries that are installed, sorted, variants of one language once. */
void                vlg_spelling_list_async      (VlgSpelling *self, GAsyncReadyCallback callback, gpointer user_data);
/* Caller owns. */
char              **vlg_spelling_list_finish     (VlgSpelling *self, GAsyncResult *result, GError **error);

G_END_DECLS
