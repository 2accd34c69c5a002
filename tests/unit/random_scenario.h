/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario/load.h"

/**
 * parley_random_scenario:
 *
 * A small scenario of at most some hundred deals: one to five issues of every kind,
 * one to four parties in every role, with rules, red lines, adjustments, consent that
 * is not always needed, derived issues, and a draft with open terms and `given`.
 * Values and reservations are coarse, so that scores tie with each other and with
 * reservations. The same seed gives the same scenario.
 *
 * Returns: (transfer full)
 */
ParleyLoaded *parley_random_scenario (guint32 seed);

/* The same where each choice is made by one of @bytes, so that whoever changes a byte changes one
 * thing: for fuzzing. Returns: (transfer full). */
ParleyLoaded *parley_random_scenario_of (const guint8 *bytes, gsize n_bytes);
