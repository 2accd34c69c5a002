/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/brief_part.h"
#include "report/likelihood.h"
#include "report/words.h"

static void
add_proposal_rules (ParleyBrief *self)
{
  g_autofree char *ground = parley_brief_ground (self);

  if (self->briefing->request.party >= 0)
    parley_document_paragraph (
        self->document,
        _ ("How the offer and the fallbacks are chosen: among %s, of the efficient deals that every "
           "side accepts even if its reservation score is at the high end of what is believed; where "
           "there is none, of all acceptable ones. One is worth most to the side that the briefing "
           "is for, one to the other side (of several to the worst-off of these), and one has the "
           "greatest product of surpluses; where two of these are the same, the best for the "
           "worst-off of all or that with the greatest sum comes in. They stand in the order of what "
           "they are worth to the side that the briefing is for. Of deals with the same scores the "
           "first in file order is taken."),
        ground);
  else
    parley_document_paragraph (
        self->document,
        _ ("How the proposal and the alternatives are chosen: among %s, of the efficient deals that "
           "every side accepts even if its reservation score is at the high end of what is believed; "
           "where there is none, of all acceptable ones. The first has the greatest product of "
           "surpluses, the next is best for the worst-off, and then comes the greatest sum. Of deals "
           "with the same scores the first in file order is taken."),
        ground);
}

static void
add_definitions (ParleyDocument *document)
{
  parley_document_entry (
      document, _ ("Score"), "%s",
      _ ("from 0 to 100 points: how much of what it wants a side gets, its issues "
         "weighted; adjustments come on top"));
  parley_document_entry (document, _ ("Reservation score"), "%s",
                         _ ("below it a side does better without a deal"));
  parley_document_entry (document, _ ("Surplus"), "%s", _ ("the score less the reservation score"));
  parley_document_entry (document, _ ("Red line"), "%s",
                         _ ("what a side refuses, whatever else it gets"));
  parley_document_entry (document, _ ("Acceptable"), "%s",
                         _ ("no rule forbids the deal, it crosses no red line, and every side that "
                            "decides reaches its reservation score"));
  parley_document_entry (document, _ ("Zone of agreement"), "%s",
                         _ ("the deals acceptable to all (ZOPA)"));
  parley_document_entry (document, _ ("Efficient"), "%s",
                         _ ("no acceptable deal is better for one side and worse for none; these "
                            "deals make the frontier"));
  parley_document_entry (
      document, _ ("Open term"), "%s",
      _ ("what is not known of a draft; then its score is a range, over all that "
         "the term can turn out to be"));
}

static void
add_exactness (ParleyBrief *self)
{
  const ParleyRobust *robust = self->briefing->robust;
  g_autofree char *draws = NULL;
  g_autofree char *numbers = NULL;
  g_autofree char *seed = NULL;

  parley_document_paragraph (self->document, "%s",
                             parley_words_exactness (self->briefing->rounded));
  if (robust == NULL)
    return;
  draws = parley_words_counted (robust->request.n_draws, NP_ ("draw", "draws"));
  numbers = parley_words_counted (robust->draws->inputs->len, NP_ ("number", "numbers"));
  seed = g_strdup_printf ("%" G_GUINT64_FORMAT, robust->request.draws.seed);
  parley_document_paragraph (
      self->document,
      _ ("Likelihoods are sampled: %s of what carries a range or a chance (%s), each by itself, "
         "the value written most often, falling to nothing at the ends of its range "
         "(triangular); seed %s. %s"),
      draws, numbers, seed, parley_likelihood_rule ());
}

static void
add_limits (ParleyDocument *document)
{
  parley_document_paragraph (
      document, "%s",
      _ ("What this cannot tell: whether the weights are right, whether a side will keep to what it "
         "signs, and what changes while people talk. Points that add up let a side trade anything "
         "for enough of something else; read numbers at the ends of their scales with care."));
}

void
parley_brief_add_method (ParleyBrief *self)
{
  parley_document_heading (self->document, 1, "%s", _ ("Method and definitions"));
  if (self->scenario->summary != NULL)
    parley_document_paragraph (self->document, "%s", self->scenario->summary);
  add_exactness (self);
  add_proposal_rules (self);
  add_limits (self->document);
  parley_document_heading (self->document, 2, "%s", _ ("Words"));
  add_definitions (self->document);
}
