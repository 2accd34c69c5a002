/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/automaton.h"
#include "space/view.h"

#define PARLEY_NO_OUTCOME (-1)

/**
 * ParleyWatch:
 *
 * A condition or a derived issue that matters to a view while the axes are chosen one by
 * one: its automaton, what its outputs mean, and where its state stands in the key of a
 * node. A state that is certain is not kept: its effect has been taken at once.
 */
typedef struct
{
  ParleyAutomaton *automaton;
  ParleyDemand     demand;  /* NONE: it brings scores, or settles an outcome */
  ParleyScore     *scores;  /* [output * n_dims + dim]; NULL when it brings none */
  int              outcome; /* which of the view's, or PARLEY_NO_OUTCOME */
  ParleyOutcome    subject; /* what is watched */
  guint            word;   /* where the key holds the state: 0 when it has begun and is */
  guint            shift;  /* certain, else one more than the state's rank among those that */
  guint64          mask;   /* are open; mask is shifted already */
  guint32        **ranks;  /* [level][state]: that number; level 0 is never kept */
  guint32        **states; /* [level][number - 1] */
} ParleyWatch;

/**
 * parley_watches_new:
 * @place_of_axis: where each axis stands in the order of choosing
 * @n_words: (out): length of a key, in words of 64 bits
 *
 * All that matters to @view. Returns: (transfer full) (element-type ParleyWatch) (nullable):
 * NULL with PARLEY_ERROR_LIMIT when one condition alone is too wide.
 */
GPtrArray *parley_watches_new (const ParleyView *view,
                               const guint      *place_of_axis,
                               guint            *n_words,
                               GError          **error);

/* Whether @output breaks the demand. */
static inline gboolean
parley_watch_breaks (const ParleyWatch *self, gint32 output)
{
  return self->demand == (output != 0 ? PARLEY_DEMAND_NOT : PARLEY_DEMAND_MATCH);
}

/* Whether some axis of the watch is chosen by @place and some after it. */
static inline gboolean
parley_watch_is_under_way (const ParleyWatch *self, guint place)
{
  const ParleyAutomaton *automaton = self->automaton;

  return automaton->n_levels > 0 && automaton->places[0] <= place
         && automaton->places[automaton->n_levels - 1] > place;
}

/* How many of its axes are chosen by @place. */
static inline guint
parley_watch_level_after (const ParleyWatch *self, guint place)
{
  guint level = 0;

  while (level < self->automaton->n_levels && self->automaton->places[level] <= place)
    level++;
  return level;
}

/* What a watch is about, in words: `the rule "no-debt"`. Returns: (transfer full). */
char *parley_subject_name (const ParleySpace *space, ParleyOutcome subject);
