/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/step_kinds.h"

#include <gsl/gsl_rng.h>
#include <math.h>
#include <string.h>

#include "analysis/deal_draw.h"
#include "analysis/row.h"
#include "space/evaluate.h"
#include "space/plan.h"

/* Scores in doubles that are nearer to each other are compared as fractions. */
#define NEAR 1e-6

/* Pairs that are drawn until enough of them are feasible. */
#define MOST_TRIED 100000

/* One of the two drafts. */
typedef struct
{
  const ParleyDraftScore *score;
  ParleyDiagram          *diagram;
  guint                   n_axes;
  guint                  *options; /* [axis]: of the completion that is looked at */
  ParleyScore            *scores;  /* [party]: of that */
} Side;

typedef struct
{
  Side         sides[2]; /* from, to */
  gboolean    *alike;    /* [axis]: the same in both */
  const guint *parties;
  guint        counts[3][3]; /* [own + 1][other + 1]: pairs by the signs of what they move */
  guint        n;            /* in all */
  ParleyShift  moves[2]; /* what they move @parties, at least and at most; when all are looked at */
} Pairs;

static mpz_srcptr
denominator_of (const Pairs *self, guint side, guint who)
{
  const ParleyUtility *utility
      = g_ptr_array_index (self->sides[side].score->utilities, self->parties[who]);

  return utility->denominator;
}

/* Pairs */

static gboolean
is_feasible (const Side *side)
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
set_gain (const Pairs *self, guint who, mpq_ptr gain)
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

static void
widen (ParleyShift *shift, mpq_srcptr gain, gboolean first)
{
  if (first || mpq_cmp (gain, shift->low) < 0)
    mpq_set (shift->low, gain);
  if (first || mpq_cmp (gain, shift->high) > 0)
    mpq_set (shift->high, gain);
}

/* The sign of what one of the two parties gains. */
static int
sign_of (const Pairs *self, guint who)
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
evaluate (Side *side)
{
  parley_evaluate (side->score->space, side->score->utilities, side->options, side->scores);
}

static void
count_pair (Pairs *self)
{
  self->counts[sign_of (self, 0) + 1][sign_of (self, 1) + 1]++;
  self->n++;
}

/* The same, and what the pair moves. */
static void
measure_pair (Pairs *self)
{
  mpq_t gain;

  mpq_init (gain);
  for (guint who = 0; who < 2; who++)
    {
      set_gain (self, who, gain);
      widen (&self->moves[who], gain, self->n == 0);
    }
  mpq_clear (gain);
  count_pair (self);
}

static void
take (Side *side, const guint *options)
{
  memcpy (side->options, options, side->n_axes * sizeof *options);
  evaluate (side);
}

/* All of them */

static void
add_later (const guint *options, gpointer data)
{
  Pairs *self = data;

  for (guint a = 0; a < self->sides[0].n_axes; a++)
    if (self->alike[a] && options[a] != self->sides[0].options[a])
      return;
  take (&self->sides[1], options);
  measure_pair (self);
}

static void
add_earlier (const guint *options, gpointer data)
{
  Pairs *self = data;

  take (&self->sides[0], options);
  parley_diagram_visit (self->sides[1].diagram, add_later, self);
}

/* Some of them */

/* Terms alike are as the later draft has them, and the others any: so that, of what is feasible,
 * each pair is as likely as any other. */
static void
draw_earlier (Pairs *self, gsl_rng *rng)
{
  Side *from = &self->sides[0];

  for (guint a = 0; a < from->n_axes; a++)
    from->options[a]
        = self->alike[a]
              ? self->sides[1].options[a]
              : (guint) gsl_rng_uniform_int (rng, from->score->space->domain->axes[a].n_options);
}

static void
draw_pairs (Pairs *self)
{
  g_autoptr(ParleyDealDraw) later = parley_deal_draw_new (self->sides[1].diagram, 2);
  gsl_rng *rng = gsl_rng_alloc (gsl_rng_taus2);

  gsl_rng_set (rng, 1);
  for (guint i = 0; i < MOST_TRIED && self->n < PARLEY_STEP_PAIRS; i++)
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

/* The whole */

static gboolean
side_init (Side *side, const ParleyDraftScore *score)
{
  g_autoptr(ParleyView) view = parley_view_new (score->space, NULL);

  side->score = score;
  side->n_axes = score->space->domain->n_axes;
  side->options = g_new (guint, side->n_axes + 1);
  side->scores = g_new (ParleyScore, score->utilities->len);
  side->diagram = parley_plan_narrow_diagram (view, NULL);
  return side->diagram != NULL && !side->diagram->empty;
}

static void
pairs_clear (Pairs *self)
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

/* Whether there are so many pairs of combinations that some are drawn. */
static gboolean
are_many (const Pairs *self)
{
  gboolean many = FALSE;
  mpz_t count, part;

  mpz_inits (count, part, NULL);
  parley_domain_count (self->sides[0].score->space->domain, count);
  parley_domain_count (self->sides[1].score->space->domain, part);
  mpz_mul (count, count, part);
  many = mpz_cmp_ui (count, PARLEY_STEP_PAIRS) > 0;
  mpz_clears (count, part, NULL);
  return many;
}

static ParleyRedraftKind
kind_of (int own, int other)
{
  ParleyShift shifts[2];
  ParleyRedraftKind kind = PARLEY_REDRAFT_UNKNOWN;

  for (guint s = 0; s < 2; s++)
    {
      mpq_inits (shifts[s].low, shifts[s].high, NULL);
      mpq_set_si (shifts[s].low, s == 0 ? own : other, 1);
      mpq_set (shifts[s].high, shifts[s].low);
    }
  kind = parley_redraft_kind (&shifts[0], &shifts[1]);
  for (guint s = 0; s < 2; s++)
    mpq_clears (shifts[s].low, shifts[s].high, NULL);
  return kind;
}

static void
set_shares (const Pairs *self, double shares[PARLEY_N_REDRAFT_KINDS])
{
  guint kinds[PARLEY_N_REDRAFT_KINDS] = { 0 };

  for (int own = -1; own <= 1; own++)
    for (int other = -1; other <= 1; other++)
      kinds[kind_of (own, other)] += self->counts[own + 1][other + 1];
  for (guint k = 0; k < PARLEY_N_REDRAFT_KINDS; k++)
    shares[k] = (double) kinds[k] / self->n;
}

static gboolean
pairs_init (Pairs *self, const ParleyDraftScore *from, const ParleyDraftScore *to)
{
  gboolean known = side_init (&self->sides[0], from);

  known &= side_init (&self->sides[1], to);
  self->alike = g_new0 (gboolean, self->sides[0].n_axes + 1);
  for (guint a = 0; a < self->sides[0].n_axes; a++)
    self->alike[a] = parley_row_alike (from, to, from->space->domain->axes[a].issue);
  for (guint who = 0; who < 2; who++)
    mpq_inits (self->moves[who].low, self->moves[who].high, NULL);
  return known;
}

static void
look_at_all (Pairs *self, ParleyRedraft *redraft)
{
  parley_diagram_visit (self->sides[0].diagram, add_earlier, self);
  for (guint who = 0; self->n > 0 && who < 2; who++)
    {
      ParleyShift *total = &redraft->total[self->parties[who]];

      mpq_set (total->low, self->moves[who].low);
      mpq_set (total->high, self->moves[who].high);
    }
}

static gboolean
is_kind_known (const ParleyRedraft *redraft, const guint parties[2])
{
  return parley_redraft_kind (&redraft->total[parties[0]], &redraft->total[parties[1]])
         != PARLEY_REDRAFT_UNKNOWN;
}

void
parley_step_look (ParleyRedraft *redraft, const guint parties[2], ParleyStepKinds *kinds)
{
  Pairs self = { .parties = parties };
  gboolean possible = pairs_init (&self, redraft->from.score, redraft->to.score);

  kinds->drawn = possible && are_many (&self);
  if (possible && !kinds->drawn)
    look_at_all (&self, redraft);
  else if (possible && !is_kind_known (redraft, parties))
    draw_pairs (&self);
  kinds->known = self.n > 0;
  if (kinds->known)
    set_shares (&self, kinds->shares);
  pairs_clear (&self);
}
