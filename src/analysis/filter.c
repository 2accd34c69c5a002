/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/filter.h"

#include "base/error.h"
#include "base/suggest.h"

typedef enum
{
  EQUAL,
  NOT_EQUAL,
  AT_LEAST,
  AT_MOST,
  ABOVE,
  BELOW
} Relation;

/* The longer ones first: ">=" must not be read as ">". */
static const struct
{
  const char *sign;
  Relation    relation;
} operators[] = { { "!=", NOT_EQUAL }, { ">=", AT_LEAST }, { "<=", AT_MOST },
                  { "=", EQUAL },      { ">", ABOVE },     { "<", BELOW } };

/* One expression, taken apart. */
typedef struct
{
  const char *text;
  char       *name;
  char       *value;
  Relation    relation;
} Expression;

static void
bound_free (ParleyGainBound *self)
{
  mpq_clear (self->low);
  mpq_clear (self->high);
  g_free (self);
}

ParleyFilter *
parley_filter_new (void)
{
  ParleyFilter *self = g_new0 (ParleyFilter, 1);

  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_condition_free);
  self->bounds = g_ptr_array_new_with_free_func ((GDestroyNotify) bound_free);
  return self;
}

void
parley_filter_free (ParleyFilter *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->conditions);
  g_ptr_array_unref (self->bounds);
  g_free (self);
}

/* Splits at the first operator. */
static gboolean
take_apart (const char *text, Expression *expression, GError **error)
{
  gsize at = strcspn (text, "=!<>");

  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (g_str_has_prefix (text + at, operators[i].sign))
      {
        expression->text = text;
        expression->name = g_strstrip (g_strndup (text, at));
        expression->value = g_strstrip (g_strdup (text + at + strlen (operators[i].sign)));
        expression->relation = operators[i].relation;
        return TRUE;
      }
  g_set_error (
      error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
      "the filter \"%s\" compares nothing; write NAME, one of = != >= <= > <, and a value, "
      "for example share<=30 or score.us>=60",
      text);
  return FALSE;
}

/* So many names are listed with a refusal; of more, only the likeliest is told. */
#define NAMES_LISTED 12

/* " (expected one of …)", or nothing when there are too many. Returns: (transfer full). */
static char *
expected_names (const GPtrArray *things)
{
  g_autoptr(GString) text = g_string_new (" (expected one of ");

  for (guint i = 0; i < things->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : ", ",
                            *(char **) g_ptr_array_index (things, i));
  g_string_append_c (text, ')');
  return things->len > NAMES_LISTED ? g_strdup ("")
                                    : g_string_free (g_steal_pointer (&text), FALSE);
}

/* @things: structures whose first members are their id and title. */
static gboolean
refuse_unknown (const Expression *expression,
                const char       *kind,
                const char       *word,
                const GPtrArray  *things,
                GError          **error)
{
  g_autofree char *expected = expected_names (things);
  g_autofree char *suggestion = parley_suggest_among (word, things);

  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
               "the filter \"%s\" names no %s that there is: \"%s\"%s%s", expression->text, kind,
               word, expected, suggestion);
  return FALSE;
}

static gboolean
read_number (const Expression *expression, mpq_ptr number, GError **error)
{
  if (parley_exact_parse (expression->value, number))
    return TRUE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
               "the filter \"%s\" needs a number behind the sign; found \"%s\"", expression->text,
               expression->value);
  return FALSE;
}

static gboolean
refuse_operator (const Expression *expression, const char *why, GError **error)
{
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT, "the filter \"%s\" cannot be used: %s",
               expression->text, why);
  return FALSE;
}

static gboolean
add_bound (ParleyFilter *self, const Expression *expression, ParleyGainBound *bound, GError **error)
{
  if (expression->relation == NOT_EQUAL)
    {
      bound_free (bound);
      return refuse_operator (expression, "scores are compared with = >= <= > or <", error);
    }
  if (!read_number (expression, bound->low, error))
    {
      bound_free (bound);
      return FALSE;
    }
  mpq_set (bound->high, bound->low);
  bound->open = expression->relation == ABOVE || expression->relation == BELOW;
  bound->has_low = expression->relation != AT_MOST && expression->relation != BELOW;
  bound->has_high = expression->relation != AT_LEAST && expression->relation != ABOVE;
  g_ptr_array_add (self->bounds, bound);
  return TRUE;
}

static gboolean
add_gain (ParleyFilter         *self,
          const ParleyScenario *scenario,
          const Expression     *expression,
          const char           *party,
          gboolean              of_surplus,
          GError              **error)
{
  int index = parley_scenario_find_party (scenario, party);
  ParleyGainBound *bound = NULL;

  if (index < 0)
    return refuse_unknown (expression, "party", party, scenario->parties, error);
  if (!parley_party_is_scored (parley_scenario_party (scenario, (guint) index)))
    return refuse_operator (
        expression, "this party has neither weights nor adjustments, and so no score", error);
  if (of_surplus && parley_scenario_party (scenario, (guint) index)->reservation == NULL)
    return refuse_operator (expression, "this party has no reservation, and so no surplus", error);

  bound = g_new0 (ParleyGainBound, 1);
  bound->party = (guint) index;
  bound->of_surplus = of_surplus;
  mpq_inits (bound->low, bound->high, NULL);
  return add_bound (self, expression, bound, error);
}

static gboolean
option_matches (Relation relation, guint option, guint value)
{
  switch (relation)
    {
    case EQUAL:
      return option == value;
    case NOT_EQUAL:
      return option != value;
    case AT_LEAST:
      return option >= value;
    case AT_MOST:
      return option <= value;
    case ABOVE:
      return option > value;
    case BELOW:
      return option < value;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
add_choice (ParleyFilter      *self,
            const ParleyIssue *issue,
            guint              index,
            const Expression  *expression,
            GError           **error)
{
  int value = parley_issue_find_option (issue, expression->value);
  ParleyTerms *terms = NULL;

  if (value < 0)
    return refuse_unknown (expression, "option", expression->value, issue->options, error);
  if (!issue->ordered && expression->relation != EQUAL && expression->relation != NOT_EQUAL)
    return refuse_operator (expression,
                            "the options of this issue have no order; use = or !=", error);

  terms = parley_terms_new_options (issue->options->len);
  for (guint o = 0; o < issue->options->len; o++)
    if (option_matches (expression->relation, o, (guint) value))
      parley_terms_add_option (terms, o);
  g_ptr_array_add (self->conditions, parley_condition_new_terms (index, terms));
  return TRUE;
}

/* A condition that numbers of @issue be at most (or at least) @value. */
static ParleyCondition *
number_condition (const ParleyIssue *issue, guint index, gboolean at_least, mpq_srcptr value)
{
  ParleyTerms *terms = parley_terms_new_numbers ();

  if (at_least && mpq_cmp (value, issue->max) <= 0)
    parley_terms_add_interval (terms, value, issue->max);
  if (!at_least && mpq_cmp (issue->min, value) <= 0)
    parley_terms_add_interval (terms, issue->min, value);
  return parley_condition_new_terms (index, terms);
}

static ParleyCondition *
negated (ParleyCondition *inner)
{
  ParleyCondition *condition = parley_condition_new (PARLEY_CONDITION_NOT);

  parley_condition_take_child (condition, inner);
  return condition;
}

static gboolean
add_number (ParleyFilter      *self,
            const ParleyIssue *issue,
            guint              index,
            const Expression  *expression,
            GError           **error)
{
  ParleyCondition *low = NULL;
  ParleyCondition *high = NULL;
  ParleyCondition *both = NULL;
  mpq_t value;

  mpq_init (value);
  if (!read_number (expression, value, error))
    {
      mpq_clear (value);
      return FALSE;
    }
  low = number_condition (issue, index, TRUE, value);
  high = number_condition (issue, index, FALSE, value);
  mpq_clear (value);

  both = parley_condition_new (PARLEY_CONDITION_ALL);
  if (expression->relation == AT_LEAST || expression->relation == BELOW)
    {
      parley_condition_take_child (both, low);
      parley_condition_free (high);
    }
  else if (expression->relation == AT_MOST || expression->relation == ABOVE)
    {
      parley_condition_take_child (both, high);
      parley_condition_free (low);
    }
  else
    {
      parley_condition_take_child (both, low);
      parley_condition_take_child (both, high);
    }
  if (expression->relation == BELOW || expression->relation == ABOVE
      || expression->relation == NOT_EQUAL)
    both = negated (both);
  g_ptr_array_add (self->conditions, both);
  return TRUE;
}

static gboolean
add_issue (ParleyFilter         *self,
           const ParleyScenario *scenario,
           const Expression     *expression,
           GError              **error)
{
  int index = parley_scenario_find_issue (scenario, expression->name);
  const ParleyIssue *issue = NULL;

  if (index < 0)
    return refuse_unknown (expression, "issue", expression->name, scenario->issues, error);
  issue = parley_scenario_issue (scenario, (guint) index);
  return parley_issue_is_numeric (issue)
             ? add_number (self, issue, (guint) index, expression, error)
             : add_choice (self, issue, (guint) index, expression, error);
}

gboolean
parley_filter_add (ParleyFilter *self,
                   const ParleyScenario *scenario,
                   const char *text,
                   GError **error)
{
  Expression expression = { 0 };
  gboolean added = FALSE;

  if (!take_apart (text, &expression, error))
    return FALSE;
  if (g_str_has_prefix (expression.name, "score."))
    added
        = add_gain (self, scenario, &expression, expression.name + strlen ("score."), FALSE, error);
  else if (g_str_has_prefix (expression.name, "surplus."))
    added = add_gain (self, scenario, &expression, expression.name + strlen ("surplus."), TRUE,
                      error);
  else
    added = add_issue (self, scenario, &expression, error);
  if (added)
    g_ptr_array_add (self->texts, g_strdup (text));
  g_free (expression.name);
  g_free (expression.value);
  return added;
}

/* The whole steps within which a bound keeps a score. */
static ParleyScoreBound
bound_in_steps (const ParleyGainBound *bound, GPtrArray *utilities)
{
  const ParleyUtility *utility = g_ptr_array_index (utilities, bound->party);
  ParleyScoreBound steps = { bound->party, -PARLEY_SCORE_LIMIT, PARLEY_SCORE_LIMIT };
  ParleyScore shift = bound->of_surplus ? utility->reservation : 0;

  if (bound->has_low)
    steps.low = CLAMP (parley_utility_at_least (utility, bound->low, bound->open) + shift,
                       -PARLEY_SCORE_LIMIT, PARLEY_SCORE_LIMIT);
  if (bound->has_high)
    steps.high = CLAMP (parley_utility_at_most (utility, bound->high, bound->open) + shift,
                        -PARLEY_SCORE_LIMIT, PARLEY_SCORE_LIMIT);
  return steps;
}

GArray *
parley_filter_bounds (const ParleyFilter *self, GPtrArray *utilities)
{
  GArray *bounds = g_array_new (FALSE, FALSE, sizeof (ParleyScoreBound));

  for (guint i = 0; self != NULL && i < self->bounds->len; i++)
    {
      ParleyScoreBound bound = bound_in_steps (g_ptr_array_index (self->bounds, i), utilities);

      g_array_append_val (bounds, bound);
    }
  return bounds;
}
