/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/value.h"

/* What no deal means to each party. */
void parley_value_add_no_deals (ParleyDocument *document, const ParleyValueReport *report);
