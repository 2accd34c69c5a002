/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/breakdown.h"
#include "report/explain_part.h"
#include "report/verdicts.h"
#include "report/words.h"

/* So many issues are named as those on which a verdict hangs. */
#define DOUBTS_NAMED 6

/* "32.0-34.7 short", "5.8-12.3 to spare", or where the reservation is in between both. */
static char *
margin_words (const ParleyStanding *standing)
{
  g_autofree char *span = NULL;
  gboolean is_short = standing->short_of_reservation;
  mpq_t low, high;

  mpq_inits (low, high, NULL);
  mpq_sub (low, is_short ? standing->reservation : standing->low,
           is_short ? standing->high : standing->reservation);
  mpq_sub (high, is_short ? standing->reservation : standing->high,
           is_short ? standing->low : standing->reservation);
  span = parley_words_span (low, high);
  if (!is_short && mpq_sgn (low) < 0)
    span[0] = '\0';
  mpq_clears (low, high, NULL);
  if (*span == '\0')
    return g_strdup ("some completions reach it, some do not");
  return g_strdup_printf ("%s %s", span, is_short ? "short" : "to spare");
}

static void
add_points (const ParleyExplainPart *part)
{
  const ParleyStanding *standing = part->standing;
  const ParleyNumber *reservation = parley_party_reservation_at (
      part->party,
      parley_scenario_date_of (part->explanation->scenario, part->explanation->score->draft));
  g_autofree char *score = parley_words_span (standing->low, standing->high);
  g_autofree char *needed = parley_words_input (standing->reservation);
  g_autofree char *belief = parley_words_belief (reservation);
  g_autofree char *margin = standing->has_reservation ? margin_words (standing) : NULL;

  if (standing->scored && standing->has_reservation)
    parley_document_paragraph (part->document, "It gets %s points and needs %s%s: %s.", score,
                               needed, belief, margin);
  else if (standing->scored)
    parley_document_paragraph (part->document, "It would get %s points.", score);
  else if (part->reasons->red_lines == NULL || part->reasons->red_lines->len == 0)
    parley_document_paragraph (part->document,
                               "It has red lines only, and the draft crosses none.");
}

static void
add_losses (const ParleyExplainPart *part)
{
  g_autofree char *losses = NULL;

  if (!parley_explain_part_blocks (part))
    return;
  losses = parley_breakdown_losses (part->explanation->scenario, part->standing);
  if (losses != NULL)
    parley_document_entry (part->document, "Most missed", "It falls short of its best most on %s.",
                           losses);
}

static void
add_adjustments (const ParleyExplainPart *part)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < part->reasons->adjustments->len; i++)
    {
      const ParleyInfluence *influence
          = &g_array_index (part->reasons->adjustments, ParleyInfluence, i);
      const ParleyAdjustment *adjustment
          = g_ptr_array_index (part->party->adjustments, influence->item);
      g_autofree char *points = parley_words_input (adjustment->points->value);

      g_string_append_printf (text, "%s\"%s\" counts %s%s points %s", i == 0 ? "" : "; ",
                              parley_words_title (adjustment->title, adjustment->id),
                              mpq_sgn (adjustment->points->value) > 0 ? "+" : "", points,
                              parley_words_applies (influence->applies));
      if (influence->without == part->standing->verdict)
        g_string_append (text, " (without it the verdict is the same)");
      else if (influence->without != PARLEY_VERDICT_NONE)
        g_string_append_printf (text, " (without it: %s)",
                                parley_verdict_word (influence->without));
    }
  if (text->len > 0)
    parley_document_entry (part->document,
                           part->reasons->adjustments->len == 1 ? "Adjustment" : "Adjustments",
                           "%s.", text->str);
}

static void
add_doubts (const ParleyExplainPart *part)
{
  const GArray *issues = part->standing->depends_on;
  guint n = issues == NULL ? 0 : MIN (issues->len, DOUBTS_NAMED);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : ", ",
                            parley_scenario_issue (part->explanation->scenario,
                                                   g_array_index (issues, guint, i))
                                ->title);
  if (n > 0 && n < issues->len)
    g_string_append_printf (text, " and %u more", issues->len - n);
  if (n > 0)
    parley_document_entry (part->document, "Open terms", "The verdict hangs on %s.", text->str);
}

/* What the model makes of an act that is an answer. */
static const char *
compare_to_model (const ParleyStanding *standing, ParleyAct act)
{
  gboolean refused = act == PARLEY_ACT_REJECTED || act == PARLEY_ACT_WITHHELD;

  if (act == PARLEY_ACT_TABLED || act == PARLEY_ACT_IN_FORCE)
    return "";
  if (standing->verdict == PARLEY_VERDICT_DEPENDS)
    return " (the model leaves it open)";
  if (standing->verdict != (refused ? PARLEY_VERDICT_REJECTS : PARLEY_VERDICT_ACCEPTS))
    return " (the model says otherwise)";
  return " (the model says so too)";
}

/* What the party really did. */
static void
add_record (const ParleyExplainPart *part)
{
  const ParleyDraft *draft = part->explanation->score->draft;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < draft->events->len; i++)
    {
      const ParleyEvent *event = g_ptr_array_index (draft->events, i);
      g_autofree char *day = parley_words_day (event->date, part->explanation->scenario->as_of);

      if (event->party == part->reasons->party)
        g_string_append_printf (text, "%s%s%s%s%s", text->len == 0 ? "" : "; ",
                                parley_words_act (event->act), *day == '\0' ? "" : " on ", day,
                                compare_to_model (part->standing, event->act));
    }
  if (text->len == 0)
    return;
  text->str[0] = g_ascii_toupper (text->str[0]);
  parley_document_entry (part->document, "What happened", "%s.", text->str);
}

static const char *
heading_words (const ParleyStanding *standing)
{
  switch (standing->verdict)
    {
    case PARLEY_VERDICT_ACCEPTS:
      return "accepts it";
    case PARLEY_VERDICT_REJECTS:
      return standing->needed == PARLEY_NONE ? "would reject it" : "rejects it";
    case PARLEY_VERDICT_DEPENDS:
      return "accepts some completions of it";
    case PARLEY_VERDICT_UNKNOWN:
    case PARLEY_VERDICT_INFEASIBLE:
    case PARLEY_VERDICT_NONE:
    default:
      return "has no say";
    }
}

/* Where red lines and points both stand in the way: that mending one is not enough. */
static void
add_both (const ParleyExplainPart *part)
{
  if (part->reasons->bare && part->standing->short_of_reservation)
    parley_document_paragraph (part->document, "There are two reasons, and each is enough: its red "
                                               "lines, and too few points.");
}

static void
add_consent (const ParleyExplainPart *part)
{
  if (part->standing->needed == PARLEY_NONE)
    parley_document_paragraph (part->document, "Its consent is not needed for this draft.");
  else if (part->standing->needed == PARLEY_SOME)
    parley_document_paragraph (part->document, "Its consent is needed in some completions only.");
}

void
parley_explain_add_party (ParleyDocument          *document,
                          const ParleyExplanation *explanation,
                          guint                    party)
{
  ParleyExplainPart part
      = { document, explanation, parley_scenario_party (explanation->scenario, party),
          g_ptr_array_index (explanation->score->standings, party),
          g_ptr_array_index (explanation->reasons, party) };

  parley_document_heading (document, 2, "%s %s", part.party->title, heading_words (part.standing));
  add_points (&part);
  add_consent (&part);
  add_both (&part);
  parley_explain_add_red_lines (&part);
  add_losses (&part);
  add_adjustments (&part);
  add_doubts (&part);
  add_record (&part);
  parley_explain_add_doubt (document, explanation, part.reasons);
}
