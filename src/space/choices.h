/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/prospect.h"

/* An option chosen after others, and what they bring together. */
typedef struct
{
  guint       before; /* the choice up to the layer before, by number */
  guint       option;
  guint       layer; /* how many are chosen */
  guint       node;
  gsize       point;    /* what follows at best */
  ParleyScore scores[]; /* [dim] */
} ParleyChoice;

/**
 * ParleyChoices:
 *
 * Choices of terms for the first layers of a diagram, by number, and a queue of them: the
 * one with the best deal first, ties in order of options. The first choice, number 0, is
 * that of nothing.
 */
typedef struct
{
  const ParleyFronts *fronts; /* borrowed */
  const ParleyOrder  *order;  /* borrowed */
  guint               n_dims;
  gsize               size;    /* of a choice in bytes */
  GArray             *choices; /* of ParleyChoice, with their scores */
  GArray             *queue;   /* a heap */
  ParleyScore        *a;       /* [dim]: of the deals under comparison */
  ParleyScore        *b;
} ParleyChoices;

ParleyChoices *parley_choices_new  (const ParleyFronts *fronts, const ParleyOrder *order);
void           parley_choices_free (ParleyChoices *self);

/* Valid until the next one is added. */
const ParleyChoice *parley_choices_at (const ParleyChoices *self, guint number);

/* Adds @choice, all but its scores and its point, and queues it. */
void parley_choices_add (ParleyChoices        *self,
                         const ParleyChoice   *choice,
                         const ParleyScore    *scores,
                         const ParleyProspect *prospect);

/* Takes the first from the queue. Returns: FALSE when there is none. */
gboolean parley_choices_take (ParleyChoices *self, guint *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyChoices, parley_choices_free)
