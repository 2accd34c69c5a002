/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/breakdown.h"
#include "report/term_words.h"
#include "report/words.h"

#define ISSUES_SHOWN 6
#define OPTIONS_SHOWN 6

/* An open issue and how far acceptance moves with it: the largest difference of shares
 * that a party or all of them together show between two options. */
typedef struct
{
  guint  axis;
  double spread;
} Lever;

/* Either may be beyond what a double can hold. */
static double
share_of (mpz_srcptr part, mpz_srcptr whole)
{
  double share = 0;
  mpq_t exact;

  mpq_init (exact);
  mpz_set (mpq_numref (exact), part);
  mpz_set (mpq_denref (exact), whole);
  mpq_canonicalize (exact);
  share = parley_exact_to_double (exact);
  mpq_clear (exact);
  return share;
}

static mpz_srcptr
accepted (const ParleyTally *tally, int party)
{
  return party < 0 ? tally->all : tally->by_party[party];
}

/* How far the share that @party (-1: all together) accepts moves over the options. */
static double
spread_for (const ParleyCounts *counts, guint axis, int party)
{
  double least = 1;
  double most = 0;

  for (guint o = 0; o < counts->n_options[axis]; o++)
    {
      const ParleyTally *tally = &counts->by_option[axis][o];

      if (mpz_sgn (tally->feasible) == 0)
        continue;
      least = MIN (least, share_of (accepted (tally, party), tally->feasible));
      most = MAX (most, share_of (accepted (tally, party), tally->feasible));
    }
  return MAX (0, most - least);
}

static double
spread_of (const ParleyScenario *scenario, const ParleyCounts *counts, guint axis)
{
  double spread = spread_for (counts, axis, -1);

  for (guint p = 0; p < scenario->parties->len; p++)
    if (parley_party_decides (parley_scenario_party (scenario, p)))
      spread = MAX (spread, spread_for (counts, axis, (int) p));
  return spread;
}

static gint
compare_levers (gconstpointer a, gconstpointer b)
{
  const Lever *x = a;
  const Lever *y = b;

  if (x->spread != y->spread)
    return x->spread < y->spread ? 1 : -1;
  return x->axis < y->axis ? -1 : 1;
}

static GArray *
find_levers (const ParleyScenario *scenario, const ParleyDraftScore *score)
{
  g_autofree guint *axes = g_new (guint, score->space->domain->n_axes);
  guint n_open = parley_open_axes (score->space, axes);
  GArray *levers = g_array_new (FALSE, FALSE, sizeof (Lever));

  for (guint i = 0; i < n_open; i++)
    {
      Lever lever = { axes[i], spread_of (scenario, score->counts, axes[i]) };

      if (lever.spread > 0)
        g_array_append_val (levers, lever);
    }
  g_array_sort (levers, compare_levers);
  return levers;
}

static void
add_option (ParleyTable *table,
            const ParleyScenario *scenario,
            const ParleyDraftScore *score,
            guint axis,
            guint option,
            gboolean first)
{
  const ParleyTally *tally = &score->counts->by_option[axis][option];
  guint issue = score->space->domain->axes[axis].issue;

  parley_table_row (table);
  parley_table_cell_text (table, first ? parley_scenario_issue (scenario, issue)->title : NULL);
  parley_table_take_cell (table, parley_words_option (score->space, axis, option));
  for (guint p = 0; p < scenario->parties->len; p++)
    if (parley_party_decides (parley_scenario_party (scenario, p)))
      parley_table_take_cell (table,
                              mpz_sgn (tally->feasible) == 0
                                  ? g_strdup ("not possible")
                                  : parley_words_share (tally->by_party[p], tally->feasible));
  parley_table_take_cell (table, mpz_sgn (tally->feasible) == 0
                                     ? g_strdup ("not possible")
                                     : parley_words_share (tally->all, tally->feasible));
}

/* All options of a short list, or with @all; of a long one both ends and the middle. */
static void
add_lever (ParleyTable            *table,
           const ParleyScenario   *scenario,
           const ParleyDraftScore *score,
           guint                   axis,
           gboolean                all)
{
  guint n = score->counts->n_options[axis];
  guint step = all || n <= OPTIONS_SHOWN ? 1 : (n - 1) / 2;

  for (guint o = 0; o < n; o += step)
    {
      /* With an even number of options the third stop falls short of the end. */
      guint option = step > 1 && o + step >= n ? n - 1 : o;

      add_option (table, scenario, score, axis, option, o == 0);
    }
}

void
parley_open_terms_add (ParleyDocument         *document,
                       const ParleyScenario   *scenario,
                       const ParleyDraftScore *score,
                       gboolean                all)
{
  g_autoptr(GArray) levers = NULL;
  g_autofree char *completions = NULL;
  ParleyTable *table = NULL;
  guint shown = 0;

  if (score->counts == NULL || mpz_cmp_ui (score->counts->total.feasible, 1) <= 0)
    return;
  levers = find_levers (scenario, score);
  if (levers->len == 0)
    return;

  shown = all ? levers->len : MIN (levers->len, ISSUES_SHOWN);
  completions
      = parley_words_counted_deals (score->counts->total.feasible, "completion", "completions");
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_caption (table, "What the open terms decide: who accepts which share of the %s",
                        completions);
  parley_table_column (table, "Issue", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "If the term is", PARLEY_COLUMN_TEXT);
  for (guint p = 0; p < scenario->parties->len; p++)
    if (parley_party_decides (parley_scenario_party (scenario, p)))
      parley_table_column (table, parley_scenario_party (scenario, p)->title, PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "All", PARLEY_COLUMN_NUMBER);
  for (guint i = 0; i < shown; i++)
    add_lever (table, scenario, score, g_array_index (levers, Lever, i).axis, all);
  if (shown < levers->len)
    parley_table_note (table,
                       levers->len - shown == 1 ? "%u more open issue matters less (--all)."
                                                : "%u more open issues matter less (--all).",
                       levers->len - shown);
}
