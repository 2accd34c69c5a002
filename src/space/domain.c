/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/domain.h"

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return mpq_cmp (*(mpq_ptr const *) a, *(mpq_ptr const *) b);
}

/* Sorts @numbers (of mpq_ptr) and moves them to @axis without repetitions. */
static void
take_numbers (ParleyAxis *axis, GPtrArray *numbers)
{
  axis->numbers = g_new (mpq_ptr, numbers->len);
  g_ptr_array_sort (numbers, compare_numbers);
  for (guint i = 0; i < numbers->len; i++)
    {
      mpq_ptr number = g_ptr_array_index (numbers, i);

      if (axis->n_options > 0 && mpq_equal (axis->numbers[axis->n_options - 1], number))
        parley_exact_free (number);
      else
        axis->numbers[axis->n_options++] = number;
    }
}

/* The grid values that @terms (NULL: all) allow, and the ends of its intervals. */
static void
fill_range (ParleyAxis *axis, const ParleyIssue *issue, const ParleyTerms *terms)
{
  g_autoptr(GPtrArray) numbers = g_ptr_array_new ();

  for (guint i = 0; i < issue->grid->len; i++)
    {
      mpq_srcptr number = g_ptr_array_index (issue->grid, i);

      if (terms == NULL || parley_terms_has_number (terms, number))
        g_ptr_array_add (numbers, parley_exact_new (number));
    }
  for (guint i = 0; terms != NULL && i < terms->intervals->len; i++)
    {
      const ParleyInterval *interval = &g_array_index (terms->intervals, ParleyInterval, i);

      g_ptr_array_add (numbers, parley_exact_new (interval->low));
      g_ptr_array_add (numbers, parley_exact_new (interval->high));
    }
  take_numbers (axis, numbers);
}

static void
fill_choice (ParleyAxis *axis, const ParleyIssue *issue, const ParleyTerms *terms)
{
  axis->options = g_new (guint, issue->options->len);
  for (guint i = 0; i < issue->options->len; i++)
    if (terms == NULL || parley_terms_has_option (terms, i))
      axis->options[axis->n_options++] = i;
}

ParleyDomain *
parley_domain_new_terms (const ParleyScenario *scenario, const ParleyTerms *const *terms)
{
  ParleyDomain *self = g_new0 (ParleyDomain, 1);

  self->axes = g_new0 (ParleyAxis, scenario->issues->len);
  self->axis_of_issue = g_new (int, scenario->issues->len);
  for (guint i = 0; i < scenario->issues->len; i++)
    {
      const ParleyIssue *issue = parley_scenario_issue (scenario, i);
      ParleyAxis *axis = &self->axes[self->n_axes];

      self->axis_of_issue[i] = -1;
      if (parley_issue_is_derived (issue))
        continue;

      self->axis_of_issue[i] = (int) self->n_axes++;
      axis->issue = i;
      if (issue->kind == PARLEY_ISSUE_RANGE)
        fill_range (axis, issue, terms == NULL ? NULL : terms[i]);
      else
        fill_choice (axis, issue, terms == NULL ? NULL : terms[i]);
    }
  return self;
}

ParleyDomain *
parley_domain_new (const ParleyScenario *scenario)
{
  return parley_domain_new_terms (scenario, NULL);
}

const ParleyTerms **
parley_draft_terms (const ParleyScenario *scenario, const ParleyDraft *draft)
{
  const ParleyTerms **terms = g_new0 (const ParleyTerms *, scenario->issues->len);

  for (guint i = 0; i < scenario->issues->len; i++)
    if (draft->terms[i] != NULL)
      terms[i] = draft->terms[i]->is;
  return terms;
}

ParleyDomain *
parley_domain_new_draft (const ParleyScenario *scenario, const ParleyDraft *draft)
{
  g_autofree const ParleyTerms **terms = parley_draft_terms (scenario, draft);

  return parley_domain_new_terms (scenario, terms);
}

/* Adds what @more allows to @terms, which is NULL while nothing is allowed. */
static ParleyTerms *
join_terms (ParleyTerms *terms, const ParleyTerms *more)
{
  if (terms == NULL)
    return parley_terms_copy (more);
  parley_terms_add (terms, more);
  return terms;
}

GPtrArray *
parley_terms_among (const ParleyScenario *scenario, ParleyAmong among, guint party)
{
  GPtrArray *tabled = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_terms_free);

  g_ptr_array_set_size (tabled, (int) scenario->issues->len);
  for (guint d = 0; among != PARLEY_AMONG_ALL && d < scenario->drafts->len; d++)
    {
      const ParleyDraft *draft = parley_scenario_draft (scenario, d);

      if (among == PARLEY_AMONG_PARTY && !parley_draft_has_consent (draft, party))
        continue;
      for (guint i = 0; i < scenario->issues->len; i++)
        if (draft->terms[i] != NULL)
          tabled->pdata[i] = join_terms (tabled->pdata[i], draft->terms[i]->is);
    }
  return tabled;
}

ParleyDomain *
parley_domain_new_among (const ParleyScenario *scenario, ParleyAmong among, guint party)
{
  g_autoptr(GPtrArray) tabled = parley_terms_among (scenario, among, party);

  return parley_domain_new_terms (scenario, (const ParleyTerms *const *) tabled->pdata);
}

guint
parley_axis_find (const ParleyAxis *self, const ParleyAxis *from, guint option)
{
  guint found = 0;

  while (self->numbers != NULL ? !mpq_equal (self->numbers[found], from->numbers[option])
                               : self->options[found] != from->options[option])
    found++;
  return found;
}

void
parley_domain_free (ParleyDomain *self)
{
  if (self == NULL)
    return;
  for (guint a = 0; a < self->n_axes; a++)
    {
      for (guint o = 0; self->axes[a].numbers != NULL && o < self->axes[a].n_options; o++)
        parley_exact_free (self->axes[a].numbers[o]);
      g_free (self->axes[a].numbers);
      g_free (self->axes[a].options);
    }
  g_free (self->axes);
  g_free (self->axis_of_issue);
  g_free (self);
}

void
parley_domain_count (const ParleyDomain *self, mpz_ptr count)
{
  mpz_set_ui (count, 1);
  for (guint a = 0; a < self->n_axes; a++)
    mpz_mul_ui (count, count, self->axes[a].n_options);
}
