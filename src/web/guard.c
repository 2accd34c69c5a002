/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web/guard.h"

#include <string.h>

#include "web/token.h"

#define API "/api/"
#define STATUS API "status"
#define PAGE "/"

static const ParleyRefusal fine = { 0 };

void
parley_guard_add_headers (SoupMessageHeaders *headers)
{
  static const struct
  {
    const char *name;
    const char *value;
  } rows[] = {
    { "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
      "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'" },
    { "X-Content-Type-Options", "nosniff" },
    { "Referrer-Policy", "no-referrer" },
    { "Cross-Origin-Resource-Policy", "same-origin" },
    { "Cross-Origin-Opener-Policy", "same-origin" },
    { "Cache-Control", "no-store" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    soup_message_headers_append (headers, rows[i].name, rows[i].value);
}

gboolean
parley_guard_is_api (const char *path)
{
  return g_str_has_prefix (path, API);
}

/* As they arrived, nearly. */
static gsize
length_of (SoupServerMessage *message)
{
  g_autofree char *address = g_uri_to_string (soup_server_message_get_uri (message));
  gsize length = strlen (address);
  SoupMessageHeadersIter iter;
  const char *name = NULL;
  const char *value = NULL;

  soup_message_headers_iter_init (&iter, soup_server_message_get_request_headers (message));
  while (soup_message_headers_iter_next (&iter, &name, &value))
    length += strlen (name) + strlen (value) + strlen (": \r\n");
  return length;
}

/* A name that leads here, but not one that somebody else has made lead here: their pages would be
 * of the same origin. @host: (nullable): several are joined by commas, which fit none. */
static gboolean
is_own_host (const ParleyGuard *self, const char *host)
{
  static const char *const names[] = { "127.0.0.1", "localhost" };

  for (guint i = 0; host != NULL && i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *own = g_strdup_printf ("%s:%u", names[i], self->port);

      if (g_ascii_strcasecmp (host, own) == 0
          || (self->port == 80 && g_ascii_strcasecmp (host, names[i]) == 0))
        return TRUE;
    }
  return FALSE;
}

/* Whether the address itself leads here: it may name another host than the header does. */
static gboolean
is_own_address (const ParleyGuard *self, GUri *uri)
{
  int port = g_uri_get_port (uri);
  g_autofree char *host = port < 0 ? g_strdup (g_uri_get_host (uri))
                                   : g_strdup_printf ("%s:%d", g_uri_get_host (uri), port);

  return is_own_host (self, host);
}

/* @origin: (nullable) */
static gboolean
is_same_origin (const char *origin, const char *host)
{
  static const char scheme[] = "http://";

  return origin == NULL
         || (g_str_has_prefix (origin, scheme)
             && g_ascii_strcasecmp (origin + strlen (scheme), host) == 0);
}

/* What stands behind "token=" in the address. */
static gboolean
has_token (const ParleyGuard *self, const char *query)
{
  static const char key[] = "token=";
  g_auto(GStrv) parts = g_strsplit (query == NULL ? "" : query, "&", 0);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_has_prefix (parts[i], key))
      return parley_token_is (self->token, parts[i] + strlen (key));
  return FALSE;
}

/* A page that is of the same origin in the browser's eyes is of this server, and knows the token.
 */
static ParleyRefusal
check_caller (const ParleyGuard *self, SoupMessageHeaders *headers, GUri *uri)
{
  const char *path = g_uri_get_path (uri);
  const char *host = soup_message_headers_get_list (headers, "Host");
  const char *origin = soup_message_headers_get_list (headers, "Origin");
  const char *token = soup_message_headers_get_list (headers, "X-Parley-Token");

  if (!is_own_host (self, host) || !is_own_address (self, uri))
    return (ParleyRefusal){ 403, "This is not the host that was asked for.", NULL };
  if (!is_same_origin (origin, host))
    return (ParleyRefusal){ 403, "Pages from elsewhere get no answer here.", NULL };
  if (parley_guard_is_api (path) && !parley_token_is (self->token, token))
    return (ParleyRefusal){ 403, "The token is missing or wrong.", NULL };
  if (g_str_equal (path, PAGE) && !has_token (self, g_uri_get_query (uri)))
    return (ParleyRefusal){ 403,
                            "Open the address that parley serve has printed: its end, the token, "
                            "is missing or wrong.",
                            NULL };
  return fine;
}

static ParleyRefusal
check_method (const char *method, const char *path)
{
  gboolean posts = parley_guard_is_api (path) && !g_str_equal (path, STATUS);
  gboolean gets = g_str_equal (method, "GET") || g_str_equal (method, "HEAD");

  if (posts ? g_str_equal (method, "POST") : gets)
    return fine;
  return (ParleyRefusal){ 405, "There is no such method for this address.",
                          posts ? "POST" : "GET, HEAD" };
}

/* libsoup would make some number of it, and wait for as many bytes. */
gboolean
parley_guard_is_sane (SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *length = soup_message_headers_get_list (headers, "Content-Length");

  return length == NULL || (strlen (length) < 19 && length[strspn (length, "0123456789")] == '\0');
}

static ParleyRefusal
check_body (SoupMessageHeaders *headers, gboolean posts)
{
  const char *type = soup_message_headers_get_content_type (headers, NULL);

  if (soup_message_headers_get_content_length (headers) > PARLEY_GUARD_MOST_BODY)
    return (ParleyRefusal){ 413, "The body is longer than 1 MiB.", NULL };
  if (posts && (type == NULL || g_ascii_strcasecmp (type, "application/json") != 0))
    return (ParleyRefusal){ 415, "The body must be application/json.", NULL };
  return fine;
}

ParleyRefusal
parley_guard_check (const ParleyGuard *self, SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  GUri *uri = soup_server_message_get_uri (message);
  const char *method = soup_server_message_get_method (message);
  ParleyRefusal refusal = check_caller (self, headers, uri);

  if (refusal.status == 0 && length_of (message) > PARLEY_GUARD_MOST_HEADERS)
    refusal = (ParleyRefusal){ 431, "The headers are longer than 16 KiB.", NULL };
  if (refusal.status == 0)
    refusal = check_method (method, g_uri_get_path (uri));
  if (refusal.status == 0)
    refusal = check_body (headers, g_str_equal (method, "POST"));
  return refusal;
}
