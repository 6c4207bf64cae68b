/* vlg-store-private.h — what the engine needs of the abstract store
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-store.h"

G_BEGIN_DECLS

/* Emits `changed`; call it in the main context of the store's creator. */
void vlg_store_emit_changed (VlgStore *self);

G_END_DECLS
