/* vlg-leitbild-report.h — the figures of the Leitbild over a span of time
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-day.h"
#include "vlg-kinds.h"
#include "vlg-leitbild.h"

G_BEGIN_DECLS

/* What a column of the report spans. */
typedef enum {
  VLG_REPORT_QUARTERS,
  VLG_REPORT_YEARS,
} VlgReportStep;

/* What is counted: motions outside the trash whose day (received, else the earliest date of their consultations, else the first draft) lies between two days. */
typedef struct {
  VlgDay         from;     /* both included; VLG_DAY_NONE: from the first or to the last year there is */
  VlgDay         to;
  VlgReportStep  step;
  const char    *body;     /* borrowed; only what this body dealt with, NULL for all */
  guint          states;   /* bits (1 << VlgState); 0 for all that were submitted: neither draft nor returned */
} VlgLeitbildQuery;

typedef struct {
  guint year;
  guint quarter;   /* 1 to 4; 0: the whole year */
} VlgReportPeriod;

typedef struct {
  guint n_motions;
  guint n_adopted;        /* adopted, with or without changes */
  guint n_relevant;
  guint n_not_relevant;
  guint n_undecided;
} VlgReportCount;

typedef struct {
  char *field;            /* key of the field of action */
  guint n_motions;        /* with the field ticked */
  guint n_adopted;
  GHashTable *seen;       /* where several old fields may be counted together: the motions; else NULL */
} VlgReportField;

typedef struct {
  char  *field;
  char  *code;
  guint *counts;          /* a period each */
  guint  n_motions;       /* their sum */
  gboolean retired;       /* the catalogue does not offer it any more, and no other goal stands for it */
  char **old_codes;       /* those that are counted with it; NULL for none */
  GHashTable *seen;       /* as above */
} VlgReportGoal;

/* Read its members, change it through the functions. */
typedef struct {
  VlgDay           from;
  VlgDay           to;
  VlgReportStep    step;
  guint            n_periods;
  VlgReportPeriod *periods;
  VlgReportCount  *counts;   /* a period each */
  VlgReportCount   total;
  GPtrArray       *fields;   /* (element-type VlgReportField) */
  GPtrArray       *goals;    /* (element-type VlgReportGoal) */
  VlgLeitbild     *leitbild; /* whose successors old codes are counted under; NULL for none */
  GHashTable      *by_old_code; /* what a code of its is counted under, found once */
  GHashTable      *by_old_key;  /* the same of fields */
  GHashTable      *by_code;  /* the goal last found under a code: a code names one goal nearly always */
} VlgLeitbildReport;

/* The states that are counted for @states; see VlgLeitbildQuery. */
guint              vlg_leitbild_query_states        (guint states);

/* Without figures; @from may not be after @to. Caller owns. */
VlgLeitbildReport *vlg_leitbild_report_new          (VlgDay from, VlgDay to, VlgReportStep step);
void               vlg_leitbild_report_free         (VlgLeitbildReport *self);
/* Adds the motions of a month with this relevance; months outside the report are left out. */
void               vlg_leitbild_report_add_motions  (VlgLeitbildReport *self, guint year, guint month, VlgRelevance relevance, guint n_motions, guint n_adopted);
/* From now on old fields and goals are counted under those of @leitbild that stand for them. */
void               vlg_leitbild_report_follow      (VlgLeitbildReport *self, VlgLeitbild *leitbild);
/* Adds that the motion @motion named @code (NULL: no goal) in the ticked field @field; @count_field: the field too. A motion that names two goals that are one now counts once. */
void               vlg_leitbild_report_add_mark    (VlgLeitbildReport *self, gint64 motion, const char *field, const char *code, gboolean count_field,
                                                    guint year, guint month, guint n_adopted);
void               vlg_leitbild_report_add_field    (VlgLeitbildReport *self, const char *field, guint n_motions, guint n_adopted);
void               vlg_leitbild_report_add_goal     (VlgLeitbildReport *self, const char *field, const char *code, guint year, guint month, guint n_motions);
/* Puts fields and goals into the order of @leitbild; fields and goals it offers that nobody chose are there with 0, retired ones only where they were chosen, what it does not list
 * comes last. */
void               vlg_leitbild_report_complete     (VlgLeitbildReport *self, VlgLeitbild *leitbild);
/* What heads its row: the code, or that it is retired. Caller owns. */
char              *vlg_report_goal_get_label       (const VlgReportGoal *self);
/* The share of decided motions that are not relevant, in percent, rounded; -1 where none is decided. */
int                vlg_report_count_get_share       (const VlgReportCount *self);
/* "1/2026" for a quarter, "2026" for a year: short enough for a column. Caller owns. */
char              *vlg_report_period_get_label      (const VlgReportPeriod *self);
/* The first and last day of the period within the report. */
void               vlg_leitbild_report_get_span     (VlgLeitbildReport *self, guint period, VlgDay *from, VlgDay *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgLeitbildReport, vlg_leitbild_report_free)

G_END_DECLS
