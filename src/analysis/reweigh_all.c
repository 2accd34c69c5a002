/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/programme.h"
#include "analysis/reweigh_part.h"

/* All completions: numbers 0 to n - 1 are what shares gain, n to 2n - 1 what they lose, and 2n by
 * how much completions may fall short of turning by a point. */
typedef struct
{
  const ParleyReweighTask *task;
  const ParleyCorners     *corners;
  ParleyReweighWay         way;
  gboolean                 beyond; /* they are to turn by a point */
  guint                    n_numbers;
  mpq_t                   *row;
} All;

static void
clear_row (All *self)
{
  for (guint i = 0; i < self->n_numbers; i++)
    mpq_set_ui (self->row[i], 0, 1);
}

/* What is gained is lost elsewhere, and no issue loses more than it has. */
static void
add_bounds (All *self, ParleyProgramme *programme)
{
  guint n = self->task->n;
  mpq_t zero;

  mpq_init (zero);
  for (int sign = -1; sign <= 1; sign += 2)
    {
      clear_row (self);
      for (guint i = 0; i < n; i++)
        {
          mpq_set_si (self->row[i], sign, 1);
          mpq_set_si (self->row[n + i], -sign, 1);
        }
      parley_programme_add_row (programme, self->row, zero);
    }
  for (guint i = 0; i < n; i++)
    {
      clear_row (self);
      mpq_set_ui (self->row[n + i], 1, 1);
      parley_programme_add_row (programme, self->row, self->task->shares[self->task->issues[i]]);
    }
  mpq_clear (zero);
}

/* The completion of @corner is to turn. */
static void
add_corner (All *self, ParleyProgramme *programme, const ParleyCorner *corner)
{
  guint n = self->task->n;
  mpq_t limit, one;

  mpq_inits (limit, one, NULL);
  mpq_set_ui (one, 1, 1);
  clear_row (self);
  parley_reweigh_margin (self->task, corner, self->task->shares, limit);
  if (self->way == PARLEY_REWEIGH_LOWER)
    mpq_neg (limit, limit);
  if (self->beyond)
    mpq_sub (limit, limit, one);
  for (guint i = 0; i < n; i++)
    {
      mpq_srcptr value = corner->values[self->task->issues[i]];

      mpq_set (self->row[i], value);
      mpq_set (self->row[n + i], value);
      mpq_neg (self->way == PARLEY_REWEIGH_RAISE ? self->row[i] : self->row[n + i], value);
    }
  if (self->beyond)
    mpq_set_si (self->row[2 * (gsize) n], -1, 1);
  parley_programme_add_row (programme, self->row, limit);
  mpq_clears (limit, one, NULL);
}

static void
set_after (const All *self, mpq_t *numbers, mpq_t *after)
{
  const ParleyReweighTask *task = self->task;

  for (guint i = 0; i < task->n; i++)
    {
      mpq_ptr share = after[task->issues[i]];

      mpq_add (share, task->shares[task->issues[i]], numbers[i]);
      mpq_sub (share, share, numbers[task->n + i]);
    }
}

/* The completion that is farthest from having turned under @shares. Returns: (nullable): NULL when
 * all have. */
static const ParleyCorner *
find_worst (const All *self, mpq_t *shares, mpq_srcptr leave)
{
  const ParleyCorner *worst = NULL;
  mpq_t margin, least;

  mpq_inits (margin, least, NULL);
  mpq_neg (least, leave);
  for (guint i = 0; i < self->corners->corners->len; i++)
    {
      const ParleyCorner *corner = parley_corners_get (self->corners, i);

      parley_reweigh_margin (self->task, corner, shares, margin);
      if (self->way == PARLEY_REWEIGH_LOWER)
        mpq_neg (margin, margin);
      if (mpq_cmp (margin, least) >= 0)
        continue;
      mpq_set (least, margin);
      worst = corner;
    }
  mpq_clears (margin, least, NULL);
  return worst;
}

/* Sets @leave to by how much completions may stay behind with @numbers. */
static void
set_leave (const All *self, mpq_t *numbers, mpq_ptr leave)
{
  mpq_t one;

  mpq_init (one);
  mpq_set_ui (leave, 0, 1);
  if (self->beyond)
    {
      mpq_set_ui (one, 1, 1);
      mpq_sub (leave, numbers[2 * (gsize) self->task->n], one);
    }
  mpq_clear (one);
}

/* Adds completions until all have turned. */
static gboolean
solve (All *self, ParleyProgramme *programme, mpq_t *numbers, mpq_t *after)
{
  const ParleyCorner *worst = NULL;
  gboolean possible = TRUE;
  mpq_t leave;

  mpq_init (leave);
  add_bounds (self, programme);
  while (possible)
    {
      possible = parley_programme_solve (programme, numbers);
      if (!possible)
        break;
      set_after (self, numbers, after);
      set_leave (self, numbers, leave);
      worst = find_worst (self, after, leave);
      if (worst == NULL)
        break;
      add_corner (self, programme, worst);
    }
  mpq_clear (leave);
  return possible;
}

/* Least change with costs on what is lost, or, to go beyond, on what is left to turn. Sets @cost.
 */
static gboolean
minimize (All *self, mpq_t *after, mpq_ptr cost)
{
  mpq_t *costs = parley_exact_array_new (self->n_numbers);
  mpq_t *numbers = parley_exact_array_new (self->n_numbers);
  g_autoptr(ParleyProgramme) programme = NULL;
  gboolean possible = FALSE;

  for (guint i = self->beyond ? 2 * self->task->n : self->task->n; i < self->n_numbers; i++)
    mpq_set_ui (costs[i], 1, 1);
  programme = parley_programme_new (self->n_numbers, costs, NULL);
  self->row = parley_exact_array_new (self->n_numbers);
  possible = solve (self, programme, numbers, after);
  mpq_set_ui (cost, 0, 1);
  for (guint i = 0; possible && i < self->n_numbers; i++)
    if (mpq_sgn (costs[i]) > 0)
      mpq_add (cost, cost, numbers[i]);
  parley_exact_array_free (self->row, self->n_numbers);
  parley_exact_array_free (costs, self->n_numbers);
  parley_exact_array_free (numbers, self->n_numbers);
  return possible;
}

/* To fall below 0, and not just to 0, some weights must take all completions below; that those
 * with the least change come close to does not say that any do. */
gboolean
parley_reweigh_all (const ParleyReweighTask *task,
                    const ParleyCorners     *corners,
                    ParleyReweighWay         way,
                    mpq_t                   *after,
                    mpq_ptr                  moved)
{
  All self = { task, corners, way, TRUE, 2 * task->n + 1, NULL };
  gboolean possible = TRUE;

  if (way == PARLEY_REWEIGH_LOWER)
    possible = minimize (&self, after, moved) && mpq_cmp_ui (moved, 1, 1) < 0;
  self.beyond = FALSE;
  self.n_numbers = 2 * task->n;
  return possible && minimize (&self, after, moved);
}
