/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/step_pairs.h"

#include <gsl/gsl_rng.h>
#include <math.h>
#include <string.h>

#include "analysis/deal_draw.h"
#include "analysis/issue_row.h"
#include "space/evaluate.h"
#include "space/plan.h"

/* Scores in doubles that are nearer to each other are compared as fractions. */
#define NEAR 1e-6

/* Where two drafts have more pairs of combinations, so many of completions are drawn, or fewer
 * where rules forbid most combinations. */
#define MOST_PAIRS 5000

/* Pairs that are drawn until enough of them are feasible. */
#define MOST_TRIED 100000

/* Two drafts */

static gboolean
side_init (ParleyStepSide *side, const ParleyDraftScore *score)
{
  g_autoptr(ParleyView) view = parley_view_new (score->space, NULL);

  side->score = score;
  side->n_axes = score->space->domain->n_axes;
  side->options = g_new (guint, side->n_axes + 1);
  side->scores = g_new (ParleyScore, score->utilities->len);
  side->diagram = parley_plan_narrow_diagram (view, NULL);
  return side->diagram != NULL && !side->diagram->empty;
}

gboolean
parley_step_pairs_init (ParleyStepPairs        *self,
                        const ParleyDraftScore *from,
                        const ParleyDraftScore *to,
                        const guint             parties[2])
{
  gboolean known = FALSE;

  *self = (ParleyStepPairs){ .parties = parties };
  known = side_init (&self->sides[0], from);
  known &= side_init (&self->sides[1], to);
  self->alike = g_new0 (gboolean, self->sides[0].n_axes + 1);
  for (guint a = 0; a < self->sides[0].n_axes; a++)
    self->alike[a] = parley_issue_row_alike (from, to, from->space->domain->axes[a].issue);
  for (guint who = 0; who < 2; who++)
    mpq_inits (self->moves[who].low, self->moves[who].high, NULL);
  return known;
}

void
parley_step_pairs_clear (ParleyStepPairs *self)
{
  for (guint s = 0; s < 2; s++)
    {
      g_free (self->sides[s].options);
      g_free (self->sides[s].scores);
      parley_diagram_free (self->sides[s].diagram);
      mpq_clears (self->moves[s].low, self->moves[s].high, NULL);
    }
  g_free (self->alike);
}

gboolean
parley_step_pairs_are_many (const ParleyStepPairs *self)
{
  gboolean many = FALSE;
  mpz_t count, part;

  mpz_inits (count, part, NULL);
  parley_domain_count (self->sides[0].score->space->domain, count);
  parley_domain_count (self->sides[1].score->space->domain, part);
  mpz_mul (count, count, part);
  many = mpz_cmp_ui (count, MOST_PAIRS) > 0;
  mpz_clears (count, part, NULL);
  return many;
}

/* One pair */

static mpz_srcptr
denominator_of (const ParleyStepPairs *self, guint side, guint who)
{
  const ParleyUtility *utility
      = g_ptr_array_index (self->sides[side].score->utilities, self->parties[who]);

  return utility->denominator;
}

static gboolean
is_feasible (const ParleyStepSide *side)
{
  const ParleySpace *space = side->score->space;

  for (guint c = 0; c < space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (space->couplings, c);

      if (coupling->effect == PARLEY_EFFECT_FORBID
          && parley_predicate_matches (coupling->predicate, side->options))
        return FALSE;
    }
  return TRUE;
}

/* Sets @gain to what one of the two parties gains, exactly. */
static void
set_gain (const ParleyStepPairs *self, guint who, mpq_ptr gain)
{
  mpq_t before;

  mpq_init (before);
  parley_score_to_exact (self->sides[0].scores[self->parties[who]], denominator_of (self, 0, who),
                         before);
  parley_score_to_exact (self->sides[1].scores[self->parties[who]], denominator_of (self, 1, who),
                         gain);
  mpq_sub (gain, gain, before);
  mpq_clear (before);
}

/* The sign of what one of the two parties gains. */
static int
sign_of (const ParleyStepPairs *self, guint who)
{
  double values[2];
  int sign = 0;
  mpq_t gain;

  for (guint s = 0; s < 2; s++)
    values[s] = parley_score_to_double (self->sides[s].scores[self->parties[who]],
                                        denominator_of (self, s, who));
  if (fabs (values[1] - values[0]) > NEAR)
    return values[1] > values[0] ? 1 : -1;
  mpq_init (gain);
  set_gain (self, who, gain);
  sign = mpq_sgn (gain);
  mpq_clear (gain);
  return sign;
}

static void
evaluate (ParleyStepSide *side)
{
  parley_evaluate (side->score->space, side->score->utilities, side->options, side->scores);
}

static void
count_pair (ParleyStepPairs *self)
{
  self->counts[sign_of (self, 0) + 1][sign_of (self, 1) + 1]++;
  self->n++;
}

/* The same, and what the pair moves. */
static void
measure_pair (ParleyStepPairs *self)
{
  mpq_t gain;

  mpq_init (gain);
  for (guint who = 0; who < 2; who++)
    {
      set_gain (self, who, gain);
      parley_exact_widen (self->moves[who].low, self->moves[who].high, gain, self->n == 0);
    }
  mpq_clear (gain);
  count_pair (self);
}

static void
take (ParleyStepSide *side, const guint *options)
{
  memcpy (side->options, options, side->n_axes * sizeof *options);
  evaluate (side);
}

/* All of them */

static void
add_later (const guint *options, gpointer data)
{
  ParleyStepPairs *self = data;

  for (guint a = 0; a < self->sides[0].n_axes; a++)
    if (self->alike[a] && options[a] != self->sides[0].options[a])
      return;
  take (&self->sides[1], options);
  measure_pair (self);
}

static void
add_earlier (const guint *options, gpointer data)
{
  ParleyStepPairs *self = data;

  take (&self->sides[0], options);
  parley_diagram_visit (self->sides[1].diagram, add_later, self);
}

void
parley_step_pairs_count_all (ParleyStepPairs *self)
{
  parley_diagram_visit (self->sides[0].diagram, add_earlier, self);
}

/* Some of them */

/* Terms alike are as the later draft has them, and the others any: so that, of what is feasible,
 * each pair is as likely as any other. */
static void
draw_earlier (ParleyStepPairs *self, gsl_rng *rng)
{
  ParleyStepSide *from = &self->sides[0];

  for (guint a = 0; a < from->n_axes; a++)
    from->options[a]
        = self->alike[a]
              ? self->sides[1].options[a]
              : (guint) gsl_rng_uniform_int (rng, from->score->space->domain->axes[a].n_options);
}

void
parley_step_pairs_count_drawn (ParleyStepPairs *self)
{
  g_autoptr(ParleyDealDraw) later = parley_deal_draw_new (self->sides[1].diagram, 2);
  gsl_rng *rng = gsl_rng_alloc (gsl_rng_taus2);

  gsl_rng_set (rng, 1);
  for (guint i = 0; i < MOST_TRIED && self->n < MOST_PAIRS; i++)
    {
      memcpy (self->sides[1].options, parley_deal_draw_next (later),
              self->sides[1].n_axes * sizeof (guint));
      draw_earlier (self, rng);
      if (!is_feasible (&self->sides[0]))
        continue;
      evaluate (&self->sides[0]);
      evaluate (&self->sides[1]);
      count_pair (self);
    }
  gsl_rng_free (rng);
}
