/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/exact.h"

/* Points in all, and inputs that are varied at once. */
#define PARLEY_SWEEP_MOST_POINTS 1000000
#define PARLEY_SWEEP_MOST_INPUTS 3

/* What is varied, and the values that it takes in turn. */
typedef struct
{
  char      *path;    /* as --set takes it */
  GPtrArray *values;  /* of char *: likewise */
  GPtrArray *numbers; /* of mpq_ptr, one a value; NULL where some value is no number */
} ParleySweepInput;

/**
 * ParleySweepGrid:
 *
 * All combinations of the values of one to three inputs, the last running fastest.
 */
typedef struct
{
  GPtrArray *inputs; /* of ParleySweepInput */
  guint      n_points;
} ParleySweepGrid;

/**
 * parley_sweep_grid_new:
 * @specs: (array) (nullable): NULL-terminated: "PATH=FROM:TO:STEP", both ends included where steps
 *   lead there, or "PATH=A,B,C"; numbers are decimals or fractions, and exact
 *
 * Returns: (transfer full): NULL with PARLEY_ERROR_INPUT when a specification is wrong or one input
 * is part of another, and with PARLEY_ERROR_LIMIT when there are too many points.
 */
ParleySweepGrid *parley_sweep_grid_new (const char *const *specs, GError **error);

void parley_sweep_grid_free (ParleySweepGrid *self);

const ParleySweepInput *parley_sweep_grid_input (const ParleySweepGrid *self, guint index);

/* Sets places[] to the index of each input's value at @point. */
void parley_sweep_grid_place (const ParleySweepGrid *self, guint point, guint *places);

/* The points from one to the next along @input: its neighbour is so many further on. */
guint parley_sweep_grid_stride (const ParleySweepGrid *self, guint input);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleySweepGrid, parley_sweep_grid_free)
