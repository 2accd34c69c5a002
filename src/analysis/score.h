/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/count.h"
#include "space/reach.h"

typedef enum
{
  PARLEY_VERDICT_NONE,       /* the party gives none: it has no say and no reservation */
  PARLEY_VERDICT_ACCEPTS,    /* every completion */
  PARLEY_VERDICT_REJECTS,    /* no completion */
  PARLEY_VERDICT_DEPENDS,    /* some */
  PARLEY_VERDICT_INFEASIBLE, /* there is no completion */
  PARLEY_VERDICT_UNKNOWN     /* too many completions to say */
} ParleyVerdict;

/* "accepts" and so on; NULL for NONE. */
const char *parley_verdict_to_string (ParleyVerdict verdict);

/* What one issue brings a party: points won, and points that the best option of its
 * whole scale would add. Low and high differ while the term is open. */
typedef struct
{
  guint issue;
  mpq_t share; /* of the weight: 1 is all of it */
  mpq_t won_low;
  mpq_t won_high;
  mpq_t given_up_low;
  mpq_t given_up_high;
} ParleyContribution;

/* A red line or an adjustment of the party and in how many completions it acts. */
typedef struct
{
  guint       item;
  ParleyShare applies;
} ParleyAction;

/**
 * ParleyStanding:
 *
 * How one draft stands with one party.
 */
typedef struct
{
  guint          party;
  gboolean       scored;
  gboolean       has_reservation;
  mpq_t          low;  /* the score over all completions, red lines aside */
  mpq_t          high;
  mpq_t          adjusted_low; /* what adjustments alone bring in the completions */
  mpq_t          adjusted_high;
  mpq_t          reservation; /* on the draft's date */
  ParleyVerdict  verdict;
  ParleyVerdict  bare_verdict; /* without the party's red lines */
  ParleyShare    needed;       /* in how many completions its consent is needed */
  gboolean       short_of_reservation; /* in every completion */
  gboolean       on_the_line;
  GArray        *red_lines;     /* of ParleyAction: those crossed in some or all completions */
  GArray        *adjustments;   /* of ParleyAction: all */
  GArray        *depends_on;    /* of guint: issues whose terms alone can turn the verdict;
                             * NULL where that is too much to say */
  GPtrArray     *contributions; /* of ParleyContribution: issues with weight; NULL with
                             * PARLEY_SCORE_PLAIN */
} ParleyStanding;

/**
 * ParleyDraftScore:
 *
 * One draft with every completion of what it leaves open.
 */
typedef struct
{
  const ParleyDraft *draft; /* borrowed */
  ParleySpace       *space; /* of its completions */
  GPtrArray         *utilities;
  ParleyReach       *reach;   /* which options and derived values occur */
  ParleyVerdict      verdict; /* of all deciding parties together */
  ParleyVerdict      bare_verdict;
  ParleyCounts      *counts; /* NULL: not asked for, or more completions than can be counted */
  ParleyCounts      *bare_counts; /* without red lines; NULL too when there are none */
  GPtrArray         *standings; /* of ParleyStanding, one a party */
  gboolean           rounded;
} ParleyDraftScore;

/* What an issue brings the party. Returns: (transfer none) (nullable): NULL where it has no
 * weight. */
const ParleyContribution *parley_standing_part (const ParleyStanding *self, guint issue);

/* Whether every completion is known to cross a red line of the party: always the same one, or the
 * red lines alone turn what it would accept to what it rejects. */
gboolean parley_standing_always_crosses (const ParleyStanding *self);

typedef struct
{
  const ParleyScenario *scenario; /* borrowed */
  GPtrArray            *drafts;   /* of ParleyDraftScore */
  gboolean              rounded;  /* some score is not exact */
} ParleyScores;

/* How much is said of each draft. */
typedef enum
{
  PARLEY_SCORE_PLAIN,    /* scores and verdicts alone: no contributions, no doubts (on the line, what
                       * verdicts hang on), no counts */
  PARLEY_SCORE_VERDICTS, /* no counts */
  PARLEY_SCORE_COUNTS    /* how many completions each and all accept, by option too */
} ParleyScoreDepth;

/**
 * parley_scores_new:
 * @drafts: (array length=n_drafts): indices of the drafts to score
 *
 * Scores drafts for every party, exactly. Cost: that of counting where it is asked for
 * (count.h), or of the verdict of all (joint.h), and for "on the line", one pass over a
 * diagram for each input with a range.
 * Errors: PARLEY_ERROR_LIMIT.
 */
ParleyScores *parley_scores_new (const ParleyScenario *scenario,
                                 const guint          *drafts,
                                 guint                 n_drafts,
                                 ParleyScoreDepth      depth,
                                 GError              **error);

void parley_scores_free (ParleyScores *self);

/* The issues that a draft leaves open: those with more than one completion.
 * Returns: how many; sets axes[] to their axes. */
guint parley_open_axes (const ParleySpace *space, guint *axes);

/* What is counted without red lines. Returns: (transfer none) (nullable): NULL when there is
 * more than can be counted. */
const ParleyCounts *parley_draft_bare_counts (const ParleyDraftScore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyScores, parley_scores_free)
