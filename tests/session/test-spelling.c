/* test-spelling.c — German words, and the dictionary that is installed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "vlg-spelling.h"

/* Where a test's own words go. */
static char *config_dir;

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

#define wait_until(condition)                                                 \
  G_STMT_START {                                                              \
    gint64 _deadline = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;     \
    guint _tick = g_timeout_add (5, tick_cb, NULL);                           \
    while (!(condition) && g_get_monotonic_time () < _deadline)               \
      g_main_context_iteration (NULL, TRUE);                                  \
    g_source_remove (_tick);                                                  \
    g_assert_true (condition);                                                \
  } G_STMT_END

/* The questions @text leads to, with blanks between. */
static char *
ask (const char *text)
{
  g_autoptr (GArray) words = vlg_spelling_words_find (text);
  g_autoptr (GString) questions = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *question = vlg_spelling_words_ask (text, &g_array_index (words, VlgSpellingWord, i));

      if (i > 0)
        g_string_append_c (questions, ' ');
      g_string_append (questions, question);
    }

  return g_string_free (g_steal_pointer (&questions), FALSE);
}

static void
test_words (void)
{
  static const struct { const char *text; const char *questions; } cases[] = {
    { "", "" },
    { "Der Rat, der tagt.", "Der Rat der tagt." },
    { "„Rad“-Weg (neu)/Steg", "Rad -Weg neu Steg" },
    { "Straßen- und Wege\xe2\x80\x91" "Bau", "Straßen- und Wege- -Bau" },
    { "z. B. u.a. i. V. m. § 5 Abs. 2", "Abs." },
    { "BV/024/2013/I-OB und FV/002/2017/StR", "und" },
    { "2.500-Euro-Grenze am 16.1.2017, um 18:30", "am um" },
    { "der OB, das BauGB, die GmbH, MDCCC", "der das die" },
    { "HAus", "HAus" },
    { "rathaus@stadt.example www.stadt.example https://stadt.example/a Datei.pdf", "" },
    { "Das geht’s nicht, 'Hans'", "Das geht's nicht Hans" },
    { "Rat\xc2\xadhaus", "Rathaus" },
    { "Bürger*innen", "Bürger innen" },
    { "Haus\xc2\xa0" "Hof\xe2\x80\xa8Garten", "Haus Hof Garten" },
    { "Москва und Δ", "und" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *questions = ask (cases[i].text);

      g_assert_cmpstr (questions, ==, cases[i].questions);
    }
}

static void
test_word_at (void)
{
  const char *text = "Über den Fluß";
  VlgSpellingWord word;

  g_assert_true (vlg_spelling_words_at (text, 0, &word));
  g_assert_cmpuint (word.length, ==, strlen ("Über"));
  g_assert_true (vlg_spelling_words_at (text, strlen ("Über"), &word));
  g_assert_cmpuint (word.start, ==, 0);
  g_assert_true (vlg_spelling_words_at (text, strlen (text), &word));
  g_assert_cmpstr (text + word.start, ==, "Fluß");
  g_assert_false (vlg_spelling_words_at ("a  1", 2, &word));
}

/* The words of @text that are wrong, with blanks between. */
static char *
find_wrong (VlgSpelling *spelling,
            const char  *text)
{
  g_autoptr (GArray) words = vlg_spelling_words_find (text);
  g_autoptr (GString) wrong = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const VlgSpellingWord *word = &g_array_index (words, VlgSpellingWord, i);
      g_autofree char *question = vlg_spelling_words_ask (text, word);
      VlgSpellingVerdict verdict;

      wait_until ((verdict = vlg_spelling_look (spelling, question)) != VLG_SPELLING_UNKNOWN);
      if (verdict == VLG_SPELLING_WRONG)
        g_string_append_printf (wrong, "%s%.*s", wrong->len > 0 ? " " : "", (int) word->length, text + word->start);
    }

  return g_string_free (g_steal_pointer (&wrong), FALSE);
}

static void
test_german (void)
{
  g_autoptr (VlgSpelling) spelling = vlg_spelling_new ("de_DE");
  static const struct { const char *text; const char *wrong; } cases[] = {
    { "Der Stadtrat beschließt das Integrationskonzept.", "" },
    { "Der Stadtrat beschliest das Integrationskonzzept.", "beschliest Integrationskonzzept" },
    { "Verwaltungs- und Straßenbaukosten, Jahresgewinn und -verlust, Leitbild-Beschluss", "" },
    { "Verwaltunks- und Leitbild-Beschlus", "Verwaltunks Beschlus" },
    { "bzw. gem. § 4 Abs. 2 Nr. 3 BauGB i. V. m. BV/024/2013/I-OB, z. B. 2.500-Euro-Grenze, usw.", "" },
    { "Die einwohnerinnen", "einwohnerinnen" },
  };

  g_assert_cmpint (vlg_spelling_get_state (spelling), ==, VLG_SPELLING_STATE_LOADING);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *wrong = find_wrong (spelling, cases[i].text);

      g_assert_cmpstr (wrong, ==, cases[i].wrong);
    }
  g_assert_cmpint (vlg_spelling_get_state (spelling), ==, VLG_SPELLING_STATE_READY);
  g_assert_false (vlg_spelling_take_absence (spelling));
}

static void
suggested_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(char ***) data = vlg_spelling_suggest_finish (VLG_SPELLING (source), result, &error);
  g_assert_no_error (error);
}

static void
test_suggest (void)
{
  g_autoptr (VlgSpelling) spelling = vlg_spelling_new ("de_DE");
  g_auto (GStrv) suggestions = NULL;

  vlg_spelling_suggest_async (spelling, "Stadtrad", NULL, suggested_cb, &suggestions);
  wait_until (suggestions != NULL);
  g_assert_true (g_strv_contains ((const char * const *) suggestions, "Stadtrat"));
  g_assert_cmpuint (g_strv_length (suggestions), <=, 8);
}

static gboolean
own_list_has (const char *word)
{
  g_autofree char *path = g_build_filename (config_dir, "de_DE.dic", NULL);
  g_autofree char *content = NULL;

  return g_file_get_contents (path, &content, NULL, NULL) && strstr (content, word) != NULL;
}

/* Own words are known at once, and to a program that is started later; ignored ones only here. */
static void
test_own_words (void)
{
  g_autoptr (VlgSpelling) spelling = vlg_spelling_new ("de_DE");
  g_autoptr (VlgSpelling) later = vlg_spelling_new ("de_DE");
  const char *text = "Muldebrückchenz und Klölenstiegz";
  g_autofree char *before = find_wrong (spelling, text);
  g_autofree char *after = NULL;
  g_autofree char *restarted = NULL;

  g_assert_cmpstr (before, ==, "Muldebrückchenz Klölenstiegz");
  vlg_spelling_add (spelling, "Muldebrückchenz");
  vlg_spelling_ignore (spelling, "Klölenstiegz");
  after = find_wrong (spelling, text);
  g_assert_cmpstr (after, ==, "");

  wait_until (own_list_has ("Muldebrückchenz"));
  g_assert_false (own_list_has ("Klölenstiegz"));
  restarted = find_wrong (later, text);
  g_assert_cmpstr (restarted, ==, "Klölenstiegz");
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Without a dictionary nothing is wrong, and that it is missing is told once. */
static void
test_absent (void)
{
  g_autoptr (VlgSpelling) spelling = vlg_spelling_new ("xx_YY");
  g_autofree char *wrong = NULL;
  g_autofree char *german = NULL;
  g_auto (GStrv) suggestions = NULL;
  guint n_checked = 0;

  g_signal_connect_swapped (spelling, "checked", G_CALLBACK (count_cb), &n_checked);
  wrong = find_wrong (spelling, "Ganzz fallsch");
  g_assert_cmpstr (wrong, ==, "");
  g_assert_cmpuint (n_checked, >, 0);
  g_assert_cmpint (vlg_spelling_get_state (spelling), ==, VLG_SPELLING_STATE_ABSENT);
  g_assert_true (vlg_spelling_take_absence (spelling));
  g_assert_false (vlg_spelling_take_absence (spelling));

  vlg_spelling_add (spelling, "Ganzz");
  vlg_spelling_suggest_async (spelling, "Ganzz", NULL, suggested_cb, &suggestions);
  wait_until (suggestions != NULL);
  g_assert_cmpuint (g_strv_length (suggestions), ==, 0);

  /* Another language is tried anew. */
  vlg_spelling_set_language (spelling, "de_DE");
  german = find_wrong (spelling, "fallsch");
  g_assert_cmpstr (german, ==, "fallsch");
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  *(char ***) data = vlg_spelling_list_finish (VLG_SPELLING (source), result, NULL);
}

static void
test_list (void)
{
  g_autoptr (VlgSpelling) spelling = vlg_spelling_new ("de_DE");
  g_auto (GStrv) tags = NULL;

  vlg_spelling_list_async (spelling, listed_cb, &tags);
  wait_until (tags != NULL);
  g_assert_true (g_strv_contains ((const char * const *) tags, "de_DE"));
  for (guint i = 1; tags[i] != NULL; i++)
    g_assert_cmpstr (tags[i - 1], <, tags[i]);
}

static void
remove_dir (void)
{
  g_autoptr (GDir) dir = g_dir_open (config_dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (config_dir, name, NULL);

      g_remove (path);
    }
  g_rmdir (config_dir);
  g_free (config_dir);
}

int
main (int    argc,
      char **argv)
{
  int status;

  config_dir = g_dir_make_tmp ("vorlage-words-XXXXXX", NULL);
  g_setenv ("ENCHANT_CONFIG_DIR", config_dir, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spelling/words", test_words);
  g_test_add_func ("/spelling/word-at", test_word_at);
  g_test_add_func ("/spelling/german", test_german);
  g_test_add_func ("/spelling/suggest", test_suggest);
  g_test_add_func ("/spelling/own-words", test_own_words);
  g_test_add_func ("/spelling/absent", test_absent);
  g_test_add_func ("/spelling/list", test_list);

  status = g_test_run ();
  remove_dir ();

  return status;
}
