/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/trade_search.h"

/* Beyond any budget, and far from overflowing. */
#define WORK_LIMIT ((gsize) 1 << 50)

static gsize
times (gsize a, gsize b)
{
  return a > WORK_LIMIT / MAX (b, 1) ? WORK_LIMIT : a * b;
}

/* What it takes to try all options of some axes: those that hang together cost more. */
static gsize
work_of (const ParleySteps *self, const guint *axes, guint n)
{
  const ParleyExchange *exchange = self->exchange;
  gsize work = 1;

  for (guint i = 0; i < n; i++)
    work = times (work, exchange->space->domain->axes[axes[i]].n_options);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      if (exchange->block[axes[i]] == exchange->block[axes[j]])
        return times (work, parley_exchange_work (exchange, axes[i]));
  return work;
}

gsize
parley_steps_work (const ParleyExchange *exchange)
{
  const ParleyDomain *domain = exchange->space->domain;
  gsize work = 0;

  for (guint a = 0; a < domain->n_axes; a++)
    if (parley_exchange_can_move (exchange, a))
      work = MIN (WORK_LIMIT,
                  work + times (domain->axes[a].n_options, parley_exchange_work (exchange, a)));
  return work;
}

gsize
parley_trade_pairs_work (const ParleySteps *self)
{
  guint n_axes = self->exchange->space->domain->n_axes;
  gsize work = 0;

  for (guint i = 0; i < n_axes; i++)
    for (guint j = i + 1; j < n_axes; j++)
      {
        const guint axes[] = { i, j };

        if (self->gains[i] != NULL && self->gains[j] != NULL)
          work = MIN (WORK_LIMIT, work + work_of (self, axes, 2));
      }
  return work;
}

gsize
parley_trade_triples_work (const ParleySteps *self)
{
  guint n_axes = self->exchange->space->domain->n_axes;
  gsize work = 0;

  for (guint i = 0; i < n_axes; i++)
    for (guint j = i + 1; j < n_axes; j++)
      for (guint k = j + 1; k < n_axes; k++)
        {
          const guint axes[] = { i, j, k };

          if (self->gains[i] != NULL && self->gains[j] != NULL && self->gains[k] != NULL)
            work = MIN (WORK_LIMIT, work + work_of (self, axes, 3));
        }
  return work;
}
