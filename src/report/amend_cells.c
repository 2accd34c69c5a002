/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/amend.h"
#include "report/term_words.h"
#include "report/words.h"

static const ParleyParty *
party_of (const ParleyAmend *amend, guint party)
{
  return parley_scenario_party (amend->scenario, party);
}

static const ParleyNumber *
reservation_of (const ParleyAmend *amend, guint party)
{
  return parley_party_reservation_at (party_of (amend, party),
                                      parley_scenario_date_of (amend->scenario, amend->draft));
}

static const ParleyIssue *
issue_of (const ParleyAmend *amend, guint axis)
{
  return parley_scenario_issue (amend->scenario, amend->leeway->space->domain->axes[axis].issue);
}

/* What parties get */

void
parley_amend_add_score_columns (ParleyTable *table, const ParleyAmend *amend)
{
  for (guint p = 0; p < amend->scenario->parties->len; p++)
    {
      gboolean asks = reservation_of (amend, p) != NULL;

      if (!parley_party_is_scored (party_of (amend, p)))
        continue;
      parley_table_group (table, party_of (amend, p)->title, asks ? 2 : 1);
      parley_table_column (table, "score", PARLEY_COLUMN_NUMBER);
      if (asks)
        parley_table_column (table, "surplus", PARLEY_COLUMN_NUMBER);
    }
}

static char *
words_of_surplus (const ParleySpan *score, const ParleyNumber *reservation)
{
  char *text = NULL;
  mpq_t low, high;

  mpq_inits (low, high, NULL);
  mpq_sub (low, score->low, reservation->value);
  mpq_sub (high, score->high, reservation->value);
  text = parley_words_span (low, high);
  mpq_clears (low, high, NULL);
  return text;
}

void
parley_amend_add_score_cells (ParleyTable *table,
                              const ParleyAmend *amend,
                              const ParleyAmendment *amendment)
{
  for (guint p = 0; p < amend->scenario->parties->len; p++)
    {
      const ParleyNumber *reservation = reservation_of (amend, p);
      const ParleySpan *score = amendment == NULL ? NULL : &amendment->scores[p];

      if (!parley_party_is_scored (party_of (amend, p)))
        continue;
      parley_table_take_cell (table,
                              score == NULL ? NULL : parley_words_span (score->low, score->high));
      if (reservation != NULL && score == NULL)
        parley_table_cell_text (table, NULL);
      else if (reservation != NULL)
        {
          g_autofree char *surplus = words_of_surplus (score, reservation);

          parley_table_cell (table, "%s%s", surplus, amendment->on_the_line[p] ? "~" : "");
        }
    }
}

static gboolean
is_on_the_line (const ParleyAmendment *amendment)
{
  for (guint p = 0; p < amendment->n_scores; p++)
    if (amendment->on_the_line[p])
      return TRUE;
  return FALSE;
}

void
parley_amend_add_notes (ParleyTable *table, const GPtrArray *amendments)
{
  for (guint i = 0; i < amendments->len; i++)
    if (is_on_the_line (g_ptr_array_index (amendments, i)))
      {
        parley_table_note (table,
                           "~ on the line: a point more or less, or an input elsewhere in its "
                           "stated range, turns the verdict");
        return;
      }
}

/* What is done */

static void
append_terms (GString *text,
              const ParleyAmend *amend,
              const ParleyAmendment *amendment,
              const gboolean *flags,
              const char *before)
{
  gboolean first = TRUE;

  for (guint a = 0; a < amend->leeway->space->domain->n_axes; a++)
    {
      g_autofree char *term = NULL;

      if (!flags[a])
        continue;
      term = parley_words_option (amend->leeway->space, a, amendment->options[a]);
      g_string_append_printf (text, "%s%s%s: %s", text->len == 0 ? "" : "; ", first ? before : "",
                              issue_of (amend, a)->title, term);
      first = FALSE;
    }
}

char *
parley_amend_words_of_terms (const ParleyAmend *amend, const ParleyAmendment *amendment)
{
  g_autoptr(GString) text = g_string_new (NULL);

  append_terms (text, amend, amendment, amendment->changed, "");
  append_terms (text, amend, amendment, amendment->settled, "settled: ");
  return g_string_free (g_steal_pointer (&text), FALSE);
}
