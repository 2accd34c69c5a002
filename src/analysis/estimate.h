/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/acceptance.h"
#include "space/bracket.h"

/**
 * ParleyEstimate:
 *
 * How many of the feasible deals are acceptable, for spaces that are too large to be counted:
 * between which bounds the shares certainly lie, and what they are in some deals drawn at
 * random, each as likely as any other. The number of feasible deals itself is exact.
 */
typedef struct
{
  guint          n_draws;
  guint64        seed;
  mpz_t          n_feasible;
  guint          n_parties;
  guint         *n_accepting; /* [utility]: draws that the party accepts */
  guint          n_all;       /* draws that all accept who must */
  guint          n_axes;
  guint        **by_option;   /* [axis][option]: of these, those that have it */
  ParleyBracket *accepting;   /* [utility]: shares of the feasible deals */
  ParleyBracket  all;
} ParleyEstimate;

/* @acceptance has no bounds. The same @seed gives the same figures. Errors:
 * PARLEY_ERROR_LIMIT (diagram.h). Returns: NULL without an error when no deal is feasible. */
ParleyEstimate *parley_estimate_new (const ParleyAcceptance *acceptance,
                                     guint                   n_draws,
                                     guint64                 seed,
                                     GError                **error);

void parley_estimate_free (ParleyEstimate *self);

/* A share of @n in the draws, and its standard error. */
double parley_estimate_share (const ParleyEstimate *self, guint n);
double parley_estimate_error (const ParleyEstimate *self, guint n);

/* The share of @n in the draws that all accept, of which there are some, and its standard
 * error. */
double parley_estimate_share_of_all (const ParleyEstimate *self, guint n);
double parley_estimate_error_of_all (const ParleyEstimate *self, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyEstimate, parley_estimate_free)
