/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/explain.h"
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

/* What turns the verdict first, then the better bargain, then file order. */
static gint
compare_clauses (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sight *sight = data;
  const ParleyClause *x = *(ParleyClause *const *) a;
  const ParleyClause *y = *(ParleyClause *const *) b;
  int order = verdict_rank (x->after[sight->focus].verdict)
              - verdict_rank (y->after[sight->focus].verdict);

  if (order == 0)
    order = compare_bargains (sight, x, y);
  if (order == 0)
    order = x->axis != y->axis ? (x->axis < y->axis ? -1 : 1) : (x->option < y->option ? -1 : 1);
  return order;
}

/* A change is of use when it brings something, settling what is open when it turns the verdict. */
static gboolean
is_of_use (const Sight *sight, const ParleyClause *clause)
{
  const ParleyAfter *after = &clause->after[sight->focus];

  if (!clause->feasible)
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

static char *
signed_points (mpq_srcptr points)
{
  g_autofree char *number = parley_words_points (points);

  return g_strconcat (mpq_sgn (points) > 0 ? "+" : "", number, NULL);
}

/* "+6.3", "-0.2", "0.0", "-2.5..+1.0". */
static char *
gain_words (const ParleyAfter *after)
{
  gboolean ascending = mpq_cmp (after->gain_low, after->gain_high) <= 0;
  g_autofree char *low = signed_points (ascending ? after->gain_low : after->gain_high);
  g_autofree char *high = signed_points (ascending ? after->gain_high : after->gain_low);

  return g_str_equal (low, high) ? g_steal_pointer (&low) : g_strconcat (low, "..", high, NULL);
}

/* "Ukraine accepts", every verdict that the change turns. */
static char *
then_words (const Sight *sight, const ParleyClause *clause)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint p = 0; p < clause->n_parties; p++)
    if (clause->after[p].verdict != standing_of (sight, p)->verdict)
      g_string_append_printf (text, "%s%s %s", text->len == 0 ? "" : ", ",
                              parley_scenario_party (sight->scenario, p)->title,
                              parley_verdict_to_string (clause->after[p].verdict));
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
  parley_table_row (table);
  parley_table_cell_text (table, issue_title (sight, clause));
  parley_table_take_cell (table, parley_words_draft_term (sight->explanation->score,
                                                          issue_of (sight, clause)));
  parley_table_take_cell (table, term_words (sight, clause));
  for (guint p = 0; p < clause->n_parties; p++)
    if (is_scored (sight, p))
      parley_table_take_cell (table, gain_words (&clause->after[p]));
  if (turned)
    parley_table_take_cell (table, then_words (sight, clause));
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
                        "On each issue the term with which %s gains most for what it costs "
                        "the others, in points",
                        parley_scenario_party (sight->scenario, sight->focus)->title);
  parley_table_column (table, "Issue", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "Instead of", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "Put", PARLEY_COLUMN_TEXT);
  for (guint p = 0; p < sight->scenario->parties->len; p++)
    if (is_scored (sight, p))
      parley_table_column (table, parley_scenario_party (sight->scenario, p)->title,
                           PARLEY_COLUMN_NUMBER);
  if (turned)
    parley_table_column (table, "Then", PARLEY_COLUMN_TEXT);
  for (guint i = 0; i < n; i++)
    add_bargain (sight, table, g_ptr_array_index (best, i), turned);
  if (n < best->len)
    {
      parley_table_row (table);
      parley_table_cell (table, "%u more (--all)", best->len - n);
    }
  if (!turned)
    parley_table_note (table, "None of these turns a verdict by itself.");
}

/* The first issue whose change loses a side begins the table. */
static void
begin_losses (ParleyDocument *document, ParleyTable **table)
{
  if (*table != NULL)
    return;
  parley_document_heading (document, 2, "What must stay");
  *table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_caption (*table, "Terms that would lose a side, each by itself");
  parley_table_column (*table, "Issue", PARLEY_COLUMN_TEXT);
  parley_table_column (*table, "Now", PARLEY_COLUMN_TEXT);
  parley_table_column (*table, "Would lose", PARLEY_COLUMN_TEXT);
  parley_table_column (*table, "With", PARLEY_COLUMN_TEXT);
}

/* The terms on the issue of axis @a that @party would no longer accept with. */
static char *
losing_terms (const Sight *sight, guint a, guint party)
{
  const GPtrArray *clauses = sight->explanation->clauses->clauses;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < clauses->len; i++)
    {
      const ParleyClause *clause = g_ptr_array_index (clauses, i);
      g_autofree char *words = clause->axis == a ? term_words (sight, clause) : NULL;

      if (words != NULL && clause->feasible
          && standing_of (sight, party)->verdict == PARLEY_VERDICT_ACCEPTS
          && clause->after[party].verdict != PARLEY_VERDICT_ACCEPTS)
        g_string_append_printf (text, "%s%s", text->len == 0 ? "" : "; ", words);
    }
  return text->len == 0 ? NULL : g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_losses (ParleyDocument *document, const Sight *sight)
{
  const ParleyDomain *domain = sight->explanation->clauses->space->domain;
  ParleyTable *table = NULL;

  for (guint a = 0; a < domain->n_axes; a++)
    for (guint p = 0; p < sight->scenario->parties->len; p++)
      {
        const ParleyIssue *issue = parley_scenario_issue (sight->scenario, domain->axes[a].issue);
        g_autofree char *words = losing_terms (sight, a, p);

        if (words == NULL || !parley_party_decides (parley_scenario_party (sight->scenario, p)))
          continue;
        begin_losses (document, &table);
        parley_table_row (table);
        parley_table_cell_text (table, issue->title);
        parley_table_take_cell (table, parley_words_draft_term (sight->explanation->score,
                                                                domain->axes[a].issue));
        parley_table_cell_text (table, parley_scenario_party (sight->scenario, p)->title);
        parley_table_cell_text (table, words);
      }
  if (table == NULL)
    parley_document_paragraph (document, "No change of a single term would lose a side.");
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
    add_losses (document, &sight);
  else
    add_bargains (document, &sight, all);
}
