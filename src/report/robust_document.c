/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/draft_doubts.h"
#include "report/input_words.h"
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

/* What was drawn */

gboolean
parley_robust_is_rounded (const ParleyRobust *self)
{
  for (guint p = 0; p < self->scenario->parties->len; p++)
    if (self->draws->scales[p].rounded)
      return TRUE;
  return FALSE;
}

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

static void
add_method (ParleyDocument *document, const ParleyRobust *self)
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

/* The answer */

/* How likely it is that all accept a draft. */
static const char *
answer_word (const ParleyRobust *self, guint draft)
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

      if (g_strcmp0 (answer_word (self, d), word) != 0)
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

/* The drafts */

static gboolean
gives_verdict (const ParleyRobust *self, guint party)
{
  return parley_party_gives_verdict (parley_scenario_party (self->scenario, party));
}

/* Whether the party's verdict on some draft hangs on open terms in some draw. */
static gboolean
depends_ever (const ParleyRobust *self, guint party)
{
  for (guint d = 0; d < self->shape.n_drafts; d++)
    if (parley_robust_part (self->sums, d, party)[PARLEY_SUM_DEPENDS] > 0)
      return TRUE;
  return FALSE;
}

static void
add_columns (ParleyTable *table, const ParleyRobust *self)
{
  g_autofree char *everyone = parley_words_everyone (self->scenario);

  everyone[0] = g_ascii_toupper (everyone[0]);
  parley_table_column (table, "Draft", PARLEY_COLUMN_TEXT);
  for (guint p = 0; p < self->shape.n_parties; p++)
    if (gives_verdict (self, p))
      {
        parley_table_group (table, parley_scenario_party (self->scenario, p)->title,
                            depends_ever (self, p) ? 2 : 1);
        parley_table_column (table, "accepts", PARLEY_COLUMN_NUMBER);
        if (depends_ever (self, p))
          parley_table_column (table, "depends", PARLEY_COLUMN_NUMBER);
      }
  parley_table_group (table, everyone, 3);
  parley_table_column (table, "accept", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "+/-", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "in words", PARLEY_COLUMN_LABEL);
}

static void
add_row (ParleyTable *table, const ParleyRobust *self, guint draft)
{
  ParleyFrequency all = parley_robust_all_accept (self, draft);
  gboolean feasible = parley_robust_is_feasible (self, draft);

  parley_table_row (table);
  parley_table_take_cell (table, parley_robust_draft_name (self, draft));
  for (guint p = 0; p < self->shape.n_parties; p++)
    {
      const double *part = parley_robust_part (self->sums, draft, p);
      ParleyFrequency depends = parley_frequency (part[PARLEY_SUM_DEPENDS], *self->sums->n_draws);

      if (!gives_verdict (self, p))
        continue;
      parley_table_take_cell (
          table,
          feasible ? parley_likelihood_share (parley_robust_accepts (self, draft, p)) : NULL);
      if (depends_ever (self, p))
        parley_table_take_cell (table, depends.p > 0 ? parley_likelihood_share (depends) : NULL);
    }
  parley_table_take_cell (table, feasible ? parley_likelihood_share (all) : NULL);
  parley_table_take_cell (table, parley_likelihood_error (all));
  parley_table_cell_text (table, answer_word (self, draft));
}

/* Open drafts, their open terms being drawn as well: "14 Feb, UA counter 5.8 %". */
static void
add_read (ParleyTable *table, const ParleyRobust *self)
{
  g_autofree char *everyone = parley_words_everyone (self->scenario);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint d = 0; d < self->shape.n_drafts; d++)
    {
      ParleyFrequency read
          = parley_frequency (self->sums->all[2 * (gsize) d + 1], *self->sums->n_draws);
      g_autofree char *name = parley_robust_draft_name (self, d);
      g_autofree char *share = parley_likelihood_share (read);

      if (parley_robust_is_open (self, d) && read.p != parley_robust_all_accept (self, d).p)
        g_string_append_printf (text, "%s%s %s", text->len == 0 ? "" : "; ", name, share);
    }
  if (text->len > 0)
    parley_table_note (
        table, "Where open terms are drawn too, each completion alike, acceptable to %s in: %s.",
        everyone, text->str);
}

/* Drafts that a party would accept more often without its red lines: "12 Feb, US draft all". */
static char *
freed_drafts (const ParleyRobust *self, guint party)
{
  GString *text = g_string_new (NULL);

  for (guint d = 0; d < self->shape.n_drafts; d++)
    {
      const double *part = parley_robust_part (self->sums, d, party);
      ParleyFrequency bare = parley_frequency (part[PARLEY_SUM_BARE], *self->sums->n_draws);
      g_autofree char *name = parley_robust_draft_name (self, d);
      g_autofree char *share = parley_likelihood_share (bare);

      if (part[PARLEY_SUM_BARE] > part[PARLEY_SUM_ACCEPTS])
        g_string_append_printf (text, "%s%s %s", text->len == 0 ? "" : "; ", name, share);
    }
  return g_string_free (text, FALSE);
}

static void
add_red_lines (ParleyTable *table, const ParleyRobust *self)
{
  gboolean some = FALSE;

  for (guint p = 0; p < self->shape.n_parties; p++)
    {
      g_autofree char *drafts = freed_drafts (self, p);

      if (*drafts == '\0')
        continue;
      some = TRUE;
      parley_table_note (table, "Without its red lines %s would accept: %s.",
                         parley_scenario_party (self->scenario, p)->title, drafts);
    }
  if (!some)
    parley_table_note (table, "Red lines turn no acceptance in any draw.");
}

/* Whether some draft has no completion. */
static gboolean
some_are_infeasible (const ParleyRobust *self)
{
  for (guint d = 0; d < self->shape.n_drafts; d++)
    if (!parley_robust_is_feasible (self, d))
      return TRUE;
  return FALSE;
}

static void
add_drafts (ParleyDocument *document, const ParleyRobust *self)
{
  ParleyTable *table = NULL;

  if (self->shape.n_drafts == 0)
    return;
  parley_document_heading (document, 2, "The drafts");
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  add_columns (table, self);
  for (guint d = 0; d < self->shape.n_drafts; d++)
    add_row (table, self, d);
  parley_table_note (table, "accepts: every completion of what the draft leaves open; depends: "
                            "some; in the other draws the party rejects all");
  if (some_are_infeasible (self))
    parley_table_note (table, "infeasible: the rules leave no completion");
  parley_table_note (table, "+/-: the standard error, in points of a percent");
  add_read (table, self);
  add_red_lines (table, self);
  parley_table_note (table, "%s", parley_likelihood_rule ());
}

/* Ranges that lie to one side */

static void
add_lopsided (ParleyDocument *document, const ParleyRobust *self)
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
  add_method (document, self);
  add_drafts (document, self);
  parley_robust_add_reasons (document, self);
  if (self->draws->inputs->len > 0)
    parley_draft_doubts_add (document, self->scenario, self->doubts, TRUE);
  parley_robust_add_deals (document, self);
  parley_robust_add_ranks (document, self, everything);
  add_lopsided (document, self);
  return document;
}
