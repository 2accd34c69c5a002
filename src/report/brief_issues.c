/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is at stake: for each issue both positions, what to ask for, and what to give it for. */
#include "report/brief_part.h"
#include "report/term_words.h"
#include "report/words.h"

/* So many issues stand on the first page, and of very many fewer; all of them in the annex. */
#define ISSUES_SHOWN      11
#define VERY_MANY         25
#define OF_VERY_MANY_SHOWN 4

/* An issue with how much it matters: its largest share of a party's weight. */
typedef struct
{
  guint  issue;
  double matter;
} Rank;

static gint
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Rank *x = a;
  const Rank *y = b;

  if (x->matter != y->matter)
    return x->matter > y->matter ? -1 : 1;
  return x->issue < y->issue ? -1 : x->issue > y->issue;
}

/* The issues, that which matters most first. */
static GArray *
rank_issues (const ParleyBrief *self, const guint *parties, guint n_parties)
{
  GArray *ranks = g_array_new (FALSE, FALSE, sizeof (Rank));

  for (guint i = 0; i < self->scenario->issues->len; i++)
    {
      Rank rank = { i, 0 };

      for (guint p = 0; p < n_parties; p++)
        rank.matter = MAX (rank.matter, parley_brief_share (self, parties[p], i));
      g_array_append_val (ranks, rank);
    }
  g_array_sort (ranks, compare_ranks);
  return ranks;
}

/* In percent: weights that are used as written are shares of 1. */
static void
add_weight (ParleyTable *table, const ParleyBrief *self, guint party, guint issue)
{
  const ParleyParty *model = parley_scenario_party (self->scenario, party);
  gboolean positive = FALSE;
  double number = 0;
  char *words = NULL;
  mpq_t weight, hundred;

  mpq_inits (weight, hundred, NULL);
  mpq_set_ui (hundred, 100, 1);
  parley_weight_share (model, issue, NULL, weight);
  mpq_mul (weight, weight, hundred);
  positive = mpq_sgn (weight) > 0;
  number = parley_exact_to_double (weight);
  words = parley_words_points (weight);
  mpq_clears (weight, hundred, NULL);
  if (positive)
    parley_table_take_number (table, words, number);
  else
    parley_table_cell_text (table, NULL);
  if (!positive)
    g_free (words);
}

/* Whether a red line of the party names the issue. */
static gboolean
has_red_line (const ParleyBrief *self, guint party, guint issue)
{
  const ParleyParty *model = parley_scenario_party (self->scenario, party);
  g_autofree gboolean *named = g_new0 (gboolean, self->scenario->issues->len);

  for (guint i = 0; i < model->red_lines->len; i++)
    parley_condition_mark_issues (
        ((const ParleyRedLine *) g_ptr_array_index (model->red_lines, i))->never, named);
  return named[issue];
}

static const ParleyPosition *
position_of (const ParleyBrief *self, guint party, guint issue)
{
  return parley_scenario_party (self->scenario, party)->positions[issue];
}

/* "None / Political statement; RED LINE": opening, target and limit; what follows and is the same
 * stands once. */
static char *
position_words (const ParleyBrief *self, guint party, guint issue)
{
  const ParleyPosition *position = position_of (self, party, issue);
  const ParleyTerms *const stages[]
      = { position == NULL ? NULL : position->opening, position == NULL ? NULL : position->target,
          position == NULL ? NULL : position->limit };
  g_autofree char *last = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autofree char *full
          = stages[i] == NULL
                ? NULL
                : parley_words_terms (parley_scenario_issue (self->scenario, issue), stages[i]);

      if (full == NULL || g_strcmp0 (full, last) == 0)
        continue;
      g_free (last);
      last = g_steal_pointer (&full);
      full = parley_brief_short (last);
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : " / ", full);
    }
  if (has_red_line (self, party, issue))
    g_string_append_printf (text, "%s%s", text->len == 0 ? "" : "; ", _ ("RED LINE"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* When the party last tabled or accepted a draft that says what the proposal says. Returns:
 * (nullable). */
static const char *
taken_on (const ParleyBrief *self, guint proposal, guint party, guint issue)
{
  const char *latest = NULL;

  for (guint d = 0; d < self->scenario->drafts->len; d++)
    {
      const ParleyDraft *draft = parley_scenario_draft (self->scenario, d);
      const char *date = parley_draft_consent_date (draft, party);

      if (date != NULL && parley_briefing_agrees (self->briefing, proposal, draft, issue) > 0
          && g_strcmp0 (date, latest) > 0)
        latest = date;
    }
  return latest;
}

/* How far another side goes, with the sources of that, and when it took what is offered. */
static char *
rival_words (const ParleyBrief *self, guint rival, guint issue)
{
  const ParleyPosition *position = position_of (self, rival, issue);
  const char *taken = parley_brief_has_offer (self) ? taken_on (self, 0, rival, issue) : NULL;
  g_autofree char *words = position_words (self, rival, issue);
  g_autofree char *cited
      = parley_brief_citations (self, position == NULL ? NULL : position->sources);
  g_autofree char *day = parley_words_day (taken, self->scenario->as_of);
  g_autoptr(GString) text = g_string_new (words);

  if (taken != NULL)
    {
      g_string_append (text, text->len == 0 ? "" : "; ");
      g_string_append_printf (text, _ ("took it %s"), day);
    }
  g_string_append (text, cited);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What to trade */

/* The opposed issues, those first on which the party has most points for each of its rival's. */
static GPtrArray *
opposed_by_rate (const ParleyBrief *self)
{
  g_autoptr(GPtrArray) rated = parley_stakes_by_rate (self->briefing->stakes);
  GPtrArray *opposed = g_ptr_array_new ();

  for (guint i = 0; i < rated->len; i++)
    {
      ParleyStake *stake = g_ptr_array_index (rated, i);

      if (stake->kind == PARLEY_STAKE_OPPOSED)
        g_ptr_array_add (opposed, stake);
    }
  return opposed;
}

/* Whether the party has as many points for each of its rival's on @a as on @b. */
static gboolean
same_rate (const ParleyStake *a, const ParleyStake *b)
{
  gboolean same = FALSE;
  mpq_t x, y;

  mpq_inits (x, y, NULL);
  parley_score_ratio (a->points[0], a->points[1], x);
  parley_score_ratio (b->points[0], b->points[1], y);
  same = mpq_equal (x, y);
  mpq_clears (x, y, NULL);
  return same;
}

/* "get, for Law": the issue that is dearest to the party is paired with that which is dearest to
 * its rival, and so on inwards. NULL where there is nothing to trade. */
static char *
trade_words (const ParleyBrief *self, guint issue)
{
  g_autoptr(GPtrArray) opposed = NULL;

  if (self->briefing->stakes == NULL)
    return NULL;
  opposed = opposed_by_rate (self);
  for (guint i = 0; i < opposed->len; i++)
    {
      const ParleyStake *stake = g_ptr_array_index (opposed, i);
      const ParleyStake *other = g_ptr_array_index (opposed, opposed->len - 1 - i);
      gboolean dear = 2 * i + 1 < opposed->len;
      g_autofree char *title = NULL;

      if (stake->issue != issue)
        continue;
      if (stake == other || same_rate (stake, other))
        return NULL;
      title = parley_brief_issue (self, other->issue);
      return g_strdup_printf (dear ? _ ("get, for %s") : _ ("give, for %s"), title);
    }
  return NULL;
}

/* "hold", "step 3". NULL where no step can be. */
static char *
marker_words (const ParleyBrief *self, guint issue)
{
  guint step = parley_briefing_step (self->briefing, issue);

  if (self->briefing->plan == NULL
      || parley_issue_is_derived (parley_scenario_issue (self->scenario, issue)))
    return NULL;
  return step == 0 ? g_strdup (_ ("hold")) : g_strdup_printf (_ ("step %u"), step);
}

/* The table */

/* What stands in the column of the party. */
static char *
party_words (const ParleyBrief *self, guint party, guint issue)
{
  return (int) party == self->briefing->request.party ? position_words (self, party, issue)
                                                      : rival_words (self, party, issue);
}

/* Whether anything is known of how far the party goes on any issue: else it has no column. */
static gboolean
has_position (const ParleyBrief *self, guint party)
{
  for (guint i = 0; i < self->scenario->issues->len; i++)
    {
      g_autofree char *words = party_words (self, party, i);

      if (*words != '\0')
        return TRUE;
    }
  return FALSE;
}

static void
add_columns (ParleyBrief *self, ParleyTable *table, const guint *parties, guint n)
{
  parley_table_column (table, _ ("Issue"), PARLEY_COLUMN_TEXT);
  parley_table_group (table, _ ("Weight, %"), n);
  for (guint i = 0; i < n; i++)
    parley_table_column (table, parley_brief_party_title (self, parties[i]), PARLEY_COLUMN_NUMBER);
  if (parley_brief_has_offer (self))
    parley_table_column (table, parley_brief_name (self, 0), PARLEY_COLUMN_TEXT);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf (_ ("%s: opening / target / limit"),
                                                parley_brief_party_title (self, parties[i]));

      if (has_position (self, parties[i]))
        parley_table_column (table, title, PARLEY_COLUMN_TEXT);
    }
  if (self->briefing->stakes != NULL)
    parley_table_column (table, _ ("Trade"), PARLEY_COLUMN_TEXT);
  if (self->briefing->plan != NULL)
    parley_table_column (table, _ ("Plan"), PARLEY_COLUMN_LABEL);
}

/* "Past aid: get the money back", with the interest of the party that the briefing is for. */
static char *
issue_words (const ParleyBrief *self, guint issue)
{
  int own = self->briefing->request.party;
  const ParleyPosition *position = own < 0 ? NULL : position_of (self, (guint) own, issue);
  g_autofree char *title = parley_brief_issue (self, issue);
  g_autofree char *interest = NULL;

  if (position == NULL || position->interest == NULL)
    return g_steal_pointer (&title);
  interest = parley_brief_short (position->interest);
  return g_strdup_printf ("%s: %s", title, interest);
}

static void
add_row (ParleyBrief *self, ParleyTable *table, guint issue, const guint *parties, guint n)
{
  parley_table_row (table);
  parley_table_take_cell (table, issue_words (self, issue));
  for (guint i = 0; i < n; i++)
    add_weight (table, self, parties[i], issue);
  if (parley_brief_has_offer (self))
    parley_table_take_cell (table, parley_brief_term (self, 0, issue));
  for (guint i = 0; i < n; i++)
    if (has_position (self, parties[i]))
      parley_table_take_cell (table, party_words (self, parties[i], issue));
  if (self->briefing->stakes != NULL)
    parley_table_take_cell (table, trade_words (self, issue));
  if (self->briefing->plan != NULL)
    parley_table_take_cell (table, marker_words (self, issue));
}

void
parley_brief_add_issue_table (ParleyBrief *self)
{
  g_autofree guint *parties = g_new (guint, self->scenario->parties->len);
  guint n = parley_brief_parties (self, parties);
  g_autoptr(GArray) ranks = rank_issues (self, parties, n);
  guint most = ranks->len > VERY_MANY ? OF_VERY_MANY_SHOWN : ISSUES_SHOWN;
  guint n_shown = ranks->len <= most + 1 ? ranks->len : most;
  ParleyTable *table = NULL;

  parley_document_heading (self->document, 2, "%s", _ ("Issues"));
  table = parley_document_table (self->document, PARLEY_TABLE_RULED);
  add_columns (self, table, parties, MIN (n, 2));
  for (guint i = 0; i < n_shown; i++)
    add_row (self, table, g_array_index (ranks, Rank, i).issue, parties, MIN (n, 2));
  if (n_shown < ranks->len)
    parley_table_note (table, _ ("%u more issues, which matter less: see the annex on issues."),
                       ranks->len - n_shown);
  if (self->briefing->stakes != NULL)
    parley_table_note (
        table, "%s",
        _ ("Trade: the issue on which the first side has most points for each of the other's is "
           "paired with the one on which it has fewest, and so on inwards; what the plan leaves as it "
           "is stands at \"hold\"."));
}
