/* vlg-spelling.c — a dictionary asked from the window, which never waits for it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-spelling.h"

#include <enchant.h>
#include <string.h>

/* Questions in one job: it holds the dictionary, and a suggestion may be waiting. */
#define MAX_BATCH 200
#define MAX_SUGGESTIONS 8
/* More than any text has different words; then everything is asked anew. */
#define MAX_VERDICTS 100000

/* What the threads share: one dictionary, one at a time. */
typedef struct {
  gatomicrefcount  ref_count;
  GMutex           lock;
  char            *language;

  /* under the lock */
  EnchantBroker   *broker;
  EnchantDict     *dict;
  gboolean         tried;
} Engine;

struct _VlgSpelling {
  GObject parent_instance;

  /* owned */
  Engine     *engine;
  GHashTable *verdicts;  /* question → VlgSpellingVerdict */
  GHashTable *waiting;   /* a set of questions */
  GHashTable *own;       /* a set of words */
  GHashTable *said;      /* a set of languages: that they are absent */

  VlgSpellingState state;
  gboolean         checking;
};

enum { PROP_0, PROP_LANGUAGE, N_PROPS };
enum { CHECKED, CHANGED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgSpelling, vlg_spelling, G_TYPE_OBJECT)

/* In a thread */

static Engine *
engine_new (const char *language)
{
  Engine *engine = g_new0 (Engine, 1);

  g_atomic_ref_count_init (&engine->ref_count);
  g_mutex_init (&engine->lock);
  engine->language = g_strdup (language);

  return engine;
}

static Engine *
engine_ref (Engine *engine)
{
  g_atomic_ref_count_inc (&engine->ref_count);
  return engine;
}

static void
engine_unref (Engine *engine)
{
  if (!g_atomic_ref_count_dec (&engine->ref_count))
    return;

  if (engine->dict != NULL)
    enchant_broker_free_dict (engine->broker, engine->dict);
  g_clear_pointer (&engine->broker, enchant_broker_free);
  g_mutex_clear (&engine->lock);
  g_free (engine->language);
  g_free (engine);
}

/* The dictionary, loaded when it is first needed, or NULL. With the lock held. */
static EnchantDict *
engine_open (Engine *engine)
{
  if (!engine->tried)
    {
      engine->tried = TRUE;
      engine->broker = enchant_broker_init ();
      /* Asked for what is not there, some versions of enchant hand out the empty list of own words. */
      if (enchant_broker_dict_exists (engine->broker, engine->language))
        engine->dict = enchant_broker_request_dict (engine->broker, engine->language);
    }

  return engine->dict;
}

static gboolean
is_word (EnchantDict *dict,
         const char  *before,
         const char  *word,
         const char  *after)
{
  g_autofree char *form = g_strconcat (before, word, after, NULL);

  /* What the dictionary cannot answer is not marked. */
  return enchant_dict_check (dict, form, strlen (form)) <= 0;
}

static char *
capitalize (const char *word)
{
  g_autofree char *first = g_utf8_strup (word, g_utf8_next_char (word) - word);

  return g_strconcat (first, g_utf8_next_char (word), NULL);
}

/* Parts of a compound have forms of their own ("Verwaltungs-"), and what follows a hyphen may begin small though it is a noun ("-verlust"). */
static gboolean
is_right (EnchantDict *dict,
          const char  *question)
{
  g_autofree char *word = vlg_spelling_words_bare (question);
  g_autofree char *capital = NULL;
  gboolean head = g_str_has_suffix (question, "-"), tail = *question == '-';

  if (*word == '\0' || is_word (dict, "", word, "") || (g_str_has_suffix (question, ".") && is_word (dict, "", word, ".")))
    return TRUE;
  if (!head && !tail)
    return FALSE;

  capital = capitalize (word);

  return is_word (dict, "", capital, "") || (head && (is_word (dict, "", word, "-") || is_word (dict, "", capital, "-"))) ||
         (tail && is_word (dict, "-", word, ""));
}

typedef struct {
  Engine *engine;
  GPtrArray *questions;  /* or, of other jobs, the word */
  GArray *right;         /* gboolean */
  gboolean absent;
} Job;

static Job *
job_new (VlgSpelling *self)
{
  Job *job = g_new0 (Job, 1);

  job->engine = engine_ref (self->engine);
  job->questions = g_ptr_array_new_with_free_func (g_free);
  job->right = g_array_new (FALSE, FALSE, sizeof (gboolean));

  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  engine_unref (job->engine);
  g_ptr_array_unref (job->questions);
  g_array_unref (job->right);
  g_free (job);
}

static void
check_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Job *job = data;
  EnchantDict *dict;

  g_mutex_lock (&job->engine->lock);
  dict = engine_open (job->engine);
  job->absent = dict == NULL;
  for (guint i = 0; i < job->questions->len; i++)
    {
      gboolean right = dict == NULL || is_right (dict, g_ptr_array_index (job->questions, i));

      g_array_append_val (job->right, right);
    }
  g_mutex_unlock (&job->engine->lock);
  g_task_return_boolean (task, TRUE);
}

static void
add_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Job *job = data;
  EnchantDict *dict;

  g_mutex_lock (&job->engine->lock);
  dict = engine_open (job->engine);
  if (dict != NULL)
    {
      enchant_dict_add (dict, g_ptr_array_index (job->questions, 0), -1);
      if (enchant_dict_get_error (dict) != NULL)
        g_message ("The own words could not be written: %s", enchant_dict_get_error (dict));
    }
  g_mutex_unlock (&job->engine->lock);
  g_task_return_boolean (task, TRUE);
}

static void
suggest_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  EnchantDict *dict;

  g_mutex_lock (&job->engine->lock);
  dict = engine_open (job->engine);
  /* Who has thought better of it, while others were served, costs nothing. */
  if (dict != NULL && !g_cancellable_is_cancelled (cancellable))
    {
      size_t n = 0;
      char **found = enchant_dict_suggest (dict, g_ptr_array_index (job->questions, 0), -1, &n);

      for (size_t i = 0; found != NULL && i < MIN (n, MAX_SUGGESTIONS); i++)
        g_strv_builder_add (builder, found[i]);
      if (found != NULL)
        enchant_dict_free_string_list (dict, found);
    }
  g_mutex_unlock (&job->engine->lock);
  g_task_return_pointer (task, g_strv_builder_end (builder), (GDestroyNotify) g_strfreev);
}

static void
describe_cb (const char *language,
             const char *provider,
             const char *description,
             const char *file,
             void       *data)
{
  g_ptr_array_add (data, g_strdup (language));
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

static void
list_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  EnchantBroker *broker = enchant_broker_init ();
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  enchant_broker_list_dicts (broker, describe_cb, tags);
  enchant_broker_free (broker);
  g_ptr_array_sort (tags, compare);
  for (guint i = 0; i < tags->len; i++)
    if (i == 0 || !g_str_equal (tags->pdata[i], tags->pdata[i - 1]))
      g_strv_builder_add (builder, tags->pdata[i]);
  g_task_return_pointer (task, g_strv_builder_end (builder), (GDestroyNotify) g_strfreev);
}

/* In the main thread */

static void check_waiting (VlgSpelling *self);

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  VlgSpelling *self = VLG_SPELLING (source);
  Job *job = g_task_get_task_data (G_TASK (result));

  self->checking = FALSE;
  if (job->engine == self->engine)
    {
      gboolean wrong = FALSE;

      for (guint i = 0; i < job->questions->len; i++)
        {
          gboolean right = g_array_index (job->right, gboolean, i);

          g_hash_table_insert (self->verdicts, g_strdup (g_ptr_array_index (job->questions, i)),
                               GUINT_TO_POINTER (right ? VLG_SPELLING_RIGHT : VLG_SPELLING_WRONG));
          wrong = wrong || !right;
        }
      self->state = job->absent ? VLG_SPELLING_STATE_ABSENT : VLG_SPELLING_STATE_READY;
      g_signal_emit (self, signals[CHECKED], 0, wrong);
    }
  check_waiting (self);
}

static void
check_waiting (VlgSpelling *self)
{
  g_autoptr (GTask) task = NULL;
  GHashTableIter iter;
  gpointer question;
  Job *job;

  if (self->checking || g_hash_table_size (self->waiting) == 0)
    return;

  job = job_new (self);
  g_hash_table_iter_init (&iter, self->waiting);
  while (job->questions->len < MAX_BATCH && g_hash_table_iter_next (&iter, &question, NULL))
    {
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (job->questions, question);
    }
  self->checking = TRUE;
  task = g_task_new (self, NULL, checked_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, check_in_thread);
}

static void
vlg_spelling_finalize (GObject *object)
{
  VlgSpelling *self = VLG_SPELLING (object);

  g_clear_pointer (&self->engine, engine_unref);
  g_hash_table_unref (self->verdicts);
  g_hash_table_unref (self->waiting);
  g_hash_table_unref (self->own);
  g_hash_table_unref (self->said);

  G_OBJECT_CLASS (vlg_spelling_parent_class)->finalize (object);
}

static void
vlg_spelling_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (prop_id == PROP_LANGUAGE)
    g_value_set_string (value, vlg_spelling_get_language (VLG_SPELLING (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_spelling_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (prop_id == PROP_LANGUAGE)
    vlg_spelling_set_language (VLG_SPELLING (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_spelling_class_init (VlgSpellingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vlg_spelling_finalize;
  object_class->get_property = vlg_spelling_get_property;
  object_class->set_property = vlg_spelling_set_property;

  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHECKED] = g_signal_new ("checked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vlg_spelling_init (VlgSpelling *self)
{
  self->engine = engine_new ("");
  self->verdicts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

VlgSpelling *
vlg_spelling_new (const char *language)
{
  g_return_val_if_fail (language != NULL, NULL);

  return g_object_new (VLG_TYPE_SPELLING, "language", language, NULL);
}

const char *
vlg_spelling_get_language (VlgSpelling *self)
{
  g_return_val_if_fail (VLG_IS_SPELLING (self), NULL);

  return self->engine->language;
}

void
vlg_spelling_set_language (VlgSpelling *self,
                           const char  *language)
{
  g_return_if_fail (VLG_IS_SPELLING (self));

  if (language == NULL)
    language = "";
  if (g_str_equal (language, self->engine->language))
    return;

  engine_unref (self->engine);
  self->engine = engine_new (language);
  self->state = VLG_SPELLING_STATE_LOADING;
  g_hash_table_remove_all (self->verdicts);
  g_hash_table_remove_all (self->waiting);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
  g_signal_emit (self, signals[CHANGED], 0);
}

VlgSpellingState
vlg_spelling_get_state (VlgSpelling *self)
{
  g_return_val_if_fail (VLG_IS_SPELLING (self), VLG_SPELLING_STATE_ABSENT);

  return self->state;
}

gboolean
vlg_spelling_take_absence (VlgSpelling *self)
{
  g_return_val_if_fail (VLG_IS_SPELLING (self), FALSE);

  return self->state == VLG_SPELLING_STATE_ABSENT && g_hash_table_add (self->said, g_strdup (self->engine->language));
}

VlgSpellingVerdict
vlg_spelling_look (VlgSpelling *self,
                   const char  *question)
{
  VlgSpellingVerdict verdict;

  g_return_val_if_fail (VLG_IS_SPELLING (self), VLG_SPELLING_RIGHT);
  g_return_val_if_fail (question != NULL, VLG_SPELLING_RIGHT);

  if (self->state == VLG_SPELLING_STATE_ABSENT)
    return VLG_SPELLING_RIGHT;

  verdict = GPOINTER_TO_UINT (g_hash_table_lookup (self->verdicts, question));
  if (verdict == VLG_SPELLING_WRONG && g_hash_table_size (self->own) > 0)
    {
      g_autofree char *word = vlg_spelling_words_bare (question);

      if (g_hash_table_contains (self->own, word))
        return VLG_SPELLING_RIGHT;
    }
  if (verdict != VLG_SPELLING_UNKNOWN)
    return verdict;

  if (g_hash_table_size (self->verdicts) > MAX_VERDICTS)
    g_hash_table_remove_all (self->verdicts);
  g_hash_table_add (self->waiting, g_strdup (question));
  check_waiting (self);

  return VLG_SPELLING_UNKNOWN;
}

GArray *
vlg_spelling_find_wrong (VlgSpelling *self,
                         const char  *text,
                         int          typing,
                         gboolean    *complete)
{
  g_autoptr (GArray) words = NULL;
  gboolean all = TRUE;
  GArray *wrong;

  g_return_val_if_fail (VLG_IS_SPELLING (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  words = vlg_spelling_words_find (text);
  wrong = g_array_new (FALSE, FALSE, sizeof (VlgSpellingWord));
  for (guint i = 0; i < words->len; i++)
    {
      const VlgSpellingWord *word = &g_array_index (words, VlgSpellingWord, i);
      g_autofree char *question = NULL;
      VlgSpellingVerdict verdict = VLG_SPELLING_UNKNOWN;

      if ((int) word->start >= typing || typing > (int) (word->start + word->length))
        {
          question = vlg_spelling_words_ask (text, word);
          verdict = vlg_spelling_look (self, question);
        }
      if (verdict == VLG_SPELLING_WRONG)
        g_array_append_val (wrong, *word);
      all = all && verdict != VLG_SPELLING_UNKNOWN;
    }
  if (complete != NULL)
    *complete = all;

  return wrong;
}

void
vlg_spelling_ignore (VlgSpelling *self,
                     const char  *word)
{
  g_return_if_fail (VLG_IS_SPELLING (self));
  g_return_if_fail (word != NULL);

  g_hash_table_add (self->own, g_strdup (word));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A job about one word; the caller owns the task. */
static GTask *
word_task (VlgSpelling         *self,
           const char          *word,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = job_new (self);

  g_ptr_array_add (job->questions, g_strdup (word));
  g_task_set_task_data (task, job, job_free);

  return task;
}

void
vlg_spelling_add (VlgSpelling *self,
                  const char  *word)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (VLG_IS_SPELLING (self));
  g_return_if_fail (word != NULL);

  task = word_task (self, word, NULL, NULL, NULL);
  g_task_run_in_thread (task, add_in_thread);
  vlg_spelling_ignore (self, word);
}

void
vlg_spelling_suggest_async (VlgSpelling         *self,
                            const char          *word,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (VLG_IS_SPELLING (self));
  g_return_if_fail (word != NULL);

  task = word_task (self, word, cancellable, callback, user_data);
  g_task_run_in_thread (task, suggest_in_thread);
}

char **
vlg_spelling_suggest_finish (VlgSpelling   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
vlg_spelling_list_async (VlgSpelling         *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (VLG_IS_SPELLING (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_run_in_thread (task, list_in_thread);
}

char **
vlg_spelling_list_finish (VlgSpelling   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
