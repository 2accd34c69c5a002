/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/step_kinds.h"

#include <math.h>
#include <string.h>

#include "analysis/deal_draw.h"
#include "analysis/row.h"
#include "space/evaluate.h"
#include "space/plan.h"

/* Scores in doubles that are nearer to each other are compared as fractions. */
#define NEAR 1e-6

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
} Pairs;

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

/* The sign of what a party gains. */
static int
sign_of (const Pairs *self, guint party)
{
  const ParleyUtility *utilities[2];
  double values[2];
  int sign = 0;
  mpq_t points[2];

  for (guint s = 0; s < 2; s++)
    {
      utilities[s] = g_ptr_array_index (self->sides[s].score->utilities, party);
      values[s] = parley_score_to_double (self->sides[s].scores[party], utilities[s]->denominator);
    }
  if (fabs (values[1] - values[0]) > NEAR)
    return values[1] > values[0] ? 1 : -1;
  mpq_inits (points[0], points[1], NULL);
  for (guint s = 0; s < 2; s++)
    parley_score_to_exact (self->sides[s].scores[party], utilities[s]->denominator, points[s]);
  sign = mpq_cmp (points[1], points[0]);
  mpq_clears (points[0], points[1], NULL);
  return sign > 0 ? 1 : sign < 0 ? -1 : 0;
}

static void
evaluate (Side *side)
{
  parley_evaluate (side->score->space, side->score->utilities, side->options, side->scores);
}

static void
count_pair (Pairs *self)
{
  self->counts[sign_of (self, self->parties[0]) + 1][sign_of (self, self->parties[1]) + 1]++;
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
  count_pair (self);
}

static void
add_earlier (const guint *options, gpointer data)
{
  Pairs *self = data;

  take (&self->sides[0], options);
  parley_diagram_visit (self->sides[1].diagram, add_later, self);
}

/* Some of them: terms alike are as the later draft has them. */
static void
draw_pairs (Pairs *self)
{
  g_autoptr(ParleyDealDraw) earlier = parley_deal_draw_new (self->sides[0].diagram, 1);
  g_autoptr(ParleyDealDraw) later = parley_deal_draw_new (self->sides[1].diagram, 2);
  Side *from = &self->sides[0];

  for (guint i = 0; i < PARLEY_STEP_PAIRS; i++)
    {
      take (&self->sides[1], parley_deal_draw_next (later));
      memcpy (from->options, parley_deal_draw_next (earlier), from->n_axes * sizeof (guint));
      for (guint a = 0; a < from->n_axes; a++)
        if (self->alike[a])
          from->options[a] = self->sides[1].options[a];
      if (!is_feasible (from))
        continue;
      evaluate (from);
      count_pair (self);
    }
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

/* Returns: FALSE when there is no pair. */
static gboolean
set_shares (const Pairs *self, double shares[PARLEY_N_REDRAFT_KINDS])
{
  guint kinds[PARLEY_N_REDRAFT_KINDS] = { 0 };
  guint n = 0;

  for (int own = -1; own <= 1; own++)
    for (int other = -1; other <= 1; other++)
      {
        kinds[kind_of (own, other)] += self->counts[own + 1][other + 1];
        n += self->counts[own + 1][other + 1];
      }
  for (guint k = 0; k < PARLEY_N_REDRAFT_KINDS; k++)
    shares[k] = n == 0 ? 0 : (double) kinds[k] / n;
  return n > 0;
}

gboolean
parley_step_kinds (const ParleyDraftScore *from,
                   const ParleyDraftScore *to,
                   const guint             parties[2],
                   double                  shares[PARLEY_N_REDRAFT_KINDS],
                   gboolean               *drawn)
{
  Pairs self = { .parties = parties };
  gboolean known = side_init (&self.sides[0], from);

  known &= side_init (&self.sides[1], to);
  self.alike = g_new0 (gboolean, self.sides[0].n_axes + 1);
  for (guint a = 0; a < self.sides[0].n_axes; a++)
    self.alike[a] = parley_row_alike (from, to, from->space->domain->axes[a].issue);
  *drawn = known && are_many (&self);
  if (known && *drawn)
    draw_pairs (&self);
  else if (known)
    parley_diagram_visit (self.sides[0].diagram, add_earlier, &self);
  known = known && set_shares (&self, shares);
  pairs_clear (&self);
  return known;
}
