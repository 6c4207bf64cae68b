/* vlg-qpdf.h — libqpdf, loaded when the first PDF is made: it is not linked, see vlg-on-demand.h
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

#include "vlg-on-demand.h"

#define VLG_QPDF_FUNCTIONS(F) \
  F (qpdf_add_page) \
  F (qpdf_add_page_at) \
  F (qpdf_cleanup) \
  F (qpdf_get_buffer) \
  F (qpdf_get_buffer_length) \
  F (qpdf_get_error) \
  F (qpdf_get_error_code) \
  F (qpdf_get_error_full_text) \
  F (qpdf_get_error_message_detail) \
  F (qpdf_get_num_pages) \
  F (qpdf_get_page_n) \
  F (qpdf_get_root) \
  F (qpdf_get_trailer) \
  F (qpdf_has_error) \
  F (qpdf_init) \
  F (qpdf_init_write) \
  F (qpdf_init_write_memory) \
  F (qpdf_make_indirect_object) \
  F (qpdf_oh_append_item) \
  F (qpdf_oh_get_array_item) \
  F (qpdf_oh_get_array_n_items) \
  F (qpdf_oh_get_dict) \
  F (qpdf_oh_get_key) \
  F (qpdf_oh_get_stream_data) \
  F (qpdf_oh_is_array) \
  F (qpdf_oh_is_dictionary) \
  F (qpdf_oh_new_array) \
  F (qpdf_oh_new_dictionary) \
  F (qpdf_oh_new_integer) \
  F (qpdf_oh_new_name) \
  F (qpdf_oh_new_null) \
  F (qpdf_oh_new_stream) \
  F (qpdf_oh_new_string) \
  F (qpdf_oh_new_unicode_string) \
  F (qpdf_oh_parse) \
  F (qpdf_oh_release) \
  F (qpdf_oh_remove_key) \
  F (qpdf_oh_replace_key) \
  F (qpdf_oh_replace_stream_data) \
  F (qpdf_push_inherited_attributes_to_page) \
  F (qpdf_read) \
  F (qpdf_read_memory) \
  F (qpdf_set_deterministic_ID) \
  F (qpdf_set_minimum_pdf_version) \
  F (qpdf_set_object_stream_mode) \
  F (qpdf_set_suppress_warnings) \
  F (qpdf_silence_errors) \
  F (qpdf_write)

typedef struct {
  VLG_QPDF_FUNCTIONS (VLG_ON_DEMAND_MEMBER)
} VlgQpdf;

extern VlgQpdf vlg_qpdf;

/* To be called before any other function of libqpdf, by any thread. */
gboolean vlg_qpdf_load (GError **error);

/* The functions under their own names. */
#define qpdf_add_page vlg_qpdf.qpdf_add_page
#define qpdf_add_page_at vlg_qpdf.qpdf_add_page_at
#define qpdf_cleanup vlg_qpdf.qpdf_cleanup
#define qpdf_get_buffer vlg_qpdf.qpdf_get_buffer
#define qpdf_get_buffer_length vlg_qpdf.qpdf_get_buffer_length
#define qpdf_get_error vlg_qpdf.qpdf_get_error
#define qpdf_get_error_code vlg_qpdf.qpdf_get_error_code
#define qpdf_get_error_full_text vlg_qpdf.qpdf_get_error_full_text
#define qpdf_get_error_message_detail vlg_qpdf.qpdf_get_error_message_detail
#define qpdf_get_num_pages vlg_qpdf.qpdf_get_num_pages
#define qpdf_get_page_n vlg_qpdf.qpdf_get_page_n
#define qpdf_get_root vlg_qpdf.qpdf_get_root
#define qpdf_get_trailer vlg_qpdf.qpdf_get_trailer
#define qpdf_has_error vlg_qpdf.qpdf_has_error
#define qpdf_init vlg_qpdf.qpdf_init
#define qpdf_init_write vlg_qpdf.qpdf_init_write
#define qpdf_init_write_memory vlg_qpdf.qpdf_init_write_memory
#define qpdf_make_indirect_object vlg_qpdf.qpdf_make_indirect_object
#define qpdf_oh_append_item vlg_qpdf.qpdf_oh_append_item
#define qpdf_oh_get_array_item vlg_qpdf.qpdf_oh_get_array_item
#define qpdf_oh_get_array_n_items vlg_qpdf.qpdf_oh_get_array_n_items
#define qpdf_oh_get_dict vlg_qpdf.qpdf_oh_get_dict
#define qpdf_oh_get_key vlg_qpdf.qpdf_oh_get_key
#define qpdf_oh_get_stream_data vlg_qpdf.qpdf_oh_get_stream_data
#define qpdf_oh_is_array vlg_qpdf.qpdf_oh_is_array
#define qpdf_oh_is_dictionary vlg_qpdf.qpdf_oh_is_dictionary
#define qpdf_oh_new_array vlg_qpdf.qpdf_oh_new_array
#define qpdf_oh_new_dictionary vlg_qpdf.qpdf_oh_new_dictionary
#define qpdf_oh_new_integer vlg_qpdf.qpdf_oh_new_integer
#define qpdf_oh_new_name vlg_qpdf.qpdf_oh_new_name
#define qpdf_oh_new_null vlg_qpdf.qpdf_oh_new_null
#define qpdf_oh_new_stream vlg_qpdf.qpdf_oh_new_stream
#define qpdf_oh_new_string vlg_qpdf.qpdf_oh_new_string
#define qpdf_oh_new_unicode_string vlg_qpdf.qpdf_oh_new_unicode_string
#define qpdf_oh_parse vlg_qpdf.qpdf_oh_parse
#define qpdf_oh_release vlg_qpdf.qpdf_oh_release
#define qpdf_oh_remove_key vlg_qpdf.qpdf_oh_remove_key
#define qpdf_oh_replace_key vlg_qpdf.qpdf_oh_replace_key
#define qpdf_oh_replace_stream_data vlg_qpdf.qpdf_oh_replace_stream_data
#define qpdf_push_inherited_attributes_to_page vlg_qpdf.qpdf_push_inherited_attributes_to_page
#define qpdf_read vlg_qpdf.qpdf_read
#define qpdf_read_memory vlg_qpdf.qpdf_read_memory
#define qpdf_set_deterministic_ID vlg_qpdf.qpdf_set_deterministic_ID
#define qpdf_set_minimum_pdf_version vlg_qpdf.qpdf_set_minimum_pdf_version
#define qpdf_set_object_stream_mode vlg_qpdf.qpdf_set_object_stream_mode
#define qpdf_set_suppress_warnings vlg_qpdf.qpdf_set_suppress_warnings
#define qpdf_silence_errors vlg_qpdf.qpdf_silence_errors
#define qpdf_write vlg_qpdf.qpdf_write
