/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

/**
 * ParleyConnections:
 *
 * The connections that clients have open, each for one request. Each may take only so long for what
 * it does, and when there are as many as there may be, one that nothing is worked out for makes
 * room for a new one: so those that are slow on purpose cannot keep others out.
 */
typedef struct _ParleyConnections ParleyConnections;
typedef struct _ParleyConnection  ParleyConnection;

/* What a connection does; it begins with READING. */
typedef enum
{
  PARLEY_CONNECTION_READING, /* its request arrives, or is still to come */
  PARLEY_CONNECTION_WRITING, /* the answer leaves */
  PARLEY_CONNECTION_WORKING  /* between the two: this may take its time */
} ParleyConnectionState;

typedef void (*ParleyConnectionGone) (gpointer data);

ParleyConnections *parley_connections_new  (guint most);
void               parley_connections_free (ParleyConnections *self);

/* Hands @socket to @server. Where there is no room it is closed. */
void parley_connections_take (ParleyConnections *self, GSocket *socket, SoupServer *server);

/* Closes those that take too long; to be called now and then. */
void parley_connections_look (ParleyConnections *self);

/* That of a message. Returns: (transfer none) (nullable): NULL when it is closed. */
ParleyConnection *parley_connection_of (SoupServerMessage *message);

void parley_connection_set_state (ParleyConnection *self, ParleyConnectionState state);

/* Calls @gone with @data should the client close it while its state is WORKING. */
void parley_connection_watch (ParleyConnection *self, ParleyConnectionGone gone, gpointer data);

/* Ends it from both sides; libsoup notices. */
void parley_connection_close (ParleyConnection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyConnections, parley_connections_free)
