/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/infer_part.h"
#include "report/likelihood.h"
#include "report/words.h"

static double
chance_of (const ParleyInference *self, guint clue)
{
  return self->likely == NULL ? 1 : self->likely->chances[clue];
}

/* How much of what earlier decisions left agrees with it: with a slip, what does not may do it too.
 */
static double
agreement_of (const ParleyInference *self, guint clue)
{
  double slip = self->likely_request.slip;

  return (chance_of (self, clue) - slip) / (1 - 2 * slip);
}

/* The last digits of what a slip leaves are none. */
static gboolean
is_certain (const ParleyInference *self, guint clue)
{
  return agreement_of (self, clue) > 1 - 1e-9;
}

static gboolean
is_blamed (const ParleyInference *self, guint clue)
{
  for (guint i = 0; i < self->revealed->blame->len; i++)
    if (g_array_index (self->revealed->blame, guint, i) == clue)
      return TRUE;
  return FALSE;
}

static gboolean
teaches (const ParleyInference *self, guint clue)
{
  return parley_infer_clue (self, clue)->kind == PARLEY_CLUE_TEACHES;
}

static const char *
lesson_of_score (const ParleyInference *self, guint clue)
{
  if (self->likely == NULL)
    return is_blamed (self, clue) ? "contradicts (see below)" : NULL;
  if (is_certain (self, clue))
    return "nothing new: it was certain";
  if (self->likely_request.slip > 0 && agreement_of (self, clue) < 1e-9)
    return "a slip: no draw agrees with it";
  return parley_infer_lesson (agreement_of (self, clue));
}

/* "nothing: red line "No debt for past aid" explains it". */
static char *
lesson_of (const ParleyInference *self, guint clue)
{
  g_autofree char *lines = parley_infer_red_lines (self, clue);
  gboolean many = self->red_lines[clue] != NULL && self->red_lines[clue]->len > 1;

  switch (parley_infer_clue (self, clue)->kind)
    {
    case PARLEY_CLUE_RED_LINE:
      return g_strdup_printf ("nothing: %s %s %s it", many ? "red lines" : "red line", lines,
                              many ? "explain" : "explains");
    case PARLEY_CLUE_CROSSES:
      return g_strdup_printf ("nothing of weights: it crosses %s %s",
                              many ? "red lines" : "red line", lines);
    case PARLEY_CLUE_UNSCORED:
      return g_strdup ("nothing: there is no reservation to compare with");
    case PARLEY_CLUE_TOO_MUCH:
      return g_strdup ("nothing: too many completions of its open terms matter");
    case PARLEY_CLUE_INFEASIBLE:
      return g_strdup ("nothing: the rules allow no completion");
    case PARLEY_CLUE_TEACHES:
    default:
      return g_strdup (lesson_of_score (self, clue));
    }
}

static char *
likely_of (const ParleyInference *self, guint clue)
{
  if (self->likely == NULL || !teaches (self, clue))
    return NULL;
  if (chance_of (self, clue) >= 1)
    return g_strdup ("certain");
  return parley_likelihood_share ((ParleyFrequency){ chance_of (self, clue), 0 });
}

static void
add_decision (ParleyTable *table, const ParleyInference *self, guint clue)
{
  parley_table_row (table);
  parley_table_take_cell (table, parley_infer_when (self, clue));
  parley_table_take_cell (table, parley_infer_draft (self, clue));
  parley_table_cell_text (table, parley_infer_act (self, clue));
  parley_table_take_cell (table, likely_of (self, clue));
  parley_table_take_cell (table, lesson_of (self, clue));
}

static void
add_notes (ParleyTable *table, const ParleyInference *self)
{
  g_autofree char *again = parley_words_counted (self->n_again, "answer says", "answers say");

  if (self->likely != NULL)
    parley_table_note (table, "Likely: how likely the decision was by what was believed and by the "
                              "decisions above it; certain: in every draw.");
  if (self->n_again > 0)
    parley_table_note (table,
                       "%s no more than earlier ones about the same text, and %s not listed.",
                       again, self->n_again == 1 ? "is" : "are");
  if (self->n_withheld > 0)
    parley_table_note (table, "That a signature was withheld says nothing of the text.");
}

/* "3 are explained by red lines" and so on. */
static void
add_count (GString *text, guint n, const char *one, const char *many)
{
  if (n > 0)
    g_string_append_printf (text, "%s%u %s", text->len == 0 ? "" : ", ", n, n == 1 ? one : many);
}

static void
add_summary (ParleyDocument *document, const ParleyInference *self)
{
  guint n = self->revealed->clues->len;
  gboolean some = parley_infer_count_preferences (self) > 0;
  g_autofree char *decisions
      = parley_words_counted (n, some ? "decision or preference" : "decision",
                              some ? "decisions and preferences" : "decisions");
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_lines = 0;
  guint n_certain = 0;
  guint n_taught = 0;

  for (guint c = 0; c < n; c++)
    {
      n_lines += parley_infer_clue (self, c)->kind == PARLEY_CLUE_RED_LINE;
      n_certain += teaches (self, c) && is_certain (self, c);
      n_taught += teaches (self, c) && !is_certain (self, c);
    }
  add_count (text, n_lines, "is explained by a red line and says nothing of weights",
             "are explained by red lines and say nothing of weights");
  add_count (text, n_certain, "was certain before it was taken",
             "were certain before they were taken");
  add_count (text, n_taught, "was not certain", "were not certain");
  add_count (text, n - n_lines - n_certain - n_taught, "says nothing for other reasons",
             "say nothing for other reasons");
  if (self->likely != NULL && self->varies)
    parley_document_paragraph (document, "Of %s %s.", decisions, text->str);
}

/* What no weights explain. */
static void
add_crossings (ParleyDocument *document, const ParleyInference *self)
{
  for (guint c = 0; c < self->revealed->clues->len; c++)
    {
      const ParleyClue *clue = parley_infer_clue (self, c);
      g_autofree char *when = parley_infer_when (self, c);
      g_autofree char *draft = parley_infer_draft (self, c);
      g_autofree char *lines = parley_infer_red_lines (self, c);
      gboolean many = self->red_lines[c] != NULL && self->red_lines[c]->len > 1;

      if (clue->kind != PARLEY_CLUE_CROSSES)
        continue;
      parley_document_note (
          document,
          "%s: %s %s \"%s\", which crosses %s %s however its open terms are read. No weights explain "
          "that: %s%s, or the terms are not those that it said yes to.",
          when, parley_infer_party (self)->title, parley_infer_verb (self, c), draft,
          many ? "its red lines" : "its red line", lines,
          many ? "these do not hold" : "that does not hold",
          parley_inference_breaks_line (self, c) ? " as they are written" : "");
    }
}

void
parley_infer_add_decisions (ParleyDocument *document, const ParleyInference *self)
{
  ParleyTable *table = NULL;

  if (self->revealed->clues->len == 0)
    return;
  add_summary (document, self);
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_column (table, "When", PARLEY_COLUMN_RIGHT);
  parley_table_column (table, "Draft", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "Decision", PARLEY_COLUMN_LABEL);
  parley_table_column (table, "Likely", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "What it teaches", PARLEY_COLUMN_TEXT);
  for (guint c = 0; c < self->revealed->clues->len; c++)
    add_decision (table, self, c);
  add_notes (table, self);
  add_crossings (document, self);
}
