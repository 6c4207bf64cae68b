/* vlg-form-furniture.h — head and foot of the pages, which are no part of a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-form-lines.h"
#include "vlg-profile.h"

G_BEGIN_DECLS

typedef struct {
  gboolean    non_public;  /* "Nicht öffentlich" stands on the first page */
  const char *kind;        /* key of the kind named in the head; borrowed from the profile, or NULL */
} VlgFormFurniture;

/* Removes the lines of heads and feet ("Seite 1 von 3", the number, "Entwurf, Stand …", municipality and kind, bare page numbers); the lines that
 * follow them become the first of their page. What they said goes to @found. */
void vlg_form_furniture_remove (VlgFormLines *lines, VlgProfile *profile, VlgFormFurniture *found);

G_END_DECLS
