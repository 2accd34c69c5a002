/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-c/json.h>

#include "model/scenario.h"

/**
 * parley_write_scenario:
 *
 * The scenario as JSON, in the form "parley/1". Meant for what an import makes: title and
 * note, sources, choices and ranges, and parties with a reservation, weights, values,
 * adjustments, a note and sources. Numbers are decimals where they have one of at most 40 places,
 * else fractions in strings, and so exact.
 *
 * Returns: (transfer full): a json-c object.
 */
struct json_object *parley_write_scenario (const ParleyScenario *scenario);
