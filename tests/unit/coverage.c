/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of parties whose weights and reservation are known, drawn from what is believed of them:
 * nine of ten intervals that are said to hold nine tenths of all that fits must hold the truth. */
#include "analysis/posterior.h"

#include <math.h>

#include "effort.h"
#include "small.h"
#include "suites.h"

#define N_ISSUES  4
#define N_OPTIONS 4
#define N_NUMBERS (N_ISSUES + 1)
#define N_DRAFTS  8
/* It takes hundreds to see much, and some to see that nothing is broken. */
#define N_RECORDS parley_effort (g_getenv ("PARLEY_THOROUGH") != NULL ? 30 : 10)
#define N_DRAWS   1000
#define SLIP      0.1

/* What is believed, what is true, and what was done about drafts of one deal each. */
typedef struct
{
  GRand *rand;
  double low[N_NUMBERS];   /* weights, then the reservation */
  double value[N_NUMBERS];
  double high[N_NUMBERS];
  double truth[N_NUMBERS];
  int    values[N_ISSUES][N_OPTIONS];
  int    options[N_DRAFTS][N_ISSUES];
} Record;

/* Whole numbers, so that JSON has them as they are. */
static void
believe (Record *self)
{
  for (guint i = 0; i < N_ISSUES; i++)
    {
      self->low[i] = g_rand_int_range (self->rand, 0, 10);
      self->value[i] = self->low[i] + g_rand_int_range (self->rand, 0, 15);
      self->high[i] = self->value[i] + g_rand_int_range (self->rand, 1, 25);
    }
  self->low[N_ISSUES] = g_rand_int_range (self->rand, 30, 45);
  self->value[N_ISSUES] = self->low[N_ISSUES] + g_rand_int_range (self->rand, 1, 15);
  self->high[N_ISSUES] = self->value[N_ISSUES] + g_rand_int_range (self->rand, 1, 15);
  for (guint i = 0; i < N_ISSUES; i++)
    for (guint o = 0; o < N_OPTIONS; o++)
      self->values[i][o] = o == 0 ? 0 : o == 1 ? 100 : g_rand_int_range (self->rand, 0, 101);
  for (guint d = 0; d < N_DRAFTS; d++)
    for (guint i = 0; i < N_ISSUES; i++)
      self->options[d][i] = g_rand_int_range (self->rand, 0, N_OPTIONS);
}

/* The same densities as in guess.h, but by their own formula: from the lower end of a triangle up
 * to its peak, the share of all that lies below grows with the square. */
static double
draw_triangle (GRand *rand, double low, double value, double high)
{
  double unit = g_rand_double (rand);
  double peak = (value - low) / (high - low);

  return unit < peak ? low + sqrt (unit * (high - low) * (value - low))
                     : high - sqrt ((1 - unit) * (high - low) * (high - value));
}

static void
draw_truth (Record *self, ParleyBelief belief)
{
  for (guint i = 0; i < N_NUMBERS; i++)
    if (belief == PARLEY_BELIEF_NOTHING && i < N_ISSUES)
      self->truth[i] = -log (1 - g_rand_double (self->rand));
    else
      self->truth[i] = draw_triangle (self->rand, self->low[i], self->value[i], self->high[i]);
}

static double
weight_of (const Record *self)
{
  double sum = 0;

  for (guint i = 0; i < N_ISSUES; i++)
    sum += self->truth[i];
  return sum;
}

static gboolean
accepts (const Record *self, guint draft)
{
  double sum = 0;

  for (guint i = 0; i < N_ISSUES; i++)
    sum += self->truth[i] * self->values[i][self->options[draft][i]];
  return sum >= self->truth[N_ISSUES] * weight_of (self);
}

/* The scenario */

static void
append_number (GString *text, const Record *self, guint number)
{
  g_string_append_printf (text, "{ 'value': %d, 'low': %d, 'high': %d }", (int) self->value[number],
                          (int) self->low[number], (int) self->high[number]);
}

static char *
write_party (const Record *self)
{
  GString *text = g_string_new ("{ 'id': 'p', 'title': 'P', 'reservation': ");

  append_number (text, self, N_ISSUES);
  g_string_append (text, ", 'weights': {");
  for (guint i = 0; i < N_ISSUES; i++)
    {
      g_string_append_printf (text, "%s 'i%u': ", i == 0 ? "" : ",", i);
      append_number (text, self, i);
    }
  g_string_append (text, " }, 'values': {");
  for (guint i = 0; i < N_ISSUES; i++)
    {
      g_string_append_printf (text, "%s 'i%u': {", i == 0 ? "" : ",", i);
      for (guint o = 0; o < N_OPTIONS; o++)
        g_string_append_printf (text, "%s 'o%u': %d", o == 0 ? "" : ",", o, self->values[i][o]);
      g_string_append (text, " }");
    }
  g_string_append (text, " } }");
  return g_string_free (text, FALSE);
}

/* @slip: how often the answer is the other one. */
static char *
write_drafts (const Record *self, double slip)
{
  GString *text = g_string_new ("'as_of': '2025-06-01', 'drafts': [");

  for (guint d = 0; d < N_DRAFTS; d++)
    {
      gboolean slips = g_rand_double (self->rand) < slip;

      g_string_append_printf (text, "%s{ 'id': 'd%u', 'title': 'D', 'terms': {", d > 0 ? ", " : "",
                              d);
      for (guint i = 0; i < N_ISSUES; i++)
        g_string_append_printf (text, "%s 'i%u': 'o%d'", i > 0 ? "," : "", i, self->options[d][i]);
      g_string_append_printf (
          text, " }, 'events': [ { 'date': '2025-01-%02u', 'party': 'p', 'act': '%s' } ] }", d + 1,
          (accepts (self, d) != FALSE) != slips ? "signed" : "rejected");
    }
  g_string_append (text, "]");
  return g_string_free (text, FALSE);
}

/* Counting */

typedef struct
{
  guint  n_records;
  guint  n_rare; /* of which less than a tenth was left, so that chains drew them */
  guint  hits[N_NUMBERS];
  double sum; /* of the share of numbers that were hit in a record */
  double squares;
} Count;

static void
count_hits (Count *count, const Record *record, const ParleyPosterior *posterior)
{
  guint n_hits = 0;

  for (guint i = 0; i < N_NUMBERS; i++)
    {
      double truth = i < N_ISSUES ? record->truth[i] / weight_of (record) : record->truth[i];
      gboolean hit = posterior->after[i].low <= truth && truth <= posterior->after[i].high;

      count->hits[i] += hit;
      n_hits += hit;
    }
  count->n_records++;
  count->n_rare += posterior->left < 0.1;
  count->sum += (double) n_hits / N_NUMBERS;
  count->squares += (double) n_hits * n_hits / (N_NUMBERS * N_NUMBERS);
}

static void
try_record (Count *count, guint32 seed, ParleyBelief belief, double slip)
{
  Record record = { .rand = g_rand_new_with_seed (seed) };
  const ParleyRevealedRequest request = { { PARLEY_OPEN_ANY, FALSE }, belief, NULL, NULL, NULL };
  const ParleyPosteriorRequest likely
      = { belief, PARLEY_SPREAD_TRIANGULAR, N_DRAWS, seed, slip, NULL, FALSE };
  g_autofree char *issues = parley_small_choices (N_ISSUES, N_OPTIONS);
  g_autofree char *party = NULL;
  g_autofree char *drafts = NULL;
  g_autoptr(ParleyLoaded) loaded = NULL;
  g_autoptr(ParleyRevealed) revealed = NULL;
  g_autoptr(ParleyPosterior) posterior = NULL;

  believe (&record);
  draw_truth (&record, belief);
  party = write_party (&record);
  drafts = write_drafts (&record, slip);
  loaded = parley_small_load (issues, party, drafts);
  revealed = parley_revealed_new (loaded->scenario, 0, &request, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (revealed);
  PARLEY_EXPECT (revealed->fits || slip > 0, "record %u", seed);
  posterior = parley_posterior_new (revealed, &likely, NULL);
  PARLEY_EXPECT (posterior != NULL, "record %u", seed);
  if (posterior != NULL)
    count_hits (count, &record, posterior);
  g_rand_free (record.rand);
}

/* @first: of the seeds. Each number by itself as a binomial, all together by how records differ;
 * four standard deviations are exceeded once in some ten thousand tests. */
static void
test (const char *name, guint32 first, ParleyBelief belief, double slip)
{
  Count count = { 0 };
  double n = 0;
  double mean = 0;
  double deviation = 0;

  for (guint32 seed = first; seed < first + N_RECORDS; seed++)
    try_record (&count, seed, belief, slip);
  n = count.n_records;
  for (guint i = 0; i < N_NUMBERS; i++)
    PARLEY_EXPECT (fabs (count.hits[i] - 0.9 * n) <= 4 * sqrt (0.09 * n) + 1,
                   "%s, number %u: %u of %u", name, i, count.hits[i], count.n_records);
  mean = count.sum / n;
  /* Of few records the deviation may be none. */
  deviation = fmax (0.15, sqrt (fmax (0, count.squares / n - mean * mean)));
  PARLEY_EXPECT (fabs (mean - 0.9) <= 4 * deviation / sqrt (n) + 0.005, "%s: %g +/- %g of %u", name,
                 mean, deviation / sqrt (n), count.n_records);
  /* For docs/performance.md. */
  if (g_getenv ("PARLEY_COVERAGE") != NULL)
    g_print ("%s: %.1f %% +/- %.1f of %u records, %u of them by chains; by number %u %u %u %u %u\n",
             name, 100 * mean, 100 * deviation / sqrt (n), count.n_records, count.n_rare,
             count.hits[0], count.hits[1], count.hits[2], count.hits[3], count.hits[4]);
  PARLEY_EXPECT (count.n_rare >= N_RECORDS / 20, "%s: %u by chains", name, count.n_rare);
}

static void
test_ranges (void)
{
  test ("ranges", 1, PARLEY_BELIEF_RANGES, 0);
}

static void
test_slips (void)
{
  test ("ranges and slips", 1001, PARLEY_BELIEF_RANGES, SLIP);
}

static void
test_nothing (void)
{
  test ("nothing", 2001, PARLEY_BELIEF_NOTHING, 0);
}

static void
test_nothing_and_slips (void)
{
  test ("nothing and slips", 3001, PARLEY_BELIEF_NOTHING, SLIP);
}

void
parley_test_coverage (void)
{
  CU_pSuite suite = CU_add_suite ("coverage", NULL, NULL);

  CU_ADD_TEST (suite, test_ranges);
  CU_ADD_TEST (suite, test_slips);
  CU_ADD_TEST (suite, test_nothing);
  CU_ADD_TEST (suite, test_nothing_and_slips);
}
