/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sys/types.h>

/* Works out some bytes. */
typedef void (*ParleyChildWork) (gpointer data, GByteArray *bytes);

/**
 * parley_child_start:
 * @fd: (out): where its bytes come from; at their end it is gone. Does not block.
 *
 * Has @work done in a process of its own, which inherits all that this one has in memory and none
 * of its descriptors. It leads a group of processes, so that what it starts ends with it, and ends
 * itself when this process does.
 *
 * Only for a program of one thread: a lock that another holds would stay locked in the child.
 *
 * Returns: its number; -1 with @error set (PARLEY_ERROR_MEMORY) when the system has none to give.
 */
pid_t parley_child_start (ParleyChildWork work, gpointer data, int *fd, GError **error);

/* Ends a child and those that it has started, if they have not ended yet. */
void parley_child_end (pid_t pid);

/* Leaves nothing of a child behind that has been ended: giving back its memory takes the system
 * some milliseconds. @waits: until then. Returns: whether it is done. */
gboolean parley_child_bury (pid_t pid, gboolean waits);
