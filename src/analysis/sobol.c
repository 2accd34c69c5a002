/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/sobol.h"

#include <math.h>

#include "analysis/points.h"

/* Of Student's distribution with 15 degrees of freedom, one less than there are shifts: 97.5 % lies
 * below. */
#define STUDENT 2.131449545559323

/* A variance below this part of the mean's square is rounding. */
#define ROUNDING 1e-24

/* What one shift adds up, for each output. */
typedef struct
{
  double  sum;     /* of the outputs at both base points */
  double  squares;
  double *changes;  /* [input]: f(A with B's input) - f(A) */
  double *products; /* [input]: f(B) times the same */
  double *jumps;    /* [input]: its square */
} Sums;

typedef struct
{
  const ParleySobolModel *model;
  guint                   n_numbers; /* of all inputs */
  gsize                   n_points;  /* of a shift */
  guint64                 seed;
  const double           *origins; /* [output]: taken off before anything is added up */
  Sums                   *sums;    /* [shift * n_outputs + output] */
} Work;

/* The numbers of one base point, A and B, and what comes of them. */
typedef struct
{
  double  *a;
  double  *b;
  double *out_a;
  double *out_b;
  double *out;
} Point;

static void
point_init (Point *self, const Work *work)
{
  self->a = g_new0 (double, 2 * work->n_numbers + 1);
  self->b = self->a + work->n_numbers;
  self->out_a = g_new0 (double, 3 * work->model->n_outputs + 1);
  self->out_b = self->out_a + work->model->n_outputs;
  self->out = self->out_b + work->model->n_outputs;
}

static void
point_clear (Point *self)
{
  g_free (self->a);
  g_free (self->out_a);
}

static void
draw_all (const ParleySobolModel *model, double *numbers)
{
  for (guint i = 0; model->draw != NULL && i < model->n_inputs; numbers += model->sizes[i++])
    model->draw (i, numbers, model->data);
}

static void
evaluate (const Work *work, const double *numbers, double *outputs)
{
  work->model->evaluate (numbers, outputs, work->model->data);
  for (guint o = 0; o < work->model->n_outputs; o++)
    outputs[o] -= work->origins[o];
}

static void
swap (double *a, double *b, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      double number = a[i];

      a[i] = b[i];
      b[i] = number;
    }
}

static void
add_point (const Work *work, Point *point, Sums *sums)
{
  const ParleySobolModel *model = work->model;
  guint first = 0;

  evaluate (work, point->a, point->out_a);
  evaluate (work, point->b, point->out_b);
  for (guint o = 0; o < model->n_outputs; o++)
    {
      sums[o].sum += point->out_a[o] + point->out_b[o];
      sums[o].squares += point->out_a[o] * point->out_a[o] + point->out_b[o] * point->out_b[o];
    }
  for (guint i = 0; i < model->n_inputs; first += model->sizes[i++])
    {
      swap (point->a + first, point->b + first, model->sizes[i]);
      evaluate (work, point->a, point->out);
      swap (point->a + first, point->b + first, model->sizes[i]);
      for (guint o = 0; o < model->n_outputs; o++)
        {
          double change = point->out[o] - point->out_a[o];

          sums[o].changes[i] += change;
          sums[o].products[i] += change * point->out_b[o];
          sums[o].jumps[i] += change * change;
        }
    }
}

/* Each shift has random points of its own, behind the numbers that the shifts themselves take. */
static void
do_shift (gsize shift, gpointer data)
{
  const Work *work = data;
  g_autoptr(ParleyPoints) points = parley_points_new (
      work->n_numbers, work->seed, shift, PARLEY_SOBOL_SHIFTS + shift * work->n_points);
  Point point;

  point_init (&point, work);
  for (gsize p = 0; p < work->n_points; p++)
    {
      parley_points_next (points, point.a, point.b);
      draw_all (work->model, point.a);
      draw_all (work->model, point.b);
      add_point (work, &point, &work->sums[shift * work->model->n_outputs]);
    }
  point_clear (&point);
}

static const Sums *
sums_at (const Work *work, gsize shift, guint output)
{
  return &work->sums[shift * work->model->n_outputs + output];
}

/* The variance in one shift about @mean, which is that of all. */
static double
variance_in (const Work *work, gsize shift, guint output, double mean)
{
  const Sums *sums = sums_at (work, shift, output);
  double n = 2 * (double) work->n_points;

  return MAX (0, (sums->squares - 2 * mean * sums->sum) / n + mean * mean);
}

/* The variances that go with an input alone, and with all but it, in one shift. */
static double
first_in (const Work *work, gsize shift, guint output, guint input, double mean)
{
  const Sums *sums = sums_at (work, shift, output);

  return (sums->products[input] - mean * sums->changes[input]) / (double) work->n_points;
}

static double
total_in (const Work *work, gsize shift, guint output, guint input)
{
  return sums_at (work, shift, output)->jumps[input] / (2 * (double) work->n_points);
}

/* Half of the 95 % interval of the mean of @values, one a shift. */
static double
half_interval (const double *values)
{
  double n = PARLEY_SOBOL_SHIFTS;
  double mean = 0, squares = 0;

  for (guint i = 0; i < PARLEY_SOBOL_SHIFTS; i++)
    mean += values[i] / n;
  for (guint i = 0; i < PARLEY_SOBOL_SHIFTS; i++)
    squares += (values[i] - mean) * (values[i] - mean);
  return STUDENT * sqrt (squares / (n - 1) / n);
}

static void
set_index (const Work *work, guint output, guint input, const ParleySobol *result, double mean)
{
  ParleySobolIndex *index = &result->indices[output * result->n_inputs + input];
  double variance = result->variances[output];
  double first[PARLEY_SOBOL_SHIFTS], total[PARLEY_SOBOL_SHIFTS];

  for (guint s = 0; s < PARLEY_SOBOL_SHIFTS; s++)
    {
      double own = variance_in (work, s, output, mean);

      first[s] = first_in (work, s, output, input, mean);
      total[s] = total_in (work, s, output, input);
      index->first += first[s] / variance / PARLEY_SOBOL_SHIFTS;
      index->total += total[s] / variance / PARLEY_SOBOL_SHIFTS;
      first[s] /= own > 0 ? own : variance;
      total[s] /= own > 0 ? own : variance;
    }
  index->first_error = half_interval (first);
  index->total_error = half_interval (total);
}

static void
set_output (const Work *work, guint output, ParleySobol *result)
{
  double n = 2.0 * PARLEY_SOBOL_SHIFTS * (double) work->n_points;
  double mean = 0, variance = 0;

  for (guint s = 0; s < PARLEY_SOBOL_SHIFTS; s++)
    mean += sums_at (work, s, output)->sum / n;
  for (guint s = 0; s < PARLEY_SOBOL_SHIFTS; s++)
    variance += variance_in (work, s, output, mean) / PARLEY_SOBOL_SHIFTS;
  result->means[output] = mean + work->origins[output];
  if (variance <= ROUNDING * (1 + result->means[output] * result->means[output]))
    return;
  result->variances[output] = variance;
  for (guint i = 0; i < result->n_inputs; i++)
    set_index (work, output, i, result, mean);
}

static void
sums_init (Work *work)
{
  guint n = PARLEY_SOBOL_SHIFTS * work->model->n_outputs;

  work->sums = g_new0 (Sums, n);
  for (guint i = 0; i < n; i++)
    {
      work->sums[i].changes = g_new0 (double, 3 * work->model->n_inputs + 1);
      work->sums[i].products = work->sums[i].changes + work->model->n_inputs;
      work->sums[i].jumps = work->sums[i].products + work->model->n_inputs;
    }
}

static void
sums_clear (Work *work)
{
  for (guint i = 0; i < PARLEY_SOBOL_SHIFTS * work->model->n_outputs; i++)
    g_free (work->sums[i].changes);
  g_free (work->sums);
}

/* What comes out in the middle of everything: sums of differences from it lose no digits. */
static double *
origins_new (const Work *work)
{
  g_autofree double *numbers = g_new0 (double, work->n_numbers + 1);
  double *origins = g_new0 (double, work->model->n_outputs + 1);

  for (guint i = 0; i < work->n_numbers; i++)
    numbers[i] = 0.5;
  draw_all (work->model, numbers);
  work->model->evaluate (numbers, origins, work->model->data);
  return origins;
}

static ParleySobol *
result_new (const Work *work)
{
  ParleySobol *self = g_new0 (ParleySobol, 1);

  self->n_inputs = work->model->n_inputs;
  self->n_outputs = work->model->n_outputs;
  self->means = g_new0 (double, self->n_outputs);
  self->variances = g_new0 (double, self->n_outputs);
  self->indices = g_new0 (ParleySobolIndex, self->n_outputs * self->n_inputs);
  self->n_points = PARLEY_SOBOL_SHIFTS * work->n_points;
  self->n_evaluations = self->n_points * (self->n_inputs + 2);
  return self;
}

ParleySobol *
parley_sobol_new (const ParleySobolModel *model,
                  gsize                   n_points,
                  guint64                 seed,
                  const ParleyCrew       *crew)
{
  Work work = { .model = model,
                .n_points = (n_points + PARLEY_SOBOL_SHIFTS - 1) / PARLEY_SOBOL_SHIFTS,
                .seed = seed };
  g_autofree double *origins = NULL;
  ParleySobol *result = NULL;

  for (guint i = 0; i < model->n_inputs; i++)
    work.n_numbers += model->sizes[i];
  work.origins = origins = origins_new (&work);
  sums_init (&work);
  if (work.n_numbers > 0)
    parley_crew_do (crew, "drawing inputs", PARLEY_SOBOL_SHIFTS, do_shift, &work);
  result = result_new (&work);
  for (guint o = 0; o < model->n_outputs && work.n_numbers > 0; o++)
    set_output (&work, o, result);
  sums_clear (&work);
  return result;
}

void
parley_sobol_free (ParleySobol *self)
{
  if (self == NULL)
    return;
  g_free (self->means);
  g_free (self->variances);
  g_free (self->indices);
  g_free (self);
}

const ParleySobolIndex *
parley_sobol_index (const ParleySobol *self, guint output, guint input)
{
  return &self->indices[output * self->n_inputs + input];
}
