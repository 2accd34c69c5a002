/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/break_even.h"

/* "Reservation", "Weight of Security assurance", "Value of \"None\" (Security assurance)",
 * "Points of \"One-sided deal\"". Returns: (transfer full). */
char *parley_words_input_name (const ParleyScenario *scenario, const ParleyInput *input);

/* "18.05 or less", "above 54.2": where a verdict turns, rounded to the side on which it has.
 * Returns: (transfer full) (nullable): NULL when it does not. */
char *parley_words_turning (const ParleyTurning *turning, gboolean above);
