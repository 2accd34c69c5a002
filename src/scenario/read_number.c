/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/read.h"

#include <string.h>

static const ParleyKey input_keys[] = {
  { "value", TRUE },       { "low", FALSE },    { "high", FALSE }, { "basis", FALSE },
  { "confidence", FALSE }, { "source", FALSE }, { "note", FALSE }, { NULL, FALSE },
};

static const char *const confidence_words[] = { "low", "medium", "high", NULL };

/* Scores made of larger numbers could outgrow the whole numbers that hold them. */
#define MOST_POINTS 1000000000000

/* What a bound asks for, and what breaking it is called. */
static const struct
{
  ParleyProblemCode code;
  const char *expected;
  long low;
  long high;      /* -1: none */
  gboolean above; /* above @low, not just at least */
} bounds[] = {
  [PARLEY_BOUND_POINTS]
  = { PARLEY_PROBLEM_NUMBER_TOO_LARGE, "from -10^12 to 10^12", -MOST_POINTS, MOST_POINTS, FALSE },
  [PARLEY_BOUND_WEIGHT] = { PARLEY_PROBLEM_NEGATIVE_WEIGHT, "0 or more", 0, -1, FALSE },
  [PARLEY_BOUND_GAP] = { PARLEY_PROBLEM_NEGATIVE_GAP, "0 or more", 0, -1, FALSE },
  [PARLEY_BOUND_PROBABILITY] = { PARLEY_PROBLEM_BAD_PROBABILITY, "0 to 1", 0, 1, FALSE },
  [PARLEY_BOUND_VALUE] = { PARLEY_PROBLEM_VALUE_OUT_OF_SCALE, "0 to 100", 0, 100, FALSE },
  [PARLEY_BOUND_TOLERANCE] = { PARLEY_PROBLEM_TOLERANCE_NOT_POSITIVE, "above 0", 0, -1, TRUE },
};

gboolean
parley_read_number (ParleyReader *reader, const ParleyNode *node, const char *what, mpq_ptr number)
{
  if (node->kind != PARLEY_NODE_STRING
      && !parley_read_kind (reader, node, PARLEY_NODE_NUMBER, what))
    return FALSE;

  /* A string is only ever a fraction: "12" is more likely a slip. Numbers that are
   * too long have been refused by the scan. */
  if ((node->kind == PARLEY_NODE_NUMBER || strchr (node->string, '/') != NULL)
      && parley_exact_parse (node->string, number))
    return TRUE;
  parley_read_explain (parley_problems_add_at (reader->problems, PARLEY_PROBLEM_BAD_FRACTION, node,
                                               "%s is not a number", what),
                       node, "a number, or a fraction such as \"190/662\"");
  return FALSE;
}

static gboolean
is_within (mpq_srcptr number, ParleyBound bound)
{
  int above_low = mpq_cmp_si (number, bounds[bound].low, 1);

  if (above_low < 0 || (above_low == 0 && bounds[bound].above))
    return FALSE;
  return bounds[bound].high < 0 || mpq_cmp_si (number, bounds[bound].high, 1) <= 0;
}

static gboolean
is_too_large (mpq_srcptr number)
{
  return mpq_cmp_si (number, MOST_POINTS, 1) > 0;
}

gboolean
parley_read_bounded (ParleyReader *reader,
                     const ParleyNode *node,
                     const char *what,
                     ParleyBound bound,
                     mpq_ptr number)
{
  if (!parley_read_number (reader, node, what, number))
    return FALSE;
  if ((bound == PARLEY_BOUND_WEIGHT || bound == PARLEY_BOUND_GAP) && is_too_large (number))
    bound = PARLEY_BOUND_POINTS;
  if (bound == PARLEY_BOUND_NONE || is_within (number, bound))
    return TRUE;
  parley_read_explain (parley_problems_add_at (reader->problems, bounds[bound].code, node,
                                               "%s is out of bounds", what),
                       node, bounds[bound].expected);
  return FALSE;
}

/* Reads "low" or "high", which is as good as @value where it is absent. */
static gboolean
read_end (ParleyReader *reader,
          const ParleyNode *object,
          const char *key,
          ParleyBound bound,
          ParleyNumber *number,
          mpq_ptr end)
{
  const ParleyNode *node = parley_node_get (object, key);
  g_autofree char *what = g_strdup_printf ("\"%s\"", key);

  if (node == NULL)
    return TRUE;
  number->has_range = TRUE;
  return parley_read_bounded (reader, node, what, bound, end);
}

static void
check_order (ParleyReader *reader, const ParleyNode *object, const ParleyNumber *number)
{
  g_autofree char *value = parley_exact_to_text (number->value, 12);

  if (mpq_cmp (number->low, number->value) > 0)
    parley_read_explain (parley_problems_add_at (reader->problems, PARLEY_PROBLEM_LOW_ABOVE_VALUE,
                                                 parley_node_get (object, "low"),
                                                 "\"low\" is above the value, %s", value),
                         parley_node_get (object, "low"), NULL);
  if (mpq_cmp (number->high, number->value) < 0)
    parley_read_explain (parley_problems_add_at (reader->problems, PARLEY_PROBLEM_HIGH_BELOW_VALUE,
                                                 parley_node_get (object, "high"),
                                                 "\"high\" is below the value, %s", value),
                         parley_node_get (object, "high"), NULL);
}

ParleyBasis
parley_read_basis (ParleyReader *reader, const ParleyNode *object)
{
  /* Behind none. */
  return (ParleyBasis) (parley_read_word (reader, object, "basis", parley_basis_words + 1) + 1);
}

char *
parley_read_confidence (ParleyReader *reader, const ParleyNode *object)
{
  int word = parley_read_word (reader, object, "confidence", confidence_words);

  return word < 0 ? NULL : g_strdup (confidence_words[word]);
}

/* What says neither basis nor source rests on what its party says. */
static void
tally_input (ParleyReader *reader, const ParleyNode *node, ParleyNumber *number)
{
  gboolean based
      = number->basis != PARLEY_BASIS_NONE || number->sources != NULL || reader->tally.sourced;

  if (!based)
    number->basis = reader->tally.party_basis;
  reader->tally.n_inputs++;
  if (!based && !reader->tally.party_based)
    g_ptr_array_add (reader->tally.bare, (gpointer) node);
}

static void
read_why (ParleyReader *reader, const ParleyNode *object, ParleyNumber *number)
{
  number->basis = parley_read_basis (reader, object);
  number->confidence = parley_read_confidence (reader, object);
  number->sources = parley_read_cited (reader, object);
  number->note = parley_read_text (reader, object, "note");
  tally_input (reader, object, number);
}

/* Reads the value and sets the range to it. */
static gboolean
read_value (ParleyReader *reader,
            const ParleyNode *node,
            const char *what,
            ParleyBound bound,
            ParleyNumber *number)
{
  if (!parley_read_bounded (reader, node, what, bound, number->value))
    return FALSE;
  mpq_set (number->low, number->value);
  mpq_set (number->high, number->value);
  return TRUE;
}

static ParleyNumber *
number_new_unset (ParleyReader *reader, const ParleyNode *node)
{
  ParleyNumber *number = NULL;
  mpq_t zero;

  mpq_init (zero);
  number = parley_number_new (zero);
  mpq_clear (zero);
  number->origin = parley_read_origin (reader, node);
  return number;
}

ParleyNumber *
parley_read_input_object (ParleyReader *reader,
                          const ParleyNode *object,
                          const char *what,
                          ParleyBound bound)
{
  const ParleyNode *value = parley_node_get (object, "value");
  g_autoptr(ParleyNumber) number = number_new_unset (reader, object);
  gboolean has_value = value != NULL && read_value (reader, value, what, bound, number);
  gboolean has_low = read_end (reader, object, "low", bound, number, number->low);
  gboolean has_high = read_end (reader, object, "high", bound, number, number->high);

  read_why (reader, object, number);
  if (!has_value || !has_low || !has_high)
    return NULL;
  check_order (reader, object, number);
  return g_steal_pointer (&number);
}

ParleyNumber *
parley_read_input (ParleyReader *reader,
                   const ParleyNode *node,
                   const char *what,
                   ParleyBound bound)
{
  g_autoptr(ParleyNumber) number = NULL;

  if (node->kind == PARLEY_NODE_OBJECT)
    {
      parley_read_object (reader, node, what, input_keys);
      return parley_read_input_object (reader, node, what, bound);
    }
  number = number_new_unset (reader, node);
  tally_input (reader, node, number);
  if (!read_value (reader, node, what, bound, number))
    return NULL;
  return g_steal_pointer (&number);
}
