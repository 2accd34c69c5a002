/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stand.h"

/* What @issue is worth to a voice in the draft's reading; 0 where it has no slot. */
static double
value_of (const ParleyBackingDraw *self, guint voice, guint draft, guint issue)
{
  const ParleyBackedDraft *backed = parley_backing_draft (self->backing, draft);
  int slot = backed->slot_of_issue[issue];

  if (slot < 0)
    return 0;
  return parley_rating_at (&backed->ratings[voice][slot][self->readings[draft]->options[slot]],
                           self->drawn);
}

static gboolean
line_holds (const ParleyBackingDraw *self, const ParleyVoice *voice, guint item)
{
  int doubt = voice->lines[item];

  return doubt == PARLEY_HOLDS || (doubt >= 0 && self->drawn[doubt] > 0);
}

/* What follows from conditions that the reading matches. */
static void
add_couplings (const ParleyBackingDraw *self,
               const ParleyVoice *voice,
               guint draft,
               ParleyStand *stand)
{
  const ParleySpace *space = parley_backing_draft (self->backing, draft)->space;
  const ParleyBackedReading *reading = self->readings[draft];

  for (guint c = 0; c < space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (space->couplings, c);

      if (!reading->matches[c] || coupling->effect == PARLEY_EFFECT_FORBID
          || coupling->party != voice->index)
        continue;
      if (coupling->effect == PARLEY_EFFECT_WAIVE)
        stand->excused = TRUE;
      else if (coupling->effect == PARLEY_EFFECT_ADJUST)
        stand->points += parley_cell_at (&voice->points[coupling->item], self->drawn);
      else
        stand->n_crossed += line_holds (self, voice, coupling->item);
    }
}

ParleyStand
parley_stand (const ParleyBackingDraw *draw, guint voice, guint draft)
{
  const ParleyVoice *speaker = parley_backing_voice (draw->backing, voice);
  ParleyStand stand = { .reservation = parley_cell_at (&speaker->reservation, draw->drawn) };

  for (guint i = 0; i < speaker->party->n_issues; i++)
    {
      double weight = parley_cell_at (&speaker->weights[i], draw->drawn);

      stand.weight += weight;
      if (weight > 0)
        stand.sum += weight * value_of (draw, voice, draft, i);
    }
  if (!speaker->party->normalize)
    stand.weight = 1;
  add_couplings (draw, speaker, draft, &stand);
  return stand;
}

/* Whether a red line or an adjustment of the voice acts on the draft. */
static gboolean
is_matched (const ParleyBackingDraw *self,
            guint voice,
            guint draft,
            ParleyEffect effect,
            guint item)
{
  const ParleySpace *space = parley_backing_draft (self->backing, draft)->space;

  for (guint c = 0; c < space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (space->couplings, c);

      if (coupling->effect == effect && coupling->item == item
          && coupling->party == parley_backing_voice (self->backing, voice)->index)
        return self->readings[draft]->matches[c];
    }
  return FALSE;
}

/* What the sum of weights times values gains when @doubt, a number of a value function, becomes
 * @to. */
static double
gain (ParleyBackingDraw *self, guint voice, guint draft, guint doubt, double to)
{
  guint issue = parley_backing_doubt (self->backing, doubt)->input.item;
  double from = self->drawn[doubt];
  double before = value_of (self, voice, draft, issue);
  double after = 0;

  self->drawn[doubt] = to;
  after = value_of (self, voice, draft, issue);
  self->drawn[doubt] = from;
  return (after - before)
         * parley_cell_at (&parley_backing_voice (self->backing, voice)->weights[issue],
                           self->drawn);
}

static ParleyStand
slope_of_number (ParleyBackingDraw *self, guint voice, guint draft, guint doubt)
{
  const ParleyInput *input = &parley_backing_doubt (self->backing, doubt)->input;
  ParleyStand slope = { 0 };

  switch (input->kind)
    {
    case PARLEY_INPUT_RESERVATION:
      slope.reservation = 1;
      break;
    case PARLEY_INPUT_ADJUSTMENT:
      slope.points = is_matched (self, voice, draft, PARLEY_EFFECT_ADJUST, input->item);
      break;
    case PARLEY_INPUT_WEIGHT:
      slope.sum = value_of (self, voice, draft, input->item);
      slope.weight = parley_backing_voice (self->backing, voice)->party->normalize;
      break;
    case PARLEY_INPUT_VALUE:
      slope.sum = gain (self, voice, draft, doubt, self->drawn[doubt] + 1);
      break;
    case PARLEY_INPUT_BEND:
    default:
      break;
    }
  return slope;
}

ParleyStand
parley_stand_slope (ParleyBackingDraw *draw, guint voice, guint draft, guint doubt)
{
  const ParleyDoubt *about = parley_backing_doubt (draw->backing, doubt);
  ParleyStand slope = { 0 };

  if (about->kind == PARLEY_DOUBT_NUMBER)
    slope = slope_of_number (draw, voice, draft, doubt);
  else if (about->kind == PARLEY_DOUBT_RED_LINE)
    slope.n_crossed = is_matched (draw, voice, draft, PARLEY_EFFECT_RED_LINE, about->item);
  return slope;
}

gboolean
parley_doubt_bends (const ParleyDoubt *doubt)
{
  return doubt->kind == PARLEY_DOUBT_NUMBER && doubt->input.kind == PARLEY_INPUT_BEND;
}

ParleyStand
parley_stand_bend (const ParleyStand *self,
                   ParleyBackingDraw *draw,
                   guint              voice,
                   guint              draft,
                   guint              doubt,
                   double             to)
{
  ParleyStand bent = *self;

  bent.sum += gain (draw, voice, draft, doubt, to);
  return bent;
}
