/* vlg-csv.h — tables as comma-separated values (RFC 4180), written and read
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What begins the table of a person's: a spreadsheet takes it for UTF-8 then. */
#define VLG_CSV_MARK "\xef\xbb\xbf"

typedef enum {
  VLG_CSV_PLAIN   = 0,
  VLG_CSV_GUARDED = 1 << 0,  /* for spreadsheets: what one would calculate gets an apostrophe before it (OWASP, "CSV Injection"), which reading takes away */
  VLG_CSV_QUOTED  = 1 << 1,  /* quotation marks around every cell, not only where they are needed */
} VlgCsvFlags;

/**
 * VlgCsvReader:
 * @at: what was not read yet, borrowed; "" at the end
 * @line: the line on which the record that was read last begins, from 1
 *
 * Reads the records of a text in turn; on the stack.
 */
typedef struct {
  const char *at;
  guint line;

  /*< private >*/
  guint next_line;
  char separator;
} VlgCsvReader;

/* Appends one record, its line end too. @cells: NULL-terminated. */
void     vlg_csv_append      (GString *out, char separator, VlgCsvFlags flags, const char * const *cells);

/* Begins with @text, which must have LF for line ends and outlive the reader. What separates the cells – a semicolon, a tab, a comma – is taken from its first line. */
void     vlg_csv_reader_init (VlgCsvReader *self, const char *text);
/* The cells of the next record, without blanks around them. VLG_ERROR_INVALID names the line. Caller owns. */
GStrv    vlg_csv_reader_next (VlgCsvReader *self, GError **error);
/* Sets VLG_ERROR_INVALID: "Line 7: " and what is wrong there. FALSE. */
gboolean vlg_csv_reader_fail (const VlgCsvReader *self, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);
/* Whether all cells are empty. */
gboolean vlg_csv_is_blank    (const char * const *cells);

G_END_DECLS
