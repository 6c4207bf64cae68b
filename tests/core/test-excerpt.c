/* test-excerpt.c — where the words of a search stand
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "vlg-excerpt.h"

static void
assert_marked (const char *typed,
               const char *text,
               const char *expected)
{
  g_autoptr (VlgSoughtWords) words = vlg_sought_words_new (typed);
  g_autofree char *markup = vlg_excerpt_mark (words, text, NULL);

  if (g_strcmp0 (markup, expected) != 0)
    g_error ("“%s” in “%s” gives “%s” instead of “%s”", typed, text, markup, expected);
}

static void
assert_found (const char *typed,
              const char *text,
              guint       width,
              const char *expected)
{
  g_autoptr (VlgSoughtWords) words = vlg_sought_words_new (typed);
  g_autofree char *markup = vlg_excerpt_find (words, text, TRUE, VLG_SOUGHT_PLAIN, vlg_sought_words_get_all (words), width, NULL, NULL);

  if (g_strcmp0 (markup, expected) != 0)
    g_error ("“%s” gives “%s” instead of “%s”", typed, markup, expected);
  if (markup != NULL)
    g_assert_true (g_utf8_validate (markup, -1, NULL));
}

static void
test_titles (void)
{
  /* Inside of words, umlauts and ß as the index folds them, and half an ß is an ß. */
  assert_marked ("konzept", "Integrationskonzept der Stadt", "Integrations<b>konzept</b> der Stadt");
  assert_marked ("BRUCKE", "Neubau der Brücke", "Neubau der <b>Brücke</b>");
  assert_marked ("brücke", "Neubau der BRUCKE", "Neubau der <b>BRUCKE</b>");
  assert_marked ("strasse", "Große Straße", "Große <b>Straße</b>");
  assert_marked ("STRAẞE", "Hauptstrasse", "Haupt<b>strasse</b>");
  assert_marked ("stras", "Straße", "<b>Straß</b>e");
  assert_marked ("brucke", "Bru\xcc\x88""cke", "<b>Bru\xcc\x88""cke</b>");
  assert_marked ("neubau brück", "Neubau der Brücke", "<b>Neubau</b> der <b>Brück</b>e");
  /* A short word only where it begins one; punctuation separates as in the index. */
  assert_marked ("de", "Gemeinde der Stadt", "Gemeinde <b>de</b>r Stadt");
  assert_marked ("422/2017", "BV/422/2017/I-OB", "BV/<b>422/2017</b>/I-OB");
  assert_marked ("bv-422", "BV/422/2017", "<b>BV/422</b>/2017");
  assert_marked ("i-o", "BV/422/2017/I-OB", "BV/422/2017/<b>I-O</b>B");
  /* Whatever is typed or stands there, it is no markup. */
  assert_marked ("meier", "Meier & <Sohn>", "<b>Meier</b> &amp; &lt;Sohn&gt;");
  assert_marked ("<b>", "<b>", "&lt;<b>b</b>&gt;");
  assert_marked ("amp", "A & B", NULL);
  assert_marked ("nichts", "Neubau", NULL);
  assert_marked ("", "Neubau", NULL);
  assert_marked ("§ – …", "§ 100", NULL);
}

static void
test_passages (void)
{
  assert_found ("elbe", "Elbe und Mulde.", 100, "<b>Elbe</b> und Mulde.");
  assert_found ("mulde", "Elbe und Mulde", 100, "Elbe und <b>Mulde</b>");
  /* Texts are found word by word, the last one from its beginning. */
  assert_found ("ulde", "Elbe und Mulde", 100, NULL);
  assert_found ("mul elbe", "Elbe und Mulde", 100, "<b>Elbe</b> und Mulde");
  assert_found ("mul", "Elbe und Mulde", 100, "Elbe und <b>Mul</b>de");
  assert_found ("beschliesst", "Der Stadtrat beschließt:", 100, "Der Stadtrat <b>beschließt</b>:");
  /* Signs of CommonMark are no words, lines no more than blanks; control characters are no markup. */
  assert_found ("zweitens", "# Kopf\n\n- **erstens**\n- zweitens \\* 5 > 3\n", 100, "…erstens <b>zweitens</b> * 5 &gt; 3 ");
  assert_found ("b", "a\x01" "b", 100, "a <b>b</b>");
  /* Nothing of the paragraph before. */
  assert_found ("neu", "Alt.\n\nNeu ist dies.", 100, "…<b>Neu</b> ist dies.");
  assert_found ("gibtesnicht", "Elbe und Mulde", 100, NULL);
  assert_found ("elbe", "", 100, NULL);
}

/* The place that holds both words counts, not the first that holds one. */
static void
test_together (void)
{
  g_autoptr (VlgSoughtWords) words = vlg_sought_words_new ("haushalt brücke");
  g_autoptr (GString) text = g_string_new ("Der Haushalt steht.\n\n");
  g_autofree char *markup = NULL;
  guint32 found = 0;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "Dazwischen steht vieles. ");
  g_string_append (text, "Im Haushalt ist die Brücke vorgesehen.");
  markup = vlg_excerpt_find (words, text->str, TRUE, VLG_SOUGHT_PLAIN, 3, 100, NULL, &found);
  g_assert_cmpuint (found, ==, 3);
  g_assert_nonnull (strstr (markup, "Im <b>Haushalt</b> ist die <b>Brücke</b> vorgesehen."));
  g_assert_true (g_str_has_prefix (markup, "…"));
  g_assert_cmpint (g_utf8_strlen (markup, -1), <, 140);
}

/* Hundreds of pages: the end is reached, no word is cut, and the search can be given up on the way. */
static void
test_long (void)
{
  g_autoptr (VlgSoughtWords) words = vlg_sought_words_new ("schlussstein");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *markup = NULL;

  while (text->len < 2 * 1024 * 1024)
    g_string_append (text, "Größere Vorhaben brauchen Überlegung. ");
  g_string_append (text, "Der Schlußstein sitzt und hält das Gewölbe zusammen, wie es vorgesehen war.");
  markup = vlg_excerpt_find (words, text->str, TRUE, VLG_SOUGHT_PLAIN, 1, 60, cancellable, NULL);
  g_assert_cmpstr (markup, ==, "…Überlegung. Der <b>Schlußstein</b> sitzt und hält das Gewölbe…");
  g_clear_pointer (&markup, g_free);
  g_cancellable_cancel (cancellable);
  g_assert_null (vlg_excerpt_find (words, text->str, TRUE, VLG_SOUGHT_PLAIN, 1, 60, cancellable, NULL));
}

/* Whatever is typed and written, the markup holds. */
static void
test_noise (void)
{
  static const char * const parts[] = { "<", "&", "\"", "ß", "ä", "a\xcc\x88", "wort", " ", "\n", "\n\n", "*", "\\", "#", "- ", "`", "BV/1", "\x02", "\xe2\x80\x9c", "ẞ", "1" };

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) typed = g_string_new (NULL);
      g_autoptr (VlgSoughtWords) words = NULL;
      g_autofree char *markup = NULL;
      g_autofree char *whole = NULL;
      g_autoptr (GError) error = NULL;
      GMarkupParser parser = { 0 };
      g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);

      for (guint n = g_test_rand_int_range (1, 60); n > 0; n--)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      for (guint n = g_test_rand_int_range (1, 6); n > 0; n--)
        g_string_append (typed, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      words = vlg_sought_words_new (typed->str);
      markup = vlg_excerpt_find (words, text->str, g_test_rand_bit (), VLG_SOUGHT_INSIDE, vlg_sought_words_get_all (words), g_test_rand_int_range (1, 80), NULL, NULL);
      whole = g_strdup_printf ("<m>%s</m>", markup != NULL ? markup : "");
      g_assert_true (g_markup_parse_context_parse (context, whole, -1, &error));
      g_assert_no_error (error);
      g_assert_true (markup == NULL || strstr (markup, "<b>") != NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/excerpt/titles", test_titles);
  g_test_add_func ("/excerpt/passages", test_passages);
  g_test_add_func ("/excerpt/together", test_together);
  g_test_add_func ("/excerpt/long", test_long);
  g_test_add_func ("/excerpt/noise", test_noise);

  return g_test_run ();
}
