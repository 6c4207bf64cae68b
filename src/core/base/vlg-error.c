/* vlg-error.c — the one error domain of the program
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-error.h"

G_DEFINE_QUARK (vlg-error-quark, vlg_error)
