/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * ParleyDifference:
 *
 * One value that is written otherwise in one scenario than in another.
 */
typedef struct
{
  char *path;         /* as --set takes it: "parties.us.reservation" */
  char *before;       /* the value as --set takes it; NULL where nothing was said */
  char *after;        /* likewise; NULL where nothing is said any more */
  char *before_words; /* for people: "45 (believed 41-50)"; NULL likewise */
  char *after_words;
} ParleyDifference;

void parley_difference_free (ParleyDifference *self);

/* Whether all of @differences (element-type ParleyDifference) are in or below @path. */
gboolean parley_differences_within (const GPtrArray *differences, const char *path);

/* Whether some of them are, or have @path in them: what stands there may be another. */
gboolean parley_differences_touch (const GPtrArray *differences, const char *path);
