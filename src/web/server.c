/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web/server.h"

#include <sys/resource.h>

#include "base/error.h"
#include "web/connections.h"
#include "web/requests.h"
#include "web/token.h"

#define HOST "127.0.0.1"

/* Connections that may wait until they are accepted. */
#define BACKLOG 1024

/* As many are accepted at once, before others have their turn; those that make room for them have
 * their descriptors until then. */
#define AT_ONCE 16

/* Connections that may be open, and descriptors that are left for other things where there are
 * enough; else they have half. */
#define MOST_CONNECTIONS 800
#define OTHER_DESCRIPTORS 100

/* How often deadlines are looked at. */
#define LOOK_SECONDS 1

struct _ParleyServer
{
  char *token;
  guint port;
  ParleyConnections *connections;
  ParleyRequests *requests;
  SoupServer *soup;
  GSocket *listener;
  GSource *accepting; /* NULL: not for now */
  guint look;
};

static gboolean
accept_some (GSocket *listener, G_GNUC_UNUSED GIOCondition condition, gpointer data)
{
  ParleyServer *self = data;

  for (guint i = 0; i < AT_ONCE; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GSocket) socket = g_socket_accept (listener, NULL, &error);

      if (socket != NULL)
        parley_connections_take (self->connections, socket, self->soup);
      else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
        return G_SOURCE_CONTINUE;
      else
        {
          /* No descriptor is left, in practice: others may close some by the next look. */
          g_clear_pointer (&self->accepting, g_source_unref);
          return G_SOURCE_REMOVE;
        }
    }
  return G_SOURCE_CONTINUE;
}

static void
accept_again (ParleyServer *self)
{
  if (self->accepting != NULL)
    return;
  self->accepting = g_socket_create_source (self->listener, G_IO_IN, NULL);
  g_source_set_callback (self->accepting, G_SOURCE_FUNC (accept_some), self, NULL);
  g_source_attach (self->accepting, NULL);
}

static gboolean
look (gpointer data)
{
  ParleyServer *self = data;

  parley_connections_look (self->connections);
  parley_requests_look (self->requests);
  accept_again (self);
  return G_SOURCE_CONTINUE;
}

/* A socket that listens at @port. Returns: (transfer full). */
static GSocket *
listen_at (guint port, GError **error)
{
  g_autoptr(GSocketAddress) address = g_inet_socket_address_new_from_string (HOST, port);
  g_autoptr(GSocket) socket
      = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, error);

  if (socket == NULL)
    return NULL;
  g_socket_set_blocking (socket, FALSE);
  g_socket_set_listen_backlog (socket, BACKLOG);
  if (!g_socket_bind (socket, address, TRUE, error) || !g_socket_listen (socket, error))
    return NULL;
  return g_steal_pointer (&socket);
}

static guint
port_of (GSocket *socket)
{
  g_autoptr(GSocketAddress) address = g_socket_get_local_address (socket, NULL);

  return address == NULL ? 0 : g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address));
}

/* Returns: whether there is a socket at @port now. */
static gboolean
open_port (ParleyServer *self, guint port, GError **error)
{
  g_autoptr(GError) reason = NULL;

  self->listener = listen_at (port, &reason);
  if (self->listener == NULL)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_IO, "port %u of %s cannot be had: %s", port,
                   HOST, reason->message);
      return FALSE;
    }
  self->port = port_of (self->listener);
  return TRUE;
}

/* As many connections as there are descriptors for. */
static guint
count_connections (void)
{
  struct rlimit limit = { 0 };

  if (getrlimit (RLIMIT_NOFILE, &limit) != 0
      || limit.rlim_cur >= MOST_CONNECTIONS + OTHER_DESCRIPTORS)
    return MOST_CONNECTIONS;
  return (guint) (limit.rlim_cur - MIN (limit.rlim_cur / 2, OTHER_DESCRIPTORS));
}

ParleyServer *
parley_server_new (const ParleyAnswers *answers, guint port, GError **error)
{
  g_autoptr(ParleyServer) self = g_new0 (ParleyServer, 1);

  self->token = parley_token_new (error);
  if (self->token == NULL || !open_port (self, port, error))
    return NULL;
  self->connections = parley_connections_new (count_connections ());
  self->requests = parley_requests_new (answers, self->port, self->token);
  /* Paths stay as they were asked for, so that "%2e" is no dot. */
  self->soup = g_object_new (SOUP_TYPE_SERVER, "raw-paths", TRUE, NULL);
  parley_requests_serve (self->requests, self->soup);
  self->look = g_timeout_add_seconds (LOOK_SECONDS, look, self);
  accept_again (self);
  return g_steal_pointer (&self);
}

void
parley_server_free (ParleyServer *self)
{
  if (self == NULL)
    return;
  if (self->look != 0)
    g_source_remove (self->look);
  if (self->accepting != NULL)
    {
      g_source_destroy (self->accepting);
      g_source_unref (self->accepting);
    }
  g_clear_object (&self->listener);
  if (self->soup != NULL)
    soup_server_disconnect (self->soup);
  parley_requests_free (self->requests);
  g_clear_object (&self->soup);
  parley_connections_free (self->connections);
  g_free (self->token);
  g_free (self);
}

char *
parley_server_address (const ParleyServer *self)
{
  return g_strdup_printf ("http://" HOST ":%u/?token=%s", self->port, self->token);
}
