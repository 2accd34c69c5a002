/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/issue_trial.h"

#include <stdlib.h>

#include "space/endings.h"

/* What the terms of the issue do to one party. */
typedef struct
{
  ParleyOutline *outline;
  ParleyGains   *gains;
  ParleyEndings *endings;
} Ending;

static void
ending_free (Ending *self)
{
  parley_endings_free (self->endings);
  parley_gains_free (self->gains);
  parley_outline_free (self->outline);
  g_free (self);
}

static const ParleyTerms *
said_of (const ParleyIssueTrial *self)
{
  guint issue = self->whole->domain->axes[self->axis].issue;
  const ParleyDraftTerm *term = self->score->draft->terms[issue];

  return term == NULL ? NULL : term->is;
}

static gboolean
allows (const ParleyTerms *terms, const ParleyAxis *axis, guint option)
{
  if (terms == NULL)
    return TRUE;
  return axis->numbers != NULL ? parley_terms_has_number (terms, axis->numbers[option])
                               : parley_terms_has_option (terms, axis->options[option]);
}

/* Frees the issue, and keeps what the draft says of it, which may be off the grid. */
static ParleySpace *
free_issue (const ParleyIssueTrial *self, GError **error)
{
  guint issue = self->whole->domain->axes[self->axis].issue;
  g_autofree const ParleyTerms **terms = parley_draft_terms (self->scenario, self->score->draft);
  const ParleyAxis *grid = &self->whole->domain->axes[self->axis];
  g_autoptr(ParleyTerms) all = NULL;

  if (terms[issue] != NULL && grid->numbers != NULL)
    {
      all = parley_terms_copy (terms[issue]);
      for (guint o = 0; o < grid->n_options; o++)
        parley_terms_add_interval (all, grid->numbers[o], grid->numbers[o]);
    }
  terms[issue] = all;
  return parley_space_new (self->scenario, parley_domain_new_terms (self->scenario, terms),
                           self->score->draft, NULL, error);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return mpq_cmp (*(mpq_ptr const *) a, *(mpq_ptr const *) b);
}

/* Where the option of the grid is among those of the freed issue. */
static guint
place_of (const ParleyIssueTrial *self, guint option)
{
  const ParleyAxis *grid = &self->whole->domain->axes[self->axis];
  const ParleyAxis *own = &self->space->domain->axes[self->axis];
  const mpq_ptr *found = NULL;

  if (grid->numbers == NULL)
    return option; /* all options are there */
  found = bsearch (&grid->numbers[option], own->numbers, own->n_options, sizeof *own->numbers,
                   compare_numbers);
  return (guint) (found - own->numbers);
}

static gboolean
find_endings (ParleyIssueTrial *self, GError **error)
{
  for (guint p = 0; p < self->scenario->parties->len; p++)
    {
      Ending *ending = g_new0 (Ending, 1);

      g_ptr_array_add (self->endings, ending);
      ending->outline = parley_outline_new_ending_with (
          self->space, p, self->axis, parley_budget_arcs (PARLEY_BUDGET_DEFAULT), error);
      if (ending->outline == NULL)
        return FALSE;
      ending->gains = parley_gains_new (ending->outline, g_ptr_array_index (self->utilities, p));
      ending->endings = parley_endings_new (ending->gains);
    }
  return TRUE;
}

gboolean
parley_issue_trial_init (ParleyIssueTrial       *self,
                         const ParleyDraftScore *score,
                         const ParleySpace      *whole,
                         guint                   axis,
                         GError                **error)
{
  *self = (ParleyIssueTrial){
    .scenario = whole->scenario, .score = score, .whole = whole, .axis = axis
  };
  self->endings = g_ptr_array_new_with_free_func ((GDestroyNotify) ending_free);
  self->space = free_issue (self, error);
  if (self->space == NULL)
    return FALSE;
  self->utilities
      = parley_utilities_new (self->space, parley_scenario_date_of (self->scenario, score->draft));
  return find_endings (self, error);
}

void
parley_issue_trial_clear (ParleyIssueTrial *self)
{
  g_clear_pointer (&self->endings, g_ptr_array_unref);
  g_clear_pointer (&self->utilities, g_ptr_array_unref);
  g_clear_pointer (&self->space, parley_space_free);
}

static const ParleyEndings *
endings_of (const ParleyIssueTrial *self, guint party)
{
  return ((const Ending *) g_ptr_array_index (self->endings, party))->endings;
}

gboolean
parley_issue_trial_allows (const ParleyIssueTrial *self, guint option)
{
  return allows (said_of (self), parley_issue_trial_axis (self), option);
}

gboolean
parley_issue_trial_extent (const ParleyIssueTrial *self,
                           guint                   party,
                           guint                   option,
                           ParleyExtent           *extent)
{
  return parley_endings_extent (endings_of (self, party), place_of (self, option), extent);
}

gboolean
parley_issue_trial_gain (const ParleyIssueTrial *self,
                         guint                   party,
                         guint                   option,
                         ParleyScore            *low,
                         ParleyScore            *high)
{
  const ParleyAxis *own = &self->space->domain->axes[self->axis];
  guint to = place_of (self, option);
  gboolean found = FALSE;

  for (guint from = 0; from < own->n_options; from++)
    {
      ParleyScore least = 0, most = 0;

      if (!allows (said_of (self), own, from)
          || !parley_endings_gain (endings_of (self, party), from, to, &least, &most))
        continue;
      *low = found ? MIN (*low, least) : least;
      *high = found ? MAX (*high, most) : most;
      found = TRUE;
    }
  return found;
}
