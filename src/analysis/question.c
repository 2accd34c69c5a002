/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/question.h"

#include <math.h>

/* Bits */

/* What is less is nothing: questions that tell nothing keep their order. */
#define ROUNDING 1e-12

static double
part_of_bits (double chance)
{
  return chance <= 0 ? 0 : -chance * log2 (chance);
}

double
parley_bits (double chance)
{
  return part_of_bits (chance) + part_of_bits (1 - chance);
}

double
parley_bits_told (double yes, double if_yes, double if_no)
{
  double chance = yes * if_yes + (1 - yes) * if_no;
  double left = yes * parley_bits (if_yes) + (1 - yes) * parley_bits (if_no);
  double told = parley_bits (chance) - left;

  return told < ROUNDING ? 0 : told;
}

/* Asking */

typedef struct
{
  const ParleyPosterior    *posterior;
  const ParleyParty        *party;
  const ParleyForecastPair *asked;
  double                    n_accepted; /* draws in which the draft is, those in doubt in part */
  double                    slip;
  GArray                   *questions;  /* of ParleyQuestion */
} Work;

static double
n_accepted (const ParleyForecastPair *pair)
{
  double n = 0;

  for (guint64 d = 0; d < pair->worst->n_draws; d++)
    n += parley_forecast_pair_accepts (pair, d);
  return n;
}

/* Adds a question that is answered yes in so many draws, and yes along with acceptance in so many
 * of them; one whose answer is known is none. Sums of draws have no rounding errors as shares have.
 */
static void
add (Work *self, ParleyQuestion question, double yes, double both)
{
  double n = (double) self->posterior->n_draws;

  if (yes <= 0 || yes >= n)
    return;
  question.yes = yes / n;
  question.if_yes = parley_slip (fmin (fmax (both / yes, 0), 1), self->slip);
  question.if_no
      = parley_slip (fmin (fmax ((self->n_accepted - both) / (n - yes), 0), 1), self->slip);
  question.bits = parley_bits_told (question.yes, question.if_yes, question.if_no);
  g_array_append_val (self->questions, question);
}

static const double *
draw_of (const Work *self, guint64 draw)
{
  return self->posterior->draws + draw * self->posterior->n_numbers;
}

static void
ask_heavier (Work *self, guint first, guint second)
{
  const ParleyRevealed *revealed = self->posterior->revealed;
  ParleyQuestion question = { .kind = PARLEY_QUESTION_HEAVIER,
                              .first = revealed->issues[first],
                              .second = revealed->issues[second] };
  double yes = 0;
  double both = 0;

  for (guint64 d = 0; d < self->posterior->n_draws; d++)
    if (draw_of (self, d)[first] > draw_of (self, d)[second])
      {
        yes++;
        both += parley_forecast_pair_accepts (self->asked, d);
      }
  add (self, question, yes, both);
}

/* A draw of the reservation, and how likely the draft is accepted by it. */
typedef struct
{
  double reservation;
  double accepts;
} Threshold;

static gint
lower_first (gconstpointer a, gconstpointer b)
{
  double x = ((const Threshold *) a)->reservation;
  double y = ((const Threshold *) b)->reservation;

  return (x > y) - (x < y);
}

/* Draws by their reservation; those of one in the order in which they were drawn. */
static GArray *
sort_by_reservation (const Work *self, guint reservation)
{
  GArray *thresholds = g_array_new (FALSE, FALSE, sizeof (Threshold));

  for (guint64 d = 0; d < self->posterior->n_draws; d++)
    {
      Threshold threshold
          = { draw_of (self, d)[reservation], parley_forecast_pair_accepts (self->asked, d) };

      g_array_append_val (thresholds, threshold);
    }
  g_array_sort (thresholds, lower_first);
  return thresholds;
}

/* Of all whole points the one that tells most; of equals the lowest. Only those matter that a draw
 * lies just below, or on. */
static void
ask_reservation (Work *self, guint reservation)
{
  g_autoptr(GArray) draws = sort_by_reservation (self, reservation);
  guint at = self->questions->len;
  double both = self->n_accepted;

  for (guint d = 0; d < draws->len;)
    {
      double above = ceil (g_array_index (draws, Threshold, d).reservation);
      ParleyQuestion question = { .kind = PARLEY_QUESTION_RESERVATION, .above = above };

      for (; d < draws->len && g_array_index (draws, Threshold, d).reservation <= above; d++)
        both -= g_array_index (draws, Threshold, d).accepts;
      add (self, question, draws->len - d, both);
      if (self->questions->len == at + 2)
        g_array_remove_index (self->questions,
                              g_array_index (self->questions, ParleyQuestion, at + 1).bits
                                      > g_array_index (self->questions, ParleyQuestion, at).bits
                                  ? at
                                  : at + 1);
    }
}

/* Red lines */

static double
chance_of_line (const Work *self, guint line)
{
  const ParleyRedLine *model = g_ptr_array_index (self->party->red_lines, line);

  return model->holds == NULL ? 1 : parley_exact_to_double (model->holds->value);
}

/* Lines that matter to either of two drafts. */
typedef struct
{
  guint n;
  guint lines[2 * PARLEY_MOST_DOUBTFUL_LINES];
} Lines;

static guint
place_of (Lines *self, guint line)
{
  for (guint i = 0; i < self->n; i++)
    if (self->lines[i] == line)
      return i;
  self->lines[self->n] = line;
  return self->n++;
}

/* How likely just those of @lines hold that are in @set. */
static double
chance_of_set (const Work *self, const Lines *lines, guint set)
{
  double chance = 1;

  for (guint i = 0; i < lines->n; i++)
    {
      double holds = chance_of_line (self, lines->lines[i]);

      chance *= (set >> i & 1) != 0 ? holds : 1 - holds;
    }
  return chance;
}

/* Which of the sets of @forecast's own lines is @set of @lines. */
static guint
set_of (const ParleyForecast *forecast, Lines *lines, guint set)
{
  guint own = 0;

  for (guint i = 0; i < forecast->n_lines; i++)
    own |= (set >> place_of (lines, forecast->lines[i]) & 1) << i;
  return own;
}

/* How likely it accepts in @draw when those lines hold. */
static double
accepts_in (const ParleyForecastPair *pair, const guint sets[2], guint64 draw)
{
  return (pair->worst->cases[sets[0] * pair->worst->n_draws + draw]
          + pair->best->cases[sets[1] * pair->best->n_draws + draw])
         / 2.0;
}

static void
collect_lines (const ParleyForecastPair *pair, Lines *lines)
{
  for (guint i = 0; i < pair->worst->n_lines; i++)
    place_of (lines, pair->worst->lines[i]);
  for (guint i = 0; i < pair->best->n_lines; i++)
    place_of (lines, pair->best->lines[i]);
}

static void
ask_line (Work *self, guint line)
{
  ParleyQuestion question = { .kind = PARLEY_QUESTION_RED_LINE, .first = line };
  const ParleyForecastPair *asked = self->asked;
  guint64 n = self->posterior->n_draws;
  Lines lines = { .n = 0 };
  double both = 0;

  collect_lines (asked, &lines);
  for (guint set = 0; set < 1u << lines.n; set++)
    {
      double chance = chance_of_set (self, &lines, set);
      guint sets[2] = { set_of (asked->worst, &lines, set), set_of (asked->best, &lines, set) };

      for (guint64 d = 0; (set >> place_of (&lines, line) & 1) != 0 && d < n; d++)
        both += chance * accepts_in (asked, sets, d);
    }
  add (self, question, chance_of_line (self, line) * (double) n, both);
}

static void
ask_lines (Work *self)
{
  Lines lines = { .n = 0 };

  collect_lines (self->asked, &lines);
  for (guint i = 0; i < lines.n; i++)
    ask_line (self, lines.lines[i]);
}

/* Other drafts */

/* A line that both drafts may cross holds for both or for neither. */
static void
ask_draft (Work *self, guint draft, const ParleyForecastPair *other)
{
  ParleyQuestion question = { .kind = PARLEY_QUESTION_DRAFT, .first = draft };
  guint64 n = self->posterior->n_draws;
  Lines lines = { .n = 0 };
  double both = 0;

  collect_lines (self->asked, &lines);
  collect_lines (other, &lines);
  if (lines.n > PARLEY_MOST_DOUBTFUL_LINES)
    return;
  for (guint set = 0; set < 1u << lines.n; set++)
    {
      double chance = chance_of_set (self, &lines, set);
      guint mine[2]
          = { set_of (self->asked->worst, &lines, set), set_of (self->asked->best, &lines, set) };
      guint theirs[2] = { set_of (other->worst, &lines, set), set_of (other->best, &lines, set) };

      for (guint64 d = 0; chance > 0 && d < n; d++)
        both += chance * accepts_in (self->asked, mine, d) * accepts_in (other, theirs, d);
    }
  add (self, question, n_accepted (other), both);
}

static void
ask_drafts (Work *self, const ParleyQuestionRequest *request)
{
  const ParleyScenario *scenario = self->posterior->revealed->scenario;

  for (guint d = 0; d < scenario->drafts->len; d++)
    {
      g_auto(ParleyForecastPair) other = { 0 };

      /* What cannot be looked at is not asked about. */
      if (request->drafts[d]
          && parley_forecast_pair_init (&other, self->posterior, d, request->date,
                                        request->no_red_lines, NULL))
        ask_draft (self, d, &other);
    }
}

/* All */

static gint
more_first (gconstpointer a, gconstpointer b)
{
  double x = ((const ParleyQuestion *) a)->bits;
  double y = ((const ParleyQuestion *) b)->bits;

  return (x < y) - (x > y);
}

GArray *
parley_questions_new (const ParleyPosterior *posterior, const ParleyQuestionRequest *request)
{
  const ParleyRevealed *revealed = posterior->revealed;
  Work work = { .posterior = posterior,
                .party = parley_scenario_party (revealed->scenario, revealed->party),
                .asked = request->asked,
                .n_accepted = n_accepted (request->asked),
                .slip = request->slip,
                .questions = g_array_new (FALSE, FALSE, sizeof (ParleyQuestion)) };

  ask_drafts (&work, request);
  ask_lines (&work);
  if (posterior->n_numbers > 0)
    ask_reservation (&work, request->reservation);
  for (guint i = 0; i < revealed->n_shares; i++)
    for (guint j = i + 1; j < revealed->n_shares; j++)
      ask_heavier (&work, i, j);
  /* g_array_sort() is stable. */
  g_array_sort (work.questions, more_first);
  return work.questions;
}
