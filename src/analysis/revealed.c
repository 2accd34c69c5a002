/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/revealed.h"

#include <string.h>

#include "base/date.h"
#include "base/error.h"

/* Sets of clues that are tried in search of a smaller contradiction. */
#define MOST_SETS 2000

/* Questions whether something fits, after which no answer is sought any longer. */
#define MOST_ASKED 20000

/* Goes through the ways to choose completions. */
typedef struct
{
  ParleyRevealed *revealed;
  ParleyFit      *fit;
  const gboolean *counts; /* [clue]: whether it is looked at */
  guint           n_readings;
  gboolean (*visit) (gpointer self); /* a reading that fits; FALSE: that is enough */
  gboolean done;
  gboolean too_many;
} Readings;

static const ParleyClue *
clue_at (const ParleyRevealed *self, guint index)
{
  return g_ptr_array_index (self->clues, index);
}

static gboolean
teaches (const Readings *self, guint index)
{
  return self->counts[index] && clue_at (self->revealed, index)->kind == PARLEY_CLUE_TEACHES;
}

/* Whether there is more than one way to read what it is about; or none. */
static gboolean
has_choice (const ParleyClue *clue)
{
  return clue->open == PARLEY_OPEN_ANY && clue->corners->corners->len != clue->n_together;
}

static void
add_corners (Readings *self, const ParleyClue *clue, guint first, guint n_corners)
{
  for (guint c = first; c < first + n_corners; c++)
    parley_fit_add_corner (self->fit, clue, parley_corners_get (clue->corners, c));
}

/* Whether some numbers agree with all rows so far; after too many questions none do. */
static gboolean
exists (Readings *self)
{
  gboolean exists = self->fit->n_asked < MOST_ASKED && parley_fit_exists (self->fit);

  if (self->fit->n_asked >= MOST_ASKED || self->fit->budget == 0)
    self->too_many = self->done = TRUE;
  return exists && !self->too_many;
}

static void go_through (Readings *self, guint index);

/* Clue @index with some of its corners, and those behind it. */
static void
go_on (Readings *self, guint index, guint first, guint n_corners)
{
  guint n_rows = self->fit->rows->len;

  add_corners (self, clue_at (self->revealed, index), first, n_corners);
  if (exists (self))
    go_through (self, index + 1);
  parley_fit_cut (self->fit, n_rows);
}

/* Whether the corners fit whatever else is possible. */
static gboolean
is_certain (Readings *self, const ParleyClue *clue, guint first, guint n_corners)
{
  ParleyClue opposite = *clue;
  guint n_rows = self->fit->rows->len;
  gboolean can_fail = FALSE;

  opposite.reaches = !clue->reaches;
  for (guint c = first; c < first + n_corners && !can_fail; c++)
    {
      parley_fit_add_corner (self->fit, &opposite, parley_corners_get (clue->corners, c));
      can_fail = exists (self);
      parley_fit_cut (self->fit, n_rows);
    }
  return !can_fail && !self->done;
}

/* Whether one of several choices always fits, so that there is nothing to choose. */
static gboolean
some_is_certain (Readings *self, const ParleyClue *clue)
{
  for (guint c = 0; c < clue->corners->corners->len && !self->done; c += clue->n_together)
    if (is_certain (self, clue, c, clue->n_together))
      return TRUE;
  return FALSE;
}

/* Clues from @index on of which there is something to choose. */
static void
go_through (Readings *self, guint index)
{
  const ParleyClue *clue = NULL;

  while (index < self->revealed->clues->len
         && !(teaches (self, index) && has_choice (clue_at (self->revealed, index))))
    index++;
  if (index == self->revealed->clues->len)
    {
      self->too_many = self->n_readings++ == PARLEY_MOST_READINGS;
      self->done = self->too_many || !self->visit (self);
      return;
    }
  clue = clue_at (self->revealed, index);
  if (some_is_certain (self, clue))
    go_through (self, index + 1);
  else
    for (guint c = 0; c < clue->corners->corners->len && !self->done; c += clue->n_together)
      go_on (self, index, c, clue->n_together);
}

/* What there is nothing to choose of comes first: it leaves the fewest choices of the rest. */
static void
go_through_all (Readings *self)
{
  guint n_rows = self->fit->rows->len;

  for (guint i = 0; i < self->revealed->clues->len; i++)
    if (teaches (self, i) && !has_choice (clue_at (self->revealed, i)))
      add_corners (self, clue_at (self->revealed, i), 0,
                   clue_at (self->revealed, i)->corners->corners->len);
  if (exists (self))
    go_through (self, 0);
  parley_fit_cut (self->fit, n_rows);
}

static gboolean
stop (G_GNUC_UNUSED gpointer self)
{
  return FALSE;
}

/* Whether some numbers fit the clues that count. */
static gboolean
fits (ParleyRevealed *self, ParleyFit *fit, const gboolean *counts)
{
  Readings readings = { self, fit, counts, 0, stop, FALSE, FALSE };

  go_through_all (&readings);
  return readings.n_readings > 0;
}

/* What contradicts */

/* Takes out what the contradiction does not need. */
static void
thin (ParleyRevealed *self, ParleyFit *fit, gboolean *counts)
{
  for (guint i = self->clues->len; i-- > 0;)
    if (counts[i])
      {
        counts[i] = FALSE;
        counts[i] = fits (self, fit, counts);
      }
}

static guint
count (const gboolean *counts, guint n)
{
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    sum += counts[i] != FALSE;
  return sum;
}

/* Tries the sets of @n_more clues from @from on. Returns: whether one contradicts; it is in
 * @counts then. */
static gboolean
try_sets (ParleyRevealed *self,
          ParleyFit      *fit,
          gboolean       *counts,
          guint           from,
          guint           n_more,
          guint          *n_left)
{
  if (n_more == 0)
    return *n_left > 0 && (*n_left)-- > 0 && !fits (self, fit, counts);
  for (guint i = from; i<self->clues->len && * n_left> 0; i++)
    {
      if (clue_at (self, i)->kind != PARLEY_CLUE_TEACHES)
        continue;
      counts[i] = TRUE;
      if (try_sets (self, fit, counts, i + 1, n_more - 1, n_left))
        return TRUE;
      counts[i] = FALSE;
    }
  return FALSE;
}

static void
find_blame (ParleyRevealed *self, ParleyFit *fit)
{
  guint n = self->clues->len;
  g_autofree gboolean *counts = g_new (gboolean, n);
  g_autofree gboolean *smaller = g_new0 (gboolean, n);
  guint n_left = MOST_SETS;

  for (guint i = 0; i < n; i++)
    counts[i] = TRUE;
  for (guint i = 0; i < n; i++)
    counts[i] = clue_at (self, i)->kind == PARLEY_CLUE_TEACHES;
  thin (self, fit, counts);
  for (guint size = 1; size < count (counts, n); size++)
    if (try_sets (self, fit, smaller, 0, size, &n_left))
      {
        for (guint i = 0; i < n; i++)
          counts[i] = smaller[i];
        break;
      }
  for (guint i = 0; i < n; i++)
    if (counts[i])
      g_array_append_val (self->blame, i);
}

/* What is left */

typedef struct
{
  Readings    readings; /* first: what is visited */
  ParleySpan *spans;    /* [share], then [reservation], above the low end of its range */
  gboolean   *heavier;  /* [first * n_shares + second]: somewhere; what is TRUE is not sought */
  const ParleySpan *widest;   /* (nullable): the spans lie in these */
  const gboolean   *possible; /* (nullable): only these can be heavier */
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

/* Sets spans and orders that are believed, and those that fit, which are a part of that. */
static gboolean
find_all (ParleyRevealed *self, ParleyFit *fit, const gboolean *counts)
{
  guint n_orders = self->n_shares * self->n_shares;
  g_autofree gboolean *none = g_new0 (gboolean, self->clues->len + 1);
  g_autofree gboolean *possible = g_new0 (gboolean, n_orders);
  g_autofree gboolean *heavier = g_new0 (gboolean, n_orders);
  Search believed
      = { { self, fit, none, 0, look, FALSE, FALSE }, self->believed, possible, NULL, NULL };
  Search left = {
    { self, fit, counts, 0, look, FALSE, FALSE }, self->left, heavier, self->believed, possible
  };

  go_through_all (&believed.readings);
  go_through_all (&left.readings);
  raise_reservations (self, self->believed);
  raise_reservations (self, self->left);
  read_orders (self, possible, self->believed_orders);
  read_orders (self, heavier, self->orders);
  return !left.readings.too_many;
}

/* Making it */

static ParleySpan *
spans_new (guint n)
{
  ParleySpan *spans = g_new0 (ParleySpan, n);

  for (guint i = 0; i < n; i++)
    mpq_inits (spans[i].low, spans[i].high, NULL);
  return spans;
}

static void
spans_free (ParleySpan *spans, guint n)
{
  for (guint i = 0; spans != NULL && i < n; i++)
    mpq_clears (spans[i].low, spans[i].high, NULL);
  g_free (spans);
}

static void
add_reservation (ParleyRevealed *self, const ParleyNumber *reservation)
{
  if (reservation != NULL && !g_ptr_array_find (self->reservations, reservation, NULL))
    g_ptr_array_add (self->reservations, (gpointer) reservation);
}

/* Behind all that is not later. */
static void
insert_clue (ParleyRevealed *self, ParleyClue *clue)
{
  guint place = self->clues->len;

  while (place > 0
         && parley_date_compare (clue_at (self, place - 1)->move.date, clue->move.date) > 0)
    place--;
  g_ptr_array_insert (self->clues, (gint) place, clue);
}

/* Whether something was done or said on a day before @before: nobody knows it of what has none. */
static gboolean
is_earlier (const char *date, const char *before)
{
  return before == NULL || (date != NULL && strcmp (date, before) < 0);
}

static gboolean
learn_preferences (ParleyRevealed *self, const ParleyRevealedRequest *request, GError **error)
{
  const ParleyParty *party = parley_scenario_party (self->scenario, self->party);

  for (guint i = 0; i < party->preferences->len; i++)
    {
      const ParleyDraftPreference *preference = g_ptr_array_index (party->preferences, i);
      ParleyClue *clue = NULL;

      if (!is_earlier (preference->date, request->before))
        continue;
      clue = parley_clue_new_preference (self->scenario, self->party, preference, &request->clues,
                                         error);
      if (clue == NULL)
        return FALSE;
      insert_clue (self, clue);
    }
  return TRUE;
}

static gboolean
learn (ParleyRevealed *self, const ParleyRevealedRequest *request, GError **error)
{
  g_autoptr(GArray) record = parley_record_new (self->scenario, self->party);

  for (guint i = 0; i < record->len; i++)
    {
      const ParleyDeed *move = &g_array_index (record, ParleyDeed, i);
      ParleyClue *clue = NULL;

      if (move->again || !is_earlier (move->date, request->before)
          || parley_scenario_draft (self->scenario, move->draft) == request->apart)
        continue;
      clue = parley_clue_new (self->scenario, move, &request->clues, error);
      if (clue == NULL)
        return FALSE;
      g_ptr_array_add (self->clues, clue);
      add_reservation (self, move->reservation);
    }
  add_reservation (self, request->asked);
  return learn_preferences (self, request, error);
}

/* @few: whether there were not too many readings. */
static gboolean
check_readings (const ParleyRevealed *self, const ParleyFit *fit, gboolean few, GError **error)
{
  if (fit->budget == 0)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
                   "what %u decisions and preferences of \"%s\" say of %u weights is too much to "
                   "tell exactly",
                   self->clues->len, parley_scenario_party (self->scenario, self->party)->id,
                   self->n_shares);
      return FALSE;
    }
  if (few && fit->n_asked < MOST_ASKED)
    return TRUE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
               "open terms leave too many ways to read the record; say what they were, or look at "
               "every completion");
  return FALSE;
}

static gboolean
work_out (ParleyRevealed *self, ParleyFit *fit, GError **error)
{
  g_autofree gboolean *counts = g_new0 (gboolean, self->clues->len + 1);

  for (guint i = 0; i < self->clues->len; i++)
    counts[i] = TRUE;
  self->fits = fits (self, fit, counts);
  if (!self->fits)
    find_blame (self, fit);
  if (!check_readings (self, fit, TRUE, error))
    return FALSE;
  for (guint i = 0; i < self->clues->len; i++)
    counts[i] = self->fits;
  return check_readings (self, fit, find_all (self, fit, counts), error);
}

/* Sets @fit. */
static ParleyRevealed *
revealed_new (const ParleyScenario        *scenario,
              guint                        party,
              const ParleyRevealedRequest *request,
              ParleyFit                  **fit,
              GError                     **error)
{
  g_autoptr(ParleyRevealed) self = g_new0 (ParleyRevealed, 1);
  const ParleyParty *model = parley_scenario_party (scenario, party);

  self->scenario = scenario;
  self->party = party;
  self->clues = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_clue_free);
  self->reservations = g_ptr_array_new ();
  self->blame = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!parley_party_is_weighted (model))
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                   "\"%s\" has no weights, so its record says nothing about them", model->id);
      return NULL;
    }
  if (!learn (self, request, error))
    return NULL;
  *fit = parley_fit_new (model, self->reservations, request->belief);
  self->n_shares = (*fit)->n_shares;
  self->issues = g_memdup2 ((*fit)->issues, sizeof (guint) * self->n_shares);
  return g_steal_pointer (&self);
}

ParleyRevealed *
parley_revealed_new (const ParleyScenario *scenario,
                     guint                 party,
                     const ParleyRevealedRequest *request,
                     GError              **error)
{
  g_autoptr(ParleyFit) fit = NULL;
  g_autoptr(ParleyRevealed) self = revealed_new (scenario, party, request, &fit, error);
  guint n = 0;

  if (self == NULL)
    return NULL;
  n = self->n_shares + self->reservations->len;
  self->believed = spans_new (n);
  self->left = spans_new (n);
  self->orders = g_new0 (ParleyRevealedOrder, (gsize) self->n_shares * self->n_shares);
  self->believed_orders = g_new0 (ParleyRevealedOrder, (gsize) self->n_shares * self->n_shares);
  return work_out (self, fit, error) ? g_steal_pointer (&self) : NULL;
}

ParleyRevealed *
parley_revealed_new_brief (const ParleyScenario        *scenario,
                           guint                        party,
                           const ParleyRevealedRequest *request,
                           GError                     **error)
{
  g_autoptr(ParleyFit) fit = NULL;
  g_autoptr(ParleyRevealed) self = revealed_new (scenario, party, request, &fit, error);
  g_autofree gboolean *all = NULL;

  if (self == NULL)
    return NULL;
  all = g_new (gboolean, self->clues->len + 1);
  for (guint i = 0; i < self->clues->len; i++)
    all[i] = TRUE;
  self->fits = fits (self, fit, all);
  return check_readings (self, fit, TRUE, error) ? g_steal_pointer (&self) : NULL;
}

void
parley_revealed_free (ParleyRevealed *self)
{
  if (self == NULL)
    return;
  if (self->reservations != NULL)
    {
      spans_free (self->believed, self->n_shares + self->reservations->len);
      spans_free (self->left, self->n_shares + self->reservations->len);
    }
  g_clear_pointer (&self->clues, g_ptr_array_unref);
  g_clear_pointer (&self->reservations, g_ptr_array_unref);
  g_clear_pointer (&self->blame, g_array_unref);
  g_free (self->issues);
  g_free (self->orders);
  g_free (self->believed_orders);
  g_free (self);
}
