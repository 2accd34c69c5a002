/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/explain.h"
#include "report/input_words.h"
#include "report/verdicts.h"
#include "report/words.h"

/* Beyond what is believed so many more are shown. */
#define BEYOND_SHOWN 2

static const ParleyTurner *
turner_at (const ParleyReasons *reasons, guint index)
{
  return g_ptr_array_index (reasons->turners, index);
}

static guint
n_believed (const ParleyReasons *reasons)
{
  guint n = 0;

  while (n < reasons->turners->len && turner_at (reasons, n)->believed)
    n++;
  return n;
}

/* "Reservation, Weight of Past aid": the numbers that turn the verdict within their ranges. */
static char *
believed_words (const ParleyExplanation *explanation, const ParleyReasons *reasons)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_believed (reasons); i++)
    {
      g_autofree char *name
          = parley_words_input_name (explanation->scenario, &turner_at (reasons, i)->input);

      g_string_append_printf (text, "%s%s", i == 0 ? "" : ", ", name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
parley_explain_add_doubt (ParleyDocument          *document,
                          const ParleyExplanation *explanation,
                          const ParleyReasons     *reasons)
{
  g_autofree char *believed = believed_words (explanation, reasons);
  const char *beginning = reasons->bare ? "While its red lines stand no number counts. On points "
                                          "alone "
                                        : "";

  if (reasons->n_inputs == 0)
    return;
  if (*believed == '\0')
    parley_document_entry (document, "How firm",
                           "%s%s single number of its model would change the verdict within the "
                           "range in which it is believed to lie.",
                           beginning, reasons->bare ? "no" : "No");
  else
    parley_document_entry (
        document, "How firm",
        "%s%s verdict hangs on a guess: each of these would change it by itself, "
        "within the range in which it is believed to lie: %s.",
        beginning, reasons->bare ? "the" : "The", believed);
}

/* Table */

static void
add_direction (ParleyTable          *table,
               const ParleyScenario *scenario,
               const ParleyTurner   *turner,
               gboolean              above)
{
  const ParleyTurning *turning = above ? &turner->at.above : &turner->at.below;
  const ParleyNumber *number = turner->input.number;
  g_autofree char *name = parley_words_input_name (scenario, &turner->input);

  if (!turning->turns)
    return;
  parley_table_row (table);
  parley_table_cell (table, "%s%s", name, turner->believed ? " !" : "");
  parley_table_take_cell (table, parley_words_input (number->value));
  parley_table_take_cell (table, number->has_range ? parley_words_range (number->low, number->high)
                                                   : g_strdup ("not said"));
  parley_table_take_cell (table, parley_words_turning (turning, above));
  parley_table_cell_text (table, turning->verdict == PARLEY_VERDICT_DEPENDS
                                     ? "depends on open terms"
                                     : parley_verdict_word (turning->verdict));
}

/* The rows of one party, below its name. */
static void
add_rows (ParleyTable *table, const ParleyExplanation *explanation, guint party, gboolean all)
{
  const ParleyReasons *reasons = g_ptr_array_index (explanation->reasons, party);
  guint n = n_believed (reasons) + BEYOND_SHOWN;

  if (reasons->turners->len == 0)
    return;
  if (all || n + 1 >= reasons->turners->len)
    n = reasons->turners->len;
  parley_table_section (table, "%s%s", parley_scenario_party (explanation->scenario, party)->title,
                        reasons->bare ? ", red lines aside" : "");
  for (guint i = 0; i < n; i++)
    {
      add_direction (table, explanation->scenario, turner_at (reasons, i), FALSE);
      add_direction (table, explanation->scenario, turner_at (reasons, i), TRUE);
    }
  if (n < reasons->turners->len)
    {
      parley_table_row (table);
      parley_table_cell (table, "%u more (--all)", reasons->turners->len - n);
    }
}

static guint
count (const ParleyExplanation *explanation, gboolean bends)
{
  guint n = 0;

  for (guint p = 0; p < explanation->reasons->len; p++)
    {
      const ParleyReasons *reasons = g_ptr_array_index (explanation->reasons, p);

      n += bends ? reasons->n_bends : reasons->turners->len;
    }
  return n;
}

void
parley_explain_add_turners (ParleyDocument          *document,
                            const ParleyExplanation *explanation,
                            gboolean                 all)
{
  ParleyTable *table = NULL;

  if (count (explanation, FALSE) == 0)
    return;
  parley_document_heading (document, 2, "Which numbers would change a verdict");
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_caption (table, "Each by itself, all else as it is; those within the believed range "
                               "first (!)");
  parley_table_column (table, "Number of the model", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "now", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "believed", PARLEY_COLUMN_RIGHT);
  parley_table_column (table, "turns at", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "and then", PARLEY_COLUMN_LABEL);
  for (guint p = 0; p < explanation->reasons->len; p++)
    add_rows (table, explanation, p, all);
  parley_table_note (table,
                     "The reservation is what a side needs. A weight is moved with the others "
                     "as they are, so that all count for less.");
  if (count (explanation, TRUE) > 0)
    parley_table_note (table, "Numbers of smooth curves and ideals were not tried.");
}
