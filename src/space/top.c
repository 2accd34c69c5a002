/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/top.h"

ParleyDeal *
parley_deal_new (const guint *options, guint n_axes, const ParleyScore *scores, guint n_scores)
{
  ParleyDeal *self = g_new (ParleyDeal, 1);

  self->options = g_memdup2 (options, n_axes * sizeof *options);
  self->scores = g_memdup2 (scores, n_scores * sizeof *scores);
  return self;
}

void
parley_deal_free (ParleyDeal *self)
{
  if (self == NULL)
    return;
  g_free (self->options);
  g_free (self->scores);
  g_free (self);
}

int
parley_options_compare (const guint *a, const guint *b, guint n_axes)
{
  for (guint i = 0; i < n_axes; i++)
    if (a[i] != b[i])
      return a[i] < b[i] ? -1 : 1;
  return 0;
}

ParleyTop *
parley_top_new (const ParleyOrder *order, guint n_most, guint n_axes, guint n_scores)
{
  ParleyTop *self = g_new0 (ParleyTop, 1);

  self->order = order;
  self->n_most = n_most;
  self->n_axes = n_axes;
  self->n_scores = n_scores;
  self->heap = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_deal_free);
  return self;
}

void
parley_top_free (ParleyTop *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->heap);
  g_free (self);
}

static ParleyDeal *
deal_at (const ParleyTop *self, guint index)
{
  return g_ptr_array_index (self->heap, index);
}

/* Below 0 when the first deal is better; of two that tie, the earlier in the file. */
static int
compare (const ParleyTop *self,
         const guint *options,
         const ParleyScore *scores,
         const ParleyDeal *than)
{
  int order = parley_order_compare (self->order, than->scores, scores);

  return order != 0 ? order : parley_options_compare (options, than->options, self->n_axes);
}

static gboolean
is_worse (const ParleyTop *self, guint a, guint b)
{
  return compare (self, deal_at (self, a)->options, deal_at (self, a)->scores, deal_at (self, b))
         > 0;
}

static void
swap (ParleyTop *self, guint a, guint b)
{
  gpointer deal = self->heap->pdata[a];

  self->heap->pdata[a] = self->heap->pdata[b];
  self->heap->pdata[b] = deal;
}

static void
sift_up (ParleyTop *self, guint at)
{
  while (at > 0 && is_worse (self, at, (at - 1) / 2))
    {
      swap (self, at, (at - 1) / 2);
      at = (at - 1) / 2;
    }
}

static void
sift_down (ParleyTop *self, guint at)
{
  for (;;)
    {
      guint worst = at;

      for (guint child = 2 * at + 1; child <= 2 * at + 2 && child < self->heap->len; child++)
        if (is_worse (self, child, worst))
          worst = child;
      if (worst == at)
        return;
      swap (self, at, worst);
      at = worst;
    }
}

void
parley_top_offer (ParleyTop *self, const guint *options, const ParleyScore *scores)
{
  if (self->heap->len < self->n_most)
    {
      g_ptr_array_add (self->heap, parley_deal_new (options, self->n_axes, scores, self->n_scores));
      sift_up (self, self->heap->len - 1);
      return;
    }
  if (self->n_most == 0 || compare (self, options, scores, deal_at (self, 0)) >= 0)
    return;
  parley_deal_free (self->heap->pdata[0]);
  self->heap->pdata[0] = parley_deal_new (options, self->n_axes, scores, self->n_scores);
  sift_down (self, 0);
}

static gint
compare_deals (gconstpointer a, gconstpointer b, gpointer data)
{
  const ParleyDeal *deal = *(ParleyDeal *const *) a;

  return compare (data, deal->options, deal->scores, *(ParleyDeal *const *) b);
}

GPtrArray *
parley_top_take (ParleyTop *self)
{
  GPtrArray *deals = self->heap;

  g_ptr_array_sort_with_data (deals, compare_deals, self);
  self->heap = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_deal_free);
  return deals;
}
