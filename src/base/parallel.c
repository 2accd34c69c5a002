/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/parallel.h"

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
