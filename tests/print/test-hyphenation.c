/* test-hyphenation.c — where words are divided
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "vlg-hyphenation.h"

static char *
divide (VlgHyphenation *patterns,
        const char     *word,
        guint           minimum)
{
  GString *divided = g_string_new (NULL);
  g_autofree guint8 *breaks = g_malloc (strlen (word) + 1);

  vlg_hyphenation_find (patterns, word, strlen (word), minimum, breaks);
  for (gsize i = 0; word[i] != '\0'; i++)
    {
      if (breaks[i])
        g_string_append_c (divided, '=');
      g_string_append_c (divided, word[i]);
    }
  return g_string_free (divided, FALSE);
}

#define assert_divided(patterns, word, minimum, expected) \
  G_STMT_START { \
    g_autofree char *divided_ = divide (patterns, word, minimum); \
    g_assert_cmpstr (divided_, ==, expected); \
  } G_STMT_END

static void
test_german (void)
{
  VlgHyphenation *patterns = vlg_hyphenation_get ("de-DE");

  g_assert_nonnull (patterns);
  g_assert_true (vlg_hyphenation_get ("de-DE") == patterns);
  assert_divided (patterns, "integrationskonzept", 2, "in=te=gra=ti=ons=kon=zept");
  assert_divided (patterns, "integrationskonzept", 3, "inte=gra=ti=ons=kon=zept");
  assert_divided (patterns, "stadtentwicklung", 3, "stadt=ent=wick=lung");
  assert_divided (patterns, "bevölkerung", 2, "be=völ=ke=rung");
  assert_divided (patterns, "straßenbeleuchtung", 3, "stra=ßen=be=leuch=tung");
  assert_divided (patterns, "freund", 2, "freund");
  assert_divided (patterns, "карта", 2, "карта");
  assert_divided (patterns, "a", 1, "a");
}

static void
test_patterns (void)
{
  static const char latin1[] = "ISO8859-1\n%% comment\nCOMPOUNDLEFTHYPHENMIN 2\nhaus1t\xfcr\nNEXTLEVEL\n1t\n";
  static const char utf8[] = "UTF-8\n1be\n2b1e\n";
  VlgHyphenation *patterns = vlg_hyphenation_new (latin1, strlen (latin1));

  assert_divided (patterns, "haustür", 2, "haus=tür");
  vlg_hyphenation_free (patterns);

  patterns = vlg_hyphenation_new (utf8, strlen (utf8));
  assert_divided (patterns, "übe", 1, "üb=e");
  vlg_hyphenation_free (patterns);

  g_assert_null (vlg_hyphenation_new ("KOI8-R\n1a\n", 10));
  g_assert_null (vlg_hyphenation_new ("", 0));
  g_assert_null (vlg_hyphenation_get ("xx-nowhere"));
  g_assert_null (vlg_hyphenation_get (""));
}

/* No pattern file, however odd, and no word may lead out of bounds. */
static void
test_odd (void)
{
  g_autofree char *word = g_strnfill (5000, 'a');
  g_autofree guint8 *breaks = g_malloc (5000);
  g_autoptr (GString) file = g_string_new ("UTF-8\n");
  VlgHyphenation *patterns;

  for (guint i = 0; i < 200; i++)
    g_string_append (file, "a1");
  g_string_append (file, "\n1a1\n999\n\n/\na/b=,1,1\n.a1\nNEXTLEVEL\nNEXTLEVEL\nNEXTLEVEL\na2a");
  patterns = vlg_hyphenation_new (file->str, file->len);
  for (gsize length = 0; length <= 5000; length = length * 2 + 1)
    vlg_hyphenation_find (patterns, word, length, 2, breaks);
  vlg_hyphenation_find (patterns, word, 199, 1, breaks);
  for (gsize i = 2; i < 198; i++)
    g_assert_cmpint (breaks[i], ==, 1);
  vlg_hyphenation_free (patterns);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hyphenation/german", test_german);
  g_test_add_func ("/hyphenation/patterns", test_patterns);
  g_test_add_func ("/hyphenation/odd", test_odd);
  return g_test_run ();
}
