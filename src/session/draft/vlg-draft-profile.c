/* vlg-draft-profile.c — the profile and catalogue a draft's motion was made under
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-draft-private.h"

#include "vlg-catalogue-rules.h"

static void
set_own_profile (VlgDraft   *self,
                 VlgProfile *profile)
{
  if (self->own_profile == profile)
    return;
  self->own_profile = profile;
  g_object_notify (G_OBJECT (self), "profile");
}

void
vlg_draft_update_profile (VlgDraft *self)
{
  const char *version = vlg_motion_get_profile_version (self->motion);
  gboolean can = !self->frozen && vlg_catalogue_rules_may_move (self->motion) &&
                 g_strcmp0 (version, vlg_profile_get_sha256 (vlg_office_get_profile (self->office))) != 0;

  if (self->can_use_present == can)
    return;
  self->can_use_present = can;
  g_object_notify (G_OBJECT (self), "can-use-present");
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (VlgDraft) self = user_data;
  g_autoptr (GError) error = NULL;
  VlgProfile *profile = vlg_office_read_profile_finish (VLG_OFFICE (source), result, &error);

  if (self->office == NULL)
    return;
  /* A version that is not in the database: today's is the best there is, as for the paper. */
  if (profile == NULL)
    {
      g_message ("The profile of the motion was not read: %s", error->message);
      set_own_profile (self, vlg_office_get_profile (self->office));
    }
  else if (g_strcmp0 (vlg_profile_get_sha256 (profile), vlg_motion_get_profile_version (self->motion)) == 0)
    {
      set_own_profile (self, profile);
    }
}

void
vlg_draft_follow_profile (VlgDraft *self)
{
  const char *version = vlg_motion_get_profile_version (self->motion);
  VlgProfile *profile = vlg_office_find_profile (self->office, version);

  if (profile != NULL)
    set_own_profile (self, profile);
  else
    vlg_office_read_profile_async (self->office, version, self->cancellable, read_cb, g_object_ref (self));
  vlg_draft_update_profile (self);
  /* The checks load their own, and look at what is in force. */
  g_clear_object (&self->profile);
  vlg_draft_schedule_check (self);
}

VlgProfile *
vlg_draft_get_profile (VlgDraft *self)
{
  g_return_val_if_fail (VLG_IS_DRAFT (self), NULL);

  return self->own_profile;
}

gboolean
vlg_draft_get_can_use_present (VlgDraft *self)
{
  g_return_val_if_fail (VLG_IS_DRAFT (self), FALSE);

  return self->can_use_present;
}

gboolean
vlg_draft_use_present (VlgDraft *self)
{
  VlgProfile *present;

  g_return_val_if_fail (VLG_IS_DRAFT (self), FALSE);

  present = vlg_office_get_profile (self->office);
  if (self->frozen || !vlg_catalogue_rules_may_move (self->motion) ||
      (!self->can_use_present && !vlg_catalogue_rules_is_outdated (self->motion, vlg_profile_get_leitbild (present))))
    return FALSE;

  vlg_draft_begin_group (self);
  vlg_motion_set_profile_version (self->motion, vlg_profile_get_sha256 (present));
  vlg_catalogue_rules_move (self->motion, vlg_profile_get_leitbild (present));
  vlg_draft_end_group (self);

  return TRUE;
}
