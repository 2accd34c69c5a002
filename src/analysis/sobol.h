/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/parallel.h"

/* Random shifts of the points, from whose disagreement the intervals come. */
#define PARLEY_SOBOL_SHIFTS 16

/**
 * ParleySobolModel:
 *
 * A function of inputs that vary independently. An input is a number or a group of numbers that
 * vary together; each takes as many places in arrays of numbers.
 */
typedef struct
{
  guint        n_inputs;
  const guint *sizes; /* [input]: how many numbers */
  guint        n_outputs;
  /* (nullable): turns the uniform numbers at @numbers, from 0 to below 1, into those of @input, in
   * place. */
  void (*draw) (guint input, double *numbers, gpointer data);
  void (*evaluate) (const double *numbers, double *outputs, gpointer data);
  gpointer data; /* only read: several threads use it */
} ParleySobolModel;

typedef struct
{
  double first;       /* share of the variance that would go if the input alone were known */
  double first_error; /* half of its 95 % interval */
  double total;       /* share that would be left if all others were known */
  double total_error;
} ParleySobolIndex;

/**
 * ParleySobol:
 *
 * What the variance of each output comes from.
 */
typedef struct
{
  guint             n_inputs;
  guint             n_outputs;
  double           *means;     /* [output] */
  double           *variances; /* [output]; 0: it does not vary, and the indices are 0 */
  ParleySobolIndex *indices;   /* [output * n_inputs + input] */
  gsize             n_points;      /* base points of all shifts */
  gsize             n_evaluations;
} ParleySobol;

/**
 * parley_sobol_new:
 * @n_points: base points, in all; rounded up to a multiple of PARLEY_SOBOL_SHIFTS
 * @crew: (nullable)
 *
 * First-order indices after A. Saltelli and others, "Variance based sensitivity analysis of model
 * output", Computer Physics Communications 181, 2010; total ones after M. J. W. Jansen, "Analysis
 * of variance designs for model output", Computer Physics Communications 117, 1999. The points are
 * those of points.h, and an interval is Student's over the shifts.
 * Cost: n_points * (n_inputs + 2) evaluations. The same @seed gives the same numbers for any crew.
 */
ParleySobol *parley_sobol_new (const ParleySobolModel *model,
                               gsize                   n_points,
                               guint64                 seed,
                               const ParleyCrew       *crew);

void parley_sobol_free (ParleySobol *self);

const ParleySobolIndex *parley_sobol_index (const ParleySobol *self, guint output, guint input);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleySobol, parley_sobol_free)
