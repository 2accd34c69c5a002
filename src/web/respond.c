/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web/respond.h"

#include "web/connections.h"

void
parley_respond (SoupServerMessage *message, guint status, const char *type, GBytes *bytes)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  ParleyConnection *connection = parley_connection_of (message);

  soup_server_message_set_status (message, status, NULL);
  soup_message_headers_set_content_type (headers, type, NULL);
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), bytes);
  if (connection != NULL)
    parley_connection_set_state (connection, PARLEY_CONNECTION_WRITING);
}

void
parley_respond_reply (SoupServerMessage *message, const ParleyReply *reply)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autoptr(GBytes) bytes = g_bytes_new (reply->body->str, reply->body->len);
  g_autofree char *exit = g_strdup_printf ("%d", reply->exit);

  if (reply->status == 200)
    soup_message_headers_replace (headers, "X-Parley-Exit", exit);
  parley_respond (message, reply->status, reply->type, bytes);
}

void
parley_respond_refusal (SoupServerMessage *message, guint status, const char *sentence)
{
  g_autoptr(ParleyReply) reply = parley_reply_new ();

  parley_reply_refuse (reply, status, "%s", sentence);
  parley_respond_reply (message, reply);
}
