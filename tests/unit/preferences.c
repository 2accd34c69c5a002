/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What preferences leave of weights: worked out by hand, by trying many weights, and against
 * UTASTAR, which asks the same of value functions. */
#include <string.h>

#include "analysis/posterior.h"
#include "effort.h"
#include "recorded.h"
#include "small.h"
#include "suites.h"
#include "value_functions.h"

#define N_TRIED   20 /* weights, of each random party */
#define N_RECORDS parley_effort (60)
#define N_RANKED  parley_effort (60)
#define STEPS     4 /* into which ranges are cut */

/* By hand */

/* One party whose score of "first" is the share of the first issue, and of "second" that of the
 * second; of "open" it is that of the first or 0. */
static ParleyLoaded *
load (const char *weights, const char *preferences)
{
  g_autofree char *issues = parley_small_choices (2, 2);
  g_autofree char *party = g_strdup_printf (
      "{ 'id': 'p', 'title': 'P', 'reservation': { 'value': 40, 'low': 30, 'high': 60 },"
      "'weights': %s, 'values': { 'i0': { 'o0': 100, 'o1': 0 }, 'i1': { 'o0': 100, 'o1': 0 } },"
      "'red_lines': [ { 'id': 'l', 'never': { 'i0': 'o0', 'i1': 'o0' } } ],"
      "'preferences': [ %s ] }",
      weights, preferences);

  return parley_small_load (
      issues, party,
      "'as_of': '2025-06-01', 'drafts': ["
      "{ 'id': 'first', 'title': 'F', 'terms': { 'i0': 'o0', 'i1': 'o1' }, 'events': ["
      "  { 'date': '2025-02-01', 'party': 'p', 'act': 'withheld' } ] },"
      "{ 'id': 'second', 'title': 'S', 'terms': { 'i0': 'o1', 'i1': 'o0' }, 'events': ["
      "  { 'date': '2025-02-01', 'party': 'p', 'act': 'signed' } ] },"
      "{ 'id': 'open', 'title': 'O', 'terms': { 'i1': 'o1' } },"
      "{ 'id': 'crossing', 'title': 'C', 'terms': { 'i0': 'o0', 'i1': 'o0' } },"
      "{ 'id': 'perhaps', 'title': 'M', 'terms': { 'i0': 'o0' } } ]");
}

#define RANGES                                                                                     \
  "{ 'i0': { 'value': 2, 'low': 1, 'high': 3 }, 'i1': { 'value': 2, 'low': 1, 'high': 3 } }"
#define PREFERS(liked, other, more) \
  "{ 'id': '" liked other "', 'prefers': '" liked "', 'to': '" other "'" more " }"
#define ALIKE(one, other, within) \
  "{ 'id': '" one other "-alike', 'alike': ['" one "', '" other "'], 'within': " within " }"

static ParleyRevealed *
reveal (const ParleyLoaded *loaded, ParleyOpen open, ParleyBelief belief)
{
  const ParleyRevealedRequest request = { .clues = { .open = open }, .belief = belief };
  ParleyRevealed *revealed = parley_revealed_new (loaded->scenario, 0, &request, NULL);

  CU_ASSERT_PTR_NOT_NULL_FATAL (revealed);
  return revealed;
}

typedef struct
{
  const char  *label;
  const char  *preferences;
  ParleyOpen   open;
  ParleyBelief belief;
  const char  *low; /* of the first share; NULL: nothing fits */
  const char  *high;
} Row;

/* The second issue's share is two fifths or more, since "second" was signed where 40 was the
 * reservation; but that may have been as low as 30. */
static const Row rows[] = {
  { "any", PREFERS ("first", "second", ""), PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES, "1/2", "7/10" },
  { "by 20", PREFERS ("first", "second", ", 'by': 20"), PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES,
    "3/5", "7/10" },
  { "by a third", PREFERS ("second", "first", ", 'by': '100/3'"), PARLEY_OPEN_ANY,
    PARLEY_BELIEF_RANGES, "1/4", "1/3" },
  { "by too much", PREFERS ("first", "second", ", 'by': 50"), PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES,
    NULL, NULL },
  { "alike", ALIKE ("first", "second", "10"), PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES, "9/20",
    "11/20" },
  { "alike for every completion", ALIKE ("first", "second", "10"), PARLEY_OPEN_ALL,
    PARLEY_BELIEF_RANGES, "9/20", "11/20" },
  { "quite alike", ALIKE ("second", "first", "0"), PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES, "1/2",
    "1/2" },
  { "alike and not", ALIKE ("first", "second", "10") ", " PREFERS ("first", "second", ", 'by': 4"),
    PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES, "13/25", "11/20" },
  { "the better completion", PREFERS ("open", "second", ""), PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES,
    "1/2", "7/10" },
  { "every completion", PREFERS ("open", "second", ""), PARLEY_OPEN_ALL, PARLEY_BELIEF_RANGES, NULL,
    NULL },
  { "than the worse completion", PREFERS ("second", "open", ""), PARLEY_OPEN_ANY,
    PARLEY_BELIEF_RANGES, "1/4", "7/10" },
  { "than every completion", PREFERS ("second", "open", ""), PARLEY_OPEN_ALL, PARLEY_BELIEF_RANGES,
    "1/4", "1/2" },
  { "than every completion, by 0", PREFERS ("second", "open", ", 'by': 0"), PARLEY_OPEN_ALL,
    PARLEY_BELIEF_RANGES, "1/4", "1/2" },
  /* From a share of 0 alone. */
  { "alike for one completion", ALIKE ("open", "second", "35"), PARLEY_OPEN_ANY,
    PARLEY_BELIEF_NOTHING, "13/40", "7/10" },
  { "alike for all", ALIKE ("open", "second", "70"), PARLEY_OPEN_ALL, PARLEY_BELIEF_NOTHING, "3/10",
    "7/10" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      g_autoptr(ParleyLoaded) loaded = load (RANGES, row->preferences);
      g_autoptr(ParleyRevealed) revealed = reveal (loaded, row->open, row->belief);

      PARLEY_EXPECT (revealed->fits == (row->low != NULL), "%s", row->label);
      if (row->low == NULL)
        continue;
      PARLEY_EXPECT_EXACT (row->label, revealed->left[0].low, row->low);
      PARLEY_EXPECT_EXACT (row->label, revealed->left[0].high, row->high);
      PARLEY_EXPECT (revealed->n_shares == 2 && revealed->reservations->len == 1, "%s", row->label);
    }
}

/* Equal weights are no preference, but they are no worse. */
static void
test_edge (void)
{
  const char *weights = "{ 'i0': 2, 'i1': 2 }";
  g_autoptr(ParleyLoaded) some = load (weights, PREFERS ("first", "second", ""));
  g_autoptr(ParleyLoaded) none = load (weights, PREFERS ("first", "second", ", 'by': 0"));
  g_autoptr(ParleyRevealed) strict = reveal (some, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);
  g_autoptr(ParleyRevealed) weak = reveal (none, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);

  CU_ASSERT_FALSE (strict->fits);
  CU_ASSERT_TRUE (weak->fits);
}

/* What crosses a red line, or may, teaches nothing; unless every completion is looked at, and then
 * those that do not. As though there were no red line it does. */
static void
test_red_lines (void)
{
  static const struct
  {
    const char *preference;
    ParleyClueRequest request;
    ParleyClueKind kind;
  } cases[] = {
    { PREFERS ("first", "crossing", ""), { PARLEY_OPEN_ANY, FALSE }, PARLEY_CLUE_RED_LINE },
    { PREFERS ("crossing", "first", ""), { PARLEY_OPEN_ALL, FALSE }, PARLEY_CLUE_RED_LINE },
    { PREFERS ("second", "perhaps", ""), { PARLEY_OPEN_ANY, FALSE }, PARLEY_CLUE_RED_LINE },
    { PREFERS ("second", "perhaps", ""), { PARLEY_OPEN_ALL, FALSE }, PARLEY_CLUE_TEACHES },
    { PREFERS ("crossing", "first", ""), { PARLEY_OPEN_ANY, TRUE }, PARLEY_CLUE_TEACHES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ParleyRevealedRequest request = { .clues = cases[i].request };
      g_autoptr(ParleyLoaded) loaded = load (RANGES, cases[i].preference);
      g_autoptr(ParleyRevealed) revealed
          = parley_revealed_new (loaded->scenario, 0, &request, NULL);
      /* What has no date comes behind the decision of February. */
      const ParleyClue *clue = g_ptr_array_index (revealed->clues, revealed->clues->len - 1);

      PARLEY_EXPECT (clue->preference != NULL && clue->kind == cases[i].kind, "case %u", i);
    }
}

/* So many issues of four options each; "known" says what all are, and "open" and "other" nothing.
 */
static ParleyLoaded *
load_open (guint n_issues, const char *preferences)
{
  g_autofree char *issues = parley_small_choices (n_issues, 4);
  g_autoptr(GString) weights = g_string_new (NULL);
  g_autoptr(GString) values = g_string_new (NULL);
  g_autoptr(GString) terms = g_string_new (NULL);
  g_autofree char *party = NULL;
  g_autofree char *drafts = NULL;

  for (guint i = 0; i < n_issues; i++)
    {
      g_string_append_printf (weights, "%s'i%u': 1", i > 0 ? ", " : "", i);
      g_string_append_printf (terms, "%s'i%u': 'o1'", i > 0 ? ", " : "", i);
      g_string_append_printf (values, "%s'i%u': { 'o0': 0, 'o1': 30, 'o2': 60, 'o3': 100 }",
                              i > 0 ? ", " : "", i);
    }
  party = g_strdup_printf ("{ 'id': 'p', 'title': 'P', 'reservation': 1, 'weights': { %s },"
                           "'values': { %s }, 'preferences': [ %s ] }",
                           weights->str, values->str, preferences);
  drafts = g_strdup_printf ("'drafts': [ { 'id': 'open', 'title': 'O' },"
                            "{ 'id': 'other', 'title': 'O' },"
                            "{ 'id': 'known', 'title': 'K', 'terms': { %s } } ]",
                            terms->str);
  return parley_small_load (issues, party, drafts);
}

/* Of ten issues there are more completions than are looked at; but one is the best of them and one
 * the worst. */
static void
test_too_much (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load_open (10, ALIKE ("open", "known", "1") ", " PREFERS ("known", "open", ""));
  g_autoptr(ParleyRevealed) revealed = reveal (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_NOTHING);
  const ParleyClueKind kinds[] = { PARLEY_CLUE_TOO_MUCH, PARLEY_CLUE_TEACHES };

  for (guint i = 0; i < 2; i++)
    {
      const ParleyClue *clue = g_ptr_array_index (revealed->clues, i);

      CU_ASSERT_EQUAL (clue->kind, kinds[i]);
      CU_ASSERT_EQUAL (clue->corners != NULL, i == 1);
    }
  CU_ASSERT_TRUE (revealed->fits);
}

/* Of three issues there are 64 completions, and 4,096 pairs of them; of these the gaps on each
 * issue are one of 11, so that there are 1,331, and half of that where the way round does not
 * matter. Two such clues can be read in more ways than can be gone through; but some pair is alike
 * in any case. */
static void
test_many_pairs (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load_open (3, ALIKE ("open", "other", "0") ", " ALIKE ("other", "open", "1"));
  g_autoptr(ParleyRevealed) revealed = reveal (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_NOTHING);

  for (guint i = 0; i < 2; i++)
    {
      const ParleyClue *clue = g_ptr_array_index (revealed->clues, i);

      CU_ASSERT_EQUAL_FATAL (clue->kind, PARLEY_CLUE_TEACHES);
      CU_ASSERT_EQUAL (clue->corners->corners->len, 2 * (1331 + 1) / 2);
    }
  CU_ASSERT_TRUE (revealed->fits);
  PARLEY_EXPECT_EXACT ("low", revealed->left[0].low, "0");
  PARLEY_EXPECT_EXACT ("high", revealed->left[0].high, "1");
}

/* Two that are each other's opposites are named, and nothing else. */
static void
test_contradiction (void)
{
  g_autoptr(ParleyLoaded) loaded = load (
      RANGES, ALIKE ("open", "second", "60") ", " PREFERS ("first", "second", "") ", " PREFERS (
                  "second", "first", ", 'date': '2025-03-01'"));
  g_autoptr(ParleyRevealed) revealed = reveal (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);

  CU_ASSERT_FALSE (revealed->fits);
  CU_ASSERT_EQUAL (revealed->clues->len, 4);
  CU_ASSERT_EQUAL_FATAL (revealed->blame->len, 2);
  for (guint i = 0; i < 2; i++)
    {
      guint index = g_array_index (revealed->blame, guint, i);
      const ParleyClue *clue = g_ptr_array_index (revealed->clues, index);

      /* The decision of February comes first, what has no date last. */
      CU_ASSERT_EQUAL (index, i == 0 ? 1 : 3);
      CU_ASSERT_STRING_EQUAL (clue->preference->id, i == 0 ? "secondfirst" : "firstsecond");
    }
}

/* From an earlier day only what has an earlier date is known. */
static void
test_before (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load (RANGES, PREFERS ("first", "second", "") ", " PREFERS (
                          "open", "second",
                          ", 'date': '2025-01-31'") ", " PREFERS ("second", "open",
                                                                  ", 'date': '2025-02-01'"));
  const ParleyRevealedRequest request = { .before = "2025-02-01" };
  g_autoptr(ParleyRevealed) earlier = parley_revealed_new (loaded->scenario, 0, &request, NULL);

  CU_ASSERT_EQUAL_FATAL (earlier->clues->len, 1);
  CU_ASSERT_STRING_EQUAL (((ParleyClue *) g_ptr_array_index (earlier->clues, 0))->preference->id,
                          "opensecond");
  CU_ASSERT_EQUAL (earlier->reservations->len, 0);
}

/* Any share is as likely as any other. "first" and "second" alike within 10 leave those from 0.45
 * to 0.55; so "second" alike to a completion of "open" leaves those, and those from 0.9 on, where
 * the other completion is. Then the first is heavier in three quarters of the draws. */
static void
test_likely (void)
{
  g_autofree char *issues = parley_small_choices (2, 2);
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      issues,
      "{ 'id': 'p', 'title': 'P', 'reservation': 40, 'weights': { 'i0': 1, 'i1': 1 },"
      "'values': { 'i0': { 'o0': 100, 'o1': 0 }, 'i1': { 'o0': 100, 'o1': 0 } },"
      "'preferences': [" ALIKE ("open", "second", "10") "] }",
      "'drafts': [ { 'id': 'second', 'title': 'S', 'terms': { 'i0': 'o1', 'i1': 'o0' } },"
      "{ 'id': 'open', 'title': 'O', 'terms': { 'i1': 'o1' } } ]");
  g_autoptr(ParleyRevealed) revealed = reveal (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_NOTHING);
  const ParleyPosteriorRequest request
      = { PARLEY_BELIEF_NOTHING, PARLEY_SPREAD_TRIANGULAR, 8000, 5, 0, NULL, FALSE };
  g_autoptr(ParleyPosterior) posterior = parley_posterior_new (revealed, &request, NULL);
  guint n_beyond = 0;
  guint n_high = 0;

  CU_ASSERT_PTR_NOT_NULL_FATAL (posterior);
  CU_ASSERT_EQUAL (posterior->n_numbers, 2);
  PARLEY_EXPECT_EXACT ("low", revealed->left[0].low, "9/20");
  PARLEY_EXPECT_EXACT ("high", revealed->left[0].high, "1");
  for (guint64 d = 0; d < posterior->n_draws; d++)
    {
      double share = posterior->draws[d * posterior->n_numbers];

      n_beyond += !(share >= 0.45 - 1e-6 && share <= 0.55 + 1e-6) && share < 0.9 - 1e-6;
      n_high += share > 0.7;
    }
  CU_ASSERT_EQUAL (n_beyond, 0);
  CU_ASSERT_DOUBLE_EQUAL (n_high / 8000.0, 0.5, 0.03);
  CU_ASSERT_DOUBLE_EQUAL (posterior->chances[0], 0.2, 0.02);
  CU_ASSERT_DOUBLE_EQUAL (posterior->heavier[0 * 2 + 1], 0.75, 0.03);
}

/* By trying */

/* Some number of the range, also its ends. */
static void
draw (const ParleyNumber *number, GRand *rand, mpq_ptr value)
{
  mpq_t part;

  mpq_init (part);
  mpq_set_ui (part, (unsigned long) g_rand_int_range (rand, 0, STEPS + 1), STEPS);
  mpq_canonicalize (part);
  mpq_sub (value, number->high, number->low);
  mpq_mul (value, value, part);
  mpq_add (value, value, number->low);
  mpq_clear (part);
}

static GPtrArray *
complete (const ParleyScenario *scenario, guint index)
{
  const ParleyDraft *draft = parley_scenario_draft (scenario, index);
  g_autoptr(ParleyDomain) domain = parley_domain_new_draft (scenario, draft);

  return parley_naive_deals (scenario, domain, draft, NULL);
}

static gboolean
counts (const ParleyNaiveDeal *deal, guint party, gboolean no_red_lines)
{
  return deal->feasible && (no_red_lines || !deal->crossed[party]);
}

/* Whether two completions are as the preference says. */
static gboolean
fits_pair (const ParleyDraftPreference *preference, mpq_srcptr first, mpq_srcptr second)
{
  gboolean fits = FALSE;
  mpq_t gap;

  mpq_init (gap);
  mpq_sub (gap, first, second);
  if (preference->alike)
    {
      mpq_abs (gap, gap);
      fits = mpq_cmp (gap, preference->points) <= 0;
    }
  else
    fits = preference->by_some ? mpq_sgn (gap) > 0 : mpq_cmp (gap, preference->points) >= 0;
  mpq_clear (gap);
  return fits;
}

/* The kind of one draft alone. */
static ParleyClueKind
kind_by_hand (const GPtrArray *deals, const ParleyClue *clue, gboolean no_red_lines)
{
  guint n_feasible = 0;
  guint n_clean = 0;

  for (guint i = 0; i < deals->len; i++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (deals, i);

      n_feasible += deal->feasible != FALSE;
      n_clean += counts (deal, clue->move.party, no_red_lines) != FALSE;
    }
  if (n_feasible == 0)
    return PARLEY_CLUE_INFEASIBLE;
  return n_clean == 0 || (n_clean < n_feasible && clue->open == PARLEY_OPEN_ANY)
             ? PARLEY_CLUE_RED_LINE
             : PARLEY_CLUE_TEACHES;
}

/* What a clue is, and whether the numbers that the model has now fit it, deal by deal. */
static gboolean
fits_by_hand (const ParleyScenario *scenario, const ParleyClue *clue, gboolean no_red_lines)
{
  guint party = clue->move.party;
  g_autoptr(GPtrArray) first = complete (scenario, clue->preference->drafts[0]);
  g_autoptr(GPtrArray) second = complete (scenario, clue->preference->drafts[1]);
  ParleyClueKind kind = kind_by_hand (first, clue, no_red_lines);
  guint n_pairs = 0;
  guint n_fit = 0;

  if (kind == PARLEY_CLUE_TEACHES)
    kind = kind_by_hand (second, clue, no_red_lines);
  CU_ASSERT_EQUAL (clue->kind, kind);
  if (kind != PARLEY_CLUE_TEACHES)
    return TRUE;
  for (guint i = 0; i < first->len; i++)
    for (guint j = 0; j < second->len; j++)
      {
        const ParleyNaiveDeal *one = g_ptr_array_index (first, i);
        const ParleyNaiveDeal *other = g_ptr_array_index (second, j);

        if (!counts (one, party, no_red_lines) || !counts (other, party, no_red_lines))
          continue;
        n_pairs++;
        n_fit += fits_pair (clue->preference, one->scores[party], other->scores[party]);
      }
  return clue->open == PARLEY_OPEN_ANY ? n_fit > 0 : n_fit == n_pairs;
}

static void
expect_within (const ParleyRevealed *revealed, const ParleyParty *party, guint32 seed)
{
  mpq_t share;

  mpq_init (share);
  PARLEY_EXPECT (revealed->fits, "record %u", seed);
  for (guint i = 0; i < revealed->n_shares; i++)
    {
      parley_weight_share (party, revealed->issues[i], NULL, share);
      PARLEY_EXPECT (mpq_cmp (share, revealed->left[i].low) >= 0
                         && mpq_cmp (share, revealed->left[i].high) <= 0,
                     "record %u, share %u", seed, i);
    }
  mpq_clear (share);
}

static void
add_preferences (const ParleyScenario *scenario, ParleyParty *party, GRand *rand)
{
  for (guint i = 0; i < 3; i++)
    {
      ParleyDraftPreference *preference = parley_draft_preference_new ();
      guint n = scenario->drafts->len;

      preference->alike = i == 2;
      preference->drafts[0] = (guint) g_rand_int_range (rand, 0, (gint32) n);
      preference->drafts[1]
          = (preference->drafts[0] + 1 + (guint) g_rand_int_range (rand, 0, (gint32) n - 1)) % n;
      preference->by_some = !preference->alike && g_rand_boolean (rand);
      if (!preference->by_some)
        mpq_set_ui (preference->points, (gulong) g_rand_int_range (rand, 0, 30), 1);
      g_ptr_array_add (party->preferences, preference);
    }
}

/* Returns: how many of the weights that are tried fit. */
static guint
try_party (ParleyRecorded *tried, guint index, const ParleyClueRequest *clues, guint32 seed)
{
  const ParleyRevealedRequest request = { .clues = *clues };
  ParleyParty *party = g_ptr_array_index (tried->scenario->parties, index);
  g_autoptr(ParleyRevealed) revealed = NULL;
  guint n_fit = 0;

  if (!parley_party_is_weighted (party))
    return 0;
  parley_recorded_give_ranges (tried->scenario, index, tried->rand);
  add_preferences (tried->scenario, party, tried->rand);
  revealed = parley_revealed_new (tried->scenario, index, &request, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (revealed);
  for (guint t = 0; t < N_TRIED; t++)
    {
      gboolean fits = TRUE;

      for (guint i = 0; i < party->n_issues && !party->ranked; i++)
        if (party->weights[i] != NULL)
          draw (party->weights[i], tried->rand, party->weights[i]->value);
      fits = parley_party_is_weighted (party);
      for (guint l = 0; fits && l < revealed->clues->len; l++)
        {
          const ParleyClue *clue = g_ptr_array_index (revealed->clues, l);

          fits = clue->preference == NULL
                 || fits_by_hand (tried->scenario, clue, clues->no_red_lines);
        }
      if (fits)
        expect_within (revealed, party, seed);
      n_fit += fits != FALSE;
    }
  return n_fit;
}

static void
clear_events (const ParleyScenario *scenario)
{
  for (guint d = 0; d < scenario->drafts->len; d++)
    {
      ParleyDraft *draft = g_ptr_array_index (scenario->drafts, d);

      g_ptr_array_set_size (draft->events, 0);
      g_array_set_size (draft->tabled_by, 0);
    }
}

static void
test_random (void)
{
  guint n_fit = 0;

  for (guint32 seed = 1; seed <= N_RECORDS; seed++)
    {
      const ParleyClueRequest request
          = { seed % 2 == 0 ? PARLEY_OPEN_ANY : PARLEY_OPEN_ALL, seed % 3 == 0 };
      ParleyRecorded tried = { 0 };

      parley_recorded_init (&tried, seed);
      clear_events (tried.scenario);
      for (guint p = 0; p < tried.scenario->parties->len; p++)
        n_fit += try_party (&tried, p, &request, seed);
      parley_recorded_clear (&tried);
    }
  /* Or nothing was tried. */
  PARLEY_EXPECT (n_fit > parley_effort (100), "%u", n_fit);
}

/* Against UTASTAR */

/* Alternatives by what they have of each increment of value, in an order; a scenario has an issue
 * for each increment, a draft for each alternative, and a preference for each two neighbours. */
static ParleyLoaded *
load_ranked (const ParleyPreorder *order, guint n_increments, mpq_t **parts)
{
  g_autoptr(GString) issues = g_string_new (NULL);
  g_autoptr(GString) party = g_string_new ("{ 'id': 'p', 'title': 'P', 'reservation': 1");
  g_autoptr(GString) weights = g_string_new (NULL);
  g_autoptr(GString) values = g_string_new (NULL);
  g_autoptr(GString) preferences = g_string_new (NULL);
  g_autoptr(GString) drafts = g_string_new ("'drafts': [");

  for (guint i = 0; i < n_increments; i++)
    {
      const char *comma = i > 0 ? ", " : "";

      g_string_append_printf (issues,
                              "%s{ 'id': 'i%u', 'title': 'I', 'kind': 'range', 'min': 0, 'max': 1,"
                              "'step': 1 }",
                              comma, i);
      g_string_append_printf (weights, "%s'i%u': 1", comma, i);
      g_string_append_printf (values, "%s'i%u': { 'points': [[0, 0], [1, 100]] }", comma, i);
    }
  for (guint a = 0; a < order->n_alternatives; a++)
    {
      g_string_append_printf (drafts, "%s{ 'id': 'd%u', 'title': 'D', 'terms': { ",
                              a > 0 ? ", " : "", a);
      for (guint i = 0; i < n_increments; i++)
        {
          g_autofree char *part = parley_exact_to_text (parts[a][i], 0);
          const char *quote = strchr (part, '/') != NULL ? "'" : "";

          g_string_append_printf (drafts, "%s'i%u': %s%s%s", i > 0 ? ", " : "", i, quote, part,
                                  quote);
        }
      g_string_append (drafts, " } }");
      if (a > 0 && order->places[a] == order->places[a - 1])
        g_string_append_printf (preferences,
                                "%s{ 'id': 'p%u', 'alike': ['d%u', 'd%u'], 'within': 0 }",
                                a > 1 ? ", " : "", a, a - 1, a);
      else if (a > 0)
        g_string_append_printf (preferences,
                                "%s{ 'id': 'p%u', 'prefers': 'd%u', 'to': 'd%u', 'by': 5 }",
                                a > 1 ? ", " : "", a, a - 1, a);
    }
  g_string_append_printf (party, ", 'weights': { %s }, 'values': { %s }, 'preferences': [ %s ] }",
                          weights->str, values->str, preferences->str);
  g_string_append (drafts, "]");
  return parley_small_load (issues->str, party->str, drafts->str);
}

static mpq_t *
row_new (const char *const *numbers, guint n)
{
  mpq_t *row = parley_exact_array_new (n);

  for (guint i = 0; i < n; i++)
    if (!parley_exact_parse (numbers[i], row[i]))
      g_assert_not_reached ();
  return row;
}

#define MOST 6

/* Criteria of two break points each: so the most of a criterion is the highest share of its issue,
 * and nothing fits where there is an error. */
static void
compare_ranked (GRand *rand, guint32 seed, guint *n_contrary)
{
  static const char *const ends[] = { "0", "1" };
  guint n = (guint) g_rand_int_range (rand, 2, 5);
  guint n_breaks[MOST] = { 2, 2, 2, 2, 2, 2 };
  guint places[MOST] = { 0 };
  mpq_t *breaks[MOST], *grades[MOST];
  ParleyPreorder order = { .n_criteria = n,
                           .n_breaks = n_breaks,
                           .breaks = breaks,
                           .n_alternatives = (guint) g_rand_int_range (rand, 2, MOST),
                           .grades = grades,
                           .places = places };
  g_autoptr(ParleyUtastar) utastar = NULL;
  g_autoptr(ParleyLoaded) loaded = NULL;
  g_autoptr(ParleyRevealed) revealed = NULL;

  mpq_init (order.apart);
  mpq_set_ui (order.apart, 1, 20);
  for (guint c = 0; c < n; c++)
    breaks[c] = row_new (ends, 2);
  for (guint a = 0; a < order.n_alternatives; a++)
    {
      grades[a] = parley_exact_array_new (n);
      for (guint c = 0; c < n; c++)
        mpq_set_ui (grades[a][c], (gulong) g_rand_int_range (rand, 0, 8), 7);
      for (guint c = 0; c < n; c++)
        mpq_canonicalize (grades[a][c]);
      places[a] = a == 0 ? 0 : places[a - 1] + (g_rand_int_range (rand, 0, 4) > 0);
    }
  utastar = parley_utastar_new (&order);
  loaded = load_ranked (&order, n, grades);
  revealed = reveal (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_NOTHING);
  PARLEY_EXPECT (revealed->fits == (mpq_sgn (utastar->error) == 0), "order %u", seed);
  for (guint c = 0; c < n && revealed->fits; c++)
    PARLEY_EXPECT (mpq_equal (revealed->left[c].high, utastar->most[c][c]),
                   "order %u, share %u: %f", seed, c, mpq_get_d (revealed->left[c].high));
  *n_contrary += revealed->fits == FALSE;
  for (guint c = 0; c < n; c++)
    parley_exact_array_free (breaks[c], 2);
  for (guint a = 0; a < order.n_alternatives; a++)
    parley_exact_array_free (grades[a], n);
  mpq_clear (order.apart);
}

static void
test_ranked (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  guint n_contrary = 0;

  for (guint32 seed = 0; seed < N_RANKED; seed++)
    compare_ranked (rand, seed, &n_contrary);
  PARLEY_EXPECT (n_contrary > N_RANKED / 10 && n_contrary < N_RANKED * 9 / 10, "%u", n_contrary);
}

/* The ways to work of utastar.c, with an issue for each increment of price, time and comfort: 14
 * and 14, 10 and 10 and 10, 1 and 1 and 1 wide. What makes the most of a criterion fits. */
static void
test_transport (void)
{
  static const char *const parts[5][8] = {
    { "1", "13/14", "1", "1", "1", "1", "0", "0" }, { "1", "6/7", "1", "1", "0", "1", "1", "0" },
    { "1", "1", "1", "1", "0", "0", "0", "0" },     { "1", "5/7", "0", "0", "0", "0", "0", "0" },
    { "0", "0", "1", "0", "0", "1", "1", "1" },
  };
  /* Of price, of time and of comfort, as published. */
  static const char *const most[3][8] = {
    { "61/80", "7/40", "0", "0", "3/80", "1/40", "0", "0" },
    { "1/20", "0", "0", "1/20", "9/10", "0", "0", "0" },
    { "57/160", "7/40", "0", "0", "3/80", "1/40", "0", "13/32" },
  };
  guint places[] = { 0, 1, 1, 2, 3 };
  mpq_t *rows_of[5];
  const ParleyPreorder order = { .n_alternatives = 5, .places = places };
  g_autoptr(ParleyLoaded) loaded = NULL;
  g_autoptr(ParleyRevealed) revealed = NULL;

  for (guint a = 0; a < 5; a++)
    rows_of[a] = row_new (parts[a], 8);
  loaded = load_ranked (&order, 8, rows_of);
  revealed = reveal (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_NOTHING);
  CU_ASSERT_TRUE (revealed->fits);
  for (guint c = 0; c < 3; c++)
    {
      mpq_t *row = row_new (most[c], 8);

      for (guint i = 0; i < 8; i++)
        PARLEY_EXPECT (mpq_cmp (row[i], revealed->left[i].low) >= 0
                           && mpq_cmp (row[i], revealed->left[i].high) <= 0,
                       "criterion %u, increment %u", c, i);
      parley_exact_array_free (row, 8);
    }
  for (guint a = 0; a < 5; a++)
    parley_exact_array_free (rows_of[a], 8);
}

void
parley_test_preferences (void)
{
  CU_pSuite suite = CU_add_suite ("preferences", NULL, NULL);

  CU_ADD_TEST (suite, test_rows);
  CU_ADD_TEST (suite, test_edge);
  CU_ADD_TEST (suite, test_red_lines);
  CU_ADD_TEST (suite, test_too_much);
  CU_ADD_TEST (suite, test_many_pairs);
  CU_ADD_TEST (suite, test_contradiction);
  CU_ADD_TEST (suite, test_before);
  CU_ADD_TEST (suite, test_likely);
  CU_ADD_TEST (suite, test_random);
  CU_ADD_TEST (suite, test_ranked);
  CU_ADD_TEST (suite, test_transport);
}
