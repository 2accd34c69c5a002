/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/events.h"

#include "report/words.h"

static gboolean
did_before (const ParleyDraft *draft, guint index)
{
  const ParleyEvent *event = g_ptr_array_index (draft->events, index);

  for (guint i = 0; i < index; i++)
    {
      const ParleyEvent *earlier = g_ptr_array_index (draft->events, i);

      if (earlier->act == event->act)
        return TRUE;
    }
  return FALSE;
}

/* The parties that did @act: all deciding ones are "all". */
static char *
actors (const ParleyScenario *scenario, const ParleyDraft *draft, ParleyAct act)
{
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree gboolean *acted = g_new0 (gboolean, scenario->parties->len);
  guint n = 0;
  guint n_deciding = 0;

  for (guint i = 0; i < draft->events->len; i++)
    {
      const ParleyEvent *event = g_ptr_array_index (draft->events, i);

      if (event->act != act || acted[event->party])
        continue;
      acted[event->party] = TRUE;
      n_deciding += (guint) parley_party_decides (parley_scenario_party (scenario, event->party));
      g_string_append_printf (names, "%s%s", n == 0 ? "" : " and ",
                              parley_scenario_party (scenario, event->party)->title);
      n++;
    }
  if (n > 1 && n == n_deciding && n == parley_words_n_deciding (scenario))
    return g_strdup (n == 2 ? "both" : "all");
  return g_string_free (g_steal_pointer (&names), FALSE);
}

char *
parley_words_events (const ParleyScenario *scenario, const ParleyDraft *draft)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < draft->events->len; i++)
    {
      const ParleyEvent *event = g_ptr_array_index (draft->events, i);
      g_autofree char *who = actors (scenario, draft, event->act);

      if (event->act == PARLEY_ACT_TABLED || did_before (draft, i))
        continue;
      if (event->act == PARLEY_ACT_IN_FORCE)
        g_string_append_printf (text, "%sin force", text->len == 0 ? "" : ", ");
      else
        g_string_append_printf (text, "%s%s %s", text->len == 0 ? "" : ", ", who,
                                parley_words_act (event->act));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
parley_words_tabled_by (const ParleyScenario *scenario, const ParleyDraft *draft)
{
  guint n = draft->tabled_by->len;

  if (n == 2 && parley_words_n_deciding (scenario) == 2)
    return g_strdup ("both");
  return parley_words_parties (scenario, (const guint *) (const void *) draft->tabled_by->data, n);
}

ParleyJson *
parley_tabled_by_to_json (const ParleyScenario *scenario, const ParleyDraft *draft)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < draft->tabled_by->len; i++)
    {
      guint party = g_array_index (draft->tabled_by, guint, i);

      json_object_array_add (list,
                             parley_json_string (parley_scenario_party (scenario, party)->id));
    }
  return list;
}

ParleyJson *
parley_events_to_json (const ParleyScenario *scenario, const ParleyDraft *draft)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < draft->events->len; i++)
    {
      const ParleyEvent *event = g_ptr_array_index (draft->events, i);
      ParleyJson *object = json_object_new_object ();

      json_object_object_add (object, "date", parley_json_string (event->date));
      json_object_object_add (
          object, "party", parley_json_string (parley_scenario_party (scenario, event->party)->id));
      json_object_object_add (object, "act",
                              parley_json_string (parley_act_to_string (event->act)));
      json_object_array_add (list, object);
    }
  return list;
}
