/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/figures.h"
#include "report/robust_parts.h"

static void
add_double (ParleyJson *object, const char *key, double number)
{
  json_object_object_add (object, key, parley_json_double (number));
}

static ParleyJson *
frequency_to_json (ParleyFrequency frequency)
{
  ParleyJson *object = json_object_new_object ();

  add_double (object, "p", frequency.p);
  add_double (object, "se", frequency.se);
  json_object_object_add (object, "words", parley_json_string (parley_likelihood_word (frequency)));
  return object;
}

static const char *
weights_id (ParleyWeightDraw weights)
{
  static const char *const ids[] = { "ranges", "simplex", "dirichlet" };

  return ids[weights];
}

static ParleyJson *
inputs_to_json (const ParleyRobust *self)
{
  ParleyJson *array = json_object_new_array ();

  for (guint i = 0; i < self->draws->inputs->len; i++)
    {
      const ParleyDrawnInput *input = g_ptr_array_index (self->draws->inputs, i);
      ParleyJson *object = json_object_new_object ();
      g_autofree char *path = parley_input_path (self->scenario, &input->input);

      json_object_object_add (object, "path", parley_json_string (path));
      json_object_object_add (object, "low", parley_json_exact (input->input.number->low));
      json_object_object_add (object, "value", parley_json_exact (input->input.number->value));
      json_object_object_add (object, "high", parley_json_exact (input->input.number->high));
      if (input->guess != NULL)
        {
          add_double (object, "mean", parley_guess_mean (input->guess));
          json_object_object_add (
              object, "lopsided",
              json_object_new_boolean (parley_guess_is_lopsided (input->guess)));
        }
      json_object_array_add (array, object);
    }
  return array;
}

static ParleyJson *
reasons_to_json (const ParleyRobust *self, ParleyRobustQuestion question, guint draft, guint party)
{
  ParleyJson *array = json_object_new_array ();
  g_autoptr(GArray) reasons = parley_robust_reasons (self, question, draft, party);

  for (guint i = 0; i < reasons->len; i++)
    {
      const ParleyReason *reason = &g_array_index (reasons, ParleyReason, i);
      const ParleyDrawnInput *input = g_ptr_array_index (self->draws->inputs, reason->input);
      ParleyJson *object = json_object_new_object ();
      g_autofree char *path = parley_input_path (self->scenario, &input->input);

      json_object_object_add (object, "path", parley_json_string (path));
      add_double (object, "low_third", reason->low);
      add_double (object, "high_third", reason->high);
      json_object_array_add (array, object);
    }
  return array;
}

static ParleyJson *
accept_to_json (const ParleyRobust *self, guint draft, guint party)
{
  const double *part = parley_robust_part (self->sums, draft, party);
  double n = *self->sums->n_draws;
  ParleyJson *object = frequency_to_json (parley_robust_accepts (self, draft, party));

  add_double (object, "depends", part[PARLEY_SUM_DEPENDS] / n);
  add_double (object, "rejects", part[PARLEY_SUM_REJECTS] / n);
  add_double (object, "without_red_lines", part[PARLEY_SUM_BARE] / n);
  json_object_object_add (object, "hangs_on",
                          reasons_to_json (self, PARLEY_ASK_VERDICT, draft, party));
  return object;
}

static ParleyJson *
score_to_json (const ParleyRobust *self, guint draft, guint party)
{
  const double *part = parley_robust_part (self->sums, draft, party);
  double n = *self->sums->n_draws;
  double mean = part[PARLEY_SUM_SCORE] / n;
  ParleyJson *object = json_object_new_object ();

  add_double (object, "mean", mean);
  add_double (object, "sd", sqrt (MAX (0, part[PARLEY_SUM_SQUARES] / n - mean * mean)));
  return object;
}

static ParleyJson *
draft_to_json (const ParleyRobust *self, guint draft)
{
  ParleyJson *object = json_object_new_object ();
  ParleyJson *accept = json_object_new_object ();
  ParleyJson *scores = json_object_new_object ();
  gboolean feasible = parley_robust_is_feasible (self, draft);

  for (guint p = 0; p < self->shape.n_parties; p++)
    {
      const ParleyParty *party = parley_scenario_party (self->scenario, p);

      if (parley_party_gives_verdict (party))
        json_object_object_add (accept, party->id, accept_to_json (self, draft, p));
      if (self->shape.scored[p])
        json_object_object_add (scores, party->id,
                                feasible ? score_to_json (self, draft, p) : NULL);
    }
  json_object_object_add (object, "id", parley_json_string (parley_robust_draft (self, draft)->id));
  json_object_object_add (object, "feasible", json_object_new_boolean (feasible));
  json_object_object_add (object, "accept", accept);
  json_object_object_add (object, "all",
                          frequency_to_json (parley_robust_all_accept (self, draft)));
  json_object_object_add (object, "all_read",
                          frequency_to_json (parley_frequency (
                              self->sums->all[2 * (gsize) draft + 1], *self->sums->n_draws)));
  json_object_object_add (object, "scores", scores);
  return object;
}

static ParleyJson *
nash_terms_to_json (const ParleyRobust *self)
{
  const ParleySpace *space = parley_robust_space (self);
  g_autoptr(GPtrArray) shares = parley_robust_nash_shares (self);
  ParleyJson *object = json_object_new_object ();

  for (guint a = 0; a < space->domain->n_axes; a++)
    {
      const double *of_axis = g_ptr_array_index (shares, a);
      ParleyJson *options = json_object_new_array ();

      for (guint o = 0; o < space->domain->axes[a].n_options; o++)
        {
          ParleyJson *option = NULL;

          if (of_axis[o] <= 0)
            continue;
          option = json_object_new_object ();
          json_object_object_add (option, "is", parley_figure_option (space, a, o));
          add_double (option, "share", of_axis[o]);
          json_object_array_add (options, option);
        }
      json_object_object_add (
          object, parley_scenario_issue (self->scenario, space->domain->axes[a].issue)->id,
          options);
    }
  return object;
}

static ParleyJson *
nash_to_json (const ParleyRobust *self, guint n_top)
{
  g_autoptr(GPtrArray) deals = parley_robust_sums_nash (self->sums);
  ParleyJson *object = json_object_new_object ();
  ParleyJson *array = json_object_new_array ();

  for (guint i = 0; i < MIN (deals->len, n_top); i++)
    {
      const ParleyNashCount *deal = g_ptr_array_index (deals, i);
      ParleyJson *one = frequency_to_json (parley_frequency (deal->n, *self->sums->n_draws));

      json_object_object_add (one, "terms",
                              parley_figure_terms (parley_robust_space (self), deal->options));
      json_object_array_add (array, one);
    }
  json_object_object_add (object, "different", json_object_new_int64 (deals->len));
  json_object_object_add (object, "deals", array);
  json_object_object_add (object, "terms",
                          deals->len == 0 ? json_object_new_object () : nash_terms_to_json (self));
  return object;
}

static ParleyJson *
central_to_json (const ParleyRobust *self, guint party, guint draft)
{
  const ParleySmaa *smaa = g_ptr_array_index (self->sums->smaa, party);
  const ParleyParty *model = parley_scenario_party (self->scenario, party);
  g_autofree double *shares = g_new (double, MAX (1, self->shape.n_shares[party]));
  ParleyJson *object = NULL;
  guint n = 0;

  if (!parley_smaa_central (smaa, draft, shares))
    return NULL;
  object = json_object_new_object ();
  for (guint i = 0; i < model->n_issues; i++)
    if (model->weights[i] != NULL)
      add_double (object, parley_scenario_issue (self->scenario, i)->id, shares[n++]);
  return object;
}

static ParleyJson *
party_ranks_to_json (const ParleyRobust *self, guint party)
{
  const ParleySmaa *smaa = g_ptr_array_index (self->sums->smaa, party);
  const double *confidence = g_ptr_array_index (self->confidence, party);
  ParleyJson *object = json_object_new_object ();
  ParleyJson *acceptability = json_object_new_array ();
  ParleyJson *central = json_object_new_array ();
  ParleyJson *factors = json_object_new_array ();
  ParleyJson *wins = json_object_new_array ();

  for (guint d = 0; d < self->shape.n_drafts; d++)
    {
      ParleyJson *ranks = json_object_new_array ();
      ParleyJson *row = json_object_new_array ();

      for (guint other = 0; other < self->shape.n_drafts; other++)
        {
          json_object_array_add (ranks,
                                 parley_json_double (parley_smaa_acceptability (smaa, d, other)));
          json_object_array_add (
              row, other == d ? NULL : parley_json_double (parley_smaa_wins (smaa, d, other)));
        }
      json_object_array_add (acceptability, ranks);
      json_object_array_add (wins, row);
      json_object_array_add (central, central_to_json (self, party, d));
      json_object_array_add (factors, parley_json_double (confidence[d]));
    }
  json_object_object_add (object, "acceptability", acceptability);
  json_object_object_add (object, "central_weights", central);
  json_object_object_add (object, "confidence", factors);
  json_object_object_add (object, "pairwise", wins);
  return object;
}

static ParleyJson *
ranks_to_json (const ParleyRobust *self)
{
  ParleyJson *object = json_object_new_object ();

  for (guint p = 0; p < self->shape.n_parties; p++)
    if (g_ptr_array_index (self->sums->smaa, p) != NULL)
      json_object_object_add (object, parley_scenario_party (self->scenario, p)->id,
                              party_ranks_to_json (self, p));
  return object;
}

/* The most frequent Nash deals that are listed. */
#define N_NASH_DEALS 10

ParleyJson *
parley_robust_to_json (const ParleyRobust *self)
{
  ParleyJson *root = json_object_new_object ();
  ParleyJson *drafts = json_object_new_array ();

  json_object_object_add (root, "format", parley_json_string ("parley-robust/1"));
  json_object_object_add (root, "title", parley_json_string (self->scenario->title));
  json_object_object_add (root, "as_of", parley_json_string (self->scenario->as_of));
  json_object_object_add (root, "rounded",
                          json_object_new_boolean (parley_robust_is_rounded (self)));
  json_object_object_add (root, "draws", json_object_new_uint64 (self->request.n_draws));
  json_object_object_add (root, "seed", json_object_new_uint64 (self->request.draws.seed));
  json_object_object_add (
      root, "distribution",
      parley_json_string (parley_spread_to_string (self->request.draws.spread)));
  json_object_object_add (root, "weights",
                          parley_json_string (weights_id (self->request.draws.weights)));
  json_object_object_add (root, "concentration",
                          self->request.draws.weights == PARLEY_WEIGHTS_DIRICHLET
                              ? parley_json_double (self->request.draws.concentration)
                              : NULL);
  json_object_object_add (root, "inputs", inputs_to_json (self));
  for (guint d = 0; d < self->shape.n_drafts; d++)
    json_object_array_add (drafts, draft_to_json (self, d));
  json_object_object_add (root, "drafts", drafts);
  if (self->request.deals)
    {
      ParleyJson *zopa
          = frequency_to_json (parley_frequency (*self->sums->exists, *self->sums->n_draws));

      json_object_object_add (zopa, "hangs_on", reasons_to_json (self, PARLEY_ASK_DEALS, 0, 0));
      json_object_object_add (root, "zopa", zopa);
      json_object_object_add (root, "nash", nash_to_json (self, N_NASH_DEALS));
    }
  json_object_object_add (root, "smaa", ranks_to_json (self));
  return root;
}
