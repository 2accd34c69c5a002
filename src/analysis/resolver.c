/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/resolver.h"

#include "analysis/cover.h"
#include "analysis/resolver_part.h"

/* What deals are judged by */

gboolean
parley_resolver_is_scored_by (const ParleyResolver *self, guint party)
{
  return parley_draws_reservation_at (self->draws, party, self->draws->scenario->as_of) >= 0;
}

static void
add_demand (ParleyResolver *self, guint party, gboolean objective, gboolean marked)
{
  ParleyResolverDemand demand
      = { party, parley_resolver_is_scored_by (self, party) && !(objective && marked),
          marked && !objective };

  if (demand.marked)
    demand.floored = TRUE;
  g_array_append_val (self->demands, demand);
}

/* Whether the party is one of those whose scores make the frontier (search.h). */
static gboolean
negotiates (const ParleyParty *party)
{
  return party->role == PARLEY_ROLE_PARTY && parley_party_is_scored (party);
}

static void
find_demands (ParleyResolver *self)
{
  const ParleyScenario *scenario = self->draws->scenario;

  for (guint p = 0; p < scenario->parties->len; p++)
    if (negotiates (parley_scenario_party (scenario, p)))
      add_demand (self, p, TRUE, parley_scenario_party (scenario, p)->needed_when != NULL);
  self->n_objectives = self->demands->len;
  for (guint p = 0; p < scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (scenario, p);
      gboolean marked = party->needed_when != NULL;

      if (!parley_party_decides (party))
        continue;
      if (!marked)
        self->plain |= (guint64) 1 << p;
      if (marked || (!negotiates (party) && parley_resolver_is_scored_by (self, p)))
        add_demand (self, p, FALSE, marked);
    }
}

/* Choices worth a look */

/* Whether, for one party, @a is as good as @b whatever is drawn. */
static gboolean
covers_for (const ParleyFormBlock *block, guint a, guint b)
{
  if ((block->crossed[a] & ~block->crossed[b]) != 0 || block->waived[a] < block->waived[b])
    return FALSE;
  for (guint i = 0; i < block->n_items; i++)
    if (block->holds[(gsize) a * block->n_items + i]
        != block->holds[(gsize) b * block->n_items + i])
      return FALSE;
  for (guint i = 0; i < block->n_issues; i++)
    if (block->values[(gsize) a * block->n_issues + i]
        < block->values[(gsize) b * block->n_issues + i])
      return FALSE;
  return TRUE;
}

/* A block for all parties. */
typedef struct
{
  const ParleyResolver *resolver;
  guint                 block;
} Looking;

static gboolean
covers (guint a, guint b, gconstpointer data)
{
  const Looking *self = data;

  for (guint p = 0; p < self->resolver->forms->len; p++)
    {
      const ParleyFormBlock *form = parley_resolver_block (self->resolver, p, self->block);

      if (form != NULL && !covers_for (form, a, b))
        return FALSE;
    }
  return TRUE;
}

static GArray *
kept_new (const ParleyResolver *self, guint block)
{
  const ParleyCombos *combos = g_ptr_array_index (self->combos, block);
  gboolean compare = combos->n <= PARLEY_COVER_MOST && !parley_draws_move_values (self->draws);
  const Looking looking = { self, block };
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint c = 0; c < combos->n; c++)
    if (compare)
      parley_cover_add (kept, c, covers, &looking);
    else
      g_array_append_val (kept, c);
  return kept;
}

static guint
width_of (const ParleyResolver *self, guint block)
{
  return ((const GArray *) g_ptr_array_index (self->kept, block))->len;
}

/* Fronts are joined from the last layer on, when there is little to join: there stands the widest
 * block. */
static gint
compare_widths (gconstpointer a, gconstpointer b, gpointer data)
{
  const ParleyResolver *self = data;
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;
  guint x = width_of (self, one);
  guint y = width_of (self, other);

  if (x != y)
    return x < y ? -1 : 1;
  return one < other ? -1 : one > other;
}

ParleyResolver *
parley_resolver_new (const ParleyDraws *draws, GPtrArray *combos)
{
  ParleyResolver *self = g_new0 (ParleyResolver, 1);

  self->draws = draws;
  self->combos = combos;
  self->space = ((const ParleyCombos *) g_ptr_array_index (combos, 0))->space;
  self->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_form_free);
  self->demands = g_array_new (FALSE, FALSE, sizeof (ParleyResolverDemand));
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->blocks = g_new (guint, combos->len);
  find_demands (self);
  for (guint p = 0; p < draws->scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (draws->scenario, p);
      gboolean counts = parley_party_decides (party) || negotiates (party);

      g_ptr_array_add (self->forms, counts ? parley_form_new (draws, p, combos) : NULL);
    }
  for (guint b = 0; b < combos->len; b++)
    {
      g_ptr_array_add (self->kept, kept_new (self, b));
      self->blocks[b] = b;
    }
  g_qsort_with_data (self->blocks, (gint) combos->len, sizeof (guint), compare_widths, self);
  return self;
}

void
parley_resolver_free (ParleyResolver *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->forms);
  g_array_unref (self->demands);
  g_ptr_array_unref (self->kept);
  g_free (self->blocks);
  g_free (self);
}

/* One draw */

static void
refresh (ParleyResolver *self, const ParleyDraw *draw)
{
  for (guint p = 0; p < self->forms->len; p++)
    if (g_ptr_array_index (self->forms, p) != NULL)
      parley_form_refresh (g_ptr_array_index (self->forms, p), self->combos, draw);
}

/* Whether surpluses alone say what is a better deal: all are to be above zero, and nothing else
 * counts in them. */
static gboolean
can_be_bounded (const ParleyResolver *self)
{
  for (guint d = 0; d < self->demands->len; d++)
    if (!parley_resolver_demand (self, d)->floored || parley_resolver_demand (self, d)->marked)
      return FALSE;
  return self->n_objectives > 0;
}

/* Looks for the Nash deal of what @posed leaves. */
static gboolean
search (const ParleyResolver *self,
        const ParleyDraw     *draw,
        const ParleyPosed    *posed,
        ParleySolved         *solved,
        GError              **error)
{
  g_autoptr(ParleyFronts) fronts = parley_fronts_new (
      posed->view, posed->diagram, parley_budget_points (PARLEY_BUDGET_DEFAULT), error);

  if (fronts == NULL)
    return FALSE;
  solved->exists = parley_fronts_whole (fronts)->n > 0;
  if (solved->exists)
    parley_resolver_pick (self, draw, fronts, posed->numbers, solved);
  return TRUE;
}

gboolean
parley_resolver_solve (ParleyResolver   *self,
                       const ParleyDraw *draw,
                       ParleyTrail      *trail,
                       ParleySolved     *solved,
                       GError          **error)
{
  g_autoptr(GPtrArray) numbers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr(ParleyView) view = parley_resolver_view (self, draw);
  g_autoptr(ParleyDiagram) diagram = NULL;
  ParleyResolverBound bound = { 0 };
  ParleyPosed posed = { view, NULL, numbers, self->blocks };
  gboolean fine = FALSE;

  *solved = (ParleySolved){ .scores = g_new0 (gint64, MAX (1, draw->n_parties)),
                            .choices = g_new0 (guint, self->combos->len) };
  refresh (self, draw);
  posed.diagram = diagram = parley_resolver_diagram (self, draw, numbers);
  if (trail != NULL && !diagram->empty && can_be_bounded (self))
    parley_resolver_bound (&posed, trail, &bound);
  fine = search (self, draw, &posed, solved, error);
  if (fine && solved->exists && trail != NULL)
    parley_trail_add (trail, solved->choices, self->combos->len);
  parley_resolver_bound_clear (&bound);
  return fine;
}

void
parley_solved_clear (ParleySolved *self)
{
  g_clear_pointer (&self->options, g_free);
  g_clear_pointer (&self->choices, g_free);
  g_clear_pointer (&self->scores, g_free);
}
