/* vlg-motions-filter.c — the conditions of a filter as SQL
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motions-filter.h"

#include "vlg-bind.h"

/* Rows of a term are counted up to here, which takes half a millisecond. */
#define MANY 8000
/* So few rows are fetched to be looked up in memory. */
#define FEW 4000
/* What a first page asks for. */
#define PAGE 64
#define MAX_VALUES 12
#define MAX_TERMS VLG_N_FACETS

/* Statements are put together from the literals of these tables; values are bound. Each term stands in two forms: one that its index can answer, and one ("|| ''", coalesce)
 * that no index can, so that the engine takes the index that was chosen here: it has no statistics to choose by. Orders too: one read off an index, one sorted. */
typedef struct {
  const char *indexed;
  const char *plain;
  const char *counted;      /* up to MANY of the rows that meet it */
  guint orders;             /* bits of VlgMotionOrder in which the index yields the rows in order */
  gboolean by_id;           /* the index yields ids, not rows of the trash or the rest */
} Form;

#define COUNT(rows) "SELECT count (*) FROM (SELECT 1 FROM " rows " LIMIT ?)"
#define NEWEST (1u << VLG_MOTION_ORDER_NEWEST | 1u << VLG_MOTION_ORDER_OLDEST)
#define NUMBER (1u << VLG_MOTION_ORDER_NUMBER | 1u << VLG_MOTION_ORDER_NUMBER_ASCENDING)
#define ANY_STATE "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
#define DAY "coalesce (next_day, '9999-12-31')"
#define RELEASED_HERE "SELECT motion_id FROM stage_deed WHERE deed = 'released'"
#define NOT_SIGNED "NOT EXISTS (SELECT 1 FROM signature s WHERE s.motion_id = motion.id AND s.document = 'resolution')"

static const Form one_state = { "state_rank = ?", "state_rank + 0 = ?", COUNT ("motion WHERE trashed = ? AND state_rank = ?"), NEWEST };
static const Form some_states = { "state_rank IN " ANY_STATE, "state_rank + 0 IN " ANY_STATE, COUNT ("motion WHERE trashed = ? AND state_rank IN " ANY_STATE), 0 };
static const Form kind = { "kind = ?", "kind || '' = ?", COUNT ("motion WHERE trashed = ? AND kind = ?"), NEWEST };
static const Form year = { "year = ?", "year + 0 = ?", COUNT ("motion WHERE trashed = ? AND year = ?"), NEWEST | NUMBER };
static const Form origin = { "origin = ?", "origin || '' = ?", COUNT ("motion WHERE trashed = ? AND origin = ?"), NEWEST };
static const Form responsible = { "responsible = ?", "responsible || '' = ?", COUNT ("motion WHERE trashed = ? AND responsible = ?"), NEWEST };
static const Form body = {
  "id IN (SELECT c.motion_id FROM consultation c WHERE c.body = ?)", "EXISTS (SELECT 1 FROM consultation c WHERE c.motion_id = motion.id AND c.body = ?)",
  COUNT ("consultation WHERE body = ?"), 0, TRUE
};
static const Form field = {
  "id IN (SELECT k.motion_id FROM mark k WHERE k.field = ? AND k.ticked = 1)", "EXISTS (SELECT 1 FROM mark k WHERE k.motion_id = motion.id AND k.field = ? AND k.ticked = 1)",
  COUNT ("mark WHERE field = ? AND ticked = 1"), 0, TRUE
};
static const Form due = {
  DAY " BETWEEN ? AND ?", "next_day || '' BETWEEN ? AND ?", COUNT ("motion WHERE trashed = ? AND " DAY " BETWEEN ? AND ?"), 1u << VLG_MOTION_ORDER_NEXT_DAY
};
static const Form mine = {
  "id IN (SELECT a.id FROM motion a WHERE a.created_by = ? UNION ALL SELECT b.id FROM motion b WHERE b.changed_by = ?)",
  "(coalesce (created_by, -1) = ? OR coalesce (changed_by, -1) = ?)",
  "SELECT count (*) FROM (SELECT 1 FROM motion a WHERE a.created_by = ? UNION ALL SELECT 1 FROM motion b WHERE b.changed_by = ? LIMIT ?)", 0, TRUE
};
static const Form findings = { "findings > 0", "coalesce (findings, 0) > 0", COUNT ("motion WHERE trashed = ? AND findings > 0"), NEWEST };
static const Form goal = {
  "id IN (SELECT k.motion_id FROM mark_goal g JOIN mark k ON k.id = g.mark_id WHERE g.code = ?)",
  "EXISTS (SELECT 1 FROM mark k JOIN mark_goal g ON g.mark_id = k.id WHERE k.motion_id = motion.id AND g.code = ?)", COUNT ("mark_goal WHERE code = ?"), 0, TRUE
};
/* Several, between commas with one at each end. */
static const Form fields = {
  "id IN (SELECT k.motion_id FROM mark k WHERE instr (?, ',' || k.field || ',') > 0 AND k.ticked = 1)",
  "EXISTS (SELECT 1 FROM mark k WHERE k.motion_id = motion.id AND instr (?, ',' || k.field || ',') > 0 AND k.ticked = 1)",
  COUNT ("mark WHERE instr (?, ',' || field || ',') > 0 AND ticked = 1"), 0, TRUE
};
static const Form goals = {
  "id IN (SELECT k.motion_id FROM mark_goal g JOIN mark k ON k.id = g.mark_id WHERE instr (?, ',' || g.code || ',') > 0)",
  "EXISTS (SELECT 1 FROM mark k JOIN mark_goal g ON g.mark_id = k.id WHERE k.motion_id = motion.id AND instr (?, ',' || g.code || ',') > 0)",
  COUNT ("mark_goal WHERE instr (?, ',' || code || ',') > 0"), 0, TRUE
};
static const Form relevance = { "relevance = ?", "relevance || '' = ?", COUNT ("motion WHERE trashed = ? AND relevance = ?"), NEWEST };
static const Form period = { "counted_on BETWEEN ? AND ?", "counted_on || '' BETWEEN ? AND ?", COUNT ("motion WHERE trashed = ? AND counted_on BETWEEN ? AND ?"), 0 };
static const Form submitted = { "state_rank NOT IN (?, ?)", "state_rank + 0 NOT IN (?, ?)", COUNT ("motion WHERE trashed = ? AND state_rank NOT IN (?, ?)"), 0 };
static const Form to_sign = {
  "id IN (" RELEASED_HERE ") AND state_rank + 0 IN (?, ?) AND " NOT_SIGNED,
  "state_rank + 0 IN (?, ?) AND EXISTS (SELECT 1 FROM stage_deed d WHERE d.motion_id = motion.id AND d.deed = 'released') AND " NOT_SIGNED,
  COUNT ("stage_deed WHERE deed = 'released'"), 0, TRUE
};

typedef struct {
  const char *text;   /* borrowed from the query or the conditions; NULL: @number */
  gint64 number;
} Value;

typedef struct {
  const Form *form;
  Value values[MAX_VALUES];
  guint n_values;
} Term;

struct _VlgConditions {
  VlgDb *db;             /* borrowed */
  VlgMotionOrder order;
  gboolean trash;
  Term terms[MAX_TERMS];
  guint n_terms;
  int driver;            /* the term whose index is taken, -1 for that of the order */
  gboolean narrow;
  char *from;            /* days of the term due */
  char *to;
  char *first;           /* days of the period */
  char *last;
  char *field_keys;
  char *goal_codes;
};

static const char * const sorted_orders[] = {
  [VLG_MOTION_ORDER_NEWEST] = " ORDER BY changed_at + 0 DESC, id DESC LIMIT ?",
  [VLG_MOTION_ORDER_NUMBER] = " ORDER BY number_key || '' DESC, id DESC LIMIT ?",
  [VLG_MOTION_ORDER_TITLE] = " ORDER BY title_key || '', id LIMIT ?",
  [VLG_MOTION_ORDER_STATE] = " ORDER BY state_rank + 0, changed_at, id LIMIT ?",
  [VLG_MOTION_ORDER_NEXT_DAY] = " ORDER BY coalesce (next_day || '', '9999-12-31'), changed_at, id LIMIT ?",
  [VLG_MOTION_ORDER_OLDEST] = " ORDER BY changed_at + 0, id LIMIT ?",
  [VLG_MOTION_ORDER_NUMBER_ASCENDING] = " ORDER BY number_key || '', id LIMIT ?",
  [VLG_MOTION_ORDER_TITLE_DESCENDING] = " ORDER BY title_key || '' DESC, id DESC LIMIT ?",
  [VLG_MOTION_ORDER_STATE_DESCENDING] = " ORDER BY state_rank + 0 DESC, changed_at DESC, id DESC LIMIT ?",
  [VLG_MOTION_ORDER_LAST_DAY] = " ORDER BY next_day IS NULL, next_day || '' DESC, changed_at DESC, id DESC LIMIT ?",
};

static const char * const orders[] = {
  [VLG_MOTION_ORDER_NEWEST] = " ORDER BY changed_at DESC, id DESC LIMIT ?",
  [VLG_MOTION_ORDER_NUMBER] = " ORDER BY number_key DESC, id DESC LIMIT ?",
  [VLG_MOTION_ORDER_TITLE] = " ORDER BY title_key, id LIMIT ?",
  [VLG_MOTION_ORDER_STATE] = " ORDER BY state_rank, changed_at, id LIMIT ?",
  [VLG_MOTION_ORDER_NEXT_DAY] = " ORDER BY " DAY ", changed_at, id LIMIT ?",
  [VLG_MOTION_ORDER_OLDEST] = " ORDER BY changed_at, id LIMIT ?",
  [VLG_MOTION_ORDER_NUMBER_ASCENDING] = " ORDER BY number_key, id LIMIT ?",
  [VLG_MOTION_ORDER_TITLE_DESCENDING] = " ORDER BY title_key DESC, id DESC LIMIT ?",
  [VLG_MOTION_ORDER_STATE_DESCENDING] = " ORDER BY state_rank DESC, changed_at DESC, id DESC LIMIT ?",
  [VLG_MOTION_ORDER_LAST_DAY] = " ORDER BY " DAY " = '9999-12-31', " DAY " DESC, changed_at DESC, id DESC LIMIT ?",
};

static Term *
add_term (VlgConditions *self,
          const Form    *form)
{
  Term *term = &self->terms[self->n_terms++];

  term->form = form;
  return term;
}

static void
add_text (Term       *term,
          const char *text)
{
  term->values[term->n_values++].text = text;
}

static void
add_number (Term   *term,
            gint64  number)
{
  term->values[term->n_values++].number = number;
}

static void
add_states (VlgConditions *self,
            guint          states)
{
  gboolean one = (states & (states - 1)) == 0;
  Term *term = add_term (self, one ? &one_state : &some_states);
  guint last = 0;

  for (guint state = 0; state <= VLG_STATE_WITHDRAWN; state++)
    if (states & (1u << state))
      {
        last = state;
        add_number (term, state);
      }
  /* The places left name the last one again. */
  while (!one && term->n_values < MAX_VALUES)
    add_number (term, last);
}

/* The next day from @today on that any motion waits for; @day is NULL for none. */
static gboolean
find_next_meeting (VlgDb        *db,
                   const char   *today,
                   char        **day,
                   GError      **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT next_day FROM motion WHERE trashed = 0 AND " DAY " BETWEEN ? AND '9999-12-30' ORDER BY " DAY " LIMIT 1", error);
  g_autoptr (GError) local_error = NULL;

  *day = NULL;
  if (row == NULL)
    return FALSE;
  vlg_statement_bind_text (row, 1, today);
  if (vlg_statement_step (row, &local_error))
    *day = g_strdup (vlg_statement_get_text (row, 0));
  vlg_statement_reset (row);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

static gboolean
add_due (VlgConditions         *self,
         const VlgMotionQuery  *query,
         const char            *value,
         GError               **error)
{
  VlgDay today = query->today != VLG_DAY_NONE ? query->today : vlg_day_today ();
  Term *term;

  self->from = vlg_day_to_iso (today);
  if (g_str_equal (value, "week"))
    {
      self->to = vlg_day_to_iso (today + 7);
    }
  else
    {
      g_autofree char *day = NULL;

      if (!find_next_meeting (self->db, self->from, &day, error))
        return FALSE;
      g_free (self->from);
      /* No meeting is planned: no day is this one. */
      self->from = g_strdup (day != NULL ? day : "9999-12-30");
      self->to = g_strdup (self->from);
    }
  term = add_term (self, &due);
  add_text (term, self->from);
  add_text (term, self->to);
  return TRUE;
}

static void
add_report_terms (VlgConditions         *self,
                  const VlgMotionFilter *filter)
{
  VlgDay from, to;
  Term *term;

  if (vlg_motion_filter_get_period (filter, &from, &to))
    {
      self->first = vlg_day_to_iso (from);
      self->last = vlg_day_to_iso (to);
      term = add_term (self, &period);
      add_text (term, self->first);
      add_text (term, self->last);
    }
  if (vlg_motion_filter_get (filter, VLG_FACET_SUBMITTED) != NULL)
    {
      term = add_term (self, &submitted);
      add_number (term, VLG_STATE_DRAFT);
      add_number (term, VLG_STATE_RETURNED);
    }
}

/* One, or several between commas. */
static void
add_named (VlgConditions          *self,
           const VlgMotionFilter  *filter,
           VlgFacet                facet,
           const Form             *one,
           const Form             *several,
           char                  **names)
{
  const char *value = vlg_motion_filter_get (filter, facet);

  if (value == NULL)
    return;
  if (strchr (value, ',') == NULL)
    {
      add_text (add_term (self, one), value);
      return;
    }
  *names = g_strconcat (",", value, ",", NULL);
  add_text (add_term (self, several), *names);
}

static gboolean
add_terms (VlgConditions         *self,
           const VlgMotionQuery  *query,
           GError               **error)
{
  static const struct { VlgFacet facet; const Form *form; } texts[] = {
    { VLG_FACET_KIND, &kind }, { VLG_FACET_BODY, &body }, { VLG_FACET_ORIGIN, &origin }, { VLG_FACET_RESPONSIBLE, &responsible },
    { VLG_FACET_RELEVANCE, &relevance },
  };
  const VlgMotionFilter *filter = query->filter;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (vlg_motion_filter_get (filter, texts[i].facet) != NULL)
      add_text (add_term (self, texts[i].form), vlg_motion_filter_get (filter, texts[i].facet));
  add_named (self, filter, VLG_FACET_FIELD, &field, &fields, &self->field_keys);
  add_named (self, filter, VLG_FACET_GOAL, &goal, &goals, &self->goal_codes);
  if (vlg_motion_filter_get (filter, VLG_FACET_YEAR) != NULL)
    add_number (add_term (self, &year), g_ascii_strtoll (vlg_motion_filter_get (filter, VLG_FACET_YEAR), NULL, 10));
  if (vlg_motion_filter_get_states (filter) != 0)
    add_states (self, vlg_motion_filter_get_states (filter));
  if (vlg_motion_filter_get (filter, VLG_FACET_MINE) != NULL)
    {
      Term *term = add_term (self, &mine);

      add_number (term, query->login);
      add_number (term, query->login);
    }
  if (vlg_motion_filter_get (filter, VLG_FACET_FINDINGS) != NULL)
    add_term (self, &findings);
  if (vlg_motion_filter_get (filter, VLG_FACET_TO_SIGN) != NULL)
    {
      Term *term = add_term (self, &to_sign);

      add_number (term, VLG_STATE_ADOPTED);
      add_number (term, VLG_STATE_ADOPTED_WITH_CHANGES);
    }
  add_report_terms (self, filter);
  if (vlg_motion_filter_get (filter, VLG_FACET_DUE) != NULL)
    return add_due (self, query, vlg_motion_filter_get (filter, VLG_FACET_DUE), error);
  return TRUE;
}

static int
bind_term (VlgStatement *statement,
           const Term   *term,
           int           index)
{
  for (guint i = 0; i < term->n_values; i++, index++)
    {
      if (term->values[i].text != NULL)
        vlg_statement_bind_text (statement, index, term->values[i].text);
      else
        vlg_statement_bind_int (statement, index, term->values[i].number);
    }
  return index;
}

/* Rows that meet @term, at most MANY; -1 on error. */
static gint64
count_term (VlgConditions  *self,
            const Term     *term,
            GError        **error)
{
  VlgStatement *row = vlg_db_prepare (self->db, term->form->counted, error);
  int index = 1;
  gint64 n;

  if (row == NULL)
    return -1;
  if (!term->form->by_id)
    vlg_statement_bind_int (row, index++, self->trash ? 1 : 0);
  /* The states of "to sign" are not part of what its index is asked. */
  if (term->form != &to_sign)
    index = bind_term (row, term, index);
  vlg_statement_bind_int (row, index, MANY);
  if (!vlg_statement_step (row, error))
    return -1;
  n = vlg_statement_get_int (row, 0);
  vlg_statement_reset (row);
  return n;
}

/* No motion was ever given a higher id: so many there are at most. */
static gint64
count_motions (VlgConditions  *self,
               GError        **error)
{
  VlgStatement *row = vlg_db_prepare (self->db, "SELECT coalesce (max (id), 0) FROM motion", error);
  gint64 n;

  if (row == NULL || !vlg_statement_step (row, error))
    return -1;
  n = vlg_statement_get_int (row, 0);
  vlg_statement_reset (row);
  return n;
}

/* Takes the index of the rarest term where its rows, sorted, are fewer than those to be walked in the order until a page is full: as many as the terms would let pass if they had
 * nothing to do with each other. */
static gboolean
choose_driver (VlgConditions  *self,
               GError        **error)
{
  gint64 n_motions = count_motions (self, error), fewest = MANY;
  double walk = PAGE;

  self->driver = -1;
  if (n_motions < 0)
    return FALSE;
  for (guint i = 0; i < self->n_terms; i++)
    {
      gint64 n = count_term (self, &self->terms[i], error);

      if (n < 0)
        return FALSE;
      walk *= (double) MAX (n_motions, 1) / MAX (MIN (n, n_motions), 1);
      if (n < fewest)
        {
          fewest = n;
          self->driver = i;
        }
    }
  self->narrow = fewest < FEW;
  if (self->driver >= 0 && fewest < walk)
    return TRUE;

  /* Common, but its index has the order too: the rows of a year long past stand together there. */
  self->driver = -1;
  for (guint i = 0; self->driver < 0 && i < self->n_terms; i++)
    if (self->terms[i].form->orders & (1u << self->order))
      self->driver = i;
  return TRUE;
}

VlgConditions *
vlg_conditions_new (VlgDb                 *db,
                    const VlgMotionQuery  *query,
                    GError               **error)
{
  g_autoptr (VlgConditions) self = g_new0 (VlgConditions, 1);

  self->db = db;
  self->order = query->order;
  self->trash = query->trash || vlg_motion_filter_get (query->filter, VLG_FACET_TRASH) != NULL;
  if (!add_terms (self, query, error) || !choose_driver (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
vlg_conditions_free (VlgConditions *self)
{
  if (self == NULL)
    return;
  g_free (self->from);
  g_free (self->to);
  g_free (self->first);
  g_free (self->last);
  g_free (self->field_keys);
  g_free (self->goal_codes);
  g_free (self);
}

gboolean
vlg_conditions_is_narrow (VlgConditions *self)
{
  return self->narrow;
}

static void
append_terms (VlgConditions *self,
              GString       *sql,
              int            driver)
{
  for (guint i = 0; i < self->n_terms; i++)
    {
      g_string_append (sql, " AND ");
      g_string_append (sql, (int) i == driver ? self->terms[i].form->indexed : self->terms[i].form->plain);
    }
}

gboolean
vlg_conditions_select (VlgConditions  *self,
                       guint           limit,
                       GArray         *ids,
                       GCancellable   *cancellable,
                       GError        **error)
{
  const Form *driver = self->driver >= 0 ? self->terms[self->driver].form : NULL;
  gboolean sorts = driver != NULL && !(driver->orders & (1u << self->order));
  g_autoptr (GString) sql = g_string_new (driver != NULL && driver->by_id ? "SELECT id FROM motion WHERE trashed + 0 = ?" : "SELECT id FROM motion WHERE trashed = ?");
  g_autoptr (GError) local_error = NULL;
  VlgStatement *row;
  int index = 2;

  append_terms (self, sql, self->driver);
  g_string_append (sql, sorts ? sorted_orders[self->order] : orders[self->order]);
  row = vlg_db_prepare_for (self->db, sql->str, self->trash ? 1 : 0, error);
  if (row == NULL)
    return FALSE;
  for (guint i = 0; i < self->n_terms; i++)
    index = bind_term (row, &self->terms[i], index);
  vlg_statement_bind_int (row, index, limit > 0 ? (gint64) limit : -1);
  while (!g_cancellable_set_error_if_cancelled (cancellable, &local_error) && vlg_statement_step (row, &local_error))
    {
      gint64 id = vlg_statement_get_int (row, 0);

      g_array_append_val (ids, id);
    }
  vlg_statement_reset (row);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

gboolean
vlg_conditions_test (VlgConditions  *self,
                     gint64          id,
                     gboolean       *passes,
                     GError        **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT 1 FROM motion WHERE id = ? AND trashed + 0 = ?");
  g_autoptr (GError) local_error = NULL;
  VlgStatement *row;
  int index = 3;

  append_terms (self, sql, -1);
  row = vlg_db_prepare_for (self->db, sql->str, id, error);
  if (row == NULL)
    return FALSE;
  vlg_statement_bind_int (row, 2, self->trash ? 1 : 0);
  for (guint i = 0; i < self->n_terms; i++)
    index = bind_term (row, &self->terms[i], index);
  *passes = vlg_statement_step (row, &local_error);
  vlg_statement_reset (row);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}
