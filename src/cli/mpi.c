/* SPDX-License-Identifier: GPL-3.0-or-later */
/* parley-mpi: commands whose work is divided among processes, on one machine or many. */
#include <mpi.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "cli/program.h"

/* How long a process that failed waits for the others to end as well, in microseconds. */
#define PATIENCE 3000000

/* What a process says passes through others, which an abort ends as well: they get this long. */
#define PASSING_ON 500000

typedef struct
{
  ParleyFleet fleet;
  MPI_Comm    work;  /* for what is shared */
  MPI_Comm    leave; /* for ending: what is under way on the other does not matter */
  FILE       *said;  /* what processes but the first said */
} World;

/* Sharing */

static gboolean
fail (int code, GError **error)
{
  char text[MPI_MAX_ERROR_STRING];
  int length = 0;

  MPI_Error_string (code, text, &length);
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_IO, "the processes cannot reach each other: %s",
               text);
  return FALSE;
}

/* Which process gives part @index: the first that has it, or none. */
static guint
giver_of (const gint64 *sizes, guint n_ranks, guint n, guint index)
{
  guint rank = 0;

  while (rank < n_ranks && sizes[(gsize) rank * n + index] < 0)
    rank++;
  return rank;
}

static gboolean
all_have (const gint64 *sizes, guint n_ranks, guint n, guint index)
{
  for (guint rank = 0; rank < n_ranks; rank++)
    if (sizes[(gsize) rank * n + index] < 0)
      return FALSE;
  return TRUE;
}

/* What process @rank gives, one part behind the other. */
static gboolean
pass (World *self, guint rank, const gint64 *sizes, GBytes **parts, guint n, GError **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  gsize total = 0;
  gsize at = 0;
  int code = MPI_SUCCESS;

  for (guint i = 0; i < n; i++)
    if (giver_of (sizes, self->fleet.size, n, i) == rank
        && !all_have (sizes, self->fleet.size, n, i))
      {
        total += (gsize) sizes[(gsize) rank * n + i];
        if (rank == self->fleet.rank)
          g_byte_array_append (bytes, g_bytes_get_data (parts[i], NULL),
                               (guint) g_bytes_get_size (parts[i]));
      }
  if (total > G_MAXINT)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT, "results are too large to be shared");
      return FALSE;
    }
  g_byte_array_set_size (bytes, (guint) total);
  if (total > 0)
    code = MPI_Bcast (bytes->data, (int) total, MPI_BYTE, (int) rank, self->work);
  if (code != MPI_SUCCESS)
    return fail (code, error);
  for (guint i = 0; i < n; i++)
    if (giver_of (sizes, self->fleet.size, n, i) == rank
        && !all_have (sizes, self->fleet.size, n, i))
      {
        gsize size = (gsize) sizes[(gsize) rank * n + i];

        g_clear_pointer (&parts[i], g_bytes_unref);
        parts[i] = g_bytes_new (bytes->data + at, size);
        at += size;
      }
  return TRUE;
}

static gboolean
share (GBytes **parts, guint n, gpointer data, GError **error)
{
  World *self = data;
  g_autofree gint64 *mine = g_new (gint64, MAX (1, n));
  g_autofree gint64 *sizes = g_new (gint64, MAX (1, (gsize) n * self->fleet.size));
  int code = MPI_SUCCESS;
  gboolean fine = TRUE;

  for (guint i = 0; i < n; i++)
    mine[i] = parts[i] == NULL ? -1 : (gint64) g_bytes_get_size (parts[i]);
  code = MPI_Allgather (mine, (int) n, MPI_INT64_T, sizes, (int) n, MPI_INT64_T, self->work);
  if (code != MPI_SUCCESS)
    return fail (code, error);
  for (guint rank = 0; rank < self->fleet.size && fine; rank++)
    fine = pass (self, rank, sizes, parts, n, error);
  return fine;
}

/* Beginning and ending */

static void
world_init (World *self)
{
  MPI_Comm local = MPI_COMM_NULL;
  int rank = 0, size = 1, n_local = 1;

  MPI_Comm_dup (MPI_COMM_WORLD, &self->work);
  MPI_Comm_dup (MPI_COMM_WORLD, &self->leave);
  MPI_Comm_set_errhandler (self->work, MPI_ERRORS_RETURN);
  MPI_Comm_rank (self->work, &rank);
  MPI_Comm_size (self->work, &size);
  MPI_Comm_split_type (self->work, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &local);
  MPI_Comm_size (local, &n_local);
  MPI_Comm_free (&local);
  self->fleet = (ParleyFleet){ (guint) rank, (guint) size, (guint) n_local, share, self };
}

/* All say the same of what is wrong for all; so only the first is heard, unless one is alone. */
static void
hush (World *self)
{
  if (self->fleet.rank == 0)
    return;
  self->said = tmpfile ();
  if (self->said != NULL)
    dup2 (fileno (self->said), STDERR_FILENO);
}

/* Whether all others end as well before patience does. */
static gboolean
all_leave (const World *self)
{
  MPI_Request request = MPI_REQUEST_NULL;
  int all_here = 0;

  MPI_Ibarrier (self->leave, &request);
  for (gint64 end = g_get_monotonic_time () + PATIENCE; !all_here && g_get_monotonic_time () < end;)
    {
      MPI_Test (&request, &all_here, MPI_STATUS_IGNORE);
      g_usleep (1000);
    }
  return all_here != 0;
}

/* Says on what is left of stderr what this process alone ran into. */
static void
speak_up (const World *self, int error)
{
  char text[4096];
  gsize n = 0;

  if (self->said != NULL)
    {
      fflush (stderr);
      rewind (self->said);
      n = fread (text, 1, sizeof text, self->said);
    }
  dprintf (error, "parley-mpi: process %u of %u failed, and with it the job:\n%.*s",
           self->fleet.rank, self->fleet.size, (int) n, text);
  g_usleep (PASSING_ON);
}

int
main (int argc, char **argv)
{
  World world = { 0 };
  ParleyExit status = PARLEY_EXIT_DONE;
  int provided = 0;
  int error = dup (STDERR_FILENO);

  MPI_Init_thread (&argc, &argv, MPI_THREAD_FUNNELED, &provided);
  world_init (&world);
  hush (&world);
  status = parley_program_run (argc, argv, &world.fleet);
  if (status >= PARLEY_EXIT_USAGE && !all_leave (&world))
    {
      speak_up (&world, error);
      MPI_Abort (MPI_COMM_WORLD, status);
    }
  MPI_Finalize ();
  return status;
}
