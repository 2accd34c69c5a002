/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/compare.h"
#include "report/language.h"
#include "report/largest.h"
#include "report/verdicts.h"
#include "report/words.h"

char *
parley_compare_name (const ParleyCompared *draft)
{
  g_autofree char *name
      = parley_words_draft (draft->score->draft, draft->candidate.scenario->as_of);

  return draft->candidate.of == NULL ? g_steal_pointer (&name)
                                     : g_strdup_printf ("%s (%s)", name, draft->candidate.of);
}

static gboolean
is_scored (const ParleyComparison *self, guint party)
{
  return parley_comparison_standing (self, 0, party)->scored;
}

/* Whether the draft has a completion, and so a score. */
static gboolean
is_known (const ParleyComparison *self, guint index)
{
  return parley_comparison_draft (self, index)->score->verdict != PARLEY_VERDICT_INFEASIBLE;
}

/* Whether the party has a column of verdicts. */
static gboolean
gives_verdict (const ParleyComparison *self, guint party)
{
  return parley_party_gives_verdict (parley_scenario_party (self->scenario, party));
}

static void
add_title (ParleyDocument *document, const ParleyComparison *self)
{
  parley_document_heading (document, 1, "%u drafts compared", self->drafts->len);
  parley_document_paragraph (document, "%s. %s", self->scenario->title,
                             parley_words_exactness (self->rounded));
}

/* "no verdict changes (United States accepts, Ukraine rejects)". */
static void
append_verdicts (const ParleyComparison *self, guint index, GString *text)
{
  const ParleyScenario *scenario = self->scenario;
  gboolean any = FALSE;

  g_string_append (text, "no verdict changes (");
  for (guint p = 0; p < scenario->parties->len; p++)
    {
      if (!gives_verdict (self, p))
        continue;
      g_string_append_printf (
          text, "%s%s %s", any ? ", " : "", parley_scenario_party (scenario, p)->title,
          parley_verdict_word (parley_comparison_standing (self, index, p)->verdict));
      any = TRUE;
    }
  g_string_append (text, ")");
}

/* "Ukraine accepts (before: rejects)". */
static void
append_turned (const ParleyComparison *self, guint index, GString *text)
{
  const ParleyScenario *scenario = self->scenario;
  gboolean any = FALSE;

  for (guint p = 0; p < scenario->parties->len; p++)
    {
      ParleyVerdict before = parley_comparison_standing (self, index - 1, p)->verdict;
      ParleyVerdict after = parley_comparison_standing (self, index, p)->verdict;

      if (before == after || !gives_verdict (self, p))
        continue;
      g_string_append_printf (text, "%s%s %s (before: %s)", any ? ", " : "",
                              parley_scenario_party (scenario, p)->title,
                              parley_verdict_word (after), parley_verdict_word (before));
      any = TRUE;
    }
  if (!any)
    append_verdicts (self, index, text);
}

static void
add_answer (ParleyDocument *document, const ParleyComparison *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 1; i < self->drafts->len; i++)
    {
      g_autofree char *from = parley_compare_name (parley_comparison_draft (self, i - 1));
      g_autofree char *to = parley_compare_name (parley_comparison_draft (self, i));

      g_string_append_printf (text, "%sFrom %s to %s: ", i == 1 ? "" : " ", from, to);
      append_turned (self, i, text);
      g_string_append (text, ".");
    }
  parley_document_lead (document, "%s", text->str);
}

/* "concession", or towards each other side where these are several: "concession to Ukraine". */
static char *
kind_words (const ParleyRedraft *redraft)
{
  const ParleyScenario *scenario = redraft->scenario;
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_others = 0;

  for (guint p = 0; p < scenario->parties->len; p++)
    n_others += (guint) ((int) p != redraft->own && redraft->total != NULL
                         && parley_party_is_scored (parley_scenario_party (scenario, p)));
  for (guint p = 0; redraft->own >= 0 && p < scenario->parties->len; p++)
    {
      const char *kind = parley_redraft_kind_to_string (redraft->kinds[p]);

      if ((int) p == redraft->own || !parley_party_is_scored (parley_scenario_party (scenario, p)))
        continue;
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : ", ",
                              kind != NULL ? kind : "hangs on open terms");
      if (n_others > 1)
        g_string_append_printf (text, " to %s", parley_scenario_party (scenario, p)->title);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
has_own_sides (const ParleyComparison *self)
{
  for (guint i = 0; i < self->redrafts->len; i++)
    if (((const ParleyRedraft *) g_ptr_array_index (self->redrafts, i))->own >= 0)
      return TRUE;
  return FALSE;
}

static void
add_overview_columns (ParleyTable *table, const ParleyComparison *self)
{
  const ParleyScenario *scenario = self->scenario;

  parley_table_column (table, "Draft", PARLEY_COLUMN_TEXT);
  for (guint p = 0; p < scenario->parties->len; p++)
    {
      guint n = (guint) is_scored (self, p) + (guint) gives_verdict (self, p);

      if (n > 0)
        parley_table_group (table, parley_scenario_party (scenario, p)->title, n);
      if (is_scored (self, p))
        parley_table_column (table, "score", PARLEY_COLUMN_NUMBER);
      if (gives_verdict (self, p))
        parley_table_column (table, "verdict", PARLEY_COLUMN_LABEL);
    }
  parley_table_column (table,
                       parley_words_n_deciding (scenario) == 2 ? "Both accept" : "All accept",
                       PARLEY_COLUMN_LABEL);
  if (has_own_sides (self))
    parley_table_column (table, "Kind of step", PARLEY_COLUMN_TEXT);
  if (has_own_sides (self) && self->from_first->len > 0)
    parley_table_column (table, "From the first", PARLEY_COLUMN_TEXT);
}

static void
add_overview_row (ParleyTable *table, const ParleyComparison *self, guint index)
{
  const ParleyCompared *draft = parley_comparison_draft (self, index);

  parley_table_row (table);
  parley_table_take_cell (table, parley_compare_name (draft));
  for (guint p = 0; p < self->scenario->parties->len; p++)
    {
      const ParleyStanding *standing = parley_comparison_standing (self, index, p);

      if (is_scored (self, p))
        parley_table_take_cell (table, is_known (self, index)
                                           ? parley_words_span (standing->low, standing->high)
                                           : NULL);
      if (gives_verdict (self, p))
        parley_table_take_cell (table, parley_verdict_cell (standing));
    }
  parley_table_take_cell (table, parley_verdict_joint_cell (draft->score));
  if (!has_own_sides (self) || index == 0)
    return;
  parley_table_take_cell (table, kind_words (parley_comparison_redraft (self, index, FALSE)));
  if (self->from_first->len > 0)
    parley_table_take_cell (
        table, index == 1 ? NULL : kind_words (parley_comparison_redraft (self, index, TRUE)));
}

static void
add_overview (ParleyDocument *document, const ParleyComparison *self)
{
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);
  ParleyMarks marks = { 0 };

  add_overview_columns (table, self);
  for (guint i = 0; i < self->drafts->len; i++)
    {
      add_overview_row (table, self, i);
      parley_marks_find (&marks, parley_comparison_draft (self, i)->score);
    }
  parley_marks_explain (&marks, table);
}

/* A party's drafts from its best to its worst, by the middle of what each brings it. */
typedef struct
{
  const ParleyComparison *comparison;
  guint                   party;
} Ranking;

/* Sets @sum to twice the middle of what a draft is worth to the party. */
static void
set_worth (gconstpointer ranking, guint draft, mpq_ptr sum)
{
  const Ranking *self = ranking;
  const ParleyStanding *standing
      = parley_comparison_standing (self->comparison, draft, self->party);

  mpq_add (sum, standing->low, standing->high);
}

/* "A; then B; then perhaps C". */
static void
add_ranking (ParleyDocument *document, const ParleyComparison *self, guint party)
{
  Ranking ranking = { self, party };
  g_autoptr(GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->drafts->len; i++)
    if (is_known (self, i))
      g_array_append_val (order, i);
  if (order->len == 0)
    return;
  parley_sort_largest (order, set_worth, &ranking);
  for (guint i = 0; i < order->len; i++)
    {
      guint draft = g_array_index (order, guint, i);
      g_autofree char *name = parley_compare_name (parley_comparison_draft (self, draft));
      const ParleyStanding *above
          = i == 0 ? NULL
                   : parley_comparison_standing (self, g_array_index (order, guint, i - 1), party);
      const ParleyStanding *own = parley_comparison_standing (self, draft, party);
      gboolean equal
          = above != NULL && mpq_equal (above->low, own->high) && mpq_equal (above->high, own->low);
      gboolean certain = above == NULL || mpq_cmp (above->low, own->high) > 0;

      g_string_append_printf (text, "%s%s",
                              above == NULL ? ""
                              : certain     ? "; then "
                              : equal       ? "; with the same points "
                                            : "; then perhaps ",
                              name);
    }
  parley_document_entry (document, parley_scenario_party (self->scenario, party)->title, "%s.",
                         text->str);
}

static void
add_rankings (ParleyDocument *document, const ParleyComparison *self)
{
  parley_document_paragraph (
      document, "Best first, for each side; \"perhaps\" where open terms could turn the order:");
  for (guint p = 0; p < self->scenario->parties->len; p++)
    if (is_scored (self, p))
      add_ranking (document, self, p);
}

ParleyDocument *
parley_compare_to_document (const ParleyComparison *self, gboolean all)
{
  ParleyDocument *document = parley_document_new ();

  add_title (document, self);
  add_answer (document, self);
  add_overview (document, self);
  add_rankings (document, self);
  parley_compare_add_terms (document, self, all);
  parley_compare_add_places (document, self);
  return document;
}
