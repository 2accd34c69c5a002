/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/score.h"
#include "report/infer_part.h"
#include "report/words.h"

/* "its best completion", or "it" where nothing is open. */
static const char *
subject_of (const ParleyClue *clue, const ParleyDraftScore *score)
{
  g_autofree guint *axes = g_new (guint, score->space->domain->n_axes);

  if (parley_open_axes (score->space, axes) == 0)
    return "it";
  return clue->open == PARLEY_OPEN_ALL ? "every completion of it"
         : clue->reaches               ? "its best completion"
                                       : "its worst completion";
}

static void
add_decision (ParleyDocument *document, const ParleyInference *self, guint index)
{
  const ParleyClue *clue = parley_infer_clue (self, index);
  g_autofree char *when = parley_infer_when (self, index);
  g_autofree char *draft = parley_infer_draft (self, index);
  g_autofree char *reservation = parley_words_input (clue->move.reservation->value);
  g_autofree char *belief = parley_words_belief (clue->move.reservation);
  g_autofree char *span = NULL;
  g_autoptr(ParleyScores) scores
      = parley_scores_new (self->scenario, &clue->move.draft, 1, PARLEY_SCORE_PLAIN, NULL);
  const ParleyDraftScore *score = NULL;
  const ParleyStanding *standing = NULL;

  /* What a clue was drawn from can be scored. */
  g_return_if_fail (scores != NULL);
  score = g_ptr_array_index (scores->drafts, 0);
  standing = g_ptr_array_index (score->standings, self->party);
  span = parley_words_span (standing->low, standing->high);
  parley_document_bullet (
      document,
      "%s: %s %s \"%s\", so that %s must %s the reservation of %s%s; by the weights as written it "
      "scores %s.",
      when, parley_infer_party (self)->title, parley_words_act (clue->move.act), draft,
      subject_of (clue, score), clue->reaches ? "reach" : "stay below", reservation, belief, span);
}

static void
add_misfit (ParleyDocument *document, const ParleyInference *self)
{
  g_autofree char *points = parley_words_points (self->misfit);
  gboolean one = self->revealed->blame->len == 1;

  if (!self->has_misfit)
    return;
  if (mpq_sgn (self->misfit) == 0)
    parley_document_paragraph (document, "%s on the edge: the least change of a score would do.",
                               one ? "It lies" : "They lie");
  else
    parley_document_paragraph (document,
                               "For %s to fit, %s would have to be off by %s points at least.",
                               one ? "it" : "them", one ? "its score" : "the scores of each",
                               points);
}

void
parley_infer_add_conflict (ParleyDocument *document, const ParleyInference *self)
{
  const GArray *blame = self->revealed->blame;
  gboolean one = blame->len == 1;

  if (self->revealed->fits)
    return;
  parley_document_heading (document, 3, "What contradicts");
  if (one)
    parley_document_paragraph (document,
                               "One decision by itself contradicts all that was believed:");
  else
    parley_document_paragraph (document,
                               "%u decisions contradict each other; without any one of them the "
                               "others agree:",
                               blame->len);
  for (guint i = 0; i < blame->len; i++)
    add_decision (document, self, g_array_index (blame, guint, i));
  add_misfit (document, self);
  parley_document_paragraph (
      document,
      "So %s, or a value, an adjustment or a range of the model does not hold%s, or %s decided "
      "otherwise than its interest is modelled%s.",
      one ? "the record, or what it says of the terms, is wrong"
          : "the record is wrong about one of them",
      self->revealed_request.belief == PARLEY_BELIEF_RANGES ? " (--prior nothing takes ranges away)"
                                                            : "",
      parley_infer_party (self)->title,
      self->likely_request.slip > 0 ? "" : " (--slip P allows for that)");
}
