/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "web/answer.h"

/**
 * ParleyServer:
 *
 * The page of one scenario and what it asks for, on this machine alone. It works in the main loop
 * of a program of one thread.
 */
typedef struct _ParleyServer ParleyServer;

/**
 * parley_server_new:
 * @answers: (transfer none): is to outlive the server
 * @port: 0: one that is free
 *
 * Listens from now on, and answers while the main loop runs.
 *
 * Returns: (transfer full): NULL with @error set (PARLEY_ERROR_IO) when the port cannot be had.
 */
ParleyServer *parley_server_new  (const ParleyAnswers *answers, guint port, GError **error);

/* Ends what is being worked out, and closes all connections. */
void          parley_server_free (ParleyServer *self);

/* Where the page is, with the token that it takes. Returns: (transfer full). */
char *parley_server_address (const ParleyServer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyServer, parley_server_free)
