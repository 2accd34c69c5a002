/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/break_even.h"

#include "analysis/lines.h"

/* Where one input is moved, and what is to turn. */
typedef struct
{
  ParleyLines          lines;
  const ParleyUtility *utility; /* as written */
  ParleyScore          low;     /* the lowest and highest score that counts, as written */
  ParleyScore          high;
  ParleyVerdict        verdict;
} Search;

/* Sets the nearest value on the way to @end at which the verdict turns.
 *
 * Of a verdict that depends some line is below 0 at the start and some is not. A line passes 0
 * once: where all have come to 0 or more, those that came stay above, and the party never rejects
 * beyond; and the other way round. So of the two turns that there could be one at most is there. */
static gboolean
find_turn (Search *self, mpq_srcptr end, ParleyTurning *turning)
{
  mpq_srcptr start = self->lines.input->number->value;
  ParleyEdge edge
      = self->verdict == PARLEY_VERDICT_ACCEPTS ? PARLEY_EDGE_LOWEST : PARLEY_EDGE_HIGHEST;

  if (self->verdict != PARLEY_VERDICT_DEPENDS)
    {
      turning->at_once = self->verdict == PARLEY_VERDICT_REJECTS;
      return parley_lines_find_leave (&self->lines, edge, start, end, turning->at);
    }
  turning->at_once
      = parley_lines_find_entry (&self->lines, PARLEY_EDGE_LOWEST, start, end, turning->at);
  return turning->at_once
         || parley_lines_find_entry (&self->lines, PARLEY_EDGE_HIGHEST, start, end, turning->at);
}

/* Whether the input could turn the verdict by moving to @end: a cheap test. */
static gboolean
can_matter (const Search *self, mpq_srcptr end)
{
  ParleyScore deciding = self->verdict == PARLEY_VERDICT_ACCEPTS ? self->low : self->high;
  gboolean can = TRUE;
  mpq_t most, margin;

  if (self->verdict == PARLEY_VERDICT_DEPENDS || self->utility->rounded)
    return TRUE;
  mpq_inits (most, margin, NULL);
  parley_input_reach (self->lines.outline->view->space->scenario, self->lines.input, end, most);
  parley_score_to_exact (deciding - self->utility->reservation, self->utility->denominator, margin);
  mpq_abs (margin, margin);
  can = mpq_cmp (most, margin) >= 0;
  mpq_clears (most, margin, NULL);
  return can;
}

/* The verdict at the value of @turning, or on the way from there to @end. */
static ParleyVerdict
verdict_beyond (Search *self, const ParleyTurning *turning, mpq_srcptr end)
{
  g_autoptr(ParleyUtility) utility = NULL;
  ParleyExtent extent;
  mpq_t x;

  mpq_init (x);
  if (turning->at_once)
    mpq_set (x, turning->at);
  else
    parley_lines_set_beyond (x, turning->at, end);
  utility = parley_lines_utility (&self->lines, x);
  mpq_clear (x);
  extent = parley_extent (self->lines.outline, utility);
  return parley_verdict_of (utility, &extent, self->lines.red_lines);
}

static void
look_towards (Search *self, mpq_srcptr end, ParleyTurning *turning)
{
  if (mpq_equal (end, self->lines.input->number->value) || !can_matter (self, end))
    return;
  turning->turns = find_turn (self, end, turning);
  if (turning->turns)
    turning->verdict = verdict_beyond (self, turning, end);
}

/* Adds to @bound 100 points for all weights, and the size of all points. */
static void
add_scores (const ParleyParty *party, mpq_ptr bound)
{
  mpq_t part;

  mpq_init (part);
  if (party->normalize)
    mpq_set_ui (part, 1, 1);
  for (guint i = 0; !party->normalize && i < party->n_issues; i++)
    if (party->weights[i] != NULL)
      mpq_add (part, part, party->weights[i]->value);
  mpz_mul_ui (mpq_numref (part), mpq_numref (part), 100);
  mpq_canonicalize (part);
  mpq_add (bound, bound, part);
  for (guint i = 0; i < party->adjustments->len; i++)
    {
      const ParleyAdjustment *adjustment = g_ptr_array_index (party->adjustments, i);

      mpq_abs (part, adjustment->points->value);
      mpq_add (bound, bound, part);
    }
  mpq_clear (part);
}

/* So far on either side that nothing turns beyond: farther than scores and reservation lie apart.
 */
static void
set_everywhere (const ParleyParty *party, const char *date, mpq_ptr low, mpq_ptr high)
{
  mpq_set_ui (high, 1, 1);
  mpq_abs (low, parley_party_reservation_at (party, date)->value);
  mpq_add (high, high, low);
  add_scores (party, high);
  mpq_neg (low, high);
}

/* Returns: FALSE when nothing else has weight. */
static gboolean
set_weights (const ParleyParty *party, const ParleyNumber *weight, mpq_ptr low, mpq_ptr high)
{
  mpq_set_ui (low, 0, 1);
  mpq_set_ui (high, 1, 1);
  if (!party->normalize)
    return TRUE;
  mpq_set_ui (high, 0, 1);
  for (guint i = 0; i < party->n_issues; i++)
    if (party->weights[i] != NULL && party->weights[i] != weight)
      mpq_add (high, high, party->weights[i]->value);
  mpz_mul_ui (mpq_numref (high), mpq_numref (high), PARLEY_BREAK_EVEN_MOST_WEIGHT);
  mpq_canonicalize (high);
  return mpq_sgn (high) > 0;
}

/* Sets the ends between which the input is looked at, its value included. Returns: FALSE when it
 * turns nothing. */
static gboolean
set_domain (const Search *self, mpq_ptr low, mpq_ptr high)
{
  const ParleyInput *input = self->lines.input;
  const ParleySpace *space = self->lines.outline->view->space;
  const ParleyParty *party = parley_scenario_party (space->scenario, input->party);
  gboolean matters = TRUE;

  if (input->kind == PARLEY_INPUT_WEIGHT)
    matters = set_weights (party, input->number, low, high);
  else if (input->kind == PARLEY_INPUT_VALUE)
    mpq_set_ui (high, 100, 1);
  else
    set_everywhere (party, self->lines.date, low, high);
  if (mpq_cmp (input->number->high, high) > 0)
    mpq_set (high, input->number->high);
  return matters && input->kind != PARLEY_INPUT_BEND;
}

static void
search_init (Search              *self,
             const ParleyOutline *outline,
             const ParleyUtility *utility,
             const ParleyValues  *values,
             const char          *date,
             const ParleyInput   *input,
             gboolean             red_lines)
{
  ParleyExtent extent = parley_extent (outline, utility);

  *self = (Search){ .lines = { .outline = outline,
                               .values = values,
                               .date = date,
                               .input = input,
                               .red_lines = red_lines,
                               .rounded = utility->rounded },
                    .utility = utility,
                    .low = red_lines ? extent.verdict_low : extent.low,
                    .high = red_lines ? extent.verdict_high : extent.high,
                    .verdict = parley_verdict_of (utility, &extent, red_lines) };
  self->lines.options = g_new (guint, outline->view->space->domain->n_axes);
}

void
parley_break_even_init (ParleyBreakEven     *self,
                        const ParleyOutline *outline,
                        const ParleyUtility *utility,
                        const ParleyValues  *values,
                        const char          *date,
                        const ParleyInput   *input,
                        gboolean             red_lines)
{
  Search search;
  mpq_t low, high;

  *self = (ParleyBreakEven){ 0 };
  mpq_inits (self->below.at, self->above.at, low, high, NULL);
  search_init (&search, outline, utility, values, date, input, red_lines);
  if (set_domain (&search, low, high))
    {
      look_towards (&search, low, &self->below);
      look_towards (&search, high, &self->above);
    }
  self->rounded = search.lines.rounded;
  g_free (search.lines.options);
  mpq_clears (low, high, NULL);
}

void
parley_break_even_clear (ParleyBreakEven *self)
{
  mpq_clears (self->below.at, self->above.at, NULL);
}

/* Whether a direction turns at a value between the number's ends. */
static gboolean
is_believed (const ParleyTurning *turning, const ParleyNumber *number, gboolean above)
{
  int order = above ? mpq_cmp (number->high, turning->at) : mpq_cmp (turning->at, number->low);

  return turning->turns && number->has_range && (turning->at_once ? order >= 0 : order > 0);
}

gboolean
parley_break_even_is_believed (const ParleyBreakEven *self, const ParleyNumber *number)
{
  return is_believed (&self->below, number, FALSE) || is_believed (&self->above, number, TRUE);
}
