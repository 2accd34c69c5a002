/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/reading.h"

static gboolean
needs_consent (const ParleyFormBlock *block, guint choice)
{
  return !block->waived[choice];
}

/* Whether consent is needed hangs on one block at most. */
static void
look_at_block (ParleyReading *self, const ParleyFormBlock *block, gboolean *may_be_waived)
{
  guint n_waived = 0;

  for (guint c = 0; c < block->n; c++)
    {
      n_waived += block->waived[c];
      self->crossed |= block->crossed[c];
      if (!block->waived[c])
        self->crossed_needed |= block->crossed[c];
    }
  self->feasible = self->feasible && block->n > 0;
  *may_be_waived = *may_be_waived || n_waived > 0;
  self->is_waived = self->is_waived || (n_waived > 0 && n_waived == block->n);
}

/* The blocks in which a choice is to be made: as merging leaves them (form.h). */
static guint *
open_blocks (const ParleyForm *form)
{
  guint *open = g_new0 (guint, MAX (1, form->blocks->len));
  guint n = 0;

  for (guint b = 0; b < form->blocks->len; b++)
    if (((const ParleyFormBlock *) g_ptr_array_index (form->blocks, b))->n != 1)
      open[n++] = b;
  return open;
}

ParleyReading *
parley_reading_new (const ParleyDraws *draws, guint party, GPtrArray *combos, const char *date)
{
  const ParleyParty *model = parley_scenario_party (draws->scenario, party);
  ParleyReading *self = g_new0 (ParleyReading, 1);
  g_autoptr(ParleyForm) form = parley_form_new (draws, party, combos);
  gboolean may_be_waived = FALSE;

  self->combos = combos;
  self->all = parley_form_new_end (form, PARLEY_FORM_EVERY, NULL);
  self->open = open_blocks (form);
  self->least = parley_form_new_end (form, PARLEY_FORM_LEAST, NULL);
  self->most = parley_form_new_end (form, PARLEY_FORM_MOST, NULL);
  self->reservation = parley_draws_reservation_at (draws, party, date);
  self->has_verdict = parley_party_gives_verdict (model);
  self->decides = parley_party_decides (model);
  self->feasible = TRUE;
  for (guint b = 0; b < form->blocks->len; b++)
    look_at_block (self, g_ptr_array_index (form->blocks, b), &may_be_waived);
  if (may_be_waived)
    self->needed = parley_form_new_end (form, PARLEY_FORM_LEAST, needs_consent);
  return self;
}

void
parley_reading_free (ParleyReading *self)
{
  if (self == NULL)
    return;
  parley_form_free (self->all);
  g_free (self->open);
  parley_form_free (self->least);
  parley_form_free (self->most);
  parley_form_free (self->needed);
  g_free (self);
}

void
parley_reading_refresh (ParleyReading *self, const ParleyDraw *draw)
{
  if (!draw->parties[self->all->party].moves_values)
    return;
  parley_form_refresh (self->all, self->combos, draw);
  parley_form_refresh (self->least, self->combos, draw);
  parley_form_refresh (self->most, self->combos, draw);
  if (self->needed != NULL)
    parley_form_refresh (self->needed, self->combos, draw);
}

/* Whether @score is enough in this draw. */
static gboolean
is_enough (const ParleyReading *self, const ParleyDrawnParty *drawn, gint64 score)
{
  return self->reservation < 0
         || score >= drawn->reservations[self->reservation] * drawn->weight_sum;
}

ParleyVerdict
parley_reading_judge (const ParleyReading *self, const ParleyDrawnParty *drawn, gboolean red_lines)
{
  guint64 lines = red_lines ? drawn->red_lines : 0;
  gint64 most = 0;

  if (!self->has_verdict)
    return PARLEY_VERDICT_NONE;
  if (!self->feasible)
    return PARLEY_VERDICT_INFEASIBLE;
  if ((self->crossed & lines) == 0
      && is_enough (self, drawn, parley_form_least (self->least, drawn)))
    return PARLEY_VERDICT_ACCEPTS;
  return parley_form_most (self->most, drawn, lines, &most) && is_enough (self, drawn, most)
             ? PARLEY_VERDICT_DEPENDS
             : PARLEY_VERDICT_REJECTS;
}

gboolean
parley_reading_consents (const ParleyReading *self, const ParleyDrawnParty *drawn)
{
  const ParleyForm *least = self->needed == NULL ? self->least : self->needed;

  if (!self->decides || !self->feasible || self->is_waived)
    return TRUE;
  return (self->crossed_needed & drawn->red_lines) == 0
         && is_enough (self, drawn, parley_form_least (least, drawn));
}

/* Which choice of block @index of all is @chosen. */
static guint
choice_of (const ParleyReading *self, const guint *chosen, guint index)
{
  return index == 0 ? 0 : chosen[self->open[index - 1]];
}

gboolean
parley_reading_consents_to (const ParleyReading    *self,
                            const ParleyDrawnParty *drawn,
                            const guint            *chosen)
{
  guint64 crossed = 0;
  gboolean waived = FALSE;

  for (guint b = 0; b < self->all->blocks->len; b++)
    {
      const ParleyFormBlock *block = g_ptr_array_index (self->all->blocks, b);
      guint choice = choice_of (self, chosen, b);

      crossed |= block->crossed[choice];
      waived = waived || block->waived[choice];
    }
  return !self->decides || waived
         || ((crossed & drawn->red_lines) == 0
             && is_enough (self, drawn, parley_reading_score (self, drawn, chosen)));
}

gint64
parley_reading_score (const ParleyReading *self, const ParleyDrawnParty *drawn, const guint *chosen)
{
  gint64 score = 0;

  for (guint b = 0; b < self->all->blocks->len; b++)
    score += parley_form_part (g_ptr_array_index (self->all->blocks, b),
                               choice_of (self, chosen, b), drawn);
  return score;
}
