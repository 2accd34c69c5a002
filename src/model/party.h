/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/condition.h"
#include "model/value.h"

typedef enum
{
  PARLEY_ROLE_PARTY,    /* negotiates: must accept */
  PARLEY_ROLE_RATIFIER, /* must accept too, but is outside frontier and solutions */
  PARLEY_ROLE_AFFECTED  /* scored and shown, decides nothing */
} ParleyRole;

/* What scenario files call them, by ParleyRole. NULL-terminated. */
extern const char *const parley_role_words[];

typedef enum
{
  PARLEY_STANCE_NONE,
  PARLEY_STANCE_DECLARED,
  PARLEY_STANCE_BELIEVED
} ParleyStance;

/* Likewise, by ParleyStance; the first is NULL. */
extern const char *const parley_stance_words[];

/* A condition that its party never accepts. */
typedef struct
{
  char             *id;
  char             *title; /* NULL when none */
  ParleyCondition  *never;
  ParleyStance      stance;
  ParleyNumber     *holds; /* probability; NULL: certain */
  char             *because;
  char            **sources;
  char             *note;
  ParleyOrigin      origin;
} ParleyRedLine;

/* Points on top when a condition holds: how issues hang together. */
typedef struct
{
  char             *id;
  char             *title;
  ParleyCondition  *when;
  ParleyNumber     *points;
  char             *because;
  char            **sources;
  char             *note;
  ParleyOrigin      origin;
} ParleyAdjustment;

/* What a party asks for first, aims at, will not go beyond, and why. */
typedef struct
{
  ParleyTerms  *opening; /* each NULL when not said */
  ParleyTerms  *target;
  ParleyTerms  *limit;
  char         *interest;
  char        **sources;
  char         *note;
} ParleyPosition;

/* What somebody judges a party to think of two drafts: that it prefers one to the other, or finds
 * them about as good as each other. */
typedef struct
{
  char         *id;
  gboolean      alike;
  guint         drafts[2]; /* the one it prefers first */
  gboolean      by_some;   /* the first is better by whatever; then @points is 0 */
  mpq_t         points;    /* by which at least the first is better; or by which at most they differ */
  char         *date;      /* NULL when not said */
  char         *confidence; /* "low", "medium", "high" or NULL */
  char        **sources;
  char         *note;
  ParleyOrigin  origin;
} ParleyDraftPreference;

/* From @from on the reservation score is @reservation. */
typedef struct
{
  char         *from; /* YYYY-MM-DD */
  ParleyNumber *reservation;
  char         *because;
} ParleyReservationChange;

typedef struct
{
  ParleyNumber *p;
  ParleyNumber *score;
  char         *title;
} ParleyLotteryOutcome;

typedef struct
{
  char       *title;
  char       *note;
  char      **sources;
  GPtrArray  *lottery; /* of ParleyLotteryOutcome; empty when none */
} ParleyBatna;

/**
 * ParleyParty:
 *
 * A side: what it weights, how it values each issue, and from which score on
 * it accepts. Arrays have one entry an issue of the scenario.
 */
typedef struct
{
  char         *id;
  char         *title;
  char         *note;
  char        **sources; /* of every number that has none of its own; NULL when none */
  ParleyRole    role;
  ParleyOrigin  origin;

  ParleyNumber    *reservation; /* NULL: red lines only, or affected */
  GPtrArray       *changes;     /* of ParleyReservationChange, dates ascending */
  ParleyBatna     *batna;       /* NULL when none */
  ParleyCondition *needed_when; /* NULL: always */

  guint                 n_issues;
  gboolean              normalize; /* divide the weights by their sum */
  gboolean              ranked;    /* weights came from a ranking */
  ParleyNumber        **weights;   /* NULL entry: 0 */
  ParleyValueFunction **values;    /* NULL entry: none */
  ParleyPosition      **positions; /* NULL entry: none */
  ParleyOrigin          weights_origin;

  GPtrArray *red_lines;   /* of ParleyRedLine */
  GPtrArray *adjustments; /* of ParleyAdjustment */
  GPtrArray *preferences; /* of ParleyDraftPreference */
} ParleyParty;

ParleyParty *parley_party_new  (const char *id, guint n_issues);
void         parley_party_free (ParleyParty *self);

ParleyRedLine         *parley_red_line_new            (void);
void                   parley_red_line_free           (ParleyRedLine *self);
ParleyAdjustment      *parley_adjustment_new          (void);
void                   parley_adjustment_free         (ParleyAdjustment *self);
ParleyDraftPreference *parley_draft_preference_new    (void);
void                   parley_draft_preference_free   (ParleyDraftPreference *self);
void                   parley_position_free           (ParleyPosition *self);
void                   parley_reservation_change_free (ParleyReservationChange *self);
void                   parley_lottery_outcome_free    (ParleyLotteryOutcome *self);
void                   parley_batna_free              (ParleyBatna *self);

/* The reservation in force on @date (YYYY-MM-DD); NULL date: the base.
 * Returns: (transfer none) (nullable). */
const ParleyNumber *parley_party_reservation_at (const ParleyParty *self, const char *date);

/* Sets @sum, initialised, to that of the weights as they were written. */
void parley_party_sum_weights (const ParleyParty *self, mpq_ptr sum);

/* TRUE when some weight is above zero. */
gboolean parley_party_is_weighted (const ParleyParty *self);

/* TRUE when some weight is above zero or some adjustment has points: deals differ in score. */
gboolean parley_party_is_scored (const ParleyParty *self);

/* TRUE when the party's acceptance is needed for a deal. */
gboolean parley_party_decides (const ParleyParty *self);

/* TRUE when the party decides, or is scored against a reservation. */
gboolean parley_party_gives_verdict (const ParleyParty *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyParty, parley_party_free)
