/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web/jobs.h"

#include <errno.h>
#include <glib-unix.h>
#include <unistd.h>

#define BLOCK 65536

/* How often it is looked whether children that have ended are gone. */
#define BURIAL_MILLISECONDS 10

/* No answer is that long. In bytes. */
#define MOST_BYTES (64 * 1024 * 1024)

struct _ParleyJob
{
  ParleyJobs *jobs;
  char *series; /* NULL: of none */
  ParleyChildWork work;
  ParleyJobEnded ended;
  gpointer data;
  pid_t pid; /* 0 while it waits */
  int fd;
  guint source;
  gint64 deadline; /* of the monotonic clock */
  GByteArray *bytes;
};

struct _ParleyJobs
{
  guint most_at_once;
  guint most_waiting;
  guint most_seconds;
  GQueue *waiting; /* of ParleyJob, the first first */
  GQueue *working;
  guint source; /* starts what waits */
  GArray *ended; /* of pid_t: children whose remains the system has yet to clear away */
  guint burial;  /* source that looks after these */
};

ParleyJobs *
parley_jobs_new (guint most_at_once, guint most_waiting, guint most_seconds)
{
  ParleyJobs *self = g_new0 (ParleyJobs, 1);

  self->most_at_once = MAX (1, most_at_once);
  self->most_waiting = most_waiting;
  self->most_seconds = most_seconds;
  self->waiting = g_queue_new ();
  self->working = g_queue_new ();
  self->ended = g_array_new (FALSE, FALSE, sizeof (pid_t));
  return self;
}

/* @waits: until all is cleared away. */
static void
bury (ParleyJobs *self, gboolean waits)
{
  for (guint i = self->ended->len; i-- > 0;)
    if (parley_child_bury (g_array_index (self->ended, pid_t, i), waits))
      g_array_remove_index_fast (self->ended, i);
}

static gboolean
bury_some (gpointer data)
{
  ParleyJobs *self = data;

  bury (self, FALSE);
  if (self->ended->len > 0)
    return G_SOURCE_CONTINUE;
  self->burial = 0;
  return G_SOURCE_REMOVE;
}

/* Nobody waits for the system meanwhile. */
static void
end_child (ParleyJobs *self, pid_t pid)
{
  parley_child_end (pid);
  g_array_append_val (self->ended, pid);
  if (self->burial == 0)
    self->burial = g_timeout_add (BURIAL_MILLISECONDS, bury_some, self);
}

static void
job_free (ParleyJob *job)
{
  if (job->pid != 0)
    {
      g_source_remove (job->source);
      close (job->fd);
      end_child (job->jobs, job->pid);
    }
  g_byte_array_unref (job->bytes);
  g_free (job->series);
  g_free (job);
}

void
parley_jobs_free (ParleyJobs *self)
{
  if (self == NULL)
    return;
  g_queue_free_full (self->waiting, (GDestroyNotify) job_free);
  g_queue_free_full (self->working, (GDestroyNotify) job_free);
  if (self->source != 0)
    g_source_remove (self->source);
  if (self->burial != 0)
    g_source_remove (self->burial);
  bury (self, TRUE);
  g_array_unref (self->ended);
  g_free (self);
}

static gboolean start_waiting (gpointer data);

static void
start_soon (ParleyJobs *self)
{
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT, start_waiting, self, NULL);
}

static void
take_out (ParleyJob *job)
{
  ParleyJobs *self = job->jobs;

  g_queue_remove (job->pid == 0 ? self->waiting : self->working, job);
  start_soon (self);
}

void
parley_jobs_cancel (ParleyJobs *self, ParleyJob *job)
{
  g_return_if_fail (job->jobs == self);

  take_out (job);
  job_free (job);
}

static void
end (ParleyJob *job, ParleyJobEnd how)
{
  take_out (job);
  job->ended (how, job->bytes, job->data);
  job_free (job);
}

/* What the child writes. */
static gboolean
take_bytes (int fd, G_GNUC_UNUSED GIOCondition condition, gpointer data)
{
  ParleyJob *job = data;
  guint8 block[BLOCK];
  gssize n = read (fd, block, sizeof block);

  if (n > 0)
    g_byte_array_append (job->bytes, block, (guint) n);
  if (job->bytes->len > MOST_BYTES)
    end (job, PARLEY_JOB_FAILED);
  else if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR))
    end (job, PARLEY_JOB_DONE);
  return G_SOURCE_CONTINUE;
}

static void
start (ParleyJob *job)
{
  ParleyJobs *self = job->jobs;
  pid_t pid = parley_child_start (job->work, job->data, &job->fd, NULL);

  if (pid < 0)
    {
      end (job, PARLEY_JOB_FAILED);
      return;
    }
  g_queue_remove (self->waiting, job);
  job->pid = pid;
  job->deadline = g_get_monotonic_time () + (gint64) self->most_seconds * G_USEC_PER_SEC;
  job->source = g_unix_fd_add (job->fd, G_IO_IN | G_IO_HUP | G_IO_ERR, take_bytes, job);
  g_queue_push_tail (self->working, job);
}

static gboolean
start_waiting (gpointer data)
{
  ParleyJobs *self = data;

  self->source = 0;
  while (self->working->length < self->most_at_once && self->waiting->length > 0)
    start (g_queue_peek_head (self->waiting));
  return G_SOURCE_REMOVE;
}

/* Returns: (transfer none) (nullable). */
static ParleyJob *
find_series (GQueue *queue, const char *series)
{
  for (GList *link = queue->head; link != NULL; link = link->next)
    {
      ParleyJob *job = link->data;

      if (g_strcmp0 (job->series, series) == 0)
        return job;
    }
  return NULL;
}

static void
supersede (ParleyJobs *self, const char *series)
{
  ParleyJob *waiting = find_series (self->waiting, series);
  ParleyJob *working = find_series (self->working, series);

  if (waiting != NULL)
    end (waiting, PARLEY_JOB_SUPERSEDED);
  if (working != NULL)
    end (working, PARLEY_JOB_SUPERSEDED);
}

ParleyJob *
parley_jobs_add (ParleyJobs *self,
                 const char *series,
                 ParleyChildWork work,
                 ParleyJobEnded ended,
                 gpointer data)
{
  ParleyJob *job = NULL;

  if (series != NULL)
    supersede (self, series);
  if (self->waiting->length >= self->most_waiting)
    return NULL;
  job = g_new0 (ParleyJob, 1);
  job->jobs = self;
  job->series = g_strdup (series);
  job->work = work;
  job->ended = ended;
  job->data = data;
  job->bytes = g_byte_array_new ();
  g_queue_push_tail (self->waiting, job);
  start_soon (self);
  return job;
}

void
parley_jobs_look (ParleyJobs *self)
{
  gint64 now = g_get_monotonic_time ();

  for (GList *link = self->working->head; link != NULL;)
    {
      ParleyJob *job = link->data;

      link = link->next;
      if (now > job->deadline)
        end (job, PARLEY_JOB_LATE);
    }
}
