/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/plan.h"

/* Of arcs. A diagram of this size costs no time worth saving. */
#define SMALL_DIAGRAM 20000

void
parley_plan_file_order (const ParleyView *view, guint *order)
{
  for (guint a = 0; a < view->space->domain->n_axes; a++)
    order[a] = a;
}

/* What ties axes together in a view: the axes of one condition or derived issue. */
typedef struct
{
  const guint *axes;
  guint        n_axes;
  guint        n_left; /* not chosen yet */
} Tie;

static gboolean
matters (const ParleyView *view, guint coupling)
{
  const ParleyCoupling *one = g_ptr_array_index (view->space->couplings, coupling);

  if (view->demands[coupling] != PARLEY_DEMAND_NONE)
    return TRUE;
  for (guint d = 0; d < view->dims->len; d++)
    if (one->effect == PARLEY_EFFECT_ADJUST && parley_view_utility (view, d)->points[coupling] != 0)
      return TRUE;
  for (guint i = 0; i < view->outcomes->len; i++)
    if (parley_view_outcome_reads (view, i, coupling))
      return TRUE;
  return FALSE;
}

static GArray *
find_ties (const ParleyView *view)
{
  GArray *ties = g_array_new (FALSE, FALSE, sizeof (Tie));

  for (guint c = 0; c < view->space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (view->space->couplings, c);
      Tie tie = { coupling->axes, coupling->n_axes, coupling->n_axes };

      if (tie.n_axes > 1 && matters (view, c))
        g_array_append_val (ties, tie);
    }
  for (guint f = 0; f < view->space->factors->len; f++)
    {
      const ParleyFactor *factor = g_ptr_array_index (view->space->factors, f);
      Tie tie = { factor->axes, factor->n_axes, factor->n_axes };

      if (tie.n_axes > 1)
        g_array_append_val (ties, tie);
    }
  return ties;
}

static gboolean
reads (const Tie *tie, guint axis)
{
  for (guint i = 0; i < tie->n_axes; i++)
    if (tie->axes[i] == axis)
      return TRUE;
  return FALSE;
}

/* How many ties are begun and not ended once @axis is chosen too. */
static guint
n_open_after (const GArray *ties, guint axis)
{
  guint n = 0;

  for (guint t = 0; t < ties->len; t++)
    {
      const Tie *tie = &g_array_index (ties, Tie, t);
      guint left = tie->n_left - (guint) reads (tie, axis);

      n += left > 0 && left < tie->n_axes;
    }
  return n;
}

static void
choose (GArray *ties, guint axis)
{
  for (guint t = 0; t < ties->len; t++)
    {
      Tie *tie = &g_array_index (ties, Tie, t);

      tie->n_left -= (guint) reads (tie, axis);
    }
}

/* Whether an axis that leaves @n conditions open is better next than @best, which leaves
 * @least. */
static gboolean
is_better (const ParleyDomain *domain, guint axis, guint n, guint best, guint least)
{
  return best == G_MAXUINT || n < least
         || (n == least && domain->axes[axis].n_options < domain->axes[best].n_options);
}

/* The fewest open conditions first: as long as one is open, that stays within its block. */
static void
fill_order (const ParleyView *view, GArray *ties, gboolean *chosen, guint from, guint *order)
{
  const ParleyDomain *domain = view->space->domain;

  for (guint place = from; place < domain->n_axes; place++)
    {
      guint best = G_MAXUINT;
      guint least = G_MAXUINT;

      for (guint a = 0; a < domain->n_axes; a++)
        {
          guint n = chosen[a] ? G_MAXUINT : n_open_after (ties, a);

          if (chosen[a] || !is_better (domain, a, n, best, least))
            continue;
          best = a;
          least = n;
        }
      order[place] = best;
      chosen[best] = TRUE;
      choose (ties, best);
    }
}

void
parley_plan_narrow_order (const ParleyView *view, guint *order)
{
  g_autoptr(GArray) ties = find_ties (view);
  g_autofree gboolean *chosen = g_new0 (gboolean, view->space->domain->n_axes);

  fill_order (view, ties, chosen, 0, order);
}

void
parley_plan_order_from (const ParleyView *view, const guint *first, guint n_first, guint *order)
{
  g_autoptr(GArray) ties = find_ties (view);
  g_autofree gboolean *chosen = g_new0 (gboolean, view->space->domain->n_axes);

  for (guint i = 0; i < n_first; i++)
    {
      order[i] = first[i];
      chosen[first[i]] = TRUE;
      choose (ties, first[i]);
    }
  fill_order (view, ties, chosen, n_first, order);
}

static gboolean *
axes_of_block (const ParleySpace *space, guint axis)
{
  gboolean *belongs = g_new0 (gboolean, space->domain->n_axes);

  for (guint b = 0; b < space->blocks->len && !belongs[axis]; b++)
    {
      const ParleyIssueBlock *block = g_ptr_array_index (space->blocks, b);

      memset (belongs, 0, space->domain->n_axes * sizeof *belongs);
      for (guint i = 0; i < block->n_axes; i++)
        belongs[block->axes[i]] = TRUE;
    }
  return belongs;
}

void
parley_plan_order_ending_with (const ParleyView *view, guint axis, guint *order)
{
  guint n_axes = view->space->domain->n_axes;
  g_autofree guint *narrow = g_new (guint, n_axes);
  g_autofree gboolean *belongs = axes_of_block (view->space, axis);
  guint n = 0;

  parley_plan_narrow_order (view, narrow);
  for (guint own = 0; own < 2; own++)
    for (guint place = 0; place < n_axes; place++)
      if (belongs[narrow[place]] == (own == 1) && narrow[place] != axis)
        order[n++] = narrow[place];
  order[n] = axis;
}

ParleyDiagram *
parley_plan_narrow_diagram (const ParleyView *view, GError **error)
{
  g_autofree guint *order = g_new (guint, view->space->domain->n_axes);

  parley_plan_narrow_order (view, order);
  return parley_diagram_new (view, order, parley_budget_arcs (view->memory), error);
}

/* In the narrow order or in that of the view, whichever makes the smaller diagram. Returns:
 * (nullable): NULL when neither has a small one. */
static ParleyDiagram *
small_diagram (const ParleyView *view, const guint *narrow, gsize most_arcs)
{
  gsize few = MIN (most_arcs, SMALL_DIAGRAM);
  ParleyDiagram *diagram = parley_diagram_new (view, narrow, few, NULL);
  ParleyDiagram *other = NULL;

  if (view->order == NULL)
    return diagram;
  if (diagram != NULL)
    few = MIN (few, parley_diagram_n_arcs (diagram));
  other = parley_diagram_new (view, view->order, few, NULL);
  if (other == NULL)
    return diagram;
  if (diagram != NULL)
    parley_diagram_free (diagram);
  return other;
}

ParleyDiagram *
parley_plan_shared_diagram (const ParleyView *view,
                            const guint      *order,
                            ParleyLease      *lease,
                            GError          **error)
{
  gsize most_arcs = parley_budget_arcs (view->memory);
  ParleyDiagram *diagram = parley_diagram_new (view, order, most_arcs / PARLEY_BUDGET_SMALL, NULL);

  if (diagram != NULL)
    return diagram;
  parley_lease_take (lease, view->room, view->memory);
  return parley_diagram_new (view, order, most_arcs, error);
}

ParleyDiagram *
parley_plan_diagram_within (const ParleyView *view,
                            gsize             most_arcs,
                            const ParleyCrew *crew,
                            gboolean         *in_file_order,
                            GError          **error)
{
  g_autofree guint *order = g_new (guint, view->space->domain->n_axes);
  ParleyDiagram *diagram = NULL;

  parley_plan_file_order (view, order);
  diagram = parley_diagram_new (view, order, MIN (most_arcs, SMALL_DIAGRAM), NULL);
  *in_file_order = diagram != NULL;
  if (diagram != NULL)
    return diagram;
  parley_plan_narrow_order (view, order);
  diagram = small_diagram (view, order, most_arcs);
  return diagram != NULL ? diagram : parley_diagram_new_told (view, order, most_arcs, crew, error);
}

ParleyDiagram *
parley_plan_diagram (const ParleyView *view, gboolean *in_file_order, GError **error)
{
  return parley_plan_diagram_within (view, parley_budget_arcs (view->memory), NULL, in_file_order,
                                     error);
}
