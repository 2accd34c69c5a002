/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * ParleyZip:
 *
 * A small ZIP archive in memory, whose files are stored as they are and carry no time.
 * Source of the format: PKWARE, .ZIP File Format Specification (APPNOTE.TXT) 6.3.
 */
typedef struct
{
  GString *files;
  GString *directory;
  guint    n_files;
} ParleyZip;

ParleyZip *parley_zip_new (void);

/* Adds a file; @name: with slashes, in ASCII. */
void parley_zip_add (ParleyZip *self, const char *name, const char *data, gsize length);

/* Ends the archive and frees @self. Returns: (transfer full): its bytes. */
GBytes *parley_zip_finish (ParleyZip *self);
