/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/parallel.h"

#include <string.h>

#include "base/error.h"

void
parley_crew_tell (const ParleyCrew *crew, const char *what, gsize n_done, gsize n_tasks)
{
  if (crew != NULL && crew->tell != NULL)
    crew->tell (what, n_done, n_tasks, crew->data);
}

typedef struct
{
  const ParleyCrew *crew;
  const char       *what;
  gsize             n_tasks;
  ParleyTask        task;
  gpointer          data;
  GMutex            lock; /* of what follows, and of telling */
  gsize             next;
  gsize             n_done;
} Work;

/* Returns: FALSE when there is no task left. */
static gboolean
take_task (Work *work, gsize *index)
{
  gboolean found = FALSE;

  g_mutex_lock (&work->lock);
  found = work->next < work->n_tasks;
  if (found)
    *index = work->next++;
  g_mutex_unlock (&work->lock);
  return found;
}

static void
report_done (Work *work)
{
  g_mutex_lock (&work->lock);
  work->n_done++;
  parley_crew_tell (work->crew, work->what, work->n_done, work->n_tasks);
  g_mutex_unlock (&work->lock);
}

static gpointer
do_tasks (gpointer data)
{
  Work *work = data;
  gsize index = 0;

  while (take_task (work, &index))
    {
      work->task (index, work->data);
      report_done (work);
    }
  return NULL;
}

void
parley_crew_do (const ParleyCrew *crew,
                const char       *what,
                gsize             n_tasks,
                ParleyTask        task,
                gpointer          data)
{
  Work work = { crew, what, n_tasks, task, data, { 0 }, 0, 0 };
  guint n_threads = crew == NULL ? 1 : (guint) MIN (crew->n_threads, MAX (1, n_tasks));
  g_autofree GThread **threads = g_new0 (GThread *, n_threads);

  g_mutex_init (&work.lock);
  /* Where a thread cannot be had, the others do its tasks. */
  for (guint i = 1; i < n_threads; i++)
    threads[i] = g_thread_try_new ("parley", do_tasks, &work, NULL);
  do_tasks (&work);
  for (guint i = 1; i < n_threads; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
  g_mutex_clear (&work.lock);
}

/* What a task came to, or why it failed: a byte says which, so that it can be sent either way. */

#define WENT_WELL 0
#define FAILED    1

typedef struct
{
  const ParleyFleet *fleet;
  ParleyProducer     produce;
  gpointer           data;
  GBytes           **parts;  /* given */
  GBytes           **sealed; /* [task]: what has been done here */
} Collection;

/* The mark stands behind the rest: parts are arrays of numbers, which have to stay aligned. */
static GBytes *
seal (GBytes *part, const GError *error)
{
  GByteArray *bytes = g_byte_array_new ();
  guint8 mark = part != NULL ? WENT_WELL : FAILED;
  gsize size = 0;
  const guint8 *data = part != NULL ? g_bytes_get_data (part, &size) : NULL;

  if (part != NULL)
    g_byte_array_append (bytes, data, (guint) size);
  else
    {
      guint8 code = (guint8) error->code;

      g_byte_array_append (bytes, &code, 1);
      g_byte_array_append (bytes, (const guint8 *) error->message, (guint) strlen (error->message));
    }
  g_byte_array_append (bytes, &mark, 1);
  return g_byte_array_free_to_bytes (bytes);
}

/* Takes @sealed. Returns: (transfer full): NULL with @error set. */
static GBytes *
unseal (GBytes *sealed, GError **error)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (sealed, &size);
  GBytes *part = NULL;

  if (data[size - 1] == WENT_WELL)
    part = g_bytes_new_from_bytes (sealed, 0, size - 1);
  else
    g_set_error (error, PARLEY_ERROR, data[0], "%.*s", (int) (size - 2), (const char *) data + 1);
  g_bytes_unref (sealed);
  return part;
}

static void
produce_part (gsize index, gpointer data)
{
  Collection *self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) part = NULL;

  if (self->sealed[index] != NULL
      || (self->fleet != NULL && index % self->fleet->size != self->fleet->rank))
    return;
  part = self->produce (index, self->data, &error);
  self->sealed[index] = seal (part, error);
}

/* Takes what came of all tasks. Returns: FALSE with the first error. */
static gboolean
take_parts (Collection *self, guint n, GError **error)
{
  gboolean fine = TRUE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GError) why = NULL;
      GBytes *part = unseal (g_steal_pointer (&self->sealed[i]), &why);

      g_clear_pointer (&self->parts[i], g_bytes_unref);
      self->parts[i] = part;
      if (part == NULL && fine)
        g_propagate_error (error, g_steal_pointer (&why));
      fine = fine && part != NULL;
    }
  return fine;
}

static gboolean
share (const ParleyFleet *fleet, GBytes **sealed, guint n, GError **error)
{
  return fleet == NULL || fleet->share (sealed, n, fleet->data, error);
}

/* Returns: FALSE when @marks, one a process, are not all the same. */
static gboolean
compare_marks (GBytes *const *marks, guint n, const char *what, GError **error)
{
  for (guint rank = 1; rank < n; rank++)
    if (!g_bytes_equal (marks[rank], marks[0]))
      {
        g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                     "process %u was given another %s than process 0: all need the same", rank,
                     what);
        return FALSE;
      }
  return TRUE;
}

gboolean
parley_fleet_agree (const ParleyFleet *fleet, const char *what, const char *text, GError **error)
{
  guint n = fleet == NULL ? 0 : fleet->size;
  g_autofree GBytes **marks = g_new0 (GBytes *, MAX (1, n));
  g_autofree char *mark = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  gboolean fine = TRUE;

  if (fleet == NULL)
    return TRUE;
  marks[fleet->rank] = g_bytes_new (mark, strlen (mark));
  fine = share (fleet, marks, n, error) && compare_marks (marks, n, what, error);
  for (guint rank = 0; rank < n; rank++)
    g_clear_pointer (&marks[rank], g_bytes_unref);
  return fine;
}

gboolean
parley_crew_collect (const ParleyCrew *crew,
                     const char       *what,
                     guint             n_tasks,
                     ParleyProducer    produce,
                     gpointer          data,
                     GBytes          **parts,
                     GError          **error)
{
  const ParleyFleet *fleet = crew == NULL ? NULL : crew->fleet;
  g_autofree GBytes **sealed = g_new0 (GBytes *, MAX (1, n_tasks));
  Collection self = { fleet, produce, data, parts, sealed };
  gboolean fine = TRUE;

  for (guint i = 0; i < n_tasks; i++)
    if (parts[i] != NULL)
      sealed[i] = seal (parts[i], NULL);
  fine = share (fleet, sealed, n_tasks, error);
  if (fine)
    parley_crew_do (crew, what, n_tasks, produce_part, &self);
  fine = fine && share (fleet, sealed, n_tasks, error);
  if (fine)
    return take_parts (&self, n_tasks, error);
  for (guint i = 0; i < n_tasks; i++)
    g_clear_pointer (&sealed[i], g_bytes_unref);
  return FALSE;
}
