/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/breakdown.h"
#include "report/explain.h"
#include "report/words.h"

static const ParleyStanding *
standing_of (const ParleyExplanation *self, guint party)
{
  return g_ptr_array_index (self->score->standings, party);
}

static void
add_title (ParleyDocument *document, const ParleyExplanation *self)
{
  g_autofree char *name = parley_words_draft (self->score->draft, self->scenario->as_of);

  parley_document_heading (document, 1, "%s", name);
  parley_document_paragraph (document, "%s. %s", self->scenario->title,
                             parley_words_exactness (self->score->rounded));
}

/* "Ukraine rejects it, 32.0-34.7 points short and across 2 red lines". */
static void
append_verdict (const ParleyExplanation *self, guint party, GString *text)
{
  const ParleyStanding *standing = standing_of (self, party);
  const ParleyParty *model = parley_scenario_party (self->scenario, party);
  g_autofree char *span = NULL;
  mpq_t low, high;

  g_string_append_printf (text, "%s %s", model->title,
                          standing->verdict == PARLEY_VERDICT_ACCEPTS   ? "accepts it"
                          : standing->verdict == PARLEY_VERDICT_REJECTS ? "rejects it"
                          : standing->verdict == PARLEY_VERDICT_DEPENDS
                              ? "accepts it or not, as open terms turn out"
                              : "cannot be judged");
  if (standing->verdict != PARLEY_VERDICT_REJECTS)
    return;
  mpq_inits (low, high, NULL);
  mpq_sub (low, standing->reservation, standing->high);
  mpq_sub (high, standing->reservation, standing->low);
  span = parley_words_span (low, high);
  mpq_clears (low, high, NULL);
  if (standing->short_of_reservation)
    g_string_append_printf (text, ", %s points short", span);
  if (standing->red_lines->len > 0)
    g_string_append_printf (text, "%s across %s", standing->short_of_reservation ? " and" : ",",
                            standing->red_lines->len == 1 ? "a red line" : "red lines");
}

static const char *
answer_words (ParleyVerdict verdict)
{
  switch (verdict)
    {
    case PARLEY_VERDICT_ACCEPTS:
      return "ACCEPTABLE";
    case PARLEY_VERDICT_DEPENDS:
      return "DEPENDS on open terms";
    case PARLEY_VERDICT_REJECTS:
      return "NOT ACCEPTABLE";
    case PARLEY_VERDICT_INFEASIBLE:
    case PARLEY_VERDICT_UNKNOWN:
    case PARLEY_VERDICT_NONE:
    default:
      return "UNKNOWN: there are too many completions";
    }
}

/* "both sides accept 5.5 % of its 24,385,536 completions". */
static void
append_counts (const ParleyExplanation *self, GString *text)
{
  const ParleyCounts *counts = self->score->counts;
  g_autofree char *everyone = parley_words_everyone (self->scenario);
  g_autofree char *share = NULL;
  g_autofree char *n = NULL;

  if (self->score->verdict != PARLEY_VERDICT_DEPENDS || counts == NULL)
    return;
  share = parley_words_share (counts->total.all, counts->total.feasible);
  n = parley_words_counted_deals (counts->total.feasible, "completion", "completions");
  g_string_append_printf (text, " Of its %s %s would accept %s.", n, everyone, share);
}

/* Who stands in the way comes first, who is not asked last. */
#define N_PLACES 4

static guint
place_of (const ParleyExplanation *self, guint party)
{
  if (!parley_party_decides (parley_scenario_party (self->scenario, party))
      || standing_of (self, party)->needed == PARLEY_NONE)
    return N_PLACES - 1;
  switch (standing_of (self, party)->verdict)
    {
    case PARLEY_VERDICT_REJECTS:
      return 0;
    case PARLEY_VERDICT_DEPENDS:
    case PARLEY_VERDICT_UNKNOWN:
      return 1;
    case PARLEY_VERDICT_ACCEPTS:
    case PARLEY_VERDICT_INFEASIBLE:
    case PARLEY_VERDICT_NONE:
    default:
      return 2;
    }
}

static void
add_answer (ParleyDocument *document, const ParleyExplanation *self)
{
  g_autoptr(GString) text = g_string_new (answer_words (self->score->verdict));
  gboolean first = TRUE;

  for (guint place = 0; place < N_PLACES - 1; place++)
    for (guint p = 0; p < self->scenario->parties->len; p++)
      if (place_of (self, p) == place)
        {
          g_string_append (text, first ? ": " : "; ");
          append_verdict (self, p, text);
          first = FALSE;
        }
  g_string_append (text, ".");
  append_counts (self, text);
  parley_document_lead (document, "%s", text->str);
}

ParleyDocument *
parley_explain_to_document (const ParleyExplanation *self, gboolean all)
{
  ParleyDocument *document = parley_document_new ();

  add_title (document, self);
  if (self->score->verdict == PARLEY_VERDICT_INFEASIBLE)
    {
      parley_document_lead (document, "NOT FEASIBLE: the rules leave no completion of this draft.");
      return document;
    }
  add_answer (document, self);
  for (guint place = 0; place < N_PLACES; place++)
    for (guint p = 0; p < self->scenario->parties->len; p++)
      if (place_of (self, p) == place)
        parley_explain_add_party (document, self, p, all);
  parley_explain_add_clauses (document, self, all);
  parley_open_terms_add (document, self->scenario, self->score, all);
  parley_breakdown_add (document, self->scenario, self->score, all);
  return document;
}
