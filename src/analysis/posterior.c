/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/posterior.h"

#include <stdlib.h>

#include "analysis/chain.h"
#include "base/error.h"

/* Draws of one chain, and rounds from one to the next: they hardly hang together then. */
#define CHUNK 500
#define THIN  5

/* Of more draws than these it is not asked what one decision more was like. */
#define MOST_TRIED 5000

/* What is drawn: first by no clue, then by one more at a time. */
typedef struct
{
  const ParleyPosteriorRequest *request;
  ParleyChainSpec               spec;
  guint                         n_chunks;
  guint                         n_tried;  /* chunks of stages between the first and the last */
  guint                        *fits;     /* [stage * n_chunks + chunk]: draws that fit the next
                     * clue */
  gboolean                     *found;    /* likewise: whether there were any draws */
  double                       *draws[2]; /* of the first and of the last stage */
} Work;

static void
read_clue (Work *work, const ParleyRevealed *revealed, const ParleyClue *clue)
{
  ParleyChainSpec *spec = &work->spec;
  guint l = spec->n_clues++;
  guint reservation = 0;

  (void) g_ptr_array_find (revealed->reservations, clue->move.reservation, &reservation);
  spec->corners[l]
      = parley_corners_to_doubles (clue->corners, revealed->issues, revealed->n_shares);
  spec->reaches[l] = clue->reaches;
  spec->every[l] = clue->open == PARLEY_OPEN_ALL;
  spec->reservations[l] = spec->n_weights + reservation;
}

/* The heaviest of the weights that are lighter than @weight; NULL when none is. */
static mpq_srcptr
find_next (const ParleyRevealed *revealed, const ParleyParty *party, mpq_srcptr weight)
{
  mpq_srcptr next = NULL;

  for (guint i = 0; i < revealed->n_shares; i++)
    {
      mpq_srcptr other = party->weights[revealed->issues[i]]->value;

      if (mpq_cmp (other, weight) < 0 && (next == NULL || mpq_cmp (other, next) > 0))
        next = other;
    }
  return next;
}

/* Of a ranking: each place and the next. */
static GArray *
read_orders (const ParleyRevealed *revealed, const ParleyParty *party)
{
  GArray *orders = g_array_new (FALSE, FALSE, sizeof (ParleyChainOrder));

  for (guint i = 0; i < revealed->n_shares; i++)
    {
      mpq_srcptr next = find_next (revealed, party, party->weights[revealed->issues[i]]->value);

      for (guint j = 0; next != NULL && j < revealed->n_shares; j++)
        {
          const ParleyChainOrder order = { i, j };

          if (mpq_equal (party->weights[revealed->issues[j]]->value, next))
            g_array_append_val (orders, order);
        }
    }
  return orders;
}

/* The same as fit.c believes. */
static void
read_beliefs (Work *work, const ParleyRevealed *revealed)
{
  const ParleyParty *party = parley_scenario_party (revealed->scenario, revealed->party);
  ParleyChainSpec *spec = &work->spec;
  gboolean is_free = work->request->belief == PARLEY_BELIEF_NOTHING || party->ranked;

  spec->as_written = !party->normalize;
  if (party->ranked)
    spec->orders = read_orders (revealed, party);

  for (guint i = 0; i < spec->n_weights; i++)
    {
      parley_quantile_init (&spec->quantiles[i], party->weights[revealed->issues[i]],
                            work->request->spread);
      spec->quantiles[i].free = is_free && party->normalize;
    }
  for (guint r = 0; r < revealed->reservations->len; r++)
    parley_quantile_init (&spec->quantiles[spec->n_weights + r],
                          g_ptr_array_index (revealed->reservations, r), work->request->spread);
}

static void
work_init (Work *self, const ParleyRevealed *revealed, const ParleyPosteriorRequest *request)
{
  ParleyChainSpec *spec = &self->spec;
  guint n = revealed->clues->len;
  guint n_cells = 0;

  self->request = request;
  spec->slip = request->slip;
  spec->n_weights = revealed->n_shares;
  spec->n_numbers = revealed->n_shares + revealed->reservations->len;
  spec->quantiles = g_new0 (ParleyQuantile, spec->n_numbers);
  spec->reservations = g_new0 (guint, n);
  spec->corners = g_new0 (GPtrArray *, n);
  spec->reaches = g_new0 (gboolean, n);
  spec->every = g_new0 (gboolean, n);
  read_beliefs (self, revealed);
  for (guint l = 0; l < n; l++)
    if (((ParleyClue *) g_ptr_array_index (revealed->clues, l))->kind == PARLEY_CLUE_TEACHES)
      read_clue (self, revealed, g_ptr_array_index (revealed->clues, l));
  self->n_chunks = (guint) ((request->n_draws + CHUNK - 1) / CHUNK);
  self->n_tried = MIN (self->n_chunks, MOST_TRIED / CHUNK);
  n_cells = (spec->n_clues + 1) * self->n_chunks;
  self->fits = g_new0 (guint, n_cells);
  self->found = g_new0 (gboolean, n_cells);
  for (guint s = 0; s < 2; s++)
    self->draws[s] = g_new (double, (gsize) self->n_chunks *CHUNK * spec->n_numbers);
}

static void
work_clear (Work *self)
{
  for (guint i = 0; i < self->spec.n_numbers; i++)
    parley_quantile_clear (&self->spec.quantiles[i]);
  for (guint l = 0; l < self->spec.n_clues; l++)
    g_ptr_array_unref (self->spec.corners[l]);
  g_clear_pointer (&self->spec.orders, g_array_unref);
  g_free (self->spec.quantiles);
  g_free (self->spec.reservations);
  g_free (self->spec.corners);
  g_free (self->spec.reaches);
  g_free (self->spec.every);
  g_free (self->fits);
  g_free (self->found);
  for (guint s = 0; s < 2; s++)
    g_free (self->draws[s]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* Shares and reservations. */
static void
keep_draw (const ParleyChain *chain, double *draw)
{
  for (guint i = 0; i < chain->spec->n_numbers; i++)
    draw[i] = parley_chain_number (chain, i);
}

static gboolean
is_skipped (const Work *work, guint stage, guint chunk)
{
  return stage > 0 && stage < work->spec.n_clues && chunk >= work->n_tried;
}

static void
draw_chunk (gsize index, gpointer data)
{
  Work *work = data;
  const ParleyChainSpec *spec = &work->spec;
  guint stage = (guint) (index / work->n_chunks);
  guint chunk = (guint) (index % work->n_chunks);
  g_autoptr(ParleyChain) chain = NULL;

  if (!is_skipped (work, stage, chunk))
    chain = parley_chain_new (spec, stage, work->request->seed, (guint64) stage << 32 | chunk);
  work->found[index] = chain != NULL;
  for (guint d = 0; chain != NULL && d < CHUNK; d++)
    {
      gsize place = ((gsize) chunk * CHUNK + d) * spec->n_numbers;

      parley_chain_go (chain, stage, stage == 0 && spec->orders == NULL ? 1 : THIN);
      if (stage < spec->n_clues)
        work->fits[index] += parley_chain_fits (chain, stage) != FALSE;
      if (stage == 0)
        keep_draw (chain, work->draws[0] + place);
      if (stage == spec->n_clues)
        keep_draw (chain, work->draws[1] + place);
    }
}

/* Whether every stage has come to draws. */
static gboolean
check (const Work *work, GError **error)
{
  for (guint s = 0; s <= work->spec.n_clues; s++)
    for (guint c = 0; c < work->n_chunks; c++)
      if (!is_skipped (work, s, c) && !work->found[s * work->n_chunks + c])
        {
          g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
                       "so small a part of what is believed fits the record that no draw was found "
                       "in it; with a slip, decisions may be wrong");
          return FALSE;
        }
  return TRUE;
}

/* What comes of it */

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static ParleyLikely *
summarize (const Work *work, const double *draws)
{
  guint n = work->spec.n_numbers;
  gsize n_draws = work->request->n_draws;
  ParleyLikely *likely = g_new0 (ParleyLikely, n);
  g_autofree double *column = g_new (double, n_draws);

  for (guint i = 0; i < n; i++)
    {
      for (gsize d = 0; d < n_draws; d++)
        {
          column[d] = draws[d * n + i];
          likely[i].mean += column[d] / (double) n_draws;
        }
      qsort (column, n_draws, sizeof *column, compare_doubles);
      likely[i].low = column[n_draws / 20];
      likely[i].high = column[n_draws - 1 - n_draws / 20];
    }
  return likely;
}

static void
set_heavier (ParleyPosterior *self)
{
  guint n = self->revealed->n_shares;

  self->heavier = g_new0 (double, (gsize) n *n);
  for (gsize d = 0; d < self->n_draws; d++)
    {
      const double *draw = self->draws + d * self->n_numbers;

      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < n; j++)
          self->heavier[i * n + j] += draw[i] > draw[j] ? 1 / (double) self->n_draws : 0;
    }
}

/* With a slip, what does not fit is likely as well. */
static void
set_chances (ParleyPosterior *self, const Work *work)
{
  guint stage = 0;
  double slip = work->request->slip;

  self->chances = g_new (double, self->revealed->clues->len + 1);
  for (guint l = 0; l < self->revealed->clues->len; l++)
    {
      const ParleyClue *clue = g_ptr_array_index (self->revealed->clues, l);
      guint n_chunks = stage == 0 ? work->n_chunks : work->n_tried;
      double fits = 0;

      self->chances[l] = 1;
      if (clue->kind != PARLEY_CLUE_TEACHES)
        continue;
      for (guint c = 0; c < n_chunks; c++)
        fits += work->fits[stage * work->n_chunks + c];
      fits /= (double) n_chunks * CHUNK;
      self->chances[l] = fits * (1 - slip) + (1 - fits) * slip;
      stage++;
    }
}

ParleyPosterior *
parley_posterior_new (const ParleyRevealed *revealed,
                      const ParleyPosteriorRequest *request,
                      GError **error)
{
  g_auto(Work) work = { 0 };
  ParleyPosterior *self = NULL;

  g_return_val_if_fail (request->n_draws > 0, NULL);

  work_init (&work, revealed, request);
  parley_crew_do (request->crew, "drawing weights", (gsize) (work.spec.n_clues + 1) * work.n_chunks,
                  draw_chunk, &work);
  if (!check (&work, error))
    return NULL;
  self = g_new0 (ParleyPosterior, 1);
  self->revealed = revealed;
  self->n_draws = request->n_draws;
  self->n_numbers = work.spec.n_numbers;
  self->before = summarize (&work, work.draws[0]);
  self->after = summarize (&work, work.draws[1]);
  self->draws = g_steal_pointer (&work.draws[1]);
  set_heavier (self);
  set_chances (self, &work);
  return self;
}

void
parley_posterior_free (ParleyPosterior *self)
{
  if (self == NULL)
    return;
  g_free (self->before);
  g_free (self->after);
  g_free (self->heavier);
  g_free (self->chances);
  g_free (self->draws);
  g_free (self);
}
