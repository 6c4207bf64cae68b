/* vlg-motion-filter.c — which motions a list shows
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion-filter.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "vlg-core-enums.h"
#include "vlg-error.h"
#include "vlg-string.h"

struct _VlgMotionFilter {
  char *values[VLG_N_FACETS];   /* owned, NULL for no term */
};

static const struct {
  const char *key;
  const char *label;
  gboolean is_flag;   /* "yes" is the only value */
} facets[VLG_N_FACETS] = {
  [VLG_FACET_STATE] = { "state", N_("State") },
  [VLG_FACET_KIND] = { "kind", N_("Kind") },
  [VLG_FACET_YEAR] = { "year", N_("Year") },
  [VLG_FACET_BODY] = { "body", N_("Body") },
  [VLG_FACET_ORIGIN] = { "origin", N_("Origin") },
  [VLG_FACET_RESPONSIBLE] = { "responsible", N_("Responsible") },
  [VLG_FACET_FIELD] = { "field", N_("Field of action") },
  [VLG_FACET_DUE] = { "due", N_("Due this week") },
  [VLG_FACET_MINE] = { "mine", N_("Written by me"), TRUE },
  [VLG_FACET_FINDINGS] = { "findings", N_("Has findings"), TRUE },
  [VLG_FACET_TO_SIGN] = { "to_sign", N_("To sign"), TRUE },
  [VLG_FACET_GOAL] = { "goal", N_("Goal") },
  [VLG_FACET_RELEVANCE] = { "relevance", N_("Leitbild") },
  [VLG_FACET_PERIOD] = { "period", N_("Period") },
  [VLG_FACET_SUBMITTED] = { "submitted", N_("Submitted or further"), TRUE },
  [VLG_FACET_TRASH] = { "trash", N_("Trash"), TRUE },
};

static const struct {
  const char *key;
  const char *label;
  VlgFacet facet;
  const char *value;
} ready[VLG_N_READY_FILTERS] = {
  [VLG_READY_ALL] = { "all", N_("All motions"), VLG_FACET_STATE, NULL },
  [VLG_READY_DRAFTS] = { "drafts", N_("Drafts"), VLG_FACET_STATE, "draft,returned" },
  [VLG_READY_RECEIVED] = { "received", N_("Received"), VLG_FACET_STATE, "submitted" },
  [VLG_READY_NEXT_MEETING] = { "next-meeting", N_("Next meeting"), VLG_FACET_DUE, "next-meeting" },
  [VLG_READY_TO_SIGN] = { "to-sign", N_("To sign"), VLG_FACET_TO_SIGN, "yes" },
  [VLG_READY_TRASH] = { "trash", N_("Trash"), VLG_FACET_TRASH, "yes" },
};

VlgMotionFilter *
vlg_motion_filter_new (void)
{
  return g_new0 (VlgMotionFilter, 1);
}

VlgMotionFilter *
vlg_motion_filter_new_ready (VlgReadyFilter which)
{
  VlgMotionFilter *self = vlg_motion_filter_new ();

  g_return_val_if_fail ((guint) which < VLG_N_READY_FILTERS, self);

  vlg_motion_filter_set (self, ready[which].facet, ready[which].value);

  return self;
}

VlgMotionFilter *
vlg_motion_filter_copy (const VlgMotionFilter *self)
{
  VlgMotionFilter *copy = vlg_motion_filter_new ();

  for (guint i = 0; self != NULL && i < VLG_N_FACETS; i++)
    copy->values[i] = g_strdup (self->values[i]);

  return copy;
}

void
vlg_motion_filter_free (VlgMotionFilter *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < VLG_N_FACETS; i++)
    g_free (self->values[i]);
  g_free (self);
}

const char *
vlg_motion_filter_get (const VlgMotionFilter *self,
                       VlgFacet               facet)
{
  g_return_val_if_fail ((guint) facet < VLG_N_FACETS, NULL);

  return self != NULL ? self->values[facet] : NULL;
}

static gboolean
parse_period (const char *value,
              VlgDay     *from,
              VlgDay     *to)
{
  g_auto (GStrv) days = g_strsplit (value, "/", 2);

  *from = vlg_day_parse_iso (days[0]);
  *to = days[0] != NULL ? vlg_day_parse_iso (days[1]) : VLG_DAY_NONE;

  return *from != VLG_DAY_NONE && *from <= *to;
}

static gboolean
parse_states (const char *value,
              guint      *states)
{
  g_auto (GStrv) nicks = g_strsplit (value, ",", -1);

  *states = 0;
  for (guint i = 0; nicks[i] != NULL; i++)
    {
      int state;

      if (!vlg_enum_from_nick (VLG_TYPE_STATE, nicks[i], &state))
        return FALSE;
      *states |= 1u << state;
    }

  return *states != 0;
}

gboolean
vlg_motion_filter_get_period (const VlgMotionFilter *self,
                              VlgDay                *from,
                              VlgDay                *to)
{
  const char *value = vlg_motion_filter_get (self, VLG_FACET_PERIOD);

  return value != NULL && parse_period (value, from, to);
}

void
vlg_motion_filter_set_period (VlgMotionFilter *self,
                              VlgDay           from,
                              VlgDay           to)
{
  g_autofree char *first = vlg_day_to_iso (from);
  g_autofree char *last = vlg_day_to_iso (to);
  g_autofree char *value = g_strdup_printf ("%s/%s", first, last);

  g_return_if_fail (from != VLG_DAY_NONE && from <= to);

  vlg_motion_filter_set (self, VLG_FACET_PERIOD, value);
}

static gboolean
is_valid (VlgFacet    facet,
          const char *value)
{
  VlgDay from, to;
  guint64 year;
  guint states;
  int relevance;

  if (facets[facet].is_flag)
    return g_str_equal (value, "yes");
  if (facet == VLG_FACET_STATE)
    return parse_states (value, &states);
  if (facet == VLG_FACET_YEAR)
    return g_ascii_string_to_unsigned (value, 10, 1, 9999, &year, NULL);
  if (facet == VLG_FACET_RELEVANCE)
    return vlg_enum_from_nick (VLG_TYPE_RELEVANCE, value, &relevance);
  if (facet == VLG_FACET_PERIOD)
    return parse_period (value, &from, &to);
  if (facet == VLG_FACET_DUE)
    return g_str_equal (value, "week") || g_str_equal (value, "next-meeting");

  return *value != '\0' && g_utf8_validate (value, -1, NULL);
}

gboolean
vlg_motion_filter_set (VlgMotionFilter *self,
                       VlgFacet         facet,
                       const char      *value)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail ((guint) facet < VLG_N_FACETS, FALSE);

  if (value != NULL && !is_valid (facet, value))
    return FALSE;
  vlg_string_set (&self->values[facet], value);

  return TRUE;
}

guint
vlg_motion_filter_get_states (const VlgMotionFilter *self)
{
  const char *value = vlg_motion_filter_get (self, VLG_FACET_STATE);
  guint states = 0;

  if (value != NULL)
    parse_states (value, &states);

  return states;
}

gboolean
vlg_motion_filter_is_empty (const VlgMotionFilter *self)
{
  for (guint i = 0; self != NULL && i < VLG_N_FACETS; i++)
    if (self->values[i] != NULL)
      return FALSE;

  return TRUE;
}

gboolean
vlg_motion_filter_equal (const VlgMotionFilter *a,
                         const VlgMotionFilter *b)
{
  for (guint i = 0; i < VLG_N_FACETS; i++)
    if (g_strcmp0 (vlg_motion_filter_get (a, i), vlg_motion_filter_get (b, i)) != 0)
      return FALSE;

  return TRUE;
}

char *
vlg_motion_filter_to_text (const VlgMotionFilter *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;

  json_builder_begin_object (builder);
  for (guint i = 0; i < VLG_N_FACETS; i++)
    if (vlg_motion_filter_get (self, i) != NULL)
      {
        json_builder_set_member_name (builder, facets[i].key);
        json_builder_add_string_value (builder, self->values[i]);
      }
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);

  return json_to_string (node, FALSE);
}

static gboolean
set_by_key (VlgMotionFilter *self,
            const char      *key,
            const char      *value)
{
  for (guint i = 0; i < VLG_N_FACETS; i++)
    if (g_str_equal (facets[i].key, key))
      return value != NULL && vlg_motion_filter_set (self, i, value);

  return FALSE;
}

VlgMotionFilter *
vlg_motion_filter_from_text (const char  *text,
                             GError     **error)
{
  g_autoptr (VlgMotionFilter) self = vlg_motion_filter_new ();
  g_autoptr (JsonNode) node = NULL;
  JsonObjectIter iter;
  const char *key;
  JsonNode *member;

  g_return_val_if_fail (text != NULL, NULL);

  node = json_from_string (text, NULL);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID, _("The saved filter cannot be read."));
      return NULL;
    }
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &key, &member))
    if (!set_by_key (self, key, JSON_NODE_HOLDS_VALUE (member) && json_node_get_value_type (member) == G_TYPE_STRING ? json_node_get_string (member) : NULL))
      {
        g_set_error (error, VLG_ERROR, VLG_ERROR_NEWER, _("The saved filter has a term “%s” that this version does not know."), key);
        return NULL;
      }

  return g_steal_pointer (&self);
}

static char *
describe_states (guint states)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint state = 0; state <= VLG_STATE_WITHDRAWN; state++)
    if (states & (1u << state))
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", vlg_state_get_label (state));

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
describe_relevance (const char *value)
{
  int relevance = VLG_RELEVANCE_UNDECIDED;

  vlg_enum_from_nick (VLG_TYPE_RELEVANCE, value, &relevance);

  return g_strdup (vlg_relevance_get_label (relevance));
}

static char *
describe_period (const VlgMotionFilter *self)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  VlgDay from, to;

  vlg_motion_filter_get_period (self, &from, &to);
  first = vlg_day_to_display (from);
  last = vlg_day_to_display (to);

  /* Translators: a span of days. */
  return g_strdup_printf (_("%s – %s"), first, last);
}

char *
vlg_motion_filter_describe (const VlgMotionFilter *self,
                            VlgFacet               facet,
                            VlgProfile            *profile)
{
  const char *value = vlg_motion_filter_get (self, facet);
  g_autofree char *words = NULL;
  VlgActionField *field;

  if (value == NULL)
    return g_strdup ("");
  if (facet == VLG_FACET_DUE && g_str_equal (value, "next-meeting"))
    return g_strdup (_(ready[VLG_READY_NEXT_MEETING].label));
  if (facets[facet].is_flag || facet == VLG_FACET_DUE)
    return g_strdup (_(facets[facet].label));
  if (facet == VLG_FACET_STATE)
    return describe_states (vlg_motion_filter_get_states (self));
  if (facet == VLG_FACET_FIELD)
    {
      g_auto (GStrv) keys = g_strsplit (value, ",", 2);

      field = profile != NULL && keys[0] != NULL ? vlg_leitbild_follow_field (vlg_profile_get_leitbild (profile), keys[0]) : NULL;
      words = g_strdup (field != NULL ? vlg_action_field_get_name (field) : value);
    }
  if (facet == VLG_FACET_RELEVANCE)
    return describe_relevance (value);
  if (facet == VLG_FACET_PERIOD)
    return describe_period (self);

  /* Translators: a term of a filter, such as “Year: 2017”. */
  return g_strdup_printf (_("%s: %s"), _(facets[facet].label), words != NULL ? words : value);
}

const char *
vlg_facet_to_key (VlgFacet facet)
{
  g_return_val_if_fail ((guint) facet < VLG_N_FACETS, "");

  return facets[facet].key;
}

const char *
vlg_facet_get_label (VlgFacet facet)
{
  g_return_val_if_fail ((guint) facet < VLG_N_FACETS, "");

  return _(facets[facet].label);
}

const char *
vlg_ready_filter_to_key (VlgReadyFilter which)
{
  g_return_val_if_fail ((guint) which < VLG_N_READY_FILTERS, "");

  return ready[which].key;
}

const char *
vlg_ready_filter_get_label (VlgReadyFilter which)
{
  g_return_val_if_fail ((guint) which < VLG_N_READY_FILTERS, "");

  return _(ready[which].label);
}

gboolean
vlg_ready_filter_from_key (const char     *key,
                           VlgReadyFilter *which)
{
  g_return_val_if_fail (key != NULL, FALSE);

  for (guint i = 0; i < VLG_N_READY_FILTERS; i++)
    if (g_str_equal (ready[i].key, key))
      {
        *which = i;
        return TRUE;
      }

  return FALSE;
}
