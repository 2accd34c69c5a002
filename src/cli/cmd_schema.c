/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"
#include "cli/resource.h"

static ParleyExit
run (G_GNUC_UNUSED const ParleyOptions *options, GString *result)
{
  const ParleyResource *schema = parley_resource_find (parley_resources, "scenario.schema.json");

  g_string_append_len (result, (const char *) schema->data, (gssize) schema->length);
  return PARLEY_EXIT_DONE;
}

static const char details[]
    = "With the schema beside your scenarios, and its name under \"$schema\" in them, an editor\n"
      "completes and checks while you type.";

const ParleyCommand parley_cmd_schema = {
  .name = "schema",
  .arguments = "",
  .summary = "print the JSON Schema of scenario files",
  .details = details,
  .takes = PARLEY_TAKES_OUTPUT,
  .run = run,
};
