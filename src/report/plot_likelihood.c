/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/language.h"
#include "report/plot_part.h"
#include "report/robust_parts.h"
#include "report/words.h"

/* Standard errors to either side, which hold the true share in 19 of 20 cases. */
#define ERRORS 1.96

/* Bars of one party, or of all. */
typedef struct
{
  ParleySeries *bars;
  ParleySeries *errors;
} Likelihoods;

static Likelihoods
add_series (ParleyChart *chart, ParleyInk ink, const char *name)
{
  Likelihoods self;

  self.bars = parley_chart_series (chart, PARLEY_SERIES_BARS, ink, name);
  self.errors = parley_chart_series (chart, PARLEY_SERIES_WHISKERS, ink, NULL);
  return self;
}

static void
add_bar (Likelihoods *self, guint row, ParleyFrequency frequency, const char *label)
{
  double low = MAX (0, frequency.p - ERRORS * frequency.se);
  double high = MIN (1, frequency.p + ERRORS * frequency.se);

  parley_series_point (self->bars, 100 * frequency.p, row, label);
  if (high > low)
    parley_series_box (self->errors, 100 * low, row, 100 * high, row, NULL);
}

/* "96 %, almost certain", "in no draw" */
static char *
words_of (ParleyFrequency frequency)
{
  const char *word = _ (parley_likelihood_word (frequency));
  g_autofree char *share = parley_likelihood_share (frequency);

  if (frequency.p <= 0 || frequency.p >= 1)
    return g_strdup (word);
  return g_strdup_printf ("%s, %s", share, word);
}

static void
add_all (ParleyChart *chart, const ParleyRobust *robust, GString *about)
{
  g_autofree char *everyone = parley_words_everyone (robust->scenario);
  Likelihoods all = add_series (chart, PARLEY_INK_PLAIN, everyone);

  for (guint d = 0; d < robust->request.n_drafts; d++)
    {
      ParleyFrequency frequency = parley_robust_all_accept (robust, d);
      g_autofree char *words = words_of (frequency);

      add_bar (&all, d, frequency, words);
      parley_plot_say (about, "%s: %s.", parley_scale_name (&chart->y, d), words);
    }
}

static void
add_party (ParleyChart *chart, const ParleyRobust *robust, guint party)
{
  Likelihoods series
      = add_series (chart, parley_plot_ink (party), parley_plot_party (robust->scenario, party));

  for (guint d = 0; d < robust->request.n_drafts; d++)
    {
      ParleyFrequency frequency = parley_robust_accepts (robust, d, party);
      g_autofree char *share = parley_likelihood_share (frequency);

      add_bar (&series, d, frequency, share);
    }
}

static gboolean
some_are_open (const ParleyRobust *robust)
{
  for (guint d = 0; d < robust->request.n_drafts; d++)
    if (parley_robust_is_open (robust, d))
      return TRUE;
  return FALSE;
}

ParleyChart *
parley_plot_likelihood (const ParleyRobust *robust)
{
  ParleyChart *chart = parley_chart_new (
      PARLEY_CHART_BARS, some_are_open (robust) ? _ (
                             "How likely each draft is to be accepted, whatever its open terms "
                             "turn out to be")
                                                : _ ("How likely each draft is to be accepted"));
  g_autofree char *draws = parley_plot_count (robust->request.n_draws);
  GString *about = g_string_new (_ ("How often all sides accept each draft when what is uncertain "
                                    "is drawn at random."));

  for (guint d = 0; d < robust->request.n_drafts; d++)
    {
      g_autofree char *name = parley_robust_draft_name (robust, d);

      parley_scale_category (&chart->y, name);
    }
  add_all (chart, robust, about);
  for (guint p = 0; p < robust->scenario->parties->len; p++)
    if (parley_party_decides (parley_scenario_party (robust->scenario, p)))
      add_party (chart, robust, p);
  parley_scale_title (
      &chart->x, _ ("Share of %s draws, %% (thin lines: within which it lies in 19 of 20 cases)"),
      draws);
  parley_scale_fix (&chart->x, 0, 100);
  parley_plot_describe (chart, about);
  return chart;
}
