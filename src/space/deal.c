/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/deal.h"

ParleyDeal *
parley_deal_new (const ParleySpace *space, GPtrArray *utilities, const guint *options)
{
  ParleyDeal *self = g_new (ParleyDeal, 1);

  self->options = g_memdup2 (options, space->domain->n_axes * sizeof *options);
  self->scores = g_new0 (ParleyScore, utilities->len);
  parley_evaluate (space, utilities, options, self->scores);
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

gboolean
parley_deal_is_acceptable (const ParleySpace *space, GPtrArray *utilities, const ParleyDeal *deal)
{
  g_autofree ParleyScore *scores = g_new (ParleyScore, utilities->len);
  ParleyTuple tuple = parley_evaluate (space, utilities, deal->options, scores);

  for (guint p = 0; p < space->scenario->parties->len; p++)
    if (parley_tuple_blocks (space, utilities, &tuple, p))
      return FALSE;
  return TRUE;
}

int
parley_options_compare (const guint *a, const guint *b, guint n_axes)
{
  for (guint i = 0; i < n_axes; i++)
    if (a[i] != b[i])
      return a[i] < b[i] ? -1 : 1;
  return 0;
}

static gint
compare_options (gconstpointer a, gconstpointer b, gpointer n_axes)
{
  return parley_options_compare (*(guint *const *) a, *(guint *const *) b,
                                 GPOINTER_TO_UINT (n_axes));
}

void
parley_options_sort (GPtrArray *deals, guint n_axes)
{
  g_ptr_array_sort_with_data (deals, compare_options, GUINT_TO_POINTER (n_axes));
}

typedef struct
{
  const ParleyOrder *order;
  guint              n_axes;
} Sorting;

static gint
compare_deals (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *sorting = data;
  const ParleyDeal *x = *(ParleyDeal *const *) a;
  const ParleyDeal *y = *(ParleyDeal *const *) b;
  int order = parley_order_compare (sorting->order, y->scores, x->scores);

  return order != 0 ? order : parley_options_compare (x->options, y->options, sorting->n_axes);
}

void
parley_deals_sort (GPtrArray *deals, const ParleyOrder *order, guint n_axes)
{
  Sorting sorting = { order, n_axes };

  g_ptr_array_sort_with_data (deals, compare_deals, &sorting);
}
