/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/heap.h"

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) /* which has a heap of its own */
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Address space that the heap begins with, and that it grows by later; memory only once it is used.
 */
#define BEGINNING (512 << 20)
#define GROWTH    (16 << 20)
#define LARGE     (1 << 30)
#define HUGE_PAGE ((gsize) 2 << 20)

/* More than that is copied piece by piece, as it is written to. */
#define MOST_COPIED ((gsize) 64 << 20)

/* What stands before the first large page: never used, never given back. (Volatile, as is the block
 * below: the compiler would leave out what nobody reads.) */
static void *volatile before;

static void
prefer_large_blocks (void)
{
  mallopt (M_MMAP_THRESHOLD, LARGE);
  mallopt (M_TRIM_THRESHOLD, LARGE);
  mallopt (M_ARENA_MAX, 1); /* threads take few blocks, and should have large pages as well */
}

/* Whether the process may have so much address space more: modules and files need some as well. */
static gboolean
has_room (gsize length)
{
  void *block = mmap (NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  return block != MAP_FAILED && munmap (block, length) == 0;
}

/* Grows the heap at once. The pages of the block are small ones, in part. Returns: where what
 * is handed out next begins. */
static gsize
grow (void)
{
  void *volatile block = NULL;
  gsize start = 0;

  mallopt (M_TOP_PAD, BEGINNING);
  block = malloc (HUGE_PAGE); /* more than can lie about */
  start = (gsize) block;
  free (block);
  mallopt (M_TOP_PAD, GROWTH);
  return start;
}

void
parley_heap_prepare (void)
{
  gsize start = 0, end = 0, from = 0, to = 0;

  prefer_large_blocks ();
  if (!has_room ((gsize) 2 * BEGINNING))
    return;
  start = grow ();
  end = (gsize) sbrk (0);
  from = (end - BEGINNING + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
  to = end / HUGE_PAGE * HUGE_PAGE;
  /* Another allocator may be in the place of the library's. */
  if (start >= from || from - start > 3 * HUGE_PAGE)
    return;
  /* A hint: where it is not taken, nothing is lost but time. */
  if (madvise ((void *) from, to - from, MADV_HUGEPAGE) == 0)
    before = malloc (from - start);
}

/* Large pages for @length bytes, at a multiple of their size. Returns: NULL where there are none.
 */
static char *
map_large (gsize length)
{
  char *all
      = mmap (NULL, length + HUGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  char *start = (char *) (((gsize) all + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE);

  if (all == MAP_FAILED)
    return NULL;
  return madvise (start, length, MADV_HUGEPAGE) == 0 ? start : NULL;
}

void
parley_heap_own (void)
{
  gsize from = ((gsize) before + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
  gsize used = (gsize) sbrk (0) - mallinfo2 ().keepcost;
  gsize length = (used + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE - from;
  char *copy = before == NULL || used < from || length > MOST_COPIED ? NULL : map_large (length);

  if (copy == NULL)
    return;
  memcpy (copy, (const char *) from, length);
  (void) mremap (copy, length, length, MREMAP_MAYMOVE | MREMAP_FIXED, (void *) from);
}

#else

void
parley_heap_prepare (void)
{
}

void
parley_heap_own (void)
{
}

#endif
