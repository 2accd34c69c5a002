/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sensitivity_part.h"
#include "report/words.h"

static const ParleyStanding *
standing_of (const ParleySensitivity *self, guint party)
{
  return g_ptr_array_index (self->score->standings, party);
}

static void
add_title (ParleyDocument *document, const ParleySensitivity *self)
{
  g_autofree char *name = parley_words_draft (self->score->draft, self->scenario->as_of);

  parley_document_heading (document, 1, "How firm: %s", name);
  parley_document_paragraph (document, "%s. %s", self->scenario->title,
                             parley_words_exactness (self->rounded));
}

/* "rejects it": what the party says of the draft, red lines included. */
static const char *
verdict_words (ParleyVerdict verdict)
{
  switch (verdict)
    {
    case PARLEY_VERDICT_ACCEPTS:
      return "accepts it";
    case PARLEY_VERDICT_REJECTS:
      return "rejects it";
    case PARLEY_VERDICT_DEPENDS:
      return "accepts it or not, as open terms turn out";
    default:
      return "gives no verdict";
    }
}

/* What stays or turns, as a sentence. */
static char *
standing_words (const char *title, ParleyVerdict verdict)
{
  return verdict == PARLEY_VERDICT_DEPENDS
             ? g_strdup_printf ("whether %s accepts it depends on open terms", title)
             : g_strdup_printf ("%s %s", title, verdict_words (verdict));
}

static gboolean
is_fragile (const ParleyTornado *tornado)
{
  for (guint i = 0; i < tornado->bars->len; i++)
    if (parley_tornado_bar (tornado, i)->believed)
      return TRUE;
  return FALSE;
}

/* "Reservation above 49.5 (believed 41-50) or Weight of ...": all that turn it within belief. */
static char *
turners (const ParleyScenario *scenario, const ParleyTornado *tornado)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < tornado->bars->len; i++)
    {
      const ParleyBar *bar = parley_tornado_bar (tornado, i);
      g_autofree char *words = bar->believed ? parley_bar_words (scenario, bar, TRUE) : NULL;

      if (words != NULL)
        g_string_append_printf (text, "%s%s", text->len == 0 ? "" : "; ", words);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whether weights alone turn it as far as is believed of them, several at once. */
static gboolean
turns_together (const ParleySensitivityPart *part)
{
  return part->reweighing != NULL && parley_reweighing_is_believed (part->reweighing);
}

/* Whether it is known that they do not. */
static gboolean
stays_together (const ParleySensitivity *self, const ParleySensitivityPart *part)
{
  return part->reweighing != NULL && part->reweighing->outcome != PARLEY_REWEIGH_UNKNOWN
         && part->tornado->verdict != PARLEY_VERDICT_DEPENDS
         && (part->reweighing->has_ranges
             || parley_scenario_party (self->scenario, part->party)->ranked);
}

/* "a single guess turns this: ...", or that nothing does. */
static char *
firmness (const ParleySensitivity *self, const ParleySensitivityPart *part)
{
  const ParleyTornado *tornado = part->tornado;
  g_autofree char *list = turners (self->scenario, tornado);

  if (is_fragile (tornado))
    return g_strdup_printf ("a single guess turns this: %s", list);
  if (turns_together (part))
    return g_strdup_printf ("%sits weights together do",
                            tornado->n_ranged == 0
                                ? "no number is given with a range, but "
                                : "no single number turns this within its believed range, but ");
  if (tornado->n_ranged == 0)
    return g_strdup_printf (
        "none of its numbers is given with a range%s",
        stays_together (self, part) ? ", but no weights that keep its ranking turn this" : "");
  return g_strdup_printf ("no single number turns this within its believed range%s",
                          stays_together (self, part) ? ", nor do all its weights together" : "");
}

/* How firm the verdict of a party is. Where each completion crosses a red line the verdict hangs on
 * that, and numbers only say what would be without. */
static void
add_answer (ParleyDocument *document,
            const ParleySensitivity *self,
            const ParleySensitivityPart *part)
{
  const ParleyTornado *tornado = part->tornado;
  const char *title = parley_scenario_party (self->scenario, part->party)->title;
  g_autofree char *verdict = standing_words (title, standing_of (self, part->party)->verdict);
  g_autofree char *firm = firmness (self, part);
  gboolean fragile = is_fragile (tornado) || turns_together (part);

  if (!tornado->has_verdict || !tornado->has_reservation)
    return;
  if (tornado->bare)
    parley_document_lead (document,
                          "FIRM as long as its red lines hold: %s, since every completion crosses "
                          "one. On points alone it %s, and %s.",
                          verdict, verdict_words (tornado->verdict), firm);
  else
    parley_document_lead (document, "%s: %s%s %s.",
                          fragile                  ? "FRAGILE"
                          : tornado->n_ranged == 0 ? "UNKNOWN"
                                                   : "FIRM",
                          verdict, fragile && is_fragile (tornado) ? ", but" : ", and", firm);
}

/* Parties that have red lines alone: their verdicts follow from no number. */
static void
add_others (ParleyDocument *document, const ParleySensitivity *self)
{
  for (guint p = 0; p < self->scenario->parties->len && self->party < 0; p++)
    {
      const ParleyParty *party = parley_scenario_party (self->scenario, p);
      g_autofree char *standing = NULL;

      if (!parley_party_decides (party) || parley_party_is_scored (party))
        continue;
      standing = standing_words (party->title, standing_of (self, p)->verdict);
      parley_document_lead (document, "FIRM as long as its red lines stand as written: %s.",
                            standing);
    }
}

/* What the verdict is without each red line. */
static void
add_red_lines (ParleyDocument *document,
               const ParleySensitivity *self,
               const ParleyTornado *tornado)
{
  const ParleyParty *party = parley_scenario_party (self->scenario, tornado->party);
  ParleyVerdict standing_verdict = standing_of (self, tornado->party)->verdict;

  for (guint i = 0; i < tornado->red_lines->len; i++)
    {
      const ParleyInfluence *one = &g_array_index (tornado->red_lines, ParleyInfluence, i);
      const ParleyRedLine *line = g_ptr_array_index (party->red_lines, one->item);
      g_autofree char *belief
          = line->holds == NULL ? NULL : parley_words_input (line->holds->value);
      gboolean same = one->without == standing_verdict;

      if (i == 0)
        parley_document_paragraph (document, "Without one of its red lines:");
      parley_document_entry (document, parley_words_title (line->title, line->id), "%s %s%s%s.",
                             same ? "it still" : "it then", verdict_words (one->without),
                             belief == NULL ? ""
                                            : "; the line is believed to hold with probability ",
                             belief == NULL ? "" : belief);
    }
}

static void
add_party (ParleyDocument *document,
           const ParleySensitivity *self,
           const ParleySensitivityPart *part,
           gboolean all)
{
  parley_document_heading (document, 2, "%s",
                           parley_scenario_party (self->scenario, part->party)->title);
  parley_sensitivity_add_bars (document, self->scenario, part->tornado, all);
  parley_sensitivity_add_weights (document, self->scenario, part);
  add_red_lines (document, self, part->tornado);
  parley_sensitivity_add_shares (document, self, part, all);
}

ParleyDocument *
parley_sensitivity_to_document (const ParleySensitivity *self, gboolean all)
{
  ParleyDocument *document = parley_document_new ();

  add_title (document, self);
  if (!self->score->reach->feasible)
    {
      parley_document_lead (document, "NOT FEASIBLE: the rules leave no completion of this draft.");
      return document;
    }
  for (guint i = 0; i < self->parts->len; i++)
    add_answer (document, self, parley_sensitivity_part (self, i));
  add_others (document, self);
  for (guint i = 0; i < self->parts->len; i++)
    add_party (document, self, parley_sensitivity_part (self, i), all);
  return document;
}
