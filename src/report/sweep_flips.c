/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sweep.h"
#include "report/words.h"

#include <string.h>

/* So many lines are shown, and in each so many places of the other inputs named. */
#define GROUPS_SHOWN 30
#define OTHERS_NAMED 4

/* Decimal places of a value at which something turns. */
#define PLACES 4

const char *
parley_sweep_short_path (const char *path)
{
  const char *last = strrchr (path, '.');
  const char *start = last;

  while (start != NULL && start > path && *(start - 1) != '.')
    start--;
  return start == NULL ? path : start;
}

char *
parley_sweep_value_words (const ParleySweepInput *input, const char *value)
{
  if (g_str_has_suffix (input->path, ".use"))
    return g_path_get_basename (value);
  return g_strdup (value);
}

char *
parley_sweep_value (const ParleySweep *sweep, guint point, guint input)
{
  return parley_sweep_value_words (parley_sweep_grid_input (sweep->grid, input),
                                   parley_sweep_get (sweep, point, input));
}

static gboolean
is_part (const char *part, const char *name)
{
  return g_str_equal (part, name) || g_str_equal (part, "*");
}

/* Whether @path leads to the role of a party, or to all of a party. */
static gboolean
leads_to_role (const char *path)
{
  g_auto(GStrv) parts = g_strsplit (path, ".", 4);
  guint n = g_strv_length (parts);

  return n > 0 && is_part (parts[0], "parties") && (n < 3 || is_part (parts[2], "role"));
}

guint
parley_sweep_n_deciding (const ParleySweep *sweep, const ParleyScenario *scenario)
{
  for (guint i = 0; i < sweep->grid->inputs->len; i++)
    if (leads_to_role (parley_sweep_grid_input (sweep->grid, i)->path))
      return 0;
  return parley_words_n_deciding (scenario);
}

/* "12 Feb, US draft: Ukraine"; what a flip is of. */
static char *
subject_of (const ParleySweep *sweep,
            const ParleySweepColumn *column,
            const ParleyScenario *scenario)
{
  guint n_deciding = parley_sweep_n_deciding (sweep, scenario);
  int draft = column->draft == NULL ? -1 : parley_scenario_find_draft (scenario, column->draft);
  int party = column->party == NULL ? -1 : parley_scenario_find_party (scenario, column->party);
  g_autofree char *name = NULL;

  if (draft < 0)
    return g_strdup ("Acceptable deal");
  name = parley_words_draft (parley_scenario_draft (scenario, (guint) draft), scenario->as_of);
  if (party >= 0)
    return g_strdup_printf ("%s: %s", name, parley_scenario_party (scenario, (guint) party)->title);
  return g_strdup_printf ("%s: %s", name,
                          n_deciding == 0   ? "all that decide"
                          : n_deciding == 2 ? "both sides"
                                            : "all sides");
}

/* "47.55", or cut off "18.0512…". */
static char *
number_words (mpq_srcptr number)
{
  g_autofree char *exact = parley_exact_to_text (number, PLACES);
  g_autofree char *near = parley_exact_format (number, PLACES);

  return strchr (exact, '/') == NULL ? g_steal_pointer (&exact) : g_strconcat (near, "…", NULL);
}

char *
parley_sweep_place_words (const ParleySweep *sweep, const ParleyFlip *flip)
{
  const ParleySweepInput *input = parley_sweep_grid_input (sweep->grid, flip->input);
  guint next = flip->point + parley_sweep_grid_stride (sweep->grid, flip->input);
  g_autofree char *from = parley_sweep_value (sweep, flip->point, flip->input);
  g_autofree char *to = parley_sweep_value (sweep, next, flip->input);
  g_autofree char *low = number_words (flip->low);
  g_autofree char *high = number_words (flip->high);
  gboolean upwards = TRUE;
  guint places[PARLEY_SWEEP_MOST_INPUTS];

  if (flip->kind == PARLEY_FLIP_BETWEEN)
    return g_strdup_printf ("between %s and %s", low, high);
  if (flip->kind == PARLEY_FLIP_POINTS)
    return g_strdup_printf ("between %s and %s", from, to);
  parley_sweep_grid_place (sweep->grid, flip->point, places);
  upwards = mpq_cmp ((mpq_ptr) g_ptr_array_index (input->numbers, places[flip->input]),
                     (mpq_ptr) g_ptr_array_index (input->numbers, places[flip->input] + 1))
            < 0;
  if (flip->at_once)
    return g_strdup_printf ("from %s %s", low, upwards ? "up" : "down");
  return g_strdup_printf ("%s %s", upwards ? "above" : "below", low);
}

/* Flips that differ only in where the other inputs stand. */
typedef struct
{
  const ParleyFlip *first;
  GPtrArray        *flips; /* of ParleyFlip */
} Group;

static void
group_free (Group *self)
{
  g_ptr_array_unref (self->flips);
  g_free (self);
}

static char *
key_of (const ParleySweep *sweep, const ParleyFlip *flip)
{
  g_autofree char *low = parley_exact_to_text (flip->low, 0);
  g_autofree char *high = parley_exact_to_text (flip->high, 0);
  guint places[PARLEY_SWEEP_MOST_INPUTS];

  parley_sweep_grid_place (sweep->grid, flip->point, places);
  return g_strdup_printf ("%u %u %u %d %d %s %s %s %s", flip->column, flip->input,
                          places[flip->input], (int) flip->kind, flip->at_once, low, high,
                          flip->before != NULL ? flip->before : "",
                          flip->after != NULL ? flip->after : "");
}

/* In the order of their first flips. */
static GPtrArray *
group_flips (const ParleySweep *sweep)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);

  for (guint f = 0; f < sweep->flips->len; f++)
    {
      ParleyFlip *flip = g_ptr_array_index (sweep->flips, f);
      char *key = key_of (sweep, flip);
      Group *group = g_hash_table_lookup (known, key);

      if (group == NULL)
        {
          group = g_new0 (Group, 1);
          group->first = flip;
          group->flips = g_ptr_array_new ();
          g_ptr_array_add (groups, group);
          g_hash_table_insert (known, key, group);
        }
      else
        g_free (key);
      g_ptr_array_add (group->flips, flip);
    }
  return groups;
}

/* "us.reservation 45": where the other inputs stand; with @bare only the value. */
static void
append_others (GString *text, const ParleySweep *sweep, const ParleyFlip *flip, gboolean bare)
{
  const char *comma = "";

  for (guint i = 0; i < sweep->grid->inputs->len; i++)
    {
      g_autofree char *value = parley_sweep_value (sweep, flip->point, i);

      if (i == flip->input)
        continue;
      g_string_append (text, comma);
      if (!bare)
        g_string_append_printf (
            text, "%s ", parley_sweep_short_path (parley_sweep_grid_input (sweep->grid, i)->path));
      g_string_append (text, value);
      comma = ", ";
    }
}

/* Of all flips of a group. */
static char *
others_words (const ParleySweep *sweep, const Group *group)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const ParleySweepInput *input = parley_sweep_grid_input (sweep->grid, group->first->input);
  gboolean two = sweep->grid->inputs->len == 2;

  if (group->flips->len == sweep->grid->n_points / input->values->len)
    return g_strdup ("everywhere");
  for (guint i = 0; i < MIN (group->flips->len, OTHERS_NAMED); i++)
    {
      g_string_append (text, i == 0 ? "" : two ? ", " : "; ");
      append_others (text, sweep, g_ptr_array_index (group->flips, i), two && i > 0);
    }
  if (group->flips->len > OTHERS_NAMED)
    g_string_append_printf (text, "; %u more", group->flips->len - OTHERS_NAMED);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_group (ParleyTable *table,
           const ParleySweep *sweep,
           const ParleyScenario *scenario,
           const Group *group)
{
  const ParleyFlip *flip = group->first;
  gboolean several = sweep->grid->inputs->len > 1;

  parley_table_row (table);
  parley_table_take_cell (
      table, subject_of (sweep, parley_sweep_column (sweep->columns, flip->column), scenario));
  if (several)
    parley_table_cell_text (
        table, parley_sweep_short_path (parley_sweep_grid_input (sweep->grid, flip->input)->path));
  parley_table_take_cell (table, parley_sweep_place_words (sweep, flip));
  parley_table_cell (table, "%s -> %s", flip->before != NULL ? flip->before : "not there",
                     flip->after != NULL ? flip->after : "not there");
  if (several)
    parley_table_take_cell (table, others_words (sweep, group));
}

static gboolean
some_are (const ParleySweep *sweep, ParleyFlipKind kind)
{
  for (guint f = 0; f < sweep->flips->len; f++)
    if (((const ParleyFlip *) g_ptr_array_index (sweep->flips, f))->kind == kind)
      return TRUE;
  return FALSE;
}

static void
add_notes (ParleyTable *table, const ParleySweep *sweep)
{
  if (some_are (sweep, PARLEY_FLIP_EXACT))
    parley_table_note (table, "from, above, below: solved exactly; \"…\" cuts decimals off");
  if (some_are (sweep, PARLEY_FLIP_BETWEEN))
    parley_table_note (table, "between: found by halving the step ten times");
  if (sweep->n_unsolved > 0)
    parley_table_note (table,
                       "Only the first %u were looked at closely; of %u more only the points "
                       "between which they lie are known.",
                       PARLEY_SWEEP_MOST_SOLVED, sweep->n_unsolved);
}

static void
add_columns (ParleyTable *table, gboolean several)
{
  parley_table_column (table, "What turns", PARLEY_COLUMN_TEXT);
  if (several)
    parley_table_column (table, "along", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "where", PARLEY_COLUMN_LABEL);
  parley_table_column (table, "how", PARLEY_COLUMN_LABEL);
  if (several)
    parley_table_column (table, "while", PARLEY_COLUMN_TEXT);
}

void
parley_sweep_add_flips (ParleyDocument *document,
                        const ParleySweep *sweep,
                        const ParleyScenario *scenario,
                        gboolean all)
{
  g_autoptr(GPtrArray) groups = group_flips (sweep);
  guint n = all ? groups->len : MIN (groups->len, GROUPS_SHOWN);
  ParleyTable *table = NULL;

  if (groups->len == 0)
    return;
  parley_document_heading (document, 2, "What turns, and where");
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  add_columns (table, sweep->grid->inputs->len > 1);
  for (guint g = 0; g < n; g++)
    add_group (table, sweep, scenario, g_ptr_array_index (groups, g));
  if (n < groups->len)
    parley_table_note (table, "%u more (--all)", groups->len - n);
  add_notes (table, sweep);
}
