/* vlg-table.h — ruled tables of the paper
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-flow.h"

G_BEGIN_DECLS

#define VLG_MOST_COLUMNS 8

typedef struct {
  VlgFlow *flow;
  guint32  node;
  guint    n_columns;
  double   edges[VLG_MOST_COLUMNS + 1];  /* x of the vertical lines */
  double   least;                        /* height of a row in points */
  int      header;                       /* strip of the header row, -1 before it */
} VlgTable;

typedef struct {
  const char *text;
  const char *box;      /* set flush right on the last line of the cell, or NULL */
  gboolean    centred;
} VlgCell;

/* Begins a table of @n_columns columns, @widths in mm, under the structure element @parent. */
void vlg_table_begin      (VlgTable *self, VlgFlow *flow, guint32 parent, const double *widths, guint n_columns, double least);
/* The header row, repeated on every page the table reaches. @before: distance to what is above. */
void vlg_table_add_header (VlgTable *self, const VlgCell *cells, double before);
/* A row; never divided between pages unless it is higher than a page. The first cell heads the row when @row_header. */
void vlg_table_add_row    (VlgTable *self, const VlgCell *cells, gboolean row_header);

G_END_DECLS
