/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/room.h"

/* Does task @index of a number of tasks; writes only what belongs to it. */
typedef void (*ParleyTask) (gsize index, gpointer data);

/**
 * ParleyFleet:
 *
 * Several processes, perhaps on several machines, that all do the same but for some tasks: of these
 * each does a part, and all get what came of them.
 */
typedef struct
{
  guint rank; /* of this process, from 0 */
  guint size; /* how many there are */
  guint n_local; /* how many of them share this machine */
  /* Sets those of @parts (array of @n) that are NULL here and not with all others; called by all
   * with the same @n, by one thread each. Where more than one has a part, that of the lowest rank
   * counts. Returns: FALSE with @error set. */
  gboolean (*share) (GBytes **parts, guint n, gpointer data, GError **error);
  gpointer data;
} ParleyFleet;

/**
 * ParleyCrew:
 *
 * How tasks are done: by how many threads and processes, and who is told how far they are. What
 * comes out does not depend on either.
 */
typedef struct
{
  guint n_threads; /* at least 1 */
  /* (nullable): called now and then, by one thread at a time */
  void (*tell) (const char *what, gsize n_done, gsize n_tasks, gpointer data);
  gpointer data;
  const ParleyFleet *fleet; /* (nullable): who else does the same */
  ParleyRoom *room; /* (nullable): what tasks take of it they share */
} ParleyCrew;

/* Whether all processes of @fleet (nullable) were given the same @text; all call this. Errors:
 * PARLEY_ERROR_INPUT, with @what it was: "command"; those of sharing. */
gboolean parley_fleet_agree (const ParleyFleet *fleet,
                             const char        *what,
                             const char        *text,
                             GError           **error);

/* Says how far something is that is not done in tasks. @crew: (nullable). */
void parley_crew_tell (const ParleyCrew *crew, const char *what, gsize n_done, gsize n_tasks);

/* Does all tasks, in no particular order; returns when all are done. @crew (nullable): one
 * thread, and nobody is told. @what: for the reader: "counting deals". */
void parley_crew_do (const ParleyCrew *crew,
                     const char       *what,
                     gsize             n_tasks,
                     ParleyTask        task,
                     gpointer          data);

/* Does task @index, which comes to some bytes. Returns: (transfer full): NULL with @error set. */
typedef GBytes *(*ParleyProducer) (gsize index, gpointer data, GError **error);

/**
 * parley_crew_collect:
 * @parts: (array length=n_tasks) (inout): what is there is not done again; all are set then
 *
 * Does all tasks whose part is NULL; where there is a fleet each process does some of them, all
 * call this with the same tasks, and all get all parts. What process 0 has need not be with the
 * others. Returns: FALSE with the error of the first task that failed.
 */
gboolean parley_crew_collect (const ParleyCrew *crew,
                              const char       *what,
                              guint             n_tasks,
                              ParleyProducer    produce,
                              gpointer          data,
                              GBytes          **parts,
                              GError          **error);
