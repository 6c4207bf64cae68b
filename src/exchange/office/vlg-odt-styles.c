/* vlg-odt-styles.c — what the styles and lists of an OpenDocument text say
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-odt-styles.h"

#include <string.h>

#define MAX_BASES  32
#define MAX_LEVELS 10

typedef struct {
  VlgToggle bold, italic, hidden;
  gboolean new_page;
  char *list;
  char *parent;   /* its key */
} Style;

typedef struct {
  gboolean ordered[MAX_LEVELS];
  guint    start[MAX_LEVELS];
} List;

struct _VlgOdtStyles {
  GHashTable *styles;    /* family and name → Style */
  GHashTable *lists;     /* name → List */

  /* while a part is read */
  Style *style;
  List  *list;
};

static void
style_free (gpointer data)
{
  Style *style = data;

  g_free (style->list);
  g_free (style->parent);
  g_free (style);
}

static char *
make_key (const char *family,
          const char *name)
{
  return name != NULL ? g_strconcat (family != NULL ? family : "", "/", name, NULL) : NULL;
}

static void
start_style (VlgOdtStyles *self,
             VlgOfficeXml *xml)
{
  const char *family = vlg_office_xml_get (xml, "style:family");
  const char *name = vlg_office_xml_get (xml, "style:name");

  if (name == NULL)
    return;
  self->style = g_new0 (Style, 1);
  self->style->parent = make_key (family, vlg_office_xml_get (xml, "style:parent-style-name"));
  self->style->list = g_strdup (vlg_office_xml_get (xml, "style:list-style-name"));
  g_hash_table_replace (self->styles, make_key (family, name), self->style);
}

static void
read_text_properties (Style        *style,
                      VlgOfficeXml *xml)
{
  const char *weight = vlg_office_xml_get (xml, "fo:font-weight");
  const char *slant = vlg_office_xml_get (xml, "fo:font-style");
  const char *display = vlg_office_xml_get (xml, "text:display");

  if (weight != NULL)
    style->bold = g_str_equal (weight, "bold") || g_ascii_strtoull (weight, NULL, 10) >= 600 ? VLG_TOGGLE_ON : VLG_TOGGLE_OFF;
  if (slant != NULL)
    style->italic = g_str_equal (slant, "normal") ? VLG_TOGGLE_OFF : VLG_TOGGLE_ON;
  if (display != NULL)
    style->hidden = g_str_equal (display, "none") ? VLG_TOGGLE_ON : VLG_TOGGLE_OFF;
}

static void
start_list_style (VlgOdtStyles *self,
                  VlgOfficeXml *xml)
{
  const char *name = vlg_office_xml_get (xml, "style:name");

  if (name == NULL)
    return;
  self->list = g_new0 (List, 1);
  g_hash_table_replace (self->lists, g_strdup (name), self->list);
}

static void
start_cb (gpointer      user_data,
          VlgOfficeXml *xml,
          const char   *element)
{
  VlgOdtStyles *self = user_data;

  if (g_str_equal (element, "style:style"))
    start_style (self, xml);
  else if (g_str_equal (element, "text:list-style"))
    start_list_style (self, xml);
  else if (self->style != NULL && g_str_equal (element, "style:text-properties"))
    read_text_properties (self->style, xml);
  else if (self->style != NULL && g_str_equal (element, "style:paragraph-properties"))
    self->style->new_page = g_strcmp0 (vlg_office_xml_get (xml, "fo:break-before"), "page") == 0;
  else if (self->list != NULL && g_str_equal (element, "text:list-level-style-number"))
    {
      guint level = vlg_office_xml_get_int (xml, "text:level", 1, MAX_LEVELS);
      const char *format = vlg_office_xml_get (xml, "style:num-format");

      if (level == 0)
        return;
      self->list->ordered[level - 1] = format != NULL && *format != '\0';
      self->list->start[level - 1] = vlg_office_xml_get_int (xml, "text:start-value", 1, 999999);
    }
}

static void
end_cb (gpointer    user_data,
        const char *element)
{
  VlgOdtStyles *self = user_data;

  if (g_str_equal (element, "style:style"))
    self->style = NULL;
  else if (g_str_equal (element, "text:list-style"))
    self->list = NULL;
}

VlgOdtStyles *
vlg_odt_styles_new (GBytes      *styles,
                    GBytes      *content,
                    const char  *name,
                    GError     **error)
{
  static const VlgOfficeHandler handler = { start_cb, end_cb, NULL };
  g_autoptr (VlgOdtStyles) self = g_new0 (VlgOdtStyles, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, style_free);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  /* A style of the text itself stands above one of the same name in styles.xml. */
  if (styles != NULL && !vlg_office_xml_parse (styles, name, "styles.xml", &handler, self, error))
    return NULL;
  if (!vlg_office_xml_parse (content, name, "content.xml", &handler, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
vlg_odt_styles_free (VlgOdtStyles *self)
{
  g_hash_table_unref (self->styles);
  g_hash_table_unref (self->lists);
  g_free (self);
}

void
vlg_odt_styles_complete (VlgOdtStyles *self,
                         const char   *family,
                         const char   *name,
                         VlgOdtFormat *format)
{
  g_autofree char *first = make_key (family, name);
  const char *key = first;

  for (guint i = 0; key != NULL && i < MAX_BASES; i++)
    {
      const Style *style = g_hash_table_lookup (self->styles, key);

      if (style == NULL)
        return;
      if (format->bold == VLG_TOGGLE_UNSET)
        format->bold = style->bold;
      if (format->italic == VLG_TOGGLE_UNSET)
        format->italic = style->italic;
      if (format->hidden == VLG_TOGGLE_UNSET)
        format->hidden = style->hidden;
      if (format->list == NULL)
        format->list = style->list;
      format->new_page |= style->new_page;
      key = style->parent;
    }
}

gboolean
vlg_odt_styles_is_ordered (VlgOdtStyles *self,
                           const char   *name,
                           guint         level,
                           guint        *start)
{
  const List *list = name != NULL ? g_hash_table_lookup (self->lists, name) : NULL;

  *start = 1;
  if (list == NULL || level == 0 || level > MAX_LEVELS || !list->ordered[level - 1])
    return FALSE;
  *start = list->start[level - 1];

  return TRUE;
}
