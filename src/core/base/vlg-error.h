/* vlg-error.h — the one error domain of the program
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VLG_ERROR (vlg_error_quark ())

/**
 * VlgError:
 * @VLG_ERROR_FAILED: anything a caller cannot act on; the message says it all
 * @VLG_ERROR_INVALID: a value that breaks a rule of its type (a number, a date, a text with NUL)
 * @VLG_ERROR_NOT_FOUND: no such motion, annex, file
 * @VLG_ERROR_EXISTS: the number is in the ledger already
 * @VLG_ERROR_CONFLICT: another writer changed the same field since it was read
 * @VLG_ERROR_FROZEN: a signature freezes what was to be changed
 * @VLG_ERROR_FOREIGN: a file that is not a database of this program
 * @VLG_ERROR_DAMAGED: a database or file that is damaged
 * @VLG_ERROR_NEWER: a database or record made by a newer program
 * @VLG_ERROR_READ_ONLY: the file cannot be written
 * @VLG_ERROR_NETWORK: the database lies on a network file system
 * @VLG_ERROR_DISK_FULL: no space left
 * @VLG_ERROR_BUSY: another program holds what is needed for too long
 * @VLG_ERROR_EMPTY: a paper without any content
 * @VLG_ERROR_BINARY: a file that is no text and no known format
 * @VLG_ERROR_ENCRYPTED: a PDF that asks for a password
 * @VLG_ERROR_NO_TEXT: a scanned PDF, pictures only
 * @VLG_ERROR_TOO_LARGE: over the limit of the format
 * @VLG_ERROR_CHANGED: a file that grew or vanished while it was read
 * @VLG_ERROR_NOT_PUBLIC: a non-public motion was to be published
 */
typedef enum {
  VLG_ERROR_FAILED,
  VLG_ERROR_INVALID,
  VLG_ERROR_NOT_FOUND,
  VLG_ERROR_EXISTS,
  VLG_ERROR_CONFLICT,
  VLG_ERROR_FROZEN,
  VLG_ERROR_FOREIGN,
  VLG_ERROR_DAMAGED,
  VLG_ERROR_NEWER,
  VLG_ERROR_READ_ONLY,
  VLG_ERROR_NETWORK,
  VLG_ERROR_DISK_FULL,
  VLG_ERROR_BUSY,
  VLG_ERROR_EMPTY,
  VLG_ERROR_BINARY,
  VLG_ERROR_ENCRYPTED,
  VLG_ERROR_NO_TEXT,
  VLG_ERROR_TOO_LARGE,
  VLG_ERROR_CHANGED,
  VLG_ERROR_NOT_PUBLIC,
} VlgError;

GQuark vlg_error_quark (void);

G_END_DECLS
