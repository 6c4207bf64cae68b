/* vlg-cli-output.h — what goes to standard output: lines, tables, CSV, JSON
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum {
  VLG_FORMAT_TABLE,
  VLG_FORMAT_TEXT,
  VLG_FORMAT_JSON,
  VLG_FORMAT_CSV,
} VlgCliFormat;

typedef struct _VlgCliOutput VlgCliOutput;

/* Standard output; always UTF-8, since JSON and CSV are. Caller owns. */
VlgCliOutput *vlg_cli_output_new         (void);
void          vlg_cli_output_free        (VlgCliOutput *self);
gboolean      vlg_cli_output_is_terminal (VlgCliOutput *self);
/* Whether the reader of a pipe has gone, so that more output is of no use. */
gboolean      vlg_cli_output_is_gone     (VlgCliOutput *self);
/* Writes out what is buffered. FALSE with @error when something was not written; a reader that has gone is no error. */
gboolean      vlg_cli_output_flush       (VlgCliOutput *self, GError **error);
/* Writes text as it is. */
void          vlg_cli_output_raw         (VlgCliOutput *self, const char *text);
/* Writes text for people: control characters, which a paper may hold to fool a terminal, are shown as U+FFFD; line ends and tabs stay. */
void          vlg_cli_output_print       (VlgCliOutput *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* One record after RFC 4180, ended by CR LF: quoted where it must be, no value changed. @values is NULL-terminated. */
void          vlg_cli_output_csv         (VlgCliOutput *self, const char * const *values);
/* A JSON document, indented, with a line end. */
void          vlg_cli_output_json        (VlgCliOutput *self, JsonNode *node);
/* A table with a header; @rows (element-type GStrv) and @header have @n_columns cells each. On a terminal the last column is cut to the width. */
void          vlg_cli_output_table       (VlgCliOutput *self, const char * const *header, GPtrArray *rows, guint n_columns);
/* Cells a text takes on a terminal. */
guint         vlg_cli_text_width         (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgCliOutput, vlg_cli_output_free)

G_END_DECLS
