/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/html_part.h"

static const char *
entity_of (char character)
{
  switch (character)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return NULL;
    }
}

void
parley_html_append_text (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      const char *entity = entity_of (*p);

      if (entity != NULL)
        g_string_append (out, entity);
      else
        g_string_append_c (out, *p);
    }
}

void
parley_html_append_element (GString *out, const char *element, const char *text)
{
  g_string_append_printf (out, "<%s>", element);
  if (text != NULL)
    parley_html_append_text (out, text);
  g_string_append_printf (out, "</%s>\n", element);
}

void
parley_html_append_attribute (GString *out, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (out, " %s=\"", name);
  parley_html_append_text (out, value);
  g_string_append_c (out, '"');
}

void
parley_html_append_meta (GString *out, const char *name, const char *content)
{
  if (content == NULL)
    return;
  g_string_append_printf (out, "<meta name=\"%s\"", name);
  parley_html_append_attribute (out, "content", content);
  g_string_append (out, ">\n");
}

void
parley_html_append_item (GString *out, const ParleyItem *item)
{
  if (item->link != NULL)
    {
      g_string_append (out, "<a rel=\"external noopener noreferrer\"");
      parley_html_append_attribute (out, "href", item->link);
      g_string_append_c (out, '>');
    }
  parley_html_append_text (out, item->text);
  if (item->link != NULL)
    g_string_append (out, "</a>");
}
