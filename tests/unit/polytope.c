/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weight shares drawn at random: moments that are known exactly, and for the rest those of points
 * drawn from all shares, of which the ones that do not agree are thrown away. */
#include "analysis/polytope.h"

#include <math.h>

#include "base/error.h"
#include "small.h"
#include "suites.h"

#define SEED     20250430
#define N_CHUNKS 40
#define N_DRAWS  250 /* in each: 10,000 together */
#define N_SIFTED 5000
#define MOST     15  /* shares */

/* A specification, written shortly. */
typedef struct
{
  const char *label;
  guint       n;
  const char *low;  /* "1/5 - 0": one a share, "-": not said; NULL: none is */
  const char *high;
  const char *ranks; /* "0 1 1 -" */
  const char *rows;  /* "1 -2 0 <= 0; …" */
} Case;

typedef struct
{
  ParleyPolytopeSpec spec;
  const char        *titles[MOST];
  mpq_srcptr         low[MOST];
  mpq_srcptr         high[MOST];
  guint              ranks[MOST];
  ParleyPolytopeRow  rows[4];
  GPtrArray         *numbers;
} Built;

static mpq_srcptr
read_number (Built *self, const char *text)
{
  mpq_ptr number = NULL;

  if (g_str_equal (text, "-"))
    return NULL;
  number = parley_small_exact (text);
  g_ptr_array_add (self->numbers, number);
  return number;
}

static void
read_bounds (Built *self, const char *text, guint n, mpq_srcptr *bounds)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; i < n; i++)
    bounds[i] = read_number (self, words[i]);
}

static void
read_rows (Built *self, const char *text, guint n)
{
  g_auto (GStrv) rows = g_strsplit (text, "; ", -1);

  for (guint r = 0; rows[r] != NULL; r++)
    {
      g_auto (GStrv) words = g_strsplit (rows[r], " ", -1);
      mpq_srcptr *factors = g_new (mpq_srcptr, n);

      for (guint i = 0; i < n; i++)
        factors[i] = read_number (self, words[i]);
      self->rows[r] = (ParleyPolytopeRow){ factors, read_number (self, words[n + 1]),
                                           r == 0 ? "the first row" : "the next row" };
      self->spec.n_rows = r + 1;
    }
}

static void
read_ranks (Built *self, const char *text, guint n)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; i < n; i++)
    self->ranks[i] = g_str_equal (words[i], "-") ? PARLEY_UNRANKED
                                                 : (guint) g_ascii_strtoull (words[i], NULL, 10);
}

static Built *
build (const Case *written)
{
  static const char *const titles[MOST]
      = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o" };
  Built *self = g_new0 (Built, 1);

  self->numbers = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_exact_free);
  memcpy (self->titles, titles, sizeof titles);
  self->spec.n_shares = written->n;
  self->spec.titles = self->titles;
  if (written->low != NULL)
    read_bounds (self, written->low, written->n, self->low);
  if (written->high != NULL)
    read_bounds (self, written->high, written->n, self->high);
  if (written->ranks != NULL)
    read_ranks (self, written->ranks, written->n);
  if (written->rows != NULL)
    read_rows (self, written->rows, written->n);
  self->spec.low = written->low == NULL ? NULL : self->low;
  self->spec.high = written->high == NULL ? NULL : self->high;
  self->spec.ranks = written->ranks == NULL ? NULL : self->ranks;
  self->spec.rows = self->rows;
  return self;
}

static void
built_free (Built *self)
{
  for (guint r = 0; r < self->spec.n_rows; r++)
    g_free ((gpointer) self->rows[r].factors);
  g_ptr_array_unref (self->numbers);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Built, built_free)

static ParleyPolytope *
polytope_of (const Case *written, GError **error)
{
  g_autoptr (Built) built = build (written);

  return parley_polytope_new (&built->spec, error);
}

/* How far @shares are from agreeing with @spec; 0 or less when they do. */
static double
excess (const ParleyPolytopeSpec *spec, const double *shares)
{
  double most = -INFINITY;

  for (guint i = 0; i < spec->n_shares; i++)
    {
      double low = spec->low == NULL || spec->low[i] == NULL ? 0 : mpq_get_d (spec->low[i]);
      double high = spec->high == NULL || spec->high[i] == NULL ? 1 : mpq_get_d (spec->high[i]);

      most = fmax (most, fmax (low - shares[i], shares[i] - high));
      for (guint j = 0; spec->ranks != NULL && j < spec->n_shares; j++)
        if (spec->ranks[i] != PARLEY_UNRANKED && spec->ranks[j] != PARLEY_UNRANKED
            && spec->ranks[i] < spec->ranks[j])
          most = fmax (most, shares[j] - shares[i]);
    }
  for (guint r = 0; r < spec->n_rows; r++)
    {
      double sum = -mpq_get_d (spec->rows[r].most);

      for (guint i = 0; i < spec->n_shares; i++)
        if (spec->rows[r].factors[i] != NULL)
          sum += mpq_get_d (spec->rows[r].factors[i]) * shares[i];
      most = fmax (most, sum);
    }
  return most;
}

/* Moments */

/* The mean of something over the draws of each chunk, and over all. */
typedef struct
{
  double sum;
  double squares;
  guint  n;
} Mean;

static void
mean_add (Mean *self, double value)
{
  self->sum += value;
  self->squares += value * value;
  self->n++;
}

static double
mean_of (const Mean *self)
{
  return self->sum / self->n;
}

static double
variance_of_mean (const Mean *self)
{
  double mean = mean_of (self);

  return fmax (self->squares / self->n - mean * mean, 0) / (self->n - 1);
}

/* Of the first moments, then of the second ones: i, and i times j. */
static guint
n_moments (guint n)
{
  return n + n * n;
}

static double
moment_at (const double *shares, guint n, guint moment)
{
  guint row = 0;

  if (moment < n)
    return shares[moment];
  for (moment -= n; moment >= n; moment -= n)
    row++;
  return shares[row] * shares[moment];
}

/* [moment], over the means of chunks: draws within one may depend on each other. */
static Mean *
means_drawn (const ParleyPolytope *polytope, guint n)
{
  Mean *means = g_new0 (Mean, n_moments (n));
  g_autofree double *shares = g_new (double, (gsize) N_DRAWS *n);

  for (guint c = 0; c < N_CHUNKS; c++)
    {
      parley_polytope_draw (polytope, SEED, 1, c, N_DRAWS, shares);
      for (guint m = 0; m < n_moments (n); m++)
        {
          double mean = 0;

          for (guint d = 0; d < N_DRAWS; d++)
            mean += moment_at (shares + (gsize) d * n, n, m) / N_DRAWS;
          mean_add (&means[m], mean);
        }
    }
  return means;
}

static void
expect_mean (const char *label, guint moment, const Mean *got, double want, double variance)
{
  double error = sqrt (variance_of_mean (got) + variance);

  PARLEY_EXPECT (fabs (mean_of (got) - want) <= 4 * error + 1e-12,
                 "%s, moment %u: %g for %g, with an error of %g; seed %u, %u draws", label, moment,
                 mean_of (got), want, error, SEED, N_CHUNKS * N_DRAWS);
}

/* All shares: those of Dirichlet's distribution with parameters 1. */
static void
test_simplex (void)
{
  static const guint sizes[] = { 2, 3, 6, 15 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      guint n = sizes[s];
      Case written = { "all shares", n, NULL, NULL, NULL, NULL };
      g_autoptr (ParleyPolytope) polytope = polytope_of (&written, NULL);
      g_autofree Mean *means = means_drawn (polytope, n);

      PARLEY_EXPECT (parley_polytope_dimension (polytope) == n - 1, "%u shares", n);
      for (guint i = 0; i < n; i++)
        expect_mean (written.label, i, &means[i], 1.0 / n, 0);
      for (guint m = n; m < n_moments (n); m++)
        expect_mean (written.label, m, &means[m],
                     ((m - n) / n == (m - n) % n ? 2.0 : 1.0) / (n * (n + 1.0)), 0);
    }
}

/* Barron and Barrett 1996: the means of all shares in an order. */
static void
test_ranking (void)
{
  static const struct
  {
    Case   written;
    double means[4];
  } rows[] = {
    { { "three", 3, NULL, NULL, "0 1 2", NULL }, { 11.0 / 18, 5.0 / 18, 2.0 / 18 } },
    { { "four", 4, NULL, NULL, "0 1 2 3", NULL }, { 25.0 / 48, 13.0 / 48, 7.0 / 48, 3.0 / 48 } },
    { { "backwards", 3, NULL, NULL, "7 5 2", NULL }, { 2.0 / 18, 5.0 / 18, 11.0 / 18 } },
    { { "equals", 3, NULL, NULL, "0 1 1", NULL }, { 11.0 / 18, 3.5 / 18, 3.5 / 18 } },
    { { "one rank", 4, NULL, NULL, "0 0 0 0", NULL }, { 0.25, 0.25, 0.25, 0.25 } },
  };

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      const Case *written = &rows[r].written;
      g_autoptr (ParleyPolytope) polytope = polytope_of (written, NULL);
      g_autofree Mean *means = means_drawn (polytope, written->n);

      for (guint i = 0; i < written->n; i++)
        expect_mean (written->label, i, &means[i], rows[r].means[i], 0);
    }
}

/* Against points of all shares */

static void
draw_any (GRand *rand, guint n, double *shares)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += shares[i] = -log (1 - g_rand_double (rand));
  for (guint i = 0; i < n; i++)
    shares[i] /= sum;
}

static Mean *
means_sifted (const ParleyPolytopeSpec *spec)
{
  guint n = spec->n_shares;
  Mean *means = g_new0 (Mean, n_moments (n));
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  double shares[MOST] = { 0 };

  while (means[0].n < N_SIFTED)
    {
      draw_any (rand, n, shares);
      for (guint m = 0; excess (spec, shares) <= 0 && m < n_moments (n); m++)
        mean_add (&means[m], moment_at (shares, n, m));
    }
  return means;
}

static void
test_sifted (void)
{
  static const Case cases[] = {
    { "two", 2, "1/5 -", "7/10 -", NULL, NULL },
    { "box", 3, "1/10 1/5 0", "1/2 3/5 1/3", NULL, NULL },
    { "thin", 4, "3/10 - - -", "2/5 - - 1/10", NULL, NULL },
    { "order in part", 4, NULL, NULL, "1 - 0 -", NULL },
    { "order and bounds", 4, "- - 1/10 -", "2/5 - - -", "0 1 2 2", NULL },
    { "rows", 3, NULL, NULL, NULL, "1 -2 - <= 0; -1 - 1/2 <= 1/10" },
    { "all", 5, "1/20 - - - -", "- - 1/4 - -", "- 1 0 1 2", "1 1 - - -3 <= 1/3" },
    { "says nothing", 3, "0 0 0", "1 1 1", NULL, "1 1 1 <= 2" },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (Built) built = build (&cases[c]);
      g_autoptr (ParleyPolytope) polytope = parley_polytope_new (&built->spec, NULL);
      g_autofree Mean *got = means_drawn (polytope, cases[c].n);
      g_autofree Mean *want = means_sifted (&built->spec);

      for (guint m = 0; m < n_moments (cases[c].n); m++)
        expect_mean (cases[c].label, m, &got[m], mean_of (&want[m]), variance_of_mean (&want[m]));
    }
}

/* Every draw agrees with what is said, to rounding. */
static void
test_inside (void)
{
  static const Case cases[] = {
    { "ranking", 15, NULL, NULL, "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14", NULL },
    { "thin", 4, "3/10 - - -", "3000001/10000000 - - 1/10", NULL, NULL },
    { "equal", 4, NULL, NULL, "0 1 2 3", "1 -1 - - <= 0; - - 1 -1 <= 0" },
    { "line", 3, NULL, NULL, NULL, "1 -3 - <= 0; -1 3 - <= 0" },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (Built) built = build (&cases[c]);
      g_autoptr (ParleyPolytope) polytope = parley_polytope_new (&built->spec, NULL);
      g_autofree double *shares = g_new (double, (gsize) N_DRAWS *cases[c].n);

      parley_polytope_draw (polytope, SEED, 0, 0, N_DRAWS, shares);
      for (guint d = 0; d < N_DRAWS; d++)
        {
          const double *draw = shares + (gsize) d * cases[c].n;
          double sum = 0;

          for (guint i = 0; i < cases[c].n; i++)
            sum += draw[i];
          PARLEY_EXPECT (excess (&built->spec, draw) <= 1e-12 && fabs (sum - 1) <= 1e-12,
                         "%s, draw %u: beyond by %g, sum %.15f", cases[c].label, d,
                         excess (&built->spec, draw), sum);
        }
    }
}

/* Sets with no width in some directions, or in all. */
static void
test_degenerate (void)
{
  static const struct
  {
    Case        written;
    guint       dimension;
    const char *shares; /* of every draw; "-": not always the same */
  } rows[] = {
    { { "one share", 1, NULL, NULL, NULL, NULL }, 0, "1" },
    { { "one share, fixed", 1, "1", "1", NULL, NULL }, 0, "1" },
    { { "all equal", 3, NULL, NULL, NULL, "1 -1 - <= 0; - 1 -1 <= 0; -1 - 1 <= 0" },
      0,
      "1/3 1/3 1/3" },
    { { "lowest sum to 1", 3, "1/2 1/3 1/6", NULL, NULL, NULL }, 0, "1/2 1/3 1/6" },
    { { "highest sum to 1", 3, NULL, "1/2 1/3 1/6", NULL, NULL }, 0, "1/2 1/3 1/6" },
    { { "order meets bound", 3, "- - 1/3", NULL, "0 1 2", NULL }, 0, "1/3 1/3 1/3" },
    { { "nothing left", 3, "2/5 3/5 -", NULL, NULL, NULL }, 0, "2/5 3/5 0" },
    { { "one fixed", 3, "1/4 - -", "1/4 - -", NULL, NULL }, 1, "1/4 - -" },
    { { "not worth anything", 4, NULL, "- - 0 -", NULL, NULL }, 2, "- - 0 -" },
    { { "two equal", 3, NULL, NULL, NULL, "1 -1 - <= 0; -1 1 - <= 0" }, 1, "- - -" },
  };

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      guint n = rows[r].written.n;
      g_autoptr (ParleyPolytope) polytope = polytope_of (&rows[r].written, NULL);
      g_auto (GStrv) want = g_strsplit (rows[r].shares, " ", -1);
      double shares[2 * MOST];

      PARLEY_EXPECT (parley_polytope_dimension (polytope) == rows[r].dimension, "%s: dimension %u",
                     rows[r].written.label, parley_polytope_dimension (polytope));
      parley_polytope_draw (polytope, SEED, 0, 7, 2, shares);
      for (guint i = 0; i < 2 * n; i++)
        {
          g_autoptr (GPtrArray) number = NULL;

          if (g_str_equal (want[i % n], "-"))
            continue;
          number = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_exact_free);
          g_ptr_array_add (number, parley_small_exact (want[i % n]));
          PARLEY_EXPECT (fabs (shares[i] - mpq_get_d (g_ptr_array_index (number, 0))) <= 1e-15,
                         "%s: share %u is %.17f", rows[r].written.label, i, shares[i]);
        }
    }
}

static void
test_refusals (void)
{
  static const struct
  {
    Case        written;
    int         code;
    const char *message; /* part of it */
  } rows[] = {
    { { "bounds", 2, "3/5 -", "2/5 -", NULL, NULL },
      PARLEY_ERROR_INPUT,
      "the lowest share of a, 60 %, is above its highest, 40 %" },
    { { "lowest", 3, "3/5 - 13/25", NULL, NULL, NULL },
      PARLEY_ERROR_INPUT,
      "the lowest shares already sum to 112 %" },
    { { "highest", 3, NULL, "3/10 1/10 1/2", NULL, NULL },
      PARLEY_ERROR_INPUT,
      "the highest shares only sum to 90 %" },
    { { "order", 3, "- - 3/10", "1/5 - -", "0 1 2", NULL },
      PARLEY_ERROR_INPUT,
      "100 %: a is at most 20 %; b weighs no more than a; c weighs no more than b" },
    { { "order and bound", 2, NULL, "3/10 -", "0 1", NULL },
      PARLEY_ERROR_INPUT,
      "100 %: a is at most 30 %; b weighs no more than a" },
    { { "order sums", 3, "- - 2/5", NULL, "0 1 2", NULL },
      PARLEY_ERROR_INPUT,
      "100 %: c is at least 40 %; b weighs no more than a; c weighs no more than b" },
    { { "rows", 3, NULL, NULL, NULL, "1 - - <= 1/5; -1 - - <= -3/10" },
      PARLEY_ERROR_INPUT,
      ": the first row; the next row" },
    { { "by a hair", 2, "1/10 -", NULL, NULL, "1 - <= 99999999999999/1000000000000000" },
      PARLEY_ERROR_INPUT,
      "a is at least 10 %; the first row" },
    { { "digits", 2, "1/10000000000000000000 -", NULL, NULL, NULL },
      PARLEY_ERROR_LIMIT,
      "has too many digits" },
  };

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ParleyPolytope) polytope = polytope_of (&rows[r].written, &error);

      PARLEY_EXPECT (polytope == NULL && g_error_matches (error, PARLEY_ERROR, rows[r].code)
                         && strstr (error->message, rows[r].message) != NULL,
                     "%s: %s", rows[r].written.label, error == NULL ? "done" : error->message);
    }
}

/* A chunk is the same whatever was drawn before, and others are not. */
static void
test_chunks (void)
{
  Case written = { "ranking", 4, NULL, NULL, "0 1 2 3", NULL };
  g_autoptr (ParleyPolytope) one = polytope_of (&written, NULL);
  g_autoptr (ParleyPolytope) two = polytope_of (&written, NULL);
  double want[4 * 8];
  double got[4 * 8];

  parley_polytope_draw (one, SEED, 2, 5, 8, want);
  for (guint c = 0; c < 5; c++)
    parley_polytope_draw (two, SEED, 2, c, 3, got);
  parley_polytope_draw (two, SEED, 2, 5, 8, got);
  PARLEY_EXPECT (memcmp (want, got, sizeof want) == 0, "after others");
  parley_polytope_draw (two, SEED, 2, 5, 3, got);
  PARLEY_EXPECT (memcmp (want, got, sizeof (double) * 4 * 3) == 0, "fewer of them");
  parley_polytope_draw (two, SEED, 2, 6, 8, got);
  PARLEY_EXPECT (memcmp (want, got, sizeof want) != 0, "another chunk");
  parley_polytope_draw (two, SEED, 3, 5, 8, got);
  PARLEY_EXPECT (memcmp (want, got, sizeof want) != 0, "another stream");
  parley_polytope_draw (two, SEED + 1, 2, 5, 8, got);
  PARLEY_EXPECT (memcmp (want, got, sizeof want) != 0, "another seed");
}

void
parley_test_polytope (void)
{
  CU_pSuite suite = CU_add_suite ("polytope", NULL, NULL);

  CU_add_test (suite, "moments of all shares", test_simplex);
  CU_add_test (suite, "rank-order-centroid weights", test_ranking);
  CU_add_test (suite, "against points thrown away", test_sifted);
  CU_add_test (suite, "draws agree", test_inside);
  CU_add_test (suite, "no width", test_degenerate);
  CU_add_test (suite, "contradictions", test_refusals);
  CU_add_test (suite, "chunks", test_chunks);
}
