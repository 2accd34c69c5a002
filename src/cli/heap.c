/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For madvise () and sbrk (). */
#ifndef _DEFAULT_SOURCE
#define _DEFAULT_SOURCE
#endif

#include "cli/heap.h"

#include <glib.h>

#ifdef __GLIBC__
#include <malloc.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* Address space that the heap grows by; memory only once it is used. */
#define GROWTH    (512 << 20)
#define LARGE     (1 << 30)
#define HUGE_PAGE ((gsize) 2 << 20)

void
parley_heap_prepare (void)
{
  gsize end = 0, from = 0, to = 0;
  void *volatile block = NULL; /* or the compiler does without it */

  mallopt (M_MMAP_THRESHOLD, LARGE);
  mallopt (M_TRIM_THRESHOLD, LARGE);
  mallopt (M_TOP_PAD, GROWTH);
  mallopt (M_ARENA_MAX, 1); /* threads take few blocks, and should have large pages as well */
  /* More than can lie about in what has been grown already. */
  block = malloc (HUGE_PAGE);
  free (block);
  end = (gsize) sbrk (0);
  from = (end - GROWTH + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
  to = end / HUGE_PAGE * HUGE_PAGE;
  /* A hint: where it is not taken, nothing is lost but time. */
  if (from < to)
    (void) madvise ((void *) from, to - from, MADV_HUGEPAGE);
}

#else

void
parley_heap_prepare (void)
{
}

#endif
