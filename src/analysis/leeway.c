/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/leeway.h"

#include "space/distance.h"

/* Which terms */

static ParleyTerms *
empty_terms (const ParleyIssue *issue)
{
  return issue->kind == PARLEY_ISSUE_CHOICE ? parley_terms_new_options (issue->options->len)
                                            : parley_terms_new_numbers ();
}

/* Of what the draft allows, only its own readings count, as when it is scored. */
static void
add_number (ParleyTerms *terms, const ParleyTerms *own, mpq_srcptr number)
{
  if (!parley_terms_has_number (own, number))
    parley_terms_add_interval (terms, number, number);
}

/* The grid values that @among allows, and the ends of the intervals of @tabled. */
static void
add_numbers (ParleyTerms *terms,
             const ParleyIssue *issue,
             const ParleyTerms *own,
             const ParleyTerms *among,
             const ParleyTerms *tabled)
{
  for (guint i = 0; i < issue->grid->len; i++)
    {
      mpq_srcptr number = g_ptr_array_index (issue->grid, i);

      if (among == NULL || parley_terms_has_number (among, number))
        add_number (terms, own, number);
    }
  for (guint i = 0; tabled != NULL && i < tabled->intervals->len; i++)
    {
      const ParleyInterval *interval = &g_array_index (tabled->intervals, ParleyInterval, i);

      add_number (terms, own, interval->low);
      add_number (terms, own, interval->high);
    }
}

/* What an issue may become. @own: the draft's; @among (nullable): anything; @tabled (nullable):
 * numbers that need not be on the grid. Returns: (transfer full). */
static ParleyTerms *
wider_terms (const ParleyIssue *issue,
             const ParleyTerms *own,
             const ParleyTerms *among,
             const ParleyTerms *tabled)
{
  ParleyTerms *terms = empty_terms (issue);

  if (issue->kind == PARLEY_ISSUE_RANGE)
    add_numbers (terms, issue, own, among, tabled);
  for (guint o = 0; issue->kind == PARLEY_ISSUE_CHOICE && o < issue->options->len; o++)
    if (among == NULL || parley_terms_has_option (among, o))
      parley_terms_add_option (terms, o);
  parley_terms_add (terms, own);
  return terms;
}

/* Among all terms are those that were tabled off the grid. */
static ParleyDomain *
domain_of (const ParleyScenario     *scenario,
           const ParleyTerms *const *own,
           const ParleyLeewayLimits *limits)
{
  g_autoptr(GPtrArray) among = parley_terms_among (scenario, limits->among, limits->among_party);
  g_autoptr(GPtrArray) tabled
      = parley_terms_among (scenario,
                            limits->among == PARLEY_AMONG_ALL ? PARLEY_AMONG_TABLED : limits->among,
                            limits->among_party);
  g_autoptr(GPtrArray) terms = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_terms_free);

  for (guint i = 0; i < scenario->issues->len; i++)
    if (own[i] == NULL)
      g_ptr_array_add (terms, NULL);
    else if (limits->fixed != NULL && limits->fixed[i])
      g_ptr_array_add (terms, parley_terms_copy (own[i]));
    else
      g_ptr_array_add (terms,
                       wider_terms (parley_scenario_issue (scenario, i), own[i],
                                    g_ptr_array_index (among, i), g_ptr_array_index (tabled, i)));
  return parley_domain_new_terms (scenario, (const ParleyTerms *const *) terms->pdata);
}

/* What is given */

static ParleyCondition *
negation (ParleyCondition *inner)
{
  ParleyCondition *self = parley_condition_new (PARLEY_CONDITION_NOT);

  parley_condition_take_child (self, inner);
  return self;
}

/* "Not: what is given does not hold, though nothing that it speaks of is changed." */
static ParleyCondition *
condition_of_given (const ParleyScenario     *scenario,
                    const ParleyGiven        *given,
                    const ParleyTerms *const *own)
{
  g_autofree gboolean *flags = g_new0 (gboolean, scenario->issues->len);
  ParleyCondition *breach = parley_condition_new (PARLEY_CONDITION_ALL);

  parley_condition_mark_issues (given->condition, flags);
  parley_condition_mark_issues (given->consequence, flags);
  for (guint i = 0; i < scenario->issues->len; i++)
    if (flags[i])
      parley_issue_mark_sources (parley_scenario_issue (scenario, i), flags);
  parley_condition_take_child (breach, parley_condition_copy (given->condition));
  parley_condition_take_child (breach, negation (parley_condition_copy (given->consequence)));
  for (guint i = 0; i < scenario->issues->len; i++)
    if (flags[i] && own[i] != NULL)
      parley_condition_take_child (breach,
                                   parley_condition_new_terms (i, parley_terms_copy (own[i])));
  return negation (breach);
}

static GPtrArray *
conditions_of (const ParleyScenario *scenario,
               const ParleyDraft *draft,
               const ParleyTerms *const *own)
{
  GPtrArray *where = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_condition_free);

  for (guint i = 0; i < draft->given->len; i++)
    g_ptr_array_add (where,
                     condition_of_given (scenario, g_ptr_array_index (draft->given, i), own));
  return where;
}

/* All together */

gboolean **
parley_flags_new (const ParleyDomain *domain)
{
  gboolean **flags = g_new (gboolean *, MAX (1, domain->n_axes));

  for (guint a = 0; a < domain->n_axes; a++)
    flags[a] = g_new0 (gboolean, domain->axes[a].n_options);
  return flags;
}

void
parley_flags_free (gboolean **flags, const ParleyDomain *domain)
{
  for (guint a = 0; flags != NULL && a < domain->n_axes; a++)
    g_free (flags[a]);
  g_free (flags);
}

static void
set_kept (ParleyLeeway *self, const ParleyTerms *const *own)
{
  const ParleyDomain *domain = self->space->domain;
  g_autoptr(GPtrArray) kept = parley_kept_options (self->space, own);

  self->kept = parley_flags_new (domain);
  for (guint a = 0; a < domain->n_axes; a++)
    {
      const gboolean *of_axis = g_ptr_array_index (kept, a);

      for (guint o = 0; o < domain->axes[a].n_options; o++)
        self->kept[a][o] = of_axis == NULL || of_axis[o];
    }
}

ParleyLeeway *
parley_leeway_new (const ParleyScenario     *scenario,
                   const ParleyDraft        *draft,
                   const ParleyLeewayLimits *limits,
                   GError                  **error)
{
  g_autoptr(ParleyLeeway) self = g_new0 (ParleyLeeway, 1);
  g_autofree const ParleyTerms **own = g_new0 (const ParleyTerms *, scenario->issues->len);

  for (guint i = 0; i < scenario->issues->len; i++)
    own[i] = draft->terms[i] == NULL ? NULL : draft->terms[i]->is;
  self->draft = draft;
  self->where = conditions_of (scenario, draft, own);
  self->space
      = parley_space_new (scenario, domain_of (scenario, own, limits), NULL, self->where, error);
  if (self->space == NULL)
    return NULL;
  set_kept (self, own);
  self->utilities = parley_utilities_new (self->space, parley_scenario_date_of (scenario, draft));
  self->distance = self->utilities->len;
  g_ptr_array_add (self->utilities, parley_distance_new (self->space, self->kept));
  return g_steal_pointer (&self);
}

void
parley_leeway_free (ParleyLeeway *self)
{
  if (self == NULL)
    return;
  if (self->space != NULL)
    parley_flags_free (self->kept, self->space->domain);
  g_clear_pointer (&self->utilities, g_ptr_array_unref);
  g_clear_pointer (&self->where, g_ptr_array_unref);
  parley_space_free (self->space);
  g_free (self);
}

/* Part of it */

static ParleyTerms *
terms_of_flags (const ParleyIssue *issue, const ParleyAxis *axis, const gboolean *allowed)
{
  ParleyTerms *terms = empty_terms (issue);

  for (guint o = 0; o < axis->n_options; o++)
    if (allowed[o] && axis->options != NULL)
      parley_terms_add_option (terms, axis->options[o]);
    else if (allowed[o])
      parley_terms_add_interval (terms, axis->numbers[o], axis->numbers[o]);
  return terms;
}

ParleySpace *
parley_leeway_part (const ParleyLeeway *self, gboolean *const *allowed, GError **error)
{
  const ParleyScenario *scenario = self->space->scenario;
  const ParleyDomain *domain = self->space->domain;
  g_autoptr(GPtrArray) terms = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_terms_free);

  g_ptr_array_set_size (terms, (int) scenario->issues->len);
  for (guint a = 0; a < domain->n_axes; a++)
    {
      const ParleyAxis *axis = &domain->axes[a];

      terms->pdata[axis->issue]
          = terms_of_flags (parley_scenario_issue (scenario, axis->issue), axis, allowed[a]);
    }
  return parley_space_new (
      scenario, parley_domain_new_terms (scenario, (const ParleyTerms *const *) terms->pdata), NULL,
      self->where, error);
}
