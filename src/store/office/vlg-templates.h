/* vlg-templates.h — templates and standard sequences in the store; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-actor.h"
#include "vlg-db.h"
#include "vlg-template.h"

G_BEGIN_DECLS

/* All of @part by name, without their content. (element-type VlgTemplate), caller owns. */
GPtrArray   *vlg_templates_list   (VlgDb *db, VlgTemplatePart part, GError **error);
/* With its content. VLG_ERROR_NOT_FOUND. Caller owns. */
VlgTemplate *vlg_templates_load   (VlgDb *db, const char *uid, GError **error);
/* Stores @template; one of the same name (capitals and umlauts aside) makes way and is returned, so that it can be put back. NULL for none, or with @error: VLG_ERROR_NOT_FOUND
 * where the file of an annex is no longer in the store. Caller owns. */
VlgTemplate *vlg_templates_put    (VlgDb *db, VlgTemplate *template, VlgActor *actor, GError **error);
/* VLG_ERROR_EXISTS where another has the name, VLG_ERROR_INVALID for an empty one, VLG_ERROR_NOT_FOUND. */
gboolean     vlg_templates_rename (VlgDb *db, const char *uid, const char *name, VlgActor *actor, GError **error);
/* Takes it out and returns it, so that it can be put back. VLG_ERROR_NOT_FOUND. Caller owns. */
VlgTemplate *vlg_templates_remove (VlgDb *db, const char *uid, GError **error);

G_END_DECLS
