/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/room.h"

/* Does task @index of a number of tasks; writes only what belongs to it. */
typedef void (*ParleyTask) (gsize index, gpointer data);

/**
 * ParleyCrew:
 *
 * How tasks are done: by how many threads, and who is told how far they are. What comes
 * out does not depend on either.
 */
typedef struct
{
  guint n_threads; /* at least 1 */
  /* (nullable): called now and then, by one thread at a time */
  void (*tell) (const char *what, gsize n_done, gsize n_tasks, gpointer data);
  gpointer data;
  ParleyRoom *room; /* (nullable): what tasks take of it they share */
} ParleyCrew;

/* Says how far something is that is not done in tasks. @crew: (nullable). */
void parley_crew_tell (const ParleyCrew *crew, const char *what, gsize n_done, gsize n_tasks);

/* Does all tasks, in no particular order; returns when all are done. @crew (nullable): one
 * thread, and nobody is told. @what: for the reader: "counting deals". */
void parley_crew_do (const ParleyCrew *crew,
                     const char       *what,
                     gsize             n_tasks,
                     ParleyTask        task,
                     gpointer          data);
