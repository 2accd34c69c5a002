/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/ways.h"

/**
 * ParleyMeeting:
 *
 * The deals of a view cut in two between two layers of its diagram: the ways to each node
 * there, and the ways on from it. A deal is one of each, so 10^12 deals are counted
 * with two lists of 10^6 (E. Horowitz and S. Sahni, "Computing partitions with applications
 * to the knapsack problem", Journal of the ACM 21, 1974). Where conditions are open at the
 * cut there are several nodes, and two lists for each.
 */
typedef struct
{
  const ParleyView    *view;    /* borrowed; all its dimensions have floors */
  const ParleyDiagram *diagram; /* borrowed; not empty */
  guint                cut;     /* layers before it are chosen on the way in */
  guint                n_nodes; /* there */
  gsize               *ways_in; /* [node]: where those of each node begin; one more at the end */
  gsize               *ways_on; /* [node]: how many there are */
} ParleyMeeting;

/* Finds the cut that makes the least work. Returns: NULL without an error when a list, or
 * all together, would be longer than the view's memory is for. */
ParleyMeeting *parley_meeting_new  (const ParleyView *view, const ParleyDiagram *diagram);
void           parley_meeting_free (ParleyMeeting *self);

/* How many ways the best cut of @diagram has in all: what counting with it costs.
 * G_MAXSIZE when no cut will do with @memory. */
gsize parley_meeting_cost (const ParleyDiagram *diagram, gsize memory);

/* The same with the cut behind at least @n_layers layers. */
ParleyMeeting *parley_meeting_new_behind (const ParleyView    *view,
                                          const ParleyDiagram *diagram,
                                          guint                n_layers);

/* How many ways there are on both sides. */
gsize parley_meeting_work (const ParleyMeeting *self);

/* What counting takes of memory, about: the lists in, and the longest of those on. */
gsize parley_meeting_bytes (const ParleyMeeting *self);

/* What the rest must bring in @dim for each way in, those to the same node side by side;
 * and what each way on from @node brings. Returns: (transfer full). */
ParleyScore *parley_meeting_floors (const ParleyMeeting *self, guint dim);
ParleyScore *parley_meeting_points (const ParleyMeeting *self, guint dim, guint node);

/**
 * parley_meeting_count:
 * @by_option: (nullable) ([axis][option])
 *
 * Sets @total to the number of deals that reach all floors, and adds to @by_option how many
 * of these have each option. Cost, with n ways: O(n log n) in up to two dimensions, and
 * O(n log^(d - 1) n) in d (dominance.h).
 */
void parley_meeting_count (const ParleyMeeting *self, mpz_ptr total, mpz_t **by_option);

/* Tells @step of every choice on the ways in and on the ways on, with how many deals that reach
 * all floors are made with it and those before it on its side. Cost: as with all options. */
void parley_meeting_add_up (const ParleyMeeting *self, ParleyWaysStep step, gpointer data);

/* For each way in, how many deals it is part of. Returns: (transfer full)
 * (array length=ways_in[n_nodes]). */
guint64 *parley_meeting_count_ways (const ParleyMeeting *self);

/**
 * parley_meeting_take:
 * @ranks: (array length=n): ascending, each below the number of deals
 * @counts: of parley_meeting_count_ways()
 *
 * The deals at these places when all are listed by their way in and then their way on.
 * Cost: O(ways on) for each. Returns: (transfer full) (element-type guint*): one option an
 * axis.
 */
GPtrArray *parley_meeting_take (const ParleyMeeting *self,
                                const guint64       *counts,
                                const guint64       *ranks,
                                gsize                n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyMeeting, parley_meeting_free)
