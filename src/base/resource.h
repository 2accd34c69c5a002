/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A file that was built in (src/embed.py). */
typedef struct
{
  const char          *name; /* without its folder; NULL ends an array of them */
  const unsigned char *data;
  gsize                length; /* without the NUL byte that follows */
} ParleyResource;

/* The file @name among @files, where it is. Returns: (transfer none). */
const ParleyResource *parley_resource_find (const ParleyResource *files, const char *name);

/* What it says, if it is a text. */
const char *parley_resource_text (const ParleyResource *files, const char *name);
