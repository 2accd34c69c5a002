/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/prediction.h"

#include <math.h>

ParleyPrediction
parley_prediction_silent (ParleySilence why)
{
  return (ParleyPrediction){ why, 0.5, 0, 1, NAN };
}

ParleyPrediction
parley_prediction_between (double low, double high)
{
  return (ParleyPrediction){ PARLEY_SILENT_NOT, (low + high) / 2, low, high, NAN };
}

ParleyPrediction
parley_prediction_unless (ParleyShare holds)
{
  return parley_prediction_between (holds == PARLEY_NONE, holds != PARLEY_ALL);
}

ParleyPrediction
parley_prediction_of_verdict (ParleyVerdict verdict)
{
  switch (verdict)
    {
    case PARLEY_VERDICT_ACCEPTS:
      return parley_prediction_between (1, 1);
    case PARLEY_VERDICT_REJECTS:
      return parley_prediction_between (0, 0);
    case PARLEY_VERDICT_DEPENDS:
      return parley_prediction_between (0, 1);
    case PARLEY_VERDICT_INFEASIBLE:
      return parley_prediction_silent (PARLEY_SILENT_INFEASIBLE);
    case PARLEY_VERDICT_UNKNOWN:
      return parley_prediction_silent (PARLEY_SILENT_TOO_MUCH);
    case PARLEY_VERDICT_NONE:
    default:
      return parley_prediction_silent (PARLEY_SILENT_UNSCORED);
    }
}

ParleyPrediction
parley_prediction_of_rate (guint n_yes, guint n)
{
  double rate = (n_yes + 1.0) / (n + 2.0);

  return parley_prediction_between (rate, rate);
}
