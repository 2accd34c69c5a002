/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every deal one by one: the walk, its blocks, and what a deal is worth. */
#include "space/walk.h"

#include <string.h>

#include "base/error.h"
#include "expect.h"
#include "sample.h"
#include "small.h"
#include "suites.h"

/* What the samples contain, so that no comparison is one of nothing with nothing. */
typedef struct
{
  guint n_forbidden;
  guint n_crossed;
  guint n_waived;
  guint n_adjusted;
  guint n_factors;
  guint n_single_options;
  guint n_wide_blocks;
} Seen;

typedef struct
{
  const ParleySample *sample;
  guint               at; /* the naive deal that comes next, feasible or not */
  guint               n_different;
} Comparison;

static gboolean
same_worth (const ParleySample *sample, const ParleyTuple *tuple, const ParleyNaiveDeal *deal)
{
  gboolean same = TRUE;

  for (guint p = 0; p < deal->n_parties; p++)
    {
      same &= tuple->scores[p] == parley_sample_steps (sample, p, deal->scores[p]);
      same &= (tuple->crossed >> p & 1) == (guint64) deal->crossed[p];
      same &= (tuple->waived >> p & 1) == (guint64) deal->waived[p];
    }
  return same;
}

static gboolean
compare_next (const ParleyTuple *tuple, gpointer data)
{
  Comparison *comparison = data;
  const ParleySample *sample = comparison->sample;
  const ParleyNaiveDeal *deal = NULL;

  do
    {
      if (comparison->at == sample->deals->len)
        {
          comparison->n_different++;
          return FALSE;
        }
      deal = parley_sample_deal (sample, comparison->at++);
    }
  while (!deal->feasible);
  if (memcmp (tuple->options, deal->options, sample->space->domain->n_axes * sizeof (guint)) != 0
      || !same_worth (sample, tuple, deal))
    comparison->n_different++;
  return TRUE;
}

static guint *
all_axes (const ParleySpace *space)
{
  guint *axes = g_new (guint, space->domain->n_axes);

  for (guint a = 0; a < space->domain->n_axes; a++)
    axes[a] = a;
  return axes;
}

static void
look_at (const ParleySample *sample, Seen *seen)
{
  seen->n_factors += sample->space->factors->len;
  for (guint a = 0; a < sample->space->domain->n_axes; a++)
    seen->n_single_options += sample->space->domain->axes[a].n_options == 1;
  for (guint b = 0; b < sample->space->blocks->len; b++)
    seen->n_wide_blocks
        += ((const ParleyIssueBlock *) g_ptr_array_index (sample->space->blocks, b))->n_axes > 1;
  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);

      seen->n_forbidden += !deal->feasible;
      for (guint p = 0; p < deal->n_parties; p++)
        {
          seen->n_crossed += deal->feasible && deal->crossed[p];
          seen->n_waived += deal->feasible && deal->waived[p];
          seen->n_adjusted += parley_scenario_party (sample->scenario, p)->adjustments->len > 0;
        }
    }
}

/* The same deals in the same order, with the same scores and marks. */
static void
test_walk (void)
{
  Seen seen = { 0 };

  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      g_autofree guint *axes = all_axes (sample->space);
      Comparison comparison = { sample, 0, 0 };

      look_at (sample, &seen);
      PARLEY_EXPECT (parley_walk (sample->space, axes, sample->space->domain->n_axes,
                                  sample->utilities, compare_next, &comparison),
                     "seed %u", seed);
      while (comparison.at < sample->deals->len)
        comparison.n_different += parley_sample_deal (sample, comparison.at++)->feasible;
      PARLEY_EXPECT (comparison.n_different == 0, "seed %u", seed);
    }
  CU_ASSERT (seen.n_forbidden > 100);
  CU_ASSERT (seen.n_crossed > 100);
  CU_ASSERT (seen.n_waived > 100);
  CU_ASSERT (seen.n_adjusted > 100);
  CU_ASSERT (seen.n_factors > 20);
  CU_ASSERT (seen.n_single_options > 20);
  CU_ASSERT (seen.n_wide_blocks > 20);
}

/* A deal that the rules forbid can be looked at as well. */
static void
test_evaluate (void)
{
  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      g_autofree ParleyScore *scores = g_new (ParleyScore, sample->utilities->len);
      guint n_different = 0;

      for (guint i = 0; i < sample->deals->len; i++)
        {
          const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);
          ParleyTuple tuple
              = parley_evaluate (sample->space, sample->utilities, deal->options, scores);

          n_different += !same_worth (sample, &tuple, deal);
          for (guint p = 0; p < deal->n_parties; p++)
            {
              gboolean blocks = parley_party_decides (parley_scenario_party (sample->scenario, p))
                                && !deal->waived[p]
                                && !parley_naive_accepts (sample->scenario, deal, p, TRUE);

              n_different
                  += parley_tuple_blocks (sample->space, sample->utilities, &tuple, p) != blocks;
            }
        }
      PARLEY_EXPECT (n_different == 0, "seed %u", seed);
    }
}

/* Blocks */

/* What a combination of the options of a block is worth. */
typedef struct
{
  gboolean     feasible;
  ParleyScore *scores;
  guint64      crossed;
  guint64      waived;
} Part;

typedef struct
{
  const ParleySample     *sample;
  const ParleyIssueBlock *block;
  Part                   *parts; /* by part_of () */
} BlockWalk;

static gsize
part_of (const ParleySpace *space, const ParleyIssueBlock *block, const guint *options)
{
  gsize part = 0;

  for (guint i = 0; i < block->n_axes; i++)
    part = part * space->domain->axes[block->axes[i]].n_options + options[block->axes[i]];
  return part;
}

static gboolean
keep_part (const ParleyTuple *tuple, gpointer data)
{
  const BlockWalk *walk = data;
  Part *part = &walk->parts[part_of (walk->sample->space, walk->block, tuple->options)];

  PARLEY_EXPECT (!part->feasible, "a combination is met twice");
  part->feasible = TRUE;
  part->scores = g_memdup2 (tuple->scores, walk->sample->utilities->len * sizeof (ParleyScore));
  part->crossed = tuple->crossed;
  part->waived = tuple->waived;
  return TRUE;
}

static Part *
walk_block (const ParleySample *sample, const ParleyIssueBlock *block)
{
  BlockWalk walk = { sample, block, g_new0 (Part, parley_space_block_size (sample->space, block)) };

  parley_walk (sample->space, block->axes, block->n_axes, sample->utilities, keep_part, &walk);
  return walk.parts;
}

static void
free_parts (const ParleySample *sample, const ParleyIssueBlock *block, Part *parts)
{
  for (gsize i = 0; i < parley_space_block_size (sample->space, block); i++)
    g_free (parts[i].scores);
  g_free (parts);
}

/* Adds up the parts of one deal. */
static gboolean
parts_make_deal (const ParleySample *sample, Part *const *parts, const ParleyNaiveDeal *deal)
{
  g_autofree ParleyScore *scores = g_new0 (ParleyScore, sample->utilities->len);
  ParleyTuple sum = { deal->options, scores, 0, 0 };
  gboolean feasible = TRUE;

  for (guint b = 0; b < sample->space->blocks->len; b++)
    {
      const ParleyIssueBlock *block = g_ptr_array_index (sample->space->blocks, b);
      const Part *part = &parts[b][part_of (sample->space, block, deal->options)];

      feasible &= part->feasible;
      for (guint s = 0; part->feasible && s < sample->utilities->len; s++)
        scores[s] += part->scores[s];
      sum.crossed |= part->crossed;
      sum.waived |= part->waived;
    }
  return feasible == deal->feasible && (!feasible || same_worth (sample, &sum, deal));
}

static void
test_blocks_add_up (void)
{
  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      guint n_blocks = sample->space->blocks->len;
      g_autofree Part **parts = g_new0 (Part *, n_blocks);
      guint n_different = 0;

      for (guint b = 0; b < n_blocks; b++)
        parts[b] = walk_block (sample, g_ptr_array_index (sample->space->blocks, b));
      for (guint i = 0; i < sample->deals->len; i++)
        n_different += !parts_make_deal (sample, parts, parley_sample_deal (sample, i));
      PARLEY_EXPECT (n_different == 0, "seed %u", seed);
      for (guint b = 0; b < n_blocks; b++)
        free_parts (sample, g_ptr_array_index (sample->space->blocks, b), parts[b]);
    }
}

static void
test_blocks_are_a_partition (void)
{
  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      const ParleySpace *space = sample->space;
      g_autofree guint *n_found = g_new0 (guint, space->domain->n_axes);

      for (guint b = 0; b < space->blocks->len; b++)
        {
          const ParleyIssueBlock *block = g_ptr_array_index (space->blocks, b);

          for (guint i = 0; i < block->n_axes; i++)
            {
              n_found[block->axes[i]]++;
              PARLEY_EXPECT (i == 0 || block->axes[i - 1] < block->axes[i], "seed %u", seed);
            }
        }
      for (guint a = 0; a < space->domain->n_axes; a++)
        PARLEY_EXPECT (n_found[a] == 1, "seed %u", seed);
    }
}

#define THOUSAND(id) \
  "{ 'id': '" id "', 'title': 'T', 'kind': 'range', 'min': 0, 'max': 999, 'step': 1 }"
#define CHOICE(id) \
  "{ 'id': '" id "', 'title': 'T', 'kind': 'choice', 'options': [" \
  "{ 'id': 'x', 'title': 'X' }, { 'id': 'y', 'title': 'Y' }] }"
#define RANGE(id) "{ 'id': '" id "', 'title': 'T', 'kind': 'range', 'min': 0, 'max': 2, 'step': 1 }"
#define PARTY \
  "'id': 'p', 'title': 'P', 'reservation': 0, 'weights': { 'a': 1 }, " \
  "'values': { 'a': { 'x': 0, 'y': 100 } }"

/* Everything that ties issues together does, and nothing else: neither weights, nor
 * conditions on one issue. */
static void
test_block_causes (void)
{
  static const struct
  {
    const char *label;
    const char *issue; /* besides a, b (choices), c, d (ranges) */
    const char *party;
    const char *more;
    const char *want; /* axes 0 to 3 by block */
  } rows[] = {
    { "nothing", "", "", "", "0|1|2|3" },
    { "one issue", "", ", 'red_lines': [{ 'id': 'r', 'never': { 'b': 'x' } }]",
      "'rules': [{ 'id': 'r', 'forbid': { 'any': [{ 'c': 0 }, { 'c': 2 }] } }]", "0|1|2|3" },
    { "a rule", "", "", "'rules': [{ 'id': 'r', 'forbid': { 'a': 'x', 'd': 1 } }]", "03|1|2" },
    { "a red line", "", ", 'red_lines': [{ 'id': 'r', 'never': { 'not': { 'b': 'x', 'c': 1 } } }]",
      "", "0|12|3" },
    { "an adjustment", "",
      ", 'adjustments': [{ 'id': 'r', 'when': { 'a': 'x', 'b': 'x' }, 'points': 1 }]", "",
      "01|2|3" },
    { "consent", "", ", 'needed_when': { 'any': [{ 'c': 1 }, { 'd': 1 }] }", "", "0|1|23" },
    { "a product", ", { 'id': 'e', 'title': 'E', 'kind': 'derived', 'product': ['c', 'd'] }", "",
      "", "0|1|23" },
    { "a table",
      ", { 'id': 'e', 'title': 'E', 'kind': 'derived', 'otherwise': 0, 'table': "
      "[{ 'when': { 'a': 'x' }, 'value': 1 }, { 'when': { 'd': 1 }, 'value': 2 }] }",
      "", "", "03|1|2" },
    { "a derived issue with another issue",
      ", { 'id': 'e', 'title': 'E', 'kind': 'derived', 'product': ['c'] }",
      ", 'red_lines': [{ 'id': 'r', 'never': { 'e': 2, 'b': 'x' } }]", "", "0|12|3" },
    { "a chain", "", ", 'red_lines': [{ 'id': 'r', 'never': { 'd': 2, 'b': 'x' } }]",
      "'rules': [{ 'id': 'r', 'forbid': { 'a': 'x', 'd': 1 } }]", "013|2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *issues = g_strconcat (
          CHOICE ("a") ", " CHOICE ("b") ", " RANGE ("c") ", " RANGE ("d"), rows[i].issue, NULL);
      g_autofree char *party = g_strconcat ("{ " PARTY, rows[i].party, " }", NULL);
      g_autoptr(ParleyLoaded) loaded = parley_small_load (issues, party, rows[i].more);
      g_autoptr(ParleySpace) space = parley_space_new (
          loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
      g_autoptr(GString) got = g_string_new (NULL);

      for (guint b = 0; b < space->blocks->len; b++)
        {
          const ParleyIssueBlock *block = g_ptr_array_index (space->blocks, b);

          g_string_append (got, b > 0 ? "|" : "");
          for (guint k = 0; k < block->n_axes; k++)
            g_string_append_printf (got, "%u", block->axes[k]);
        }
      PARLEY_EXPECT_TEXT (rows[i].label, got->str, rows[i].want);
    }
}

/* Ends */

static gboolean
stop_at_third (G_GNUC_UNUSED const ParleyTuple *tuple, gpointer data)
{
  guint *n_visits = data;

  return ++*n_visits < 3;
}

static void
test_visit_ends_walk (void)
{
  g_autoptr(ParleyLoaded) loaded
      = parley_small_load (CHOICE ("a") ", " CHOICE ("b"), "{ " PARTY " }", "");
  g_autoptr(ParleySpace) space
      = parley_space_new (loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
  g_autoptr(GPtrArray) nobody = g_ptr_array_new ();
  const guint axes[] = { 0, 1 };
  guint n_visits = 0;

  CU_ASSERT_FALSE (parley_walk (space, axes, 2, nobody, stop_at_third, &n_visits));
  CU_ASSERT_EQUAL (n_visits, 3);
  n_visits = 1;
  CU_ASSERT_FALSE (parley_walk (space, axes, 1, nobody, stop_at_third, &n_visits));
  CU_ASSERT_EQUAL (n_visits, 3);
}

/* A derived issue is tabulated, so it may not have too many sources. On the grid the
 * reader sees to that; what drafts name off it comes on top. */
static void
test_factor_limit (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      CHOICE ("a") ", " THOUSAND ("b") ", " THOUSAND (
          "c") ", "
               "{ 'id': 'e', 'title': 'E', 'kind': 'derived', 'product': ['b', 'c'] }",
      "{ " PARTY " }",
      "'drafts': [{ 'id': 'd', 'title': 'D', 'terms': { 'b': { 'min': 0 } } }, "
      "{ 'id': 'f', 'title': 'F', 'terms': { 'b': 0.5 } }]");
  ParleyDomain *domain = parley_domain_new_among (loaded->scenario, PARLEY_AMONG_TABLED, 0);
  g_autoptr(GError) error = NULL;

  CU_ASSERT_PTR_NULL (parley_space_new (loaded->scenario, domain, NULL, NULL, &error));
  CU_ASSERT_TRUE (g_error_matches (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT));
  PARLEY_EXPECT_TEXT ("message", error == NULL ? NULL : error->message,
                      "the derived issue \"e\" has more than a million combinations of the issues "
                      "that it follows from; give these fewer options or a coarser step");
}

void
parley_test_walk (void)
{
  CU_pSuite suite = CU_add_suite ("walk", NULL, NULL);

  CU_add_test (suite, "deals in file order", test_walk);
  CU_add_test (suite, "what a deal is worth", test_evaluate);
  CU_add_test (suite, "blocks add up", test_blocks_add_up);
  CU_add_test (suite, "blocks are a partition", test_blocks_are_a_partition);
  CU_add_test (suite, "what makes a block", test_block_causes);
  CU_add_test (suite, "a visit ends the walk", test_visit_ends_walk);
  CU_add_test (suite, "derived issues that are too large", test_factor_limit);
}
