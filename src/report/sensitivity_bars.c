/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "report/input_words.h"
#include "report/language.h"
#include "report/sensitivity_part.h"
#include "report/words.h"

/* Cells on either side of a bar's middle. */
#define HALF 9

/* Beyond what turns the verdict so many rows are shown, or all when there is one more only. */
#define SHOWN 8

static gboolean
is_within (const ParleyNumber *number, const ParleyTurning *turning, gboolean above)
{
  int order = above ? mpq_cmp (number->high, turning->at) : mpq_cmp (turning->at, number->low);

  return turning->turns && (turning->at_once ? order >= 0 : order > 0);
}

const ParleyTurning *
parley_bar_nearest (const ParleyBar *bar)
{
  mpq_srcptr value = bar->input.number->value;
  const ParleyTurning *nearest = NULL;
  mpq_t below, above;

  if (!bar->at.below.turns || !bar->at.above.turns)
    return bar->at.below.turns ? &bar->at.below : bar->at.above.turns ? &bar->at.above : NULL;
  mpq_inits (below, above, NULL);
  mpq_sub (below, value, bar->at.below.at);
  mpq_sub (above, bar->at.above.at, value);
  nearest = mpq_cmp (above, below) < 0 ? &bar->at.above : &bar->at.below;
  mpq_clears (below, above, NULL);
  return nearest;
}

/* "below 9", "18.05 or less or above 54.2". */
static char *
turning_words (const ParleyBar *bar, gboolean believed)
{
  const ParleyNumber *number = bar->input.number;
  gboolean low = bar->at.below.turns && (!believed || is_within (number, &bar->at.below, FALSE));
  gboolean high = bar->at.above.turns && (!believed || is_within (number, &bar->at.above, TRUE));
  g_autofree char *below = low ? parley_words_turning (&bar->at.below, FALSE) : NULL;
  g_autofree char *above = high ? parley_words_turning (&bar->at.above, TRUE) : NULL;

  if (low && high)
    return g_strdup_printf (_ ("%s, or %s"), below, above);
  return low ? g_steal_pointer (&below) : g_steal_pointer (&above);
}

char *
parley_bar_words (const ParleyScenario *scenario, const ParleyBar *bar, gboolean believed)
{
  g_autofree char *name = parley_words_input_name (scenario, &bar->input);
  g_autofree char *belief = parley_words_belief (bar->input.number);
  g_autofree char *turning = turning_words (bar, believed);

  if (turning == NULL && believed && bar->believed)
    return g_strdup_printf (_ ("%s at an end of its range%s"), name, belief);
  return turning == NULL ? NULL : g_strdup_printf ("%s %s%s", name, turning, belief);
}

/* How many cells @surplus is away from @base, when @most is HALF of them. */
static guint
cells_between (mpq_srcptr base, mpq_srcptr surplus, mpq_srcptr most)
{
  double cells = 0;
  mpq_t way;

  if (mpq_sgn (most) == 0)
    return 0;
  mpq_init (way);
  mpq_sub (way, surplus, base);
  mpq_abs (way, way);
  mpq_div (way, way, most);
  cells = HALF * parley_exact_to_double (way);
  mpq_clear (way);
  return MIN (HALF, (guint) (cells + 0.5));
}

/* "....hhhhh|lll......": to which side of what is as written the low end leads, and the high end.
 */
static char *
draw (const ParleyTornado *tornado, const ParleyBar *bar, mpq_srcptr most)
{
  static const ParleyBarEnd ends[] = { PARLEY_BAR_LOW, PARLEY_BAR_HIGH };
  mpq_srcptr base = parley_bar_surplus (tornado, bar, PARLEY_BAR_BASE);
  char cells[2 * HALF + 2];

  memset (cells, '.', sizeof cells - 1);
  cells[sizeof cells - 1] = '\0';
  for (guint e = 0; e < G_N_ELEMENTS (ends); e++)
    {
      mpq_srcptr surplus = parley_bar_surplus (tornado, bar, ends[e]);
      guint n = cells_between (base, surplus, most);

      for (guint i = 1; i <= n; i++)
        {
          char *cell = &cells[mpq_cmp (surplus, base) < 0 ? HALF - i : HALF + i];

          *cell = *cell != '.' ? '=' : ends[e] == PARLEY_BAR_LOW ? 'l' : 'h';
        }
    }
  cells[HALF] = '|';
  return g_strdup (cells);
}

/* The longest way that any end leads. */
static void
set_most (const ParleyTornado *tornado, mpq_ptr most)
{
  mpq_t way;

  mpq_init (way);
  for (guint i = 0; i < tornado->bars->len; i++)
    for (guint e = 0; e < PARLEY_N_BARS; e++)
      {
        const ParleyBar *bar = parley_tornado_bar (tornado, i);

        mpq_sub (way, parley_bar_surplus (tornado, bar, e),
                 parley_bar_surplus (tornado, bar, PARLEY_BAR_BASE));
        mpq_abs (way, way);
        if (mpq_cmp (way, most) > 0)
          mpq_set (most, way);
      }
  mpq_clear (way);
}

static void
add_row (ParleyTable          *table,
         const ParleyScenario *scenario,
         const ParleyTornado  *tornado,
         const ParleyBar      *bar,
         mpq_srcptr            most)
{
  const ParleyNumber *number = bar->input.number;
  g_autofree char *name = parley_words_input_name (scenario, &bar->input);

  parley_table_row (table);
  parley_table_cell (table, "%s%s", name, bar->believed ? " !" : "");
  parley_table_take_cell (table, parley_words_input (number->value));
  parley_table_take_cell (table, parley_words_range (number->low, number->high));
  parley_table_take_cell (table,
                          parley_words_points (parley_bar_surplus (tornado, bar, PARLEY_BAR_LOW)));
  parley_table_take_cell (table,
                          parley_words_points (parley_bar_surplus (tornado, bar, PARLEY_BAR_HIGH)));
  parley_table_take_cell (table, draw (tornado, bar, most));
  if (!tornado->has_verdict || !tornado->has_reservation)
    return;
  if (bar->is_exact)
    parley_table_take_cell (table, turning_words (bar, FALSE));
  else
    parley_table_cell_text (table, bar->believed ? "within its range" : "not at its ends");
}

static void
add_columns (ParleyTable *table, const ParleyTornado *tornado)
{
  parley_table_column (table, "Number of the model", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "now", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "believed", PARLEY_COLUMN_RIGHT);
  parley_table_group (table, tornado->has_reservation ? "Surplus" : "Score", 2);
  parley_table_column (table, "low", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "high", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "", PARLEY_COLUMN_LABEL);
  if (tornado->has_verdict && tornado->has_reservation)
    parley_table_column (table, "verdict turns at", PARLEY_COLUMN_LABEL);
}

static guint
n_believed (const ParleyTornado *tornado)
{
  guint n = 0;

  for (guint i = 0; i < tornado->n_ranged; i++)
    n += (guint) parley_tornado_bar (tornado, i)->believed;
  return n;
}

/* How many numbers without a range turn the verdict. */
static void
add_unranged (ParleyTable *table, const ParleyTornado *tornado)
{
  g_autofree char *n = parley_words_counted (tornado->n_unranged, "number is", "numbers are");
  guint n_turning = tornado->bars->len - tornado->n_ranged;

  if (tornado->n_unranged == 0)
    return;
  if (n_turning == 0)
    parley_table_note (table, "%s given without a range, as if known for sure.", n);
  else
    parley_table_note (table,
                       "%s given without a range, as if known for sure; %u of them would turn the "
                       "verdict somewhere (parley explain says where).",
                       n, n_turning);
}

/* Whether a number with a range is of a smooth curve or an ideal. */
static gboolean
has_bends (const ParleyTornado *tornado)
{
  for (guint i = 0; i < tornado->n_ranged; i++)
    if (parley_tornado_bar (tornado, i)->input.kind == PARLEY_INPUT_BEND)
      return TRUE;
  return FALSE;
}

/* Whether the verdict hangs on the completion that is shown. */
static gboolean
decides (const ParleyTornado *tornado)
{
  return tornado->has_verdict && tornado->has_reservation
         && tornado->verdict != PARLEY_VERDICT_DEPENDS;
}

static void
add_notes (ParleyTable *table, const ParleyTornado *tornado)
{
  parley_table_note (table,
                     "l, h: where the low and the high end of the believed range lead (=: both); "
                     "|: as written.");
  if (n_believed (tornado) > 0)
    parley_table_note (table, "! turns the verdict within the believed range");
  if (has_bends (tornado))
    parley_table_note (table,
                       "Of smooth curves and ideals only the ends of the ranges were tried.");
  if (tornado->is_open)
    parley_table_note (table, "Of the completions the %s is shown%s.",
                       tornado->highest_decides ? "best" : "worst",
                       decides (tornado) ? ", which decides" : "");
  add_unranged (table, tornado);
}

static void
add_rows (ParleyTable *table,
          const ParleyScenario *scenario,
          const ParleyTornado *tornado,
          gboolean all)
{
  guint n_hidden = 0;
  mpq_t most;

  mpq_init (most);
  set_most (tornado, most);
  for (guint i = 0; i < tornado->n_ranged; i++)
    {
      const ParleyBar *bar = parley_tornado_bar (tornado, i);

      if (all || i < SHOWN || tornado->n_ranged == SHOWN + 1 || bar->believed)
        add_row (table, scenario, tornado, bar, most);
      else
        n_hidden++;
    }
  if (n_hidden > 0)
    {
      parley_table_row (table);
      parley_table_cell (table, "%u more (--all)", n_hidden);
    }
  mpq_clear (most);
}

void
parley_sensitivity_add_bars (ParleyDocument       *document,
                             const ParleyScenario *scenario,
                             const ParleyTornado  *tornado,
                             gboolean              all)
{
  g_autofree char *span = parley_words_span (tornado->low, tornado->high);
  ParleyTable *table = NULL;

  if (tornado->n_ranged == 0)
    {
      parley_document_paragraph (document,
                                 "None of its %u numbers is given with a range, so nothing can be "
                                 "said of how firm they are: write \"low\" and \"high\" beside "
                                 "\"value\".",
                                 tornado->n_unranged);
      return;
    }
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_caption (table, "Each number by itself, all else as it is. %s now: %s%s",
                        tornado->has_reservation ? "Surplus" : "Score", span,
                        tornado->bare ? ", red lines aside" : "");
  add_columns (table, tornado);
  add_rows (table, scenario, tornado, all);
  add_notes (table, tornado);
}
