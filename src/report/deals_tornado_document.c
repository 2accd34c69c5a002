/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "report/draft_doubts.h"
#include "report/input_words.h"
#include "report/sensitivity_part.h"
#include "report/words.h"

/* Beyond what moves the Nash deal or ends all deals so many rows are shown, or all when there is
 * one more only. */
#define SHOWN 10

static const ParleyParty *
party_at (const ParleyDealsTornado *self, guint party)
{
  return parley_scenario_party (self->scenario, party);
}

/* How many bars do what @does says. */
static guint
count_bars (const ParleyDealsTornado *self, gboolean (*does) (const ParleyDealsBar *))
{
  guint n = 0;

  for (guint i = 0; i < self->bars->len; i++)
    n += (guint) does (parley_deals_tornado_bar (self, i));
  return n;
}

static gboolean
is_unknown (const ParleyDealsBar *bar)
{
  return bar->ends[PARLEY_BAR_LOW].exists == PARLEY_EXISTS_UNKNOWN
         || bar->ends[PARLEY_BAR_HIGH].exists == PARLEY_EXISTS_UNKNOWN;
}

static gboolean
brings_deals (const ParleyDealsBar *bar)
{
  return bar->ends[PARLEY_BAR_LOW].exists == PARLEY_EXISTS_YES
         || bar->ends[PARLEY_BAR_HIGH].exists == PARLEY_EXISTS_YES;
}

/* "Ukraine's Reservation at 30 (believed 20-60)": the ends that turn whether there is a deal. */
static void
append_turning_ends (const ParleyDealsTornado *self, GString *text)
{
  ParleyExistence base = self->as_written.exists;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const ParleyDealsBar *bar = parley_deals_tornado_bar (self, i);
      const ParleyNumber *number = bar->input.number;
      g_autofree char *name = parley_words_input_name (self->scenario, &bar->input);
      g_autofree char *belief = parley_words_belief (number);

      for (ParleyBarEnd e = PARLEY_BAR_LOW; e <= PARLEY_BAR_HIGH; e += PARLEY_BAR_HIGH)
        {
          g_autofree char *value
              = parley_words_input (e == PARLEY_BAR_LOW ? number->low : number->high);

          if (bar->ends[e].exists != base && bar->ends[e].exists != PARLEY_EXISTS_UNKNOWN)
            g_string_append_printf (text, "%s%s: %s at %s%s", text->len == 0 ? "" : "; ",
                                    party_at (self, bar->input.party)->title, name, value, belief);
        }
    }
}

/* "881 to 1,234 deals": over all ends of all bars. */
static char *
count_range (const ParleyDealsTornado *self)
{
  mpz_srcptr least = self->as_written.n_acceptable;
  mpz_srcptr most = least;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  for (guint i = 0; i < self->bars->len; i++)
    for (ParleyBarEnd e = PARLEY_BAR_LOW; e <= PARLEY_BAR_HIGH; e += PARLEY_BAR_HIGH)
      {
        const ParleyDealsEnd *end = &parley_deals_tornado_bar (self, i)->ends[e];

        if (!end->counted)
          return NULL;
        least = mpz_cmp (end->n_acceptable, least) < 0 ? end->n_acceptable : least;
        most = mpz_cmp (end->n_acceptable, most) > 0 ? end->n_acceptable : most;
      }
  from = parley_words_count (least);
  to = parley_words_count (most);
  return mpz_cmp (least, most) == 0 ? g_strdup (from) : g_strdup_printf ("%s to %s", from, to);
}

static void
append_counts (const ParleyDealsTornado *self, GString *text)
{
  g_autofree char *range = self->as_written.counted ? count_range (self) : NULL;
  g_autofree char *now = NULL;

  if (range == NULL || self->bars->len == 0)
    return;
  now = parley_words_count (self->as_written.n_acceptable);
  if (strstr (range, " to ") == NULL)
    g_string_append_printf (text, " The number of acceptable deals is %s, and stays so.", now);
  else
    g_string_append_printf (text,
                            " The number of acceptable deals is %s now, and %s as one number "
                            "moves.",
                            now, range);
}

static void
append_nash (const ParleyDealsTornado *self, GString *text)
{
  guint n = count_bars (self, parley_deals_bar_moves_nash);

  if (!self->as_written.agreed || self->bars->len == 0)
    return;
  if (n == 0)
    g_string_append (text, " The Nash deal stays the same, whichever number moves.");
  else
    g_string_append_printf (text, " The Nash deal is another for %u of %u numbers.", n,
                            self->bars->len);
}

static void
add_answer (ParleyDocument *document, const ParleyDealsTornado *self)
{
  g_autofree char *everyone = parley_words_everyone (self->scenario);
  g_autoptr(GString) ends = g_string_new (NULL);
  g_autoptr(GString) text = g_string_new (NULL);
  gboolean exists = self->as_written.exists == PARLEY_EXISTS_YES;

  append_turning_ends (self, ends);
  if (self->as_written.exists == PARLEY_EXISTS_UNKNOWN)
    g_string_append (text, "UNKNOWN: no deal was found as written, nor could one be ruled out.");
  else if (self->bars->len == 0)
    g_string_append_printf (text,
                            "UNKNOWN: %s is acceptable to %s, but no number of the models is "
                            "given with a range.",
                            exists ? "a deal" : "no deal", everyone);
  else if (ends->len > 0)
    g_string_append_printf (text,
                            "FRAGILE: %s is acceptable to %s, but a single guess turns this: "
                            "%s.",
                            exists ? "a deal" : "no deal", everyone, ends->str);
  else
    g_string_append_printf (text,
                            "FIRM: %s is acceptable to %s, and no single number turns this at "
                            "either end of its believed range.",
                            exists ? "a deal" : "no deal", everyone);
  append_counts (self, text);
  append_nash (self, text);
  parley_document_lead (document, "%s", text->str);
  if (count_bars (self, is_unknown) > 0 && self->as_written.exists != PARLEY_EXISTS_UNKNOWN)
    parley_document_note (document, "For %u of %u numbers it is not known whether a deal is left.",
                          count_bars (self, is_unknown), self->bars->len);
}

/* "the same", "none", or what the Nash deal is worth to each side. */
static void
add_nash (ParleyTable *table, const ParleyDealsTornado *self, const ParleyDealsEnd *end)
{
  for (guint s = 0; s < self->base->n_slots; s++)
    {
      if (!end->agreed)
        parley_table_cell_text (table, end->exists == PARLEY_EXISTS_NO ? "none" : "?");
      else
        parley_table_take_cell (table, parley_words_points (end->scores[self->base->slots[s]]));
    }
}

static void
add_count (ParleyTable *table, const ParleyDealsTornado *self, const ParleyDealsEnd *end)
{
  if (self->as_written.counted)
    parley_table_take_cell (table, end->counted ? parley_words_count (end->n_acceptable)
                                                : g_strdup ("not counted"));
}

static void
add_end (ParleyTable *table,
         const ParleyDealsTornado *self,
         const ParleyDealsBar *bar,
         ParleyBarEnd end)
{
  const ParleyNumber *number = bar->input.number;
  const ParleyDealsEnd *there = &bar->ends[end];

  parley_table_take_cell (table,
                          parley_words_input (end == PARLEY_BAR_LOW ? number->low : number->high));
  add_count (table, self, there);
  if (!self->as_written.agreed && !brings_deals (bar))
    return;
  parley_table_cell_text (table, there->same ? "the same" : there->agreed ? "another" : "none");
  add_nash (table, self, there);
}

/* Two rows: what is at the low end and at the high end. */
static void
add_bar (ParleyTable *table, const ParleyDealsTornado *self, const ParleyDealsBar *bar)
{
  g_autofree char *name = parley_words_input_name (self->scenario, &bar->input);

  parley_table_row (table);
  parley_table_cell (table, "%s: %s", party_at (self, bar->input.party)->title, name);
  add_end (table, self, bar, PARLEY_BAR_LOW);
  parley_table_row (table);
  parley_table_cell_text (table, NULL);
  add_end (table, self, bar, PARLEY_BAR_HIGH);
}

/* "There is a deal as long as Ukraine asks at most 82.4 (now 50, believed 30-55)": a note for each
 * reservation. */
static void
add_limits (ParleyTable *table, const ParleyDealsTornado *self)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      const ParleyDealsBar *bar = parley_deals_tornado_bar (self, i);
      const ParleyNumber *number = bar->input.number;
      g_autofree char *limit = bar->has_limit ? parley_words_points (bar->limit) : NULL;
      g_autofree char *value = parley_words_input (number->value);
      g_autofree char *range = parley_words_range (number->low, number->high);

      if (limit != NULL)
        parley_table_note (table, "%s %s asks at most %s (now %s, believed %s).",
                           self->as_written.exists == PARLEY_EXISTS_YES
                               ? "There is a deal as long as"
                               : "There would be a deal if",
                           party_at (self, bar->input.party)->title, limit, value, range);
    }
}

static void
add_columns (ParleyTable *table, const ParleyDealsTornado *self)
{
  parley_table_column (table, "Number of the model", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "at", PARLEY_COLUMN_NUMBER);
  if (self->as_written.counted)
    parley_table_column (table, "Acceptable deals", PARLEY_COLUMN_RIGHT);
  parley_table_group (table, "Nash deal", self->base->n_slots + 1);
  parley_table_column (table, "", PARLEY_COLUMN_LABEL);
  for (guint s = 0; s < self->base->n_slots; s++)
    parley_table_column (table, party_at (self, self->base->slots[s])->title, PARLEY_COLUMN_NUMBER);
}

static void
add_base (ParleyTable *table, const ParleyDealsTornado *self)
{
  parley_table_row (table);
  parley_table_cell_text (table, "As written");
  parley_table_cell_text (table, NULL);
  add_count (table, self, &self->as_written);
  parley_table_cell_text (table, NULL);
  add_nash (table, self, &self->as_written);
}

static void
add_bars (ParleyDocument *document, const ParleyDealsTornado *self, gboolean all)
{
  guint n = all || self->bars->len <= SHOWN + 1 ? self->bars->len : SHOWN;
  ParleyTable *table = NULL;

  if (self->bars->len == 0)
    return;
  parley_document_heading (document, 2, "What each number does to the deals");
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_caption (table, "Each by itself, from the low to the high end of the range in which "
                               "it is believed to lie");
  add_columns (table, self);
  add_base (table, self);
  for (guint i = 0; i < n; i++)
    add_bar (table, self, parley_deals_tornado_bar (self, i));
  if (n < self->bars->len)
    {
      parley_table_row (table);
      parley_table_cell (table, "%u more (--all)", self->bars->len - n);
    }
  add_limits (table, self);
}

ParleyDocument *
parley_deals_tornado_to_document (const ParleyDealsTornado *self, gboolean all)
{
  ParleyDocument *document = parley_document_new ();

  parley_document_heading (document, 1, "How firm: the deals");
  parley_document_paragraph (document, "%s. %s", self->scenario->title,
                             parley_words_exactness (self->rounded));
  add_answer (document, self);
  add_bars (document, self, all);
  if (self->bars->len > 0)
    parley_draft_doubts_add (document, self->scenario, self->doubts, TRUE);
  return document;
}
