/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/draw_shares.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "base/error.h"
#include "base/random.h"
#include "space/utility.h"

guint
parley_draw_n_shares (const ParleyParty *party)
{
  guint n = 0;

  for (guint i = 0; i < party->n_issues; i++)
    n += party->weights[i] != NULL;
  return n;
}

/* How many of the party's weights are above @weight, so that equal ones have the same rank. */
static guint
rank_of (const ParleyParty *party, const ParleyNumber *weight)
{
  guint rank = 0;

  for (guint i = 0; i < party->n_issues; i++)
    rank += party->weights[i] != NULL && mpq_cmp (party->weights[i]->value, weight->value) > 0;
  return rank;
}

/* What is said about shares, in a form that a polytope is made of. */
typedef struct
{
  guint        n;
  const char **titles;
  mpq_ptr     *low;
  mpq_ptr     *high;
  guint       *ranks;
} Shares;

static void
add_share (Shares *self, const ParleyParty *party, const char *title, const ParleyNumber *weight)
{
  mpq_t sum;

  mpq_init (sum);
  parley_weight_sum (party, NULL, sum);
  self->titles[self->n] = title;
  self->ranks[self->n] = rank_of (party, weight);
  self->low[self->n] = parley_exact_new (weight->low);
  self->high[self->n] = parley_exact_new (weight->high);
  mpq_div (self->low[self->n], self->low[self->n], sum);
  mpq_div (self->high[self->n], self->high[self->n], sum);
  mpq_clear (sum);
  self->n++;
}

static void
shares_clear (Shares *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      parley_exact_free (self->low[i]);
      parley_exact_free (self->high[i]);
    }
  g_free (self->low);
  g_free (self->high);
  g_free (self->ranks);
  g_free (self->titles);
}

/* The factors of a rule for the weights of @party. Returns: (transfer full): NULL entries for none.
 */
static mpq_srcptr *
factors_of (const ParleyShareRule *rule, const ParleyParty *party)
{
  mpq_srcptr *factors = g_new0 (mpq_srcptr, MAX (1, parley_draw_n_shares (party)));
  guint n = 0;

  for (guint i = 0; i < party->n_issues; i++)
    if (party->weights[i] != NULL)
      factors[n++] = rule->factors[i];
  return factors;
}

/* Returns: (transfer full) (element-type ParleyPolytopeRow). */
static GArray *
rows_new (const GPtrArray *rules, guint index, const ParleyParty *party)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (ParleyPolytopeRow));

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      const ParleyShareRule *rule = g_ptr_array_index (rules, i);
      ParleyPolytopeRow row = { NULL, rule->most, rule->title };

      if (rule->party != index)
        continue;
      row.factors = factors_of (rule, party);
      g_array_append_val (rows, row);
      /* cppcheck-suppress memleak; the array has it */
    }
  return rows;
}

static void
rows_free (GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    g_free ((gpointer) g_array_index (rows, ParleyPolytopeRow, i).factors);
  g_array_unref (rows);
}

ParleyPolytope *
parley_draw_polytope_new (const ParleyScenario *scenario,
                          guint                 party,
                          const GPtrArray      *rules,
                          GError              **error)
{
  const ParleyParty *model = parley_scenario_party (scenario, party);
  guint n = parley_draw_n_shares (model);
  Shares shares
      = { 0, g_new (const char *, n), g_new (mpq_ptr, n), g_new (mpq_ptr, n), g_new (guint, n) };
  ParleyPolytopeSpec spec = { .n_shares = n, .titles = shares.titles };
  GArray *rows = rows_new (rules, party, model);
  ParleyPolytope *polytope = NULL;

  spec.rows = (const ParleyPolytopeRow *) rows->data;
  spec.n_rows = rows->len;
  for (guint i = 0; i < model->n_issues; i++)
    if (model->weights[i] != NULL)
      add_share (&shares, model, parley_scenario_issue (scenario, i)->id, model->weights[i]);
  if (model->ranked)
    spec.ranks = shares.ranks;
  else
    {
      spec.low = (mpq_srcptr const *) shares.low;
      spec.high = (mpq_srcptr const *) shares.high;
    }
  polytope = parley_polytope_new (&spec, error);
  if (polytope == NULL)
    g_prefix_error (error, "the weights of \"%s\" cannot be drawn: ", model->id);
  shares_clear (&shares);
  rows_free (rows);
  return polytope;
}

/* From such a parameter on GSL's quantiles fail now and then, and those of E. Wilson and M.
 * Hilferty, "The distribution of chi-square", PNAS 17, 1931, are off by less than 1e-5 in
 * probability. */
#define LARGE_PARAMETER 500

/* The logarithm of a gamma variate, which itself may be too small for a double: one of a parameter
 * above 1, which GSL finds for sure, times what makes it one of 1 less (G. Marsaglia and W. Tsang,
 * "A simple method for generating gamma variables", ACM TOMS 26, 2000, section 6). */
static double
log_gamma_of (double parameter, const guint32 randoms[PARLEY_DIRICHLET_RANDOMS])
{
  double u = parley_random_unit (randoms[0]);
  double step = 1 / (9 * parameter);

  if (parameter >= LARGE_PARAMETER)
    return log (parameter) + 3 * log1p (gsl_cdf_ugaussian_Pinv (u) * sqrt (step) - step);
  return log (gsl_cdf_gamma_Pinv (u, parameter + 1, 1))
         + log (parley_random_unit (randoms[1])) / parameter;
}

/* Divides what @shares are the logarithms of by its sum. */
static void
take_shares_of (double *shares, guint n)
{
  double most = -INFINITY;
  double sum = 0;

  for (guint i = 0; i < n; i++)
    most = fmax (most, shares[i]);
  for (guint i = 0; i < n; i++)
    {
      shares[i] = exp (shares[i] - most);
      sum += shares[i];
    }
  for (guint i = 0; i < n; i++)
    shares[i] /= sum;
}

void
parley_draw_dirichlet (const ParleyParty *party,
                       double             concentration,
                       const guint32     *randoms,
                       double            *shares)
{
  double weight_sum = 0;
  guint n = 0;

  for (guint i = 0; i < party->n_issues; i++)
    weight_sum += party->weights[i] == NULL ? 0 : parley_exact_to_double (party->weights[i]->value);
  for (guint i = 0; i < party->n_issues; i++)
    {
      double share = 0;

      if (party->weights[i] == NULL)
        continue;
      share = parley_exact_to_double (party->weights[i]->value) / weight_sum;
      shares[n] = share > 0 ? log_gamma_of (concentration * share,
                                            randoms + (gsize) n * PARLEY_DIRICHLET_RANDOMS)
                            : -INFINITY;
      n++;
    }
  take_shares_of (shares, n);
}
