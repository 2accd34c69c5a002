/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/shortlist.h"

#include <math.h>

ParleyShortlist *
parley_shortlist_new (guint n_most)
{
  ParleyShortlist *self = g_new (ParleyShortlist, 1);

  self->n_most = n_most;
  self->numbers = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

void
parley_shortlist_free (ParleyShortlist *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->numbers);
  g_free (self);
}

static double *
number_at (const ParleyShortlist *self, guint index)
{
  return &g_array_index (self->numbers, double, index);
}

/* Puts @number where it belongs between the free place @at and the top. */
static void
sift_up (ParleyShortlist *self, guint at, double number)
{
  for (; at > 0 && number < *number_at (self, (at - 1) / 2); at = (at - 1) / 2)
    *number_at (self, at) = *number_at (self, (at - 1) / 2);
  *number_at (self, at) = number;
}

/* Puts @number in place of the top, and then where it belongs. */
static void
replace_least (ParleyShortlist *self, double number)
{
  guint at = 0;

  for (;;)
    {
      guint child = 2 * at + 1;

      if (child + 1 < self->numbers->len && *number_at (self, child + 1) < *number_at (self, child))
        child++;
      if (child >= self->numbers->len || number <= *number_at (self, child))
        break;
      *number_at (self, at) = *number_at (self, child);
      at = child;
    }
  *number_at (self, at) = number;
}

void
parley_shortlist_add (ParleyShortlist *self, double number)
{
  if (self->numbers->len < self->n_most)
    {
      g_array_append_val (self->numbers, number);
      sift_up (self, self->numbers->len - 1, number);
    }
  else if (self->n_most > 0 && number > *number_at (self, 0))
    replace_least (self, number);
}

double
parley_shortlist_least (const ParleyShortlist *self)
{
  return self->numbers->len < self->n_most || self->n_most == 0 ? -INFINITY : *number_at (self, 0);
}
