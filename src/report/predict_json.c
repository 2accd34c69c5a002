/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/predict_words.h"

static void
add (ParleyJson *object, const char *key, double number)
{
  json_object_object_add (object, key, parley_json_double (number));
}

static ParleyJson *
odds_to_json (const ParleyOdds *odds, gboolean known)
{
  ParleyJson *object = NULL; /* null */

  if (!known)
    return object;
  object = json_object_new_object ();
  add (object, "low", odds->low);
  add (object, "high", odds->high);
  add (object, "chance", odds->chance);
  return object;
}

/* Questions */

/* What it is about, in ids. */
static void
add_subject (ParleyJson           *object,
             const ParleyPredict  *self,
             const ParleyOutlook  *outlook,
             const ParleyQuestion *question)
{
  const ParleyScenario *scenario = self->scenario;
  const ParleyParty *party = parley_scenario_party (scenario, outlook->party);

  switch (question->kind)
    {
    case PARLEY_QUESTION_HEAVIER:
      json_object_object_add (
          object, "heavier",
          parley_json_string (parley_scenario_issue (scenario, question->first)->id));
      json_object_object_add (
          object, "than",
          parley_json_string (parley_scenario_issue (scenario, question->second)->id));
      break;
    case PARLEY_QUESTION_RESERVATION:
      add (object, "above", question->above);
      break;
    case PARLEY_QUESTION_DRAFT:
      json_object_object_add (
          object, "draft",
          parley_json_string (parley_scenario_draft (scenario, question->first)->id));
      break;
    case PARLEY_QUESTION_RED_LINE:
    default:
      json_object_object_add (
          object, "red_line",
          parley_json_string (
              ((const ParleyRedLine *) g_ptr_array_index (party->red_lines, question->first))->id));
    }
}

static ParleyJson *
question_to_json (const ParleyPredict *self, guint index, guint q)
{
  const ParleyOutlook *outlook = parley_predict_outlook (self, index);
  const ParleyQuestion *question = &g_array_index (outlook->questions, ParleyQuestion, q);
  g_autofree char *text = parley_predict_question (self, index, question);
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (object, "kind", parley_json_string (parley_predict_kind (question)));
  add_subject (object, self, outlook, question);
  json_object_object_add (object, "text", parley_json_string (text));
  add (object, "yes", question->yes);
  add (object, "if_yes", question->if_yes);
  add (object, "if_no", question->if_no);
  add (object, "bits", question->bits);
  return object;
}

/* Parties */

static ParleyJson *
outlook_to_json (const ParleyPredictReport *report, guint index)
{
  static const char *const kinds[]
      = { [PARLEY_OUTLOOK_LEARNED] = "learned",      [PARLEY_OUTLOOK_SILENT] = "silent",
          [PARLEY_OUTLOOK_NOTHING] = "nothing-fits", [PARLEY_OUTLOOK_TOO_LITTLE] = "too-little",
          [PARLEY_OUTLOOK_RED_LINES] = "red-lines",  [PARLEY_OUTLOOK_WAIVED] = "not-needed",
          [PARLEY_OUTLOOK_UNSCORED] = "unscored",    [PARLEY_OUTLOOK_TOO_MUCH] = "too-much" };
  const ParleyOutlook *outlook = parley_predict_outlook (report->predict, index);
  gboolean believed = parley_outlook_has_believed (outlook);
  gboolean after = parley_outlook_has_after (outlook);
  ParleyJson *object = json_object_new_object ();
  ParleyJson *questions = json_object_new_array ();

  json_object_object_add (object, "record", parley_json_string (kinds[outlook->kind]));
  json_object_object_add (object, "decisions", json_object_new_int64 (outlook->n_decisions));
  json_object_object_add (object, "judgements", json_object_new_int64 (outlook->n_judged));
  json_object_object_add (object, "teaching", json_object_new_int64 (outlook->n_taught));
  json_object_object_add (object, "left",
                          outlook->left > 0 && after && report->likely.slip <= 0
                              ? parley_json_double (outlook->left)
                              : NULL);
  json_object_object_add (object, "believed", odds_to_json (&outlook->believed, believed));
  json_object_object_add (object, "fits_record", odds_to_json (&outlook->after, after));
  json_object_object_add (object, "barred",
                          believed ? parley_json_double (outlook->crossed) : NULL);
  for (guint q = 0; outlook->questions != NULL && q < MIN (report->n_top, outlook->questions->len);
       q++)
    json_object_array_add (questions, question_to_json (report->predict, index, q));
  json_object_object_add (object, "questions", questions);
  return object;
}

static ParleyJson *
best_to_json (const ParleyPredict *self)
{
  ParleyJson *object = NULL; /* null */
  const ParleyOutlook *outlook = NULL;

  if (self->best_outlook < 0)
    return object;
  outlook = parley_predict_outlook (self, (guint) self->best_outlook);
  object = json_object_new_object ();
  json_object_object_add (
      object, "party",
      parley_json_string (parley_scenario_party (self->scenario, outlook->party)->id));
  json_object_object_add (object, "question",
                          question_to_json (self, (guint) self->best_outlook, self->best));
  add (object, "bits", self->best_bits);
  return object;
}

ParleyJson *
parley_predict_to_json (const ParleyPredictReport *report)
{
  const ParleyPredict *self = report->predict;
  ParleyJson *root = json_object_new_object ();
  ParleyJson *parties = json_object_new_object ();

  json_object_object_add (root, "format", parley_json_string ("parley-predict/1"));
  json_object_object_add (root, "title", parley_json_string (self->scenario->title));
  json_object_object_add (
      root, "draft", parley_json_string (parley_scenario_draft (self->scenario, self->draft)->id));
  json_object_object_add (root, "record_before", parley_json_string (self->day));
  json_object_object_add (root, "draws", json_object_new_uint64 (report->likely.n_draws));
  json_object_object_add (root, "seed", json_object_new_uint64 (report->likely.seed));
  json_object_object_add (root, "slip", parley_json_double (report->likely.slip));
  for (guint i = 0; i < self->outlooks->len; i++)
    json_object_object_add (
        parties,
        parley_scenario_party (self->scenario, parley_predict_outlook (self, i)->party)->id,
        outlook_to_json (report, i));
  json_object_object_add (root, "parties", parties);
  json_object_object_add (root, "all_believed",
                          odds_to_json (&self->believed, self->believed_whole));
  json_object_object_add (root, "all_fits_record",
                          odds_to_json (&self->after, self->believed_whole && self->after_whole));
  json_object_object_add (root, "best_question", best_to_json (self));
  return root;
}
