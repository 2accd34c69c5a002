/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/sweep_flip.h"

#include "analysis/lines.h"

/* Decimal places of a value before it is written as a fraction. */
#define MOST_PLACES 40

/* A step is halved so often. */
#define HALVINGS 10

/* One step of the grid along one input. */
typedef struct
{
  const ParleySweep            *sweep;
  const ParleySweepSource      *source;
  const ParleyAgreementRequest *request;
  const ParleySweepColumn      *column;
  ParleyFlip                   *flip;
  const ParleySweepInput       *input;
  const char                   *values[PARLEY_SWEEP_MOST_INPUTS];
  mpq_srcptr                    from;
  mpq_srcptr                    to;
  GError                       *error;
} Step;

static gboolean
same (const char *a, const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

/* The scenario with the input at @x. Returns: (nullable): NULL where there is none; that is no
 * error between two points. */
static gpointer
open_at (const Step *self, mpq_srcptr x, const ParleyScenario **scenario)
{
  const char *values[PARLEY_SWEEP_MOST_INPUTS] = { NULL };
  g_autofree char *text = parley_exact_to_text (x, MOST_PLACES);

  for (guint i = 0; i < self->sweep->grid->inputs->len; i++)
    values[i] = i == self->flip->input ? text : self->values[i];
  return self->source->open (values, scenario, self->source->data, NULL);
}

/* Sets @cell to what it is with the input at @x. Returns: FALSE when it cannot be had; then the
 * step is left as it is, or @self->error is set. */
static gboolean
look_at (Step *self, mpq_srcptr x, const char **cell)
{
  const ParleyScenario *scenario = NULL;
  gpointer opened = open_at (self, x, &scenario);

  if (opened == NULL)
    return FALSE;
  *cell = parley_sweep_cell (self->column, scenario, self->request, &self->error);
  self->source->close (opened);
  return self->error == NULL;
}

/* Whether the cell is as at the start up to @at, and turns there or right beyond it. */
static gboolean
turns_at (Step *self, mpq_srcptr at)
{
  const char *here = NULL;
  const char *near = NULL;
  gboolean turned = FALSE;
  gboolean turns = FALSE;
  mpq_t x;

  if (!look_at (self, at, &here))
    return FALSE;
  mpq_init (x);
  turned = !same (here, self->flip->before);
  parley_lines_set_beyond (x, at, turned ? self->from : self->to);
  if (mpq_equal (x, at))
    turns = turned ? mpq_equal (at, self->from) == 0 : FALSE;
  else if (look_at (self, x, &near))
    turns = same (near, self->flip->before) == turned;
  mpq_clear (x);
  if (!turns)
    return FALSE;
  self->flip->kind = PARLEY_FLIP_EXACT;
  self->flip->at_once = turned;
  self->flip->after = turned ? here : near;
  mpq_set (self->flip->low, at);
  mpq_set (self->flip->high, at);
  return TRUE;
}

static gboolean
solve (Step *self)
{
  const ParleyScenario *scenario = NULL;
  gpointer opened = open_at (self, self->from, &scenario);
  g_autoptr(GPtrArray) candidates = NULL;
  gboolean solved = FALSE;

  if (opened == NULL)
    return FALSE;
  candidates = parley_sweep_candidates (self->column, scenario, self->input->path, self->from,
                                        self->to, self->request);
  self->source->close (opened);
  for (guint i = 0; i < candidates->len && !solved && self->error == NULL; i++)
    solved = turns_at (self, g_ptr_array_index (candidates, i));
  return solved;
}

/* Halves the step, keeping the first part whose ends differ. */
static void
halve (Step *self)
{
  mpq_t start, end, middle;

  mpq_inits (start, end, middle, NULL);
  mpq_set (start, self->from);
  mpq_set (end, self->to);
  for (guint i = 0; i < HALVINGS; i++)
    {
      const char *cell = NULL;

      mpq_add (middle, start, end);
      mpq_div_2exp (middle, middle, 1);
      if (!look_at (self, middle, &cell))
        break;
      self->flip->kind = PARLEY_FLIP_BETWEEN;
      if (same (cell, self->flip->before))
        mpq_set (start, middle);
      else
        {
          mpq_set (end, middle);
          self->flip->after = cell;
        }
    }
  mpq_set (self->flip->low, start);
  mpq_set (self->flip->high, end);
  mpq_clears (start, end, middle, NULL);
}

/* Looks closely at one flip. Returns: FALSE with @error set. */
static gboolean
narrow (const ParleySweep *sweep,
        ParleyFlip *flip,
        const ParleySweepSource *source,
        const ParleyAgreementRequest *request,
        GError **error)
{
  Step step = { .sweep = sweep,
                .source = source,
                .request = request,
                .column = parley_sweep_column (sweep->columns, flip->column),
                .flip = flip,
                .input = parley_sweep_grid_input (sweep->grid, flip->input) };
  guint places[PARLEY_SWEEP_MOST_INPUTS];

  parley_sweep_grid_place (sweep->grid, flip->point, places);
  for (guint i = 0; i < sweep->grid->inputs->len; i++)
    step.values[i]
        = g_ptr_array_index (parley_sweep_grid_input (sweep->grid, i)->values, places[i]);
  step.from = g_ptr_array_index (step.input->numbers, places[flip->input]);
  step.to = g_ptr_array_index (step.input->numbers, places[flip->input] + 1);
  if (!solve (&step) && step.error == NULL)
    halve (&step);
  if (step.error == NULL)
    return TRUE;
  g_propagate_error (error, step.error);
  return FALSE;
}

static void
add_flip (ParleySweep *self, guint column, guint input, guint point, guint place)
{
  const ParleySweepInput *varied = parley_sweep_grid_input (self->grid, input);
  guint next = point + parley_sweep_grid_stride (self->grid, input);
  ParleyFlip *flip = g_new0 (ParleyFlip, 1);

  flip->column = column;
  flip->input = input;
  flip->point = point;
  flip->before = parley_sweep_get (self, point, column);
  flip->after = parley_sweep_get (self, next, column);
  flip->kind = PARLEY_FLIP_POINTS;
  mpq_inits (flip->low, flip->high, NULL);
  if (varied->numbers != NULL)
    {
      mpq_set (flip->low, g_ptr_array_index (varied->numbers, place));
      mpq_set (flip->high, g_ptr_array_index (varied->numbers, place + 1));
    }
  g_ptr_array_add (self->flips, flip);
}

static void
find_along (ParleySweep *self, guint column, guint input)
{
  guint n = parley_sweep_grid_input (self->grid, input)->values->len;
  guint stride = parley_sweep_grid_stride (self->grid, input);
  guint places[PARLEY_SWEEP_MOST_INPUTS];

  for (guint point = 0; point < self->grid->n_points; point++)
    {
      parley_sweep_grid_place (self->grid, point, places);
      if (places[input] + 1 < n
          && !same (parley_sweep_get (self, point, column),
                    parley_sweep_get (self, point + stride, column)))
        add_flip (self, column, input, point, places[input]);
    }
}

static gboolean
is_narrowed (const ParleySweep *self, const ParleyFlip *flip)
{
  return parley_sweep_grid_input (self->grid, flip->input)->numbers != NULL;
}

gboolean
parley_sweep_find_flips (ParleySweep *self,
                         const ParleySweepSource *source,
                         const ParleyAgreementRequest *request,
                         const ParleyCrew *crew,
                         GError **error)
{
  guint n_solved = 0;

  for (guint c = 0; c < self->columns->len; c++)
    for (guint i = 0; i < self->grid->inputs->len; i++)
      if (parley_sweep_column_flips (parley_sweep_column (self->columns, c)))
        find_along (self, c, i);
  for (guint f = 0; f < self->flips->len; f++)
    {
      ParleyFlip *flip = g_ptr_array_index (self->flips, f);

      parley_crew_tell (crew, "solving flips", f, self->flips->len);
      if (!is_narrowed (self, flip))
        continue;
      if (n_solved++ >= PARLEY_SWEEP_MOST_SOLVED)
        self->n_unsolved++;
      else if (!narrow (self, flip, source, request, error))
        return FALSE;
    }
  return TRUE;
}
