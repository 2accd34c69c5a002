/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/genius_export.h"

/*
 * A linear profile. GENIUS divides the evaluations of a discrete issue by the largest, so
 * they may be in any unit, and whole; what the largest is worth goes into the weight.
 */

/* Sets @share to the weight of @issue as a share of 1. */
static void
find_share (const ParleyParty *party, guint issue, mpq_ptr share)
{
  mpq_t sum;

  mpq_set_ui (share, 0, 1);
  if (party->weights[issue] == NULL)
    return;
  mpq_init (sum);
  if (party->normalize)
    parley_party_sum_weights (party, sum);
  if (mpq_sgn (sum) == 0)
    mpq_set_ui (sum, 1, 1);
  mpq_div (share, party->weights[issue]->value, sum);
  mpq_clear (sum);
}

static void
append_items (ParleyGeniusExport *self, const ParleyIssue *issue, mpq_t *values, GString *xml)
{
  guint n = parley_genius_n_values (issue);
  mpq_t factor, evaluation;

  mpq_inits (factor, evaluation, NULL);
  if (!parley_genius_whole_factor (values, n, factor))
    mpq_set_ui (factor, 1, 1);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = parley_genius_value (issue, i);
      g_autofree char *number = NULL;

      mpq_mul (evaluation, values[i], factor);
      number = parley_genius_decimal (self, evaluation);
      g_string_append_printf (xml, "      <item index=\"%u\"", i + 1);
      parley_genius_attribute (xml, "value", name);
      g_string_append_printf (xml, " evaluation=\"%s\"/>\n", number);
    }
  mpq_clears (factor, evaluation, NULL);
}

/* Multiplies @share by a hundredth of the largest value. */
static void
append_discrete (ParleyGeniusExport *self,
                 const ParleyIssue *issue,
                 mpq_t *values,
                 mpq_ptr share,
                 GString *xml)
{
  mpq_t largest, hundred;

  append_items (self, issue, values, xml);
  mpq_inits (largest, hundred, NULL);
  mpq_set_ui (hundred, 100, 1);
  for (guint i = 0; i < parley_genius_n_values (issue); i++)
    if (mpq_cmp (values[i], largest) > 0)
      mpq_set (largest, values[i]);
  mpq_div (largest, largest, hundred);
  mpq_mul (share, share, largest);
  mpq_clears (largest, hundred, NULL);
}

static void
append_integer (ParleyGeniusExport *self, const ParleyIssue *issue, mpq_t *values, GString *xml)
{
  g_autofree char *offset_text = NULL;
  g_autofree char *slope_text = NULL;
  mpq_t offset, slope;

  mpq_inits (offset, slope, NULL);
  parley_genius_find_line (values, parley_genius_n_values (issue), offset, slope);
  offset_text = parley_genius_decimal (self, offset);
  slope_text = parley_genius_decimal (self, slope);
  g_string_append_printf (xml, "      <evaluator ftype=\"linear\" offset=\"%s\" slope=\"%s\"/>\n",
                          offset_text, slope_text);
  mpq_clears (offset, slope, NULL);
}

static void
append_real (ParleyGeniusExport *self, const ParleyParty *party, guint index, GString *xml)
{
  const ParleyIssue *issue = parley_scenario_issue (self->scenario, index);
  g_auto(ParleyGeniusFunction) function;
  gboolean linear = FALSE;

  parley_genius_function_init (&function);
  parley_genius_find_function (party, issue, index, &function);
  linear = function.shape == PARLEY_GENIUS_LINEAR;
  g_string_append_printf (xml, "      <evaluator ftype=\"%s\"", linear ? "linear" : "triangular");
  for (guint i = 0; i < (linear ? 2 : 3); i++)
    {
      g_autofree char *number = parley_genius_decimal (self, function.parameters[i]);

      g_string_append_printf (xml, " parameter%u=\"%s\"", i, number);
    }
  g_string_append (xml, "/>\n");
}

/* Appends the issue to @xml, and its weight to @weights. */
static void
append_issue (ParleyGeniusExport *self,
              const ParleyParty *party,
              guint index,
              GString *xml,
              GString *weights)
{
  const ParleyIssue *issue = parley_scenario_issue (self->scenario, index);
  guint n = parley_genius_n_values (issue);
  mpq_t *values = parley_exact_array_new (n);
  g_autofree char *weight = NULL;
  mpq_t share;

  mpq_init (share);
  find_share (party, index, share);
  self->rounded |= !parley_genius_values (party, issue, index, values);
  parley_genius_export_issue (self, index, xml);
  g_string_append (xml, ">\n");
  if (self->kinds[index] == PARLEY_GENIUS_INTEGER)
    append_integer (self, issue, values, xml);
  else if (self->kinds[index] == PARLEY_GENIUS_REAL)
    append_real (self, party, index, xml);
  else
    append_discrete (self, issue, values, share, xml);
  g_string_append (xml, "    </issue>\n");
  weight = parley_genius_decimal (self, share);
  g_string_append_printf (weights, "    <weight index=\"%u\" value=\"%s\"/>\n", index + 1, weight);
  mpq_clear (share);
  parley_exact_array_free (values, n);
}

void
parley_genius_export_linear (ParleyGeniusExport *self, const ParleyParty *party, GString *xml)
{
  g_autoptr(GString) weights = g_string_new (NULL);

  for (guint i = 0; i < party->n_issues; i++)
    append_issue (self, party, i, xml, weights);
  g_string_append (xml, weights->str);
}
