/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "web/answer.h"

/**
 * ParleyRequests:
 *
 * What is asked for, each from its first byte to the last of its answer: refused, answered at once,
 * or worked out by a child.
 */
typedef struct _ParleyRequests ParleyRequests;

/* @answers and @token are borrowed. */
ParleyRequests *parley_requests_new (const ParleyAnswers *answers, guint port, const char *token);

/* Nobody gets an answer any more; their connections are closed already. */
void parley_requests_free (ParleyRequests *self);

/* Has @server's requests answered. */
void parley_requests_serve (ParleyRequests *self, SoupServer *server);

/* Ends those that take too long; to be called now and then. */
void parley_requests_look (ParleyRequests *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyRequests, parley_requests_free)
