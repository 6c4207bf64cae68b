/* vlg-finding.c — what a check found
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-finding.h"

struct _VlgFinding {
  GObject parent_instance;

  /* owned */
  char *rule;
  char *message;
  char *remedy;

  VlgSeverity severity;
  VlgField field;
  int row;
};

G_DEFINE_FINAL_TYPE (VlgFinding, vlg_finding, G_TYPE_OBJECT)

static void
vlg_finding_finalize (GObject *object)
{
  VlgFinding *self = VLG_FINDING (object);

  g_free (self->rule);
  g_free (self->message);
  g_free (self->remedy);

  G_OBJECT_CLASS (vlg_finding_parent_class)->finalize (object);
}

static void
vlg_finding_class_init (VlgFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vlg_finding_finalize;
}

static void
vlg_finding_init (VlgFinding *self)
{
}

VlgFinding *
vlg_finding_new (const char  *rule,
                 VlgSeverity  severity,
                 VlgField     field,
                 int          row,
                 const char  *message,
                 const char  *remedy)
{
  VlgFinding *self;

  g_return_val_if_fail (rule != NULL && message != NULL, NULL);

  self = g_object_new (VLG_TYPE_FINDING, NULL);
  self->rule = g_strdup (rule);
  self->severity = severity;
  self->field = field;
  self->row = row;
  self->message = g_strdup (message);
  self->remedy = g_strdup (remedy != NULL ? remedy : "");

  return self;
}

const char *
vlg_finding_get_rule (VlgFinding *self)
{
  g_return_val_if_fail (VLG_IS_FINDING (self), NULL);

  return self->rule;
}

VlgSeverity
vlg_finding_get_severity (VlgFinding *self)
{
  g_return_val_if_fail (VLG_IS_FINDING (self), VLG_SEVERITY_HINT);

  return self->severity;
}

VlgField
vlg_finding_get_field (VlgFinding *self)
{
  g_return_val_if_fail (VLG_IS_FINDING (self), VLG_FIELD_NONE);

  return self->field;
}

int
vlg_finding_get_row (VlgFinding *self)
{
  g_return_val_if_fail (VLG_IS_FINDING (self), -1);

  return self->row;
}

const char *
vlg_finding_get_message (VlgFinding *self)
{
  g_return_val_if_fail (VLG_IS_FINDING (self), NULL);

  return self->message;
}

const char *
vlg_finding_get_remedy (VlgFinding *self)
{
  g_return_val_if_fail (VLG_IS_FINDING (self), NULL);

  return self->remedy;
}
