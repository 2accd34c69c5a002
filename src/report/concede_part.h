/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/concede.h"

/* The table of the steps, and where to stop or why they lead no further. */
void parley_concede_add_steps (ParleyDocument *document, const ParleyConcessions *self);
