/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/curve.h"
#include "scenario/genius_export.h"

guint
parley_genius_n_values (const ParleyIssue *issue)
{
  return issue->kind == PARLEY_ISSUE_CHOICE ? issue->options->len : issue->grid->len;
}

gboolean
parley_genius_values (const ParleyParty *party,
                      const ParleyIssue *issue,
                      guint index,
                      mpq_t *values)
{
  const ParleyValueFunction *function = party->values[index];
  guint n = parley_genius_n_values (issue);
  g_autofree mpq_srcptr *x = NULL;

  for (guint i = 0; function == NULL && i < n; i++)
    mpq_set_ui (values[i], 0, 1);
  if (function == NULL)
    return TRUE;
  if (issue->kind == PARLEY_ISSUE_CHOICE)
    {
      for (guint i = 0; i < n; i++)
        mpq_set (values[i], parley_value_of_option (function, i, NULL));
      return TRUE;
    }
  x = g_new (mpq_srcptr, n);
  for (guint i = 0; i < n; i++)
    x[i] = g_ptr_array_index (issue->grid, i);
  return parley_value_of_numbers (function, x, n, NULL, values);
}

/* Whether @values are the line, cut to 0 to 100. */
static gboolean
is_line (mpq_t *values, guint n, mpq_srcptr offset, mpq_srcptr slope)
{
  gboolean is = TRUE;
  mpq_t y;

  mpq_init (y);
  for (guint i = 0; is && i < n; i++)
    {
      mpq_set_ui (y, i, 1);
      mpq_mul (y, y, slope);
      mpq_add (y, y, offset);
      if (mpq_sgn (y) < 0)
        mpq_set_ui (y, 0, 1);
      else if (mpq_cmp_ui (y, 100, 1) > 0)
        mpq_set_ui (y, 100, 1);
      is = mpq_equal (y, values[i]) != 0;
    }
  mpq_clear (y);
  return is;
}

static gboolean
is_cut (mpq_srcptr value)
{
  return mpq_sgn (value) == 0 || mpq_cmp_ui (value, 100, 1) == 0;
}

/* Sets @slope to what the line through @first and @last would have, by what it must be at
 * least where all but one value are cut. */
static void
guess_slope (mpq_t *values, guint n, guint first, guint last, mpq_ptr slope)
{
  mpq_t room;

  mpq_init (room);
  mpq_set_ui (slope, 0, 1);
  if (first < last)
    {
      mpq_sub (slope, values[last], values[first]);
      mpq_set_ui (room, last - first, 1);
      mpq_div (slope, slope, room);
    }
  else
    {
      /* From the one value it must reach 0 on one side and 100 on the other in one step. */
      mpq_set_ui (room, 100, 1);
      mpq_sub (room, room, values[first]);
      mpq_set (slope, mpq_cmp (room, values[first]) > 0 ? room : values[first]);
      if (mpq_cmp (values[0], values[n - 1]) > 0)
        mpq_neg (slope, slope);
    }
  mpq_clear (room);
}

/* Cut values do not say where the line goes: one that is not, and the last of that kind, do.
 * When all are cut, the line rises or falls from the last of the first kind. */
static void
find_ends (mpq_t *values, guint n, guint *first, guint *last)
{
  guint jump = 0;

  *first = n;
  *last = 0;
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && mpq_equal (values[i], values[0]) && jump == i - 1)
        jump = i;
      if (is_cut (values[i]))
        continue;
      *first = MIN (*first, i);
      *last = i;
    }
  if (*first < n)
    return;
  *first = jump;
  *last = MIN (jump + 1, n - 1);
}

gboolean
parley_genius_find_line (mpq_t *values, guint n, mpq_ptr offset, mpq_ptr slope)
{
  guint first = 0;
  guint last = 0;
  gboolean found = FALSE;
  mpq_t run;

  find_ends (values, n, &first, &last);
  if (n > 1 && (first < last || !is_cut (values[first])))
    guess_slope (values, n, first, last, slope);
  else
    mpq_set_ui (slope, 0, 1);
  mpq_init (run);
  mpq_set_ui (run, first, 1);
  mpq_mul (run, run, slope);
  mpq_sub (offset, values[first], run);
  mpq_set_ui (run, 100, 1);
  found = is_line (values, n, offset, slope);
  mpq_div (offset, offset, run);
  mpq_div (slope, slope, run);
  mpq_clear (run);
  return found;
}

static gboolean
values_vary (const ParleyParty *party, const ParleyIssue *issue, guint index)
{
  guint n = parley_genius_n_values (issue);
  mpq_t *values = parley_exact_array_new (n);
  gboolean vary = FALSE;

  parley_genius_values (party, issue, index, values);
  for (guint i = 1; i < n; i++)
    vary = vary || !mpq_equal (values[i], values[0]);
  parley_exact_array_free (values, n);
  return vary;
}

/* A real issue goes out with all of its scale, and a derived one not at all. */
static gboolean
may_vary (const ParleyGeniusExport *self, const ParleyParty *party, guint index)
{
  const ParleyIssue *issue = parley_scenario_issue (self->scenario, index);
  const ParleyNumber *weight = party->weights[index];

  if (weight == NULL || mpq_sgn (weight->value) == 0)
    return FALSE;
  return parley_issue_is_derived (issue) || self->kinds[index] == PARLEY_GENIUS_REAL
         || values_vary (party, issue, index);
}

void
parley_genius_check_values (ParleyGeniusExport *self, const ParleyParty *party)
{
  for (guint i = 0; i < self->scenario->issues->len; i++)
    if (may_vary (self, party, i))
      return;
  parley_genius_export_refuse_flat (self, party);
}

/* Kinds of issues */

static gboolean
is_whole_range (const ParleyIssue *issue)
{
  gboolean whole = FALSE;
  mpq_t step;

  mpq_init (step);
  whole = mpz_cmp_ui (mpq_denref (issue->min), 1) == 0 && parley_issue_step (issue, step)
          && mpq_cmp_ui (step, 1, 1) == 0;
  mpq_clear (step);
  return whole;
}

static gboolean
values_along_line (const ParleyParty *party, const ParleyIssue *issue, guint index)
{
  guint n = parley_genius_n_values (issue);
  mpq_t *values = parley_exact_array_new (n);
  gboolean along = FALSE;
  mpq_t offset, slope;

  mpq_inits (offset, slope, NULL);
  along = parley_genius_values (party, issue, index, values)
          && parley_genius_find_line (values, n, offset, slope);
  mpq_clears (offset, slope, NULL);
  parley_exact_array_free (values, n);
  return along;
}

static gboolean
is_integer (const ParleyScenario *scenario, guint index)
{
  const ParleyIssue *issue = parley_scenario_issue (scenario, index);
  gboolean along = is_whole_range (issue);

  for (guint p = 0; along && p < scenario->parties->len; p++)
    along = values_along_line (parley_scenario_party (scenario, p), issue, index);
  return along;
}

/* Integer, real or discrete: the first that can express the range. */
static void
choose_kind (ParleyGeniusExport *self, guint index)
{
  const ParleyIssue *issue = parley_scenario_issue (self->scenario, index);
  mpq_t step;

  mpq_init (step);
  if (is_integer (self->scenario, index))
    self->kinds[index] = PARLEY_GENIUS_INTEGER;
  else if (parley_genius_can_be_real (self->scenario, index, step))
    {
      g_autofree char *text = parley_exact_to_text (step, PARLEY_GENIUS_MAX_PLACES);

      self->kinds[index] = PARLEY_GENIUS_REAL;
      parley_loaded_add_problem (self->loaded, PARLEY_PROBLEM_OTHER_KIND, issue->origin,
                                 "the range \"%s\" becomes a real issue, without its step: give "
                                 "an import --step \"%s=%s\"",
                                 issue->id, issue->title, text);
    }
  else
    parley_loaded_add_problem (self->loaded, PARLEY_PROBLEM_OTHER_KIND, issue->origin,
                               "the range \"%s\" becomes a list of values: GENIUS has only even "
                               "scales, and values them along a line or a triangle",
                               issue->id);
  mpq_clear (step);
}

void
parley_genius_export_kinds (ParleyGeniusExport *self)
{
  for (guint i = 0; i < self->scenario->issues->len; i++)
    if (parley_scenario_issue (self->scenario, i)->kind == PARLEY_ISSUE_RANGE)
      choose_kind (self, i);
}
