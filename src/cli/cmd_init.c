/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/resource.h"

static ParleyExit
run (const ParleyOptions *options, G_GNUC_UNUSED GString *result)
{
  const ParleyResource *example = parley_resource_find (parley_resources, "example.json");
  g_autoptr(GError) error = NULL;

  if (!parley_output_create (options->arguments[0], (const char *) example->data, example->length,
                             &error))
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
