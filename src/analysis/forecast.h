/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/posterior.h"

/* Of more red lines that may or may not hold, and that completions of one draft cross, nothing is
 * said: each doubles the work. */
#define PARLEY_MOST_DOUBTFUL_LINES 10

/**
 * ParleyForecast:
 *
 * How likely a party accepts a draft: with weights and a reservation as drawn, values and
 * adjustments as written, and red lines that hold as likely as is written, each for itself. A party
 * without a score decides by its red lines alone.
 */
typedef struct
{
  double  chance;  /* that it accepts: the mean over all draws */
  double  crossed; /* that it rejects because of red lines, whatever its weights are */
  guint64 n_draws;
  double *accepts; /* [draw]: how likely it accepts by the numbers of this draw */
  guint   n_lines; /* red lines that may or may not hold, which some completion crosses */
  guint  *lines;   /* [line]: in the party's model */
  guint8 *cases;   /* [set * n_draws + draw]: 1 where it accepts when of these lines those hold whose
                  * bits are in @set (which has 1 << n_lines), else 0 */
} ParleyForecast;

/**
 * parley_forecast_new:
 * @posterior: that knows of the reservation on that day (ParleyRevealedRequest.asked); of a party
 *   without a score no numbers are needed
 * @date: (nullable): the day of the answer; without, what is known last counts
 * @request: which completions of the draft it would have to accept: one at least, or all; and
 *   whether its red lines count
 *
 * Errors: PARLEY_ERROR_INPUT when the party has no reservation or no completion is feasible,
 * PARLEY_ERROR_LIMIT when more completions or red lines matter than can be looked at. Cost: that of
 * outlines and corners (corners.h), twice as often for each red line that may or may not hold, and
 * O(draws · corners · shares).
 */
ParleyForecast *parley_forecast_new (const ParleyPosterior   *posterior,
                                     guint                    draft,
                                     const char              *date,
                                     const ParleyClueRequest *request,
                                     GError                 **error);

void parley_forecast_free (ParleyForecast *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyForecast, parley_forecast_free)
