/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide layers are at least, and what becomes of those that are too wide. */
#include "space/width.h"

#include "sample.h"
#include "small.h"
#include "space/plan.h"
#include "suites.h"

/* All parties' scores, and some red lines. */
static ParleyView *
view_of (const ParleySample *sample, gboolean red_lines)
{
  ParleyView *view = parley_view_new (sample->space, sample->utilities);

  for (guint s = 0; s < sample->utilities->len; s++)
    parley_view_add_objective (view, s, NULL);
  for (guint s = 0; red_lines && s < sample->utilities->len; s++)
    parley_view_demand (view, PARLEY_EFFECT_RED_LINE, parley_sample_utility (sample, s)->party,
                        PARLEY_DEMAND_NOT);
  return view;
}

/* No layer is narrower than is said. Returns: how many are wider than one node, and said to be. */
static guint
expect_least (ParleyBuilder *builder)
{
  g_autoptr(ParleyDiagram) diagram = parley_builder_start (builder);
  ParleyIntern *keys = parley_builder_first_keys (builder);
  guint n_told = 0;

  for (guint place = 0; place < diagram->n_layers && !diagram->empty; place++)
    {
      ParleyIntern *next
          = parley_builder_expand (builder, &diagram->layers[place], place, keys, NULL);
      gsize least = parley_width_least (builder, place);

      PARLEY_EXPECT (next->n == 0 || least <= next->n, "%zu of %u nodes", least, next->n);
      n_told += least > 1;
      parley_intern_free (keys);
      keys = next;
    }
  parley_intern_free (keys);
  return n_told;
}

static void
test_least (void)
{
  guint n_told = 0;

  for (guint32 seed = 0; seed < 4 * PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      g_autoptr(ParleyView) view = view_of (sample, seed % 4 < 2);
      g_autofree guint *order = g_new (guint, sample->space->domain->n_axes);
      g_autoptr(ParleyBuilder) builder = NULL;

      if (seed % 3 == 0)
        parley_plan_narrow_order (view, order);
      else
        parley_small_file_order (order, view->space->domain->n_axes);
      builder = parley_builder_new (view, order, NULL);
      CU_ASSERT_PTR_NOT_NULL_FATAL (builder);
      n_told += expect_least (builder);
    }
  PARLEY_EXPECT (n_told > parley_effort (100), "%u layers", n_told);
}

#define N_ISSUES 24

/* Each two issues that are N_ISSUES / 2 apart hang together: in the order of the file all of the
 * first half are open in the middle. */
typedef struct
{
  ParleyLoaded *loaded;
  ParleySpace  *space;
  GPtrArray    *utilities;
  ParleyView   *view;
  guint         order[N_ISSUES];
} Wide;

static void
wide_init (Wide *self, const char *rules)
{
  g_autofree char *issues = parley_small_choices (N_ISSUES, 10);
  g_autoptr(GString) party
      = g_string_new ("{ 'id': 'p', 'title': 'P', 'reservation': 0, 'adjustments': [");

  for (guint i = 0; i < N_ISSUES / 2; i++)
    for (guint o = 1; o < 10; o++)
      g_string_append_printf (
          party,
          "%s{ 'id': 'a%u', 'points': 1, 'when': { 'i%u': 'o%u', 'i%u': 'o%u' } "
          "}",
          i + o == 1 ? "" : ", ", 10 * i + o, i, o, i + N_ISSUES / 2, o);
  g_string_append (party, "] }");
  self->loaded = parley_small_load (issues, party->str, rules);
  self->space = parley_space_new (self->loaded->scenario,
                                  parley_domain_new (self->loaded->scenario), NULL, NULL, NULL);
  self->utilities = parley_utilities_new (self->space, NULL);
  self->view = parley_view_new (self->space, self->utilities);
  parley_view_add_objective (self->view, 0, NULL);
  parley_small_file_order (self->order, N_ISSUES);
}

static void
wide_clear (Wide *self)
{
  parley_view_free (self->view);
  g_ptr_array_unref (self->utilities);
  parley_space_free (self->space);
  parley_loaded_free (self->loaded);
}

static void
test_many (void)
{
  Wide wide = { 0 };
  g_autoptr(ParleyBuilder) builder = NULL;

  wide_init (&wide, "");
  builder = parley_builder_new (wide.view, wide.order, NULL);
  CU_ASSERT_EQUAL (parley_width_least (builder, 0), 10);
  CU_ASSERT_EQUAL (parley_width_least (builder, 5), 1000000);
  CU_ASSERT_EQUAL (parley_width_least (builder, 11), 1000000000000);
  CU_ASSERT_EQUAL (parley_width_least (builder, 21), 100);
  CU_ASSERT_EQUAL (parley_width_least (builder, 23), 1);
  g_clear_pointer (&builder, parley_builder_free);
  wide_clear (&wide);
}

static void
note_layer (const char *what, gsize n_done, gsize n_tasks, gpointer data)
{
  CU_ASSERT_STRING_EQUAL (what, "following conditions, issues");
  CU_ASSERT_EQUAL (n_tasks, N_ISSUES);
  *(gsize *) data = n_done;
}

/* What cannot fit is seen after few layers, however much is allowed; and what no deal meets
 * is seen all the same. */
static void
test_given_up (void)
{
  Wide wide = { 0 };
  gsize last = 0;
  ParleyCrew crew = { .n_threads = 1, .tell = note_layer, .data = &last };

  wide_init (&wide, "");
  CU_ASSERT_PTR_NULL (parley_diagram_new_told (wide.view, wide.order, 50000000, &crew, NULL));
  PARLEY_EXPECT (last <= 5, "issue %zu", last);
  wide_clear (&wide);

  wide_init (&wide, "'rules': [ { 'id': 'a', 'forbid': { 'i0': 'o1' } },"
                    " { 'id': 'b', 'forbid': { 'not': { 'i0': 'o1' } } } ]");
  {
    g_autoptr(ParleyDiagram) none
        = parley_diagram_new_told (wide.view, wide.order, 50000000, NULL, NULL);

    CU_ASSERT_TRUE (none != NULL && none->empty);
  }
  wide_clear (&wide);
}

/* Each limit by itself ends a layer. */
static void
test_limits (void)
{
  static const struct
  {
    ParleyBuilderLimits limits;
    gboolean            fits;
  } rows[] = {
    { { G_MAXSIZE, G_MAXSIZE, G_MAXSIZE }, TRUE }, { { 10, G_MAXSIZE, G_MAXSIZE }, TRUE },
    { { 9, G_MAXSIZE, G_MAXSIZE }, FALSE },        { { G_MAXSIZE, 500, G_MAXSIZE }, FALSE },
    { { G_MAXSIZE, G_MAXSIZE, 90 }, FALSE },       { { G_MAXSIZE, 100000, 100000 }, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Wide wide = { 0 };
      g_autoptr(ParleyBuilder) builder = NULL;
      g_autoptr(ParleyDiagram) diagram = NULL;
      g_autoptr(ParleyIntern) first = NULL;
      g_autoptr(ParleyIntern) next = NULL;

      wide_init (&wide, "");
      builder = parley_builder_new (wide.view, wide.order, NULL);
      diagram = parley_builder_start (builder);
      first = parley_builder_first_keys (builder);
      next = parley_builder_expand (builder, &diagram->layers[0], 0, first, &rows[i].limits);
      PARLEY_EXPECT ((next != NULL) == rows[i].fits, "row %u, %zu steps", i, builder->work);
      g_clear_pointer (&builder, parley_builder_free);
      wide_clear (&wide);
    }
}

/* What a message about a view that is too wide calls all that can be open. */
static void
test_names (void)
{
  static const char *const names[]
      = { "the rule \"r\"",     "the draft's \"given\"", "the draft's \"given\"", "a filter",
          "p's red line \"l\"", "p's adjustment \"a\"",  "p's \"needed_when\"" };
  g_autofree char *issues = parley_small_choices (2, 2);
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      issues,
      "{ 'id': 'p', 'title': 'P', 'reservation': 0, 'needed_when': { 'i0': 'o1' },"
      "  'red_lines': [ { 'id': 'l', 'never': { 'i0': 'o1' } } ],"
      "  'adjustments': [ { 'id': 'a', 'when': { 'i0': 'o1' }, 'points': 1 } ] }",
      "'rules': [ { 'id': 'r', 'forbid': { 'i0': 'o1', 'i1': 'o1' } } ],"
      "'drafts': [ { 'id': 'd', 'title': 'D', 'terms': {}, 'given': ["
      "  { 'if': { 'i0': 'o0' }, 'then': { 'i1': 'o0' } },"
      "  { 'if': { 'i0': 'o1' }, 'then': { 'i1': 'o0' } } ] } ]");
  const ParleyScenario *scenario = loaded->scenario;
  g_autoptr(GPtrArray) where = g_ptr_array_new ();
  g_autoptr(ParleySpace) space = NULL;

  g_ptr_array_add (where, ((const ParleyRule *) g_ptr_array_index (scenario->rules, 0))->forbid);
  space = parley_space_new (scenario, parley_domain_new (scenario),
                            parley_scenario_draft (scenario, 0), where, NULL);
  CU_ASSERT_EQUAL_FATAL (space->couplings->len, G_N_ELEMENTS (names));
  for (guint c = 0; c < G_N_ELEMENTS (names); c++)
    {
      g_autofree char *name
          = parley_subject_name (space, (ParleyOutcome){ PARLEY_OUTCOME_COUPLING, c });

      PARLEY_EXPECT (g_str_equal (name, names[c]), "%s for %s", name, names[c]);
    }
}

void
parley_test_width (void)
{
  CU_pSuite suite = CU_add_suite ("width", NULL, NULL);

  CU_add_test (suite, "no layer is narrower", test_least);
  CU_add_test (suite, "what is told apart multiplies", test_many);
  CU_add_test (suite, "too wide layers are not begun", test_given_up);
  CU_add_test (suite, "limits of a layer", test_limits);
  CU_add_test (suite, "names of what is open", test_names);
}
