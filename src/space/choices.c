/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/choices.h"

#include <math.h>
#include <string.h>

typedef struct
{
  double rate;
  double slack;
  guint  number;
} Queued;

ParleyChoices *
parley_choices_new (const ParleyFronts *fronts, const ParleyOrder *order)
{
  ParleyChoices *self = g_new0 (ParleyChoices, 1);

  self->fronts = fronts;
  self->order = order;
  self->n_dims = fronts->diagram->n_dims;
  self->size = sizeof (ParleyChoice) + self->n_dims * sizeof (ParleyScore);
  self->choices = g_array_new (FALSE, FALSE, (guint) self->size);
  self->queue = g_array_new (FALSE, FALSE, sizeof (Queued));
  self->a = g_new (ParleyScore, MAX (1, self->n_dims));
  self->b = g_new (ParleyScore, MAX (1, self->n_dims));
  return self;
}

void
parley_choices_free (ParleyChoices *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->choices);
  g_array_unref (self->queue);
  g_free (self->a);
  g_free (self->b);
  g_free (self);
}

const ParleyChoice *
parley_choices_at (const ParleyChoices *self, guint number)
{
  return (const ParleyChoice *) (const void *) (self->choices->data + number * self->size);
}

/* Sets @scores to those of the best deal of choice @number. */
static void
add_up (const ParleyChoices *self, guint number, ParleyScore *scores)
{
  const ParleyChoice *choice = parley_choices_at (self, number);
  const ParleyScore *point = parley_front_point (
      parley_fronts_at (self->fronts, choice->layer, choice->node), choice->point);

  for (guint d = 0; d < self->n_dims; d++)
    scores[d] = choice->scores[d] + point[d];
}

/* Above 0 when the deal of @a is better than that of @b. */
static int
compare_deals (ParleyChoices *self, guint a, guint b)
{
  add_up (self, a, self->a);
  add_up (self, b, self->b);
  if (memcmp (self->a, self->b, self->n_dims * sizeof *self->a) == 0)
    return 0;
  return parley_order_compare (self->order, self->a, self->b);
}

/* Whether @a comes before @b in order of options. Neither goes on from the other. */
static gboolean
precedes (const ParleyChoices *self, guint a, guint b)
{
  const ParleyChoice *x = parley_choices_at (self, a);
  const ParleyChoice *y = parley_choices_at (self, b);

  while (x->layer > y->layer)
    x = parley_choices_at (self, x->before);
  while (y->layer > x->layer)
    y = parley_choices_at (self, y->before);
  while (x->before != y->before)
    {
      x = parley_choices_at (self, x->before);
      y = parley_choices_at (self, y->before);
    }
  return x->option < y->option;
}

static gboolean
comes_first (ParleyChoices *self, const Queued *a, const Queued *b)
{
  int order = 0;

  if (fabs (a->rate - b->rate) > a->slack + b->slack)
    return a->rate > b->rate;
  order = compare_deals (self, a->number, b->number);
  return order > 0 || (order == 0 && precedes (self, a->number, b->number));
}

static Queued *
queued_at (const ParleyChoices *self, guint place)
{
  return &g_array_index (self->queue, Queued, place);
}

static void
queue_up (ParleyChoices *self, Queued queued)
{
  guint at = self->queue->len;

  g_array_append_val (self->queue, queued);
  for (; at > 0 && comes_first (self, &queued, queued_at (self, (at - 1) / 2)); at = (at - 1) / 2)
    *queued_at (self, at) = *queued_at (self, (at - 1) / 2);
  *queued_at (self, at) = queued;
}

void
parley_choices_add (ParleyChoices *self,
                    const ParleyChoice *choice,
                    const ParleyScore *scores,
                    const ParleyProspect *prospect)
{
  guint number = self->choices->len;
  ParleyChoice *added = NULL;

  g_array_set_size (self->choices, number + 1);
  added = (ParleyChoice *) (void *) (self->choices->data + number * self->size);
  *added = *choice;
  added->point = prospect->point;
  memcpy (added->scores, scores, self->n_dims * sizeof *scores);
  queue_up (self, (Queued){ prospect->rate, prospect->slack, number });
}

/* Moves @queued down from the top, which is free. */
static void
sink (ParleyChoices *self, Queued queued)
{
  guint at = 0;

  for (;;)
    {
      guint child = 2 * at + 1;

      if (child + 1 < self->queue->len
          && comes_first (self, queued_at (self, child + 1), queued_at (self, child)))
        child++;
      if (child >= self->queue->len || comes_first (self, &queued, queued_at (self, child)))
        break;
      *queued_at (self, at) = *queued_at (self, child);
      at = child;
    }
  *queued_at (self, at) = queued;
}

gboolean
parley_choices_take (ParleyChoices *self, guint *number)
{
  Queued last;

  if (self->queue->len == 0)
    return FALSE;
  *number = queued_at (self, 0)->number;
  last = *queued_at (self, self->queue->len - 1);
  g_array_set_size (self->queue, self->queue->len - 1);
  if (self->queue->len > 0)
    sink (self, last);
  return TRUE;
}
