/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * ParleyShortlist:
 *
 * The largest so many of all numbers seen, of which only the least is known: what a number
 * must reach to belong to them.
 */
typedef struct
{
  guint   n_most;
  GArray *numbers; /* of double: a heap, the least on top */
} ParleyShortlist;

ParleyShortlist *parley_shortlist_new  (guint n_most);
void             parley_shortlist_free (ParleyShortlist *self);

/* Cost: O(log n_most). @number: not NAN. */
void parley_shortlist_add (ParleyShortlist *self, double number);

/* -INFINITY as long as there is room for any number. */
double parley_shortlist_least (const ParleyShortlist *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyShortlist, parley_shortlist_free)
