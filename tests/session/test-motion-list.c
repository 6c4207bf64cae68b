/* test-motion-list.c — a long list that never waits, and tells no more than it must
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "office-fixture.h"
#include "vlg-motion-list.h"
#include "vlg-motions.h"
#include "vlg-row-details.h"
#include "vlg-row-windows.h"

#define ADD(path, function) \
  g_test_add ("/motion-list/" path, OfficeFixture, NULL, office_fixture_set_up, function, office_fixture_tear_down)

/* What the list told, and a shadow that follows it as a view does. */
typedef struct {
  VlgMotionList *list;
  guint n_signals;
  guint n_touched;
  guint n_items;
} Watch;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Watch      *watch)
{
  watch->n_signals++;
  watch->n_touched += removed + added;
  g_assert_cmpuint (position + removed, <=, watch->n_items);
  watch->n_items += added - removed;
  g_assert_cmpuint (watch->n_items, ==, g_list_model_get_n_items (model));
}

static gboolean
is_at_rest (gpointer data)
{
  return !vlg_motion_list_get_loading (data);
}

static void
settle (VlgMotionList *list)
{
  office_fixture_wait_until (is_at_rest, list);
}

static Watch
watch_new (OfficeFixture *self)
{
  Watch watch = { vlg_motion_list_new (self->office), 0, 0, 0 };

  return watch;
}

static void
watch_begin (Watch *watch)
{
  g_signal_connect (watch->list, "items-changed", G_CALLBACK (items_changed_cb), watch);
}

static void
watch_end (Watch *watch)
{
  g_signal_handlers_disconnect_by_data (watch->list, watch);
  g_assert_finalize_object (watch->list);
}

/* Looks at a row; the caller owns it, as a placeholder is nobody else's. */
static VlgMotionSummary *
get_row (VlgMotionList *list,
         guint          position)
{
  VlgMotionSummary *row = g_list_model_get_item (G_LIST_MODEL (list), position);

  g_assert_nonnull (row);

  return row;
}

static gboolean
row_is_there (VlgMotionList *list,
              guint          position)
{
  g_autoptr (VlgMotionSummary) row = get_row (list, position);

  return vlg_motion_summary_get_id (row) != 0;
}

static void
assert_title (VlgMotionList *list,
              guint          position,
              const char    *title)
{
  g_autoptr (VlgMotionSummary) row = get_row (list, position);

  g_assert_cmpstr (vlg_motion_summary_get_title (row), ==, title);
}

typedef struct {
  VlgMotionList *list;
  guint position;
} Place;

static gboolean
is_read (gpointer data)
{
  Place *place = data;

  return row_is_there (place->list, place->position);
}

static void
read_row (VlgMotionList *list,
          guint          position)
{
  Place place = { list, position };

  office_fixture_wait_until (is_read, &place);
}

static void
test_empty (OfficeFixture *self,
            gconstpointer  data)
{
  Watch watch = watch_new (self);

  watch_begin (&watch);
  settle (watch.list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (watch.list)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (watch.list), 0));
  g_assert_cmpuint (watch.n_signals, ==, 0);
  watch_end (&watch);
}

static void
test_ten_thousand (OfficeFixture *self,
                   gconstpointer  data)
{
  Watch watch;
  guint n_before;

  office_fixture_fill (self, 10000);
  watch = watch_new (self);
  watch_begin (&watch);
  settle (watch.list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (watch.list)), ==, 10000);
  /* The first page, and the rest. */
  g_assert_cmpuint (watch.n_signals, ==, 2);

  vlg_motion_list_set_order (watch.list, VLG_MOTION_ORDER_NUMBER);
  settle (watch.list);
  assert_title (watch.list, 0, "Vorgang 10000");
  /* A row far away is a placeholder now and itself soon, by one signal for its window. */
  g_assert_false (row_is_there (watch.list, 5000));
  assert_title (watch.list, 5000, "");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  read_row (watch.list, 5000);
  assert_title (watch.list, 5000, "Vorgang 5000");
  n_before = watch.n_signals;
  for (guint i = 0; i < VLG_ROW_WINDOW; i++)
    row_is_there (watch.list, 7040 + i);
  read_row (watch.list, 7040);
  g_assert_cmpuint (watch.n_signals, ==, n_before + 1);
  watch_end (&watch);
}

static void
test_scrolling_keeps_memory_bounded (OfficeFixture *self,
                                     gconstpointer  data)
{
  Watch watch;

  office_fixture_fill (self, 10000);
  watch = watch_new (self);
  settle (watch.list);
  vlg_motion_list_set_order (watch.list, VLG_MOTION_ORDER_NUMBER);
  settle (watch.list);
  for (guint position = 0; position < 10000; position += VLG_ROW_WINDOW)
    {
      g_autofree char *title = g_strdup_printf ("Vorgang %u", 10000 - position);

      read_row (watch.list, position);
      assert_title (watch.list, position, title);
    }
  /* 157 windows were read and 64 are kept: the first is a placeholder again. */
  g_assert_false (row_is_there (watch.list, 0));
  read_row (watch.list, 0);
  watch_end (&watch);
}

static void
test_search_narrows (OfficeFixture *self,
                     gconstpointer  data)
{
  Watch watch;

  office_fixture_fill (self, 300);
  watch = watch_new (self);
  settle (watch.list);
  watch_begin (&watch);
  watch.n_items = 300;
  vlg_motion_list_set_words (watch.list, "laterne");
  settle (watch.list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (watch.list)), ==, 100);
  vlg_motion_list_set_words (watch.list, "laterne ");
  g_assert_false (vlg_motion_list_get_loading (watch.list));
  vlg_motion_list_set_words (watch.list, "gibtesnicht");
  settle (watch.list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (watch.list)), ==, 0);
  vlg_motion_list_set_words (watch.list, NULL);
  settle (watch.list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (watch.list)), ==, 300);
  watch_end (&watch);
}

static void
failed_cb (VlgMotionList *list,
           const GError  *error,
           gpointer       user_data)
{
  g_error ("The list failed: %s", error->message);
}

static void
test_typing_interrupts (OfficeFixture *self,
                        gconstpointer  data)
{
  static const char * const typed[] = { "l", "la", "lat", "late", "later", "latern", "laterne", "z", "za", "zau", "zaun" };
  Watch watch;

  office_fixture_fill (self, 3000);
  watch = watch_new (self);
  g_signal_connect (watch.list, "failed", G_CALLBACK (failed_cb), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      vlg_motion_list_set_words (watch.list, typed[i]);
      /* Some answers come in between, some searches are overtaken. */
      if (i % 3 == 0)
        g_main_context_iteration (NULL, FALSE);
    }
  settle (watch.list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (watch.list)), ==, 2000);
  watch_end (&watch);
}

static gboolean
has_one_less (gpointer data)
{
  return g_list_model_get_n_items (data) == 499;
}

static void
trash_row (OfficeFixture *self,
           const char    *uid,
           gboolean       trashed)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  vlg_office_trash_async (self->office, uid, trashed, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  vlg_office_trash_finish (self->office, result, &error);
  g_assert_no_error (error);
}

static void
test_follows_changes (OfficeFixture *self,
                      gconstpointer  data)
{
  Watch watch;
  g_autoptr (VlgMotionSummary) kept = NULL;
  g_autoptr (VlgMotionSummary) gone = NULL;
  g_autoptr (VlgMotionSummary) still = NULL;
  g_autofree char *uid = NULL;

  office_fixture_fill (self, 500);
  watch = watch_new (self);
  settle (watch.list);
  vlg_motion_list_set_order (watch.list, VLG_MOTION_ORDER_NUMBER);
  settle (watch.list);
  /* What the filling itself announced is over before anything is counted. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  settle (watch.list);
  read_row (watch.list, 10);
  kept = get_row (watch.list, 10);
  gone = get_row (watch.list, 5);
  uid = g_strdup (vlg_motion_summary_get_uid (gone));
  g_assert_cmpuint (vlg_motion_list_find (watch.list, uid), ==, 5);

  watch_begin (&watch);
  watch.n_items = 500;
  trash_row (self, uid, TRUE);
  office_fixture_wait_until (has_one_less, watch.list);
  settle (watch.list);
  g_assert_cmpuint (watch.n_items, ==, 499);
  /* One row went, and nothing else moved. */
  g_assert_cmpuint (watch.n_signals, ==, 1);
  g_assert_cmpuint (watch.n_touched, ==, 1);
  still = get_row (watch.list, 9);
  g_assert_true (still == kept);
  watch_end (&watch);
}

static const VlgMotionDetailsRecord *
get_details (VlgMotionList *list,
             guint          position)
{
  g_autoptr (VlgMotionSummary) row = get_row (list, position);
  VlgMotionDetails *details = vlg_motion_summary_get_details (row);

  return details != NULL ? vlg_motion_details_get_record (details) : NULL;
}

static gboolean
has_details (gpointer data)
{
  Place *place = data;

  return get_details (place->list, place->position) != NULL;
}

/* What the rows say of the search comes for those that are looked at, and is interrupted by the next letter. */
static void
test_details_of_rows_looked_at (OfficeFixture *self,
                                gconstpointer  data)
{
  Watch watch;
  Place first = { NULL, 0 };

  office_fixture_fill (self, 300);
  watch = watch_new (self);
  first.list = watch.list;
  settle (watch.list);
  vlg_motion_list_set_words (watch.list, "laterne");
  settle (watch.list);
  read_row (watch.list, 0);
  read_row (watch.list, 70);
  read_row (watch.list, 99);
  g_assert_null (get_details (watch.list, 0));

  watch_begin (&watch);
  watch.n_items = g_list_model_get_n_items (G_LIST_MODEL (watch.list));
  vlg_motion_list_look_at (watch.list, 0, 10);
  office_fixture_wait_until (has_details, &first);
  g_assert_nonnull (strstr (get_details (watch.list, 0)->excerpt, "<b>Laterne"));
  g_assert_cmpstr (get_details (watch.list, 0)->place, !=, "");
  g_assert_nonnull (get_details (watch.list, 9));
  /* Nobody looks at these, and no row moved. */
  g_assert_null (get_details (watch.list, 10));
  g_assert_null (get_details (watch.list, 99));
  g_assert_cmpuint (watch.n_signals, ==, 0);
  g_signal_handlers_disconnect_by_data (watch.list, &watch);

  /* A tall screen shows more rows than are read at once. */
  vlg_motion_list_look_at (watch.list, 0, 80);
  first.position = 70;
  office_fixture_wait_until (has_details, &first);
  g_assert_nonnull (strstr (get_details (watch.list, 70)->excerpt, "<b>Laterne"));

  /* The next letter comes before the answer: what was asked is not told any more. */
  vlg_motion_list_look_at (watch.list, 85, 10);
  vlg_motion_list_set_words (watch.list, "latern");
  settle (watch.list);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (get_details (watch.list, 85));

  /* Without words there is nothing left of them. */
  vlg_motion_list_set_words (watch.list, "");
  g_assert_null (get_details (watch.list, 0)->excerpt);
  settle (watch.list);
  g_assert_finalize_object (watch.list);
}

#define N_LONG 60

/* Rows whose texts take long to look through. */
static gpointer
lengthen_job (VlgDb         *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autofree char *text = g_strnfill (400000, ' ');
  VlgStatement *update = vlg_db_prepare (db, "UPDATE motion_text SET reasoning = ?", error);

  for (guint i = 0; text[i] != '\0'; i += 10)
    memcpy (text + i, "Zaunpfahl", strlen ("Zaunpfahl"));
  vlg_statement_bind_text (update, 1, text);
  vlg_statement_execute (update, error);

  return NULL;
}

static gpointer
rename_job (VlgDb         *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  VlgStatement *update = vlg_db_prepare (db, "UPDATE motion SET submitter = 'Amt für Licht'", error);

  vlg_statement_execute (update, error);

  return NULL;
}

static gpointer
short_job (VlgDb         *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return NULL;
}

static VlgRowDetails *
look_at_long_rows (OfficeFixture *self,
                   VlgMotionList *list,
                   GPtrArray     *rows)
{
  VlgRowDetails *details = vlg_row_details_new (self->store);
  g_autoptr (GError) error = NULL;

  settle (list);
  for (guint i = 0; i < N_LONG; i++)
    {
      read_row (list, i);
      g_ptr_array_add (rows, get_row (list, i));
    }
  vlg_store_write (self->store, lengthen_job, NULL, NULL, &error);
  g_assert_no_error (error);
  vlg_row_details_set_words (details, "laternenmast");
  vlg_row_details_look_at (details, rows);

  return details;
}

static gboolean
last_has_details (gpointer data)
{
  return vlg_motion_summary_get_details (((GPtrArray *) data)->pdata[N_LONG - 1]) != NULL;
}

/* Who opens a motion right after a search does not wait until all texts of all rows are looked through. */
static void
test_details_let_others_pass (OfficeFixture *self,
                              gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (VlgMotionList) list = NULL;
  g_autoptr (VlgRowDetails) details = NULL;

  office_fixture_fill (self, N_LONG);
  list = vlg_motion_list_new (self->office);
  details = look_at_long_rows (self, list, rows);
  vlg_store_read_async (self->store, short_job, NULL, NULL, NULL, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  g_assert_false (last_has_details (rows));
  office_fixture_wait_until (last_has_details, rows);
  for (guint i = 0; i < N_LONG; i++)
    g_assert_nonnull (vlg_motion_summary_get_details (rows->pdata[i]));
  g_assert_cmpuint (vlg_row_details_get_n_reads (details), >, 1);
  vlg_row_details_close (details);
}

/* What is being read while the store changes is read anew. */
static void
test_details_of_now (OfficeFixture *self,
                     gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (VlgMotionList) list = NULL;
  g_autoptr (VlgRowDetails) details = NULL;
  g_autoptr (GError) error = NULL;

  office_fixture_fill (self, N_LONG);
  list = vlg_motion_list_new (self->office);
  details = look_at_long_rows (self, list, rows);
  g_usleep (10 * 1000);
  vlg_store_write (self->store, rename_job, NULL, NULL, &error);
  g_assert_no_error (error);
  vlg_row_details_mark_stale (details);
  office_fixture_wait_until (last_has_details, rows);
  for (guint i = 0; i < N_LONG; i++)
    g_assert_cmpstr (vlg_motion_details_get_record (vlg_motion_summary_get_details (rows->pdata[i]))->submitter, ==, "Amt für Licht");
  vlg_row_details_close (details);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("empty", test_empty);
  ADD ("ten-thousand", test_ten_thousand);
  ADD ("scrolling-keeps-memory-bounded", test_scrolling_keeps_memory_bounded);
  ADD ("search-narrows", test_search_narrows);
  ADD ("typing-interrupts", test_typing_interrupts);
  ADD ("follows-changes", test_follows_changes);
  ADD ("details-of-rows-looked-at", test_details_of_rows_looked_at);
  ADD ("details-let-others-pass", test_details_let_others_pass);
  ADD ("details-of-now", test_details_of_now);

  return g_test_run ();
}
