/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/condition.h"

typedef enum
{
  PARLEY_ACT_TABLED,
  PARLEY_ACT_ACCEPTED_TEXT,
  PARLEY_ACT_REJECTED,
  PARLEY_ACT_WITHHELD,
  PARLEY_ACT_SIGNED,
  PARLEY_ACT_RATIFIED,
  PARLEY_ACT_IN_FORCE
} ParleyAct;

#define PARLEY_N_ACTS (PARLEY_ACT_IN_FORCE + 1)

/* What a party did about a draft, and when. */
typedef struct
{
  char       *date;
  guint       party;
  ParleyAct   act;
  char      **sources;
  char       *note;
} ParleyEvent;

/* One source's word on a term; sources may contradict each other. */
typedef struct
{
  char        **sources;
  ParleyTerms  *is;
  char         *note;
} ParleyReport;

/* A term of a draft: what is known of it. */
typedef struct
{
  ParleyTerms  *is;
  ParleyBasis   basis;
  char         *confidence;
  char        **sources;
  char         *note;
  GPtrArray    *reports; /* of ParleyReport; empty when none */
  ParleyOrigin  origin;
} ParleyDraftTerm;

/* What is known of how open terms hang together. */
typedef struct
{
  ParleyCondition *condition;
  ParleyCondition *consequence;
} ParleyGiven;

/**
 * ParleyDraft:
 *
 * A named deal on the table; a NULL term is open.
 */
typedef struct
{
  char             *id;
  char             *title;
  char             *date; /* NULL when not said */
  GArray           *tabled_by; /* of guint: party indices; empty when not said */
  guint             n_issues;
  ParleyDraftTerm **terms; /* one an issue */
  GPtrArray        *given;  /* of ParleyGiven */
  GPtrArray        *events; /* of ParleyEvent, in file order */
  char            **sources;
  char             *note;
  ParleyOrigin      origin;
} ParleyDraft;

ParleyDraft *parley_draft_new  (const char *id, guint n_issues);
void         parley_draft_free (ParleyDraft *self);

ParleyDraftTerm *parley_draft_term_new  (void);
void             parley_draft_term_free (ParleyDraftTerm *self);
void             parley_report_free     (ParleyReport *self);
void             parley_given_free      (ParleyGiven *self);
void             parley_event_free      (ParleyEvent *self);

/* "accepted_text" and so on. */
const char *parley_act_to_string   (ParleyAct act);

/* Whether @party is said to have tabled the draft, and whether an event says that it did @act. */
gboolean parley_draft_is_tabled_by (const ParleyDraft *self, guint party);
gboolean parley_draft_has_event    (const ParleyDraft *self, guint party, ParleyAct act);

/* TRUE when @party tabled the draft, or accepted, signed or ratified it. */
gboolean parley_draft_has_consent (const ParleyDraft *self, guint party);

/* The first day of which that is known. Returns: (transfer none) (nullable): YYYY-MM-DD. */
const char *parley_draft_consent_date (const ParleyDraft *self, guint party);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyDraft, parley_draft_free)
