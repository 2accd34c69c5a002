/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "web/child.h"

/**
 * ParleyJobs:
 *
 * Work that children do, as many at once as there are processors; the rest waits in line. Of one
 * series only the newest job counts: it ends those before it, which are no longer wanted.
 */
typedef struct _ParleyJobs ParleyJobs;
typedef struct _ParleyJob  ParleyJob;

typedef enum
{
  PARLEY_JOB_DONE,
  PARLEY_JOB_FAILED,     /* no process could be started for it, or it wrote without end */
  PARLEY_JOB_SUPERSEDED, /* a newer one of its series came */
  PARLEY_JOB_LATE        /* it took longer than it may */
} ParleyJobEnd;

/* Told once, unless the job was cancelled; @bytes are those of a job that is DONE, which may be all
 * that a child could write before something killed it. */
typedef void (*ParleyJobEnded) (ParleyJobEnd end, const GByteArray *bytes, gpointer data);

/* At most @most_at_once are worked at and @most_waiting wait, and none is worked at for longer than
 * @most_seconds. */
ParleyJobs *parley_jobs_new (guint most_at_once, guint most_waiting, guint most_seconds);

/* Ends all. Nobody is told. */
void parley_jobs_free (ParleyJobs *self);

/**
 * parley_jobs_add:
 * @series: (nullable)
 *
 * Has @work done, with @data; then @ended is called with the same from the main loop, never before
 * this returns.
 *
 * Returns: (transfer none): valid until @ended is called; NULL when too many wait already.
 */
ParleyJob *parley_jobs_add (ParleyJobs     *self,
                            const char     *series,
                            ParleyChildWork work,
                            ParleyJobEnded  ended,
                            gpointer        data);

/* Ends one that nobody waits for any more. Nobody is told. */
void parley_jobs_cancel (ParleyJobs *self, ParleyJob *job);

/* Ends those that take too long; to be called now and then. */
void parley_jobs_look (ParleyJobs *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyJobs, parley_jobs_free)
