/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/options.h"

/* The scenario of a command and what changes it, as they were given: "licence.json --case dry".
 * What else is of note can be appended. Returns: (transfer full). */
GString *parley_about (const ParleyOptions *options);
