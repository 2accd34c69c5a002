/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/deals.h"
#include "report/deal_list.h"
#include "report/language.h"
#include "report/title.h"
#include "report/words.h"

/* What the user narrowed the search to, so that nobody reads its counts as those of all deals. */
static void
add_restrictions (ParleyDocument *document, const ParleyDeals *deals)
{
  const ParleyDealsRequest *request = &deals->request;

  if (request->among == PARLEY_AMONG_TABLED)
    parley_document_note (document, "Only terms that some draft has tabled are looked at.");
  if (request->among == PARLEY_AMONG_PARTY)
    parley_document_note (document, "Only terms that %s has tabled or accepted are looked at.",
                          parley_scenario_party (deals->scenario, request->among_party)->title);
  for (guint i = 0; request->filter != NULL && i < request->filter->texts->len; i++)
    parley_document_note (document, "Only deals with %s are counted, compared and listed.",
                          (const char *) g_ptr_array_index (request->filter->texts, i));
}

/* The answer, with how many deals there are where they were counted. */
static void
add_yes (ParleyDocument *document, const ParleyDeals *deals, const char *everyone)
{
  const ParleyFindings *findings = deals->landscape->findings;
  g_autofree char *count = NULL;

  if (findings->counts == NULL)
    {
      parley_document_lead (document, "YES: there are deals acceptable to %s.", everyone);
      return;
    }
  count = parley_words_counted_deals (findings->counts->total.all, "deal is", "deals are");
  parley_document_lead (document, "YES: %s acceptable to %s.", count, everyone);
}

static void
add_no (ParleyDocument *document, const ParleyDeals *deals, const char *everyone)
{
  const ParleyFindings *findings = deals->landscape->findings;
  g_autofree char *bare = NULL;

  if (findings->counts == NULL)
    parley_document_lead (document, "NO: no deal is acceptable to %s.", everyone);
  else if (mpz_sgn (findings->counts->total.feasible) == 0 && deals->request.filter != NULL
           && deals->request.filter->texts->len > 0)
    parley_document_lead (document, "NO: no feasible deal is as asked.");
  else if (mpz_sgn (findings->counts->total.feasible) == 0)
    parley_document_lead (document, "NO: no deal is feasible at all.");
  else if (mpz_sgn (parley_findings_bare (findings)->all) > 0)
    {
      bare = parley_words_counted_deals (parley_findings_bare (findings)->all, "deal", "deals");
      parley_document_lead (document,
                            "NO: no deal is acceptable to %s; without red lines %s would be.",
                            everyone, bare);
    }
  else
    parley_document_lead (document, "NO: no deal is acceptable to %s, with or without red lines.",
                          everyone);
}

static void
add_answer (ParleyDocument *document, const ParleyDeals *deals)
{
  g_autofree char *everyone = parley_words_everyone (deals->scenario);

  if (parley_findings_has_deal (deals->landscape->findings))
    add_yes (document, deals, everyone);
  else
    add_no (document, deals, everyone);
}

/* One line of the counts: those with red lines and, where any act, without (@bare). */
static void
add_count (ParleyTable *table,
           const ParleyFindings *findings,
           const char *label,
           mpz_srcptr count,
           mpz_srcptr bare)
{
  mpz_srcptr feasible = findings->counts->total.feasible;

  parley_table_row (table);
  parley_table_cell_text (table, label);
  parley_table_take_cell (table, parley_words_count (count));
  parley_table_take_cell (table, parley_words_share (count, feasible));
  if (bare == NULL)
    return;
  parley_table_take_cell (table, parley_words_count (bare));
  parley_table_take_cell (table, parley_words_share (bare, feasible));
}

static gboolean
red_lines_act (const ParleyDeals *deals)
{
  const ParleyFindings *findings = deals->landscape->findings;

  for (guint p = 0; p < deals->scenario->parties->len; p++)
    if (mpz_cmp (findings->counts->total.by_party[p], parley_findings_bare (findings)->by_party[p])
        != 0)
      return TRUE;
  return FALSE;
}

static void
add_count_columns (ParleyTable *table, gboolean red_lines_act)
{
  parley_table_column (table, NULL, PARLEY_COLUMN_TEXT);
  parley_table_column (table, _ ("deals"), PARLEY_COLUMN_NUMBER);
  parley_table_column (table, _ ("of feasible"), PARLEY_COLUMN_NUMBER);
  if (!red_lines_act)
    return;
  parley_table_group (table, _ ("Without red lines"), 2);
  parley_table_column (table, _ ("deals"), PARLEY_COLUMN_NUMBER);
  parley_table_column (table, _ ("of feasible"), PARLEY_COLUMN_NUMBER);
}

void
parley_deals_add_counts (ParleyDocument *document, const ParleyDeals *deals)
{
  const ParleyLandscape *landscape = deals->landscape;
  const ParleyFindings *findings = landscape->findings;
  const ParleyTally *counts = NULL;
  const ParleyTally *bare = NULL;
  ParleyTable *table = NULL;

  if (findings->counts == NULL)
    return;
  counts = &findings->counts->total;
  bare = red_lines_act (deals) ? parley_findings_bare (findings) : NULL;
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  add_count_columns (table, bare != NULL);
  parley_table_row (table);
  parley_table_cell_text (table, _ ("All combinations"));
  parley_table_take_cell (table, parley_words_count (landscape->n_deals));
  add_count (table, findings, _ ("Feasible"), counts->feasible, NULL);
  for (guint p = 0; p < deals->scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (deals->scenario, p);
      g_autofree char *label = g_strdup_printf (_ ("%s accepts"), party->title);

      if (parley_party_decides (party))
        add_count (table, findings, label, counts->by_party[p],
                   bare == NULL ? NULL : bare->by_party[p]);
    }
  add_count (table, findings,
             parley_words_n_deciding (deals->scenario) == 2 ? _ ("Both accept") : _ ("All accept"),
             counts->all, bare == NULL ? NULL : bare->all);
}

static void
add_frontier (ParleyDocument *document, const ParleyDeals *deals)
{
  const ParleyFrontier *frontier = deals->landscape->findings->frontier;
  g_autofree char *points = parley_words_counted (frontier->points->len, "point", "points");
  g_autofree char *efficient = NULL;
  mpz_t count;

  mpz_init (count);
  parley_frontier_count_deals (frontier, count);
  efficient = parley_words_counted_deals (count, "deal is", "deals are");
  mpz_clear (count);
  parley_document_paragraph (document,
                             "Efficient: %s such that no other acceptable deal%s is better for one "
                             "side and worse for none, on %s of the frontier.",
                             efficient, deals->landscape->gap == NULL ? "" : " that was found",
                             points);
}

/* Why each draft is among the acceptable deals, or not. */
static void
add_drafts (ParleyDocument *document, const ParleyDeals *deals, const ParleyScores *scores)
{
  if (scores == NULL || scores->drafts->len == 0)
    return;
  parley_document_heading (document, 2, "The drafts on the table");
  for (guint i = 0; i < scores->drafts->len; i++)
    {
      const ParleyDraftScore *score = g_ptr_array_index (scores->drafts, i);
      const char *verdict = score->verdict == PARLEY_VERDICT_ACCEPTS    ? "acceptable"
                            : score->verdict == PARLEY_VERDICT_REJECTS  ? "not acceptable"
                            : score->verdict == PARLEY_VERDICT_DEPENDS  ? "depends on open terms"
                            : score->verdict == PARLEY_VERDICT_UNKNOWN  ? "not counted"
                                                                       : "not feasible";
      g_autofree char *name = parley_words_draft (score->draft, deals->scenario->as_of);

      parley_document_heading (document, 3, "%s: %s", name, verdict);
      parley_score_add_reasons (document, deals->scenario, score);
    }
}

ParleyDocument *
parley_deals_to_document (const ParleyDeals *deals, const ParleyScores *scores)
{
  ParleyDocument *document = parley_document_new ();

  parley_title_add (document, deals->scenario, deals->rounded);
  add_answer (document, deals);
  parley_reservations_add (document, deals->scenario);
  add_restrictions (document, deals);
  parley_gap_add_note (document, deals);
  parley_deals_add_counts (document, deals);
  parley_estimate_add (document, deals);
  parley_nearest_add (document, deals);
  if (parley_findings_has_deal (deals->landscape->findings))
    {
      parley_common_add (document, deals);
      parley_map_add (document, deals);
      parley_together_add (document, deals);
      add_frontier (document, deals);
      parley_frontier_add_table (document, deals);
      parley_landmarks_add (document, deals);
      parley_gap_add (document, deals);
      parley_refined_add (document, deals);
      parley_deal_list_add (document, deals);
    }
  parley_obstacles_add (document, deals);
  add_drafts (document, deals, scores);
  return document;
}
