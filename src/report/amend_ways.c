/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/amend.h"
#include "report/term_words.h"
#include "report/words.h"

static const ParleyParty *
party_of (const ParleyAmend *amend, guint party)
{
  return parley_scenario_party (amend->scenario, party);
}

static const ParleyIssue *
issue_of (const ParleyAmend *amend, guint axis)
{
  return parley_scenario_issue (amend->scenario, amend->leeway->space->domain->axes[axis].issue);
}

/* Costs */

static void
add_party_words (ParleyDocument *document, const ParleyAmend *amend)
{
  const char *title = amend->party < 0 ? NULL : party_of (amend, (guint) amend->party)->title;

  switch (amend->reason)
    {
    case PARLEY_PARTY_TABLED:
      parley_document_paragraph (document,
                                 "With more changes allowed, the most that is left to %s, which "
                                 "tabled the draft (parley amend --for PARTY asks for another):",
                                 title);
      break;
    case PARLEY_PARTY_FIRST:
      parley_document_paragraph (document,
                                 "With more changes allowed, the most that is left to %s. Nobody "
                                 "with a score is said to have tabled the draft, so this is the "
                                 "first party (parley amend --for PARTY asks for another).",
                                 title);
      break;
    case PARLEY_PARTY_ASKED_FOR:
    default:
      parley_document_paragraph (document,
                                 "With more changes allowed, the most that is left to %s:", title);
    }
}

/* "With 6 changes United States keeps 12.9 points more than with 4." */
static void
add_comparison (ParleyDocument *document, const ParleyAmend *amend)
{
  const ParleyAmendCost *first = g_ptr_array_index (amend->costs, 0);
  const ParleyAmendCost *last = first;
  g_autofree char *gain = NULL;
  mpq_t more;

  for (guint i = 0; i < amend->costs->len; i++)
    if (((const ParleyAmendCost *) g_ptr_array_index (amend->costs, i))->amendment != NULL)
      last = g_ptr_array_index (amend->costs, i);
  if (amend->costs->len == 1)
    return;
  if (last == first || first->amendment == NULL)
    {
      parley_document_paragraph (document, "More changes leave it no more.");
      return;
    }
  mpq_init (more);
  mpq_sub (more, last->amendment->scores[amend->party].low,
           first->amendment->scores[amend->party].low);
  gain = parley_words_points (more);
  mpq_clear (more);
  parley_document_paragraph (document,
                             "More changes are cheaper: with %u %s keeps %s points more than with "
                             "%u.",
                             last->n_changes, party_of (amend, (guint) amend->party)->title, gain,
                             first->n_changes);
}

void
parley_amend_add_costs (ParleyDocument *document, const ParleyAmend *amend)
{
  g_autoptr(GPtrArray) shown = g_ptr_array_new ();
  ParleyTable *table = NULL;

  if (amend->party < 0)
    return;
  add_party_words (document, amend);
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_column (table, "Changes", PARLEY_COLUMN_RIGHT);
  parley_amend_add_score_columns (table, amend);
  parley_table_column (table, "New terms", PARLEY_COLUMN_TEXT);
  for (guint i = 0; i < amend->costs->len; i++)
    {
      const ParleyAmendCost *cost = g_ptr_array_index (amend->costs, i);

      parley_table_row (table);
      parley_table_cell (table, "%u", cost->n_changes);
      parley_amend_add_score_cells (table, amend, cost->amendment);
      parley_table_take_cell (table, cost->amendment == NULL
                                         ? g_strdup ("no better than with fewer")
                                         : parley_amend_words_of_terms (amend, cost->amendment));
      if (cost->amendment != NULL)
        g_ptr_array_add (shown, cost->amendment);
    }
  parley_amend_add_notes (table, shown);
  add_comparison (document, amend);
}

/* Ways */

/* "New US aid; First rights": the terms that nothing settles. */
static char *
words_of_open (const ParleyAmend *amend)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint a = 0; a < amend->leeway->space->domain->n_axes; a++)
    {
      gboolean open = amend->amendments->len > 0;

      for (guint i = 0; i < amend->amendments->len; i++)
        open &= ((const ParleyAmendment *) g_ptr_array_index (amend->amendments, i))->options[a]
                == PARLEY_LEFT_OPEN;
      if (open)
        g_string_append_printf (text, "%s%s", text->len == 0 ? "" : ", ",
                                issue_of (amend, a)->title);
    }
  return text->len == 0 ? NULL : g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
settles_some (const ParleyAmend *amend)
{
  for (guint i = 0; i < amend->amendments->len; i++)
    if (((const ParleyAmendment *) g_ptr_array_index (amend->amendments, i))->n_settled > 0)
      return TRUE;
  return FALSE;
}

/* What comes first, and what is not said. */
static void
add_order (ParleyDocument *document, const ParleyAmend *amend)
{
  const char *party = amend->party < 0 ? NULL : party_of (amend, (guint) amend->party)->title;

  if (party == NULL || amend->amendments->len == 1)
    parley_document_paragraph (document, "Terms that are not named stay as the draft has them.");
  else
    parley_document_paragraph (document,
                               "Those that leave most to %s come first%s. Terms that are not named "
                               "stay as the draft has them.",
                               party, settles_some (amend) ? ", among as many terms settled" : "");
}

static void
add_heading_of_ways (ParleyDocument *document, const ParleyAmend *amend)
{
  g_autofree char *open = words_of_open (amend);
  guint n = amend->amendments->len;

  if (amend->n_changes == 0)
    parley_document_heading (document, 2, "What to settle");
  else if (n == amend->n_sets)
    parley_document_heading (
        document, 2,
        n == 1 ? "The only way with so few changes" : "All %u ways with so few changes", n);
  else
    parley_document_heading (document, 2, "The best %u of %u ways with so few changes", n,
                             amend->n_sets);
  add_order (document, amend);
  if (open != NULL)
    parley_document_paragraph (document,
                               "Left open in all of them, whatever it turns out to be: %s.", open);
}

static void
add_way (ParleyTable *table, const ParleyAmend *amend, guint index)
{
  const ParleyAmendment *amendment = g_ptr_array_index (amend->amendments, index);

  parley_table_row (table);
  parley_table_cell (table, "%u", index + 1);
  parley_amend_add_score_cells (table, amend, amendment);
  parley_table_take_cell (table,
                          amendment->counted ? parley_words_count (amendment->n_others) : NULL);
  parley_table_take_cell (table, parley_amend_words_of_terms (amend, amendment));
}

static void
add_table_of_ways (ParleyDocument *document, const ParleyAmend *amend)
{
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

  parley_table_column (table, NULL, PARLEY_COLUMN_RIGHT);
  parley_amend_add_score_columns (table, amend);
  parley_table_column (table, "other deals", PARLEY_COLUMN_RIGHT);
  parley_table_column (table, "New terms", PARLEY_COLUMN_TEXT);
  for (guint i = 0; i < amend->amendments->len; i++)
    add_way (table, amend, i);
  parley_table_note (table, "Other deals: how many more that all accept change the same issues.");
  parley_amend_add_notes (table, amend->amendments);
}

static gint
more_ways_first (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint *n_sets_with = data;
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  if (n_sets_with[x] != n_sets_with[y])
    return n_sets_with[x] > n_sets_with[y] ? -1 : 1;
  return x < y ? -1 : x > y;
}

/* Which issues change at all, and in how many of the ways. */
static void
add_issues (ParleyDocument *document, const ParleyAmend *amend)
{
  guint n_axes = amend->leeway->space->domain->n_axes;
  g_autofree guint *axes = g_new (guint, MAX (1, n_axes));
  ParleyTable *table = NULL;

  for (guint a = 0; a < n_axes; a++)
    axes[a] = a;
  g_qsort_with_data (axes, (gint) n_axes, sizeof *axes, more_ways_first, amend->n_sets_with);
  parley_document_heading (document, 2, "Which issues have to change");
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_column (table, "Issue", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "The draft says", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "It changes in", PARLEY_COLUMN_RIGHT);
  for (guint i = 0; i < n_axes && amend->n_sets_with[axes[i]] > 0; i++)
    {
      const ParleyIssue *issue = issue_of (amend, axes[i]);
      const ParleyDraftTerm *term
          = amend->draft->terms[amend->leeway->space->domain->axes[axes[i]].issue];

      parley_table_row (table);
      parley_table_cell_text (table, issue->title);
      parley_table_take_cell (table, parley_words_terms (issue, term == NULL ? NULL : term->is));
      if (amend->n_sets_with[axes[i]] == amend->n_sets)
        parley_table_cell (table, amend->n_sets == 1 ? "the only way" : "all %u ways",
                           amend->n_sets);
      else
        parley_table_cell (table, "%u of %u ways", amend->n_sets_with[axes[i]], amend->n_sets);
    }
}

/* Whether an amendment that is shown puts a number at the end of its scale. */
static gboolean
ends_scale (const ParleyAmend *amend, const ParleyAmendment *amendment, guint axis)
{
  return amendment != NULL && (amendment->changed[axis] || amendment->settled[axis])
         && parley_words_end_of_scale (amend->leeway->space, axis, amendment->options[axis]);
}

static gboolean
is_warned_of (const ParleyAmend *amend, guint axis)
{
  for (guint i = 0; i < amend->amendments->len; i++)
    if (ends_scale (amend, g_ptr_array_index (amend->amendments, i), axis))
      return TRUE;
  for (guint i = 0; i < amend->costs->len; i++)
    if (ends_scale (amend,
                    ((const ParleyAmendCost *) g_ptr_array_index (amend->costs, i))->amendment,
                    axis))
      return TRUE;
  return FALSE;
}

/* Additive scores push numbers to the ends of their scales; a reader must not take that for a
 * finding. */
static void
warn_of_ends (ParleyDocument *document, const ParleyAmend *amend)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint a = 0; a < amend->leeway->space->domain->n_axes; a++)
    if (is_warned_of (amend, a))
      g_string_append_printf (names, "%s%s", names->len == 0 ? "" : ", ",
                              issue_of (amend, a)->title);
  if (names->len > 0 && amend->request.limits.among == PARLEY_AMONG_ALL)
    parley_document_note (
        document,
        "A new term stands at the end of a scale (%s). Points that add up let one "
        "side buy another off without limit: read it beside what has been tabled "
        "(--among tabled).",
        names->str);
}

void
parley_amend_add_ways (ParleyDocument *document, const ParleyAmend *amend)
{
  if (amend->amendments->len > 0)
    {
      add_heading_of_ways (document, amend);
      add_table_of_ways (document, amend);
    }
  warn_of_ends (document, amend);
  if (amend->n_changes > 0 && amend->n_sets > 0)
    add_issues (document, amend);
}
