/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/suggest.h"
#include "cli/command.h"

/* clang-format off */
const ParleyCommand *const parley_commands[] = {
  &parley_cmd_check,
  &parley_cmd_score,
  &parley_cmd_deals,
  &parley_cmd_explain,
  &parley_cmd_compare,
  &parley_cmd_amend,
  &parley_cmd_offers,
  &parley_cmd_trades,
  &parley_cmd_divide,
  &parley_cmd_concede,
  &parley_cmd_whatif,
  &parley_cmd_sweep,
  &parley_cmd_robust,
  &parley_cmd_sensitivity,
  &parley_cmd_value,
  &parley_cmd_history,
  &parley_cmd_infer,
  &parley_cmd_backtest,
  &parley_cmd_predict,
  &parley_cmd_brief,
  &parley_cmd_plot,
#if PARLEY_WITH_PAGE
  &parley_cmd_serve,
#endif
  &parley_cmd_import,
  &parley_cmd_export,
  &parley_cmd_init,
  &parley_cmd_schema,
  NULL,
};
/* clang-format on */

const ParleyCommand *
parley_command_find (const char *name)
{
  for (guint i = 0; parley_commands[i] != NULL; i++)
    if (g_str_equal (name, parley_commands[i]->name))
      return parley_commands[i];

  return NULL;
}

char *
parley_command_suggest (const char *name)
{
  const char *names[G_N_ELEMENTS (parley_commands)] = { NULL };

  for (guint i = 0; parley_commands[i] != NULL; i++)
    names[i] = parley_commands[i]->name;

  return parley_suggest_phrase (name, names);
}
