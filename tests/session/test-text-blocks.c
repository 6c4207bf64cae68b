/* test-text-blocks.c — the office's text blocks; numbers looked up; relations undone
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "draft-fixture.h"
#include "vlg-number-lookup.h"
#include "vlg-text-blocks.h"

static GPtrArray *
list (OfficeFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *blocks;

  vlg_text_blocks_list_async (self->office, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  blocks = vlg_text_blocks_list_finish (self->office, result, &error);
  g_assert_no_error (error);

  return blocks;
}

static void
assert_names (OfficeFixture *self,
              const char    *expected)
{
  g_autoptr (GPtrArray) blocks = list (self);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", vlg_snippet_get_name (blocks->pdata[i]));
  g_assert_cmpstr (names->str, ==, expected);
}

static VlgSnippet *
save (OfficeFixture  *self,
      VlgSnippet     *snippet,
      GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  vlg_text_blocks_save_async (self->office, snippet, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);

  return vlg_text_blocks_save_finish (self->office, result, error);
}

static VlgSnippet *
add (OfficeFixture *self,
     const char    *name,
     const char    *text)
{
  g_autoptr (VlgSnippet) snippet = vlg_snippet_new (NULL, name, text, 0);
  g_autoptr (GError) error = NULL;
  VlgSnippet *saved = save (self, snippet, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (vlg_snippet_get_uid (saved), ==, vlg_snippet_get_uid (snippet));
  g_assert_cmpint (vlg_snippet_get_changed_at (saved), >, 0);

  return saved;
}

static void
remove_block (OfficeFixture *self,
              VlgSnippet    *snippet)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  vlg_text_blocks_delete_async (self->office, snippet, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  g_assert_true (vlg_text_blocks_delete_finish (self->office, result, &error));
  g_assert_no_error (error);
}

static void
test_keep (OfficeFixture *self,
           gconstpointer  data)
{
  g_autoptr (VlgSnippet) cost = add (self, "Kosten", "Es entstehen **keine** Kosten.");
  g_autoptr (VlgSnippet) thanks = add (self, "Dank", "Allen sei gedankt.");
  g_autoptr (VlgSnippet) changed = vlg_snippet_new (vlg_snippet_get_uid (cost), "Keine Kosten", "Es entstehen keine Kosten.\r\n", vlg_snippet_get_changed_at (cost));
  g_autoptr (VlgSnippet) stored = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GError) error = NULL;

  assert_names (self, "Dank, Kosten");
  stored = save (self, changed, &error);
  g_assert_no_error (error);
  assert_names (self, "Dank, Keine Kosten");
  remove_block (self, thanks);
  /* What is deleted comes back as it was. */
  assert_names (self, "Keine Kosten");
  g_clear_object (&stored);
  stored = save (self, thanks, &error);
  g_assert_no_error (error);
  assert_names (self, "Dank, Keine Kosten");
  blocks = list (self);
  g_assert_cmpstr (vlg_snippet_get_text (blocks->pdata[0]), ==, "Allen sei gedankt.");
  g_assert_cmpstr (vlg_snippet_get_text (blocks->pdata[1]), ==, "Es entstehen keine Kosten.\n");
}

static void
test_used_first (OfficeFixture *self,
                 gconstpointer  data)
{
  g_autoptr (VlgSnippet) cost = add (self, "Kosten", "Es entstehen keine Kosten.");
  g_autoptr (VlgSnippet) thanks = add (self, "Dank", "Allen sei gedankt.");
  g_autoptr (VlgSnippet) other = NULL;

  vlg_text_blocks_touch (self->office, cost);
  other = add (self, "Sonst", "Sonst nichts."); /* written after it */
  assert_names (self, "Sonst, Kosten, Dank");
}

static void
test_refuse (OfficeFixture *self,
             gconstpointer  data)
{
  g_autoptr (VlgSnippet) nameless = vlg_snippet_new (NULL, " ", "Text", 0);
  g_autoptr (VlgSnippet) empty = vlg_snippet_new (NULL, "Name", "", 0);
  g_autoptr (VlgSnippet) cost = add (self, "Kosten", "Es entstehen keine Kosten.");
  g_autoptr (VlgSnippet) mine = vlg_snippet_new (vlg_snippet_get_uid (cost), "Meins", "Text", vlg_snippet_get_changed_at (cost));
  g_autoptr (VlgSnippet) theirs = vlg_snippet_new (vlg_snippet_get_uid (cost), "Ihres", "Text", vlg_snippet_get_changed_at (cost));
  g_autoptr (VlgSnippet) stored = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (save (self, nameless, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (save (self, empty, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
  g_clear_error (&error);

  /* Two change the same one: the second is told. */
  stored = save (self, theirs, &error);
  g_assert_no_error (error);
  g_assert_null (save (self, mine, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_CONFLICT);
  assert_names (self, "Ihres");
}

static void
test_lookup (OfficeFixture *self,
             gconstpointer  data)
{
  static const char *const numbers[] = { "BV/003/2031", "BV/777/2031", NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) offered = NULL;
  g_autoptr (GHashTable) found = NULL;
  g_autoptr (GError) error = NULL;
  VlgReference *reference;

  office_fixture_fill (self, 20);
  vlg_number_lookup_complete_async (self->office, "BV/0", NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  offered = vlg_number_lookup_complete_finish (self->office, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (offered->len, ==, VLG_NUMBER_LOOKUP_MOST);
  g_assert_cmpstr (((VlgReference *) offered->pdata[0])->number, ==, "BV/020/2031");
  g_assert_cmpstr (((VlgReference *) offered->pdata[7])->number, ==, "BV/013/2031");

  g_clear_object (&result);
  vlg_number_lookup_find_async (self->office, numbers, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  found = vlg_number_lookup_find_finish (self->office, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (found), ==, 1);
  reference = g_hash_table_lookup (found, "BV/003/2031");
  g_assert_cmpstr (reference->title, ==, "Vorgang 3");
}

static guint
count_incoming (OfficeFixture *self,
                const char    *number)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  vlg_number_lookup_incoming_async (self->office, number, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  list = vlg_number_lookup_incoming_finish (self->office, result, &error);
  g_assert_no_error (error);

  return list->len;
}

/* A relation goes through the draft: it is saved, seen from the other side, and undone. */
static void
test_relations (OfficeFixture *self,
                gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  g_autoptr (VlgMotionNumber) target = vlg_motion_number_parse ("BV/003/2031", NULL);
  g_autoptr (VlgRelation) relation = vlg_relation_new (VLG_RELATION_AMENDS, target);
  VlgDraft *draft;
  GError *error;

  office_fixture_fill (self, 3);
  draft = draft_fixture_open (self, vlg_motion_get_uid (motion));
  g_assert_cmpuint (count_incoming (self, "BV/003/2031"), ==, 0);
  g_list_store_append (vlg_motion_get_relations (vlg_draft_get_motion (draft)), relation);
  error = draft_fixture_flush (draft);
  g_assert_no_error (error);
  g_assert_cmpuint (count_incoming (self, "BV/003/2031"), ==, 1);

  g_assert_cmpint (vlg_draft_undo (draft), ==, VLG_FIELD_RELATIONS);
  error = draft_fixture_flush (draft);
  g_assert_no_error (error);
  g_assert_cmpuint (count_incoming (self, "BV/003/2031"), ==, 0);
  g_assert_cmpint (vlg_draft_redo (draft), ==, VLG_FIELD_RELATIONS);
  error = draft_fixture_flush (draft);
  g_assert_no_error (error);
  g_assert_cmpuint (count_incoming (self, "BV/003/2031"), ==, 1);
  draft_fixture_drop (&draft);
}

int
main (int   argc,
      char *argv[])
{
#define ADD(path, function) g_test_add ("/text-blocks/" path, OfficeFixture, NULL, office_fixture_set_up, function, office_fixture_tear_down)
  g_test_init (&argc, &argv, NULL);

  ADD ("keep", test_keep);
  ADD ("used-first", test_used_first);
  ADD ("refuse", test_refuse);
  ADD ("lookup", test_lookup);
  ADD ("relations", test_relations);
#undef ADD

  return g_test_run ();
}
