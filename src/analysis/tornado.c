/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/tornado.h"

#include "space/extent.h"

/* What bars are made from. */
typedef struct
{
  ParleyTornado       *tornado;
  const ParleySpace   *space;
  const ParleyOutline *outline; /* of all completions */
  const ParleyUtility *utility; /* as written */
  const ParleyValues  *values;
  const char          *date;
} Maker;

static void
bar_free (gpointer data)
{
  ParleyBar *self = data;

  for (guint e = 0; e < PARLEY_N_BARS; e++)
    mpq_clears (self->low[e], self->high[e], NULL);
  mpq_clear (self->swing);
  parley_break_even_clear (&self->at);
  g_free (self);
}

static ParleyBar *
bar_new (const ParleyInput *input)
{
  ParleyBar *self = g_new0 (ParleyBar, 1);

  self->input = *input;
  for (guint e = 0; e < PARLEY_N_BARS; e++)
    mpq_inits (self->low[e], self->high[e], NULL);
  mpq_init (self->swing);
  return self;
}

void
parley_tornado_free (ParleyTornado *self)
{
  if (self == NULL)
    return;
  mpq_clears (self->low, self->high, NULL);
  if (self->bars != NULL)
    g_ptr_array_unref (self->bars);
  if (self->red_lines != NULL)
    g_array_unref (self->red_lines);
  parley_outline_free (self->counted);
  g_free (self);
}

const ParleyBar *
parley_tornado_bar (const ParleyTornado *self, guint index)
{
  return g_ptr_array_index (self->bars, index);
}

mpq_srcptr
parley_bar_surplus (const ParleyTornado *self, const ParleyBar *bar, ParleyBarEnd end)
{
  return self->highest_decides ? bar->high[end] : bar->low[end];
}

/* The surplus over the completions that count, and the verdict with them. */
static void
look (const Maker         *maker,
      const ParleyUtility *utility,
      mpq_ptr              low,
      mpq_ptr              high,
      ParleyVerdict       *verdict)
{
  ParleyScore reservation = utility->has_reservation ? utility->reservation : 0;
  ParleyExtent counted = parley_extent (maker->tornado->counted, utility);
  ParleyExtent all = parley_extent (maker->outline, utility);

  parley_score_to_exact (counted.low - reservation, utility->denominator, low);
  parley_score_to_exact (counted.high - reservation, utility->denominator, high);
  *verdict = maker->tornado->has_verdict ? parley_verdict_of (utility, &all, !maker->tornado->bare)
                                         : PARLEY_VERDICT_NONE;
  maker->tornado->rounded |= utility->rounded;
}

/* With the input at @end; as written where the range ends there, or there is none. */
static void
look_at_end (const Maker *maker, ParleyBar *bar, ParleyBarEnd end)
{
  const ParleyNumber *number = bar->input.number;
  ParleyVariation variation = { .number = number,
                                .value = end == PARLEY_BAR_LOW    ? number->low
                                         : end == PARLEY_BAR_HIGH ? number->high
                                                                  : number->value };
  g_autoptr(ParleyValues) moved = NULL;
  g_autoptr(ParleyUtility) utility = NULL;

  if (mpq_equal (variation.value, number->value))
    {
      mpq_set (bar->low[end], maker->tornado->low);
      mpq_set (bar->high[end], maker->tornado->high);
      bar->verdicts[end] = maker->tornado->verdict;
      return;
    }
  if (parley_input_moves_values (&bar->input))
    moved = parley_values_new (maker->space, maker->tornado->party, &variation);
  utility = parley_utility_new (maker->space, moved != NULL ? moved : maker->values, maker->date,
                                &variation);
  look (maker, utility, bar->low[end], bar->high[end], &bar->verdicts[end]);
}

static void
set_swing (const ParleyTornado *tornado, ParleyBar *bar)
{
  mpq_srcptr least = parley_bar_surplus (tornado, bar, PARLEY_BAR_BASE);
  mpq_srcptr most = least;

  for (guint e = 0; e < PARLEY_N_BARS; e++)
    {
      mpq_srcptr surplus = parley_bar_surplus (tornado, bar, e);

      least = mpq_cmp (surplus, least) < 0 ? surplus : least;
      most = mpq_cmp (surplus, most) > 0 ? surplus : most;
    }
  mpq_sub (bar->swing, most, least);
}

static void
set_turnings (const Maker *maker, ParleyBar *bar)
{
  ParleyTornado *tornado = maker->tornado;

  if (!tornado->has_verdict || !tornado->has_reservation)
    {
      mpq_inits (bar->at.below.at, bar->at.above.at, NULL);
      return;
    }
  parley_break_even_init (&bar->at, maker->outline, maker->utility, maker->values, maker->date,
                          &bar->input, !tornado->bare);
  bar->is_exact = bar->input.kind != PARLEY_INPUT_BEND;
  tornado->rounded |= bar->at.rounded;
  bar->believed = parley_break_even_is_believed (&bar->at, bar->input.number);
  for (guint e = 0; e < PARLEY_N_BARS && !bar->is_exact; e++)
    bar->believed |= bar->verdicts[e] != tornado->verdict;
}

static ParleyBar *
make_bar (const Maker *maker, const ParleyInput *input)
{
  ParleyBar *bar = bar_new (input);

  for (guint e = 0; e < PARLEY_N_BARS; e++)
    look_at_end (maker, bar, e);
  set_swing (maker->tornado, bar);
  set_turnings (maker, bar);
  return bar;
}

/* Those with a range first; then by swing, then by kind, and as they stand in the file. */
static gint
compare_bars (gconstpointer a, gconstpointer b)
{
  const ParleyBar *x = *(ParleyBar *const *) a;
  const ParleyBar *y = *(ParleyBar *const *) b;
  int order = mpq_cmp (y->swing, x->swing);

  if (x->input.number->has_range != y->input.number->has_range)
    return x->input.number->has_range ? -1 : 1;
  if (order != 0)
    return order;
  if (x->input.kind != y->input.kind)
    return x->input.kind < y->input.kind ? -1 : 1;
  if (x->input.item != y->input.item)
    return x->input.item < y->input.item ? -1 : 1;
  return x->input.part < y->input.part ? -1 : 1;
}

static void
make_bars (const Maker *maker)
{
  ParleyTornado *tornado = maker->tornado;
  g_autoptr(GArray) inputs
      = parley_inputs_new (maker->space->scenario, tornado->party, maker->date);

  for (guint i = 0; i < inputs->len; i++)
    {
      const ParleyInput *input = &g_array_index (inputs, ParleyInput, i);
      ParleyBar *bar = make_bar (maker, input);

      tornado->n_ranged += (guint) input->number->has_range;
      tornado->n_unranged += (guint) !input->number->has_range;
      if (input->number->has_range || bar->at.below.turns || bar->at.above.turns)
        g_ptr_array_add (tornado->bars, bar);
      else
        bar_free (bar);
    }
  g_ptr_array_sort (tornado->bars, compare_bars);
}

/* Whether all completions cross a red line, and whether some do. Without the party's red lines a
 * verdict score is the score. */
static gboolean
choose_counted (const Maker *maker, GError **error)
{
  ParleyTornado *tornado = maker->tornado;
  ParleyExtent extent = parley_extent (maker->outline, maker->utility);
  gboolean some = extent.verdict_low < -PARLEY_SCORE_LIMIT;

  tornado->bare = extent.verdict_high < -PARLEY_SCORE_LIMIT;
  tornado->mixed = some && !tornado->bare;
  tornado->counted = tornado->mixed ? parley_outline_new_clean (maker->space, tornado->party,
                                                                PARLEY_NONE_SPARED, error)
                                    : parley_outline_new (maker->space, tornado->party, error);
  return tornado->counted != NULL;
}

/* How the draft stands as written. */
static void
set_base (const Maker *maker)
{
  ParleyTornado *tornado = maker->tornado;

  tornado->has_verdict
      = parley_party_gives_verdict (parley_scenario_party (maker->space->scenario, tornado->party));
  tornado->has_reservation = maker->utility->has_reservation;
  look (maker, maker->utility, tornado->low, tornado->high, &tornado->verdict);
  tornado->is_open = !mpq_equal (tornado->low, tornado->high);
  tornado->highest_decides = tornado->verdict == PARLEY_VERDICT_REJECTS;
}

ParleyTornado *
parley_tornado_new (const ParleyDraftScore *score, guint party, GError **error)
{
  g_autoptr(ParleyTornado) self = g_new0 (ParleyTornado, 1);
  g_autoptr(ParleyValues) values = parley_values_new (score->space, party, NULL);
  g_autoptr(ParleyOutline) outline = NULL;
  Maker maker = { .tornado = self,
                  .space = score->space,
                  .utility = g_ptr_array_index (score->utilities, party),
                  .values = values,
                  .date = parley_scenario_date_of (score->space->scenario, score->draft) };

  mpq_inits (self->low, self->high, NULL);
  self->party = party;
  self->bars = g_ptr_array_new_with_free_func (bar_free);
  maker.outline = outline = parley_outline_new (score->space, party, error);
  if (outline == NULL || !choose_counted (&maker, error))
    return NULL;
  self->red_lines = parley_red_line_influences (score, party, error);
  if (self->red_lines == NULL)
    return NULL;
  set_base (&maker);
  make_bars (&maker);
  return g_steal_pointer (&self);
}
