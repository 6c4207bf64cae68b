/* test-canonical.c — canonical bytes and the hash chain; the golden values were computed outside this program
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "vlg-canonical.h"
#include "vlg-error.h"

#include <string.h>

static void
assert_bytes (JsonNode   *node,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = vlg_canonical_serialize (node, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
}

static void
assert_canonical (const char *json,
                  const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (json, &error);

  g_assert_no_error (error);
  assert_bytes (node, expected);
}

static void
test_serialize (void)
{
  assert_canonical ("{ }", "{}");
  assert_canonical ("[ ]", "[]");
  assert_canonical ("[null, true, false, 0, -7, 9223372036854775807, -9223372036854775807, \"\"]",
                    "[null,true,false,0,-7,9223372036854775807,-9223372036854775807,\"\"]");
  /* by bytes: capitals before small letters, ß behind z, the shorter first */
  assert_canonical ("{ \"b\": 1, \"a\": { \"z\": [ { } ], \"\303\237\": 2, \"Z\": 3 }, \"ab\": null, \"\": 4 }",
                    "{\"\":4,\"a\":{\"Z\":3,\"z\":[{}],\"\303\237\":2},\"ab\":null,\"b\":1}");
  assert_canonical ("\"Ro\303\237lau \\u00e4 \\\\ / \\\" \\n \\t \\u001f \\u007f \\ud83d\\ude00\"",
                    "\"Ro\303\237lau \303\244 \\\\ / \\\" \\u000a \\u0009 \\u001f \177 \360\237\230\200\"");
}

static void
test_refused (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (JsonNode) broken = json_node_init_string (json_node_alloc (), "Ro\337lau");
  const char *jsons[] = { "1.5", "[1e3]", "{\"a\":[{\"b\":0.0}]}", NULL };

  for (guint i = 0; i < 100; i++)
    g_string_append_c (deep, '[');
  for (guint i = 0; i < 100; i++)
    g_string_append_c (deep, ']');
  jsons[3] = deep->str;

  for (gsize i = 0; i < G_N_ELEMENTS (jsons); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = json_from_string (jsons[i], &error);

      g_assert_no_error (error);
      g_assert_null (vlg_canonical_serialize (node, &error));
      g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
    }

  {
    g_autoptr (GError) error = NULL;

    g_assert_null (vlg_canonical_serialize (broken, &error));
    g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
  }
}

static void
test_sha256 (void)
{
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) payload = g_bytes_new_static ("{\"deed\":\"created\",\"sequence\":1}", 31);
  g_autofree char *hash_empty = vlg_canonical_sha256 (empty);
  g_autofree char *hash_payload = vlg_canonical_sha256 (payload);

  g_assert_cmpstr (hash_empty, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  g_assert_cmpstr (hash_payload, ==, "873aaba9f7e851afb45454d41aaa4dbedbbaee42d3dde3f4239fc1b73b668e18");
}

static void
test_chain (void)
{
  g_autoptr (GBytes) first = g_bytes_new_static ("{\"deed\":\"created\",\"sequence\":1}", 31);
  g_autoptr (GBytes) second = g_bytes_new_static ("{\"deed\":\"saved\",\"sequence\":2}", 29);
  g_autofree char *hash_first = vlg_canonical_chain_hash ("", first);
  g_autofree char *hash_second = vlg_canonical_chain_hash (hash_first, second);
  g_autofree char *unchained = vlg_canonical_chain_hash ("", second);

  g_assert_cmpstr (hash_first, ==, "bbb1eb523b7952a0efefc08f4601ace8b26739ca91f4c794709ada89f8c4d8b9");
  g_assert_cmpstr (hash_second, ==, "13b13f89d5b615c80259887e1cbdbea1e7e673d89778bcfabc96b4ef702ae55e");
  g_assert_cmpstr (hash_second, !=, unchained);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/canonical/serialize", test_serialize);
  g_test_add_func ("/canonical/refused", test_refused);
  g_test_add_func ("/canonical/sha256", test_sha256);
  g_test_add_func ("/canonical/chain", test_chain);

  return g_test_run ();
}
