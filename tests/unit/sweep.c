/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grids, and what turns on them, against working every point out by hand. */
#include "analysis/sweep.h"

#include <string.h>

#include "base/error.h"
#include "effort.h"
#include "expect.h"
#include "naive.h"
#include "random_scenario.h"
#include "small.h"
#include "suites.h"

#define N_SCENARIOS parley_effort (250)

/* "a b c" of every input's values, "; " between inputs; or what is wrong with @specs. */
static char *
describe (const char *specs)
{
  g_auto(GStrv) list = g_strsplit (specs, " & ", -1);
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleySweepGrid) grid = parley_sweep_grid_new ((const char *const *) list, &error);
  GString *text = g_string_new (NULL);

  if (grid == NULL)
    g_string_append_printf (text, "%s: %s", error->code == PARLEY_ERROR_LIMIT ? "limit" : "input",
                            error->message);
  for (guint i = 0; grid != NULL && i < grid->inputs->len; i++)
    {
      const ParleySweepInput *input = parley_sweep_grid_input (grid, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? "; " : "", input->path,
                              input->numbers != NULL ? " #" : "");
      for (guint v = 0; v < input->values->len; v++)
        g_string_append_printf (text, " %s", (const char *) g_ptr_array_index (input->values, v));
    }
  return g_string_free (text, FALSE);
}

static void
test_grids (void)
{
  static const struct
  {
    const char *specs;
    const char *want;
  } rows[] = {
    { "a.b=1:3:1", "a.b # 1 2 3" },
    { "a=0:1:0.3", "a # 0 0.3 0.6 0.9" },
    { "a=0:0.9:0.3", "a # 0 0.3 0.6 0.9" },
    { "a=1/3:1:1/3", "a # 1/3 2/3 1" },
    { "a=3:1:-1", "a # 3 2 1" },
    { "a=5:5:1", "a # 5" },
    { "a=1,2.50,1/2", "a # 1 2.50 1/2" },
    { "a=1,x", "a 1 x" },
    { "a=[1,2],{\"b\":[3,4]},\"x,\\\"y\"", "a [1,2] {\"b\":[3,4]} \"x,\\\"y\"" },
    { "parties.us.use=m/a.json,m/b.json", "parties.us.use m/a.json m/b.json" },
    { "a=1:2:1 & b=x,y", "a # 1 2; b x y" },
    { "a=x:y:z,1", "a x:y:z 1" },
    { "a", "input: --vary takes PATH=FROM:TO:STEP or PATH=A,B,C, such as "
           "parties.us.reservation=30:60:5, not \"a\"" },
    { "=1:2:1", "input: --vary takes PATH=FROM:TO:STEP or PATH=A,B,C, such as "
                "parties.us.reservation=30:60:5, not \"=1:2:1\"" },
    { "a=1:2:0",
      "input: --vary \"a=1:2:0\": steps of this size do not lead from the first number to the "
      "second" },
    { "a=2:1:1",
      "input: --vary \"a=2:1:1\": steps of this size do not lead from the first number to the "
      "second" },
    { "a=1,,2", "input: --vary \"a=1,,2\": a value is empty" },
    { "a=1,", "input: --vary \"a=1,\": a value is empty" },
    { "a=", "input: --vary \"a=\": a value is empty" },
    { "a=1:2",
      "input: --vary \"a=1:2\": one value varies nothing (expected FROM:TO:STEP, or values with "
      "commas between them; --set changes one value)" },
    { "a=1e400:1e401:1e399",
      "input: --vary \"a=1e400:1e401:1e399\": the number 1e400 is out of range (expected at most "
      "100 digits, and an exponent from -100 to 100)" },
    { "a=0:1:1e-101",
      "input: --vary \"a=0:1:1e-101\": the number 1e-101 is out of range (expected at most 100 "
      "digits, and an exponent from -100 to 100)" },
    { "a=x:1e400:1",
      "input: --vary \"a=x:1e400:1\": the number 1e400 is out of range (expected at most 100 "
      "digits, and an exponent from -100 to 100)" },
    { "a=+5:6:1",
      "input: --vary \"a=+5:6:1\": one value varies nothing (expected FROM:TO:STEP, or values with "
      "commas between them; --set changes one value)" },
    { "a=1:2:1 & a=3:4:1", "input: --vary: \"a\" is varied twice" },
    { "a.b=1:2:1 & a.b.value=3:4:1",
      "input: --vary: \"a.b\" and \"a.b.value\" set the same value, so that one would overwrite the "
      "other" },
    { "a.b.c=1:2:1 & x=1:2:1 & a=x,y",
      "input: --vary: \"a.b.c\" and \"a\" set the same value, so that one would overwrite the "
      "other" },
    { "a.*.c=1:2:1 & a.b.c=1:2:1",
      "input: --vary: \"a.*.c\" and \"a.b.c\" set the same value, so that one would overwrite the "
      "other" },
    { "a.b=1:2:1 & a.bc=1:2:1 & a.b c=1:2:1", "a.b # 1 2; a.bc # 1 2; a.b c # 1 2" },
    { "a.*.c=1:2:1 & a.b.d=1:2:1", "a.*.c # 1 2; a.b.d # 1 2" },
    { "a=1:2:1 & b=1:2:1 & c=1:2:1 & d=1:2:1",
      "input: at most three inputs can be varied at once (--vary)" },
    { "a=1:1000001:1", "limit: --vary \"a=1:1000001:1\": a sweep has at most 1,000,000 points" },
    { "a=0:1:1e-90", "limit: --vary \"a=0:1:1e-90\": a sweep has at most 1,000,000 points" },
    { "a=1:1000:1 & b=1:1001:1",
      "limit: --vary \"b=1:1001:1\": a sweep has at most 1,000,000 points" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *got = describe (rows[i].specs);

      PARLEY_EXPECT_TEXT (rows[i].specs, got, rows[i].want);
    }
}

/* The last input runs fastest. */
static void
test_places (void)
{
  const char *const specs[] = { "a=1:2:1", "b=1:3:1", "c=1:4:1", NULL };
  g_autoptr(ParleySweepGrid) grid = parley_sweep_grid_new (specs, NULL);
  guint places[PARLEY_SWEEP_MOST_INPUTS] = { 0 };
  guint point = 0;

  CU_ASSERT_EQUAL (grid->n_points, 24);
  for (guint a = 0; a < 2; a++)
    for (guint b = 0; b < 3; b++)
      for (guint c = 0; c < 4; c++)
        {
          parley_sweep_grid_place (grid, point++, places);
          CU_ASSERT_TRUE (places[0] == a && places[1] == b && places[2] == c);
        }
  CU_ASSERT_EQUAL (parley_sweep_grid_stride (grid, 0), 12);
  CU_ASSERT_EQUAL (parley_sweep_grid_stride (grid, 1), 4);
  CU_ASSERT_EQUAL (parley_sweep_grid_stride (grid, 2), 1);
}

/* Where scenarios come from. */
typedef struct
{
  const ParleyLoaded    *base;
  const ParleySweepGrid *grid;
  guint                  n_opened;
  guint                  n_kept;
} Source;

static ParleyLoaded *
load_with (const Source *self, const char *const *values)
{
  g_autoptr(GPtrArray) changes
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_change_free);

  for (guint i = 0; i < self->grid->inputs->len; i++)
    {
      g_autofree char *setting
          = g_strconcat (parley_sweep_grid_input (self->grid, i)->path, "=", values[i], NULL);

      g_ptr_array_add (changes, parley_change_new (PARLEY_CHANGE_VARY, setting));
    }
  return parley_loaded_with (self->base, changes);
}

static gpointer
open_point (const char *const *values,
            const ParleyScenario **scenario,
            gpointer data,
            GError **error)
{
  Source *self = data;
  g_autoptr(ParleyLoaded) loaded = load_with (self, values);

  self->n_opened++;
  if (loaded->scenario == NULL)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT, "no such point");
      return NULL;
    }
  *scenario = loaded->scenario;
  return g_steal_pointer (&loaded);
}

static void
close_point (gpointer opened)
{
  parley_loaded_free (opened);
}

static gboolean
keep_point (G_GNUC_UNUSED guint first,
            guint n,
            G_GNUC_UNUSED const GPtrArray *rows,
            gpointer data,
            G_GNUC_UNUSED GError **error)
{
  ((Source *) data)->n_kept += n;
  return TRUE;
}

/* A sweep of @base; NULL when some point is none. */
static ParleySweep *
sweep_new (Source *self, const char *const *specs, GError **error)
{
  ParleySweepGrid *grid = parley_sweep_grid_new (specs, error);
  ParleyAgreementRequest request = { TRUE, NULL, PARLEY_BUDGET_DEFAULT, NULL, NULL };
  ParleySweepSource source = { open_point, close_point, keep_point, self };
  g_autoptr(ParleySweep) sweep = NULL;

  self->grid = grid;
  sweep = parley_sweep_new (grid, parley_sweep_columns_new (self->base->scenario, grid, TRUE));
  return parley_sweep_run (sweep, &source, &request, error) ? g_steal_pointer (&sweep) : NULL;
}

static const char *
verdict_of (guint n, guint n_accepted)
{
  return n == 0               ? "infeasible"
         : n_accepted == n    ? "accepts"
         : n_accepted == 0    ? "rejects"
                           : "depends";
}

/* What the cell of @column is, by going through all deals or completions. */
static const char *
naive_cell (const ParleyScenario *scenario, const ParleySweepColumn *column)
{
  int found = column->draft == NULL ? -1 : parley_scenario_find_draft (scenario, column->draft);
  int party = column->party == NULL ? -1 : parley_scenario_find_party (scenario, column->party);
  const ParleyDraft *draft = found < 0 ? NULL : parley_scenario_draft (scenario, (guint) found);
  g_autoptr(ParleyDomain) domain
      = draft == NULL ? parley_domain_new (scenario) : parley_domain_new_draft (scenario, draft);
  g_autoptr(GPtrArray) deals = parley_naive_deals (scenario, domain, draft, NULL);
  guint n = 0, n_accepted = 0;

  for (guint d = 0; d < deals->len; d++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (deals, d);

      n += (guint) deal->feasible;
      if (deal->feasible)
        n_accepted
            += (guint) (party < 0 ? parley_naive_all_accept (scenario, deal, TRUE)
                                  : parley_naive_accepts (scenario, deal, (guint) party, TRUE));
    }
  if (draft == NULL)
    return n_accepted > 0 ? "yes" : "no";
  return verdict_of (n, n_accepted);
}

static char *
naive_cell_at (const Source *self, const ParleySweepColumn *column, mpq_srcptr x)
{
  g_autofree char *text = parley_exact_to_text (x, 40);
  const char *values[PARLEY_SWEEP_MOST_INPUTS] = { text };
  g_autoptr(ParleyLoaded) loaded = load_with (self, values);

  return loaded->scenario == NULL ? NULL : g_strdup (naive_cell (loaded->scenario, column));
}

typedef struct
{
  guint n_exact;
  guint n_at_once;
  guint n_halved;
  guint n_deals;
} Seen;

static mpq_srcptr
number_at (const ParleySweep *sweep, guint place)
{
  return g_ptr_array_index (parley_sweep_grid_input (sweep->grid, 0)->numbers, place);
}

/* On either side of an exact turn, and at it, the cell is what it is said to be; of a halved one,
 * at both ends. */
static void
expect_flip (guint32 seed,
             const Source *self,
             const ParleySweep *sweep,
             const ParleyFlip *flip,
             Seen *seen)
{
  const ParleySweepColumn *column = parley_sweep_column (sweep->columns, flip->column);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  mpq_t x, little;

  mpq_inits (x, little, NULL);
  mpq_set_si (little, mpq_cmp (number_at (sweep, 0), number_at (sweep, 1)) < 0 ? 1 : -1, 1000000);
  mpq_set (x, flip->low);
  if (flip->kind == PARLEY_FLIP_EXACT && flip->at_once)
    mpq_sub (x, x, little);
  first = naive_cell_at (self, column, x);
  mpq_set (x, flip->high);
  if (flip->kind == PARLEY_FLIP_EXACT && !flip->at_once)
    mpq_add (x, x, little);
  last = naive_cell_at (self, column, x);
  PARLEY_EXPECT (first == NULL || g_strcmp0 (first, flip->before) == 0, "%u %s: %s", seed,
                 column->name, first);
  PARLEY_EXPECT (last == NULL || g_strcmp0 (last, flip->after) == 0, "%u %s: %s", seed,
                 column->name, last);
  seen->n_exact += flip->kind == PARLEY_FLIP_EXACT;
  seen->n_at_once += flip->kind == PARLEY_FLIP_EXACT && flip->at_once;
  seen->n_halved += flip->kind == PARLEY_FLIP_BETWEEN;
  seen->n_deals += column->kind == PARLEY_SWEEP_DEAL && flip->kind == PARLEY_FLIP_EXACT;
  mpq_clears (x, little, NULL);
}

static void
expect_points (guint32 seed, const Source *self, const ParleySweep *sweep)
{
  for (guint point = 0; point < sweep->rows->len; point++)
    {
      const char *values[PARLEY_SWEEP_MOST_INPUTS] = { parley_sweep_get (sweep, point, 0) };
      g_autoptr(ParleyLoaded) loaded = load_with (self, values);

      for (guint c = 0; c < sweep->columns->len; c++)
        {
          const ParleySweepColumn *column = parley_sweep_column (sweep->columns, c);

          if (parley_sweep_column_flips (column))
            PARLEY_EXPECT (g_strcmp0 (parley_sweep_get (sweep, point, c),
                                      naive_cell (loaded->scenario, column))
                               == 0,
                           "%u %s", seed, column->name);
        }
    }
}

/* Every two neighbours that differ have a flip, and no others. */
static void
expect_all_flips (guint32 seed, const ParleySweep *sweep)
{
  guint n = 0;

  for (guint c = 0; c < sweep->columns->len; c++)
    for (guint point = 0; point + 1 < sweep->rows->len; point++)
      n += parley_sweep_column_flips (parley_sweep_column (sweep->columns, c))
           && g_strcmp0 (parley_sweep_get (sweep, point, c), parley_sweep_get (sweep, point + 1, c))
                  != 0;
  PARLEY_EXPECT (sweep->flips->len == n, "%u", seed);
}

static void
test_random_scenarios (void)
{
  static const char *const specs[][2] = { { "parties.p0.reservation=0:100:20", NULL },
                                          { "parties.p0.weights.i0=1:9:2", NULL },
                                          { "parties.p0.reservation.value=100:-20:-24", NULL },
                                          { "parties.p0.adjustments.x0.points=-20:40:20", NULL },
                                          { "parties.*.reservation=5:95:30", NULL } };
  Seen seen = { 0 };

  for (guint32 seed = 0; seed < N_SCENARIOS; seed++)
    {
      g_autoptr(ParleyLoaded) base = parley_random_scenario (seed);
      g_autoptr(GError) error = NULL;
      Source source = { .base = base };
      g_autoptr(ParleySweep) sweep
          = sweep_new (&source, specs[seed % G_N_ELEMENTS (specs)], &error);

      /* There is no such adjustment, or the like. */
      if (sweep == NULL)
        continue;
      CU_ASSERT_EQUAL (source.n_kept, sweep->grid->n_points);
      expect_points (seed, &source, sweep);
      expect_all_flips (seed, sweep);
      for (guint f = 0; f < sweep->flips->len; f++)
        expect_flip (seed, &source, sweep, g_ptr_array_index (sweep->flips, f), &seen);
    }
  CU_ASSERT_TRUE (seen.n_exact > parley_effort (100));
  CU_ASSERT_TRUE (seen.n_at_once > parley_effort (5));
  CU_ASSERT_TRUE (seen.n_halved > parley_effort (5));
  CU_ASSERT_TRUE (seen.n_deals > parley_effort (20));
}

#define ISSUES \
  "{ 'id': 'a', 'title': 'A', 'kind': 'choice', 'options': [ { 'id': 'x', 'title': 'X' }," \
  "  { 'id': 'y', 'title': 'Y' } ] }"
#define PARTIES \
  "{ 'id': 'p', 'title': 'P', 'reservation': 50, 'weights': { 'a': 1 }," \
  "  'values': { 'a': { 'x': 70, 'y': 10 } } }," \
  "{ 'id': 'q', 'title': 'Q', 'reservation': 50, 'weights': { 'a': 1 }," \
  "  'values': { 'a': { 'x': '160/3', 'y': 90 } } }"
#define DRAFTS "'drafts': [ { 'id': 'd', 'title': 'D', 'terms': { 'a': 'x' } } ]"

static const ParleyFlip *
flip_at (const ParleySweep *sweep, guint index)
{
  return g_ptr_array_index (sweep->flips, index);
}

/* By hand: P takes x up to 70, Q up to 53 1/3; y is worth 10 to P. */
static void
test_by_hand (void)
{
  const char *const specs[] = { "parties.q.reservation=50:60:5", NULL };
  g_autoptr(ParleyLoaded) base = parley_small_load (ISSUES, PARTIES, DRAFTS);
  Source source = { .base = base };
  g_autoptr(ParleySweep) sweep = sweep_new (&source, specs, NULL);

  CU_ASSERT_EQUAL_FATAL (sweep->flips->len, 3);
  for (guint f = 0; f < 3; f++)
    {
      CU_ASSERT_EQUAL (flip_at (sweep, f)->kind, PARLEY_FLIP_EXACT);
      CU_ASSERT_EQUAL (flip_at (sweep, f)->point, 0);
      CU_ASSERT_FALSE (flip_at (sweep, f)->at_once);
      PARLEY_EXPECT_EXACT ("turn", flip_at (sweep, f)->low, "160/3");
    }
  PARLEY_EXPECT_TEXT ("deal", flip_at (sweep, 0)->after, "no");
  PARLEY_EXPECT_TEXT ("draft", flip_at (sweep, 1)->after, "rejects");
}

/* Points that have rows are not worked out again. */
static void
test_resumed (void)
{
  const char *const specs[] = { "parties.q.reservation=50:52:1/100", NULL };
  g_autoptr(ParleyLoaded) base = parley_small_load (ISSUES, PARTIES, DRAFTS);
  ParleyAgreementRequest request = { FALSE, NULL, PARLEY_BUDGET_DEFAULT, NULL, NULL };
  Source source = { .base = base };
  ParleySweepSource from = { open_point, close_point, keep_point, &source };
  g_autoptr(ParleySweep) sweep = NULL;
  ParleySweepGrid *grid = parley_sweep_grid_new (specs, NULL);

  source.grid = grid;
  sweep = parley_sweep_new (grid, parley_sweep_columns_new (base->scenario, grid, FALSE));
  for (guint point = 0; point < 150; point++)
    {
      char **row = g_new0 (char *, sweep->columns->len);

      for (guint c = 0; c < sweep->columns->len; c++)
        row[c] = g_strdup ("kept");
      parley_sweep_take_row (sweep, point, row);
    }
  CU_ASSERT_TRUE (parley_sweep_run (sweep, &from, &request, NULL));
  CU_ASSERT_EQUAL (grid->n_points, 201);
  PARLEY_EXPECT_TEXT ("kept", parley_sweep_get (sweep, 149, 1), "kept");
  PARLEY_EXPECT_TEXT ("new", parley_sweep_get (sweep, 150, 1), "yes");
  CU_ASSERT_TRUE (source.n_opened >= 51);
}

/* A row that was kept can only be one that the sweep might give. */
static void
test_admits (void)
{
  const char *const specs[] = { "parties.q.reservation=50:52:1", NULL };
  static const struct
  {
    const char *cells[9];
    gboolean fits;
  } rows[] = {
    { { "51", "yes", "12", "accepts", NULL, "depends", "60.5", "0", "x" }, TRUE },
    { { "51", "no", NULL, NULL, NULL, NULL, NULL, NULL, NULL }, TRUE },
    { { "52", "yes", NULL, NULL, NULL, NULL, NULL, NULL, NULL }, FALSE },
    { { NULL, "yes", NULL, NULL, NULL, NULL, NULL, NULL, NULL }, FALSE },
    { { "51", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL }, FALSE },
    { { "51", "Yes", NULL, NULL, NULL, NULL, NULL, NULL, NULL }, FALSE },
    { { "51", "yes", "", NULL, NULL, NULL, NULL, NULL, NULL }, FALSE },
    { { "51", "yes", "-1", NULL, NULL, NULL, NULL, NULL, NULL }, FALSE },
    { { "51", "yes", NULL, "yes", NULL, NULL, NULL, NULL, NULL }, FALSE },
    { { "51", "yes", NULL, NULL, NULL, NULL, "inf", NULL, NULL }, FALSE },
    { { "51", "yes", NULL, NULL, NULL, NULL, "x", NULL, NULL }, FALSE },
  };
  g_autoptr(ParleyLoaded) base = parley_small_load (ISSUES, PARTIES, DRAFTS);
  ParleySweepGrid *grid = parley_sweep_grid_new (specs, NULL);
  g_autoptr(ParleySweep) sweep
      = parley_sweep_new (grid, parley_sweep_columns_new (base->scenario, grid, TRUE));

  CU_ASSERT_EQUAL_FATAL (sweep->columns->len, G_N_ELEMENTS (rows[0].cells));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    PARLEY_EXPECT (parley_sweep_admits (sweep, 1, (char *const *) rows[i].cells) == rows[i].fits,
                   "row %u", i);
}

/* A point that is none ends the sweep, with what was done kept. */
static void
test_refused (void)
{
  const char *const specs[] = { "parties.p.weights.a=99:-1:-1", NULL };
  g_autoptr(ParleyLoaded) base = parley_small_load (ISSUES, PARTIES, DRAFTS);
  g_autoptr(GError) error = NULL;
  Source source = { .base = base };

  CU_ASSERT_PTR_NULL (sweep_new (&source, specs, &error));
  PARLEY_EXPECT_TEXT ("why", error->message, "no such point");
  CU_ASSERT_EQUAL (source.n_kept, 64);
}

void
parley_test_sweep (void)
{
  CU_pSuite suite = CU_add_suite ("sweep", NULL, NULL);

  CU_ADD_TEST (suite, test_grids);
  CU_ADD_TEST (suite, test_places);
  CU_ADD_TEST (suite, test_random_scenarios);
  CU_ADD_TEST (suite, test_by_hand);
  CU_ADD_TEST (suite, test_resumed);
  CU_ADD_TEST (suite, test_admits);
  CU_ADD_TEST (suite, test_refused);
}
