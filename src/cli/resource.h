/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A file that was built into the program (see embed.py). */
typedef struct
{
  const char          *name;
  const unsigned char *data;
  gsize                length;
} ParleyResource;

/* All of them; the last has no name. */
extern const ParleyResource parley_resources[];

const ParleyResource *parley_resource_find (const char *name);
