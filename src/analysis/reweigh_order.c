/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/reweigh_part.h"

/* In what order issues are taken: by what they weigh, and of those that weigh the same the one that
 * helps most comes first. */
typedef struct
{
  const ParleyReweighTask *task;
  const ParleyCorner      *corner;
  ParleyReweighWay         way;
} Order;

static gint
compare_issues (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *self = data;
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;
  int order = mpq_cmp (self->task->shares[y], self->task->shares[x]);

  if (order != 0)
    return order;
  order = mpq_cmp (self->corner->values[y], self->corner->values[x]);
  if (self->way == PARLEY_REWEIGH_LOWER)
    order = -order;
  return order != 0 ? order : (x < y ? -1 : 1);
}

/* Weights in that order are a mixture of those that are the same for the first issues and nothing
 * for the others, so one of these does best. */
gboolean
parley_reweigh_order (const ParleyReweighTask *task,
                      const ParleyCorner      *corner,
                      ParleyReweighWay         way)
{
  Order self = { task, corner, way };
  g_autofree guint *order = g_memdup2 (task->issues, task->n * sizeof *order);
  gboolean turns = FALSE;
  mpq_t sum, margin, n;

  mpq_inits (sum, margin, n, NULL);
  g_qsort_with_data (order, (gint) task->n, sizeof *order, compare_issues, &self);
  for (guint i = 0; i < task->n && mpq_sgn (task->shares[order[i]]) > 0 && !turns; i++)
    {
      mpq_add (sum, sum, corner->values[order[i]]);
      mpq_set_ui (n, i + 1, 1);
      mpq_div (margin, sum, n);
      mpq_add (margin, margin, corner->points);
      turns = way == PARLEY_REWEIGH_RAISE ? mpq_cmp (margin, task->reservation) >= 0
                                          : mpq_cmp (margin, task->reservation) < 0;
    }
  mpq_clears (sum, margin, n, NULL);
  return turns;
}
