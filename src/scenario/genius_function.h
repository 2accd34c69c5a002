/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario/import_part.h"

typedef enum
{
  PARLEY_GENIUS_LINEAR,
  PARLEY_GENIUS_CONSTANT,
  PARLEY_GENIUS_TRIANGULAR
} ParleyGeniusShape;

/**
 * ParleyGeniusFunction:
 *
 * What an evaluator of GENIUS makes of a number, from 0 to 1. LINEAR: offset, slope, and the
 * number that the offset is for, cut to 0 to 1. CONSTANT: the utility. TRIANGULAR: low, high
 * and top, with 0 beyond its ends.
 */
typedef struct
{
  ParleyGeniusShape shape;
  mpq_t             parameters[3];
} ParleyGeniusFunction;

/* A linear one with 0 everywhere. */
void parley_genius_function_init  (ParleyGeniusFunction *self);
void parley_genius_function_clear (ParleyGeniusFunction *self);

/* Sets @value to 100 times what the ParleyGeniusFunction @data makes of @x. A ParleyOfNumber. */
void parley_genius_function_evaluate (mpq_srcptr x, gconstpointer data, mpq_ptr value);

/* Where the function bends: a line where it reaches 0 and 1, a triangle at its corners.
 * Returns: (transfer full) (element-type mpq_ptr): in any order. */
GPtrArray *parley_genius_function_kinks (const ParleyGeniusFunction *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ParleyGeniusFunction, parley_genius_function_clear)
