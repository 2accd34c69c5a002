/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/backing.h"

/* Choices for the blocks of a draft that are looked at. */
#define MOST_CHOICES 1000000

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

/* Readings */

/* What follows from choice @combo for the block of @combos. */
static void
choose (ParleyBackedReading *self, const ParleyCombos *combos, guint combo)
{
  const guint *options = parley_combo_options (combos, combo);
  guint n_axes = combos->space->domain->n_axes;

  for (guint a = 0; a < combos->block->n_axes; a++)
    self->options[combos->block->axes[a]] = options[a];
  for (guint f = 0; f < combos->factors->len; f++)
    self->options[n_axes + g_array_index (combos->factors, guint, f)]
        = parley_combo_value (combos, combo, f);
  for (guint c = 0; c < combos->couplings->len; c++)
    self->matches[g_array_index (combos->couplings, guint, c)]
        = parley_combo_holds (combos, combo, c);
}

ParleyBackedReading *
parley_backed_reading_new (const ParleyBackedDraft *draft)
{
  ParleyBackedReading *self = g_new0 (ParleyBackedReading, 1);

  self->options = g_new0 (guint, draft->n_slots);
  self->matches = g_new0 (gboolean, draft->space->couplings->len);
  for (guint b = 0; b < draft->combos->len; b++)
    choose (self, g_ptr_array_index (draft->combos, b), 0);
  return self;
}

void
parley_backed_reading_free (ParleyBackedReading *self)
{
  g_free (self->options);
  g_free (self->matches);
  g_free (self);
}

void
parley_backed_reading_draw (ParleyBackedReading     *self,
                            const ParleyBackedDraft *draft,
                            const guint32           *randoms)
{
  guint next = draft->random;

  for (guint b = 0; b < draft->combos->len; b++)
    {
      const ParleyCombos *combos = g_ptr_array_index (draft->combos, b);

      if (combos->n > 1)
        choose (self, combos, (guint) ((guint64) randoms[next++] * combos->n >> 32));
    }
}

/* Drafts */

static ParleyRating
rate (GHashTable *index,
      const ParleyVoice *voice,
      const ParleySpace *space,
      guint slot,
      guint option)
{
  const ParleyAxis *axis = slot < space->domain->n_axes ? &space->domain->axes[slot] : NULL;
  const ParleyFactor *factor
      = axis != NULL ? NULL : g_ptr_array_index (space->factors, slot - space->domain->n_axes);
  const ParleyValueFunction *function
      = voice->party->values[axis != NULL ? axis->issue : factor->issue];

  if (axis != NULL && axis->numbers == NULL)
    return parley_rating_of_option (index, function, axis->options[option]);
  return parley_rating_of_number (index, function,
                                  axis != NULL ? axis->numbers[option]
                                               : g_ptr_array_index (factor->values, option));
}

static void
add_ratings (const ParleyBacking *self, ParleyBackedDraft *draft, GHashTable *index)
{
  draft->ratings = g_new (ParleyRating **, self->voices->len);
  for (guint v = 0; v < self->voices->len; v++)
    {
      draft->ratings[v] = g_new (ParleyRating *, draft->n_slots);
      for (guint s = 0; s < draft->n_slots; s++)
        {
          draft->ratings[v][s] = g_new (ParleyRating, draft->n_options[s]);
          for (guint o = 0; o < draft->n_options[s]; o++)
            draft->ratings[v][s][o]
                = rate (index, parley_backing_voice (self, v), draft->space, s, o);
        }
    }
}

static void
ratings_free (ParleyBackedDraft *self, guint n_voices)
{
  for (guint v = 0; self->ratings != NULL && v < n_voices; v++)
    {
      for (guint s = 0; s < self->n_slots; s++)
        {
          for (guint o = 0; o < self->n_options[s]; o++)
            parley_rating_clear (&self->ratings[v][s][o]);
          g_free (self->ratings[v][s]);
        }
      g_free (self->ratings[v]);
    }
  g_free (self->ratings);
}

static void
backed_draft_free (ParleyBackedDraft *self, guint n_voices)
{
  ratings_free (self, n_voices);
  g_free (self->slot_of_issue);
  g_free (self->n_options);
  g_ptr_array_unref (self->combos);
  parley_space_free (self->space);
  g_free (self);
}

static void
set_slots (const ParleyBacking *self, ParleyBackedDraft *draft)
{
  const ParleyDomain *domain = draft->space->domain;

  draft->n_slots = domain->n_axes + draft->space->factors->len;
  draft->n_options = g_new (guint, draft->n_slots);
  draft->slot_of_issue = g_new (int, self->scenario->issues->len);
  for (guint i = 0; i < self->scenario->issues->len; i++)
    draft->slot_of_issue[i] = -1;
  for (guint a = 0; a < domain->n_axes; a++)
    {
      draft->n_options[a] = domain->axes[a].n_options;
      draft->slot_of_issue[domain->axes[a].issue] = (int) a;
    }
  for (guint f = 0; f < draft->space->factors->len; f++)
    {
      const ParleyFactor *factor = g_ptr_array_index (draft->space->factors, f);

      draft->n_options[domain->n_axes + f] = factor->values->len;
      draft->slot_of_issue[factor->issue] = (int) (domain->n_axes + f);
    }
}

static void
add_terms (ParleyBacking *self, const ParleyBackedDraft *draft)
{
  const ParleyDomain *domain = draft->space->domain;

  for (guint a = 0; a < domain->n_axes; a++)
    if (domain->axes[a].n_options > 1)
      g_ptr_array_add (self->doubts,
                       parley_doubt_new_term (draft->draft, a, domain->axes[a].n_options));
}

/* Sets where the random numbers of its readings are. Returns: FALSE when it has none. */
static gboolean
set_readings (ParleyBacking *self, ParleyBackedDraft *draft)
{
  draft->random = self->n_randoms;
  for (guint b = 0; b < draft->combos->len; b++)
    {
      guint n = ((const ParleyCombos *) g_ptr_array_index (draft->combos, b))->n;

      if (n == 0)
        {
          self->n_randoms = draft->random;
          return FALSE;
        }
      self->n_randoms += n > 1;
    }
  return TRUE;
}

static gboolean
add_draft (ParleyBacking *self, guint index, GHashTable *numbers, GError **error)
{
  const ParleyDraft *draft = parley_scenario_draft (self->scenario, index);
  ParleyBackedDraft *backed = NULL;
  gsize work = MOST_CHOICES;
  g_autoptr(ParleySpace) space = parley_space_new (
      self->scenario, parley_domain_new_draft (self->scenario, draft), draft, NULL, error);
  GPtrArray *combos = space == NULL ? NULL : parley_combos_new_all (space, &work, error);

  if (combos == NULL)
    {
      g_prefix_error (error, "draft \"%s\": ", draft->id);
      return FALSE;
    }
  backed = g_new0 (ParleyBackedDraft, 1);
  backed->draft = index;
  backed->space = g_steal_pointer (&space);
  backed->combos = combos;
  set_slots (self, backed);
  if (!set_readings (self, backed))
    {
      backed_draft_free (backed, 0);
      g_array_append_val (self->left_out, index);
      return TRUE;
    }
  add_ratings (self, backed, numbers);
  add_terms (self, backed);
  g_ptr_array_add (self->drafts, backed);
  return TRUE;
}

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
    backed_draft_free (g_ptr_array_index (self->drafts, d), self->voices->len);
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
    if (!add_draft (self, drafts[d], index, error))
      return NULL;
  add_answers (self);
  return g_steal_pointer (&self);
}
