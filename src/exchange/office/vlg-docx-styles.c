/* vlg-docx-styles.c — what the styles and lists of a Word text say
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-docx-styles.h"

#include <string.h>

#define MAX_BASES  32
#define MAX_LEVELS 9

typedef struct {
  VlgDocxFormat format;
  char *based_on;
} Style;

typedef struct {
  guint    start;
  gboolean ordered;
  gboolean none;      /* prints no marker */
  guint    last;      /* number of the last item */
  gboolean begun;
} Level;

typedef struct {
  Level levels[MAX_LEVELS];
} List;

struct _VlgDocxStyles {
  GHashTable *styles;     /* id → Style */
  GHashTable *abstract;   /* id of an abstract list → List */
  GHashTable *lists;      /* number → List; copies, as each counts for itself */
  char *default_paragraph;

  /* while a part is read */
  Style *style;
  List  *list;
  int    level;           /* -1 outside one */
  int    number;
};

static VlgToggle
read_toggle (VlgOfficeXml *xml)
{
  const char *value = vlg_office_xml_get (xml, "w:val");

  if (value == NULL || g_str_equal (value, "1") || g_str_equal (value, "true") || g_str_equal (value, "on"))
    return VLG_TOGGLE_ON;

  return VLG_TOGGLE_OFF;
}

gboolean
vlg_docx_format_read (VlgDocxFormat *self,
                      VlgOfficeXml  *xml,
                      const char    *element)
{
  if (g_str_equal (element, "w:b"))
    self->bold = read_toggle (xml);
  else if (g_str_equal (element, "w:i"))
    self->italic = read_toggle (xml);
  else if (g_str_equal (element, "w:vanish"))
    self->hidden = read_toggle (xml);
  else if (g_str_equal (element, "w:outlineLvl"))
    self->outline = vlg_office_xml_get_int (xml, "w:val", 9, 9);
  else if (g_str_equal (element, "w:numId"))
    self->list = vlg_office_xml_get_int (xml, "w:val", 0, G_MAXINT);
  else if (g_str_equal (element, "w:ilvl"))
    self->level = vlg_office_xml_get_int (xml, "w:val", 0, MAX_LEVELS - 1);
  else
    return FALSE;

  return TRUE;
}

static void
style_free (gpointer data)
{
  g_free (((Style *) data)->based_on);
  g_free (data);
}

static void
start_style (gpointer      user_data,
             VlgOfficeXml *xml,
             const char   *element)
{
  VlgDocxStyles *self = user_data;

  if (g_str_equal (element, "w:style"))
    {
      const char *id = vlg_office_xml_get (xml, "w:styleId");
      const char *type = vlg_office_xml_get (xml, "w:type");
      const char *standard = vlg_office_xml_get (xml, "w:default");

      self->style = g_new0 (Style, 1);
      self->style->format = (VlgDocxFormat) VLG_DOCX_FORMAT_INIT;
      g_hash_table_replace (self->styles, g_strdup (id != NULL ? id : ""), self->style);
      if (id != NULL && g_strcmp0 (type, "paragraph") == 0 && standard != NULL && !g_str_equal (standard, "0") && !g_str_equal (standard, "false"))
        {
          g_free (self->default_paragraph);
          self->default_paragraph = g_strdup (id);
        }
    }
  else if (self->style == NULL)
    return;
  else if (g_str_equal (element, "w:basedOn"))
    {
      g_free (self->style->based_on);
      self->style->based_on = g_strdup (vlg_office_xml_get (xml, "w:val"));
    }
  else
    vlg_docx_format_read (&self->style->format, xml, element);
}

static void
end_style (gpointer    user_data,
           const char *element)
{
  VlgDocxStyles *self = user_data;

  /* Formats for parts of a table are not the style's. */
  if (g_str_equal (element, "w:style"))
    self->style = NULL;
}

static List *
list_new (void)
{
  List *list = g_new0 (List, 1);

  for (guint i = 0; i < MAX_LEVELS; i++)
    list->levels[i] = (Level) { 1, TRUE, };

  return list;
}

static void
start_list (gpointer      user_data,
            VlgOfficeXml *xml,
            const char   *element)
{
  VlgDocxStyles *self = user_data;

  if (g_str_equal (element, "w:abstractNum"))
    {
      self->list = list_new ();
      g_hash_table_replace (self->abstract, GINT_TO_POINTER (vlg_office_xml_get_int (xml, "w:abstractNumId", 0, G_MAXINT)), self->list);
      return;
    }
  if (g_str_equal (element, "w:num"))
    {
      self->list = list_new ();
      self->number = vlg_office_xml_get_int (xml, "w:numId", 0, G_MAXINT);
      g_hash_table_replace (self->lists, GINT_TO_POINTER (self->number), self->list);
      return;
    }
  if (self->list == NULL)
    return;

  if (g_str_equal (element, "w:abstractNumId"))
    {
      List *abstract = g_hash_table_lookup (self->abstract, GINT_TO_POINTER (vlg_office_xml_get_int (xml, "w:val", 0, G_MAXINT)));

      if (abstract != NULL)
        *self->list = *abstract;
    }
  else if (g_str_equal (element, "w:lvl") || g_str_equal (element, "w:lvlOverride"))
    self->level = vlg_office_xml_get_int (xml, "w:ilvl", 0, MAX_LEVELS - 1);
  else if (self->level < 0)
    return;
  else if (g_str_equal (element, "w:start") || g_str_equal (element, "w:startOverride"))
    self->list->levels[self->level].start = vlg_office_xml_get_int (xml, "w:val", 1, 999999);
  else if (g_str_equal (element, "w:numFmt"))
    {
      const char *format = vlg_office_xml_get (xml, "w:val");

      self->list->levels[self->level].none = g_strcmp0 (format, "none") == 0;
      self->list->levels[self->level].ordered = g_strcmp0 (format, "bullet") != 0;
    }
}

static void
end_list (gpointer    user_data,
          const char *element)
{
  VlgDocxStyles *self = user_data;

  if (g_str_equal (element, "w:abstractNum") || g_str_equal (element, "w:num"))
    {
      self->list = NULL;
      self->level = -1;
    }
}

VlgDocxStyles *
vlg_docx_styles_new (GBytes      *styles,
                     GBytes      *numbering,
                     const char  *name,
                     GError     **error)
{
  static const VlgOfficeHandler style_handler = { start_style, end_style, NULL };
  static const VlgOfficeHandler list_handler = { start_list, end_list, NULL };
  g_autoptr (VlgDocxStyles) self = g_new0 (VlgDocxStyles, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, style_free);
  self->abstract = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->level = -1;
  if (styles != NULL && !vlg_office_xml_parse (styles, name, "styles.xml", &style_handler, self, error))
    return NULL;
  if (numbering != NULL && !vlg_office_xml_parse (numbering, name, "numbering.xml", &list_handler, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
vlg_docx_styles_free (VlgDocxStyles *self)
{
  g_hash_table_unref (self->styles);
  g_hash_table_unref (self->abstract);
  g_hash_table_unref (self->lists);
  g_free (self->default_paragraph);
  g_free (self);
}

void
vlg_docx_styles_complete (VlgDocxStyles *self,
                          const char    *id,
                          gboolean       paragraph,
                          VlgDocxFormat *format)
{
  if (id == NULL && paragraph)
    id = self->default_paragraph;

  for (guint i = 0; id != NULL && i < MAX_BASES; i++)
    {
      const Style *style = g_hash_table_lookup (self->styles, id);

      if (style == NULL)
        return;
      if (format->bold == VLG_TOGGLE_UNSET)
        format->bold = style->format.bold;
      if (format->italic == VLG_TOGGLE_UNSET)
        format->italic = style->format.italic;
      if (format->hidden == VLG_TOGGLE_UNSET)
        format->hidden = style->format.hidden;
      if (format->outline < 0)
        format->outline = style->format.outline;
      if (format->list < 0)
        format->list = style->format.list;
      if (format->level < 0)
        format->level = style->format.level;
      id = style->based_on;
    }
}

gboolean
vlg_docx_styles_count_item (VlgDocxStyles *self,
                            int            number,
                            guint          depth,
                            gboolean      *ordered,
                            guint         *value)
{
  List *list = g_hash_table_lookup (self->lists, GINT_TO_POINTER (number));
  Level *level;

  depth = MIN (depth, MAX_LEVELS - 1);
  if (list == NULL)
    {
      *ordered = FALSE;
      *value = 1;
      return TRUE;
    }

  level = &list->levels[depth];
  level->last = level->begun ? level->last + 1 : level->start;
  level->begun = TRUE;
  for (guint i = depth + 1; i < MAX_LEVELS; i++)
    list->levels[i].begun = FALSE;
  *ordered = level->ordered;
  *value = level->last;

  return !level->none;
}
