/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions read axis by axis, against conditions looked at whole. */
#include "space/automaton.h"

#include "space/intern.h"
#include "small.h"
#include "suites.h"

#define N_AXES 5
#define MOST_OPTIONS 4

static guint n_options[N_AXES];

/* A random condition as a tree that can be evaluated. */
typedef struct Tree Tree;

struct Tree
{
  enum
  {
    LEAF,
    NOT,
    ALL,
    ANY
  } kind;
  guint    place;
  gboolean accepts[MOST_OPTIONS];
  Tree    *left;
  Tree    *right;
};

static Tree *
draw_tree (GRand *rand, guint depth)
{
  Tree *self = g_new0 (Tree, 1);

  self->kind = depth == 0 ? LEAF : (guint) g_rand_int_range (rand, LEAF, ANY + 1);
  self->place = (guint) g_rand_int_range (rand, 0, N_AXES);
  for (guint o = 0; o < MOST_OPTIONS; o++)
    self->accepts[o] = g_rand_boolean (rand);
  if (self->kind != LEAF)
    self->left = draw_tree (rand, depth - 1);
  if (self->kind == ALL || self->kind == ANY)
    self->right = draw_tree (rand, depth - 1);
  return self;
}

static void
tree_free (Tree *self)
{
  if (self == NULL)
    return;
  tree_free (self->left);
  tree_free (self->right);
  g_free (self);
}

static gboolean
holds (const Tree *self, const guint *options)
{
  switch (self->kind)
    {
    case LEAF:
      return self->accepts[options[self->place]];
    case NOT:
      return !holds (self->left, options);
    case ALL:
      return holds (self->left, options) && holds (self->right, options);
    case ANY:
    default:
      return holds (self->left, options) || holds (self->right, options);
    }
}

/* What accepts all options or none takes no axis. */
static gboolean
is_certain (const Tree *leaf)
{
  for (guint o = 1; o < n_options[leaf->place]; o++)
    if (leaf->accepts[o] != leaf->accepts[0])
      return FALSE;
  return TRUE;
}

static ParleyAutomaton *
compile (const Tree *self)
{
  switch (self->kind)
    {
    case LEAF:
      if (is_certain (self))
        return parley_automaton_new_constant ((guint) self->accepts[0]);
      return parley_automaton_new_leaf (self->place, n_options[self->place], self->accepts);
    case NOT:
      return parley_automaton_take_not (compile (self->left));
    case ALL:
    case ANY:
    default:
      return parley_automaton_take_join (compile (self->left), compile (self->right),
                                         self->kind == ANY);
    }
}

/* Runs through @options; what is said to be certain must be what comes out. */
static gint32
run (const ParleyAutomaton *automaton, const guint *options)
{
  guint state = 0;
  gint32 certain = automaton->decided[0][0];

  for (guint level = 0; level < automaton->n_levels; level++)
    {
      state = automaton->next[level][state * automaton->n_options[level]
                                     + options[automaton->places[level]]];
      if (certain != PARLEY_UNDECIDED)
        CU_ASSERT_EQUAL (automaton->decided[level + 1][state], certain);
      certain = automaton->decided[level + 1][state];
    }
  return certain;
}

/* Sets @options to the next combination. Returns: FALSE after the last. */
static gboolean
step (guint *options)
{
  for (guint a = N_AXES; a-- > 0;)
    {
      if (++options[a] < n_options[a])
        return TRUE;
      options[a] = 0;
    }
  return FALSE;
}

static void
expect_ascending (const ParleyAutomaton *automaton)
{
  for (guint level = 1; level < automaton->n_levels; level++)
    CU_ASSERT (automaton->places[level - 1] < automaton->places[level]);
}

/* No two states of a level lead to the same: it could be no smaller. */
static void
expect_reduced (const ParleyAutomaton *automaton)
{
  for (guint level = 0; level < automaton->n_levels; level++)
    {
      g_autoptr(ParleyIntern) rows
          = parley_intern_new (automaton->n_options[level] * sizeof (guint));

      for (guint s = 0; s < automaton->n_states[level]; s++)
        CU_ASSERT_EQUAL (parley_intern_number (rows, automaton->next[level]
                                                         + (gsize) s * automaton->n_options[level]),
                         s);
    }
}

static void
test_conditions (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  guint n_true = 0, n_false = 0, n_early = 0;

  for (guint round = 0; round < 400; round++)
    {
      Tree *tree = draw_tree (rand, round % 5);
      guint options[N_AXES] = { 0 };
      g_autoptr(ParleyAutomaton) automaton = NULL;

      for (guint a = 0; a < N_AXES; a++)
        n_options[a] = (guint) g_rand_int_range (rand, 1, MOST_OPTIONS + 1);
      automaton = compile (tree);
      expect_ascending (automaton);
      expect_reduced (automaton);
      n_early += automaton->decided[0][0] != PARLEY_UNDECIDED;
      do
        {
          gboolean want = holds (tree, options);

          PARLEY_EXPECT (run (automaton, options) == want, "round %u", round);
          *(want ? &n_true : &n_false) += 1;
        }
      while (step (options));
      tree_free (tree);
    }
  CU_ASSERT (n_true > 10000);
  CU_ASSERT (n_false > 10000);
  CU_ASSERT (n_early > 20);
}

/* A box has one open state a level, however many axes it has. */
static void
test_box (void)
{
  static const gboolean accepts[] = { FALSE, TRUE, TRUE };
  g_autoptr(ParleyAutomaton) box = parley_automaton_new_constant (1);

  for (guint place = 0; place < 40; place++)
    box = parley_automaton_take_join (box, parley_automaton_new_leaf (39 - place, 3, accepts),
                                      FALSE);
  CU_ASSERT_EQUAL_FATAL (box->n_levels, 40);
  for (guint level = 1; level < 40; level++)
    CU_ASSERT_EQUAL (box->n_states[level], 2);
}

/* Which of two halves of twenty axes come out alike cannot be known before the end. */
static void
test_too_wide (void)
{
  g_autoptr(ParleyAutomaton) alike = parley_automaton_new_constant (1);

  for (guint i = 0; i < 24; i++)
    {
      static const gboolean yes[] = { FALSE, TRUE };
      ParleyAutomaton *both = parley_automaton_take_join (
          parley_automaton_new_leaf (i, 2, yes), parley_automaton_new_leaf (24 + i, 2, yes), FALSE);
      ParleyAutomaton *neither = parley_automaton_take_not (parley_automaton_take_join (
          parley_automaton_new_leaf (i, 2, yes), parley_automaton_new_leaf (24 + i, 2, yes), TRUE));

      alike = parley_automaton_take_join (alike, parley_automaton_take_join (both, neither, TRUE),
                                          FALSE);
      if (alike == NULL)
        break;
    }
  CU_ASSERT_PTR_NULL (alike);
  CU_ASSERT_PTR_NULL (parley_automaton_take_not (NULL));
}

void
parley_test_automaton (void)
{
  CU_pSuite suite = CU_add_suite ("automaton", NULL, NULL);

  CU_add_test (suite, "conditions", test_conditions);
  CU_add_test (suite, "a box is narrow", test_box);
  CU_add_test (suite, "too wide", test_too_wide);
}
