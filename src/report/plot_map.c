/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/language.h"
#include "report/plot_part.h"
#include "report/term_words.h"
#include "report/words.h"

static const char *
issue_title (const ParleyDeals *deals, guint which)
{
  return parley_scenario_issue (deals->scenario, deals->request.map_issues[which])->title;
}

static void
add_options (ParleyAxisScale *scale, const ParleyDeals *deals, guint which)
{
  parley_scale_title (scale, "%s", issue_title (deals, which));
  for (guint o = 0; o < deals->map->n_options[which]; o++)
    {
      g_autofree char *name
          = parley_words_option (deals->landscape->space, deals->map->axes[which], o);

      parley_scale_category (scale, name);
    }
}

/* The most deals that any pair of options has, and which pair that is. */
static void
find_most (const ParleyMap *map, mpz_ptr most, guint *first, guint *second)
{
  for (guint a = 0; a < map->n_options[0]; a++)
    for (guint b = 0; b < map->n_options[1]; b++)
      if (mpz_cmp (parley_map_cell (map, a, b)->n_deals, most) > 0)
        {
          mpz_set (most, parley_map_cell (map, a, b)->n_deals);
          *first = a;
          *second = b;
        }
}

static double
ratio (mpz_srcptr part, mpz_srcptr whole)
{
  double value = 0;
  mpq_t exact;

  mpq_init (exact);
  mpq_set_num (exact, part);
  mpq_set_den (exact, whole);
  mpq_canonicalize (exact);
  value = parley_exact_to_double (exact);
  mpq_clear (exact);
  return value;
}

static void
add_cells (ParleySeries *series, const ParleyMap *map, mpz_srcptr most, mpz_srcptr all)
{
  for (guint a = 0; a < map->n_options[0]; a++)
    for (guint b = 0; b < map->n_options[1]; b++)
      {
        mpz_srcptr n = parley_map_cell (map, a, b)->n_deals;
        g_autofree char *share = parley_words_share (n, all);

        parley_series_cell (series, b, a, mpz_sgn (n) == 0 ? NAN : ratio (n, most), share);
      }
}

static void
describe (ParleyChart *chart,
          const ParleyDeals *deals,
          mpz_srcptr most,
          mpz_srcptr all,
          guint first,
          guint second)
{
  g_autofree char *share = parley_words_share (most, all);
  const char *a = parley_scale_name (&chart->y, first);
  const char *b = parley_scale_name (&chart->x, second);

  if (mpz_sgn (all) == 0)
    parley_chart_describe (chart, "%s", _ ("No deal is acceptable to all."));
  else
    parley_chart_describe (chart,
                           /* Translators: two issues with an option each, and a share */
                           _ ("Shares of the acceptable deals that have two terms together. The "
                              "most have %s: %s and %s: %s (%s)."),
                           issue_title (deals, 0), a, issue_title (deals, 1), b, share);
}

ParleyChart *
parley_plot_map (const ParleyDeals *deals)
{
  g_autofree char *title = g_strdup_printf (_ ("Acceptable deals by two terms: %s and %s"),
                                            issue_title (deals, 0), issue_title (deals, 1));
  ParleyChart *chart = parley_chart_new (PARLEY_CHART_MATRIX, title);
  ParleySeries *cells = NULL;
  guint first = 0;
  guint second = 0;
  mpz_t most, all;

  mpz_inits (most, all, NULL);
  parley_map_count_deals (deals->map, all);
  find_most (deals->map, most, &first, &second);
  add_options (&chart->y, deals, 0);
  add_options (&chart->x, deals, 1);
  describe (chart, deals, most, all, first, second);
  if (mpz_sgn (all) > 0)
    {
      cells = parley_chart_series (
          chart, PARLEY_SERIES_CELLS, PARLEY_INK_GOOD,
          _ ("Share of the deals that all accept (no shade: none has both terms)"));
      add_cells (cells, deals->map, most, all);
    }
  mpz_clears (most, all, NULL);
  return chart;
}
