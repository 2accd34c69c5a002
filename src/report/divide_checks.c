/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/divide_checks.h"
#include "report/stakes.h"
#include "report/term_words.h"
#include "report/words.h"

/* Fractions with more than this below the line say less than a percentage. */
#define MOST_PARTS 1000

const char *
parley_division_side (const ParleyDivision *self, guint side)
{
  return parley_scenario_party (self->scenario, self->parties[side])->title;
}

const ParleyLot *
parley_division_lot (const ParleyDivision *self, guint index)
{
  return g_ptr_array_index (self->lots, index);
}

const char *
parley_division_issue (const ParleyDivision *self, const ParleyStake *stake)
{
  return parley_scenario_issue (self->scenario, stake->issue)->title;
}

/* A part of 1 in percent, "18.2 %". */
static char *
percent_words (mpq_srcptr part)
{
  g_autofree char *percent = NULL;
  mpq_t hundred;

  mpq_init (hundred);
  mpq_set_ui (hundred, 100, 1);
  mpq_mul (hundred, hundred, part);
  percent = parley_words_points (hundred);
  mpq_clear (hundred);
  return g_strconcat (percent, " %", NULL);
}

char *
parley_words_part (mpq_srcptr part)
{
  return mpz_cmp_ui (mpq_denref (part), MOST_PARTS) <= 0 ? parley_exact_to_text (part, 0)
                                                         : percent_words (part);
}

/* How it came about */

static char *
level_issues (const ParleyDivision *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n = 0;
  guint found = 0;

  for (guint i = 0; i < self->lots->len; i++)
    n += parley_division_lot (self, i)->first < 0;
  for (guint i = 0; i < self->lots->len; i++)
    if (parley_division_lot (self, i)->first < 0)
      parley_words_join (text, found++, n,
                         parley_division_issue (self, parley_division_lot (self, i)->stake));
  return n == 0 ? NULL : g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
has_moved (const ParleyLot *lot)
{
  return lot->first >= 0 && mpq_sgn (lot->part[1 - lot->first]) > 0;
}

/* "all of \"Doubloon\" and 3/7 of \"Treasure chest\"", in the order in which they go over: those
 * first on which the side that gives them up has least more points. */
static char *
moved_issues (const ParleyDivision *self, guint giver)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n = 0;
  guint found = 0;

  for (guint i = 0; i < self->lots->len; i++)
    n += has_moved (parley_division_lot (self, i));
  for (guint i = 0; i < self->lots->len; i++)
    {
      const ParleyLot *lot = parley_division_lot (self, giver == 0 ? self->lots->len - 1 - i : i);
      g_autofree char *part = NULL;
      g_autofree char *item = NULL;

      if (!has_moved (lot))
        continue;
      part = parley_words_part (lot->part[1 - giver]);
      item = g_strdup_printf ("%s of \"%s\"", parley_lot_winner (lot) >= 0 ? "all" : part,
                              parley_division_issue (self, lot->stake));
      parley_words_join (text, found++, n, item);
    }
  return n == 0 ? NULL : g_string_free (g_steal_pointer (&text), FALSE);
}

void
parley_divide_add_steps (ParleyDocument *document, const ParleyDivision *self)
{
  g_autofree char *first = parley_words_points (self->first[0]);
  g_autofree char *second = parley_words_points (self->first[1]);
  g_autofree char *level = level_issues (self);
  guint giver = mpq_cmp (self->first[0], self->first[1]) < 0;
  g_autofree char *moved = moved_issues (self, giver);

  parley_document_heading (document, 2, "How it comes about");
  parley_document_entry (document, "First",
                         "each issue goes to the side with more points on it: %s %s, %s %s.%s%s%s",
                         parley_division_side (self, 0), first, parley_division_side (self, 1),
                         second, level == NULL ? "" : " Both have the same on ",
                         level == NULL ? "" : level,
                         level == NULL ? "" : ", which evens out the rest.");
  if (moved != NULL)
    parley_document_entry (document, "Then",
                           "to make both equal, %s hands %s %s: there it loses least for what the "
                           "other gains.",
                           parley_division_side (self, giver),
                           parley_division_side (self, 1 - giver), moved);
}

/* Checks */

/* "its share worth 66.4 and the other's 33.6", by the points of @side. */
static char *
shares_words (const ParleyDivision *self, guint side)
{
  g_autofree char *own = parley_words_points (self->total[side]);
  g_autofree char *others = NULL;
  mpq_t rest;

  mpq_init (rest);
  mpq_set_ui (rest, 100, 1);
  mpq_sub (rest, rest, self->total[side]);
  others = parley_words_points (rest);
  mpq_clear (rest);
  return g_strdup_printf ("%s%s and %s%s", side == 0 ? "its share worth " : "", own,
                          side == 0 ? "the other's " : "", others);
}

static void
add_envy (ParleyDocument *document, const ParleyDivision *self)
{
  g_autofree char *first = shares_words (self, 0);
  g_autofree char *second = shares_words (self, 1);

  parley_document_entry (document, "Envy", "%s: by its own points %s finds %s, %s %s.",
                         self->envy_free ? "none" : "SOME", parley_division_side (self, 0), first,
                         parley_division_side (self, 1), second);
}

/* What the split of an issue can mean. */
static void
add_split (ParleyDocument *document, const ParleyDivision *self)
{
  const ParleyStake *stake = parley_division_lot (self, (guint) self->split)->stake;
  guint option = 0;
  g_autofree char *words = NULL;
  mpq_t number;

  mpq_init (number);
  if (parley_division_split_option (self, &option))
    {
      words = parley_stake_words (stake, self->space, option);
      parley_document_entry (document, "The split",
                             "\"%s\" gives each side at least its part of \"%s\".", words,
                             parley_division_issue (self, stake));
    }
  else if (parley_division_split_number (self, number))
    {
      words = parley_words_number (parley_scenario_issue (self->scenario, stake->issue), number);
      parley_document_entry (document, "The split",
                             "%s gives each side just its part of \"%s\", as what it is worth to "
                             "each follows a straight line.",
                             words, parley_division_issue (self, stake));
    }
  else
    parley_document_entry (document, "The split",
                           "no option of the file gives both sides their parts of \"%s\". It would "
                           "have to be shared out: by time, in pieces, by lot or against money.",
                           parley_division_issue (self, stake));
  mpq_clear (number);
}

static void
add_efficient (ParleyDocument *document, const ParleyDivision *self)
{
  if (!self->efficient)
    parley_document_entry (document, "Efficient", "NO: another division is better for both.");
  else
    parley_document_entry (
        document, "Efficient",
        "yes, among divisions: any other that gives one side more gives the other less.%s",
        self->middles->len == 0 ? ""
        : self->efficient_among_mixtures
            ? " Nor do the options in between, see below, give one side more and the other no less."
            : " But with options in between, see below, shared out likewise, one side could have "
              "more and the other no less.");
}

static void
add_middles (ParleyDocument *document, const ParleyDivision *self)
{
  ParleyTable *table = NULL;

  if (self->middles->len == 0)
    return;
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_caption (table, "Options in between that are worth more than a split of the issue");
  parley_table_column (table, "Issue", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "Option", PARLEY_COLUMN_TEXT);
  parley_table_group (table, "Gets of what is at stake", 2);
  for (guint s = 0; s < 2; s++)
    parley_table_column (table, parley_division_side (self, s), PARLEY_COLUMN_NUMBER);
  for (guint i = 0; i < self->middles->len; i++)
    {
      const ParleyMiddle *middle = g_ptr_array_index (self->middles, i);

      parley_table_row (table);
      parley_table_cell_text (table, parley_division_issue (self, middle->stake));
      parley_table_take_cell (table,
                              parley_stake_words (middle->stake, self->space, middle->option));
      for (guint s = 0; s < 2; s++)
        parley_table_take_cell (table, percent_words (middle->part[s]));
    }
  parley_table_note (table, "Together more than 100 %%, where a split makes just that; \"parley "
                            "deals\" looks for the best of such deals.");
}

/* How many of the deals the party accepts. */
static char *
accepted_words (const ParleyDivision *self, guint side)
{
  return parley_words_share (self->deals->total.by_party[self->parties[side]],
                             self->deals->total.feasible);
}

/* How many deals do as the division says, and who accepts how many of them. */
void
parley_divide_add_deals (ParleyDocument *document, const ParleyDivision *self)
{
  g_autofree char *everyone = parley_words_everyone (self->scenario);
  g_autofree char *count = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *all = NULL;

  if (self->deals == NULL)
    return;
  parley_document_heading (document, 2, "As a deal");
  if (mpz_sgn (self->deals->total.feasible) == 0)
    {
      parley_document_paragraph (document, "The rules allow no deal with all of these terms.");
      return;
    }
  count = parley_words_counted_deals (self->deals->total.feasible, "deal has", "deals have");
  first = accepted_words (self, 0);
  second = accepted_words (self, 1);
  all = parley_words_share (self->deals->total.all, self->deals->total.feasible);
  parley_document_paragraph (
      document, "%s these terms%s. %s accepts %s of them, %s %s, and %s accept %s.", count,
      self->split < 0 ? "" : ", whatever they say on the issue that is split",
      parley_division_side (self, 0), first, parley_division_side (self, 1), second, everyone, all);
}

void
parley_divide_add_checks (ParleyDocument *document, const ParleyDivision *self)
{
  g_autofree char *first = parley_words_points (self->total[0]);
  g_autofree char *second = parley_words_points (self->total[1]);

  parley_document_heading (document, 2, "What was checked");
  add_envy (document, self);
  parley_document_entry (document, "Equal", "%s: %s and %s points.", self->equitable ? "yes" : "NO",
                         first, second);
  add_efficient (document, self);
  if (self->split >= 0)
    add_split (document, self);
  add_middles (document, self);
}
