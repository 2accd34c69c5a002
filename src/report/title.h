/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/scenario.h"
#include "report/document.h"

/* What a report about a whole scenario begins with: its title, the day it stands at, and whether
 * its figures are exact. */
void parley_title_add (ParleyDocument *document, const ParleyScenario *scenario, gboolean rounded);

/* The same with a sentence of its own on how exact figures are. */
void parley_title_add_with (ParleyDocument       *document,
                            const ParleyScenario *scenario,
                            const char           *exactness);
