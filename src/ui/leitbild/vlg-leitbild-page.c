/* vlg-leitbild-page.c — the Leitbild in figures, for the council
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-leitbild-page-private.h"

#include <glib/gi18n.h>

#include "vlg-core-enums.h"
#include "vlg-leitbild-desk.h"
#include "vlg-leitbild-table.h"
#include "vlg-scroll-across.h"
#include "vlg-wrap-box.h"

/* A spinner for a moment only disturbs. */
#define SPINNER_DELAY 500
/* Writing is stored at every pause: the figures follow when it rests. */
#define RELOAD_DELAY 300

typedef enum {
  SPAN_THIS_YEAR,
  SPAN_LAST_YEAR,
  SPAN_ALL_YEARS,
  SPAN_DAYS,
} Span;

enum { OPEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgLeitbildPage, vlg_leitbild_page, ADW_TYPE_BIN)

static VlgLeitbild *
get_leitbild (VlgLeitbildPage *self)
{
  return vlg_profile_get_leitbild (vlg_office_get_profile (self->office));
}

/* What is asked */

#define ADOPTED (1u << VLG_STATE_ADOPTED | 1u << VLG_STATE_ADOPTED_WITH_CHANGES)

/* The states that can be asked for, in the order of the choice. */
static const struct {
  guint states;
  const char *label;   /* NULL: that of the state */
} state_choices[] = {
  { 0, N_("All that were submitted") },
  { ADOPTED, N_("Adopted, also with changes") },
  { 1u << VLG_STATE_SUBMITTED, NULL },
  { 1u << VLG_STATE_RELEASED, NULL },
  { 1u << VLG_STATE_IN_CONSULTATION, NULL },
  { 1u << VLG_STATE_REJECTED, NULL },
  { 1u << VLG_STATE_NOTED, NULL },
  { 1u << VLG_STATE_EXECUTED, NULL },
  { 1u << VLG_STATE_DONE, NULL },
  { 1u << VLG_STATE_WITHDRAWN, NULL },
};

static const char *
get_state_label (guint choice)
{
  if (state_choices[choice].label != NULL)
    return _(state_choices[choice].label);

  return vlg_state_get_label ((VlgState) g_bit_nth_lsf (state_choices[choice].states, -1));
}

static const char *
get_body (VlgLeitbildPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->body);
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (self->body));

  return selected != 0 && selected != GTK_INVALID_LIST_POSITION ? gtk_string_list_get_string (names, selected) : NULL;
}

/* FALSE where the person has not yet written both days. */
static gboolean
get_query (VlgLeitbildPage  *self,
           VlgLeitbildQuery *query)
{
  guint span = gtk_drop_down_get_selected (self->span);
  guint year = span == SPAN_LAST_YEAR ? self->year - 1 : self->year;

  query->from = span == SPAN_ALL_YEARS ? VLG_DAY_NONE : vlg_day_new (year, 1, 1);
  query->to = span == SPAN_ALL_YEARS ? VLG_DAY_NONE : vlg_day_new (year, 12, 31);
  if (span == SPAN_DAYS)
    {
      query->from = vlg_day_field_get_day (self->from);
      query->to = vlg_day_field_get_day (self->to);
    }
  query->step = gtk_drop_down_get_selected (self->step) == 1 ? VLG_REPORT_YEARS : VLG_REPORT_QUARTERS;
  query->body = get_body (self);
  query->states = state_choices[MIN (gtk_drop_down_get_selected (self->state), G_N_ELEMENTS (state_choices) - 1)].states;

  return span == SPAN_ALL_YEARS || (query->from != VLG_DAY_NONE && query->to >= query->from);
}

char *
vlg_leitbild_page_describe_query (VlgLeitbildPage *self)
{
  g_autofree char *from = vlg_day_to_display (self->report->from);
  g_autofree char *to = vlg_day_to_display (self->report->to);
  const char *state = get_state_label (0);

  for (guint i = 0; i < G_N_ELEMENTS (state_choices); i++)
    if (state_choices[i].states == self->asked_states)
      state = get_state_label (i);

  return g_strdup_printf ("%s – %s · %s · %s", from, to, self->asked_body != NULL ? self->asked_body : _("All bodies"), state);
}

/* What is shown */

static void
show_total (VlgLeitbildPage  *self,
            VlgLeitbildTotal  total,
            const char       *number,
            const char       *caption)
{
  g_autofree char *name = g_strdup_printf ("%s %s", number, caption);

  gtk_label_set_text (self->numbers[total], number);
  gtk_label_set_text (self->captions[total], caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->totals[total]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_totals (VlgLeitbildPage *self)
{
  const VlgReportCount *total = &self->report->total;
  int share = vlg_report_count_get_share (total);
  g_autofree char *motions = g_strdup_printf ("%u", total->n_motions);
  g_autofree char *adopted = g_strdup_printf ("%u", total->n_adopted);
  /* Translators: a share in percent. */
  g_autofree char *not_relevant = share < 0 ? g_strdup ("–") : g_strdup_printf (C_("share", "%d %%"), share);
  g_autofree char *undecided = g_strdup_printf ("%u", total->n_undecided);

  show_total (self, VLG_LEITBILD_ALL, motions, ngettext ("motion", "motions", total->n_motions));
  show_total (self, VLG_LEITBILD_ADOPTED, adopted, C_("figure", "adopted"));
  show_total (self, VLG_LEITBILD_NOT_RELEVANT, not_relevant, C_("figure", "not relevant"));
  show_total (self, VLG_LEITBILD_UNDECIDED, undecided, C_("figure", "not decided"));
  gtk_widget_set_visible (GTK_WIDGET (self->totals[VLG_LEITBILD_UNDECIDED]), total->n_undecided > 0);
}

static void
update_table (VlgLeitbildPage *self)
{
  gboolean wanted = g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "table") == 0;

  adw_bin_set_child (self->table_bin, wanted && self->report != NULL ? vlg_leitbild_table_new (self->report, get_leitbild (self), self->bars) : NULL);
}

static void
show_page (VlgLeitbildPage *self,
           const char      *name)
{
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (name, "counting"));
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "leitbild.export", g_str_equal (name, "figures"));
}

/* Takes @report over. */
static void
take_report (VlgLeitbildPage   *self,
             VlgLeitbildReport *report)
{
  VlgLeitbildReport *before = self->report;

  self->report = report;
  vlg_field_bars_set_report (self->bars, report, get_leitbild (self));
  vlg_heat_map_set_report (self->map, report, get_leitbild (self));
  vlg_leitbild_report_free (before);
  if (report == NULL)
    return;
  gtk_widget_set_visible (self->goals_box, report->goals->len > 0);
  show_totals (self);
  update_table (self);
  show_page (self, report->total.n_motions > 0 ? "figures" : "empty");
}

static void
show_failure (VlgLeitbildPage *self,
              const char      *message)
{
  adw_status_page_set_description (self->failed, message);
  show_page (self, "failed");
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (VlgLeitbildPage) self = user_data;
  g_autoptr (GError) error = NULL;
  VlgLeitbildReport *report = vlg_leitbild_desk_report_finish (VLG_OFFICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->office == NULL)
    {
      g_clear_pointer (&report, vlg_leitbild_report_free);
      return;
    }
  g_clear_object (&self->counting);
  if (report != NULL)
    take_report (self, report);
  else
    {
      g_autofree char *markup = g_markup_escape_text (error->message, -1);

      show_failure (self, markup);
    }
}

static gboolean
spinner_cb (gpointer user_data)
{
  VlgLeitbildPage *self = user_data;

  self->spinner_source = 0;
  show_page (self, "counting");

  return G_SOURCE_REMOVE;
}

static void
count (VlgLeitbildPage *self)
{
  VlgLeitbildQuery query = { 0 };

  self->stale = FALSE;
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  if (!get_query (self, &query))
    {
      show_failure (self, _("Choose a first day, and a last day that is not before it."));
      return;
    }
  self->counting = g_cancellable_new ();
  g_free (self->asked_body);
  self->asked_body = g_strdup (query.body);
  self->asked_states = query.states;
  if (self->spinner_source == 0)
    self->spinner_source = g_timeout_add (SPINNER_DELAY, spinner_cb, self);
  vlg_leitbild_desk_report_async (self->office, &query, self->counting, counted_cb, g_object_ref (self));
}

static gboolean
reload_cb (gpointer user_data)
{
  VlgLeitbildPage *self = user_data;

  self->reload_source = 0;
  count (self);

  return G_SOURCE_REMOVE;
}

static void
office_changed_cb (VlgLeitbildPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->reload_source == 0)
    self->reload_source = g_timeout_add (RELOAD_DELAY, reload_cb, self);
}

/* What is chosen */

static void
changed_cb (VlgLeitbildPage *self)
{
  if (self->ready)
    count (self);
}

static void
day_cb (VlgLeitbildPage *self)
{
  if (gtk_drop_down_get_selected (self->span) == SPAN_DAYS)
    changed_cb (self);
}

/* Two days to begin with, and no more columns than can be seen. */
static void
span_cb (VlgLeitbildPage *self)
{
  guint span = gtk_drop_down_get_selected (self->span);
  gboolean was_ready = self->ready;

  if (!was_ready)
    return;
  self->ready = FALSE;
  if (span == SPAN_DAYS && vlg_day_field_get_day (self->from) == VLG_DAY_NONE && self->report != NULL)
    {
      vlg_day_field_set_day (self->from, self->report->from);
      vlg_day_field_set_day (self->to, self->report->to);
    }
  if (span != SPAN_DAYS)
    gtk_drop_down_set_selected (self->step, span == SPAN_ALL_YEARS ? 1 : 0);
  gtk_widget_set_visible (self->days, span == SPAN_DAYS);
  self->ready = TRUE;
  count (self);
}

/* Names the years; those of a window that stays open over New Year's Eve too. */
static void
fill_spans (VlgLeitbildPage *self)
{
  gboolean was_ready = self->ready;
  guint selected = gtk_drop_down_get_selected (self->span);
  g_autofree char *this_year = NULL;
  g_autofree char *last_year = NULL;
  g_autoptr (GtkStringList) spans = gtk_string_list_new (NULL);
  guint year;

  vlg_day_get (vlg_day_today (), &year, NULL, NULL);
  if (year == self->year)
    return;
  self->year = year;
  /* Translators: a period of the Leitbild page, with the year. */
  this_year = g_strdup_printf (_("This year (%u)"), year);
  last_year = g_strdup_printf (_("Last year (%u)"), year - 1);
  gtk_string_list_append (spans, this_year);
  gtk_string_list_append (spans, last_year);
  gtk_string_list_append (spans, _("All years"));
  gtk_string_list_append (spans, _("From – to"));
  self->ready = FALSE;
  gtk_drop_down_set_model (self->span, G_LIST_MODEL (spans));
  gtk_drop_down_set_selected (self->span, selected != GTK_INVALID_LIST_POSITION ? selected : SPAN_THIS_YEAR);
  self->ready = was_ready;
  self->stale = TRUE;
}

static void
fill_choices (VlgLeitbildPage *self)
{
  GListModel *bodies = vlg_profile_get_bodies (vlg_office_get_profile (self->office));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  gtk_string_list_append (names, _("All bodies"));
  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++)
    {
      g_autoptr (VlgBody) body = g_list_model_get_item (bodies, i);

      /* Several may have borne one name after the other. */
      if (g_hash_table_add (seen, (gpointer) vlg_body_get_name (body)))
        gtk_string_list_append (names, vlg_body_get_name (body));
    }
  for (guint i = 0; i < G_N_ELEMENTS (state_choices); i++)
    gtk_string_list_append (states, get_state_label (i));
  fill_spans (self);
  gtk_drop_down_set_model (self->body, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (states));
}

/* What is behind a figure */

static char *
states_to_text (guint states)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint state = 0; state <= VLG_STATE_WITHDRAWN; state++)
    if (states & (1u << state))
      g_string_append_printf (out, "%s%s", out->len > 0 ? "," : "", vlg_enum_to_nick (VLG_TYPE_STATE, (int) state));

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* The motions that were counted, between two days. Caller owns. */
static VlgMotionFilter *
filter_new (VlgLeitbildPage *self,
            VlgDay           from,
            VlgDay           to)
{
  VlgMotionFilter *filter = vlg_motion_filter_new ();
  g_autofree char *states = states_to_text (self->asked_states);

  vlg_motion_filter_set_period (filter, from, to);
  if (self->asked_states != 0)
    vlg_motion_filter_set (filter, VLG_FACET_STATE, states);
  else
    vlg_motion_filter_set (filter, VLG_FACET_SUBMITTED, "yes");
  vlg_motion_filter_set (filter, VLG_FACET_BODY, self->asked_body);

  return filter;
}

static void
open_bar_cb (VlgLeitbildPage *self,
             guint            index,
             guint            column)
{
  const VlgFieldBar *bar = vlg_field_bars_get_bar (self->bars, index);
  g_autoptr (VlgMotionFilter) filter = filter_new (self, self->report->from, self->report->to);

  if (bar->field != NULL)
    {
      VlgActionField *field = vlg_leitbild_find_field (get_leitbild (self), bar->field);
      g_autofree char *old = field != NULL ? g_strjoinv (",", (char **) vlg_action_field_get_replaces (field)) : g_strdup ("");
      g_autofree char *keys = *old != '\0' ? g_strconcat (bar->field, ",", old, NULL) : g_strdup (bar->field);

      vlg_motion_filter_set (filter, VLG_FACET_FIELD, keys);
    }
  else
    vlg_motion_filter_set (filter, VLG_FACET_RELEVANCE, vlg_enum_to_nick (VLG_TYPE_RELEVANCE, bar->relevance));
  g_signal_emit (self, signals[OPEN], 0, filter);
}

static gboolean
names_one_goal (VlgLeitbildReport *report,
                const char        *code)
{
  guint n = 0;

  for (guint i = 0; i < report->goals->len; i++)
    n += g_str_equal (((VlgReportGoal *) report->goals->pdata[i])->code, code);

  return n == 1;
}

static void
open_goal_cb (VlgLeitbildPage *self,
              guint            index,
              guint            period)
{
  const VlgReportGoal *goal = self->report->goals->pdata[index];
  g_autoptr (VlgMotionFilter) filter = NULL;
  VlgDay from = self->report->from;
  VlgDay to = self->report->to;

  if (period < self->report->n_periods)
    vlg_leitbild_report_get_span (self->report, period, &from, &to);
  filter = filter_new (self, from, to);
  if (goal->old_codes != NULL)
    {
      g_autofree char *old = g_strjoinv (",", goal->old_codes);
      g_autofree char *codes = g_strconcat (goal->code, ",", old, NULL);

      vlg_motion_filter_set (filter, VLG_FACET_GOAL, codes);
    }
  else
    vlg_motion_filter_set (filter, VLG_FACET_GOAL, goal->code);
  if (!names_one_goal (self->report, goal->code))
    vlg_motion_filter_set (filter, VLG_FACET_FIELD, goal->field);
  g_signal_emit (self, signals[OPEN], 0, filter);
}

static void
open_bar_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  VlgLeitbildPage *self = VLG_LEITBILD_PAGE (widget);
  guint bar = g_variant_get_uint32 (parameter);

  if (self->report != NULL && bar < vlg_field_bars_get_n_bars (self->bars))
    open_bar_cb (self, bar, 0);
}

static void
open_goal_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  VlgLeitbildPage *self = VLG_LEITBILD_PAGE (widget);
  guint goal, period;

  g_variant_get (parameter, "(uu)", &goal, &period);
  if (self->report != NULL && goal < self->report->goals->len && period <= self->report->n_periods)
    open_goal_cb (self, goal, period);
}

static void
open_total_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  VlgLeitbildPage *self = VLG_LEITBILD_PAGE (widget);
  guint total = g_variant_get_uint32 (parameter);
  g_autoptr (VlgMotionFilter) filter = NULL;

  if (self->report == NULL)
    return;
  filter = filter_new (self, self->report->from, self->report->to);
  if (total == VLG_LEITBILD_ADOPTED)
    {
      g_autofree char *states = states_to_text (vlg_leitbild_query_states (self->asked_states) & ADOPTED);

      vlg_motion_filter_set (filter, VLG_FACET_SUBMITTED, NULL);
      /* Where others were asked for there is none, and what is asked for is shown. */
      if (*states != '\0')
        vlg_motion_filter_set (filter, VLG_FACET_STATE, states);
    }
  else if (total == VLG_LEITBILD_NOT_RELEVANT || total == VLG_LEITBILD_UNDECIDED)
    vlg_motion_filter_set (filter, VLG_FACET_RELEVANCE,
                           vlg_enum_to_nick (VLG_TYPE_RELEVANCE, total == VLG_LEITBILD_UNDECIDED ? VLG_RELEVANCE_UNDECIDED : VLG_RELEVANCE_NOT_RELEVANT));
  g_signal_emit (self, signals[OPEN], 0, filter);
}

static void
all_years_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  VlgLeitbildPage *self = VLG_LEITBILD_PAGE (widget);

  gtk_drop_down_set_selected (self->body, 0);
  gtk_drop_down_set_selected (self->state, 0);
  gtk_drop_down_set_selected (self->span, SPAN_ALL_YEARS);
  gtk_widget_grab_focus (GTK_WIDGET (self->span));
}

static gboolean
get_table (VlgLeitbildPage *self)
{
  return self->views != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "table") == 0;
}

/* Class */

enum { PROP_0, PROP_TABLE, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void
vlg_leitbild_page_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (prop_id == PROP_TABLE)
    g_value_set_boolean (value, get_table (VLG_LEITBILD_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_leitbild_page_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  VlgLeitbildPage *self = VLG_LEITBILD_PAGE (object);

  if (prop_id != PROP_TABLE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (get_table (self) == g_value_get_boolean (value))
    return;
  gtk_stack_set_visible_child_name (self->views, g_value_get_boolean (value) ? "table" : "charts");
  update_table (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
vlg_leitbild_page_map (GtkWidget *widget)
{
  VlgLeitbildPage *self = VLG_LEITBILD_PAGE (widget);

  GTK_WIDGET_CLASS (vlg_leitbild_page_parent_class)->map (widget);

  fill_spans (self);
  if (self->stale)
    count (self);
}

static void
vlg_leitbild_page_unmap (GtkWidget *widget)
{
  VlgLeitbildPage *self = VLG_LEITBILD_PAGE (widget);

  if (self->reload_source != 0 || self->counting != NULL)
    self->stale = TRUE;
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_handle_id (&self->reload_source, g_source_remove);
  g_clear_handle_id (&self->spinner_source, g_source_remove);

  GTK_WIDGET_CLASS (vlg_leitbild_page_parent_class)->unmap (widget);
}

static void
vlg_leitbild_page_dispose (GObject *object)
{
  VlgLeitbildPage *self = VLG_LEITBILD_PAGE (object);

  self->ready = FALSE;
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_handle_id (&self->reload_source, g_source_remove);
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  if (self->report != NULL)
    {
      vlg_field_bars_set_report (self->bars, NULL, NULL);
      vlg_heat_map_set_report (self->map, NULL, NULL);
      g_clear_pointer (&self->report, vlg_leitbild_report_free);
    }
  g_clear_pointer (&self->asked_body, g_free);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (vlg_leitbild_page_parent_class)->dispose (object);
}

static void
bind_totals (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < VLG_N_LEITBILD_TOTALS; i++)
    {
      g_autofree char *total = g_strdup_printf ("total_%u", i);
      g_autofree char *number = g_strdup_printf ("number_%u", i);
      g_autofree char *caption = g_strdup_printf ("caption_%u", i);

      gtk_widget_class_bind_template_child_full (widget_class, total, FALSE, (gssize) (G_STRUCT_OFFSET (VlgLeitbildPage, totals) + i * sizeof (gpointer)));
      gtk_widget_class_bind_template_child_full (widget_class, number, FALSE, (gssize) (G_STRUCT_OFFSET (VlgLeitbildPage, numbers) + i * sizeof (gpointer)));
      gtk_widget_class_bind_template_child_full (widget_class, caption, FALSE, (gssize) (G_STRUCT_OFFSET (VlgLeitbildPage, captions) + i * sizeof (gpointer)));
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/leitbild/vlg-leitbild-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildPage, span);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildPage, days);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildPage, from);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildPage, to);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildPage, step);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildPage, body);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildPage, state);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildPage, failed);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildPage, views);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildPage, goals_box);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildPage, bars);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildPage, map_scroller);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildPage, map);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildPage, table_bin);
  bind_totals (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, span_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_bar_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_goal_cb);
}

static void
vlg_leitbild_page_class_init (VlgLeitbildPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_leitbild_page_dispose;
  object_class->get_property = vlg_leitbild_page_get_property;
  object_class->set_property = vlg_leitbild_page_set_property;
  widget_class->map = vlg_leitbild_page_map;
  widget_class->unmap = vlg_leitbild_page_unmap;

  properties[PROP_TABLE] = g_param_spec_boolean ("table", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPEN] = g_signal_new ("open", VLG_TYPE_LEITBILD_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_install_action (widget_class, "leitbild.open-bar", "u", open_bar_action);
  gtk_widget_class_install_action (widget_class, "leitbild.open-goal", "(uu)", open_goal_action);
  gtk_widget_class_install_action (widget_class, "leitbild.open-total", "u", open_total_action);
  gtk_widget_class_install_action (widget_class, "leitbild.all-years", NULL, all_years_action);
  gtk_widget_class_install_property_action (widget_class, "leitbild.table", "table");
  vlg_leitbild_page_class_install_export (widget_class);

  g_type_ensure (VLG_TYPE_DAY_FIELD);
  g_type_ensure (VLG_TYPE_FIELD_BARS);
  g_type_ensure (VLG_TYPE_HEAT_MAP);
  g_type_ensure (VLG_TYPE_WRAP_BOX);
  bind_template (widget_class);
}

static void
vlg_leitbild_page_init (VlgLeitbildPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vlg_scroll_across_only (self->map_scroller);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "leitbild.export", FALSE);
}

GtkWidget *
vlg_leitbild_page_new (VlgOffice *office)
{
  VlgLeitbildPage *self;

  g_return_val_if_fail (VLG_IS_OFFICE (office), NULL);

  self = g_object_new (VLG_TYPE_LEITBILD_PAGE, NULL);
  self->office = g_object_ref (office);
  fill_choices (self);
  g_signal_connect_object (office, "changed", G_CALLBACK (office_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (office, "notify::profile", G_CALLBACK (office_changed_cb), self, G_CONNECT_SWAPPED);
  self->ready = TRUE;
  self->stale = TRUE;

  return GTK_WIDGET (self);
}

VlgLeitbildReport *
vlg_leitbild_page_get_report (VlgLeitbildPage *self)
{
  g_return_val_if_fail (VLG_IS_LEITBILD_PAGE (self), NULL);

  return self->report;
}

void
vlg_leitbild_page_set_span (VlgLeitbildPage *self,
                            VlgDay           from,
                            VlgDay           to)
{
  g_return_if_fail (VLG_IS_LEITBILD_PAGE (self));

  self->ready = FALSE;
  vlg_day_field_set_day (self->from, from);
  vlg_day_field_set_day (self->to, to);
  self->ready = TRUE;
  if (gtk_drop_down_get_selected (self->span) == SPAN_DAYS)
    count (self);
  else
    gtk_drop_down_set_selected (self->span, SPAN_DAYS);
}
