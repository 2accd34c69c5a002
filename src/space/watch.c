/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/watch.h"

#include "base/error.h"

static void
watch_free (ParleyWatch *self)
{
  for (guint level = 0; self->ranks != NULL && level < self->automaton->n_levels; level++)
    {
      g_free (self->ranks[level]);
      g_free (self->states[level]);
    }
  g_free (self->ranks);
  g_free (self->states);
  g_free (self->scores);
  parley_automaton_free (self->automaton);
  g_free (self);
}

/* Numbers the open states of each level. Returns: the most on one level after the first. */
static guint
rank_states (ParleyWatch *self)
{
  const ParleyAutomaton *automaton = self->automaton;
  guint most = 0;

  self->ranks = g_new0 (guint32 *, automaton->n_levels);
  self->states = g_new0 (guint32 *, automaton->n_levels);
  for (guint level = 0; level < automaton->n_levels; level++)
    {
      guint n = 0;

      self->ranks[level] = g_new0 (guint32, automaton->n_states[level]);
      self->states[level] = g_new0 (guint32, automaton->n_states[level]);
      for (guint s = 0; s < automaton->n_states[level]; s++)
        if (automaton->decided[level][s] == PARLEY_UNDECIDED)
          {
            self->states[level][n] = s;
            self->ranks[level][s] = ++n;
          }
      if (level > 0)
        most = MAX (most, n);
    }
  return most;
}

/* Takes @automaton and @scores. */
static void
add_watch (GPtrArray *watches,
           guint item,
           ParleyAutomaton *automaton,
           ParleyDemand demand,
           ParleyScore *scores)
{
  ParleyWatch *self = g_new0 (ParleyWatch, 1);

  self->item = item;
  self->automaton = automaton;
  self->demand = demand;
  self->scores = scores;
  g_ptr_array_add (watches, self);
}

/* What a matching adjustment brings to each dimension; NULL when nothing. */
static ParleyScore *
scores_of_adjustment (const ParleyView *view, const ParleyCoupling *coupling, guint index)
{
  guint n_dims = view->dims->len;
  ParleyScore *scores = NULL;

  for (guint d = 0; coupling->effect == PARLEY_EFFECT_ADJUST && d < n_dims; d++)
    {
      const ParleyUtility *utility = parley_view_utility (view, d);
      ParleyScore points = utility->points[index];

      if (utility->party != coupling->party || points == 0)
        continue;
      if (scores == NULL)
        scores = g_new0 (ParleyScore, 2 * (gsize) n_dims);
      scores[n_dims + d] = parley_view_dim (view, d)->negated ? -points : points;
    }
  return scores;
}

/* What each value of a derived issue brings; NULL when nobody in view cares. */
static ParleyScore *
scores_of_factor (const ParleyView *view, const ParleyFactor *factor, guint index)
{
  guint n_dims = view->dims->len;
  ParleyScore *scores = NULL;

  for (guint d = 0; d < n_dims; d++)
    {
      const ParleyScore *table = parley_view_utility (view, d)->factors[index];

      if (table == NULL)
        continue;
      if (scores == NULL)
        scores = g_new0 (ParleyScore, (gsize) factor->values->len * n_dims);
      for (guint v = 0; v < factor->values->len; v++)
        scores[(gsize) v * n_dims + d] = parley_view_dim (view, d)->negated ? -table[v] : table[v];
    }
  return scores;
}

static gboolean
add_couplings (GPtrArray *watches,
               const ParleyView *view,
               const guint *place_of_axis,
               GError **error)
{
  for (guint c = 0; c < view->space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (view->space->couplings, c);
      ParleyScore *scores = scores_of_adjustment (view, coupling, c);
      ParleyAutomaton *automaton = NULL;

      if (scores == NULL && view->demands[c] == PARLEY_DEMAND_NONE)
        continue;
      automaton
          = parley_predicate_to_automaton (coupling->predicate, view->space->domain, place_of_axis);
      if (automaton == NULL)
        {
          ParleyWatch nameless = { .item = c };
          g_autofree char *name = parley_watch_name (&nameless, view->space);

          g_free (scores);
          g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
                       "the condition of %s leaves too much open while the issues are gone "
                       "through; split it into several simpler ones",
                       name);
          return FALSE;
        }
      add_watch (watches, c, automaton, view->demands[c], scores);
    }
  return TRUE;
}

static void
add_factors (GPtrArray *watches, const ParleyView *view, const guint *place_of_axis)
{
  for (guint f = 0; f < view->space->factors->len; f++)
    {
      const ParleyFactor *factor = g_ptr_array_index (view->space->factors, f);
      ParleyScore *scores = scores_of_factor (view, factor, f);

      if (scores != NULL)
        add_watch (watches, view->space->couplings->len + f,
                   parley_automaton_new_factor (factor, view->space->domain, place_of_axis, NULL),
                   PARLEY_DEMAND_NONE, scores);
    }
}

/* The bits of a key that watches under way take. */
typedef struct
{
  guint64 *used; /* [word] */
  guint    n_words;
} Keys;

/* Puts @watch into the first gap of @n_bits. */
static void
give_place (ParleyWatch *watch, Keys *keys, guint n_bits)
{
  for (guint word = 0;; word++)
    {
      if (word == keys->n_words)
        {
          keys->used = g_renew (guint64, keys->used, ++keys->n_words);
          keys->used[word] = 0;
        }
      for (guint shift = 0; shift + n_bits <= 64; shift++)
        {
          guint64 mask = (((guint64) 1 << n_bits) - 1) << shift;

          if ((keys->used[word] & mask) != 0)
            continue;
          keys->used[word] |= mask;
          watch->word = word;
          watch->shift = shift;
          watch->mask = mask;
          return;
        }
    }
}

/* Watches whose first and last axes do not overlap can share bits. */
static guint
lay_out_keys (GPtrArray *watches, guint n_places)
{
  Keys keys = { g_new0 (guint64, 1), 1 };

  for (guint place = 0; place < n_places; place++)
    {
      for (guint w = 0; w < watches->len; w++)
        {
          ParleyWatch *watch = g_ptr_array_index (watches, w);
          const ParleyAutomaton *automaton = watch->automaton;

          if (automaton->n_levels > 0 && automaton->places[automaton->n_levels - 1] == place)
            keys.used[watch->word] &= ~watch->mask;
        }
      for (guint w = 0; w < watches->len; w++)
        {
          ParleyWatch *watch = g_ptr_array_index (watches, w);
          guint most = 0;

          if (watch->automaton->n_levels == 0 || watch->automaton->places[0] != place)
            continue;
          most = rank_states (watch);
          if (most > 0)
            give_place (watch, &keys, g_bit_storage (most));
        }
    }
  g_free (keys.used);
  return keys.n_words;
}

GPtrArray *
parley_watches_new (const ParleyView *view,
                    const guint      *place_of_axis,
                    guint            *n_words,
                    GError          **error)
{
  g_autoptr(GPtrArray) watches = g_ptr_array_new_with_free_func ((GDestroyNotify) watch_free);

  if (!add_couplings (watches, view, place_of_axis, error))
    return NULL;
  add_factors (watches, view, place_of_axis);
  *n_words = lay_out_keys (watches, view->space->domain->n_axes);
  return g_steal_pointer (&watches);
}

static char *
name_of_coupling (const ParleyCoupling *coupling, const ParleyScenario *scenario)
{
  const ParleyParty *party = parley_scenario_party (scenario, coupling->party);

  switch (coupling->effect)
    {
    case PARLEY_EFFECT_RED_LINE:
      return g_strdup_printf (
          "%s's red line \"%s\"", party->id,
          ((const ParleyRedLine *) g_ptr_array_index (party->red_lines, coupling->item))->id);
    case PARLEY_EFFECT_ADJUST:
      return g_strdup_printf (
          "%s's adjustment \"%s\"", party->id,
          ((const ParleyAdjustment *) g_ptr_array_index (party->adjustments, coupling->item))->id);
    case PARLEY_EFFECT_WAIVE:
      return g_strdup_printf ("%s's \"needed_when\"", party->id);
    case PARLEY_EFFECT_FORBID:
    default:
      if (coupling->item < scenario->rules->len)
        return g_strdup_printf (
            "the rule \"%s\"",
            ((const ParleyRule *) g_ptr_array_index (scenario->rules, coupling->item))->id);
      return g_strdup ("a filter");
    }
}

char *
parley_watch_name (const ParleyWatch *self, const ParleySpace *space)
{
  guint n_couplings = space->couplings->len;

  if (self->item < n_couplings)
    return name_of_coupling (g_ptr_array_index (space->couplings, self->item), space->scenario);
  return g_strdup_printf ("the derived issue \"%s\"",
                          parley_scenario_issue (space->scenario,
                                                 ((const ParleyFactor *) g_ptr_array_index (
                                                      space->factors, self->item - n_couplings))
                                                     ->issue)
                              ->id);
}
