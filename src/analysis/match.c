/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/match.h"

#include "base/error.h"

static gboolean
refuse (const char *what, const char *id, GError **error)
{
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
               "the drafts cannot be compared: their scenarios have not the same %s (\"%s\" is in "
               "one only)",
               what, id);
  return FALSE;
}

/* Both have as many of them when all of each are in the other. */
static gboolean
match_issues (ParleyMatch          *self,
              const ParleyScenario *one,
              const ParleyScenario *other,
              GError              **error)
{
  for (guint i = 0; i < one->issues->len; i++)
    {
      int found = parley_scenario_find_issue (other, parley_scenario_issue (one, i)->id);

      if (found < 0)
        return refuse ("issues", parley_scenario_issue (one, i)->id, error);
      self->issues[i] = (guint) found;
    }
  for (guint i = 0; i < other->issues->len; i++)
    if (parley_scenario_find_issue (one, parley_scenario_issue (other, i)->id) < 0)
      return refuse ("issues", parley_scenario_issue (other, i)->id, error);
  return TRUE;
}

static gboolean
match_parties (ParleyMatch          *self,
               const ParleyScenario *one,
               const ParleyScenario *other,
               GError              **error)
{
  for (guint p = 0; p < one->parties->len; p++)
    {
      int found = parley_scenario_find_party (other, parley_scenario_party (one, p)->id);

      if (found < 0)
        return refuse ("parties", parley_scenario_party (one, p)->id, error);
      self->parties[p] = (guint) found;
    }
  for (guint p = 0; p < other->parties->len; p++)
    if (parley_scenario_find_party (one, parley_scenario_party (other, p)->id) < 0)
      return refuse ("parties", parley_scenario_party (other, p)->id, error);
  return TRUE;
}

ParleyMatch *
parley_match_new (const ParleyScenario *one, const ParleyScenario *other, GError **error)
{
  g_autoptr(ParleyMatch) self = g_new0 (ParleyMatch, 1);

  self->issues = g_new0 (guint, one->issues->len);
  self->parties = g_new0 (guint, one->parties->len);
  if (!match_issues (self, one, other, error) || !match_parties (self, one, other, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
parley_match_free (ParleyMatch *self)
{
  if (self == NULL)
    return;
  g_free (self->issues);
  g_free (self->parties);
  g_free (self);
}
