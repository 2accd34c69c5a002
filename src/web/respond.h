/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "web/reply.h"

/* Answers @message, whose connection has a time to take it from now on. */
void parley_respond (SoupServerMessage *message, guint status, const char *type, GBytes *bytes);

/* The same with what a child has worked out. */
void parley_respond_reply (SoupServerMessage *message, const ParleyReply *reply);

/* The same with the reason why there is no answer. */
void parley_respond_refusal (SoupServerMessage *message, guint status, const char *sentence);
