/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/proposal.h"

static const ParleyUtility *
utility_at (const ParleyLandscape *landscape, guint slot)
{
  return g_ptr_array_index (landscape->utilities, slot);
}

static void
proposal_free (gpointer data)
{
  ParleyProposal *self = data;

  parley_deal_free (self->deal);
  g_free (self);
}

void
parley_proposals_free (ParleyProposals *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->list);
  g_free (self);
}

/* Whether the party of @slot would accept the point if it needed as much as is believed at most. */
static gboolean
is_safe_for (const ParleyLandscape *landscape, const ParleyPoint *point, guint slot)
{
  const ParleyScenario *scenario = landscape->space->scenario;
  const ParleyUtility *utility = utility_at (landscape, slot);
  const ParleyNumber *reservation = parley_party_reservation_at (
      parley_scenario_party (scenario, utility->party), scenario->as_of);
  gboolean safe = TRUE;
  mpq_t points;

  if (reservation == NULL || !utility->scored)
    return TRUE;
  mpq_init (points);
  parley_score_to_exact (point->scores[slot], utility->denominator, points);
  safe = mpq_cmp (points, reservation->high) >= 0;
  mpq_clear (points);
  return safe;
}

/* Returns: (transfer container): the points of the frontier that are safe for all. */
static GPtrArray *
safe_points (const ParleyLandscape *landscape)
{
  const ParleyFrontier *frontier = landscape->findings->frontier;
  GPtrArray *points = g_ptr_array_new ();

  for (guint i = 0; i < frontier->points->len; i++)
    {
      const ParleyPoint *point = g_ptr_array_index (frontier->points, i);
      gboolean safe = TRUE;

      for (guint s = 0; s < frontier->n_slots && safe; s++)
        safe = is_safe_for (landscape, point, frontier->slots[s]);
      if (safe)
        g_ptr_array_add (points, (gpointer) point);
    }
  return points;
}

/* The first of @points that no other is better than, by @first and then by @second (nullable). */
static const ParleyPoint *
best_point (GPtrArray *points, const ParleyOrder *first, const ParleyOrder *second)
{
  const ParleyPoint *best = NULL;

  for (guint i = 0; i < points->len; i++)
    {
      const ParleyPoint *point = g_ptr_array_index (points, i);
      int better = best == NULL ? 1 : parley_order_compare (first, point->scores, best->scores);

      if (better == 0 && second != NULL)
        better = parley_order_compare (second, point->scores, best->scores);
      if (better > 0)
        best = point;
    }
  return best;
}

static const ParleyPoint *
find (const ParleyLandscape *landscape, GPtrArray *points, int party, ParleyProposalRule rule)
{
  static const ParleyOrderKind kinds[]
      = { [PARLEY_PROPOSAL_NASH] = PARLEY_ORDER_NASH,
          [PARLEY_PROPOSAL_EGALITARIAN] = PARLEY_ORDER_EGALITARIAN,
          [PARLEY_PROPOSAL_UTILITARIAN] = PARLEY_ORDER_UTILITARIAN };
  gboolean sided = rule == PARLEY_PROPOSAL_OWN || rule == PARLEY_PROPOSAL_OTHERS;
  GPtrArray *utilities = landscape->utilities;
  g_autofree guint *slots = g_new (guint, utilities->len);
  guint n_slots = parley_rival_slots (landscape->space, utilities, sided ? party : -1, slots);
  guint own = (guint) MAX (party, 0); /* each party has the slot of its own index */
  g_autoptr(ParleyOrder) of_own = parley_order_new (PARLEY_ORDER_PARTY, utilities, &own, 1);
  g_autoptr(ParleyOrder) of_all = parley_order_new (sided ? PARLEY_ORDER_EGALITARIAN : kinds[rule],
                                                     utilities, slots, n_slots);

  if (rule == PARLEY_PROPOSAL_OWN)
    return best_point (points, of_own, of_all);
  return best_point (points, of_all, party >= 0 ? of_own : NULL);
}

/* Adds the deal that @rule picks, unless it is there already. */
static void
propose (ParleyProposals *self,
         const ParleyLandscape *landscape,
         GPtrArray *points,
         GPtrArray *taken,
         ParleyProposalRule rule)
{
  const ParleyPoint *point = find (landscape, points, self->party, rule);
  g_autoptr(GPtrArray) deals = NULL;
  ParleyProposal *proposal = NULL;

  if (self->list->len == PARLEY_MOST_PROPOSALS || g_ptr_array_find (taken, point, NULL))
    return;
  g_ptr_array_add (taken, (gpointer) point);
  deals = parley_frontier_list (landscape->findings->frontier, point, 1);
  proposal = g_new0 (ParleyProposal, 1);
  proposal->rule = rule;
  proposal->deal
      = parley_deal_new (landscape->space, landscape->utilities, g_ptr_array_index (deals, 0));
  g_ptr_array_add (self->list, proposal);
}

/* What is worth more to the party comes first; nobody's stay as they were found. */
static gint
compare_worth (gconstpointer a, gconstpointer b, gpointer data)
{
  const ParleyProposal *x = *(const ParleyProposal *const *) a;
  const ParleyProposal *y = *(const ParleyProposal *const *) b;
  int party = GPOINTER_TO_INT (data);

  if (x->deal->scores[party] == y->deal->scores[party])
    return 0;
  return x->deal->scores[party] > y->deal->scores[party] ? -1 : 1;
}

ParleyProposals *
parley_proposals_new (const ParleyLandscape *landscape, int party)
{
  static const ParleyProposalRule of_party[]
      = { PARLEY_PROPOSAL_OWN, PARLEY_PROPOSAL_OTHERS, PARLEY_PROPOSAL_NASH,
          PARLEY_PROPOSAL_EGALITARIAN, PARLEY_PROPOSAL_UTILITARIAN };
  static const ParleyProposalRule of_nobody[]
      = { PARLEY_PROPOSAL_NASH, PARLEY_PROPOSAL_EGALITARIAN, PARLEY_PROPOSAL_UTILITARIAN };
  const ParleyProposalRule *rules = party >= 0 ? of_party : of_nobody;
  guint n_rules = party >= 0 ? G_N_ELEMENTS (of_party) : G_N_ELEMENTS (of_nobody);
  g_autoptr(GPtrArray) points = safe_points (landscape);
  g_autoptr(GPtrArray) taken = g_ptr_array_new ();
  ParleyProposals *self = g_new0 (ParleyProposals, 1);

  self->party = party;
  self->list = g_ptr_array_new_with_free_func (proposal_free);
  self->safe = points->len > 0;
  if (!self->safe)
    g_ptr_array_extend (points, landscape->findings->frontier->points, NULL, NULL);
  self->n_points = points->len;
  for (guint i = 0; points->len > 0 && i < n_rules; i++)
    propose (self, landscape, points, taken, rules[i]);
  if (party >= 0)
    g_ptr_array_sort_with_data (self->list, compare_worth, GINT_TO_POINTER (party));
  return self;
}

const ParleyProposal *
parley_proposals_get (const ParleyProposals *self, guint index)
{
  return g_ptr_array_index (self->list, index);
}
