/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Precompiled: to read these takes longer than to compile most sources. */
#include <glib.h>
#include <gmp.h>
