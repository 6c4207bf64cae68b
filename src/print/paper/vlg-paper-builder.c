/* vlg-paper-builder.c — a motion as the strips of its form
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-paper-builder.h"

#include <string.h>

#include "vlg-coat-of-arms.h"
#include "vlg-document.h"
#include "vlg-paper-private.h"
#include "vlg-picture.h"

/* Headings in the texts hang under the form's, which are of the second level. */
#define FORM_LEVEL 2

#define LABEL_GAP   16.0
#define PASSAGE_GAP 11.0
#define VALUE_GAP   5.0
/* Above the rule under the head. */
#define RULE_GAP    7.0

/* The coat of arms is at most 18 mm high and wide (PAPER.md); enough pixels for a printer. */
#define ARMS_SIZE   VLG_MM (18)
#define ARMS_GAP    VLG_MM (5)
#define ARMS_PIXELS 600

char *
vlg_paper_fill_pattern (const char *pattern,
                        ...)
{
  GString *filled = g_string_new (pattern);
  const char *name;
  va_list pairs;

  va_start (pairs, pattern);
  while ((name = va_arg (pairs, const char *)) != NULL)
    g_string_replace (filled, name, va_arg (pairs, const char *), 0);
  va_end (pairs);
  return g_string_free (filled, FALSE);
}

/* The label and its value on one line are two things to a screen reader: heading and text. */
static void
split_label (VlgPaperBuilder *self,
             guint32          text_node)
{
  VlgStrip *strip = vlg_flow_last_strip (self->flow);
  VlgLine *line = &g_array_index (self->flow->lines, VlgLine, strip->first_line);
  const VlgPiece *pieces = &g_array_index (self->flow->pieces, VlgPiece, 0);
  VlgLine value = *line;
  guint n = 0;
  float shift;

  while (n < line->n_pieces && pieces[line->first_piece + n].word->face == VLG_FACE_BOLD)
    n++;
  if (n == 0 || n == line->n_pieces)
    return;
  shift = pieces[line->first_piece + n].x;
  value.first_piece += n;
  value.n_pieces -= n;
  value.x += shift;
  value.width -= shift;
  value.node = text_node;
  line->width = pieces[line->first_piece + n - 1].x + pieces[line->first_piece + n - 1].word->width;
  line->n_pieces = n;
  for (guint i = value.first_piece; i < value.first_piece + value.n_pieces; i++)
    g_array_index (self->flow->pieces, VlgPiece, i).x -= shift;
  g_array_append_val (self->flow->lines, value);
  strip->n_lines = 2;
}

void
vlg_paper_add_label (VlgPaperBuilder *self,
                     const char      *label,
                     const char      *value,
                     double           before,
                     gboolean         heading)
{
  g_autofree char *text = *value != '\0' ? g_strconcat (label, " ", value, NULL) : g_strdup (label);
  VlgFaceSpan bold = { 0, (guint) strlen (label), VLG_FACE_BOLD };
  VlgParagraph paragraph = { .text = text, .spans = &bold, .n_spans = 1, .face = VLG_FACE_TEXT, .width = VLG_TEXT_WIDTH, .zone = VLG_HYPHENATION_ZONE };
  guint32 node = vlg_flow_add_node (self->flow, VLG_NODE_DOCUMENT, heading ? VLG_TAG_H2 : VLG_TAG_P, VLG_ATTRIBUTE_NONE);
  guint n = vlg_flow_add_paragraph (self->flow, &paragraph, VLG_TEXT_LEFT, before, node);

  if (heading && *value != '\0')
    {
      guint32 text_node = vlg_flow_add_node (self->flow, VLG_NODE_DOCUMENT, VLG_TAG_P, VLG_ATTRIBUTE_NONE);

      if (n == 1)
        split_label (self, text_node);
    }
  else if (heading)
    for (guint i = self->flow->strips->len - n; i < self->flow->strips->len; i++)
      vlg_flow_get_strip (self->flow, i)->keep = TRUE;
}

/* A label that nothing follows does not hold on to the next block. */
static void
release_label (VlgPaperBuilder *self)
{
  vlg_flow_last_strip (self->flow)->keep = FALSE;
}

/* A coat of arms as it was unpacked, kept with its profile: a paper is laid out anew with every letter that is typed. */
typedef struct {
  GBytes          *picture;
  cairo_surface_t *surface;
} Unpacked;

static void
unpacked_clear (gpointer data)
{
  Unpacked *self = data;

  g_bytes_unref (self->picture);
  cairo_surface_destroy (self->surface);
}

static void
unpacked_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, unpacked_clear);
}

static gpointer
unpacked_ref (gpointer data,
              gpointer user_data)
{
  return data != NULL ? g_atomic_rc_box_acquire (data) : NULL;
}

/* Papers are laid out and drawn in several threads: they share the pixels, which nobody changes, but no surface. Caller owns. */
static cairo_surface_t *
load_coat_of_arms (VlgProfile  *profile,
                   GBytes      *picture,
                   GError     **error)
{
  static const cairo_user_data_key_t key;
  GQuark quark = g_quark_from_static_string ("vlg-unpacked-coat-of-arms");
  Unpacked *unpacked = g_object_dup_qdata (G_OBJECT (profile), quark, unpacked_ref, NULL);
  cairo_surface_t *surface;

  if (unpacked == NULL || unpacked->picture != picture)
    {
      g_clear_pointer (&unpacked, unpacked_unref);
      surface = vlg_picture_load (picture, ARMS_PIXELS, error);
      if (surface == NULL)
        return NULL;
      cairo_surface_flush (surface);
      unpacked = g_atomic_rc_box_new (Unpacked);
      *unpacked = (Unpacked) { g_bytes_ref (picture), surface };
      g_object_set_qdata_full (G_OBJECT (profile), quark, g_atomic_rc_box_acquire (unpacked), unpacked_unref);
    }

  surface = cairo_image_surface_create_for_data (cairo_image_surface_get_data (unpacked->surface), cairo_image_surface_get_format (unpacked->surface),
                                                 cairo_image_surface_get_width (unpacked->surface), cairo_image_surface_get_height (unpacked->surface),
                                                 cairo_image_surface_get_stride (unpacked->surface));
  cairo_surface_set_user_data (surface, &key, unpacked, unpacked_unref);
  return surface;
}

/* The coat of arms at the right end of the strip that comes next; FALSE where there is none, or none that can be read. */
static gboolean
add_coat_of_arms (VlgPaperBuilder *self)
{
  g_autoptr (GBytes) picture = vlg_profile_dup_coat_of_arms (self->profile);
  g_autoptr (GError) error = NULL;
  VlgFigure *figure = &self->flow->figure;
  double width, height, scale;

  if (picture == NULL)
    return FALSE;
  figure->surface = load_coat_of_arms (self->profile, picture, &error);
  if (figure->surface == NULL)
    {
      g_warning ("Coat of arms: %s", error->message);
      return FALSE;
    }

  width = cairo_image_surface_get_width (figure->surface);
  height = cairo_image_surface_get_height (figure->surface);
  scale = ARMS_SIZE / MAX (width, height);
  figure->width = (float) (width * scale);
  figure->height = (float) (height * scale);
  figure->x = (float) (VLG_TEXT_LEFT + VLG_TEXT_WIDTH - width * scale);
  figure->strip = self->flow->strips->len;
  figure->node = vlg_flow_add_node (self->flow, VLG_NODE_DOCUMENT, VLG_TAG_FIGURE, VLG_ATTRIBUTE_NONE);

  return TRUE;
}

/* Height of what was added since strip @first, the distance above it aside. */
static double
height_since (VlgPaperBuilder *self,
              guint            first)
{
  double height = 0;

  for (guint i = first; i < self->flow->strips->len; i++)
    {
      const VlgStrip *strip = vlg_flow_get_strip (self->flow, i);

      height += (double) strip->height + (i > first ? (double) strip->before : 0);
    }

  return height;
}

static void
add_head (VlgPaperBuilder *self)
{
  const VlgMotionKind *kind = vlg_profile_find_kind (self->profile, vlg_motion_get_kind (self->motion));
  VlgParagraph municipality = {
    .text = vlg_profile_get_municipality (self->profile),
    .face = VLG_FACE_MUNICIPALITY,
    .width = VLG_TEXT_WIDTH,
  };
  VlgParagraph name = { .text = kind != NULL ? kind->name : "", .face = VLG_FACE_KIND, .width = VLG_TEXT_WIDTH };
  guint first = self->flow->strips->len;
  double gap = RULE_GAP;
  guint32 node;

  if (!vlg_profile_get_paper_head (self->profile) || (*municipality.text == '\0' && *name.text == '\0'))
    return;
  if (add_coat_of_arms (self))
    municipality.width = name.width = VLG_TEXT_WIDTH - ARMS_SIZE - ARMS_GAP;
  node = vlg_flow_add_node (self->flow, VLG_NODE_DOCUMENT, VLG_TAG_P, VLG_ATTRIBUTE_NONE);
  vlg_flow_add_paragraph (self->flow, &municipality, VLG_TEXT_LEFT, 0, node);
  node = vlg_flow_add_node (self->flow, VLG_NODE_DOCUMENT, VLG_TAG_H1, VLG_ATTRIBUTE_NONE);
  vlg_flow_add_paragraph (self->flow, &name, VLG_TEXT_LEFT, 4, node);
  if (self->flow->figure.surface != NULL)
    gap = MAX (gap, (double) self->flow->figure.height + RULE_GAP - height_since (self, first));
  vlg_flow_begin_strip (self->flow, gap, 1);
  vlg_flow_stroke (self->flow, VLG_TEXT_LEFT, 0.5, VLG_TEXT_LEFT + VLG_TEXT_WIDTH, 0.5, 1);
}

static void
add_lines_of_head (VlgPaperBuilder *self)
{
  static const VlgField fields[] = { VLG_FIELD_SUBMITTER, VLG_FIELD_RESPONSIBLE };

  vlg_paper_add_label (self, vlg_profile_get_label (self->profile, VLG_FIELD_NUMBER), vlg_motion_get_number_text (self->motion), 14, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    vlg_paper_add_label (self, vlg_profile_get_label (self->profile, fields[i]), vlg_motion_get_text (self->motion, fields[i]), PASSAGE_GAP, FALSE);
}

static void
add_title (VlgPaperBuilder *self)
{
  VlgParagraph paragraph = {
    .text = vlg_motion_get_text (self->motion, VLG_FIELD_TITLE),
    .face = VLG_FACE_TEXT,
    .width = VLG_TEXT_WIDTH,
    .zone = VLG_HYPHENATION_ZONE,
  };
  guint32 node;

  vlg_paper_add_label (self, vlg_profile_get_label (self->profile, VLG_FIELD_TITLE), "", 20, TRUE);
  node = vlg_flow_add_node (self->flow, VLG_NODE_DOCUMENT, VLG_TAG_P, VLG_ATTRIBUTE_NONE);
  if (vlg_flow_add_paragraph (self->flow, &paragraph, VLG_TEXT_LEFT, VALUE_GAP, node) == 0)
    release_label (self);
}

static void
add_text (VlgPaperBuilder *self,
          VlgField         field,
          double           before)
{
  vlg_paper_add_label (self, vlg_profile_get_label (self->profile, field), "", before, TRUE);
  if (vlg_flow_add_document (self->flow, vlg_motion_get_text (self->motion, field), VALUE_GAP, FORM_LEVEL, VLG_NODE_DOCUMENT) == 0)
    release_label (self);
}

/* "siehe Anlage 1" runs on behind its label; more than a line begins below it. */
static void
add_reasoning (VlgPaperBuilder *self)
{
  g_autoptr (VlgDocument) document = vlg_document_new (vlg_motion_get_text (self->motion, VLG_FIELD_REASONING));
  const char *label = vlg_profile_get_label (self->profile, VLG_FIELD_REASONING);
  const VlgTextBlock *block = vlg_document_get_n_blocks (document) == 1 ? vlg_document_get_block (document, 0) : NULL;

  if (block != NULL && block->type == VLG_BLOCK_PARAGRAPH && block->n_spans == 0 && strchr (block->text, '\n') == NULL
      && strlen (label) + strlen (block->text) < 70)
    vlg_paper_add_label (self, label, block->text, LABEL_GAP + 4, TRUE);
  else
    add_text (self, VLG_FIELD_REASONING, LABEL_GAP + 4);
}

/* Signatures never stand alone on a page: what is above stays with them. */
static void
hold_last_strip (VlgPaperBuilder *self)
{
  vlg_flow_last_strip (self->flow)->keep = TRUE;
}

static gboolean
has_signatories (VlgPaperBuilder *self,
                 VlgBlock         block)
{
  GListModel *signatories = G_LIST_MODEL (vlg_motion_get_signatories (self->motion));

  for (guint i = 0; i < g_list_model_get_n_items (signatories); i++)
    {
      g_autoptr (VlgSignatory) signatory = g_list_model_get_item (signatories, i);

      if (vlg_signatory_get_block (signatory) == block)
        return TRUE;
    }
  return FALSE;
}

static void
add_decision (VlgPaperBuilder *self)
{
  g_autofree char *day = vlg_day_to_german (vlg_motion_get_decided_on (self->motion));

  vlg_paper_add_label (self, vlg_profile_get_label (self->profile, VLG_FIELD_DECIDED_ON), day, 30, FALSE);
  if (has_signatories (self, VLG_BLOCK_COUNCIL))
    {
      hold_last_strip (self);
      vlg_paper_add_signatures (self, VLG_BLOCK_COUNCIL, 0);
    }
}

static void
add_annex (VlgPaperBuilder *self,
           VlgAnnex        *annex)
{
  const VlgAnnexFile *file = vlg_annex_get_file (annex);
  const char *title = vlg_annex_get_title (annex);
  g_autofree char *number = g_strdup_printf ("%u", vlg_annex_get_number (annex));
  g_autofree char *label = g_strdup_printf ("%s %s:", vlg_profile_get_heading (self->profile, VLG_HEADING_ANNEX), number);
  g_autofree char *heading = NULL;
  char *foot = vlg_paper_fill_pattern (vlg_profile_get_heading (self->profile, VLG_HEADING_ANNEX_TO), "{annex}", number, "{number}",
                                       vlg_motion_get_number_text (self->motion), NULL);
  VlgParagraph paragraph = { .face = VLG_FACE_ANNEX, .width = VLG_TEXT_WIDTH };
  guint32 node;

  if (file != NULL && file->name != NULL && *title != '\0')
    heading = g_strconcat (label, " ", title, " (", file->name, ")", NULL);
  else if (file != NULL && file->name != NULL)
    heading = g_strconcat (label, " ", file->name, NULL);
  else
    heading = *title != '\0' ? g_strconcat (label, " ", title, NULL) : g_strdup (label);
  paragraph.text = heading;
  vlg_flow_begin_section (self->flow, g_strdup (heading), foot);
  node = vlg_flow_add_node (self->flow, VLG_NODE_DOCUMENT, VLG_TAG_H2, VLG_ATTRIBUTE_NONE);
  vlg_flow_add_paragraph (self->flow, &paragraph, VLG_TEXT_LEFT, 0, node);
  hold_last_strip (self);
  if (vlg_flow_add_document (self->flow, vlg_annex_get_text (annex), PASSAGE_GAP, FORM_LEVEL, VLG_NODE_DOCUMENT) == 0)
    release_label (self);
}

gboolean
vlg_paper_prints_annex (VlgAnnex      *annex,
                        VlgPaperFlags  flags)
{
  /* The file a paper was read from is none of its annexes. */
  if (vlg_annex_get_source (annex) || vlg_annex_get_number (annex) == 0)
    return FALSE;

  /* What nobody has declared public does not leave the house. */
  return (flags & VLG_PAPER_PUBLIC) == 0 || vlg_annex_get_visibility (annex) == VLG_VISIBILITY_PUBLIC;
}

static void
add_annexes (VlgPaperBuilder *self)
{
  GListModel *annexes = G_LIST_MODEL (vlg_motion_get_annexes (self->motion));

  for (guint i = 0; i < g_list_model_get_n_items (annexes); i++)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (annexes, i);

      if (vlg_paper_prints_annex (annex, self->flags))
        add_annex (self, annex);
    }
}

void
vlg_paper_builder_build (VlgPaperBuilder *self)
{
  add_head (self);
  add_lines_of_head (self);
  vlg_paper_add_consultations (self);
  add_title (self);
  add_text (self, VLG_FIELD_RESOLUTION, LABEL_GAP);
  add_text (self, VLG_FIELD_LEGAL_BASIS, LABEL_GAP);
  add_text (self, VLG_FIELD_RELATED_RESOLUTIONS, PASSAGE_GAP);
  add_text (self, VLG_FIELD_EXPERT_OPINIONS, PASSAGE_GAP);
  add_text (self, VLG_FIELD_PUBLICATION_NOTES, PASSAGE_GAP);
  vlg_paper_add_leitbild (self);
  add_reasoning (self);
  if (has_signatories (self, VLG_BLOCK_SUBMITTER))
    {
      hold_last_strip (self);
      vlg_paper_add_signatures (self, VLG_BLOCK_SUBMITTER, 0);
    }
  add_decision (self);
  vlg_paper_add_rationales (self);
  add_annexes (self);
}
