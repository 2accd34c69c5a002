/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/pairs_plan.h"

#include "base/error.h"
#include "space/meeting.h"
#include "space/plan.h"

/* All splits together may be as much work as so many counts of the largest. */
#define SPLITS_AT_MOST 4

/* How large the diagram of an order may be that need not be taken. */
#define ARCS_OF_A_TRY 200000

#define NO_SPLIT 0

/* A split that could be taken next. */
typedef struct
{
  guint *order;
  guint  n_before;
  guint  cut;   /* where it turns out to be */
  gsize  work;  /* G_MAXSIZE: it is too much */
  guint  n_new; /* pairs that are on a side here and in no split yet */
} Candidate;

static void
split_clear (gpointer data)
{
  ParleySplit *self = data;

  g_free (self->order);
}

static ParleyPairsPlan *
plan_alloc (guint n_axes)
{
  ParleyPairsPlan *self = g_new0 (ParleyPairsPlan, 1);

  self->n_axes = n_axes;
  self->splits = g_array_new (FALSE, FALSE, sizeof (ParleySplit));
  g_array_set_clear_func (self->splits, split_clear);
  self->split_of = g_new0 (guint, (gsize) n_axes * n_axes);
  return self;
}

void
parley_pairs_plan_free (ParleyPairsPlan *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->splits);
  g_free (self->split_of);
  g_free (self);
}

static guint *
entry_of (const ParleyPairsPlan *self, guint axis, guint other)
{
  return &self->split_of[(gsize) axis * self->n_axes + other];
}

static gboolean
is_open (const ParleyPairsPlan *self, guint axis, guint other)
{
  return axis != other && *entry_of (self, axis, other) == NO_SPLIT;
}

/* Whether two places of an order are on the same side of a cut. */
static gboolean
same_side (guint place, guint other, guint cut)
{
  return (place < cut) == (other < cut);
}

static guint
count_new (const ParleyPairsPlan *self, const guint *order, guint cut)
{
  guint n = 0;

  for (guint i = 0; i < self->n_axes; i++)
    for (guint j = i + 1; j < self->n_axes; j++)
      n += (guint) (same_side (i, j, cut) && is_open (self, order[i], order[j]));
  return n;
}

/* Finds out what a candidate costs and brings. Takes @order. */
static Candidate
try_order (const ParleyPairsPlan *self,
           const ParleyView      *floors,
           guint                 *order,
           guint                  n_before,
           gsize                  max_arcs)
{
  Candidate candidate = { order, n_before, 0, G_MAXSIZE, 0 };
  g_autoptr(ParleyDiagram) diagram = parley_diagram_new (floors, order, max_arcs, NULL);
  g_autoptr(ParleyMeeting) meeting = NULL;

  if (diagram != NULL && !diagram->empty)
    meeting = parley_meeting_new_behind (floors, diagram, n_before);
  if (meeting == NULL)
    return candidate;
  candidate.cut = meeting->cut;
  candidate.work = parley_meeting_work (meeting);
  candidate.n_new = count_new (self, order, meeting->cut);
  return candidate;
}

static gboolean
is_better (const Candidate *candidate, const Candidate *best)
{
  if (candidate->n_new == 0 || candidate->work == G_MAXSIZE)
    return FALSE;
  return best->order == NULL || candidate->work * best->n_new < best->work * candidate->n_new;
}

/* Keeps the better one; frees the other. */
static void
consider (Candidate candidate, Candidate *best)
{
  gboolean better = is_better (&candidate, best);

  g_free (better ? best->order : candidate.order);
  if (better)
    *best = candidate;
}

/* The axis that would be on a side with the most of those chosen for the first time. Among
 * equals, the first of @narrow. */
static guint
find_next (const ParleyPairsPlan *self, const guint *narrow, const guint *chosen, guint n_chosen)
{
  guint best = 0;
  guint most = 0;
  gboolean found = FALSE;

  for (guint place = 0; place < self->n_axes; place++)
    {
      guint n = 0;
      gboolean taken = FALSE;

      for (guint i = 0; i < n_chosen; i++)
        {
          n += (guint) is_open (self, narrow[place], chosen[i]);
          taken |= narrow[place] == chosen[i];
        }
      if (taken || (found && n <= most))
        continue;
      best = narrow[place];
      most = n;
      found = TRUE;
    }
  return best;
}

static gsize
multiply (gsize a, gsize b)
{
  return a > G_MAXSIZE / b ? G_MAXSIZE : a * b;
}

/* The number of combinations of options of the axes that are chosen, or are not. */
static gsize
count_ways (const ParleyDomain *domain, const guint *chosen, guint n_chosen, gboolean of_chosen)
{
  gsize product = 1;

  for (guint a = 0; a < domain->n_axes; a++)
    {
      gboolean taken = FALSE;

      for (guint i = 0; i < n_chosen; i++)
        taken |= chosen[i] == a;
      if (taken == of_chosen)
        product = multiply (product, domain->axes[a].n_options);
    }
  return product;
}

/* Adds axes to those chosen until they are half of the way. Returns: how many are chosen. */
static guint
gather (const ParleyPairsPlan *self, const ParleyDomain *domain, const guint *narrow, guint *chosen)
{
  guint n = 2;

  while (n < self->n_axes
         && count_ways (domain, chosen, n, TRUE) < count_ways (domain, chosen, n, FALSE))
    {
      chosen[n] = find_next (self, narrow, chosen, n);
      n++;
    }
  return n;
}

static Candidate
try_gathered (const ParleyPairsPlan *self, const ParleyView *floors, const guint *pair)
{
  g_autofree guint *narrow = g_new (guint, self->n_axes);
  g_autofree guint *chosen = g_new (guint, self->n_axes);
  guint *order = g_new (guint, self->n_axes);
  guint n = 0;

  chosen[0] = pair[0];
  chosen[1] = pair[1];
  parley_plan_narrow_order (floors, narrow);
  n = gather (self, floors->space->domain, narrow, chosen);
  parley_plan_order_from (floors, chosen, n, order);
  return try_order (self, floors, order, n, ARCS_OF_A_TRY);
}

static Candidate
try_pair (const ParleyPairsPlan *self, const ParleyView *floors, const guint *pair, gsize max_arcs)
{
  guint *order = g_new (guint, self->n_axes);

  parley_plan_order_from (floors, pair, 2, order);
  return try_order (self, floors, order, 2, max_arcs);
}

static Candidate
try_narrow (const ParleyPairsPlan *self, const ParleyView *floors)
{
  guint *order = g_new (guint, self->n_axes);

  parley_plan_narrow_order (floors, order);
  return try_order (self, floors, order, 0, ARCS_OF_A_TRY);
}

/* The split to take for @pair. Returns: without an order when there is none. */
static Candidate
find_split (const ParleyPairsPlan *self, const ParleyView *floors, const guint *pair)
{
  Candidate best = { NULL, 0, 0, G_MAXSIZE, 0 };

  consider (try_narrow (self, floors), &best);
  consider (try_gathered (self, floors, pair), &best);
  consider (try_pair (self, floors, pair, ARCS_OF_A_TRY), &best);
  if (best.order == NULL)
    consider (try_pair (self, floors, pair, parley_budget_arcs (floors->memory)), &best);
  return best;
}

/* Takes the order of @candidate. */
static void
add_split (ParleyPairsPlan *self, const Candidate *candidate)
{
  ParleySplit split = { candidate->order, candidate->n_before };

  for (guint i = 0; i < self->n_axes; i++)
    for (guint j = 0; j < self->n_axes; j++)
      if (same_side (i, j, candidate->cut) && is_open (self, split.order[i], split.order[j]))
        *entry_of (self, split.order[i], split.order[j]) = self->splits->len + 1;
  g_array_append_val (self->splits, split);
}

/* The first pair without a split. Returns: FALSE when each has one. */
static gboolean
find_pair (const ParleyPairsPlan *self, guint *pair)
{
  for (pair[0] = 0; pair[0] < self->n_axes; pair[0]++)
    for (pair[1] = pair[0] + 1; pair[1] < self->n_axes; pair[1]++)
      if (is_open (self, pair[0], pair[1]))
        return TRUE;
  return FALSE;
}

/* Whether no deal meets the demands. FALSE with @error set when that cannot be said. */
static gboolean
is_empty (const ParleyView *floors, GError **error)
{
  g_autoptr(ParleyDiagram) diagram = parley_plan_narrow_diagram (floors, error);

  return diagram != NULL && diagram->empty;
}

ParleyPairsPlan *
parley_pairs_plan_new (const ParleyView *floors, GError **error)
{
  g_autoptr(ParleyPairsPlan) self = plan_alloc (floors->space->domain->n_axes);
  g_autoptr(GError) why = NULL;
  gsize work = 0;
  guint pair[2];

  if (is_empty (floors, &why))
    return g_steal_pointer (&self);
  while (why == NULL && find_pair (self, pair))
    {
      Candidate split = find_split (self, floors, pair);

      work = split.order == NULL ? G_MAXSIZE : parley_ways_add (work, split.work);
      if (work > SPLITS_AT_MOST * parley_budget_all_ways (floors->memory))
        {
          g_free (split.order);
          g_set_error (&why, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
                       "more deals than can be mapped for all pairs of issues");
          break;
        }
      add_split (self, &split);
    }
  if (why == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&why));
  return NULL;
}
