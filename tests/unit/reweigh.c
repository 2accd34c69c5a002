/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other weights that turn a verdict, against looking at every corner of what they may be. */
#include "analysis/sensitivity.h"

#include "equations.h"
#include "sample.h"
#include "small.h"
#include "suites.h"

#define MOST_ISSUES PARLEY_MOST_EQUATIONS
#define MOST_DEALS  12

/* What a party gets from each completion that counts if all weight is on one issue. */
typedef struct
{
  guint n; /* issues that can have weight */
  guint issues[MOST_ISSUES];
  guint n_deals;
  mpq_t surplus[MOST_DEALS][MOST_ISSUES];
  mpq_t shares[MOST_ISSUES];
} Table;

/* What is looked for: the least change after which all deals, or the one alone, have a surplus of 0
 * or more, or of 0 or less. */
typedef struct
{
  Table   *table;
  int      alone; /* the deal, or -1 */
  gboolean raise;
  gboolean possible;
  gboolean beyond; /* to fall below 0 as well */
  mpq_t    moved;
  guint    n_corners;
  mpq_t    sum[MOST_ISSUES]; /* of the shares at all corners: their mean is inside */
} Search;

static void
table_init (Table *self)
{
  *self = (Table){ 0 };
  for (guint i = 0; i < MOST_ISSUES; i++)
    mpq_init (self->shares[i]);
  for (guint d = 0; d < MOST_DEALS; d++)
    for (guint i = 0; i < MOST_ISSUES; i++)
      mpq_init (self->surplus[d][i]);
}

static void
table_clear (Table *self)
{
  for (guint i = 0; i < MOST_ISSUES; i++)
    mpq_clear (self->shares[i]);
  for (guint d = 0; d < MOST_DEALS; d++)
    for (guint i = 0; i < MOST_ISSUES; i++)
      mpq_clear (self->surplus[d][i]);
}

/* Puts all weight of @party on @issue, or what is at @written back. */
static void
set_weights (const ParleyParty *party, int issue, mpq_t *written)
{
  for (guint i = 0; i < party->n_issues; i++)
    {
      if (party->weights[i] == NULL)
        continue;
      mpq_set_ui (party->weights[i]->value, (int) i == issue, 1);
      if (issue < 0)
        mpq_set (party->weights[i]->value, written[i]);
    }
}

/* Whether the deal counts: it crosses no red line, or none counts. */
static gboolean
counts (const ParleyNaiveDeal *deal, guint party, gboolean bare)
{
  return deal->feasible && (bare || !deal->crossed[party]);
}

/* Returns: FALSE when the table is too large for this test. */
static gboolean
table_fill (Table *self, const ParleySample *sample, const ParleyTornado *tornado)
{
  const ParleyParty *party = parley_scenario_party (sample->scenario, tornado->party);
  mpq_t written[64], sum;
  gboolean fits = TRUE;

  mpq_init (sum);
  for (guint i = 0; i < party->n_issues; i++)
    {
      mpq_init (written[i]);
      if (party->weights[i] == NULL)
        continue;
      mpq_set (written[i], party->weights[i]->value);
      mpq_add (sum, sum, written[i]);
      fits &= self->n < MOST_ISSUES;
      if (party->values[i] != NULL && fits)
        {
          self->issues[self->n] = i;
          mpq_set (self->shares[self->n++], written[i]);
        }
    }
  for (guint i = 0; i < self->n && party->normalize; i++)
    mpq_div (self->shares[i], self->shares[i], sum);
  for (guint i = 0; i < self->n && fits; i++)
    {
      g_autoptr(GPtrArray) deals = NULL;

      set_weights (party, (int) self->issues[i], written);
      deals = parley_naive_deals (sample->scenario, sample->space->domain, sample->draft, NULL);
      self->n_deals = 0;
      for (guint d = 0; d < deals->len && fits; d++)
        {
          const ParleyNaiveDeal *deal = g_ptr_array_index (deals, d);

          if (!counts (deal, tornado->party, tornado->bare))
            continue;
          fits = self->n_deals < MOST_DEALS;
          if (fits)
            mpq_sub (self->surplus[self->n_deals++][i], deal->scores[tornado->party],
                     party->reservation->value);
        }
    }
  set_weights (party, -1, written);
  for (guint i = 0; i < party->n_issues; i++)
    mpq_clear (written[i]);
  mpq_clear (sum);
  return fits && self->n > 0;
}

/* The surplus of @deal under @shares, which sum to 1. */
static void
set_surplus (const Table *table, guint deal, mpq_t *shares, mpq_ptr surplus)
{
  mpq_t part;

  mpq_init (part);
  mpq_set_ui (surplus, 0, 1);
  for (guint i = 0; i < table->n; i++)
    {
      mpq_mul (part, shares[i], table->surplus[deal][i]);
      mpq_add (surplus, surplus, part);
    }
  mpq_clear (part);
}

static gboolean
is_counted (const Search *self, guint deal)
{
  return self->alone < 0 || (guint) self->alone == deal;
}

/* Whether every deal has turned under @shares, or stands at 0. */
static gboolean
has_turned (const Search *self, mpq_t *shares, gboolean beyond)
{
  gboolean turned = TRUE;
  mpq_t surplus;

  mpq_init (surplus);
  for (guint i = 0; i < self->table->n; i++)
    turned &= mpq_sgn (shares[i]) >= 0;
  for (guint d = 0; d < self->table->n_deals && turned; d++)
    {
      int sign = 0;

      if (!is_counted (self, d))
        continue;
      set_surplus (self->table, d, shares, surplus);
      sign = self->raise ? mpq_sgn (surplus) : -mpq_sgn (surplus);
      turned = beyond ? sign > 0 : sign >= 0;
    }
  mpq_clear (surplus);
  return turned;
}

/* Takes @shares as a corner if it is allowed. */
static void
take_corner (Search *self, mpq_t *shares)
{
  mpq_t moved, part;

  if (!has_turned (self, shares, FALSE))
    return;
  mpq_inits (moved, part, NULL);
  for (guint i = 0; i < self->table->n; i++)
    {
      mpq_sub (part, shares[i], self->table->shares[i]);
      mpq_add (self->sum[i], self->sum[i], shares[i]);
      if (mpq_sgn (part) > 0)
        mpq_add (moved, moved, part);
    }
  if (!self->possible || mpq_cmp (moved, self->moved) < 0)
    mpq_set (self->moved, moved);
  self->possible = TRUE;
  self->n_corners++;
  mpq_clears (moved, part, NULL);
}

/* Each share is 0 (digit 0 of @kinds to the base 3), as written (1) or free (2); the sum is 1 and
 * the deals in @tight (bits), one less than are free, stand at 0. */
static void
try_corner (Search *self, guint kinds, guint tight)
{
  Table *table = self->table;
  ParleyEquations equations;
  mpq_t shares[MOST_ISSUES], part;
  guint free[MOST_ISSUES], n_free = 0, row = 1;

  mpq_init (part);
  parley_equations_init (equations);
  for (guint i = 0; i < MOST_ISSUES; i++)
    mpq_init (shares[i]);
  for (guint i = 0; i < table->n; i++, kinds /= 3)
    {
      if (kinds % 3 == 1)
        mpq_set (shares[i], table->shares[i]);
      if (kinds % 3 == 2)
        free[n_free++] = i;
    }
  mpq_set_ui (equations[0][n_free], 1, 1);
  for (guint i = 0; i < table->n; i++)
    mpq_sub (equations[0][n_free], equations[0][n_free], shares[i]);
  for (guint i = 0; i < n_free; i++)
    mpq_set_ui (equations[0][i], 1, 1);
  for (guint d = 0; d < table->n_deals; d++)
    if ((tight >> d & 1) != 0)
      {
        set_surplus (table, d, shares, part);
        mpq_neg (equations[row][n_free], part);
        for (guint i = 0; i < n_free; i++)
          mpq_set (equations[row][i], table->surplus[d][free[i]]);
        row++;
      }
  if (n_free == 0 ? mpq_sgn (equations[0][0]) == 0 : parley_equations_solve (equations, n_free))
    {
      for (guint i = 0; i < n_free; i++)
        mpq_set (shares[free[i]], equations[i][n_free]);
      take_corner (self, shares);
    }
  mpq_clear (part);
  parley_equations_clear (equations);
  for (guint i = 0; i < MOST_ISSUES; i++)
    mpq_clear (shares[i]);
}

static guint
count_free (guint kinds)
{
  guint n = 0;

  for (; kinds > 0; kinds /= 3)
    n += (guint) (kinds % 3 == 2);
  return n;
}

static void
search (Search *self)
{
  guint n_kinds = 1;

  for (guint i = 0; i < self->table->n; i++)
    n_kinds *= 3;
  for (guint kinds = 0; kinds < n_kinds; kinds++)
    for (guint tight = 0; tight < 1u << self->table->n_deals; tight++)
      if ((guint) __builtin_popcount (tight) == (guint) MAX (1, count_free (kinds)) - 1
          && (self->alone < 0 || (tight & ~(1u << self->alone)) == 0))
        try_corner (self, kinds, tight);
  for (guint i = 0; i < self->table->n && self->n_corners > 0; i++)
    {
      mpq_t n;

      mpq_init (n);
      mpq_set_ui (n, self->n_corners, 1);
      mpq_div (self->sum[i], self->sum[i], n);
      mpq_clear (n);
    }
  self->beyond = self->possible && has_turned (self, self->sum, TRUE);
}

/* Lets @best be the lesser change of it and another search. */
static void
search_for (Table *table, int alone, gboolean raise, gboolean *possible, mpq_ptr best)
{
  Search self = { .table = table, .alone = alone, .raise = raise };

  mpq_init (self.moved);
  for (guint i = 0; i < MOST_ISSUES; i++)
    mpq_init (self.sum[i]);
  search (&self);
  if (self.possible && (raise || self.beyond) && (!*possible || mpq_cmp (self.moved, best) < 0))
    {
      mpq_set (best, self.moved);
      *possible = TRUE;
    }
  mpq_clear (self.moved);
  for (guint i = 0; i < MOST_ISSUES; i++)
    mpq_clear (self.sum[i]);
}

static gboolean
naive_least (Table *table, const ParleyTornado *tornado, mpq_ptr best)
{
  gboolean possible = FALSE;

  if (tornado->verdict == PARLEY_VERDICT_DEPENDS)
    {
      if (!tornado->mixed)
        search_for (table, -1, TRUE, &possible, best);
      search_for (table, -1, FALSE, &possible, best);
      return possible;
    }
  for (guint d = 0; d < table->n_deals; d++)
    search_for (table, (int) d, tornado->verdict == PARLEY_VERDICT_REJECTS, &possible, best);
  return possible;
}

/* The shares afterwards are as far from those before as is said, and turn the verdict there or
 * stand where it turns. */
static void
expect_after (guint32 seed, Table *table, const ParleyReweighing *reweighing, gboolean one)
{
  mpq_t shares[MOST_ISSUES], moved, part;
  gboolean turned = FALSE;

  mpq_inits (moved, part, NULL);
  for (guint i = 0; i < table->n; i++)
    {
      mpq_init (shares[i]);
      mpq_set (shares[i], reweighing->after[table->issues[i]]);
      mpq_sub (part, shares[i], table->shares[i]);
      mpq_abs (part, part);
      mpq_add (moved, moved, part);
    }
  mpq_div_2exp (moved, moved, 1);
  PARLEY_EXPECT (mpq_equal (moved, reweighing->moved), "seed %u: %f, not %f", seed,
                 mpq_get_d (moved), mpq_get_d (reweighing->moved));
  for (guint d = 0; d < (one ? table->n_deals : 1); d++)
    {
      Search at = { .table = table, .alone = one ? (int) d : -1, .raise = reweighing->at_once };

      turned |= has_turned (&at, shares, FALSE);
    }
  PARLEY_EXPECT (turned, "seed %u", seed);
  for (guint i = 0; i < table->n; i++)
    mpq_clear (shares[i]);
  mpq_clears (moved, part, NULL);
}

/* Whether some weights turn a completion when each may go @stretch of its range, or just beyond
 * where it stands at 0. */
static gboolean
turns_within (const ParleyParty *party, Table *table, gboolean raise, mpq_srcptr stretch)
{
  gboolean turns = FALSE;
  mpq_t weights[MOST_ISSUES], sum;

  mpq_init (sum);
  for (guint i = 0; i < table->n; i++)
    mpq_init (weights[i]);
  for (guint ends = 0; ends < 1u << table->n && !turns; ends++)
    {
      gboolean weighty = FALSE;

      for (guint i = 0; i < table->n; i++)
        {
          const ParleyNumber *number = party->weights[table->issues[i]];

          mpq_sub (weights[i], (ends >> i & 1) != 0 ? number->high : number->low, number->value);
          mpq_mul (weights[i], weights[i], stretch);
          mpq_add (weights[i], weights[i], number->value);
          if (mpq_sgn (weights[i]) < 0)
            mpq_set_ui (weights[i], 0, 1);
          weighty |= mpq_sgn (weights[i]) > 0;
        }
      for (guint d = 0; d < table->n_deals && weighty && !turns; d++)
        {
          set_surplus (table, d, weights, sum);
          turns = raise ? mpq_sgn (sum) >= 0 : mpq_sgn (sum) < 0;
        }
    }
  for (guint i = 0; i < table->n; i++)
    mpq_clear (weights[i]);
  mpq_clear (sum);
  return turns;
}

/* Not right before it, but at it or right behind; or nowhere. Of weights that are divided by their
 * sum alone: only these are what the table is multiplied with. */
static guint
expect_stretch (guint32 seed,
                const ParleyParty *party,
                Table *table,
                const ParleyReweighing *reweighing,
                gboolean raise)
{
  mpq_t near, factor;

  mpq_inits (near, factor, NULL);
  mpq_set_ui (near, 1000, 1);
  if (reweighing->stretches)
    {
      mpq_set_ui (factor, 1000001, 1000000);
      mpq_mul (near, reweighing->stretch, factor);
      mpq_set_ui (factor, 1, 1000000);
      mpq_add (near, near, factor);
      PARLEY_EXPECT (turns_within (party, table, raise, near), "seed %u, at %f", seed,
                     mpq_get_d (near));
      mpq_set_ui (factor, 999999, 1000000);
      mpq_mul (near, reweighing->stretch, factor);
    }
  if (!reweighing->stretches || mpq_sgn (near) > 0)
    PARLEY_EXPECT (!turns_within (party, table, raise, near), "seed %u, at %f", seed,
                   mpq_get_d (near));
  mpq_clears (near, factor, NULL);
  return (guint) (reweighing->stretches && mpq_sgn (reweighing->stretch) > 0);
}

static void
compare (guint32 seed, const ParleySample *sample, const ParleySensitivityPart *part, guint *n_seen)
{
  const ParleyParty *party = parley_scenario_party (sample->scenario, part->party);
  const ParleyReweighing *reweighing = part->reweighing;
  gboolean depends = part->tornado->verdict == PARLEY_VERDICT_DEPENDS;
  gboolean possible = FALSE;
  Table table;
  mpq_t best;

  mpq_init (best);
  table_init (&table);
  if (party->normalize && table_fill (&table, sample, part->tornado))
    {
      possible = naive_least (&table, part->tornado, best);
      PARLEY_EXPECT (reweighing->outcome
                         == (possible ? PARLEY_REWEIGH_POSSIBLE : PARLEY_REWEIGH_IMPOSSIBLE),
                     "seed %u, party %u: %d", seed, part->party, possible);
      PARLEY_EXPECT (!possible || mpq_equal (reweighing->moved, best),
                     "seed %u, party %u: %f, not %f", seed, part->party,
                     mpq_get_d (reweighing->moved), mpq_get_d (best));
      if (possible)
        expect_after (seed, &table, reweighing, !depends);
      n_seen[part->tornado->verdict] += (guint) (possible && mpq_sgn (best) > 0);
      if (!depends)
        n_seen[0] += expect_stretch (seed, party, &table, reweighing,
                                     part->tornado->verdict == PARLEY_VERDICT_REJECTS);
    }
  table_clear (&table);
  mpq_clear (best);
}

/* Gives every weight of the sample a range around it, as random scenarios have none. */
static void
widen (const ParleyScenario *scenario)
{
  for (guint p = 0; p < scenario->parties->len; p++)
    for (guint i = 0; i < scenario->issues->len; i++)
      {
        ParleyNumber *weight = parley_scenario_party (scenario, p)->weights[i];
        mpq_t part;

        if (weight == NULL)
          continue;
        mpq_init (part);
        weight->has_range = TRUE;
        mpq_set_ui (part, 1 + i % 2, 2);
        mpq_canonicalize (part);
        mpq_mul (weight->low, weight->value, part);
        mpq_set_ui (part, 1 + p, 1);
        mpq_add (weight->high, weight->value, part);
        mpq_clear (part);
      }
}

static void
random_scenarios (void)
{
  ParleyImportanceRequest request = { .n_points = 16 };
  guint n_seen[PARLEY_VERDICT_UNKNOWN + 1] = { 0 };

  for (guint32 seed = 1; seed < 2 * PARLEY_N_SAMPLES; seed += 2)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      g_autoptr(ParleySensitivity) sensitivity = NULL;

      widen (sample->scenario);
      sensitivity = parley_sensitivity_new (sample->scenario, 0, -1, &request, NULL);
      for (guint i = 0; i < sensitivity->parts->len; i++)
        if (parley_sensitivity_part (sensitivity, i)->reweighing != NULL)
          compare (seed, sample, parley_sensitivity_part (sensitivity, i), n_seen);
    }
  PARLEY_EXPECT (n_seen[PARLEY_VERDICT_ACCEPTS] > parley_effort (5)
                     && n_seen[PARLEY_VERDICT_REJECTS] > parley_effort (5)
                     && n_seen[PARLEY_VERDICT_DEPENDS] > parley_effort (5)
                     && n_seen[0] > parley_effort (5),
                 "%u, %u, %u, %u", n_seen[PARLEY_VERDICT_ACCEPTS], n_seen[PARLEY_VERDICT_REJECTS],
                 n_seen[PARLEY_VERDICT_DEPENDS], n_seen[0]);
}

/* By hand: values of 20 and 80 with weights of 3 and 1, so the score is 35. */
#define PARTY(reservation) \
  "{ 'id': 'p', 'title': 'P', 'reservation': " reservation ", 'weights': { " \
  "'i0': { 'value': 3, 'low': 2, 'high': 4 }, 'i1': { 'value': 1, 'low': 0, 'high': 2 } }, " \
  "'values': { 'i0': { 'o0': 20, 'o1': 100 }, 'i1': { 'o0': 80, 'o1': 0 } } }"

/* Weights of 3 and 1 without ranges, and values of the first options. */
#define BARE(reservation, first, second) \
  "{ 'id': 'p', 'title': 'P', 'reservation': " reservation \
  ", 'weights': { 'i0': 3, 'i1': 1 }, 'values': { 'i0': { 'o0': " first ", 'o1': 0 }, " \
  "'i1': { 'o0': " second ", 'o1': 0 } } }"

/* The same with a third issue, which has values but no weight and is left open. */
#define IDLE(reservation) \
  "{ 'id': 'p', 'title': 'P', 'reservation': " reservation \
  ", 'weights': { 'i0': 3, 'i1': 1, 'i2': 0 }, 'values': { 'i0': { 'o0': 20, 'o1': 100 }, " \
  "'i1': { 'o0': 80, 'o1': 0 }, 'i2': { 'o0': 30, 'o1': 70 } } }"

#define KNOWN "'i0': 'o0', 'i1': 'o0'"
#define OPEN  "'i1': 'o0'"

static const struct
{
  const char   *party;
  const char   *terms;
  const char   *moved;   /* "": nothing turns it */
  const char   *stretch; /* "": ranges never do */
  ParleyVerdict verdict;
} worked[] = {
  /* 60 a share moved: 15 points are a quarter. Weights of 3 - k and 1 + k mean 35 + 15 k. */
  { PARTY ("50"), KNOWN, "1/4", "1", PARLEY_VERDICT_ACCEPTS },
  { PARTY ("65"), KNOWN, "1/2", "2", PARLEY_VERDICT_ACCEPTS },
  { PARTY ("80"), KNOWN, "3/4", "3", PARLEY_VERDICT_ACCEPTS },
  { PARTY ("81"), KNOWN, "", "", PARLEY_VERDICT_ACCEPTS },
  /* Downwards: 5 points are a twelfth; 3 + k and 1 - k mean 35 - 15 k, and from k = 1 on 20. */
  { PARTY ("30"), KNOWN, "1/12", "1/3", PARLEY_VERDICT_REJECTS },
  { PARTY ("20"), KNOWN, "", "", PARLEY_VERDICT_REJECTS },
  { PARTY ("35"), KNOWN, "0", "0", PARLEY_VERDICT_REJECTS },
  /* On the reservation: any shift turns it, but what has no range does not shift. */
  { BARE ("65", "60", "80"), KNOWN, "0", "", PARLEY_VERDICT_REJECTS },
  /* On it whatever the weights are. */
  { BARE ("50", "50", "50"), KNOWN, "", "", PARLEY_VERDICT_REJECTS },
  /* One completion has 50 points whatever the weights are and is never rejected; the other has them
   * with all weight on the second issue. */
  { BARE ("50", "50", "50"), OPEN, "3/4", "", PARLEY_VERDICT_ACCEPTS },
  /* 60 and 0 with all weight on the first issue, 10 and 10 on the second. Both fall below 30 when
   * 60 s + 10 (1 - s) does: at s = 2/5, 7/20 away. */
  { BARE ("30", "60", "10"), OPEN, "7/20", "", PARLEY_VERDICT_REJECTS },
  /* What differs in nothing that has weight turns as one: 35 points, as above. */
  { IDLE ("50"), KNOWN, "1/4", "", PARLEY_VERDICT_ACCEPTS },
  { IDLE ("30"), KNOWN, "1/12", "", PARLEY_VERDICT_REJECTS },
  /* The second issue is left open and loses all weight: 60 points, whatever it turns out to be. */
  { BARE ("60", "60", "10"), "'i0': 'o0'", "1/4", "", PARLEY_VERDICT_ACCEPTS },
};

/* By hand: rankings of values of 20 and 80, and whether weights in the same order turn the verdict.
 */
static const struct
{
  const char *ranking;
  const char *reservation;
  gboolean    turns;
} ranked[] = {
  /* From all on the first, 20 points, to as much on both, 50. */
  { "'i0', 'i1'", "50", TRUE },
  { "'i0', 'i1'", "50.01", FALSE },
  { "'i0', 'i1'", "30", TRUE },
  { "'i0', 'i1'", "20", FALSE },
  { "'i0', 'i1'", "20.01", TRUE },
  { "'i1', 'i0'", "80", TRUE },
  { "'i1', 'i0'", "80.01", FALSE },
  { "'i1', 'i0'", "50", FALSE },
  { "'i1', 'i0'", "50.01", TRUE },
  /* Of one rank either may be all that counts. */
  { "['i0', 'i1']", "80", TRUE },
  { "['i0', 'i1']", "80.01", FALSE },
  { "['i0', 'i1']", "20.01", TRUE },
  { "['i0', 'i1']", "20", FALSE },
};

static void
rankings (void)
{
  ParleyImportanceRequest request = { .n_points = 16 };
  g_autofree char *issues = parley_small_choices (2, 2);

  for (guint i = 0; i < G_N_ELEMENTS (ranked); i++)
    {
      g_autofree char *party = g_strdup_printf (
          "{ 'id': 'p', 'title': 'P', 'reservation': %s, 'ranking': [%s], "
          "'values': { 'i0': { 'o0': 20, 'o1': 100 }, 'i1': { 'o0': 80, 'o1': 0 } } }",
          ranked[i].reservation, ranked[i].ranking);
      g_autoptr(ParleyLoaded) loaded = parley_small_load (
          issues, party, "'drafts': [{ 'id': 'd', 'title': 'D', 'terms': { " KNOWN " } }]");
      g_autoptr(ParleySensitivity) sensitivity
          = parley_sensitivity_new (loaded->scenario, 0, -1, &request, NULL);
      const ParleyReweighing *reweighing = parley_sensitivity_part (sensitivity, 0)->reweighing;

      PARLEY_EXPECT (parley_reweighing_is_believed (reweighing) == ranked[i].turns, "row %u", i);
    }
}

static void
compare_worked (guint row, const ParleyReweighing *reweighing)
{
  gboolean possible = *worked[row].moved != '\0';
  gboolean stretches = *worked[row].stretch != '\0';

  PARLEY_EXPECT (possible == (reweighing->outcome == PARLEY_REWEIGH_POSSIBLE), "row %u", row);
  PARLEY_EXPECT (stretches == reweighing->stretches, "row %u", row);
  if (possible)
    {
      PARLEY_EXPECT (reweighing->verdict == worked[row].verdict, "row %u", row);
      PARLEY_EXPECT_EXACT (worked[row].party, reweighing->moved, worked[row].moved);
    }
  if (stretches)
    PARLEY_EXPECT_EXACT (worked[row].party, reweighing->stretch, worked[row].stretch);
}

static void
worked_answers (void)
{
  ParleyImportanceRequest request = { .n_points = 16 };
  g_autofree char *issues = parley_small_choices (3, 2);

  for (guint i = 0; i < G_N_ELEMENTS (worked); i++)
    {
      g_autofree char *draft = g_strdup_printf (
          "'drafts': [{ 'id': 'd', 'title': 'D', 'terms': { %s } }]", worked[i].terms);
      g_autoptr(ParleyLoaded) loaded = parley_small_load (issues, worked[i].party, draft);
      g_autoptr(ParleySensitivity) sensitivity
          = parley_sensitivity_new (loaded->scenario, 0, -1, &request, NULL);

      compare_worked (i, parley_sensitivity_part (sensitivity, 0)->reweighing);
    }
}

void
parley_test_reweigh (void)
{
  CU_pSuite suite = CU_add_suite ("reweigh", NULL, NULL);

  CU_add_test (suite, "worked answers", worked_answers);
  CU_add_test (suite, "rankings", rankings);
  CU_add_test (suite, "random scenarios", random_scenarios);
}
