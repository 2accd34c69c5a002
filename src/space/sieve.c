/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/sieve.h"

#include <string.h>

/* Points that are held against others at a time. */
#define WINDOW 128

typedef struct
{
  guint    n_dims;
  guint    n_objectives;
  guint32 *points; /* [place * n_dims + dim]: the most useful first */
  gsize    n;
} Window;

static guint32 *
point_at (const Window *self, gsize place)
{
  return self->points + place * self->n_dims;
}

static gboolean
dominates (const Window *self, const guint32 *a, const guint32 *b)
{
  gboolean differ = FALSE;
  guint d = 0;

  for (; d < self->n_dims && a[d] >= b[d]; d++)
    differ |= d < self->n_objectives && a[d] > b[d];
  return d == self->n_dims && differ;
}

/* Brings what was useful half way to the front. */
static void
promote (Window *self, gsize place)
{
  for (guint d = 0; d < self->n_dims; d++)
    {
      guint32 *behind = &point_at (self, place)[d];
      guint32 *ahead = &point_at (self, place / 2)[d];
      guint32 rank = *behind;

      *behind = *ahead;
      *ahead = rank;
    }
}

static gboolean
is_dominated (Window *self, const guint32 *point)
{
  for (gsize place = 0; place < self->n; place++)
    if (dominates (self, point_at (self, place), point))
      {
        promote (self, place);
        return TRUE;
      }
  return FALSE;
}

/* In the last place, where what was there has been of the least use. */
static void
take (Window *self, const guint32 *point)
{
  if (self->n < WINDOW)
    self->n++;
  memcpy (point_at (self, self->n - 1), point, self->n_dims * sizeof *point);
}

gsize
parley_sieve (const guint32 *const *ranks, gsize n, guint n_dims, guint n_objectives, guint32 *rows)
{
  g_autofree guint32 *points = g_new (guint32, WINDOW * (gsize) MAX (1, n_dims));
  g_autofree guint32 *point = g_new (guint32, MAX (1, n_dims));
  Window window = { n_dims, n_objectives, points, 0 };
  gsize n_left = 0;

  for (gsize i = 0; i < n; i++)
    {
      for (guint d = 0; d < n_dims; d++)
        point[d] = ranks[d][i];
      if (is_dominated (&window, point))
        continue;
      take (&window, point);
      rows[n_left++] = (guint32) i;
    }
  return n_left;
}
