/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parley/talks.h"

PARLEY_API_BEGIN

/* A red line that is crossed, or an adjustment. */
typedef struct
{
  const char  *id;
  ParleyAmount points; /* of an adjustment */
  const char  *when;   /* in "all" completions, "some" or "none" */
} ParleyOpinionMatch;

/* What one issue brings a party, in points. */
typedef struct
{
  const char  *issue;
  ParleyAmount weight; /* as a share, in percent */
  ParleyAmount won_low;
  ParleyAmount won_high;
  ParleyAmount given_up_low; /* what the best option would add */
  ParleyAmount given_up_high;
} ParleyOpinionPart;

/**
 * ParleyOpinion:
 *
 * What one party makes of a draft. Low and high are over the completions of what the draft leaves
 * open; of a deal they are the same.
 *
 * A verdict is "accepts" (every completion), "rejects" (each), "depends", "infeasible" (the rules
 * leave no completion), "unknown" (there is too much to say) or NULL, when the party has no say. It
 * is on the line when it is decided within a point of the reservation, or the stated range of a
 * single number would turn it.
 */
typedef struct
{
  const char               *party;
  ParleyAmount              low; /* points; no number without weights, or without a completion */
  ParleyAmount              high;
  ParleyAmount              reservation; /* on the draft's date */
  const char               *verdict;
  const char               *verdict_without_red_lines;
  bool                      on_the_line;
  bool                      falls_short; /* of its reservation, in every completion */
  size_t                    n_red_lines;
  const ParleyOpinionMatch *const *red_lines; /* that are crossed */
  size_t                    n_adjustments;
  const ParleyOpinionMatch *const *adjustments;
  size_t                    n_parts;
  const ParleyOpinionPart *const  *parts; /* issues with weight */
  size_t                    n_depends_on;
  const char *const        *depends_on; /* issues that alone can turn the verdict; NULL: not known */
} ParleyOpinion;

/**
 * ParleyJudgement:
 *
 * What the parties make of a draft or a deal. Its own, not the talks': they may be freed.
 */
typedef struct
{
  ParleyStatus                status; /* DONE whatever the verdicts are; else only @message is there */
  const char                 *message;
  const char                 *verdict; /* of all who decide together, as above */
  const char                 *verdict_without_red_lines;
  bool                        rounded; /* not all is exact: smooth curves, or too fine fractions */
  size_t                      n_opinions;
  const ParleyOpinion *const *opinions; /* one a party */
} ParleyJudgement;

/**
 * parley_talks_judge_draft:
 * @talks: whose status is DONE
 *
 * Scores a draft of the scenario. Cost: a millisecond or some, even where open terms leave 10^12
 * completions. Threads may do this with the same @talks.
 *
 * Returns: never NULL; WRONG when there is no such draft. To be freed with
 * parley_judgement_free ().
 */
PARLEY_API ParleyJudgement *parley_talks_judge_draft (const ParleyTalks *talks, const char *id);

/**
 * parley_talks_judge_deal:
 * @terms: a list that ends with NULL of "ISSUE=OPTION" or "ISSUE=NUMBER"; an issue that is not
 * named is open
 *
 * The same of a deal that need not be in the scenario, as of the scenario's date. Numbers are read
 * exactly ("0.1", "1/3"), and need not be among the values that a search tries.
 */
PARLEY_API ParleyJudgement *parley_talks_judge_deal (const ParleyTalks *talks,
                                                     const char *const *terms);

/* NULL is left alone. */
PARLEY_API void parley_judgement_free (ParleyJudgement *judgement);

PARLEY_API_END
