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

/* "84.4 and 77.3", "" where that cannot be said. */
static char *
scores_of (const ParleyInference *self, const ParleyDraftPreference *preference)
{
  g_autoptr(ParleyScores) scores
      = parley_scores_new (self->scenario, preference->drafts, 2, PARLEY_SCORE_PLAIN, NULL);
  char *spans[2] = { NULL };
  char *text = NULL;

  if (scores == NULL)
    return g_strdup ("");
  for (guint d = 0; d < 2; d++)
    {
      const ParleyDraftScore *draft = g_ptr_array_index (scores->drafts, d);
      const ParleyStanding *standing = g_ptr_array_index (draft->standings, self->party);

      spans[d] = parley_words_span (standing->low, standing->high);
    }
  text = g_strdup_printf ("; by the weights as written they score %s and %s", spans[0], spans[1]);
  g_free (spans[0]);
  g_free (spans[1]);
  return text;
}

static void
add_preference (ParleyDocument *document, const ParleyInference *self, guint index)
{
  const ParleyClue *clue = parley_infer_clue (self, index);
  g_autofree char *when = parley_infer_when (self, index);
  g_autofree char *draft = parley_infer_draft (self, index);
  g_autofree char *scores = scores_of (self, clue->preference);

  parley_document_bullet (document, "%s: %s is %s %s%s.", when, parley_infer_party (self)->title,
                          parley_infer_act (self, index), draft, scores);
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
      when, parley_infer_party (self)->title, parley_infer_verb (self, index), draft,
      subject_of (clue, score), clue->reaches ? "reach" : "stay below", reservation, belief, span);
}

/* How many of those to blame are preferences. */
static guint
count_judged (const ParleyInference *self)
{
  guint n = 0;

  for (guint i = 0; i < self->revealed->blame->len; i++)
    n += parley_infer_clue (self, g_array_index (self->revealed->blame, guint, i))->preference
         != NULL;
  return n;
}

static void
add_heading (ParleyDocument *document, const ParleyInference *self)
{
  guint n = self->revealed->blame->len;
  guint n_judged = count_judged (self);
  const char *many = n_judged == 0  ? "decisions"
                     : n_judged < n ? "decisions and preferences"
                                    : "preferences";

  parley_document_heading (document, 3, "What contradicts");
  if (n == 1)
    parley_document_paragraph (document, "One %s by itself contradicts all that was believed:",
                               n_judged == 0 ? "decision" : "preference");
  else
    parley_document_paragraph (document,
                               "%u %s contradict each other; without any one of them the others "
                               "agree:",
                               n, many);
}

/* Whose scores are off. */
static const char *
misfits (const ParleyInference *self)
{
  gboolean one = self->revealed->blame->len == 1;

  if (count_judged (self) > 0)
    return one ? "what lies between the two scores" : "each score, or what lies between two,";
  return one ? "its score" : "the scores of each";
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
                               one ? "it" : "them", misfits (self), points);
}

/* What may be wrong. */
static void
add_reasons (ParleyDocument *document, const ParleyInference *self)
{
  guint n = self->revealed->blame->len;
  guint n_judged = count_judged (self);
  const char *slip = self->likely_request.slip > 0 ? "" : " (--slip P allows for that)";
  const char *ranges = self->revealed_request.belief == PARLEY_BELIEF_RANGES
                           ? " (--prior nothing takes ranges away)"
                           : "";

  if (n_judged == n)
    parley_document_paragraph (document,
                               "So %s wrong%s, or a value, an adjustment or a range of the model "
                               "does not hold%s.",
                               n == 1 ? "the judgement is" : "one of the judgements is", slip,
                               ranges);
  else
    parley_document_paragraph (document,
                               "So %s, or a value, an adjustment or a range of the model does not "
                               "hold%s, or %s decided otherwise than its interest is modelled%s.",
                               n == 1         ? "the record, or what it says of the terms, is wrong"
                               : n_judged > 0 ? "the record or a judgement is wrong"
                                              : "the record is wrong about one of them",
                               ranges, parley_infer_party (self)->title, slip);
}

void
parley_infer_add_conflict (ParleyDocument *document, const ParleyInference *self)
{
  const GArray *blame = self->revealed->blame;

  if (self->revealed->fits)
    return;
  add_heading (document, self);
  for (guint i = 0; i < blame->len; i++)
    {
      guint clue = g_array_index (blame, guint, i);

      if (parley_infer_clue (self, clue)->preference != NULL)
        add_preference (document, self, clue);
      else
        add_decision (document, self, clue);
    }
  add_misfit (document, self);
  add_reasons (document, self);
}
