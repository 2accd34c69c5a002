/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/room.h"

void
parley_room_init (ParleyRoom *self, gsize size)
{
  *self = (ParleyRoom){ .size = size };
  g_mutex_init (&self->lock);
  g_cond_init (&self->freed);
}

void
parley_room_clear (ParleyRoom *self)
{
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->freed);
}

static gboolean
fits (const ParleyRoom *self, gsize bytes)
{
  return self->n_inside == 0 || (self->taken <= self->size && bytes <= self->size - self->taken);
}

void
parley_lease_take (ParleyLease *self, ParleyRoom *room, gsize bytes)
{
  if (room == NULL || self->room != NULL)
    return;
  g_mutex_lock (&room->lock);
  while (!fits (room, bytes))
    g_cond_wait (&room->freed, &room->lock);
  room->taken += bytes;
  room->n_inside++;
  g_mutex_unlock (&room->lock);
  *self = (ParleyLease){ room, bytes };
}

void
parley_lease_end (ParleyLease *self)
{
  ParleyRoom *room = self->room;

  if (room == NULL)
    return;
  g_mutex_lock (&room->lock);
  room->taken -= self->bytes;
  room->n_inside--;
  g_cond_broadcast (&room->freed);
  g_mutex_unlock (&room->lock);
  *self = (ParleyLease){ 0 };
}
