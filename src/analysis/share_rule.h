/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/scenario.h"

/**
 * ParleyShareRule:
 *
 * Something that is known of a party's weight shares: the share of each issue, times its factor,
 * comes to no more than @most in all.
 */
typedef struct
{
  guint    party;
  guint    n_issues;
  mpq_t   *factors; /* [issue] */
  mpq_t    most;
  char    *title;   /* as it was written */
} ParleyShareRule;

/**
 * parley_share_rules_parse:
 * @text: "ukraine: security >= 2 past_aid", "us: take + scope <= 40 %"
 * @rules: (element-type ParleyShareRule): gets one, or two of an equation
 *
 * Sums of issues, each perhaps with a factor before it, and of percents of all weight, joined by
 * "+" and "-" with spaces around them, on both sides of "<=", ">=" or "=". Numbers are exact.
 * Errors: PARLEY_ERROR_INPUT: what was found and what was expected.
 */
gboolean parley_share_rules_parse (const ParleyScenario *scenario,
                                   const char           *text,
                                   GPtrArray            *rules,
                                   GError              **error);

void parley_share_rule_free (ParleyShareRule *self);

/* Rules that free what they hold. Returns: (transfer full) (element-type ParleyShareRule). */
GPtrArray *parley_share_rules_new (void);
