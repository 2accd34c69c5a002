/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/deal_list.h"
#include "report/language.h"
#include "report/words.h"

/* Shares below so many per cent are written as powers of ten. */
#define SMALL_PERCENTAGE 0.001

/* The finest that shares are told apart. */
#define MOST_DECIMALS 4

/* "31.2 % (±0.3)": the share, and two standard errors. */
static char *
words_of_share (const ParleyEstimate *estimate, guint n)
{
  char share[G_ASCII_DTOSTR_BUF_SIZE];
  char error[G_ASCII_DTOSTR_BUF_SIZE];

  if (n == 0)
    return g_strdup ("none of those drawn");
  if (n == estimate->n_draws)
    return g_strdup ("all of those drawn");
  g_ascii_formatd (share, sizeof share, "%.1f", 100 * parley_estimate_share (estimate, n));
  g_ascii_formatd (error, sizeof error, "%.1f", 200 * parley_estimate_error (estimate, n));
  return g_strdup_printf ("%s %% (±%s)", share, error);
}

/* Enough to tell two numbers apart that differ by @width. */
static int
decimals_for (double width)
{
  return CLAMP ((int) ceil (1 - log10 (fmax (width, 1e-9))), 1, MOST_DECIMALS);
}

static double
round_outward (double number, int decimals, gboolean up)
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
  char from[G_ASCII_DTOSTR_BUF_SIZE];
  char to[G_ASCII_DTOSTR_BUF_SIZE];
  char format[8];
  int decimals = 0;

  if (bracket->high <= 0)
    return g_strdup ("none");
  if (bracket->low <= 0 && bracket->high >= 1)
    return g_strdup ("not known");
  low /= pow (10, power);
  high /= pow (10, power);
  decimals = decimals_for (high - low);
  g_snprintf (format, sizeof format, "%%.%df", decimals);
  g_ascii_formatd (from, sizeof from, format, round_outward (low, decimals, FALSE));
  g_ascii_formatd (to, sizeof to, format, round_outward (high, decimals, TRUE));
  if (bracket->low <= 0)
    return g_strconcat ("at most ", to, suffix, NULL);
  if (bracket->high >= 1)
    return g_strconcat ("at least ", from, suffix, NULL);
  return g_strconcat (from, " to ", to, suffix, NULL);
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

  add_number (table, "All combinations", deals->landscape->n_deals);
  add_number (table, "Feasible", estimate->n_feasible);
  for (guint p = 0; p < deals->scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (deals->scenario, p);
      g_autofree char *label = g_strdup_printf ("%s accepts", party->title);

      if (parley_party_decides (party))
        add_shares (table, estimate, label, &estimate->accepting[p], estimate->n_accepting[p]);
    }
  add_shares (table, estimate,
              parley_words_n_deciding (deals->scenario) == 2 ? "Both accept" : "All accept",
              &estimate->all, estimate->n_all);
}

void
parley_estimate_add (ParleyDocument *document, const ParleyDeals *deals)
{
  const ParleyEstimate *estimate = deals->estimate;
  g_autofree char *drawn = NULL;
  ParleyTable *table = NULL;

  if (!deals->landscape->findings->too_many)
    return;
  parley_document_note (document, "There are too many deals to count exactly in the memory allowed "
                                  "(--memory). Frontier, solutions and best deals are exact all "
                                  "the same.");
  if (estimate == NULL)
    return;
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_column (table, NULL, PARLEY_COLUMN_TEXT);
  parley_table_column (table, "deals", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "of feasible, certainly", PARLEY_COLUMN_RIGHT);
  parley_table_column (table, "estimated", PARLEY_COLUMN_RIGHT);
  fill (table, deals);
  drawn = parley_words_counted (estimate->n_draws, NP_ ("feasible deal", "feasible deals"));
  parley_table_note (table,
                     "Certainly: bounds from scores rounded to a grid. Estimated: from %s drawn "
                     "at random, each as likely as any other (seed %" G_GUINT64_FORMAT
                     "); ± is two standard errors.",
                     drawn, estimate->seed);
}
