/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/scenario.h"

/**
 * ParleyCell:
 *
 * A number of a model, in doubles: as it is written, or one of those that are drawn.
 */
typedef struct
{
  double fixed;
  int    drawn; /* which of the numbers that are drawn; -1: none */
} ParleyCell;

/* @index (element-type ParleyNumber to guint + 1): which numbers are drawn. @number: (nullable): 0.
 */
ParleyCell parley_cell (GHashTable *index, const ParleyNumber *number);

static inline double
parley_cell_at (const ParleyCell *self, const double *drawn)
{
  return self->drawn < 0 ? self->fixed : drawn[self->drawn];
}

/**
 * ParleyRating:
 *
 * What a party makes of one option of an issue, as a function of the numbers that are drawn.
 */
typedef struct
{
  enum
  {
    PARLEY_RATING_LINE,  /* between two cells */
    PARLEY_RATING_IDEAL, /* 100 at the first cell, 0 further off than the second */
    PARLEY_RATING_SMOOTH
  } kind;
  ParleyCell a;
  ParleyCell b;
  double     at;        /* LINE: where between the two, from 0 to 1; else the number that is valued */
  guint      n_points;  /* SMOOTH */
  double     *x;
  ParleyCell *y;
} ParleyRating;

/* Of option @option of a choice; of @x on a scale. @function: (nullable): always 0. */
ParleyRating parley_rating_of_option (GHashTable                *index,
                                      const ParleyValueFunction *function,
                                      guint                      option);
ParleyRating parley_rating_of_number (GHashTable                *index,
                                      const ParleyValueFunction *function,
                                      mpq_srcptr                 x);
void         parley_rating_clear     (ParleyRating *self);

/* From 0 to 100, rounded as doubles are. */
double parley_rating_at (const ParleyRating *self, const double *drawn);
