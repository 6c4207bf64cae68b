/* vlg-leitbild-table.c — the figures of the Leitbild as plain tables
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-leitbild-table.h"

#include <glib/gi18n.h>

#include "vlg-heat-map.h"
#include "vlg-scroll-across.h"

static GtkWidget *
label_new (const char *text,
           const char *css_class,
           gboolean    number)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), number ? 0.5 : 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
wrap (GtkWidget *label)
{
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
}

/* A figure behind which there are motions; @name says what it counts. Nothing is behind a nought. */
static GtkWidget *
figure_new (guint       n,
            const char *name,
            const char *action,
            GVariant   *target)
{
  g_autoptr (GVariant) parameter = g_variant_ref_sink (target);
  g_autofree char *text = g_strdup_printf ("%u", n);
  GtkWidget *figure;

  if (n == 0)
    {
      figure = label_new (text, "dim-label", TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (figure), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      return figure;
    }
  figure = gtk_button_new_with_label (text);
  gtk_widget_add_css_class (figure, "flat");
  gtk_widget_add_css_class (figure, "leitbild-figure");
  gtk_widget_add_css_class (figure, "numeric");
  gtk_widget_set_tooltip_text (figure, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (figure), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (figure), parameter);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (figure), action);

  return figure;
}

static GtkWidget *
fields_new (VlgFieldBars *bars)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *heading = label_new (C_("column", "Field of action"), "heading", FALSE);

  wrap (heading);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_attach (GTK_GRID (grid), heading, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), label_new (C_("column", "Motions"), "heading", TRUE), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), label_new (C_("column", "Adopted"), "heading", TRUE), 2, 0, 1, 1);
  for (guint i = 0; i < vlg_field_bars_get_n_bars (bars); i++)
    {
      const VlgFieldBar *bar = vlg_field_bars_get_bar (bars, i);
      g_autofree char *name = vlg_field_bars_describe (bar);
      g_autofree char *adopted = bar->n_adopted >= 0 ? g_strdup_printf ("%d", bar->n_adopted) : g_strdup ("–");
      GtkWidget *label = label_new (bar->name, NULL, FALSE);

      wrap (label);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_grid_attach (GTK_GRID (grid), label, 0, (int) i + 1, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), figure_new (bar->n_motions, name, "leitbild.open-bar", g_variant_new_uint32 (i)), 1, (int) i + 1, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), label_new (adopted, "numeric", TRUE), 2, (int) i + 1, 1, 1);
    }

  return grid;
}

static void
add_goal (GtkGrid           *grid,
          VlgLeitbildReport *report,
          guint              goal,
          int                row)
{
  g_autofree char *label = vlg_report_goal_get_label (report->goals->pdata[goal]);

  gtk_grid_attach (grid, label_new (label, NULL, FALSE), 0, row, 1, 1);
  for (guint i = 0; i <= report->n_periods; i++)
    {
      g_autofree char *name = vlg_heat_map_describe (report, goal, i);
      GtkWidget *figure = figure_new (vlg_heat_map_get_count (report, goal, i), name, "leitbild.open-goal", g_variant_new ("(uu)", goal, i));

      gtk_grid_attach (grid, figure, (int) i + 1, row, 1, 1);
    }
}

static GtkWidget *
goals_new (VlgLeitbildReport *report,
           VlgLeitbild       *leitbild)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  const char *field = NULL;
  int row = 1;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_grid_attach (GTK_GRID (grid), label_new (C_("column", "Goal"), "heading", FALSE), 0, 0, 1, 1);
  for (guint i = 0; i < report->n_periods; i++)
    {
      g_autofree char *heading = vlg_report_period_get_label (&report->periods[i]);

      gtk_grid_attach (GTK_GRID (grid), label_new (heading, "heading", TRUE), (int) i + 1, 0, 1, 1);
    }
  gtk_grid_attach (GTK_GRID (grid), label_new (C_("column", "Total"), "heading", TRUE), (int) report->n_periods + 1, 0, 1, 1);
  for (guint i = 0; i < report->goals->len; i++)
    {
      const VlgReportGoal *goal = report->goals->pdata[i];
      VlgActionField *known = vlg_leitbild_find_field (leitbild, goal->field);

      if (g_strcmp0 (field, goal->field) != 0)
        gtk_grid_attach (GTK_GRID (grid), label_new (known != NULL ? vlg_action_field_get_name (known) : goal->field, "caption-heading", FALSE),
                         0, row++, (int) report->n_periods + 2, 1);
      field = goal->field;
      add_goal (GTK_GRID (grid), report, i, row++);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  vlg_scroll_across_only (GTK_SCROLLED_WINDOW (scroller));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);

  return scroller;
}

GtkWidget *
vlg_leitbild_table_new (VlgLeitbildReport *report,
                        VlgLeitbild       *leitbild,
                        VlgFieldBars      *bars)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  g_return_val_if_fail (report != NULL, box);
  g_return_val_if_fail (VLG_IS_FIELD_BARS (bars), box);

  gtk_box_append (GTK_BOX (box), fields_new (bars));
  if (report->goals->len > 0)
    gtk_box_append (GTK_BOX (box), goals_new (report, leitbild));

  return box;
}
