/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/halves.h"

/* The least and greatest score of the entries that differ on one axis only. */
typedef struct
{
  gboolean    set;
  ParleyScore low;
  ParleyScore high;
} Group;

/* The position of axis in @half, or -1. */
static int
find_axis (const ParleyHalf *half, guint axis)
{
  for (guint i = 0; i < half->n_axes; i++)
    if (half->axes[i] == axis)
      return (int) i;
  return -1;
}

/* A number for what entry @entry is apart from its option on @axis. */
static gsize
group_of (const ParleySpace *space, const ParleyHalf *half, gsize entry, guint axis)
{
  gsize group = 0;

  for (guint i = 0; i < half->n_axes; i++)
    if (half->axes[i] != axis)
      group = group * space->domain->axes[half->axes[i]].n_options
              + half->options[entry * half->n_axes + i];
  return group;
}

static Group *
make_groups (const ParleySpace *space,
             const ParleyHalf *half,
             guint slot,
             guint axis,
             gsize *n_groups)
{
  Group *groups = NULL;

  *n_groups = 1;
  for (guint i = 0; i < half->n_axes; i++)
    if (half->axes[i] != axis)
      *n_groups *= space->domain->axes[half->axes[i]].n_options;
  groups = g_new0 (Group, *n_groups);
  for (gsize e = 0; e < half->n_entries; e++)
    {
      Group *group = &groups[group_of (space, half, e, axis)];
      ParleyScore score = half->rankings[slot]->scores[e];

      group->low = group->set ? MIN (group->low, score) : score;
      group->high = group->set ? MAX (group->high, score) : score;
      group->set = TRUE;
    }
  return groups;
}

gboolean
parley_verdict_depends (const ParleySpace  *space,
                        GPtrArray          *utilities,
                        const ParleyHalves *halves,
                        guint               slot,
                        guint               axis)
{
  const ParleyUtility *utility = g_ptr_array_index (utilities, slot);
  guint mine = find_axis (&halves->halves[0], axis) >= 0 ? 0 : 1;
  const ParleyHalf *half = &halves->halves[mine];
  const ParleyHalf *other = &halves->halves[1 - mine];
  const ParleyRanking *ranking = other->rankings[slot];
  gsize n_groups = 0;
  g_autofree Group *groups = make_groups (space, half, slot, axis, &n_groups);

  /* The verdict turns within a group when some entry of the other half takes its
   * best to the reservation and leaves its worst below. */
  for (gsize g = 0; g < n_groups; g++)
    {
      gsize at = 0;

      if (!groups[g].set || groups[g].low == groups[g].high)
        continue;
      at = parley_ranking_count_below (ranking, utility->reservation - groups[g].high);
      if (at < ranking->n && ranking->sorted[at] + groups[g].low < utility->reservation)
        return TRUE;
    }
  return FALSE;
}
