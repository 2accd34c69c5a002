/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/brief_part.h"
#include "report/charts.h"

/* Bars of a tornado. */
#define MOST_BARS 10

void
parley_brief_add_space (ParleyBrief *self)
{
  const ParleyPortrait *portrait = self->briefing->portrait;
  ParleyMarkedDeal marked[PARLEY_MOST_PROPOSALS];
  guint n = parley_briefing_n_proposals (self->briefing);
  g_autoptr(GPtrArray) drafts = g_ptr_array_new ();
  ParleyScores scores = *self->briefing->scores;

  if (portrait == NULL)
    return;
  for (guint i = 0; i < n; i++)
    marked[i] = (ParleyMarkedDeal){
      parley_brief_name (self, i),
      { parley_brief_standing (self, i, portrait->pair[0])->low,
        parley_brief_standing (self, i, portrait->pair[1])->low },
    };
  /* The proposals are marked instead. */
  for (guint i = 0; i < self->briefing->request.n_drafts; i++)
    g_ptr_array_add (drafts, g_ptr_array_index (scores.drafts, i));
  scores.drafts = drafts;
  parley_document_take_chart (self->document, parley_plot_space (portrait, &scores, marked, n));
}

void
parley_brief_add_weights (ParleyBrief *self)
{
  g_autofree guint *parties = g_new (guint, self->scenario->parties->len);

  if (parley_brief_parties (self, parties) > 0)
    parley_document_take_chart (self->document, parley_plot_weights (self->scenario));
}

void
parley_brief_add_contributions (ParleyBrief *self)
{
  if (parley_brief_has_offer (self))
    parley_document_take_chart (
        self->document, parley_plot_contributions (self->briefing->extended,
                                                   parley_briefing_proposal (self->briefing, 0)));
}

void
parley_brief_add_likelihood (ParleyBrief *self)
{
  if (self->briefing->robust != NULL)
    parley_document_take_chart (self->document, parley_plot_likelihood (self->briefing->robust));
}

void
parley_brief_add_tornadoes (ParleyBrief *self)
{
  g_autofree guint *parties = g_new (guint, self->scenario->parties->len);
  guint n = parley_brief_parties (self, parties);

  for (guint i = 0; parley_brief_has_offer (self) && i < n; i++)
    {
      const ParleyDraftDoubt *doubt = parley_brief_doubt (self, 0, parties[i]);

      if (doubt != NULL && doubt->tornado->n_ranged > 0)
        parley_document_take_chart (
            self->document, parley_plot_tornado (self->briefing->extended,
                                                 parley_briefing_proposal (self->briefing, 0),
                                                 doubt->tornado, MOST_BARS));
    }
}
