/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/likelihood.h"

#include "report/language.h"

#include <math.h>

char *
parley_likelihood_share (ParleyFrequency frequency)
{
  double percent = 100 * frequency.p;
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (frequency.p <= 0)
    return g_strdup ("none");
  if (frequency.p >= 1)
    return g_strdup ("all");
  if (percent < 0.005)
    return g_strdup ("under 0.01 %");
  if (percent > 99.995)
    return g_strdup ("over 99.99 %");
  if (percent < 0.1 || percent > 99.9)
    g_ascii_formatd (digits, sizeof digits, "%.2f", percent);
  else if (percent < 10 || percent > 90)
    g_ascii_formatd (digits, sizeof digits, "%.1f", percent);
  else
    g_ascii_formatd (digits, sizeof digits, "%.0f", percent);
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
    { 0.05, FALSE, "almost no chance" },
    { 0.20, FALSE, "very unlikely" },
    { 0.45, FALSE, "unlikely" },
    { 0.55, TRUE, "roughly even chance" },
    { 0.80, TRUE, "likely" },
    { 0.95, TRUE, "very likely" },
    { 1, TRUE, "almost certain" },
  };

  if (frequency.p <= 0)
    return "in no draw";
  if (frequency.p >= 1)
    return "in every draw";
  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    if (frequency.p < bands[i].end || (bands[i].closed && frequency.p == bands[i].end))
      return bands[i].word;
  g_return_val_if_reached (NULL);
}

char *
parley_likelihood_error (ParleyFrequency frequency)
{
  double percent = 100 * frequency.se;
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (frequency.se <= 0)
    return NULL;
  return g_strdup (
      g_ascii_formatd (digits, sizeof digits, percent < 0.1 ? "%.2f" : "%.1f", percent));
}

const char *
parley_likelihood_rule (void)
{
  return "Words as in ICD 203, with bands that end at 5, 20, 45, 55, 80 and 95 %; a share on an end "
         "belongs to the band nearer to the middle.";
}
