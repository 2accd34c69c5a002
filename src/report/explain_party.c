/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/explain.h"
#include "report/words.h"

/* So many issues are named as those on which a party loses most. */
#define LOSSES_NAMED 3

/* And so many on which a verdict hangs. */
#define DOUBTS_NAMED 6

/* One party's part of the explanation. */
typedef struct
{
  ParleyDocument          *document;
  const ParleyExplanation *explanation;
  const ParleyParty       *party;
  const ParleyStanding    *standing;
  const ParleyReasons     *reasons;
} Part;

static gboolean
stands_in_the_way (const Part *part)
{
  return part->standing->verdict == PARLEY_VERDICT_REJECTS
         || part->standing->verdict == PARLEY_VERDICT_DEPENDS;
}

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
add_points (const Part *part)
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

/* "A", "B" and "C". */
static void
append_listed (GString *text, guint i, guint n, const char *title)
{
  g_string_append_printf (text, "%s\"%s\"", i == 0 ? "" : i + 1 < n ? ", " : " and ", title);
}

/* The red lines that are crossed in all completions, or in some only. Returns: how many. */
static guint
append_crossed (const Part *part, ParleyShare applies, GString *text)
{
  g_autoptr(GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < part->reasons->red_lines->len; i++)
    {
      const ParleyInfluence *influence
          = &g_array_index (part->reasons->red_lines, ParleyInfluence, i);
      const ParleyRedLine *line = g_ptr_array_index (part->party->red_lines, influence->item);

      if (influence->applies == applies)
        g_ptr_array_add (titles, (gpointer) parley_words_title (line->title, line->id));
    }
  for (guint i = 0; i < titles->len; i++)
    append_listed (text, i, titles->len, g_ptr_array_index (titles, i));
  return titles->len;
}

/* What the verdict is without each red line alone, where that says more than the verdict without
 * all of them. */
static void
append_each_without (const Part *part, GString *text)
{
  for (guint i = 0; i < part->reasons->red_lines->len; i++)
    {
      const ParleyInfluence *influence
          = &g_array_index (part->reasons->red_lines, ParleyInfluence, i);
      const ParleyRedLine *line = g_ptr_array_index (part->party->red_lines, influence->item);

      if (part->reasons->red_lines->len > 1 && influence->without != part->standing->verdict)
        g_string_append_printf (text, " Without \"%s\" alone it %s.",
                                parley_words_title (line->title, line->id),
                                parley_verdict_to_string (influence->without));
    }
}

static gboolean
is_open (const ParleyDraftScore *score)
{
  for (guint a = 0; a < score->space->domain->n_axes; a++)
    if (score->space->domain->axes[a].n_options > 1)
      return TRUE;
  return FALSE;
}

/* What the verdict is without the red lines. */
static const char *
bare_words (const Part *part)
{
  if (part->standing->bare_verdict != part->standing->verdict)
    return NULL;
  if (!stands_in_the_way (part))
    return "";
  return part->standing->short_of_reservation ? " Even without them it gets too few points."
                                              : " Without them the verdict is the same.";
}

static void
add_red_lines (const Part *part)
{
  const ParleyStanding *standing = part->standing;
  g_autoptr(GString) text = g_string_new ("The draft crosses ");
  guint n_all = 0, n_some = 0;

  if (part->reasons->red_lines->len == 0)
    return;
  n_all = append_crossed (part, PARLEY_ALL, text);
  if (n_all > 0 && is_open (part->explanation->score))
    g_string_append (text, " in any case");
  if (n_all > 0 && n_all < part->reasons->red_lines->len)
    g_string_append (text, ", and ");
  n_some = append_crossed (part, PARLEY_SOME, text);
  if (n_some > 0)
    g_string_append (text, " in some completions");
  g_string_append (text, ".");
  if (bare_words (part) != NULL)
    g_string_append (text, bare_words (part));
  else
    g_string_append_printf (text, " Without them it %s.",
                            parley_verdict_to_string (standing->bare_verdict));
  append_each_without (part, text);
  parley_document_entry (part->document, n_all + n_some > 1 ? "Red lines" : "Red line", "%s",
                         text->str);
}

/* What other terms on the issues of the red lines could do. */
static void
add_mended (const Part *part)
{
  gboolean one = part->reasons->red_lines->len == 1;
  const char *label = one ? "Mending it" : "Mending them";
  const char *which = one ? "this red line names" : "these red lines name";
  g_autofree char *score = parley_words_points (part->reasons->mended);

  if (part->reasons->red_lines->len == 0 || !stands_in_the_way (part) || !part->standing->scored
      || !part->reasons->bare)
    return;
  if (!part->reasons->is_mendable)
    parley_document_entry (part->document, label,
                           "Not possible on the issues that %s alone: rules tie them to other "
                           "terms of the draft.",
                           which);
  else
    parley_document_entry (
        part->document, label,
        "With other terms on the issues that %s, and only there, it would get up to %s points: %s.",
        which, score,
        mpq_cmp (part->reasons->mended, part->standing->reservation) >= 0 ? "that can be enough"
                                                                          : "still too few");
}

static gint
larger_loss_first (gconstpointer a, gconstpointer b)
{
  const ParleyContribution *x = *(ParleyContribution *const *) a;
  const ParleyContribution *y = *(ParleyContribution *const *) b;

  return mpq_cmp (y->given_up_high, x->given_up_high);
}

static void
add_losses (const Part *part)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();
  g_autoptr(GString) text = g_string_new (NULL);

  if (!stands_in_the_way (part))
    return;
  g_ptr_array_extend (parts, part->standing->contributions, NULL, NULL);
  g_ptr_array_sort (parts, larger_loss_first);
  for (guint i = 0; i < MIN (parts->len, LOSSES_NAMED); i++)
    {
      const ParleyContribution *one = g_ptr_array_index (parts, i);
      g_autofree char *loss = parley_words_span (one->given_up_low, one->given_up_high);

      if (mpq_sgn (one->given_up_high) > 0)
        g_string_append_printf (
            text, "%s%s (%s)", text->len == 0 ? "" : ", ",
            parley_scenario_issue (part->explanation->scenario, one->issue)->title, loss);
    }
  if (text->len > 0)
    parley_document_entry (part->document, "Most missed", "It falls short of its best most on %s.",
                           text->str);
}

static void
add_adjustments (const Part *part)
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
                                parley_verdict_to_string (influence->without));
    }
  if (text->len > 0)
    parley_document_entry (part->document,
                           part->reasons->adjustments->len == 1 ? "Adjustment" : "Adjustments",
                           "%s.", text->str);
}

static void
add_doubts (const Part *part)
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
add_record (const Part *part)
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
add_both (const Part *part)
{
  if (part->reasons->bare && part->standing->short_of_reservation)
    parley_document_paragraph (part->document, "There are two reasons, and each is enough: its red "
                                               "lines, and too few points.");
}

static void
add_consent (const Part *part)
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
  Part part = { document, explanation, parley_scenario_party (explanation->scenario, party),
                g_ptr_array_index (explanation->score->standings, party),
                g_ptr_array_index (explanation->reasons, party) };

  parley_document_heading (document, 2, "%s %s", part.party->title, heading_words (part.standing));
  add_points (&part);
  add_consent (&part);
  add_both (&part);
  add_red_lines (&part);
  add_mended (&part);
  add_losses (&part);
  add_adjustments (&part);
  add_doubts (&part);
  add_record (&part);
  parley_explain_add_doubt (document, explanation, part.reasons);
}
