/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web/snapshots.h"

#include <glib/gstdio.h>
#include <stdint.h>
#include <stdio.h>

#include "base/error.h"

/* Readable versions that are kept. */
#define N_KEPT 8

/* How often files that change while they are read are read again before the next look. */
#define N_TRIES 3

/* How long a file that is not there is left alone. */
#define PATIENCE G_USEC_PER_SEC

struct _ParleySnapshots
{
  char *path;
  GPtrArray *kept;     /* of ParleySnapshot, the newest last */
  ParleySnapshot *now; /* one of @kept, or else owned */
  GPtrArray *files;    /* of char*: what was read for @now */
  char *marks;         /* what parley_snapshots_look () compares */
  gint64 read_at;      /* of the monotonic clock */
};

static void
snapshot_free (ParleySnapshot *snapshot)
{
  if (snapshot == NULL)
    return;
  parley_loaded_free (snapshot->loaded);
  g_free (snapshot->version);
  g_free (snapshot->error);
  g_free (snapshot);
}

static gboolean
is_kept (const ParleySnapshots *self, const ParleySnapshot *snapshot)
{
  return g_ptr_array_find (self->kept, snapshot, NULL);
}

/* Those of the cases too. Returns: (transfer full): of char*. */
static GPtrArray *
list_files (const char *path, const ParleyLoaded *loaded)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (files, g_strdup (path));
  for (guint i = 0; loaded != NULL && i < loaded->files->len; i++)
    {
      const char *file = g_ptr_array_index (loaded->files, i);

      if (!g_ptr_array_find_with_equal_func (files, file, g_str_equal, NULL))
        g_ptr_array_add (files, g_strdup (file));
    }
  return files;
}

/* What changes when a file does. Returns: (transfer full). */
static char *
mark_files (const GPtrArray *files)
{
  GString *marks = g_string_new (NULL);

  for (guint i = 0; i < files->len; i++)
    {
      GStatBuf is;

      if (g_stat (g_ptr_array_index (files, i), &is) == 0)
        g_string_append_printf (marks, "%ju %ju %jd %jd.%09ld\n", (uintmax_t) is.st_dev,
                                (uintmax_t) is.st_ino, (intmax_t) is.st_size,
                                (intmax_t) is.st_mtim.tv_sec, is.st_mtim.tv_nsec);
      else
        g_string_append (marks, "-\n");
    }
  return g_string_free (marks, FALSE);
}

/* No more than is read of it otherwise. */
static void
sum_file (GChecksum *sum, const char *path)
{
  FILE *stream = parley_text_is_stream (path) ? NULL : g_fopen (path, "rbe");
  guchar block[65536];
  gsize length = 0;
  gsize n = 0;

  while (stream != NULL && length <= PARLEY_TEXT_MAX_LENGTH
         && (n = fread (block, 1, sizeof block, stream)) > 0)
    {
      g_checksum_update (sum, block, (gssize) n);
      length += n;
    }
  if (stream != NULL)
    fclose (stream);
  /* Where one file ends and the next begins counts. */
  g_checksum_update (sum, (const guchar *) &length, sizeof length);
}

/* Returns: (transfer full). */
static char *
sum_files (const GPtrArray *files)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < files->len; i++)
    sum_file (sum, g_ptr_array_index (files, i));
  return g_strndup (g_checksum_get_string (sum), PARLEY_VERSION_LENGTH);
}

/* Makes @snapshot, which it takes, the one that is on the disk. One of the same version that is
 * kept gives way to it. */
static void
set_now_take (ParleySnapshots *self, ParleySnapshot *snapshot)
{
  if (self->now != NULL && !is_kept (self, self->now))
    snapshot_free (self->now);
  self->now = snapshot;
  if (!parley_snapshot_is_readable (snapshot))
    return;
  for (guint i = self->kept->len; i-- > 0;)
    if (g_str_equal (((ParleySnapshot *) g_ptr_array_index (self->kept, i))->version,
                     snapshot->version))
      g_ptr_array_remove_index (self->kept, i);
  g_ptr_array_add (self->kept, snapshot);
  if (self->kept->len > N_KEPT)
    g_ptr_array_remove_index (self->kept, 0);
}

ParleySnapshots *
parley_snapshots_new (const char *path)
{
  ParleySnapshots *self = g_new0 (ParleySnapshots, 1);

  self->path = g_strdup (path);
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) snapshot_free);
  self->files = list_files (path, NULL);
  self->marks = g_strdup ("");
  parley_snapshots_look (self);
  return self;
}

void
parley_snapshots_free (ParleySnapshots *self)
{
  if (self == NULL)
    return;
  if (!is_kept (self, self->now))
    snapshot_free (self->now);
  g_ptr_array_unref (self->kept);
  g_ptr_array_unref (self->files);
  g_free (self->marks);
  g_free (self->path);
  g_free (self);
}

/* Only scenarios: a pipe would keep the server waiting, and has nothing any more when it is read
 * again. */
static ParleyLoaded *
load (const char *path, GError **error)
{
  g_autoptr(ParleyLoaded) loaded = NULL;

  if (parley_text_is_stream (path))
    g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_IO,
                 "cannot read \"%s\": it is a pipe or a device", path);
  else
    loaded = parley_load (path, NULL, error);
  if (loaded == NULL || !loaded->is_model)
    return g_steal_pointer (&loaded);
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
               "\"%s\" is the model of one party; it takes a scenario to score deals", path);
  return NULL;
}

/* Reads what @path holds now, and the models of the cases as well, so that nobody need do it later.
 */
static ParleySnapshot *
snapshot_read (const char *path, GPtrArray **files)
{
  ParleySnapshot *snapshot = g_new0 (ParleySnapshot, 1);
  g_autoptr(GError) error = NULL;

  snapshot->loaded = load (path, &error);
  if (snapshot->loaded == NULL)
    snapshot->error = g_strdup (error->message);
  else
    parley_loaded_check_cases (snapshot->loaded);
  /* From here on requests could ask for other files. */
  if (snapshot->loaded != NULL && snapshot->loaded->written != NULL)
    snapshot->loaded->written->is_sealed = TRUE;
  *files = list_files (path, snapshot->loaded);
  snapshot->version = sum_files (*files);
  return snapshot;
}

/* Returns: whether the files stood still meanwhile. */
static gboolean
read_again (ParleySnapshots *self)
{
  g_autofree char *before = g_steal_pointer (&self->marks);
  g_autoptr(GPtrArray) files = NULL;

  self->read_at = g_get_monotonic_time ();
  set_now_take (self, snapshot_read (self->path, &files));
  g_ptr_array_unref (self->files);
  self->files = g_steal_pointer (&files);
  self->marks = mark_files (self->files);
  return g_str_equal (before, self->marks);
}

/* A model that cannot be read is not among the files, and what kept a file from being read, such as
 * its permissions, may not show in its marks. Returns: whether to see if it is back. */
static gboolean
lacks_file (const ParleySnapshots *self)
{
  const ParleyLoaded *loaded = self->now->loaded;

  if (g_get_monotonic_time () < self->read_at + PATIENCE)
    return FALSE;
  if (loaded == NULL)
    return TRUE;
  for (guint i = 0; i < loaded->problems->items->len; i++)
    if (parley_problems_get (loaded->problems, i)->code == PARLEY_PROBLEM_UNREADABLE)
      return TRUE;
  return FALSE;
}

void
parley_snapshots_look (ParleySnapshots *self)
{
  g_autofree char *marks = mark_files (self->files);

  if (g_str_equal (marks, self->marks) && !lacks_file (self))
    return;
  g_free (self->marks);
  self->marks = g_steal_pointer (&marks);
  for (guint i = 0; i < N_TRIES; i++)
    if (read_again (self))
      return;
  /* They go on changing: what was read may be half of each. */
  g_free (self->marks);
  self->marks = g_strdup ("");
}

gboolean
parley_snapshot_is_readable (const ParleySnapshot *snapshot)
{
  return snapshot->loaded != NULL && snapshot->loaded->scenario != NULL;
}

const char *
parley_snapshots_path (const ParleySnapshots *self)
{
  return self->path;
}

const ParleySnapshot *
parley_snapshots_now (const ParleySnapshots *self)
{
  return self->now;
}

const ParleySnapshot *
parley_snapshots_find (const ParleySnapshots *self, const char *version)
{
  for (guint i = self->kept->len; i-- > 0;)
    {
      const ParleySnapshot *snapshot = g_ptr_array_index (self->kept, i);

      if (version == NULL || g_str_equal (snapshot->version, version))
        return snapshot;
    }
  return NULL;
}
