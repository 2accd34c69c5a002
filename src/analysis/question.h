/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/forecast_pair.h"

/* What one could find out about a party. */
typedef enum
{
  PARLEY_QUESTION_HEAVIER,     /* whether one issue has more weight for it than another */
  PARLEY_QUESTION_RESERVATION, /* whether its reservation lies above a number */
  PARLEY_QUESTION_DRAFT,       /* whether it would accept another draft, on the same day */
  PARLEY_QUESTION_RED_LINE     /* whether one of its red lines holds */
} ParleyQuestionKind;

/* A question with yes or no for an answer, and what the answer would say of a draft. */
typedef struct
{
  ParleyQuestionKind kind;
  guint  first;  /* the issue that may be heavier; the draft; the red line */
  guint  second; /* the other issue */
  double above;  /* of the reservation */
  double yes;    /* how likely the answer is yes */
  double if_yes; /* how likely the party accepts the draft then, */
  double if_no;  /* and after no */
  double bits;   /* what the answer says about that: mutual information (C. Shannon, "A mathematical
                  * theory of communication", Bell System Technical Journal 27, 1948) */
} ParleyQuestion;

/* How uncertain something is that happens with chance @chance, in bits: from 0 to 1. */
double parley_bits (double chance);

/* By how many bits that becomes less, on average, once an answer is known that is yes with chance
 * @yes: the chance is @if_yes then, and else @if_no. Never below 0. */
double parley_bits_told (double yes, double if_yes, double if_no);

/* What questions are to be found for. */
typedef struct
{
  const ParleyForecastPair *asked; /* of the draft that they are about */
  guint                     reservation; /* that of the day, as a number of draws; of a party without
                                    * a score, whose draws have no numbers, it does not matter */
  const char               *date;        /* (nullable): the day */
  gboolean                  no_red_lines;
  double                    slip; /* how likely the answer to the draft is not what the numbers say */
  const gboolean           *drafts; /* [draft]: which drafts may be asked about */
} ParleyQuestionRequest;

/**
 * parley_questions_new:
 *
 * What could be asked about the party of @posterior: each two issues; of all numbers that its
 * reservation may lie above, in whole points, the one that tells most; drafts, where they can be
 * looked at; and its red lines that matter. Those that tell most come first.
 *
 * Returns: (transfer full) (element-type ParleyQuestion). Cost: two forecasts a draft, and
 * O(draws * (issues^2 + log(draws))).
 */
GArray *parley_questions_new (const ParleyPosterior       *posterior,
                              const ParleyQuestionRequest *request);
