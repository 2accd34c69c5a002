/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the advice hangs on, and what it rests on. */
#include "report/brief_part.h"
#include "report/draft_doubts.h"
#include "report/input_words.h"
#include "report/sensitivity_part.h"
#include "report/words.h"

/* So many numbers are named on the first page. */
#define NAMED 3

const ParleyDraftDoubt *
parley_brief_doubt (const ParleyBrief *self, guint proposal, guint party)
{
  const GPtrArray *doubts = self->briefing->doubts;
  guint draft = self->scenario->drafts->len + proposal;

  for (guint i = 0; doubts != NULL && i < doubts->len; i++)
    {
      const ParleyDraftDoubt *doubt = g_ptr_array_index (doubts, i);

      if (doubt->draft == draft && doubt->party == party)
        return doubt;
    }
  return NULL;
}

/* "Reservation above 61.5 (believed 30-55)" for those numbers that turn the verdict within their
 * ranges; without any, for the reservation. */
static void
append_turners (const ParleyBrief *self, GString *text, const ParleyDraftDoubt *doubt)
{
  g_autoptr(GString) believed = g_string_new (NULL);
  g_autofree char *reservation = NULL;
  guint n = 0;

  for (guint i = 0; i < doubt->tornado->bars->len; i++)
    {
      const ParleyBar *bar = parley_tornado_bar (doubt->tornado, i);
      g_autofree char *words = parley_bar_words (self->scenario, bar, bar->believed);

      if (bar->input.kind == PARLEY_INPUT_RESERVATION && words != NULL)
        reservation = g_strdup (words);
      if (bar->believed && words != NULL && ++n <= NAMED)
        g_string_append_printf (believed, "%s%s", n == 1 ? "" : "; ", words);
    }
  if (n > NAMED)
    g_string_append_printf (believed, _ ("; %u more"), n - NAMED);
  if (n > 0)
    g_string_append_printf (text, _ ("would refuse \"%s\" with: %s."), parley_brief_name (self, 0),
                            believed->str);
  else if (reservation != NULL)
    g_string_append_printf (
        text,
        _ ("no single number turns its answer within its believed range; beyond "
           "that, %s."),
        reservation);
}

/* "Weight of Security assurance, 3.2 to 14.2": what moves the margin most. */
static void
append_swings (const ParleyBrief *self, GString *text, const ParleyDraftDoubt *doubt)
{
  guint n = 0;

  for (guint i = 0; i < MIN (doubt->tornado->n_ranged, NAMED); i++)
    {
      const ParleyBar *bar = parley_tornado_bar (doubt->tornado, i);
      g_autofree char *full = parley_words_input_name (self->scenario, &bar->input);
      g_autofree char *name = parley_brief_short (full);
      g_autofree char *low
          = parley_words_points (parley_bar_surplus (doubt->tornado, bar, PARLEY_BAR_LOW));
      g_autofree char *high
          = parley_words_points (parley_bar_surplus (doubt->tornado, bar, PARLEY_BAR_HIGH));

      if (mpq_sgn (bar->swing) == 0)
        continue;
      g_string_append (text, n++ == 0 ? _ (" Its surplus moves most with: ") : "; ");
      g_string_append_printf (text, _ ("%s, %s to %s"), name, low, high);
    }
  if (n > 0)
    g_string_append_c (text, '.');
}

static void
add_party (ParleyBrief *self, guint party)
{
  const ParleyDraftDoubt *doubt = parley_brief_doubt (self, 0, party);
  g_autoptr(GString) text = g_string_new (NULL);

  if (doubt == NULL)
    return;
  append_turners (self, text, doubt);
  append_swings (self, text, doubt);
  if (text->len > 0)
    parley_document_entry (self->document, parley_brief_party_title (self, party), "%s",
                           g_strchug (text->str));
}

/* How the first proposal fares in the cases. */
typedef struct
{
  guint    n_accepted;
  guint    n_failed;
  GString *failed;  /* their titles */
} CaseTally;

static void
tally_clear (CaseTally *self)
{
  g_string_free (self->failed, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CaseTally, tally_clear)

static void
add_trial (CaseTally *self, const ParleyCaseTrial *trial)
{
  const ParleyDraftScore *score
      = trial->scores == NULL ? NULL : g_ptr_array_index (trial->scores->drafts, 0);

  if (score == NULL)
    return;
  if (score->verdict == PARLEY_VERDICT_ACCEPTS)
    self->n_accepted++;
  else
    g_string_append_printf (self->failed, "%s\"%s\"", self->n_failed++ == 0 ? "" : ", ",
                            parley_words_title (trial->given->title, trial->given->id));
}

static void
add_case_summary (ParleyBrief *self)
{
  const GPtrArray *trials = self->briefing->trials;
  guint n = self->scenario->cases->len;
  guint n_judged = 0;
  g_auto(CaseTally) tally = { .failed = g_string_new (NULL) };
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < trials->len; i++)
    add_trial (&tally, g_ptr_array_index (trials, i));
  n_judged = tally.n_accepted + tally.n_failed;
  if (n_judged == 0)
    return;
  if (tally.n_accepted == n)
    g_string_printf (text, _ ("\"%s\" is acceptable in all %u cases of the file."),
                     parley_brief_name (self, 0), n);
  else
    g_string_printf (text, _ ("\"%s\" is acceptable in %u of %u cases of the file."),
                     parley_brief_name (self, 0), tally.n_accepted, n);
  if (tally.n_failed > 0)
    g_string_append_printf (text, _ (" Not in %s."), tally.failed->str);
  if (n_judged < n)
    g_string_append_printf (text, _ (" In %u it cannot be judged."), n - n_judged);
  parley_document_entry (self->document, _ ("Cases"), "%s", text->str);
}

void
parley_brief_add_changes (ParleyBrief *self)
{
  g_autofree guint *parties = g_new (guint, self->scenario->parties->len);
  guint n = parley_brief_parties (self, parties);

  if (!parley_brief_has_offer (self))
    return;
  parley_document_heading (self->document, 2, "%s",
                           _ ("What could change this advice (exact, one number at a time)"));
  for (guint i = 0; i < n; i++)
    add_party (self, parties[i]);
  add_case_summary (self);
}

/* What it rests on */

static guint
count_used (const ParleyScenario *scenario)
{
  guint n = 0;

  for (guint i = 0; i < scenario->sources->len; i++)
    n += (guint) ((const ParleySource *) g_ptr_array_index (scenario->sources, i))->used;
  return n;
}

/* Adds "153 judged" when there are any. */
static void
append_basis (GString *text, guint n, const char *format)
{
  if (n > 0)
    g_string_append_printf (text, "%s%u %s", text->len == 0 ? "" : ", ", n, format);
}

static void
add_evidence (ParleyBrief *self)
{
  const ParleyEvidence *evidence = &self->briefing->evidence;
  g_autoptr(GString) bases = g_string_new (NULL);
  g_autofree char *numbers = parley_words_counted (evidence->n_numbers, NP_ ("number", "numbers"));
  g_autofree char *sources
      = parley_words_counted (count_used (self->scenario), NP_ ("source", "sources"));

  append_basis (bases, evidence->by_basis[PARLEY_BASIS_FACT], _ ("by facts"));
  append_basis (bases, evidence->by_basis[PARLEY_BASIS_INFERRED], _ ("inferred"));
  append_basis (bases, evidence->by_basis[PARLEY_BASIS_JUDGEMENT], _ ("by judgement"));
  append_basis (bases, evidence->by_basis[PARLEY_BASIS_NONE], _ ("without a stated basis"));
  parley_document_entry (self->document, _ ("Numbers"),
                         _ ("%s describe the parties, %s; %u with a range; %s."), numbers,
                         bases->str, evidence->n_ranged, sources);
}

void
parley_brief_add_grounds (ParleyBrief *self)
{
  parley_document_heading (self->document, 2, "%s", _ ("What it rests on"));
  add_evidence (self);
}

/* The annex */

void
parley_brief_add_doubts (ParleyBrief *self)
{
  parley_document_heading (self->document, 1, "%s", _ ("What the verdicts hang on"));
  parley_brief_add_likelihood (self);
  parley_brief_add_tornadoes (self);
  if (self->briefing->doubts != NULL && self->briefing->doubts->len > 0)
    parley_draft_doubts_add (self->document, self->briefing->extended, self->briefing->doubts,
                             FALSE);
  else
    parley_document_paragraph (self->document, "%s",
                               _ ("No draft gives a verdict that a single number could turn."));
}
