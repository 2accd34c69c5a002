/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web/command_line.h"

#include <string.h>

#include "web/api_part.h"
#include "web/reply.h"

#define HTML "text/html; charset=utf-8"
#define WORD "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#define SHEET "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

typedef struct
{
  const char *name;
  const char *type;
  ParleyPublishFormat format;
  const char *option; /* what --format is called for, where the command writes it itself */
} Format;

static const Format documents[] = {
  { "json", "application/json", PARLEY_PUBLISH_JSON, "json" },
  { "csv", "text/csv; charset=utf-8", PARLEY_PUBLISH_TEXT, "csv" },
  { "text", "text/plain; charset=utf-8", PARLEY_PUBLISH_TEXT, NULL },
  { "markdown", "text/markdown; charset=utf-8", PARLEY_PUBLISH_MARKDOWN, NULL },
  { "fragment", HTML, PARLEY_PUBLISH_FRAGMENT, NULL },
  { "html", HTML, PARLEY_PUBLISH_HTML, NULL },
  { "pdf", "application/pdf", PARLEY_PUBLISH_PDF, NULL },
  { "docx", WORD, PARLEY_PUBLISH_DOCX, NULL },
  { "xlsx", SHEET, PARLEY_PUBLISH_XLSX, NULL },
};

static const Format pictures[] = {
  { "svg", "image/svg+xml", PARLEY_PUBLISH_TEXT, "svg" },
  { "png", "image/png", PARLEY_PUBLISH_TEXT, "png" },
  { "pdf", "application/pdf", PARLEY_PUBLISH_TEXT, "pdf" },
};

/* A command without --format (briefings) writes all but CSV. */
static gboolean
writes (const ParleyCommand *command, const Format *format)
{
  return (command->takes & PARLEY_TAKES_FORMAT) != 0 || !g_str_equal (format->name, "csv");
}

static gboolean
read_format (ParleyCommandLine *self,
             const ParleyCommand *command,
             const ParleyNode *body,
             ParleyReply *reply)
{
  gboolean is_picture = command == &parley_cmd_plot;
  const Format *formats = is_picture ? pictures : documents;
  guint n = is_picture ? G_N_ELEMENTS (pictures) : G_N_ELEMENTS (documents);
  const char *name = parley_node_get_string (body, "format");
  g_autoptr(GString) known = g_string_new (NULL);

  if (!parley_api_check_text (body, "format", "the name of a format", reply))
    return FALSE;
  for (guint f = 0; f < n; f++)
    {
      if (!writes (command, &formats[f]))
        continue;
      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", formats[f].name);
      if (g_strcmp0 (name != NULL ? name : formats[0].name, formats[f].name) != 0)
        continue;
      self->format = formats[f].format;
      self->type = formats[f].type;
      if (formats[f].option != NULL && (is_picture || (command->takes & PARLEY_TAKES_FORMAT) != 0))
        g_ptr_array_add (self->arguments, g_strconcat ("--format=", formats[f].option, NULL));
      return TRUE;
    }
  parley_reply_refuse (reply, 400, "\"format\" must be one of %s, not \"%s\".", known->str, name);
  return FALSE;
}

/* How results are written is asked for elsewhere, and no request writes a file. */
static gboolean
is_among (const GOptionEntry *entries, const char *name)
{
  for (const GOptionEntry *entry = entries; entry != NULL && entry->long_name != NULL; entry++)
    if (g_str_equal (entry->long_name, name) && !g_str_equal (name, "format")
        && entry->arg != G_OPTION_ARG_FILENAME)
      return TRUE;
  return FALSE;
}

/* Its own options, and those common ones that say how much is listed. */
static gboolean
takes_option (const ParleyCommand *command, const char *name)
{
  static const struct
  {
    ParleyTakes takes;
    const char *name;
  } common[] = {
    { PARLEY_TAKES_EXACT, "exact" },
    { PARLEY_TAKES_TIES, "ties" },
    { PARLEY_TAKES_TOP, "top" },
    { PARLEY_TAKES_QUESTIONS, "top" },
  };

  if (is_among (command->entries, name) || is_among (command->shared, name))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    if ((command->takes & common[i].takes) != 0 && g_str_equal (common[i].name, name))
      return TRUE;
  return FALSE;
}

/* Adds "--name" or "--name=value"; of false nothing. */
static gboolean
add_option (ParleyCommandLine *self, const char *name, const ParleyNode *value, ParleyReply *reply)
{
  g_autofree char *found = NULL;

  if (value->kind == PARLEY_NODE_STRING || value->kind == PARLEY_NODE_NUMBER)
    g_ptr_array_add (self->arguments, g_strconcat ("--", name, "=", value->string, NULL));
  else if (value->kind == PARLEY_NODE_BOOLEAN && value->boolean)
    g_ptr_array_add (self->arguments, g_strconcat ("--", name, NULL));
  else if (value->kind != PARLEY_NODE_BOOLEAN)
    {
      found = parley_node_describe (value);
      parley_reply_refuse (reply, 400, "the option \"%s\" is %s, not a text, a number or true.",
                           name, found);
      return FALSE;
    }
  return TRUE;
}

/* A list is an option that is given several times. */
static gboolean
add_options (ParleyCommandLine *self, const char *name, const ParleyNode *value, ParleyReply *reply)
{
  gboolean is_list = value->kind == PARLEY_NODE_ARRAY;
  guint n = is_list ? parley_node_size (value) : 1;

  for (guint i = 0; i < n; i++)
    if (!add_option (self, name, is_list ? parley_node_child (value, i) : value, reply))
      return FALSE;
  return TRUE;
}

static gboolean
read_options (ParleyCommandLine *self,
              const ParleyCommand *command,
              const ParleyNode *body,
              ParleyReply *reply)
{
  const ParleyNode *options = parley_node_get (body, "options");
  guint n = options == NULL ? 0 : parley_node_size (options);

  if (options != NULL && options->kind != PARLEY_NODE_OBJECT)
    {
      parley_reply_refuse (reply, 400, "\"options\" is no object.");
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      const char *name = parley_node_key (options, i);

      if (!takes_option (command, name))
        {
          parley_reply_refuse (reply, 400, "%s has no option \"%s\" here.", command->name, name);
          return FALSE;
        }
      if (!add_options (self, name, parley_node_child (options, i), reply))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_list_of_texts (const ParleyNode *list)
{
  gboolean fits = list->kind == PARLEY_NODE_ARRAY;

  for (guint i = 0; fits && i < parley_node_size (list); i++)
    fits = parley_node_child (list, i)->kind == PARLEY_NODE_STRING;
  return fits;
}

/* The kind of a picture stands before the file, all else behind it. */
static gboolean
read_arguments (ParleyCommandLine *self,
                const ParleyCommand *command,
                const ParleyApiCall *call,
                ParleyReply *reply)
{
  const ParleyNode *list = parley_node_get (call->body, "arguments");
  guint n = list == NULL ? 0 : parley_node_size (list);
  guint place = command->words != NULL ? MIN (1, n) : 0;

  if (list != NULL && !is_list_of_texts (list))
    {
      parley_reply_refuse (reply, 400, "\"arguments\" is no list of texts.");
      return FALSE;
    }
  g_ptr_array_add (self->arguments, g_strdup ("--"));
  for (guint i = 0; i <= n; i++)
    {
      if (i == place)
        g_ptr_array_add (self->arguments, g_strdup (call->path));
      if (i < n)
        g_ptr_array_add (self->arguments, g_strdup (parley_node_child (list, i)->string));
    }
  g_ptr_array_add (self->arguments, NULL);
  return TRUE;
}

gboolean
parley_command_line_read (ParleyCommandLine *self,
                          const ParleyCommand *command,
                          const ParleyApiCall *call,
                          ParleyReply *reply)
{
  self->arguments = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->arguments, g_strdup (command->name));
  return read_format (self, command, call->body, reply)
         && read_options (self, command, call->body, reply)
         && read_arguments (self, command, call, reply);
}

void
parley_command_line_clear (ParleyCommandLine *self)
{
  g_clear_pointer (&self->arguments, g_ptr_array_unref);
}
