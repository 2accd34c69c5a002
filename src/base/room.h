/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * ParleyRoom:
 *
 * The memory that tasks share which run at the same time. A task says what it needs before it takes
 * it, and waits while that does not fit beside what others hold. Alone, every task fits: so what
 * is done does not depend on how many run, only when.
 */
typedef struct
{
  GMutex lock; /* of what follows */
  GCond  freed;
  gsize  size; /* in bytes */
  gsize  taken;
  guint  n_inside;
} ParleyRoom;

void parley_room_init  (ParleyRoom *self, gsize size);
void parley_room_clear (ParleyRoom *self);

/* What one task holds of a room: one lease at a time, or two tasks could wait for each other. Zeros
 * hold nothing. Given back at the end of the scope, after what is declared below it is freed. */
typedef struct
{
  ParleyRoom *room;
  gsize       bytes;
} ParleyLease;

/* Waits until @bytes of @room (nullable: nothing is shared) are free, or nobody is inside. What
 * already holds something keeps to that. */
void parley_lease_take (ParleyLease *self, ParleyRoom *room, gsize bytes);
void parley_lease_end  (ParleyLease *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ParleyRoom, parley_room_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ParleyLease, parley_lease_end)
