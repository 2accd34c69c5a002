/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/history_words.h"

/* How far both sides went, and who went further. */
void parley_history_add_answer (ParleyDocument *document, const ParleyHistory *self);

/* On which issues @side moved, from what to what, step by step and in all. */
void parley_history_add_moves (ParleyDocument      *document,
                               const ParleyHistory *self,
                               guint                side,
                               gboolean             all);
