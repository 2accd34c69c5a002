/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/resolver.h"

#include "analysis/resolver_bound.h"

#include <string.h>

#include "space/deal.h"
#include "space/search.h"

/* Beyond so many choices of a block none is left out: finding out which could be takes too long. */
#define MOST_COMPARED 4000

/* More than any score in steps. A crossing takes a score below every reservation, and each block
 * may bring one; a waiver lifts it above all of them. */
#define CROSSED ((ParleyScore) 1 << 64)

/* One score that deals are judged by. */
typedef struct
{
  guint    party;
  gboolean objective;
  gboolean floored; /* it must reach the reservation */
  gboolean marked;  /* crossings and waivers count in it */
} Demand;

struct _ParleyResolver
{
  const ParleyDraws *draws;
  const ParleySpace *space;
  GPtrArray         *combos;
  GPtrArray         *forms;   /* [party] of ParleyForm: NULL for those that decide nothing */
  GArray            *demands; /* of Demand: objectives first */
  guint              n_objectives;
  guint64            plain;  /* bit p: party p must always accept */
  GPtrArray         *kept;   /* [block] of GArray of guint: the choices that are worth a look */
  guint             *blocks; /* [layer]: which block; the widest last */
};

/* What deals are judged by */

static gboolean
is_scored_by (const ParleyResolver *self, guint party)
{
  return parley_draws_reservation_at (self->draws, party, self->draws->scenario->as_of) >= 0;
}

static void
add_demand (ParleyResolver *self, guint party, gboolean objective, gboolean marked)
{
  Demand demand = { party, objective, is_scored_by (self, party) && !(objective && marked),
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
      if (marked || (!negotiates (party) && is_scored_by (self, p)))
        add_demand (self, p, FALSE, marked);
    }
}

/* Choices worth a look */

static const ParleyFormBlock *
form_block (const ParleyResolver *self, guint party, guint block)
{
  const ParleyForm *form = g_ptr_array_index (self->forms, party);

  return form == NULL ? NULL : g_ptr_array_index (form->blocks, block);
}

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

static gboolean
covers (const ParleyResolver *self, guint block, guint a, guint b)
{
  for (guint p = 0; p < self->forms->len; p++)
    {
      const ParleyFormBlock *form = form_block (self, p, block);

      if (form != NULL && !covers_for (form, a, b))
        return FALSE;
    }
  return TRUE;
}

static void
keep (const ParleyResolver *self, guint block, GArray *kept, guint choice)
{
  guint n = 0;

  for (guint i = 0; i < kept->len; i++)
    if (covers (self, block, g_array_index (kept, guint, i), choice))
      return;
  for (guint i = 0; i < kept->len; i++)
    {
      guint other = g_array_index (kept, guint, i);

      if (!covers (self, block, choice, other))
        g_array_index (kept, guint, n++) = other;
    }
  g_array_set_size (kept, n);
  g_array_append_val (kept, choice);
}

static GArray *
kept_new (const ParleyResolver *self, guint block)
{
  const ParleyCombos *combos = g_ptr_array_index (self->combos, block);
  gboolean compare = combos->n <= MOST_COMPARED && !parley_draws_move_values (self->draws);
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint c = 0; c < combos->n; c++)
    if (compare)
      keep (self, block, kept, c);
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
  self->demands = g_array_new (FALSE, FALSE, sizeof (Demand));
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

static gint64
reservation_of (const ParleyResolver *self, const ParleyDraw *draw, guint party)
{
  int at = parley_draws_reservation_at (self->draws, party, self->draws->scenario->as_of);

  return at < 0 ? 0 : draw->parties[party].reservations[at] * draw->parties[party].weight_sum;
}

static ParleyView *
view_new (const ParleyResolver *self, const ParleyDraw *draw)
{
  ParleyView *view = parley_view_new (self->space, NULL);

  for (guint d = 0; d < self->demands->len; d++)
    {
      const Demand *demand = &g_array_index (self->demands, Demand, d);
      ParleyDim dim = { .slot = demand->party,
                        .has_floor = demand->floored,
                        .floor = reservation_of (self, draw, demand->party) };

      g_array_append_val (view->dims, dim);
    }
  view->n_objectives = self->n_objectives;
  view->one_deal = TRUE;
  return view;
}

/* Whether a choice crosses no red line of who must always accept. */
static gboolean
is_allowed (const ParleyResolver *self, const ParleyDraw *draw, guint block, guint choice)
{
  for (guint p = 0; p < self->forms->len; p++)
    {
      const ParleyFormBlock *form = form_block (self, p, block);

      if ((self->plain >> p & 1) != 0 && (form->crossed[choice] & draw->parties[p].red_lines) != 0)
        return FALSE;
    }
  return TRUE;
}

static ParleyScore
gain_of (const ParleyResolver *self,
         const ParleyDraw     *draw,
         const Demand         *demand,
         guint                 block,
         guint                 choice)
{
  const ParleyFormBlock *form = form_block (self, demand->party, block);
  const ParleyDrawnParty *drawn = &draw->parties[demand->party];
  ParleyScore gain = 0;

  if (!demand->marked || is_scored_by (self, demand->party))
    gain = parley_form_part (form, choice, drawn);
  if (demand->marked && (form->crossed[choice] & drawn->red_lines) != 0)
    gain -= CROSSED;
  if (demand->marked && form->waived[choice])
    gain += CROSSED * (self->combos->len + 2);
  return gain;
}

/* Fills a layer of one node with the choices of a block; @numbers gets which. */
static void
fill_layer (const ParleyResolver *self,
            const ParleyDraw     *draw,
            guint                 block,
            ParleyLayer          *layer,
            GArray               *numbers)
{
  const GArray *kept = g_ptr_array_index (self->kept, block);
  guint n_dims = self->demands->len;

  layer->n_nodes = 1;
  layer->gain_scores = g_new (ParleyScore, MAX (1, (gsize) kept->len * n_dims));
  for (guint i = 0; i < kept->len; i++)
    {
      guint choice = g_array_index (kept, guint, i);
      ParleyScore *gains = layer->gain_scores + (gsize) numbers->len * n_dims;

      if (!is_allowed (self, draw, block, choice))
        continue;
      for (guint d = 0; d < n_dims; d++)
        gains[d] = gain_of (self, draw, &g_array_index (self->demands, Demand, d), block, choice);
      g_array_append_val (numbers, choice);
    }
  layer->n_options = layer->n_gains = numbers->len;
  layer->children = g_new0 (guint32, MAX (1, layer->n_options));
  layer->gains = g_new (guint32, MAX (1, layer->n_options));
  for (guint o = 0; o < layer->n_options; o++)
    layer->gains[o] = o;
}

/* @numbers: (element-type GArray): [layer] gets which choices its options are. */
static ParleyDiagram *
diagram_new (const ParleyResolver *self, const ParleyDraw *draw, GPtrArray *numbers)
{
  ParleyDiagram *diagram = g_new0 (ParleyDiagram, 1);

  diagram->n_dims = self->demands->len;
  diagram->n_layers = self->combos->len;
  diagram->layers = g_new0 (ParleyLayer, MAX (1, diagram->n_layers));
  for (guint l = 0; l < diagram->n_layers; l++)
    {
      GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

      g_ptr_array_add (numbers, found);
      diagram->layers[l].axis = l;
      fill_layer (self, draw, self->blocks[l], &diagram->layers[l], found);
      diagram->empty |= found->len == 0;
    }
  return diagram;
}

/* The Nash deal of a draw */

/* An order of what is gained in the draw. */
static ParleyOrder *
order_new (const ParleyResolver *self, const ParleyDraw *draw)
{
  g_autoptr(GPtrArray) shells = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint *slots = g_new (guint, MAX (1, self->n_objectives));
  ParleyOrder *order = NULL;

  for (guint d = 0; d < self->n_objectives; d++)
    {
      ParleyUtility *shell = g_new0 (ParleyUtility, 1);
      guint party = g_array_index (self->demands, Demand, d).party;

      shell->has_reservation = TRUE;
      shell->reservation = reservation_of (self, draw, party);
      mpz_init_set_si (shell->denominator, self->draws->scales[party].steps);
      mpz_mul_si (shell->denominator, shell->denominator, draw->parties[party].weight_sum);
      g_ptr_array_add (shells, shell);
      slots[d] = d;
    }
  order = parley_order_new (PARLEY_ORDER_NASH, shells, slots, self->n_objectives);
  for (guint d = 0; d < self->n_objectives; d++)
    mpz_clear (((ParleyUtility *) g_ptr_array_index (shells, d))->denominator);
  return order;
}

/* Takes the deal with @objectives over, unless one that ties stands before it in the file. */
static void
take_deal (const ParleyResolver *self,
           const ParleyFronts   *fronts,
           GPtrArray            *numbers,
           const ParleyScore    *objectives,
           gboolean              ties,
           ParleySolved         *solved)
{
  g_autoptr(GPtrArray) found = parley_fronts_list (fronts, objectives, 1);
  const guint *chosen = g_ptr_array_index (found, 0);
  guint n_axes = self->space->domain->n_axes;
  guint *options = g_new0 (guint, MAX (1, n_axes));
  g_autofree guint *choices = g_new0 (guint, self->combos->len);

  for (guint l = 0; l < self->combos->len; l++)
    {
      const ParleyCombos *combos = g_ptr_array_index (self->combos, self->blocks[l]);
      guint choice = g_array_index ((GArray *) g_ptr_array_index (numbers, l), guint, chosen[l]);

      choices[self->blocks[l]] = choice;
      for (guint i = 0; i < combos->block->n_axes; i++)
        options[combos->block->axes[i]] = parley_combo_options (combos, choice)[i];
    }
  if (ties && parley_options_compare (solved->options, options, n_axes) <= 0)
    {
      g_free (options);
      return;
    }
  g_free (solved->options);
  solved->options = options;
  memcpy (solved->choices, choices, self->combos->len * sizeof *choices);
  for (guint d = 0; d < self->n_objectives; d++)
    solved->scores[g_array_index (self->demands, Demand, d).party] = (gint64) objectives[d];
}

static void
pick (const ParleyResolver *self,
      const ParleyDraw     *draw,
      const ParleyFronts   *fronts,
      GPtrArray            *numbers,
      ParleySolved         *solved)
{
  g_autoptr(ParleyOrder) order = order_new (self, draw);
  const ParleyFront *front = parley_fronts_whole (fronts);
  g_autoptr(GPtrArray) best = g_ptr_array_new ();

  for (gsize i = 0; i < front->n; i++)
    {
      const ParleyScore *point = parley_front_point (front, i);
      int better
          = best->len == 0 ? 1 : parley_order_compare (order, point, g_ptr_array_index (best, 0));

      if (better > 0)
        g_ptr_array_set_size (best, 0);
      if (better >= 0)
        g_ptr_array_add (best, (gpointer) point);
    }
  for (guint i = 0; i < best->len; i++)
    take_deal (self, fronts, numbers, g_ptr_array_index (best, i), i > 0, solved);
}

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
    if (!g_array_index (self->demands, Demand, d).floored
        || g_array_index (self->demands, Demand, d).marked)
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
    pick (self, draw, fronts, posed->numbers, solved);
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
  g_autoptr(ParleyView) view = view_new (self, draw);
  g_autoptr(ParleyDiagram) diagram = NULL;
  ParleyResolverBound bound = { 0 };
  ParleyPosed posed = { view, NULL, numbers, self->blocks };
  gboolean fine = FALSE;

  *solved = (ParleySolved){ .scores = g_new0 (gint64, MAX (1, draw->n_parties)),
                            .choices = g_new0 (guint, self->combos->len) };
  refresh (self, draw);
  posed.diagram = diagram = diagram_new (self, draw, numbers);
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
