/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/robust_store.h"

#include "cli/about.h"
#include "scenario/value_text.h"
#include "store/run_store.h"

/* Changes when the same input would give other results. */
#define RESULTS_VERSION "parley-robust/1"

/* What a row has: how many draws, and what came of them. */
enum
{
  DRAWS,
  SUMS,
  N_COLUMNS
};

static const char *const names[] = { "draws", "sums" };
static const gboolean numbers[] = { TRUE, FALSE };
static const gboolean required[] = { TRUE, TRUE };

struct _ParleyRobustFile
{
  const ParleyRobust *robust;
  ParleyRunStore     *store;
  GPtrArray          *rows; /* [chunk] of char **: NULL where it is not done */
};

/* Of all that results follow from but the options that are named by themselves. */
static char *
fingerprint (const ParleyLoaded *loaded, const char *drafts)
{
  GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *tree = parley_node_to_setting (loaded->tree);
  char *digest = NULL;

  g_checksum_update (checksum, (const guchar *) RESULTS_VERSION, -1);
  g_checksum_update (checksum, (const guchar *) tree, -1);
  g_checksum_update (checksum, (const guchar *) drafts, -1);
  digest = g_strdup (g_checksum_get_string (checksum));
  g_checksum_free (checksum);
  return digest;
}

static char *
drafts_of (const ParleyRobust *robust)
{
  GString *text = g_string_new (NULL);

  for (guint d = 0; d < robust->shape.n_drafts; d++)
    g_string_append_printf (text, " %s",
                            parley_scenario_draft (robust->scenario, robust->draft_indices[d])->id);
  return g_string_free (text, FALSE);
}

static char *
weights_of (const ParleyDrawRequest *request)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (request->weights == PARLEY_WEIGHTS_DIRICHLET)
    return g_strconcat (
        "dirichlet:", g_ascii_dtostr (digits, sizeof digits, request->concentration), NULL);
  return g_strdup (request->weights == PARLEY_WEIGHTS_SIMPLEX ? "simplex" : "ranges");
}

static GBytes *
sums_of (char *const *row)
{
  gsize size = 0;
  guchar *data = g_base64_decode (row[SUMS], &size);

  return g_bytes_new_take (data, size);
}

/* Whether a row can be what came of a chunk of these draws. */
static gboolean
fits (guint chunk, char *const *row, gpointer data)
{
  const ParleyRobust *robust = data;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(ParleyRobustSums) sums = NULL;

  if (row[DRAWS] == NULL || row[SUMS] == NULL)
    return FALSE;
  bytes = sums_of (row);
  sums = parley_robust_sums_from_bytes (&robust->shape, bytes);
  return sums != NULL
         && *sums->n_draws
                == (double) MIN (PARLEY_CHUNK,
                                 robust->request.n_draws - (guint64) chunk * PARLEY_CHUNK)
         && *sums->n_draws == g_ascii_strtod (row[DRAWS], NULL);
}

static gboolean
read_rows (ParleyRobustFile *self, GError **error)
{
  ParleyRunChecker checker = { fits, (gpointer) self->robust };

  return parley_run_store_read (self->store, self->rows, &checker, error);
}

ParleyRobustFile *
parley_robust_file_open (const ParleyOptions *options,
                         const ParleyLoaded  *loaded,
                         const ParleyRobust  *robust,
                         const char          *rules,
                         GError             **error)
{
  g_autoptr(ParleyRobustFile) self = g_new0 (ParleyRobustFile, 1);
  g_autoptr(GString) about = parley_about (options);
  g_autofree char *drafts = drafts_of (robust);
  g_autofree char *mark = fingerprint (loaded, drafts);
  g_autofree char *weights = weights_of (&robust->request.draws);
  g_autofree char *n_draws = g_strdup_printf ("%" G_GUINT64_FORMAT, robust->request.n_draws);
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, robust->request.draws.seed);
  ParleyRunOption given[]
      = { { "--draws", n_draws },
          { "--seed", seed },
          { "--distribution", parley_spread_to_string (robust->request.draws.spread) },
          { "--weights", weights },
          { "--constrain", rules },
          { "--no-deals", robust->request.deals ? "off" : "on" } };
  ParleyRunShape shape = { &parley_run_sampling,
                           mark,
                           about->str,
                           given,
                           G_N_ELEMENTS (given),
                           parley_robust_n_chunks (robust),
                           N_COLUMNS,
                           names,
                           numbers,
                           required };

  g_string_append (about, drafts);
  shape.about = about->str;
  self->robust = robust;
  self->rows = g_ptr_array_new ();
  g_ptr_array_set_size (self->rows, (int) shape.n_rows);
  self->store = parley_run_store_open (options->output, &shape, error);
  return self->store != NULL && read_rows (self, error) ? g_steal_pointer (&self) : NULL;
}

static void
row_free (char **row)
{
  for (guint c = 0; row != NULL && c < N_COLUMNS; c++)
    g_free (row[c]);
  g_free (row);
}

void
parley_robust_file_close (ParleyRobustFile *self)
{
  if (self == NULL)
    return;
  parley_run_store_close (self->store);
  for (guint i = 0; i < self->rows->len; i++)
    row_free (g_ptr_array_index (self->rows, i));
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static GBytes *
recall (guint chunk, gpointer data)
{
  const ParleyRobustFile *self = data;
  char **row = g_ptr_array_index (self->rows, chunk);

  return row == NULL ? NULL : sums_of (row);
}

static gboolean
keep (guint first, guint n, GBytes *const *parts, gpointer data, GError **error)
{
  ParleyRobustFile *self = data;
  gboolean fine = TRUE;

  for (guint i = 0; i < n; i++)
    {
      gsize size = 0;
      const guchar *bytes = g_bytes_get_data (parts[i], &size);
      guint64 draws = MIN (PARLEY_CHUNK,
                           self->robust->request.n_draws - (guint64) (first + i) * PARLEY_CHUNK);
      char **row = g_new0 (char *, N_COLUMNS);

      row[DRAWS] = g_strdup_printf ("%" G_GUINT64_FORMAT, draws);
      row[SUMS] = g_base64_encode (bytes, size);
      row_free (g_ptr_array_index (self->rows, first + i));
      self->rows->pdata[first + i] = row;
    }
  fine = parley_run_store_write (self->store, first, n, self->rows, error);
  /* They are in the file now, and many. */
  for (guint i = 0; i < n; i++)
    {
      row_free (g_ptr_array_index (self->rows, first + i));
      self->rows->pdata[first + i] = NULL;
    }
  return fine;
}

ParleyRobustStore
parley_robust_file_store (ParleyRobustFile *self)
{
  return (ParleyRobustStore){ recall, keep, self };
}
