/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web/requests.h"

#include <string.h>

#include "web/assets.h"
#include "web/connections.h"
#include "web/guard.h"
#include "web/jobs.h"
#include "web/respond.h"

/* Requests that may wait for a processor, and how long one may be worked at. */
#define MOST_WAITING 256
#define MOST_SECONDS 60

/* Of a body that is refused as much is read and thrown away, so that its sender may see why; in
 * bytes. */
#define MOST_UNREAD 16777216

/* Of the name of a series, in bytes. */
#define MOST_SERIES 64

struct _ParleyRequests
{
  const ParleyAnswers *answers;
  ParleyGuard guard;
  ParleyJobs *jobs;
};

typedef struct
{
  ParleyRequests *requests;
  SoupServerMessage *message; /* owned while there is a job, else it owns this */
  ParleyJob *job;             /* NULL: none is under way */
  gsize n_body;
  gboolean refused;
} Request;

ParleyRequests *
parley_requests_new (const ParleyAnswers *answers, guint port, const char *token)
{
  ParleyRequests *self = g_new0 (ParleyRequests, 1);

  self->answers = answers;
  self->guard = (ParleyGuard){ .port = port, .token = token };
  self->jobs = parley_jobs_new (g_get_num_processors (), MOST_WAITING, MOST_SECONDS);
  return self;
}

void
parley_requests_free (ParleyRequests *self)
{
  if (self == NULL)
    return;
  parley_jobs_free (self->jobs);
  g_free (self);
}

void
parley_requests_look (ParleyRequests *self)
{
  parley_jobs_look (self->jobs);
}

/* Before all of it has arrived: the rest is not kept. */
static void
refuse (Request *request, const ParleyRefusal *refusal)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (request->message);
  SoupMessageBody *body = soup_server_message_get_request_body (request->message);
  ParleyConnection *connection = parley_connection_of (request->message);

  request->refused = TRUE;
  soup_message_body_set_accumulate (body, FALSE);
  soup_message_body_truncate (body);
  if (refusal->allow != NULL)
    soup_message_headers_replace (headers, "Allow", refusal->allow);
  parley_respond_refusal (request->message, refusal->status, refusal->sentence);
  if (connection != NULL)
    parley_connection_set_state (connection, PARLEY_CONNECTION_READING);
}

/* Only what is posted is looked at, and has shown the token first: else anybody could fill the
 * memory with bodies. */
static void
drop_body (SoupServerMessage *message)
{
  if (!g_str_equal (soup_server_message_get_method (message), "POST"))
    soup_message_body_set_accumulate (soup_server_message_get_request_body (message), FALSE);
}

/* Parts of an answer are not given: many small ones would be much work. */
static void
got_headers (SoupServerMessage *message, gpointer data)
{
  Request *request = data;
  ParleyConnection *connection = parley_connection_of (message);
  ParleyRefusal refusal = parley_guard_check (&request->requests->guard, message);

  soup_message_headers_remove (soup_server_message_get_request_headers (message), "Range");
  if (connection != NULL && !parley_guard_is_sane (message))
    parley_connection_close (connection);
  drop_body (message);
  if (refusal.status != 0)
    refuse (request, &refusal);
}

/* A length that was declared has been looked at; without one it shows only now. */
static void
got_chunk (SoupServerMessage *message, GBytes *chunk, gpointer data)
{
  static const ParleyRefusal too_long = { 413, "The body is longer than 1 MiB.", NULL };
  Request *request = data;
  ParleyConnection *connection = parley_connection_of (message);

  request->n_body += g_bytes_get_size (chunk);
  if (request->n_body > PARLEY_GUARD_MOST_BODY && !request->refused)
    refuse (request, &too_long);
  if (request->n_body > MOST_UNREAD && connection != NULL)
    parley_connection_close (connection);
}

static void
finished (G_GNUC_UNUSED SoupServerMessage *message, gpointer data)
{
  Request *request = data;

  if (request->job == NULL)
    return;
  parley_jobs_cancel (request->requests->jobs, g_steal_pointer (&request->job));
  g_object_unref (request->message);
}

/* Connections serve for one request each: libsoup 3.2 either drops them after the first without a
 * word, as those that it is handed, or never lets go of them, as those that it accepts itself. */
static void
started (G_GNUC_UNUSED SoupServer *server, SoupServerMessage *message, gpointer data)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  Request *request = g_new0 (Request, 1);

  request->requests = data;
  request->message = message;
  g_object_set_data_full (G_OBJECT (message), "parley-request", request, g_free);
  parley_guard_add_headers (headers);
  soup_message_headers_replace (headers, "Connection", "close");
  g_signal_connect (message, "got-headers", G_CALLBACK (got_headers), request);
  g_signal_connect (message, "got-chunk", G_CALLBACK (got_chunk), request);
  g_signal_connect (message, "finished", G_CALLBACK (finished), request);
}

/* In the child. */
static void
work (gpointer data, GByteArray *bytes)
{
  const Request *request = data;
  const ParleyAnswers *answers = request->requests->answers;
  const char *path = g_uri_get_path (soup_server_message_get_uri (request->message));
  g_autoptr(GBytes) body
      = soup_message_body_flatten (soup_server_message_get_request_body (request->message));
  g_autoptr(ParleyReply) reply = parley_reply_new ();

  answers->answer (answers->snapshots, path + strlen ("/api/"), body, reply);
  parley_reply_pack (reply, bytes);
}

static void
respond_end (Request *request, ParleyJobEnd end, const GByteArray *bytes)
{
  g_autoptr(ParleyReply) reply = NULL;

  if (end == PARLEY_JOB_DONE)
    reply = parley_reply_unpack (bytes);
  if (reply != NULL)
    parley_respond_reply (request->message, reply);
  else if (end == PARLEY_JOB_SUPERSEDED)
    parley_respond_refusal (request->message, 409, "superseded");
  else if (end == PARLEY_JOB_LATE)
    parley_respond_refusal (request->message, 503,
                            "This takes longer than a minute, and was ended.");
  else
    parley_respond_refusal (request->message, 500,
                            "This could not be worked out: the process that did it failed.");
}

static void
ended (ParleyJobEnd end, const GByteArray *bytes, gpointer data)
{
  Request *request = data;
  g_autoptr(SoupServerMessage) message = request->message;

  request->job = NULL;
  respond_end (request, end, bytes);
  soup_server_message_unpause (message);
}

/* The client. libsoup sees it only when it writes. */
static void
gone (gpointer data)
{
  Request *request = data;
  g_autoptr(SoupServerMessage) message = request->message;
  ParleyConnection *connection = parley_connection_of (message);

  parley_jobs_cancel (request->requests->jobs, g_steal_pointer (&request->job));
  parley_respond_refusal (request->message, 503, "Nobody waits for this.");
  if (connection != NULL)
    parley_connection_close (connection);
  soup_server_message_unpause (message);
}

static const char *
series_of (const Request *request)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (request->message);
  const char *series = soup_message_headers_get_list (headers, "X-Parley-Series");

  return series != NULL && strlen (series) <= MOST_SERIES ? series : NULL;
}

static void
work_out (Request *request)
{
  ParleyConnection *connection = parley_connection_of (request->message);
  ParleyJob *job
      = parley_jobs_add (request->requests->jobs, series_of (request), work, ended, request);

  if (job == NULL)
    {
      parley_respond_refusal (request->message, 503,
                              "Too many requests wait already: try again later.");
      return;
    }
  request->job = job;
  g_object_ref (request->message);
  soup_server_message_pause (request->message);
  if (connection == NULL)
    return;
  parley_connection_set_state (connection, PARLEY_CONNECTION_WORKING);
  parley_connection_watch (connection, gone, request);
}

static void
tell_status (Request *request)
{
  const ParleyAnswers *answers = request->requests->answers;
  g_autoptr(ParleyJson) status = answers->status (answers->snapshots);
  g_autofree char *text = parley_json_to_text (status);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  parley_respond (request->message, 200, "application/json", bytes);
}

static void
give_file (Request *request, const char *path)
{
  const char *type = NULL;
  g_autoptr(GBytes) file = parley_assets_find (path, &type);

  if (file != NULL)
    parley_respond (request->message, 200, type, file);
  else
    parley_respond_refusal (request->message, 404, "There is nothing of this name here.");
}

static void
give_page (Request *request)
{
  g_autoptr(GBytes) page = parley_assets_page ();

  parley_respond (request->message, 200, "text/html; charset=utf-8", page);
}

/* What was refused has its answer already. */
static void
handle (G_GNUC_UNUSED SoupServer *server,
        SoupServerMessage *message,
        const char *path,
        G_GNUC_UNUSED GHashTable *query,
        G_GNUC_UNUSED gpointer data)
{
  Request *request = g_object_get_data (G_OBJECT (message), "parley-request");
  const ParleyAnswers *answers = NULL;

  if (request == NULL || request->refused)
    return;
  answers = request->requests->answers;
  if (parley_guard_is_api (path))
    answers->look (answers->snapshots);
  if (g_str_equal (path, "/"))
    give_page (request);
  else if (g_str_equal (path, "/api/status"))
    tell_status (request);
  else if (parley_guard_is_api (path))
    work_out (request);
  else
    give_file (request, path);
}

void
parley_requests_serve (ParleyRequests *self, SoupServer *server)
{
  g_signal_connect (server, "request-started", G_CALLBACK (started), self);
  soup_server_add_handler (server, NULL, handle, self, NULL);
}
