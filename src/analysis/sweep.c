/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/sweep.h"

#include "analysis/sweep_flip.h"

/* Points whose scenarios are held at once, and that are kept together. */
#define BATCH 64

static void
flip_free (ParleyFlip *self)
{
  mpq_clears (self->low, self->high, NULL);
  g_free (self);
}

ParleySweep *
parley_sweep_new (ParleySweepGrid *grid, GPtrArray *columns)
{
  ParleySweep *self = g_new0 (ParleySweep, 1);

  self->grid = grid;
  self->columns = columns;
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_string_chunk_new (4096);
  g_ptr_array_set_size (self->rows, (int) grid->n_points);
  self->flips = g_ptr_array_new_with_free_func ((GDestroyNotify) flip_free);
  return self;
}

gboolean
parley_sweep_is_rounded (const ParleyScenario *scenario)
{
  g_autoptr(ParleySpace) space
      = parley_space_new (scenario, parley_domain_new (scenario), NULL, NULL, NULL);
  g_autoptr(GPtrArray) utilities
      = space == NULL ? NULL : parley_utilities_new (space, scenario->as_of);
  gboolean rounded = FALSE;

  for (guint s = 0; utilities != NULL && s < utilities->len; s++)
    rounded |= ((const ParleyUtility *) g_ptr_array_index (utilities, s))->rounded;
  return rounded;
}

gboolean
parley_sweep_admits (const ParleySweep *self, guint point, char *const *row)
{
  guint places[PARLEY_SWEEP_MOST_INPUTS];

  parley_sweep_grid_place (self->grid, point, places);
  for (guint i = 0; i < self->grid->inputs->len; i++)
    if (g_strcmp0 (row[i],
                   g_ptr_array_index (parley_sweep_grid_input (self->grid, i)->values, places[i]))
        != 0)
      return FALSE;
  for (guint c = 0; c < self->columns->len; c++)
    if (!parley_sweep_column_admits (parley_sweep_column (self->columns, c), row[c]))
      return FALSE;
  return TRUE;
}

void
parley_sweep_take_row (ParleySweep *self, guint point, char **row)
{
  for (guint c = 0; c < self->columns->len; c++)
    if (row[c] != NULL)
      {
        char *cell = row[c];

        row[c] = g_string_chunk_insert_const (self->texts, cell);
        g_free (cell);
      }
  self->rows->pdata[point] = row;
}

void
parley_sweep_free (ParleySweep *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->flips);
  g_ptr_array_unref (self->columns);
  parley_sweep_grid_free (self->grid);
  g_free (self);
}

const char *
parley_sweep_get (const ParleySweep *self, guint point, guint column)
{
  return ((char **) g_ptr_array_index (self->rows, point))[column];
}

/* Points that are worked out at the same time. */
typedef struct
{
  ParleySweep                  *sweep;
  const ParleySweepSource      *source;
  const ParleyAgreementRequest *request;
  guint                         first;
  guint                         n;
  gpointer                      opened[BATCH]; /* NULL: has its row already */
  const ParleyScenario         *scenarios[BATCH];
  char                        **rows[BATCH]; /* what comes of those */
  GError                       *errors[BATCH];
} Batch;

static gboolean
open_point (Batch *self, guint index, GError **error)
{
  const ParleySweepGrid *grid = self->sweep->grid;
  guint places[PARLEY_SWEEP_MOST_INPUTS];
  const char *values[PARLEY_SWEEP_MOST_INPUTS] = { NULL };

  if (g_ptr_array_index (self->sweep->rows, self->first + index) != NULL)
    return TRUE;
  parley_sweep_grid_place (grid, self->first + index, places);
  for (guint i = 0; i < grid->inputs->len; i++)
    values[i] = g_ptr_array_index (parley_sweep_grid_input (grid, i)->values, places[i]);
  self->opened[index]
      = self->source->open (values, &self->scenarios[index], self->source->data, error);
  return self->opened[index] != NULL;
}

static void
work_out_point (gsize index, gpointer data)
{
  Batch *self = data;
  const ParleySweepGrid *grid = self->sweep->grid;
  guint places[PARLEY_SWEEP_MOST_INPUTS];
  char **row = NULL;

  if (self->opened[index] == NULL)
    return;
  row = parley_sweep_row_new (self->sweep->columns, self->scenarios[index], self->request,
                              &self->errors[index]);
  if (row == NULL)
    return;
  parley_sweep_grid_place (grid, self->first + (guint) index, places);
  for (guint i = 0; i < grid->inputs->len; i++)
    row[i] = g_strdup (g_ptr_array_index (parley_sweep_grid_input (grid, i)->values, places[i]));
  self->rows[index] = row;
}

static gboolean
finish_batch (Batch *self, GError **error)
{
  for (guint i = 0; i < self->n; i++)
    if (self->rows[i] != NULL)
      parley_sweep_take_row (self->sweep, self->first + i, self->rows[i]);
  for (guint i = 0; i < self->n; i++)
    if (self->errors[i] != NULL)
      {
        g_propagate_error (error, g_steal_pointer (&self->errors[i]));
        return FALSE;
      }
  return self->source->keep == NULL
         || self->source->keep (self->first, self->n, self->sweep->rows, self->source->data, error);
}

static gboolean
is_done (const Batch *self)
{
  for (guint i = 0; i < self->n; i++)
    if (g_ptr_array_index (self->sweep->rows, self->first + i) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
run_batch (Batch *self, const ParleyCrew *crew, GError **error)
{
  ParleyCrew silent = { .n_threads = crew == NULL ? 1 : crew->n_threads };
  gboolean fine = TRUE;

  if (is_done (self))
    return TRUE;
  for (guint i = 0; i < self->n && fine; i++)
    fine = open_point (self, i, error);
  if (fine)
    parley_crew_do (&silent, "sweeping", self->n, work_out_point, self);
  for (guint i = 0; i < self->n; i++)
    if (self->opened[i] != NULL)
      self->source->close (self->opened[i]);
  fine = fine && finish_batch (self, error);
  for (guint i = 0; i < self->n; i++)
    g_clear_error (&self->errors[i]);
  return fine;
}

gboolean
parley_sweep_run (ParleySweep *self,
                  const ParleySweepSource *source,
                  const ParleyAgreementRequest *request,
                  GError **error)
{
  ParleyAgreementRequest alone = *request;

  /* Points go side by side, not what makes up one. */
  alone.crew = NULL;
  for (guint first = 0; first < self->grid->n_points; first += BATCH)
    {
      Batch batch = { .sweep = self,
                      .source = source,
                      .request = &alone,
                      .first = first,
                      .n = MIN (BATCH, self->grid->n_points - first) };

      parley_crew_tell (request->crew, "sweeping", first, self->grid->n_points);
      if (!run_batch (&batch, request->crew, error))
        return FALSE;
    }
  return parley_sweep_find_flips (self, source, &alone, request->crew, error);
}
