/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/best.h"

#include <math.h>
#include <string.h>

/* Terms chosen for the first layers, and what they bring. */
typedef struct
{
  guint        layer; /* how many are chosen */
  guint        node;
  guint       *options; /* [layer] */
  ParleyScore *scores;  /* [dim] so far */
  ParleyScore *best;    /* [dim] of the best deal that can follow */
} Choice;

/* The points of a front in doubles, for a first look. */
typedef struct
{
  double *surpluses; /* [point * n_slots + slot], as if nothing came before */
  double  size;      /* the largest sum of their absolute values */
} Glance;

typedef struct
{
  const ParleyFronts *fronts;
  const ParleyOrder  *order;
  guint               n_dims;
  guint               n_slots;
  ParleyScore        *sum;      /* of the candidate under way */
  double             *before;   /* [slot]: what the choice under way has brought */
  double             *together; /* [slot] */
  double             *nothing;  /* [slot]: surpluses of a score of 0 */
  Glance            **glances;  /* [layer][node], made when first needed */
  GPtrArray          *heap;     /* of Choice: the best on top */
} Best;

static void
choice_free (Choice *self)
{
  g_free (self->options);
  g_free (self->scores);
  g_free (self->best);
  g_free (self);
}

/* Above 0 when @a comes first: better, or as good and before @b in order of options. */
static int
compare (const Best *self, const Choice *a, const Choice *b)
{
  int order = parley_order_compare (self->order, a->best, b->best);

  for (guint l = 0; order == 0 && l < MIN (a->layer, b->layer); l++)
    order = a->options[l] < b->options[l] ? 1 : a->options[l] > b->options[l] ? -1 : 0;
  return order;
}

static gboolean
comes_first (const Best *self, guint a, guint b)
{
  return compare (self, g_ptr_array_index (self->heap, a), g_ptr_array_index (self->heap, b)) > 0;
}

static void
swap (Best *self, guint a, guint b)
{
  gpointer choice = self->heap->pdata[a];

  self->heap->pdata[a] = self->heap->pdata[b];
  self->heap->pdata[b] = choice;
}

/* Takes @choice. */
static void
push (Best *self, Choice *choice)
{
  guint at = self->heap->len;

  g_ptr_array_add (self->heap, choice);
  while (at > 0 && comes_first (self, at, (at - 1) / 2))
    {
      swap (self, at, (at - 1) / 2);
      at = (at - 1) / 2;
    }
}

/* Returns: (transfer full). */
static Choice *
pop (Best *self)
{
  Choice *first = NULL;

  swap (self, 0, self->heap->len - 1);
  first = g_ptr_array_steal_index (self->heap, self->heap->len - 1);
  for (guint at = 0;;)
    {
      guint top = at;

      for (guint child = 2 * at + 1; child <= 2 * at + 2 && child < self->heap->len; child++)
        if (comes_first (self, child, top))
          top = child;
      if (top == at)
        return first;
      swap (self, at, top);
      at = top;
    }
}

static gboolean
reaches_floors (const Best *self, const ParleyScore *scores)
{
  for (guint d = 0; d < self->n_dims; d++)
    {
      const ParleyDim *dim = parley_view_dim (self->fronts->view, d);

      if (dim->has_floor && scores[d] < dim->floor)
        return FALSE;
    }
  return TRUE;
}

static const Glance *
glance_at (Best *self, guint layer, guint node)
{
  const ParleyFront *front = parley_fronts_at (self->fronts, layer, node);
  Glance *glance = &self->glances[layer][node];

  if (glance->surpluses != NULL)
    return glance;
  glance->surpluses = g_new (double, MAX (1, front->n * self->n_slots));
  for (gsize i = 0; i < front->n; i++)
    {
      double *surpluses = glance->surpluses + i * self->n_slots;
      double size = 0;

      parley_order_surpluses (self->order, parley_front_point (front, i), surpluses);
      for (guint s = 0; s < self->n_slots; s++)
        size += fabs (surpluses[s]);
      glance->size = fmax (glance->size, size);
    }
  return glance;
}

/* What the choice has brought so far. Returns: the size of the numbers involved. */
static double
look_before (Best *self, const Choice *choice)
{
  double size = 0;

  parley_order_surpluses (self->order, choice->scores, self->before);
  for (guint s = 0; s < self->n_slots; s++)
    {
      self->before[s] -= self->nothing[s];
      size += fabs (self->before[s]) + 2 * fabs (self->nothing[s]);
    }
  return size;
}

static double
rate_point (Best *self, const Glance *glance, gsize point, double size)
{
  const double *surpluses = glance->surpluses + point * self->n_slots;

  for (guint s = 0; s < self->n_slots; s++)
    self->together[s] = self->before[s] + surpluses[s];
  return parley_order_rate (self->order, self->together, size);
}

/* Sets self->sum to what @choice and a point of its front come to. */
static gboolean
reaches_floors_with (Best *self, const Choice *choice, const ParleyScore *scores)
{
  for (guint d = 0; d < self->n_dims; d++)
    self->sum[d] = choice->scores[d] + scores[d];
  return reaches_floors (self, self->sum);
}

/* Below which rate points are certainly worse than the best. */
static double
find_threshold (Best *self,
                const Choice *choice,
                const ParleyFront *front,
                const Glance *glance,
                double size)
{
  double most = -INFINITY;

  for (gsize i = 0; i < front->n; i++)
    {
      double rate = rate_point (self, glance, i, size);

      if (rate > most && reaches_floors_with (self, choice, parley_front_point (front, i)))
        most = rate;
    }
  return isinf (most) ? most : most - parley_order_slack (self->order, most, size);
}

/* Sets choice->best to the best that its scores come to with what can follow.
 * Returns: FALSE when no deal can. */
static gboolean
find_best (Best *self, Choice *choice)
{
  const ParleyFront *front = parley_fronts_at (self->fronts, choice->layer, choice->node);
  const Glance *glance = glance_at (self, choice->layer, choice->node);
  double size = look_before (self, choice) + glance->size;
  double threshold = find_threshold (self, choice, front, glance, size);
  gboolean found = FALSE;

  for (gsize i = 0; i < front->n; i++)
    {
      if (rate_point (self, glance, i, size) < threshold
          || !reaches_floors_with (self, choice, parley_front_point (front, i))
          || (found && parley_order_compare (self->order, self->sum, choice->best) <= 0))
        continue;
      memcpy (choice->best, self->sum, self->n_dims * sizeof *self->sum);
      found = TRUE;
    }
  return found;
}

/* Takes @choice. */
static void
offer (Best *self, Choice *choice)
{
  if (find_best (self, choice))
    push (self, choice);
  else
    choice_free (choice);
}

static Choice *
choice_new (const Best *self, const Choice *before, guint node, guint option)
{
  Choice *choice = g_new0 (Choice, 1);
  guint n = before == NULL ? 0 : before->layer;

  choice->layer = before == NULL ? 0 : n + 1;
  choice->node = node;
  choice->options = g_new (guint, n + 1);
  choice->scores = g_new0 (ParleyScore, MAX (1, self->n_dims));
  choice->best = g_new0 (ParleyScore, MAX (1, self->n_dims));
  if (before == NULL)
    return choice;
  memcpy (choice->options, before->options, n * sizeof *choice->options);
  memcpy (choice->scores, before->scores, self->n_dims * sizeof *choice->scores);
  choice->options[n] = option;
  return choice;
}

static void
expand (Best *self, const Choice *choice)
{
  const ParleyLayer *layer = &self->fronts->diagram->layers[choice->layer];

  for (guint o = 0; o < layer->n_options; o++)
    {
      guint32 child = parley_layer_child (layer, choice->node, o);
      const ParleyScore *gain = NULL;
      Choice *next = NULL;

      if (child == PARLEY_NO_NODE)
        continue;
      gain = parley_layer_gain (layer, self->n_dims, choice->node, o);
      next = choice_new (self, choice, child, o);
      for (guint d = 0; d < self->n_dims; d++)
        next->scores[d] += gain[d];
      offer (self, next);
    }
}

/* The options of a whole deal by axis. */
static guint *
by_axis (const Best *self, const Choice *choice)
{
  const ParleyDiagram *diagram = self->fronts->diagram;
  guint *options = g_new (guint, diagram->n_layers);

  for (guint l = 0; l < diagram->n_layers; l++)
    options[diagram->layers[l].axis] = choice->options[l];
  return options;
}

static void
best_init (Best *self, const ParleyFronts *fronts, const ParleyOrder *order)
{
  const ParleyDiagram *diagram = fronts->diagram;
  guint n_slots = parley_order_n_slots (order);

  *self = (Best){ .fronts = fronts, .order = order, .n_dims = diagram->n_dims, .n_slots = n_slots };
  self->heap = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);
  self->sum = g_new0 (ParleyScore, MAX (1, diagram->n_dims));
  self->before = g_new (double, MAX (1, n_slots));
  self->together = g_new (double, MAX (1, n_slots));
  self->nothing = g_new (double, MAX (1, n_slots));
  parley_order_surpluses (order, self->sum, self->nothing);
  self->glances = g_new (Glance *, diagram->n_layers + 1);
  for (guint l = 0; l <= diagram->n_layers; l++)
    self->glances[l] = g_new0 (Glance, parley_diagram_n_nodes (diagram, l));
}

static void
best_clear (Best *self)
{
  for (guint l = 0; l <= self->fronts->diagram->n_layers; l++)
    {
      for (guint n = 0; n < parley_diagram_n_nodes (self->fronts->diagram, l); n++)
        g_free (self->glances[l][n].surpluses);
      g_free (self->glances[l]);
    }
  g_free (self->glances);
  g_free (self->sum);
  g_free (self->before);
  g_free (self->together);
  g_free (self->nothing);
  g_ptr_array_unref (self->heap);
}

GPtrArray *
parley_best (const ParleyFronts *fronts, const ParleyOrder *order, guint n_most)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  Best self;

  if (fronts->diagram->empty)
    return found;
  best_init (&self, fronts, order);
  offer (&self, choice_new (&self, NULL, 0, 0));
  while (self.heap->len > 0 && found->len < n_most)
    {
      Choice *choice = pop (&self);

      if (choice->layer == fronts->diagram->n_layers)
        g_ptr_array_add (found, by_axis (&self, choice));
      else
        expand (&self, choice);
      choice_free (choice);
    }
  best_clear (&self);
  return found;
}
