/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/infer_part.h"
#include "report/likelihood.h"
#include "report/number.h"
#include "report/title.h"
#include "report/words.h"

static const ParleyInference *
inference_at (const ParleyInferReport *report, guint index)
{
  return g_ptr_array_index (report->parties, index);
}

static guint
count_teaching (const ParleyInference *self)
{
  guint n = 0;

  for (guint c = 0; c < self->revealed->clues->len; c++)
    n += parley_infer_clue (self, c)->kind == PARLEY_CLUE_TEACHES;
  return n;
}

/* The answer */

/* With a slip nothing is ruled out: how likely the record is stands against how likely it would be
 * at best. */
static char *
answer_with_slip (const ParleyInference *self)
{
  double best = pow (1 - self->likely_request.slip, count_teaching (self));
  double share = fmin (1, self->likely->left / best);
  g_autofree char *percent = share > 1 - 1e-9
                                 ? g_strdup ("just as likely")
                                 : parley_likelihood_share ((ParleyFrequency){ share, 0 });
  const char *as = share > 1 - 1e-9 ? "" : " as likely";

  if (!self->revealed->fits)
    return g_strdup_printf (
        "some decision was a slip, as no numbers agree with all of the record. By "
        "%s it is on average %s%s as if some did",
        parley_infer_believed (self), percent, as);
  return g_strdup_printf (
      "the record teaches %s. By %s it is on average %s%s as by numbers that agree "
      "with all of it",
      share > 1 - 1e-9 ? "nothing" : parley_infer_lesson (share), parley_infer_believed (self),
      percent, as);
}

/* "what it did on 20 Feb, rejected "14 Feb, UA counter", …". */
static char *
answer_of_conflict (const ParleyInference *self)
{
  const GArray *blame = self->revealed->blame;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < blame->len; i++)
    {
      guint clue = g_array_index (blame, guint, i);
      g_autofree char *deed = parley_infer_deed (self, clue);
      g_autofree char *decision = g_strdup_printf ("that %s", deed);

      parley_words_join (text, i, blame->len, decision);
    }
  return g_strdup_printf ("nothing fits the record. %c%s contradict%s %s",
                          g_ascii_toupper (text->str[0]), text->str + 1, blame->len == 1 ? "s" : "",
                          blame->len == 1 ? "all that was believed of its weights and reservation"
                                          : "each other");
}

static char *
answer_of_none (const ParleyInference *self)
{
  if (self->revealed->clues->len == 0)
    return g_strdup ("there is no record, so that nothing can be learnt");
  return g_strdup ("the record teaches nothing of weights and reservation");
}

static char *
answer_of_fixed (const ParleyInference *self)
{
  return g_strdup_printf (
      "nothing can be learnt: weights and reservation have no range, so that what is written is all "
      "that is believed. The record agrees with it%s",
      self->revealed_request.belief == PARLEY_BELIEF_NOTHING
          ? ""
          : " (--prior nothing lets weights be any)");
}

/* "US take of the base and Past aid": numbers that are known exactly since the record is known. */
static char *
list_fixed (const ParleyInference *self)
{
  GString *text = g_string_new (NULL);
  const ParleyRevealed *revealed = self->revealed;

  for (guint i = 0; i < revealed->n_shares + revealed->reservations->len; i++)
    {
      g_autofree char *name = parley_infer_name (self, i);

      if (mpq_equal (revealed->left[i].low, revealed->left[i].high)
          && !mpq_equal (revealed->believed[i].low, revealed->believed[i].high))
        g_string_append_printf (text, "%s%s", text->len == 0 ? "" : ", ", name);
    }
  return g_string_free (text, FALSE);
}

static char *
answer_of (const ParleyInference *self)
{
  g_autofree char *left = NULL;
  g_autofree char *fixed = list_fixed (self);

  if (!self->revealed->fits && self->likely == NULL)
    return answer_of_conflict (self);
  if (count_teaching (self) == 0)
    return answer_of_none (self);
  if (!self->varies)
    return answer_of_fixed (self);
  /* What share that is, is a matter of how finely draws are made. */
  if (*fixed != '\0' && self->likely_request.slip <= 0)
    return g_strdup_printf ("the record teaches much. It leaves one value of: %s", fixed);
  if (self->likely == NULL)
    return g_strdup_printf ("the record teaches much. So little of %s fits it that no draw did; "
                            "limits are exact",
                            parley_infer_believed (self));
  if (self->likely_request.slip > 0)
    return answer_with_slip (self);
  if (self->likely->left >= 1)
    return g_strdup_printf ("the record teaches nothing. It rules out nothing of %s",
                            parley_infer_believed (self));
  left = parley_infer_left (self);
  return g_strdup_printf ("the record teaches %s. Of %s it leaves %s",
                          parley_infer_lesson (self->likely->left), parley_infer_believed (self),
                          left);
}

static void
add_answer (ParleyDocument *document, const ParleyInferReport *report)
{
  for (guint i = 0; i < report->parties->len; i++)
    {
      g_autofree char *answer = answer_of (inference_at (report, i));

      parley_document_lead (document, "%s: %s.",
                            parley_infer_party (inference_at (report, i))->title, answer);
    }
  if (report->parties->len == 0)
    parley_document_lead (document,
                          "No party has both weights and a record: no draft is said to have "
                          "been tabled, accepted or rejected by one.");
}

/* What was asked */

static gboolean
some_are_drawn (const ParleyInferReport *report)
{
  for (guint i = 0; i < report->parties->len; i++)
    if (inference_at (report, i)->likely != NULL && inference_at (report, i)->varies)
      return TRUE;
  return FALSE;
}

static gboolean
some_are_judged (const ParleyInferReport *report)
{
  for (guint i = 0; i < report->parties->len; i++)
    if (parley_infer_count_preferences (inference_at (report, i)) > 0)
      return TRUE;
  return FALSE;
}

static void
add_method (ParleyDocument *document, const ParleyInferReport *report)
{
  const ParleyClueRequest *clues = &report->revealed.clues;
  g_autofree char *draws = parley_words_counted (report->likely.n_draws, "draw", "draws");
  g_autofree char *slip = parley_number_decimal (100 * report->likely.slip, 1);
  g_autoptr (GString) text = g_string_new ("Values and adjustments are taken as they are written");

  g_string_append (text, clues->no_red_lines
                             ? ", and as though there were no red lines"
                             : ", and so are red lines: a rejection that they explain "
                               "teaches nothing");
  if (some_are_judged (report))
    g_string_append (text, ". What somebody judges a party to think of two drafts counts as its "
                           "decisions do");
  g_string_append_printf (text, ". Of open terms %s must fit the answer.",
                          clues->open == PARLEY_OPEN_ANY ? "at least one completion"
                                                         : "every completion");
  if (report->likely.slip > 0)
    g_string_append_printf (text, " A decision may be a slip in %s %% of cases.", slip);
  if (some_are_drawn (report))
    g_string_append_printf (
        text, " Means and 90 %% are those of %s, %s, seed %" G_GUINT64_FORMAT ".", draws,
        report->revealed.belief == PARLEY_BELIEF_NOTHING ? "all weights alike"
        : report->likely.spread == PARLEY_SPREAD_UNIFORM ? "all values of a range alike"
        : report->likely.spread == PARLEY_SPREAD_BETA
            ? "values as written most often and ends of ranges hardly ever (beta)"
            : "values as written most often, falling to nothing at the ends of ranges (triangular)",
        report->likely.seed);
  parley_document_paragraph (document, "%s", text->str);
}

static void
add_unscored (ParleyDocument *document, const ParleyInferReport *report)
{
  for (guint i = 0; i < report->unscored->len; i++)
    parley_document_paragraph (
        document, "%s has a record, but no weights that it could say something of.",
        parley_scenario_party (report->scenario, g_array_index (report->unscored, guint, i))
            ->title);
}

ParleyDocument *
parley_infer_to_document (const ParleyInferReport *report)
{
  ParleyDocument *document = parley_document_new ();

  parley_title_add_with (document, report->scenario,
                         "What the record says of weights and reservations.");
  add_answer (document, report);
  if (report->parties->len > 0)
    add_method (document, report);
  add_unscored (document, report);
  for (guint i = 0; i < report->parties->len; i++)
    {
      const ParleyInference *self = inference_at (report, i);

      parley_document_heading (document, 2, "%s", parley_infer_party (self)->title);
      parley_infer_add_decisions (document, self);
      parley_infer_add_conflict (document, self);
      parley_infer_add_numbers (document, self);
      parley_infer_add_orders (document, self);
    }
  return document;
}
