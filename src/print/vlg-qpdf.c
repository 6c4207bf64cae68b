/* vlg-qpdf.c — libqpdf, loaded when the first PDF is made
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-qpdf.h"

#include "vlg-sonames.h"

VlgQpdf vlg_qpdf;

static const char *const names[] = {
  VLG_QPDF_FUNCTIONS (VLG_ON_DEMAND_NAME)
};

gboolean
vlg_qpdf_load (GError **error)
{
  static GMutex mutex;
  static gboolean loaded;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (!loaded)
    loaded = vlg_on_demand_load (QPDF_SONAME, names, (gpointer *) &vlg_qpdf, G_N_ELEMENTS (names), error);

  return loaded;
}
