/* vlg-on-demand.h — shared libraries that are loaded when they are first needed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For a list of functions F (name) …: a struct of pointers to them, and their names. */
#define VLG_ON_DEMAND_MEMBER(name) __typeof__ (name) *name;
#define VLG_ON_DEMAND_NAME(name) #name,

/**
 * vlg_on_demand_load:
 * @soname: the library
 * @names: the functions wanted of it
 * @functions: (out): where their addresses go, in the order of @names
 * @n: how many
 *
 * Loads a library that stays loaded from then on. Some libraries and what they bring along cost the window's start more than our own code does;
 * those are not linked. Returns: FALSE when the library or a function is missing (the installation is incomplete).
 */
gboolean vlg_on_demand_load (const char *soname, const char *const *names, gpointer *functions, gsize n, GError **error);

G_END_DECLS
