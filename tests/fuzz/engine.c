/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What libFuzzer calls, for the target PARLEY_FUZZ_TARGET. Besides what sanitizers find, an input
 * must not take more than PARLEY_FUZZ_SECONDS of the processor's time, nor 100 MB. */
#include <gsl/gsl_errno.h>
#include <sanitizer/allocator_interface.h>
#include <sanitizer/common_interface_defs.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "fuzz.h"

#define MOST_BYTES ((gssize) 100000000)

/* Meson says which for each; who only reads this file needs some. */
#ifndef PARLEY_FUZZ_TARGET
#define PARLEY_FUZZ_TARGET  date
#define PARLEY_FUZZ_SECONDS 1
#endif

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

#define CALL_(name) parley_fuzz_##name
#define CALL(name) CALL_ (name)

static int log_fd = STDERR_FILENO;
static gboolean is_busy;
static gssize n_bytes;

static void
give_up (const char *why)
{
  if (write (log_fd, why, strlen (why)) < 0)
    abort ();
  __sanitizer_print_stack_trace (); /* NOLINT(bugprone-signal-handler) */
  abort ();
}

/* Where it happens is worth more than a clean end.
 * NOLINTNEXTLINE(bugprone-signal-handler) */
static void
on_time (G_GNUC_UNUSED int signal)
{
  give_up ("more than " G_STRINGIFY (PARLEY_FUZZ_SECONDS) " s for one input\n");
}

static void
on_malloc (G_GNUC_UNUSED const volatile void *pointer, gsize size)
{
  n_bytes += (gssize) size;
  if (is_busy && n_bytes > MOST_BYTES)
    {
      is_busy = FALSE;
      give_up ("more than 100 MB for one input\n");
    }
}

static void
on_free (const volatile void *pointer)
{
  if (pointer != NULL)
    n_bytes -= (gssize) __sanitizer_get_allocated_size (pointer);
}

/* The API keeps what commands print on stderr to itself, and findings must not be lost there. */
int
LLVMFuzzerInitialize (G_GNUC_UNUSED int *argc, G_GNUC_UNUSED char ***argv)
{
  log_fd = dup (STDERR_FILENO);
  __sanitizer_set_report_fd ((void *) (gintptr) log_fd);
  __sanitizer_install_malloc_and_free_hooks (on_malloc, on_free);
  signal (SIGPROF, on_time);
  gsl_set_error_handler_off ();
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  return 0;
}

static void
allow_seconds (int seconds)
{
  const struct itimerval time = { .it_value.tv_sec = seconds };

  setitimer (ITIMER_PROF, &time, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static gboolean is_ready;

  /* What is made once, and kept, is no matter of the first input. */
  if (!is_ready)
    CALL (PARLEY_FUZZ_TARGET) ((const guint8 *) "", 0);
  is_ready = TRUE;

  n_bytes = 0;
  is_busy = TRUE;
  allow_seconds (PARLEY_FUZZ_SECONDS);
  CALL (PARLEY_FUZZ_TARGET) (data, size);
  allow_seconds (0);
  is_busy = FALSE;
  return 0;
}
