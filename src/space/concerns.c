/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/concerns.h"

#include "base/error.h"

/* Of sums with marks, so that what adds them up cannot overflow (fronts.c). */
#define MOST_BITS 122

static ParleyScore
size_of (ParleyScore score)
{
  return score < 0 ? -score : score;
}

static ParleyScore
largest (const ParleyScore *table, guint n)
{
  ParleyScore most = 0;

  for (guint i = 0; table != NULL && i < n; i++)
    most = MAX (most, size_of (table[i]));
  return most;
}

/* More than any score is from any other, and from the reservation. */
static ParleyScore
reach_of (const ParleySpace *space, const ParleyUtility *utility)
{
  ParleyScore reach = 1;

  if (!utility->has_reservation)
    return reach;
  reach += size_of (utility->reservation);
  for (guint a = 0; a < utility->n_axes; a++)
    reach += largest (utility->axes[a], space->domain->axes[a].n_options);
  for (guint f = 0; f < utility->n_factors; f++)
    reach += largest (utility->factors[f],
                      ((const ParleyFactor *) g_ptr_array_index (space->factors, f))->values->len);
  for (guint c = 0; c < space->couplings->len; c++)
    reach += size_of (utility->points[c]);
  return reach;
}

/* A crossing takes a score below every reservation, and each block may bring one; a waiver lifts it
 * above whatever comes together. */
static gboolean
set_marks (const ParleyConcerns *self, ParleyConcern *concern, GError **error)
{
  const ParleyUtility *utility = g_ptr_array_index (self->utilities, concern->slot);
  ParleyScore reach = reach_of (self->space, utility);
  ParleyScore n_blocks = self->space->blocks->len;

  if (reach > ((ParleyScore) 1 << MOST_BITS) / (2 * n_blocks + 4))
    {
      g_set_error (
          error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
          "the scores of \"%s\" have too many digits for amendments, as its consent is not "
          "always needed",
          parley_utility_party (utility, self->space->scenario)->id);
      return FALSE;
    }
  concern->crossed = reach;
  concern->waived = (n_blocks + 1) * reach;
  return TRUE;
}

/* What the party of @slot needs: a floor under the first score, where that is its own and its
 * consent is always needed; else a concern of its own. */
static gboolean
add_party (ParleyConcerns *self, guint slot, GError **error)
{
  const ParleyUtility *utility = g_ptr_array_index (self->utilities, slot);
  const ParleyParty *party = parley_utility_party (utility, self->space->scenario);
  ParleyConcern concern = { .slot = slot, .scored = utility->has_reservation, .has_floor = TRUE };

  if (party == NULL || !parley_party_decides (party))
    return TRUE;
  concern.floor = utility->has_reservation ? utility->reservation : 0;
  if (party->needed_when == NULL)
    self->refusing |= (guint64) 1 << utility->party;
  else if (!set_marks (self, &concern, error))
    return FALSE;
  if (party->needed_when == NULL && !utility->has_reservation)
    return TRUE;
  if (party->needed_when == NULL && self->all[0].scored && self->all[0].slot == slot)
    self->all[0] = concern;
  else
    self->all[self->n++] = concern;
  return TRUE;
}

ParleyConcerns *
parley_concerns_new (const ParleySpace *space,
                     GPtrArray *utilities,
                     gboolean *const *kept,
                     guint slot,
                     GError **error)
{
  g_autoptr(ParleyConcerns) self = g_new0 (ParleyConcerns, 1);

  self->space = space;
  self->utilities = utilities;
  self->kept = kept;
  self->all = g_new0 (ParleyConcern, (gsize) utilities->len + 1);
  self->n = 1;
  self->all[0].scored = slot != PARLEY_FOR_NOBODY;
  self->all[0].slot = self->all[0].scored ? slot : 0;
  for (guint s = 0; s < utilities->len; s++)
    if (!add_party (self, s, error))
      return NULL;
  return g_steal_pointer (&self);
}

void
parley_concerns_free (ParleyConcerns *self)
{
  if (self == NULL)
    return;
  g_free (self->all);
  g_free (self);
}
