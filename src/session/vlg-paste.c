/* vlg-paste.c — what other programs put on the clipboard, as text of this one
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-paste.h"

#include "vlg-html-text.h"

char *
vlg_paste_html (const char *html,
                gsize       length)
{
  return vlg_html_to_markdown (html, length);
}
