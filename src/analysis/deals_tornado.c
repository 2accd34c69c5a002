/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/deals_tornado.h"

#include "space/limit.h"

/* What the tasks share: each does one end of one bar. */
typedef struct
{
  ParleyDealsTornado           *tornado;
  const ParleyAgreementRequest *request;
  gboolean                     *done; /* [task] */
} Work;

static void
end_init (ParleyDealsEnd *self, guint n_parties)
{
  mpz_init (self->n_acceptable);
  self->scores = parley_exact_array_new (n_parties);
}

static void
end_clear (ParleyDealsEnd *self, guint n_parties)
{
  mpz_clear (self->n_acceptable);
  parley_exact_array_free (self->scores, n_parties);
}

void
parley_deals_tornado_free (ParleyDealsTornado *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->bars->len; i++)
    {
      ParleyDealsBar *bar = g_ptr_array_index (self->bars, i);

      for (guint e = 0; e < PARLEY_N_BARS; e++)
        end_clear (&bar->ends[e], self->n_parties);
      mpq_clear (bar->limit);
      g_free (bar);
    }
  g_ptr_array_unref (self->bars);
  g_clear_pointer (&self->doubts, g_ptr_array_unref);
  end_clear (&self->as_written, self->n_parties);
  parley_agreement_free (self->base);
  g_free (self);
}

const ParleyDealsBar *
parley_deals_tornado_bar (const ParleyDealsTornado *self, guint index)
{
  return g_ptr_array_index (self->bars, index);
}

/* What @agreement says, and whether its Nash deal is that of @base. */
static void
fill_end (ParleyDealsEnd *end, const ParleyAgreement *agreement, const ParleyAgreement *base)
{
  const ParleyPick *pick = &agreement->picks[PARLEY_NASH];
  g_autofree guint *kept = parley_agreement_follow (base, agreement, PARLEY_NASH);

  end->exists = agreement->exists;
  end->exact = agreement->exact;
  end->counted = agreement->counts != NULL;
  if (end->counted)
    mpz_set (end->n_acceptable, agreement->counts->total.all);
  end->same = kept != NULL || (pick->options == NULL && base->picks[PARLEY_NASH].options == NULL);
  end->agreed = pick->options != NULL;
  for (guint p = 0; end->agreed && p < agreement->utilities->len; p++)
    parley_score_to_exact (
        pick->scores[p],
        ((const ParleyUtility *) g_ptr_array_index (agreement->utilities, p))->denominator,
        end->scores[p]);
}

/* The ends of a bar are two tasks. Fills what task @index is about, as far as @request goes.
 * Returns: whether that is all that was asked for. */
static gboolean
look_at_end (const Work *work, gsize index, const ParleyAgreementRequest *request, GError **error)
{
  ParleyDealsBar *bar = g_ptr_array_index (work->tornado->bars, index / 2);
  ParleyBarEnd end = index % 2 == 0 ? PARLEY_BAR_LOW : PARLEY_BAR_HIGH;
  const ParleyNumber *number = bar->input.number;
  ParleyVariation variation
      = { .number = number, .value = end == PARLEY_BAR_LOW ? number->low : number->high };
  ParleyAgreementRequest moved = *request;
  g_autoptr(ParleyAgreement) agreement = NULL;

  moved.variation = &variation;
  agreement = parley_agreement_new (work->tornado->scenario, &moved, error);
  if (agreement == NULL)
    return FALSE;
  fill_end (&bar->ends[end], agreement, work->tornado->base);
  return !request->count || agreement->counts != NULL;
}

/* With a part of the memory and nothing but exact, since others run beside it: whatever the part
 * is, what comes of it is the same. */
static void
look_in_passing (gsize index, gpointer data)
{
  const Work *work = data;
  ParleyAgreementRequest request = *work->request;
  guint n_threads = request.crew == NULL ? 1 : request.crew->n_threads;

  request.crew = NULL;
  request.memory = MAX (PARLEY_BUDGET_LEAST, request.memory / n_threads);
  request.budget = NULL;
  work->done[index] = look_at_end (work, index, &request, NULL);
}

/* What the party of a reservation can ask; unknown where that is too much to find. */
static void
set_limit (const ParleyDealsTornado *self,
           ParleyDealsBar *bar,
           const ParleyAgreementRequest *request)
{
  guint slot = bar->input.party;
  const ParleyUtility *utility = g_ptr_array_index (self->base->utilities, slot);
  ParleyAcceptance acceptance = parley_acceptance (self->base->space, self->base->utilities, NULL);
  ParleyLimit limit = { PARLEY_LIMIT_NONE, 0 };

  if (bar->input.kind != PARLEY_INPUT_RESERVATION)
    return;
  acceptance.crew = request->crew;
  acceptance.memory = request->memory;
  bar->has_limit
      = parley_limit_find (&acceptance, slot, &limit, NULL) && limit.kind == PARLEY_LIMIT_SCORE;
  if (bar->has_limit)
    parley_score_to_exact (limit.score, utility->denominator, bar->limit);
}

static void
add_bars (ParleyDealsTornado *self, guint party, const ParleyAgreementRequest *request)
{
  g_autoptr(GArray) inputs = parley_inputs_new (self->scenario, party, self->scenario->as_of);

  for (guint i = 0; i < inputs->len; i++)
    {
      const ParleyInput *input = &g_array_index (inputs, ParleyInput, i);
      ParleyDealsBar *bar = NULL;

      if (!input->number->has_range || mpq_equal (input->number->low, input->number->high))
        continue;
      bar = g_new0 (ParleyDealsBar, 1);
      bar->input = *input;
      for (guint e = 0; e < PARLEY_N_BARS; e++)
        end_init (&bar->ends[e], self->n_parties);
      mpq_init (bar->limit);
      set_limit (self, bar, request);
      g_ptr_array_add (self->bars, bar);
    }
}

gboolean
parley_deals_bar_swing (const ParleyDealsTornado *self, const ParleyDealsBar *bar, mpz_ptr swing)
{
  const ParleyDealsEnd *ends[]
      = { &self->as_written, &bar->ends[PARLEY_BAR_LOW], &bar->ends[PARLEY_BAR_HIGH] };
  mpz_srcptr least = self->as_written.n_acceptable;
  mpz_srcptr most = least;

  for (guint e = 0; e < G_N_ELEMENTS (ends); e++)
    {
      if (!ends[e]->counted)
        return FALSE;
      least = mpz_cmp (ends[e]->n_acceptable, least) < 0 ? ends[e]->n_acceptable : least;
      most = mpz_cmp (ends[e]->n_acceptable, most) > 0 ? ends[e]->n_acceptable : most;
    }
  mpz_sub (swing, most, least);
  return TRUE;
}

/* Whether an end of the range leaves no deal. */
static gboolean
ends_deals (const ParleyDealsBar *self)
{
  return self->ends[PARLEY_BAR_LOW].exists == PARLEY_EXISTS_NO
         || self->ends[PARLEY_BAR_HIGH].exists == PARLEY_EXISTS_NO;
}

gboolean
parley_deals_bar_moves_nash (const ParleyDealsBar *self)
{
  return !self->ends[PARLEY_BAR_LOW].same || !self->ends[PARLEY_BAR_HIGH].same;
}

/* Adds how far the Nash deal's scores are from those as written. */
static void
add_distance (const ParleyDealsTornado *self, const ParleyDealsEnd *end, mpq_ptr distance)
{
  mpq_t part;

  mpq_init (part);
  for (guint p = 0; p < self->n_parties && end->agreed && self->as_written.agreed; p++)
    {
      mpq_sub (part, end->scores[p], self->as_written.scores[p]);
      mpq_abs (part, part);
      mpq_add (distance, distance, part);
    }
  mpq_clear (part);
}

/* By how far counts move; without counts by how far the scores of the Nash deal do. */
static void
set_weight (const ParleyDealsTornado *self, const ParleyDealsBar *bar, mpq_ptr weight)
{
  mpq_set_ui (weight, 0, 1);
  if (parley_deals_bar_swing (self, bar, mpq_numref (weight)))
    return;
  mpq_set_ui (weight, 0, 1);
  add_distance (self, &bar->ends[PARLEY_BAR_LOW], weight);
  add_distance (self, &bar->ends[PARLEY_BAR_HIGH], weight);
}

static gint
compare_bars (gconstpointer a, gconstpointer b, gpointer data)
{
  const ParleyDealsBar *x = *(ParleyDealsBar *const *) a;
  const ParleyDealsBar *y = *(ParleyDealsBar *const *) b;
  int order = (int) ends_deals (y) - (int) ends_deals (x);
  mpq_t weight, other;

  mpq_inits (weight, other, NULL);
  set_weight (data, x, weight);
  set_weight (data, y, other);
  if (order == 0)
    order = mpq_cmp (other, weight);
  mpq_clears (weight, other, NULL);
  if (order == 0)
    order = x->input.party != y->input.party ? (x->input.party < y->input.party ? -1 : 1) : 0;
  if (order == 0)
    order = x->input.kind != y->input.kind ? (x->input.kind < y->input.kind ? -1 : 1) : 0;
  if (order == 0)
    order = x->input.item != y->input.item ? (x->input.item < y->input.item ? -1 : 1) : 0;
  return order != 0 ? order : (x->input.part < y->input.part ? -1 : 1);
}

/* All at once with a part of the memory each; what that is too little for, one after the other. */
static gboolean
look_at_ends (ParleyDealsTornado *self, const ParleyAgreementRequest *request, GError **error)
{
  guint n = 2 * self->bars->len;
  g_autofree gboolean *done = g_new0 (gboolean, n + 1);
  Work work = { self, request, done };
  GError *why = NULL;

  parley_crew_do (request->crew, "moving inputs", n, look_in_passing, &work);
  for (guint i = 0; i < n; i++)
    {
      parley_crew_tell (request->crew, "moving inputs", i, n);
      if (!done[i] && !look_at_end (&work, i, request, &why) && why != NULL)
        {
          g_propagate_error (error, why);
          return FALSE;
        }
    }
  g_ptr_array_sort_with_data (self->bars, compare_bars, self);
  return TRUE;
}

/* Each draft with each party that gives a verdict on it. */
static gboolean
add_doubts (ParleyDealsTornado *self, int party, GError **error)
{
  guint n = self->scenario->drafts->len;
  g_autofree guint *drafts = g_new (guint, MAX (1, n));

  for (guint d = 0; d < n; d++)
    drafts[d] = d;
  self->doubts = parley_draft_doubts_new (self->scenario, drafts, n, party, error);
  for (guint i = 0; self->doubts != NULL && i < self->doubts->len; i++)
    self->rounded
        |= ((const ParleyDraftDoubt *) g_ptr_array_index (self->doubts, i))->tornado->rounded;
  return self->doubts != NULL;
}

ParleyDealsTornado *
parley_deals_tornado_new (const ParleyScenario *scenario,
                          int party,
                          const ParleyAgreementRequest *request,
                          GError **error)
{
  g_autoptr(ParleyDealsTornado) self = g_new0 (ParleyDealsTornado, 1);

  self->scenario = scenario;
  self->n_parties = scenario->parties->len;
  self->bars = g_ptr_array_new ();
  end_init (&self->as_written, self->n_parties);
  self->base = parley_agreement_new (scenario, request, error);
  if (self->base == NULL)
    return NULL;
  self->rounded = self->base->rounded;
  fill_end (&self->as_written, self->base, self->base);
  for (guint p = 0; p < self->n_parties; p++)
    if ((party < 0 || (guint) party == p)
        && parley_party_decides (parley_scenario_party (scenario, p)))
      add_bars (self, p, request);
  if (!look_at_ends (self, request, error) || !add_doubts (self, party, error))
    return NULL;
  return g_steal_pointer (&self);
}
