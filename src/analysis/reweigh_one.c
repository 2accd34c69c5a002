/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/reweigh_part.h"

/* One completion: weight moves from the issues that gain least to the one that gains most, which is
 * the best that can be done, as the gain of a share is the same wherever it comes from. */
typedef struct
{
  const ParleyReweighTask *task;
  const ParleyCorner      *corner;
  ParleyReweighWay         way;
} Move;

/* What a share is good for on @issue: its value, or what is missing of it. */
static void
set_gain (const Move *self, guint issue, mpq_ptr gain)
{
  mpq_set (gain, self->corner->values[issue]);
  if (self->way == PARLEY_REWEIGH_LOWER)
    mpq_neg (gain, gain);
}

static gint
compare_issues (gconstpointer a, gconstpointer b, gpointer data)
{
  const Move *self = data;
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;
  int order = mpq_cmp (self->corner->values[x], self->corner->values[y]);

  if (self->way == PARLEY_REWEIGH_LOWER)
    order = -order;
  return order != 0 ? order : (x < y ? -1 : 1);
}

/* Of those that gain most the first. Returns: its place in @order. */
static guint
find_sink (const Move *self, const guint *order)
{
  guint sink = self->task->n - 1;

  while (sink > 0
         && mpq_equal (self->corner->values[order[sink - 1]], self->corner->values[order[sink]]))
    sink--;
  return sink;
}

/* Moves what @need takes from @from to @to, or all that is there; updates @need. */
static void
move_from (const Move *self, guint from, guint to, mpq_t *after, mpq_ptr need, mpq_ptr moved)
{
  mpq_t gain, part;

  mpq_inits (gain, part, NULL);
  set_gain (self, to, gain);
  set_gain (self, from, part);
  mpq_sub (gain, gain, part);
  mpq_div (part, need, gain);
  if (mpq_cmp (part, after[from]) > 0)
    mpq_set (part, after[from]);
  mpq_sub (after[from], after[from], part);
  mpq_add (after[to], after[to], part);
  mpq_add (moved, moved, part);
  mpq_mul (part, part, gain);
  mpq_sub (need, need, part);
  mpq_clears (gain, part, NULL);
}

/* Whether a completion with what @issue gains on every issue has turned, @need being what is
 * missing under @shares. */
static gboolean
turns_with_all_on (const Move *self, guint issue)
{
  const ParleyReweighTask *task = self->task;
  gboolean turns = FALSE;
  mpq_t all, margin;

  mpq_inits (all, margin, NULL);
  for (guint i = 0; i < task->n; i++)
    mpq_add (all, all, task->shares[task->issues[i]]);
  mpq_mul (margin, all, self->corner->values[issue]);
  mpq_add (margin, margin, self->corner->points);
  mpq_sub (margin, margin, task->reservation);
  turns = self->way == PARLEY_REWEIGH_RAISE ? mpq_sgn (margin) >= 0 : mpq_sgn (margin) < 0;
  mpq_clears (all, margin, NULL);
  return turns;
}

gboolean
parley_reweigh_one (const ParleyReweighTask *task,
                    const ParleyCorner      *corner,
                    ParleyReweighWay         way,
                    mpq_t                   *after,
                    mpq_ptr                  moved)
{
  Move self = { task, corner, way };
  g_autofree guint *order = g_memdup2 (task->issues, task->n * sizeof *order);
  guint sink = 0;
  mpq_t need;

  g_qsort_with_data (order, (gint) task->n, sizeof *order, compare_issues, &self);
  sink = find_sink (&self, order);
  if (!turns_with_all_on (&self, order[sink]))
    return FALSE;
  mpq_init (need);
  parley_reweigh_margin (task, corner, task->shares, need);
  if (way == PARLEY_REWEIGH_RAISE)
    mpq_neg (need, need);
  mpq_set_ui (moved, 0, 1);
  for (guint i = 0; i < task->n; i++)
    mpq_set (after[task->issues[i]], task->shares[task->issues[i]]);
  for (guint i = 0; i < sink && mpq_sgn (need) > 0; i++)
    move_from (&self, order[i], order[sink], after, need, moved);
  mpq_clear (need);
  return TRUE;
}
