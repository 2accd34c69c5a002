/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/scenario.h"

/* What an act says about the score of a draft to whoever acts. */
typedef enum
{
  PARLEY_SAYS_YES, /* it reaches the reservation: tabled, text accepted, signed, ratified, in force
                    */
  PARLEY_SAYS_NO,     /* it does not: rejected */
  PARLEY_SAYS_NOTHING /* withheld: for reasons that may lie outside the text */
} ParleySays;

ParleySays parley_act_says (ParleyAct act);

/**
 * ParleyDeed:
 *
 * What one party did about one draft.
 */
typedef struct
{
  guint        party;
  guint        draft;
  ParleyAct    act;
  const char  *date; /* (nullable) borrowed */
  gboolean     own;  /* of a draft that it tabled itself, alone or with others */
  gboolean again; /* the same answer against the same reservation was there before: nothing new */
  const ParleyNumber *reservation; /* (nullable) borrowed: the one that counts on that day */
} ParleyDeed;

/**
 * parley_record_new:
 * @party: whose; or PARLEY_RECORD_OF_ALL
 *
 * The decisions on record that say yes or no, the oldest first; those without a date last,
 * and those of one day in the order of the file. Who is said to have tabled a draft has done so on
 * its own date, unless an event says when.
 *
 * Returns: (transfer full) (element-type ParleyDeed).
 */
GArray *parley_record_new (const ParleyScenario *scenario, guint party);

#define PARLEY_RECORD_OF_ALL G_MAXUINT
