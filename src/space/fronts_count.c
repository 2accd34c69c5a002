/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/fronts.h"

/* Counts in doubles are exact up to here. */
#define EXACT_PATHS 9007199254740992.0

/* How many deals follow by way of the points of one node, from those of the next layer. */
static mpz_t *
count_node (const ParleyFronts *self, guint l, guint node, mpz_t *const *next)
{
  const ParleyLayer *layer = &self->diagram->layers[l];
  mpz_t *counts = parley_exact_wholes_new (parley_fronts_at (self, l, node)->n);

  for (guint o = 0; o < layer->n_options; o++)
    {
      guint32 child = parley_layer_child (layer, node, o);
      gsize n = child == PARLEY_NO_NODE ? 0 : parley_fronts_at (self, l + 1, child)->n;

      for (gsize from = 0, to = 0; from < n; from++)
        if (parley_fronts_come_from (self, l, node, o, from, &to))
          mpz_add (counts[to], counts[to], next[child][from]);
    }
  return counts;
}

/* How many deals follow by way of every point: [layer][node][point]. */
static mpz_t ***
count_following (const ParleyFronts *self)
{
  const ParleyDiagram *diagram = self->diagram;
  mpz_t ***counts = g_new (mpz_t **, (gsize) diagram->n_layers + 1);

  counts[diagram->n_layers] = g_new (mpz_t *, 1);
  counts[diagram->n_layers][0] = parley_exact_wholes_new (1);
  mpz_set_ui (counts[diagram->n_layers][0][0], 1);
  for (guint l = diagram->n_layers; l-- > 0;)
    {
      guint n = parley_diagram_n_nodes (diagram, l);

      counts[l] = g_new (mpz_t *, n);
      for (guint node = 0; node < n; node++)
        counts[l][node] = count_node (self, l, node, counts[l + 1]);
    }
  return counts;
}

static void
free_layer (const ParleyFronts *self, guint l, mpz_t **counts)
{
  for (guint node = 0; node < parley_diagram_n_nodes (self->diagram, l); node++)
    parley_exact_wholes_free (counts[node], parley_fronts_at (self, l, node)->n);
  g_free (counts);
}

static void
free_layers (const ParleyFronts *self, mpz_t ***counts)
{
  for (guint l = 0; l <= self->diagram->n_layers; l++)
    free_layer (self, l, counts[l]);
  g_free (counts);
}

/* Sets @counts for the whole. */
static void
count_exactly (const ParleyFronts *self, mpz_t *counts)
{
  mpz_t ***following = count_following (self);

  for (gsize p = 0; p < parley_fronts_whole (self)->n; p++)
    mpz_set (counts[p], following[0][0][p]);
  free_layers (self, following);
}

/* Zeros for every point of a layer. */
static mpz_t **
zeros_new (const ParleyFronts *self, guint l)
{
  guint n = parley_diagram_n_nodes (self->diagram, l);
  mpz_t **counts = g_new (mpz_t *, n);

  for (guint node = 0; node < n; node++)
    counts[node] = parley_exact_wholes_new (parley_fronts_at (self, l, node)->n);
  return counts;
}

/* Goes on from a node by one option: @paths ([point]) lead to its points, and as many more to
 * what follows. */
static void
pass_on (const ParleyFronts *self,
         guint               l,
         guint               node,
         guint               option,
         mpz_t              *paths,
         mpz_t *const       *following,
         mpz_t             **next,
         mpz_ptr             sum)
{
  guint32 child = parley_layer_child (&self->diagram->layers[l], node, option);
  gsize n = child == PARLEY_NO_NODE ? 0 : parley_fronts_at (self, l + 1, child)->n;

  for (gsize to = 0, from = 0; to < n; to++)
    {
      if (!parley_fronts_come_from (self, l, node, option, to, &from))
        continue;
      mpz_add (next[child][to], next[child][to], paths[from]);
      mpz_addmul (sum, paths[from], following[child][to]);
    }
}

void
parley_fronts_count_by_option (const ParleyFronts *self, mpz_t **by_option)
{
  const ParleyDiagram *diagram = self->diagram;
  mpz_t ***following = count_following (self);
  mpz_t **paths = zeros_new (self, 0);

  for (gsize p = 0; p < parley_fronts_whole (self)->n; p++)
    mpz_set_ui (paths[0][p], 1);
  for (guint l = 0; l < diagram->n_layers; l++)
    {
      mpz_t **next = zeros_new (self, l + 1);

      for (guint node = 0; node < diagram->layers[l].n_nodes; node++)
        for (guint o = 0; o < diagram->layers[l].n_options; o++)
          pass_on (self, l, node, o, paths[node], following[l + 1], next,
                   by_option[diagram->layers[l].axis][o]);
      free_layer (self, l, paths);
      paths = next;
    }
  free_layer (self, diagram->n_layers, paths);
  free_layers (self, following);
}

void
parley_fronts_count_by_point (const ParleyFronts *self, mpz_t *counts)
{
  const ParleyFront *whole = parley_fronts_whole (self);
  gboolean exact = TRUE;

  for (gsize p = 0; p < whole->n; p++)
    exact &= whole->n_paths[p] < EXACT_PATHS;
  for (gsize p = 0; p < whole->n && exact; p++)
    mpz_set_d (counts[p], whole->n_paths[p]);
  if (!exact)
    count_exactly (self, counts);
}

void
parley_fronts_count (const ParleyFronts *self, mpz_ptr count)
{
  gsize n = parley_fronts_whole (self)->n;
  mpz_t *counts = parley_exact_wholes_new (n);

  parley_fronts_count_by_point (self, counts);
  mpz_set_ui (count, 0);
  for (gsize p = 0; p < n; p++)
    mpz_add (count, count, counts[p]);
  parley_exact_wholes_free (counts, n);
}
