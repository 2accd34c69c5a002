/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <expat.h>
#include <string.h>

#include "scenario/xml.h"

#define MAX_DEPTH 60
#define MAX_PARTS 200000

/* Stands between a namespace and the name in it: no name can hold it. */
#define NAMESPACE_END '\n'

/* The state of one reading; expat hands it to every handler. */
typedef struct
{
  XML_Parser      parser;
  ParleyText     *text;
  ParleyProblems *problems;
  guint           first_line; /* lines that were passed over before the document */
  GPtrArray      *open;       /* of ParleyElement, innermost last, not owned */
  ParleyElement  *root;
  guint           n_parts; /* elements and attributes */
  gboolean        failed;  /* said once */
} Reading;

static guint
line_of (const Reading *reading)
{
  return reading->first_line + (guint) MAX (XML_GetCurrentLineNumber (reading->parser), 1);
}

/* The first thing that is wrong is said, and ends the reading. */
static void
refuse (Reading *reading, ParleyProblemCode code, const char *message)
{
  if (!reading->failed)
    parley_problems_add_to_file (reading->problems, code, reading->text, line_of (reading), "%s",
                                 message);
  reading->failed = TRUE;
  XML_StopParser (reading->parser, XML_FALSE);
}

static void
refuse_document_type (void *reading,
                      G_GNUC_UNUSED const XML_Char *name,
                      G_GNUC_UNUSED const XML_Char *system_id,
                      G_GNUC_UNUSED const XML_Char *public_id,
                      G_GNUC_UNUSED int has_internal_subset)
{
  refuse (reading, PARLEY_PROBLEM_XML_DOCUMENT_TYPE,
          "a document type (<!DOCTYPE …>) is not read: take it out of the file");
}

static void
refuse_more (Reading *reading)
{
  refuse (reading, PARLEY_PROBLEM_TEXT_TOO_LONG,
          "the text has more than 200,000 elements and attributes");
}

static gboolean
is_within_limits (Reading *reading, guint n_attributes)
{
  reading->n_parts += 1 + n_attributes;
  if (reading->open->len >= MAX_DEPTH)
    refuse (reading, PARLEY_PROBLEM_TOO_DEEP, "elements are nested more than 60 deep");
  else if (reading->n_parts > MAX_PARTS)
    refuse_more (reading);
  return !reading->failed;
}

/* Without its namespace. */
static const char *
local_name (const XML_Char *name)
{
  const char *end = strrchr (name, NAMESPACE_END);

  return end == NULL ? name : end + 1;
}

static void
start_element (void *data, const XML_Char *name, const XML_Char **attributes)
{
  Reading *reading = data;
  guint n = g_strv_length ((char **) attributes);
  ParleyElement *element = NULL;

  if (reading->failed || !is_within_limits (reading, n / 2))
    return;
  element = parley_element_new (local_name (name), reading->text, line_of (reading));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (element->attributes,
                     g_strdup (i % 2 == 0 ? local_name (attributes[i]) : attributes[i]));
  if (reading->open->len > 0)
    {
      ParleyElement *parent = g_ptr_array_index (reading->open, reading->open->len - 1);

      g_ptr_array_add (parent->children, element);
    }
  else
    reading->root = element;
  g_ptr_array_add (reading->open, element);
}

static void
end_element (void *data, G_GNUC_UNUSED const XML_Char *name)
{
  Reading *reading = data;

  if (reading->open->len > 0)
    g_ptr_array_remove_index (reading->open, reading->open->len - 1);
}

static gboolean
has_mark_of_utf16 (const char *data, gsize length)
{
  return length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0);
}

/* The encoding that the XML declaration names. Returns: (transfer full) (nullable). */
static char *
declared_encoding (const char *data, gsize length)
{
  const char *end = memchr (data, '>', length); /* of the declaration */
  g_autofree char *declaration = NULL;
  g_auto(GStrv) parts = NULL;
  const char *name = NULL;

  if (end == NULL || length < 5 || memcmp (data, "<?xml", 5) != 0)
    return NULL;
  declaration = g_strndup (data, (gsize) (end - data));
  name = strstr (declaration, "encoding");
  if (name == NULL)
    return NULL;
  parts = g_strsplit_set (name, "\"'", 3);
  return g_strdup (parts[1]);
}

/* Those that expat reads by itself. */
static gboolean
is_known (const char *encoding)
{
  static const char *const known[] = { "utf-8", "utf-16", "iso-8859-1", "us-ascii" };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (encoding, known[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Returns: the encoding to read in whatever the document says; NULL: the one that it says. */
static const char *
choose_encoding (const char *data, gsize length, const char *declared)
{
  if (g_utf8_validate_len (data, length, NULL) || has_mark_of_utf16 (data, length)
      || memchr (data, '\0', length) != NULL)
    return NULL;
  return declared == NULL || g_ascii_strcasecmp (declared, "utf-8") == 0 ? "ISO-8859-1" : NULL;
}

static void
warn_of_latin_1 (Reading *reading)
{
  const ParleyText *text = reading->text;
  const char *bad = NULL;
  guint line = 0;
  guint column = 0;

  g_utf8_validate_len (text->data, text->length, &bad);
  parley_text_locate (text, (gsize) (bad - text->data), &line, &column);
  parley_problems_add_to_file (reading->problems, PARLEY_PROBLEM_OTHER_ENCODING, text, line,
                               "the text is not UTF-8, and is read as Latin-1");
}

/* Blank lines before the XML declaration are no XML, but occur. */
static gsize
skip_blanks (Reading *reading)
{
  const ParleyText *text = reading->text;
  gsize start = 0;

  for (; start < text->length && g_ascii_isspace (text->data[start]); start++)
    reading->first_line += text->data[start] == '\n' ? 1 : 0;
  return start;
}

static XML_Parser
parser_new (Reading *reading, const char *encoding)
{
  XML_Parser parser = XML_ParserCreateNS (encoding, NAMESPACE_END);

  if (parser == NULL)
    g_error ("not enough memory for an XML parser");
  XML_SetUserData (parser, reading);
  XML_SetElementHandler (parser, start_element, end_element);
  XML_SetStartDoctypeDeclHandler (parser, refuse_document_type);
  return parser;
}

/* Attributes that there can be: "=" wherever it stands. Expat makes room for all of a tag before it
 * hands one over, so that no handler could refuse what they take; and where tags begin and end is
 * not plain before it has read comments and encodings. */
static gsize
most_attributes (const char *data, gsize length)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += data[i] == '=';
  return n;
}

static void
parse (Reading *reading, const char *data, gsize length, const char *encoding)
{
  reading->parser = parser_new (reading, encoding);
  if (length == 0)
    refuse (reading, PARLEY_PROBLEM_XML_SYNTAX, "the file is empty");
  else if (most_attributes (data, length) > MAX_PARTS)
    refuse_more (reading);
  else if (XML_Parse (reading->parser, data, (int) length, XML_TRUE) == XML_STATUS_ERROR)
    {
      g_autofree char *message = g_strconcat (
          "the text is not XML: ", XML_ErrorString (XML_GetErrorCode (reading->parser)), NULL);

      refuse (reading, PARLEY_PROBLEM_XML_SYNTAX, message);
    }
  XML_ParserFree (reading->parser);
}

/* In UTF-8, where the document names an encoding that expat does not know. */
static void
parse_text (Reading *reading)
{
  gsize start = skip_blanks (reading);
  const char *data = reading->text->data + start;
  gsize length = reading->text->length - start;
  g_autofree char *declared = declared_encoding (data, length);
  g_autofree char *converted = NULL;
  gsize n_converted = 0;
  const char *encoding = choose_encoding (data, length, declared);

  if (encoding != NULL)
    warn_of_latin_1 (reading);
  if (encoding == NULL && declared != NULL && !is_known (declared))
    converted = g_convert (data, (gssize) length, "UTF-8", declared, NULL, &n_converted, NULL);
  if (converted != NULL)
    parse (reading, converted, n_converted, "UTF-8");
  else
    parse (reading, data, length, encoding);
}

ParleyElement *
parley_xml_parse (ParleyText *text, ParleyProblems *problems)
{
  g_autoptr(GPtrArray) open = g_ptr_array_new ();
  Reading reading = { NULL, text, problems, 0, open, NULL, 0, FALSE };

  parse_text (&reading);
  if (reading.failed)
    g_clear_pointer (&reading.root, parley_element_free);
  return reading.root;
}
