/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "scenario/genius_export.h"

/*
 * Real issues. Every number between the bounds is a value of one, so a function must be the
 * party's everywhere and not at the grid alone: both are drawn as the curves that an import
 * would make, and compared.
 */

/* Where @function (nullable) bends. Returns: (transfer full) (element-type mpq_ptr). */
static GPtrArray *
kinks_of (const ParleyValueFunction *function)
{
  GPtrArray *kinks = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_exact_free);
  mpq_t end;

  for (guint i = 0; function != NULL && function->x != NULL && i < function->x->len; i++)
    g_ptr_array_add (kinks, parley_exact_new (g_ptr_array_index (function->x, i)));
  if (function == NULL || function->kind != PARLEY_VALUE_IDEAL)
    return kinks;
  mpq_init (end);
  g_ptr_array_add (kinks, parley_exact_new (function->ideal->value));
  mpq_sub (end, function->ideal->value, function->tolerance->value);
  g_ptr_array_add (kinks, parley_exact_new (end));
  mpq_add (end, function->ideal->value, function->tolerance->value);
  g_ptr_array_add (kinks, parley_exact_new (end));
  mpq_clear (end);
  return kinks;
}

static mpq_srcptr
y_at (const ParleyValueFunction *curve, guint index)
{
  return ((const ParleyNumber *) g_ptr_array_index (curve->y, index))->value;
}

static gboolean
same_curve (const ParleyValueFunction *a, const ParleyValueFunction *b)
{
  gboolean same = a->x->len == b->x->len;

  for (guint i = 0; same && i < a->x->len; i++)
    same = mpq_equal ((mpq_srcptr) g_ptr_array_index (a->x, i),
                      (mpq_srcptr) g_ptr_array_index (b->x, i))
           && mpq_equal (y_at (a, i), y_at (b, i));
  return same;
}

static gboolean
is_drawn_by (const ParleyIssue *issue,
             const ParleyGeniusFunction *function,
             const ParleyValueFunction *curve)
{
  g_autoptr(GPtrArray) kinks = parley_genius_function_kinks (function);
  g_autoptr(ParleyValueFunction) drawn
      = parley_import_curve (issue, parley_genius_function_evaluate, function, kinks);

  return same_curve (drawn, curve);
}

/* Sets @slope to that from the point @index to the next, in hundredths. */
static void
slope_at (const ParleyValueFunction *curve, guint index, mpq_ptr slope)
{
  mpq_t run;

  mpq_init (run);
  mpq_sub (slope, y_at (curve, index + 1), y_at (curve, index));
  mpq_sub (run, g_ptr_array_index (curve->x, index + 1), g_ptr_array_index (curve->x, index));
  mpq_div (slope, slope, run);
  mpq_set_ui (run, 100, 1);
  mpq_div (slope, slope, run);
  mpq_clear (run);
}

/* The line through the first piece that is not level: what is level beside it may be cut. */
static void
guess_line (const ParleyValueFunction *curve, ParleyGeniusFunction *function)
{
  mpq_ptr offset = function->parameters[0];
  mpq_ptr slope = function->parameters[1];
  guint from = 0;
  mpq_t part;

  function->shape = PARLEY_GENIUS_LINEAR;
  mpq_set_ui (function->parameters[2], 0, 1);
  slope_at (curve, 0, slope);
  while (mpq_sgn (slope) == 0 && from + 2 < curve->x->len)
    slope_at (curve, ++from, slope);
  mpq_init (part);
  mpq_set_ui (part, 100, 1);
  mpq_div (offset, y_at (curve, from), part);
  mpq_mul (part, slope, g_ptr_array_index (curve->x, from));
  mpq_sub (offset, offset, part);
  mpq_clear (part);
}

/* The triangle with its top at the first point of 100, its sides to the next points. Returns:
 * FALSE when there is none with a point at either side. */
static gboolean
guess_triangle (const ParleyValueFunction *curve, ParleyGeniusFunction *function)
{
  mpq_ptr top = function->parameters[2];
  guint at = 0;

  while (at < curve->x->len && mpq_cmp_ui (y_at (curve, at), 100, 1) != 0)
    at++;
  if (at == 0 || at + 1 >= curve->x->len)
    return FALSE;
  function->shape = PARLEY_GENIUS_TRIANGULAR;
  mpq_set (top, g_ptr_array_index (curve->x, at));
  for (guint side = 0; side < 2; side++)
    {
      mpq_ptr end = function->parameters[side];

      slope_at (curve, at - 1 + side, end);
      if (mpq_sgn (end) == 0)
        return FALSE;
      mpq_inv (end, end);
      mpq_sub (end, top, end);
    }
  return TRUE;
}

gboolean
parley_genius_is_decimal (mpq_srcptr number)
{
  g_autofree char *text = parley_exact_to_text (number, PARLEY_GENIUS_MAX_PLACES);

  return strchr (text, '/') == NULL;
}

static gboolean
has_decimals (const ParleyGeniusFunction *function)
{
  for (guint i = 0; i < G_N_ELEMENTS (function->parameters); i++)
    if (!parley_genius_is_decimal (function->parameters[i]))
      return FALSE;
  return TRUE;
}

gboolean
parley_genius_find_function (const ParleyParty    *party,
                             const ParleyIssue    *issue,
                             guint                 index,
                             ParleyGeniusFunction *function)
{
  const ParleyValueFunction *own = party->values[index];
  g_autoptr(GPtrArray) kinks = kinks_of (own);
  g_autoptr(ParleyValueFunction) curve = NULL;

  if (own != NULL && own->kind == PARLEY_VALUE_SMOOTH)
    return FALSE;
  curve = parley_import_curve (issue, parley_import_value_of, own, kinks);
  guess_line (curve, function);
  if (is_drawn_by (issue, function, curve))
    return has_decimals (function);
  return guess_triangle (curve, function) && is_drawn_by (issue, function, curve)
         && has_decimals (function);
}

static gboolean
has_function (const ParleyParty *party, const ParleyIssue *issue, guint index)
{
  g_auto(ParleyGeniusFunction) function;

  parley_genius_function_init (&function);
  return parley_genius_find_function (party, issue, index, &function);
}

gboolean
parley_genius_can_be_real (const ParleyScenario *scenario, guint index, mpq_ptr step)
{
  const ParleyIssue *issue = parley_scenario_issue (scenario, index);
  gboolean real = parley_issue_step (issue, step) && parley_genius_is_decimal (step)
                  && parley_genius_is_decimal (issue->min) && parley_genius_is_decimal (issue->max);

  for (guint p = 0; real && p < scenario->parties->len; p++)
    real = has_function (parley_scenario_party (scenario, p), issue, index);
  return real;
}
