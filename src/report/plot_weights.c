/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/language.h"
#include "report/plot_part.h"
#include "report/words.h"

/* An issue, and the largest share that it has for any party. */
typedef struct
{
  guint issue;
  mpq_t most;
} Weighted;

static void
weighted_clear (gpointer data)
{
  Weighted *self = data;

  mpq_clear (self->most);
}

static gint
compare_weighted (gconstpointer a, gconstpointer b)
{
  const Weighted *x = a;
  const Weighted *y = b;
  int order = mpq_cmp (y->most, x->most);

  return order != 0 ? order : (x->issue > y->issue) - (x->issue < y->issue);
}

/* The issues that some party weights, the weightiest first. */
static GArray *
weighted_issues (const ParleyScenario *scenario)
{
  GArray *issues = g_array_new (FALSE, FALSE, sizeof (Weighted));
  mpq_t share;

  mpq_init (share);
  g_array_set_clear_func (issues, weighted_clear);
  for (guint i = 0; i < scenario->issues->len; i++)
    {
      Weighted weighted = { .issue = i };

      mpq_init (weighted.most);
      for (guint p = 0; p < scenario->parties->len; p++)
        {
          parley_weight_share (parley_scenario_party (scenario, p), i, NULL, share);
          if (mpq_cmp (share, weighted.most) > 0)
            mpq_set (weighted.most, share);
        }
      if (mpq_sgn (weighted.most) > 0)
        g_array_append_val (issues, weighted);
      else
        mpq_clear (weighted.most);
    }
  g_array_sort (issues, compare_weighted);
  mpq_clear (share);
  return issues;
}

/* The share in percent, when the weight is at @value and the others are as written. */
static void
set_percent (const ParleyParty *party, guint issue, mpq_srcptr value, mpq_ptr percent)
{
  ParleyVariation variation = { party->weights[issue], value, NULL };
  mpq_t hundred;

  mpq_init (hundred);
  mpq_set_ui (hundred, 100, 1);
  parley_weight_share (party, issue, &variation, percent);
  mpq_mul (percent, percent, hundred);
  mpq_clear (hundred);
}

/* Returns: whether some weight has a range. */
static gboolean
add_party (ParleyChart *chart, const ParleyScenario *scenario, guint index, const GArray *issues)
{
  const ParleyParty *party = parley_scenario_party (scenario, index);
  ParleyInk ink = parley_plot_ink (index);
  ParleySeries *bars = parley_chart_series (chart, PARLEY_SERIES_BARS, ink, party->title);
  ParleySeries *ranges = parley_chart_series (chart, PARLEY_SERIES_WHISKERS, ink, NULL);
  mpq_t share, low, high;

  mpq_inits (share, low, high, NULL);
  for (guint i = 0; i < issues->len; i++)
    {
      guint issue = g_array_index (issues, Weighted, i).issue;
      const ParleyNumber *weight = party->weights[issue];
      g_autofree char *words = NULL;

      if (weight == NULL)
        continue;
      set_percent (party, issue, weight->value, share);
      set_percent (party, issue, weight->low, low);
      set_percent (party, issue, weight->high, high);
      words = parley_words_points (share);
      parley_series_point (bars, parley_exact_to_double (share), i, words);
      if (!mpq_equal (low, high))
        parley_series_box (ranges, parley_exact_to_double (low), i, parley_exact_to_double (high),
                           i, NULL);
    }
  mpq_clears (share, low, high, NULL);
  return ranges->data->len > 0;
}

/* "United States: Past aid 16.0 %, Security assurance 15.0 %, Rate 12.0 %." */
static void
describe (GString *text, const ParleyScenario *scenario, guint party, const GArray *issues)
{
  mpq_t share;

  mpq_init (share);
  parley_plot_say (text, "%s:", parley_plot_party (scenario, party));
  for (guint i = 0; i < issues->len; i++)
    {
      guint issue = g_array_index (issues, Weighted, i).issue;
      const ParleyNumber *weight = parley_scenario_party (scenario, party)->weights[issue];
      g_autofree char *words = NULL;

      if (weight != NULL)
        set_percent (parley_scenario_party (scenario, party), issue, weight->value, share);
      words = weight == NULL ? g_strdup ("0.0") : parley_words_points (share);
      g_string_append_printf (text, "%s %s %s %%", i > 0 ? "," : "",
                              parley_scenario_issue (scenario, issue)->title, words);
    }
  g_string_append_c (text, '.');
  mpq_clear (share);
}

ParleyChart *
parley_plot_weights (const ParleyScenario *scenario)
{
  ParleyChart *chart
      = parley_chart_new (PARLEY_CHART_BARS, _ ("What each issue weighs for each party"));
  g_autoptr(GArray) issues = weighted_issues (scenario);
  GString *text = g_string_new (_ ("Shares of each party's weight."));
  gboolean ranges = FALSE;

  for (guint i = 0; i < issues->len; i++)
    parley_scale_category (
        &chart->y,
        parley_scenario_issue (scenario, g_array_index (issues, Weighted, i).issue)->title);
  for (guint p = 0; p < scenario->parties->len; p++)
    if (parley_party_is_weighted (parley_scenario_party (scenario, p)))
      {
        ranges |= add_party (chart, scenario, p, issues);
        describe (text, scenario, p, issues);
      }
  parley_scale_title (&chart->x, "%s",
                      ranges ? _ ("Share of the party's weight, % (thin lines: as far as it is "
                                  "believed to reach, the others as written)")
                             : _ ("Share of the party's weight, %"));
  parley_plot_describe (chart, text);
  return chart;
}
