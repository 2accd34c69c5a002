/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/extent.h"

#include "base/error.h"

#define MAX_BLOCK_SIZE 100000000

/* What one block does to one utility's score. */
typedef struct
{
  ParleyScore low;
  ParleyScore high;
  gboolean    crosses; /* some combination crosses a red line */
  gboolean    clean;   /* some does not */
  ParleyScore clean_high;
} Part;

typedef struct
{
  GPtrArray *utilities;
  Part      *parts; /* one a utility */
  gboolean   found;
} Search;

static void
add_score (Part *part, ParleyScore score, gboolean crossed, gboolean first)
{
  part->low = first ? score : MIN (part->low, score);
  part->high = first ? score : MAX (part->high, score);
  part->crosses |= crossed;
  if (crossed)
    return;
  part->clean_high = part->clean ? MAX (part->clean_high, score) : score;
  part->clean = TRUE;
}

static gboolean
visit (const ParleyTuple *tuple, gpointer data)
{
  Search *search = data;

  for (guint s = 0; s < search->utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (search->utilities, s);

      add_score (&search->parts[s], tuple->scores[s], (tuple->crossed >> utility->party & 1) != 0,
                 !search->found);
    }
  search->found = TRUE;
  return TRUE;
}

/* A deal crosses a red line when any of its blocks does, so it is clean only when all
 * are. */
static void
add_part (ParleyExtent *extent, Part *sum, const Part *part)
{
  extent->low += part->low;
  extent->high += part->high;
  sum->clean_high += part->clean_high;
  sum->crosses |= part->crosses;
  sum->clean &= part->clean;
}

static void
set_verdict_scores (ParleyExtent *extent, const Part *sum)
{
  extent->verdict_low = extent->low - (sum->crosses ? PARLEY_SCORE_CROSSED : 0);
  extent->verdict_high = sum->clean ? sum->clean_high : extent->high - PARLEY_SCORE_CROSSED;
}

static void
set_limit_error (const ParleySpace *space, const ParleyIssueBlock *block, GError **error)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < block->n_axes; i++)
    {
      guint issue = space->domain->axes[block->axes[i]].issue;

      g_string_append_printf (names, "%s%s", i == 0 ? "" : ", ",
                              parley_scenario_issue (space->scenario, issue)->id);
    }
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
               "rules, red lines, adjustments and derived issues tie these issues together, and "
               "they have more than %d combinations: %s",
               MAX_BLOCK_SIZE, names->str);
}

/* Searches one block. Returns: FALSE with @error set when it is too wide. */
static gboolean
search_block (const ParleySpace      *space,
              const ParleyIssueBlock *block,
              Search                 *search,
              GError                **error)
{
  if (parley_space_block_size (space, block) > MAX_BLOCK_SIZE)
    {
      set_limit_error (space, block, error);
      return FALSE;
    }
  memset (search->parts, 0, search->utilities->len * sizeof *search->parts);
  search->found = FALSE;
  parley_walk (space, block->axes, block->n_axes, search->utilities, visit, search);
  return TRUE;
}

gboolean
parley_extent (const ParleySpace *space,
               GPtrArray         *utilities,
               ParleyExtent      *extents,
               gboolean          *feasible,
               GError           **error)
{
  guint n = utilities->len;
  g_autofree Part *parts = g_new0 (Part, n);
  g_autofree Part *sums = g_new0 (Part, n);
  Search search = { utilities, parts, FALSE };

  memset (extents, 0, n * sizeof *extents);
  for (guint s = 0; s < n; s++)
    sums[s].clean = TRUE;
  *feasible = TRUE;
  for (guint b = 0; b < space->blocks->len && *feasible; b++)
    {
      if (!search_block (space, g_ptr_array_index (space->blocks, b), &search, error))
        return FALSE;
      *feasible = search.found;
      for (guint s = 0; s < n; s++)
        add_part (&extents[s], &sums[s], &parts[s]);
    }
  for (guint s = 0; s < n; s++)
    set_verdict_scores (&extents[s], &sums[s]);
  if (!*feasible)
    memset (extents, 0, n * sizeof *extents);
  return TRUE;
}
