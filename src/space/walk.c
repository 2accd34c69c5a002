/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/walk.h"

/* What becomes decided at one depth of the walk. */
typedef struct
{
  guint   axis;
  guint   n_options;
  GArray *couplings; /* of guint: those whose last axis this is */
  GArray *factors;   /* likewise */
} Level;

typedef struct
{
  const ParleySpace *space;
  GPtrArray         *utilities;
  int               *slot_of_party; /* -1: not among the utilities */
  guint              n_levels;
  Level             *levels;
  guint             *options;
  ParleyScore       *scores; /* [level][utility]: partial sums on entering a level */
  ParleyVisit        visit;
  gpointer           data;
} Walk;

static guint
last_level (const Walk *walk, const guint *axes, guint n_axes)
{
  guint last = 0;

  for (guint level = 0; level < walk->n_levels; level++)
    for (guint i = 0; i < n_axes; i++)
      if (walk->levels[level].axis == axes[i])
        last = level;
  return last;
}

static gboolean
covers (const Walk *walk, const guint *axes, guint n_axes)
{
  for (guint level = 0; n_axes > 0 && level < walk->n_levels; level++)
    if (walk->levels[level].axis == axes[0])
      return TRUE;
  return FALSE;
}

static void
attach (Walk *walk)
{
  for (guint c = 0; c < walk->space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (walk->space->couplings, c);

      if (covers (walk, coupling->axes, coupling->n_axes))
        g_array_append_val (
            walk->levels[last_level (walk, coupling->axes, coupling->n_axes)].couplings, c);
    }
  for (guint f = 0; f < walk->space->factors->len; f++)
    {
      const ParleyFactor *factor = g_ptr_array_index (walk->space->factors, f);

      if (covers (walk, factor->axes, factor->n_axes))
        g_array_append_val (walk->levels[last_level (walk, factor->axes, factor->n_axes)].factors,
                            f);
    }
}

static void
walk_init (Walk *self,
           const ParleySpace *space,
           const guint *axes,
           guint n_axes,
           GPtrArray *utilities)
{
  guint n_parties = space->scenario->parties->len;

  self->space = space;
  self->utilities = utilities;
  self->n_levels = n_axes;
  self->levels = g_new0 (Level, n_axes);
  self->options = g_new0 (guint, space->domain->n_axes);
  self->scores = g_new0 (ParleyScore, (n_axes + 1) * utilities->len);
  self->slot_of_party = g_new (int, n_parties);
  for (guint p = 0; p < n_parties; p++)
    self->slot_of_party[p] = -1;
  for (guint s = 0; s < utilities->len; s++)
    self->slot_of_party[((const ParleyUtility *) g_ptr_array_index (utilities, s))->party]
        = (int) s;
  for (guint level = 0; level < n_axes; level++)
    {
      self->levels[level].axis = axes[level];
      self->levels[level].n_options = space->domain->axes[axes[level]].n_options;
      self->levels[level].couplings = g_array_new (FALSE, FALSE, sizeof (guint));
      self->levels[level].factors = g_array_new (FALSE, FALSE, sizeof (guint));
    }
  attach (self);
}

static void
walk_clear (Walk *self)
{
  for (guint level = 0; level < self->n_levels; level++)
    {
      g_array_unref (self->levels[level].couplings);
      g_array_unref (self->levels[level].factors);
    }
  g_free (self->levels);
  g_free (self->options);
  g_free (self->scores);
  g_free (self->slot_of_party);
}

/* The sums behind the option just chosen at @level. */
static ParleyScore *
add_option (Walk *walk, guint level)
{
  guint n = walk->utilities->len;
  const ParleyScore *before = walk->scores + (gsize) level * n;
  ParleyScore *after = walk->scores + (gsize) (level + 1) * n;
  guint axis = walk->levels[level].axis;

  for (guint s = 0; s < n; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (walk->utilities, s);
      const ParleyScore *table = utility->axes[axis];

      after[s] = before[s] + (table == NULL ? 0 : table[walk->options[axis]]);
    }
  return after;
}

static void
add_factors (Walk *walk, const Level *level, ParleyScore *scores)
{
  for (guint i = 0; i < level->factors->len; i++)
    {
      guint f = g_array_index (level->factors, guint, i);
      const ParleyFactor *factor = g_ptr_array_index (walk->space->factors, f);
      guint value = parley_factor_value (factor, walk->options);

      for (guint s = 0; s < walk->utilities->len; s++)
        {
          const ParleyUtility *utility = g_ptr_array_index (walk->utilities, s);

          if (utility->factors[f] != NULL)
            scores[s] += utility->factors[f][value];
        }
    }
}

/* Returns: FALSE when a rule forbids what has been chosen. */
static gboolean
apply_couplings (Walk *walk, const Level *level, ParleyScore *scores, ParleyTuple *tuple)
{
  for (guint i = 0; i < level->couplings->len; i++)
    {
      guint c = g_array_index (level->couplings, guint, i);
      const ParleyCoupling *coupling = g_ptr_array_index (walk->space->couplings, c);
      int slot = walk->slot_of_party[coupling->party];

      if (!parley_predicate_matches (coupling->predicate, walk->options))
        continue;
      switch (coupling->effect)
        {
        case PARLEY_EFFECT_FORBID:
          return FALSE;
        case PARLEY_EFFECT_RED_LINE:
          tuple->crossed |= (guint64) 1 << coupling->party;
          break;
        case PARLEY_EFFECT_WAIVE:
          tuple->waived |= (guint64) 1 << coupling->party;
          break;
        case PARLEY_EFFECT_ADJUST:
          if (slot >= 0)
            scores[slot]
                += ((const ParleyUtility *) g_ptr_array_index (walk->utilities, slot))->points[c];
          break;
        default:
          g_assert_not_reached ();
        }
    }
  return TRUE;
}

static gboolean
enter (Walk *walk, guint depth, ParleyTuple before)
{
  const Level *level = &walk->levels[depth];

  if (depth == walk->n_levels)
    {
      before.scores = walk->scores + (gsize) depth * walk->utilities->len;
      return walk->visit (&before, walk->data);
    }
  for (guint o = 0; o < level->n_options; o++)
    {
      ParleyTuple tuple = before;
      ParleyScore *scores = NULL;

      walk->options[level->axis] = o;
      scores = add_option (walk, depth);
      add_factors (walk, level, scores);
      if (apply_couplings (walk, level, scores, &tuple) && !enter (walk, depth + 1, tuple))
        return FALSE;
    }
  return TRUE;
}

gboolean
parley_walk (const ParleySpace *space,
             const guint       *axes,
             guint              n_axes,
             GPtrArray         *utilities,
             ParleyVisit        visit,
             gpointer           data)
{
  Walk walk = { 0 };
  gboolean finished = FALSE;

  walk_init (&walk, space, axes, n_axes, utilities);
  walk.visit = visit;
  walk.data = data;
  finished = enter (&walk, 0, (ParleyTuple){ .options = walk.options });
  walk_clear (&walk);
  return finished;
}
