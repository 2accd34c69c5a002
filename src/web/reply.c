/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web/reply.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define JSON_TYPE "application/json"

/* What stands before the body of a packed reply: the status, the exit, the length, the type. */
#define HEAD "%u %d %" G_GSIZE_FORMAT " %s\n"

ParleyReply *
parley_reply_new (void)
{
  ParleyReply *self = g_new0 (ParleyReply, 1);

  self->status = 200;
  self->type = JSON_TYPE;
  self->body = g_string_new (NULL);
  return self;
}

void
parley_reply_free (ParleyReply *self)
{
  if (self == NULL)
    return;
  g_string_free (self->body, TRUE);
  g_free (self);
}

void
parley_reply_refuse (ParleyReply *self, guint status, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  parley_reply_refuse_with (self, status, sentence, NULL);
}

void
parley_reply_refuse_with (ParleyReply *self,
                          guint status,
                          const char *sentence,
                          ParleyJson *problems)
{
  g_autoptr(ParleyJson) object = json_object_new_object ();
  g_autofree char *text = NULL;

  json_object_object_add (object, "error", parley_json_string (sentence));
  if (problems != NULL)
    json_object_object_add (object, "problems", problems);
  text = parley_json_to_text (object);
  self->status = status;
  self->type = JSON_TYPE;
  self->exit = 0;
  g_string_assign (self->body, text);
}

void
parley_reply_pack (const ParleyReply *self, GByteArray *bytes)
{
  g_autofree char *head
      = g_strdup_printf (HEAD, self->status, self->exit, self->body->len, self->type);

  g_byte_array_append (bytes, (const guint8 *) head, (guint) strlen (head));
  g_byte_array_append (bytes, (const guint8 *) self->body->str, (guint) self->body->len);
}

/* The line is short, or it is none. */
static char *
take_head (const GByteArray *bytes)
{
  const guint8 *end = bytes->len == 0 ? NULL : memchr (bytes->data, '\n', MIN (bytes->len, 200));

  return end == NULL ? NULL : g_strndup ((const char *) bytes->data, (gsize) (end - bytes->data));
}

ParleyReply *
parley_reply_unpack (const GByteArray *bytes)
{
  g_autofree char *head = take_head (bytes);
  g_auto(GStrv) words = head == NULL ? NULL : g_strsplit (head, " ", 4);
  ParleyReply *self = NULL;
  gsize start = 0;

  if (words == NULL || g_strv_length (words) != 4)
    return NULL;
  start = strlen (head) + 1;
  if (g_ascii_strtoull (words[2], NULL, 10) != bytes->len - start)
    return NULL;
  self = parley_reply_new ();
  self->status = (guint) g_ascii_strtoull (words[0], NULL, 10);
  self->exit = (int) g_ascii_strtoll (words[1], NULL, 10);
  self->type = g_intern_string (words[3]);
  g_string_append_len (self->body, (const char *) bytes->data + start,
                       (gssize) (bytes->len - start));
  return self;
}
