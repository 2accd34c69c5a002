/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/question.h"
#include "analysis/score.h"

/* How likely something is: at least, whatever open terms are, and at most, in some completion; and
 * between both, when terms are as likely as not to suit. */
typedef struct
{
  double low;
  double high;
  double chance;
} ParleyOdds;

/* What a party's record does to what is believed of it; from WAIVED on there are no odds. */
typedef enum
{
  PARLEY_OUTLOOK_LEARNED,   /* some of what is believed fits it, some does not */
  PARLEY_OUTLOOK_SILENT,    /* it teaches nothing, or there is none: as believed */
  PARLEY_OUTLOOK_NOTHING,   /* nothing that is believed fits it */
  PARLEY_OUTLOOK_TOO_LITTLE, /* so little that no draw was found */
  PARLEY_OUTLOOK_RED_LINES, /* the party has no score, so that its red lines alone count */
  PARLEY_OUTLOOK_WAIVED,    /* its consent is not needed for any completion: nothing need be said */
  PARLEY_OUTLOOK_UNSCORED,  /* it has no weights, or no reservation for them: nothing can be said */
  PARLEY_OUTLOOK_TOO_MUCH   /* more completions or red lines matter than are looked at: likewise */
} ParleyOutlookKind;

/**
 * ParleyOutlook:
 *
 * How likely one party accepts a draft.
 */
typedef struct
{
  guint             party;
  ParleyOutlookKind kind;
  gboolean          waived; /* its consent is not needed for some completions */
  char             *problem; /* (nullable): what was too much, or too little */
  guint             n_decisions; /* on record before the day of the draft, none twice */
  guint             n_judged;    /* what it is judged to think of drafts, likewise */
  guint             n_taught;    /* of both so many teach something */
  double            left;        /* which part of all that is believed fits them */
  ParleyOdds        believed;    /* by what is believed; not where nothing can be said */
  ParleyOdds        after;       /* by what fits the record; as believed where it is SILENT; not where
                        * there are no draws of it */
  double            crossed;     /* how likely it rejects because of red lines in every completion */
  GArray           *questions;   /* of ParleyQuestion; NULL where there are no draws to ask */
} ParleyOutlook;

/* What is looked at. All is borrowed.
 * @day: (nullable): as of a ParleyPredict
 * @revealed: how the record is read; which of it, and which reservation, is set here */
typedef struct
{
  const ParleyScenario         *scenario;
  guint                         draft;
  const ParleyDraftScore       *score; /* of the draft */
  const char                   *day;
  const ParleyRevealedRequest  *revealed;
  const ParleyPosteriorRequest *likely;
} ParleyOutlookRequest;

/* Errors: those of posteriors but PARLEY_ERROR_LIMIT. Cost: two posteriors (posterior.h), and
 * questions (question.h). */
ParleyOutlook *parley_outlook_new (const ParleyOutlookRequest *request,
                                   guint party,
                                   GError **error);

void parley_outlook_free (ParleyOutlook *self);

/* Whether there are odds by what fits the record, or by what is believed. */
gboolean parley_outlook_has_after    (const ParleyOutlook *self);
gboolean parley_outlook_has_believed (const ParleyOutlook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyOutlook, parley_outlook_free)
