/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How to get from the offer to the last fallback, and what there is without a deal. */
#include <string.h>

#include "report/brief_part.h"
#include "report/concede.h"
#include "report/term_words.h"
#include "report/words.h"

/* So many concessions stand on the first page. */
#define STEPS_SHOWN 10

/* "+2.7", in points. */
static char *
gain_words (const ParleyUtility *utility, ParleyScore gain)
{
  char *words = NULL;
  mpq_t points;

  mpq_init (points);
  parley_score_to_exact (gain, utility->denominator, points);
  words = parley_words_shift (points, points);
  mpq_clear (points);
  return words;
}

static void
add_shift (ParleyTable *table, const ParleyUtility *utility, ParleyScore shift)
{
  mpq_t points;

  mpq_init (points);
  parley_score_to_exact (shift, utility->denominator, points);
  parley_table_take_number (table, gain_words (utility, shift), parley_exact_to_double (points));
  mpq_clear (points);
}

static const char *
kind_words (ParleyStepKind kind)
{
  switch (kind)
    {
    case PARLEY_STEP_FREE:
      return _ ("free");
    case PARLEY_STEP_ASK:
      return _ ("ask");
    case PARLEY_STEP_GIVE:
    default:
      return _ ("give");
    }
}

static void
add_step (ParleyBrief *self, ParleyTable *table, guint index, const guint *parties, guint n)
{
  const ParleyConcessions *plan = self->briefing->plan;
  const ParleyConcession *step = g_ptr_array_index (plan->steps, index);

  parley_table_row (table);
  parley_table_take_number (table, g_strdup_printf ("%u", index + 1), index + 1);
  parley_table_cell_text (table, kind_words (step->kind));
  parley_table_take_cell (table, parley_words_moves (plan, step));
  for (guint i = 0; i < n; i++)
    {
      const ParleyUtility *utility = g_ptr_array_index (plan->utilities, parties[i]);
      ParleyScore margin = step->after->scores[parties[i]] - utility->reservation;

      add_shift (table, utility, parley_concession_gain (step, parties[i]));
      if (utility->has_reservation)
        add_shift (table, utility, margin);
      else
        parley_table_cell_text (table, NULL);
    }
}

static void
add_table (ParleyBrief *self)
{
  const ParleyConcessions *plan = self->briefing->plan;
  g_autofree guint *parties = g_new (guint, self->scenario->parties->len);
  guint n = parley_brief_parties (self, parties);
  ParleyTable *table = parley_document_table (self->document, PARLEY_TABLE_RULED);

  parley_table_column (table, NULL, PARLEY_COLUMN_NUMBER);
  parley_table_column (table, NULL, PARLEY_COLUMN_LABEL);
  parley_table_column (table, _ ("Change"), PARLEY_COLUMN_TEXT);
  for (guint i = 0; i < n; i++)
    {
      parley_table_group (table, parley_brief_party_title (self, parties[i]), 2);
      parley_table_column (table, _ ("gains"), PARLEY_COLUMN_NUMBER);
      parley_table_column (table, _ ("surplus then"), PARLEY_COLUMN_NUMBER);
    }
  for (guint i = 0; i < plan->steps->len; i++)
    add_step (self, table, i, parties, n);
}

/* "Law: neutral (-0.5 / +1.0)": the terms of a step with what each side gains. */
static char *
step_words (const ParleyBrief *self, guint index, const guint *parties, guint n)
{
  const ParleyConcessions *plan = self->briefing->plan;
  const ParleyConcession *step = g_ptr_array_index (plan->steps, index);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint m = 0; m < step->moves->len; m++)
    {
      const ParleyMove *move = &g_array_index (step->moves, ParleyMove, m);
      g_autofree char *full = parley_words_option (plan->space, move->axis, move->option);
      g_autofree char *to = parley_brief_short (full);
      g_autofree char *title
          = parley_brief_issue (self, plan->space->domain->axes[move->axis].issue);

      g_string_append_printf (text, "%s%s: %s", m == 0 ? "" : ", ", title, to);
    }
  for (guint i = 0; i < n; i++)
    {
      const ParleyUtility *utility = g_ptr_array_index (plan->utilities, parties[i]);
      g_autofree char *gain = gain_words (utility, parley_concession_gain (step, parties[i]));

      g_string_append_printf (text, "%s%s", i == 0 ? " (" : " / ", gain);
    }
  g_string_append_c (text, ')');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
parley_brief_add_order (ParleyBrief *self)
{
  g_autofree guint *parties = g_new (guint, self->scenario->parties->len);
  guint n = parley_brief_parties (self, parties);
  guint n_steps = self->briefing->plan == NULL ? 0 : self->briefing->plan->steps->len;
  guint n_shown = n_steps <= STEPS_SHOWN + 1 ? n_steps : STEPS_SHOWN;
  g_autoptr(GString) names = g_string_new (NULL);
  g_autoptr(GString) text = g_string_new (NULL);

  if (!parley_brief_has_plan (self))
    return;
  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : " / ",
                            parley_brief_party_title (self, parties[i]));
  for (guint i = 0; i < n_shown; i++)
    {
      g_autofree char *words = step_words (self, i, parties, n);

      g_string_append_printf (text, "%s%u. %s", i == 0 ? "" : "; ", i + 1, words);
    }
  if (n_shown < n_steps)
    g_string_append_printf (text, _ ("; %u more"), n_steps - n_shown);
  parley_document_heading (self->document, 2, _ ("Concessions, in order (points: %s)"), names->str);
  parley_document_paragraph (self->document,
                             _ ("%s. This is fallback %u: stop, and ask for instructions."),
                             text->str, parley_briefing_n_proposals (self->briefing) - 1);
}

void
parley_brief_add_plan (ParleyBrief *self)
{
  parley_document_heading (self->document, 1, "%s", _ ("The order of concessions"));
  if (!parley_brief_has_plan (self))
    {
      parley_document_paragraph (
          self->document, "%s",
          _ ("There is none: it takes a side that the briefing is for, and two proposals."));
      return;
    }
  parley_document_paragraph (
      self->document,
      _ ("From the offer to fallback %u, clause by clause: first what is free and what can be asked "
         "for, then what costs least for what it gives the other side, or the worst-off of several. No "
         "step breaks a rule; terms that cannot change one by one change together."),
      parley_briefing_n_proposals (self->briefing) - 1);
  add_table (self);
}

/* No deal */

/* "walks away below 50 (believed 30-55)". */
static char *
reservation_words (const ParleyBrief *self, const ParleyParty *party)
{
  const ParleyNumber *now = parley_party_reservation_at (party, self->scenario->as_of);
  g_autofree char *value = now == NULL ? NULL : parley_words_input (now->value);
  g_autofree char *belief = now == NULL ? NULL : parley_words_belief (now);

  if (now == NULL)
    return g_strdup (_ ("no reservation score is stated"));
  return g_strdup_printf (_ ("walks away below %s%s"), value, belief);
}

/* What reservations are said to become after the day of the scenario. */
static void
append_changes (GString *text, const ParleyParty *party, const char *as_of)
{
  for (guint i = 0; i < party->changes->len; i++)
    {
      const ParleyReservationChange *change = g_ptr_array_index (party->changes, i);
      g_autofree char *day = parley_words_day (change->from, NULL);
      g_autofree char *value = parley_words_input (change->reservation->value);

      if (as_of != NULL && strcmp (change->from, as_of) <= 0)
        continue;
      g_string_append_printf (text, _ (" From %s: %s"), day, value);
      if (change->because != NULL)
        g_string_append_printf (text, " (%s)", change->because);
      g_string_append_c (text, '.');
    }
}

/* " It may bring 30 (20 %: US aid ends), 55 (80 %: …)." */
static void
append_lottery (GString *text, const ParleyBatna *batna)
{
  for (guint i = 0; batna != NULL && i < batna->lottery->len; i++)
    {
      const ParleyLotteryOutcome *outcome = g_ptr_array_index (batna->lottery, i);
      g_autofree char *score = parley_words_input (outcome->score->value);
      g_autofree char *chance = NULL;
      mpq_t percent;

      mpq_init (percent);
      mpq_set_ui (percent, 100, 1);
      mpq_mul (percent, percent, outcome->p->value);
      chance = parley_words_input (percent);
      mpq_clear (percent);
      g_string_append_printf (text, i == 0 ? _ (" It may bring %s (%s %%") : _ (", %s (%s %%"),
                              score, chance);
      if (outcome->title != NULL)
        g_string_append_printf (text, ": %s", outcome->title);
      g_string_append_c (text, ')');
    }
  if (batna != NULL && batna->lottery->len > 0)
    g_string_append_c (text, '.');
}

void
parley_brief_add_no_deal (ParleyBrief *self)
{
  gboolean any = FALSE;

  for (guint p = 0; p < self->scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (self->scenario, p);
      g_autofree char *reservation = reservation_words (self, party);
      g_autoptr(GString) text = g_string_new (NULL);

      if (party->batna == NULL && party->reservation == NULL)
        continue;
      if (!any)
        parley_document_heading (self->document, 2, "%s", _ ("Without a deal"));
      any = TRUE;
      if (party->batna != NULL && party->batna->title != NULL)
        g_string_append_printf (text, "%s; ", party->batna->title);
      g_string_append_printf (text, "%s.", reservation);
      append_lottery (text, party->batna);
      append_changes (text, party, self->scenario->as_of);
      parley_document_entry (self->document, party->title, "%s", text->str);
    }
}
