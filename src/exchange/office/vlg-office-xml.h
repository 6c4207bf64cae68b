/* vlg-office-xml.h — the XML of office files, its names by namespace and not by prefix
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _VlgOfficeXml VlgOfficeXml;

/* What a reader does at each element. Names come with the usual prefix of their namespace ("w:p", "text:span"), whatever the file calls it.
 * Each may be NULL. */
typedef struct {
  void (*start) (gpointer self, VlgOfficeXml *xml, const char *element);
  void (*end)   (gpointer self, const char *element);
  void (*text)  (gpointer self, const char *text);
} VlgOfficeHandler;

/* Walks @content, the part @part ("content.xml") of the file @name. VLG_ERROR_DAMAGED with the line where it is no XML. */
gboolean    vlg_office_xml_parse   (GBytes *content, const char *name, const char *part, const VlgOfficeHandler *handler, gpointer self, GError **error);

/* Within start: an attribute of the element that begins, or NULL. Borrowed. */
const char *vlg_office_xml_get     (VlgOfficeXml *xml, const char *attribute);
/* The same as a number from 0 to @limit; @fallback where it is absent or no number. */
guint       vlg_office_xml_get_int (VlgOfficeXml *xml, const char *attribute, guint fallback, guint limit);

G_END_DECLS
