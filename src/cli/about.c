/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/about.h"

#include "scenario/change.h"

GString *
parley_about (const ParleyOptions *options)
{
  static const char *const names[]
      = { [PARLEY_CHANGE_OVERLAY] = "--overlay", [PARLEY_CHANGE_PATCH] = NULL,
          [PARLEY_CHANGE_SET] = "--set",         [PARLEY_CHANGE_USE] = "--use",
          [PARLEY_CHANGE_CASE] = "--case",       [PARLEY_CHANGE_VARY] = "--vary" };
  GString *text = g_string_new (options->arguments[0]);

  for (guint i = 0; i < options->changes->len; i++)
    {
      const ParleyChange *change = g_ptr_array_index (options->changes, i);

      if (names[change->kind] == NULL)
        g_string_append_printf (text, " and %s", change->name);
      else
        g_string_append_printf (text, " %s %s", names[change->kind], change->argument);
    }
  return text;
}
