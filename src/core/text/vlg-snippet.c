/* vlg-snippet.c — a text block of the office (Textbaustein), and its placeholders
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-snippet.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vlg-string.h"

struct _VlgSnippet {
  GObject parent_instance;

  /* owned */
  char  *uid;
  char  *name;
  char  *text;
  gint64 changed_at;
};

G_DEFINE_FINAL_TYPE (VlgSnippet, vlg_snippet, G_TYPE_OBJECT)

typedef enum {
  TITLE,
  COUNCIL,
  DATE,
  NUMBER,
  SUBMITTER,
  N_PLACEHOLDERS
} Placeholder;

/* Both languages are read, whatever the program speaks: the blocks belong to the whole office. */
static const struct { const char *english; const char *german; } words[N_PLACEHOLDERS] = {
  [TITLE] = { "title", "titel" },
  [COUNCIL] = { "council", "rat" },
  [DATE] = { "date", "datum" },
  [NUMBER] = { "number", "nummer" },
  [SUBMITTER] = { "submitter", "einreicher" },
};

static void
vlg_snippet_finalize (GObject *object)
{
  VlgSnippet *self = VLG_SNIPPET (object);

  g_free (self->uid);
  g_free (self->name);
  g_free (self->text);

  G_OBJECT_CLASS (vlg_snippet_parent_class)->finalize (object);
}

static void
vlg_snippet_class_init (VlgSnippetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vlg_snippet_finalize;
}

static void
vlg_snippet_init (VlgSnippet *self)
{
}

VlgSnippet *
vlg_snippet_new (const char *uid,
                 const char *name,
                 const char *text,
                 gint64      changed_at)
{
  VlgSnippet *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (VLG_TYPE_SNIPPET, NULL);
  self->uid = uid != NULL ? g_strdup (uid) : vlg_uid_new ();
  self->name = vlg_string_collapse (name);
  self->text = g_strdup (text);
  self->changed_at = changed_at;

  return self;
}

const char *
vlg_snippet_get_uid (VlgSnippet *self)
{
  g_return_val_if_fail (VLG_IS_SNIPPET (self), NULL);

  return self->uid;
}

const char *
vlg_snippet_get_name (VlgSnippet *self)
{
  g_return_val_if_fail (VLG_IS_SNIPPET (self), NULL);

  return self->name;
}

const char *
vlg_snippet_get_text (VlgSnippet *self)
{
  g_return_val_if_fail (VLG_IS_SNIPPET (self), NULL);

  return self->text;
}

gint64
vlg_snippet_get_changed_at (VlgSnippet *self)
{
  g_return_val_if_fail (VLG_IS_SNIPPET (self), 0);

  return self->changed_at;
}

gboolean
vlg_snippet_matches (VlgSnippet *self,
                     const char *typed)
{
  g_autofree char *collapsed = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *all = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) wanted = NULL;

  g_return_val_if_fail (VLG_IS_SNIPPET (self), FALSE);
  g_return_val_if_fail (typed != NULL, FALSE);

  collapsed = vlg_string_collapse (typed);
  folded = vlg_string_fold (collapsed);
  all = g_strconcat (self->name, "\n", self->text, NULL);
  text = vlg_string_fold (all);
  wanted = g_strsplit (folded, " ", -1);
  for (guint i = 0; wanted[i] != NULL; i++)
    if (strstr (text, wanted[i]) == NULL)
      return FALSE;

  return TRUE;
}

const char *const *
vlg_snippet_get_placeholders (void)
{
  static const char *placeholders[N_PLACEHOLDERS + 1];

  /* Translators: placeholders of a text block; the word between the braces is one of the two languages the program reads: titel, rat, datum, nummer, einreicher. */
  placeholders[TITLE] = _("{{title}}");
  placeholders[COUNCIL] = _("{{council}}");
  placeholders[DATE] = _("{{date}}");
  placeholders[NUMBER] = _("{{number}}");
  placeholders[SUBMITTER] = _("{{submitter}}");

  return placeholders;
}

static Placeholder
find_placeholder (const char *word,
                  gsize       length)
{
  g_autofree char *copy = g_strndup (word, length);
  g_autofree char *collapsed = vlg_string_collapse (copy);
  g_autofree char *folded = vlg_string_fold (collapsed);

  for (guint i = 0; i < N_PLACEHOLDERS; i++)
    if (g_str_equal (folded, words[i].english) || g_str_equal (folded, words[i].german))
      return i;

  return N_PLACEHOLDERS;
}

static const char *
find_council (VlgProfile *profile,
              VlgDay      today)
{
  GListModel *bodies = vlg_profile_get_bodies (profile);

  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++)
    {
      g_autoptr (VlgBody) body = g_list_model_get_item (bodies, i);

      if (vlg_body_get_kind (body) == VLG_BODY_COUNCIL && vlg_body_is_valid_on (body, today))
        return vlg_body_get_name (body); /* the profile keeps it */
    }

  return "";
}

/* Marks nothing wherever it is put: the marks around it are not known here, which vlg_markdown_escape() would have to. Caller owns. */
static char *
escape (const char *plain)
{
  GString *escaped = g_string_new (NULL);

  for (const char *p = plain; *p != '\0'; p++)
    {
      if (g_ascii_ispunct (*p))
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *p);
    }

  return g_string_free (escaped, FALSE);
}

/* Caller owns; "" where there is nothing to say. */
static char *
value_of (Placeholder  placeholder,
          VlgMotion   *motion,
          VlgProfile  *profile,
          VlgDay       today)
{
  g_autofree char *plain = NULL;

  switch (placeholder)
    {
    case TITLE:
      plain = vlg_string_collapse (vlg_motion_get_text (motion, VLG_FIELD_TITLE));
      break;
    case COUNCIL:
      plain = g_strdup (find_council (profile, today));
      break;
    case DATE:
      plain = vlg_day_to_german (today);
      break;
    case NUMBER:
      plain = g_strdup (vlg_motion_get_number_text (motion));
      break;
    case SUBMITTER:
      plain = vlg_string_collapse (vlg_motion_get_text (motion, VLG_FIELD_SUBMITTER));
      break;
    case N_PLACEHOLDERS:
    default:
      return g_strdup ("");
    }

  return escape (plain);
}

char *
vlg_snippet_fill (const char   *text,
                  VlgMotion    *motion,
                  VlgProfile   *profile,
                  VlgDay        today,
                  char       ***left)
{
  GString *filled = g_string_new (NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *from = text;
  const char *start;
  const char *end;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (VLG_IS_MOTION (motion), NULL);
  g_return_val_if_fail (VLG_IS_PROFILE (profile), NULL);

  while ((start = strstr (from, "{{")) != NULL && (end = strstr (start, "}}")) != NULL)
    {
      g_autofree char *value = NULL;
      g_autofree char *whole = NULL;

      /* Of "{{ {{title}}" the inner pair is meant. */
      for (const char *inner = strstr (start + 1, "{{"); inner != NULL && inner < end; inner = strstr (inner + 1, "{{"))
        start = inner;
      value = value_of (find_placeholder (start + 2, end - start - 2), motion, profile, today);
      whole = g_strndup (start, end + 2 - start);
      g_string_append_len (filled, from, start - from);
      g_string_append (filled, *value != '\0' ? value : whole);
      if (*value == '\0' && !g_hash_table_contains (seen, whole))
        {
          g_strv_builder_add (builder, whole);
          g_hash_table_add (seen, g_steal_pointer (&whole));
        }
      from = end + 2;
    }
  g_string_append (filled, from);
  if (left != NULL)
    *left = g_strv_builder_end (builder);

  return g_string_free (filled, FALSE);
}
