/* vlg-templates.c — templates and standard sequences in the store
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-templates.h"

#include <glib/gi18n.h>

#include "vlg-bind.h"
#include "vlg-string.h"

static const char * const parts[] = {
  [VLG_TEMPLATE_MOTION] = "motion",
  [VLG_TEMPLATE_SEQUENCE] = "sequence",
};

static VlgTemplatePart
read_part (const char *text)
{
  return g_strcmp0 (text, parts[VLG_TEMPLATE_SEQUENCE]) == 0 ? VLG_TEMPLATE_SEQUENCE : VLG_TEMPLATE_MOTION;
}

static gboolean
set_gone (GError **error)
{
  g_set_error_literal (error, VLG_ERROR, VLG_ERROR_NOT_FOUND, _("It is no longer there. Somebody else has deleted it."));
  return FALSE;
}

GPtrArray *
vlg_templates_list (VlgDb            *db,
                    VlgTemplatePart   part,
                    GError          **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT uid, name, kind FROM template WHERE part = ? ORDER BY name_key", error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, parts[part]);
  while (vlg_statement_step (row, &local_error))
    g_ptr_array_add (list, vlg_template_new (part, vlg_statement_get_text (row, 0), vlg_statement_get_text (row, 1), vlg_statement_get_text (row, 2), NULL));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&list);
}

/* The one at which @row stands; NULL at its end, or with @error. */
static VlgTemplate *
step (VlgStatement  *row,
      GError       **error)
{
  g_autoptr (GBytes) content = NULL;
  VlgTemplate *template;

  if (!vlg_statement_step (row, error))
    return NULL;
  content = vlg_statement_get_blob (row, 4);
  template = vlg_template_new (read_part (vlg_statement_get_text (row, 0)), vlg_statement_get_text (row, 1), vlg_statement_get_text (row, 2), vlg_statement_get_text (row, 3), content);
  vlg_statement_reset (row);
  return template;
}

VlgTemplate *
vlg_templates_load (VlgDb       *db,
                    const char  *uid,
                    GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT part, uid, name, kind, content FROM template WHERE uid = ?", error);
  g_autoptr (GError) local_error = NULL;
  VlgTemplate *template;

  g_return_val_if_fail (uid != NULL, NULL);

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, uid);
  template = step (row, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (template == NULL)
    set_gone (error);
  return template;
}

static VlgTemplate *
find (VlgDb            *db,
      VlgTemplatePart   part,
      const char       *name,
      GError          **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT part, uid, name, kind, content FROM template WHERE part = ? AND name_key = ?", error);
  g_autofree char *key = vlg_string_fold (name);

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, parts[part]);
  vlg_statement_bind_text (row, 2, key);
  return step (row, error);
}

static gboolean
delete (VlgDb       *db,
        const char  *uid,
        GError     **error)
{
  VlgStatement *statement = vlg_db_prepare (db, "DELETE FROM template WHERE uid = ?", error);

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 1, uid);
  return vlg_statement_execute (statement, error);
}

static gboolean
insert (VlgDb        *db,
        VlgTemplate  *template,
        VlgActor     *actor,
        GError      **error)
{
  g_autofree char *key = vlg_string_fold (vlg_template_get_name (template));
  gsize length;
  gconstpointer bytes = g_bytes_get_data (vlg_template_get_content (template), &length);
  VlgStatement *statement = vlg_db_prepare (db,
    "INSERT INTO template (uid, part, name, name_key, kind, content, changed_at, actor_login, actor_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 1, vlg_template_get_uid (template));
  vlg_statement_bind_text (statement, 2, parts[vlg_template_get_part (template)]);
  vlg_statement_bind_text (statement, 3, vlg_template_get_name (template));
  vlg_statement_bind_text (statement, 4, key);
  vlg_statement_bind_text (statement, 5, vlg_template_get_kind (template));
  vlg_statement_bind_blob (statement, 6, bytes, length);
  vlg_statement_bind_int (statement, 7, vlg_instant_now ());
  vlg_statement_bind_int (statement, 8, vlg_actor_get_login_uid (actor));
  vlg_statement_bind_text (statement, 9, vlg_actor_get_name (actor));
  return vlg_statement_execute (statement, error);
}

/* Keeps the files of its annexes for as long as it is kept. */
static gboolean
hold_files (VlgDb        *db,
            gint64        id,
            VlgTemplate  *template,
            GError      **error)
{
  g_autoptr (VlgMotion) motion = vlg_template_make_motion (template, error);
  GListModel *annexes = motion != NULL ? G_LIST_MODEL (vlg_motion_get_annexes (motion)) : NULL;

  for (guint i = 0; annexes != NULL && i < g_list_model_get_n_items (annexes); i++)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (annexes, i);
      const VlgAnnexFile *file = vlg_annex_get_file (annex);
      VlgStatement *statement;

      if (file == NULL)
        continue;
      /* "DO UPDATE" for the same file twice: a row that is there counts as well as one that is made. */
      statement = vlg_db_prepare_for (db, "INSERT INTO template_file (template_id, file_id) SELECT ?, id FROM file WHERE sha256 = ? "
                                          "ON CONFLICT (template_id, file_id) DO UPDATE SET file_id = excluded.file_id", id, error);
      if (statement == NULL)
        return FALSE;
      vlg_statement_bind_text (statement, 2, file->sha256);
      if (!vlg_statement_execute (statement, error))
        return FALSE;
      if (vlg_db_changes (db) == 0)
        {
          g_set_error (error, VLG_ERROR, VLG_ERROR_NOT_FOUND, _("The file “%s” of the annex “%s” is not in the database"), file->name, vlg_annex_get_title (annex));
          return FALSE;
        }
    }
  return motion != NULL;
}

VlgTemplate *
vlg_templates_put (VlgDb        *db,
                   VlgTemplate  *template,
                   VlgActor     *actor,
                   GError      **error)
{
  g_autoptr (VlgTemplate) old = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (VLG_IS_TEMPLATE (template), NULL);
  g_return_val_if_fail (vlg_template_get_content (template) != NULL, NULL);
  g_return_val_if_fail (VLG_IS_ACTOR (actor), NULL);

  old = find (db, vlg_template_get_part (template), vlg_template_get_name (template), &local_error);
  if (local_error == NULL &&
      (old == NULL || delete (db, vlg_template_get_uid (old), &local_error)) &&
      insert (db, template, actor, &local_error) &&
      hold_files (db, vlg_db_last_id (db), template, &local_error))
    return g_steal_pointer (&old);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
vlg_templates_rename (VlgDb       *db,
                      const char  *uid,
                      const char  *name,
                      VlgActor    *actor,
                      GError     **error)
{
  g_autofree char *clean = NULL;
  g_autofree char *key = NULL;
  g_autoptr (VlgTemplate) template = NULL;
  g_autoptr (VlgTemplate) other = NULL;
  g_autoptr (GError) local_error = NULL;
  VlgStatement *statement;

  g_return_val_if_fail (uid != NULL, FALSE);
  g_return_val_if_fail (VLG_IS_ACTOR (actor), FALSE);

  clean = vlg_template_clean_name (name, error);
  template = clean != NULL ? vlg_templates_load (db, uid, error) : NULL;
  if (template == NULL)
    return FALSE;
  other = find (db, vlg_template_get_part (template), clean, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (other != NULL && !g_str_equal (vlg_template_get_uid (other), uid))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_EXISTS, _("There is one named “%s” already. Please choose another name."), vlg_template_get_name (other));
      return FALSE;
    }

  key = vlg_string_fold (clean);
  statement = vlg_db_prepare (db, "UPDATE template SET name = ?, name_key = ?, changed_at = ?, actor_login = ?, actor_name = ? WHERE uid = ?", error);
  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 1, clean);
  vlg_statement_bind_text (statement, 2, key);
  vlg_statement_bind_int (statement, 3, vlg_instant_now ());
  vlg_statement_bind_int (statement, 4, vlg_actor_get_login_uid (actor));
  vlg_statement_bind_text (statement, 5, vlg_actor_get_name (actor));
  vlg_statement_bind_text (statement, 6, uid);
  return vlg_statement_execute (statement, error);
}

VlgTemplate *
vlg_templates_remove (VlgDb       *db,
                      const char  *uid,
                      GError     **error)
{
  g_autoptr (VlgTemplate) template = NULL;

  g_return_val_if_fail (uid != NULL, NULL);

  template = vlg_templates_load (db, uid, error);
  return template != NULL && delete (db, uid, error) ? g_steal_pointer (&template) : NULL;
}
