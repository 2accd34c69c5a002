/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/whatif.h"

static void
outcome_free (ParleyCaseOutcome *self)
{
  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    {
      g_free (self->moves[i].kept);
      g_free (self->moves[i].scores);
    }
  if (self->drafts != NULL)
    g_ptr_array_unref (self->drafts);
  parley_scores_free (self->own_scores);
  parley_agreement_free (self->own_agreement);
  g_free (self);
}

/* Where only drafts differ, the deals are the same. */
static gboolean
has_own_agreement (const ParleyCaseOutcome *self)
{
  return self->before == NULL || !parley_differences_within (self->given.changed, "drafts");
}

/* Of a draft of the scenario. */
static gboolean
is_rescored (const ParleyCaseOutcome *self, const ParleyDraft *draft)
{
  g_autofree char *path = g_strconcat ("drafts.", draft->id, NULL);

  return has_own_agreement (self) || parley_differences_touch (self->given.changed, path);
}

typedef struct
{
  ParleyWhatIf              *what_if;
  const ParleyWhatIfRequest *request;
  GError                   **errors; /* one an outcome */
} Work;

/* Scores those drafts of one outcome that differ from what it is compared with. */
static void
score_drafts (gsize index, gpointer data)
{
  const Work *work = data;
  ParleyCaseOutcome *self = g_ptr_array_index (work->what_if->outcomes, index);
  const ParleyScenario *scenario = self->given.scenario;
  g_autofree guint *drafts = g_new (guint, scenario->drafts->len);
  guint n_drafts = 0;

  for (guint d = 0; d < scenario->drafts->len; d++)
    if (is_rescored (self, parley_scenario_draft (scenario, d)))
      drafts[n_drafts++] = d;
  self->own_scores
      = parley_scores_new (scenario, drafts, n_drafts,
                           work->request->count ? PARLEY_SCORE_COUNTS : PARLEY_SCORE_VERDICTS,
                           &work->errors[index]);
}

static const ParleyDraftScore *
find_draft (const ParleyCaseOutcome *self, const char *id)
{
  int index = self == NULL ? -1 : parley_scenario_find_draft (self->given.scenario, id);

  return index < 0 ? NULL : g_ptr_array_index (self->drafts, index);
}

/* What was scored, and what is as it was. */
static void
gather_drafts (ParleyCaseOutcome *self)
{
  const ParleyScenario *scenario = self->given.scenario;
  guint n_own = 0;

  self->drafts = g_ptr_array_new ();
  for (guint d = 0; d < scenario->drafts->len; d++)
    {
      const ParleyDraft *draft = parley_scenario_draft (scenario, d);

      if (is_rescored (self, draft))
        g_ptr_array_add (self->drafts, g_ptr_array_index (self->own_scores->drafts, n_own++));
      else
        g_ptr_array_add (self->drafts, (gpointer) find_draft (self->before, draft->id));
    }
}

static void
follow (ParleyCaseOutcome *self, ParleySolution solution)
{
  const ParleyAgreement *after = self->agreement;
  const ParleyPick *pick = &after->picks[solution];
  ParleySolutionMove *move = &self->moves[solution];

  move->before = self->before->agreement->picks[solution].options;
  move->kept = parley_agreement_follow (self->before->agreement, after, solution);
  move->after = move->kept != NULL ? move->kept : pick->options;
  move->moved = move->kept == NULL && (move->before != NULL || move->after != NULL);
  if (move->after == NULL)
    return;
  move->scores = g_new0 (ParleyScore, after->utilities->len);
  parley_evaluate (after->space, after->utilities, move->after, move->scores);
}

static gboolean
find_agreement (ParleyCaseOutcome *self, const ParleyWhatIfRequest *request, GError **error)
{
  ParleyAgreementRequest wanted
      = { request->count, request->crew, request->memory, request->budget, NULL };

  if (has_own_agreement (self))
    {
      self->own_agreement = parley_agreement_new (self->given.scenario, &wanted, error);
      self->agreement = self->own_agreement;
    }
  else
    self->agreement = self->before->agreement;
  return self->agreement != NULL;
}

/* "in the case \"x\": …" */
static gboolean
fail (const ParleyCaseOutcome *self, GError *why, GError **error)
{
  if (self->given.id != NULL)
    g_prefix_error (&why, "in the case \"%s\": ", self->given.id);
  else if (self->before != NULL)
    g_prefix_error (&why, "%s: ", self->given.title);
  g_propagate_error (error, why);
  return FALSE;
}

/* Drafts all at once, each scenario by itself; deals one scenario after the other, since their
 * tables would not all fit. */
static gboolean
work_out (Work *work, GError **error)
{
  GPtrArray *outcomes = work->what_if->outcomes;

  parley_crew_do (work->request->crew, "scoring drafts", outcomes->len, score_drafts, work);
  for (guint i = 0; i < outcomes->len; i++)
    if (work->errors[i] != NULL)
      return fail (g_ptr_array_index (outcomes, i), g_steal_pointer (&work->errors[i]), error);
  for (guint i = 0; i < outcomes->len; i++)
    {
      ParleyCaseOutcome *self = g_ptr_array_index (outcomes, i);
      GError *why = NULL;

      parley_crew_tell (work->request->crew, "searching deals", i, outcomes->len);
      gather_drafts (self);
      if (!find_agreement (self, work->request, &why))
        return fail (self, why, error);
      for (guint s = 0; s < PARLEY_N_SOLUTIONS && self->before != NULL; s++)
        follow (self, s);
    }
  return TRUE;
}

static void
add_outcome (ParleyWhatIf *self, const ParleyWhatIfCase *given)
{
  ParleyCaseOutcome *outcome = g_new0 (ParleyCaseOutcome, 1);

  outcome->given = *given;
  if (self->outcomes->len > 0)
    outcome->before
        = parley_what_if_outcome (self, self->against_previous ? self->outcomes->len - 1 : 0);
  g_ptr_array_add (self->outcomes, outcome);
}

static gboolean
is_rounded (const ParleyWhatIf *self)
{
  for (guint i = 0; i < self->outcomes->len; i++)
    {
      const ParleyCaseOutcome *outcome = parley_what_if_outcome (self, i);

      if (outcome->agreement->rounded || outcome->own_scores->rounded)
        return TRUE;
    }
  return FALSE;
}

ParleyWhatIf *
parley_what_if_new (const ParleyWhatIfCase    *cases,
                    guint                      n_cases,
                    const ParleyWhatIfRequest *request,
                    GError                   **error)
{
  g_autoptr(ParleyWhatIf) self = g_new0 (ParleyWhatIf, 1);
  g_autofree GError **errors = g_new0 (GError *, n_cases);
  Work work = { self, request, errors };
  gboolean done = FALSE;

  self->outcomes = g_ptr_array_new_with_free_func ((GDestroyNotify) outcome_free);
  self->against_previous = request->against_previous;
  self->counted = request->count;
  for (guint i = 0; i < n_cases; i++)
    add_outcome (self, &cases[i]);
  done = work_out (&work, error);
  for (guint i = 0; i < n_cases; i++)
    g_clear_error (&errors[i]);
  if (!done)
    return NULL;
  self->rounded = is_rounded (self);
  return g_steal_pointer (&self);
}

void
parley_what_if_free (ParleyWhatIf *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->outcomes);
  g_free (self);
}

const ParleyCaseOutcome *
parley_what_if_outcome (const ParleyWhatIf *self, guint index)
{
  return g_ptr_array_index (self->outcomes, index);
}

GArray *
parley_case_outcome_drafts (const ParleyCaseOutcome *self)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (ParleyDraftPair));

  for (guint d = 0; d < self->drafts->len; d++)
    {
      const ParleyDraftScore *after = g_ptr_array_index (self->drafts, d);
      ParleyDraftPair pair = { find_draft (self->before, after->draft->id), after };

      g_array_append_val (pairs, pair);
    }
  for (guint d = 0; d < self->before->drafts->len; d++)
    {
      const ParleyDraftScore *before = g_ptr_array_index (self->before->drafts, d);
      ParleyDraftPair pair = { before, NULL };

      if (find_draft (self, before->draft->id) == NULL)
        g_array_append_val (pairs, pair);
    }
  return pairs;
}

const ParleyStanding *
parley_draft_score_of (const ParleyDraftScore *score, const char *id)
{
  int party = score == NULL ? -1 : parley_scenario_find_party (score->space->scenario, id);

  return party < 0 ? NULL : g_ptr_array_index (score->standings, party);
}

static gboolean
same_standing (const ParleyStanding *before, const ParleyStanding *after)
{
  return before->verdict == after->verdict && mpq_equal (before->low, after->low)
         && mpq_equal (before->high, after->high) && before->on_the_line == after->on_the_line
         && before->needed == after->needed;
}

/* Of every party; those that are there only once differ. */
static gboolean
same_standings (const ParleyDraftPair *pair)
{
  const ParleyScenario *scenario = pair->after->space->scenario;

  if (pair->before->standings->len != pair->after->standings->len)
    return FALSE;
  for (guint p = 0; p < pair->after->standings->len; p++)
    {
      const ParleyStanding *before
          = parley_draft_score_of (pair->before, parley_scenario_party (scenario, p)->id);

      if (before == NULL || !same_standing (before, g_ptr_array_index (pair->after->standings, p)))
        return FALSE;
    }
  return TRUE;
}

int
parley_draft_pair_turned_party (const ParleyDraftPair *pair)
{
  for (guint p = 0; p < pair->after->standings->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (pair->after->space->scenario, p);
      const ParleyStanding *before = parley_draft_score_of (pair->before, party->id);
      const ParleyStanding *after = g_ptr_array_index (pair->after->standings, p);

      if (before != NULL && before->verdict != PARLEY_VERDICT_NONE
          && after->verdict != PARLEY_VERDICT_NONE && before->verdict != after->verdict)
        return (int) p;
    }
  return -1;
}

gboolean
parley_draft_pair_turns (const ParleyDraftPair *pair)
{
  if (pair->before == pair->after)
    return FALSE;
  return pair->before == NULL || pair->after == NULL
         || pair->before->verdict != pair->after->verdict
         || parley_draft_pair_turned_party (pair) >= 0;
}

/* What was not counted does not tell. */
static gboolean
same_counts (const ParleyCounts *before, const ParleyCounts *after)
{
  if (before == NULL || after == NULL)
    return before == after;
  return mpz_cmp (before->total.all, after->total.all) == 0
         && mpz_cmp (before->total.feasible, after->total.feasible) == 0;
}

gboolean
parley_draft_pair_changes (const ParleyDraftPair *pair)
{
  if (pair->before == pair->after)
    return FALSE;
  return parley_draft_pair_turns (pair) || !same_standings (pair)
         || !same_counts (pair->before->counts, pair->after->counts);
}
