/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/value_no_deal.h"

#include "report/value_words.h"
#include "report/words.h"

/* Tolerances, in points, at which a lottery is shown where none is asked for. */
static const double tolerances[] = { 10, 20, 50, 100 };

static const char tolerance_words[]
    = "The risk tolerance is about the stake for which the party would take an even chance of winning "
      "all of it and losing half.";

static const ParleyParty *
party_of (const ParleyValueReport *report, const ParleyNoDeal *no_deal)
{
  return parley_scenario_party (report->scenario, no_deal->party);
}

/* What no deal is worth by the risk tolerance asked for, or on average. */
static double
worth_of (const ParleyValueReport *report, const ParleyNoDeal *no_deal)
{
  return report->risk_tolerance > 0
             ? parley_lottery_equivalent (no_deal->lottery, report->risk_tolerance)
             : parley_exact_to_double (no_deal->lottery->expected);
}

static void
add_worth (ParleyDocument *document, const ParleyValueReport *report, const ParleyNoDeal *no_deal)
{
  const ParleyLottery *lottery = no_deal->lottery;
  g_autofree char *expected = parley_words_points (lottery->expected);
  g_autofree char *worst = parley_words_points (lottery->worst);
  g_autofree char *best = parley_words_points (lottery->best);
  g_autofree char *spread = parley_words_double (lottery->spread, 1);

  if (no_deal->certain)
    parley_document_paragraph (document, "%s: %s points for certain.",
                               party_of (report, no_deal)->batna->title, expected);
  else
    parley_document_paragraph (document,
                               "%s: %s points on average, from %s to %s, with a standard deviation "
                               "of %s.",
                               party_of (report, no_deal)->batna->title, expected, worst, best,
                               spread);
}

/* What a party asks for that avoids risk. */
static void
add_equivalents (ParleyDocument          *document,
                 const ParleyValueReport *report,
                 const ParleyNoDeal      *no_deal)
{
  g_autoptr(GString) list = g_string_new (NULL);

  if (no_deal->certain)
    return;
  if (report->risk_tolerance > 0)
    {
      g_autofree char *worth = parley_words_double (worth_of (report, no_deal), 1);
      g_autofree char *tolerance = parley_words_double (report->risk_tolerance, 1);

      parley_document_paragraph (document,
                                 "With a risk tolerance of %s points it would take %s for certain "
                                 "instead. %s",
                                 tolerance, worth, tolerance_words);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (tolerances); i++)
    {
      g_autofree char *worth
          = parley_words_double (parley_lottery_equivalent (no_deal->lottery, tolerances[i]), 1);
      g_autofree char *item
          = g_strdup_printf (i == 0 ? "%s with a risk tolerance of %.0f points" : "%s with %.0f",
                             worth, tolerances[i]);

      parley_words_join (list, i, G_N_ELEMENTS (tolerances), item);
    }
  parley_document_paragraph (document,
                             "A party that avoids risk would take less for certain: %s. %s",
                             list->str, tolerance_words);
}

static gboolean
is_nearer_worst (const ParleyNoDeal *no_deal)
{
  double asked = parley_exact_to_double (no_deal->reservation->value);

  return asked - parley_exact_to_double (no_deal->lottery->worst)
         < parley_exact_to_double (no_deal->lottery->expected) - asked;
}

/* What the reservation says about how the party takes risks. */
static char *
reservation_words (const ParleyNoDeal *no_deal)
{
  const ParleyLottery *lottery = no_deal->lottery;
  double tolerance = 0;
  g_autofree char *number = NULL;
  int above = mpq_cmp (no_deal->reservation->value, lottery->expected);

  if (above == 0)
    return g_strdup ("just what no deal is worth on average");
  if (above > 0)
    return g_strdup ("more than no deal is worth on average: it asks to be paid for the deal");
  if (mpq_cmp (no_deal->reservation->value, lottery->worst) < 0)
    return g_strdup ("less than no deal brings at worst: any other course is better for it");
  if (mpq_equal (no_deal->reservation->value, lottery->worst))
    return g_strdup ("what no deal brings at worst");
  if (!parley_lottery_tolerance (lottery, no_deal->reservation->value, &tolerance))
    return g_strdup_printf ("about what no deal %s",
                            is_nearer_worst (no_deal) ? "brings at worst" : "is worth on average");
  number = parley_words_double (tolerance, 1);
  return g_strdup_printf ("what a party with a risk tolerance of %s points would ask for", number);
}

static void
add_reservation (ParleyDocument          *document,
                 const ParleyValueReport *report,
                 const ParleyNoDeal      *no_deal)
{
  const ParleyNumber *asked = no_deal->reservation;
  double worth = worth_of (report, no_deal);
  g_autofree char *value = NULL;
  g_autofree char *belief = NULL;
  g_autofree char *words = NULL;
  g_autofree char *worth_words = parley_words_double (worth, 1);

  if (asked == NULL)
    return;
  value = parley_words_input (asked->value);
  belief = parley_words_belief (asked);
  words = reservation_words (no_deal);
  parley_document_paragraph (document, "Its reservation of %s%s%s is %s.", value,
                             *belief == '\0' ? "" : " ", g_strstrip (belief), words);
  if (parley_no_deal_is_far (no_deal, worth))
    parley_document_note (
        document,
        "The reservation of %s, %s, is far from the %s points that no deal is worth "
        "by the lottery: one of the two needs another look.",
        party_of (report, no_deal)->title, value, worth_words);
}

/* Drafts against no deal */

static char *
chance_span (mpq_srcptr low, mpq_srcptr high)
{
  double from = CLAMP (parley_exact_to_double (low), 0, 1);
  double to = CLAMP (parley_exact_to_double (high), 0, 1);
  g_autofree char *first = parley_words_chance (from);
  g_autofree char *last = parley_words_chance (to);

  return g_str_equal (first, last) ? g_strdup (first) : g_strdup_printf ("%s to %s", first, last);
}

static char *
even_words (const ParleyNoDeal *no_deal, const ParleyAgainst *against)
{
  if (no_deal->certain)
    return NULL;
  if (mpq_cmp_ui (against->even_low, 1, 1) > 0)
    return g_strdup ("none is enough");
  if (mpq_sgn (against->even_high) < 0)
    return g_strdup ("any is enough");
  return chance_span (against->even_low, against->even_high);
}

static void
add_draft (ParleyTable             *table,
           const ParleyValueReport *report,
           const ParleyNoDeal      *no_deal,
           const ParleyAgainst     *against)
{
  parley_table_row (table);
  parley_table_take_cell (
      table, parley_words_draft (parley_scenario_draft (report->scenario, against->draft),
                                 report->scenario->as_of));
  parley_table_take_cell (table, parley_words_span (against->low, against->high));
  parley_table_take_cell (table, even_words (no_deal, against));
  parley_table_take_cell (table, chance_span (against->above_low, against->above_high));
}

/* "The plant is built": the outcome that is best, or its score where several are, or it has no
 * title. */
static char *
best_words (const ParleyLottery *lottery)
{
  const ParleyLotteryOutcome *best = NULL;
  g_autofree char *points = parley_words_points (lottery->best);

  for (guint i = 0; i < lottery->outcomes->len; i++)
    {
      const ParleyLotteryOutcome *outcome = g_ptr_array_index (lottery->outcomes, i);

      if (mpq_sgn (outcome->p->value) <= 0 || !mpq_equal (outcome->score->value, lottery->best))
        continue;
      if (best != NULL)
        return g_steal_pointer (&points);
      best = outcome;
    }
  return best == NULL || best->title == NULL ? g_steal_pointer (&points)
                                             : g_strdup_printf ("\"%s\"", best->title);
}

static void
add_drafts (ParleyDocument *document, const ParleyValueReport *report, const ParleyNoDeal *no_deal)
{
  ParleyTable *table = NULL;
  g_autofree char *best = best_words (no_deal->lottery);
  g_autofree char *chance = parley_words_chance (parley_exact_to_double (no_deal->lottery->chance));

  if (no_deal->drafts->len == 0)
    return;
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_column (table, "Draft", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "Score", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "Break-even", PARLEY_COLUMN_RIGHT);
  parley_table_column (table, "No deal better", PARLEY_COLUMN_RIGHT);
  for (guint d = 0; d < no_deal->drafts->len; d++)
    add_draft (table, report, no_deal, g_ptr_array_index (no_deal->drafts, d));
  if (!no_deal->certain)
    parley_table_note (
        table,
        "Break-even: how likely %s must be for no deal to be worth as much on average; "
        "believed: %s.",
        best, chance);
  parley_table_note (table, "No deal better: how likely no deal turns out better than the draft.");
}

/* Parties */

static void
add_without (ParleyDocument *document, const ParleyValueReport *report, const ParleyNoDeal *no_deal)
{
  const ParleyParty *party = party_of (report, no_deal);
  g_autofree char *value = parley_words_input (no_deal->reservation->value);

  parley_document_entry (
      document, party->title,
      "its reservation of %s stands for %s%s%s; its model gives no chances for how "
      "that may turn out.",
      value, party->batna == NULL ? "no deal" : "\"",
      party->batna == NULL ? "" : party->batna->title, party->batna == NULL ? "" : "\"");
}

void
parley_value_add_no_deals (ParleyDocument *document, const ParleyValueReport *report)
{
  for (guint i = 0; i < report->no_deals->len; i++)
    {
      const ParleyNoDeal *no_deal = g_ptr_array_index (report->no_deals, i);

      if (no_deal->lottery == NULL)
        continue;
      parley_document_heading (document, 2, "No deal, for %s", party_of (report, no_deal)->title);
      add_worth (document, report, no_deal);
      add_equivalents (document, report, no_deal);
      add_reservation (document, report, no_deal);
      add_drafts (document, report, no_deal);
    }
  for (guint i = 0, n = 0; i < report->no_deals->len; i++)
    {
      const ParleyNoDeal *no_deal = g_ptr_array_index (report->no_deals, i);

      if (no_deal->lottery != NULL)
        continue;
      if (n++ == 0)
        parley_document_heading (document, 2, "No deal, where no lottery is given");
      add_without (document, report, no_deal);
    }
}
