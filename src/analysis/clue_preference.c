/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/clue.h"

#include "analysis/completions.h"
#include "space/extent.h"

/* One of the two drafts. */
typedef struct
{
  ParleyCompletions completions;
  ParleyOutline    *all;
  ParleyOutline    *clean; /* those that cross no red line; NULL: as though there were none */
} Side;

/* Of completions that are looked at. */
#define MOST_PAIRS 10000

typedef enum
{
  LOWEST,
  HIGHEST,
  EVERY
} Corners;

static void
side_clear (Side *self)
{
  g_clear_pointer (&self->clean, parley_outline_free);
  g_clear_pointer (&self->all, parley_outline_free);
  parley_completions_clear (&self->completions);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

static gboolean
side_init (Side *self,
           const ParleyScenario *scenario,
           const ParleyClue *clue,
           guint slot,
           gboolean no_red_lines,
           GError **error)
{
  guint party = clue->move.party;

  if (!parley_completions_init (&self->completions, scenario, clue->preference->drafts[slot], party,
                                NULL, error))
    return FALSE;
  self->all = parley_outline_new (self->completions.space, party, error);
  if (self->all == NULL || no_red_lines)
    return self->all != NULL;
  self->clean
      = parley_outline_new_clean (self->completions.space, party, PARLEY_NONE_SPARED, error);
  return self->clean != NULL;
}

/* As of a rejection: a red line that is crossed, or may be, explains what a party likes less, or
 * leaves open why it likes the text at all. */
static ParleyClueKind
kind_of (const Side *self, ParleyOpen open)
{
  ParleyExtent extent;

  if (!parley_outline_is_feasible (self->all))
    return PARLEY_CLUE_INFEASIBLE;
  if (self->clean == NULL)
    return PARLEY_CLUE_TEACHES;
  extent = parley_extent (self->all, self->completions.utility);
  return extent.verdict_high < -PARLEY_SCORE_LIMIT
                 || (extent.verdict_low < -PARLEY_SCORE_LIMIT && open == PARLEY_OPEN_ANY)
             ? PARLEY_CLUE_RED_LINE
             : PARLEY_CLUE_TEACHES;
}

static ParleyCorners *
corners_of (const Side *self, Corners which)
{
  const ParleyOutline *outline = self->clean != NULL ? self->clean : self->all;
  const ParleyValues *values = self->completions.values;
  const ParleyUtility *utility = self->completions.utility;

  return which == EVERY ? parley_corners_new_every (outline, values, utility)
                        : parley_corners_new (outline, values, utility, which == HIGHEST);
}

/* What tells gaps apart; with @both, those that are each other's opposites are not. */
static char *
name_gap (const ParleyCorner *more, const ParleyCorner *less, guint n_issues, gboolean both)
{
  GString *name = g_string_new (NULL);
  int sign = both ? 0 : 1;
  mpq_t gap;

  mpq_init (gap);
  for (guint i = 0; i <= n_issues; i++)
    {
      g_autofree char *text = NULL;

      mpq_sub (gap, i < n_issues ? more->values[i] : more->points,
               i < n_issues ? less->values[i] : less->points);
      if (sign == 0)
        sign = mpq_sgn (gap);
      if (sign < 0)
        mpq_neg (gap, gap);
      text = parley_exact_to_text (gap, 0);
      g_string_append_printf (name, "%s ", text);
    }
  mpq_clear (gap);
  return g_string_free (name, FALSE);
}

/* What each corner of @first has more than each of @second, with @points on top; with @both what it
 * has less as well, with them on top. Of many pairs most are the same, where texts have the same
 * open terms. */
static gboolean
add_gaps (ParleyClue *self,
          const Side *first,
          Corners first_corners,
          const Side *second,
          Corners second_corners,
          mpq_srcptr points,
          gboolean both)
{
  g_autoptr(ParleyCorners) more = corners_of (first, first_corners);
  g_autoptr(ParleyCorners) less = corners_of (second, second_corners);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (more == NULL || less == NULL
      || (guint64) more->corners->len * less->corners->len > MOST_PAIRS)
    return FALSE;
  for (guint i = 0; i < more->corners->len; i++)
    for (guint j = 0; j < less->corners->len; j++)
      {
        const ParleyCorner *one = parley_corners_get (more, i);
        const ParleyCorner *other = parley_corners_get (less, j);

        if (!g_hash_table_add (seen, name_gap (one, other, self->corners->n_issues, both)))
          continue;
        parley_corners_add_gap (self->corners, one, other, points);
        if (both)
          parley_corners_add_gap (self->corners, other, one, points);
      }
  return g_hash_table_size (seen) <= PARLEY_MOST_CORNERS;
}

/* The gap is at least some points wide; or, where it may be as narrow as one likes, the other way
 * round it is below 0. */
static gboolean
prefer (ParleyClue *self, const Side *liked, const Side *other)
{
  const ParleyDraftPreference *preference = self->preference;
  gboolean any = self->open == PARLEY_OPEN_ANY;
  Corners first = any ? HIGHEST : LOWEST;
  Corners second = any ? LOWEST : HIGHEST;
  gboolean is_done = FALSE;
  mpq_t points;

  self->reaches = !preference->by_some;
  mpq_init (points);
  mpq_neg (points, preference->points);
  is_done = preference->by_some ? add_gaps (self, other, second, liked, first, points, FALSE)
                                : add_gaps (self, liked, first, other, second, points, FALSE);
  mpq_clear (points);
  return is_done;
}

/* Neither way wider than that. Which completions those are that are nearest to each other hangs on
 * the weights, so where one pair is enough all are looked at. */
static gboolean
liken (ParleyClue *self, const Side *one, const Side *other)
{
  mpq_srcptr points = self->preference->points;

  self->reaches = TRUE;
  if (self->open == PARLEY_OPEN_ANY)
    {
      self->n_together = 2;
      return add_gaps (self, one, EVERY, other, EVERY, points, TRUE);
    }
  return add_gaps (self, one, LOWEST, other, HIGHEST, points, FALSE)
         && add_gaps (self, other, LOWEST, one, HIGHEST, points, FALSE);
}

static gboolean
compare_drafts (ParleyClue *self,
                const ParleyScenario *scenario,
                const ParleyClueRequest *request,
                GError **error)
{
  g_auto(Side) first = { 0 };
  g_auto(Side) second = { 0 };
  gboolean is_done = FALSE;

  if (!side_init (&first, scenario, self, 0, request->no_red_lines, error)
      || !side_init (&second, scenario, self, 1, request->no_red_lines, error))
    return FALSE;
  self->kind = kind_of (&first, self->open);
  if (self->kind == PARLEY_CLUE_TEACHES)
    self->kind = kind_of (&second, self->open);
  if (self->kind != PARLEY_CLUE_TEACHES)
    return TRUE;
  self->corners = parley_corners_new_empty (scenario->issues->len);
  is_done
      = self->preference->alike ? liken (self, &first, &second) : prefer (self, &first, &second);
  if (is_done)
    return TRUE;
  self->kind = PARLEY_CLUE_TOO_MUCH;
  g_clear_pointer (&self->corners, parley_corners_free);
  return TRUE;
}

ParleyClue *
parley_clue_new_preference (const ParleyScenario *scenario,
                            guint party,
                            const ParleyDraftPreference *preference,
                            const ParleyClueRequest *request,
                            GError **error)
{
  g_autoptr(ParleyClue) self = g_new0 (ParleyClue, 1);

  self->preference = preference;
  self->move
      = (ParleyDeed){ .party = party, .draft = preference->drafts[0], .date = preference->date };
  self->open = request->open;
  self->n_together = 1;
  self->kind = PARLEY_CLUE_UNSCORED;
  if (parley_party_is_weighted (parley_scenario_party (scenario, party))
      && !compare_drafts (self, scenario, request, error))
    return NULL;
  return g_steal_pointer (&self);
}
