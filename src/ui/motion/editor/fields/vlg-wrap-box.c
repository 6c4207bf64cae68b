/* vlg-wrap-box.c — children beside each other, in as many lines as it takes
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-wrap-box.h"

#define SPACING 6

/* Its layout */

#define VLG_TYPE_WRAP_LAYOUT (vlg_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (VlgWrapLayout, vlg_wrap_layout, VLG, WRAP_LAYOUT, GtkLayoutManager)

struct _VlgWrapLayout {
  GtkLayoutManager parent_instance;

  gboolean narrow;   /* asks for no more than its widest child */
};

G_DEFINE_FINAL_TYPE (VlgWrapLayout, vlg_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct {
  GtkWidget *child;
  int        width;
} Cell;

static void
widths (GtkWidget *child,
        int       *minimum,
        int       *natural)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
}

/* Gives what is left of the line to those that expand. */
static void
fill_line (GArray *line,
           int     spare)
{
  guint n_expand = 0;

  for (guint i = 0; i < line->len; i++)
    n_expand += gtk_widget_compute_expand (g_array_index (line, Cell, i).child, GTK_ORIENTATION_HORIZONTAL);

  for (guint i = 0; i < line->len && n_expand > 0; i++)
    {
      Cell *cell = &g_array_index (line, Cell, i);

      if (!gtk_widget_compute_expand (cell->child, GTK_ORIENTATION_HORIZONTAL))
        continue;
      cell->width += spare / (int) n_expand;
      spare -= spare / (int) n_expand;
      n_expand--;
    }
}

static int
place_line (GtkWidget *box,
            GArray    *line,
            int        width,
            int        used,
            int        y,
            gboolean   allocate)
{
  gboolean mirrored = gtk_widget_get_direction (box) == GTK_TEXT_DIR_RTL;
  int height = 0;
  int x = 0;

  fill_line (line, MAX (0, width - used));
  for (guint i = 0; i < line->len; i++)
    {
      Cell *cell = &g_array_index (line, Cell, i);
      int natural;

      gtk_widget_measure (cell->child, GTK_ORIENTATION_VERTICAL, cell->width, NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
    }

  for (guint i = 0; i < line->len; i++)
    {
      Cell *cell = &g_array_index (line, Cell, i);
      GtkAllocation area = { mirrored ? width - x - cell->width : x, y, cell->width, height };

      if (allocate)
        gtk_widget_size_allocate (cell->child, &area, -1);
      x += cell->width + SPACING;
    }

  return height;
}

/* The height of all lines; places the children when @allocate. */
static int
run (GtkWidget *box,
     int        width,
     gboolean   allocate)
{
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (Cell));
  int used = 0;
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      Cell cell = { child, 0 };
      int minimum;

      if (!gtk_widget_should_layout (child))
        continue;

      widths (child, &minimum, &cell.width);
      cell.width = MAX (minimum, MIN (cell.width, width));
      if (line->len > 0 && used + SPACING + cell.width > width)
        {
          y += place_line (box, line, width, used, y, allocate) + SPACING;
          g_array_set_size (line, 0);
          used = 0;
        }
      used += cell.width + (line->len > 0 ? SPACING : 0);
      g_array_append_val (line, cell);
    }

  return y + place_line (box, line, width, used, y, allocate);
}

static GtkSizeRequestMode
vlg_wrap_layout_get_request_mode (GtkLayoutManager *layout,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
vlg_wrap_layout_measure (GtkLayoutManager *layout,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  int least = 0;
  int all = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      widths (child, &child_minimum, &child_natural);
      least = MAX (least, child_minimum);
      all += child_natural + (all > 0 ? SPACING : 0);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = VLG_WRAP_LAYOUT (layout)->narrow ? least : MAX (least, all);
    }
  else
    {
      *minimum = *natural = run (widget, for_size < 0 ? MAX (least, all) : MAX (least, for_size), FALSE);
    }
}

static void
vlg_wrap_layout_allocate (GtkLayoutManager *layout,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  run (widget, width, TRUE);
}

static void
vlg_wrap_layout_class_init (VlgWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = vlg_wrap_layout_get_request_mode;
  layout_class->measure = vlg_wrap_layout_measure;
  layout_class->allocate = vlg_wrap_layout_allocate;
}

static void
vlg_wrap_layout_init (VlgWrapLayout *self)
{
}

/* The box */

struct _VlgWrapBox {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (VlgWrapBox, vlg_wrap_box, GTK_TYPE_WIDGET)

static void
vlg_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (vlg_wrap_box_parent_class)->dispose (object);
}

static void
vlg_wrap_box_class_init (VlgWrapBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vlg_wrap_box_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), VLG_TYPE_WRAP_LAYOUT);
}

static void
vlg_wrap_box_init (VlgWrapBox *self)
{
}

void
vlg_wrap_box_set_narrow (VlgWrapBox *self,
                         gboolean    narrow)
{
  g_return_if_fail (VLG_IS_WRAP_BOX (self));

  VLG_WRAP_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)))->narrow = narrow;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
