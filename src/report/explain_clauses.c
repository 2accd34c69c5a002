/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/explain.h"
#include "report/term_words.h"
#include "report/verdicts.h"
#include "report/words.h"

#define ROWS_SHOWN 6

/* The changes of one draft, seen from the side that does not accept it. */
typedef struct
{
  const ParleyExplanation *explanation;
  const ParleyScenario    *scenario;
  guint                    focus;
} Sight;

static const ParleyStanding *
standing_of (const Sight *sight, guint party)
{
  return g_ptr_array_index (sight->explanation->score->standings, party);
}

static gboolean
is_scored (const Sight *sight, guint party)
{
  return standing_of (sight, party)->scored;
}

static char *
term_words (const Sight *sight, const ParleyClause *clause)
{
  return parley_words_option (sight->explanation->clauses->space, clause->axis, clause->option);
}

static guint
issue_of (const Sight *sight, const ParleyClause *clause)
{
  return sight->explanation->clauses->space->domain->axes[clause->axis].issue;
}

static const char *
issue_title (const Sight *sight, const ParleyClause *clause)
{
  return parley_scenario_issue (sight->scenario, issue_of (sight, clause))->title;
}

/* The first party that decides and does not accept every completion; or the number of parties. */
static guint
find_focus (const Sight *sight)
{
  guint n = sight->scenario->parties->len;

  for (guint p = 0; p < n; p++)
    {
      ParleyVerdict verdict = standing_of (sight, p)->verdict;

      if (parley_party_decides (parley_scenario_party (sight->scenario, p))
          && (verdict == PARLEY_VERDICT_REJECTS || verdict == PARLEY_VERDICT_DEPENDS))
        return p;
    }
  return n;
}

/* Sets @loss to the most that a change certainly costs any other side. */
static void
set_loss (const Sight *sight, const ParleyClause *clause, mpq_ptr loss)
{
  mpq_t part;

  mpq_init (part);
  mpq_set_ui (loss, 0, 1);
  for (guint p = 0; p < clause->n_parties; p++)
    {
      mpq_neg (part, clause->after[p].gain_low);
      if (p != sight->focus && is_scored (sight, p) && mpq_cmp (part, loss) > 0)
        mpq_set (loss, part);
    }
  mpq_clear (part);
}

static int
verdict_rank (ParleyVerdict verdict)
{
  return verdict == PARLEY_VERDICT_ACCEPTS ? 0 : verdict == PARLEY_VERDICT_DEPENDS ? 1 : 2;
}

/* The worst that a side which must accept makes of the change. */
static int
worst_rank (const Sight *sight, const ParleyClause *clause)
{
  int worst = 0;

  for (guint p = 0; p < clause->n_parties; p++)
    if (parley_party_decides (parley_scenario_party (sight->scenario, p))
        && standing_of (sight, p)->needed != PARLEY_NONE)
      worst = MAX (worst, verdict_rank (clause->after[p].verdict));
  return worst;
}

/* The larger gain for the same loss first. */
static int
compare_bargains (const Sight *sight, const ParleyClause *x, const ParleyClause *y)
{
  int order = 0;
  mpq_t a, b;

  mpq_inits (a, b, NULL);
  set_loss (sight, y, a);
  set_loss (sight, x, b);
  mpq_mul (a, a, x->after[sight->focus].gain_low);
  mpq_mul (b, b, y->after[sight->focus].gain_low);
  order = mpq_cmp (b, a);
  if (order == 0)
    order = mpq_cmp (y->after[sight->focus].gain_low, x->after[sight->focus].gain_low);
  mpq_clears (a, b, NULL);
  return order;
}

/* What all accept first, then what turns the verdict, what leaves a red line crossed last; then the
 * better bargain, then file order. */
static gint
compare_clauses (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sight *sight = data;
  const ParleyClause *x = *(ParleyClause *const *) a;
  const ParleyClause *y = *(ParleyClause *const *) b;
  int order = worst_rank (sight, x) - worst_rank (sight, y);

  if (order == 0)
    order = verdict_rank (x->after[sight->focus].verdict)
            - verdict_rank (y->after[sight->focus].verdict);
  if (order == 0)
    order = (x->stays_across != 0) - (y->stays_across != 0);
  if (order == 0)
    order = compare_bargains (sight, x, y);
  if (order == 0)
    order = x->axis != y->axis ? (x->axis < y->axis ? -1 : 1) : (x->option < y->option ? -1 : 1);
  return order;
}

/* A change is of use when it certainly brings something and takes no other; settling what is open,
 * when it turns the verdict. */
static gboolean
is_of_use (const Sight *sight, const ParleyClause *clause)
{
  const ParleyAfter *after = &clause->after[sight->focus];

  if (!clause->feasible || !clause->alone)
    return FALSE;
  if (verdict_rank (after->verdict) < verdict_rank (standing_of (sight, sight->focus)->verdict))
    return TRUE;
  return !clause->settles && mpq_sgn (after->gain_low) > 0;
}

/* Of each issue the change that comes first. Returns: (transfer container). */
static GPtrArray *
best_of_each_issue (Sight *sight)
{
  const GPtrArray *clauses = sight->explanation->clauses->clauses;
  g_autoptr(GPtrArray) sorted = g_ptr_array_new ();
  GPtrArray *best = g_ptr_array_new ();
  g_autofree gboolean *seen = g_new0 (gboolean, sight->scenario->issues->len);

  for (guint i = 0; i < clauses->len; i++)
    {
      ParleyClause *clause = g_ptr_array_index (clauses, i);

      if (is_of_use (sight, clause))
        g_ptr_array_add (sorted, clause);
    }
  g_ptr_array_sort_with_data (sorted, compare_clauses, sight);
  for (guint i = 0; i < sorted->len; i++)
    {
      ParleyClause *clause = g_ptr_array_index (sorted, i);

      if (!seen[issue_of (sight, clause)])
        g_ptr_array_add (best, clause);
      seen[issue_of (sight, clause)] = TRUE;
    }
  return best;
}

/* "+6.3", "-0.2", "0.0", "-2.5..+1.0". */
static char *
gain_words (const ParleyAfter *after)
{
  return parley_words_shift (after->gain_low, after->gain_high);
}

static const char *
turned_words (ParleyVerdict after, ParleyVerdict before)
{
  if (after == PARLEY_VERDICT_DEPENDS)
    return before == PARLEY_VERDICT_ACCEPTS ? "may reject" : "may accept";
  return parley_verdict_word (after);
}

/* "Ukraine accepts", "Ukraine may accept": every verdict that the change turns. */
static char *
then_words (const Sight *sight, const ParleyClause *clause)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint p = 0; p < clause->n_parties; p++)
    if (clause->after[p].verdict != standing_of (sight, p)->verdict)
      g_string_append_printf (text, "%s%s %s", text->len == 0 ? "" : ", ",
                              parley_scenario_party (sight->scenario, p)->title,
                              turned_words (clause->after[p].verdict,
                                            standing_of (sight, p)->verdict));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
some_turn (const Sight *sight, GPtrArray *clauses)
{
  for (guint i = 0; i < clauses->len; i++)
    {
      g_autofree char *words = then_words (sight, g_ptr_array_index (clauses, i));

      if (*words != '\0')
        return TRUE;
    }
  return FALSE;
}

static void
add_bargain (const Sight *sight, ParleyTable *table, const ParleyClause *clause, gboolean turned)
{
  g_autofree char *put = NULL;

  parley_table_row (table);
  parley_table_cell_text (table, issue_title (sight, clause));
  parley_table_take_cell (table, parley_words_draft_term (sight->explanation->score,
                                                          issue_of (sight, clause)));
  put = term_words (sight, clause);
  parley_table_cell (table, "%s%s", put, clause->stays_across != 0 ? " *" : "");
  for (guint p = 0; p < clause->n_parties; p++)
    if (is_scored (sight, p))
      parley_table_take_cell (table, gain_words (&clause->after[p]));
  if (turned)
    parley_table_take_cell (table, then_words (sight, clause));
}

static gboolean
some_stay_across (const GPtrArray *clauses, guint n)
{
  for (guint i = 0; i < n; i++)
    if (((const ParleyClause *) g_ptr_array_index (clauses, i))->stays_across != 0)
      return TRUE;
  return FALSE;
}

static void
add_columns (const Sight *sight, ParleyTable *table, gboolean turned)
{
  parley_table_column (table, "Issue", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "Now", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "Change to", PARLEY_COLUMN_TEXT);
  for (guint p = 0; p < sight->scenario->parties->len; p++)
    if (is_scored (sight, p))
      parley_table_column (table, parley_scenario_party (sight->scenario, p)->title,
                           PARLEY_COLUMN_NUMBER);
  if (turned)
    parley_table_column (table, "Then", PARLEY_COLUMN_TEXT);
}

static void
add_bargains (ParleyDocument *document, Sight *sight, gboolean all)
{
  g_autoptr(GPtrArray) best = best_of_each_issue (sight);
  guint n = all || best->len <= ROWS_SHOWN + 1 ? best->len : ROWS_SHOWN;
  gboolean turned = some_turn (sight, best);
  ParleyTable *table = NULL;

  if (best->len == 0)
    return;
  parley_document_heading (document, 2, "What changing one term would do");
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_caption (table,
                        "Points gained and lost; first what gives %s most for each point that it "
                        "costs others",
                        parley_scenario_party (sight->scenario, sight->focus)->title);
  add_columns (sight, table, turned);
  for (guint i = 0; i < n; i++)
    add_bargain (sight, table, g_ptr_array_index (best, i), turned);
  if (n < best->len)
    {
      parley_table_row (table);
      parley_table_cell (table, "%u more (--all)", best->len - n);
    }
  if (some_stay_across (best, n))
    parley_table_note (table, "* still crosses the red line about this issue");
  if (!turned)
    parley_table_note (table, "None of these turns a verdict by itself.");
}

void
parley_explain_add_clauses (ParleyDocument          *document,
                            const ParleyExplanation *explanation,
                            gboolean                 all)
{
  Sight sight = { explanation, explanation->scenario, 0 };

  if (explanation->clauses == NULL)
    return;
  sight.focus = find_focus (&sight);
  if (sight.focus == explanation->scenario->parties->len)
    parley_explain_add_losses (document, explanation);
  else
    add_bargains (document, &sight, all);
}
