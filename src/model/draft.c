/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/draft.h"

#include "base/date.h"

static const char *const act_names[] = {
  [PARLEY_ACT_TABLED] = "tabled",     [PARLEY_ACT_ACCEPTED_TEXT] = "accepted_text",
  [PARLEY_ACT_REJECTED] = "rejected", [PARLEY_ACT_WITHHELD] = "withheld",
  [PARLEY_ACT_SIGNED] = "signed",     [PARLEY_ACT_RATIFIED] = "ratified",
  [PARLEY_ACT_IN_FORCE] = "in_force",
};

ParleyDraft *
parley_draft_new (const char *id, guint n_issues)
{
  ParleyDraft *self = g_new0 (ParleyDraft, 1);

  self->id = g_strdup (id);
  self->n_issues = n_issues;
  self->terms = g_new0 (ParleyDraftTerm *, n_issues);
  self->tabled_by = g_array_new (FALSE, FALSE, sizeof (guint));
  self->given = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_given_free);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_event_free);
  return self;
}

void
parley_draft_free (ParleyDraft *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_issues; i++)
    parley_draft_term_free (self->terms[i]);
  g_free (self->terms);
  g_free (self->id);
  g_free (self->title);
  g_free (self->date);
  g_array_unref (self->tabled_by);
  g_ptr_array_unref (self->given);
  g_ptr_array_unref (self->events);
  g_strfreev (self->sources);
  g_free (self->note);
  g_free (self);
}

ParleyDraftTerm *
parley_draft_term_new (void)
{
  ParleyDraftTerm *self = g_new0 (ParleyDraftTerm, 1);

  self->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_report_free);
  return self;
}

void
parley_draft_term_free (ParleyDraftTerm *self)
{
  if (self == NULL)
    return;
  parley_terms_free (self->is);
  g_free (self->confidence);
  g_strfreev (self->sources);
  g_free (self->note);
  g_ptr_array_unref (self->reports);
  g_free (self);
}

void
parley_report_free (ParleyReport *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->sources);
  parley_terms_free (self->is);
  g_free (self->note);
  g_free (self);
}

void
parley_given_free (ParleyGiven *self)
{
  if (self == NULL)
    return;
  parley_condition_free (self->condition);
  parley_condition_free (self->consequence);
  g_free (self);
}

void
parley_event_free (ParleyEvent *self)
{
  if (self == NULL)
    return;
  g_free (self->date);
  g_strfreev (self->sources);
  g_free (self->note);
  g_free (self);
}

const char *
parley_act_to_string (ParleyAct act)
{
  return act_names[act];
}

static gboolean
act_consents (ParleyAct act)
{
  return act == PARLEY_ACT_TABLED || act == PARLEY_ACT_ACCEPTED_TEXT || act == PARLEY_ACT_SIGNED
         || act == PARLEY_ACT_RATIFIED;
}

gboolean
parley_draft_is_tabled_by (const ParleyDraft *self, guint party)
{
  for (guint i = 0; i < self->tabled_by->len; i++)
    if (g_array_index (self->tabled_by, guint, i) == party)
      return TRUE;
  return FALSE;
}

gboolean
parley_draft_has_event (const ParleyDraft *self, guint party, ParleyAct act)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      const ParleyEvent *event = g_ptr_array_index (self->events, i);

      if (event->party == party && event->act == act)
        return TRUE;
    }
  return FALSE;
}

gboolean
parley_draft_has_consent (const ParleyDraft *self, guint party)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      const ParleyEvent *event = g_ptr_array_index (self->events, i);

      if (event->party == party && act_consents (event->act))
        return TRUE;
    }
  return parley_draft_is_tabled_by (self, party);
}

/* A draft is tabled on its own date, unless an event says when. */
const char *
parley_draft_consent_date (const ParleyDraft *self, guint party)
{
  gboolean on_its_day = parley_draft_is_tabled_by (self, party)
                        && !parley_draft_has_event (self, party, PARLEY_ACT_TABLED);
  const char *first = on_its_day ? self->date : NULL;

  for (guint i = 0; i < self->events->len; i++)
    {
      const ParleyEvent *event = g_ptr_array_index (self->events, i);

      if (event->party == party && act_consents (event->act)
          && parley_date_compare (event->date, first) < 0)
        first = event->date;
    }
  return first;
}
