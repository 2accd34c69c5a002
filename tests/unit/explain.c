/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Explanations, against looking at every deal of a scenario that is changed accordingly. */
#include "analysis/explain.h"

#include "sample.h"
#include "small.h"
#include "suites.h"

/* How a party stands with some deals, as one works it out by hand. */
typedef struct
{
  guint         n_feasible;
  gboolean      has_clean; /* some feasible deal crosses none of its red lines */
  mpq_t         low;       /* over feasible deals */
  mpq_t         high;
  mpq_t         clean_high; /* over those */
  ParleyVerdict verdict;
} Naive;

static void
naive_add (Naive *self, const ParleyNaiveDeal *deal, guint party)
{
  if (self->n_feasible == 0 || mpq_cmp (deal->scores[party], self->low) < 0)
    mpq_set (self->low, deal->scores[party]);
  if (self->n_feasible == 0 || mpq_cmp (deal->scores[party], self->high) > 0)
    mpq_set (self->high, deal->scores[party]);
  self->n_feasible++;
  if (deal->crossed[party])
    return;
  if (!self->has_clean || mpq_cmp (deal->scores[party], self->clean_high) > 0)
    mpq_set (self->clean_high, deal->scores[party]);
  self->has_clean = TRUE;
}

/* Looks at all deals of @terms (NULL: of the draft). */
static void
naive_init (Naive *self, const ParleySample *sample, const ParleyTerms **terms, guint party)
{
  g_autoptr(ParleyDomain) domain = terms == NULL
                                        ? parley_domain_new_draft (sample->scenario, sample->draft)
                                        : parley_domain_new_terms (sample->scenario, terms);
  g_autoptr(GPtrArray) deals = parley_naive_deals (sample->scenario, domain, sample->draft, NULL);
  guint n_accepted = 0;

  *self = (Naive){ 0 };
  mpq_inits (self->low, self->high, self->clean_high, NULL);
  for (guint i = 0; i < deals->len; i++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (deals, i);

      if (!deal->feasible)
        continue;
      naive_add (self, deal, party);
      n_accepted += (guint) parley_naive_accepts (sample->scenario, deal, party, TRUE);
    }
  self->verdict = n_accepted == self->n_feasible ? PARLEY_VERDICT_ACCEPTS
                  : n_accepted == 0              ? PARLEY_VERDICT_REJECTS
                                                 : PARLEY_VERDICT_DEPENDS;
}

static void
naive_clear (Naive *self)
{
  mpq_clears (self->low, self->high, self->clean_high, NULL);
}

static ParleyVerdict
naive_verdict (const ParleySample *sample, guint party)
{
  Naive naive;

  naive_init (&naive, sample, NULL, party);
  naive_clear (&naive);
  return naive.verdict;
}

/* Influences */

static guint
expect_red_lines (const ParleySample *sample, const ParleyReasons *reasons)
{
  const ParleyParty *party = parley_scenario_party (sample->scenario, reasons->party);
  ParleyVerdict with = naive_verdict (sample, reasons->party);
  guint n_changed = 0;

  for (guint i = 0; i < reasons->red_lines->len; i++)
    {
      const ParleyInfluence *influence = &g_array_index (reasons->red_lines, ParleyInfluence, i);
      gpointer line = g_ptr_array_steal_index (party->red_lines, influence->item);
      ParleyVerdict without = naive_verdict (sample, reasons->party);

      g_ptr_array_insert (party->red_lines, (int) influence->item, line);
      PARLEY_EXPECT (influence->without == without, "red line %u of party %u", influence->item,
                     reasons->party);
      n_changed += (guint) (without != with);
    }
  return n_changed;
}

static guint
expect_adjustments (const ParleySample *sample, const ParleyReasons *reasons)
{
  const ParleyParty *party = parley_scenario_party (sample->scenario, reasons->party);
  ParleyVerdict with = naive_verdict (sample, reasons->party);
  guint n_changed = 0;

  for (guint i = 0; i < reasons->adjustments->len; i++)
    {
      const ParleyInfluence *influence = &g_array_index (reasons->adjustments, ParleyInfluence, i);
      ParleyAdjustment *adjustment = g_ptr_array_index (party->adjustments, influence->item);
      ParleyVerdict without = PARLEY_VERDICT_NONE;
      mpq_t points;

      mpq_init (points);
      mpq_swap (points, adjustment->points->value);
      without = naive_verdict (sample, reasons->party);
      mpq_swap (points, adjustment->points->value);
      mpq_clear (points);
      PARLEY_EXPECT (influence->without == without, "adjustment %u of party %u", influence->item,
                     reasons->party);
      n_changed += (guint) (without != with);
    }
  return n_changed;
}

/* Mending red lines */

/* Frees what @condition names; of a derived issue, what it follows from. */
static void
free_named (const ParleyScenario *scenario, const ParleyCondition *condition, gboolean *named)
{
  parley_condition_mark_issues (condition, named);
  for (guint i = scenario->issues->len; i-- > 0;)
    {
      const ParleyIssue *issue = parley_scenario_issue (scenario, i);

      if (!named[i] || !parley_issue_is_derived (issue))
        continue;
      named[i] = FALSE;
      for (guint k = 0; issue->factors != NULL && k < issue->factors->len; k++)
        named[g_array_index (issue->factors, guint, k)] = TRUE;
      for (guint k = 0; issue->rows != NULL && k < issue->rows->len; k++)
        free_named (scenario, ((const ParleyTableRow *) g_ptr_array_index (issue->rows, k))->when,
                    named);
    }
}

static gboolean
expect_mended (const ParleySample *sample, const ParleyReasons *reasons)
{
  const ParleyScenario *scenario = sample->scenario;
  const ParleyParty *party = parley_scenario_party (scenario, reasons->party);
  g_autofree const ParleyTerms **terms = parley_draft_terms (scenario, sample->draft);
  g_autofree gboolean *named = g_new0 (gboolean, scenario->issues->len);
  Naive naive;

  for (guint i = 0; i < reasons->red_lines->len; i++)
    {
      guint item = g_array_index (reasons->red_lines, ParleyInfluence, i).item;

      free_named (scenario,
                  ((const ParleyRedLine *) g_ptr_array_index (party->red_lines, item))->never,
                  named);
    }
  for (guint i = 0; i < scenario->issues->len; i++)
    if (named[i])
      terms[i] = NULL;
  naive_init (&naive, sample, terms, reasons->party);
  PARLEY_EXPECT (reasons->is_mendable == (reasons->red_lines->len > 0 && naive.has_clean),
                 "party %u", reasons->party);
  if (reasons->is_mendable)
    PARLEY_EXPECT (mpq_equal (reasons->mended, naive.clean_high), "party %u", reasons->party);
  naive_clear (&naive);
  return reasons->is_mendable;
}

/* Single changes */

/* Whether two deals of different domains are the same but for @axis, where @b has the only option.
 */
static gboolean
is_twin (const ParleyDomain    *of_a,
         const ParleyNaiveDeal *a,
         const ParleyDomain    *of_b,
         const ParleyNaiveDeal *b,
         guint                  axis)
{
  for (guint i = 0; i < of_a->n_axes; i++)
    {
      const ParleyAxis *x = &of_a->axes[i];
      const ParleyAxis *y = &of_b->axes[i];

      if (i == axis)
        continue;
      if (x->numbers != NULL ? !mpq_equal (x->numbers[a->options[i]], y->numbers[b->options[i]])
                             : x->options[a->options[i]] != y->options[b->options[i]])
        return FALSE;
    }
  return TRUE;
}

/* Sets what the party gains at least and at most from deals of the draft to their twins. Returns:
 * whether there are any. */
static gboolean
naive_gain (const ParleySample *sample,
            const ParleyDomain *domain,
            GPtrArray          *after,
            guint               axis,
            guint               party,
            ParleyAfter        *gain)
{
  gboolean found = FALSE;
  mpq_t difference;

  mpq_init (difference);
  for (guint i = 0; i < sample->deals->len; i++)
    for (guint k = 0; k < after->len; k++)
      {
        const ParleyNaiveDeal *old = parley_sample_deal (sample, i);
        const ParleyNaiveDeal *new = g_ptr_array_index (after, k);

        if (!old->feasible || !new->feasible
            || !is_twin (sample->space->domain, old, domain, new, axis))
          continue;
        mpq_sub (difference, new->scores[party], old->scores[party]);
        if (!found || mpq_cmp (difference, gain->gain_low) < 0)
          mpq_set (gain->gain_low, difference);
        if (!found || mpq_cmp (difference, gain->gain_high) > 0)
          mpq_set (gain->gain_high, difference);
        found = TRUE;
      }
  mpq_clear (difference);
  return found;
}

static void
expect_after (const ParleySample     *sample,
              const ParleyDraftScore *score,
              const ParleyClause     *clause,
              const ParleyTerms     **terms,
              guint                   party)
{
  const ParleyStanding *before = g_ptr_array_index (score->standings, party);
  const ParleyAfter *after = &clause->after[party];
  g_autoptr(ParleyDomain) domain = parley_domain_new_terms (sample->scenario, terms);
  g_autoptr(GPtrArray) deals = parley_naive_deals (sample->scenario, domain, sample->draft, NULL);
  ParleyAfter gain = { 0 };
  gboolean alone = FALSE;
  Naive naive;

  mpq_inits (gain.gain_low, gain.gain_high, NULL);
  naive_init (&naive, sample, terms, party);
  alone = naive_gain (sample, domain, deals, clause->axis, party, &gain);
  PARLEY_EXPECT (clause->feasible == (naive.n_feasible > 0) && clause->alone == alone,
                 "axis %u, option %u", clause->axis, clause->option);
  if (clause->alone)
    PARLEY_EXPECT (mpq_equal (after->gain_low, gain.gain_low)
                       && mpq_equal (after->gain_high, gain.gain_high),
                   "axis %u, option %u, party %u", clause->axis, clause->option, party);
  if (clause->feasible && before->verdict != PARLEY_VERDICT_NONE)
    PARLEY_EXPECT (after->verdict == naive.verdict, "axis %u, option %u, party %u", clause->axis,
                   clause->option, party);
  mpq_clears (gain.gain_low, gain.gain_high, NULL);
  naive_clear (&naive);
}

/* Whether every feasible deal of @terms (NULL: of the draft) crosses the one red line. */
static gboolean
all_cross (const ParleySample *sample, const ParleyTerms **terms, guint party, guint item)
{
  ParleyParty *model = g_ptr_array_index (sample->scenario->parties, party);
  GPtrArray *all = model->red_lines;
  g_autoptr(GPtrArray) one = g_ptr_array_new ();
  Naive naive;

  g_ptr_array_add (one, g_ptr_array_index (all, item));
  model->red_lines = one;
  naive_init (&naive, sample, terms, party);
  model->red_lines = all;
  naive_clear (&naive);
  return naive.n_feasible > 0 && !naive.has_clean;
}

/* 1 + the party of the first red line about @issue that the draft crosses and still does. */
static guint
naive_stays (const ParleySample *sample, const ParleyTerms **terms, guint issue)
{
  const ParleyScenario *scenario = sample->scenario;

  for (guint p = 0; p < scenario->parties->len; p++)
    for (guint i = 0; i < parley_scenario_party (scenario, p)->red_lines->len; i++)
      {
        const ParleyRedLine *line
            = g_ptr_array_index (parley_scenario_party (scenario, p)->red_lines, i);
        g_autofree gboolean *named = g_new0 (gboolean, scenario->issues->len);

        free_named (scenario, line->never, named);
        if (named[issue] && all_cross (sample, NULL, p, i) && all_cross (sample, terms, p, i))
          return p + 1;
      }
  return 0;
}

/* Returns: whether a red line stays crossed. */
static gboolean
expect_clause (const ParleySample *sample, const ParleyExplanation *explanation, guint index)
{
  const ParleyClause *clause = g_ptr_array_index (explanation->clauses->clauses, index);
  const ParleyAxis *axis = &explanation->clauses->space->domain->axes[clause->axis];
  const ParleyDraftTerm *said = sample->draft->terms[axis->issue];
  g_autofree const ParleyTerms **terms = parley_draft_terms (sample->scenario, sample->draft);
  g_autoptr(ParleyTerms) instead
      = axis->numbers != NULL
            ? parley_terms_new_numbers ()
            : parley_terms_new_options (
                parley_scenario_issue (sample->scenario, axis->issue)->options->len);
  gboolean inside = TRUE;

  if (axis->numbers != NULL)
    parley_terms_add_interval (instead, axis->numbers[clause->option],
                               axis->numbers[clause->option]);
  else
    parley_terms_add_option (instead, axis->options[clause->option]);
  if (said != NULL)
    inside = axis->numbers != NULL
                 ? parley_terms_has_number (said->is, axis->numbers[clause->option])
                 : parley_terms_has_option (said->is, axis->options[clause->option]);
  CU_ASSERT_EQUAL (clause->settles, inside);
  terms[axis->issue] = instead;
  for (guint p = 0; p < clause->n_parties; p++)
    expect_after (sample, explanation->score, clause, terms, p);
  if (clause->feasible)
    PARLEY_EXPECT (clause->stays_across == naive_stays (sample, terms, axis->issue),
                   "axis %u, option %u", clause->axis, clause->option);
  return clause->stays_across != 0;
}

static void
test_against_every_deal (void)
{
  guint n_red_lines = 0, n_adjustments = 0, n_mended = 0, n_clauses = 0, n_crossed = 0;

  for (guint32 seed = 1; seed < 2 * PARLEY_N_SAMPLES; seed += 2)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      g_autoptr(ParleyExplanation) explanation = parley_explain (sample->scenario, 0, NULL);

      CU_ASSERT_PTR_NOT_NULL_FATAL (explanation);
      if (explanation->clauses == NULL)
        continue;
      for (guint p = 0; p < explanation->reasons->len; p++)
        {
          const ParleyReasons *reasons = g_ptr_array_index (explanation->reasons, p);

          if (!parley_party_gives_verdict (parley_scenario_party (sample->scenario, p)))
            continue;
          n_red_lines += expect_red_lines (sample, reasons);
          n_adjustments += expect_adjustments (sample, reasons);
          n_mended += (guint) expect_mended (sample, reasons);
        }
      for (guint i = 0; i < explanation->clauses->clauses->len; i++)
        n_crossed += (guint) expect_clause (sample, explanation, i);
      n_clauses += explanation->clauses->clauses->len;
    }
  PARLEY_EXPECT (n_red_lines > parley_effort (10) && n_adjustments >= parley_effort_rare (5)
                     && n_mended > parley_effort (30) && n_clauses > parley_effort (500)
                     && n_crossed > parley_effort (20),
                 "%u, %u, %u, %u, %u", n_red_lines, n_adjustments, n_mended, n_clauses, n_crossed);
}

void
parley_test_explain (void)
{
  CU_pSuite suite = CU_add_suite ("explain", NULL, NULL);

  CU_ADD_TEST (suite, test_against_every_deal);
}
