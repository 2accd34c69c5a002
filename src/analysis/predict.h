/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/outlook.h"

/**
 * ParleyPredict:
 *
 * How likely all parties that decide accept a draft, each for itself, and what one should ask next.
 */
typedef struct
{
  const ParleyScenario *scenario; /* borrowed */
  guint                 draft;
  const char           *day; /* (nullable) borrowed: of the draft; what was done on earlier days is the
                        * record. NULL: all that is there */
  gboolean              open; /* terms are open that matter to some party */
  GPtrArray            *outlooks; /* of ParleyOutlook: one a party that decides */
  gboolean              believed_whole; /* each has odds by what is believed; */
  gboolean              after_whole;    /* each that has, also by what fits its record */
  ParleyOdds            believed;       /* that all accept which have; products */
  ParleyOdds            after;
  int                   best_outlook; /* whose question tells most of whether all accept; -1: none */
  guint                 best;         /* which of its questions */
  double                best_bits;
} ParleyPredict;

/**
 * parley_predict_new:
 * @revealed: how the record is read; which of it, and which reservation, is set here
 *
 * The same for any number of threads. Errors: PARLEY_ERROR_INPUT when no completion of the draft is
 * feasible; those of posteriors but PARLEY_ERROR_LIMIT. Cost: two posteriors (posterior.h), and
 * questions (question.h), a party.
 */
ParleyPredict *parley_predict_new (const ParleyScenario         *scenario,
                                   guint                         draft,
                                   const ParleyRevealedRequest  *revealed,
                                   const ParleyPosteriorRequest *likely,
                                   GError                      **error);

void parley_predict_free (ParleyPredict *self);

static inline const ParleyOutlook *
parley_predict_outlook (const ParleyPredict *self, guint index)
{
  return (const ParleyOutlook *) g_ptr_array_index (self->outlooks, index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyPredict, parley_predict_free)
