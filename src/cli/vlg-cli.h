/* vlg-cli.h — the same deeds from a shell
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-store.h"

G_BEGIN_DECLS

enum {
  VLG_EXIT_OK = 0,
  VLG_EXIT_FINDINGS = 1,
  VLG_EXIT_USAGE = 2,
  VLG_EXIT_FAILURE = 3,
};

/* How main opens the concrete store; @path NULL is the default database. */
typedef VlgStore *(*VlgStoreOpener) (const char *path, GError **error);
/* How main restores a backup into a database that is not open. */
typedef gboolean (*VlgStoreRestorer) (const char *path, const char *backup, GCancellable *cancellable, GError **error);

typedef struct {
  VlgStoreOpener   open;
  VlgStoreRestorer restore;
} VlgStoreDriver;

/* Whether the arguments name a subcommand, --help or --version, so that no window is wanted. */
gboolean vlg_cli_wants (int argc, char **argv);
/* Runs it; returns the exit code: 0 fine, 1 findings, 2 usage, 3 failure. */
int      vlg_cli_run   (int argc, char **argv, const VlgStoreDriver *driver);

G_END_DECLS
