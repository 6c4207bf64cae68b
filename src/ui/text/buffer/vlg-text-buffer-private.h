/* vlg-text-buffer-private.h — what the parts of the text buffer share
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-text-buffer.h"

G_BEGIN_DECLS

#define VLG_TEXT_MAX_DEPTH 9

typedef enum { VLG_TYPING_NONE, VLG_TYPING_INSERT, VLG_TYPING_DELETE } VlgTyping;

/* One step that can be undone: lines, from @start, as they were. */
typedef struct {
  guint      start;
  guint      n_new;     /* how many lines there are now instead */
  GPtrArray *old;       /* VlgTextLine, with text */
  int        cursor, bound;  /* before the step */
  VlgTyping  typing;
  int        typed_at;  /* where typing may go on to belong to this step */
} VlgTextPatch;

struct _VlgTextBuffer {
  GtkTextBuffer parent_instance;

  /* owned */
  GPtrArray    *lines;      /* VlgTextLine, one for each line of the buffer but the last */
  char         *markdown;   /* cache; NULL after a change */
  VlgTextPatch *patch;      /* of the step going on */
  GQueue        undo, redo; /* VlgTextPatch, newest first */

  /* borrowed: the tag table's */
  GtkTextTag *strong, *emph, *source;
  GtkTextTag *heading[6], *list[VLG_TEXT_MAX_DEPTH], *block_source;

  guint        internal;    /* above 0: changes that keep the lines themselves */
  gboolean     in_action;
  gboolean     changed;     /* in this step */
  int          cursor, bound;  /* before the step */
  VlgTyping    typing;
  int          typed_at;
  gboolean     pending_set; /* emphasis chosen for what will be typed */
  VlgSpanStyle pending;
};

/* lines */
VlgTextLine *vlg_text_buffer_peek_line     (VlgTextBuffer *self, guint line);
/* The style of inline tags at @iter. */
VlgSpanStyle vlg_text_buffer_style_at      (VlgTextBuffer *self, const GtkTextIter *iter);
/* Reads the line's text from the buffer. A VlgTextLineFunc. */
void         vlg_text_buffer_fetch         (GPtrArray *lines, guint line, gpointer self);
void         vlg_text_buffer_iter_at       (VlgTextBuffer *self, GtkTextIter *iter, guint line);
/* Whether it stands for the kind of a line. */
gboolean     vlg_text_buffer_is_block_tag  (GtkTextTag *tag);
/* Gives the line the tags of its kind. */
void         vlg_text_buffer_retag         (VlgTextBuffer *self, guint line);
/* Shows copies of @lines instead of @n_removed lines from @start; no step is recorded. */
void         vlg_text_buffer_put_lines     (VlgTextBuffer *self, guint start, guint n_removed, GPtrArray *lines);
/* Puts lists in order around the lines, recording what changes. */
void         vlg_text_buffer_settle        (VlgTextBuffer *self, guint from, guint to);

/* undo */
/* Has to be called before the lines @from to @to (exclusive) change: keeps them as they are, and drops the source of their blocks. */
void         vlg_text_buffer_prepare       (VlgTextBuffer *self, guint from, guint to);
/* @n lines have been added (or removed, if negative) within the prepared ones. */
void         vlg_text_buffer_count         (VlgTextBuffer *self, int n);
/* Ends a step outside of a user action. */
void         vlg_text_buffer_commit        (VlgTextBuffer *self);
void         vlg_text_buffer_forget_steps  (VlgTextBuffer *self);
void         vlg_text_buffer_note_cursor   (VlgTextBuffer *self);

G_END_DECLS
