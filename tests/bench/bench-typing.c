/* bench-typing.c — what a keystroke costs in a 300-page text, beside a bare text view
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "vlg-text-editor.h"

#define N_KEYS 400

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

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

/* Work of the main loop from a letter to its picture. */
static double
press_key (GtkTextView *view,
           const char  *letter)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (view));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  double start = cpu_ms ();

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, letter, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (buffer));
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  start = cpu_ms () - start;
  g_signal_handler_disconnect (clock, handler);

  return start;
}

static void
settle (guint ms)
{
  gint64 until = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
}

static void
measure (GtkTextView *view,
         double      *median,
         double      *p95)
{
  static const char *const letters[] = { "e", "n", " ", "S", "t", "ä" };
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  double times[N_KEYS];
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (buffer, &iter, gtk_text_buffer_get_line_count (buffer) / 2);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_to_mark (view, gtk_text_buffer_get_insert (buffer), 0, TRUE, 0, .5);
  settle (3000);

  for (guint i = 0; i < N_KEYS; i++)
    times[i] = press_key (view, letters[i % G_N_ELEMENTS (letters)]);
  qsort (times, N_KEYS, sizeof *times, compare);
  *median = times[N_KEYS / 2];
  *p95 = times[N_KEYS * 95 / 100];
}

static GtkWidget *
show (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 800, 900);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  return window;
}

int
main (void)
{
  GString *text = make_text ();
  GtkWidget *window, *view, *scroller, *editor;
  double median, p95, bare_median, bare_p95, start, load, bare_load, first, again;
  gsize length;

  adw_init ();

  view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  window = show (scroller);
  start = cpu_ms ();
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text->str, text->len);
  bare_load = cpu_ms () - start;
  measure (GTK_TEXT_VIEW (view), &bare_median, &bare_p95);
  gtk_window_destroy (GTK_WINDOW (window));

  editor = vlg_text_editor_new ();
  window = show (editor);
  start = cpu_ms ();
  vlg_text_editor_set_markdown (VLG_TEXT_EDITOR (editor), text->str);
  load = cpu_ms () - start;
  measure (GTK_TEXT_VIEW (vlg_text_editor_get_view (VLG_TEXT_EDITOR (editor))), &median, &p95);

  start = cpu_ms ();
  length = strlen (vlg_text_editor_get_markdown (VLG_TEXT_EDITOR (editor)));
  first = cpu_ms () - start;
  start = cpu_ms ();
  length += strlen (vlg_text_editor_get_markdown (VLG_TEXT_EDITOR (editor)));
  again = cpu_ms () - start;
  gtk_window_destroy (GTK_WINDOW (window));

  g_print ("load %zu bytes: %.1f ms, bare text view %.1f ms\n", text->len, load, bare_load);
  g_print ("keystroke: median %.2f ms, p95 %.2f ms; bare text view %.2f ms, %.2f ms; ratio %.2f, %.2f\n",
           median, p95, bare_median, bare_p95, median / bare_median, p95 / bare_p95);
  g_print ("markdown (%zu bytes): %.2f ms, again %.3f ms\n", length / 2, first, again);
  g_string_free (text, TRUE);

  return p95 < 16 ? 0 : 1;
}
