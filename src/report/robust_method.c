/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was drawn, and how. */
#include "report/input_words.h"
#include "report/robust_parts.h"
#include "report/words.h"

static const char *
spread_words (ParleySpread spread)
{
  switch (spread)
    {
    case PARLEY_SPREAD_UNIFORM:
      return "all values of a range alike";
    case PARLEY_SPREAD_BETA:
      return "the value written most often and the ends of its range hardly ever (beta)";
    case PARLEY_SPREAD_TRIANGULAR:
    default:
      return "the value written most often, falling to nothing at the ends of its range (triangular)";
    }
}

/* Returns: (transfer full). */
static char *
weights_words (const ParleyRobust *self)
{
  const ParleyDrawRequest *request = &self->request.draws;
  gboolean ranked = FALSE;

  for (guint p = 0; p < self->scenario->parties->len; p++)
    ranked = ranked || self->draws->shares[p] != NULL;
  if (request->weights == PARLEY_WEIGHTS_SIMPLEX)
    return g_strdup (
        " Weights are drawn as shares, all that their ranges or rankings allow alike.");
  if (request->weights == PARLEY_WEIGHTS_DIRICHLET)
    return g_strdup_printf (" Weights are drawn as shares around those written (Dirichlet, "
                            "concentration %.15g).",
                            request->concentration);
  return g_strdup (ranked ? " Weights that are ranked are drawn as shares, all that agree with the "
                            "ranking alike."
                          : "");
}

static gboolean
draws_something (const ParleyRobust *self)
{
  for (guint p = 0; p < self->scenario->parties->len; p++)
    if (self->draws->shares[p] != NULL)
      return TRUE;
  return self->draws->inputs->len > 0 || self->draws->n_randoms > 0;
}

void
parley_robust_add_method (ParleyDocument *document, const ParleyRobust *self)
{
  g_autofree char *numbers
      = parley_words_counted (self->draws->inputs->len, "number carries", "numbers carry");
  g_autofree char *weights = weights_words (self);

  if (!draws_something (self))
    {
      parley_document_note (document, "No number carries a range, so nothing is drawn: every draw "
                                      "is the scenario as it is written.");
      return;
    }
  parley_document_paragraph (
      document,
      "%s a range or a probability and %s drawn, each by itself, %s; the others stay as they are "
      "written.%s%s Seed %" G_GUINT64_FORMAT ".",
      numbers, self->draws->inputs->len == 1 ? "is" : "are",
      spread_words (self->request.draws.spread), weights,
      parley_robust_is_rounded (self) ? "" : " Every draw is judged exactly.",
      self->request.draws.seed);
}

/* Ranges that lie to one side */

void
parley_robust_add_lopsided (ParleyDocument *document, const ParleyRobust *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->draws->inputs->len; i++)
    {
      const ParleyDrawnInput *drawn = g_ptr_array_index (self->draws->inputs, i);
      g_autofree char *name = parley_words_input_name (self->scenario, &drawn->input);
      g_autofree char *value = parley_words_input (drawn->input.number->value);
      g_autofree char *low = parley_words_input (drawn->input.number->low);
      g_autofree char *high = parley_words_input (drawn->input.number->high);
      char mean[G_ASCII_DTOSTR_BUF_SIZE];

      if (drawn->guess == NULL || !parley_guess_is_lopsided (drawn->guess))
        continue;
      g_ascii_formatd (mean, sizeof mean,
                       mpq_cmp_ui (drawn->input.number->high, 2, 1) < 0 ? "%.3f" : "%.1f",
                       parley_guess_mean (drawn->guess));
      g_string_append_printf (text, "%s%s: %s, %s of %s-%s, drawn %s on average",
                              text->len == 0 ? "" : "; ",
                              parley_scenario_party (self->scenario, drawn->input.party)->title,
                              name, value, low, high, mean);
    }
  if (text->len > 0)
    parley_document_note (document,
                          "Some numbers stand far off the middle of their range, so that draws lie "
                          "to one side of what is written: %s.",
                          text->str);
}
