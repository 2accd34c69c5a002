/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sweep.h"
#include "report/title.h"
#include "report/words.h"

#include <string.h>

/* So many points are shown. */
#define POINTS_SHOWN 20

static guint
find_column (const ParleySweep *sweep, ParleySweepKind kind)
{
  guint c = 0;

  while (c < sweep->columns->len && parley_sweep_column (sweep->columns, c)->kind != kind)
    c++;
  return c;
}

static guint
count_deals (const ParleySweep *sweep)
{
  guint column = find_column (sweep, PARLEY_SWEEP_DEAL);
  guint n = 0;

  for (guint point = 0; point < sweep->rows->len; point++)
    n += (guint) (strcmp (parley_sweep_get (sweep, point, column), "yes") == 0);
  return n;
}

/* Where, along a single input, it turns whether there is a deal: " There is none any more
 * above 80.1." */
static void
append_turns_of_deals (GString *answer, const ParleySweep *sweep)
{
  guint column = find_column (sweep, PARLEY_SWEEP_DEAL);

  for (guint f = 0; sweep->grid->inputs->len == 1 && f < sweep->flips->len; f++)
    {
      const ParleyFlip *flip = g_ptr_array_index (sweep->flips, f);
      g_autofree char *place = NULL;

      if (flip->column != column || flip->after == NULL)
        continue;
      place = parley_sweep_place_words (sweep, flip);
      if (g_str_equal (flip->after, "no"))
        g_string_append_printf (answer, " There is none any more %s.", place);
      else if (g_str_equal (flip->after, "yes"))
        g_string_append_printf (answer, " There is one %s.", place);
    }
}

static void
append_number_of_turns (GString *answer, const ParleySweep *sweep)
{
  if (sweep->flips->len == 0)
    g_string_append (answer, " Nothing turns from one point to the next.");
  else if (sweep->flips->len == 1)
    g_string_append (answer, " From one point to the next that or a verdict turns once.");
  else
    g_string_append_printf (answer, " From one point to the next that or a verdict turns %u times.",
                            sweep->flips->len);
}

static void
add_answer (ParleyDocument *document, const ParleySweep *sweep, const ParleyScenario *scenario)
{
  guint n = sweep->rows->len;
  guint n_deals = count_deals (sweep);
  g_autoptr(GString) answer = g_string_new (NULL);
  g_autofree char *everyone = parley_sweep_n_deciding (sweep, scenario) == 0
                                  ? g_strdup ("all that decide")
                                  : parley_words_everyone (scenario);
  g_autofree char *points = parley_words_counted (n, "point", "points");

  if (n_deals == 0)
    g_string_append_printf (answer, "At none of %s a deal is acceptable to %s.", points, everyone);
  else if (n_deals == n)
    g_string_append_printf (answer, "At each of %s a deal is acceptable to %s.", points, everyone);
  else
    g_string_append_printf (answer, "At %u of %s a deal is acceptable to %s.", n_deals, points,
                            everyone);
  append_turns_of_deals (answer, sweep);
  append_number_of_turns (answer, sweep);
  parley_document_lead (document, "%s", answer->str);
}

static void
add_inputs (ParleyDocument *document, const ParleySweep *sweep)
{
  for (guint i = 0; i < sweep->grid->inputs->len; i++)
    {
      const ParleySweepInput *input = parley_sweep_grid_input (sweep->grid, i);
      g_autofree char *first
          = parley_sweep_value_words (input, g_ptr_array_index (input->values, 0));
      g_autofree char *last = parley_sweep_value_words (
          input, g_ptr_array_index (input->values, input->values->len - 1));

      parley_document_entry (document, "Varied", "%s, %u values from %s to %s", input->path,
                             input->values->len, first, last);
    }
}

/* "us-12feb, ua-14feb in part": the drafts that all accept at a point. */
static char *
accepted_words (const ParleySweep *sweep, guint point)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint c = 0; c < sweep->columns->len; c++)
    {
      const ParleySweepColumn *column = parley_sweep_column (sweep->columns, c);
      const char *cell = parley_sweep_get (sweep, point, c);

      if (column->kind != PARLEY_SWEEP_VERDICT || column->party != NULL || cell == NULL
          || (!g_str_equal (cell, "accepts") && !g_str_equal (cell, "depends")))
        continue;
      g_string_append_printf (text, "%s%s%s", text->len == 0 ? "" : ", ", column->draft,
                              g_str_equal (cell, "depends") ? " in part" : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "64.3": a score with one decimal. */
static char *
score_words (const char *cell)
{
  char *text = NULL;
  mpq_t score;

  if (cell == NULL)
    return NULL;
  mpq_init (score);
  mpq_set_d (score, g_ascii_strtod (cell, NULL));
  text = parley_words_points (score);
  mpq_clear (score);
  return text;
}

static char *
deals_words (const ParleySweep *sweep, guint point)
{
  guint count = find_column (sweep, PARLEY_SWEEP_COUNT);
  const char *deal = parley_sweep_get (sweep, point, find_column (sweep, PARLEY_SWEEP_DEAL));
  const char *cell = count < sweep->columns->len ? parley_sweep_get (sweep, point, count) : NULL;
  char *text = NULL;
  mpz_t number;

  if (cell == NULL)
    return g_strdup (deal);
  mpz_init_set_str (number, cell, 10);
  text = parley_words_count (number);
  mpz_clear (number);
  return text;
}

static void
add_point (ParleyTable *table, const ParleySweep *sweep, guint point)
{
  parley_table_row (table);
  for (guint i = 0; i < sweep->grid->inputs->len; i++)
    parley_table_take_cell (table, parley_sweep_value (sweep, point, i));
  parley_table_take_cell (table, deals_words (sweep, point));
  for (guint c = 0; c < sweep->columns->len; c++)
    if (parley_sweep_column (sweep->columns, c)->kind == PARLEY_SWEEP_SCORE)
      parley_table_take_cell (table, score_words (parley_sweep_get (sweep, point, c)));
  parley_table_take_cell (table, accepted_words (sweep, point));
}

static void
add_point_columns (ParleyTable *table, const ParleySweep *sweep, const ParleyScenario *scenario)
{
  guint n_scores = 0;

  for (guint i = 0; i < sweep->grid->inputs->len; i++)
    {
      const ParleySweepInput *input = parley_sweep_grid_input (sweep->grid, i);

      parley_table_column (table, parley_sweep_short_path (input->path),
                           input->numbers != NULL ? PARLEY_COLUMN_NUMBER : PARLEY_COLUMN_LABEL);
    }
  parley_table_column (table, "deals", PARLEY_COLUMN_NUMBER);
  for (guint c = 0; c < sweep->columns->len; c++)
    n_scores += parley_sweep_column (sweep->columns, c)->kind == PARLEY_SWEEP_SCORE;
  if (n_scores > 0)
    parley_table_group (table, "Nash deal", n_scores);
  for (guint c = 0; c < sweep->columns->len; c++)
    {
      const ParleySweepColumn *column = parley_sweep_column (sweep->columns, c);

      if (column->kind == PARLEY_SWEEP_SCORE)
        parley_table_column (table,
                             parley_scenario_party (scenario, (guint) parley_scenario_find_party (
                                                                  scenario, column->party))
                                 ->title,
                             PARLEY_COLUMN_NUMBER);
    }
  parley_table_column (table,
                       parley_sweep_n_deciding (sweep, scenario) == 2 ? "Drafts that both accept"
                                                                      : "Drafts that all accept",
                       PARLEY_COLUMN_TEXT);
}

static void
add_points (ParleyDocument *document,
            const ParleySweep *sweep,
            const ParleyScenario *scenario,
            gboolean all)
{
  guint n = all ? sweep->rows->len : MIN (sweep->rows->len, POINTS_SHOWN);
  ParleyTable *table = NULL;

  parley_document_heading (document, 2, "The points");
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  add_point_columns (table, sweep, scenario);
  for (guint point = 0; point < n; point++)
    add_point (table, sweep, point);
  if (n < sweep->rows->len)
    parley_table_note (table, "%u more points (--all)", sweep->rows->len - n);
}

ParleyDocument *
parley_sweep_to_document (const ParleySweep *sweep, const ParleyScenario *scenario, gboolean all)
{
  ParleyDocument *document = parley_document_new ();

  parley_title_add (document, scenario, parley_sweep_is_rounded (scenario));
  add_answer (document, sweep, scenario);
  add_inputs (document, sweep);
  parley_sweep_add_flips (document, sweep, scenario, all);
  add_points (document, sweep, scenario, all);
  return document;
}
