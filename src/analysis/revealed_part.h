/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/revealed.h"

/*
 * What the parts of the search for what a record reveals share (revealed.h).
 */

/* Goes through the ways to read a record: of each clue that is about any of several completions,
 * one of these. */
typedef struct
{
  const ParleyRevealed *revealed;
  ParleyFit            *fit;
  const gboolean       *counts; /* [clue]: whether it is looked at */

  /* A reading that fits, whose rows are in @fit. Returns: FALSE when that is enough. */
  gboolean (*visit) (gpointer data);
  gpointer data;

  guint    n_readings; /* that fit, so far */
  gboolean done;
  gboolean too_many; /* or what is asked of them is too much */
} ParleyRevealedReadings;

void parley_revealed_read (ParleyRevealedReadings *self);

/* Whether some numbers fit the clues that count. */
gboolean parley_revealed_fits (const ParleyRevealed *self, ParleyFit *fit, const gboolean *counts);

/* Whether so much has been asked already that no answer is sought any longer. */
gboolean parley_revealed_asked_too_much (const ParleyFit *fit);

/* Of a record that nothing fits: fills in whom to blame. */
void parley_revealed_find_blame (ParleyRevealed *self, ParleyFit *fit);

/* Fills in what is believed of shares, reservations and orders, and what is left of that by the
 * clues that count. Returns: FALSE when there are too many ways to read them. */
gboolean parley_revealed_find_spans (ParleyRevealed *self, ParleyFit *fit, const gboolean *counts);
