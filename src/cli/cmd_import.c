/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cli/choose.h"
#include "cli/command.h"
#include "cli/input.h"
#include "report/json.h"
#include "scenario/import.h"
#include "scenario/load.h"
#include "scenario/write.h"

/* Lines of the scenario are as wide as its readers' editors. */
#define WIDTH 100

static char **steps;

static const GOptionEntry entries[] = {
  { "step", 0, 0, G_OPTION_ARG_STRING_ARRAY, &steps,
    "look at the values of real issues, or of one of them, at this distance; may be repeated",
    "[ISSUE=]NUMBER" },
  { NULL },
};

static const struct
{
  const char *name;
  ParleyScenario *(*import) (GPtrArray *texts, GPtrArray *steps, ParleyProblems *problems);
} formats[] = {
  { "genius", parley_import_genius },
  { "geniusweb", parley_import_geniusweb },
};

/* In the order of formats. */
static const char *const format_names[] = { "genius", "geniusweb", NULL };

static GPtrArray *
read_texts (char **paths, const char *output, GError **error)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_text_unref);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      ParleyText *text = parley_text_read (paths[i], error);

      if (text == NULL)
        return NULL;
      if (!parley_input_is_spared ("--output", output, paths[i], error))
        {
          parley_text_unref (text);
          return NULL;
        }
      g_ptr_array_add (texts, text);
    }
  return g_steal_pointer (&texts);
}

static GPtrArray *
read_steps (ParleyProblems *problems)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_step_free);

  for (guint i = 0; steps != NULL && steps[i] != NULL; i++)
    {
      ParleyStep *step = parley_step_new (steps[i], problems);

      if (step != NULL)
        g_ptr_array_add (list, step);
    }
  return list;
}

/* What is written must be a scenario to all other commands. */
static gboolean
check (const char *text, ParleyProblems *problems)
{
  gsize length = strlen (text);
  g_autoptr(ParleyText) whole
      = parley_text_new_take ("the imported scenario", NULL, g_strdup (text), length);
  g_autoptr(ParleyLoaded) loaded = NULL;

  if (length > PARLEY_TEXT_MAX_LENGTH)
    {
      parley_problems_add (problems, PARLEY_PROBLEM_TEXT_TOO_LONG, whole, length, "",
                           "the scenario would be larger than 16 MiB");
      return FALSE;
    }
  loaded = parley_load_text (whole, NULL);
  if (loaded->scenario != NULL)
    return TRUE;
  for (guint i = 0; i < loaded->problems->items->len;)
    if (parley_problem_code_severity (parley_problems_get (loaded->problems, i)->code)
        == PARLEY_SEVERITY_ERROR)
      parley_problems_take (problems, g_ptr_array_steal_index (loaded->problems->items, i));
    else
      i++;
  return FALSE;
}

static ParleyExit
import (guint format, GPtrArray *texts, ParleyProblems *problems, GString *result)
{
  g_autoptr(GPtrArray) distances = read_steps (problems);
  g_autoptr(ParleyScenario) scenario = NULL;
  g_autoptr(ParleyJson) json = NULL;
  g_autofree char *text = NULL;

  if (problems->n_errors > 0)
    return PARLEY_EXIT_USAGE;
  scenario = formats[format].import (texts, distances, problems);
  if (scenario == NULL)
    return PARLEY_EXIT_USAGE;
  json = parley_write_scenario (scenario);
  text = parley_json_to_lines (json, WIDTH);
  if (!check (text, problems))
    return PARLEY_EXIT_USAGE;
  g_string_append (result, text);
  return PARLEY_EXIT_DONE;
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  g_autoptr(ParleyProblems) problems = parley_problems_new ();
  g_autoptr(GPtrArray) texts = NULL;
  g_autoptr(GError) error = NULL;
  guint format = 0;
  ParleyExit status = PARLEY_EXIT_DONE;

  if (!parley_choose_first ("format", "format", options->arguments[0], format_names, &format,
                            &error))
    return parley_input_fail (error);
  if (options->arguments[1] == NULL)
    {
      g_set_error (&error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "the files to import are missing");
      return parley_input_fail (error);
    }
  texts = read_texts (options->arguments + 1, options->output, &error);
  if (texts == NULL)
    return parley_input_fail (error);
  status = import (format, texts, problems, result);
  parley_input_report (options, problems);
  return status;
}

static const char details[]
    = "FORMAT is genius (XML: one domain and its profiles, in any order) or geniusweb (JSON:\n"
      "profiles, which carry their domain). What a scenario cannot say is refused where scores\n"
      "would differ, and is warned of where it is only left out.";

const ParleyCommand parley_cmd_import = {
  .name = "import",
  .arguments = "FORMAT FILE...",
  .summary = "make a scenario of the files of another program",
  .details = details,
  .words = format_names,
  .foreign = TRUE,
  .min_arguments = 1,
  .max_arguments = G_MAXUINT,
  .takes = PARLEY_TAKES_OUTPUT | PARLEY_TAKES_QUIET,
  .entries = entries,
  .run = run,
};
