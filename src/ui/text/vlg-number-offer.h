/* vlg-number-offer.h — stored numbers offered while one is typed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "vlg-draft.h"

G_BEGIN_DECLS

#define VLG_TYPE_NUMBER_OFFER (vlg_number_offer_get_type ())
/* Signal taken (string: the number): the person chose one. It never takes the focus, and nothing of it waits for the database. */
G_DECLARE_FINAL_TYPE (VlgNumberOffer, vlg_number_offer, VLG, NUMBER_OFFER, GObject)

/* An offer that shows itself at @widget, which has to g_object_run_dispose() it when it is disposed of itself. Caller owns. */
VlgNumberOffer *vlg_number_offer_new        (GtkWidget *widget);
/* The draft it is written in, whose own number is not offered; NULL: nothing is. */
void            vlg_number_offer_set_draft  (VlgNumberOffer *self, VlgDraft *draft);
/* Offers what begins with @typed below the place @at of the widget; nothing that fits, or only what stands there already, closes the offer. */
void            vlg_number_offer_ask        (VlgNumberOffer *self, const char *typed, const GdkRectangle *at);
void            vlg_number_offer_close      (VlgNumberOffer *self);
gboolean        vlg_number_offer_is_open    (VlgNumberOffer *self);
/* What a key does to the open offer: Up, Down, Tab, Enter, Escape. FALSE: it means nothing here, as Enter does while nothing is chosen. */
gboolean        vlg_number_offer_press      (VlgNumberOffer *self, guint keyval, GdkModifierType state);

G_END_DECLS
