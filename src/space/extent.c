/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/extent.h"

#include "base/error.h"

#define MAX_BLOCK_SIZE 100000000

typedef struct
{
  GPtrArray    *utilities;
  ParleyExtent *extents;
  gboolean      found;
} Search;

static void
widen (ParleyScore *low, ParleyScore *high, ParleyScore score, gboolean first)
{
  if (first || score < *low)
    *low = score;
  if (first || score > *high)
    *high = score;
}

static gboolean
visit (const ParleyTuple *tuple, gpointer data)
{
  Search *search = data;

  for (guint s = 0; s < search->utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (search->utilities, s);
      ParleyExtent *extent = &search->extents[s];
      gboolean first = !search->found;

      widen (&extent->low, &extent->high, tuple->scores[s], first);
      widen (&extent->verdict_low, &extent->verdict_high,
             parley_tuple_verdict_score (tuple, s, utility->party, TRUE), first);
    }
  search->found = TRUE;
  return TRUE;
}

static void
add_extent (ParleyExtent *sum, const ParleyExtent *part)
{
  sum->low += part->low;
  sum->high += part->high;
  sum->verdict_low += part->verdict_low;
  sum->verdict_high += part->verdict_high;
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

gboolean
parley_extent (const ParleySpace *space,
               GPtrArray         *utilities,
               ParleyExtent      *extents,
               gboolean          *feasible,
               GError           **error)
{
  guint n = utilities->len;
  g_autofree ParleyExtent *part = g_new0 (ParleyExtent, n);

  memset (extents, 0, n * sizeof *extents);
  *feasible = TRUE;
  for (guint b = 0; b < space->blocks->len; b++)
    {
      const ParleyIssueBlock *block = g_ptr_array_index (space->blocks, b);
      Search search = { utilities, part, FALSE };

      if (parley_space_block_size (space, block) > MAX_BLOCK_SIZE)
        {
          set_limit_error (space, block, error);
          return FALSE;
        }
      parley_walk (space, block->axes, block->n_axes, utilities, visit, &search);
      if (!search.found)
        {
          memset (extents, 0, n * sizeof *extents);
          *feasible = FALSE;
          return TRUE;
        }
      for (guint s = 0; s < n; s++)
        add_extent (&extents[s], &part[s]);
    }
  return TRUE;
}
