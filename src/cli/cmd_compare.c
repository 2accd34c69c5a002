/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cli/choose.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/progress.h"
#include "cli/render.h"
#include "report/compare.h"

#define MOST_DRAFTS 50

static gboolean show_all;
static gboolean no_count;

static const GOptionEntry entries[] = {
  { "all", 'a', 0, G_OPTION_ARG_NONE, &show_all, "show every row of every table", NULL },
  { "no-count", 0, 0, G_OPTION_ARG_NONE, &no_count,
    "do not count the deals that are better for every side", NULL },
  { NULL },
};

/* Scenarios by the case or file that they are read with; "" for the one named first. */
typedef struct
{
  const ParleyOptions *options;
  GHashTable          *loaded; /* char* to ParleyLoaded */
} Sources;

static gboolean
has_case (const ParleyScenario *scenario, const char *id)
{
  guint index = 0;

  return parley_choose_case (scenario, id, &index, NULL);
}

/* The scenario of @of, a case of the first scenario or else a file, with the changes of the command
 * line. NULL with @status set when it cannot be had; that has been said then. */
static const ParleyScenario *
load (Sources *self, const char *of, ParleyExit *status)
{
  const char *file = self->options->arguments[0];
  const ParleyLoaded *base = g_hash_table_lookup (self->loaded, "");
  gboolean is_case = base != NULL && *of != '\0' && has_case (base->scenario, of);
  ParleyLoaded *loaded = g_hash_table_lookup (self->loaded, of);
  ParleyOptions options = *self->options;
  g_autoptr(GPtrArray) changes
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_change_free);

  if (loaded != NULL)
    return loaded->scenario;
  if (is_case)
    g_ptr_array_add (changes, parley_change_new (PARLEY_CHANGE_CASE, of));
  for (guint i = 0; i < self->options->changes->len; i++)
    g_ptr_array_add (changes, parley_change_copy (g_ptr_array_index (self->options->changes, i)));
  options.changes = changes;
  loaded = parley_input_load (&options, *of == '\0' || is_case ? file : of, status);
  if (loaded == NULL)
    return NULL;
  g_hash_table_insert (self->loaded, g_strdup (of), loaded);
  return loaded->scenario;
}

/* Whether @of may be meant as a file: it names a folder or has an ending, or is there. Who asks
 * from a page has no files here, and must not learn which there are. */
static gboolean
looks_like_file (const Sources *self, const char *of)
{
  return self->options->serving == NULL
         && (strpbrk (of, "/.") != NULL || g_file_test (of, G_FILE_TEST_EXISTS));
}

/* Reads "DRAFT", "CASE:DRAFT" or "FILE:DRAFT". */
static gboolean
read_candidate (Sources         *self,
                const char      *word,
                ParleyCandidate *candidate,
                ParleyExit      *status,
                GError         **error)
{
  const char *colon = strrchr (word, ':');
  g_autofree char *of = colon == NULL ? g_strdup ("") : g_strndup (word, (gsize) (colon - word));
  const char *id = colon == NULL ? word : colon + 1;
  const ParleyLoaded *base = g_hash_table_lookup (self->loaded, "");
  guint index = 0;

  if (*of != '\0' && !looks_like_file (self, of)
      && !parley_choose_case (base->scenario, of, &index, error))
    return FALSE;
  candidate->scenario = load (self, of, status);
  if (candidate->scenario == NULL)
    return FALSE;
  candidate->of = NULL;
  if (*of != '\0')
    {
      gpointer key = NULL;

      g_hash_table_lookup_extended (self->loaded, of, &key, NULL);
      candidate->of = key;
    }
  return parley_choose_draft (candidate->scenario, id, &candidate->draft, error);
}

static ParleyComparison *
compare (const ParleyOptions   *options,
         const ParleyCandidate *candidates,
         guint                  n_candidates,
         GError               **error)
{
  ParleyProgressLine line = parley_progress_line (options);
  ParleyCrew crew = parley_progress_crew (&line, options);
  g_auto(ParleyRoom) room = { 0 };
  ParleyComparison *comparison = NULL;

  parley_room_init (&room, options->memory);
  crew.room = &room;
  comparison = parley_compare (candidates, n_candidates, !no_count, options->memory, &crew, error);
  parley_progress_end (&line);
  return comparison;
}

static void
render (const ParleyOptions *options, const ParleyComparison *comparison, GString *result)
{
  if (options->format == PARLEY_FORMAT_JSON)
    parley_render_json (parley_compare_to_json (comparison, options->exact), result);
  else if (options->format == PARLEY_FORMAT_CSV)
    parley_render_csv (parley_compare_to_table (comparison), result);
  else
    parley_render_document (options, parley_compare_to_document (comparison, show_all), result);
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  ParleyExit status = PARLEY_EXIT_DONE;
  guint n = g_strv_length (options->arguments) - 1;
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) loaded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                         (GDestroyNotify) parley_loaded_free);
  Sources sources = { options, loaded };
  g_autofree ParleyCandidate *candidates = g_new0 (ParleyCandidate, n);
  g_autoptr(ParleyComparison) comparison = NULL;

  if (load (&sources, "", &status) == NULL)
    return status;
  for (guint i = 0; i < n; i++)
    if (!read_candidate (&sources, options->arguments[i + 1], &candidates[i], &status, &error))
      return error != NULL ? parley_input_fail (error) : status;
  comparison = compare (options, candidates, n, &error);
  if (comparison == NULL)
    return parley_input_fail (error);
  render (options, comparison, result);
  return PARLEY_EXIT_DONE;
}

static const char details[]
    = "A draft is named by its id, or as CASE:DRAFT or FILE:DRAFT: as it is in that case of the\n"
      "scenario, or in another scenario file with the same issues and parties.\n\n"
      "Shows the terms that differ and the points that each moves, what kind of step each draft is,\n"
      "and where the drafts stand among all deals. The exit status is 0 whatever the verdicts are.";

const ParleyCommand parley_cmd_compare = {
  .name = "compare",
  .arguments = "FILE DRAFT DRAFT...",
  .summary = "compare drafts, clause by clause",
  .details = details,
  .min_arguments = 3,
  .max_arguments = MOST_DRAFTS + 1,
  .takes = PARLEY_TAKES_FORMAT | PARLEY_TAKES_OUTPUT | PARLEY_TAKES_CHANGES | PARLEY_TAKES_QUIET
           | PARLEY_TAKES_EXACT | PARLEY_TAKES_THREADS | PARLEY_TAKES_MEMORY,
  .entries = entries,
  .run = run,
};
