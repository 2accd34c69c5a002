/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/error.h"
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/output.h"
#include "scenario/export.h"

static char *folder;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &folder,
    "write the files into FOLDER, which is made when it is not there", "FOLDER" },
  { NULL },
};

static const struct
{
  GPtrArray *(*export) (ParleyLoaded *loaded);
} formats[] = {
  { parley_export_genius },
};

/* In the order of formats. */
static const char *const format_names[] = { "genius", NULL };

static gboolean
make_folder (GError **error)
{
  g_autofree char *name = g_filename_display_name (folder);

  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_IO, "cannot make the folder %s: %s", name,
               g_strerror (errno));
  return FALSE;
}

/* Appends the paths of what was written to @result. @path: of what was @loaded. */
static gboolean
write_files (GPtrArray *files,
             const char *path,
             const ParleyLoaded *loaded,
             GString *result,
             GError **error)
{
  if (!make_folder (error))
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    {
      const ParleyExportFile *file = g_ptr_array_index (files, i);
      g_autofree char *output = g_build_filename (folder, file->name, NULL);

      if (!parley_input_all_spared ("--output", output, path, loaded, error)
          || !parley_output_write (output, file->text, strlen (file->text), error))
        return FALSE;
      g_string_append_printf (result, "%s\n", output);
    }
  return TRUE;
}

/* What reading warned of has been counted; it is for parley check to list. */
static void
drop_problems (ParleyLoaded *loaded)
{
  g_clear_pointer (&loaded->problems, parley_problems_free);
  loaded->problems = parley_problems_new ();
}

static ParleyExit export(const ParleyOptions *options, guint format, GString *result)
{
  ParleyExit status = PARLEY_EXIT_DONE;
  g_autoptr(ParleyLoaded) loaded = parley_input_load (options, options->arguments[1], &status);
  g_autoptr(GPtrArray) files = NULL;
  g_autoptr(GError) error = NULL;

  if (loaded == NULL)
    return status;
  drop_problems (loaded);
  files = formats[format].export(loaded);
  parley_input_report (options, loaded->problems);
  if (files == NULL)
    return PARLEY_EXIT_USAGE;
  return write_files (files, options->arguments[1], loaded, result, &error)
             ? PARLEY_EXIT_DONE
             : parley_input_fail (error);
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  g_autoptr(GError) error = NULL;
  guint format = 0;

  if (!parley_choose_first ("format", "format", options->arguments[0], format_names, &format,
                            &error))
    return parley_input_fail (error);
  if (options->arguments[1] == NULL)
    g_set_error (&error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 "the scenario to export is missing");
  else if (folder == NULL)
    g_set_error (&error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 "an export is several files: say with --output FOLDER where they go");
  else if (*folder == '\0')
    g_set_error (&error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 "the folder of --output is empty");
  return error != NULL ? parley_input_fail (error) : export(options, format, result);
}

static const char details[]
    = "FORMAT is genius: domain.xml and a profile for each party, PARTY.xml. The files that were\n"
      "written are listed. What GENIUS cannot express is refused, all of it in one run.";

const ParleyCommand parley_cmd_export = {
  .name = "export",
  .arguments = "FORMAT FILE",
  .summary = "write a scenario as the files of another program",
  .details = details,
  .words = format_names,
  .min_arguments = 1,
  .max_arguments = 2,
  .takes = PARLEY_TAKES_CHANGES | PARLEY_TAKES_QUIET,
  .entries = entries,
  .run = run,
};
