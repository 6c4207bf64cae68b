/* vlg-cli-private.h — what the command groups share
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-cli-output.h"
#include "vlg-cli.h"
#include "vlg-office.h"

G_BEGIN_DECLS

typedef struct _VlgCli VlgCli;

typedef struct {
  const char *name;
  const char *arguments;  /* translatable, as in the usage line */
  const char *summary;    /* translatable, one line */
  int (*run) (VlgCli *cli, int argc, char **argv);
} VlgCliCommand;

/* One run of the program on a command line. */
struct _VlgCli {
  /* borrowed */
  const VlgStoreDriver *driver;
  const VlgCliCommand *command;

  /* owned */
  char *database;     /* NULL: the default one */
  char **arguments;   /* what stands behind the options, raw bytes */
  VlgStore *store;
  VlgOffice *office;
  VlgCliOutput *out;
};

/* Reads the options of the running command, whose name is argv[0]; --help and --database come along. FALSE when the program ends here, with @status. Afterwards
 * cli->arguments holds between @min and @max arguments. */
gboolean   vlg_cli_parse       (VlgCli *cli, const GOptionEntry *entries, int argc, char **argv, guint min, guint max, int *status);
/* Opens the database once; NULL after the error was told, with @status. @must_exist: a database named by --database is not made. Borrowed. */
VlgOffice *vlg_cli_open        (VlgCli *cli, gboolean must_exist, int *status);
/* Tells an error on stderr, prefixed by @what unless it is NULL or named in the message; returns VLG_EXIT_FAILURE. */
int        vlg_cli_fail        (const char *what, const GError *error);
/* Tells how the command is used wrongly; returns VLG_EXIT_USAGE. */
int        vlg_cli_misuse      (VlgCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Writes a line to stderr, UTF-8 as it is. */
void       vlg_cli_tell        (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* An argument as UTF-8, converted from the locale's encoding where it is not. Caller owns; NULL after the misuse was told. */
char      *vlg_cli_to_utf8     (VlgCli *cli, const char *argument);
/* The same for an option's value, in place; NULL stays. FALSE after the misuse was told. */
gboolean   vlg_cli_convert     (VlgCli *cli, char **value);
/* Reads the value of “--format”: one of @names, "table|json|csv", the first where none was given. FALSE after the misuse was told, with @status. */
gboolean   vlg_cli_parse_format (VlgCli *cli, const char *value, const char *names, VlgCliFormat *format, int *status);
/* The motion of the number in the first argument; NULL after the error was told, with @status. Caller owns. */
VlgMotion *vlg_cli_find_motion (VlgCli *cli, int *status);
/* For what the session only does asynchronously: a callback whose user data is a place for the result, and waiting until it is there. Borrowed. */
void          vlg_cli_keep_result (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *vlg_cli_await       (GAsyncResult **result);

/* The commands; argv[0] is the command's name. */
int        vlg_cli_import      (VlgCli *cli, int argc, char **argv);
int        vlg_cli_list        (VlgCli *cli, int argc, char **argv);
int        vlg_cli_show        (VlgCli *cli, int argc, char **argv);
int        vlg_cli_check       (VlgCli *cli, int argc, char **argv);
int        vlg_cli_versions    (VlgCli *cli, int argc, char **argv);
int        vlg_cli_compare     (VlgCli *cli, int argc, char **argv);
int        vlg_cli_export      (VlgCli *cli, int argc, char **argv);
int        vlg_cli_new         (VlgCli *cli, int argc, char **argv);
int        vlg_cli_register    (VlgCli *cli, int argc, char **argv);
int        vlg_cli_leitbild    (VlgCli *cli, int argc, char **argv);
/* Of "leitbild": the catalogue into and out of a file. @from: the first day, VLG_DAY_NONE for today. */
int        vlg_cli_catalogue_export (VlgCli *cli);
int        vlg_cli_catalogue_import (VlgCli *cli, VlgDay from);
int        vlg_cli_calendar    (VlgCli *cli, int argc, char **argv);
int        vlg_cli_backup      (VlgCli *cli, int argc, char **argv);
int        vlg_cli_restore     (VlgCli *cli, int argc, char **argv);
int        vlg_cli_sample      (VlgCli *cli, int argc, char **argv);

/* Writes the findings of @motion as lines for people; returns how many there are. */
guint      vlg_cli_print_findings (VlgCli *cli, VlgMotion *motion);

G_END_DECLS
