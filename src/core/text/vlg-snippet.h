/* vlg-snippet.h — a text block of the office (Textbaustein), and its placeholders
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motion.h"
#include "vlg-profile.h"

G_BEGIN_DECLS

#define VLG_TYPE_SNIPPET (vlg_snippet_get_type ())
G_DECLARE_FINAL_TYPE (VlgSnippet, vlg_snippet, VLG, SNIPPET, GObject)

/* Immutable: a name to find it by and a text in CommonMark. @uid NULL: a fresh one. @changed_at: the instant it was stored, 0 for one that is not. */
VlgSnippet *vlg_snippet_new            (const char *uid, const char *name, const char *text, gint64 changed_at);
const char *vlg_snippet_get_uid        (VlgSnippet *self);
const char *vlg_snippet_get_name       (VlgSnippet *self);
const char *vlg_snippet_get_text       (VlgSnippet *self);
gint64      vlg_snippet_get_changed_at (VlgSnippet *self);
/* Whether each word typed stands in the name or in the text, folded; nothing typed fits everything. */
gboolean    vlg_snippet_matches        (VlgSnippet *self, const char *typed);

/* The placeholders as a person writes them: {{title}}, {{council}}, {{date}}, {{number}}, {{submitter}}, translated; NULL-terminated, static. */
const char *const *vlg_snippet_get_placeholders (void);
/* @text with its placeholders, in English or German and whatever their case, replaced by what @motion has to say, as plain words; the date is @today as the paper writes it,
 * the council the first of @profile that exists on that day. What has no meaning, and what the motion has no value for, stays as it is and is named in @left (each once;
 * caller owns, never NULL). Caller owns. */
char       *vlg_snippet_fill           (const char *text, VlgMotion *motion, VlgProfile *profile, VlgDay today, char ***left);

G_END_DECLS
