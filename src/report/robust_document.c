/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/draft_doubts.h"
#include "report/robust_parts.h"
#include "report/title.h"
#include "report/words.h"

const ParleyDraft *
parley_robust_draft (const ParleyRobust *self, guint draft)
{
  return parley_scenario_draft (self->scenario, self->draft_indices[draft]);
}

char *
parley_robust_draft_name (const ParleyRobust *self, guint draft)
{
  return parley_words_draft (parley_robust_draft (self, draft), self->scenario->as_of);
}

ParleyFrequency
parley_robust_accepts (const ParleyRobust *self, guint draft, guint party)
{
  return parley_frequency (parley_robust_part (self->sums, draft, party)[PARLEY_SUM_ACCEPTS],
                           *self->sums->n_draws);
}

ParleyFrequency
parley_robust_all_accept (const ParleyRobust *self, guint draft)
{
  return parley_frequency (self->sums->all[2 * (gsize) draft], *self->sums->n_draws);
}

gboolean
parley_robust_is_open (const ParleyRobust *self, guint draft)
{
  const GPtrArray *combos = g_ptr_array_index (self->combos, draft);

  for (guint b = 0; b < combos->len; b++)
    if (((const ParleyCombos *) g_ptr_array_index (combos, b))->n > 1)
      return TRUE;
  return FALSE;
}

gboolean
parley_robust_is_feasible (const ParleyRobust *self, guint draft)
{
  const GPtrArray *combos = g_ptr_array_index (self->combos, draft);

  for (guint b = 0; b < combos->len; b++)
    if (((const ParleyCombos *) g_ptr_array_index (combos, b))->n == 0)
      return FALSE;
  return TRUE;
}

gboolean
parley_robust_is_rounded (const ParleyRobust *self)
{
  for (guint p = 0; p < self->scenario->parties->len; p++)
    if (self->draws->scales[p].rounded)
      return TRUE;
  return FALSE;
}

const char *
parley_robust_word (const ParleyRobust *self, guint draft)
{
  return parley_robust_is_feasible (self, draft)
             ? parley_likelihood_word (parley_robust_all_accept (self, draft))
             : "infeasible";
}

/* Adds the drafts that all accept with a likelihood of @word: ". Almost certain: "26 Feb,
 * Framework" (95.9 %)". */
static void
append_drafts (GString *text, const ParleyRobust *self, const char *word)
{
  guint n = 0;

  for (guint d = 0; d < self->shape.n_drafts; d++)
    {
      ParleyFrequency all = parley_robust_all_accept (self, d);
      g_autofree char *name = parley_robust_draft_name (self, d);
      g_autofree char *share = parley_likelihood_share (all);

      if (g_strcmp0 (parley_robust_word (self, d), word) != 0)
        continue;
      if (n++ > 0)
        g_string_append_printf (text, ", \"%s\"", name);
      else
        g_string_append_printf (text, ". %c%s: \"%s\"", g_ascii_toupper (word[0]), word + 1, name);
      if (all.p > 0 && all.p < 1)
        g_string_append_printf (text, " (%s)", share);
    }
}

static void
add_answer (ParleyDocument *document, const ParleyRobust *self)
{
  static const char *const words[]
      = { "in every draw",       "almost certain", "very likely",   "likely",
          "roughly even chance", "unlikely",       "very unlikely", "almost no chance",
          "in no draw",          "infeasible" };
  g_autofree char *everyone = parley_words_everyone (self->scenario);
  g_autofree char *n_draws = parley_words_counted (self->request.n_draws, "draw", "draws");
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    append_drafts (text, self, words[i]);
  if (self->shape.n_drafts > 0)
    parley_document_lead (document,
                          "How likely acceptance by %s is, over %s of what is uncertain%s.",
                          everyone, n_draws, text->str);
  parley_document_paragraph (
      document,
      "Draws that agree show that the guesses written in the scenario agree, not that they are right.");
}

ParleyDocument *
parley_robust_to_document (const ParleyRobust *self, gboolean everything)
{
  ParleyDocument *document = parley_document_new ();

  /* The least units and steps that draw_scale.c allows are good for that. */
  parley_title_add_with (document, self->scenario,
                         parley_robust_is_rounded (self)
                             ? "Scores are rounded to 0.001 of a point; shown with one decimal."
                             : parley_words_exactness (FALSE));
  add_answer (document, self);
  parley_robust_add_method (document, self);
  parley_robust_add_drafts (document, self);
  parley_robust_add_reasons (document, self);
  if (self->draws->inputs->len > 0)
    parley_draft_doubts_add (document, self->scenario, self->doubts, TRUE);
  parley_robust_add_deals (document, self);
  parley_robust_add_ranks (document, self, everything);
  parley_robust_add_lopsided (document, self);
  return document;
}
