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

/* Takes @automaton. Returns: the new watch, for what it is about to be filled in. */
static ParleyWatch *
add_watch (GPtrArray *watches, ParleyOutcome subject, ParleyAutomaton *automaton)
{
  ParleyWatch *self = g_new0 (ParleyWatch, 1);

  self->subject = subject;
  self->automaton = automaton;
  self->outcome = PARLEY_NO_OUTCOME;
  g_ptr_array_add (watches, self);
  return self;
}

static void
set_wide_error (const ParleySpace *space, ParleyOutcome subject, GError **error)
{
  g_autofree char *name = parley_subject_name (space, subject);

  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
               "the condition of %s leaves too much open while the issues are gone through; "
               "split it into several simpler ones",
               name);
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

      if (points == 0)
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
      ParleyOutcome subject = { PARLEY_OUTCOME_COUPLING, c };
      g_autofree ParleyScore *scores = scores_of_adjustment (view, coupling, c);
      ParleyAutomaton *automaton = NULL;
      ParleyWatch *watch = NULL;

      if (scores == NULL && view->demands[c] == PARLEY_DEMAND_NONE)
        continue;
      automaton
          = parley_predicate_to_automaton (coupling->predicate, view->space->domain, place_of_axis);
      if (automaton == NULL)
        {
          set_wide_error (view->space, subject, error);
          return FALSE;
        }
      watch = add_watch (watches, subject, automaton);
      watch->demand = view->demands[c];
      watch->scores = g_steal_pointer (&scores);
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
        add_watch (watches, (ParleyOutcome){ PARLEY_OUTCOME_FACTOR, f },
                   parley_automaton_new_factor (factor, view->space->domain, place_of_axis, NULL))
            ->scores
            = scores;
    }
}

/* Whether any coupling holds that @outcome reads. Returns: (nullable): NULL when that is
 * too wide. */
static ParleyAutomaton *
any_coupling (const ParleyView *view, guint outcome, const guint *place_of_axis)
{
  const ParleySpace *space = view->space;
  ParleyAutomaton *any = parley_automaton_new_constant (0);

  for (guint c = 0; c < space->couplings->len; c++)
    if (parley_view_outcome_reads (view, outcome, c))
      any = parley_automaton_take_join (
          any,
          parley_predicate_to_automaton (
              ((const ParleyCoupling *) g_ptr_array_index (space->couplings, c))->predicate,
              space->domain, place_of_axis),
          TRUE);
  return any;
}

static gboolean
add_outcomes (GPtrArray *watches,
              const ParleyView *view,
              const guint *place_of_axis,
              GError **error)
{
  for (guint i = 0; i < view->outcomes->len; i++)
    {
      const ParleyOutcome *outcome = parley_view_outcome (view, i);
      ParleyAutomaton *automaton = outcome->kind == PARLEY_OUTCOME_FACTOR
                                       ? parley_automaton_new_factor (
                                           g_ptr_array_index (view->space->factors, outcome->index),
                                           view->space->domain, place_of_axis, NULL)
                                       : any_coupling (view, i, place_of_axis);

      if (automaton == NULL)
        {
          set_wide_error (view->space, *outcome, error);
          return FALSE;
        }
      add_watch (watches, *outcome, automaton)->outcome = (int) i;
    }
  return TRUE;
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

  if (!add_couplings (watches, view, place_of_axis, error)
      || !add_outcomes (watches, view, place_of_axis, error))
    return NULL;
  add_factors (watches, view, place_of_axis);
  *n_words = lay_out_keys (watches, view->space->domain->n_axes);
  return g_steal_pointer (&watches);
}

static char *
name_of_forbidding (guint item, const ParleyScenario *scenario)
{
  if (item == PARLEY_FORBID_GIVEN)
    return g_strdup ("the draft's \"given\"");
  if (item == PARLEY_FORBID_FILTER)
    return g_strdup ("a filter");
  return g_strdup_printf ("the rule \"%s\"",
                          ((const ParleyRule *) g_ptr_array_index (scenario->rules, item))->id);
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
      return name_of_forbidding (coupling->item, scenario);
    }
}

char *
parley_subject_name (const ParleySpace *space, ParleyOutcome subject)
{
  const ParleyScenario *scenario = space->scenario;

  if (subject.kind == PARLEY_OUTCOME_COUPLING)
    return name_of_coupling (g_ptr_array_index (space->couplings, subject.index), scenario);
  if (subject.kind == PARLEY_OUTCOME_CROSSING)
    return g_strdup_printf ("%s's red lines", parley_scenario_party (scenario, subject.index)->id);
  return g_strdup_printf (
      "the derived issue \"%s\"",
      parley_scenario_issue (
          scenario,
          ((const ParleyFactor *) g_ptr_array_index (space->factors, subject.index))->issue)
          ->id);
}
