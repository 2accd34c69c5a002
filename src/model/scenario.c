/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/scenario.h"

static GPtrArray *
array_of (GDestroyNotify free_item)
{
  return g_ptr_array_new_with_free_func (free_item);
}

ParleyScenario *
parley_scenario_new (void)
{
  ParleyScenario *self = g_new0 (ParleyScenario, 1);

  self->sources = array_of ((GDestroyNotify) parley_source_free);
  self->issues = array_of ((GDestroyNotify) parley_issue_free);
  self->parties = array_of ((GDestroyNotify) parley_party_free);
  self->rules = array_of ((GDestroyNotify) parley_rule_free);
  self->drafts = array_of ((GDestroyNotify) parley_draft_free);
  self->cases = array_of ((GDestroyNotify) parley_case_free);
  return self;
}

void
parley_scenario_free (ParleyScenario *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->as_of);
  g_free (self->summary);
  g_free (self->note);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->issues);
  g_ptr_array_unref (self->parties);
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->drafts);
  g_ptr_array_unref (self->cases);
  g_free (self);
}

ParleyRule *
parley_rule_new (void)
{
  return g_new0 (ParleyRule, 1);
}

void
parley_rule_free (ParleyRule *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  parley_condition_free (self->forbid);
  g_free (self->because);
  g_strfreev (self->sources);
  g_free (self->note);
  g_free (self);
}

ParleySource *
parley_source_new (void)
{
  return g_new0 (ParleySource, 1);
}

void
parley_source_free (ParleySource *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->publisher);
  g_free (self->date);
  g_free (self->url);
  g_free (self->note);
  g_free (self);
}

ParleyCase *
parley_case_new (void)
{
  return g_new0 (ParleyCase, 1);
}

void
parley_case_free (ParleyCase *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->question);
  g_free (self->note);
  g_free (self);
}

const ParleyIssue *
parley_scenario_issue (const ParleyScenario *self, guint index)
{
  return g_ptr_array_index (self->issues, index);
}

const ParleyParty *
parley_scenario_party (const ParleyScenario *self, guint index)
{
  return g_ptr_array_index (self->parties, index);
}

const ParleyDraft *
parley_scenario_draft (const ParleyScenario *self, guint index)
{
  return g_ptr_array_index (self->drafts, index);
}

int
parley_scenario_find_issue (const ParleyScenario *self, const char *id)
{
  for (guint i = 0; i < self->issues->len; i++)
    if (g_strcmp0 (parley_scenario_issue (self, i)->id, id) == 0)
      return (int) i;
  return -1;
}

int
parley_scenario_find_party (const ParleyScenario *self, const char *id)
{
  for (guint i = 0; i < self->parties->len; i++)
    if (g_strcmp0 (parley_scenario_party (self, i)->id, id) == 0)
      return (int) i;
  return -1;
}

int
parley_scenario_find_draft (const ParleyScenario *self, const char *id)
{
  for (guint i = 0; i < self->drafts->len; i++)
    if (g_strcmp0 (parley_scenario_draft (self, i)->id, id) == 0)
      return (int) i;
  return -1;
}

const char *
parley_scenario_date_of (const ParleyScenario *self, const ParleyDraft *draft)
{
  return draft->date != NULL ? draft->date : self->as_of;
}
