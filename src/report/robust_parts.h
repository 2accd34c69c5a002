/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/likelihood.h"
#include "report/robust.h"

/* Parts of what `parley robust` shows. */

const ParleyDraft *parley_robust_draft (const ParleyRobust *self, guint draft);

/* "12 Feb, US draft". Returns: (transfer full). */
char *parley_robust_draft_name (const ParleyRobust *self, guint draft);

/* How often a party accepts a draft for certain, and how often all do. */
ParleyFrequency parley_robust_accepts (const ParleyRobust *self, guint draft, guint party);
ParleyFrequency parley_robust_all_accept (const ParleyRobust *self, guint draft);

/* Whether some block of the draft leaves a choice, so that it has completions to be drawn. */
gboolean parley_robust_is_open (const ParleyRobust *self, guint draft);

/* Whether the draft has any completion. */
gboolean parley_robust_is_feasible (const ParleyRobust *self, guint draft);

/* Whether the numbers of some party had too many digits to be taken as they are. */
gboolean parley_robust_is_rounded (const ParleyRobust *self);

/* How likely it is that all accept the draft: "very likely", "infeasible". */
const char *parley_robust_word (const ParleyRobust *self, guint draft);

/* What was drawn, and how; and which numbers lie so far off the middle of their range that draws
 * lie to one side of them. */
void parley_robust_add_method   (ParleyDocument *document, const ParleyRobust *self);
void parley_robust_add_lopsided (ParleyDocument *document, const ParleyRobust *self);

/* How often each draft is accepted. */
void parley_robust_add_drafts (ParleyDocument *document, const ParleyRobust *self);

/* What doubtful answers hang on. */
void parley_robust_add_reasons (ParleyDocument *document, const ParleyRobust *self);

/* Whether there is a deal, and which is the Nash deal. */
void parley_robust_add_deals (ParleyDocument *document, const ParleyRobust *self);

/* How drafts rank for each party; with @everything how any two compare, and central weights. */
void parley_robust_add_ranks (ParleyDocument *document,
                              const ParleyRobust *self,
                              gboolean everything);

/* In what share of the Nash deals each term stands. Returns: (transfer full) (element-type
 * double*): [axis][option]. */
GPtrArray *parley_robust_nash_shares (const ParleyRobust *self);

/* All deals: the space in which Nash deals have their options; NULL when none were looked for. */
const ParleySpace *parley_robust_space (const ParleyRobust *self);
