/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/deal_draft.h"

/* The option of @axis, an axis of @space, as a term of @issue. NULL when that has no such. */
static ParleyTerms *
term_of (const ParleySpace *space, const ParleyAxis *axis, guint option, const ParleyIssue *issue)
{
  const ParleyIssue *own = parley_scenario_issue (space->scenario, axis->issue);
  ParleyTerms *terms = NULL;
  int found = -1;

  if (issue->kind != own->kind)
    return NULL;
  if (axis->options != NULL)
    {
      found
          = parley_issue_find_option (issue, parley_issue_option (own, axis->options[option])->id);
      if (found < 0)
        return NULL;
      terms = parley_terms_new_options (issue->options->len);
      parley_terms_add_option (terms, (guint) found);
      return terms;
    }
  if (mpq_cmp (axis->numbers[option], issue->min) < 0
      || mpq_cmp (axis->numbers[option], issue->max) > 0)
    return NULL;
  terms = parley_terms_new_numbers ();
  parley_terms_add_interval (terms, axis->numbers[option], axis->numbers[option]);
  return terms;
}

ParleyDraft *
parley_deal_draft_new (const ParleySpace    *space,
                       const guint          *options,
                       const ParleyScenario *scenario,
                       const char           *id,
                       const char           *title)
{
  g_autoptr(ParleyDraft) draft = parley_draft_new (id, scenario->issues->len);

  draft->title = g_strdup (title);
  for (guint a = 0; a < space->domain->n_axes; a++)
    {
      const ParleyAxis *axis = &space->domain->axes[a];
      int issue = parley_scenario_find_issue (
          scenario, parley_scenario_issue (space->scenario, axis->issue)->id);
      ParleyTerms *terms = issue < 0 ? NULL
                                     : term_of (space, axis, options[a],
                                                parley_scenario_issue (scenario, (guint) issue));

      if (terms == NULL)
        return NULL;
      draft->terms[issue] = parley_draft_term_new ();
      draft->terms[issue]->is = terms;
    }
  return g_steal_pointer (&draft);
}

ParleyScenario *
parley_scenario_with_drafts (const ParleyScenario *scenario, GPtrArray *drafts)
{
  ParleyScenario *self = g_new (ParleyScenario, 1);

  *self = *scenario;
  self->drafts = g_ptr_array_new ();
  g_ptr_array_extend (self->drafts, scenario->drafts, NULL, NULL);
  g_ptr_array_extend (self->drafts, drafts, NULL, NULL);
  return self;
}

void
parley_scenario_with_drafts_free (ParleyScenario *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->drafts);
  g_free (self);
}
