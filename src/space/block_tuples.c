/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/block_tuples.h"

#include "base/error.h"
#include "space/combos.h"

static void
tuple_free (ParleyTuplePart *self)
{
  g_free (self->options);
  g_free (self->gains);
  g_free (self);
}

/* What the axes and derived issues bring. */
static ParleyScore
score_of (const ParleyCombos *combos, guint combo, const ParleyUtility *utility)
{
  const guint *options = parley_combo_options (combos, combo);
  ParleyScore score = 0;

  for (guint i = 0; i < combos->block->n_axes; i++)
    {
      const ParleyScore *table = utility->axes[combos->block->axes[i]];

      score += table == NULL ? 0 : table[options[i]];
    }
  for (guint i = 0; i < combos->factors->len; i++)
    {
      const ParleyScore *table = utility->factors[g_array_index (combos->factors, guint, i)];

      score += table == NULL ? 0 : table[parley_combo_value (combos, combo, i)];
    }
  return score;
}

/* What the conditions that hold do. */
typedef struct
{
  ParleyScore *points; /* [concern] */
  guint64      crossed;
  guint64      waived;
} Effects;

static void
apply_couplings (const ParleyConcerns *concerns,
                 const ParleyCombos   *combos,
                 guint                 combo,
                 Effects              *effects)
{
  for (guint i = 0; i < combos->couplings->len; i++)
    {
      const ParleyCoupling *coupling = parley_combos_coupling (combos, i);
      guint c = g_array_index (combos->couplings, guint, i);

      if (!parley_combo_holds (combos, combo, i))
        continue;
      if (coupling->effect == PARLEY_EFFECT_RED_LINE)
        effects->crossed |= (guint64) 1 << coupling->party;
      if (coupling->effect == PARLEY_EFFECT_WAIVE)
        effects->waived |= (guint64) 1 << coupling->party;
      for (guint d = 0; d < concerns->n; d++)
        effects->points[d] += parley_concerns_utility (concerns, d)->points[c];
    }
}

static ParleyTuplePart *
tuple_new (const ParleyConcerns *concerns, const ParleyCombos *combos, guint combo)
{
  ParleyTuplePart *self = g_new0 (ParleyTuplePart, 1);
  Effects effects = { .points = g_new0 (ParleyScore, concerns->n) };

  apply_couplings (concerns, combos, combo, &effects);
  for (guint d = 0; d < concerns->n; d++)
    {
      const ParleyConcern *concern = &concerns->all[d];
      const ParleyUtility *utility = parley_concerns_utility (concerns, d);
      ParleyScore *gain = &effects.points[d];

      *gain = concern->scored ? *gain + score_of (combos, combo, utility) : 0;
      *gain -= (effects.crossed >> utility->party & 1) != 0 ? concern->crossed : 0;
      *gain += (effects.waived >> utility->party & 1) != 0 ? concern->waived : 0;
    }
  self->options
      = g_memdup2 (parley_combo_options (combos, combo), combos->block->n_axes * sizeof (guint));
  self->gains = effects.points;
  self->refused = (effects.crossed & concerns->refusing) != 0;
  return self;
}

void
parley_block_set_error (const ParleySpace *space, guint block, GError **error)
{
  const ParleyIssueBlock *one = g_ptr_array_index (space->blocks, block);
  guint issue = space->domain->axes[one->axes[0]].issue;

  g_set_error (
      error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
      "the %u issues that hang together with \"%s\" can be changed in too many ways; fewer "
      "changes (--max), fewer issues (--only, --keep) or fewer terms (--among) make it less",
      one->n_axes, parley_scenario_issue (space->scenario, issue)->id);
}

ParleyBlockTuples *
parley_block_tuples_new (const ParleyConcerns *concerns,
                         guint               block,
                         guint               most_changes,
                         gsize              *work,
                         GError            **error)
{
  ParleyComboLimits limits = { concerns->kept, most_changes };
  g_autoptr(ParleyCombos) combos = parley_combos_new (concerns->space, block, &limits, work);
  ParleyBlockTuples *self = NULL;

  if (combos == NULL)
    {
      parley_block_set_error (concerns->space, block, error);
      return NULL;
    }
  self = g_new0 (ParleyBlockTuples, 1);
  self->block = combos->block;
  self->tuples = g_ptr_array_new_with_free_func ((GDestroyNotify) tuple_free);
  for (guint i = 0; i < combos->n; i++)
    g_ptr_array_add (self->tuples, tuple_new (concerns, combos, i));
  return self;
}

void
parley_block_tuples_free (ParleyBlockTuples *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->tuples);
  g_free (self);
}
