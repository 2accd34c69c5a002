/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/robust_parts.h"
#include "report/term_words.h"
#include "report/words.h"

/* So many Nash deals are shown. */
#define MOST_DEALS 3

/* And so many terms of an issue. */
#define MOST_TERMS 3

const ParleySpace *
parley_robust_space (const ParleyRobust *self)
{
  return self->request.deals ? g_ptr_array_index (self->spaces, self->spaces->len - 1) : NULL;
}

GPtrArray *
parley_robust_nash_shares (const ParleyRobust *self)
{
  const ParleyDomain *domain = parley_robust_space (self)->domain;
  g_autoptr(GPtrArray) deals = parley_robust_sums_nash (self->sums);
  GPtrArray *shares = g_ptr_array_new_with_free_func (g_free);

  for (guint a = 0; a < domain->n_axes; a++)
    {
      double *of_axis = g_new0 (double, domain->axes[a].n_options);

      for (guint i = 0; i < deals->len; i++)
        {
          const ParleyNashCount *deal = g_ptr_array_index (deals, i);

          of_axis[deal->options[a]] += deal->n;
        }
      for (guint o = 0; o < domain->axes[a].n_options; o++)
        of_axis[o] /= *self->sums->exists;
      g_ptr_array_add (shares, of_axis);
    }
  return shares;
}

static void
add_existence (ParleyDocument *document, const ParleyRobust *self, guint n_deals)
{
  ParleyFrequency exists = parley_frequency (*self->sums->exists, *self->sums->n_draws);
  g_autofree char *everyone = parley_words_everyone (self->scenario);
  g_autofree char *share = parley_likelihood_share (exists);
  g_autofree char *error = parley_likelihood_error (exists);
  g_autofree char *counted = parley_words_counted (n_deals, "deal", "different deals");

  if (exists.p >= 1)
    parley_document_paragraph (document, "There is a deal acceptable to %s in every draw.",
                               everyone);
  else if (exists.p <= 0)
    parley_document_paragraph (document, "There is no deal acceptable to %s in any draw.",
                               everyone);
  else
    parley_document_paragraph (document,
                               "There is a deal acceptable to %s in %s of draws (+/- %s): %s.",
                               everyone, share, error, parley_likelihood_word (exists));
  if (n_deals == 1)
    parley_document_paragraph (document, "The Nash deal (the one with the greatest product of "
                                         "surpluses) is the same in each of them.");
  else if (n_deals > 1)
    parley_document_paragraph (
        document,
        "The Nash deal (the one with the greatest product of surpluses) changes with the numbers: "
        "%s came out. What they share can be relied on; what they do not hangs on guesses.",
        counted);
}

/* A term and how often it came out. */
typedef struct
{
  guint  option;
  double share;
} Term;

static gint
compare_terms (gconstpointer a, gconstpointer b)
{
  const Term *one = a;
  const Term *other = b;

  if (one->share != other->share)
    return one->share > other->share ? -1 : 1;
  return one->option < other->option ? -1 : one->option > other->option;
}

static GArray *
terms_of (const double *shares, guint n_options)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (Term));

  for (guint o = 0; o < n_options; o++)
    {
      Term term = { o, shares[o] };

      if (term.share > 0)
        g_array_append_val (terms, term);
    }
  g_array_sort (terms, compare_terms);
  return terms;
}

/* "Preamble credit 98 %; None 2.0 %" */
static char *
terms_words (const ParleySpace *space, guint axis, const double *shares)
{
  g_autoptr(GArray) terms = terms_of (shares, space->domain->axes[axis].n_options);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (terms->len, MOST_TERMS); i++)
    {
      const Term *term = &g_array_index (terms, Term, i);
      g_autofree char *option = parley_words_option (space, axis, term->option);
      g_autofree char *share = parley_likelihood_share ((ParleyFrequency){ term->share, 0 });

      g_string_append_printf (text, "%s%s: %s", i == 0 ? "" : "; ", option, share);
    }
  if (terms->len > MOST_TERMS)
    g_string_append_printf (text, "; %u more", terms->len - MOST_TERMS);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_terms (ParleyDocument *document, const ParleyRobust *self)
{
  const ParleySpace *space = parley_robust_space (self);
  g_autoptr(GPtrArray) shares = parley_robust_nash_shares (self);
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

  parley_table_column (table, "Issue", PARLEY_COLUMN_LABEL);
  parley_table_column (table, "In how many Nash deals", PARLEY_COLUMN_TEXT);
  for (guint a = 0; a < space->domain->n_axes; a++)
    {
      parley_table_row (table);
      parley_table_cell_text (
          table, parley_scenario_issue (self->scenario, space->domain->axes[a].issue)->title);
      parley_table_take_cell (table, terms_words (space, a, g_ptr_array_index (shares, a)));
    }
}

/* The most frequent ones: the first in full, the others by what they have otherwise. */
static char *
deal_words (const ParleyRobust *self, const ParleyNashCount *deal, const ParleyNashCount *first)
{
  const ParleySpace *space = parley_robust_space (self);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint a = 0; a < space->domain->n_axes; a++)
    {
      g_autofree char *option = parley_words_option (space, a, deal->options[a]);

      if (deal != first && deal->options[a] == first->options[a])
        continue;
      g_string_append_printf (
          text, "%s%s: %s", text->len == 0 ? "" : "; ",
          parley_scenario_issue (self->scenario, space->domain->axes[a].issue)->title, option);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_deals (ParleyDocument *document, const ParleyRobust *self, const GPtrArray *deals)
{
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

  parley_table_caption (table, "The most frequent Nash deals");
  parley_table_column (table, "Draws", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "Terms, of the others those that differ from the first",
                       PARLEY_COLUMN_TEXT);
  for (guint i = 0; i < MIN (deals->len, MOST_DEALS); i++)
    {
      const ParleyNashCount *deal = g_ptr_array_index (deals, i);

      parley_table_row (table);
      parley_table_take_cell (
          table, parley_likelihood_share (parley_frequency (deal->n, *self->sums->n_draws)));
      parley_table_take_cell (table, deal_words (self, deal, g_ptr_array_index (deals, 0)));
    }
}

void
parley_robust_add_deals (ParleyDocument *document, const ParleyRobust *self)
{
  g_autoptr(GPtrArray) deals = NULL;

  if (!self->request.deals)
    return;
  deals = parley_robust_sums_nash (self->sums);
  parley_document_heading (document, 2, "The deals");
  add_existence (document, self, deals->len);
  if (deals->len == 0)
    return;
  add_terms (document, self);
  add_deals (document, self, deals);
}
