/* vlg-new-motion.c — new motions: empty, from another one, from a template
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-new-motion.h"

#include <glib/gi18n.h>

#include "vlg-catalogue-rules.h"
#include "vlg-errand.h"
#include "vlg-motions.h"
#include "vlg-numbers.h"
#include "vlg-profiles.h"
#include "vlg-templates.h"

static void
add_default_signatories (VlgMotion  *motion,
                         VlgProfile *profile)
{
  GListModel *signatories = vlg_profile_get_signatories (profile);
  VlgDay today = vlg_day_today ();

  for (guint i = 0; i < g_list_model_get_n_items (signatories); i++)
    {
      g_autoptr (VlgSignatory) signatory = g_list_model_get_item (signatories, i);

      if (vlg_signatory_is_valid_on (signatory, today))
        g_list_store_append (vlg_motion_get_signatories (motion), signatory);
    }
}

/* The origin of the motion a new one is made of. */
static gboolean
take_origin (VlgDb      *db,
             VlgErrand  *errand,
             VlgMotion  *from,
             GError    **error)
{
  VlgMotionNumber *number = vlg_motion_get_number (from);
  g_autoptr (GError) local_error = NULL;

  if (errand->origin != NULL)
    return TRUE;
  errand->origin = number != NULL ? g_strdup (vlg_motion_number_get_origin (number)) : vlg_numbers_get_origin (db, vlg_motion_get_uid (from), &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* What the new motion begins with. Caller owns. */
static VlgMotion *
begin (VlgDb      *db,
       VlgErrand  *errand,
       GError    **error)
{
  if (errand->uid != NULL)
    {
      g_autoptr (VlgMotion) from = vlg_motions_load (db, errand->uid, error);

      return from != NULL && take_origin (db, errand, from, error) ? vlg_motion_duplicate (from) : NULL;
    }
  if (errand->template_uid != NULL)
    {
      g_autoptr (VlgTemplate) template = vlg_templates_load (db, errand->template_uid, error);

      return template != NULL ? vlg_template_make_motion (template, error) : NULL;
    }

  return vlg_motion_new ();
}

static gboolean
set_kind (VlgMotion   *motion,
          VlgProfile  *profile,
          const char  *wanted,
          GError     **error)
{
  const char *kind = wanted != NULL ? wanted : vlg_motion_get_kind (motion);
  g_autoptr (GString) known = NULL;

  if (*kind == '\0' && vlg_profile_get_n_kinds (profile) > 0)
    kind = vlg_profile_get_kind (profile, 0)->key;
  if (vlg_profile_find_kind (profile, kind) != NULL)
    {
      vlg_motion_set_kind (motion, kind);
      return TRUE;
    }

  known = g_string_new (NULL);
  for (guint i = 0; i < vlg_profile_get_n_kinds (profile); i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", vlg_profile_get_kind (profile, i)->key);
  g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("There is no kind “%s”. The profile has: %s."), kind, known->str);

  return FALSE;
}

static gboolean
draw_number (VlgDb       *db,
             VlgErrand   *errand,
             VlgMotion   *motion,
             VlgProfile  *profile,
             GError     **error)
{
  g_autoptr (VlgMotionNumber) number = NULL;
  guint year;

  if (vlg_profile_get_number_time (profile) != VLG_NUMBER_AT_CREATION)
    return TRUE;
  vlg_day_get (vlg_day_today (), &year, NULL, NULL);
  number = vlg_numbers_draw_reserved (db, profile, vlg_motion_get_kind (motion), year, errand->origin, error);
  if (number == NULL)
    return FALSE;
  vlg_motion_set_number (motion, number);

  return TRUE;
}

static gpointer
create_job (VlgDb         *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  VlgErrand *errand = data;
  /* What is in force in the database on this day, however long the window has been open. */
  g_autoptr (VlgProfile) stored = vlg_profiles_current (db, NULL);
  g_autoptr (VlgProfile) profile = stored != NULL ? g_steal_pointer (&stored) : vlg_errand_load_profile (errand, error);
  g_autoptr (VlgMotion) motion = profile != NULL ? begin (db, errand, error) : NULL;
  gint64 id;

  if (motion == NULL || !set_kind (motion, profile, errand->kind, error))
    return NULL;
  /* What another motion or a template chose may have been replaced since. */
  vlg_catalogue_rules_move (motion, vlg_profile_get_leitbild (profile));
  if (errand->text != NULL && *errand->text != '\0')
    vlg_motion_set_text (motion, VLG_FIELD_TITLE, errand->text);
  add_default_signatories (motion, profile);
  if (!draw_number (db, errand, motion, profile, error))
    return NULL;
  id = vlg_motions_insert (db, motion, vlg_profile_get_sha256 (profile), errand->actor, "created", error);
  if (id == 0)
    return NULL;
  /* Whoever draws its number later may be another office. */
  if (vlg_motion_get_number (motion) == NULL && errand->origin != NULL && *errand->origin != '\0' &&
      !vlg_numbers_put_origin (db, id, errand->origin, error))
    return NULL;

  return g_steal_pointer (&motion);
}

void
vlg_new_motion_async (VlgOffice           *office,
                      const VlgNewMotion  *how,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (how != NULL);

  errand = vlg_errand_new (office);
  errand->kind = g_strdup (how->kind);
  errand->origin = g_strdup (how->origin);
  errand->text = g_strdup (how->title);
  errand->uid = g_strdup (how->from_uid);
  errand->template_uid = g_strdup (how->template_uid);
  vlg_errand_write_async (errand, office, vlg_new_motion_async, create_job, g_object_unref, cancellable, callback, user_data);
}

VlgMotion *
vlg_new_motion_finish (VlgOffice     *office,
                       GAsyncResult  *result,
                       GError       **error)
{
  return vlg_errand_finish (office, vlg_new_motion_async, result, error);
}

void
vlg_office_create_motion_async (VlgOffice           *self,
                                const char          *kind,
                                const char          *origin,
                                const char          *title,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  const VlgNewMotion how = { .kind = kind, .origin = origin, .title = title };

  vlg_new_motion_async (self, &how, cancellable, callback, user_data);
}

VlgMotion *
vlg_office_create_motion_finish (VlgOffice     *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return vlg_new_motion_finish (self, result, error);
}
