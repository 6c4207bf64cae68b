/* vlg-odt-styles.h — what the styles and lists of an OpenDocument text say
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-docx-styles.h"

G_BEGIN_DECLS

typedef struct _VlgOdtStyles VlgOdtStyles;

typedef struct {
  VlgToggle bold, italic, hidden;
  gboolean    new_page;
  const char *list;       /* name of a list style, or NULL; borrowed */
} VlgOdtFormat;

/* Of styles.xml, which may be NULL, and content.xml. Errors as vlg_office_xml_parse(). Caller owns. */
VlgOdtStyles *vlg_odt_styles_new   (GBytes *styles, GBytes *content, const char *name, GError **error);
void          vlg_odt_styles_free  (VlgOdtStyles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgOdtStyles, vlg_odt_styles_free)

/* Fills what @format leaves unsaid from the style @name of @family ("paragraph", "text") and those it is based on. @name may be NULL. */
void          vlg_odt_styles_complete (VlgOdtStyles *self, const char *family, const char *name, VlgOdtFormat *format);
/* Whether the list style @name, NULL for none, numbers its items on @level (from 1), and with which number it begins. FALSE: a bullet. */
gboolean      vlg_odt_styles_is_ordered (VlgOdtStyles *self, const char *name, guint level, guint *start);

G_END_DECLS
