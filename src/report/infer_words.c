/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/infer_part.h"
#include "report/likelihood.h"
#include "report/number.h"
#include "report/words.h"

const ParleyParty *
parley_infer_party (const ParleyInference *self)
{
  return parley_scenario_party (self->scenario, self->party);
}

const ParleyClue *
parley_infer_clue (const ParleyInference *self, guint clue)
{
  return g_ptr_array_index (self->revealed->clues, clue);
}

char *
parley_infer_when (const ParleyInference *self, guint clue)
{
  const char *date = parley_infer_clue (self, clue)->move.date;

  return date == NULL ? g_strdup ("no date") : parley_words_day (date, self->scenario->as_of);
}

static char *
name_draft (const ParleyInference *self, guint draft)
{
  return parley_words_draft (parley_scenario_draft (self->scenario, draft), self->scenario->as_of);
}

static gboolean
is_no_worse (const ParleyDraftPreference *preference)
{
  return !preference->alike && !preference->by_some && mpq_sgn (preference->points) == 0;
}

/* ", by 5 points or more", "" where any difference will do. */
static char *
name_points (const ParleyDraftPreference *preference)
{
  g_autofree char *points = parley_words_input (preference->points);

  if (preference->by_some || is_no_worse (preference))
    return g_strdup ("");
  return g_strdup_printf (preference->alike ? ", within %s %s" : ", by %s %s or more", points,
                          mpq_cmp_ui (preference->points, 1, 1) == 0 ? "point" : "points");
}

char *
parley_infer_draft (const ParleyInference *self, guint clue)
{
  const ParleyDraftPreference *preference = parley_infer_clue (self, clue)->preference;
  g_autofree char *draft = name_draft (self, parley_infer_clue (self, clue)->move.draft);
  g_autofree char *other = NULL;
  g_autofree char *points = NULL;

  if (preference == NULL)
    return g_steal_pointer (&draft);
  other = name_draft (self, preference->drafts[1]);
  points = name_points (preference);
  return g_strdup_printf ("\"%s\" %s \"%s\"%s", draft,
                          preference->alike           ? "and"
                          : is_no_worse (preference) ? "than"
                                                     : "to",
                          other, points);
}

const char *
parley_infer_act (const ParleyInference *self, guint clue)
{
  const ParleyClue *one = parley_infer_clue (self, clue);

  if (one->preference == NULL)
    return parley_words_act (one->move.act);
  return one->preference->alike           ? "judged to find alike"
         : is_no_worse (one->preference) ? "judged to find no worse"
                                         : "judged to prefer";
}

const char *
parley_infer_verb (const ParleyInference *self, guint clue)
{
  const ParleyClue *one = parley_infer_clue (self, clue);

  if (one->preference != NULL)
    return parley_infer_act (self, clue);
  switch (one->move.act)
    {
    case PARLEY_ACT_TABLED:
      return "tabled";
    case PARLEY_ACT_ACCEPTED_TEXT:
      return "accepted the text of";
    case PARLEY_ACT_IN_FORCE:
      return "put in force";
    default:
      return parley_infer_act (self, clue);
    }
}

char *
parley_infer_deed (const ParleyInference *self, guint clue)
{
  gboolean is_judged = parley_infer_clue (self, clue)->preference != NULL;
  const char *quote = is_judged ? "" : "\"";
  g_autofree char *when = parley_infer_when (self, clue);
  g_autofree char *draft = parley_infer_draft (self, clue);

  return g_strdup_printf ("it %s%s %s%s%s (%s)", is_judged ? "is " : "",
                          parley_infer_verb (self, clue), quote, draft, quote, when);
}

guint
parley_infer_count_preferences (const ParleyInference *self)
{
  guint n = 0;

  for (guint c = 0; c < self->revealed->clues->len; c++)
    n += parley_infer_clue (self, c)->preference != NULL;
  return n;
}

char *
parley_infer_red_lines (const ParleyInference *self, guint clue)
{
  const GArray *lines = self->red_lines[clue];
  GString *text = g_string_new (NULL);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const ParleyRedLine *line = g_ptr_array_index (parley_infer_party (self)->red_lines,
                                                     g_array_index (lines, guint, i));

      g_string_append_printf (text, "%s\"%s\"", i == 0 ? "" : ", ",
                              parley_words_title (line->title, line->id));
    }
  return g_string_free (text, FALSE);
}

const char *
parley_infer_kind (const ParleyClue *clue)
{
  static const char *const words[] = {
    [PARLEY_CLUE_TEACHES] = "teaches",   [PARLEY_CLUE_RED_LINE] = "red-line",
    [PARLEY_CLUE_CROSSES] = "crosses",   [PARLEY_CLUE_UNSCORED] = "unscored",
    [PARLEY_CLUE_TOO_MUCH] = "too-much", [PARLEY_CLUE_INFEASIBLE] = "infeasible",
  };

  return words[clue->kind];
}

/* What is left */

/* "40", "7,000": of what one is left; two digits that count, or one of what is little known. */
static char *
round_number (double number, double error)
{
  double unit = pow (10, fmax (0, floor (log10 (number)) - (error < 0.1 * number ? 1 : 0)));

  g_autofree char *text = NULL;
  mpz_t whole;

  mpz_init_set_d (whole, unit * round (number / unit));
  text = parley_words_count (whole);
  mpz_clear (whole);
  return g_steal_pointer (&text);
}

static char *
small_share (double share, double error)
{
  g_autofree char *of = round_number (1 / share, error / (share * share));
  guint decimals = (guint) CLAMP (1 - floor (log10 (100 * share)), 0, 6);
  g_autofree char *percent = parley_number_decimal (100 * share, decimals);
  g_autofree char *more = parley_number_decimal (100 * error, decimals);

  /* Of one of many millions a percentage has no digits to show. */
  if (100 * share < 1e-5)
    return g_strdup_printf ("about one of %s", of);
  return g_strdup_printf ("about one of %s (%s %% +/- %s)", of, percent, more);
}

char *
parley_infer_left (const ParleyInference *self)
{
  double left = self->likely->left;
  g_autofree char *of = NULL;

  if (left >= 0.1)
    return parley_likelihood_share ((ParleyFrequency){ left, 0 });
  if (left > 0)
    return small_share (left, self->likely->left_error);
  of = round_number (1 / self->likely->left_error, 0);
  return g_strdup_printf ("less than one of %s", of);
}

const char *
parley_infer_lesson (double left)
{
  return left > 0.95   ? "next to nothing"
         : left > 0.5  ? "little"
         : left > 0.05 ? "something"
                       : "much";
}

const char *
parley_infer_believed (const ParleyInference *self)
{
  const ParleyParty *party = parley_infer_party (self);

  if (party->normalize && party->ranked)
    return "all weights in the order of its ranking and what was believed of its reservation";
  if (party->normalize && self->revealed_request.belief == PARLEY_BELIEF_NOTHING)
    return "all weights and what was believed of its reservation";
  return "what was believed of its weights and reservation";
}

/* Numbers */

const char *
parley_infer_reservation_from (const ParleyInference *self, guint reservation)
{
  const ParleyParty *party = parley_infer_party (self);
  const ParleyNumber *number = g_ptr_array_index (self->revealed->reservations, reservation);

  for (guint i = 0; i < party->changes->len; i++)
    {
      const ParleyReservationChange *change = g_ptr_array_index (party->changes, i);

      if (change->reservation == number)
        return change->from;
    }
  return NULL;
}

/* "Reservation", "Reservation from 3 Mar": one of the reservations that count. */
static char *
reservation_words (const ParleyInference *self, guint reservation)
{
  const char *from = parley_infer_reservation_from (self, reservation);
  g_autofree char *day = parley_words_day (from, self->scenario->as_of);

  if (from != NULL)
    return g_strdup_printf ("Reservation from %s", day);
  return g_strdup (parley_infer_party (self)->changes->len > 0 ? "Reservation at first"
                                                               : "Reservation");
}

char *
parley_infer_name (const ParleyInference *self, guint number)
{
  const ParleyRevealed *revealed = self->revealed;

  if (number >= revealed->n_shares)
    return reservation_words (self, number - revealed->n_shares);
  return g_strdup (parley_scenario_issue (self->scenario, revealed->issues[number])->title);
}

char *
parley_infer_number (const ParleyInference *self, guint number, double value)
{
  return parley_number_decimal (number < self->revealed->n_shares ? 100 * value : value, 1);
}

void
parley_infer_written (const ParleyInference *self, guint number, mpq_ptr value)
{
  const ParleyRevealed *revealed = self->revealed;

  if (number < revealed->n_shares)
    parley_weight_share (parley_infer_party (self), revealed->issues[number], NULL, value);
  else
    mpq_set (value, ((ParleyNumber *) g_ptr_array_index (revealed->reservations,
                                                         number - revealed->n_shares))
                        ->value);
}
