/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/breakdown.h"
#include "report/verdicts.h"
#include "report/words.h"

/* So many issues are named as those on which a verdict hangs. */
#define DOUBTS_NAMED 6

static void
add_points (GString *text, const ParleyStanding *standing)
{
  g_autofree char *score = parley_words_span (standing->low, standing->high);
  g_autofree char *needed = parley_words_input (standing->reservation);

  if (standing->scored && standing->has_reservation)
    g_string_append_printf (text, ": %s points, and it needs %s", score, needed);
  else if (standing->scored)
    g_string_append_printf (text, ": %s points", score);
}

/* ", 3.9-8.6 short": by how much no completion reaches the reservation. */
static void
add_shortfall (GString *text, const ParleyStanding *standing)
{
  g_autofree char *span = NULL;
  mpq_t low, high;

  if (!standing->short_of_reservation || standing->verdict != PARLEY_VERDICT_REJECTS)
    return;
  mpq_inits (low, high, NULL);
  mpq_sub (low, standing->reservation, standing->high);
  mpq_sub (high, standing->reservation, standing->low);
  span = parley_words_span (low, high);
  if (g_str_equal (span, "0.0"))
    g_string_append (text, ", less than 0.1 short");
  else
    g_string_append_printf (text, ", %s short", span);
  mpq_clears (low, high, NULL);
}

/* The terms that cost a party most, when it does not accept. */
static void
add_losses (GString *text, const ParleyScenario *scenario, const ParleyStanding *standing)
{
  g_autofree char *losses = NULL;

  if (standing->verdict != PARLEY_VERDICT_REJECTS || !standing->short_of_reservation)
    return;
  losses = parley_breakdown_losses (scenario, standing);
  if (losses != NULL)
    g_string_append_printf (text, ". It gives up most on %s", losses);
}

static void
add_red_lines (GString *text, const ParleyParty *party, const ParleyStanding *standing)
{
  for (guint i = 0; i < standing->red_lines->len; i++)
    {
      const ParleyAction *action = &g_array_index (standing->red_lines, ParleyAction, i);
      const ParleyRedLine *line = g_ptr_array_index (party->red_lines, action->item);

      g_string_append_printf (text, "%s \"%s\" %s",
                              i == 0 ? ". The draft crosses its red line" : ", and",
                              parley_words_title (line->title, line->id),
                              parley_words_applies (action->applies));
    }
  if (standing->red_lines->len == 0)
    return;
  if (standing->verdict == standing->bare_verdict)
    g_string_append (text, "; without red lines the verdict is the same");
  else
    g_string_append_printf (text, "; without red lines it %s",
                            parley_verdict_word (standing->bare_verdict));
}

static void
add_adjustments (GString *text, const ParleyParty *party, const ParleyStanding *standing)
{
  gboolean first = TRUE;

  for (guint i = 0; i < standing->adjustments->len; i++)
    {
      const ParleyAction *action = &g_array_index (standing->adjustments, ParleyAction, i);
      const ParleyAdjustment *adjustment = g_ptr_array_index (party->adjustments, action->item);
      g_autofree char *points = parley_words_input (adjustment->points->value);

      if (action->applies == PARLEY_NONE)
        continue;
      g_string_append_printf (text, "%s \"%s\" (%s%s points) %s", first ? ". Counted in:" : ",",
                              parley_words_title (adjustment->title, adjustment->id),
                              mpq_sgn (adjustment->points->value) > 0 ? "+" : "", points,
                              parley_words_applies (action->applies));
      first = FALSE;
    }
}

static void
add_doubts (GString *text, const ParleyScenario *scenario, const ParleyStanding *standing)
{
  guint n = standing->depends_on == NULL ? 0 : standing->depends_on->len;
  guint n_named = MIN (n, DOUBTS_NAMED);

  for (guint i = 0; i < n_named; i++)
    g_string_append_printf (
        text, "%s%s", i == 0 ? ". It hangs on " : ", ",
        parley_scenario_issue (scenario, g_array_index (standing->depends_on, guint, i))->title);
  if (n_named < n)
    g_string_append_printf (text, " and %u more", n - n_named);
  if (standing->on_the_line)
    g_string_append (text, ". On the line: a point more or less, or an input elsewhere in its "
                           "stated range, turns the verdict");
  if (standing->needed == PARLEY_NONE)
    g_string_append (text, ". Its consent is not needed");
  else if (standing->needed == PARLEY_SOME)
    g_string_append (text, ". Its consent is needed in some completions only");
}

void
parley_score_add_reasons (ParleyDocument         *document,
                          const ParleyScenario   *scenario,
                          const ParleyDraftScore *score)
{
  if (score->verdict == PARLEY_VERDICT_INFEASIBLE)
    {
      parley_document_paragraph (document, "The rules leave no completion of this draft.");
      return;
    }
  for (guint p = 0; p < score->standings->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (scenario, p);
      const ParleyStanding *standing = g_ptr_array_index (score->standings, p);
      const char *verdict = parley_verdict_word (standing->verdict);
      g_autoptr(GString) text = g_string_new (verdict == NULL ? "decides nothing" : verdict);

      add_points (text, standing);
      add_shortfall (text, standing);
      add_losses (text, scenario, standing);
      add_red_lines (text, party, standing);
      add_adjustments (text, party, standing);
      add_doubts (text, scenario, standing);
      parley_document_entry (document, party->title, "%s.", text->str);
    }
}
