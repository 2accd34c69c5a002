/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/likelihood.h"

#include <math.h>

#include "report/language.h"
#include "report/number.h"

char *
parley_likelihood_share (ParleyFrequency frequency)
{
  double percent = 100 * frequency.p;
  g_autofree char *digits = NULL;

  if (frequency.p <= 0)
    return g_strdup (C_ ("share", "none"));
  if (frequency.p >= 1)
    return g_strdup (C_ ("share", "all"));
  if (percent < 0.005)
    return g_strdup (_ ("under 0.01 %"));
  if (percent > 99.995)
    return g_strdup (_ ("over 99.99 %"));
  if (percent < 0.1 || percent > 99.9)
    digits = parley_number_decimal (percent, 2);
  else if (percent < 10 || percent > 90)
    digits = parley_number_decimal (percent, 1);
  else
    digits = parley_number_decimal (percent, 0);
  return g_strdup_printf ("%s %%", digits);
}

const char *
parley_likelihood_word (ParleyFrequency frequency)
{
  static const struct
  {
    double      end; /* the highest share of the band */
    gboolean    closed; /* which belongs to it */
    const char *word;
  } bands[] = {
    { 0.05, FALSE, N_ ("almost no chance") },
    { 0.20, FALSE, N_ ("very unlikely") },
    { 0.45, FALSE, N_ ("unlikely") },
    { 0.55, TRUE, N_ ("roughly even chance") },
    { 0.80, TRUE, N_ ("likely") },
    { 0.95, TRUE, N_ ("very likely") },
    { 1, TRUE, N_ ("almost certain") },
  };

  if (frequency.p <= 0)
    return _ ("in no draw");
  if (frequency.p >= 1)
    return _ ("in every draw");
  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    if (frequency.p < bands[i].end || (bands[i].closed && frequency.p == bands[i].end))
      return _ (bands[i].word);
  g_return_val_if_reached (NULL);
}

char *
parley_likelihood_error (ParleyFrequency frequency)
{
  double percent = 100 * frequency.se;

  if (frequency.se <= 0)
    return NULL;
  return parley_number_decimal (percent, percent < 0.1 ? 2 : 1);
}

const char *
parley_likelihood_rule (void)
{
  return _ (
      "Words as in ICD 203, with bands that end at 5, 20, 45, 55, 80 and 95 %; a share on an end "
      "belongs to the band nearer to the middle.");
}
