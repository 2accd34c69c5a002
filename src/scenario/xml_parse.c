/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "scenario/xml.h"

#define MAX_DEPTH 60
#define MAX_PARTS 1000000

/* The state of one reading. libxml2 calls back with its context, whose _private this is. */
typedef struct
{
  ParleyText     *text;
  ParleyProblems *problems;
  guint           first_line; /* lines that were passed over before the document */
  GPtrArray      *open;       /* of ParleyElement, innermost last, not owned */
  ParleyElement  *root;
  guint           n_parts; /* elements and attributes */
  gboolean        failed;  /* said once */
} Reading;

typedef xmlParserCtxt Context;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Context, xmlFreeParserCtxt)

static Reading *
reading_of (gpointer context)
{
  return ((Context *) context)->_private;
}

static guint
line_of (gpointer context)
{
  int line = xmlSAX2GetLineNumber (context);

  return reading_of (context)->first_line + (guint) MAX (line, 1);
}

/* The first thing that is wrong is said, and ends the reading. */
static void
refuse (gpointer context, ParleyProblemCode code, const char *message)
{
  Reading *reading = reading_of (context);

  if (!reading->failed)
    parley_problems_add_to_file (reading->problems, code, reading->text, line_of (context), "%s",
                                 message);
  reading->failed = TRUE;
  xmlStopParser (context);
}

static void
take_error (gpointer context, xmlErrorPtr error)
{
  Reading *reading = reading_of (context);
  g_autofree char *message = NULL;

  if (error->level < XML_ERR_ERROR || reading->failed)
    return;
  message = g_strdup (error->message != NULL ? error->message : "the text is not XML");
  g_strstrip (message);
  parley_problems_add_to_file (reading->problems, PARLEY_PROBLEM_XML_SYNTAX, reading->text,
                               reading->first_line + (guint) MAX (error->line, 1), "%s", message);
  reading->failed = TRUE;
}

static void
refuse_document_type (gpointer context,
                      G_GNUC_UNUSED const xmlChar *name,
                      G_GNUC_UNUSED const xmlChar *public_id,
                      G_GNUC_UNUSED const xmlChar *system_id)
{
  refuse (context, PARLEY_PROBLEM_XML_DOCUMENT_TYPE,
          "a document type (<!DOCTYPE …>) is not read: take it out of the file");
}

static gboolean
is_within_limits (gpointer context, guint n_attributes)
{
  Reading *reading = reading_of (context);

  reading->n_parts += 1 + n_attributes;
  if (reading->open->len >= MAX_DEPTH)
    refuse (context, PARLEY_PROBLEM_TOO_DEEP, "elements are nested more than 60 deep");
  else if (reading->n_parts > MAX_PARTS)
    refuse (context, PARLEY_PROBLEM_TEXT_TOO_LONG,
            "the text has more than 1,000,000 elements and attributes");
  return !reading->failed;
}

/* libxml2 gives five pointers for each: name, prefix, namespace, and the ends of the value. */
static void
take_attributes (ParleyElement *element, const xmlChar **attributes, guint n)
{
  for (guint i = 0; i < n; i++, attributes += 5)
    {
      const char *value = (const char *) attributes[3];
      gsize length = (gsize) (attributes[4] - attributes[3]);

      g_ptr_array_add (element->attributes, g_strdup ((const char *) attributes[0]));
      g_ptr_array_add (element->attributes, g_strndup (value, length));
    }
}

static void
start_element (gpointer context,
               const xmlChar *name,
               G_GNUC_UNUSED const xmlChar *prefix,
               G_GNUC_UNUSED const xmlChar *namespace,
               G_GNUC_UNUSED int n_namespaces,
               G_GNUC_UNUSED const xmlChar **namespaces,
               int n_attributes,
               G_GNUC_UNUSED int n_defaulted,
               const xmlChar **attributes)
{
  Reading *reading = reading_of (context);
  ParleyElement *element = NULL;

  if (reading->failed || !is_within_limits (context, (guint) n_attributes))
    return;
  element = parley_element_new ((const char *) name, reading->text, line_of (context));
  take_attributes (element, attributes, (guint) n_attributes);
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
end_element (gpointer context,
             G_GNUC_UNUSED const xmlChar *name,
             G_GNUC_UNUSED const xmlChar *prefix,
             G_GNUC_UNUSED const xmlChar *namespace)
{
  GPtrArray *open = reading_of (context)->open;

  if (open->len > 0)
    g_ptr_array_remove_index (open, open->len - 1);
}

/* Everything that libxml2 could do with a document on its own, such as building a tree or
 * fetching a document type, is left out. */
static void
set_handlers (Context *context)
{
  xmlSAXHandler *handlers = context->sax;

  memset (handlers, 0, sizeof *handlers);
  handlers->initialized = XML_SAX2_MAGIC;
  handlers->internalSubset = refuse_document_type;
  handlers->startElementNs = start_element;
  handlers->endElementNs = end_element;
  handlers->serror = take_error;
}

static gboolean
has_mark_of_utf16 (const char *data, gsize length)
{
  return length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0);
}

/* The XML declaration ends at the first ">". */
static gboolean
names_other_encoding (const char *data, gsize length)
{
  const char *end = memchr (data, '>', length);
  g_autofree char *declaration = NULL;

  if (end == NULL || length < 5 || memcmp (data, "<?xml", 5) != 0)
    return FALSE;
  declaration = g_ascii_strdown (data, end - data);
  return strstr (declaration, "encoding") != NULL && strstr (declaration, "utf-8") == NULL
         && strstr (declaration, "utf8") == NULL;
}

/* Returns: the encoding to read in whatever the document says; NULL: the one that it says. */
static const char *
choose_encoding (const char *data, gsize length)
{
  if (g_utf8_validate_len (data, length, NULL) || has_mark_of_utf16 (data, length)
      || names_other_encoding (data, length))
    return NULL;
  if (memchr (data, '\0', length) != NULL)
    return NULL;
  return "ISO-8859-1";
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

static void
parse (Context *context)
{
  Reading *reading = context->_private;
  gsize start = skip_blanks (reading);
  const char *data = reading->text->data + start;
  gsize length = reading->text->length - start;
  const char *encoding = choose_encoding (data, length);

  if (encoding != NULL)
    warn_of_latin_1 (reading);
  if (length == 0)
    {
      refuse (context, PARLEY_PROBLEM_XML_SYNTAX, "the file is empty");
      return;
    }
  /* Without NOENT the five entities that XML has would arrive half decoded; there are no
   * others, as a document type has been refused. */
  xmlCtxtReadMemory (context, data, (int) length, NULL, encoding,
                     XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES);
  if (!context->wellFormed)
    refuse (context, PARLEY_PROBLEM_XML_SYNTAX, "the text is not XML");
}

ParleyElement *
parley_xml_parse (ParleyText *text, ParleyProblems *problems)
{
  g_autoptr(Context) context = xmlNewParserCtxt ();
  g_autoptr(GPtrArray) open = g_ptr_array_new ();
  Reading reading = { text, problems, 0, open, NULL, 0, FALSE };

  if (context == NULL)
    g_error ("not enough memory for an XML parser");
  set_handlers (context);
  context->_private = &reading;
  parse (context);
  if (reading.failed)
    g_clear_pointer (&reading.root, parley_element_free);
  return reading.root;
}
