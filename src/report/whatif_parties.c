/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/whatif.h"

/* So many are named. */
#define PARTIES_NAMED 3

static const ParleyParty *
find_party (const ParleyScenario *scenario, const char *id)
{
  int index = parley_scenario_find_party (scenario, id);

  return index < 0 ? NULL : parley_scenario_party (scenario, (guint) index);
}

/* What becomes of one of which @before or @after may be NULL. Returns: (nullable). */
static const char *
fate_of (const ParleyParty *before, const ParleyParty *after)
{
  if (after == NULL)
    return "is gone";
  if (before == NULL)
    return "is new";
  if (parley_party_gives_verdict (before) == parley_party_gives_verdict (after))
    return NULL;
  return parley_party_gives_verdict (after) ? "gives verdicts now" : "gives no verdict any more";
}

static void
append_fate (GString *text, guint *n, const ParleyParty *before, const ParleyParty *after)
{
  const char *fate = fate_of (before, after);

  if (fate != NULL && ++*n <= PARTIES_NAMED)
    g_string_append_printf (text, "%s %s. ", (after != NULL ? after : before)->title, fate);
}

char *
parley_what_if_parties (const ParleyCaseOutcome *outcome)
{
  const ParleyScenario *before = outcome->before->given.scenario;
  const ParleyScenario *after = outcome->given.scenario;
  g_autoptr(GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint p = 0; p < after->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (after, p);

      append_fate (text, &n, find_party (before, party->id), party);
    }
  for (guint p = 0; p < before->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (before, p);

      if (find_party (after, party->id) == NULL)
        append_fate (text, &n, party, NULL);
    }
  if (n > PARTIES_NAMED)
    g_string_append_printf (text, "%u more come or go. ", n - PARTIES_NAMED);
  return n == 0 ? NULL : g_string_free (g_steal_pointer (&text), FALSE);
}
