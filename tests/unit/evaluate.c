/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a deal is worth, and which issues hang together. */
#include "space/evaluate.h"

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

/* A deal that the rules forbid can be looked at as well. */
static void
test_evaluate (void)
{
  Seen seen = { 0 };

  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      g_autofree ParleyScore *scores = g_new (ParleyScore, sample->utilities->len);
      guint n_different = 0;

      look_at (sample, &seen);
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
  CU_ASSERT (seen.n_forbidden > parley_effort (400));
  CU_ASSERT (seen.n_crossed > parley_effort (400));
  CU_ASSERT (seen.n_waived > parley_effort (400));
  CU_ASSERT (seen.n_adjusted > parley_effort (400));
  CU_ASSERT (seen.n_factors > parley_effort (80));
  CU_ASSERT (seen.n_single_options > parley_effort (80));
  CU_ASSERT (seen.n_wide_blocks > parley_effort (80));
}

/* Blocks */

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

/* Limits */

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
parley_test_evaluate (void)
{
  CU_pSuite suite = CU_add_suite ("evaluate", NULL, NULL);

  CU_add_test (suite, "what a deal is worth", test_evaluate);
  CU_add_test (suite, "blocks are a partition", test_blocks_are_a_partition);
  CU_add_test (suite, "what makes a block", test_block_causes);
  CU_add_test (suite, "derived issues that are too large", test_factor_limit);
}
