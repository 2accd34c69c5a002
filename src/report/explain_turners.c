/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/explain.h"
#include "report/input_words.h"
#include "report/words.h"

#define ROWS_SHOWN 6

/* How far the numbers that turn the verdict are from what is believed. */
static void
add_summary (ParleyDocument *document, const ParleyReasons *reasons)
{
  const char *premise
      = reasons->bare ? "no number while its red lines stand. On points alone: " : "";
  guint n = reasons->turners->len;
  guint n_believed = 0;

  for (guint i = 0; i < n; i++)
    n_believed
        += (guint) ((const ParleyTurner *) g_ptr_array_index (reasons->turners, i))->believed;
  if (n == 0)
    parley_document_paragraph (document,
                               "What would turn it: %sno number by itself, no weight from none to "
                               "nearly all and no value from 0 to 100.",
                               premise);
  else if (n_believed == 0)
    parley_document_paragraph (document,
                               "What would turn it: %snothing within the ranges that are believed. "
                               "Of %u numbers %u would by %s, at values beyond:",
                               premise, reasons->n_inputs, n, n == 1 ? "itself" : "themselves");
  else
    parley_document_paragraph (document,
                               "What would turn it: %s%u of %u numbers by %s, %u within the range "
                               "that is believed (marked !):",
                               premise, n, reasons->n_inputs, n == 1 ? "itself" : "themselves",
                               n_believed);
}

/* "9.2 or less, above 54": both directions of an input. */
static char *
turns_at (const ParleyBreakEven *at)
{
  g_autofree char *below = parley_words_turning (&at->below, FALSE);
  g_autofree char *above = parley_words_turning (&at->above, TRUE);

  if (below == NULL)
    return g_steal_pointer (&above);
  return above == NULL ? g_steal_pointer (&below) : g_strconcat (below, ", ", above, NULL);
}

/* What it becomes, in the same order. */
static char *
verdict_then (const ParleyBreakEven *at)
{
  const char *below = at->below.turns ? parley_verdict_to_string (at->below.verdict) : NULL;
  const char *above = at->above.turns ? parley_verdict_to_string (at->above.verdict) : NULL;

  if (below == NULL || above == NULL || g_str_equal (below, above))
    return g_strdup (below != NULL ? below : above);
  return g_strconcat (below, ", ", above, NULL);
}

static void
add_row (ParleyTable *table, const ParleyScenario *scenario, const ParleyTurner *turner)
{
  const ParleyNumber *number = turner->input.number;
  g_autofree char *name = parley_words_input_name (scenario, &turner->input);
  g_autofree char *low = parley_words_input (number->low);
  g_autofree char *high = parley_words_input (number->high);

  parley_table_row (table);
  parley_table_cell (table, "%s%s", name, turner->believed ? " !" : "");
  parley_table_take_cell (table, parley_words_input (number->value));
  if (number->has_range)
    parley_table_cell (table, "%s-%s", low, high);
  else
    parley_table_cell_text (table, NULL);
  parley_table_take_cell (table, turns_at (&turner->at));
  parley_table_take_cell (table, verdict_then (&turner->at));
}

/* All that are believed, and as many more as there is room for. */
static guint
n_shown (const ParleyReasons *reasons, gboolean all)
{
  guint n = 0;

  while (n < reasons->turners->len
         && ((const ParleyTurner *) g_ptr_array_index (reasons->turners, n))->believed)
    n++;
  n = MAX (n, ROWS_SHOWN);
  return all || n + 1 >= reasons->turners->len ? reasons->turners->len : n;
}

static void
add_table (ParleyDocument       *document,
           const ParleyScenario *scenario,
           const ParleyReasons  *reasons,
           gboolean              all)
{
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);
  guint n = n_shown (reasons, all);

  parley_table_column (table, "Number, all else as it is", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "now", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "believed", PARLEY_COLUMN_RIGHT);
  parley_table_column (table, "turns at", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "and then", PARLEY_COLUMN_LABEL);
  for (guint i = 0; i < n; i++)
    add_row (table, scenario, g_ptr_array_index (reasons->turners, i));
  if (n < reasons->turners->len)
    {
      parley_table_row (table);
      parley_table_cell (table, "%u more (--all)", reasons->turners->len - n);
    }
}

void
parley_explain_add_turners (ParleyDocument          *document,
                            const ParleyExplanation *explanation,
                            const ParleyReasons     *reasons,
                            gboolean                 all)
{
  if (reasons->n_inputs == 0)
    return;
  add_summary (document, reasons);
  if (reasons->turners->len > 0)
    add_table (document, explanation->scenario, reasons, all);
  if (reasons->n_bends > 0)
    parley_document_paragraph (document, "Not tried: %u numbers of smooth curves and ideals.",
                               reasons->n_bends);
}
