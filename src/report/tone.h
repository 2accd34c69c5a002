/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/picture.h"

/*
 * The colours of pictures. Those of parties differ for people who see no red or no green as
 * well; in grey, hatching and dashes (report/chart_look.c) tell them apart.
 */

/* What style sheets call it: "first". */
const char *parley_tone_name (guint tone);

/* As 0xRRGGBB, on white paper and on a dark ground. */
guint32 parley_tone_light (guint tone);
guint32 parley_tone_dark  (guint tone);
