/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tasks that share memory: never more than there is, and none waits for ever. */
#include "base/room.h"

#include "base/parallel.h"
#include "small.h"
#include "suites.h"

#define SIZE      100
#define N_TASKS   400
#define N_THREADS 6

/* What tasks hold, as they say themselves. */
typedef struct
{
  ParleyRoom room;
  GMutex     lock; /* of what follows */
  GCond      changed;
  gsize      taken;
  guint      n_inside;
  guint      n_too_much;
  guint      n_met;
} Watched;

static void
watched_init (Watched *self)
{
  *self = (Watched){ 0 };
  parley_room_init (&self->room, SIZE);
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
}

static void
watched_clear (Watched *self)
{
  parley_room_clear (&self->room);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
}

static void
note (Watched *self, gssize bytes, gint n)
{
  g_mutex_lock (&self->lock);
  self->taken += (gsize) bytes;
  self->n_inside += (guint) n;
  self->n_too_much += self->taken > SIZE && self->n_inside > 1;
  g_mutex_unlock (&self->lock);
}

/* From next to nothing to more than there is. */
static void
hold (gsize index, gpointer data)
{
  g_auto(ParleyLease) lease = { 0 };
  gsize bytes = 1 + index * 37 % 150;
  Watched *watched = data;

  parley_lease_take (&lease, &watched->room, bytes);
  parley_lease_take (&lease, &watched->room, SIZE); /* keeps to what it has */
  note (watched, (gssize) bytes, 1);
  g_usleep (100);
  note (watched, -(gssize) bytes, -1);
}

static void
test_share (void)
{
  ParleyCrew crew = { .n_threads = N_THREADS };
  Watched watched;

  watched_init (&watched);
  parley_crew_do (&crew, "holding", N_TASKS, hold, &watched);
  CU_ASSERT_EQUAL (watched.n_too_much, 0);
  CU_ASSERT_EQUAL (watched.room.taken, 0);
  CU_ASSERT_EQUAL (watched.room.n_inside, 0);
  watched_clear (&watched);
}

/* Waits for the other, which must come in as well. */
static void
meet (gsize index, gpointer data)
{
  g_auto(ParleyLease) lease = { 0 };
  gint64 end = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;
  Watched *watched = data;

  (void) index;
  parley_lease_take (&lease, &watched->room, SIZE / 2);
  g_mutex_lock (&watched->lock);
  watched->n_met++;
  g_cond_broadcast (&watched->changed);
  while (watched->n_met < 2 && g_cond_wait_until (&watched->changed, &watched->lock, end))
    ;
  CU_ASSERT_EQUAL (watched->n_met, 2);
  g_mutex_unlock (&watched->lock);
}

static void
test_together (void)
{
  ParleyCrew crew = { .n_threads = 2 };
  Watched watched;

  watched_init (&watched);
  parley_crew_do (&crew, "meeting", 2, meet, &watched);
  watched_clear (&watched);
}

static void
test_alone (void)
{
  g_auto(ParleyRoom) room = { 0 };
  ParleyLease lease = { 0 };

  parley_room_init (&room, SIZE);
  parley_lease_take (&lease, NULL, G_MAXSIZE);
  CU_ASSERT_PTR_NULL (lease.room);
  parley_lease_take (&lease, &room, G_MAXSIZE);
  CU_ASSERT_EQUAL (room.n_inside, 1);
  parley_lease_end (&lease);
  parley_lease_end (&lease);
  CU_ASSERT_EQUAL (room.n_inside, 0);
  CU_ASSERT_EQUAL (room.taken, 0);
}

void
parley_test_room (void)
{
  CU_pSuite suite = CU_add_suite ("room", NULL, NULL);

  CU_add_test (suite, "no more than there is", test_share);
  CU_add_test (suite, "what fits runs together", test_together);
  CU_add_test (suite, "whoever is alone fits", test_alone);
}
