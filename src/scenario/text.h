/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * ParleyText:
 *
 * A piece of JSON as somebody wrote it: a file, or the value of a `--set`.
 * Nodes and problems point into it by byte offset. Reference-counted.
 */
typedef struct
{
  char         *name;   /* what messages call it: the path, or "--set a.b=1" */
  char         *folder; /* where paths in it start from */
  char         *data;   /* NUL-terminated */
  gsize         length;
  GArray       *marks;  /* for parley_text_locate () */
  GArray       *places; /* of ParleyPlace, once it was parsed; NULL before */
  grefcount     refs;
} ParleyText;

/* Bytes. */
#define PARLEY_TEXT_MAX_LENGTH ((gsize) 16 * 1024 * 1024)

/* Reads a file of at most 16 MiB. Errors: PARLEY_ERROR_IO, and
 * PARLEY_ERROR_INPUT for one that is larger. */
ParleyText *parley_text_read (const char *path, GError **error);

/* Whether @path is there and neither a file nor a folder but a pipe or a device: reading it may
 * wait, and what it has is gone then. */
gboolean parley_text_is_stream (const char *path);

/* Takes @data. @folder may be NULL for the current one. */
ParleyText *parley_text_new_take (const char *name, const char *folder, char *data, gsize length);

ParleyText *parley_text_ref   (ParleyText *self);
void        parley_text_unref (ParleyText *self);

/* Both count from 1; columns count characters, not bytes. */
void parley_text_locate (const ParleyText *self, gsize offset, guint *line, guint *column);

/* The JSON pointer (RFC 6901) of the innermost value around @offset, or of the
 * one whose key is there; "" when nothing was parsed. Returns: (transfer full). */
char *parley_text_pointer (const ParleyText *self, gsize offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyText, parley_text_unref)
