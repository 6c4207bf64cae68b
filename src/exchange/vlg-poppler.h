/* vlg-poppler.h — poppler, loaded when the first PDF is read: it is not linked, see vlg-on-demand.h
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <poppler.h>

#include "vlg-on-demand.h"

#define VLG_POPPLER_FUNCTIONS(F) \
  F (poppler_document_get_n_pages) \
  F (poppler_document_get_page) \
  F (poppler_document_new_from_bytes) \
  F (poppler_document_new_from_gfile) \
  F (poppler_error_quark) \
  F (poppler_page_get_size) \
  F (poppler_page_get_text) \
  F (poppler_page_get_text_layout) \
  F (poppler_page_render)

typedef struct {
  VLG_POPPLER_FUNCTIONS (VLG_ON_DEMAND_MEMBER)
} VlgPoppler;

extern VlgPoppler vlg_poppler;

/* To be called before any other function of poppler, by any thread. */
gboolean vlg_poppler_load (GError **error);

/* The functions under their own names. */
#define poppler_document_get_n_pages vlg_poppler.poppler_document_get_n_pages
#define poppler_document_get_page vlg_poppler.poppler_document_get_page
#define poppler_document_new_from_bytes vlg_poppler.poppler_document_new_from_bytes
#define poppler_document_new_from_gfile vlg_poppler.poppler_document_new_from_gfile
#define poppler_error_quark vlg_poppler.poppler_error_quark
#define poppler_page_get_size vlg_poppler.poppler_page_get_size
#define poppler_page_get_text vlg_poppler.poppler_page_get_text
#define poppler_page_get_text_layout vlg_poppler.poppler_page_get_text_layout
#define poppler_page_render vlg_poppler.poppler_page_render
