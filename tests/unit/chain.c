/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws that agree with a record: compared with draws of what is believed alone, of which those
 * that do not agree are thrown away, or count as little as a slip is likely. */
#include "analysis/chain.h"

#include <math.h>
#include <stdlib.h>

#include "base/random.h"
#include "effort.h"
#include "small.h"
#include "suites.h"

#define N_WEIGHTS 4
#define N_NUMBERS (N_WEIGHTS + 1)
#define N_CLUES 4
#define N_CHAINS  12
#define N_DRAWS   200 /* of each */
#define THIN      5   /* rounds from one to the next */
#define N_SIFTED  20000
#define N_RECORDS (1 + parley_effort (4))

typedef struct
{
  ParleyChainSpec spec;
  ParleyNumber   *numbers[N_NUMBERS];
  guint           floors[N_CLUES];
  GPtrArray      *corners[N_CLUES];
  gboolean        reaches[N_CLUES];
  gboolean        every[N_CLUES];
  gboolean        paired[N_CLUES];
  ParleyQuantile  quantiles[N_NUMBERS];
  gboolean        ordered;
} Record;

typedef struct
{
  double   slip;
  gboolean free;       /* any weights */
  gboolean as_written; /* weights are shares of 1 */
  gboolean ordered;    /* each weight is no lighter than the next */
  gboolean alike;      /* half of the clues say how near drafts are to each other */
} Kind;

static ParleyNumber *
number_new (double low, double value, double high)
{
  mpq_t exact;
  ParleyNumber *number = NULL;

  mpq_init (exact);
  mpq_set_d (exact, value);
  number = parley_number_new (exact);
  mpq_set_d (number->low, low);
  mpq_set_d (number->high, high);
  number->has_range = low < high;
  mpq_clear (exact);
  return number;
}

/* Values of 0 to 100, and sometimes some points. */
static double *
corner_new (GRand *rand)
{
  double *corner = g_new0 (double, N_WEIGHTS + 1);

  for (guint i = 0; i < N_WEIGHTS; i++)
    corner[i] = g_rand_int_range (rand, 0, 11) * 10;
  corner[N_WEIGHTS] = g_rand_int_range (rand, 0, 4) == 0 ? g_rand_int_range (rand, -10, 10) : 0;
  return corner;
}

/* That one of some differences of two drafts is small: each, and each the other way round. */
static void
make_alike (Record *self, guint clue, GRand *rand)
{
  g_ptr_array_set_size (self->corners[clue], 0);
  for (int c = g_rand_int_range (rand, 1, 4); c > 0; c--)
    {
      g_autofree double *one = corner_new (rand);
      g_autofree double *other = corner_new (rand);
      double *gap = g_new (double, N_WEIGHTS + 1);
      double *back = g_new (double, N_WEIGHTS + 1);

      for (guint i = 0; i <= N_WEIGHTS; i++)
        {
          gap[i] = one[i] - other[i] + (i == N_WEIGHTS ? 6 : 0);
          back[i] = other[i] - one[i] + (i == N_WEIGHTS ? 6 : 0);
        }
      g_ptr_array_add (self->corners[clue], gap);
      g_ptr_array_add (self->corners[clue], back);
    }
  self->reaches[clue] = TRUE;
  self->every[clue] = FALSE;
  self->paired[clue] = TRUE;
  self->floors[clue] = N_NUMBERS;
}

static void
record_init (Record *self, guint32 seed, const Kind *kind)
{
  static guint places[N_WEIGHTS] = { 0, 1, 2, 3 };
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < N_NUMBERS; i++)
    {
      double value
          = i < N_WEIGHTS ? g_rand_int_range (rand, 2, 20) : g_rand_int_range (rand, 40, 60);
      double width = i < N_WEIGHTS ? value - 1 : 15;
      double unit = kind->as_written && i < N_WEIGHTS ? 64 : 1;

      /* One weight is known. */
      self->numbers[i] = number_new ((i == 1 ? value : value - width) / unit, value / unit,
                                     (i == 1 ? value : value + width) / unit);
      parley_quantile_init (&self->quantiles[i], self->numbers[i], PARLEY_SPREAD_TRIANGULAR);
      self->quantiles[i].free = kind->free && i < N_WEIGHTS;
    }
  for (guint l = 0; l < N_CLUES; l++)
    {
      self->corners[l] = g_ptr_array_new_with_free_func (g_free);
      for (int c = g_rand_int_range (rand, 1, 4); c > 0; c--)
        g_ptr_array_add (self->corners[l], corner_new (rand));
      self->reaches[l] = g_rand_boolean (rand);
      self->every[l] = g_rand_boolean (rand);
      self->floors[l] = N_WEIGHTS;
      if (kind->alike && l % 2 == 0)
        make_alike (self, l, rand);
    }
  self->ordered = kind->ordered;
  self->spec = (ParleyChainSpec){ .n_weights = N_WEIGHTS,
                                  .n_numbers = N_NUMBERS,
                                  .quantiles = self->quantiles,
                                  .reservations = self->floors,
                                  .n_clues = N_CLUES,
                                  .corners = self->corners,
                                  .reaches = self->reaches,
                                  .every = self->every,
                                  .paired = self->paired,
                                  .slip = kind->slip,
                                  .as_written = kind->as_written,
                                  .places = kind->ordered ? places : NULL };
}

static void
record_clear (Record *self)
{
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      parley_quantile_clear (&self->quantiles[i]);
      parley_number_free (self->numbers[i]);
    }
  for (guint l = 0; l < N_CLUES; l++)
    g_ptr_array_unref (self->corners[l]);
}

/* Means of the shares and the reservation, and of their squares. */
typedef struct
{
  double weight;
  double means[N_NUMBERS];
  double squares[N_NUMBERS];
} Sums;

static void
add_draw (Sums *sums, const ParleyChain *chain, double weight)
{
  sums->weight += weight;
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      double value = parley_chain_number (chain, i) * (i < N_WEIGHTS ? 100 : 1);

      sums->means[i] += weight * value;
      sums->squares[i] += weight * value * value;
    }
}

static int
compare_falling (const void *a, const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x < y) - (x > y);
}

/* Draws what is believed, each as likely as the clues leave it. Returns: how many count, in
 * effect. */
static double
sift (const Record *record, Sums *sums)
{
  double squares = 0;
  ParleyChain chain = { .spec = &record->spec };
  double values[N_NUMBERS + 1] = { 0 };

  chain.values = values;
  for (guint d = 0; d < N_SIFTED; d++)
    {
      guint32 randoms[N_NUMBERS];
      double weight = 1;

      parley_random_fill (7, d, PARLEY_RANDOM_INPUTS, N_NUMBERS, randoms);
      chain.weight_sum = 0;
      for (guint i = 0; i < N_NUMBERS; i++)
        {
          values[i] = parley_quantile_value (&record->quantiles[i], randoms[i]);
          chain.weight_sum += i < N_WEIGHTS ? values[i] : 0;
        }
      /* Any of their orders is as likely. */
      if (record->ordered)
        qsort (values, N_WEIGHTS, sizeof *values, compare_falling);
      for (guint l = 0; l < N_CLUES; l++)
        weight *= parley_chain_fits (&chain, l) ? 1 - record->spec.slip : record->spec.slip;
      if (weight > 0)
        add_draw (sums, &chain, weight);
      squares += weight * weight;
    }
  return squares > 0 ? sums->weight * sums->weight / squares : 0;
}

static void
compare (const Record *record, guint32 seed, guint *n_compared)
{
  Sums sifted = { 0 };
  Sums drawn = { 0 };
  double n_sifted = sift (record, &sifted);

  if (n_sifted < 300)
    return;
  (*n_compared)++;
  for (guint c = 0; c < N_CHAINS; c++)
    {
      g_autoptr(ParleyChain) chain = parley_chain_new (&record->spec, N_CLUES, 1, c);

      PARLEY_EXPECT (chain != NULL, "record %u", seed);
      for (guint d = 0; chain != NULL && d < N_DRAWS; d++)
        {
          parley_chain_go (chain, N_CLUES, THIN);
          add_draw (&drawn, chain, 1);
        }
    }
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      double mean = sifted.means[i] / sifted.weight;
      double spread = sqrt (fmax (0, sifted.squares[i] / sifted.weight - mean * mean));
      /* Draws of a chain hang together: as though there were a third of them. */
      double error = spread * sqrt (1 / n_sifted + 3.0 / (N_CHAINS * N_DRAWS));
      double got = drawn.means[i] / drawn.weight;

      PARLEY_EXPECT (fabs (got - mean) <= 4 * error + 1e-9, "record %u, number %u: %g, not %g (%g)",
                     seed, i, got, mean, error);
    }
}

static void
test (Kind kind)
{
  guint n_compared = 0;

  for (guint32 seed = 1; seed <= 12 * N_RECORDS && n_compared < N_RECORDS; seed++)
    {
      Record record = { 0 };

      record_init (&record, seed, &kind);
      compare (&record, seed, &n_compared);
      record_clear (&record);
    }
  CU_ASSERT_EQUAL (n_compared, N_RECORDS);
}

static void
test_certain (void)
{
  test ((Kind){ 0 });
}

static void
test_slips (void)
{
  test ((Kind){ .slip = 0.1 });
}

static void
test_free (void)
{
  test ((Kind){ .free = TRUE });
}

static void
test_alike (void)
{
  test ((Kind){ .alike = TRUE });
  test ((Kind){ .alike = TRUE, .free = TRUE, .slip = 0.1 });
}

static void
test_as_written (void)
{
  test ((Kind){ .as_written = TRUE });
}

static void
test_ordered (void)
{
  test ((Kind){ .ordered = TRUE, .free = TRUE });
  test ((Kind){ .ordered = TRUE, .free = TRUE, .slip = 0.1 });
}

/* What fits lies in regions between which no number leads that moves alone. */
static void
test_apart (void)
{
  Record record = { 0 };
  guint n_compared = 0;

  record_init (&record, 93, &(Kind){ .alike = TRUE });
  compare (&record, 93, &n_compared);
  CU_ASSERT_EQUAL (n_compared, 1);
  record_clear (&record);
}

/* The same numbers whenever they are asked for; others of another chain. */
static void
test_same (void)
{
  Record record = { 0 };

  record_init (&record, 3, &(Kind){ .slip = 0.2 });
  {
    g_autoptr(ParleyChain) one = parley_chain_new (&record.spec, N_CLUES, 1, 5);
    g_autoptr(ParleyChain) same = parley_chain_new (&record.spec, N_CLUES, 1, 5);
    g_autoptr(ParleyChain) other = parley_chain_new (&record.spec, N_CLUES, 1, 6);

    CU_ASSERT_EQUAL (one->values[0], same->values[0]);
    CU_ASSERT_EQUAL (one->weight_sum, same->weight_sum);
    CU_ASSERT_NOT_EQUAL (one->weight_sum, other->weight_sum);
  }
  record_clear (&record);
}

void
parley_test_chain (void)
{
  CU_pSuite suite = CU_add_suite ("chain", NULL, NULL);

  CU_ADD_TEST (suite, test_certain);
  CU_ADD_TEST (suite, test_slips);
  CU_ADD_TEST (suite, test_free);
  CU_ADD_TEST (suite, test_alike);
  CU_ADD_TEST (suite, test_as_written);
  CU_ADD_TEST (suite, test_ordered);
  CU_ADD_TEST (suite, test_apart);
  CU_ADD_TEST (suite, test_same);
}
