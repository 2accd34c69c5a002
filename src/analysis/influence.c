/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/influence.h"

#include "analysis/verdict.h"

static const ParleyStanding *
standing_of (const ParleyDraftScore *score, guint party)
{
  return g_ptr_array_index (score->standings, party);
}

/* Whether coupling @c is a red line of @party that some completion crosses. */
static gboolean
is_crossed (const ParleyDraftScore *score, guint party, guint c)
{
  const ParleyCoupling *coupling = g_ptr_array_index (score->space->couplings, c);

  return coupling->effect == PARLEY_EFFECT_RED_LINE && coupling->party == party
         && score->reach->couplings[c] != PARLEY_NONE;
}

/* Sets @verdict to that of @party as if it had no red line that coupling @c stands for. */
static gboolean
set_verdict_without (const ParleyDraftScore *score,
                     guint                   party,
                     guint                   c,
                     ParleyVerdict          *verdict,
                     GError                **error)
{
  const ParleyUtility *utility = g_ptr_array_index (score->utilities, party);
  g_autoptr(ParleyOutline) clean = NULL;
  gboolean others = FALSE;
  ParleyExtent extent;

  if (standing_of (score, party)->verdict == PARLEY_VERDICT_NONE)
    return TRUE;
  clean = parley_outline_new_clean (score->space, party, (int) c, error);
  if (clean == NULL)
    return FALSE;
  for (guint other = 0; other < score->space->couplings->len; other++)
    others |= other != c && is_crossed (score, party, other);
  extent = parley_extent (clean, utility);
  if (!parley_outline_is_feasible (clean) || extent.high < utility->reservation)
    *verdict = PARLEY_VERDICT_REJECTS;
  else
    *verdict = others || extent.low < utility->reservation ? PARLEY_VERDICT_DEPENDS
                                                           : PARLEY_VERDICT_ACCEPTS;
  return TRUE;
}

GArray *
parley_red_line_influences (const ParleyDraftScore *score, guint party, GError **error)
{
  g_autoptr(GArray) influences = g_array_new (FALSE, FALSE, sizeof (ParleyInfluence));

  for (guint c = 0; c < score->space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (score->space->couplings, c);
      ParleyInfluence influence
          = { coupling->item, score->reach->couplings[c], PARLEY_VERDICT_NONE };

      if (!is_crossed (score, party, c))
        continue;
      if (!set_verdict_without (score, party, c, &influence.without, error))
        return NULL;
      g_array_append_val (influences, influence);
    }
  return g_steal_pointer (&influences);
}

/* The verdict of @party without the points of adjustment @item. */
static ParleyVerdict
verdict_without_points (const ParleyDraftScore *score,
                        guint                   party,
                        const ParleyOutline    *outline,
                        guint                   item)
{
  const ParleySpace *space = score->space;
  const ParleyAdjustment *adjustment
      = g_ptr_array_index (parley_scenario_party (space->scenario, party)->adjustments, item);
  g_autoptr(ParleyValues) values = parley_values_new (space, party, NULL);
  g_autoptr(ParleyUtility) utility = NULL;
  ParleyExtent extent;
  mpq_t nothing;

  mpq_init (nothing);
  utility
      = parley_utility_new (space, values, parley_scenario_date_of (space->scenario, score->draft),
                            &(ParleyVariation){ .number = adjustment->points, .value = nothing });
  mpq_clear (nothing);
  extent = parley_extent (outline, utility);
  return parley_verdict_of (utility, &extent, TRUE);
}

GArray *
parley_adjustment_influences (const ParleyDraftScore *score,
                              guint                   party,
                              const ParleyOutline    *outline)
{
  const ParleyStanding *standing = standing_of (score, party);
  GArray *influences = g_array_new (FALSE, FALSE, sizeof (ParleyInfluence));

  for (guint i = 0; i < standing->adjustments->len; i++)
    {
      const ParleyAction *action = &g_array_index (standing->adjustments, ParleyAction, i);
      ParleyInfluence influence = { action->item, action->applies, PARLEY_VERDICT_NONE };

      if (action->applies == PARLEY_NONE)
        continue;
      if (standing->verdict != PARLEY_VERDICT_NONE)
        influence.without = verdict_without_points (score, party, outline, action->item);
      g_array_append_val (influences, influence);
    }
  return influences;
}

/* Frees in @terms the issues that crossed red lines of @party name. Returns: whether there are
 * any. */
static gboolean
free_crossed (const ParleyDraftScore *score, guint party, const ParleyTerms **terms)
{
  gboolean any = FALSE;

  for (guint c = 0; c < score->space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (score->space->couplings, c);

      for (guint i = 0; is_crossed (score, party, c) && i < coupling->n_axes; i++)
        {
          terms[score->space->domain->axes[coupling->axes[i]].issue] = NULL;
          any = TRUE;
        }
    }
  return any;
}

int
parley_mended_score (const ParleyDraftScore *score, guint party, mpq_ptr mended, GError **error)
{
  const ParleyScenario *scenario = score->space->scenario;
  g_autofree const ParleyTerms **terms = parley_draft_terms (scenario, score->draft);
  g_autoptr(ParleySpace) space = NULL;
  g_autoptr(ParleyValues) values = NULL;
  g_autoptr(ParleyUtility) utility = NULL;
  g_autoptr(ParleyOutline) clean = NULL;

  if (!free_crossed (score, party, terms))
    return 0;
  space = parley_space_new (scenario, parley_domain_new_terms (scenario, terms), score->draft, NULL,
                            error);
  clean = space == NULL ? NULL : parley_outline_new_clean (space, party, PARLEY_NONE_SPARED, error);
  if (clean == NULL)
    return -1;
  if (!parley_outline_is_feasible (clean))
    return 0;
  values = parley_values_new (space, party, NULL);
  utility = parley_utility_new (space, values,
                                parley_scenario_date_of (space->scenario, score->draft), NULL);
  parley_score_to_exact (parley_extent (clean, utility).high, utility->denominator, mended);
  return 1;
}
