/* test-id-diff.c — edits turn the old order into the new one, and are few
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-id-diff.h"

/* Applies the edits, checks the outcome, and returns how many there were. */
static guint
apply (const gint64 *old_ids,
       guint         n_old,
       const gint64 *new_ids,
       guint         n_new,
       guint        *n_touched)
{
  g_autoptr (GArray) edits = vlg_id_diff (old_ids, n_old, new_ids, n_new);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint touched = 0;

  g_array_append_vals (ids, old_ids, n_old);
  for (guint i = 0; i < edits->len; i++)
    {
      const VlgIdEdit *edit = &g_array_index (edits, VlgIdEdit, i);

      g_assert_cmpuint (edit->position + edit->removed, <=, ids->len);
      g_assert_cmpuint (edit->position + edit->added, <=, n_new);
      if (edit->removed > 0)
        g_array_remove_range (ids, edit->position, edit->removed);
      if (edit->added > 0)
        g_array_insert_vals (ids, edit->position, new_ids + edit->position, edit->added);
      touched += edit->removed + edit->added;
    }
  g_assert_cmpuint (ids->len, ==, n_new);
  for (guint i = 0; i < n_new; i++)
    g_assert_cmpint (g_array_index (ids, gint64, i), ==, new_ids[i]);
  if (n_touched != NULL)
    *n_touched = touched;

  return edits->len;
}

static void
fill (gint64 *ids,
      guint   n)
{
  for (guint i = 0; i < n; i++)
    ids[i] = i + 1;
}

static void
test_same (void)
{
  gint64 ids[100];

  fill (ids, 100);
  g_assert_cmpuint (apply (ids, 100, ids, 100, NULL), ==, 0);
  g_assert_cmpuint (apply (ids, 0, ids, 0, NULL), ==, 0);
}

static void
test_from_and_to_nothing (void)
{
  gint64 ids[100];
  guint touched;

  fill (ids, 100);
  g_assert_cmpuint (apply (ids, 0, ids, 100, &touched), ==, 1);
  g_assert_cmpuint (touched, ==, 100);
  g_assert_cmpuint (apply (ids, 100, ids, 0, &touched), ==, 1);
  g_assert_cmpuint (touched, ==, 100);
}

static void
test_row_to_the_front (void)
{
  gint64 old_ids[1000];
  gint64 new_ids[1000];
  guint touched;

  fill (old_ids, 1000);
  new_ids[0] = old_ids[700];
  memcpy (new_ids + 1, old_ids, 700 * sizeof (gint64));
  memcpy (new_ids + 701, old_ids + 701, 299 * sizeof (gint64));
  g_assert_cmpuint (apply (old_ids, 1000, new_ids, 1000, &touched), ==, 2);
  g_assert_cmpuint (touched, ==, 2);
}

static void
test_added_and_removed (void)
{
  gint64 old_ids[1000];
  gint64 new_ids[1000];
  guint touched;

  fill (old_ids, 1000);
  /* Five in front, one away at 500. */
  for (guint i = 0; i < 5; i++)
    new_ids[i] = 5000 + i;
  memcpy (new_ids + 5, old_ids, 500 * sizeof (gint64));
  memcpy (new_ids + 505, old_ids + 501, 400 * sizeof (gint64));
  g_assert_cmpuint (apply (old_ids, 901, new_ids, 905, &touched), ==, 2);
  g_assert_cmpuint (touched, ==, 6);
}

static void
test_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      guint n_old = g_test_rand_int_range (0, 300);
      g_autoptr (GArray) old_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) new_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      guint wildness = g_test_rand_int_range (1, 60);

      for (gint64 i = 0; i < n_old; i++)
        g_array_append_val (old_ids, i);
      for (gint64 i = 0; i < n_old; i++)
        {
          gint64 fresh = 1000 + i;

          if (g_test_rand_int_range (0, 100) < (int) wildness)
            continue;
          if (g_test_rand_int_range (0, 100) < (int) wildness)
            g_array_append_val (new_ids, fresh);
          g_array_insert_val (new_ids, g_test_rand_int_range (0, 100) < (int) wildness ? 0 : new_ids->len, i);
        }
      apply ((gint64 *) (gpointer) old_ids->data, old_ids->len, (gint64 *) (gpointer) new_ids->data, new_ids->len, NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/id-diff/same", test_same);
  g_test_add_func ("/id-diff/from-and-to-nothing", test_from_and_to_nothing);
  g_test_add_func ("/id-diff/row-to-the-front", test_row_to_the_front);
  g_test_add_func ("/id-diff/added-and-removed", test_added_and_removed);
  g_test_add_func ("/id-diff/random", test_random);

  return g_test_run ();
}
