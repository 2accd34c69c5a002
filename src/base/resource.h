/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A file that was built in (src/embed.py). */
typedef struct
{
  const char          *name; /* without its folder; NULL ends an array of them */
  const unsigned char *data;
  gsize                length;
} ParleyResource;
