/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/amend.h"
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

/* ", 2.6-3.2 points to spare", and whether a number within its range would turn it. */
static void
append_spare (const ParleyStanding *standing, GString *text)
{
  g_autofree char *span = NULL;
  mpq_t low, high;

  mpq_inits (low, high, NULL);
  mpq_sub (low, standing->low, standing->reservation);
  mpq_sub (high, standing->high, standing->reservation);
  span = parley_words_span (low, high);
  mpq_clears (low, high, NULL);
  g_string_append_printf (text, ", %s points to spare", span);
}

/* " and crosses 2 of its red lines", " and may cross a red line". */
static void
append_crossings (const ParleyStanding *standing, GString *text)
{
  guint n = standing->red_lines->len;
  guint n_all = 0;

  for (guint i = 0; i < n; i++)
    n_all += (guint) (g_array_index (standing->red_lines, ParleyAction, i).applies == PARLEY_ALL);
  if (n == 0)
    return;
  g_string_append (text, standing->short_of_reservation ? ", and " : ": ");
  g_string_append (text, n_all > 0 ? "it crosses " : "it may cross ");
  if (MAX (n_all, 1) == 1)
    g_string_append (text, n == 1 ? "a red line" : "one of its red lines");
  else
    g_string_append_printf (text, "%u of its red lines", n_all);
}

/* "Ukraine rejects it, 32.0-34.7 points short, and it crosses 2 of its red lines". */
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
  if (standing->verdict == PARLEY_VERDICT_ACCEPTS && standing->has_reservation)
    append_spare (standing, text);
  if (standing->verdict != PARLEY_VERDICT_REJECTS)
    return;
  mpq_inits (low, high, NULL);
  mpq_sub (low, standing->reservation, standing->high);
  mpq_sub (high, standing->reservation, standing->low);
  span = parley_words_span (low, high);
  mpq_clears (low, high, NULL);
  if (standing->short_of_reservation)
    g_string_append_printf (text, ", %s points short", span);
  append_crossings (standing, text);
}

/* Whether some side that must accept does so by little. */
static gboolean
is_narrow (const ParleyExplanation *self)
{
  for (guint p = 0; p < self->scenario->parties->len; p++)
    if (parley_party_decides (parley_scenario_party (self->scenario, p))
        && standing_of (self, p)->on_the_line)
      return TRUE;
  return FALSE;
}

static const char *
answer_words (const ParleyExplanation *self)
{
  switch (self->score->verdict)
    {
    case PARLEY_VERDICT_ACCEPTS:
      return is_narrow (self) ? "ACCEPTABLE, but narrowly" : "ACCEPTABLE";
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
  g_autoptr(GString) text = g_string_new (answer_words (self));
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

/* What it takes for all to accept it. */
static void
add_amendments (ParleyDocument *document, const ParleyExplanation *self)
{
  g_autofree char *answer = self->amend == NULL ? NULL : parley_amend_answer (self->amend);

  if (answer == NULL && self->too_much == NULL)
    return;
  parley_document_heading (document, 2, "What it would take");
  if (answer == NULL)
    {
      parley_document_paragraph (document, "Too much to find in passing; parley amend may.");
      return;
    }
  parley_document_paragraph (document, "%s", answer);
  if (self->amend->possible)
    parley_amend_add_costs (document, self->amend);
  else
    parley_conflict_add (document, self->amend);
}

/* What the files say of themselves, which a reader should know before trusting them. */
static void
add_notes (ParleyDocument *document, const ParleyExplanation *self)
{
  parley_document_heading (document, 2, "What this rests on");
  parley_document_paragraph (
      document, "Points say what a side is believed to want, on a scale from 0 to 100. "
                "All of the above follows from the numbers in the file; whether these "
                "are right it cannot tell.");
  if (self->scenario->note != NULL)
    parley_document_entry (document, "Scenario", "%s", self->scenario->note);
  for (guint p = 0; p < self->scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (self->scenario, p);

      if (party->note != NULL)
        parley_document_entry (document, party->title, "%s", party->note);
    }
}

static void
add_parties (ParleyDocument *document, const ParleyExplanation *self)
{
  for (guint place = 0; place < N_PLACES; place++)
    for (guint p = 0; p < self->scenario->parties->len; p++)
      if (place_of (self, p) == place)
        parley_explain_add_party (document, self, p);
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
  add_parties (document, self);
  add_amendments (document, self);
  parley_explain_add_clauses (document, self, all);
  parley_document_heading (document, 2, "Where the points come from");
  parley_breakdown_add (document, self->scenario, self->score, NULL, all);
  parley_open_terms_add (document, self->scenario, self->score, all);
  parley_explain_add_turners (document, self, all);
  add_notes (document, self);
  return document;
}
