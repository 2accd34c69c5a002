/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/reweigh_part.h"

/*
 * The sum of weights times the margin of one completion adds up over the weights, so each goes to
 * the end of its range that helps. How far all of them together get is a concave function of how
 * far they may go, in straight pieces, as none falls below 0; Newton's method, which never goes too
 * far on such a function, ends at its root after as many steps as it has pieces.
 */
typedef struct
{
  const ParleyReweighTask *task;
  mpq_t                    constant; /* what is there whatever the weights are */
  mpq_t                   *gains;    /* [n]: what one more of each weight adds */
} Reach;

static void
reach_init (Reach                   *self,
            const ParleyReweighTask *task,
            const ParleyCorner      *corner,
            ParleyReweighWay         way)
{
  self->task = task;
  self->gains = parley_exact_array_new (task->n);
  mpq_init (self->constant);
  mpq_sub (self->constant, corner->points, task->reservation);
  for (guint i = 0; i < task->n; i++)
    {
      mpq_set (self->gains[i], corner->values[task->issues[i]]);
      if (task->party->normalize)
        mpq_add (self->gains[i], self->gains[i], self->constant);
      if (way == PARLEY_REWEIGH_LOWER)
        mpq_neg (self->gains[i], self->gains[i]);
    }
  if (task->party->normalize)
    mpq_set_ui (self->constant, 0, 1);
  else if (way == PARLEY_REWEIGH_LOWER)
    mpq_neg (self->constant, self->constant);
}

static void
reach_clear (Reach *self)
{
  parley_exact_array_free (self->gains, self->task->n);
  mpq_clear (self->constant);
}

static const ParleyNumber *
weight_of (const Reach *self, guint i)
{
  return self->task->party->weights[self->task->issues[i]];
}

/* With all weight that hurts gone something must be left, or there is no score: an issue that
 * helps, or (to raise) does not hurt, and can have weight. */
static gboolean
leaves_weight (const Reach *self, ParleyReweighWay way)
{
  int least = way == PARLEY_REWEIGH_RAISE ? 0 : 1;

  for (guint i = 0; i < self->task->n; i++)
    if (mpq_sgn (self->gains[i]) >= least && mpq_sgn (weight_of (self, i)->high) > 0)
      return TRUE;
  return !self->task->party->normalize;
}

/* Adds what weight @i brings when it goes @stretch of its range, and how fast it goes on. */
static void
add_weight (const Reach *self, guint i, mpq_srcptr stretch, mpq_ptr sum, mpq_ptr slope)
{
  const ParleyNumber *weight = weight_of (self, i);
  mpq_t way, moved;

  mpq_inits (way, moved, NULL);
  mpq_sub (way, mpq_sgn (self->gains[i]) > 0 ? weight->high : weight->low, weight->value);
  mpq_mul (moved, way, stretch);
  mpq_add (moved, moved, weight->value);
  if (mpq_sgn (moved) > 0 || mpq_sgn (way) > 0)
    {
      mpq_mul (moved, moved, self->gains[i]);
      mpq_add (sum, sum, moved);
      mpq_mul (way, way, self->gains[i]);
      mpq_add (slope, slope, way);
    }
  mpq_clears (way, moved, NULL);
}

/* Sets @stretch to where the sum is 0. Returns: whether it gets there, and beyond to lower. */
static gboolean
find_root (const Reach *self, ParleyReweighWay way, mpq_ptr stretch)
{
  gboolean found = FALSE;
  mpq_t sum, slope;

  mpq_inits (sum, slope, NULL);
  mpq_set_ui (stretch, 0, 1);
  for (;;)
    {
      mpq_set (sum, self->constant);
      mpq_set_ui (slope, 0, 1);
      for (guint i = 0; i < self->task->n; i++)
        add_weight (self, i, stretch, sum, slope);
      found = mpq_sgn (sum) >= 0 && (way == PARLEY_REWEIGH_RAISE || mpq_sgn (slope) > 0);
      if (found || mpq_sgn (sum) >= 0 || mpq_sgn (slope) <= 0)
        break;
      mpq_div (sum, sum, slope);
      mpq_sub (stretch, stretch, sum);
    }
  mpq_clears (sum, slope, NULL);
  return found;
}

gboolean
parley_reweigh_stretch (const ParleyReweighTask *task,
                        const ParleyCorner      *corner,
                        ParleyReweighWay         way,
                        mpq_ptr                  stretch)
{
  Reach self;
  gboolean found = FALSE;

  reach_init (&self, task, corner, way);
  found = leaves_weight (&self, way) && find_root (&self, way, stretch);
  reach_clear (&self);
  return found;
}
