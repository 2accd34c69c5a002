/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/genius_export.h"

/* What a condition leaves of the values of issues. */
typedef enum
{
  ALL_DEALS,
  SOME_DEALS, /* inside the bounds that were appended */
  NO_DEALS,
  NO_BOX /* no bounds say this; the last, as all of a condition is no less than its parts */
} Extent;

/* The first and the last value that the terms have; NO_BOX when one between is missing. */
static Extent
find_run (const ParleyIssue *issue, const ParleyTerms *terms, guint *first, guint *last)
{
  guint n = terms->options != NULL ? terms->n_options : issue->grid->len;
  guint n_held = 0;

  for (guint i = 0; i < n; i++)
    {
      gboolean held = terms->options != NULL
                          ? parley_terms_has_option (terms, i)
                          : parley_terms_has_number (terms, g_ptr_array_index (issue->grid, i));

      if (!held)
        continue;
      *first = n_held == 0 ? i : *first;
      *last = i;
      n_held++;
    }
  if (n_held == 0 || n_held == n)
    return n_held == 0 ? NO_DEALS : ALL_DEALS;
  return *last - *first + 1 == n_held ? SOME_DEALS : NO_BOX;
}

/* Of a real issue every number counts, not those of the grid alone. */
static Extent
append_interval (ParleyGeniusExport *self,
                 const ParleyCondition *condition,
                 const char *word,
                 GString *xml)
{
  const ParleyIssue *issue = parley_scenario_issue (self->scenario, condition->issue);
  const GArray *intervals = condition->terms->intervals;
  const ParleyInterval *interval = &g_array_index (intervals, ParleyInterval, 0);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (intervals->len != 1 || !parley_genius_is_decimal (interval->low)
      || !parley_genius_is_decimal (interval->high))
    return NO_BOX;
  if (mpq_cmp (interval->low, issue->min) <= 0 && mpq_cmp (interval->high, issue->max) >= 0)
    return ALL_DEALS;
  low = parley_genius_decimal (self, interval->low);
  high = parley_genius_decimal (self, interval->high);
  g_string_append_printf (xml, "          <%s index=\"%u\" min=\"%s\" max=\"%s\"/>\n", word,
                          condition->issue + 1, low, high);
  return SOME_DEALS;
}

static Extent
append_bound (ParleyGeniusExport *self,
              const ParleyCondition *condition,
              const char *word,
              GString *xml)
{
  const ParleyIssue *issue = parley_scenario_issue (self->scenario, condition->issue);
  guint first = 0;
  guint last = 0;
  Extent extent = NO_BOX;

  if (parley_issue_is_derived (issue))
    return NO_BOX;
  if (self->kinds[condition->issue] == PARLEY_GENIUS_REAL)
    return append_interval (self, condition, word, xml);
  extent = find_run (issue, condition->terms, &first, &last);
  if (extent == SOME_DEALS && self->kinds[condition->issue] != PARLEY_GENIUS_INTEGER)
    return NO_BOX;
  if (extent == SOME_DEALS)
    {
      g_autofree char *low = parley_genius_value (issue, first);
      g_autofree char *high = parley_genius_value (issue, last);

      g_string_append_printf (xml, "          <%s index=\"%u\" min=\"%s\" max=\"%s\"/>\n", word,
                              condition->issue + 1, low, high);
    }
  return extent;
}

static Extent
append_box (ParleyGeniusExport *self,
            const ParleyCondition *condition,
            const char *word,
            GString *xml)
{
  Extent all = ALL_DEALS;

  if (condition->kind == PARLEY_CONDITION_TERMS)
    return append_bound (self, condition, word, xml);
  if (condition->kind != PARLEY_CONDITION_ALL)
    return NO_BOX;
  for (guint i = 0; i < condition->children->len; i++)
    {
      Extent one = append_box (self, g_ptr_array_index (condition->children, i), word, xml);

      all = MAX (all, one);
    }
  return all;
}

/* Outside all deals are none, and outside none are all. */
static Extent
opposite (Extent extent)
{
  if (extent == ALL_DEALS)
    return NO_DEALS;
  return extent == NO_DEALS ? ALL_DEALS : extent;
}

static Extent
append_when (ParleyGeniusExport *self, const ParleyCondition *when, GString *xml)
{
  if (when->kind == PARLEY_CONDITION_NOT)
    return opposite (append_box (self, g_ptr_array_index (when->children, 0), "EXCLUDES", xml));
  return append_box (self, when, "INCLUDES", xml);
}

/* Returns: FALSE when it is the same for all deals. */
static gboolean
append_rectangle (ParleyGeniusExport *self,
                  const ParleyAdjustment *adjustment,
                  mpq_srcptr factor,
                  GString *xml)
{
  g_autoptr(GString) bounds = g_string_new (NULL);
  g_autofree char *number = NULL;
  Extent extent = append_when (self, adjustment->when, bounds);
  mpq_t utility;

  if (extent == NO_BOX)
    parley_loaded_add_problem (self->loaded, PARLEY_PROBLEM_INEXPRESSIBLE, adjustment->origin,
                               "the condition of the adjustment \"%s\" is no hyper-rectangle: in "
                               "GENIUS it can be one interval on each of some integer or real "
                               "issues, or the opposite of that",
                               adjustment->id);
  if (extent == NO_BOX || extent == NO_DEALS)
    return extent == NO_BOX;
  mpq_init (utility);
  mpq_mul (utility, adjustment->points->value, factor);
  number = parley_genius_decimal (self, utility);
  mpq_clear (utility);
  g_string_append_printf (xml, "        <hyperRectangle utility=\"%s\">\n%s", number,
                          extent == SOME_DEALS ? bounds->str : "");
  g_string_append (xml, "        </hyperRectangle>\n");
  return extent == SOME_DEALS && mpq_sgn (adjustment->points->value) != 0;
}

/* Sets @factor to what makes all points, and 100 as well, whole. */
static void
find_factor (const ParleyParty *party, mpq_ptr factor)
{
  guint n = party->adjustments->len + 1;
  mpq_t *numbers = parley_exact_array_new (n);

  mpq_set_ui (numbers[0], 100, 1);
  for (guint i = 1; i < n; i++)
    {
      const ParleyAdjustment *adjustment = g_ptr_array_index (party->adjustments, i - 1);

      mpq_set (numbers[i], adjustment->points->value);
    }
  if (!parley_genius_whole_factor (numbers, n, factor))
    mpq_set_ui (factor, 1, 1);
  parley_exact_array_free (numbers, n);
}

static void
append_rectangles (ParleyGeniusExport *self,
                   const ParleyParty *party,
                   mpq_srcptr factor,
                   GString *xml)
{
  gboolean vary = FALSE;

  for (guint i = 0; i < party->adjustments->len; i++)
    vary |= append_rectangle (self, g_ptr_array_index (party->adjustments, i), factor, xml);
  if (!vary)
    parley_genius_export_refuse_flat (self, party);
}

void
parley_genius_check_rectangles (ParleyGeniusExport *self, const ParleyParty *party)
{
  g_autoptr(GString) unused = g_string_new (NULL);
  mpq_t factor;

  mpq_init (factor);
  append_rectangles (self, party, factor, unused);
  mpq_clear (factor);
}

void
parley_genius_export_rectangles (ParleyGeniusExport *self, const ParleyParty *party, GString *xml)
{
  g_autofree char *maximum = NULL;
  mpq_t factor, hundred;

  mpq_inits (factor, hundred, NULL);
  find_factor (party, factor);
  mpq_set_ui (hundred, 100, 1);
  mpq_mul (hundred, hundred, factor);
  maximum = parley_genius_decimal (self, hundred);
  for (guint i = 0; i < party->n_issues; i++)
    parley_genius_export_plain_issue (self, i, xml);
  g_string_append_printf (xml,
                          "    <utility maxutility=\"%s\">\n"
                          "      <ufun type=\"PlainUfun\" weight=\"1\" aggregation=\"sum\">\n",
                          maximum);
  append_rectangles (self, party, factor, xml);
  g_string_append (xml, "      </ufun>\n    </utility>\n");
  mpq_clears (factor, hundred, NULL);
}
