/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/brief.h"
#include "scenario/load.h"

/**
 * ParleyBriefFiles:
 *
 * The files that a scenario was read from, with their checksums.
 */
typedef struct
{
  guint            n;
  ParleyBriefFile *list;  /* the scenario first */
  GPtrArray       *texts; /* of char *: what the list borrows */
} ParleyBriefFiles;

/* Errors: PARLEY_ERROR_IO. */
ParleyBriefFiles *parley_brief_files_new  (const ParleyLoaded *loaded,
                                          const char *path,
                                          GError **error);
void              parley_brief_files_free (ParleyBriefFiles *self);

/**
 * parley_brief_time:
 * @date: (nullable): of the briefing
 * @as_of: (nullable): of its scenario
 * @seconds: (out): since 1970
 *
 * The time that files carry: SOURCE_DATE_EPOCH of the environment, else one of the dates, else 0:
 * never that of the clock, so that the same briefing has the same bytes. Errors:
 * PARLEY_ERROR_INPUT when @date is no day.
 */
gboolean parley_brief_time (const char *date, const char *as_of, gint64 *seconds, GError **error);
