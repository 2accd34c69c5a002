/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/sweep_columns.h"

#include <math.h>
#include <string.h>

static void
column_free (ParleySweepColumn *self)
{
  g_free (self->name);
  g_free (self->draft);
  g_free (self->party);
  g_free (self->issue);
  g_free (self);
}

static ParleySweepColumn *
add (GPtrArray *columns, ParleySweepKind kind, char *name)
{
  ParleySweepColumn *column = g_new0 (ParleySweepColumn, 1);

  column->kind = kind;
  column->name = name;
  g_ptr_array_add (columns, column);
  return column;
}

static void
add_verdict (GPtrArray *columns, const ParleyDraft *draft, const ParleyParty *party)
{
  char *name = party == NULL ? g_strconcat ("draft.", draft->id, NULL)
                             : g_strconcat ("draft.", draft->id, ".", party->id, NULL);
  ParleySweepColumn *column = add (columns, PARLEY_SWEEP_VERDICT, name);

  column->draft = g_strdup (draft->id);
  column->party = party == NULL ? NULL : g_strdup (party->id);
}

static void
add_nash (GPtrArray *columns, const ParleyScenario *scenario)
{
  for (guint p = 0; p < scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (scenario, p);

      if (party->role == PARLEY_ROLE_PARTY)
        add (columns, PARLEY_SWEEP_SCORE, g_strconcat ("nash.", party->id, NULL))->party
            = g_strdup (party->id);
    }
  for (guint i = 0; i < scenario->issues->len; i++)
    {
      const ParleyIssue *issue = parley_scenario_issue (scenario, i);

      if (!parley_issue_is_derived (issue))
        add (columns, PARLEY_SWEEP_TERM, g_strconcat ("nash.term.", issue->id, NULL))->issue
            = g_strdup (issue->id);
    }
}

GPtrArray *
parley_sweep_columns_new (const ParleyScenario *scenario,
                          const ParleySweepGrid *grid,
                          gboolean count)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);

  for (guint i = 0; i < grid->inputs->len; i++)
    add (columns, PARLEY_SWEEP_INPUT, g_strdup (parley_sweep_grid_input (grid, i)->path));
  add (columns, PARLEY_SWEEP_DEAL, g_strdup ("deal"));
  if (count)
    add (columns, PARLEY_SWEEP_COUNT, g_strdup ("acceptable"));
  for (guint d = 0; d < scenario->drafts->len; d++)
    {
      const ParleyDraft *draft = parley_scenario_draft (scenario, d);

      add_verdict (columns, draft, NULL);
      for (guint p = 0; p < scenario->parties->len; p++)
        if (parley_party_gives_verdict (parley_scenario_party (scenario, p)))
          add_verdict (columns, draft, parley_scenario_party (scenario, p));
    }
  add_nash (columns, scenario);
  return columns;
}

const ParleySweepColumn *
parley_sweep_column (const GPtrArray *columns, guint index)
{
  return g_ptr_array_index (columns, index);
}

gboolean
parley_sweep_column_flips (const ParleySweepColumn *self)
{
  return self->kind == PARLEY_SWEEP_DEAL || self->kind == PARLEY_SWEEP_VERDICT;
}

gboolean
parley_sweep_column_is_required (const ParleySweepColumn *self)
{
  return self->kind == PARLEY_SWEEP_INPUT || self->kind == PARLEY_SWEEP_DEAL;
}

static gboolean
is_verdict (const char *text)
{
  for (ParleyVerdict verdict = PARLEY_VERDICT_NONE; verdict <= PARLEY_VERDICT_UNKNOWN; verdict++)
    if (g_strcmp0 (parley_verdict_to_string (verdict), text) == 0)
      return TRUE;
  return FALSE;
}

/* "33.5"; a count has digits alone. */
static gboolean
is_score (const char *text)
{
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);

  return end != text && *end == '\0' && isfinite (number);
}

static gboolean
is_count (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

gboolean
parley_sweep_column_admits (const ParleySweepColumn *self, const char *cell)
{
  static const char *const existences[] = { "yes", "no", "unknown", NULL };

  if (cell == NULL)
    return !parley_sweep_column_is_required (self);
  switch (self->kind)
    {
    case PARLEY_SWEEP_DEAL:
      return g_strv_contains (existences, cell);
    case PARLEY_SWEEP_COUNT:
      return is_count (cell);
    case PARLEY_SWEEP_SCORE:
      return is_score (cell);
    case PARLEY_SWEEP_VERDICT:
      return is_verdict (cell);
    case PARLEY_SWEEP_INPUT:
    case PARLEY_SWEEP_TERM:
    default:
      return TRUE;
    }
}

static const char *
existence_to_string (ParleyExistence exists)
{
  return exists == PARLEY_EXISTS_YES ? "yes" : exists == PARLEY_EXISTS_NO ? "no" : "unknown";
}

static char *
score_cell (const ParleyAgreement *agreement, const char *id)
{
  const ParleyPick *pick = &agreement->picks[PARLEY_NASH];
  int party = parley_scenario_find_party (agreement->space->scenario, id);
  const ParleyUtility *utility = NULL;
  char *text = NULL;
  mpq_t score;

  if (pick->options == NULL || party < 0)
    return NULL;
  utility = g_ptr_array_index (agreement->utilities, (guint) party);
  mpq_init (score);
  parley_score_to_exact (pick->scores[party], utility->denominator, score);
  text = parley_double_to_text (parley_exact_to_double (score));
  mpq_clear (score);
  return text;
}

static char *
term_cell (const ParleyAgreement *agreement, const char *id)
{
  const ParleyScenario *scenario = agreement->space->scenario;
  const ParleyPick *pick = &agreement->picks[PARLEY_NASH];
  int issue = parley_scenario_find_issue (scenario, id);
  int at = issue < 0 ? -1 : agreement->space->domain->axis_of_issue[issue];
  const ParleyAxis *axis = at < 0 ? NULL : &agreement->space->domain->axes[at];

  if (pick->options == NULL || axis == NULL)
    return NULL;
  if (axis->options == NULL)
    return parley_double_to_text (parley_exact_to_double (axis->numbers[pick->options[at]]));
  return g_strdup (parley_issue_option (parley_scenario_issue (scenario, (guint) issue),
                                        axis->options[pick->options[at]])
                       ->id);
}

/* What @scores, of all drafts or one of them, say. */
static const char *
verdict_cell (const ParleyScores *scores, const char *draft, const char *party)
{
  int index = party == NULL ? 0 : parley_scenario_find_party (scores->scenario, party);

  for (guint d = 0; index >= 0 && d < scores->drafts->len; d++)
    {
      const ParleyDraftScore *score = g_ptr_array_index (scores->drafts, d);

      if (!g_str_equal (score->draft->id, draft))
        continue;
      return parley_verdict_to_string (
          party == NULL
              ? score->verdict
              : ((const ParleyStanding *) g_ptr_array_index (score->standings, (guint) index))
                    ->verdict);
    }
  return NULL;
}

static char *
cell_new (const ParleySweepColumn *column,
          const ParleyAgreement *agreement,
          const ParleyScores *scores)
{
  switch (column->kind)
    {
    case PARLEY_SWEEP_DEAL:
      return g_strdup (existence_to_string (agreement->exists));
    case PARLEY_SWEEP_COUNT:
      return agreement->counts == NULL ? NULL : parley_count_to_text (agreement->counts->total.all);
    case PARLEY_SWEEP_SCORE:
      return score_cell (agreement, column->party);
    case PARLEY_SWEEP_TERM:
      return term_cell (agreement, column->issue);
    case PARLEY_SWEEP_VERDICT:
      return g_strdup (verdict_cell (scores, column->draft, column->party));
    case PARLEY_SWEEP_INPUT:
    default:
      return NULL;
    }
}

char **
parley_sweep_row_new (const GPtrArray              *columns,
                      const ParleyScenario         *scenario,
                      const ParleyAgreementRequest *request,
                      GError                      **error)
{
  g_autoptr(ParleyAgreement) agreement = parley_agreement_new (scenario, request, error);
  g_autoptr(ParleyScores) scores = NULL;
  g_autofree guint *drafts = g_new (guint, scenario->drafts->len);
  char **row = NULL;

  if (agreement == NULL)
    return NULL;
  for (guint d = 0; d < scenario->drafts->len; d++)
    drafts[d] = d;
  scores = parley_scores_new (scenario, drafts, scenario->drafts->len, PARLEY_SCORE_PLAIN, error);
  if (scores == NULL)
    return NULL;
  row = g_new0 (char *, columns->len);
  for (guint c = 0; c < columns->len; c++)
    row[c] = cell_new (parley_sweep_column (columns, c), agreement, scores);
  return row;
}

const char *
parley_sweep_cell (const ParleySweepColumn      *column,
                   const ParleyScenario         *scenario,
                   const ParleyAgreementRequest *request,
                   GError                      **error)
{
  g_autoptr(ParleyScores) scores = NULL;
  int found = column->draft == NULL ? -1 : parley_scenario_find_draft (scenario, column->draft);
  guint draft = (guint) found;

  if (column->kind == PARLEY_SWEEP_DEAL)
    {
      ParleyExistence exists = PARLEY_EXISTS_UNKNOWN;

      return parley_agreement_exists (scenario, request, &exists, error)
                 ? existence_to_string (exists)
                 : NULL;
    }
  if (found < 0)
    return NULL;
  scores = parley_scores_new (scenario, &draft, 1, PARLEY_SCORE_PLAIN, error);
  return scores == NULL ? NULL : verdict_cell (scores, column->draft, column->party);
}
