/* robot.h — a person at the installed program: finds, presses, types and reads through the accessibility bus
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <atspi/atspi.h>

G_BEGIN_DECLS

typedef struct _Robot Robot;

/* Something on the screen; names of our own because libatspi has no g_autoptr for its. */
typedef AtspiAccessible RobotThing;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RobotThing, g_object_unref)

/* Whether the program was installed; the tests skip otherwise. */
gboolean         robot_can_start (void);
/* Starts the program in @language ("en", "de") with @home as its home and the arguments that follow; waits for its window. Caller frees. */
Robot           *robot_start     (const char *language, const char *home, ...) G_GNUC_NULL_TERMINATED;
/* Ends the program if it still runs, and frees. */
void             robot_free      (Robot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Robot, robot_free)

/* Waits until something of @role (ATSPI_ROLE_INVALID: any) shows whose name contains @name; fails the test when it does not come. Caller unrefs. */
RobotThing      *robot_find      (Robot *self, AtspiRole role, const char *name);
/* Whether it shows just now. */
gboolean         robot_sees      (Robot *self, AtspiRole role, const char *name);
/* Waits until it is gone; fails the test when it stays. */
void             robot_misses    (Robot *self, AtspiRole role, const char *name);
/* Finds and activates. */
void             robot_press     (Robot *self, AtspiRole role, const char *name);
/* Presses and releases a key while modifiers (bits by AtspiModifierType) are held down. */
void             robot_key       (Robot *self, guint keysym, guint modifiers);
/* Types plain ASCII where the focus is. */
void             robot_type      (Robot *self, const char *text);
/* Waits until a field that can be written in holds @words; fails the test when it does not come. Caller unrefs. */
RobotThing      *robot_find_text (Robot *self, const char *words);
/* Writes at the end of such a field, as an aid for writing would; needs no focus. */
void             robot_insert    (RobotThing *field, const char *text);
/* The text of such a field; caller owns. */
char            *robot_read      (RobotThing *field);
/* Ends the program as nothing that can be caught would. */
void             robot_kill      (Robot *self);
/* Waits until there is a file; fails the test when it does not come. */
void             robot_await_file (Robot *self, const char *path);
/* Waits for the program to end by itself and returns its exit status. */
int              robot_wait      (Robot *self);

G_END_DECLS
