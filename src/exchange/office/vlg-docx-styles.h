/* vlg-docx-styles.h — what the styles and lists of a Word text say
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-office-xml.h"

G_BEGIN_DECLS

typedef enum {
  VLG_TOGGLE_UNSET,
  VLG_TOGGLE_ON,
  VLG_TOGGLE_OFF,
} VlgToggle;

/* Of a style, of a paragraph or of a run: what is said there itself. */
typedef struct {
  VlgToggle bold, italic, hidden;
  int       outline;   /* 0 is the highest heading, 9 plain text; -1 unsaid */
  int       list;      /* number of a list, 0 for none; -1 unsaid */
  int       level;     /* in the list, from 0; -1 unsaid */
} VlgDocxFormat;

#define VLG_DOCX_FORMAT_INIT { VLG_TOGGLE_UNSET, VLG_TOGGLE_UNSET, VLG_TOGGLE_UNSET, -1, -1, -1 }

typedef struct _VlgDocxStyles VlgDocxStyles;

/* Both parts may be NULL. Errors as vlg_office_xml_parse(). Caller owns. */
VlgDocxStyles *vlg_docx_styles_new         (GBytes *styles, GBytes *numbering, const char *name, GError **error);
void           vlg_docx_styles_free        (VlgDocxStyles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgDocxStyles, vlg_docx_styles_free)

/* Reads one of the elements both parts and texts describe formats with ("w:b", "w:outlineLvl", …); FALSE when it is another. */
gboolean       vlg_docx_format_read        (VlgDocxFormat *self, VlgOfficeXml *xml, const char *element);
/* Fills what @format leaves unsaid from style @id, those it is based on, and for a paragraph (@paragraph) from the default one. */
void           vlg_docx_styles_complete    (VlgDocxStyles *self, const char *id, gboolean paragraph, VlgDocxFormat *format);
/* Counts one more item of a list, and of its deeper levels none: TRUE when it prints a marker; then whether that is a number, and which. */
gboolean       vlg_docx_styles_count_item  (VlgDocxStyles *self, int list, guint level, gboolean *ordered, guint *number);

G_END_DECLS
