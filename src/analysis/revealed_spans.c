/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/revealed_part.h"

/* What is found over all readings. */
typedef struct
{
  ParleyRevealedReadings readings;
  ParleySpan            *spans;   /* [share], then [reservation], above the low end of its range */
  gboolean              *heavier; /* [first * n_shares + second]: somewhere; what is TRUE is not
                             * sought */
  const ParleySpan      *widest;   /* (nullable): the spans lie in these */
  const gboolean        *possible; /* (nullable): only these can be heavier */
} Search;

/* Whether a span is as wide already as it can be. */
static gboolean
is_widest (const Search *search, guint number, gboolean most)
{
  const ParleySpan *span = &search->spans[number];
  const ParleySpan *widest = &search->widest[number];

  return most ? mpq_equal (span->high, widest->high) != 0 : mpq_equal (span->low, widest->low) != 0;
}

static void
note_orders (const Search *search, mpq_t *numbers)
{
  guint n = search->readings.fit->n_shares;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      search->heavier[i * n + j] |= mpq_cmp (numbers[i], numbers[j]) > 0;
}

static void
find_spans (const Search *search, mpq_t *numbers)
{
  ParleyFit *fit = search->readings.fit;
  guint n = fit->n_shares + fit->reservations->len;

  for (guint i = 0; i < n; i++)
    for (int most = 0; most < 2; most++)
      {
        gboolean is_first = search->readings.n_readings == 1 && !most;

        if (!is_first && search->widest != NULL && is_widest (search, i, most))
          continue;
        parley_fit_extreme (fit, i, most, numbers);
        parley_exact_widen (search->spans[i].low, search->spans[i].high, numbers[i], is_first);
        note_orders (search, numbers);
      }
}

/* What the ends of spans have not shown. */
static void
find_orders (const Search *search, mpq_t *numbers)
{
  ParleyFit *fit = search->readings.fit;
  guint n = fit->n_shares;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (i != j && !search->heavier[i * n + j]
          && (search->possible == NULL || search->possible[i * n + j])
          && parley_fit_exceeds (fit, i, j, numbers))
        note_orders (search, numbers);
}

static gboolean
look (gpointer data)
{
  const Search *search = data;
  const ParleyFit *fit = search->readings.fit;
  mpq_t *numbers = parley_exact_array_new (fit->n_numbers);

  find_spans (search, numbers);
  find_orders (search, numbers);
  parley_exact_array_free (numbers, fit->n_numbers);
  return TRUE;
}

/* Reservations themselves, and not what they are above the low ends of their ranges. */
static void
raise_reservations (const ParleyRevealed *self, ParleySpan *spans)
{
  for (guint r = 0; r < self->reservations->len; r++)
    {
      const ParleyNumber *number = g_ptr_array_index (self->reservations, r);
      ParleySpan *span = &spans[self->n_shares + r];

      mpq_add (span->low, span->low, number->low);
      mpq_add (span->high, span->high, number->low);
    }
}

static void
read_orders (const ParleyRevealed *self, const gboolean *heavier, ParleyRevealedOrder *orders)
{
  guint n = self->n_shares;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      orders[i * n + j] = !heavier[i * n + j]   ? PARLEY_ORDER_NEVER
                          : !heavier[j * n + i] ? PARLEY_ORDER_ALWAYS
                                                : PARLEY_ORDER_OPEN;
}

/* Sets the spans and orders of @search by the clues that @counts takes. */
static void
search_all (const ParleyRevealed *self,
            ParleyFit            *fit,
            const gboolean       *counts,
            Search               *search,
            ParleyRevealedOrder  *orders)
{
  search->readings = (ParleyRevealedReadings){
    .revealed = self, .fit = fit, .counts = counts, .visit = look, .data = search
  };
  parley_revealed_read (&search->readings);
  read_orders (self, search->heavier, orders);
}

/* What fits is a part of what is believed. */
gboolean
parley_revealed_find_spans (ParleyRevealed *self, ParleyFit *fit, const gboolean *counts)
{
  guint n_orders = self->n_shares * self->n_shares;
  g_autofree gboolean *none = g_new0 (gboolean, self->clues->len + 1);
  g_autofree gboolean *possible = g_new0 (gboolean, n_orders);
  g_autofree gboolean *heavier = g_new0 (gboolean, n_orders);
  Search believed = { .spans = self->believed, .heavier = possible };
  Search left
      = { .spans = self->left, .heavier = heavier, .widest = self->believed, .possible = possible };

  search_all (self, fit, none, &believed, self->believed_orders);
  search_all (self, fit, counts, &left, self->orders);
  raise_reservations (self, self->believed);
  raise_reservations (self, self->left);
  return !left.readings.too_many;
}
