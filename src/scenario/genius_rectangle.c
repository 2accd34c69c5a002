/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/genius.h"
#include "scenario/genius_box.h"

/*
 * A nonlinear profile: a sum of hyper-rectangles, each worth its utility × weight / maxutility
 * to deals inside (INCLUDES), or outside (EXCLUDES). A rectangle becomes an adjustment.
 */

static const char *const rectangle_children[] = { "INCLUDES", "EXCLUDES", NULL };

/* One reading of a profile. */
typedef struct
{
  ParleyGenius    *genius;
  ParleyParty     *party;
  mpq_t            maximum;
  ParleyGeniusBox *box;    /* of the rectangle that is being read */
  guint            n_read; /* rectangles, for their ids */
  gboolean         varies; /* some rectangle holds some deals and not others */
} Rectangles;

static gboolean
read_bound (ParleyGenius *self, const ParleyElement *bound, ParleyGeniusBox *box)
{
  int at = parley_genius_refer (self, bound);
  gboolean whole = FALSE;
  mpq_t low, high;

  if (at >= 0 && parley_genius_issue (self, (guint) at)->kind == PARLEY_GENIUS_DISCRETE)
    parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_UNSUPPORTED, bound,
                                    "the issue \"%s\" is discrete, and a bound takes numbers",
                                    parley_genius_issue (self, (guint) at)->name);
  else if (at >= 0)
    {
      mpq_inits (low, high, NULL);
      whole = parley_genius_number (self, bound, "min", low)
              && parley_genius_number (self, bound, "max", high);
      if (whole)
        parley_genius_box_narrow (box, (guint) at, low, high);
      mpq_clears (low, high, NULL);
    }
  return whole;
}

/* Joins the bounds of this name. Returns: FALSE after a problem. */
static gboolean
read_box (Rectangles *self, const ParleyElement *rectangle, const char *name)
{
  gboolean whole = TRUE;

  parley_genius_box_clear (self->box);
  for (guint i = 0; i < rectangle->children->len; i++)
    {
      const ParleyElement *child = parley_element_child (rectangle, i);

      if (g_str_equal (child->name, name))
        whole &= read_bound (self->genius, child, self->box);
    }
  if (whole)
    parley_genius_box_settle (self->box);
  return whole;
}

/* Sets @when to NULL when no deal is meant. Returns: FALSE after a problem. */
static gboolean
read_when (Rectangles *self, const ParleyElement *rectangle, ParleyCondition **when)
{
  gboolean excludes = parley_element_find (rectangle, "EXCLUDES") != NULL;

  *when = NULL;
  if (!read_box (self, rectangle, excludes ? "EXCLUDES" : "INCLUDES"))
    return FALSE;
  if (excludes && parley_element_find (rectangle, "INCLUDES") != NULL)
    parley_problems_add_at_element (self->genius->problems, PARLEY_PROBLEM_LEFT_OUT, rectangle,
                                    "a hyper-rectangle with EXCLUDES goes by these alone, and its "
                                    "INCLUDES are left out");
  *when = excludes ? parley_genius_box_outside (self->box) : parley_genius_box_inside (self->box);
  self->varies |= parley_genius_box_divides (self->box);
  return TRUE;
}

static void
add_adjustment (Rectangles *self, ParleyCondition *when, mpq_srcptr points)
{
  ParleyAdjustment *adjustment = parley_adjustment_new ();

  adjustment->id = g_strdup_printf ("rectangle-%u", self->n_read);
  adjustment->when = when;
  adjustment->points = parley_number_new (points);
  g_ptr_array_add (self->party->adjustments, adjustment);
}

/* Sets @points to 100 × utility × weight / maxutility. */
static gboolean
read_points (Rectangles *self, const ParleyElement *rectangle, mpq_ptr points)
{
  gboolean whole = FALSE;
  mpq_t weight;

  mpq_init (weight);
  mpq_set_ui (weight, 1, 1);
  whole = parley_genius_number (self->genius, rectangle, "utility", points)
          && parley_genius_number_or (self->genius, rectangle, "weight", weight);
  mpq_mul (points, points, weight);
  mpq_div (points, points, self->maximum);
  parley_import_to_points (points);
  mpq_clear (weight);
  return whole;
}

/* A rectangle that is worth nothing says nothing. */
static gboolean
read_rectangle (Rectangles *self, const ParleyElement *rectangle)
{
  g_autoptr(ParleyCondition) when = NULL;
  gboolean whole = FALSE;
  mpq_t points;

  self->n_read++;
  parley_genius_warn_of_others (self->genius, rectangle, rectangle_children);
  mpq_init (points);
  whole = read_points (self, rectangle, points);
  if (whole && mpq_sgn (points) != 0)
    {
      whole = read_when (self, rectangle, &when);
      if (when != NULL)
        add_adjustment (self, g_steal_pointer (&when), points);
      else if (whole)
        parley_problems_add_at_element (self->genius->problems, PARLEY_PROBLEM_LEFT_OUT, rectangle,
                                        "no deal is in this hyper-rectangle, and it is left out");
    }
  mpq_clear (points);
  return whole;
}

/* Returns: FALSE after a problem. */
static gboolean
check_sum (ParleyGenius *self, const ParleyElement *sum)
{
  const char *aggregation = parley_element_get (sum, "aggregation");
  const char *weight = parley_element_get (sum, "weight");
  ParleyProblem *problem = NULL;
  gboolean alone = FALSE;
  mpq_t factor;

  mpq_init (factor);
  mpq_set_ui (factor, 1, 1);
  alone = parley_genius_number_or (self, sum, "weight", factor) && mpq_cmp_ui (factor, 1, 1) == 0;
  mpq_clear (factor);
  if (alone && (aggregation == NULL || g_ascii_strcasecmp (aggregation, "sum") == 0))
    return TRUE;
  problem = parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_UNSUPPORTED, sum,
                                            "of utility functions only sums of weight 1 are read");
  problem->found
      = g_strdup_printf ("the aggregation \"%.200s\" and the weight \"%.200s\"",
                         aggregation != NULL ? aggregation : "sum", weight != NULL ? weight : "1");
  return FALSE;
}

/* @sum: <utility> or a <ufun>. */
static gboolean
read_sum (Rectangles *self, const ParleyElement *sum)
{
  gboolean whole = TRUE;

  for (guint i = 0; i < sum->children->len; i++)
    {
      const ParleyElement *child = parley_element_child (sum, i);

      if (g_str_equal (child->name, "hyperRectangle"))
        whole &= read_rectangle (self, child);
      else if (g_str_equal (child->name, "ufun"))
        whole &= check_sum (self->genius, child) && read_sum (self, child);
      else
        {
          parley_problems_add_at_element (self->genius->problems, PARLEY_PROBLEM_UNSUPPORTED, child,
                                          "<%s> in <%s> is no hyper-rectangle, and not read",
                                          child->name, sum->name);
          whole = FALSE;
        }
    }
  return whole;
}

static gboolean
read_utility (Rectangles *self, const ParleyElement *utility)
{
  ParleyProblems *problems = self->genius->problems;

  if (!parley_genius_number (self->genius, utility, "maxutility", self->maximum))
    return FALSE;
  if (mpq_sgn (self->maximum) <= 0)
    {
      parley_problems_add_at_element (problems, PARLEY_PROBLEM_BAD_DECIMAL, utility,
                                      "\"maxutility\" must be above 0");
      return FALSE;
    }
  if (!read_sum (self, utility))
    return FALSE;
  if (!self->varies)
    parley_genius_refuse_flat (self->genius, utility);
  return self->varies;
}

gboolean
parley_genius_read_rectangles (ParleyGenius *self, const ParleyElement *space, ParleyParty *party)
{
  const ParleyElement *utility = parley_element_find (parley_genius_objective (space), "utility");
  g_autoptr(ParleyGeniusBox) box = parley_genius_box_new (self);
  Rectangles rectangles = { .genius = self, .party = party, .box = box };
  gboolean whole = FALSE;

  if (utility == NULL)
    utility = parley_element_find (space, "utility");
  if (utility == NULL)
    {
      parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_MISSING_PART, space,
                                      "a nonlinear profile needs <utility> in its <objective>");
      return FALSE;
    }
  mpq_init (rectangles.maximum);
  whole = read_utility (&rectangles, utility);
  mpq_clear (rectangles.maximum);
  return whole;
}
