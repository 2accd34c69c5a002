/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/redraft.h"

/* Of which kinds a step is. */
typedef struct
{
  gboolean known; /* FALSE: there is no pair of completions, or so much hangs together that none was
                   * drawn; the rest is not set */
  gboolean drawn; /* pairs were drawn at random, always the same ones; else all are counted */
  double   shares[PARLEY_N_REDRAFT_KINDS]; /* of how many pairs it is of each kind */
} ParleyStepKinds;

/**
 * parley_step_look:
 * @redraft: known, of two drafts of one scenario
 * @parties: whose step it is, and towards whom; both have scores
 *
 * Looks at pairs of a completion of each draft. A negotiated issue that both leave open in the same
 * way (issue_row.h) is the same in both. Where all pairs are looked at, what they move @parties is
 * brought into @redraft exactly, whose totals are else as wide as those of their parts; so many
 * pairs are drawn, each as likely as any other, only where the kind is not known from the totals.
 *
 * Cost: that of two diagrams, and of 5,000 pairs; where rules forbid most, of drawing up to
 * 100,000.
 */
void parley_step_look (ParleyRedraft *redraft, const guint parties[2], ParleyStepKinds *kinds);
