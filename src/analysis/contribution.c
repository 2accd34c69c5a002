/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/contribution.h"

static void
value_at (const ParleyValueTable *table, guint index, mpq_ptr value)
{
  mpq_set_ui (value, 0, 1);
  parley_score_to_integer (table->steps[index], mpq_numref (value));
  mpq_mul (value, value, table->unit);
}

static void
set_best (ParleyBestValues *self, guint party, const ParleyValues *values)
{
  self->values[party] = g_new (mpq_t, self->n_issues);
  for (guint i = 0; i < self->n_issues; i++)
    {
      const ParleyValueTable *table = values->of_issue[i];
      guint best = 0;

      mpq_init (self->values[party][i]);
      if (table == NULL)
        continue;
      for (guint o = 1; o < table->n; o++)
        if (table->steps[o] > table->steps[best])
          best = o;
      value_at (table, best, self->values[party][i]);
    }
}

ParleyBestValues *
parley_best_values_new (const ParleyScenario *scenario, GError **error)
{
  g_autoptr(ParleySpace) space
      = parley_space_new (scenario, parley_domain_new (scenario), NULL, NULL, error);
  ParleyBestValues *self = NULL;

  if (space == NULL)
    return NULL;
  self = g_new0 (ParleyBestValues, 1);
  self->n_parties = scenario->parties->len;
  self->n_issues = scenario->issues->len;
  self->values = g_new0 (mpq_t *, self->n_parties);
  for (guint p = 0; p < self->n_parties; p++)
    {
      g_autoptr(ParleyValues) values = parley_values_new (space, p, NULL);

      set_best (self, p, values);
    }
  return self;
}

void
parley_best_values_free (ParleyBestValues *self)
{
  if (self == NULL)
    return;
  for (guint p = 0; p < self->n_parties; p++)
    {
      for (guint i = 0; i < self->n_issues; i++)
        mpq_clear (self->values[p][i]);
      g_free (self->values[p]);
    }
  g_free (self->values);
  g_free (self);
}

static void
contribution_free (ParleyContribution *self)
{
  mpq_clears (self->share, self->won_low, self->won_high, self->given_up_low, self->given_up_high,
              NULL);
  g_free (self);
}

/* Which of the issue's options or derived values occur in a feasible completion. */
static const gboolean *
occurring (const ParleySpace *space, const ParleyReach *reach, guint issue)
{
  int axis = space->domain->axis_of_issue[issue];

  if (axis >= 0)
    return reach->options[axis];
  for (guint f = 0; f < space->factors->len; f++)
    if (((const ParleyFactor *) g_ptr_array_index (space->factors, f))->issue == issue)
      return reach->values[f];
  g_return_val_if_reached (NULL);
}

/* Sets low and high to the least and greatest value that occurs; both stay 0 when
 * none does. */
static void
value_span (const ParleyValueTable *table, const gboolean *occurs, mpq_ptr low, mpq_ptr high)
{
  int least = -1;
  int most = -1;

  for (guint o = 0; o < table->n; o++)
    {
      if (!occurs[o])
        continue;
      if (least < 0 || table->steps[o] < table->steps[least])
        least = (int) o;
      if (most < 0 || table->steps[o] > table->steps[most])
        most = (int) o;
    }
  if (least < 0)
    return;
  value_at (table, (guint) least, low);
  value_at (table, (guint) most, high);
}

/* A draft may name a number off the grid that is better than all on it. */
static void
set_given_up (ParleyContribution *self, mpq_srcptr best)
{
  if (mpq_cmp (best, self->won_high) < 0)
    best = self->won_high;
  mpq_sub (self->given_up_low, best, self->won_high);
  mpq_sub (self->given_up_high, best, self->won_low);
}

static ParleyContribution *
contribution_new (const ParleyParty      *party,
                  guint                   issue,
                  const ParleyValueTable *table,
                  const gboolean         *occurs,
                  mpq_srcptr              best)
{
  ParleyContribution *self = g_new0 (ParleyContribution, 1);

  self->issue = issue;
  mpq_inits (self->share, self->won_low, self->won_high, self->given_up_low, self->given_up_high,
             NULL);
  parley_weight_share (party, issue, NULL, self->share);
  value_span (table, occurs, self->won_low, self->won_high);
  set_given_up (self, best);
  mpq_mul (self->won_low, self->won_low, self->share);
  mpq_mul (self->won_high, self->won_high, self->share);
  mpq_mul (self->given_up_low, self->given_up_low, self->share);
  mpq_mul (self->given_up_high, self->given_up_high, self->share);
  return self;
}

GPtrArray *
parley_contributions_new (const ParleySpace      *space,
                          const ParleyReach      *reach,
                          const ParleyBestValues *best,
                          guint                   party)
{
  const ParleyParty *model = parley_scenario_party (space->scenario, party);
  g_autoptr(ParleyValues) values = parley_values_new (space, party, NULL);
  GPtrArray *contributions = g_ptr_array_new_with_free_func ((GDestroyNotify) contribution_free);

  for (guint i = 0; i < model->n_issues; i++)
    if (values->of_issue[i] != NULL && mpq_sgn (model->weights[i]->value) > 0)
      g_ptr_array_add (contributions,
                       contribution_new (model, i, values->of_issue[i], occurring (space, reach, i),
                                         best->values[party][i]));
  return contributions;
}
