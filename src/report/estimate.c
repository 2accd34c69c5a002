/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/deal_list.h"
#include "report/language.h"
#include "report/number.h"
#include "report/words.h"

/* Shares below so many per cent are written as powers of ten. */
#define SMALL_PERCENTAGE 0.001

/* The finest that shares are told apart. */
#define MOST_DECIMALS 4

/* "31.2 % (±0.3)": the share, and two standard errors. */
static char *
words_of_share (const ParleyEstimate *estimate, guint n)
{
  g_autofree char *share = NULL;
  g_autofree char *error = NULL;

  if (n == 0)
    return g_strdup (_ ("none of those drawn"));
  if (n == estimate->n_draws)
    return g_strdup (_ ("all of those drawn"));
  share = parley_number_decimal (100 * parley_estimate_share (estimate, n), 1);
  error = parley_number_decimal (200 * parley_estimate_error (estimate, n), 1);
  return g_strdup_printf ("%s %% (±%s)", share, error);
}

/* Enough to tell two numbers apart that differ by @width. */
static guint
decimals_for (double width)
{
  return (guint) CLAMP (ceil (1 - log10 (fmax (width, 1e-9))), 1, MOST_DECIMALS);
}

static double
round_outward (double number, guint decimals, gboolean up)
{
  double scale = pow (10, decimals);

  return (up ? ceil (number * scale) : floor (number * scale)) / scale;
}

/* "18.1 to 18.4 %", "at most 0.3 %", "2.1 to 3.4 x 10^-9 %". Rounded outward, so that what is
 * said stays certain. */
static char *
words_of_bracket (const ParleyBracket *bracket)
{
  double low = 100 * bracket->low;
  double high = 100 * bracket->high;
  int power = high > 0 && high < SMALL_PERCENTAGE ? (int) floor (log10 (high)) : 0;
  g_autofree char *suffix = power == 0 ? g_strdup (" %") : g_strdup_printf (" x 10^%d %%", power);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *end = NULL;
  guint decimals = 0;

  if (bracket->high <= 0)
    return g_strdup (C_ ("share", "none"));
  if (bracket->low <= 0 && bracket->high >= 1)
    return g_strdup (_ ("not known"));
  low /= pow (10, power);
  high /= pow (10, power);
  decimals = decimals_for (high - low);
  from = parley_number_decimal (round_outward (low, decimals, FALSE), decimals);
  to = parley_number_decimal (round_outward (high, decimals, TRUE), decimals);
  end = g_strconcat (bracket->high >= 1 ? from : to, suffix, NULL);
  if (bracket->low <= 0)
    return g_strdup_printf (_ ("at most %s"), end);
  if (bracket->high >= 1)
    return g_strdup_printf (_ ("at least %s"), end);
  return g_strdup_printf (_ ("%s to %s"), from, end);
}

static void
add_shares (ParleyTable          *table,
            const ParleyEstimate *estimate,
            const char           *label,
            const ParleyBracket  *bracket,
            guint                 n)
{
  parley_table_row (table);
  parley_table_cell_text (table, label);
  parley_table_cell_text (table, NULL);
  parley_table_take_cell (table, words_of_bracket (bracket));
  parley_table_take_cell (table, words_of_share (estimate, n));
}

static void
add_number (ParleyTable *table, const char *label, mpz_srcptr n)
{
  parley_table_row (table);
  parley_table_cell_text (table, label);
  parley_table_take_cell (table, parley_words_count (n));
  parley_table_cell_text (table, NULL);
  parley_table_cell_text (table, NULL);
}

static void
fill (ParleyTable *table, const ParleyDeals *deals)
{
  const ParleyEstimate *estimate = deals->estimate;

  add_number (table, _ ("All combinations"), deals->landscape->n_deals);
  add_number (table, _ ("Feasible"), estimate->n_feasible);
  for (guint p = 0; p < deals->scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (deals->scenario, p);
      g_autofree char *label = g_strdup_printf (_ ("%s accepts"), party->title);

      if (parley_party_decides (party))
        add_shares (table, estimate, label, &estimate->accepting[p], estimate->n_accepting[p]);
    }
  add_shares (table, estimate,
              parley_words_n_deciding (deals->scenario) == 2 ? _ ("Both accept") : _ ("All accept"),
              &estimate->all, estimate->n_all);
}

void
parley_estimate_add (ParleyDocument *document, const ParleyDeals *deals)
{
  const ParleyEstimate *estimate = deals->estimate;
  g_autofree char *drawn = NULL;
  g_autofree char *seed = NULL;
  ParleyTable *table = NULL;

  if (!deals->landscape->findings->too_many)
    return;
  parley_document_note (document, "%s",
                        _ ("There are too many deals to count exactly in the memory allowed "
                           "(--memory). Frontier, solutions and best deals are exact all "
                           "the same."));
  if (estimate == NULL)
    return;
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_column (table, NULL, PARLEY_COLUMN_TEXT);
  parley_table_column (table, _ ("deals"), PARLEY_COLUMN_NUMBER);
  parley_table_column (table, _ ("of feasible, certainly"), PARLEY_COLUMN_RIGHT);
  parley_table_column (table, _ ("estimated"), PARLEY_COLUMN_RIGHT);
  fill (table, deals);
  drawn = parley_words_counted (estimate->n_draws, NP_ ("feasible deal", "feasible deals"));
  seed = g_strdup_printf ("%" G_GUINT64_FORMAT, estimate->seed);
  parley_table_note (
      table,
      _ ("Certainly: bounds from scores rounded to a grid. Estimated: from %s drawn "
         "at random, each as likely as any other (seed %s); ± is two standard errors."),
      drawn, seed);
}
