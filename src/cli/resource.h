/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/resource.h"

/* The files that the program carries inside; the last has no name. */
extern const ParleyResource parley_resources[];
