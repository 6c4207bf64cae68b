/* vlg-find-bar.c — words found and replaced in the whole motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-find-bar-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vlg-text-hits.h"
#include "vlg-wrap-box.h"

/* A longer selection is not what is looked for. */
#define MAX_SELECTED 100
/* How long the motion has to rest before the hits are counted anew. */
#define AGAIN_MS 400

enum { PROP_0, PROP_DRAFT, PROP_TEXT_PAGE, PROP_OPEN, N_PROPS };
enum { SHOW_HIT, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgFindBar, vlg_find_bar, ADW_TYPE_BIN)

/* The text that is open */

VlgTextView *
vlg_find_bar_get_view (VlgFindBar *self)
{
  return vlg_text_editor_get_view (vlg_text_page_get_editor (self->page));
}

gboolean
vlg_find_bar_is_open_part (VlgFindBar          *self,
                           const VlgFinderPart *part)
{
  gpointer object = vlg_text_page_get_object (self->page);

  return object != NULL && part->long_text && object == vlg_finder_get_object (part, vlg_draft_get_motion (self->draft)) &&
         g_strcmp0 (vlg_text_page_get_property (self->page), part->property) == 0;
}

static int
find_open_part (VlgFindBar *self)
{
  for (guint i = 0; self->parts != NULL && i < self->parts->len; i++)
    if (vlg_find_bar_is_open_part (self, g_ptr_array_index (self->parts, i)))
      return i;

  return -1;
}

void
vlg_find_bar_flush (VlgFindBar *self)
{
  if (vlg_text_page_get_object (self->page) != NULL)
    vlg_text_editor_flush (vlg_text_page_get_editor (self->page));
}

/* What is shown */

static void
update (VlgFindBar *self)
{
  guint n = self->hits != NULL ? self->hits->len : 0;
  g_autofree char *text = NULL;

  if (self->hits == NULL)
    text = g_strdup ("");
  else if (n == 0)
    text = g_strdup (_("Not found"));
  else if (self->current >= 0)
    text = g_strdup_printf (_("%u of %u"), (guint) self->current + 1, n);
  else
    text = g_strdup_printf (ngettext ("Found %u time", "Found %u times", n), n);
  if (self->current >= 0 && self->current < (int) n)
    {
      const VlgFinderPart *part = g_ptr_array_index (self->parts, g_array_index (self->hits, VlgFinderHit, self->current).part);
      g_autofree char *place = g_strdup_printf ("%s · %s", text, vlg_field_get_label (part->field));

      gtk_label_set_label (self->count, place);
    }
  else
    {
      gtk_label_set_label (self->count, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->count), *text != '\0');
  if (self->hits != NULL && n == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.next", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.previous", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.replace", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.replace-all", n > 0);
}

/* Going from hit to hit */

/* The widget in the bar that has the focus, or NULL. */
static GtkWidget *
get_focus (VlgFindBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

static void
show_current (VlgFindBar *self)
{
  const VlgFinderHit *hit = &g_array_index (self->hits, VlgFinderHit, self->current);
  const VlgFinderPart *part = g_ptr_array_index (self->parts, hit->part);
  GtkWidget *focus = get_focus (self);

  if (!vlg_find_bar_is_open_part (self, part))
    g_signal_emit (self, signals[SHOW_HIT], 0, part, (int) hit->start, (int) hit->length);
  if (vlg_find_bar_is_open_part (self, part))
    {
      vlg_text_hits_select (vlg_find_bar_get_view (self), self->matcher, hit->ordinal);
      gtk_widget_grab_focus (GTK_WIDGET (self->page));
    }
  /* Who goes on with Enter stays here. */
  if (GTK_IS_TEXT (focus))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (focus));
  else if (focus != NULL)
    gtk_widget_grab_focus (focus);
  update (self);
}

/* The hit from which the next one is counted: where the cursor is, if a text is open. @behind: whether that is the hit in front of it, not one that is selected. */
static int
find_place (VlgFindBar *self,
            gboolean    forward)
{
  int part = find_open_part (self), base = -1, n_in_part = 0;
  gboolean on_hit = FALSE;
  int before;

  if (part < 0)
    return self->current >= 0 ? self->current : (forward ? -1 : 0);

  for (guint i = 0; i < self->hits->len; i++)
    {
      const VlgFinderHit *hit = &g_array_index (self->hits, VlgFinderHit, i);

      if (base < 0 && (int) hit->part >= part)
        base = i;
      n_in_part += (int) hit->part == part;
    }
  if (base < 0)
    base = self->hits->len;
  before = MIN ((int) vlg_text_hits_locate (vlg_find_bar_get_view (self), self->matcher, &on_hit), n_in_part);

  return base + before - (forward && !on_hit ? 1 : 0);
}

void
vlg_find_bar_move (VlgFindBar *self,
                   int         by)
{
  int n = self->hits->len;

  if (n == 0)
    return;

  self->current = (find_place (self, by > 0) + by + n) % n;
  show_current (self);
}

void
vlg_find_bar_go (VlgFindBar *self,
                 gboolean    forward)
{
  g_return_if_fail (VLG_IS_FIND_BAR (self));

  if (self->matcher == NULL)
    return;

  /* What was typed a moment ago counts. */
  vlg_find_bar_flush (self);
  if (self->hits != NULL && !self->stale && self->searching == NULL)
    {
      vlg_find_bar_move (self, forward ? 1 : -1);
      return;
    }
  self->wanted = forward ? 1 : -1;
  if (self->searching == NULL || self->stale)
    vlg_find_bar_search (self);
}

/* Searching */

typedef struct {
  GPtrArray  *parts;
  VlgMatcher *matcher;
} Search;

static void
search_free (gpointer data)
{
  Search *job = data;

  g_ptr_array_unref (job->parts);
  vlg_matcher_unref (job->matcher);
  g_free (job);
}

static void
search_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Search *job = data;

  g_task_return_pointer (task, vlg_finder_find (job->parts, job->matcher), (GDestroyNotify) g_array_unref);
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  VlgFindBar *self = VLG_FIND_BAR (source);
  Search *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GArray) hits = g_task_propagate_pointer (G_TASK (result), NULL);
  int wanted;

  /* Cancelled: another one is on its way. */
  if (hits == NULL || self->draft == NULL)
    return;

  g_clear_object (&self->searching);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  self->hits = g_steal_pointer (&hits);
  self->parts = g_ptr_array_ref (job->parts);
  if (self->current >= (int) self->hits->len)
    self->current = -1;
  wanted = self->wanted;
  self->wanted = 0;
  if (wanted != 0)
    vlg_find_bar_move (self, wanted);
  update (self);
  if (self->replacing)
    vlg_find_bar_replace (self);
}

static void
stop_searching (VlgFindBar *self)
{
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_handle_id (&self->again_source, g_source_remove);
}

/* In a thread: a motion may have hundreds of pages. */
void
vlg_find_bar_search (VlgFindBar *self)
{
  g_autoptr (GTask) task = NULL;
  Search *job;

  stop_searching (self);
  if (self->matcher == NULL || self->draft == NULL)
    {
      g_clear_pointer (&self->hits, g_array_unref);
      self->current = -1;
      self->wanted = 0;
      self->replacing = FALSE;
      update (self);
      return;
    }

  vlg_find_bar_flush (self);
  self->stale = FALSE;
  job = g_new0 (Search, 1);
  job->parts = vlg_finder_take_parts (vlg_draft_get_motion (self->draft));
  job->matcher = vlg_matcher_ref (self->matcher);
  self->searching = g_cancellable_new ();
  task = g_task_new (self, self->searching, searched_cb, NULL);
  g_task_set_task_data (task, job, search_free);
  g_task_run_in_thread (task, search_in_thread);
}

static gboolean
again_cb (gpointer user_data)
{
  VlgFindBar *self = user_data;

  self->again_source = 0;
  vlg_find_bar_search (self);

  return G_SOURCE_REMOVE;
}

/* Every change of the motion leads to a save. */
static void
motion_changed_cb (VlgFindBar *self)
{
  self->stale = TRUE;
  if (!self->open || self->matcher == NULL)
    return;

  g_clear_handle_id (&self->again_source, g_source_remove);
  self->again_source = g_timeout_add (AGAIN_MS, again_cb, self);
}

static void
words_changed_cb (VlgFindBar *self)
{
  g_clear_pointer (&self->matcher, vlg_matcher_unref);
  if (self->open)
    self->matcher = vlg_matcher_new (gtk_editable_get_text (GTK_EDITABLE (self->entry)), gtk_toggle_button_get_active (self->case_button));
  vlg_text_view_set_matcher (vlg_find_bar_get_view (self), self->matcher);
  self->current = -1;
  vlg_find_bar_search (self);
}

static void
activate_cb (VlgFindBar *self)
{
  g_autoptr (VlgMatcher) matcher = vlg_matcher_new (gtk_editable_get_text (GTK_EDITABLE (self->entry)), gtk_toggle_button_get_active (self->case_button));

  /* Enter may come before the entry has told of the last letter. */
  if (matcher != NULL && (self->matcher == NULL || !vlg_matcher_equal (self->matcher, matcher)))
    words_changed_cb (self);
  vlg_find_bar_go (self, TRUE);
}

static void
next_cb (VlgFindBar *self)
{
  vlg_find_bar_go (self, TRUE);
}

static void
previous_cb (VlgFindBar *self)
{
  vlg_find_bar_go (self, FALSE);
}

/* Replacing; in vlg-find-bar-replace.c */

static void
replace_cb (VlgFindBar *self)
{
  vlg_find_bar_replace (self);
}

static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgFindBar *self = VLG_FIND_BAR (widget);

  if (g_str_equal (action_name, "find.next") || g_str_equal (action_name, "find.previous"))
    vlg_find_bar_go (self, g_str_equal (action_name, "find.next"));
  else if (g_str_equal (action_name, "find.replace"))
    vlg_find_bar_replace (self);
  else if (g_str_equal (action_name, "find.replace-all"))
    vlg_find_bar_replace_all (self);
  else
    g_object_set (self, "open", FALSE, NULL);
}

/* Opening and closing */

static void
set_open (VlgFindBar *self,
          gboolean    open)
{
  GtkWidget *focus;

  if (self->open == open)
    return;

  focus = get_focus (self);
  self->open = open;
  words_changed_cb (self);
  /* Closed from within, the writing goes on at the hit. */
  if (!open && focus != NULL && vlg_text_page_get_object (self->page) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->page));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

static void
take_selection (VlgFindBar *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (vlg_find_bar_get_view (self)));
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  if (vlg_text_page_get_object (self->page) == NULL || !gtk_text_buffer_get_selection_bounds (buffer, &start, &end) ||
      gtk_text_iter_get_line (&start) != gtk_text_iter_get_line (&end) ||
      gtk_text_iter_get_offset (&end) - gtk_text_iter_get_offset (&start) > MAX_SELECTED)
    return;

  text = gtk_text_iter_get_text (&start, &end);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

void
vlg_find_bar_start (VlgFindBar *self,
                    gboolean    replace)
{
  g_return_if_fail (VLG_IS_FIND_BAR (self));

  if (self->draft == NULL)
    return;

  take_selection (self);
  g_object_set (self, "open", TRUE, NULL);
  if (replace)
    gtk_toggle_button_set_active (self->replace_button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/* Class */

static void
set_draft (VlgFindBar *self,
           VlgDraft   *draft)
{
  if (!g_set_object (&self->draft, draft))
    return;

  g_signal_group_set_target (self->draft_signals, draft);
  self->stale = TRUE;
  self->current = -1;
  g_object_set (self, "open", FALSE, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT]);
}

static void
vlg_find_bar_dispose (GObject *object)
{
  VlgFindBar *self = VLG_FIND_BAR (object);

  stop_searching (self);
  g_clear_object (&self->draft_signals);
  g_clear_object (&self->draft);
  g_clear_object (&self->page);
  g_clear_pointer (&self->matcher, vlg_matcher_unref);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);

  G_OBJECT_CLASS (vlg_find_bar_parent_class)->dispose (object);
}

static void
vlg_find_bar_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  VlgFindBar *self = VLG_FIND_BAR (object);

  switch (prop_id)
    {
    case PROP_DRAFT:
      g_value_set_object (value, self->draft);
      break;
    case PROP_TEXT_PAGE:
      g_value_set_object (value, self->page);
      break;
    case PROP_OPEN:
      g_value_set_boolean (value, self->open);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_find_bar_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  VlgFindBar *self = VLG_FIND_BAR (object);

  switch (prop_id)
    {
    case PROP_DRAFT:
      set_draft (self, g_value_get_object (value));
      break;
    case PROP_TEXT_PAGE:
      if (g_set_object (&self->page, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_OPEN:
      set_open (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_find_bar_class_init (VlgFindBarClass *klass)
{
  static const char *const actions[] = { "find.next", "find.previous", "find.replace", "find.replace-all", "find.close" };
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_find_bar_dispose;
  object_class->get_property = vlg_find_bar_get_property;
  object_class->set_property = vlg_find_bar_set_property;

  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, VLG_TYPE_DRAFT, flags);
  properties[PROP_TEXT_PAGE] = g_param_spec_object ("text-page", NULL, NULL, VLG_TYPE_TEXT_PAGE, flags);
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SHOW_HIT] = g_signal_new ("show-hit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_INT, G_TYPE_INT);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, find_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "find.close", NULL);

  g_type_ensure (VLG_TYPE_WRAP_BOX);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/editor/vlg-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, VlgFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, VlgFindBar, replacement);
  gtk_widget_class_bind_template_child (widget_class, VlgFindBar, case_button);
  gtk_widget_class_bind_template_child (widget_class, VlgFindBar, replace_button);
  gtk_widget_class_bind_template_child (widget_class, VlgFindBar, count);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
}

static void
vlg_find_bar_init (VlgFindBar *self)
{
  self->current = -1;
  self->draft_signals = g_signal_group_new (VLG_TYPE_DRAFT);
  g_signal_group_connect_swapped (self->draft_signals, "notify::save-state", G_CALLBACK (motion_changed_cb), self);
  g_signal_group_connect_swapped (self->draft_signals, "changed", G_CALLBACK (motion_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  update (self);
}
