/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/concede.h"
#include "report/figures.h"
#include "report/words.h"

/* A map from party to points, of all with scores. */
static void
add_points (ParleyJson              *object,
            const char              *key,
            const ParleyConcessions *self,
            const ParleyScore       *scores,
            gboolean                 exact)
{
  guint n = self->utilities->len;
  g_autofree guint *slots = g_new (guint, n);

  for (guint s = 0; s < n; s++)
    slots[s] = s;
  parley_figure_add_map (object, key, self->scenario, self->utilities, slots, n, scores,
                         parley_figure_score, exact);
}

/* null for no deal. */
static ParleyJson *
deal_to_json (const ParleyConcessions *self, const ParleyDeal *deal, gboolean exact)
{
  ParleyJson *object = NULL;

  if (deal == NULL)
    return NULL;
  object = json_object_new_object ();
  json_object_object_add (object, "terms", parley_figure_terms (self->space, deal->options));
  add_points (object, "scores", self, deal->scores, exact);
  return object;
}

ParleyJson *
parley_moves_to_json (const ParleyConcessions *self, const ParleyConcession *step)
{
  ParleyJson *array = json_object_new_array ();

  for (guint i = 0; i < step->moves->len; i++)
    {
      const ParleyMove *move = &g_array_index (step->moves, ParleyMove, i);
      guint issue = self->space->domain->axes[move->axis].issue;
      ParleyJson *object = json_object_new_object ();

      json_object_object_add (
          object, "issue", parley_json_string (parley_scenario_issue (self->scenario, issue)->id));
      json_object_object_add (object, "from",
                              parley_figure_option (self->space, move->axis,
                                                    step->before->options[move->axis]));
      json_object_object_add (object, "to",
                              parley_figure_option (self->space, move->axis, move->option));
      json_object_array_add (array, object);
    }
  return array;
}

static ParleyJson *
step_to_json (const ParleyConcessions *self, const ParleyConcession *step, gboolean exact)
{
  ParleyJson *object = json_object_new_object ();
  g_autofree ParleyScore *gains = g_new (ParleyScore, self->utilities->len);

  for (guint s = 0; s < self->utilities->len; s++)
    gains[s] = parley_concession_gain (step, s);
  json_object_object_add (object, "kind",
                          parley_json_string (parley_step_kind_to_string (step->kind)));
  json_object_object_add (object, "changes", parley_moves_to_json (self, step));
  add_points (object, "gains", self, gains, exact);
  add_points (object, "scores", self, step->after->scores, exact);
  json_object_object_add (object, "accepted", json_object_new_boolean (step->accepted));
  return object;
}

ParleyJson *
parley_concede_to_json (const ParleyConcessions *self, gboolean exact)
{
  ParleyJson *root = json_object_new_object ();
  ParleyJson *steps = json_object_new_array ();

  for (guint i = 0; i < self->steps->len; i++)
    json_object_array_add (steps, step_to_json (self, parley_concessions_step (self, i), exact));
  json_object_object_add (root, "format", parley_json_string ("parley-concede/1"));
  json_object_object_add (root, "title", parley_json_string (self->scenario->title));
  json_object_object_add (root, "as_of", parley_json_string (self->date));
  json_object_object_add (root, "rounded", json_object_new_boolean (self->rounded));
  json_object_object_add (root, "draft", parley_json_string (self->draft->id));
  json_object_object_add (
      root, "for", parley_json_string (parley_scenario_party (self->scenario, self->party)->id));
  json_object_object_add (
      root, "among",
      parley_json_string (parley_words_among (self->scenario, self->among, self->among_party)));
  json_object_object_add (root, "possible", json_object_new_boolean (self->possible));
  json_object_object_add (root, "start", deal_to_json (self, self->start, exact));
  json_object_object_add (root, "start_accepted", json_object_new_boolean (self->start_accepted));
  json_object_object_add (root, "end", deal_to_json (self, self->end, exact));
  json_object_object_add (root, "stop", json_object_new_int64 (self->stop));
  json_object_object_add (root, "steps", steps);
  return root;
}
