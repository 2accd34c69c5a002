/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario/load.h"

/* Hexadecimal digits that name a version. */
#define PARLEY_VERSION_LENGTH 16

/* The scenario as it stood in its files at some time. */
typedef struct
{
  char         *version; /* a checksum of the files' bytes */
  ParleyLoaded *loaded;  /* nullable: the file could not be read, or is a model */
  char         *error;   /* why not; else NULL */
} ParleySnapshot;

/* Whether there is a scenario to work with; a case of it may have errors. */
gboolean parley_snapshot_is_readable (const ParleySnapshot *snapshot);

/**
 * ParleySnapshots:
 *
 * A scenario file and the models that it uses, watched: how they are now, and their last readable
 * versions, as who works with one goes on with it until he wants another.
 */
typedef struct _ParleySnapshots ParleySnapshots;

ParleySnapshots *parley_snapshots_new  (const char *path);
void             parley_snapshots_free (ParleySnapshots *self);

/* Reads the files again if they have changed; to be called before anything is said of them. */
void parley_snapshots_look (ParleySnapshots *self);

const char *parley_snapshots_path (const ParleySnapshots *self);

/* What is on the disk now, readable or not. Returns: (transfer none). */
const ParleySnapshot *parley_snapshots_now (const ParleySnapshots *self);

/* The readable one called @version, or the newest for NULL. Returns: (transfer none) (nullable):
 * NULL when it is not kept, or never was. */
const ParleySnapshot *parley_snapshots_find (const ParleySnapshots *self, const char *version);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleySnapshots, parley_snapshots_free)
