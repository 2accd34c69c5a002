/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/turn.h"

/* Looked at, at most: a fraction of a millisecond. */
#define MOST_OPTIONS 20000

/* How deep the search may call itself. */
#define MOST_LAYERS 2000

static const ParleyRange nothing = { 0, 0 };

static gboolean
is_empty (ParleyRange range)
{
  return range.from >= range.to;
}

/* The least range that holds both. */
static ParleyRange
join (ParleyRange a, ParleyRange b)
{
  if (is_empty (a))
    return b;
  return is_empty (b) ? a : (ParleyRange){ MIN (a.from, b.from), MAX (a.to, b.to) };
}

ParleyRange
parley_turn_window (const ParleyGains *gains, guint node)
{
  guint last = gains->outline->diagram->n_layers - 1;
  const ParleyLayer *layer = &gains->outline->diagram->layers[last];
  ParleyRange window = nothing;
  gboolean found = FALSE;

  for (guint o = 0; o < layer->n_options; o++)
    {
      ParleyScore needed = 0;

      if (parley_layer_child (layer, node, o) == PARLEY_NO_NODE)
        continue;
      needed = gains->utility->reservation - parley_gains_at (gains, last, node, o).verdict;
      window.from = found ? MIN (window.from, needed) : needed;
      window.to = found ? MAX (window.to, needed) : needed;
      found = TRUE;
    }
  return window;
}

/* The sums at @child moved back over an arc: those before it. */
static ParleyRange
before_arc (const ParleyGains *gains, guint l, guint node, guint option, ParleyRange after)
{
  ParleyScore gain = parley_gains_at (gains, l, node, option).verdict;

  return is_empty (after) ? nothing : (ParleyRange){ after.from - gain, after.to - gain };
}

/* From the sums of layer @l + 1 to those of @l. */
static ParleyRange *
ends_before (const ParleyGains *gains, guint l, const ParleyRange *next)
{
  const ParleyLayer *layer = &gains->outline->diagram->layers[l];
  ParleyRange *ends = g_new0 (ParleyRange, layer->n_nodes);

  for (guint node = 0; node < layer->n_nodes; node++)
    {
      for (guint o = 0; o < layer->n_options; o++)
        {
          guint32 child = parley_layer_child (layer, node, o);

          if (child != PARLEY_NO_NODE)
            ends[node] = join (ends[node], before_arc (gains, l, node, o, next[child]));
        }
    }
  return ends;
}

/* [layer][node]: from the lowest sum that can lead to a turn to the highest.
 * Returns: (transfer full) (element-type ParleyRange*). */
static GPtrArray *
all_ends (const ParleyGains *gains)
{
  guint n_layers = gains->outline->diagram->n_layers;
  guint n_last = gains->outline->diagram->layers[n_layers - 1].n_nodes;
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);
  ParleyRange *windows = g_new0 (ParleyRange, n_last);

  g_ptr_array_set_size (all, (gint) n_layers);
  for (guint node = 0; node < n_last; node++)
    windows[node] = parley_turn_window (gains, node);
  all->pdata[n_layers - 1] = windows;
  for (guint l = n_layers - 1; l-- > 0;)
    all->pdata[l] = ends_before (gains, l, all->pdata[l + 1]);
  return all;
}

/* How far @sum is from leaving @range; below 0: it has. */
static ParleyScore
room (ParleyRange range, ParleyScore sum)
{
  return is_empty (range) ? -1 : MIN (sum - range.from, range.to - 1 - sum);
}

/* The search for one deal. */
typedef struct
{
  const ParleyGains *gains;
  GPtrArray         *ends;   /* of ParleyRange*: [layer][node] */
  gsize              n_left; /* options that may still be looked at */
} Search;

/* The room at the child of an arc; below 0 where the arc leads nowhere. */
static ParleyScore
room_after (const Search *self, guint l, guint32 node, guint option, ParleyScore sum)
{
  guint32 child = parley_layer_child (&self->gains->outline->diagram->layers[l], node, option);
  const ParleyRange *next = self->ends->pdata[l + 1];

  if (child == PARLEY_NO_NODE)
    return -1;
  return room (next[child], sum + parley_gains_at (self->gains, l, node, option).verdict);
}

static guint
roomiest (const Search *self, guint l, guint32 node, ParleyScore sum)
{
  guint n_options = self->gains->outline->diagram->layers[l].n_options;
  ParleyScore most = -1;
  guint best = 0;

  for (guint o = 0; o < n_options; o++)
    {
      ParleyScore here = room_after (self, l, node, o, sum);

      if (here > most)
        {
          most = here;
          best = o;
        }
    }
  return best;
}

/* Whether a turn follows @node of layer @l, as far as the options that are left tell. */
static gboolean
follow (Search *self, guint l, guint32 node, ParleyScore sum)
{
  const ParleyLayer *layer = &self->gains->outline->diagram->layers[l];
  guint first = 0;

  if (l + 1 == self->gains->outline->diagram->n_layers)
    return TRUE;
  if (self->n_left < 2 * (gsize) layer->n_options)
    {
      self->n_left = 0;
      return FALSE;
    }
  self->n_left -= 2 * (gsize) layer->n_options;
  first = roomiest (self, l, node, sum);
  for (guint i = 0; i < layer->n_options; i++)
    {
      guint o = i == 0 ? first : i <= first ? i - 1 : i;

      if (room_after (self, l, node, o, sum) >= 0
          && follow (self, l + 1, parley_layer_child (layer, node, o),
                     sum + parley_gains_at (self->gains, l, node, o).verdict))
        return TRUE;
    }
  return FALSE;
}

gboolean
parley_turn_glance (const ParleyGains *gains, gboolean *turns)
{
  g_autoptr(GPtrArray) ends = all_ends (gains);
  Search search
      = { gains, ends, gains->outline->diagram->n_layers <= MOST_LAYERS ? MOST_OPTIONS : 0 };
  ParleyScore start = gains->start.verdict;

  *turns = FALSE;
  if (room (((const ParleyRange *) ends->pdata[0])[0], start) < 0)
    return TRUE;
  *turns = follow (&search, 0, 0, start);
  return *turns || search.n_left > 0;
}
