/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/about.h"
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/progress.h"
#include "cli/render.h"
#include "cli/sweep_points.h"
#include "report/sweep.h"
#include "scenario/value_text.h"
#include "store/run_store.h"

/* Changes when the same input would give other results. */
#define RESULTS_VERSION "parley-sweep/1"

static char **vary;
static gboolean count;
static gboolean show_all;

static const GOptionEntry entries[] = {
  { "vary", 'v', 0, G_OPTION_ARG_FILENAME_ARRAY, &vary,
    "let a value run from FROM to TO, or through a list; up to three at once",
    "PATH=FROM:TO:STEP|PATH=A,B,C" },
  { "count", 0, 0, G_OPTION_ARG_NONE, &count,
    "count the acceptable deals of each point, which takes most of the time when there are many",
    NULL },
  { "all", 'a', 0, G_OPTION_ARG_NONE, &show_all, "show every point and every turn", NULL },
  { NULL },
};

/* What a sweep is made of while it runs. */
typedef struct
{
  ParleySweepPoints points;
  ParleyRunStore   *store; /* NULL: none */
} Run;

static gpointer
open_point (const char *const *values,
            const ParleyScenario **scenario,
            gpointer data,
            GError **error)
{
  Run *self = data;

  return parley_sweep_points_open (values, scenario, &self->points, error);
}

static gboolean
keep (guint first, guint n, const GPtrArray *rows, gpointer data, GError **error)
{
  const Run *self = data;

  return self->store == NULL || parley_run_store_write (self->store, first, n, rows, error);
}

/* Values that are no numbers may name files: what is in these counts. */
static gboolean
digest_values (const Run *self, guint input, GChecksum *checksum, GError **error)
{
  const ParleySweepInput *varied = parley_sweep_grid_input (self->points.grid, input);
  const char *values[PARLEY_SWEEP_MOST_INPUTS];

  for (guint i = 0; i < self->points.grid->inputs->len; i++)
    values[i] = g_ptr_array_index (parley_sweep_grid_input (self->points.grid, i)->values, 0);
  for (guint v = 0; varied->numbers == NULL && v < varied->values->len; v++)
    {
      g_autoptr(ParleyLoaded) loaded = NULL;
      g_autofree char *text = NULL;

      values[input] = g_ptr_array_index (varied->values, v);
      loaded = parley_sweep_points_load (&self->points, values, error);
      if (loaded == NULL)
        return FALSE;
      text = parley_node_to_setting (loaded->tree);
      g_checksum_update (checksum, (const guchar *) text, -1);
    }
  return TRUE;
}

/* Of all that results follow from but options. Returns: (transfer full): NULL with @error set. */
static char *
fingerprint (const Run *self, GError **error)
{
  GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *tree = parley_node_to_setting (self->points.base->tree);
  gboolean fine = TRUE;
  char *digest = NULL;

  g_checksum_update (checksum, (const guchar *) RESULTS_VERSION, -1);
  g_checksum_update (checksum, (const guchar *) tree, -1);
  for (guint i = 0; i < self->points.grid->inputs->len && fine; i++)
    {
      g_checksum_update (checksum, (const guchar *) vary[i], -1);
      g_checksum_update (checksum, (const guchar *) "\n", -1);
      fine = digest_values (self, i, checksum, error);
    }
  if (fine)
    digest = g_strdup (g_checksum_get_string (checksum));
  g_checksum_free (checksum);
  return digest;
}

/* "licence.json --case dry --vary parties.owner.reservation=50:70:5" */
static char *
about (const Run *self)
{
  GString *text = parley_about (self->points.options);

  for (guint i = 0; vary[i] != NULL; i++)
    g_string_append_printf (text, " --vary %s", vary[i]);
  return g_string_free (text, FALSE);
}

static gboolean
fits (guint point, char *const *row, gpointer data)
{
  return parley_sweep_admits (data, point, row);
}

/* Takes the points that the database has already. */
static gboolean
take_kept (const Run *self, ParleySweep *sweep, GError **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  ParleyRunChecker checker = { fits, sweep };
  gboolean fine = FALSE;

  g_ptr_array_set_size (rows, (int) sweep->grid->n_points);
  fine = parley_run_store_read (self->store, rows, &checker, error);
  for (guint point = 0; point < rows->len; point++)
    if (g_ptr_array_index (rows, point) != NULL)
      parley_sweep_take_row (sweep, point, g_ptr_array_index (rows, point));
  return fine;
}

/* "512M", as --memory takes it. */
static char *
memory_words (gsize bytes)
{
  static const char *const suffixes[] = { "", "K", "M", "G" };
  guint thousands = 0;

  for (; thousands + 1 < G_N_ELEMENTS (suffixes) && bytes % 1000 == 0; bytes /= 1000)
    thousands++;
  return g_strdup_printf ("%" G_GSIZE_FORMAT "%s", bytes, suffixes[thousands]);
}

/* Opens the database and takes what it has already. */
static gboolean
open_store (Run *self, ParleySweep *sweep, GError **error)
{
  g_autofree char *mark = fingerprint (self, error);
  g_autofree char *words = about (self);
  g_autofree char *memory = memory_words (self->points.options->memory);
  ParleyRunOption options[] = { { "--count", count ? "on" : "off" }, { "--memory", memory } };
  g_autofree const char **names = g_new (const char *, sweep->columns->len);
  g_autofree gboolean *numbers = g_new (gboolean, sweep->columns->len);
  g_autofree gboolean *required = g_new (gboolean, sweep->columns->len);
  ParleyRunShape shape = {
    &parley_run_sweep,   mark,  words,   options, G_N_ELEMENTS (options), sweep->grid->n_points,
    sweep->columns->len, names, numbers, required
  };

  if (mark == NULL)
    return FALSE;
  for (guint c = 0; c < sweep->columns->len; c++)
    {
      names[c] = parley_sweep_column (sweep->columns, c)->name;
      numbers[c] = parley_sweep_column (sweep->columns, c)->kind == PARLEY_SWEEP_SCORE;
      required[c] = parley_sweep_column_is_required (parley_sweep_column (sweep->columns, c));
    }
  self->store = parley_run_store_open (self->points.options->output, &shape, error);
  return self->store != NULL && take_kept (self, sweep, error);
}

/* Of several processes the first keeps points. */
static gboolean
is_keeper (const ParleyOptions *options)
{
  return parley_run_store_is_named (options->output)
         && (options->fleet == NULL || options->fleet->rank == 0);
}

static gboolean
work_out (Run *self, ParleySweep *sweep, GError **error)
{
  ParleyProgressLine line = parley_progress_line (self->points.options);
  ParleyCrew crew = parley_progress_crew (&line, self->points.options);
  ParleyBudget budget = parley_budget_usual (self->points.options->memory);
  ParleyAgreementRequest request = { count, &crew, self->points.options->memory, &budget, NULL };
  ParleySweepSource source = { open_point, parley_sweep_points_close, keep, self };
  gboolean fine = FALSE;

  if (is_keeper (self->points.options) && !open_store (self, sweep, error))
    return FALSE;
  fine = parley_sweep_run (sweep, &source, &request, error);
  parley_progress_end (&line);
  return fine;
}

static void
render (const ParleyOptions *options,
        const ParleySweep *sweep,
        const ParleyScenario *scenario,
        GString *result)
{
  if (options->format == PARLEY_FORMAT_JSON)
    parley_render_json (parley_sweep_to_json (sweep, scenario), result);
  else if (options->format == PARLEY_FORMAT_CSV)
    parley_render_csv (parley_sweep_to_table (sweep), result);
  else
    parley_render_document (options, parley_sweep_to_document (sweep, scenario, show_all), result);
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  ParleyExit status = PARLEY_EXIT_DONE;
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleySweepGrid) grid = parley_sweep_grid_new ((const char *const *) vary, &error);
  g_autoptr(ParleyLoaded) base = NULL;
  g_autoptr(ParleySweep) sweep = NULL;
  Run self = { { options, options->arguments[0], NULL, grid }, NULL };
  gboolean fine = FALSE;

  if (grid == NULL)
    {
      (void) parley_choose_refuse (&error);
      return parley_input_fail (error);
    }
  base = parley_input_load (options, options->arguments[0], &status);
  if (base == NULL)
    return status;
  self.points.base = base;
  sweep = parley_sweep_new (g_steal_pointer (&grid),
                            parley_sweep_columns_new (base->scenario, self.points.grid, count));
  fine = work_out (&self, sweep, &error);
  parley_run_store_close (self.store);
  if (!fine)
    return parley_input_fail (error);
  render (options, sweep, base->scenario, result);
  return PARLEY_EXIT_DONE;
}

static const char details[]
    = "Works the scenario out at every combination of the values: whether there is a deal, the\n"
      "verdict on each draft, and the Nash deal. Where a verdict or the existence of a deal turns\n"
      "from one point to the next, the value at which it does is solved exactly, or halved in.\n"
      "With --output FILE.sqlite the points go to a database; a sweep that was broken off goes on\n"
      "from there when it is asked for again.";

const ParleyCommand parley_cmd_sweep = {
  .name = "sweep",
  .arguments = "FILE",
  .summary = "vary inputs and find where verdicts and deals turn",
  .details = details,
  .min_arguments = 1,
  .max_arguments = 1,
  .takes = PARLEY_TAKES_FORMAT | PARLEY_TAKES_OUTPUT | PARLEY_TAKES_CHANGES | PARLEY_TAKES_QUIET
           | PARLEY_TAKES_THREADS | PARLEY_TAKES_MEMORY,
  .entries = entries,
  .divides = TRUE,
  .writes_output = parley_run_store_is_named,
  .run = run,
};
