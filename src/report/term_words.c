/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/term_words.h"

#include "analysis/issue_row.h"
#include "report/language.h"
#include "report/number_words.h"

/* "50 %", or "50" when the issue has no unit. Takes @number. */
static char *
with_unit (char *number, const ParleyIssue *issue)
{
  char *text
      = issue->unit == NULL ? g_strdup (number) : g_strconcat (number, " ", issue->unit, NULL);

  g_free (number);
  return text;
}

char *
parley_words_number (const ParleyIssue *issue, mpq_srcptr number)
{
  return with_unit (parley_words_input (number), issue);
}

char *
parley_words_option (const ParleySpace *space, guint axis, guint option)
{
  const ParleyAxis *where = &space->domain->axes[axis];
  const ParleyIssue *issue = parley_scenario_issue (space->scenario, where->issue);

  if (where->options != NULL)
    return g_strdup (parley_issue_option (issue, where->options[option])->title);
  return parley_words_number (issue, where->numbers[option]);
}

char *
parley_option_id (const ParleySpace *space, guint axis, guint option)
{
  const ParleyAxis *one = &space->domain->axes[axis];
  const ParleyIssue *issue = parley_scenario_issue (space->scenario, one->issue);

  if (one->options != NULL)
    return g_strdup (parley_issue_option (issue, one->options[option])->id);
  return parley_words_figure (one->numbers[option]);
}

gboolean
parley_words_end_of_scale (const ParleySpace *space, guint axis, guint option)
{
  const ParleyAxis *where = &space->domain->axes[axis];
  const ParleyIssue *issue = parley_scenario_issue (space->scenario, where->issue);
  mpq_srcptr number = where->numbers == NULL ? NULL : where->numbers[option];

  return number != NULL && (mpq_equal (number, issue->min) || mpq_equal (number, issue->max));
}

static char *
words_of_intervals (const ParleyIssue *issue, const GArray *intervals)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < intervals->len; i++)
    {
      const ParleyInterval *interval = &g_array_index (intervals, ParleyInterval, i);
      g_autofree char *low = parley_words_input (interval->low);
      g_autofree char *high = parley_words_input (interval->high);

      g_string_append_printf (text, "%s%s", i == 0 ? "" : _ (" or "), low);
      if (!g_str_equal (low, high))
        g_string_append_printf (text, "%s%s", mpq_sgn (interval->low) < 0 ? ".." : "-", high);
    }
  return with_unit (g_strdup (text->str), issue);
}

char *
parley_words_terms (const ParleyIssue *issue, const ParleyTerms *terms)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (terms == NULL)
    return g_strdup (_ ("not known"));
  if (terms->intervals != NULL)
    return words_of_intervals (issue, terms->intervals);
  for (guint o = 0; o < terms->n_options; o++)
    if (terms->options[o])
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : _ (" or "),
                              parley_issue_option (issue, o)->title);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The numbers that a derived issue takes in the completions. */
static char *
words_of_derived (const ParleyDraftScore *score, guint issue)
{
  g_autoptr(ParleyTerms) terms = parley_terms_new_numbers ();
  mpq_srcptr low = NULL;
  mpq_srcptr high = NULL;
  ParleyIssueRow row;

  for (guint v = 0; parley_issue_row_find (score, issue, &row) && v < row.n_options; v++)
    if (row.reached[v])
      {
        mpq_srcptr value = g_ptr_array_index (row.values, v);

        low = low == NULL || mpq_cmp (value, low) < 0 ? value : low;
        high = high == NULL || mpq_cmp (value, high) > 0 ? value : high;
      }
  if (low != NULL)
    parley_terms_add_interval (terms, low, high);
  return parley_words_terms (parley_scenario_issue (score->space->scenario, issue), terms);
}

char *
parley_words_draft_term (const ParleyDraftScore *score, guint issue)
{
  const ParleyIssue *model = parley_scenario_issue (score->space->scenario, issue);
  const ParleyDraftTerm *term = score->draft->terms[issue];

  if (parley_issue_is_derived (model))
    return words_of_derived (score, issue);
  return parley_words_terms (model, term == NULL ? NULL : term->is);
}
