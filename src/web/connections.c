/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web/connections.h"

#include <errno.h>
#include <sys/socket.h>

#define KEY "parley-connection"

/* How long each may last, in seconds; 0: as long as it takes. */
static const guint most_seconds[] = {
  [PARLEY_CONNECTION_READING] = 10,
  [PARLEY_CONNECTION_WRITING] = 30,
  [PARLEY_CONNECTION_WORKING] = 0,
};

struct _ParleyConnection
{
  ParleyConnections *connections;
  GSocket *socket;
  GObject *stream; /* libsoup's; NULL: it has let go of it */
  GSocketAddress *address; /* knows this one by KEY */
  gboolean closed; /* and libsoup has yet to notice */
  ParleyConnectionState state;
  gint64 since; /* of the monotonic clock */
  GSource *watch;
  ParleyConnectionGone gone;
  gpointer data;
};

struct _ParleyConnections
{
  guint most;
  GHashTable *all; /* of ParleyConnection, a set */
};

static void
stop_watching (ParleyConnection *self)
{
  if (self->watch == NULL)
    return;
  g_source_destroy (self->watch);
  g_clear_pointer (&self->watch, g_source_unref);
}

/* libsoup has let go of it. */
static void
forget (gpointer data, G_GNUC_UNUSED GObject *stream)
{
  ParleyConnection *self = data;

  self->stream = NULL;
  g_hash_table_remove (self->connections->all, self);
}

static void
connection_free (ParleyConnection *self)
{
  stop_watching (self);
  if (self->stream != NULL)
    g_object_weak_unref (self->stream, forget, self);
  g_object_set_data (G_OBJECT (self->address), KEY, NULL);
  g_object_unref (self->address);
  g_object_unref (self->socket);
  g_free (self);
}

ParleyConnections *
parley_connections_new (guint most)
{
  ParleyConnections *self = g_new0 (ParleyConnections, 1);

  self->most = most;
  self->all = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) connection_free, NULL);
  return self;
}

void
parley_connections_free (ParleyConnections *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->all);
  g_free (self);
}

void
parley_connection_close (ParleyConnection *self)
{
  const struct linger at_once = { .l_onoff = 1 };

  self->closed = TRUE;
  stop_watching (self);
  /* A client that goes on sending is told so, or it would wait for a minute. */
  setsockopt (g_socket_get_fd (self->socket), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  g_socket_shutdown (self->socket, TRUE, TRUE, NULL);
}

/* Whether @a goes before @b where one has to go: who has not asked yet, and for the longest. */
static gboolean
goes_before (const ParleyConnection *a, const ParleyConnection *b)
{
  return b == NULL || a->state < b->state || (a->state == b->state && a->since < b->since);
}

/* Returns: whether there is room for one more. */
static gboolean
make_room (ParleyConnections *self)
{
  ParleyConnection *first = NULL;
  GHashTableIter iter;
  gpointer key = NULL;
  guint n_open = 0;

  g_hash_table_iter_init (&iter, self->all);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      ParleyConnection *connection = key;

      n_open += connection->closed ? 0 : 1;
      if (!connection->closed && connection->state != PARLEY_CONNECTION_WORKING
          && goes_before (connection, first))
        first = connection;
    }
  if (n_open < self->most)
    return TRUE;
  if (first != NULL)
    parley_connection_close (first);
  return first != NULL;
}

static ParleyConnection *
connection_new (ParleyConnections *self, GSocketConnection *stream, GSocketAddress *address)
{
  ParleyConnection *connection = g_new0 (ParleyConnection, 1);

  connection->connections = self;
  connection->socket = g_object_ref (g_socket_connection_get_socket (stream));
  connection->stream = G_OBJECT (stream);
  g_object_weak_ref (connection->stream, forget, connection);
  connection->address = g_object_ref (address);
  g_object_set_data (G_OBJECT (address), KEY, connection);
  connection->since = g_get_monotonic_time ();
  g_hash_table_add (self->all, connection);
  return connection;
}

void
parley_connections_take (ParleyConnections *self, GSocket *socket, SoupServer *server)
{
  g_autoptr(GSocketConnection) stream = g_socket_connection_factory_create_connection (socket);
  g_autoptr(GSocketAddress) local = g_socket_connection_get_local_address (stream, NULL);
  g_autoptr(GSocketAddress) remote = g_socket_connection_get_remote_address (stream, NULL);

  /* One that has gone already has no address. */
  if (local == NULL || remote == NULL || !make_room (self))
    return;
  connection_new (self, stream, remote);
  soup_server_accept_iostream (server, G_IO_STREAM (stream), local, remote, NULL);
}

void
parley_connections_look (ParleyConnections *self)
{
  gint64 now = g_get_monotonic_time ();
  GHashTableIter iter;
  gpointer key = NULL;

  g_hash_table_iter_init (&iter, self->all);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      ParleyConnection *connection = key;
      gint64 most = most_seconds[connection->state];

      if (!connection->closed && most > 0 && now - connection->since > most * G_USEC_PER_SEC)
        parley_connection_close (connection);
    }
}

ParleyConnection *
parley_connection_of (SoupServerMessage *message)
{
  GSocketAddress *address = soup_server_message_get_remote_address (message);

  return address == NULL ? NULL : g_object_get_data (G_OBJECT (address), KEY);
}

void
parley_connection_set_state (ParleyConnection *self, ParleyConnectionState state)
{
  if (self->state == PARLEY_CONNECTION_WORKING)
    stop_watching (self);
  self->state = state;
  self->since = g_get_monotonic_time ();
}

/* The client has no more to send only when it has gone. */
static gboolean
look_whether_gone (GSocket *socket, G_GNUC_UNUSED GIOCondition condition, gpointer data)
{
  ParleyConnection *self = data;
  char byte = 0;
  gssize n = recv (g_socket_get_fd (socket), &byte, 1, MSG_PEEK | MSG_DONTWAIT);

  if (n < 0 && (errno == EAGAIN || errno == EINTR))
    return G_SOURCE_CONTINUE;
  stop_watching (self);
  /* One that sends its next request before it has an answer waits for both. */
  if (n <= 0)
    self->gone (self->data);
  return G_SOURCE_REMOVE;
}

void
parley_connection_watch (ParleyConnection *self, ParleyConnectionGone gone, gpointer data)
{
  stop_watching (self);
  self->gone = gone;
  self->data = data;
  self->watch = g_socket_create_source (self->socket, G_IO_IN, NULL);
  g_source_set_callback (self->watch, G_SOURCE_FUNC (look_whether_gone), self, NULL);
  g_source_attach (self->watch, NULL);
}
