/* vlg-profile.c — the municipality as data
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-profile.h"

#include <glib/gi18n.h>

#include "vlg-error.h"
#include "vlg-coat-of-arms.h"
#include "vlg-paper-choices.h"
#include "vlg-profile-private.h"

G_DEFINE_FINAL_TYPE (VlgProfile, vlg_profile, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_COAT_OF_ARMS,
  PROP_PRINTS_RATIONALES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
motion_kind_free (gpointer data)
{
  VlgMotionKind *kind = data;

  g_free (kind->key);
  g_free (kind->name);
  g_free (kind);
}

static void
vlg_profile_finalize (GObject *object)
{
  VlgProfile *self = VLG_PROFILE (object);

  g_clear_pointer (&self->json, g_bytes_unref);
  g_clear_pointer (&self->coat_of_arms, g_bytes_unref);
  g_mutex_clear (&self->mutex);
  g_free (self->sha256);
  g_free (self->name);
  g_free (self->municipality);
  g_free (self->language);
  g_free (self->holiday_rule);
  for (guint i = 0; i < VLG_N_FIELDS; i++)
    g_free (self->labels[i]);
  for (guint i = 0; i < VLG_N_HEADINGS; i++)
    g_free (self->headings[i]);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->bodies_by_name, g_hash_table_unref);
  g_clear_pointer (&self->bodies_by_uid, g_hash_table_unref);
  g_clear_object (&self->bodies);
  g_clear_object (&self->leitbild);
  g_clear_object (&self->signatories);
  g_clear_pointer (&self->school_holidays, g_ptr_array_unref);
  g_clear_pointer (&self->agenda_wording, vlg_agenda_wording_free);

  G_OBJECT_CLASS (vlg_profile_parent_class)->finalize (object);
}

static void
vlg_profile_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_COAT_OF_ARMS:
      g_value_take_boxed (value, vlg_profile_dup_coat_of_arms (VLG_PROFILE (object)));
      break;
    case PROP_PRINTS_RATIONALES:
      g_value_set_boolean (value, vlg_profile_get_prints_rationales (VLG_PROFILE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
vlg_profile_class_init (VlgProfileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vlg_profile_finalize;
  object_class->get_property = vlg_profile_get_property;

  properties[PROP_COAT_OF_ARMS] = g_param_spec_boxed ("coat-of-arms", NULL, NULL, G_TYPE_BYTES,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PRINTS_RATIONALES] = g_param_spec_boolean ("prints-rationales", NULL, NULL, FALSE,
                                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vlg_profile_init (VlgProfile *self)
{
  g_mutex_init (&self->mutex);
  self->kinds = g_ptr_array_new_with_free_func (motion_kind_free);
  self->bodies = g_list_store_new (VLG_TYPE_BODY);
  self->bodies_by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->bodies_by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  self->signatories = g_list_store_new (VLG_TYPE_SIGNATORY);
  self->school_holidays = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_day_range_free);
  self->agenda_wording = vlg_agenda_wording_new ();
  self->annex_megabytes = 500;
  self->paper_head = TRUE;
  self->paper_foot = TRUE;
}

VlgProfile *
vlg_profile_new_from_json (GBytes  *json,
                           GError **error)
{
  g_autoptr(VlgProfile) self = NULL;
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GError) parse_error = NULL;
  gsize size;
  const char *data;
  JsonNode *node;

  g_return_val_if_fail (json != NULL, NULL);

  data = g_bytes_get_data (json, &size);
  if (size == 0 || !g_utf8_validate (data, size, NULL))
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID,
                           size == 0 ? _("The council profile is empty.") : _("The council profile is not UTF-8 text."));
      return NULL;
    }

  if (!json_parser_load_from_data (parser, data, size, &parse_error))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("The council profile is not valid JSON: %s"), parse_error->message);
      return NULL;
    }

  node = json_parser_get_root (parser);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID, _("The council profile must be a JSON object."));
      return NULL;
    }

  self = g_object_new (VLG_TYPE_PROFILE, NULL);
  if (!vlg_profile_read (self, json_node_get_object (node), error))
    return NULL;

  self->json = g_bytes_ref (json);
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, json);

  return g_steal_pointer (&self);
}

VlgProfile *
vlg_profile_new_default (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) json = NULL;
  VlgProfile *self = NULL;

  json = g_resources_lookup_data (RESOURCE_PATH "/profile/dessau-rosslau.json", G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (json != NULL)
    self = vlg_profile_new_from_json (json, &error);
  /* It is part of the program: without it the build is broken. */
  if (self == NULL)
    g_error ("The shipped council profile cannot be read: %s", error->message);

  return self;
}

GBytes *
vlg_profile_get_json (VlgProfile *self)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), NULL);

  return self->json;
}

const char *
vlg_profile_get_sha256 (VlgProfile *self)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), NULL);

  return self->sha256;
}

const char *
vlg_profile_get_name (VlgProfile *self)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), NULL);

  return self->name;
}

const char *
vlg_profile_get_municipality (VlgProfile *self)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), NULL);

  return self->municipality;
}

const char *
vlg_profile_get_language (VlgProfile *self)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), NULL);

  return self->language;
}

const char *
vlg_profile_get_label (VlgProfile *self,
                       VlgField    field)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), NULL);
  g_return_val_if_fail (field < VLG_N_FIELDS, NULL);

  return self->labels[field] != NULL ? self->labels[field] : "";
}

const char *
vlg_profile_get_heading (VlgProfile *self,
                         VlgHeading  heading)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), NULL);
  g_return_val_if_fail (heading < VLG_N_HEADINGS, NULL);

  return self->headings[heading];
}

guint
vlg_profile_get_n_kinds (VlgProfile *self)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), 0);

  return self->kinds->len;
}

const VlgMotionKind *
vlg_profile_get_kind (VlgProfile *self,
                      guint       index)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), NULL);
  g_return_val_if_fail (index < self->kinds->len, NULL);

  return g_ptr_array_index (self->kinds, index);
}

const VlgMotionKind *
vlg_profile_find_kind (VlgProfile *self,
                       const char *key)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), NULL);

  for (guint i = 0; i < self->kinds->len; i++)
    {
      const VlgMotionKind *kind = g_ptr_array_index (self->kinds, i);

      if (g_strcmp0 (kind->key, key) == 0)
        return kind;
    }

  return NULL;
}

GListModel *
vlg_profile_get_bodies (VlgProfile *self)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), NULL);

  return G_LIST_MODEL (self->bodies);
}

VlgBody *
vlg_profile_find_body (VlgProfile *self,
                       const char *name)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (VLG_IS_PROFILE (self), NULL);

  if (name == NULL)
    return NULL;

  folded = vlg_profile_fold_name (name);

  return g_hash_table_lookup (self->bodies_by_name, folded);
}

VlgBody *
vlg_profile_find_body_by_uid (VlgProfile *self,
                              const char *uid)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), NULL);

  return uid != NULL ? g_hash_table_lookup (self->bodies_by_uid, uid) : NULL;
}

VlgLeitbild *
vlg_profile_get_leitbild (VlgProfile *self)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), NULL);

  return self->leitbild;
}

GListModel *
vlg_profile_get_signatories (VlgProfile *self)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), NULL);

  return G_LIST_MODEL (self->signatories);
}

const char *
vlg_profile_get_holiday_rule (VlgProfile *self)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), NULL);

  return self->holiday_rule;
}

guint
vlg_profile_get_council_seats (VlgProfile *self)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), 0);

  return self->councillors + (self->mayor_votes ? 1 : 0);
}

VlgNumberTime
vlg_profile_get_number_time (VlgProfile *self)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), VLG_NUMBER_AT_CREATION);

  return self->number_time;
}

gboolean
vlg_profile_get_serial_per_origin (VlgProfile *self)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), FALSE);

  return self->serial_per_origin;
}

guint64
vlg_profile_get_annex_limit (VlgProfile *self)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), 0);

  return (guint64) self->annex_megabytes * 1000 * 1000;
}

gboolean
vlg_profile_get_paper_head (VlgProfile *self)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), TRUE);

  return self->paper_head;
}

gboolean
vlg_profile_get_paper_foot (VlgProfile *self)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), TRUE);

  return self->paper_foot;
}

GPtrArray *
vlg_profile_get_school_holidays (VlgProfile *self)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), NULL);

  return self->school_holidays;
}

const VlgAgendaWording *
vlg_profile_get_agenda_wording (VlgProfile *self)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), NULL);

  return self->agenda_wording;
}

GBytes *
vlg_profile_dup_coat_of_arms (VlgProfile *self)
{
  GBytes *picture;

  g_return_val_if_fail (VLG_IS_PROFILE (self), NULL);

  g_mutex_lock (&self->mutex);
  picture = self->coat_of_arms != NULL ? g_bytes_ref (self->coat_of_arms) : NULL;
  g_mutex_unlock (&self->mutex);

  return picture;
}

void
vlg_profile_set_coat_of_arms (VlgProfile *self,
                              GBytes     *picture)
{
  GBytes *old;

  g_return_if_fail (VLG_IS_PROFILE (self));

  g_mutex_lock (&self->mutex);
  old = self->coat_of_arms;
  self->coat_of_arms = picture != NULL ? g_bytes_ref (picture) : NULL;
  g_mutex_unlock (&self->mutex);

  if (old != picture)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COAT_OF_ARMS]);
  g_clear_pointer (&old, g_bytes_unref);
}

gboolean
vlg_profile_get_prints_rationales (VlgProfile *self)
{
  g_return_val_if_fail (VLG_IS_PROFILE (self), FALSE);

  return g_atomic_int_get (&self->prints_rationales);
}

void
vlg_profile_set_prints_rationales (VlgProfile *self,
                                   gboolean    prints)
{
  g_return_if_fail (VLG_IS_PROFILE (self));

  if (g_atomic_int_exchange (&self->prints_rationales, prints) != prints)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRINTS_RATIONALES]);
}

char *
vlg_profile_get_rationales_heading (VlgProfile *self)
{
  const char *reasoning = vlg_profile_get_label (self, VLG_FIELD_REASONING);
  g_autofree char *bare = g_strndup (reasoning, strlen (reasoning) - (g_str_has_suffix (reasoning, ":") ? 1 : 0));

  return g_strdup_printf ("%s – %s", vlg_profile_get_label (self, VLG_FIELD_LEITBILD), bare);
}
