/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Precompiled, as base/pch/parley_pch.h is. */
#include <pango/pangocairo.h>
