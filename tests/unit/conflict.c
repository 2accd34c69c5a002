/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a draft cannot be amended, against trying everything by hand. */
#include "analysis/conflict.h"

#include "effort.h"
#include "expect.h"
#include "naive.h"
#include "random_scenario.h"
#include "small.h"
#include "suites.h"

#define N_SCENARIOS parley_effort (600)

/* How often each kind of demand was in the way. */
typedef struct
{
  guint n_kind[PARLEY_CLASH_RESERVATION + 1];
  guint n_several;
} Seen;

typedef struct
{
  ParleyLoaded   *loaded;
  ParleyScenario *scenario; /* of it; demands are taken out and put back */
  ParleyDraft    *draft;
  const gboolean *fixed;
  guint           most_changes;
} Case;

static gboolean
has (const GArray *clashes, guint skipped, ParleyClashKind kind, guint party, guint item)
{
  for (guint i = 0; i < clashes->len; i++)
    {
      const ParleyClash *clash = &g_array_index (clashes, ParleyClash, i);

      if (i != skipped && clash->kind == kind && clash->party == party && clash->item == item)
        return TRUE;
    }
  return FALSE;
}

/* Takes out of @list what is not among the clashes. Returns: the list as it was. */
static GPtrArray *
thin_out (GPtrArray **list, const GArray *clashes, guint skipped, ParleyClashKind kind, guint party)
{
  GPtrArray *whole = *list;

  *list = g_ptr_array_new ();
  for (guint i = 0; i < whole->len; i++)
    if (has (clashes, skipped, kind, party, i))
      g_ptr_array_add (*list, g_ptr_array_index (whole, i));
  return whole;
}

static void
put_back (GPtrArray **list, GPtrArray *whole)
{
  g_ptr_array_unref (*list);
  *list = whole;
}

/* Whether a deal changes no more than it may. */
static gboolean
is_within (const Case *self,
           const ParleyLeeway *leeway,
           const GArray *clashes,
           guint skipped,
           const guint *options)
{
  guint n_changed = 0;

  for (guint a = 0; a < leeway->space->domain->n_axes; a++)
    {
      gboolean changed = !leeway->kept[a][options[a]];

      n_changed += (guint) changed;
      if (changed
          && has (clashes, skipped, PARLEY_CLASH_FIXED, 0, leeway->space->domain->axes[a].issue))
        return FALSE;
    }
  return n_changed <= self->most_changes
         || !has (clashes, skipped, PARLEY_CLASH_MOST_CHANGES, 0, 0);
}

/* What is given binds while none of its issues is changed. */
static gboolean
is_bound (const Case *self, const ParleyLeeway *leeway, const guint *options)
{
  g_autofree gboolean *issues = g_new0 (gboolean, self->scenario->issues->len);
  const ParleyGiven *given = g_ptr_array_index (self->draft->given, 0);

  parley_condition_mark_issues (given->condition, issues);
  parley_condition_mark_issues (given->consequence, issues);
  for (guint i = 0; i < self->scenario->issues->len; i++)
    if (issues[i])
      parley_issue_mark_sources (parley_scenario_issue (self->scenario, i), issues);
  for (guint a = 0; a < leeway->space->domain->n_axes; a++)
    if (issues[leeway->space->domain->axes[a].issue] && !leeway->kept[a][options[a]])
      return FALSE;
  return TRUE;
}

static gboolean
find_deal (const Case *self, const ParleyLeeway *leeway, const GArray *clashes, guint skipped)
{
  const ParleyDomain *domain = leeway->space->domain;
  g_autoptr(GPtrArray) deals = parley_naive_deals (self->scenario, domain, NULL, NULL);
  g_autoptr(GPtrArray) given = parley_naive_deals (self->scenario, domain, self->draft, NULL);
  gboolean asked = has (clashes, skipped, PARLEY_CLASH_GIVEN, 0, 0);

  for (guint i = 0; i < deals->len; i++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (deals, i);
      const ParleyNaiveDeal *with = g_ptr_array_index (given, i);
      gboolean breaks
          = asked && deal->feasible && !with->feasible && is_bound (self, leeway, deal->options);

      if (deal->feasible && !breaks && is_within (self, leeway, clashes, skipped, deal->options)
          && parley_naive_all_accept (self->scenario, deal, TRUE))
        return TRUE;
    }
  return FALSE;
}

/* Whether some deal meets all clashes but @skipped, and nothing else is asked. */
static gboolean
exists (const Case *self, const ParleyLeeway *leeway, const GArray *clashes, guint skipped)
{
  guint n = self->scenario->parties->len;
  GPtrArray *rules = thin_out (&self->scenario->rules, clashes, skipped, PARLEY_CLASH_RULE, 0);
  g_autofree GPtrArray **red_lines = g_new (GPtrArray *, n);
  g_autofree ParleyNumber **reservations = g_new (ParleyNumber *, n);
  gboolean found = FALSE;

  for (guint p = 0; p < n; p++)
    {
      ParleyParty *party = g_ptr_array_index (self->scenario->parties, p);

      red_lines[p] = thin_out (&party->red_lines, clashes, skipped, PARLEY_CLASH_RED_LINE, p);
      reservations[p] = party->reservation;
      if (!has (clashes, skipped, PARLEY_CLASH_RESERVATION, p, 0))
        party->reservation = NULL;
    }
  found = find_deal (self, leeway, clashes, skipped);
  for (guint p = 0; p < n; p++)
    {
      ParleyParty *party = g_ptr_array_index (self->scenario->parties, p);

      put_back (&party->red_lines, red_lines[p]);
      party->reservation = reservations[p];
    }
  put_back (&self->scenario->rules, rules);
  return found;
}

/* Together the demands leave no deal, and without any one of them there is one. */
static void
expect_minimal (const Case *self, const ParleyConflict *conflict, guint32 seed, Seen *seen)
{
  ParleyLeewayLimits none = { PARLEY_AMONG_ALL, 0, NULL };
  g_autoptr(ParleyLeeway) leeway = parley_leeway_new (self->scenario, self->draft, &none, NULL);

  PARLEY_EXPECT (!exists (self, leeway, conflict->clashes, G_MAXUINT), "seed %u", seed);
  for (guint i = 0; i < conflict->clashes->len; i++)
    {
      PARLEY_EXPECT (exists (self, leeway, conflict->clashes, i), "seed %u, demand %u", seed, i);
      seen->n_kind[g_array_index (conflict->clashes, ParleyClash, i).kind]++;
    }
  seen->n_several += conflict->clashes->len > 1;
}

/* Whether no amendment will do: all that counts, counts. */
static gboolean
is_impossible (const Case *self)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (ParleyClash));
  ParleyLeewayLimits none = { PARLEY_AMONG_ALL, 0, NULL };
  g_autoptr(ParleyLeeway) leeway = parley_leeway_new (self->scenario, self->draft, &none, NULL);

  for (guint k = 0; k <= PARLEY_CLASH_RESERVATION; k++)
    for (guint p = 0; p < 4; p++)
      for (guint i = 0; i < 8; i++)
        {
          ParleyClash clash = { k, p, i };

          if (k != PARLEY_CLASH_FIXED || self->fixed[i])
            g_array_append_val (all, clash);
        }
  return !exists (self, leeway, all, G_MAXUINT);
}

static void
test_brute_force (void)
{
  Seen seen = { 0 };

  for (guint32 seed = 0; seed < N_SCENARIOS; seed++)
    {
      gboolean fixed[8] = { seed % 2 == 0, seed % 3 == 0, seed % 4 == 0 };
      ParleyLeewayLimits limits = { PARLEY_AMONG_ALL, 0, fixed };
      Case self
          = { .loaded = parley_random_scenario (seed), .fixed = fixed, .most_changes = seed % 3 };
      g_autoptr(ParleyConflict) conflict = NULL;

      self.scenario = self.loaded->scenario;
      self.draft = g_ptr_array_index (self.scenario->drafts, 0);
      if (is_impossible (&self))
        {
          conflict
              = parley_conflict_find (self.scenario, self.draft, &limits, &self.most_changes, NULL);
          PARLEY_EXPECT (conflict != NULL, "seed %u", seed);
        }
      if (conflict != NULL)
        expect_minimal (&self, conflict, seed, &seen);
      parley_loaded_free (self.loaded);
    }
  for (guint k = 0; k <= PARLEY_CLASH_RESERVATION; k++)
    PARLEY_EXPECT (k == PARLEY_CLASH_AMONG || seen.n_kind[k] > parley_effort (3), "kind %u: %u", k,
                   seen.n_kind[k]);
  CU_ASSERT (seen.n_several > parley_effort (50));
}

#define ISSUES \
  "{ 'id': 'money', 'title': 'M', 'kind': 'range', 'min': 0, 'max': 10, 'step': 1 }, " \
  "{ 'id': 'law', 'title': 'L', 'kind': 'choice', 'options': [{ 'id': 'ours', 'title': 'O' }, " \
  "{ 'id': 'theirs', 'title': 'T' }] }"
#define PARTIES \
  "{ 'id': 'a', 'title': 'A', 'reservation': 60, 'weights': { 'money': 100 }, " \
  "'values': { 'money': { 'points': [[0, 0], [10, 100]] } } }, " \
  "{ 'id': 'b', 'title': 'B', 'reservation': 50, 'weights': { 'money': 100 }, " \
  "'values': { 'money': { 'points': [[0, 100], [10, 0]] } }, " \
  "'red_lines': [{ 'id': 'no-law', 'never': { 'law': 'ours' } }] }"
#define DRAFTS "'drafts': [{ 'id': 'd', 'title': 'D', 'terms': { 'money': 5, 'law': 'ours' } }]"

/* A wants 6 of 10, B 5 of them: that alone is too much, whatever else there is. */
static void
test_reservations (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (ISSUES, PARTIES, DRAFTS);
  gboolean fixed[2] = { FALSE, TRUE };
  ParleyLeewayLimits limits = { PARLEY_AMONG_ALL, 0, fixed };
  guint most = 1;
  g_autoptr(ParleyConflict) conflict = parley_conflict_find (
      loaded->scenario, parley_scenario_draft (loaded->scenario, 0), &limits, &most, NULL);

  CU_ASSERT_PTR_NOT_NULL_FATAL (conflict);
  CU_ASSERT_EQUAL (conflict->clashes->len, 2);
  for (guint p = 0; p < conflict->clashes->len; p++)
    {
      const ParleyClash *clash = &g_array_index (conflict->clashes, ParleyClash, p);

      CU_ASSERT_EQUAL (clash->kind, PARLEY_CLASH_RESERVATION);
      CU_ASSERT_EQUAL (clash->party, p);
    }
}

/* With only its own tabled terms looked at, the draft's law is the only one, and a red line. */
static void
test_among (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (ISSUES, PARTIES, DRAFTS);
  ParleyLeewayLimits limits = { PARLEY_AMONG_TABLED, 0, NULL };
  ParleyParty *a = g_ptr_array_index (loaded->scenario->parties, 0);
  g_autoptr(ParleyConflict) conflict = NULL;

  mpq_set_ui (a->reservation->value, 50, 1);
  conflict = parley_conflict_find (loaded->scenario, parley_scenario_draft (loaded->scenario, 0),
                                   &limits, NULL, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (conflict);
  CU_ASSERT_EQUAL_FATAL (conflict->clashes->len, 2);
  CU_ASSERT_EQUAL (g_array_index (conflict->clashes, ParleyClash, 0).kind, PARLEY_CLASH_AMONG);
  CU_ASSERT_EQUAL (g_array_index (conflict->clashes, ParleyClash, 1).kind, PARLEY_CLASH_RED_LINE);
}

void
parley_test_conflict (void)
{
  CU_pSuite suite = CU_add_suite ("conflict", NULL, NULL);

  CU_add_test (suite, "brute force", test_brute_force);
  CU_add_test (suite, "two reservations", test_reservations);
  CU_add_test (suite, "terms on the table", test_among);
}
