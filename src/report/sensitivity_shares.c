/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/input_words.h"
#include "report/sensitivity_part.h"
#include "report/words.h"

#include <math.h>

/* So many rows are shown, or all when there is one more only. */
#define SHOWN 6

/* Numbers act separately where what each does alone comes to this part of everything. */
#define SEPARATE 0.95

/* Half of a tenth of a percent. */
#define LEAST_SHOWN 0.0005

char *
parley_varied_path (const ParleyScenario *scenario, guint party, const ParleyVaried *doubt)
{
  return doubt->is_ranking
             ? g_strdup_printf ("parties.%s.ranking", parley_scenario_party (scenario, party)->id)
             : parley_input_path (scenario, &doubt->input);
}

static char *
name_of (const ParleyScenario *scenario, const ParleyVaried *doubt)
{
  return doubt->is_ranking ? g_strdup ("Weights, of which only the ranking is given")
                           : parley_words_input_name (scenario, &doubt->input);
}

/* One decimal; never "-0.0". */
static char *
decimal (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  number = floor (number * 10 + 0.5) / 10;
  return g_strdup (g_ascii_formatd (text, sizeof text, "%.1f", number == 0 ? 0 : number));
}

/* By their total index, the largest first; ties in order. */
static guint *
sort_doubts (const ParleySobol *sobol, guint output)
{
  guint *order = g_new (guint, sobol->n_inputs + 1);

  for (guint i = 0; i < sobol->n_inputs; i++)
    {
      guint place = i;

      while (place > 0
             && parley_sobol_index (sobol, output, order[place - 1])->total
                    < parley_sobol_index (sobol, output, i)->total)
        {
          order[place] = order[place - 1];
          place--;
        }
      order[place] = i;
    }
  return order;
}

/* "49.3 %" and "±1.3": never less than a tenth, as the share is shown no finer. */
static void
add_percent (ParleyTable *table, double share, double error)
{
  g_autofree char *percent = decimal (100 * share);
  g_autofree char *width = decimal (MAX (0.1, 100 * error));

  parley_table_cell (table, "%s %%", percent);
  parley_table_cell (table, "±%s", width);
}

static void
add_rows (ParleyTable *table,
          const ParleyScenario *scenario,
          const ParleyImportance *importance,
          guint output,
          gboolean all)
{
  const ParleySobol *sobol = importance->sobol;
  g_autofree guint *order = sort_doubts (sobol, output);
  guint n = all || sobol->n_inputs <= SHOWN + 1 ? sobol->n_inputs : SHOWN;

  for (guint i = 0; i < n; i++)
    {
      const ParleySobolIndex *index = parley_sobol_index (sobol, output, order[i]);

      parley_table_row (table);
      parley_table_take_cell (
          table, name_of (scenario, &g_array_index (importance->doubts, ParleyVaried, order[i])));
      add_percent (table, index->first, index->first_error);
      add_percent (table, index->total, index->total_error);
    }
  if (n == sobol->n_inputs)
    return;
  parley_table_row (table);
  parley_table_cell (table, "%u more (--all)", sobol->n_inputs - n);
}

/* Which completion the shares are of. */
static const char *
completion_words (const ParleyTornado *tornado)
{
  if (!tornado->is_open)
    return "";
  return tornado->highest_decides ? " with the best completion" : " with the worst completion";
}

static double
sum_first (const ParleySobol *sobol, guint output)
{
  double sum = 0;

  for (guint i = 0; i < sobol->n_inputs; i++)
    sum += parley_sobol_index (sobol, output, i)->first;
  return sum;
}

/* Whether some index is shown that none can be. */
static gboolean
strays (const ParleySobol *sobol, guint output)
{
  for (guint i = 0; i < sobol->n_inputs; i++)
    {
      const ParleySobolIndex *index = parley_sobol_index (sobol, output, i);

      if (MIN (index->first, index->total) < -LEAST_SHOWN
          || MAX (index->first, index->total) >= 1 + LEAST_SHOWN)
        return TRUE;
    }
  return FALSE;
}

static void
add_notes (ParleyTable *table,
           const ParleySensitivity *self,
           const ParleySobol *sobol,
           guint output)
{
  double together = MAX (0, 1 - sum_first (sobol, output));
  g_autofree char *rest = decimal (100 * together);
  g_autofree char *points = parley_words_counted (sobol->n_points, "point", "points");
  g_autofree char *evaluations
      = parley_words_counted (sobol->n_evaluations, "evaluation", "evaluations");

  parley_table_note (table, "first: what would go if this number alone were known. total: what "
                            "would be left if all others were. ± is a 95 %% interval.");
  if (together > 1 - SEPARATE)
    parley_table_note (table, "%s %% comes from numbers acting together, not from any one alone.",
                       rest);
  if (strays (sobol, output))
    parley_table_note (table, "A share below 0 or above 100 %% is so by chance of the sample.");
  parley_table_note (table,
                     "Sampled, not exact: %s, %s, %s distribution, seed %" G_GUINT64_FORMAT ".",
                     points, evaluations, parley_spread_to_string (self->spread), self->seed);
}

void
parley_sensitivity_add_shares (ParleyDocument              *document,
                               const ParleySensitivity     *self,
                               const ParleySensitivityPart *part,
                               gboolean                     all)
{
  const ParleyImportance *importance = part->importance;
  const char *what = part->tornado->has_reservation ? "surplus" : "score";
  ParleyTable *table = NULL;
  guint output = 0;

  if (importance == NULL)
    return;
  output = parley_importance_deciding (importance, part->tornado);
  if (importance->sobol->variances[output] == 0)
    {
      parley_document_paragraph (document,
                                 "However its numbers vary within their ranges, its %s stays the "
                                 "same: there is no uncertainty to share out.",
                                 what);
      return;
    }
  {
    g_autofree char *mean = decimal (importance->sobol->means[output]);
    g_autofree char *deviation = decimal (sqrt (importance->sobol->variances[output]));

    table = parley_document_table (document, PARLEY_TABLE_RULED);
    parley_table_caption (table,
                          "All numbers in doubt at once: its %s%s is then %s on average, with a "
                          "standard deviation of %s. Shares of its variance:",
                          what, completion_words (part->tornado), mean, deviation);
  }
  parley_table_column (table, "Number of the model", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "first", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "", PARLEY_COLUMN_RIGHT);
  parley_table_column (table, "total", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "", PARLEY_COLUMN_RIGHT);
  add_rows (table, self->scenario, importance, output, all);
  add_notes (table, self, importance->sobol, output);
}
