/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/revealed.h"

#include <string.h>

#include "analysis/revealed_part.h"
#include "base/date.h"
#include "base/error.h"

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
         && parley_date_compare (parley_revealed_clue (self, place - 1)->move.date, clue->move.date)
                > 0)
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
  if (few && !parley_revealed_asked_too_much (fit))
    return TRUE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
               "open terms leave too many ways to read the record; say what they were, or look at "
               "every completion");
  return FALSE;
}

/* [clue]: whether it is looked at, the same for all. */
static gboolean *
counts_new (const ParleyRevealed *self, gboolean all)
{
  gboolean *counts = g_new (gboolean, self->clues->len + 1);

  for (guint i = 0; i < self->clues->len; i++)
    counts[i] = all;
  return counts;
}

static void
find_whether_fits (ParleyRevealed *self, ParleyFit *fit)
{
  g_autofree gboolean *all = counts_new (self, TRUE);

  self->fits = parley_revealed_fits (self, fit, all);
}

/* Where nothing fits, what is left is what is believed. */
static gboolean
find_what_fits (ParleyRevealed *self, ParleyFit *fit, GError **error)
{
  g_autofree gboolean *counts = counts_new (self, self->fits);

  return check_readings (self, fit, parley_revealed_find_spans (self, fit, counts), error);
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
  self->believed = parley_spans_new (n);
  self->left = parley_spans_new (n);
  self->orders = g_new0 (ParleyRevealedOrder, (gsize) self->n_shares * self->n_shares);
  self->believed_orders = g_new0 (ParleyRevealedOrder, (gsize) self->n_shares * self->n_shares);
  find_whether_fits (self, fit);
  if (!self->fits)
    parley_revealed_find_blame (self, fit);
  return check_readings (self, fit, TRUE, error) && find_what_fits (self, fit, error)
             ? g_steal_pointer (&self)
             : NULL;
}

ParleyRevealed *
parley_revealed_new_brief (const ParleyScenario        *scenario,
                           guint                        party,
                           const ParleyRevealedRequest *request,
                           GError                     **error)
{
  g_autoptr(ParleyFit) fit = NULL;
  g_autoptr(ParleyRevealed) self = revealed_new (scenario, party, request, &fit, error);

  if (self == NULL)
    return NULL;
  find_whether_fits (self, fit);
  return check_readings (self, fit, TRUE, error) ? g_steal_pointer (&self) : NULL;
}

void
parley_revealed_free (ParleyRevealed *self)
{
  if (self == NULL)
    return;
  if (self->reservations != NULL)
    {
      parley_spans_free (self->believed, self->n_shares + self->reservations->len);
      parley_spans_free (self->left, self->n_shares + self->reservations->len);
    }
  g_clear_pointer (&self->clues, g_ptr_array_unref);
  g_clear_pointer (&self->reservations, g_ptr_array_unref);
  g_clear_pointer (&self->blame, g_array_unref);
  g_free (self->issues);
  g_free (self->orders);
  g_free (self->believed_orders);
  g_free (self);
}
