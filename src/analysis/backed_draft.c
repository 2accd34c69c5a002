/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/backing_part.h"

/* Choices for the blocks of a draft that are looked at. */
#define MOST_CHOICES 1000000

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

void
parley_backed_draft_free (ParleyBackedDraft *self, guint n_voices)
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

gboolean
parley_backing_add_draft (ParleyBacking *self, guint index, GHashTable *numbers, GError **error)
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
      parley_backed_draft_free (backed, 0);
      g_array_append_val (self->left_out, index);
      return TRUE;
    }
  add_ratings (self, backed, numbers);
  add_terms (self, backed);
  g_ptr_array_add (self->drafts, backed);
  return TRUE;
}
