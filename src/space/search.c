/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/search.h"

#include "base/error.h"

#define MAX_DEALS 100000000

/* Comparisons with points of a frontier of three and more parties: some ten seconds. */
#define MAX_STEPS 1000000000

/* Deals between two reports of progress: some tenths of a second. */
#define DEALS_PER_REPORT 2000000

typedef struct
{
  const ParleySpace *space;
  GPtrArray         *utilities;
  const gboolean    *decides; /* one a utility */
  const ParleyQuery *query;
  ParleyOrder       *misses; /* leximin over all deciding parties with a reservation */
  ParleyScore       *miss;   /* scores of the nearest miss, and of the deal offered as one, as */
  ParleyScore       *offer;  /* that order sees them: whose consent is not needed misses nothing */
  ParleyTop         *top;
  ParleyFindings    *findings;
  guint64            n_looked_at;
} Search;

static gboolean
within_bounds (const GArray *bounds, const ParleyScore *scores)
{
  for (guint i = 0; bounds != NULL && i < bounds->len; i++)
    {
      const ParleyScoreBound *bound = &g_array_index (bounds, ParleyScoreBound, i);

      if (scores[bound->slot] < bound->low || scores[bound->slot] > bound->high)
        return FALSE;
    }
  return TRUE;
}

/* Counts who accepts. Returns: whether all deciding parties do. */
static gboolean
count_acceptance (Search *search, const ParleyTuple *tuple, gboolean red_lines, guint64 *by_party)
{
  gboolean all = TRUE;

  for (guint s = 0; s < search->utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (search->utilities, s);
      gboolean accepts = parley_tuple_verdict_score (tuple, s, utility->party, red_lines)
                         >= utility->reservation;

      by_party[s] += (guint64) accepts;
      all &= accepts || !search->decides[s] || parley_tuple_is_waived (tuple, utility->party);
    }
  return all;
}

/* Red lines of parties whose consent is not needed, or who do not decide, count for nothing. */
static gboolean
crosses_red_line (const Search *search, const ParleyTuple *tuple)
{
  for (guint s = 0; s < search->utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (search->utilities, s);

      if (search->decides[s] && ((tuple->crossed & ~tuple->waived) >> utility->party & 1) != 0)
        return TRUE;
    }
  return FALSE;
}

static void
offer_as_miss (Search *search, const ParleyTuple *tuple)
{
  ParleyDeal **nearest = &search->findings->nearest;

  if (crosses_red_line (search, tuple))
    return;
  for (guint s = 0; s < search->utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (search->utilities, s);
      gboolean waived = parley_tuple_is_waived (tuple, utility->party);

      search->offer[s] = waived ? utility->reservation + PARLEY_SCORE_WAIVED : tuple->scores[s];
    }
  if (*nearest != NULL && parley_order_compare (search->misses, search->offer, search->miss) <= 0)
    return;
  memcpy (search->miss, search->offer, search->utilities->len * sizeof *search->miss);
  parley_deal_free (*nearest);
  *nearest = parley_deal_new (tuple->options, search->space->domain->n_axes, tuple->scores,
                              search->utilities->len);
}

/* How much of the space comes before a deal. */
static double
share_before (const ParleyDomain *domain, const guint *options)
{
  double share = 0;

  for (guint a = domain->n_axes; a-- > 0;)
    share = (options[a] + share) / domain->axes[a].n_options;
  return share;
}

static void
report_progress (Search *search, const ParleyTuple *tuple)
{
  if (search->query->progress != NULL && ++search->n_looked_at % DEALS_PER_REPORT == 0)
    search->query->progress (share_before (search->space->domain, tuple->options),
                             search->query->progress_data);
}

static gboolean
visit (const ParleyTuple *tuple, gpointer data)
{
  Search *search = data;
  ParleyFindings *findings = search->findings;

  report_progress (search, tuple);
  if (!within_bounds (search->query->bounds, tuple->scores))
    return TRUE;

  findings->n_feasible++;
  findings->n_bare += (guint64) count_acceptance (search, tuple, FALSE, findings->bare_by_party);
  if (count_acceptance (search, tuple, TRUE, findings->by_party))
    {
      findings->n_acceptable++;
      parley_frontier_add (findings->frontier, tuple->scores, tuple->options);
      if (!search->query->efficient)
        parley_top_offer (search->top, tuple->options, tuple->scores);
    }
  else if (findings->n_acceptable == 0)
    offer_as_miss (search, tuple);
  return findings->frontier->n_steps <= MAX_STEPS;
}

static gboolean
is_blocked (const Search *search, const ParleyTuple *tuple)
{
  for (guint s = 0; s < search->utilities->len; s++)
    if (parley_tuple_blocks (search->space, search->utilities, tuple, s))
      return TRUE;
  return FALSE;
}

/* The second look. Scores alone do not tell: a deal that crosses a red line can score
 * what an efficient one does. */
static gboolean
visit_efficient (const ParleyTuple *tuple, gpointer data)
{
  Search *search = data;

  if (parley_frontier_has (search->findings->frontier, tuple->scores)
      && within_bounds (search->query->bounds, tuple->scores) && !is_blocked (search, tuple))
    parley_top_offer (search->top, tuple->options, tuple->scores);
  return TRUE;
}

guint
parley_negotiating_slots (const ParleySpace *space, GPtrArray *utilities, guint *slots)
{
  guint n = 0;

  for (guint s = 0; s < utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (utilities, s);

      if (parley_scenario_party (space->scenario, utility->party)->role == PARLEY_ROLE_PARTY)
        slots[n++] = s;
    }
  return n;
}

static ParleyOrder *
order_of_misses (GPtrArray *utilities, const gboolean *decides)
{
  g_autofree guint *slots = g_new (guint, utilities->len);
  guint n = 0;

  for (guint s = 0; s < utilities->len; s++)
    if (decides[s] && ((const ParleyUtility *) g_ptr_array_index (utilities, s))->has_reservation)
      slots[n++] = s;
  return parley_order_new (PARLEY_ORDER_EGALITARIAN, utilities, slots, n);
}

static gboolean
few_enough (const ParleySpace *space, GError **error)
{
  gboolean few = TRUE;
  mpz_t count;

  mpz_init (count);
  parley_domain_count (space->domain, count);
  few = mpz_cmp_ui (count, MAX_DEALS) <= 0;
  if (!few)
    {
      g_autofree char *text = parley_count_format (count);

      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
                   "there are %s deals to look at, and at most 100,000,000 can be searched; fewer "
                   "terms (--among) or coarser steps bring the number down",
                   text);
    }
  mpz_clear (count);
  return few;
}

static ParleyFindings *
findings_new (const ParleySpace *space, GPtrArray *utilities, const ParleyQuery *query)
{
  ParleyFindings *self = g_new0 (ParleyFindings, 1);
  g_autofree guint *slots = g_new (guint, utilities->len);
  guint n_slots = parley_negotiating_slots (space, utilities, slots);

  self->by_party = g_new0 (guint64, utilities->len);
  self->bare_by_party = g_new0 (guint64, utilities->len);
  self->frontier
      = parley_frontier_new (utilities->len, slots, n_slots, space->domain->n_axes, query->n_ties);
  return self;
}

ParleyFindings *
parley_search (const ParleySpace *space,
               GPtrArray         *utilities,
               const ParleyQuery *query,
               GError           **error)
{
  g_autofree gboolean *decides = g_new0 (gboolean, utilities->len);
  g_autofree guint *axes = g_new (guint, space->domain->n_axes);
  g_autofree ParleyScore *miss = g_new0 (ParleyScore, utilities->len);
  g_autofree ParleyScore *offer = g_new0 (ParleyScore, utilities->len);
  g_autoptr(ParleyOrder) misses = NULL;
  g_autoptr(ParleyTop) top
      = parley_top_new (query->order, query->n_top, space->domain->n_axes, utilities->len);
  Search search = { space, utilities, decides, query, NULL, miss, offer, top, NULL, 0 };

  if (!few_enough (space, error))
    return NULL;

  for (guint s = 0; s < utilities->len; s++)
    decides[s] = parley_party_decides (parley_scenario_party (
        space->scenario, ((const ParleyUtility *) g_ptr_array_index (utilities, s))->party));
  for (guint a = 0; a < space->domain->n_axes; a++)
    axes[a] = a;
  misses = order_of_misses (utilities, decides);
  search.misses = misses;
  search.findings = findings_new (space, utilities, query);
  if (!parley_walk (space, axes, space->domain->n_axes, utilities, visit, &search))
    {
      guint n_slots = search.findings->frontier->n_slots;

      parley_findings_free (search.findings);
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
                   "the frontier of %u parties has too many points to search; filters (--where) or "
                   "fewer terms (--among) make it smaller",
                   n_slots);
      return NULL;
    }
  if (query->efficient)
    parley_walk (space, axes, space->domain->n_axes, utilities, visit_efficient, &search);
  search.findings->top = parley_top_take (top);
  if (search.findings->n_acceptable > 0)
    g_clear_pointer (&search.findings->nearest, parley_deal_free);
  return search.findings;
}

void
parley_findings_free (ParleyFindings *self)
{
  if (self == NULL)
    return;
  parley_frontier_free (self->frontier);
  g_ptr_array_unref (self->top);
  parley_deal_free (self->nearest);
  g_free (self->by_party);
  g_free (self->bare_by_party);
  g_free (self);
}
