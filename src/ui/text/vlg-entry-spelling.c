/* vlg-entry-spelling.c — misspelt words of a text of one line: underlined, and mended from its menu
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-entry-spelling.h"

#include <adwaita.h>
#include <string.h>

#include "vlg-platform.h"
#include "vlg-spelling-menu.h"

struct _VlgEntrySpelling {
  GObject parent_instance;

  /* borrowed */
  GtkText *text;   /* weak */

  /* owned */
  VlgSpelling        *spelling;   /* or NULL */
  GSignalGroup       *signals;    /* of it */
  VlgSpellingMenu    *menu;
  GSimpleActionGroup *actions;
  GSettings          *settings;
  char               *found;      /* the word the menu is about, as it stands in the text, or NULL */

  gboolean active;
  gboolean edited;      /* since the last look */
  int      typed_at;    /* where the cursor was after the last edit, while it is still there */
  guint    found_at;    /* byte */
  guint    update_id;
};

enum { PROP_0, PROP_ACTIVE, N_PROPS };
enum { MENDING, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgEntrySpelling, vlg_entry_spelling, G_TYPE_OBJECT)

static const char *
get_text (VlgEntrySpelling *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->text));
}

static gboolean
is_on (VlgEntrySpelling *self)
{
  return self->text != NULL && self->spelling != NULL && self->active && gtk_editable_get_editable (GTK_EDITABLE (self->text));
}

/* Caller owns. */
static GArray *
find_wrong (VlgEntrySpelling *self)
{
  const char *text = get_text (self);
  int typing = self->typed_at < 0 ? -1 : g_utf8_offset_to_pointer (text, self->typed_at) - text;

  return vlg_spelling_find_wrong (self->spelling, text, typing, NULL);
}

/* Underlining */

static void
insert (PangoAttrList         *attributes,
        const VlgSpellingWord *word,
        PangoAttribute        *attribute)
{
  attribute->start_index = word->start;
  attribute->end_index = word->start + word->length;
  pango_attr_list_insert (attributes, attribute);
}

static void
underline (VlgEntrySpelling *self)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  GdkRGBA color = { .88f, .11f, .14f, 1 };
  g_autoptr (GArray) wrong = is_on (self) ? find_wrong (self) : NULL;

  if (wrong != NULL && wrong->len > 0)
    {
      attributes = pango_attr_list_new ();
      vlg_platform_lookup_color (GTK_WIDGET (self->text), "error_color", &color);
    }
  for (guint i = 0; wrong != NULL && i < wrong->len; i++)
    {
      const VlgSpellingWord *word = &g_array_index (wrong, VlgSpellingWord, i);

      insert (attributes, word, pango_attr_underline_new (PANGO_UNDERLINE_ERROR));
      insert (attributes, word, pango_attr_underline_color_new (color.red * G_MAXUINT16, color.green * G_MAXUINT16, color.blue * G_MAXUINT16));
    }
  gtk_text_set_attributes (self->text, attributes);
}

static gboolean
update_cb (gpointer data)
{
  VlgEntrySpelling *self = data;
  int cursor;

  self->update_id = 0;
  if (self->text == NULL)
    return G_SOURCE_REMOVE;

  /* A word is judged when the cursor has left it, not when another window has the keys; what was not typed here, at once. */
  cursor = gtk_editable_get_position (GTK_EDITABLE (self->text));
  if (!gtk_widget_is_focus (GTK_WIDGET (self->text)))
    self->typed_at = -1;
  else if (self->edited)
    self->typed_at = cursor;
  else if (self->typed_at != cursor)
    self->typed_at = -1;
  self->edited = FALSE;
  underline (self);

  return G_SOURCE_REMOVE;
}

/* Later, when text and cursor agree again, but before they are painted. */
static void
queue_update (VlgEntrySpelling *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
edited_cb (VlgEntrySpelling *self)
{
  self->edited = TRUE;
  queue_update (self);
}

static void
checked_cb (VlgEntrySpelling *self,
            gboolean          wrong)
{
  if (wrong)
    queue_update (self);
}

/* The menu */

static void
prepare_menu (VlgEntrySpelling *self,
              guint             index)
{
  g_autofree char *question = NULL;
  g_autofree char *bare = NULL;
  g_autoptr (GArray) wrong = NULL;

  g_clear_pointer (&self->found, g_free);
  vlg_spelling_menu_clear (self->menu);
  if (self->text == NULL || self->spelling == NULL || !gtk_editable_get_editable (GTK_EDITABLE (self->text)))
    return;

  /* Who asks for the menu has done with typing. */
  self->typed_at = -1;
  self->edited = FALSE;
  wrong = self->active ? find_wrong (self) : NULL;
  for (guint i = 0; wrong != NULL && i < wrong->len; i++)
    {
      const VlgSpellingWord *word = &g_array_index (wrong, VlgSpellingWord, i);

      if (index < word->start || index > word->start + word->length)
        continue;
      self->found = g_strndup (get_text (self) + word->start, word->length);
      self->found_at = word->start;
      question = vlg_spelling_words_ask (get_text (self), word);
      bare = vlg_spelling_words_bare (question);
      break;
    }
  vlg_spelling_menu_fill (self->menu, bare);
  queue_update (self);
}

static void
pressed_cb (VlgEntrySpelling *self,
            int               n_press,
            double            x,
            double            y)
{
  const char *text = get_text (self);
  guint offset = 0, n_chars = g_utf8_strlen (text, -1);
  graphene_rect_t cursor;

  while (offset < n_chars)
    {
      gtk_text_compute_cursor_extents (self->text, offset + 1, &cursor, NULL);
      if (cursor.origin.x > x)
        break;
      offset++;
    }
  prepare_menu (self, g_utf8_offset_to_pointer (text, offset) - text);
}

/* The keys that open the menu. */
static gboolean
key_pressed_cb (VlgEntrySpelling *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  const char *text = get_text (self);

  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    prepare_menu (self, g_utf8_offset_to_pointer (text, gtk_editable_get_position (GTK_EDITABLE (self->text))) - text);

  return GDK_EVENT_PROPAGATE;
}

static void
replace_cb (VlgEntrySpelling *self,
            GVariant         *parameter)
{
  const char *text = self->text != NULL ? get_text (self) : "";
  int start, length;

  /* It may have become another text meanwhile. */
  if (self->found == NULL || strlen (text) < self->found_at || !g_str_has_prefix (text + self->found_at, self->found))
    return;

  g_signal_emit (self, signals[MENDING], 0);
  start = g_utf8_pointer_to_offset (text, text + self->found_at);
  length = g_utf8_strlen (self->found, -1);
  gtk_editable_delete_text (GTK_EDITABLE (self->text), start, start + length);
  gtk_editable_insert_text (GTK_EDITABLE (self->text), g_variant_get_string (parameter, NULL), -1, &start);
  gtk_editable_set_position (GTK_EDITABLE (self->text), start);
  self->edited = FALSE;
  g_clear_pointer (&self->found, g_free);
  g_signal_emit (self, signals[MENDING], 0);
}

static void
accept_cb (VlgEntrySpelling *self,
           GVariant         *parameter,
           GAction          *action)
{
  vlg_spelling_menu_accept (self->menu, g_str_equal (g_action_get_name (action), "add"));
}

static void
add_actions (VlgEntrySpelling *self)
{
  static const struct { const char *name; const char *type; GCallback callback; } simple[] = {
    { "replace", "s", G_CALLBACK (replace_cb) }, { "add", NULL, G_CALLBACK (accept_cb) }, { "ignore", NULL, G_CALLBACK (accept_cb) }, { "nothing", NULL, NULL },
  };
  g_autoptr (GPropertyAction) active = g_property_action_new ("active", self, "active");

  for (guint i = 0; i < G_N_ELEMENTS (simple); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (simple[i].name, simple[i].type != NULL ? G_VARIANT_TYPE (simple[i].type) : NULL);

      g_simple_action_set_enabled (action, simple[i].callback != NULL);
      if (simple[i].callback != NULL)
        g_signal_connect_object (action, "activate", simple[i].callback, self, G_CONNECT_SWAPPED);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (active));
  gtk_widget_insert_action_group (GTK_WIDGET (self->text), "spelling", G_ACTION_GROUP (self->actions));
}

/* The entry */

static void
vlg_entry_spelling_dispose (GObject *object)
{
  VlgEntrySpelling *self = VLG_ENTRY_SPELLING (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_weak_pointer (&self->text);
  g_clear_object (&self->signals);
  g_clear_object (&self->spelling);
  g_clear_object (&self->menu);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->found, g_free);

  G_OBJECT_CLASS (vlg_entry_spelling_parent_class)->dispose (object);
}

static void
vlg_entry_spelling_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (prop_id == PROP_ACTIVE)
    g_value_set_boolean (value, VLG_ENTRY_SPELLING (object)->active);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_entry_spelling_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  VlgEntrySpelling *self = VLG_ENTRY_SPELLING (object);

  if (prop_id != PROP_ACTIVE)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (self->active != g_value_get_boolean (value))
    {
      self->active = !self->active;
      queue_update (self);
      g_object_notify_by_pspec (object, pspec);
    }
}

static void
vlg_entry_spelling_class_init (VlgEntrySpellingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vlg_entry_spelling_dispose;
  object_class->get_property = vlg_entry_spelling_get_property;
  object_class->set_property = vlg_entry_spelling_set_property;

  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[MENDING] = g_signal_new ("mending", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vlg_entry_spelling_init (VlgEntrySpelling *self)
{
  self->active = TRUE;
  self->typed_at = -1;
  self->menu = vlg_spelling_menu_new ();
  self->actions = g_simple_action_group_new ();
  self->settings = g_settings_new (APPLICATION_ID);
  g_settings_bind (self->settings, "spelling-check", self, "active", G_SETTINGS_BIND_DEFAULT);
  self->signals = g_signal_group_new (VLG_TYPE_SPELLING);
  g_signal_group_connect_swapped (self->signals, "checked", G_CALLBACK (checked_cb), self);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (queue_update), self);
}

static void
add_controllers (VlgEntrySpelling *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->text), GTK_EVENT_CONTROLLER (click));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);
}

VlgEntrySpelling *
vlg_entry_spelling_new (GtkEditable *editable)
{
  VlgEntrySpelling *self;

  g_return_val_if_fail (GTK_IS_EDITABLE (editable), NULL);

  while (!GTK_IS_TEXT (editable))
    {
      editable = gtk_editable_get_delegate (editable);
      g_return_val_if_fail (editable != NULL, NULL);
    }

  self = g_object_new (VLG_TYPE_ENTRY_SPELLING, NULL);
  g_set_weak_pointer (&self->text, GTK_TEXT (editable));
  /* The menu is long enough as it is: on a low screen what is offered for a word would be out of sight. */
  gtk_text_set_input_hints (self->text, gtk_text_get_input_hints (self->text) | GTK_INPUT_HINT_NO_EMOJI);
  gtk_text_set_extra_menu (self->text, G_MENU_MODEL (vlg_spelling_menu_get_menu (self->menu)));
  add_controllers (self);
  add_actions (self);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "notify::cursor-position", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "notify::has-focus", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  /* The colour of an underline is fixed when it is drawn, and another one on dark ground. */
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "notify::editable", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);

  return self;
}

void
vlg_entry_spelling_set_spelling (VlgEntrySpelling *self,
                                 VlgSpelling      *spelling)
{
  g_return_if_fail (VLG_IS_ENTRY_SPELLING (self));
  g_return_if_fail (spelling == NULL || VLG_IS_SPELLING (spelling));

  if (!g_set_object (&self->spelling, spelling))
    return;

  g_signal_group_set_target (self->signals, spelling);
  vlg_spelling_menu_set_spelling (self->menu, spelling);
  g_action_map_remove_action (G_ACTION_MAP (self->actions), "language");
  if (spelling != NULL)
    {
      g_autoptr (GPropertyAction) language = g_property_action_new ("language", spelling, "language");

      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (language));
    }
  queue_update (self);
}
