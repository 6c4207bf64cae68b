/* vlg-profile-read.c — fills a profile from JSON
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-profile-private.h"

#include <glib/gi18n.h>

#include "vlg-core-enums.h"
#include "vlg-error.h"
#include "vlg-profile-reader.h"
#include "vlg-string.h"

#define PROFILE_FORMAT 1

static const char * const heading_keys[VLG_N_HEADINGS] = {
  [VLG_HEADING_STATUS] = "status",
  [VLG_HEADING_DATE] = "date",
  [VLG_HEADING_IN_FAVOUR] = "in_favour",
  [VLG_HEADING_AGAINST] = "against",
  [VLG_HEADING_ABSTENTIONS] = "abstentions",
  [VLG_HEADING_CONFIRMATION] = "confirmation",
  [VLG_HEADING_FIELD_OF_ACTION] = "field_of_action",
  [VLG_HEADING_GOAL_NUMBER] = "goal_number",
  [VLG_HEADING_NOT_RELEVANT] = "not_relevant",
  [VLG_HEADING_ANNEX] = "annex",
  [VLG_HEADING_PUBLIC] = "public",
  [VLG_HEADING_NON_PUBLIC] = "non_public",
  [VLG_HEADING_NON_PUBLIC_MARK] = "non_public_mark",
  [VLG_HEADING_DRAFT_MARK] = "draft_mark",
  [VLG_HEADING_PAGE] = "page",
  [VLG_HEADING_ANNEX_TO] = "annex_to",
  [VLG_HEADING_SEE_ANNEX] = "see_annex",
};

/* The fields whose label the form prints; a profile must name them all. */
static const VlgField printed_fields[] = {
  VLG_FIELD_NUMBER,
  VLG_FIELD_SUBMITTER,
  VLG_FIELD_RESPONSIBLE,
  VLG_FIELD_CONSULTATIONS,
  VLG_FIELD_TITLE,
  VLG_FIELD_RESOLUTION,
  VLG_FIELD_LEGAL_BASIS,
  VLG_FIELD_RELATED_RESOLUTIONS,
  VLG_FIELD_EXPERT_OPINIONS,
  VLG_FIELD_PUBLICATION_NOTES,
  VLG_FIELD_LEITBILD,
  VLG_FIELD_REASONING,
  VLG_FIELD_DECIDED_ON,
};

static const char * const number_times[] = {
  [VLG_NUMBER_AT_CREATION] = "at-creation",
  [VLG_NUMBER_AT_SUBMISSION] = "at-submission",
  [VLG_NUMBER_AT_RELEASE] = "at-release",
};

char *
vlg_profile_fold_name (const char *name)
{
  g_autofree char *collapsed = vlg_string_collapse (name);

  return vlg_string_fold (collapsed);
}

static void
read_labels (VlgProfile       *self,
             VlgProfileReader *reader,
             JsonObject       *root)
{
  gsize mark;
  JsonObject *object = vlg_profile_reader_enter (reader, root, "labels", &mark);

  for (guint i = 0; i < G_N_ELEMENTS (printed_fields); i++)
    {
      VlgField field = printed_fields[i];

      self->labels[field] = vlg_profile_reader_string (reader, object, vlg_field_to_key (field), TRUE);
    }

  if (object != NULL)
    {
      g_autoptr(GList) members = json_object_get_members (object);

      for (GList *l = members; l != NULL; l = l->next)
        {
          VlgField field = vlg_field_from_key (l->data);

          if (field == VLG_FIELD_NONE)
            vlg_profile_reader_fail (reader, l->data, _("names no field of the form"));
          else if (self->labels[field] == NULL)
            self->labels[field] = vlg_profile_reader_string (reader, object, l->data, FALSE);
        }
    }

  vlg_profile_reader_leave (reader, mark);
}

static void
read_headings (VlgProfile       *self,
               VlgProfileReader *reader,
               JsonObject       *root)
{
  gsize mark;
  JsonObject *object = vlg_profile_reader_enter (reader, root, "headings", &mark);

  for (guint i = 0; i < VLG_N_HEADINGS; i++)
    self->headings[i] = vlg_profile_reader_string (reader, object, heading_keys[i], TRUE);

  vlg_profile_reader_leave (reader, mark);
}

static void
read_kind_cb (VlgProfileReader *reader,
              JsonObject       *element,
              gpointer          user_data)
{
  VlgProfile *self = user_data;
  VlgMotionKind *kind = g_new0 (VlgMotionKind, 1);

  kind->key = vlg_profile_reader_string (reader, element, "key", TRUE);
  kind->name = vlg_profile_reader_string (reader, element, "name", TRUE);
  kind->requires_leitbild = vlg_profile_reader_boolean (reader, element, "requires_leitbild", FALSE);
  if (kind->key != NULL && vlg_profile_find_kind (self, kind->key) != NULL)
    vlg_profile_reader_fail (reader, "key", _("stands twice"));

  g_ptr_array_add (self->kinds, kind);
}

static void
read_body_cb (VlgProfileReader *reader,
              JsonObject       *element,
              gpointer          user_data)
{
  VlgProfile *self = user_data;
  g_autofree char *uid = vlg_profile_reader_string (reader, element, "uid", TRUE);
  g_autofree char *name = vlg_profile_reader_string (reader, element, "name", TRUE);
  g_autofree char *abbreviation = vlg_profile_reader_string (reader, element, "abbreviation", FALSE);
  VlgBodyKind kind = vlg_profile_reader_nick (reader, element, "kind", VLG_TYPE_BODY_KIND, -1);
  guint council_seats = kind == VLG_BODY_COUNCIL ? vlg_profile_get_council_seats (self) : 0;
  guint seats = vlg_profile_reader_count (reader, element, "seats", council_seats);
  VlgVisibility visibility = vlg_profile_reader_nick (reader, element, "visibility", VLG_TYPE_VISIBILITY, VLG_VISIBILITY_UNDECIDED);
  gboolean decides = vlg_profile_reader_boolean (reader, element, "decides", FALSE);
  VlgDay valid_from = vlg_profile_reader_day (reader, element, "valid_from");
  VlgDay valid_to = vlg_profile_reader_day (reader, element, "valid_to");
  g_autoptr(VlgBodyCalendar) calendar = vlg_profile_read_body_calendar (reader, element);
  g_autoptr(VlgBody) body = NULL;
  char *folded;

  if (reader->error == NULL && !g_uuid_string_is_valid (uid))
    vlg_profile_reader_fail (reader, "uid", _("must be a UUID"));
  if (reader->error == NULL && g_hash_table_contains (self->bodies_by_uid, uid))
    vlg_profile_reader_fail (reader, "uid", _("stands twice"));
  if (valid_from != VLG_DAY_NONE && valid_to != VLG_DAY_NONE && valid_to < valid_from)
    vlg_profile_reader_fail (reader, "valid_to", _("lies before valid_from"));
  if (reader->error != NULL)
    return;

  body = vlg_body_new (uid, name, abbreviation, kind, seats, visibility, decides, valid_from, valid_to);
  vlg_body_set_calendar (body, calendar);
  g_list_store_append (self->bodies, body);
  g_hash_table_insert (self->bodies_by_uid, (char *) vlg_body_get_uid (body), body);
  folded = vlg_profile_fold_name (name);
  if (!g_hash_table_contains (self->bodies_by_name, folded))
    g_hash_table_insert (self->bodies_by_name, folded, body);
  else
    g_free (folded);
}

static void
read_goal_cb (VlgProfileReader *reader,
              JsonObject       *element,
              gpointer          user_data)
{
  GPtrArray *goals = user_data;
  g_autofree char *code = vlg_profile_reader_string (reader, element, "code", TRUE);
  g_autofree char *text = vlg_profile_reader_string (reader, element, "text", FALSE);
  gboolean retired = vlg_profile_reader_boolean (reader, element, "retired", FALSE);
  g_auto (GStrv) replaces = vlg_profile_reader_strings (reader, element, "replaces");
  VlgGoal *goal;

  if (reader->error != NULL)
    return;

  goal = vlg_goal_new (code, text);
  goal->retired = retired;
  vlg_goal_set_replaces (goal, (const char * const *) replaces);
  g_ptr_array_add (goals, goal);
}

static void
read_action_field_cb (VlgProfileReader *reader,
                      JsonObject       *element,
                      gpointer          user_data)
{
  GPtrArray *fields = user_data;
  g_autofree char *key = vlg_profile_reader_string (reader, element, "key", TRUE);
  g_autofree char *name = vlg_profile_reader_string (reader, element, "name", TRUE);
  g_autofree char *letter = vlg_profile_reader_string (reader, element, "letter", FALSE);
  g_autofree char *colour = vlg_profile_reader_string (reader, element, "colour", FALSE);
  g_auto (GStrv) replaces = vlg_profile_reader_strings (reader, element, "replaces");
  g_autoptr(GPtrArray) goals = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_goal_free);

  vlg_profile_reader_each (reader, element, "goals", FALSE, read_goal_cb, goals);

  for (guint i = 0; key != NULL && i < fields->len; i++)
    {
      if (g_str_equal (vlg_action_field_get_key (g_ptr_array_index (fields, i)), key))
        vlg_profile_reader_fail (reader, "key", _("stands twice"));
    }

  if (reader->error == NULL)
    g_ptr_array_add (fields, vlg_action_field_new_replacing (key, name, letter, colour, g_steal_pointer (&goals), (const char * const *) replaces));
}

VlgLeitbild *
vlg_profile_read_fields (VlgProfileReader *reader,
                         JsonObject       *object)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_object_unref);

  if (object != NULL)
    vlg_profile_reader_each (reader, object, "fields", FALSE, read_action_field_cb, fields);

  return vlg_leitbild_new (g_steal_pointer (&fields));
}

static void
read_leitbild (VlgProfile       *self,
               VlgProfileReader *reader,
               JsonObject       *root)
{
  gsize mark;
  JsonObject *object = vlg_profile_reader_enter (reader, root, "leitbild", &mark);

  self->leitbild = vlg_profile_read_fields (reader, object);
  vlg_profile_reader_leave (reader, mark);
}

static void
read_signatory_cb (VlgProfileReader *reader,
                   JsonObject       *element,
                   gpointer          user_data)
{
  VlgProfile *self = user_data;
  g_autofree char *role = vlg_profile_reader_string (reader, element, "role", TRUE);
  g_autofree char *name = vlg_profile_reader_string (reader, element, "name", FALSE);
  VlgBlock block = vlg_profile_reader_nick (reader, element, "block", VLG_TYPE_BLOCK, -1);
  VlgDay valid_from = vlg_profile_reader_day (reader, element, "valid_from");
  VlgDay valid_to = vlg_profile_reader_day (reader, element, "valid_to");
  g_autoptr(VlgSignatory) signatory = NULL;

  if (reader->error != NULL)
    return;

  signatory = vlg_signatory_new (name, role, block, valid_from, valid_to);
  g_list_store_append (self->signatories, signatory);
}

static void
read_settings (VlgProfile       *self,
               VlgProfileReader *reader,
               JsonObject       *root)
{
  gsize mark;
  JsonObject *object;
  g_autofree char *drawn = NULL;

  object = vlg_profile_reader_enter (reader, root, "numbers", &mark);
  drawn = vlg_profile_reader_string (reader, object, "drawn", TRUE);
  self->serial_per_origin = vlg_profile_reader_boolean (reader, object, "serial_per_origin", FALSE);
  if (drawn != NULL)
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (number_times) && !g_str_equal (drawn, number_times[i]))
        i++;
      if (i == G_N_ELEMENTS (number_times))
        vlg_profile_reader_fail (reader, "drawn", _("must be at-creation, at-submission or at-release"));
      self->number_time = i;
    }
  vlg_profile_reader_leave (reader, mark);

  object = vlg_profile_reader_enter (reader, root, "council", &mark);
  self->councillors = vlg_profile_reader_count (reader, object, "councillors", 0);
  self->mayor_votes = vlg_profile_reader_boolean (reader, object, "mayor_votes", FALSE);
  vlg_profile_reader_leave (reader, mark);

  if (json_object_has_member (root, "annexes"))
    {
      object = vlg_profile_reader_enter (reader, root, "annexes", &mark);
      self->annex_megabytes = vlg_profile_reader_count (reader, object, "largest_mb", self->annex_megabytes);
      vlg_profile_reader_leave (reader, mark);
    }
  if (json_object_has_member (root, "paper"))
    {
      object = vlg_profile_reader_enter (reader, root, "paper", &mark);
      self->paper_head = vlg_profile_reader_boolean (reader, object, "head", TRUE);
      self->paper_foot = vlg_profile_reader_boolean (reader, object, "foot", TRUE);
      vlg_profile_reader_leave (reader, mark);
    }
}

/* Checks "format" before anything else, so that a newer profile is named as such and not as a broken one. */
static gboolean
check_format (JsonObject  *root,
              GError     **error)
{
  JsonNode *node = json_object_get_member (root, "format");
  gint64 format = 0;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    format = json_node_get_int (node);

  if (format > PROFILE_FORMAT)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_NEWER,
                   _("format: this council profile has format %d, which a newer version of the program made"), (int) MIN (format, G_MAXINT));
      return FALSE;
    }

  if (format != PROFILE_FORMAT)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, "format: %s", node == NULL ? _("missing") : _("must be 1"));
      return FALSE;
    }

  return TRUE;
}

gboolean
vlg_profile_read (VlgProfile  *self,
                  JsonObject  *root,
                  GError     **error)
{
  VlgProfileReader reader;
  gboolean success;

  if (!check_format (root, error))
    return FALSE;

  vlg_profile_reader_init (&reader);

  self->name = vlg_profile_reader_string (&reader, root, "name", TRUE);
  self->municipality = vlg_profile_reader_string (&reader, root, "municipality", TRUE);
  self->language = vlg_profile_reader_string (&reader, root, "language", TRUE);
  self->holiday_rule = vlg_profile_reader_string (&reader, root, "holiday_rule", FALSE);
  /* Before the bodies: the council's seats are computed from the settings. */
  read_settings (self, &reader, root);
  read_labels (self, &reader, root);
  read_headings (self, &reader, root);
  vlg_profile_reader_each (&reader, root, "kinds", TRUE, read_kind_cb, self);
  vlg_profile_reader_each (&reader, root, "bodies", TRUE, read_body_cb, self);
  vlg_profile_read_calendar (self, &reader, root);
  read_leitbild (self, &reader, root);
  vlg_profile_reader_each (&reader, root, "signatories", FALSE, read_signatory_cb, self);

  success = reader.error == NULL;
  if (!success)
    g_propagate_error (error, g_steal_pointer (&reader.error));
  vlg_profile_reader_clear (&reader);

  return success;
}
