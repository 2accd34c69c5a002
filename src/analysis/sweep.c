/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/sweep.h"

#include <string.h>

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

  return utilities != NULL && parley_utilities_rounded (utilities);
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
  GMutex                        lock; /* of the source */
} Batch;

/* A row as bytes: of each cell whether there is one, and its text. */
static GBytes *
row_to_bytes (const ParleySweep *self, char *const *row)
{
  GByteArray *bytes = g_byte_array_new ();

  for (guint c = 0; c < self->columns->len; c++)
    {
      guint8 there = row[c] != NULL;

      g_byte_array_append (bytes, &there, 1);
      if (there)
        g_byte_array_append (bytes, (const guint8 *) row[c], (guint) strlen (row[c]) + 1);
    }
  return g_byte_array_free_to_bytes (bytes);
}

static char **
row_from_bytes (const ParleySweep *self, GBytes *bytes)
{
  const char *at = g_bytes_get_data (bytes, NULL);
  char **row = g_new0 (char *, MAX (1, self->columns->len));

  for (guint c = 0; c < self->columns->len; c++)
    if (*at++ != 0)
      {
        row[c] = g_strdup (at);
        at += strlen (at) + 1;
      }
  return row;
}

static void
row_free (const ParleySweep *self, char **row)
{
  for (guint c = 0; c < self->columns->len; c++)
    g_free (row[c]);
  g_free (row);
}

static gpointer
open_point (Batch *self, guint point, const ParleyScenario **scenario, GError **error)
{
  const ParleySweepGrid *grid = self->sweep->grid;
  guint places[PARLEY_SWEEP_MOST_INPUTS];
  const char *values[PARLEY_SWEEP_MOST_INPUTS] = { NULL };
  gpointer opened = NULL;

  parley_sweep_grid_place (grid, point, places);
  for (guint i = 0; i < grid->inputs->len; i++)
    values[i] = g_ptr_array_index (parley_sweep_grid_input (grid, i)->values, places[i]);
  g_mutex_lock (&self->lock);
  opened = self->source->open (values, scenario, self->source->data, error);
  g_mutex_unlock (&self->lock);
  return opened;
}

static void
close_point (Batch *self, gpointer opened)
{
  g_mutex_lock (&self->lock);
  self->source->close (opened);
  g_mutex_unlock (&self->lock);
}

static GBytes *
produce_row (gsize index, gpointer data, GError **error)
{
  Batch *self = data;
  const ParleySweepGrid *grid = self->sweep->grid;
  const ParleyScenario *scenario = NULL;
  guint places[PARLEY_SWEEP_MOST_INPUTS];
  gpointer opened = open_point (self, self->first + (guint) index, &scenario, error);
  char **row = NULL;
  GBytes *bytes = NULL;

  if (opened == NULL)
    return NULL;
  row = parley_sweep_row_new (self->sweep->columns, scenario, self->request, error);
  close_point (self, opened);
  if (row == NULL)
    return NULL;
  parley_sweep_grid_place (grid, self->first + (guint) index, places);
  for (guint i = 0; i < grid->inputs->len; i++)
    row[i] = g_strdup (g_ptr_array_index (parley_sweep_grid_input (grid, i)->values, places[i]));
  bytes = row_to_bytes (self->sweep, row);
  row_free (self->sweep, row);
  return bytes;
}

static gboolean
has_row (const ParleySweep *self, guint point)
{
  return g_ptr_array_index (self->rows, point) != NULL;
}

static gboolean
is_done (const Batch *self)
{
  for (guint i = 0; i < self->n; i++)
    if (!has_row (self->sweep, self->first + i))
      return FALSE;
  return TRUE;
}

/* Takes the rows that came out, also where others failed. */
static void
take_rows (Batch *self, GBytes **parts)
{
  for (guint i = 0; i < self->n; i++)
    {
      if (parts[i] != NULL && !has_row (self->sweep, self->first + i))
        parley_sweep_take_row (self->sweep, self->first + i,
                               row_from_bytes (self->sweep, parts[i]));
      g_clear_pointer (&parts[i], g_bytes_unref);
    }
}

static gboolean
keep_rows (const Batch *self, GError **error)
{
  return self->source->keep == NULL
         || self->source->keep (self->first, self->n, self->sweep->rows, self->source->data, error);
}

/* Where there is a fleet, another process may lack what this one has. */
static gboolean
run_batch (Batch *self, const ParleyCrew *crew, GError **error)
{
  ParleyCrew silent = { .n_threads = crew == NULL ? 1 : crew->n_threads,
                        .fleet = crew == NULL ? NULL : crew->fleet };
  GBytes *parts[BATCH] = { NULL };
  gboolean fine = TRUE;

  if (silent.fleet == NULL && is_done (self))
    return TRUE;
  for (guint i = 0; i < self->n; i++)
    if (has_row (self->sweep, self->first + i))
      parts[i] = row_to_bytes (self->sweep, g_ptr_array_index (self->sweep->rows, self->first + i));
  g_mutex_init (&self->lock);
  fine = parley_crew_collect (&silent, "sweeping", self->n, produce_row, self, parts, error);
  g_mutex_clear (&self->lock);
  take_rows (self, parts);
  return fine && keep_rows (self, error);
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
