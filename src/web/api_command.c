/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/scratch.h"
#include "cli/command.h"
#include "cli/serving.h"
#include "web/api_part.h"
#include "web/command_line.h"
#include "web/reply.h"

/* Those that read a scenario and nothing else, and write nothing but their result. */
static const ParleyCommand *const commands[] = {
  &parley_cmd_score,   &parley_cmd_deals,    &parley_cmd_explain, &parley_cmd_compare,
  &parley_cmd_amend,   &parley_cmd_offers,   &parley_cmd_trades,  &parley_cmd_divide,
  &parley_cmd_concede, &parley_cmd_whatif,   &parley_cmd_sweep,   &parley_cmd_robust,
  &parley_cmd_value,   &parley_cmd_brief,    &parley_cmd_plot,    &parley_cmd_sensitivity,
  &parley_cmd_history, &parley_cmd_infer,    &parley_cmd_backtest, &parley_cmd_predict,
};

static const ParleyCommand *
find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (name, commands[i]->name))
      return commands[i];
  return NULL;
}

gboolean
parley_api_has_command (const char *name)
{
  return find (name) != NULL;
}

/* What a command prints on stderr while it runs is kept in a file without a name. */
typedef struct
{
  int before; /* where stderr goes otherwise */
  int file;
} Messages;

static gboolean
messages_catch (Messages *self, GError **error)
{
  self->file = parley_scratch_open ("", 0, error);
  if (self->file < 0)
    return FALSE;
  fflush (stderr);
  self->before = dup (STDERR_FILENO);
  dup2 (self->file, STDERR_FILENO);
  return TRUE;
}

/* Returns: (transfer full): what was printed, without the name of the program. */
static char *
messages_release (Messages *self)
{
  GString *text = g_string_new (NULL);

  fflush (stderr);
  dup2 (self->before, STDERR_FILENO);
  close (self->before);
  parley_scratch_read (self->file, text, NULL);
  close (self->file);
  g_string_replace (text, "parley: ", "", 0);
  g_strstrip (text->str);
  return g_string_free (text, FALSE);
}

static ParleyExit
run (const ParleyCommand *command, ParleyOptions *options, GString *result, char **messages)
{
  Messages caught = { -1, -1 };
  g_autoptr(GError) error = NULL;
  ParleyExit status = PARLEY_EXIT_FAILED;

  if (!messages_catch (&caught, &error))
    {
      *messages = g_strdup (error->message);
      return status;
    }
  /* Nobody has typed a command whose help could be asked for. */
  g_set_prgname (NULL);
  status = command->run (options, result);
  *messages = messages_release (&caught);
  return status;
}

/* Changes that make no scenario are told one by one, with their places. */
static void
refuse (const ParleyApiCall *call, ParleyExit status, const char *messages, ParleyReply *reply)
{
  g_autoptr(ParleyLoaded) loaded = parley_api_load (call, reply);

  if (loaded == NULL)
    return;
  parley_reply_refuse (reply, status == PARLEY_EXIT_USAGE ? 422 : 500, "%s",
                       *messages != '\0' ? messages : "Nothing came of it.");
}

static void
answer (const ParleyApiCall *call,
        const ParleyCommand *command,
        const ParleyCommandLine *line,
        ParleyOptions *options,
        ParleyReply *reply)
{
  g_autofree char *messages = NULL;
  g_autoptr(GString) result = g_string_new (NULL);
  ParleyExit status = run (command, options, result, &messages);

  if (status > PARLEY_EXIT_NO || result->len == 0)
    {
      refuse (call, status, messages, reply);
      return;
    }
  reply->type = line->type;
  reply->exit = (int) status;
  g_string_append_len (reply->body, result->str, (gssize) result->len);
}

void
parley_api_command (const ParleyApiCall *call, ParleyReply *reply)
{
  const ParleyCommand *command = find (call->name);
  g_autoptr(GPtrArray) changes = parley_api_changes (call, reply);
  g_auto(ParleyCommandLine) line = { 0 };
  g_autoptr(ParleyOptions) options = NULL;
  g_autoptr(GError) error = NULL;
  ParleyServing serving = { call->base, PARLEY_PUBLISH_TEXT };

  if (changes == NULL || !parley_command_line_read (&line, command, call, reply))
    return;
  options = parley_options_parse (command, (char **) line.arguments->pdata, NULL, &error);
  if (options == NULL || options->help)
    {
      parley_reply_refuse (reply, 422, "%s", error != NULL ? error->message : "no such option");
      return;
    }
  serving.format = line.format;
  options->serving = &serving;
  g_ptr_array_extend_and_steal (options->changes, g_steal_pointer (&changes));
  answer (call, command, &line, options, reply);
}
