/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/offers.h"
#include "report/term_words.h"
#include "report/words.h"

static const ParleyOffer *
offer_at (const ParleyOffers *self, guint index)
{
  return g_ptr_array_index (self->offers, index);
}

static const ParleyUtility *
utility_at (const ParleyOffers *self, guint slot)
{
  return g_ptr_array_index (self->utilities, slot);
}

static const char *
title_of (const ParleyOffers *self, guint party)
{
  return parley_scenario_party (self->scenario, party)->title;
}

/* "64.0-65.0". */
static char *
price_words (const ParleyOffers *self)
{
  char *text = NULL;
  mpq_t low, high;

  mpq_inits (low, high, NULL);
  parley_offers_price (self, low);
  mpq_add (high, low, self->request.within);
  text = parley_words_span (low, high);
  mpq_clears (low, high, NULL);
  return text;
}

static void
add_title (ParleyDocument *document, const ParleyOffers *self)
{
  parley_document_heading (document, 1, "%s", self->scenario->title);
  parley_document_paragraph (document, "Offers of %s, to be made at the same time. %s",
                             title_of (self, self->request.party),
                             parley_words_exactness (self->rounded));
}

/* In how few terms any two of the offers differ. */
static guint
least_difference (const ParleyOffers *self)
{
  guint least = G_MAXUINT;

  for (guint i = 1; i < self->offers->len; i++)
    for (guint j = 0; j < i; j++)
      least = MIN (least, g_array_index (offer_at (self, i)->differs, guint, j));
  return least;
}

static void
add_no (ParleyDocument *document, const ParleyOffers *self)
{
  g_autofree char *price = price_words (self);
  g_autofree char *most = parley_words_score (utility_at (self, self->request.party), self->most);

  if (self->none)
    parley_document_lead (
        document,
        "NO: every deal that the rules allow crosses a red line of a party that is needed.");
  else
    parley_document_lead (document,
                          "NO: no deal that crosses no red line is worth %s points to %s. The most "
                          "that one is worth to it is %s.",
                          price, title_of (self, self->request.party), most);
}

static void
add_answer (ParleyDocument *document, const ParleyOffers *self)
{
  g_autofree char *price = price_words (self);
  g_autofree char *count = parley_words_counted (self->offers->len, "offer", "offers");
  g_autofree char *terms = NULL;

  if (self->offers->len == 1)
    {
      parley_document_lead (document, "One offer is worth %s points to %s.", price,
                            title_of (self, self->request.party));
      return;
    }
  terms = parley_words_counted (least_difference (self), "term", "terms");
  parley_document_lead (document,
                        "%s are worth %s points to %s; any two of them differ in %s at least.",
                        count, price, title_of (self, self->request.party), terms);
}

/* Where the price comes from. */
static void
add_price (ParleyDocument *document, const ParleyOffers *self)
{
  const ParleyUtility *utility = utility_at (self, self->request.party);
  g_autofree char *least = NULL;
  g_autofree char *needed = parley_words_score (utility, utility->reservation);
  g_autofree char *within = parley_words_input (self->request.within);
  g_autofree char *slack = parley_words_input (self->request.slack);
  g_autofree char *others = parley_words_parties (self->scenario, self->others, self->n_others);
  mpq_t price;

  mpq_init (price);
  parley_offers_price (self, price);
  least = parley_words_points (price);
  parley_document_paragraph (
      document,
      "%s is what %s %s; an offer may be worth up to %s more to it. Offer 1 is the best for %s at that "
      "price; in the others %s has at most %s points less.",
      least, title_of (self, self->request.party),
      self->request.at == NULL ? "has in the Nash deal" : "is to have", within, others,
      self->n_others == 1 ? others : "the worst-off of them", slack);
  if (utility->has_reservation && self->low < utility->reservation)
    parley_document_note (document, "That is below what %s needs, %s.",
                          title_of (self, self->request.party), needed);
  mpq_clear (price);
}

/* Whether the others would take them. */
static void
add_verdict (ParleyDocument *document, const ParleyOffers *self)
{
  g_autofree char *everyone = parley_words_everyone (self->scenario);
  guint n = 0;

  for (guint i = 0; i < self->offers->len; i++)
    n += offer_at (self, i)->acceptable;
  if (n == self->offers->len)
    parley_document_paragraph (document, "Acceptable to %s: %s.", everyone,
                               n == 1 ? "yes" : "all of them");
  else if (n == 0)
    parley_document_note (document, "Not acceptable to %s: %s. At a lower price there may be some.",
                          everyone, self->offers->len == 1 ? "no" : "none of them");
  else
    parley_document_note (document, "Acceptable to %s: %u of %u.", everyone, n, self->offers->len);
}

/* The table */

static void
add_score_row (ParleyTable *table, const ParleyOffers *self, guint slot)
{
  const ParleyUtility *utility = utility_at (self, slot);

  parley_table_row (table);
  parley_table_cell (table, "Points of %s", title_of (self, slot));
  for (guint i = 0; i < self->offers->len; i++)
    {
      ParleyScore score = offer_at (self, i)->deal->scores[slot];
      g_autofree char *points = parley_words_score (utility, score);
      g_autofree char *surplus = parley_words_score (
          utility, score - (utility->has_reservation ? utility->reservation : 0));

      if (utility->has_reservation)
        parley_table_cell (table, "%s (%s%s)", points, score > utility->reservation ? "+" : "",
                           surplus);
      else
        parley_table_cell_text (table, points);
    }
}

/* "7 terms", "6 and 8 terms": of the offers before, in their order. */
static void
add_difference_row (ParleyTable *table, const ParleyOffers *self)
{
  parley_table_row (table);
  parley_table_cell_text (table, "Differs from those before");
  for (guint i = 0; i < self->offers->len; i++)
    {
      const GArray *differs = offer_at (self, i)->differs;
      g_autoptr(GString) text = g_string_new (NULL);

      for (guint j = 0; j < differs->len; j++)
        {
          g_autofree char *n = g_strdup_printf ("%u", g_array_index (differs, guint, j));

          parley_words_join (text, j, differs->len, n);
        }
      if (differs->len > 0)
        g_string_append (
            text, differs->len == 1 && g_array_index (differs, guint, 0) == 1 ? " term" : " terms");
      parley_table_cell_text (table, text->str);
    }
}

static gboolean
is_common (const ParleyOffers *self, guint axis)
{
  for (guint i = 1; i < self->offers->len; i++)
    if (offer_at (self, i)->deal->options[axis] != offer_at (self, 0)->deal->options[axis])
      return FALSE;
  return TRUE;
}

static void
add_terms (ParleyTable *table, const ParleyOffers *self, guint axis)
{
  guint issue = self->space->domain->axes[axis].issue;

  parley_table_row (table);
  parley_table_cell_text (table, parley_scenario_issue (self->scenario, issue)->title);
  for (guint i = 0; i < self->offers->len; i++)
    parley_table_take_cell (table, parley_words_option (self->space, axis,
                                                        offer_at (self, i)->deal->options[axis]));
}

static void
add_table (ParleyDocument *document, const ParleyOffers *self)
{
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

  parley_table_column (table, NULL, PARLEY_COLUMN_TEXT);
  for (guint i = 0; i < self->offers->len; i++)
    {
      g_autofree char *title = g_strdup_printf ("Offer %u", i + 1);

      parley_table_column (table, title, PARLEY_COLUMN_TEXT);
    }
  for (guint p = 0; p < self->scenario->parties->len; p++)
    if (utility_at (self, p)->scored)
      add_score_row (table, self, p);
  if (self->offers->len > 1)
    add_difference_row (table, self);
  parley_table_rule (table);
  for (guint a = 0; a < self->space->domain->n_axes; a++)
    if (self->offers->len == 1 || !is_common (self, a))
      add_terms (table, self, a);
  parley_table_note (table, "In brackets what is above the reservation.");
}

static gboolean
is_at_an_end (const ParleyOffers *self, guint axis)
{
  for (guint i = 0; i < self->offers->len; i++)
    if (parley_words_end_of_scale (self->space, axis, offer_at (self, i)->deal->options[axis]))
      return TRUE;
  return FALSE;
}

/* Points that add up let one side buy another off without limit. */
static void
add_warning (ParleyDocument *document, const ParleyOffers *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint a = 0; a < self->space->domain->n_axes; a++)
    if (is_at_an_end (self, a))
      g_string_append_printf (
          text, "%s%s", text->len == 0 ? "" : ", ",
          parley_scenario_issue (self->scenario, self->space->domain->axes[a].issue)->title);
  if (text->len > 0 && self->request.among == PARLEY_AMONG_ALL)
    parley_document_note (document,
                          "Some terms stand at the end of a scale (%s). Points that add up let one "
                          "side buy another off without limit: read the offers beside those among "
                          "terms that have been tabled (--among tabled).",
                          text->str);
}

/* "Past aid: None; …": what all offers say. */
static void
add_common (ParleyDocument *document, const ParleyOffers *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint a = 0; self->offers->len > 1 && a < self->space->domain->n_axes; a++)
    {
      g_autofree char *term
          = parley_words_option (self->space, a, offer_at (self, 0)->deal->options[a]);

      if (is_common (self, a))
        g_string_append_printf (
            text, "%s%s: %s", text->len == 0 ? "" : "; ",
            parley_scenario_issue (self->scenario, self->space->domain->axes[a].issue)->title,
            term);
    }
  if (text->len > 0)
    parley_document_paragraph (document, "The same in all of them: %s.", text->str);
}

static void
add_restrictions (ParleyDocument *document, const ParleyOffers *self)
{
  if (self->request.among == PARLEY_AMONG_TABLED)
    parley_document_note (document, "Only terms that some draft has tabled are looked at.");
  if (self->request.among == PARLEY_AMONG_PARTY)
    parley_document_note (document, "Only terms that %s has tabled or accepted are looked at.",
                          title_of (self, self->request.among_party));
}

ParleyDocument *
parley_offers_to_document (const ParleyOffers *self)
{
  ParleyDocument *document = parley_document_new ();

  add_title (document, self);
  if (self->offers->len == 0)
    {
      add_no (document, self);
      add_restrictions (document, self);
      return document;
    }
  add_answer (document, self);
  add_price (document, self);
  add_verdict (document, self);
  add_restrictions (document, self);
  add_warning (document, self);
  if (self->offers->len < self->request.n)
    parley_document_note (document, "There are no more: every other deal that good is the same in "
                                    "all that matters.");
  add_common (document, self);
  add_table (document, self);
  return document;
}
