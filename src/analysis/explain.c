/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/explain.h"

static void
turner_free (ParleyTurner *self)
{
  parley_break_even_clear (&self->at);
  g_free (self);
}

static void
reasons_free (ParleyReasons *self)
{
  if (self->red_lines != NULL)
    g_array_unref (self->red_lines);
  if (self->adjustments != NULL)
    g_array_unref (self->adjustments);
  g_ptr_array_unref (self->turners);
  mpq_clear (self->mended);
  g_free (self);
}

static ParleyReasons *
reasons_new (guint party)
{
  ParleyReasons *self = g_new0 (ParleyReasons, 1);

  self->party = party;
  self->turners = g_ptr_array_new_with_free_func ((GDestroyNotify) turner_free);
  mpq_init (self->mended);
  return self;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyReasons, reasons_free)

/* Sets @way to how far the number has to go for the verdict to turn. */
static void
set_way (const ParleyTurner *self, mpq_ptr way)
{
  mpq_srcptr value = self->input.number->value;
  mpq_t above;

  mpq_init (above);
  mpq_sub (way, value, self->at.below.at);
  mpq_sub (above, self->at.above.at, value);
  if (!self->at.below.turns || (self->at.above.turns && mpq_cmp (above, way) < 0))
    mpq_set (way, above);
  mpq_clear (above);
}

static gint
compare_turners (gconstpointer a, gconstpointer b)
{
  const ParleyTurner *x = *(ParleyTurner *const *) a;
  const ParleyTurner *y = *(ParleyTurner *const *) b;
  int order = 0;
  mpq_t way, other;

  if (x->believed != y->believed)
    return x->believed ? -1 : 1;
  if (x->input.kind != y->input.kind)
    return x->input.kind < y->input.kind ? -1 : 1;
  mpq_inits (way, other, NULL);
  set_way (x, way);
  set_way (y, other);
  order = mpq_cmp (way, other);
  mpq_clears (way, other, NULL);
  if (order == 0)
    order = x->input.item != y->input.item ? (x->input.item < y->input.item ? -1 : 1)
                                           : (x->input.part < y->input.part ? -1 : 1);
  return order;
}

/* Adds the input if it turns the verdict. */
static void
try_input (ParleyReasons       *self,
           const ParleyOutline *outline,
           const ParleyUtility *utility,
           const ParleyValues  *values,
           const char          *date,
           const ParleyInput   *input)
{
  ParleyTurner *turner = g_new0 (ParleyTurner, 1);

  turner->input = *input;
  parley_break_even_init (&turner->at, outline, utility, values, date, input, !self->bare);
  turner->believed = parley_break_even_is_believed (&turner->at, input->number);
  self->rounded |= turner->at.rounded;
  if (turner->at.below.turns || turner->at.above.turns)
    g_ptr_array_add (self->turners, turner);
  else
    turner_free (turner);
}

static void
add_turners (ParleyReasons *self, const ParleyDraftScore *score, const ParleyOutline *outline)
{
  const ParleyScenario *scenario = score->space->scenario;
  const ParleyUtility *utility = g_ptr_array_index (score->utilities, self->party);
  const char *date = parley_scenario_date_of (scenario, score->draft);
  g_autoptr(ParleyValues) values = parley_values_new (score->space, self->party, NULL);
  g_autoptr(GArray) inputs = parley_inputs_new (scenario, self->party, date);

  for (guint i = 0; i < inputs->len; i++)
    {
      const ParleyInput *input = &g_array_index (inputs, ParleyInput, i);

      if (input->kind == PARLEY_INPUT_BEND)
        self->n_bends++;
      else
        try_input (self, outline, utility, values, date, input);
    }
  self->n_inputs = inputs->len - self->n_bends;
  g_ptr_array_sort (self->turners, compare_turners);
}

/* Where every completion crosses a red line only its points are left to be asked about, and not
 * even these when they would do. Returns: whether there is anything to ask. */
static gboolean
choose_question (ParleyReasons *self, const ParleyDraftScore *score, const ParleyOutline *outline)
{
  const ParleyStanding *standing = g_ptr_array_index (score->standings, self->party);
  const ParleyUtility *utility = g_ptr_array_index (score->utilities, self->party);
  ParleyExtent extent = parley_extent (outline, utility);

  self->bare = extent.verdict_high < -PARLEY_SCORE_LIMIT;
  if (standing->verdict == PARLEY_VERDICT_NONE || !standing->has_reservation)
    return FALSE;
  return !self->bare || standing->bare_verdict != PARLEY_VERDICT_ACCEPTS;
}

static ParleyReasons *
find_reasons (const ParleyDraftScore *score, guint party, GError **error)
{
  g_autoptr(ParleyReasons) self = reasons_new (party);
  g_autoptr(ParleyOutline) outline = parley_outline_new (score->space, party, error);
  int mended = 0;

  if (outline == NULL)
    return NULL;
  if (!parley_outline_is_feasible (outline))
    return g_steal_pointer (&self);
  self->adjustments = parley_adjustment_influences (score, party, outline);
  self->red_lines = parley_red_line_influences (score, party, error);
  if (self->red_lines == NULL)
    return NULL;
  mended = parley_mended_score (score, party, self->mended, error);
  if (mended < 0)
    return NULL;
  self->is_mendable = mended > 0;
  if (choose_question (self, score, outline))
    add_turners (self, score, outline);
  return g_steal_pointer (&self);
}

/* With little memory, as it is one section of many. */
static void
find_amendments (ParleyExplanation *self)
{
  ParleyAmendRequest request = {
    .party = -1, .most_changes = PARLEY_ANY_CHANGES, .n_top = 1, .memory = PARLEY_BUDGET_LEAST
  };
  g_autoptr(GError) why = NULL;

  self->amend = parley_amend_find (self->scenario, self->score->draft, &request, &why);
  if (self->amend == NULL)
    self->too_much = g_strdup (why->message);
}

ParleyExplanation *
parley_explain (const ParleyScenario *scenario, guint draft, GError **error)
{
  g_autoptr(ParleyExplanation) self = g_new0 (ParleyExplanation, 1);

  self->scenario = scenario;
  self->reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) reasons_free);
  self->scores = parley_scores_new (scenario, &draft, 1, PARLEY_SCORE_COUNTS, error);
  if (self->scores == NULL)
    return NULL;
  self->score = g_ptr_array_index (self->scores->drafts, 0);
  for (guint p = 0; p < scenario->parties->len; p++)
    {
      ParleyReasons *reasons = find_reasons (self->score, p, error);

      if (reasons == NULL)
        return NULL;
      g_ptr_array_add (self->reasons, reasons);
    }
  if (!self->score->reach->feasible)
    return g_steal_pointer (&self);
  self->clauses = parley_clauses_new (scenario, self->score, error);
  if (self->clauses == NULL)
    return NULL;
  if (self->score->verdict != PARLEY_VERDICT_ACCEPTS)
    find_amendments (self);
  return g_steal_pointer (&self);
}

void
parley_explanation_free (ParleyExplanation *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->reasons);
  parley_clauses_free (self->clauses);
  parley_amend_free (self->amend);
  g_free (self->too_much);
  parley_scores_free (self->scores);
  g_free (self);
}
