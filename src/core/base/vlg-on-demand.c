/* vlg-on-demand.c — shared libraries that are loaded when they are first needed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-on-demand.h"

#include <dlfcn.h>
#include <glib/gi18n.h>

#include "vlg-error.h"

gboolean
vlg_on_demand_load (const char         *soname,
                    const char *const  *names,
                    gpointer           *functions,
                    gsize               n,
                    GError            **error)
{
  gpointer library;
  gboolean complete;

  g_return_val_if_fail (soname != NULL, FALSE);

  library = dlopen (soname, RTLD_LAZY | RTLD_LOCAL);
  complete = library != NULL;
  for (gsize i = 0; complete && i < n; i++)
    {
      functions[i] = dlsym (library, names[i]);
      complete = functions[i] != NULL;
    }
  if (!complete)
    g_set_error (error, VLG_ERROR, VLG_ERROR_FAILED, _("A part of the program is missing: %s. Install the program again."), dlerror ());

  return complete;
}
