/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/revealed_part.h"

/* Questions whether something fits, after which no answer is sought any longer. */
#define MOST_ASKED 20000

static gboolean
teaches (const ParleyRevealedReadings *self, guint index)
{
  return self->counts[index]
         && parley_revealed_clue (self->revealed, index)->kind == PARLEY_CLUE_TEACHES;
}

/* Whether there is more than one way to read what it is about; or none. */
static gboolean
has_choice (const ParleyClue *clue)
{
  return clue->open == PARLEY_OPEN_ANY && clue->corners->corners->len != clue->n_together;
}

static void
add_corners (ParleyRevealedReadings *self, const ParleyClue *clue, guint first, guint n_corners)
{
  for (guint c = first; c < first + n_corners; c++)
    parley_fit_add_corner (self->fit, clue, parley_corners_get (clue->corners, c));
}

gboolean
parley_revealed_asked_too_much (const ParleyFit *fit)
{
  return fit->n_asked >= MOST_ASKED;
}

/* Whether some numbers agree with all rows so far; after too many questions none do. */
static gboolean
exists (ParleyRevealedReadings *self)
{
  gboolean found = !parley_revealed_asked_too_much (self->fit) && parley_fit_exists (self->fit);

  if (parley_revealed_asked_too_much (self->fit) || self->fit->budget == 0)
    self->too_many = self->done = TRUE;
  return found && !self->too_many;
}

static void go_through (ParleyRevealedReadings *self, guint index);

/* Clue @index with some of its corners, and those behind it. */
static void
go_on (ParleyRevealedReadings *self, guint index, guint first, guint n_corners)
{
  guint n_rows = self->fit->rows->len;

  add_corners (self, parley_revealed_clue (self->revealed, index), first, n_corners);
  if (exists (self))
    go_through (self, index + 1);
  parley_fit_cut (self->fit, n_rows);
}

/* Whether the corners fit whatever else is possible. */
static gboolean
is_certain (ParleyRevealedReadings *self, const ParleyClue *clue, guint first, guint n_corners)
{
  ParleyClue opposite = *clue;
  guint n_rows = self->fit->rows->len;
  gboolean can_fail = FALSE;

  opposite.reaches = !clue->reaches;
  for (guint c = first; c < first + n_corners && !can_fail; c++)
    {
      parley_fit_add_corner (self->fit, &opposite, parley_corners_get (clue->corners, c));
      can_fail = exists (self);
      parley_fit_cut (self->fit, n_rows);
    }
  return !can_fail && !self->done;
}

/* Whether one of several choices always fits, so that there is nothing to choose. */
static gboolean
some_is_certain (ParleyRevealedReadings *self, const ParleyClue *clue)
{
  for (guint c = 0; c < clue->corners->corners->len && !self->done; c += clue->n_together)
    if (is_certain (self, clue, c, clue->n_together))
      return TRUE;
  return FALSE;
}

/* Clues from @index on of which there is something to choose. */
static void
go_through (ParleyRevealedReadings *self, guint index)
{
  guint n_clues = self->revealed->clues->len;
  const ParleyClue *clue = NULL;

  while (index < n_clues
         && !(teaches (self, index) && has_choice (parley_revealed_clue (self->revealed, index))))
    index++;
  if (index == n_clues)
    {
      self->too_many = self->n_readings++ == PARLEY_MOST_READINGS;
      self->done = self->too_many || !self->visit (self->data);
      return;
    }
  clue = parley_revealed_clue (self->revealed, index);
  if (some_is_certain (self, clue))
    go_through (self, index + 1);
  else
    for (guint c = 0; c < clue->corners->corners->len && !self->done; c += clue->n_together)
      go_on (self, index, c, clue->n_together);
}

/* What there is nothing to choose of comes first: it leaves the fewest choices of the rest. */
void
parley_revealed_read (ParleyRevealedReadings *self)
{
  guint n_rows = self->fit->rows->len;

  for (guint i = 0; i < self->revealed->clues->len; i++)
    {
      const ParleyClue *clue = parley_revealed_clue (self->revealed, i);

      if (teaches (self, i) && !has_choice (clue))
        add_corners (self, clue, 0, clue->corners->corners->len);
    }
  if (exists (self))
    go_through (self, 0);
  parley_fit_cut (self->fit, n_rows);
}

static gboolean
stop (G_GNUC_UNUSED gpointer data)
{
  return FALSE;
}

gboolean
parley_revealed_fits (const ParleyRevealed *self, ParleyFit *fit, const gboolean *counts)
{
  ParleyRevealedReadings readings
      = { .revealed = self, .fit = fit, .counts = counts, .visit = stop };

  parley_revealed_read (&readings);
  return readings.n_readings > 0;
}
