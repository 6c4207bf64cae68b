/* vlg-filter-popover.h — which motions the list shows, chosen
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-motion-filter.h"
#include "vlg-office.h"

G_BEGIN_DECLS

#define VLG_TYPE_FILTER_POPOVER (vlg_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (VlgFilterPopover, vlg_filter_popover, VLG, FILTER_POPOVER, GtkPopover)

/* Ready-made filters, those saved in the office, and each term to be chosen on its own. Made when it is first opened. Signal `filter-changed`: a person chose another filter.
 * Signal `failed` (GError): saved filters could not be read or written. */
GtkWidget             *vlg_filter_popover_new        (VlgOffice *office);
/* Shows @filter as chosen. */
void                   vlg_filter_popover_set_filter (VlgFilterPopover *self, const VlgMotionFilter *filter);
/* Borrowed. */
const VlgMotionFilter *vlg_filter_popover_get_filter (VlgFilterPopover *self);

G_END_DECLS
