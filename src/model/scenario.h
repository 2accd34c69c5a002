/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/draft.h"
#include "model/party.h"

/* A condition that no deal may meet. */
typedef struct
{
  char             *id;
  char             *title;
  ParleyCondition  *forbid;
  char             *because;
  char            **sources;
  char             *note;
  ParleyOrigin      origin;
} ParleyRule;

typedef struct
{
  char         *id;
  char         *title;
  char         *publisher;
  char         *date;
  char         *url;
  char         *note;
  gboolean      used; /* something cites it */
  ParleyOrigin  origin;
} ParleySource;

/* A named what-if; what it changes has been applied, or not, by the reader. */
typedef struct
{
  char         *id;
  char         *title;
  char         *question; /* NULL when none */
  char         *note;
  ParleyOrigin  origin;
} ParleyCase;

/**
 * ParleyScenario:
 *
 * One negotiation: issues, parties, rules and the drafts on the table. Plain
 * data, immutable once read, so threads may share it without locks.
 */
typedef struct
{
  char      *title;
  char      *as_of;   /* NULL when not said */
  char      *summary; /* NULL when none */
  char      *note;
  GPtrArray *sources; /* of ParleySource */
  GPtrArray *issues;  /* of ParleyIssue */
  GPtrArray *parties; /* of ParleyParty */
  GPtrArray *rules;   /* of ParleyRule */
  GPtrArray *drafts;  /* of ParleyDraft */
  GPtrArray *cases;   /* of ParleyCase */
} ParleyScenario;

ParleyScenario *parley_scenario_new  (void);
void            parley_scenario_free (ParleyScenario *self);

ParleyRule   *parley_rule_new    (void);
void          parley_rule_free   (ParleyRule *self);
ParleySource *parley_source_new  (void);
void          parley_source_free (ParleySource *self);
ParleyCase   *parley_case_new    (void);
void          parley_case_free   (ParleyCase *self);

/* Typed access; all (transfer none). */
const ParleyIssue *parley_scenario_issue (const ParleyScenario *self, guint index);
const ParleyParty *parley_scenario_party (const ParleyScenario *self, guint index);
const ParleyDraft *parley_scenario_draft (const ParleyScenario *self, guint index);

/* Returns: the index, or -1. */
int parley_scenario_find_issue (const ParleyScenario *self, const char *id);
int parley_scenario_find_party (const ParleyScenario *self, const char *id);
int parley_scenario_find_draft (const ParleyScenario *self, const char *id);

/* The date at which a draft is judged: its own, else that of the scenario; NULL when neither is
 * said. */
const char *parley_scenario_date_of (const ParleyScenario *self, const ParleyDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyScenario, parley_scenario_free)
