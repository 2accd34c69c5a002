/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What depends on what in small sets of deals, worked out by hand. */
#include "analysis/association.h"

#include "small.h"
#include "space/pairs.h"
#include "suites.h"

#define N_PAIRS 3

/* Issues a (x, y), b (p, q) and c (u, v), and a party that takes anything. */
static const struct
{
  const char *rules;
  const char *v_squared[N_PAIRS];  /* of ab, ac and bc; NULL: there is none */
  guint       n_possible[N_PAIRS]; /* of four */
  const char *exclusions;
} rows[] = {
  { "", { "0", "0", "0" }, { 4, 4, 4 }, "" },
  { "{ 'id': 'r', 'forbid': { 'a': 'x', 'b': 'p' } }", { "1/4", "0", "0" }, { 3, 4, 4 }, "a0b0 " },
  { "{ 'id': 'r', 'forbid': { 'a': 'x', 'b': 'p' } }, { 'id': 's', 'forbid': { 'a': 'y', 'b': 'q' } }",
    { "1", "0", "0" },
    { 2, 4, 4 },
    "a0b0 a1b1 " },
  /* A term that never occurs is excluded by nothing. */
  { "{ 'id': 'r', 'forbid': { 'a': 'x' } }", { NULL, NULL, "0" }, { 2, 2, 4 }, "" },
  /* One deal with x, of four, and one with u: fewer would be expected of both. */
  { "{ 'id': 'r', 'forbid': { 'a': 'x', 'b': 'p' } }, { 'id': 's', 'forbid': { 'b': 'q', 'c': 'u' } }",
    { "1/3", "1/9", "1/3" },
    { 3, 3, 3 },
    "a0b0 b1c0 a0c0 " },
};

static ParleyLoaded *
load (const char *rules)
{
  g_autofree char *more = g_strdup_printf ("'rules': [%s]", rules);

  return parley_small_load (
      "{ 'id': 'a', 'title': 'A', 'kind': 'choice',"
      "  'options': [{ 'id': 'x', 'title': 'X' }, { 'id': 'y', 'title': 'Y' }] },"
      "{ 'id': 'b', 'title': 'B', 'kind': 'choice',"
      "  'options': [{ 'id': 'p', 'title': 'P' }, { 'id': 'q', 'title': 'Q' }] },"
      "{ 'id': 'c', 'title': 'C', 'kind': 'choice',"
      "  'options': [{ 'id': 'u', 'title': 'U' }, { 'id': 'v', 'title': 'V' }] }",
      "{ 'id': 'p', 'title': 'P', 'reservation': 0, 'weights': { 'a': 1 }, 'values': { 'a': { 'x': 0, 'y': 1 } } }",
      more);
}

/* "a0b0 a1b1 ": the issues and the numbers of their options. */
static char *
spell_exclusions (GPtrArray *maps)
{
  g_autoptr(GPtrArray) exclusions = parley_exclusions_new (maps);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < exclusions->len; i++)
    {
      const ParleyExclusion *one = g_ptr_array_index (exclusions, i);

      for (guint which = 0; which < 2; which++)
        g_string_append_printf (text, "%c%u", 'a' + (int) one->map->axes[which],
                                one->options[which]);
      g_string_append_c (text, ' ');
    }
  return g_string_free (text, FALSE);
}

static void
expect_row (guint row, GPtrArray *maps)
{
  g_autofree char *exclusions = spell_exclusions (maps);

  PARLEY_EXPECT (g_str_equal (exclusions, rows[row].exclusions), "row %u: %s", row, exclusions);
  for (guint i = 0; i < N_PAIRS; i++)
    {
      g_autoptr(ParleyAssociation) one = parley_association_new (g_ptr_array_index (maps, i));
      g_autofree char *label = g_strdup_printf ("row %u, pair %u", row, i);

      PARLEY_EXPECT (one->has_v == (rows[row].v_squared[i] != NULL), "%s", label);
      PARLEY_EXPECT (one->n_possible == rows[row].n_possible[i] && one->n_pairs == 4, "%s", label);
      if (one->has_v && rows[row].v_squared[i] != NULL)
        PARLEY_EXPECT_EXACT (label, one->v_squared, rows[row].v_squared[i]);
    }
}

/* The closest first, those without V last. */
static void
expect_order (guint row, GPtrArray *maps)
{
  g_autoptr(GPtrArray) all = parley_associations_new (maps);

  CU_ASSERT_EQUAL_FATAL (all->len, N_PAIRS);
  for (guint i = 1; i < all->len; i++)
    {
      const ParleyAssociation *before = g_ptr_array_index (all, i - 1);
      const ParleyAssociation *one = g_ptr_array_index (all, i);

      PARLEY_EXPECT (before->has_v >= one->has_v, "row %u, place %u", row, i);
      PARLEY_EXPECT (mpq_cmp (before->v_squared, one->v_squared) >= 0, "row %u, place %u", row, i);
    }
}

static void
test_association (void)
{
  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    {
      g_autoptr(ParleyLoaded) loaded = load (rows[row].rules);
      const ParleyScenario *scenario = loaded->scenario;
      g_autoptr(GError) error = NULL;
      g_autoptr(ParleySpace) space = parley_space_new (
          scenario, parley_domain_new_among (scenario, PARLEY_AMONG_ALL, 0), NULL, NULL, &error);
      g_autoptr(GPtrArray) utilities = NULL;
      g_autoptr(GPtrArray) maps = NULL;
      ParleyAcceptance acceptance;

      g_assert_no_error (error);
      utilities = parley_utilities_new (space, scenario->as_of);
      acceptance = parley_acceptance (space, utilities, NULL);
      maps = parley_pairs_new (&acceptance, NULL, NULL, 0, &error);
      g_assert_no_error (error);
      CU_ASSERT_EQUAL_FATAL (maps->len, N_PAIRS);
      expect_row (row, maps);
      expect_order (row, maps);
    }
}

void
parley_test_association (void)
{
  CU_pSuite suite = CU_add_suite ("association", NULL, NULL);

  CU_add_test (suite, "small sets of deals", test_association);
}
