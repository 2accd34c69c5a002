/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web/view_json.h"

#include "report/events.h"

void
parley_view_text (ParleyJson *object, const char *key, const char *text)
{
  json_object_object_add (object, key, parley_json_string (text));
}

static ParleyJson *
strings_to_json (char **strings)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    json_object_array_add (list, parley_json_string (strings[i]));
  return list;
}

ParleyJson *
parley_view_number (const ParleyNumber *number)
{
  ParleyJson *object = NULL;

  if (number == NULL)
    return NULL;
  object = json_object_new_object ();
  json_object_object_add (object, "value", parley_json_exact (number->value));
  json_object_object_add (object, "low",
                          number->has_range ? parley_json_exact (number->low) : NULL);
  json_object_object_add (object, "high",
                          number->has_range ? parley_json_exact (number->high) : NULL);
  parley_view_text (object, "basis", parley_basis_words[number->basis]);
  json_object_object_add (object, "source", strings_to_json (number->sources));
  parley_view_text (object, "note", number->note);
  return object;
}

ParleyJson *
parley_view_sources (const ParleyScenario *scenario)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < scenario->sources->len; i++)
    {
      const ParleySource *source = g_ptr_array_index (scenario->sources, i);
      ParleyJson *object = json_object_new_object ();

      parley_view_text (object, "id", source->id);
      parley_view_text (object, "title", source->title);
      parley_view_text (object, "publisher", source->publisher);
      parley_view_text (object, "date", source->date);
      parley_view_text (object, "url", source->url);
      json_object_array_add (list, object);
    }
  return list;
}

static ParleyJson *
options_to_json (const ParleyIssue *issue)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < issue->options->len; i++)
    {
      const ParleyOption *option = parley_issue_option (issue, i);
      ParleyJson *object = json_object_new_object ();

      parley_view_text (object, "id", option->id);
      parley_view_text (object, "title", option->title);
      json_object_array_add (list, object);
    }
  return list;
}

static ParleyJson *
grid_to_json (const ParleyIssue *issue)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < issue->grid->len; i++)
    json_object_array_add (list, parley_json_exact (g_ptr_array_index (issue->grid, i)));
  return list;
}

static const char *
kind_of (const ParleyIssue *issue)
{
  return parley_issue_is_derived (issue)           ? "derived"
         : issue->kind == PARLEY_ISSUE_CHOICE ? "choice"
                                              : "range";
}

static ParleyJson *
issue_to_json (const ParleyIssue *issue)
{
  ParleyJson *object = json_object_new_object ();

  parley_view_text (object, "id", issue->id);
  parley_view_text (object, "title", issue->title);
  parley_view_text (object, "kind", kind_of (issue));
  parley_view_text (object, "unit", issue->unit);
  parley_view_text (object, "note", issue->note);
  if (issue->kind == PARLEY_ISSUE_CHOICE)
    {
      json_object_object_add (object, "ordered", json_object_new_boolean (issue->ordered));
      json_object_object_add (object, "options", options_to_json (issue));
      return object;
    }
  json_object_object_add (object, "min", parley_json_exact (issue->min));
  json_object_object_add (object, "max", parley_json_exact (issue->max));
  if (issue->kind == PARLEY_ISSUE_RANGE)
    json_object_object_add (object, "values", grid_to_json (issue));
  return object;
}

ParleyJson *
parley_view_issues (const ParleyScenario *scenario)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < scenario->issues->len; i++)
    json_object_array_add (list, issue_to_json (parley_scenario_issue (scenario, i)));
  return list;
}

static ParleyJson *
interval_to_json (const ParleyInterval *interval)
{
  ParleyJson *object = NULL;

  if (mpq_equal (interval->low, interval->high))
    return parley_json_exact (interval->low);
  object = json_object_new_object ();
  json_object_object_add (object, "min", parley_json_exact (interval->low));
  json_object_object_add (object, "max", parley_json_exact (interval->high));
  return object;
}

/* Takes @list; of one thing, the thing itself. */
static ParleyJson *
unwrap (ParleyJson *list)
{
  ParleyJson *only = NULL;

  if (json_object_array_length (list) != 1)
    return list;
  only = json_object_get (json_object_array_get_idx (list, 0));
  json_object_put (list);
  return only;
}

/* As drafts have terms: an option or a number, a list, or a span. */
static ParleyJson *
terms_to_json (const ParleyIssue *issue, const ParleyTerms *terms)
{
  ParleyJson *list = json_object_new_array ();

  for (guint o = 0; terms->options != NULL && o < terms->n_options; o++)
    if (terms->options[o])
      json_object_array_add (list, parley_json_string (parley_issue_option (issue, o)->id));
  for (guint i = 0; terms->intervals != NULL && i < terms->intervals->len; i++)
    json_object_array_add (list,
                           interval_to_json (&g_array_index (terms->intervals, ParleyInterval, i)));
  return unwrap (list);
}

static ParleyJson *
draft_terms_to_json (const ParleyScenario *scenario, const ParleyDraft *draft)
{
  ParleyJson *object = json_object_new_object ();

  for (guint i = 0; i < draft->n_issues; i++)
    if (draft->terms[i] != NULL)
      json_object_object_add (object, parley_scenario_issue (scenario, i)->id,
                              terms_to_json (parley_scenario_issue (scenario, i),
                                             draft->terms[i]->is));
  return object;
}

ParleyJson *
parley_view_drafts (const ParleyScenario *scenario)
{
  ParleyJson *list = json_object_new_array ();

  for (guint d = 0; d < scenario->drafts->len; d++)
    {
      const ParleyDraft *draft = parley_scenario_draft (scenario, d);
      ParleyJson *object = json_object_new_object ();

      parley_view_text (object, "id", draft->id);
      parley_view_text (object, "title", draft->title);
      parley_view_text (object, "date", draft->date);
      json_object_object_add (object, "tabled_by", parley_tabled_by_to_json (scenario, draft));
      json_object_object_add (object, "terms", draft_terms_to_json (scenario, draft));
      json_object_array_add (list, object);
    }
  return list;
}

ParleyJson *
parley_view_cases (const ParleyScenario *scenario)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < scenario->cases->len; i++)
    {
      const ParleyCase *one = g_ptr_array_index (scenario->cases, i);
      ParleyJson *object = json_object_new_object ();

      parley_view_text (object, "id", one->id);
      parley_view_text (object, "title", one->title);
      parley_view_text (object, "question", one->question);
      json_object_array_add (list, object);
    }
  return list;
}
