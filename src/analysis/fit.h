/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/clue.h"
#include "analysis/programme.h"

/* What is believed of weights before the record is looked at. */
typedef enum
{
  PARLEY_BELIEF_RANGES, /* each lies in its range, and those without one are as written */
  PARLEY_BELIEF_NOTHING /* any weights will do; of a ranking, any in its order */
} ParleyBelief;

/**
 * ParleyFit:
 *
 * Weights and reservations of a party as the numbers of a linear programme: shares of weight, one
 * an issue that can have some, then what each reservation is above the low end of its range, and,
 * where ranges are believed, the factor between shares and weights as written (A. Charnes and W. W.
 * Cooper, "Programming with linear fractional functionals", Naval Research Logistics Quarterly 9,
 * 1962). All are 0 or more. Rows say what is believed, and then what clues teach.
 */
typedef struct
{
  const ParleyParty *party; /* borrowed */
  guint              n_shares;
  guint             *issues;       /* [share] */
  GPtrArray         *reservations; /* of const ParleyNumber, borrowed: each that counts, once */
  guint              n_numbers;
  GPtrArray         *rows; /* of ParleyFitRow */
  guint              n_asked; /* times that it was asked whether something fits */
  guint64            budget;  /* what programmes may still take (programme.h): once it is 0, answers
                            * are wrong */
  ParleyProgramme   *solved; /* (nullable): what agrees with all rows, once it is looked for */
} ParleyFit;

/* Numbers times factors come to at most @most, or to less where it is strict. */
typedef struct
{
  guint    n;
  mpq_t   *factors; /* [n] */
  mpq_t    most;
  gboolean strict;
  gboolean taught; /* by a clue: in points */
} ParleyFitRow;

/* A quarter of a minute or so. */
#define PARLEY_FIT_BUDGET G_GUINT64_CONSTANT (1000000000)

/* @reservations: (element-type ParleyNumber): those that will be asked about. */
ParleyFit *parley_fit_new (const ParleyParty *party, GPtrArray *reservations, ParleyBelief belief);
void       parley_fit_free (ParleyFit *self);

/* What must hold for @corner to fit @clue's answer. */
void parley_fit_add_corner (ParleyFit *self, const ParleyClue *clue, const ParleyCorner *corner);

/* Takes rows away until there are @n_rows. */
void parley_fit_cut (ParleyFit *self, guint n_rows);

/* Whether some numbers agree with all rows, strictly where they are strict. Exact. */
gboolean parley_fit_exists (ParleyFit *self);

/* Sets @points to the least by which all scores that clues are about have to be off, upwards or
 * downwards, for some numbers to agree with all rows; 0 also where they nearly do, strict rows not
 * being so. */
void parley_fit_misfit (ParleyFit *self, mpq_ptr points);

/**
 * parley_fit_extreme:
 * @number: of which the highest value is wanted, or the lowest
 * @numbers: (out caller-allocates): where that is
 *
 * Of numbers that agree with all rows, strict or not; there are some. Cost: that of a programme
 * (programme.h) for the first of these questions after rows have changed, some steps for the
 * others.
 */
void parley_fit_extreme (ParleyFit *self, guint number, gboolean most, mpq_t *numbers);

/* Whether the number @first is anywhere above the number @second. @numbers: (out
 * caller-allocates): some where it is, if it is. Cost: as above. */
gboolean parley_fit_exceeds (ParleyFit *self, guint first, guint second, mpq_t *numbers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyFit, parley_fit_free)
