/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tried.h"

#include <string.h>

#include "space/distance.h"

const ParleyNaiveDeal *
parley_tried_deal (const ParleyTried *self, guint index)
{
  return g_ptr_array_index (self->deals, index);
}

const ParleyTry *
parley_tried_at (const ParleyTried *self, guint index)
{
  return g_ptr_array_index (self->tries, index);
}

/* By hand */

static guint
changes_of (const ParleyTried *self, const guint *options)
{
  guint bits = 0;

  for (guint a = 0; a < self->domain->n_axes; a++)
    if (options[a] != PARLEY_LEFT_OPEN && !self->leeway->kept[a][options[a]])
      bits |= 1u << a;
  return bits;
}

guint
parley_count_bits (guint bits)
{
  return (guint) __builtin_popcount (bits);
}

/* The axes of all that is given. The random drafts have at most one relation. */
static guint
axes_of_given (const ParleyTried *self)
{
  g_autofree gboolean *issues = g_new0 (gboolean, self->scenario->issues->len);
  guint bits = 0;

  for (guint i = 0; i < self->draft->given->len; i++)
    {
      const ParleyGiven *given = g_ptr_array_index (self->draft->given, i);

      parley_condition_mark_issues (given->condition, issues);
      parley_condition_mark_issues (given->consequence, issues);
    }
  for (guint i = 0; i < self->scenario->issues->len; i++)
    if (issues[i])
      parley_issue_mark_sources (parley_scenario_issue (self->scenario, i), issues);
  for (guint a = 0; a < self->domain->n_axes; a++)
    bits |= issues[self->domain->axes[a].issue] ? 1u << a : 0;
  return bits;
}

static void
find_deals (ParleyTried *self)
{
  g_autoptr(GPtrArray) given
      = parley_naive_deals (self->scenario, self->domain, self->draft, NULL);
  guint axes = axes_of_given (self);

  self->deals = parley_naive_deals (self->scenario, self->domain, NULL, NULL);
  self->feasible = g_new (gboolean, self->deals->len);
  self->distance = g_new (guint, self->deals->len);
  for (guint i = 0; i < self->deals->len; i++)
    {
      const ParleyNaiveDeal *with = g_ptr_array_index (given, i);

      self->distance[i] = changes_of (self, with->options);
      self->feasible[i]
          = with->feasible
            || (parley_tried_deal (self, i)->feasible && (self->distance[i] & axes) != 0);
    }
}

static gboolean
is_completion (const ParleyTried *self, const guint *options, guint deal)
{
  for (guint a = 0; a < self->domain->n_axes; a++)
    if (options[a] == PARLEY_LEFT_OPEN
            ? !self->leeway->kept[a][parley_tried_deal (self, deal)->options[a]]
            : options[a] != parley_tried_deal (self, deal)->options[a])
      return FALSE;
  return self->feasible[deal];
}

static void
add_completion (const ParleyTried *self, ParleyTry *try, const ParleyNaiveDeal *deal)
{
  for (guint p = 0; p < deal->n_parties; p++)
    {
      if (try->n_completions == 0 || mpq_cmp (deal->scores[p], try->low[p]) < 0)
        mpq_set (try->low[p], deal->scores[p]);
      if (try->n_completions == 0 || mpq_cmp (deal->scores[p], try->high[p]) > 0)
        mpq_set (try->high[p], deal->scores[p]);
    }
  try->works &= parley_naive_all_accept (self->scenario, deal, TRUE);
  try->n_completions++;
}

static void
add_try (ParleyTried *self, const guint *options)
{
  guint n_parties = self->scenario->parties->len;
  ParleyTry *try = g_new0 (ParleyTry, 1);

  try->options = g_memdup2 (options, self->domain->n_axes * sizeof *options);
  try->changed = changes_of (self, options);
  try->n_changed = parley_count_bits (try->changed);
  for (guint a = 0; a < self->domain->n_axes; a++)
    try->n_settled += options[a] != PARLEY_LEFT_OPEN && (try->changed >> a & 1) == 0
                      && parley_kept_is_open (self->domain, self->leeway->kept, a);
  try->low = g_new (mpq_t, n_parties);
  try->high = g_new (mpq_t, n_parties);
  for (guint p = 0; p < n_parties; p++)
    mpq_inits (try->low[p], try->high[p], NULL);
  try->works = TRUE;
  for (guint i = 0; i < self->deals->len; i++)
    if (is_completion (self, options, i))
      add_completion (self, try, parley_tried_deal (self, i));
  try->works &= try->n_completions > 0;
  g_ptr_array_add (self->tries, try);
}

static void
try_all (ParleyTried *self, guint axis, guint *options)
{
  if (axis == self->domain->n_axes)
    {
      add_try (self, options);
      return;
    }
  for (guint o = 0; o < self->domain->axes[axis].n_options; o++)
    {
      options[axis] = o;
      try_all (self, axis + 1, options);
    }
  options[axis] = PARLEY_LEFT_OPEN;
  if (parley_kept_is_open (self->domain, self->leeway->kept, axis))
    try_all (self, axis + 1, options);
}

static void
try_free (gpointer data)
{
  ParleyTry *try = data;

  g_free (try->options);
  g_free (try->low);
  g_free (try->high);
  g_free (try);
}

static void
clear_numbers (ParleyTried *self)
{
  for (guint i = 0; i < self->tries->len; i++)
    for (guint p = 0; p < self->scenario->parties->len; p++)
      mpq_clears (parley_tried_at (self, i)->low[p], parley_tried_at (self, i)->high[p], NULL);
}

/* Says a term of every issue: nothing stays open, and most drafts are far from acceptable. */
static void
close_draft (ParleyDraft *draft, const ParleyScenario *scenario, guint32 seed)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < scenario->issues->len; i++)
    {
      const ParleyIssue *issue = parley_scenario_issue (scenario, i);
      gboolean is_choice = issue->kind == PARLEY_ISSUE_CHOICE;
      GPtrArray *all = is_choice ? issue->options : issue->grid;
      guint pick = 0;

      if (parley_issue_is_derived (issue))
        continue;
      pick = (guint) g_rand_int_range (rand, 0, (gint32) all->len);
      parley_draft_term_free (draft->terms[i]);
      draft->terms[i] = parley_draft_term_new ();
      draft->terms[i]->is
          = is_choice ? parley_terms_new_options (all->len) : parley_terms_new_numbers ();
      if (is_choice)
        parley_terms_add_option (draft->terms[i]->is, pick);
      else
        parley_terms_add_interval (draft->terms[i]->is, g_ptr_array_index (all, pick),
                                   g_ptr_array_index (all, pick));
    }
}

void
parley_tried_init (ParleyTried *self, guint32 seed, const ParleyLeewayLimits *limits)
{
  guint options[8] = { 0 };

  *self = (ParleyTried){ .loaded = parley_random_scenario (seed), .party = -1 };
  self->scenario = self->loaded->scenario;
  self->draft = parley_scenario_draft (self->scenario, 0);
  if (seed % 2 == 1)
    close_draft (g_ptr_array_index (self->loaded->scenario->drafts, 0), self->scenario, seed);
  self->leeway = parley_leeway_new (self->scenario, self->draft, limits, NULL);
  self->domain = self->leeway->space->domain;
  self->tries = g_ptr_array_new_with_free_func (try_free);
  find_deals (self);
  try_all (self, 0, options);
  for (guint p = self->scenario->parties->len; p-- > 0;)
    if (parley_party_is_scored (parley_scenario_party (self->scenario, p))
        && parley_scenario_party (self->scenario, p)->role == PARLEY_ROLE_PARTY)
      self->party = (int) p;
}

void
parley_tried_clear (ParleyTried *self)
{
  clear_numbers (self);
  g_ptr_array_unref (self->tries);
  g_ptr_array_unref (self->deals);
  g_free (self->feasible);
  g_free (self->distance);
  parley_leeway_free (self->leeway);
  parley_loaded_free (self->loaded);
}

int
parley_tried_compare (const ParleyTried *self, const ParleyTry *a, const ParleyTry *b)
{
  return self->party < 0 ? 0 : mpq_cmp (a->low[self->party], b->low[self->party]);
}

const ParleyTry *
parley_tried_find (const ParleyTried *self, const guint *options)
{
  for (guint i = 0; i < self->tries->len; i++)
    if (memcmp (parley_tried_at (self, i)->options, options, self->domain->n_axes * sizeof *options)
        == 0)
      return parley_tried_at (self, i);
  return NULL;
}
