/* vlg-paper-print.h — a paper on the printer
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "vlg-paper.h"

G_BEGIN_DECLS

/* A print operation over @paper on A4 without further margins; @title names the job, @file_name (no folder, no ending) what a printer
 * into a file makes. Caller owns and runs it. */
GtkPrintOperation *vlg_paper_print_operation_new (VlgPaper *paper, const char *title, const char *file_name);
/* Shows the print dialog; errors are told over @parent. */
void               vlg_paper_print               (VlgPaper *paper, const char *title, const char *file_name, GtkWindow *parent);

G_END_DECLS
