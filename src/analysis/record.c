/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/record.h"

#include "base/date.h"

ParleySays
parley_act_says (ParleyAct act)
{
  static const ParleySays says[PARLEY_N_ACTS] = {
    [PARLEY_ACT_TABLED] = PARLEY_SAYS_YES,   [PARLEY_ACT_ACCEPTED_TEXT] = PARLEY_SAYS_YES,
    [PARLEY_ACT_REJECTED] = PARLEY_SAYS_NO,  [PARLEY_ACT_WITHHELD] = PARLEY_SAYS_NOTHING,
    [PARLEY_ACT_SIGNED] = PARLEY_SAYS_YES,   [PARLEY_ACT_RATIFIED] = PARLEY_SAYS_YES,
    [PARLEY_ACT_IN_FORCE] = PARLEY_SAYS_YES,
  };

  return says[act];
}

/* Whether decision @index says again what an older one does. */
static gboolean
is_known (const GArray *record, guint index)
{
  const ParleyDeed *move = &g_array_index (record, ParleyDeed, index);

  for (guint i = 0; i < index; i++)
    {
      const ParleyDeed *known = &g_array_index (record, ParleyDeed, i);

      if (known->party == move->party && known->draft == move->draft
          && known->reservation == move->reservation
          && parley_act_says (known->act) == parley_act_says (move->act))
        return TRUE;
    }
  return FALSE;
}

static void
add (GArray *record,
     const ParleyScenario *scenario,
     guint draft,
     guint party,
     ParleyAct act,
     const char *date)
{
  const ParleyDraft *model = parley_scenario_draft (scenario, draft);
  const ParleyParty *who = parley_scenario_party (scenario, party);
  const char *day = date != NULL ? date : scenario->as_of;
  ParleyDeed move = { party, draft, act, date, FALSE, FALSE, NULL };

  move.own = parley_draft_is_tabled_by (model, party)
             || parley_draft_has_event (model, party, PARLEY_ACT_TABLED);
  move.reservation = parley_party_reservation_at (who, day);
  g_array_append_val (record, move);
}

/* Everything that was done about one draft, in the order of the file. */
static void
add_draft (GArray *record, const ParleyScenario *scenario, guint draft, guint party)
{
  const ParleyDraft *model = parley_scenario_draft (scenario, draft);

  for (guint i = 0; i < model->tabled_by->len; i++)
    {
      guint who = g_array_index (model->tabled_by, guint, i);

      if ((party == who || party == PARLEY_RECORD_OF_ALL)
          && !parley_draft_has_event (model, who, PARLEY_ACT_TABLED))
        add (record, scenario, draft, who, PARLEY_ACT_TABLED, model->date);
    }
  for (guint i = 0; i < model->events->len; i++)
    {
      const ParleyEvent *event = g_ptr_array_index (model->events, i);

      if ((party == event->party || party == PARLEY_RECORD_OF_ALL)
          && parley_act_says (event->act) != PARLEY_SAYS_NOTHING)
        add (record, scenario, draft, event->party, event->act, event->date);
    }
}

/* Of one day the order stays: g_array_sort () is stable. */
static gint
compare_dates (gconstpointer a, gconstpointer b)
{
  const ParleyDeed *x = a;
  const ParleyDeed *y = b;

  return parley_date_compare (x->date, y->date);
}

GArray *
parley_record_new (const ParleyScenario *scenario, guint party)
{
  GArray *record = g_array_new (FALSE, FALSE, sizeof (ParleyDeed));

  for (guint d = 0; d < scenario->drafts->len; d++)
    add_draft (record, scenario, d, party);
  g_array_sort (record, compare_dates);
  for (guint i = 0; i < record->len; i++)
    g_array_index (record, ParleyDeed, i).again = is_known (record, i);
  return record;
}
