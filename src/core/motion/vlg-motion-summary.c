/* vlg-motion-summary.c — what a list shows of a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion-summary.h"

#include <string.h>

#include "vlg-core-enums.h"

struct _VlgMotionSummary
{
  GObject parent_instance;

  gint64 id;
  /* owned: the three strings in one block, because rows come and go by the dozen with every letter of a search */
  char *uid;
  VlgMotionDetails *details;   /* or NULL */
  /* borrowed: in the block */
  char *number;
  char *title;
  VlgState state;
  VlgVisibility visibility;
  VlgDay next_day;
};

enum {
  PROP_0,
  PROP_ID,
  PROP_UID,
  PROP_NUMBER,
  PROP_TITLE,
  PROP_STATE,
  PROP_VISIBILITY,
  PROP_NEXT_DAY,
  PROP_DETAILS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgMotionSummary, vlg_motion_summary, G_TYPE_OBJECT)

static void
vlg_motion_summary_finalize (GObject *object)
{
  VlgMotionSummary *self = VLG_MOTION_SUMMARY (object);

  g_clear_object (&self->details);
  g_free (self->uid);

  G_OBJECT_CLASS (vlg_motion_summary_parent_class)->finalize (object);
}

static void
vlg_motion_summary_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  VlgMotionSummary *self = VLG_MOTION_SUMMARY (object);

  switch (prop_id)
    {
      case PROP_ID:
        g_value_set_int64 (value, self->id);
        break;
      case PROP_UID:
        g_value_set_string (value, self->uid);
        break;
      case PROP_NUMBER:
        g_value_set_string (value, self->number);
        break;
      case PROP_TITLE:
        g_value_set_string (value, self->title);
        break;
      case PROP_STATE:
        g_value_set_enum (value, self->state);
        break;
      case PROP_VISIBILITY:
        g_value_set_enum (value, self->visibility);
        break;
      case PROP_NEXT_DAY:
        g_value_set_uint (value, self->next_day);
        break;
      case PROP_DETAILS:
        g_value_set_object (value, self->details);
        break;
      default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_motion_summary_class_init (VlgMotionSummaryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vlg_motion_summary_finalize;
  object_class->get_property = vlg_motion_summary_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, "", flags);
  properties[PROP_NUMBER] = g_param_spec_string ("number", NULL, NULL, "", flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, VLG_TYPE_STATE, VLG_STATE_DRAFT, flags);
  properties[PROP_VISIBILITY] = g_param_spec_enum ("visibility", NULL, NULL, VLG_TYPE_VISIBILITY,
                                                   VLG_VISIBILITY_UNDECIDED, flags);
  properties[PROP_NEXT_DAY] = g_param_spec_uint ("next-day", NULL, NULL, 0, G_MAXUINT, VLG_DAY_NONE, flags);
  properties[PROP_DETAILS] = g_param_spec_object ("details", NULL, NULL, VLG_TYPE_MOTION_DETAILS, flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vlg_motion_summary_init (VlgMotionSummary *self)
{
}

VlgMotionSummary *
vlg_motion_summary_new (gint64 id, const char *uid, const char *number, const char *title,
                        VlgState state, VlgVisibility visibility, VlgDay next_day)
{
  VlgMotionSummary *self = g_object_new (VLG_TYPE_MOTION_SUMMARY, NULL);
  gsize uid_size = uid != NULL ? strlen (uid) + 1 : 1;
  gsize number_size = number != NULL ? strlen (number) + 1 : 1;
  gsize title_size = title != NULL ? strlen (title) + 1 : 1;

  self->id = id;
  self->uid = g_malloc (uid_size + number_size + title_size);
  self->number = self->uid + uid_size;
  self->title = self->number + number_size;
  memcpy (self->uid, uid != NULL ? uid : "", uid_size);
  memcpy (self->number, number != NULL ? number : "", number_size);
  memcpy (self->title, title != NULL ? title : "", title_size);
  self->state = state;
  self->visibility = visibility;
  self->next_day = next_day;

  return self;
}

VlgMotionSummary *
vlg_motion_summary_new_placeholder (void)
{
  return vlg_motion_summary_new (0, "", "", "", VLG_STATE_DRAFT, VLG_VISIBILITY_UNDECIDED, VLG_DAY_NONE);
}

gint64
vlg_motion_summary_get_id (VlgMotionSummary *self)
{
  g_return_val_if_fail (VLG_IS_MOTION_SUMMARY (self), 0);

  return self->id;
}

const char *
vlg_motion_summary_get_uid (VlgMotionSummary *self)
{
  g_return_val_if_fail (VLG_IS_MOTION_SUMMARY (self), "");

  return self->uid;
}

const char *
vlg_motion_summary_get_number (VlgMotionSummary *self)
{
  g_return_val_if_fail (VLG_IS_MOTION_SUMMARY (self), "");

  return self->number;
}

const char *
vlg_motion_summary_get_title (VlgMotionSummary *self)
{
  g_return_val_if_fail (VLG_IS_MOTION_SUMMARY (self), "");

  return self->title;
}

VlgState
vlg_motion_summary_get_state (VlgMotionSummary *self)
{
  g_return_val_if_fail (VLG_IS_MOTION_SUMMARY (self), VLG_STATE_DRAFT);

  return self->state;
}

VlgVisibility
vlg_motion_summary_get_visibility (VlgMotionSummary *self)
{
  g_return_val_if_fail (VLG_IS_MOTION_SUMMARY (self), VLG_VISIBILITY_UNDECIDED);

  return self->visibility;
}

VlgDay
vlg_motion_summary_get_next_day (VlgMotionSummary *self)
{
  g_return_val_if_fail (VLG_IS_MOTION_SUMMARY (self), VLG_DAY_NONE);

  return self->next_day;
}

VlgMotionDetails *
vlg_motion_summary_get_details (VlgMotionSummary *self)
{
  g_return_val_if_fail (VLG_IS_MOTION_SUMMARY (self), NULL);

  return self->details;
}

void
vlg_motion_summary_set_details (VlgMotionSummary *self,
                                VlgMotionDetails *details)
{
  g_return_if_fail (VLG_IS_MOTION_SUMMARY (self));

  /* Read again and the same: nothing that shows them moves. */
  if (!vlg_motion_details_equal (self->details, details) && g_set_object (&self->details, details))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAILS]);
}
