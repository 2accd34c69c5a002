/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/forecast.h"

/* How likely a party accepts a draft, whatever its open terms are, and in some of its completions;
 * which of them it is to be is as likely as not to suit it. */
typedef struct
{
  ParleyForecast *worst;
  ParleyForecast *best;
  double          chance; /* between both */
} ParleyForecastPair;

/* Errors: those of a forecast. */
gboolean parley_forecast_pair_init (ParleyForecastPair    *self,
                                    const ParleyPosterior *posterior,
                                    guint                  draft,
                                    const char            *date,
                                    gboolean               no_red_lines,
                                    GError               **error);

void parley_forecast_pair_clear (ParleyForecastPair *self);

/* How likely it accepts by the numbers of a draw. */
static inline double
parley_forecast_pair_accepts (const ParleyForecastPair *self, guint64 draw)
{
  return (self->worst->accepts[draw] + self->best->accepts[draw]) / 2;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ParleyForecastPair, parley_forecast_pair_clear)
