/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/concede.h"

#include "analysis/concede_best.h"
#include "analysis/concede_path.h"
#include "base/error.h"
#include "space/search.h"

static const ParleyUtility *
utility_at (const ParleyConcessions *self, guint slot)
{
  return g_ptr_array_index (self->utilities, slot);
}

/* The start */

static void
find_others (ParleyConcessions *self, const ParleySpace *space, GPtrArray *utilities)
{
  self->others = g_new (guint, utilities->len + 1);
  self->n_others = parley_rival_slots (space, utilities, (int) self->party, self->others);
}

/* The reading of the draft that is best for the party, over @space. */
static gboolean
read_draft (ParleyConcessions *self, const ParleySpace *space, guint **options, GError **error)
{
  g_autoptr(GPtrArray) utilities = parley_utilities_new (space, self->date);
  ParleyAcceptance anything = parley_acceptance (space, utilities, NULL);

  find_others (self, space, utilities);
  if (self->n_others == 0)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                   "concessions take another party that negotiates and has a score");
      return FALSE;
    }
  anything.reservations = FALSE;
  anything.red_lines = FALSE;
  if (!parley_concede_best (self, &anything, TRUE, options, error))
    return FALSE;
  if (*options == NULL)
    g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                 "the rules leave no completion of the draft \"%s\", so that there is nothing to "
                 "start from",
                 self->draft->id);
  return *options != NULL;
}

/* What an issue may be: what the start has, and of the terms looked at (@allowed, NULL: all) the
 * options or grid values; numbers that are tabled off the grid are among all. */
static ParleyTerms *
terms_of (const ParleyIssue *issue,
          const ParleyAxis *axis,
          guint start,
          const ParleyTerms *allowed,
          const ParleyTerms *tabled)
{
  ParleyTerms *terms = NULL;

  if (axis->options != NULL)
    {
      terms = parley_terms_new_options (issue->options->len);
      for (guint o = 0; o < issue->options->len; o++)
        if (allowed == NULL || parley_terms_has_option (allowed, o))
          parley_terms_add_option (terms, o);
      parley_terms_add_option (terms, axis->options[start]);
      return terms;
    }
  terms = tabled == NULL ? parley_terms_new_numbers () : parley_terms_copy (tabled);
  for (guint i = 0; allowed == NULL && i < issue->grid->len; i++)
    parley_terms_add_interval (terms, g_ptr_array_index (issue->grid, i),
                               g_ptr_array_index (issue->grid, i));
  parley_terms_add_interval (terms, axis->numbers[start], axis->numbers[start]);
  return terms;
}

/* Makes the space of the start and of all terms that are looked at. */
static gboolean
make_space (ParleyConcessions *self,
            const ParleyDomain *drafted,
            const guint *options,
            GError **error)
{
  g_autoptr(GPtrArray) among = parley_terms_among (self->scenario, self->among, self->among_party);
  g_autoptr(GPtrArray) tabled
      = parley_terms_among (self->scenario,
                            self->among == PARLEY_AMONG_ALL ? PARLEY_AMONG_TABLED : self->among,
                            self->among_party);
  g_autoptr(GPtrArray) terms = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_terms_free);
  g_autofree guint *start = g_new (guint, drafted->n_axes);

  for (guint i = 0; i < self->scenario->issues->len; i++)
    {
      int axis = drafted->axis_of_issue[i];

      g_ptr_array_add (terms, axis < 0 ? NULL
                                       : terms_of (parley_scenario_issue (self->scenario, i),
                                                   &drafted->axes[axis], options[axis],
                                                   g_ptr_array_index (among, i),
                                                   g_ptr_array_index (tabled, i)));
    }
  self->space = parley_space_new (
      self->scenario,
      parley_domain_new_terms (self->scenario, (const ParleyTerms *const *) terms->pdata), NULL,
      NULL, error);
  if (self->space == NULL)
    return FALSE;
  self->utilities = parley_utilities_new (self->space, self->date);
  for (guint a = 0; a < drafted->n_axes; a++)
    start[a] = parley_axis_find (&self->space->domain->axes[a], &drafted->axes[a], options[a]);
  self->start = parley_deal_new (self->space, self->utilities, start);
  return TRUE;
}

static gboolean
find_start (ParleyConcessions *self, GError **error)
{
  g_autoptr(ParleySpace) space
      = parley_space_new (self->scenario, parley_domain_new_draft (self->scenario, self->draft),
                          self->draft, NULL, error);
  g_autofree guint *options = NULL;

  if (space == NULL || !read_draft (self, space, &options, error)
      || !make_space (self, space->domain, options, error))
    return FALSE;
  for (guint a = 0; a < space->domain->n_axes; a++)
    self->is_open |= space->domain->axes[a].n_options > 1;
  self->rounded = parley_utilities_rounded (self->utilities);
  self->start_accepted = parley_deal_is_acceptable (self->space, self->utilities, self->start);
  return TRUE;
}

/* The end */

/* The best for the others that leaves the party its reservation. */
static gboolean
find_limit (const ParleyConcessions *self, guint **options, GError **error)
{
  g_autoptr(GArray) bounds = g_array_new (FALSE, FALSE, sizeof (ParleyScoreBound));
  const ParleyScoreBound own
      = { self->party, utility_at (self, self->party)->reservation, PARLEY_SCORE_LIMIT };
  ParleyAcceptance acceptance = parley_acceptance (self->space, self->utilities, bounds);

  g_array_append_val (bounds, own);
  acceptance.reservations = FALSE;
  return parley_concede_best (self, &acceptance, FALSE, options, error);
}

static gboolean
find_end (ParleyConcessions *self, GError **error)
{
  ParleyAcceptance acceptance = parley_acceptance (self->space, self->utilities, NULL);
  g_autofree guint *options = NULL;

  if (self->start_accepted)
    {
      self->possible = TRUE;
      return TRUE;
    }
  if (!parley_concede_best (self, &acceptance, TRUE, &options, error))
    return FALSE;
  self->possible = options != NULL;
  if (options == NULL && !find_limit (self, &options, error))
    return FALSE;
  if (options != NULL)
    self->end = parley_deal_new (self->space, self->utilities, options);
  return TRUE;
}

/* The first step that leaves all content and the party as much as the end does; where there is no
 * deal, the last. */
static void
find_stop (ParleyConcessions *self)
{
  ParleyScore least = self->end->scores[self->party];

  for (guint i = 0; i < self->steps->len && self->stop == 0; i++)
    {
      const ParleyConcession *step = g_ptr_array_index (self->steps, i);

      if (step->accepted && step->after->scores[self->party] >= least)
        self->stop = i + 1;
    }
  if (self->stop == 0)
    self->stop = self->steps->len;
}

static void
find_steps (ParleyConcessions *self)
{
  if (self->end == NULL)
    return;
  parley_concede_path (self);
  find_stop (self);
}

static ParleyConcessions *
concessions_new (const ParleyScenario *scenario, guint party, ParleyAmong among, guint among_party)
{
  ParleyConcessions *self = g_new0 (ParleyConcessions, 1);

  self->scenario = scenario;
  self->date = scenario->as_of;
  self->party = party;
  self->among = among;
  self->among_party = among_party;
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_concession_free);
  return self;
}

ParleyConcessions *
parley_concessions_new (const ParleyScenario *scenario,
                        const ParleyDraft    *draft,
                        guint                 party,
                        ParleyAmong           among,
                        guint                 among_party,
                        GError              **error)
{
  g_autoptr(ParleyConcessions) self = concessions_new (scenario, party, among, among_party);

  self->draft = draft;
  self->date = parley_scenario_date_of (scenario, draft);
  if (!find_start (self, error) || !find_end (self, error))
    return NULL;
  find_steps (self);
  return g_steal_pointer (&self);
}

ParleyConcessions *
parley_concessions_between (const ParleyScenario *scenario,
                            guint                 party,
                            ParleyAmong           among,
                            guint                 among_party,
                            const guint          *start,
                            const guint          *end,
                            GError              **error)
{
  g_autoptr(ParleyConcessions) self = concessions_new (scenario, party, among, among_party);

  self->space = parley_space_new (scenario, parley_domain_new_among (scenario, among, among_party),
                                  NULL, NULL, error);
  if (self->space == NULL)
    return NULL;
  self->utilities = parley_utilities_new (self->space, self->date);
  find_others (self, self->space, self->utilities);
  self->start = parley_deal_new (self->space, self->utilities, start);
  self->end = parley_deal_new (self->space, self->utilities, end);
  self->start_accepted = parley_deal_is_acceptable (self->space, self->utilities, self->start);
  self->possible = parley_deal_is_acceptable (self->space, self->utilities, self->end);
  find_steps (self);
  return g_steal_pointer (&self);
}

void
parley_concessions_free (ParleyConcessions *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->steps);
  g_clear_pointer (&self->utilities, g_ptr_array_unref);
  parley_deal_free (self->start);
  parley_deal_free (self->end);
  parley_space_free (self->space);
  g_free (self->others);
  g_free (self);
}
