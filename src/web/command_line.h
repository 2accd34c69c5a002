/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/command.h"
#include "cli/publish.h"
#include "web/api.h"

/**
 * ParleyCommandLine:
 *
 * A request as the command line that asks the same: options are the command's own and a few of the
 * common ones, never one that names a file.
 */
typedef struct
{
  GPtrArray          *arguments; /* of char *, NULL-terminated; begins with the command's name */
  ParleyPublishFormat format;    /* of documents */
  const char         *type;      /* of what comes of it, as Content-Type has it */
} ParleyCommandLine;

/* Fills @self, which must be zeros, from the "arguments", "options" and "format" of the body.
 * Returns: FALSE with @reply set when they are not what @command takes. */
gboolean parley_command_line_read (ParleyCommandLine   *self,
                                   const ParleyCommand *command,
                                   const ParleyApiCall *call,
                                   ParleyReply         *reply);

void parley_command_line_clear (ParleyCommandLine *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ParleyCommandLine, parley_command_line_clear)
