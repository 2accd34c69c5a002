/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/amend.h"
#include "report/term_words.h"
#include "report/words.h"

static const ParleyRedLine *
red_line_of (const ParleyAmend *amend, const ParleyClash *clash)
{
  return g_ptr_array_index (parley_scenario_party (amend->scenario, clash->party)->red_lines,
                            clash->item);
}

static const ParleyRule *
rule_of (const ParleyAmend *amend, const ParleyClash *clash)
{
  return g_ptr_array_index (amend->scenario->rules, clash->item);
}

static const ParleyNumber *
reservation_of (const ParleyAmend *amend, const ParleyClash *clash)
{
  return parley_party_reservation_at (parley_scenario_party (amend->scenario, clash->party),
                                      parley_scenario_date_of (amend->scenario, amend->draft));
}

static void
add_reservation (ParleyDocument *document, const ParleyAmend *amend, const ParleyClash *clash)
{
  const ParleyNumber *reservation = reservation_of (amend, clash);
  g_autofree char *points = parley_words_input (reservation->value);
  g_autofree char *belief = parley_words_belief (reservation);

  parley_document_bullet (document, "%s accepts from %s points on%s.",
                          parley_scenario_party (amend->scenario, clash->party)->title, points,
                          belief);
}

static void
add_red_line (ParleyDocument *document, const ParleyAmend *amend, const ParleyClash *clash)
{
  const ParleyRedLine *line = red_line_of (amend, clash);

  parley_document_bullet (document, "%s's red line \"%s\".",
                          parley_scenario_party (amend->scenario, clash->party)->title,
                          parley_words_title (line->title, line->id));
}

static void
add_fixed (ParleyDocument *document, const ParleyAmend *amend, const ParleyClash *clash)
{
  const ParleyIssue *issue = parley_scenario_issue (amend->scenario, clash->item);
  g_autofree char *terms = parley_words_terms (issue, amend->draft->terms[clash->item]->is);

  parley_document_bullet (document, "%s stays as the draft has it: %s.", issue->title, terms);
}

static void
add_clash (ParleyDocument *document, const ParleyAmend *amend, const ParleyClash *clash)
{
  switch (clash->kind)
    {
    case PARLEY_CLASH_MOST_CHANGES:
      parley_document_bullet (document, "At most %u of the issues change (--max).",
                              amend->request.most_changes);
      break;
    case PARLEY_CLASH_AMONG:
      parley_document_bullet (document, "Only terms that have been on the table (--among %s).",
                              parley_words_among (amend->scenario, amend->request.limits.among,
                                                  amend->request.limits.among_party));
      break;
    case PARLEY_CLASH_FIXED:
      add_fixed (document, amend, clash);
      break;
    case PARLEY_CLASH_GIVEN:
      parley_document_bullet (document, "What the draft says of how its open terms hang together "
                                        "(\"given\").");
      break;
    case PARLEY_CLASH_RULE:
      parley_document_bullet (document, "The rule \"%s\".",
                              parley_words_title (rule_of (amend, clash)->title,
                                                  rule_of (amend, clash)->id));
      break;
    case PARLEY_CLASH_RED_LINE:
      add_red_line (document, amend, clash);
      break;
    case PARLEY_CLASH_RESERVATION:
    default:
      add_reservation (document, amend, clash);
    }
}

void
parley_conflict_add (ParleyDocument *document, const ParleyAmend *amend)
{
  const GArray *clashes = amend->conflict->clashes;

  parley_document_heading (document, 2, "What stands in the way");
  if (clashes->len == 1)
    parley_document_paragraph (document, "This alone leaves no deal:");
  else
    parley_document_paragraph (
        document, "No deal meets these together. Without any one of them there is a deal "
                  "that meets all the others:");
  for (guint i = 0; i < clashes->len; i++)
    add_clash (document, amend, &g_array_index (clashes, ParleyClash, i));
  parley_document_paragraph (document, "Nothing else is needed for that. There may be other such "
                                       "demands as well.");
}

static ParleyJson *
clash_to_json (const ParleyAmend *amend, const ParleyClash *clash)
{
  static const char *const kinds[] = { [PARLEY_CLASH_MOST_CHANGES] = "max",
                                       [PARLEY_CLASH_AMONG] = "among",
                                       [PARLEY_CLASH_FIXED] = "keep",
                                       [PARLEY_CLASH_GIVEN] = "given",
                                       [PARLEY_CLASH_RULE] = "rule",
                                       [PARLEY_CLASH_RED_LINE] = "red_line",
                                       [PARLEY_CLASH_RESERVATION] = "reservation" };
  ParleyJson *object = json_object_new_object ();
  const char *party = NULL;
  const char *id = NULL;

  if (clash->kind == PARLEY_CLASH_RED_LINE || clash->kind == PARLEY_CLASH_RESERVATION)
    party = parley_scenario_party (amend->scenario, clash->party)->id;
  if (clash->kind == PARLEY_CLASH_RED_LINE)
    id = red_line_of (amend, clash)->id;
  if (clash->kind == PARLEY_CLASH_RULE)
    id = rule_of (amend, clash)->id;
  if (clash->kind == PARLEY_CLASH_FIXED)
    id = parley_scenario_issue (amend->scenario, clash->item)->id;
  json_object_object_add (object, "demand", parley_json_string (kinds[clash->kind]));
  json_object_object_add (object, "party", parley_json_string (party));
  json_object_object_add (object, "id", parley_json_string (id));
  return object;
}

ParleyJson *
parley_conflict_to_json (const ParleyAmend *amend)
{
  ParleyJson *list = NULL;

  if (amend->conflict == NULL)
    return NULL;
  list = json_object_new_array ();
  for (guint i = 0; i < amend->conflict->clashes->len; i++)
    json_object_array_add (
        list, clash_to_json (amend, &g_array_index (amend->conflict->clashes, ParleyClash, i)));
  return list;
}
