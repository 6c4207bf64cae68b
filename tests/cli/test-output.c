/* test-output.c — CSV after RFC 4180, tables by the width of characters, nothing that fools a terminal
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <unistd.h>

#include "vlg-cli-output.h"

static void
test_csv (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (VlgCliOutput) out = vlg_cli_output_new ();
      const char *plain[] = { "BV/001/2030", "Brücke", "", NULL };
      const char *odd[] = { "a,b", "say \"no\"", "two\nlines", "=1+2", NULL };

      vlg_cli_output_csv (out, plain);
      vlg_cli_output_csv (out, odd);
      vlg_cli_output_flush (out, NULL);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*BV/001/2030,Brücke,\r\n\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",=1+2\r\n*");
}

static void
test_control_characters (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (VlgCliOutput) out = vlg_cli_output_new ();

      vlg_cli_output_print (out, "title: %s\n", "a\033[31mred\a");
      vlg_cli_output_flush (out, NULL);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*title: a\357\277\275?31mred\357\277\275\n*");
  g_test_trap_assert_stdout_unmatched ("*\033*");
}

static void
test_table (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (VlgCliOutput) out = vlg_cli_output_new ();
      g_autoptr (GPtrArray) rows = g_ptr_array_new ();
      const char *header[] = { "No", "Title", NULL };
      const char *wide[] = { "日本", "first", NULL };
      const char *combining[] = { "u\314\210b", "second", NULL };

      g_ptr_array_add (rows, wide);
      g_ptr_array_add (rows, combining);
      vlg_cli_output_table (out, header, rows, 2);
      vlg_cli_output_flush (out, NULL);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*No    Title\n日本  first\nu\314\210b    second\n*");
}

static void
test_width (void)
{
  g_assert_cmpuint (vlg_cli_text_width (""), ==, 0);
  g_assert_cmpuint (vlg_cli_text_width ("Straße"), ==, 6);
  g_assert_cmpuint (vlg_cli_text_width ("日本"), ==, 4);
  g_assert_cmpuint (vlg_cli_text_width ("u\314\210"), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/output/csv", test_csv);
  g_test_add_func ("/output/control-characters", test_control_characters);
  g_test_add_func ("/output/table", test_table);
  g_test_add_func ("/output/width", test_width);

  return g_test_run ();
}
