/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/forecast_pair.h"

gboolean
parley_forecast_pair_init (ParleyForecastPair    *self,
                           const ParleyPosterior *posterior,
                           guint                  draft,
                           const char            *date,
                           gboolean               no_red_lines,
                           GError               **error)
{
  ParleyClueRequest request = { PARLEY_OPEN_ALL, no_red_lines };

  *self = (ParleyForecastPair){ .chance = 0 };
  self->worst = parley_forecast_new (posterior, draft, date, &request, error);
  if (self->worst == NULL)
    return FALSE;
  request.open = PARLEY_OPEN_ANY;
  self->best = parley_forecast_new (posterior, draft, date, &request, error);
  if (self->best == NULL)
    return FALSE;
  self->chance = (self->worst->chance + self->best->chance) / 2;
  return TRUE;
}

void
parley_forecast_pair_clear (ParleyForecastPair *self)
{
  g_clear_pointer (&self->worst, parley_forecast_free);
  g_clear_pointer (&self->best, parley_forecast_free);
}
