/* vlg-platform.h — the calls that later versions of the toolkits deprecate
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Everything here names API with a successor above our floor (GtkFileDialog, AdwAlertDialog, AdwAboutDialog, AdwNavigationSplitView), so that the day the floor rises
 * only this folder and the .ui files change. */

/* One answer of vlg_platform_choose_async(). @id and @label (translated, with mnemonic) are copied. */
typedef struct {
  const char            *id;
  const char            *label;
  AdwResponseAppearance  appearance;
} VlgPlatformChoice;

/* Asks for council papers (PDF, Word, OpenDocument and text, several at once). */
void        vlg_platform_open_papers_async  (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data);
/* (element-type GFile), caller owns; NULL with G_IO_ERROR_CANCELLED when the person thought better of it. */
GListModel *vlg_platform_open_papers_finish (GAsyncResult *result, GError **error);
/* Asks for one picture (PNG or SVG). */
void        vlg_platform_open_picture_async  (GtkWindow *parent, const char *title, GAsyncReadyCallback callback, gpointer user_data);
/* Caller owns; NULL with G_IO_ERROR_CANCELLED. */
GFile      *vlg_platform_open_picture_finish (GAsyncResult *result, GError **error);
/* Asks where to write a PDF, proposing @name in the documents folder. */
void        vlg_platform_save_pdf_async     (GtkWindow *parent, const char *title, const char *name, GAsyncReadyCallback callback, gpointer user_data);
/* The same for a table as CSV; ends with vlg_platform_save_pdf_finish() too. */
void        vlg_platform_save_table_async   (GtkWindow *parent, const char *title, const char *name, GAsyncReadyCallback callback, gpointer user_data);
/* Caller owns; NULL with G_IO_ERROR_CANCELLED. */
GFile      *vlg_platform_save_pdf_finish    (GAsyncResult *result, GError **error);
/* Asks for files of any kind; @accept is the label of the button that takes them, @several whether it may be more than one. */
void        vlg_platform_open_files_async   (GtkWindow *parent, const char *title, const char *accept, gboolean several, GAsyncReadyCallback callback, gpointer user_data);
/* (element-type GFile), caller owns; NULL with G_IO_ERROR_CANCELLED. */
GListModel *vlg_platform_open_files_finish  (GAsyncResult *result, GError **error);
/* Asks for a folder to write into, beginning with the documents; @accept as above. */
void        vlg_platform_choose_folder_async  (GtkWindow *parent, const char *title, const char *accept, GAsyncReadyCallback callback, gpointer user_data);
/* Caller owns; NULL with G_IO_ERROR_CANCELLED. */
GFile      *vlg_platform_choose_folder_finish (GAsyncResult *result, GError **error);
/* Asks where to write a file of any kind, proposing @name in the documents folder. */
void        vlg_platform_save_file_async    (GtkWindow *parent, const char *title, const char *name, GAsyncReadyCallback callback, gpointer user_data);
/* Caller owns; NULL with G_IO_ERROR_CANCELLED. */
GFile      *vlg_platform_save_file_finish   (GAsyncResult *result, GError **error);

/* Asks a question. @extra (may be NULL) is shown below @body. The first choice is what Escape answers, and Enter too unless one is suggested. */
void        vlg_platform_choose_async       (GtkWindow *parent, const char *heading, const char *body, GtkWidget *extra,
                                             const VlgPlatformChoice *choices, guint n_choices, GAsyncReadyCallback callback, gpointer user_data);
/* Whether the answer @id can be given to the question that shows @extra. */
void        vlg_platform_choice_set_enabled (GtkWidget *extra, const char *id, gboolean enabled);
/* The id of the answer; caller owns. Never NULL: a closed dialog answers with the first choice. */
char       *vlg_platform_choose_finish      (GAsyncResult *result);
/* Tells @message (already a sentence for people) under @heading, with @extra (may be NULL) below. */
void        vlg_platform_tell               (GtkWindow *parent, const char *heading, const char *message, GtkWidget *extra);

/* Opens @file in the program the person uses for its kind. */
void        vlg_platform_open_file          (GtkWindow *parent, GFile *file);
void        vlg_platform_present_about      (GtkWindow *parent);

/* Lets what stands on the buttons below @widget, or on @widget, take several lines where there is little room. */
void        vlg_platform_wrap_buttons       (GtkWidget *widget);

/* Shows @toast in the nearest toast overlay around @widget; takes @toast over. */
void        vlg_platform_add_toast          (GtkWidget *widget, AdwToast *toast);

/* Goes from the list to the content of a folded leaflet, or back; nothing happens in an unfolded one. */
void        vlg_platform_leaflet_forward    (GtkWidget *leaflet);
void        vlg_platform_leaflet_back       (GtkWidget *leaflet);
gboolean    vlg_platform_leaflet_is_folded  (GtkWidget *leaflet);
/* FALSE: it stays folded, however wide it is. */
void        vlg_platform_leaflet_set_can_unfold (GtkWidget *leaflet, gboolean can_unfold);

/* Whether the flap lies over the content because there is no room beside it. */
gboolean    vlg_platform_flap_is_folded     (GtkWidget *flap);
gboolean    vlg_platform_flap_get_revealed  (GtkWidget *flap);
void        vlg_platform_flap_set_revealed  (GtkWidget *flap, gboolean revealed);

/* The color of the style with that name ("error_color"); @color stays as it is where there is none. */
void        vlg_platform_lookup_color       (GtkWidget *widget, const char *name, GdkRGBA *color);
/* The color the widget writes in. */
void        vlg_platform_get_color          (GtkWidget *widget, GdkRGBA *color);

G_END_DECLS
