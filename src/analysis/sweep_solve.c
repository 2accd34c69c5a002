/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/break_even.h"
#include "analysis/sweep_flip.h"
#include "space/limit.h"

/* The input of @party that stands at @path, which may end with ".value". Returns: whether there is
 * one. */
static gboolean
find_input (const ParleyScenario *scenario,
            guint                 party,
            const char           *date,
            const char           *path,
            ParleyInput          *found)
{
  g_autoptr(GArray) inputs = parley_inputs_new (scenario, party, date);

  for (guint i = 0; i < inputs->len; i++)
    {
      const ParleyInput *input = &g_array_index (inputs, ParleyInput, i);
      g_autofree char *bare = parley_input_path (scenario, input);
      g_autofree char *value = g_strconcat (bare, ".value", NULL);

      if (input->kind != PARLEY_INPUT_BEND
          && (g_str_equal (path, bare) || g_str_equal (path, value)))
        {
          *found = *input;
          return TRUE;
        }
    }
  return FALSE;
}

/* From one value of the input to the next, which may be below. */
typedef struct
{
  mpq_srcptr from;
  mpq_srcptr to;
} Span;

static gboolean
is_within (mpq_srcptr x, const Span *span)
{
  gboolean upwards = mpq_cmp (span->from, span->to) < 0;
  mpq_srcptr low = upwards ? span->from : span->to;
  mpq_srcptr high = upwards ? span->to : span->from;

  return mpq_cmp (low, x) <= 0 && mpq_cmp (x, high) <= 0;
}

static void
add (GPtrArray *candidates, mpq_srcptr x, const Span *span)
{
  if (is_within (x, span))
    g_ptr_array_add (candidates, parley_exact_new (x));
}

/* Where the verdict of @party on the draft of @space turns first. */
static void
add_turning (GPtrArray *candidates,
             const ParleySpace *space,
             guint party,
             const char *date,
             const ParleyInput *input,
             const Span *span)
{
  g_autoptr(ParleyOutline) outline = parley_outline_new (space, party, NULL);
  g_autoptr(ParleyValues) values = parley_values_new (space, party, NULL);
  g_autoptr(ParleyUtility) utility = parley_utility_new (space, values, date, NULL);
  const ParleyTurning *turning = NULL;
  ParleyBreakEven turnings;

  if (outline == NULL || !parley_outline_is_feasible (outline) || !utility->has_reservation)
    return;
  parley_break_even_init (&turnings, outline, utility, values, date, input, TRUE);
  turning = mpq_cmp (span->from, span->to) < 0 ? &turnings.above : &turnings.below;
  if (turning->turns && !turnings.rounded)
    add (candidates, turning->at, span);
  parley_break_even_clear (&turnings);
}

/* How much the party whose reservation moves can ask so that some deal of @space is acceptable to
 * all. */
static void
add_limit (GPtrArray *candidates,
           const ParleySpace *space,
           const char *date,
           const char *path,
           const Span *span,
           const ParleyAgreementRequest *request)
{
  const ParleyScenario *scenario = space->scenario;
  g_autoptr(GPtrArray) utilities = parley_utilities_new (space, date);
  mpq_t at;

  mpq_init (at);
  for (guint p = 0; p < scenario->parties->len; p++)
    {
      const ParleyUtility *utility = g_ptr_array_index (utilities, p);
      ParleyAcceptance acceptance = parley_acceptance (space, utilities, NULL);
      ParleyLimit limit = { PARLEY_LIMIT_NONE, 0 };
      ParleyInput input;

      acceptance.memory = request->memory;
      if (!parley_party_decides (parley_scenario_party (scenario, p)) || utility->rounded
          || !find_input (scenario, p, date, path, &input) || input.kind != PARLEY_INPUT_RESERVATION
          || !parley_limit_find (&acceptance, p, &limit, NULL) || limit.kind != PARLEY_LIMIT_SCORE)
        continue;
      parley_score_to_exact (limit.score, utility->denominator, at);
      add (candidates, at, span);
    }
  mpq_clear (at);
}

/* Where verdicts on a draft turn: that of the party, or for that of all those of each, and where
 * the last completion goes that all accept. */
static void
add_turnings (GPtrArray *candidates,
              const ParleySweepColumn *column,
              const ParleyScenario *scenario,
              const char *path,
              const Span *span,
              const ParleyAgreementRequest *request)
{
  int found = parley_scenario_find_draft (scenario, column->draft);
  const ParleyDraft *draft = found < 0 ? NULL : parley_scenario_draft (scenario, (guint) found);
  const char *date = draft == NULL ? NULL : parley_scenario_date_of (scenario, draft);
  g_autoptr(ParleySpace) space = NULL;

  if (draft != NULL)
    space
        = parley_space_new (scenario, parley_domain_new_draft (scenario, draft), draft, NULL, NULL);
  for (guint p = 0; space != NULL && p < scenario->parties->len; p++)
    {
      ParleyInput input;

      if (column->party != NULL
          && !g_str_equal (parley_scenario_party (scenario, p)->id, column->party))
        continue;
      if (find_input (scenario, p, date, path, &input))
        add_turning (candidates, space, p, date, &input, span);
    }
  if (space != NULL && column->party == NULL)
    add_limit (candidates, space, date, path, span, request);
}

static void
add_limit_of_deals (GPtrArray *candidates,
                    const ParleyScenario *scenario,
                    const char *path,
                    const Span *span,
                    const ParleyAgreementRequest *request)
{
  g_autoptr(ParleySpace) space
      = parley_space_new (scenario, parley_domain_new (scenario), NULL, NULL, NULL);

  if (space != NULL)
    add_limit (candidates, space, scenario->as_of, path, span, request);
}

GPtrArray *
parley_sweep_candidates (const ParleySweepColumn *column,
                         const ParleyScenario *scenario,
                         const char *path,
                         mpq_srcptr from,
                         mpq_srcptr to,
                         const ParleyAgreementRequest *request)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_exact_free);
  Span span = { from, to };

  if (column->kind == PARLEY_SWEEP_DEAL)
    add_limit_of_deals (candidates, scenario, path, &span, request);
  else
    add_turnings (candidates, column, scenario, path, &span, request);
  return candidates;
}
