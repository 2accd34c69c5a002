/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

/* In bytes. */
#define PARLEY_GUARD_MOST_BODY 1048576 /* 1 MiB */
#define PARLEY_GUARD_MOST_HEADERS 16384

/**
 * ParleyGuard:
 *
 * What keeps other pages, other users and other machines from the server.
 */
typedef struct
{
  guint       port;
  const char *token;
} ParleyGuard;

/* Why a request is refused. */
typedef struct
{
  guint       status; /* of HTTP; 0: it is not refused */
  const char *sentence;
  const char *allow;  /* (nullable): the methods that there are, with 405 */
} ParleyRefusal;

/* Whether a request may go on, as far as its headers tell. */
ParleyRefusal parley_guard_check (const ParleyGuard *self, SoupServerMessage *message);

/* Whether it is known where the request ends; otherwise it cannot even be refused. */
gboolean parley_guard_is_sane (SoupServerMessage *message);

/* Whether @path, as it was asked for, is of the API rather than of the page. */
gboolean parley_guard_is_api (const char *path);

/* The headers that all answers have: a page that loads nothing from elsewhere and that no other
 * may show, read or keep. */
void parley_guard_add_headers (SoupMessageHeaders *headers);
