/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* How many random scenarios a test looks at, where usually there are @n: sanitizers look for other
 * mistakes than wrong results and take five times as long, so they get by with an eighth. With
 * `./dev thorough` all are looked at under sanitizers, and ten times as many without. */
static inline guint
parley_effort (guint n)
{
  static int is_thorough = -1;

  if (is_thorough < 0)
    is_thorough = g_getenv ("PARLEY_THOROUGH") != NULL;
#ifdef __SANITIZE_ADDRESS__
  return is_thorough ? n : n / 8;
#else
  return is_thorough ? 10 * n : n;
#endif
}

/* How often something rare must at least be seen among them, where usually it is @n times: a few
 * scenarios may have none of it. */
static inline guint
parley_effort_rare (guint n)
{
#ifdef __SANITIZE_ADDRESS__
  return parley_effort (n) / 4;
#else
  return parley_effort (n);
#endif
}
