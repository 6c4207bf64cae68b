/* schema-validator.h — the part of JSON Schema draft-07 that our schemas use
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

/* Checks @node against @schema, a whole schema document. An unknown keyword of the schema is an error too, so that nothing in it goes unchecked.
 * FALSE with a message that names the place. */
gboolean schema_validate (JsonNode *schema, JsonNode *node, GError **error);
