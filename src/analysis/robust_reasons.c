/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/robust_reasons.h"

#include <math.h>

/* A difference that is worth telling. */
#define LEAST_DIFFERENCE 0.1

/* How many standard errors it must be away from none. */
#define LEAST_ERRORS 4

/* An answer is in doubt from here on, on both sides. */
#define DOUBT 0.05

/* A third of 2^32, and two. */
#define THIRD      1431655765u
#define TWO_THIRDS 2863311531u

ParleyFrequency
parley_frequency (double n_yes, double n)
{
  ParleyFrequency frequency = { 0 };

  if (n > 0)
    {
      frequency.p = n_yes / n;
      frequency.se = sqrt (frequency.p * (1 - frequency.p) / n);
    }
  return frequency;
}

gboolean
parley_frequency_is_doubtful (ParleyFrequency self)
{
  return self.p >= DOUBT && self.p <= 1 - DOUBT;
}

/* [of all, yes] of an input's third. */
static const double *
third_of (const ParleyRobust *self,
          ParleyRobustQuestion question,
          guint draft,
          guint input,
          guint third)
{
  if (question == PARLEY_ASK_VERDICT)
    return parley_robust_third (self->sums, draft, input, third);
  return self->sums->exists_thirds + ((gsize) input * PARLEY_THIRDS + third) * 2;
}

static gint
compare_reasons (gconstpointer a, gconstpointer b)
{
  const ParleyReason *one = a;
  const ParleyReason *other = b;
  double x = fabs (one->high - one->low);
  double y = fabs (other->high - other->low);

  if (x != y)
    return x > y ? -1 : 1;
  return one->input < other->input ? -1 : one->input > other->input;
}

/* Whether thirds ([of all, yes] each) differ by more than they would if the input did not count:
 * then their common share is the best guess of both. */
static gboolean
tells (const double *low, const double *high)
{
  double difference = fabs (high[1] / high[0] - low[1] / low[0]);
  double common = (low[1] + high[1]) / (low[0] + high[0]);
  double error = sqrt (common * (1 - common) * (1 / low[0] + 1 / high[0]));

  return difference >= LEAST_DIFFERENCE && difference > LEAST_ERRORS * error;
}

GArray *
parley_robust_reasons (const ParleyRobust *self,
                       ParleyRobustQuestion question,
                       guint draft,
                       guint party)
{
  GArray *reasons = g_array_new (FALSE, FALSE, sizeof (ParleyReason));

  for (guint i = 0; i < self->shape.n_inputs; i++)
    {
      const ParleyDrawnInput *input = g_ptr_array_index (self->draws->inputs, i);
      const double *low = third_of (self, question, draft, i, 0);
      const double *high = third_of (self, question, draft, i, PARLEY_THIRDS - 1);
      ParleyReason reason = { i, 0, 0 };

      if ((question != PARLEY_ASK_DEALS && input->input.party != party) || low[0] == 0
          || high[0] == 0 || !tells (low, high))
        continue;
      reason.low = low[1] / low[0];
      reason.high = high[1] / high[0];
      g_array_append_val (reasons, reason);
    }
  g_array_sort (reasons, compare_reasons);
  return reasons;
}

void
parley_robust_third_end (const ParleyRobust *self, guint input, gboolean high, mpq_ptr value)
{
  const ParleyDrawnInput *drawn = g_ptr_array_index (self->draws->inputs, input);

  parley_guess_value (drawn->guess, parley_guess_at (drawn->guess, high ? TWO_THIRDS : THIRD),
                      value);
}
