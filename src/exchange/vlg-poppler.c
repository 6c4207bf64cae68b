/* vlg-poppler.c — poppler, loaded when the first PDF is read
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-poppler.h"

#include "vlg-sonames.h"

VlgPoppler vlg_poppler;

static const char *const names[] = {
  VLG_POPPLER_FUNCTIONS (VLG_ON_DEMAND_NAME)
};

gboolean
vlg_poppler_load (GError **error)
{
  static GMutex mutex;
  static gboolean loaded;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (!loaded)
    loaded = vlg_on_demand_load (POPPLER_GLIB_SONAME, names, (gpointer *) &vlg_poppler, G_N_ELEMENTS (names), error);

  return loaded;
}
