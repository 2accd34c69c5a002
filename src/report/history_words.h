/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/history.h"

/* How reports on a history say things. Every char * is (transfer full). */

/* "12 Feb, US draft". */
char *parley_history_name (const ParleyHistory *self, guint draft);

const char *parley_history_side (const ParleyHistory *self, guint side);

/* "concession"; where it hangs on open terms "concession 93 %, fortunate 7 %", those first that are
 * most likely; NULL where it cannot be said. */
char *parley_history_kind (const ParleyHistoryStep *step);

/* "88-94 %", "at most 45 %": which part of its way a side has gone, if any. */
char *parley_history_part (const ParleyPath *path);

/* What kinds occur, @occurs[kind], in the order of the explanations. */
void parley_history_find_kinds (const ParleyHistory *self, gboolean *occurs);

/* What the kind is, in plain words; without a full stop. Returns: (transfer none). */
const char *parley_history_meaning (ParleyRedraftKind kind);

/* The issues that the step moves for either side, those first that move most. Returns: (transfer
 * full) (element-type guint). */
GArray *parley_history_moved (const ParleyHistory *self, const ParleyHistoryStep *step);
