/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sweep.h"

static ParleyJson *
inputs_to_json (const ParleySweepGrid *grid)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < grid->inputs->len; i++)
    {
      const ParleySweepInput *input = parley_sweep_grid_input (grid, i);
      ParleyJson *object = json_object_new_object ();
      ParleyJson *values = json_object_new_array ();

      for (guint v = 0; v < input->values->len; v++)
        json_object_array_add (values, parley_json_string (g_ptr_array_index (input->values, v)));
      json_object_object_add (object, "path", parley_json_string (input->path));
      json_object_object_add (object, "values", values);
      json_object_array_add (list, object);
    }
  return list;
}

/* The values of the inputs at @point, but that of @without (-1: all). */
static ParleyJson *
place_to_json (const ParleySweep *sweep, guint point, int without)
{
  ParleyJson *object = json_object_new_object ();

  for (guint i = 0; i < sweep->grid->inputs->len; i++)
    if ((int) i != without)
      json_object_object_add (object, parley_sweep_grid_input (sweep->grid, i)->path,
                              parley_json_string (parley_sweep_get (sweep, point, i)));
  return object;
}

/* A score is written as a number, all else as a string. */
static ParleyJson *
cell_to_json (const ParleySweepColumn *column, const char *cell)
{
  if (cell == NULL || column->kind != PARLEY_SWEEP_SCORE)
    return parley_json_string (cell);
  return parley_json_double (g_ascii_strtod (cell, NULL));
}

/* The Nash deal; null when there is none. */
static ParleyJson *
nash_to_json (const ParleySweep *sweep, guint point)
{
  ParleyJson *object = json_object_new_object ();
  ParleyJson *scores = json_object_new_object ();
  ParleyJson *terms = json_object_new_object ();
  gboolean some = FALSE;

  for (guint c = 0; c < sweep->columns->len; c++)
    {
      const ParleySweepColumn *column = parley_sweep_column (sweep->columns, c);
      const char *cell = parley_sweep_get (sweep, point, c);

      if (column->kind == PARLEY_SWEEP_SCORE)
        json_object_object_add (scores, column->party, cell_to_json (column, cell));
      if (column->kind == PARLEY_SWEEP_TERM)
        json_object_object_add (terms, column->issue, parley_json_string (cell));
      some |= cell != NULL
              && (column->kind == PARLEY_SWEEP_SCORE || column->kind == PARLEY_SWEEP_TERM);
    }
  json_object_object_add (object, "scores", scores);
  json_object_object_add (object, "terms", terms);
  if (some)
    return object;
  json_object_put (object);
  return NULL;
}

/* { draft: { "verdict", "parties": { party: verdict } } }; a draft's own column comes first. */
static ParleyJson *
drafts_to_json (const ParleySweep *sweep, guint point)
{
  ParleyJson *drafts = json_object_new_object ();
  ParleyJson *parties = NULL;

  for (guint c = 0; c < sweep->columns->len; c++)
    {
      const ParleySweepColumn *column = parley_sweep_column (sweep->columns, c);
      ParleyJson *verdict = NULL;

      if (column->kind != PARLEY_SWEEP_VERDICT)
        continue;
      verdict = parley_json_string (parley_sweep_get (sweep, point, c));
      if (column->party == NULL)
        {
          ParleyJson *draft = json_object_new_object ();

          parties = json_object_new_object ();
          json_object_object_add (draft, "verdict", verdict);
          json_object_object_add (draft, "parties", parties);
          json_object_object_add (drafts, column->draft, draft);
        }
      else
        json_object_object_add (parties, column->party, verdict);
    }
  return drafts;
}

static ParleyJson *
point_to_json (const ParleySweep *sweep, guint point)
{
  ParleyJson *object = json_object_new_object ();
  ParleyJson *count = NULL;

  json_object_object_add (object, "inputs", place_to_json (sweep, point, -1));
  for (guint c = 0; c < sweep->columns->len; c++)
    {
      const ParleySweepColumn *column = parley_sweep_column (sweep->columns, c);

      if (column->kind == PARLEY_SWEEP_DEAL)
        json_object_object_add (object, "deal",
                                parley_json_string (parley_sweep_get (sweep, point, c)));
      if (column->kind == PARLEY_SWEEP_COUNT)
        count = parley_json_string (parley_sweep_get (sweep, point, c));
    }
  json_object_object_add (object, "acceptable", count);
  json_object_object_add (object, "nash", nash_to_json (sweep, point));
  json_object_object_add (object, "drafts", drafts_to_json (sweep, point));
  return object;
}

static ParleyJson *
exact_text (mpq_srcptr number)
{
  g_autofree char *text = parley_exact_to_text (number, 40);

  return parley_json_string (text);
}

/* The value, or the two between which it lies; null where what is varied is no number. */
static void
add_place (ParleyJson *object, const ParleyFlip *flip, gboolean numeric)
{
  static const char *const words[] = {
    [PARLEY_FLIP_EXACT] = "exact", [PARLEY_FLIP_BETWEEN] = "halved", [PARLEY_FLIP_POINTS] = "points"
  };
  gboolean exact = flip->kind == PARLEY_FLIP_EXACT;
  mpq_t width;

  mpq_init (width);
  mpq_sub (width, flip->high, flip->low);
  mpq_abs (width, width);
  json_object_object_add (object, "known", parley_json_string (words[flip->kind]));
  json_object_object_add (object, "at", exact ? parley_json_exact (flip->low) : NULL);
  json_object_object_add (object, "at_exact", exact ? exact_text (flip->low) : NULL);
  json_object_object_add (object, "at_once",
                          exact ? json_object_new_boolean (flip->at_once) : NULL);
  json_object_object_add (object, "first", numeric ? parley_json_exact (flip->low) : NULL);
  json_object_object_add (object, "last", numeric ? parley_json_exact (flip->high) : NULL);
  json_object_object_add (object, "width", numeric ? parley_json_exact (width) : NULL);
  mpq_clear (width);
}

static ParleyJson *
flip_to_json (const ParleySweep *sweep, const ParleyFlip *flip)
{
  const ParleySweepColumn *column = parley_sweep_column (sweep->columns, flip->column);
  const ParleySweepInput *input = parley_sweep_grid_input (sweep->grid, flip->input);
  guint next = flip->point + parley_sweep_grid_stride (sweep->grid, flip->input);
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (
      object, "of", parley_json_string (column->kind == PARLEY_SWEEP_DEAL ? "deal" : "verdict"));
  json_object_object_add (object, "draft", parley_json_string (column->draft));
  json_object_object_add (object, "party", parley_json_string (column->party));
  json_object_object_add (object, "input", parley_json_string (input->path));
  json_object_object_add (object, "others", place_to_json (sweep, flip->point, (int) flip->input));
  json_object_object_add (object, "from",
                          parley_json_string (parley_sweep_get (sweep, flip->point, flip->input)));
  json_object_object_add (object, "to",
                          parley_json_string (parley_sweep_get (sweep, next, flip->input)));
  json_object_object_add (object, "before", parley_json_string (flip->before));
  json_object_object_add (object, "after", parley_json_string (flip->after));
  add_place (object, flip, input->numbers != NULL);
  return object;
}

ParleyJson *
parley_sweep_to_json (const ParleySweep *sweep, const ParleyScenario *scenario)
{
  ParleyJson *root = json_object_new_object ();
  ParleyJson *points = json_object_new_array ();
  ParleyJson *flips = json_object_new_array ();

  json_object_object_add (root, "format", parley_json_string ("parley-sweep/1"));
  json_object_object_add (root, "title", parley_json_string (scenario->title));
  json_object_object_add (root, "as_of", parley_json_string (scenario->as_of));
  json_object_object_add (root, "rounded",
                          json_object_new_boolean (parley_sweep_is_rounded (scenario)));
  json_object_object_add (root, "inputs", inputs_to_json (sweep->grid));
  for (guint point = 0; point < sweep->rows->len; point++)
    json_object_array_add (points, point_to_json (sweep, point));
  json_object_object_add (root, "points", points);
  for (guint f = 0; f < sweep->flips->len; f++)
    json_object_array_add (flips, flip_to_json (sweep, g_ptr_array_index (sweep->flips, f)));
  json_object_object_add (root, "flips", flips);
  return root;
}
