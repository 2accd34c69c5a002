/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario/problem.h"

/**
 * ParleyElement:
 *
 * An XML element that knows where it was written. Text between elements is not kept, as
 * the formats that are read here say all in attributes.
 */
typedef struct _ParleyElement ParleyElement;

struct _ParleyElement
{
  char       *name; /* without a prefix */
  ParleyText *text; /* (owned reference) where it was written */
  guint       line; /* of the end of its start tag, from 1 */
  GPtrArray  *attributes; /* of char *: name, value, name, value …, in the order of writing */
  GPtrArray  *children;   /* of ParleyElement */
};

/**
 * parley_xml_parse:
 *
 * Reads all of @text as one XML document (Expat). Nothing outside the text is ever looked
 * at: a document type is refused, and with it every entity but the five that XML has. At
 * most 60 levels and 200,000 elements and attributes are read. Blank lines before the XML
 * declaration are let pass, and bytes that are no UTF-8 are read as Latin-1 with a warning,
 * unless the declaration names an encoding: published files have both.
 *
 * Returns: (transfer full): NULL if and only if an error was added.
 */
ParleyElement *parley_xml_parse (ParleyText *text, ParleyProblems *problems);

ParleyElement *parley_element_new  (const char *name, ParleyText *text, guint line);
void           parley_element_free (ParleyElement *self);

const ParleyElement *parley_element_child (const ParleyElement *self, guint index);

/* The first direct child of this name. Returns: (transfer none) (nullable). */
const ParleyElement *parley_element_find (const ParleyElement *self, const char *name);

/* Returns: (transfer none) (nullable): the value as written. */
const char *parley_element_get (const ParleyElement *self, const char *attribute);

/* Adds a problem at the line of @self. @message is a printf format.
 * Returns: (transfer none): the problem, for found, expected and suggestion. */
ParleyProblem *parley_problems_add_at_element (ParleyProblems      *self,
                                               ParleyProblemCode    code,
                                               const ParleyElement *element,
                                               const char          *message,
                                               ...) G_GNUC_PRINTF (4, 5);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyElement, parley_element_free)
