/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/corners.h"

#include <string.h>

/* What is gone through: for each node the corners of what can follow it, as rows of whole numbers:
 * steps of the values of each issue, then those of the adjustments. */
typedef struct
{
  const ParleyOutline *outline;
  const ParleyValues  *values;
  const ParleyUtility *utility;
  gboolean             highest;
  gboolean             every; /* all that differ */
  guint                n; /* numbers in a row */
} Walk;

/* Rows of numbers, none of which is beaten by another. */
typedef struct
{
  guint   n_rows;
  GArray *numbers; /* of ParleyScore */
} Front;

static void
front_free (gpointer data)
{
  Front *self = data;

  g_array_unref (self->numbers);
  g_free (self);
}

static Front *
front_new (void)
{
  Front *self = g_new0 (Front, 1);

  self->numbers = g_array_new (FALSE, TRUE, sizeof (ParleyScore));
  return self;
}

static ParleyScore *
row_of (const Walk *walk, const Front *front, guint index)
{
  return &g_array_index (front->numbers, ParleyScore, (gsize) index * walk->n);
}

/* Whether @other is not needed beside @row, which is nowhere worse for its purpose. */
static gboolean
covers (const Walk *walk, const ParleyScore *row, const ParleyScore *other)
{
  for (guint i = 0; i < walk->n; i++)
    if (row[i] != other[i] && (walk->every || (walk->highest != FALSE) == (row[i] < other[i])))
      return FALSE;
  return TRUE;
}

static void
add_row (const Walk *walk, Front *front, const ParleyScore *row)
{
  guint kept = 0;

  for (guint i = 0; i < front->n_rows; i++)
    if (covers (walk, row_of (walk, front, i), row))
      return;
  for (guint i = 0; i < front->n_rows; i++)
    if (!covers (walk, row, row_of (walk, front, i)))
      memmove (row_of (walk, front, kept++), row_of (walk, front, i), walk->n * sizeof *row);
  g_array_set_size (front->numbers, kept * walk->n);
  g_array_append_vals (front->numbers, row, walk->n);
  front->n_rows = kept + 1;
}

/* Adds what an outcome comes to. */
static void
add_outcome (const Walk *walk, guint outcome, guint output, ParleyScore *row)
{
  const ParleySpace *space = walk->outline->view->space;
  const ParleyOutcome *one = parley_view_outcome (walk->outline->view, outcome);
  const ParleyFactor *factor = NULL;

  if (one->kind == PARLEY_OUTCOME_COUPLING && output != 0)
    row[walk->n - 1] += walk->utility->points[one->index];
  if (one->kind != PARLEY_OUTCOME_FACTOR)
    return;
  factor = g_ptr_array_index (space->factors, one->index);
  if (walk->values->of_issue[factor->issue] != NULL)
    row[factor->issue] += walk->values->of_issue[factor->issue]->steps[output];
}

/* Adds what choosing @option at @node brings. */
static void
add_arc (const Walk *walk, guint l, guint node, guint option, ParleyScore *row)
{
  const ParleyLayer *layer = &walk->outline->diagram->layers[l];
  const guint32 *settled = parley_layer_settlement (layer, node, option);
  guint issue = walk->outline->view->space->domain->axes[layer->axis].issue;

  if (walk->values->of_issue[issue] != NULL)
    row[issue] += walk->values->of_issue[issue]->steps[option];
  for (guint i = 0; i < layer->n_outcomes; i++)
    if (settled[i] != 0)
      add_outcome (walk, layer->outcomes[i], settled[i] - 1, row);
}

/* What can follow @node, from what can follow the nodes of the next layer. Returns: (nullable):
 * NULL when that is too much. */
static Front *
front_from (const Walk *walk, guint l, guint node, const GPtrArray *next)
{
  const ParleyLayer *layer = &walk->outline->diagram->layers[l];
  g_autofree ParleyScore *row = g_new (ParleyScore, walk->n);
  Front *front = front_new ();

  for (guint o = 0; o < layer->n_options; o++)
    {
      guint32 child = parley_layer_child (layer, node, o);
      const Front *rest = child == PARLEY_NO_NODE ? NULL : g_ptr_array_index (next, child);

      for (guint i = 0; rest != NULL && i < rest->n_rows; i++)
        {
          memcpy (row, row_of (walk, rest, i), walk->n * sizeof *row);
          add_arc (walk, l, node, o, row);
          add_row (walk, front, row);
          if (front->n_rows > PARLEY_MOST_CORNERS)
            {
              front_free (front);
              return NULL;
            }
        }
    }
  return front;
}

/* Before anything is chosen. Returns: (nullable): NULL when that is too much. */
static GPtrArray *
walk_back (const Walk *walk)
{
  const ParleyDiagram *diagram = walk->outline->diagram;
  g_autoptr(GPtrArray) next = g_ptr_array_new_with_free_func (front_free);
  Front *end = front_new ();

  g_array_set_size (end->numbers, walk->n);
  end->n_rows = 1;
  g_ptr_array_add (next, end);
  for (guint l = diagram->n_layers; l-- > 0;)
    {
      g_autoptr(GPtrArray) fronts = g_ptr_array_new_with_free_func (front_free);

      for (guint node = 0; node < diagram->layers[l].n_nodes; node++)
        {
          Front *front = front_from (walk, l, node, next);

          if (front == NULL)
            return NULL;
          g_ptr_array_add (fronts, front);
        }
      g_ptr_array_unref (next);
      next = g_steal_pointer (&fronts);
    }
  return g_steal_pointer (&next);
}

static void
corner_free (ParleyCorner *self, guint n_issues)
{
  mpq_clear (self->points);
  parley_exact_array_free (self->values, n_issues);
  g_free (self);
}

static ParleyCorner *
corner_new (const Walk *walk, const ParleyScore *row)
{
  ParleyCorner *self = g_new (ParleyCorner, 1);

  self->values = parley_exact_array_new (walk->n - 1);
  for (guint i = 0; i < walk->n - 1; i++)
    {
      const ParleyValueTable *table = walk->values->of_issue[i];

      parley_score_to_integer (row[i], mpq_numref (self->values[i]));
      if (table != NULL)
        mpq_mul (self->values[i], self->values[i], table->unit);
    }
  mpq_init (self->points);
  parley_score_to_exact (row[walk->n - 1], walk->utility->denominator, self->points);
  return self;
}

static void
add_certain (const Walk *walk, ParleyScore *row)
{
  const ParleyDiagram *diagram = walk->outline->diagram;

  for (guint i = 0; i < walk->outline->view->outcomes->len; i++)
    if (diagram->certain[i] != PARLEY_UNDECIDED)
      add_outcome (walk, i, (guint) diagram->certain[i], row);
}

ParleyCorners *
parley_corners_new_empty (guint n_issues)
{
  ParleyCorners *self = g_new0 (ParleyCorners, 1);

  self->n_issues = n_issues;
  self->corners = g_ptr_array_new ();
  return self;
}

static ParleyCorners *
find (const Walk *walk)
{
  g_autoptr(ParleyCorners) self = parley_corners_new_empty (walk->values->n_issues);
  g_autoptr(GPtrArray) fronts = NULL;
  const Front *first = NULL;

  if (!parley_outline_is_feasible (walk->outline))
    return g_steal_pointer (&self);
  fronts = walk_back (walk);
  if (fronts == NULL)
    return NULL;
  first = g_ptr_array_index (fronts, 0);
  for (guint i = 0; i < first->n_rows; i++)
    {
      ParleyScore *row = row_of (walk, first, i);

      add_certain (walk, row);
      g_ptr_array_add (self->corners, corner_new (walk, row));
    }
  return g_steal_pointer (&self);
}

ParleyCorners *
parley_corners_new (const ParleyOutline *outline,
                    const ParleyValues *values,
                    const ParleyUtility *utility,
                    gboolean highest)
{
  const Walk walk = { outline, values, utility, highest, FALSE, values->n_issues + 1 };

  return find (&walk);
}

ParleyCorners *
parley_corners_new_every (const ParleyOutline *outline,
                          const ParleyValues *values,
                          const ParleyUtility *utility)
{
  const Walk walk = { outline, values, utility, FALSE, TRUE, values->n_issues + 1 };

  return find (&walk);
}

void
parley_corners_add_gap (ParleyCorners *self,
                        const ParleyCorner *more,
                        const ParleyCorner *less,
                        mpq_srcptr points)
{
  ParleyCorner *corner = g_new (ParleyCorner, 1);

  corner->values = parley_exact_array_new (self->n_issues);
  for (guint i = 0; i < self->n_issues; i++)
    mpq_sub (corner->values[i], more->values[i], less->values[i]);
  mpq_init (corner->points);
  mpq_sub (corner->points, more->points, less->points);
  mpq_add (corner->points, corner->points, points);
  g_ptr_array_add (self->corners, corner);
}

void
parley_corners_free (ParleyCorners *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->corners->len; i++)
    corner_free (g_ptr_array_index (self->corners, i), self->n_issues);
  g_ptr_array_unref (self->corners);
  g_free (self);
}

const ParleyCorner *
parley_corners_get (const ParleyCorners *self, guint index)
{
  return g_ptr_array_index (self->corners, index);
}

GPtrArray *
parley_corners_to_doubles (const ParleyCorners *self, const guint *issues, guint n)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);

  for (guint c = 0; c < self->corners->len; c++)
    {
      const ParleyCorner *corner = parley_corners_get (self, c);
      double *row = g_new (double, n + 1);

      for (guint i = 0; i < n; i++)
        row[i] = parley_exact_to_double (corner->values[issues[i]]);
      row[n] = parley_exact_to_double (corner->points);
      g_ptr_array_add (rows, row);
    }
  return rows;
}
