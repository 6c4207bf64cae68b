/* vlg-row-details.c — what the rows looked at say beyond their summaries
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-row-details.h"

#include <string.h>

#include "vlg-motion-details-load.h"
#include "vlg-string.h"

/* Rows that are remembered as read; who scrolls on reads again. */
#define READ_MAX 1024
/* One job reads rows for so long (microseconds), and one row at least: who opens a motion meanwhile waits no longer, however long the annexes are in which words are looked for. */
#define JOB_TIME 5000

struct _VlgRowDetails {
  GObject parent_instance;

  /* owned */
  VlgStore *store;
  char *words;
  GHashTable *read;           /* VlgMotionSummary: those read since words or store changed */
  GHashTable *placed;         /* VlgMotionSummary: those that show places of words */
  GPtrArray *asked;           /* VlgMotionSummary: those that are looked at and not read yet, in order */
  GCancellable *cancellable;  /* of the read that runs, NULL when none does */

  guint n_reads;
  guint closed : 1;
};

G_DEFINE_FINAL_TYPE (VlgRowDetails, vlg_row_details, G_TYPE_OBJECT)

/* A read on its way through the reader's thread. */
typedef struct {
  char *words;
  GArray *ids;   /* gint64 */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->words);
  g_array_unref (question->ids);
  g_free (question);
}

/* As far as the job came. */
typedef struct {
  GPtrArray *all;   /* VlgMotionDetails */
  guint n_read;     /* of the rows asked for */
} Answer;

static void
answer_free (Answer *answer)
{
  g_ptr_array_unref (answer->all);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/* Who asked, and the read that was meant. */
typedef struct {
  VlgRowDetails *details;
  GCancellable *cancellable;
} Asking;

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->details);
  g_object_unref (asking->cancellable);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static gpointer
read_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Question *question = data;
  g_autoptr (VlgSoughtWords) words = vlg_sought_words_new (question->words);
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  gint64 until = g_get_monotonic_time () + JOB_TIME;

  answer->all = g_ptr_array_new_with_free_func (g_object_unref);
  do
    {
      g_autoptr (GPtrArray) one = vlg_motion_details_load (db, &g_array_index (question->ids, gint64, answer->n_read), 1, words, cancellable, error);

      if (one == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (answer->all, g_steal_pointer (&one));
      answer->n_read++;
    }
  while (answer->n_read < question->ids->len && g_get_monotonic_time () < until);

  return g_steal_pointer (&answer);
}

static void
stop (VlgRowDetails *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
take (VlgRowDetails    *self,
      VlgMotionSummary *summary,
      GPtrArray        *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      const VlgMotionDetailsRecord *record = vlg_motion_details_get_record (all->pdata[i]);

      if (record->id != vlg_motion_summary_get_id (summary))
        continue;
      if (record->excerpt != NULL || record->title_markup != NULL || record->number_markup != NULL)
        g_hash_table_add (self->placed, g_object_ref (summary));
      vlg_motion_summary_set_details (summary, all->pdata[i]);
      break;
    }
  g_hash_table_add (self->read, g_object_ref (summary));
}

static void read_asked (VlgRowDetails *self);

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Asking) asking = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = vlg_store_run_finish (VLG_STORE (source), result, &error);
  VlgRowDetails *self = asking->details;

  if (self->cancellable != asking->cancellable)
    return;
  g_clear_object (&self->cancellable);
  self->n_reads++;
  /* The rows stand without them; what cannot be read here is told where the rows are read. */
  if (answer == NULL)
    {
      g_debug ("Details not read: %s", error != NULL ? error->message : "");
      g_ptr_array_set_size (self->asked, 0);
      return;
    }
  if (g_hash_table_size (self->read) > READ_MAX)
    g_hash_table_remove_all (self->read);
  for (guint i = 0; i < answer->n_read; i++)
    take (self, self->asked->pdata[i], answer->all);
  g_ptr_array_remove_range (self->asked, 0, answer->n_read);
  read_asked (self);
}

/* Reads those of the rows asked for that come first; the others follow behind whatever else was asked of the store by then. */
static void
read_asked (VlgRowDetails *self)
{
  Question *question;
  Asking *asking;

  if (self->asked->len == 0 || self->closed)
    return;

  question = g_new0 (Question, 1);
  question->words = g_strdup (self->words);
  question->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), self->asked->len);
  for (guint i = 0; i < self->asked->len; i++)
    {
      gint64 id = vlg_motion_summary_get_id (self->asked->pdata[i]);

      g_array_append_val (question->ids, id);
    }
  self->cancellable = g_cancellable_new ();
  asking = g_new0 (Asking, 1);
  asking->details = g_object_ref (self);
  asking->cancellable = g_object_ref (self->cancellable);
  vlg_store_read_async (self->store, read_job, question, question_free, (GDestroyNotify) answer_free, self->cancellable, read_cb, asking);
}

static void
vlg_row_details_finalize (GObject *object)
{
  VlgRowDetails *self = VLG_ROW_DETAILS (object);

  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->read, g_hash_table_unref);
  g_clear_pointer (&self->placed, g_hash_table_unref);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (vlg_row_details_parent_class)->finalize (object);
}

static void
vlg_row_details_class_init (VlgRowDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vlg_row_details_finalize;
}

static void
vlg_row_details_init (VlgRowDetails *self)
{
  self->words = g_strdup ("");
  self->read = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->placed = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->asked = g_ptr_array_new_with_free_func (g_object_unref);
}

VlgRowDetails *
vlg_row_details_new (VlgStore *store)
{
  VlgRowDetails *self;

  g_return_val_if_fail (VLG_IS_STORE (store), NULL);

  self = g_object_new (VLG_TYPE_ROW_DETAILS, NULL);
  self->store = g_object_ref (store);

  return self;
}

void
vlg_row_details_close (VlgRowDetails *self)
{
  g_return_if_fail (VLG_IS_ROW_DETAILS (self));

  self->closed = TRUE;
  stop (self);
  g_ptr_array_set_size (self->asked, 0);
}

/* All but the places of words stays true. */
static void
drop_places (VlgRowDetails *self)
{
  g_autoptr (GHashTable) placed = g_steal_pointer (&self->placed);
  GHashTableIter iter;
  gpointer summary;

  self->placed = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  g_hash_table_iter_init (&iter, placed);
  while (g_hash_table_iter_next (&iter, &summary, NULL))
    {
      const VlgMotionDetailsRecord *old = vlg_motion_details_get_record (vlg_motion_summary_get_details (summary));
      VlgMotionDetailsRecord record = { .id = old->id, .kind = g_strdup (old->kind), .submitter = g_strdup (old->submitter),
                                        .responsible = g_strdup (old->responsible), .body = g_strdup (old->body),
                                        .received_on = old->received_on, .changed_at = old->changed_at };
      g_autoptr (VlgMotionDetails) details = vlg_motion_details_new (&record);

      vlg_motion_summary_set_details (summary, details);
    }
}

void
vlg_row_details_set_words (VlgRowDetails *self,
                           const char    *words)
{
  g_return_if_fail (VLG_IS_ROW_DETAILS (self));

  if (!vlg_string_set (&self->words, words != NULL ? words : ""))
    return;
  stop (self);
  g_ptr_array_set_size (self->asked, 0);
  g_hash_table_remove_all (self->read);
  if (*self->words == '\0')
    drop_places (self);
}

void
vlg_row_details_mark_stale (VlgRowDetails *self)
{
  g_return_if_fail (VLG_IS_ROW_DETAILS (self));

  g_hash_table_remove_all (self->read);
  /* What a read that runs finds may be from before the change. */
  stop (self);
  read_asked (self);
}

void
vlg_row_details_look_at (VlgRowDetails *self,
                         GPtrArray     *summaries)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (VLG_IS_ROW_DETAILS (self));
  g_return_if_fail (summaries != NULL);

  for (guint i = 0; i < summaries->len; i++)
    if (vlg_motion_summary_get_id (summaries->pdata[i]) != 0 && !g_hash_table_contains (self->read, summaries->pdata[i]))
      g_ptr_array_add (wanted, g_object_ref (summaries->pdata[i]));
  if (wanted->len == self->asked->len && (wanted->len == 0 || memcmp (wanted->pdata, self->asked->pdata, wanted->len * sizeof (gpointer)) == 0))
    return;
  stop (self);
  g_ptr_array_unref (self->asked);
  self->asked = g_steal_pointer (&wanted);
  read_asked (self);
}

guint
vlg_row_details_get_n_reads (VlgRowDetails *self)
{
  g_return_val_if_fail (VLG_IS_ROW_DETAILS (self), 0);

  return self->n_reads;
}
