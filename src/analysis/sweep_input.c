/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/sweep_input.h"

#include <string.h>

#include "base/error.h"

/* Decimal places of a value before it is written as a fraction. */
#define MOST_PLACES 40

void
parley_sweep_input_free (ParleySweepInput *self)
{
  g_free (self->path);
  g_ptr_array_unref (self->values);
  if (self->numbers != NULL)
    g_ptr_array_unref (self->numbers);
  g_free (self);
}

static ParleySweepInput *
input_new (const char *path, gsize length)
{
  ParleySweepInput *self = g_new0 (ParleySweepInput, 1);

  self->path = g_strndup (path, length);
  self->values = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_exact_free);
  return self;
}

static void
add_number (ParleySweepInput *self, mpq_srcptr number)
{
  g_ptr_array_add (self->values, parley_exact_to_text (number, MOST_PLACES));
  g_ptr_array_add (self->numbers, parley_exact_new (number));
}

gboolean
parley_sweep_refuse_size (const char *spec, GError **error)
{
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
               "--vary \"%s\": a sweep has at most 1,000,000 points", spec);
  return FALSE;
}

/* From @ends[0] to @ends[1] in steps of @ends[2]. */
static gboolean
add_steps (ParleySweepInput *self, const char *spec, mpq_t *ends, GError **error)
{
  gboolean fine = FALSE;
  mpq_t steps;
  mpz_t n;

  mpq_init (steps);
  mpz_init (n);
  mpq_sub (steps, ends[1], ends[0]);
  if (mpq_sgn (ends[2]) != 0)
    mpq_div (steps, steps, ends[2]);
  if (mpq_sgn (ends[2]) == 0 || mpq_sgn (steps) < 0)
    g_set_error (
        error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
        "--vary \"%s\": steps of this size do not lead from the first number to the second", spec);
  else
    {
      mpz_fdiv_q (n, mpq_numref (steps), mpq_denref (steps));
      fine = mpz_cmp_ui (n, PARLEY_SWEEP_MOST_POINTS) < 0 || parley_sweep_refuse_size (spec, error);
    }
  for (gulong i = 0; fine && i <= mpz_get_ui (n); i++)
    {
      mpq_set_ui (steps, i, 1);
      mpq_mul (steps, steps, ends[2]);
      mpq_add (steps, steps, ends[0]);
      add_number (self, steps);
    }
  mpq_clear (steps);
  mpz_clear (n);
  return fine;
}

/* Whether @text is "FROM:TO:STEP"; sets @ends. */
static gboolean
read_ends (const char *text, mpq_t *ends)
{
  g_auto(GStrv) parts = g_strsplit (text, ":", -1);

  if (g_strv_length (parts) != 3)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    if (!parley_exact_parse (parts[i], ends[i]))
      return FALSE;
  return TRUE;
}

/* Behind what stands between quotes or brackets a comma begins a new value. Returns: where the
 * value from @text on ends. */
static const char *
end_of_value (const char *text)
{
  guint depth = 0;
  gboolean quoted = FALSE;

  for (; *text != '\0'; text++)
    {
      if (quoted && *text == '\\' && text[1] != '\0')
        text++;
      else if (*text == '"')
        quoted = !quoted;
      else if (!quoted && strchr ("[{", *text) != NULL)
        depth++;
      else if (!quoted && strchr ("]}", *text) != NULL && depth > 0)
        depth--;
      else if (!quoted && depth == 0 && *text == ',')
        break;
    }
  return text;
}

static void
add_listed (ParleySweepInput *self, char *value)
{
  mpq_t number;

  mpq_init (number);
  if (self->numbers != NULL && parley_exact_parse (value, number))
    g_ptr_array_add (self->numbers, parley_exact_new (number));
  else
    g_clear_pointer (&self->numbers, g_ptr_array_unref);
  g_ptr_array_add (self->values, value);
  mpq_clear (number);
}

/* Whether @text is a decimal by its form, however large. */
static gboolean
looks_like_number (const char *text)
{
  return g_regex_match_simple ("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?$", text, 0, 0);
}

/* Why @text, a value by itself, varies nothing. Returns: FALSE with @error set. */
static gboolean
refuse_single (const char *spec, const char *text, GError **error)
{
  g_auto(GStrv) parts = g_strsplit (text, ":", -1);
  const char *far = NULL;
  mpq_t number;

  mpq_init (number);
  for (guint i = 0; g_strv_length (parts) == 3 && i < 3 && far == NULL; i++)
    if (looks_like_number (parts[i]) && !parley_exact_parse (parts[i], number))
      far = parts[i];
  mpq_clear (number);
  if (far != NULL)
    g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                 "--vary \"%s\": the number %s is out of range (expected at most %d digits, and an "
                 "exponent from -%d to %d)",
                 spec, far, PARLEY_EXACT_MAX_DIGITS, PARLEY_EXACT_MAX_EXPONENT,
                 PARLEY_EXACT_MAX_EXPONENT);
  else
    g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                 "--vary \"%s\": one value varies nothing (expected FROM:TO:STEP, or values with "
                 "commas between them; --set changes one value)",
                 spec);
  return FALSE;
}

static gboolean
add_list (ParleySweepInput *self, const char *spec, const char *list, GError **error)
{
  for (const char *start = list;; start++)
    {
      const char *end = end_of_value (start);

      if (end == start)
        {
          g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT, "--vary \"%s\": a value is empty",
                       spec);
          return FALSE;
        }
      add_listed (self, g_strndup (start, (gsize) (end - start)));
      if (self->values->len > PARLEY_SWEEP_MOST_POINTS)
        return parley_sweep_refuse_size (spec, error);
      start = end;
      if (*end == '\0')
        break;
    }
  return self->values->len > 1 || refuse_single (spec, list, error);
}

ParleySweepInput *
parley_sweep_input_parse (const char *spec, GError **error)
{
  const char *equals = strchr (spec, '=');
  g_autoptr(ParleySweepInput) self = NULL;
  gboolean fine = FALSE;
  mpq_t ends[3];

  if (equals == NULL || equals == spec)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                   "--vary takes PATH=FROM:TO:STEP or PATH=A,B,C, such as "
                   "parties.us.reservation=30:60:5, not \"%s\"",
                   spec);
      return NULL;
    }
  self = input_new (spec, (gsize) (equals - spec));
  for (guint i = 0; i < 3; i++)
    mpq_init (ends[i]);
  if (read_ends (equals + 1, ends))
    fine = add_steps (self, spec, ends, error);
  else
    fine = add_list (self, spec, equals + 1, error);
  for (guint i = 0; i < 3; i++)
    mpq_clear (ends[i]);
  return fine ? g_steal_pointer (&self) : NULL;
}
