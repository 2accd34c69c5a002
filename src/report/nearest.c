/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/deal_list.h"
#include "report/language.h"
#include "report/term_words.h"
#include "report/words.h"

/* What the deal is worth to each side, and who refuses it. */
static void
add_scores (ParleyDocument *document, const ParleyLandscape *landscape, const ParleyDeal *deal)
{
  g_autofree ParleyScore *scores = g_new (ParleyScore, landscape->utilities->len);
  ParleyTuple tuple
      = parley_evaluate (landscape->space, landscape->utilities, deal->options, scores);

  for (guint s = 0; s < landscape->utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (landscape->utilities, s);
      const ParleyParty *party = parley_scenario_party (landscape->space->scenario, utility->party);
      g_autofree char *points = parley_words_score (utility, scores[s]);
      g_autofree char *surplus = parley_words_score (utility, scores[s] - utility->reservation);

      if (utility->scored && utility->has_reservation)
        parley_document_entry (document, party->title,
                               parley_tuple_blocks (landscape->space, landscape->utilities, &tuple,
                                                    s)
                                   ? _ ("%s points, a surplus of %s: refuses")
                                   : _ ("%s points, a surplus of %s"),
                               points, surplus);
      else if (utility->scored)
        parley_document_entry (document, party->title, _ ("%s points"), points);
    }
}

static void
add_terms (ParleyDocument *document, const ParleySpace *space, const guint *options)
{
  for (guint a = 0; a < space->domain->n_axes; a++)
    {
      g_autofree char *option = parley_words_option (space, a, options[a]);

      parley_document_bullet (
          document, "%s: %s",
          parley_scenario_issue (space->scenario, space->domain->axes[a].issue)->title, option);
    }
}

char *
parley_nearest_words (const ParleyDeals *deals)
{
  const ParleyLandscape *landscape = deals->landscape;
  const ParleyDeal *deal = landscape->findings->nearest;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint s = 0; deal != NULL && s < landscape->utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (landscape->utilities, s);
      const ParleyParty *party = parley_scenario_party (landscape->space->scenario, utility->party);
      ParleyScore surplus = deal->scores[s] - utility->reservation;
      g_autofree char *points = parley_words_score (utility, deal->scores[s]);
      g_autofree char *far = parley_words_score (utility, surplus < 0 ? -surplus : surplus);

      if (!utility->scored || !utility->has_reservation)
        continue;
      g_string_append (text, text->len == 0 ? "" : "; ");
      g_string_append_printf (text,
                              surplus < 0 ? _ ("%s gets %s points, %s too few")
                                          : _ ("%s gets %s points, %s above its reservation"),
                              party->title, points, far);
    }
  return text->len == 0 ? NULL : g_string_free (g_steal_pointer (&text), FALSE);
}

void
parley_nearest_add (ParleyDocument *document, const ParleyDeals *deals)
{
  const ParleyLandscape *landscape = deals->landscape;
  const ParleyFindings *findings = landscape->findings;

  if (parley_findings_has_deal (findings))
    return;
  if (findings->nearest == NULL)
    {
      if (findings->counts == NULL || mpz_sgn (findings->counts->total.feasible) == 0)
        return;
      parley_document_paragraph (document, "%s",
                                 _ ("Every feasible deal crosses a red line, so there is no "
                                    "nearest miss."));
      return;
    }
  parley_document_heading (document, 2, "%s", _ ("The nearest miss"));
  parley_document_paragraph (
      document, "%s",
      _ ("Of the feasible deals that cross no red line, this one has the smallest "
         "largest shortfall:"));
  add_scores (document, landscape, findings->nearest);
  add_terms (document, landscape->space, findings->nearest->options);
}
