/* draft-fixture.h — drafts of a motion in an office of its own
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "office-fixture.h"
#include "vlg-draft.h"

G_BEGIN_DECLS

/* A new motion of the office, stored, with title and resolution, and two rows. Caller owns. */
VlgMotion *draft_fixture_motion    (OfficeFixture *self);
/* A draft of the stored motion @uid, its history read. Caller owns. */
VlgDraft  *draft_fixture_open      (OfficeFixture *self, const char *uid);
/* Adds a row. */
void       draft_fixture_add_row   (VlgMotion *motion, const char *body, VlgDay day);
/* The motion as it is stored. Caller owns. */
VlgMotion *draft_fixture_stored    (OfficeFixture *self, const char *uid);
/* Turns the main loop for that long. */
void       draft_fixture_spin      (guint milliseconds);
/* Turns the main loop until the draft is in @state. */
void       draft_fixture_await     (VlgDraft *draft, VlgSaveState state);
/* Saves; the error of it, or NULL. Caller owns. */
GError    *draft_fixture_flush     (VlgDraft *draft);
GError    *draft_fixture_close     (VlgDraft *draft);
/* Drops the draft, waiting for what is on its way. */
void       draft_fixture_drop      (VlgDraft **draft);

G_END_DECLS
