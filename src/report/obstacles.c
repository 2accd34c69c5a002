/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/deal_list.h"
#include "report/language.h"
#include "report/number.h"
#include "report/words.h"

static const ParleyUtility *
utility_of (const ParleyDeals *deals, guint party)
{
  return g_ptr_array_index (deals->landscape->utilities, party);
}

/* "Ukraine asks at most 82.4 (now 50)"; NULL when its reservation does not decide. */
static char *
words_of_limit (const ParleyDeals *deals, const ParleyReservationLimit *limit)
{
  const ParleyParty *party = parley_scenario_party (deals->scenario, limit->party);
  const ParleyUtility *utility = utility_of (deals, limit->party);
  g_autofree char *most = NULL;
  g_autofree char *now = NULL;
  mpq_t points;

  if (limit->limit.kind != PARLEY_LIMIT_SCORE)
    return NULL;
  most = parley_words_score (utility, limit->limit.score);
  mpq_init (points);
  parley_score_to_exact (utility->reservation, utility->denominator, points);
  now = parley_words_input (points);
  mpq_clear (points);
  return g_strdup_printf (_ ("%s asks at most %s (now %s)"), party->title, most, now);
}

char *
parley_obstacles_limits (const ParleyDeals *deals)
{
  const GArray *limits = deals->obstacles == NULL ? NULL : deals->obstacles->reservations;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; limits != NULL && i < limits->len; i++)
    {
      g_autofree char *one
          = words_of_limit (deals, &g_array_index (limits, ParleyReservationLimit, i));

      if (one != NULL)
        g_string_append_printf (text, "%s%s", text->len == 0 ? "" : _ (", or "), one);
    }
  return text->len == 0 ? NULL : g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_limits (ParleyDocument *document, const ParleyDeals *deals)
{
  gboolean exists = parley_findings_has_deal (deals->landscape->findings);
  g_autofree char *limits = parley_obstacles_limits (deals);

  if (limits != NULL)
    parley_document_paragraph (document,
                               exists ? _ ("There is a deal as long as, all else as it is, %s.")
                                      : _ ("There would be a deal if, all else as it is, %s."),
                               limits);
  else if (!exists && deals->obstacles->reservations->len > 0)
    parley_document_paragraph (document, "%s",
                               _ ("No reservation alone stands in the way: whatever one side asks, "
                                  "the others still refuse."));
}

static void
add_red_line (ParleyTable *table, const ParleyDeals *deals, const ParleyRedLineCost *cost)
{
  const ParleyParty *party = parley_scenario_party (deals->scenario, cost->party);
  const ParleyRedLine *line = g_ptr_array_index (party->red_lines, cost->item);

  parley_table_row (table);
  parley_table_cell_text (table, party->title);
  parley_table_cell_text (table, parley_words_title (line->title, line->id));
  parley_table_take_cell (table, parley_words_count (cost->n_deals));
  parley_table_take_cell (table, cost->has_surplus ? parley_words_points (cost->surplus) : NULL);
}

/* The first row: as it is. */
static void
add_as_it_is (ParleyTable *table, const ParleyDeals *deals)
{
  const ParleyFindings *findings = deals->landscape->findings;
  gboolean exists = FALSE;
  mpq_t surplus;

  mpq_init (surplus);
  exists = parley_best_smallest_surplus (findings->frontier, deals->landscape->utilities, surplus);
  parley_table_row (table);
  parley_table_cell_text (table, _ ("with all of them"));
  parley_table_cell_text (table, NULL);
  parley_table_take_cell (table, parley_words_count (findings->counts->total.all));
  parley_table_take_cell (table, exists ? parley_words_points (surplus) : NULL);
  mpq_clear (surplus);
}

static void
add_red_lines (ParleyDocument *document, const ParleyDeals *deals)
{
  GPtrArray *costs = deals->obstacles->red_lines;
  ParleyTable *table = NULL;

  if (costs->len == 0)
    return;
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_caption (table, "%s",
                        _ ("What each red line costs: acceptable deals if that one alone fell"));
  parley_table_column (table, C_ ("red line", "Of"), PARLEY_COLUMN_TEXT);
  parley_table_column (table, _ ("Red line"), PARLEY_COLUMN_TEXT);
  parley_table_column (table, _ ("deals"), PARLEY_COLUMN_NUMBER);
  parley_table_column (table, _ ("best for the worst-off"), PARLEY_COLUMN_NUMBER);
  add_as_it_is (table, deals);
  for (guint i = 0; i < costs->len; i++)
    add_red_line (table, deals, g_ptr_array_index (costs, i));
}

static void
add_opposition (ParleyDocument *document, const ParleyDeals *deals)
{
  g_autofree char *digits = parley_number_decimal (deals->opposition, 2);

  parley_document_paragraph (
      document,
      _ ("Opposition is %s: so far, with 100 points as the unit, the nearest "
         "feasible deal is from 100 points for every side that negotiates, red "
         "lines and reservations aside. 0 would be no conflict at all."),
      digits);
}

void
parley_obstacles_add (ParleyDocument *document, const ParleyDeals *deals)
{
  const ParleyFindings *findings = deals->landscape->findings;

  if (deals->obstacles == NULL
      || (findings->counts != NULL && mpz_sgn (findings->counts->total.feasible) == 0))
    return;
  parley_document_heading (document, 2, "%s", _ ("How much room there is"));
  add_limits (document, deals);
  add_red_lines (document, deals);
  if (deals->has_opposition)
    add_opposition (document, deals);
}
