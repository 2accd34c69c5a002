/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/count.h"

#include "base/error.h"
#include "space/sweep.h"

#define MAX_PAIRS 1000000000

static const ParleyRanking *
ranking_of (const ParleyHalf *half, guint slot, gboolean red_lines)
{
  return red_lines ? half->rankings[slot] : half->bare[slot];
}

static ParleyDimension
dimension (GPtrArray        *utilities,
           guint             slot,
           const ParleyHalf *mine,
           const ParleyHalf *theirs,
           gboolean          red_lines)
{
  const ParleyUtility *utility = g_ptr_array_index (utilities, slot);

  return (ParleyDimension){ ranking_of (mine, slot, red_lines),
                            ranking_of (theirs, slot, red_lines), utility->reservation };
}

/* Scores that reach the reservation where consent is not needed, too. */
static ParleyRanking *
with_waivers (const ParleyHalf *half, const ParleyRanking *ranking, guint party)
{
  ParleyScore *scores = g_memdup2 (ranking->scores, half->n_entries * sizeof *scores);

  for (gsize e = 0; e < half->n_entries; e++)
    if ((half->waived[e] >> party & 1) != 0)
      scores[e] += PARLEY_SCORE_WAIVED;
  return parley_ranking_new_take (scores, half->n_entries);
}

/* One dimension for each party that must accept. Rankings made for waivers are kept
 * in @made. */
static guint
deciding_dimensions (const ParleySpace *space,
                     GPtrArray         *utilities,
                     const ParleyHalf  *mine,
                     const ParleyHalf  *theirs,
                     gboolean           red_lines,
                     ParleyDimension   *dimensions,
                     GPtrArray         *made)
{
  guint n = 0;

  for (guint s = 0; s < utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (utilities, s);
      const ParleyParty *party = parley_scenario_party (space->scenario, utility->party);

      if (!parley_party_decides (party))
        continue;
      dimensions[n] = dimension (utilities, s, mine, theirs, red_lines);
      if (party->needed_when != NULL)
        {
          ParleyRanking *my_ranking = with_waivers (mine, dimensions[n].mine, utility->party);
          ParleyRanking *their_ranking
              = with_waivers (theirs, dimensions[n].theirs, utility->party);

          g_ptr_array_add (made, my_ranking);
          g_ptr_array_add (made, their_ranking);
          dimensions[n].mine = my_ranking;
          dimensions[n].theirs = their_ranking;
        }
      n++;
    }
  return n;
}

static void
tally_add (ParleyTally *tally,
           guint64 feasible,
           guint64 *const *by_party,
           guint n,
           guint64 all,
           gsize entry)
{
  tally->feasible += feasible;
  for (guint s = 0; s < n; s++)
    tally->by_party[s] += by_party[s][entry];
  tally->all += all;
}

/* Adds up what each entry of @mine finds in @theirs, by its options; and in total
 * when @total is not NULL. */
static void
count_half (ParleyCounts      *self,
            const ParleySpace *space,
            GPtrArray         *utilities,
            const ParleyHalf  *mine,
            const ParleyHalf  *theirs,
            gboolean           red_lines,
            ParleyTally       *total)
{
  g_autofree ParleyDimension *dimensions = g_new (ParleyDimension, utilities->len);
  g_autofree guint64 *all = g_new (guint64, mine->n_entries);
  g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) made
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_ranking_free);
  guint n = deciding_dimensions (space, utilities, mine, theirs, red_lines, dimensions, made);

  parley_sweep (dimensions, n, all);
  for (guint s = 0; s < utilities->len; s++)
    {
      ParleyDimension one = dimension (utilities, s, mine, theirs, red_lines);
      guint64 *column = g_new (guint64, mine->n_entries);

      parley_sweep (&one, 1, column);
      g_ptr_array_add (columns, column);
    }
  for (gsize e = 0; e < mine->n_entries; e++)
    {
      guint64 *const *by_party = (guint64 *const *) columns->pdata;

      if (total != NULL)
        tally_add (total, theirs->n_entries, by_party, columns->len, all[e], e);
      for (guint i = 0; i < mine->n_axes; i++)
        tally_add (&self->by_option[mine->axes[i]][mine->options[e * mine->n_axes + i]],
                   theirs->n_entries, by_party, columns->len, all[e], e);
    }
}

static ParleyCounts *
counts_alloc (const ParleySpace *space, guint n_utilities)
{
  ParleyCounts *self = g_new0 (ParleyCounts, 1);

  self->n_axes = space->domain->n_axes;
  self->total.by_party = g_new0 (guint64, n_utilities);
  self->n_options = g_new (guint, self->n_axes);
  self->by_option = g_new (ParleyTally *, self->n_axes);
  for (guint a = 0; a < self->n_axes; a++)
    {
      self->n_options[a] = space->domain->axes[a].n_options;
      self->by_option[a] = g_new0 (ParleyTally, self->n_options[a]);
      for (guint o = 0; o < self->n_options[a]; o++)
        self->by_option[a][o].by_party = g_new0 (guint64, n_utilities);
    }
  return self;
}

static gboolean
affordable (const ParleySpace *space, GPtrArray *utilities, const ParleyHalves *halves)
{
  guint n_deciding = 0;

  for (guint s = 0; s < utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (utilities, s);

      n_deciding
          += (guint) parley_party_decides (parley_scenario_party (space->scenario, utility->party));
    }
  return n_deciding <= 2
         || halves->halves[0].n_entries * halves->halves[1].n_entries <= MAX_PAIRS / n_deciding;
}

ParleyCounts *
parley_count (const ParleySpace  *space,
              GPtrArray          *utilities,
              const ParleyHalves *halves,
              gboolean            red_lines,
              GError            **error)
{
  const ParleyHalf *first = &halves->halves[0];
  const ParleyHalf *second = &halves->halves[1];
  ParleyCounts *self = NULL;

  if (!affordable (space, utilities, halves))
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
                   "more deals than can be counted for three or more deciding parties");
      return NULL;
    }
  self = counts_alloc (space, utilities->len);
  count_half (self, space, utilities, first, second, red_lines, &self->total);
  count_half (self, space, utilities, second, first, red_lines, NULL);
  return self;
}

void
parley_counts_free (ParleyCounts *self)
{
  if (self == NULL)
    return;
  for (guint a = 0; a < self->n_axes; a++)
    {
      for (guint o = 0; o < self->n_options[a]; o++)
        g_free (self->by_option[a][o].by_party);
      g_free (self->by_option[a]);
    }
  g_free (self->by_option);
  g_free (self->n_options);
  g_free (self->total.by_party);
  g_free (self);
}
