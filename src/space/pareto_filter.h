/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/pareto.h"

/**
 * parley_front_filter:
 *
 * Drops the points of @front that others dominate (pareto.h). They stand in descending
 * order, each once. Cost with n points: up to three dimensions O(n log n) as long as the
 * staircase of the second and third stays short; in d dimensions O(n log^(d - 1) n).
 */
void parley_front_filter (ParleyFront *front, guint n_objectives);
