/* vlg-mark.c — a tick in the Leitbild table of one motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-mark.h"

#include "vlg-string.h"

struct _VlgMark
{
  GObject parent_instance;

  char *field;     /* owned */
  char *rationale; /* owned */
  GStrv goals;     /* owned */
  gboolean ticked;
};

enum {
  PROP_0,
  PROP_FIELD,
  PROP_TICKED,
  PROP_GOALS,
  PROP_RATIONALE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgMark, vlg_mark, G_TYPE_OBJECT)

static void
vlg_mark_finalize (GObject *object)
{
  VlgMark *self = VLG_MARK (object);

  g_free (self->field);
  g_free (self->rationale);
  g_strfreev (self->goals);

  G_OBJECT_CLASS (vlg_mark_parent_class)->finalize (object);
}

static void
vlg_mark_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  VlgMark *self = VLG_MARK (object);

  switch (prop_id)
    {
      case PROP_FIELD:
        g_value_set_string (value, self->field);
        break;
      case PROP_TICKED:
        g_value_set_boolean (value, self->ticked);
        break;
      case PROP_GOALS:
        g_value_set_boxed (value, self->goals);
        break;
      case PROP_RATIONALE:
        g_value_set_string (value, self->rationale);
        break;
      default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_mark_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  VlgMark *self = VLG_MARK (object);

  switch (prop_id)
    {
      case PROP_FIELD:
        self->field = g_value_dup_string (value);
        break;
      case PROP_TICKED:
        vlg_mark_set_ticked (self, g_value_get_boolean (value));
        break;
      case PROP_GOALS:
        vlg_mark_set_goals (self, g_value_get_boxed (value));
        break;
      case PROP_RATIONALE:
        vlg_mark_set_rationale (self, g_value_get_string (value));
        break;
      default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_mark_class_init (VlgMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vlg_mark_finalize;
  object_class->get_property = vlg_mark_get_property;
  object_class->set_property = vlg_mark_set_property;

  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, "",
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TICKED] = g_param_spec_boolean ("ticked", NULL, NULL, FALSE, flags);
  properties[PROP_GOALS] = g_param_spec_boxed ("goals", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_RATIONALE] = g_param_spec_string ("rationale", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vlg_mark_init (VlgMark *self)
{
  self->rationale = g_strdup ("");
  self->goals = g_new0 (char *, 1);
}

VlgMark *
vlg_mark_new (const char *field)
{
  return g_object_new (VLG_TYPE_MARK, "field", field ? field : "", NULL);
}

const char *
vlg_mark_get_field (VlgMark *self)
{
  g_return_val_if_fail (VLG_IS_MARK (self), "");

  return self->field;
}

gboolean
vlg_mark_get_ticked (VlgMark *self)
{
  g_return_val_if_fail (VLG_IS_MARK (self), FALSE);

  return self->ticked;
}

void
vlg_mark_set_ticked (VlgMark  *self,
                     gboolean  ticked)
{
  g_return_if_fail (VLG_IS_MARK (self));

  ticked = !!ticked;
  if (self->ticked == ticked)
    return;

  self->ticked = ticked;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TICKED]);
}

const char * const *
vlg_mark_get_goals (VlgMark *self)
{
  g_return_val_if_fail (VLG_IS_MARK (self), NULL);

  return (const char * const *) self->goals;
}

void
vlg_mark_set_goals (VlgMark            *self,
                    const char * const *goals)
{
  static const char * const none[] = { NULL };
  GStrv copy;

  g_return_if_fail (VLG_IS_MARK (self));

  if (goals == NULL)
    goals = none;
  if (g_strv_equal ((const char * const *) self->goals, goals))
    return;

  copy = g_strdupv ((GStrv) goals);
  g_strfreev (self->goals);
  self->goals = copy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GOALS]);
}

const char *
vlg_mark_get_rationale (VlgMark *self)
{
  g_return_val_if_fail (VLG_IS_MARK (self), "");

  return self->rationale;
}

void
vlg_mark_set_rationale (VlgMark    *self,
                        const char *rationale)
{
  g_return_if_fail (VLG_IS_MARK (self));

  if (vlg_string_set (&self->rationale, rationale ? rationale : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RATIONALE]);
}
