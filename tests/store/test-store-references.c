/* test-store-references.c — numbers looked up, completed and related
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"
#include "vlg-core-enums.h"
#include "vlg-references.h"

static char *
add (Fixture         *fixture,
     const char      *number,
     const char      *title,
     VlgRelationKind  kind,
     const char      *target)
{
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autoptr (VlgMotionNumber) parsed = vlg_motion_number_parse (number, NULL);
  g_autoptr (GError) error = NULL;

  vlg_motion_set_number (motion, parsed);
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, title);
  if (target != NULL)
    {
      g_autoptr (VlgMotionNumber) other = vlg_motion_number_parse (target, NULL);
      g_autoptr (VlgRelation) relation = vlg_relation_new (kind, other);

      g_list_store_append (vlg_motion_get_relations (motion), relation);
    }
  fixture_insert (fixture, motion, "imported", &error);
  g_assert_no_error (error);

  return g_strdup (vlg_motion_get_uid (motion));
}

static void
throw_away (Fixture    *fixture,
            const char *uid)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE motion SET trashed = 1 WHERE uid = '%s'", uid);
  g_autoptr (GError) error = NULL;

  fixture_execute (fixture, sql, &error);
  g_assert_no_error (error);
}

static void
append (GString      *list,
        VlgReference *reference)
{
  g_string_append_printf (list, "%s%s=%s", list->len > 0 ? ", " : "", reference->number, reference->title);
}

static gpointer
complete_job (VlgDb         *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GPtrArray) found = vlg_references_complete (db, data, 3, error);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    append (list, found->pdata[i]);

  return g_string_free (list, FALSE);
}

static gpointer
incoming_job (VlgDb         *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GPtrArray) found = vlg_references_list_incoming (db, data, error);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      append (list, found->pdata[i]);
      g_string_append_printf (list, " (%s)", vlg_enum_to_nick (VLG_TYPE_RELATION_KIND, ((VlgReference *) found->pdata[i])->kind));
    }

  return g_string_free (list, FALSE);
}

static gpointer
find_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_auto (GStrv) numbers = g_strsplit (data, " ", -1);
  g_autoptr (GHashTable) found = vlg_references_find (db, (const char *const *) numbers, error);
  GString *list = g_string_new (NULL);

  for (guint i = 0; numbers[i] != NULL; i++)
    if (g_hash_table_contains (found, numbers[i]))
      append (list, g_hash_table_lookup (found, numbers[i]));

  return g_string_free (list, FALSE);
}

static void
assert_read (Fixture     *fixture,
             VlgStoreJob  job,
             const char  *argument,
             const char  *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *list = vlg_store_read (fixture->store, job, (gpointer) argument, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (list, ==, expected);
}

static void
test_complete (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *one = add (fixture, "BV/024/2013/I-OB", "Alt", VLG_RELATION_MENTIONS, NULL);
  g_autofree char *two = add (fixture, "BV/025/2031/I-OB", "Neu", VLG_RELATION_MENTIONS, NULL);
  g_autofree char *three = add (fixture, "BV/012/2031", "Neu auch", VLG_RELATION_MENTIONS, NULL);
  g_autofree char *four = add (fixture, "BV/001/2030", "Vierte", VLG_RELATION_MENTIONS, NULL);
  g_autofree char *five = add (fixture, "FV/001/2030", "Anfrage", VLG_RELATION_MENTIONS, NULL);

  assert_read (fixture, complete_job, "BV/0", "BV/025/2031/I-OB=Neu, BV/012/2031=Neu auch, BV/001/2030=Vierte");
  assert_read (fixture, complete_job, "BV/02", "BV/025/2031/I-OB=Neu, BV/024/2013/I-OB=Alt");
  assert_read (fixture, complete_job, "BV/024/2013/", "BV/024/2013/I-OB=Alt");
  assert_read (fixture, complete_job, "BV/9", "");
  /* Nothing of what was typed is a pattern. */
  assert_read (fixture, complete_job, "BV/%", "");
  assert_read (fixture, complete_job, "FV/", "FV/001/2030=Anfrage");

  throw_away (fixture, two);
  assert_read (fixture, complete_job, "BV/02", "BV/024/2013/I-OB=Alt");
}

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *one = add (fixture, "BV/024/2013/I-OB", "Alt", VLG_RELATION_MENTIONS, NULL);
  g_autofree char *two = add (fixture, "BV/025/2031/I-OB", "Neu", VLG_RELATION_MENTIONS, NULL);

  assert_read (fixture, find_job, "BV/025/2031/I-OB BV/777/2031 BV/024/2013/I-OB", "BV/025/2031/I-OB=Neu, BV/024/2013/I-OB=Alt");
  assert_read (fixture, find_job, "BV/777/2031", "");
  throw_away (fixture, two);
  assert_read (fixture, find_job, "BV/025/2031/I-OB", "");
}

static void
test_incoming (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *one = add (fixture, "BV/024/2013/I-OB", "Alt", VLG_RELATION_MENTIONS, NULL);
  g_autofree char *two = add (fixture, "BV/025/2031/I-OB", "Neu", VLG_RELATION_REPEALS, "BV/024/2013/I-OB");
  g_autofree char *three = add (fixture, "BV/012/2031", "Neu auch", VLG_RELATION_AMENDS, "BV/024/2013/I-OB");

  assert_read (fixture, incoming_job, "BV/024/2013/I-OB", "BV/012/2031=Neu auch (amends), BV/025/2031/I-OB=Neu (repeals)");
  assert_read (fixture, incoming_job, "BV/012/2031", "");
  throw_away (fixture, three);
  assert_read (fixture, incoming_job, "BV/024/2013/I-OB", "BV/025/2031/I-OB=Neu (repeals)");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/references/complete", Fixture, NULL, fixture_set_up, test_complete, fixture_tear_down);
  g_test_add ("/references/find", Fixture, NULL, fixture_set_up, test_find, fixture_tear_down);
  g_test_add ("/references/incoming", Fixture, NULL, fixture_set_up, test_incoming, fixture_tear_down);

  return g_test_run ();
}
