/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/genius.h"

/* What else occurs (the second line since GENIUS 9) moves no utility at time 0. */
static const char *const space_children[] = {
  "objective",
  "issue",
  "weight",
  "reservation",
  "discount_factor",
  "utility",
  "agent",
  "rationality_factor",
  "comparisons",
  "errors",
  "experimental",
  "analysis",
  "cost",
  "description",
  NULL,
};
static const char *const objective_children[]
    = { "issue", "weight", "utility", "cost", "description", NULL };
static const char *const issue_children[]
    = { "item", "range", "evaluator", "similarity_function", "cost", "description", NULL };

static void
report_unknown_issue (ParleyGenius *self, const ParleyElement *element, const char *index)
{
  g_autoptr(GString) known = g_string_new (NULL);

  for (guint i = 0; i < self->issues->len && i < 20; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", parley_genius_issue (self, i)->index);
  if (self->issues->len > 20)
    g_string_append (known, ", …");
  parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_MISMATCH, element,
                                  "the domain has no issue with the index \"%s\"", index)
      ->expected
      = g_strdup_printf ("one of %s", known->str);
}

int
parley_genius_refer (ParleyGenius *self, const ParleyElement *element)
{
  g_autofree char *index = parley_genius_text (self, element, "index");
  int issue = index != NULL ? parley_genius_find_issue (self, index) : -1;

  if (index != NULL && issue < 0)
    report_unknown_issue (self, element, index);
  return issue;
}

static gboolean
check_name (ParleyGenius *self, const ParleyElement *element, const ParleyGeniusIssue *issue)
{
  g_autofree char *name = parley_genius_text (self, element, "name");
  ParleyProblem *problem = NULL;

  if (name == NULL || g_str_equal (name, issue->name))
    return name != NULL;
  problem = parley_problems_add_at_element (
      self->problems, PARLEY_PROBLEM_MISMATCH, element,
      "the issue with the index \"%s\" has another name in the domain", issue->index);
  problem->found = g_strdup_printf ("\"%s\"", name);
  problem->expected = g_strdup_printf ("\"%s\"", issue->name);
  return FALSE;
}

static gboolean
check_kind (ParleyGenius *self, const ParleyElement *element, const ParleyGeniusIssue *issue)
{
  ParleyGeniusKind kind = issue->kind;
  ParleyProblem *problem = NULL;

  if (!parley_genius_kind (self, element, &kind))
    return FALSE;
  if (kind == issue->kind)
    return TRUE;
  problem = parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_MISMATCH, element,
                                            "the issue \"%s\" is of another kind in the domain",
                                            issue->name);
  problem->found = g_strdup (parley_genius_kind_word (kind));
  problem->expected = g_strdup (parley_genius_kind_word (issue->kind));
  return FALSE;
}

/* Sets @places[i] to the element of the issue i of the domain. */
static gboolean
place_issues (ParleyGenius *self, GPtrArray *list, const ParleyElement **places)
{
  gboolean whole = TRUE;

  for (guint i = 0; i < list->len; i++)
    {
      const ParleyElement *element = g_ptr_array_index (list, i);
      int at = parley_genius_refer (self, element);

      if (at >= 0 && places[at] != NULL)
        parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_REPEATED, element,
                                        "the issue \"%s\" stands in the profile twice",
                                        parley_genius_issue (self, (guint) at)->name);
      if (at < 0 || places[at] != NULL
          || !check_name (self, element, parley_genius_issue (self, (guint) at))
          || !check_kind (self, element, parley_genius_issue (self, (guint) at)))
        whole = FALSE;
      else
        parley_genius_warn_of_others (self, element, issue_children);
      if (at >= 0)
        places[at] = element;
    }
  return whole;
}

static gboolean
read_weight (ParleyGenius *self, const ParleyElement *element, ParleyParty *party)
{
  int issue = parley_genius_refer (self, element);
  gboolean whole = FALSE;
  mpq_t weight;

  mpq_init (weight);
  if (issue < 0 || !parley_genius_number (self, element, "value", weight))
    ;
  else if (party->weights[issue] != NULL)
    parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_REPEATED, element,
                                    "the issue \"%s\" has two weights",
                                    parley_genius_issue (self, (guint) issue)->name);
  else if (mpq_sgn (weight) < 0)
    parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_NEGATIVE_WEIGHT, element,
                                    "the weight of \"%s\" is below 0",
                                    parley_genius_issue (self, (guint) issue)->name);
  else
    {
      parley_import_weigh (party, (guint) issue, weight);
      whole = TRUE;
    }
  mpq_clear (weight);
  return whole;
}

static gboolean
read_weights (ParleyGenius *self, const ParleyElement *space, ParleyParty *party)
{
  g_autoptr(GPtrArray) list = parley_genius_list (self, space, "weight");
  gboolean whole = list != NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    whole &= read_weight (self, g_ptr_array_index (list, i), party);
  return whole;
}

static gboolean
read_values (ParleyGenius *self,
             const ParleyElement *space,
             const ParleyElement *const *places,
             ParleyParty *party)
{
  gboolean whole = TRUE;

  for (guint i = 0; i < self->issues->len; i++)
    {
      const char *name = parley_genius_issue (self, i)->name;

      if (places[i] == NULL)
        parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_MISMATCH, space,
                                        "the profile lacks the issue \"%s\" of the domain", name);
      else if (party->weights[i] == NULL)
        parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_MISSING_PART, places[i],
                                        "the issue \"%s\" has no <weight>", name);
      else
        party->values[i] = parley_genius_read_values (self, places[i], i);
      whole &= party->values[i] != NULL;
    }
  return whole;
}

/* Returns: (nullable): the element that has an amount of the whole profile. */
static const ParleyElement *
find_amount (const ParleyElement *space, const char *name)
{
  const ParleyElement *element = parley_element_find (space, name);

  return element != NULL ? element : parley_element_find (parley_genius_objective (space), name);
}

static gboolean
read_reservation (ParleyGenius *self, const ParleyElement *space, ParleyParty *party)
{
  const ParleyElement *element = find_amount (space, "reservation");
  gboolean whole = FALSE;
  mpq_t reservation;

  mpq_init (reservation);
  whole = element == NULL || parley_genius_number (self, element, "value", reservation);
  parley_import_to_points (reservation);
  party->reservation = parley_number_new (reservation);
  mpq_clear (reservation);
  return whole;
}

/* GENIUS takes d <= 0 and d > 1 for no discount (DiscountFactor), and 1 changes nothing. */
static gboolean
read_discount (ParleyGenius *self, const ParleyElement *space, ParleyParty *party)
{
  const ParleyElement *element = find_amount (space, "discount_factor");
  gboolean whole = FALSE;
  mpq_t discount;

  mpq_init (discount);
  whole = element == NULL || parley_genius_number (self, element, "value", discount);
  if (mpq_sgn (discount) > 0 && mpq_cmp_ui (discount, 1, 1) < 0)
    {
      g_autofree char *text = parley_exact_to_text (discount, 40);

      party->note = g_strdup_printf ("In GENIUS this party's utilities and its reservation are "
                                     "multiplied by %s^t, t being the share of the time that has "
                                     "passed. Scores here are those at t = 0.",
                                     text);
      parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_LEFT_OUT, element,
                                      "the discount factor %s is noted, and not applied", text);
    }
  mpq_clear (discount);
  return whole;
}

/* Returns: FALSE after a problem. */
static gboolean
read_type (ParleyGenius *self, const ParleyElement *space, gboolean *nonlinear)
{
  const char *type = parley_element_get (space, "type");
  ParleyProblem *problem = NULL;

  *nonlinear = type != NULL && g_ascii_strcasecmp (type, "nonlinear") == 0;
  if (type == NULL || *nonlinear || g_ascii_strcasecmp (type, "linear") == 0
      || g_ascii_strcasecmp (type, "additive") == 0)
    return TRUE;
  problem = parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_UNSUPPORTED, space,
                                            "a utility space of this type is not read");
  problem->found = g_strdup_printf ("\"%.200s\"", type);
  problem->expected = g_strdup ("a linear one, or \"nonlinear\" with hyper-rectangles");
  return FALSE;
}

static void
warn_of_others (ParleyGenius *self, const ParleyElement *space)
{
  const ParleyElement *objective = parley_genius_objective (space);

  parley_genius_warn_of_others (self, space, space_children);
  if (objective != space)
    parley_genius_warn_of_others (self, objective, objective_children);
}

void
parley_genius_refuse_flat (ParleyGenius *self, const ParleyElement *element)
{
  parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_SCORE_CANNOT_VARY, element, "%s",
                                  PARLEY_IMPORT_FLAT);
}

/* Returns: FALSE after a problem. A score that cannot vary is no party's. */
static gboolean
check_party (ParleyGenius *self, const ParleyElement *space, const ParleyParty *party)
{
  g_autofree char *sums = parley_import_describe_sums (party);
  gboolean varies = parley_import_varies (party);

  if (!varies)
    parley_genius_refuse_flat (self, space);
  else if (*sums != '\0')
    parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_NOT_CAPPED, space, "%s", sums);
  return varies;
}

static gboolean
read_preferences (ParleyGenius *self,
                  const ParleyElement *space,
                  const ParleyElement *const *places,
                  ParleyParty *party)
{
  gboolean nonlinear = FALSE;

  if (!read_type (self, space, &nonlinear))
    return FALSE;
  if (nonlinear)
    return parley_genius_read_rectangles (self, space, party);
  return read_weights (self, space, party) && read_values (self, space, places, party);
}

gboolean
parley_genius_read_profile (ParleyGenius *self, const ParleyElement *root, GHashTable *taken)
{
  g_autofree char *title = parley_import_stem (root->text);
  g_autofree const ParleyElement **places = g_new0 (const ParleyElement *, self->issues->len);
  g_autoptr(GPtrArray) issues = parley_genius_list (self, root, "issue");
  ParleyParty *party = parley_import_add_party (self->scenario, title, root->text, "GENIUS", taken);

  warn_of_others (self, root);
  return issues != NULL && place_issues (self, issues, places)
         && read_preferences (self, root, places, party) && read_reservation (self, root, party)
         && read_discount (self, root, party) && check_party (self, root, party);
}
