/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h> /* says whose library it is */

/*
 * What takes memory ends the program when there is none, with the documented exit status. Libraries
 * each do otherwise: GLib and GMP abort, and json-c returns nothing, which would be read and
 * written as null. So the C library's own functions are called by others of the same names, which
 * the whole process gets, as it does those of any allocator (glibc's manual, "Replacing malloc").
 * Results are written in one piece, so that none is left half.
 */
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
#include <malloc.h>
#include <unistd.h>

#include "cli/command.h"

/* The names are glibc's; those of its parameters it keeps to itself.
 * NOLINTBEGIN(bugprone-reserved-identifier,readability-inconsistent-declaration-parameter-name) */
void *__libc_malloc (gsize size);
void *__libc_calloc (gsize n, gsize size);
void *__libc_realloc (void *block, gsize size);
void *__libc_memalign (gsize alignment, gsize size);

static void give_up (void) __attribute__ ((noreturn));

/* Without taking memory. */
static void
give_up (void)
{
  static const char words[] = "parley: not enough memory; where a command has --memory, less of it "
                              "can be allowed\n";

  if (write (STDERR_FILENO, words, sizeof words - 1) < 0)
    _exit (PARLEY_EXIT_FAILED);
  _exit (PARLEY_EXIT_FAILED);
}

static void *
must (void *block, gsize size)
{
  if (block == NULL && size > 0)
    give_up ();
  return block;
}

void *
malloc (gsize size)
{
  return must (__libc_malloc (size), size);
}

void *
calloc (gsize n, gsize size)
{
  return must (__libc_calloc (n, size), n > 0 ? size : 0);
}

void *
realloc (void *block, gsize size)
{
  return must (__libc_realloc (block, size), size);
}

void *
memalign (gsize alignment, gsize size)
{
  return must (__libc_memalign (alignment, size), size);
}

void *
aligned_alloc (gsize alignment, gsize size)
{
  return memalign (alignment, size);
}

int
posix_memalign (void **block, gsize alignment, gsize size)
{
  *block = memalign (alignment, size);
  return 0;
}

/* NOLINTEND(bugprone-reserved-identifier,readability-inconsistent-declaration-parameter-name) */

#endif
