/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/resource.h"

static ParleyExit
run (const ParleyOptions *options, G_GNUC_UNUSED GString *result)
{
  g_autoptr(GBytes) example = parley_resource_read ("example.json");
  g_autoptr(GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (example, &length);

  if (!parley_output_create (options->arguments[0], text, length, &error))
    return parley_input_fail (error);

  return PARLEY_EXIT_DONE;
}

const ParleyCommand parley_cmd_init = {
  .name = "init",
  .arguments = "FILE",
  .summary = "write a small scenario that shows every feature",
  .details = "FILE must not exist yet.",
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
