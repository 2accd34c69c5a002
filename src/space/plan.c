/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/plan.h"

/* Of arcs. A diagram of this size costs no time worth saving. */
#define SMALL_DIAGRAM 20000

/* What ties axes together in a view: the axes of one condition or derived issue, two or more. */
typedef struct
{
  const guint *axes;
  guint        n_axes;
  guint        n_left; /* not chosen yet */
} Tie;

/**
 * All ties of a view, and which of them each axis is in. Whichever axis is chosen next, those that
 * are open (begun and not ended) now are the same, so only the difference that it makes is kept.
 */
typedef struct
{
  GArray *ties;    /* of Tie */
  guint  *of_axis; /* which ties: those of one axis behind those of another */
  guint  *first;   /* [axis]: where they begin in @of_axis; one more at the end */
  int    *opens;   /* [axis]: how many more are open with it; of no meaning once it is chosen */
} Ties;

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

static Tie *
tie_at (const Ties *self, guint index)
{
  return &g_array_index (self->ties, Tie, index);
}

/* What choosing another of its axes does: begins it, ends it, or neither. */
static int
effect_of (const Tie *tie)
{
  return tie->n_left == tie->n_axes ? 1 : tie->n_left == 1 ? -1 : 0;
}

/* Counts in @first, one place ahead, how many ties each axis is in, and adds up. */
static void
find_firsts (Ties *self, guint n_axes)
{
  self->first = g_new0 (guint, (gsize) n_axes + 1);
  for (guint t = 0; t < self->ties->len; t++)
    for (guint i = 0; i < tie_at (self, t)->n_axes; i++)
      self->first[tie_at (self, t)->axes[i] + 1]++;
  for (guint a = 0; a < n_axes; a++)
    self->first[a + 1] += self->first[a];
}

static void
ties_init (Ties *self, const ParleyView *view)
{
  guint n_axes = view->space->domain->n_axes;
  g_autofree guint *next = NULL;

  self->ties = find_ties (view);
  find_firsts (self, n_axes);
  self->of_axis = g_new (guint, MAX (1, self->first[n_axes]));
  self->opens = g_new0 (int, n_axes);
  next = g_memdup2 (self->first, n_axes * sizeof *next);
  for (guint t = 0; t < self->ties->len; t++)
    for (guint i = 0; i < tie_at (self, t)->n_axes; i++)
      {
        guint axis = tie_at (self, t)->axes[i];

        self->of_axis[next[axis]++] = t;
        self->opens[axis] += effect_of (tie_at (self, t));
      }
}

static void
ties_clear (Ties *self)
{
  g_array_unref (self->ties);
  g_free (self->of_axis);
  g_free (self->first);
  g_free (self->opens);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ties, ties_clear)

static void
choose (Ties *self, guint axis)
{
  for (guint i = self->first[axis]; i < self->first[axis + 1]; i++)
    {
      Tie *tie = tie_at (self, self->of_axis[i]);
      int change = -effect_of (tie);

      tie->n_left--;
      change += effect_of (tie);
      for (guint k = 0; k < tie->n_axes && change != 0; k++)
        self->opens[tie->axes[k]] += change;
    }
}

/* Whether @axis is better next than @best (G_MAXUINT: none so far). */
static gboolean
is_better (const Ties *ties, const ParleyDomain *domain, guint axis, guint best)
{
  return best == G_MAXUINT || ties->opens[axis] < ties->opens[best]
         || (ties->opens[axis] == ties->opens[best]
             && domain->axes[axis].n_options < domain->axes[best].n_options);
}

/* The fewest open conditions first: as long as one is open, that stays within its block. */
static void
fill_order (const ParleyDomain *domain, Ties *ties, gboolean *chosen, guint from, guint *order)
{
  for (guint place = from; place < domain->n_axes; place++)
    {
      guint best = G_MAXUINT;

      for (guint a = 0; a < domain->n_axes; a++)
        if (!chosen[a] && is_better (ties, domain, a, best))
          best = a;
      order[place] = best;
      chosen[best] = TRUE;
      choose (ties, best);
    }
}

void
parley_plan_narrow_order (const ParleyView *view, guint *order)
{
  parley_plan_order_from (view, NULL, 0, order);
}

void
parley_plan_order_from (const ParleyView *view, const guint *first, guint n_first, guint *order)
{
  const ParleyDomain *domain = view->space->domain;
  g_auto(Ties) ties = { 0 };
  g_autofree gboolean *chosen = g_new0 (gboolean, domain->n_axes);

  ties_init (&ties, view);
  for (guint i = 0; i < n_first; i++)
    {
      order[i] = first[i];
      chosen[first[i]] = TRUE;
      choose (&ties, first[i]);
    }
  fill_order (domain, &ties, chosen, n_first, order);
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

  for (guint a = 0; a < view->space->domain->n_axes; a++)
    order[a] = a;
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
