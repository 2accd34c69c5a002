/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/surplus.h"

#include <math.h>
#include <string.h>

#include "analysis/shape.h"

/* What a party makes of the options of one issue, or of what a derived issue can come to. */
typedef struct
{
  guint    n;       /* 0: it has no value for the party */
  double  *numbers; /* [n]; NULL for options */
  guint   *options; /* [n]; NULL for numbers */
  double  *values;  /* [n]: as written */
  gboolean moves;   /* some input is among them */
} Table;

struct _ParleySurplus
{
  const ParleyOutline *outline;
  const ParleyParty   *party;
  const GArray        *inputs;
  guint                n_issues;
  Table               *tables;  /* [issue] */
  double              *weights; /* [issue]: as written */
  double              *points;  /* [adjustment]: likewise */
  double               reservation;
  guint                n_entries; /* of the largest table */
  guint                n_nodes;   /* of the widest layer */
};

/* One question: what is as written, with the inputs moved. */
typedef struct
{
  double  *weights; /* [issue]: shares of the sum, where the party normalises */
  double  *points;
  double  *gains;   /* [issue * n_entries + entry]: share times value */
  double  *lows;    /* [node]: of this layer, and of the next behind them */
  double  *highs;
  double   reservation;
} Moved;

static double
number_of (const ParleyNumber *number)
{
  return number == NULL ? 0 : parley_exact_to_double (number->value);
}

static void
table_take_numbers (Table *self,
                    mpq_ptr const *numbers,
                    guint n,
                    const ParleyValueFunction *function)
{
  g_autoptr(ParleyShape) shape = parley_shape_new (function);

  self->n = n;
  self->numbers = g_new (double, n);
  for (guint i = 0; i < n; i++)
    {
      self->numbers[i] = parley_exact_to_double (numbers[i]);
      self->values[i] = parley_shape_value (shape, self->numbers[i]);
    }
}

static void
table_take_options (Table *self, const ParleyAxis *axis, const ParleyValueFunction *function)
{
  self->n = axis->n_options;
  self->options = axis->options;
  for (guint o = 0; o < self->n; o++)
    self->values[o] = number_of (g_ptr_array_index (function->table, axis->options[o]));
}

static void
fill_table (Table *self, const ParleySpace *space, guint issue, const ParleyValueFunction *function)
{
  int index = space->domain->axis_of_issue[issue];
  const ParleyAxis *axis = index < 0 ? NULL : &space->domain->axes[index];

  for (guint f = 0; axis == NULL && f < space->factors->len; f++)
    {
      const ParleyFactor *factor = g_ptr_array_index (space->factors, f);

      if (factor->issue != issue)
        continue;
      self->values = g_new (double, factor->values->len);
      table_take_numbers (self, (mpq_ptr const *) factor->values->pdata, factor->values->len,
                          function);
    }
  if (axis == NULL)
    return;
  self->values = g_new (double, axis->n_options);
  if (function->kind == PARLEY_VALUE_TABLE)
    table_take_options (self, axis, function);
  else
    table_take_numbers (self, axis->numbers, axis->n_options, function);
}

static void
fill_tables (ParleySurplus *self)
{
  const ParleyParty *party = self->party;

  for (guint i = 0; i < self->n_issues; i++)
    {
      self->weights[i] = number_of (party->weights[i]);
      if (party->weights[i] != NULL && party->values[i] != NULL)
        fill_table (&self->tables[i], self->outline->view->space, i, party->values[i]);
      self->n_entries = MAX (self->n_entries, self->tables[i].n);
    }
  for (guint k = 0; k < self->inputs->len; k++)
    {
      const ParleyInput *input = &g_array_index (self->inputs, ParleyInput, k);

      if (parley_input_moves_values (input))
        self->tables[input->item].moves = TRUE;
    }
}

ParleySurplus *
parley_surplus_new (const ParleyOutline *outline,
                    guint                party,
                    const char          *date,
                    const GArray        *inputs)
{
  ParleySurplus *self = g_new0 (ParleySurplus, 1);

  self->outline = outline;
  self->party = parley_scenario_party (outline->view->space->scenario, party);
  self->inputs = inputs;
  self->n_issues = self->party->n_issues;
  self->tables = g_new0 (Table, self->n_issues);
  self->weights = g_new0 (double, self->n_issues);
  self->points = g_new0 (double, self->party->adjustments->len + 1);
  for (guint i = 0; i < self->party->adjustments->len; i++)
    self->points[i] = number_of (
        ((const ParleyAdjustment *) g_ptr_array_index (self->party->adjustments, i))->points);
  self->reservation = number_of (parley_party_reservation_at (self->party, date));
  self->n_nodes = 1;
  for (guint l = 0; l < outline->diagram->n_layers; l++)
    self->n_nodes = MAX (self->n_nodes, outline->diagram->layers[l].n_nodes);
  fill_tables (self);
  return self;
}

void
parley_surplus_free (ParleySurplus *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_issues; i++)
    {
      g_free (self->tables[i].values);
      g_free (self->tables[i].numbers);
    }
  g_free (self->tables);
  g_free (self->weights);
  g_free (self->points);
  g_free (self);
}

/* The values of @issue with the inputs moved that are among them. */
static void
move_options (const ParleySurplus *self, guint issue, const double *numbers, double *values)
{
  const Table *table = &self->tables[issue];

  memcpy (values, table->values, table->n * sizeof *values);
  for (guint k = 0; k < self->inputs->len; k++)
    {
      const ParleyInput *input = &g_array_index (self->inputs, ParleyInput, k);

      if (!parley_input_moves_values (input) || input->item != issue)
        continue;
      for (guint o = 0; o < table->n; o++)
        if (table->options[o] == input->part)
          values[o] = numbers[k];
    }
}

static void
move_points (const ParleySurplus *self, guint issue, const double *numbers, double *values)
{
  const Table *table = &self->tables[issue];
  g_autoptr(ParleyShape) shape = parley_shape_new (self->party->values[issue]);

  for (guint k = 0; k < self->inputs->len; k++)
    {
      const ParleyInput *input = &g_array_index (self->inputs, ParleyInput, k);

      if (parley_input_moves_values (input) && input->item == issue)
        parley_shape_move (shape, input->part, numbers[k]);
    }
  for (guint o = 0; o < table->n; o++)
    values[o] = parley_shape_value (shape, table->numbers[o]);
}

static void
set_gains (const ParleySurplus *self, const double *numbers, Moved *moved)
{
  for (guint i = 0; i < self->n_issues; i++)
    {
      const Table *table = &self->tables[i];
      double *gains = moved->gains + (gsize) i * self->n_entries;

      if (table->n == 0)
        continue;
      if (!table->moves)
        memcpy (gains, table->values, table->n * sizeof *gains);
      else if (table->numbers == NULL)
        move_options (self, i, numbers, gains);
      else
        move_points (self, i, numbers, gains);
      for (guint o = 0; o < table->n; o++)
        gains[o] *= moved->weights[i];
    }
}

static void
normalize (const ParleySurplus *self, double *weights)
{
  double sum = 0;

  for (guint i = 0; i < self->n_issues; i++)
    sum += weights[i];
  for (guint i = 0; self->party->normalize && sum > 0 && i < self->n_issues; i++)
    weights[i] /= sum;
}

static void
move (const ParleySurplus *self, const double *numbers, Moved *moved)
{
  memcpy (moved->weights, self->weights, self->n_issues * sizeof *moved->weights);
  memcpy (moved->points, self->points, self->party->adjustments->len * sizeof *moved->points);
  moved->reservation = self->reservation;
  for (guint k = 0; k < self->inputs->len; k++)
    {
      const ParleyInput *input = &g_array_index (self->inputs, ParleyInput, k);

      if (input->kind == PARLEY_INPUT_WEIGHT)
        moved->weights[input->item] = numbers[k];
      else if (input->kind == PARLEY_INPUT_ADJUSTMENT)
        moved->points[input->item] = numbers[k];
      else if (input->kind == PARLEY_INPUT_RESERVATION)
        moved->reservation = numbers[k];
    }
  normalize (self, moved->weights);
  set_gains (self, numbers, moved);
}

/* What an outcome brings that comes to @output. */
static double
outcome_gain (const ParleySurplus *self, const Moved *moved, guint outcome, guint output)
{
  const ParleySpace *space = self->outline->view->space;
  const ParleyOutcome *one = parley_view_outcome (self->outline->view, outcome);
  const ParleyFactor *factor = NULL;

  if (one->kind == PARLEY_OUTCOME_COUPLING && output != 0)
    return moved
        ->points[((const ParleyCoupling *) g_ptr_array_index (space->couplings, one->index))->item];
  if (one->kind != PARLEY_OUTCOME_FACTOR)
    return 0;
  factor = g_ptr_array_index (space->factors, one->index);
  return self->tables[factor->issue].n == 0
             ? 0
             : moved->gains[(gsize) factor->issue * self->n_entries + output];
}

static double
arc_gain (const ParleySurplus *self, const Moved *moved, guint l, guint node, guint option)
{
  const ParleyLayer *layer = &self->outline->diagram->layers[l];
  const guint32 *settled = parley_layer_settlement (layer, node, option);
  guint issue = self->outline->view->space->domain->axes[layer->axis].issue;
  double gain
      = self->tables[issue].n == 0 ? 0 : moved->gains[(gsize) issue * self->n_entries + option];

  for (guint i = 0; i < layer->n_outcomes; i++)
    if (settled[i] != 0)
      gain += outcome_gain (self, moved, layer->outcomes[i], settled[i] - 1);
  return gain;
}

/* Sets what can follow @node of layer @l, from what stands behind it for the next layer. */
static void
look_from (const ParleySurplus *self, Moved *moved, guint l, guint node)
{
  const ParleyLayer *layer = &self->outline->diagram->layers[l];
  guint next = ((l + 1) % 2) * self->n_nodes;
  double low = INFINITY, high = -INFINITY;

  for (guint o = 0; o < layer->n_options; o++)
    {
      guint32 child = parley_layer_child (layer, node, o);
      double gain = 0;

      if (child == PARLEY_NO_NODE)
        continue;
      gain = arc_gain (self, moved, l, node, o);
      low = MIN (low, moved->lows[next + child] + gain);
      high = MAX (high, moved->highs[next + child] + gain);
    }
  moved->lows[(l % 2) * self->n_nodes + node] = low;
  moved->highs[(l % 2) * self->n_nodes + node] = high;
}

static void
look_at_all (const ParleySurplus *self, Moved *moved, double *low, double *high)
{
  const ParleyDiagram *diagram = self->outline->diagram;
  guint end = (diagram->n_layers % 2) * self->n_nodes;
  double start = -moved->reservation;

  moved->lows[end] = moved->highs[end] = 0;
  for (guint l = diagram->n_layers; l-- > 0;)
    for (guint node = 0; node < diagram->layers[l].n_nodes; node++)
      look_from (self, moved, l, node);
  for (guint i = 0; i < self->outline->view->outcomes->len; i++)
    if (diagram->certain[i] != PARLEY_UNDECIDED)
      start += outcome_gain (self, moved, i, (guint) diagram->certain[i]);
  *low = start + moved->lows[0];
  *high = start + moved->highs[0];
}

void
parley_surplus_at (const ParleySurplus *self, const double *numbers, double *low, double *high)
{
  gsize n_gains = (gsize) self->n_issues * self->n_entries;
  guint n_points = self->party->adjustments->len;
  g_autofree double *room
      = g_new (double, self->n_issues + n_points + n_gains + 4 * (gsize) self->n_nodes);
  Moved moved = { .weights = room, .points = room + self->n_issues };

  moved.gains = moved.points + n_points;
  moved.lows = moved.gains + n_gains;
  moved.highs = moved.lows + 2 * (gsize) self->n_nodes;
  move (self, numbers, &moved);
  look_at_all (self, &moved, low, high);
}
