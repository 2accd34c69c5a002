/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trades from drafts, against trying all changes by hand in all completions. */
#include "analysis/trades.h"

#include <string.h>

#include "base/error.h"
#include "effort.h"
#include "naive.h"
#include "random_scenario.h"
#include "small.h"
#include "suites.h"

#define N_SCENARIOS parley_effort (1000)
#define N_OPPOSED 4

/* What the samples contain. */
typedef struct
{
  guint n_infeasible;
  guint n_gifts;
  guint n_pairs;
  guint n_triples;
  guint n_coupled; /* trades of issues that hang together */
  guint n_open;    /* trades from drafts that leave something open there */
  guint n_third;   /* with a third party that gains or loses */
} Seen;

/* Every deal over the domain of an exchange, as it is worked out by hand. */
typedef struct
{
  const ParleyScenario *scenario;
  const ParleyExchange *exchange;
  const ParleyDomain   *domain;
  GPtrArray            *deals;     /* of ParleyNaiveDeal: by the rules alone */
  GPtrArray            *drafted;   /* likewise, and by what is known of the draft */
} Case;

/* Changes and what they bring, by hand. */
typedef struct
{
  guint    n;
  guint    axes[3];
  guint    options[3];
  gboolean allowed;
  mpq_t   *gains; /* [party] */
} Change;

static gsize
index_of (const Case *self, const guint *options)
{
  gsize index = 0;

  for (guint a = 0; a < self->domain->n_axes; a++)
    index = index * self->domain->axes[a].n_options + options[a];
  return index;
}

static const ParleyNaiveDeal *
deal_at (GPtrArray *deals, gsize index)
{
  return g_ptr_array_index (deals, index);
}

static void
case_init (Case                 *self,
           const ParleyScenario *scenario,
           const ParleyDraft    *draft,
           const ParleyExchange *exchange)
{
  self->scenario = scenario;
  self->exchange = exchange;
  self->domain = exchange->space->domain;
  self->deals = parley_naive_deals (scenario, self->domain, NULL, NULL);
  self->drafted = parley_naive_deals (scenario, self->domain, draft, NULL);
}

static void
case_clear (Case *self)
{
  g_ptr_array_unref (self->deals);
  g_ptr_array_unref (self->drafted);
}

/* Whether @options say what the draft does where it is known. */
static gboolean
is_completion (const Case *self, const guint *options)
{
  for (guint a = 0; a < self->domain->n_axes; a++)
    if (self->exchange->base[a] != PARLEY_OPEN_TERM && options[a] != self->exchange->base[a])
      return FALSE;
  return TRUE;
}

static gboolean
is_allowed (const Case *self, gsize before, gsize after)
{
  if (!deal_at (self->deals, after)->feasible)
    return FALSE;
  for (guint p = 0; p < self->scenario->parties->len; p++)
    if (parley_scenario_party (self->scenario, p)->role != PARLEY_ROLE_AFFECTED
        && (deal_at (self->deals, after)->lines[p] & ~deal_at (self->deals, before)->lines[p]) != 0)
      return FALSE;
  return TRUE;
}

static void
lower (mpq_ptr gain, mpq_srcptr after, mpq_srcptr before, gboolean first)
{
  mpq_t more;

  mpq_init (more);
  mpq_sub (more, after, before);
  if (first || mpq_cmp (more, gain) < 0)
    mpq_set (gain, more);
  mpq_clear (more);
}

/* Fills in what the change is worth: the least over all completions. */
static void
weigh (const Case *self, Change *change)
{
  g_autofree guint *options = g_new (guint, self->domain->n_axes);
  guint n_parties = self->scenario->parties->len;
  gboolean first = TRUE;

  change->allowed = TRUE;
  change->gains = g_new (mpq_t, n_parties);
  for (guint p = 0; p < n_parties; p++)
    mpq_init (change->gains[p]);
  for (guint i = 0; i < self->drafted->len; i++)
    {
      const ParleyNaiveDeal *before = deal_at (self->drafted, i);
      gsize after = 0;

      if (!before->feasible || !is_completion (self, before->options))
        continue;
      for (guint a = 0; a < self->domain->n_axes; a++)
        options[a] = before->options[a];
      for (guint c = 0; c < change->n; c++)
        options[change->axes[c]] = change->options[c];
      after = index_of (self, options);
      change->allowed &= is_allowed (self, i, after);
      for (guint p = 0; p < n_parties; p++)
        lower (change->gains[p], deal_at (self->deals, after)->scores[p], before->scores[p], first);
      first = FALSE;
    }
}

static void
change_clear (const Case *self, Change *change)
{
  for (guint p = 0; change->gains != NULL && p < self->scenario->parties->len; p++)
    mpq_clear (change->gains[p]);
  g_free (change->gains);
  change->gains = NULL;
}

/* Some of the changes alone, by bits of @mask. */
static Change
part_of (const Case *self, const Change *whole, guint mask)
{
  Change part = { 0 };

  for (guint c = 0; c < whole->n; c++)
    if ((mask >> c & 1) != 0)
      {
        part.axes[part.n] = whole->axes[c];
        part.options[part.n++] = whole->options[c];
      }
  weigh (self, &part);
  return part;
}

static int
sign (const Change *change, guint party)
{
  return mpq_sgn (change->gains[party]);
}

/* As trades.h defines gifts and trades, for any number of changes. */
static gboolean
is_wanted (const Case *self, const Change *change, const guint *sides)
{
  gboolean both = sign (change, sides[0]) > 0 && sign (change, sides[1]) > 0;
  guint gives[2] = { 0, 0 };

  if (!change->allowed)
    return FALSE;
  if (change->n == 1)
    return sign (change, sides[0]) >= 0 && sign (change, sides[1]) >= 0
           && (sign (change, sides[0]) > 0 || sign (change, sides[1]) > 0);
  for (guint mask = 1; mask + 1 < 1u << change->n; mask++)
    {
      Change part = part_of (self, change, mask);

      both &= change->n < 3 || !part.allowed || sign (&part, sides[0]) <= 0
              || sign (&part, sides[1]) <= 0;
      for (guint s = 0; s < 2 && part.n == 1; s++)
        gives[s] |= sign (&part, sides[s]) < 0 ? mask : 0;
      change_clear (self, &part);
    }
  /* Each gives on one of them, and not both on the same alone. */
  return both && gives[0] != 0 && gives[1] != 0
         && (gives[0] != gives[1] || (gives[0] & (gives[0] - 1)) != 0);
}

/* Whether @a is better for the sides: the smaller gain, then the larger. */
static int
compare (const Change *a, const Change *b, const guint *sides)
{
  guint low_a = mpq_cmp (a->gains[sides[0]], a->gains[sides[1]]) > 0;
  guint low_b = mpq_cmp (b->gains[sides[0]], b->gains[sides[1]]) > 0;
  int order = mpq_cmp (a->gains[sides[low_a]], b->gains[sides[low_b]]);

  return order != 0 ? order : mpq_cmp (a->gains[sides[1 - low_a]], b->gains[sides[1 - low_b]]);
}

/* The best change of all of @axes; without one, n is 0. */
static Change
find_best (const Case *self, const guint *axes, guint n, const guint *sides)
{
  Change best = { 0 };
  guint n_ways = 1;

  for (guint i = 0; i < n; i++)
    n_ways *= self->domain->axes[axes[i]].n_options;
  for (guint way = 0; way < n_ways; way++)
    {
      Change change = { .n = n };
      guint rest = way;
      gboolean moves = TRUE;

      for (guint i = n; i-- > 0; rest /= self->domain->axes[axes[i]].n_options)
        {
          change.axes[i] = axes[i];
          change.options[i] = rest % self->domain->axes[axes[i]].n_options;
          moves &= self->exchange->base[axes[i]] != PARLEY_OPEN_TERM
                   && self->exchange->base[axes[i]] != change.options[i];
        }
      if (!moves)
        continue;
      weigh (self, &change);
      if (is_wanted (self, &change, sides) && (best.n == 0 || compare (&change, &best, sides) > 0))
        {
          change_clear (self, &best);
          best = change;
          continue;
        }
      change_clear (self, &change);
    }
  return best;
}

static const ParleyTrade *
find_trade (GPtrArray *found, const guint *axes, guint n)
{
  for (guint i = 0; i < found->len; i++)
    {
      const ParleyTrade *trade = g_ptr_array_index (found, i);
      gboolean same = TRUE;

      for (guint m = 0; m < n; m++)
        same &= trade->moves[m].axis == axes[m];
      if (same)
        return trade;
    }
  return NULL;
}

static void
expect_trade (const Case *self, const Change *want, const ParleyTrade *got, guint seed)
{
  mpq_t gain;

  PARLEY_EXPECT ((want->n > 0) == (got != NULL), "seed %u: whether there is one", seed);
  if (want->n == 0 || got == NULL)
    return;
  mpq_init (gain);
  for (guint m = 0; m < want->n; m++)
    PARLEY_EXPECT (got->moves[m].option == want->options[m], "seed %u: option", seed);
  for (guint p = 0; p < self->scenario->parties->len; p++)
    {
      const ParleyUtility *utility = g_ptr_array_index (self->exchange->utilities, p);

      parley_score_to_exact (got->gains[p], utility->denominator, gain);
      PARLEY_EXPECT (mpq_equal (gain, want->gains[p]), "seed %u: gain of %u", seed, p);
    }
  mpq_clear (gain);
}

static void
note_seen (const Case *self, const Change *change, const guint *sides, Seen *seen)
{
  guint *count[] = { NULL, &seen->n_gifts, &seen->n_pairs, &seen->n_triples };

  if (change->n == 0)
    return;
  (*count[change->n])++;
  seen->n_coupled
      += change->n == 2
         && self->exchange->block[change->axes[0]] == self->exchange->block[change->axes[1]];
  for (guint a = 0; a < self->domain->n_axes; a++)
    seen->n_open += change->n > 1 && self->exchange->base[a] == PARLEY_OPEN_TERM
                    && self->exchange->block[a] == self->exchange->block[change->axes[0]];
  for (guint p = 0; p < self->scenario->parties->len; p++)
    seen->n_third += p != sides[0] && p != sides[1] && sign (change, p) != 0;
}

/* Compares what was found on some axes. Returns: whether there is something. */
static gboolean
check_axes (const Case *self,
            const ParleyTradeTable *table,
            const guint *axes,
            guint n,
            guint seed,
            Seen *seen)
{
  GPtrArray *found = n == 1 ? table->gifts : n == 2 ? table->pairs : table->triples;
  Change best = find_best (self, axes, n, table->sides);
  gboolean is_there = best.n > 0;

  expect_trade (self, &best, find_trade (found, axes, n), seed);
  note_seen (self, &best, table->sides, seen);
  change_clear (self, &best);
  return is_there;
}

/* All gifts, pairs and triples of one table. */
static void
check_table (const Case *self, const ParleyTradeTable *table, guint seed, Seen *seen)
{
  guint n = self->domain->n_axes;
  g_autofree gboolean *traded = g_new0 (gboolean, n * n);
  guint n_triples = 0;

  for (guint i = 0; i < n; i++)
    check_axes (self, table, &i, 1, seed, seen);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      traded[i * n + j] = check_axes (self, table, (const guint[]){ i, j }, 2, seed, seen);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      for (guint k = j + 1; k < n; k++)
        if (!traded[i * n + j] && !traded[i * n + k] && !traded[j * n + k])
          n_triples += check_axes (self, table, (const guint[]){ i, j, k }, 3, seed, seen);
  PARLEY_EXPECT (table->triples->len == n_triples, "seed %u: triples", seed);
}

/* The best comes first. */
static void
check_order (const Case *self, const ParleyTradeTable *table, guint seed)
{
  for (guint i = 0; i + 1 < table->pairs->len; i++)
    {
      Change changes[2] = { 0 };

      for (guint k = 0; k < 2; k++)
        {
          const ParleyTrade *trade = g_ptr_array_index (table->pairs, i + k);

          changes[k].n = 2;
          for (guint m = 0; m < 2; m++)
            {
              changes[k].axes[m] = trade->moves[m].axis;
              changes[k].options[m] = trade->moves[m].option;
            }
          weigh (self, &changes[k]);
        }
      PARLEY_EXPECT (compare (&changes[0], &changes[1], table->sides) >= 0, "seed %u: order", seed);
      change_clear (self, &changes[0]);
      change_clear (self, &changes[1]);
    }
}

/* A term of any one option, or of a number that may be off the grid. */
static ParleyDraftTerm *
draw_term (GRand *rand, const ParleyIssue *issue)
{
  ParleyDraftTerm *term = parley_draft_term_new ();
  mpq_t number;

  if (issue->kind == PARLEY_ISSUE_CHOICE)
    {
      term->is = parley_terms_new_options (issue->options->len);
      parley_terms_add_option (term->is,
                               (guint) g_rand_int_range (rand, 0, (gint32) issue->options->len));
      return term;
    }
  mpq_init (number);
  mpq_set_ui (number, (unsigned long) g_rand_int_range (rand, 0, 5), 4);
  mpq_canonicalize (number);
  mpq_mul (number, number, issue->max);
  term->is = parley_terms_new_numbers ();
  if (mpq_cmp (number, issue->max) > 0)
    mpq_set (number, issue->max);
  parley_terms_add_interval (term->is, number, number);
  mpq_clear (number);
  return term;
}

/* The scenario's own draft says little; this one nearly everything. What is given is the same. */
static ParleyDraft *
draw_draft (const ParleyScenario *scenario, guint seed)
{
  ParleyDraft *draft = parley_draft_new ("drawn", scenario->issues->len);
  GRand *rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < scenario->issues->len; i++)
    {
      const ParleyIssue *issue = parley_scenario_issue (scenario, i);

      if (!parley_issue_is_derived (issue) && g_rand_int_range (rand, 0, 5) > 0)
        draft->terms[i] = draw_term (rand, issue);
    }
  g_rand_free (rand);
  g_ptr_array_unref (draft->given);
  draft->given = g_ptr_array_ref (parley_scenario_draft (scenario, 0)->given);
  return draft;
}

/* Appends "'i2': 'o1', 'i3': 'o0'": two issues that differ. */
static void
write_condition (GString *text, GRand *rand, const char *key)
{
  gint32 first = g_rand_int_range (rand, 0, N_OPPOSED);
  gint32 second = (first + g_rand_int_range (rand, 1, N_OPPOSED)) % N_OPPOSED;

  g_string_append_printf (text, "'%s': { 'i%d': 'o%d', 'i%d': 'o%d' }", key, first,
                          g_rand_int_range (rand, 0, 3), second, g_rand_int_range (rand, 0, 3));
}

/* Two parties that want the opposite on every issue, each with weights of its own, and a third that
 * does not decide; with a rule, red lines and adjustments that tie issues together. */
static ParleyLoaded *
draw_opposed (guint seed)
{
  static const guint values[2][3] = { { 0, 60, 100 }, { 100, 50, 0 } };
  GRand *rand = g_rand_new_with_seed (seed);
  g_autofree char *issues = parley_small_choices (N_OPPOSED, 3);
  g_autoptr(GString) parties = g_string_new (NULL);
  g_autoptr(GString) rules = g_string_new ("'rules': [{ 'id': 'r', ");
  ParleyLoaded *loaded = NULL;

  for (guint p = 0; p < 3; p++)
    {
      g_string_append_printf (parties,
                              "%s{'id': 'p%u', 'title': 'P', 'reservation': 40, 'role': '%s',",
                              p == 0 ? "" : ", ", p, p < 2 ? "party" : "affected");
      g_string_append (parties, "'adjustments': [{ 'id': 'a', 'points': 7, ");
      write_condition (parties, rand, "when");
      g_string_append (parties, "}], 'red_lines': [{ 'id': 'l', ");
      write_condition (parties, rand, "never");
      g_string_append (parties, "}], 'weights': {");
      for (guint i = 0; i < N_OPPOSED; i++)
        g_string_append_printf (parties, "%s'i%u': %d", i == 0 ? "" : ", ", i,
                                g_rand_int_range (rand, 1, 9));
      g_string_append (parties, "}, 'values': {");
      for (guint i = 0; i < N_OPPOSED; i++)
        g_string_append_printf (parties, "%s'i%u': {'o0': %u, 'o1': %u, 'o2': %u}",
                                i == 0 ? "" : ", ", i, values[p % 2][0], values[p % 2][1],
                                values[p % 2][2]);
      g_string_append (parties, "}}");
    }
  write_condition (rules, rand, "forbid");
  g_string_append (rules, "}], 'drafts': [{ 'id': 'd', 'title': 'D', 'terms': {}, 'given': [");
  g_string_append_printf (rules, "{ 'if': { 'i0': 'o%d' }, 'then': { 'i1': 'o%d' } }] }]",
                          g_rand_int_range (rand, 0, 3), g_rand_int_range (rand, 0, 3));
  loaded = parley_small_load (issues, parties->str, rules->str);
  g_rand_free (rand);
  return loaded;
}

/* Takes @loaded. @own: from the scenario's own draft. */
static void
check_scenario (ParleyLoaded *scenario, gboolean own, guint seed, Seen *seen)
{
  g_autoptr(ParleyLoaded) loaded = scenario;
  ParleyDraft *drawn = draw_draft (loaded->scenario, seed);
  const ParleyDraft *draft = own ? parley_scenario_draft (loaded->scenario, 0) : drawn;
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyTrades) trades = parley_trades_new (loaded->scenario, draft, &error);
  Case one = { 0 };

  if (trades == NULL)
    {
      seen->n_infeasible += strstr (error->message, "no completion") != NULL;
      parley_draft_free (drawn);
      return;
    }
  case_init (&one, loaded->scenario, draft, trades->exchange);
  for (guint i = 0; i < trades->tables->len; i++)
    {
      check_table (&one, g_ptr_array_index (trades->tables, i), seed, seen);
      check_order (&one, g_ptr_array_index (trades->tables, i), seed);
    }
  case_clear (&one);
  parley_draft_free (drawn);
}

static void
test_random (void)
{
  Seen seen = { 0 };

  for (guint32 seed = 0; seed < N_SCENARIOS; seed++)
    check_scenario (parley_random_scenario (seed), seed % 8 == 0, seed, &seen);
  for (guint32 seed = 0; seed < N_SCENARIOS / 4; seed++)
    check_scenario (draw_opposed (seed), FALSE, seed, &seen);
  CU_ASSERT (seen.n_infeasible > parley_effort (20));
  CU_ASSERT (seen.n_gifts > parley_effort (100));
  CU_ASSERT (seen.n_pairs >= parley_effort_rare (100));
  CU_ASSERT (seen.n_triples >= parley_effort_rare (10));
  CU_ASSERT (seen.n_coupled > parley_effort (20));
  CU_ASSERT (seen.n_open > parley_effort_rare (20));
  CU_ASSERT (seen.n_third > parley_effort (20));
}

/* Two long scales that a rule ties to ten thousand completions: refused before any is tried. */
static void
test_too_much (void)
{
  g_autoptr(GString) issues = g_string_new (
      "{'id': 'a', 'title': 'A', 'kind': 'range', 'min': 0, 'max': 9990, 'step': 1},");
  g_autofree char *choices = parley_small_choices (4, 10);
  g_autoptr(ParleyLoaded) loaded = NULL;
  g_autoptr(ParleyTrades) trades = NULL;
  g_autoptr(GError) error = NULL;

  g_string_append (issues, choices);
  loaded = parley_small_load (
      issues->str,
      "{'id': 'p', 'title': 'P', 'reservation': 50, 'weights': {'a': 1},"
      " 'values': {'a': {'points': [[0, 0], [9990, 100]]}}},"
      "{'id': 'q', 'title': 'Q', 'reservation': 50, 'weights': {'a': 1},"
      " 'values': {'a': {'points': [[0, 100], [9990, 0]]}}}",
      "'rules': [{'id': 'r', 'forbid': {'a': 5, 'i0': 'o0', 'i1': 'o0', 'i2': 'o0', 'i3': 'o0'}}],"
      "'drafts': [{'id': 'd', 'title': 'D', 'terms': {'a': 50}}]");
  trades
      = parley_trades_new (loaded->scenario, parley_scenario_draft (loaded->scenario, 0), &error);
  CU_ASSERT_PTR_NULL (trades);
  CU_ASSERT_TRUE (g_error_matches (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT));
}

void
parley_test_trades (void)
{
  CU_pSuite suite = CU_add_suite ("trades", NULL, NULL);

  CU_add_test (suite, "every change", test_random);
  CU_add_test (suite, "too much to try", test_too_much);
}
