/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/figures.h"

#include "report/number_words.h"

void
parley_figure_add (ParleyJson *object, const char *key, mpq_srcptr number, gboolean exact)
{
  ParleyJson *fractions = NULL;

  json_object_object_add (object, key, number == NULL ? NULL : parley_json_exact (number));
  if (!exact)
    return;
  if (!json_object_object_get_ex (object, "exact", &fractions))
    {
      fractions = json_object_new_object ();
      json_object_object_add (object, "exact", fractions);
    }
  json_object_object_add (fractions, key, number == NULL ? NULL : parley_json_fraction (number));
}

ParleyJson *
parley_figure_span (mpq_srcptr low, mpq_srcptr high, gboolean exact)
{
  ParleyJson *span = json_object_new_object ();

  parley_figure_add (span, "low", low, exact);
  parley_figure_add (span, "high", high, exact);
  return span;
}

static ParleyJson *
map_new (const ParleyScenario *scenario,
         GPtrArray            *utilities,
         const guint          *slots,
         guint                 n_slots,
         const ParleyScore    *scores,
         ParleyFigure          figure,
         gboolean              exact)
{
  ParleyJson *map = json_object_new_object ();
  mpq_t number;

  mpq_init (number);
  for (guint i = 0; i < n_slots; i++)
    {
      const ParleyUtility *utility = g_ptr_array_index (utilities, slots[i]);
      const ParleyParty *party = parley_utility_party (utility, scenario);

      if (party != NULL && figure (utility, scores[slots[i]], number))
        json_object_object_add (map, party->id,
                                exact ? parley_json_fraction (number) : parley_json_exact (number));
    }
  mpq_clear (number);
  return map;
}

void
parley_figure_add_map (ParleyJson           *object,
                       const char           *key,
                       const ParleyScenario *scenario,
                       GPtrArray            *utilities,
                       const guint          *slots,
                       guint                 n_slots,
                       const ParleyScore    *scores,
                       ParleyFigure          figure,
                       gboolean              exact)
{
  g_autofree char *exact_key = g_strconcat (key, "_exact", NULL);

  json_object_object_add (object, key,
                          map_new (scenario, utilities, slots, n_slots, scores, figure, FALSE));
  if (exact)
    json_object_object_add (object, exact_key,
                            map_new (scenario, utilities, slots, n_slots, scores, figure, TRUE));
}

gboolean
parley_figure_score (const ParleyUtility *utility, ParleyScore score, mpq_ptr number)
{
  parley_score_to_exact (score, utility->denominator, number);
  return utility->scored;
}

gboolean
parley_figure_surplus (const ParleyUtility *utility, ParleyScore score, mpq_ptr number)
{
  parley_score_to_exact (score - utility->reservation, utility->denominator, number);
  return utility->scored && utility->has_reservation;
}

ParleyJson *
parley_figure_option (const ParleySpace *space, guint axis, guint option)
{
  const ParleyAxis *where = &space->domain->axes[axis];
  const ParleyIssue *issue = parley_scenario_issue (space->scenario, where->issue);

  if (where->options != NULL)
    return parley_json_string (parley_issue_option (issue, where->options[option])->id);
  return parley_json_exact (where->numbers[option]);
}

ParleyJson *
parley_figure_terms (const ParleySpace *space, const guint *options)
{
  ParleyJson *terms = json_object_new_object ();

  for (guint a = 0; a < space->domain->n_axes; a++)
    json_object_object_add (
        terms, parley_scenario_issue (space->scenario, space->domain->axes[a].issue)->id,
        parley_figure_option (space, a, options[a]));
  return terms;
}

char *
parley_figure_text (const ParleyUtility *utility, ParleyScore score)
{
  char *text = NULL;
  mpq_t points;

  mpq_init (points);
  parley_score_to_exact (score, utility->denominator, points);
  text = parley_words_figure (points);
  mpq_clear (points);
  return text;
}
