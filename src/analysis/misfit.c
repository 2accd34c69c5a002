/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/misfit.h"

typedef struct
{
  const ParleyRevealed *revealed;
  ParleyFit            *fit;
  guint                 n_readings;
  mpq_ptr               least;
} Search;

static const ParleyClue *
clue_at (const Search *self, guint index)
{
  return parley_revealed_clue (self->revealed, g_array_index (self->revealed->blame, guint, index));
}

static void
try_reading (Search *self)
{
  mpq_t points;

  mpq_init (points);
  parley_fit_misfit (self->fit, points);
  if (self->n_readings++ == 0 || mpq_cmp (points, self->least) < 0)
    mpq_set (self->least, points);
  mpq_clear (points);
}

static gboolean go_through (Search *self, guint index);

/* With @n_corners corners of a decision, and those behind it. */
static gboolean
go_on (Search *self, guint index, guint first, guint n_corners)
{
  const ParleyClue *clue = clue_at (self, index);
  guint n_rows = self->fit->rows->len;
  gboolean few = FALSE;

  for (guint c = first; c < first + n_corners; c++)
    parley_fit_add_corner (self->fit, clue, parley_corners_get (clue->corners, c));
  few = go_through (self, index + 1);
  parley_fit_cut (self->fit, n_rows);
  return few;
}

/* Goes through the ways to choose completions, of the decision to blame @index and those behind it.
 * Returns: FALSE when there are too many. */
static gboolean
go_through (Search *self, guint index)
{
  const ParleyClue *clue = NULL;
  guint n_corners = 0;
  gboolean few = TRUE;

  if (index == self->revealed->blame->len)
    {
      try_reading (self);
      return self->n_readings <= PARLEY_MOST_READINGS && self->fit->budget > 0;
    }
  clue = clue_at (self, index);
  n_corners = clue->corners->corners->len;
  if (clue->open == PARLEY_OPEN_ALL)
    return go_on (self, index, 0, n_corners);
  for (guint c = 0; few && c < n_corners; c += clue->n_together)
    few = go_on (self, index, c, clue->n_together);
  return few;
}

gboolean
parley_misfit (const ParleyRevealed *revealed, ParleyBelief belief, mpq_ptr points)
{
  const ParleyParty *party = parley_scenario_party (revealed->scenario, revealed->party);
  g_autoptr(ParleyFit) fit = parley_fit_new (party, revealed->reservations, belief);
  Search search = { revealed, fit, 0, points };

  g_return_val_if_fail (!revealed->fits, FALSE);

  mpq_set_ui (points, 0, 1);
  return go_through (&search, 0);
}
