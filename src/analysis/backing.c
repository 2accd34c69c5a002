/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/backing.h"

#include "analysis/backing_part.h"

/* What is not known */

static gboolean
is_open (const ParleyNumber *number)
{
  return number != NULL && number->has_range && mpq_cmp (number->low, number->high) < 0;
}

/* The reservation of who chooses does not matter where it is known how no deal may turn out. */
static void
add_numbers (ParleyBacking *self, guint party)
{
  g_autoptr(GArray) inputs = parley_inputs_new (self->scenario, party, self->date);

  for (guint i = 0; i < inputs->len; i++)
    {
      const ParleyInput *input = &g_array_index (inputs, ParleyInput, i);

      if (is_open (input->number)
          && !(party == self->party && self->no_deal >= 0
               && input->kind == PARLEY_INPUT_RESERVATION))
        g_ptr_array_add (self->doubts, parley_doubt_new_number (input));
    }
}

static gboolean
may_hold (const ParleyRedLine *line)
{
  return line->holds != NULL && mpq_sgn (line->holds->value) > 0
         && mpq_cmp_ui (line->holds->value, 1, 1) < 0;
}

static gboolean
has_lottery (const ParleyParty *party)
{
  return party->batna != NULL && party->batna->lottery->len > 0;
}

static void
add_doubts (ParleyBacking *self, guint party)
{
  const ParleyParty *model = parley_scenario_party (self->scenario, party);

  if (party == self->party && has_lottery (model))
    {
      self->no_deal = (int) self->doubts->len;
      g_ptr_array_add (self->doubts, parley_doubt_new_no_deal (model, party));
    }
  add_numbers (self, party);
  for (guint i = 0; i < model->red_lines->len; i++)
    if (may_hold (g_ptr_array_index (model->red_lines, i)))
      g_ptr_array_add (self->doubts, parley_doubt_new_red_line (model, party, i));
}

/* Which number is drawn for which doubt. */
static GHashTable *
index_numbers (const ParleyBacking *self)
{
  GHashTable *index = g_hash_table_new (NULL, NULL);

  for (guint d = 0; d < self->doubts->len; d++)
    if (parley_backing_doubt (self, d)->kind == PARLEY_DOUBT_NUMBER)
      g_hash_table_insert (index, (gpointer) parley_backing_doubt (self, d)->input.number,
                           GUINT_TO_POINTER (d + 1));
  return index;
}

/* Voices */

static int
doubt_of_line (const ParleyBacking *self, const ParleyVoice *voice, guint item)
{
  const ParleyRedLine *line = g_ptr_array_index (voice->party->red_lines, item);

  for (guint d = 0; d < self->doubts->len; d++)
    {
      const ParleyDoubt *doubt = parley_backing_doubt (self, d);

      if (doubt->kind == PARLEY_DOUBT_RED_LINE && doubt->party == voice->index
          && doubt->item == item)
        return (int) d;
    }
  return line->holds != NULL && mpq_sgn (line->holds->value) == 0 ? PARLEY_NEVER_HOLDS
                                                                  : PARLEY_HOLDS;
}

static void
add_voice (ParleyBacking *self, guint party, GHashTable *index)
{
  const ParleyParty *model = parley_scenario_party (self->scenario, party);
  const ParleyNumber *reservation = parley_party_reservation_at (model, self->date);
  ParleyVoice voice = { .party = model, .index = party };

  voice.weights = g_new (ParleyCell, model->n_issues);
  for (guint i = 0; i < model->n_issues; i++)
    voice.weights[i] = parley_cell (index, model->weights[i]);
  voice.points = g_new (ParleyCell, model->adjustments->len);
  for (guint i = 0; i < model->adjustments->len; i++)
    voice.points[i] = parley_cell (
        index, ((const ParleyAdjustment *) g_ptr_array_index (model->adjustments, i))->points);
  voice.has_reservation = reservation != NULL;
  voice.reservation = parley_cell (index, reservation);
  voice.lines = g_new (int, model->red_lines->len);
  for (guint i = 0; i < model->red_lines->len; i++)
    voice.lines[i] = doubt_of_line (self, &voice, i);
  g_array_append_val (self->voices, voice);
}

static void
voice_clear (gpointer data)
{
  ParleyVoice *self = data;

  g_free (self->weights);
  g_free (self->points);
  g_free (self->lines);
}

/* All */

/* What each of the others says to each draft. */
static void
add_answers (ParleyBacking *self)
{
  self->n_inputs = self->doubts->len;
  for (guint d = 0; d < self->drafts->len; d++)
    for (guint v = 1; v < self->voices->len; v++)
      g_ptr_array_add (self->doubts,
                       parley_doubt_new_answer (parley_backing_voice (self, v)->index,
                                                parley_backing_draft (self, d)->draft));
}

/* Who chooses comes first, and then all others that must accept. */
static GArray *
find_parties (const ParleyBacking *self)
{
  GArray *parties = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (parties, self->party);
  for (guint p = 0; p < self->scenario->parties->len; p++)
    if (p != self->party && parley_party_decides (parley_scenario_party (self->scenario, p)))
      g_array_append_val (parties, p);
  return parties;
}

/* Returns: (transfer full): which numbers are drawn. */
static GHashTable *
add_parties (ParleyBacking *self)
{
  g_autoptr(GArray) parties = find_parties (self);
  GHashTable *index = NULL;

  for (guint i = 0; i < parties->len; i++)
    add_doubts (self, g_array_index (parties, guint, i));
  self->n_drawn = self->doubts->len;
  index = index_numbers (self);
  for (guint i = 0; i < parties->len; i++)
    add_voice (self, g_array_index (parties, guint, i), index);
  return index;
}

void
parley_backing_free (ParleyBacking *self)
{
  if (self == NULL)
    return;
  for (guint d = 0; d < self->drafts->len; d++)
    parley_backed_draft_free (g_ptr_array_index (self->drafts, d), self->voices->len);
  g_ptr_array_unref (self->drafts);
  g_ptr_array_unref (self->doubts);
  g_array_unref (self->voices);
  g_array_unref (self->left_out);
  g_free (self);
}

ParleyBacking *
parley_backing_new (const ParleyScenario *scenario,
                    guint                 party,
                    const guint          *drafts,
                    guint                 n_drafts,
                    guint64               seed,
                    guint                 n_draws,
                    GError              **error)
{
  g_autoptr(ParleyBacking) self = g_new0 (ParleyBacking, 1);
  g_autoptr(GHashTable) index = NULL;

  self->scenario = scenario;
  self->date = scenario->as_of;
  self->party = party;
  self->seed = seed;
  self->n_draws = n_draws;
  self->no_deal = -1;
  self->doubts = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_doubt_free);
  self->voices = g_array_new (FALSE, FALSE, sizeof (ParleyVoice));
  g_array_set_clear_func (self->voices, voice_clear);
  self->drafts = g_ptr_array_new ();
  self->left_out = g_array_new (FALSE, FALSE, sizeof (guint));
  index = add_parties (self);
  for (guint d = 0; d < n_drafts; d++)
    if (!parley_backing_add_draft (self, drafts[d], index, error))
      return NULL;
  add_answers (self);
  return g_steal_pointer (&self);
}
