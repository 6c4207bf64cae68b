/* bench-typing.c — what a keystroke costs in a 300-page reasoning with its paper beside it, beside a bare text view
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "vlg-motion-view.h"
#include "vlg-motion-editor.h"
#include "vlg-motions.h"
#include "vlg-paper-preview.h"
#include "vlg-sqlite-store.h"

#define N_KEYS 200
/* A fast typist; between two keys the program does all that follows from the first. */
#define KEY_MS 90
#define N_LOOKS 15

/* The aims. */
#define KEY_AIM_MS 16
#define LOOK_AIM_MS 200

static GString *
make_text (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; text->len < 1000 * 1000; i++)
    {
      if (i % 20 == 0)
        g_string_append_printf (text, "## Abschnitt %u\n\n", i / 20);
      else if (i % 5 == 0)
        g_string_append_printf (text, "%u. Der **erste** Punkt der Aufzählung, mit einigen Worten.\n   - und einem darunter\n%u. Der zweite Punkt.\n\n", 1u, 2u);
      else
        g_string_append_printf (text, "Absatz %u: Der Radweg am Fluss wird in *diesem* Abschnitt neu gebaut, weil der alte den Verkehr nicht mehr fasst und die "
                                "Anlieger seit Jahren darum bitten, daß die Stadt sich der Sache annimmt. Die Kosten trägt zur Hälfte das Land, zur Hälfte "
                                "der städtische Haushalt, vorbehaltlich der Zustimmung des Ausschusses.\n\n", i);
    }

  return text;
}

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
compare (const void *a,
         const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
wall_ms (void)
{
  return g_get_monotonic_time () / 1e3;
}

/* Runs the main loop for @ms and adds up its work; the longest turn, in which no key would have been taken, goes to @longest. */
static double
run_for (double  ms,
         double *longest)
{
  double until = wall_ms () + ms, work = 0;

  while (wall_ms () < until)
    {
      double start = cpu_ms (), turn;

      /* Looking whether there is something to do is no work. */
      if (!g_main_context_iteration (NULL, FALSE))
        {
          g_usleep (500);
          continue;
        }
      turn = cpu_ms () - start;
      work += turn;
      *longest = MAX (*longest, turn);
    }

  return work;
}

static void
press_key (GtkTextView *view,
           const char  *letter)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, letter, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (buffer));
}

typedef struct {
  double keys[N_KEYS];   /* all work of the main loop from one letter to the next */
  double turns[N_KEYS];  /* the longest turn of it */
} Typing;

static void
type (GtkTextView *view,
      Typing      *typing)
{
  static const char *const letters[] = { "e", "n", " ", "S", "t", "ä" };
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  double longest = 0;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (buffer, &iter, gtk_text_buffer_get_line_count (buffer) / 2);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_to_mark (view, gtk_text_buffer_get_insert (buffer), 0, TRUE, 0, .5);
  run_for (4000, &longest);

  for (guint i = 0; i < N_KEYS; i++)
    {
      double start = cpu_ms ();

      press_key (view, letters[i % G_N_ELEMENTS (letters)]);
      typing->keys[i] = typing->turns[i] = cpu_ms () - start;
      typing->keys[i] += run_for (KEY_MS, &typing->turns[i]);
    }
  qsort (typing->keys, N_KEYS, sizeof (double), compare);
  qsort (typing->turns, N_KEYS, sizeof (double), compare);
}

static GtkWidget *
show (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  return window;
}

static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static void
bench_bare (const char *text,
            Typing     *typing)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *window;

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  window = show (scroller);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  type (GTK_TEXT_VIEW (view), typing);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  *(VlgMotion **) user_data = vlg_office_create_motion_finish (VLG_OFFICE (source), result, NULL);
}

static void
paper_cb (guint *n_papers)
{
  (*n_papers)++;
}

/* How long after a letter the new paper is painted, where it is in sight. */
static double
look (GtkTextView     *view,
      VlgPaperPreview *preview)
{
  guint n_papers = 0;
  gulong handler = g_signal_connect_swapped (preview, "notify::paper", G_CALLBACK (paper_cb), &n_papers);
  double start = wall_ms (), longest = 0;

  press_key (view, "x");
  while (n_papers == 0 && wall_ms () - start < 5000)
    run_for (1, &longest);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (preview));
  start = wall_ms () - start;
  g_signal_handler_disconnect (preview, handler);

  return start;
}

static void
bench_ours (const char *text,
            const char *folder,
            Typing     *typing,
            double     *looks)
{
  g_autofree char *path = g_build_filename (folder, "typing.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgStore) store = vlg_sqlite_store_open (path, &error);
  g_autoptr (VlgActor) actor = vlg_actor_new (1000, "Benchmark");
  g_autoptr (VlgOffice) office = store != NULL ? vlg_office_new (store, actor, &error) : NULL;
  g_autoptr (VlgMotion) motion = NULL;
  GtkWidget *view, *window, *preview;
  GtkTextView *text_view;
  double longest = 0;

  if (office == NULL)
    g_error ("%s", error->message);
  vlg_office_create_motion_async (office, "BV", "I-OB", "Radweg am Fluss", NULL, created_cb, &motion);
  while (motion == NULL)
    g_main_context_iteration (NULL, TRUE);
  vlg_motion_set_text (motion, VLG_FIELD_REASONING, text);

  view = g_object_new (VLG_TYPE_MOTION_VIEW, "office", office, "motion", motion, NULL);
  window = show (view);
  gtk_widget_activate_action (find (view, VLG_TYPE_MOTION_EDITOR), "motion-editor.open-text", "s", "reasoning");
  preview = find (view, VLG_TYPE_PAPER_PREVIEW);
  while (vlg_paper_preview_get_paper (VLG_PAPER_PREVIEW (preview)) == NULL)
    run_for (10, &longest);
  text_view = GTK_TEXT_VIEW (vlg_text_editor_get_view (vlg_motion_editor_get_text (VLG_MOTION_EDITOR (find (view, VLG_TYPE_MOTION_EDITOR)))));
  type (text_view, typing);

  for (guint i = 0; i < N_LOOKS; i++)
    {
      run_for (500, &longest);
      looks[i] = look (text_view, VLG_PAPER_PREVIEW (preview));
    }
  qsort (looks, N_LOOKS, sizeof (double), compare);
  g_print ("paper of %u pages\n", vlg_paper_get_n_pages (vlg_paper_preview_get_paper (VLG_PAPER_PREVIEW (preview))));
  vlg_motion_view_set_motion (VLG_MOTION_VIEW (view), NULL);
  run_for (500, &longest);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (void)
{
  GString *text = make_text ();
  g_autofree char *folder = g_dir_make_tmp ("vorlage-typing-XXXXXX", NULL);
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  static Typing bare, ours;
  double looks[N_LOOKS];

  adw_init ();
  gtk_css_provider_load_from_resource (style, RESOURCE_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  bench_bare (text->str, &bare);
  bench_ours (text->str, folder, &ours, looks);

  g_print ("%zu bytes of reasoning, the paper beside it, a key every %d ms; work of the main loop in ms, median / p95:\n", text->len, KEY_MS);
  g_print ("  all from one key to the next   %6.2f / %6.2f (aim %d)   bare text view %6.2f / %6.2f\n",
           ours.keys[N_KEYS / 2], ours.keys[N_KEYS * 95 / 100], KEY_AIM_MS, bare.keys[N_KEYS / 2], bare.keys[N_KEYS * 95 / 100]);
  g_print ("  the longest turn of it         %6.2f / %6.2f            bare text view %6.2f / %6.2f\n",
           ours.turns[N_KEYS / 2], ours.turns[N_KEYS * 95 / 100], bare.turns[N_KEYS / 2], bare.turns[N_KEYS * 95 / 100]);
  g_print ("a letter stands on the paper after %.0f ms, at most %.0f ms (aim %d)\n", looks[N_LOOKS / 2], looks[N_LOOKS - 1], LOOK_AIM_MS);
  g_string_free (text, TRUE);

  return ours.keys[N_KEYS * 95 / 100] < KEY_AIM_MS ? 0 : 1;
}
